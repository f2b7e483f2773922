/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/ming-retirement.h"
#include "core/ming-waiting.h"
#include "core/ming-years.h"
#include "ming-explain.h"

G_BEGIN_DECLS

/**
 * MingLifeQuestion: what a person asks about a working life (退休与年限). Counts of -1 and dates of year 0
 * are not given.
 * @region, @insutype: whose rules
 * @date: today, for rules about waiting and premiums
 * @sp_psn_type, @clct_grde: 救助类别 and 缴费档次, for the residents' premium
 * @kind: statutory age before the reform; @kind_known FALSE: not asked
 * @paid_months, @deemed_months, @local_months: 实际缴费, 视同缴费, 本地实际缴费
 * @in_window, @broken_years, @repaired_years, @gap_months: see #MingWaitingFacts
 */
typedef struct
{
  const char *region;
  const char *insutype;
  MingDate date;
  MingDate brdy;
  const char *gend;
  const char *psn_type;
  const char *sp_psn_type;
  const char *clct_grde;
  gboolean kind_known;
  MingRetireeKind kind;
  int paid_months;
  int deemed_months;
  int local_months;
  gboolean in_window;
  int broken_years;
  int repaired_years;
  int gap_months;
} MingLifeQuestion;

/** A question nobody has filled in. */
MingLifeQuestion ming_life_question_none (void);

/** Statutory retirement; national law, the same everywhere. */
typedef struct
{
  MingOutcome outcome;
  MingRetirement retirement;
  char *message;
} MingLifeRetirement;

/** Years for retired benefits, what is missing and what it costs. */
typedef struct
{
  MingOutcome outcome;
  MingYearsRule rule;
  MingYearsGap gap;
  const MingRow *row;
  const MingYearsVersion *version;
  MingOutcome cost_outcome;
  MingFen month_fen;   /**< one missing month */
  MingFen at_once_fen; /**< all of them together */
  char *message;
} MingLifeYears;

/** The waiting period after a break. */
typedef struct
{
  MingOutcome outcome;
  MingWaitingRule rule;
  MingWaiting waiting;
  const MingRow *row;
  char *message;
} MingLifeWaiting;

/** The residents' premium. @coverage_year: the year it is paid for, 0 when there is none */
typedef struct
{
  MingOutcome outcome;
  int coverage_year;
  MingFen person_fen;
  gboolean subsidy_known;
  MingFen subsidy_fen;
  const MingRow *row;
  char *message;
} MingLifePremium;

/** MingLife: the four answers; the pack is held. */
typedef struct
{
  MingLifeQuestion question;
  MingPack *pack;
  MingLifeRetirement retirement;
  MingLifeYears years;
  MingLifeWaiting waiting;
  MingLifePremium premium;
} MingLife;

/** Answers @question; NULL with NO_PACK only. The question's texts must outlive the answer. */
MingLife *ming_life_new (const MingLibrary *library, const MingLifeQuestion *question, GError **error);
void ming_life_free (MingLife *life);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (MingLife, ming_life_free)

/** The known answers step by step, with formula, clause and evidence. (transfer full) of MingStep* */
GPtrArray *ming_life_explain (const MingLife *life);

/**
 * What whoever reads the answers may not miss: 演示, documents past their end, 待核实. (transfer full) of char*
 * @out_evidence: (out) (optional): the weakest of all figures used
 */
GPtrArray *ming_life_cautions (const MingLife *life, MingEvidence *out_evidence);

/** Whether any of the four answers is known: only then is there something to keep or to make a receipt of. */
gboolean ming_life_knows (const MingLife *life);

/** A short code such as "7F3A-21C9", of program, pack and question as that of an estimate. (transfer full) */
char *ming_life_receipt_code (const MingLife *life);

/** The four answers as JSON: format mingsuan-life/1, see docs/result-format.md. (transfer full) */
JsonNode *ming_life_to_json (const MingLife *life);

/** What the tables about a working life were asked with. Texts are the question's. */
MingFacts ming_life_facts (const MingLife *life);

G_END_DECLS
