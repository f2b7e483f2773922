/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ming-estimate"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "ming-estimate-private.h"

/* The words of "kind" in packs and the core's rules. */
static const struct
{
  const char *word;
  MingCreditKind kind;
} credit_kinds[] = {
  { "none", MING_CREDIT_NONE },
  { "percent_of_base", MING_CREDIT_PERCENT_OF_BASE },
  { "fixed_per_month", MING_CREDIT_FIXED_PER_MONTH },
  { "fixed_per_year", MING_CREDIT_FIXED_PER_YEAR },
  { "percent_of_pension", MING_CREDIT_PERCENT_OF_PENSION },
  { "percent_of_average", MING_CREDIT_PERCENT_OF_AVERAGE },
};

static MingCreditKind
kind_from_word (const char *word)
{
  for (guint i = 0; i < G_N_ELEMENTS (credit_kinds); i++)
    if (g_strcmp0 (word, credit_kinds[i].word) == 0)
      return credit_kinds[i].kind;
  g_return_val_if_reached (MING_CREDIT_NONE); /* the loader lets no other word through */
}

/* The table in force on @date and its row for the person; FALSE with outcome and message set. */
static gboolean
find_row (GPtrArray *list, MingPack *pack, const MingFacts *facts, const char *what,
          const MingDatedTable **version, const MingRow **row, GArray *near, MingOutcome *outcome,
          char **message)
{
  g_autoptr (GError) refused = NULL;

  *version = ming_pack_in_force (list, &facts->date, what, &refused);
  if (!*version)
    {
      *outcome = MING_OUTCOME_NO_RULE;
      *message = g_strdup (refused->message);
      return FALSE;
    }
  *row = ming_table_match ((*version)->table, pack->attributes, facts, near);
  if (*row)
    return TRUE;
  *message = ming_estimate_ask_missing (what, (*version)->table, pack->attributes, facts);
  *outcome = *message ? MING_OUTCOME_NOT_ASKED : MING_OUTCOME_NO_RULE;
  if (!*message)
    *message = g_strdup_printf (_("%s: no row of the policy pack covers this person"), what);
  return FALSE;
}

/*
 * The typed base between the published limits of @date; FALSE with outcome and message set. Where the pack
 * has no limits for that day the base counts as typed (@used stays NULL) and a caution says so.
 */
static gboolean
clamp_base (MingPack *pack, const MingDate *date, MingFen typed_fen, const MingDatedBase **used,
            MingFen *out_fen, MingOutcome *outcome, char **message)
{
  const MingDatedBase *base = ming_pack_in_force (pack->bases, date, _("contribution base"), NULL);
  MingBaseLimits limits = { 0, 0 };

  if (!base)
    {
      *out_fen = typed_fen;
      return TRUE;
    }
  if (base->floor.state == MING_CELL_UNKNOWN || base->cap.state == MING_CELL_UNKNOWN)
    {
      *outcome = MING_OUTCOME_UNKNOWN;
      *message = g_strdup (_("The floor or cap of the contribution base is not known in this policy pack"));
      return FALSE;
    }
  limits.floor_fen = base->floor.fen;
  limits.cap_fen = base->cap.state == MING_CELL_VALUE ? base->cap.fen : 0;
  *used = base;
  if (ming_base_clamp (&limits, typed_fen, out_fen) == MING_OK)
    return TRUE;
  *outcome = MING_OUTCOME_UNKNOWN;
  *message = g_strdup (_("The contribution base is larger than this program accepts"));
  return FALSE;
}

static gboolean
rate_is_unknown (const MingRateCell *cell)
{
  return cell->state == MING_CELL_UNKNOWN;
}

/* The core's rule from the row; FALSE when a figure it needs is unknown. */
static gboolean
rule_from_row (const MingRow *row, MingCreditRule *rule)
{
  const MingRateCell *own = &row->rate[MING_COLUMN_OWN];
  const MingRateCell *unit = &row->rate[MING_COLUMN_UNIT];
  const MingAmountCell *amount = &row->amount[MING_COLUMN_AMOUNT];

  rule->kind = kind_from_word (row->kind);
  rule->rounding = row->rounding;
  rule->own_rate = own->state == MING_CELL_VALUE ? own->rate[0] : (MingRate){ 0, 1 };
  rule->unit_rate = unit->state == MING_CELL_VALUE ? unit->rate[0] : (MingRate){ 0, 1 };
  rule->amount_fen = amount->state == MING_CELL_VALUE ? amount->fen : 0;
  return !rate_is_unknown (own) && !rate_is_unknown (unit) && amount->state != MING_CELL_UNKNOWN;
}

/* The amount the shares are taken of; FALSE when the case does not give it. */
static gboolean
find_basis (const MingCase *input, MingPack *pack, MingCreditResult *out, MingFen *basis_fen)
{
  *basis_fen = 0;
  if (out->rule.kind == MING_CREDIT_PERCENT_OF_PENSION)
    {
      *basis_fen = input->person.pension.fen;
      if (!input->person.pension.known)
        out->message = g_strdup (_("The own pension is needed"));
      return input->person.pension.known;
    }
  if (out->rule.kind != MING_CREDIT_PERCENT_OF_BASE)
    return TRUE;
  if (!input->person.base.known)
    {
      out->message = g_strdup (_("The contribution base is needed"));
      return FALSE;
    }
  out->typed_base_fen = input->person.base.fen;
  if (!clamp_base (pack, &input->date, out->typed_base_fen, &out->base, &out->clamped_base_fen, &out->outcome,
                   &out->message))
    return FALSE;
  *basis_fen = out->clamped_base_fen;
  return TRUE;
}

/* How many months of the benefit year of the day of asking are not among those without credit. */
static int
count_credited_months (const MingCase *input, const MingPack *pack)
{
  MingDate begins = ming_estimate_year_begins (pack, &input->date);
  int first = ming_date_month_index (begins);
  int n = 0;

  for (int month = first; month < first + 12; month++)
    n += ming_person_find_uncredited (&input->person, month) == NULL ? 1 : 0;
  return n;
}

/* The credit where some months bring nothing; what is credited once a year is no month's. */
static void
leave_out_months (MingCreditResult *out)
{
  if (out->rule.kind != MING_CREDIT_FIXED_PER_YEAR)
    out->credit.year_fen = out->credit.month_fen * out->credited_months;
  if (out->uncredited != NULL)
    out->credit.own_fen = out->credit.unit_fen = out->credit.month_fen = 0;
}

gboolean
ming_estimate_credit (const MingCase *input, MingPack *pack, MingCreditResult *out, GError **error)
{
  MingFacts facts = ming_estimate_person_facts (input, &input->date);
  MingFen basis_fen = 0;
  MingStatus status;

  out->near = g_array_new (FALSE, FALSE, sizeof (MingNearMiss));
  out->facts = facts;
  out->attributes = pack->attributes;
  out->credited_months = count_credited_months (input, pack);
  out->uncredited = ming_person_find_uncredited (&input->person, ming_date_month_index (input->date));
  if (out->credited_months == 0)
    return TRUE; /* KNOWN, and nothing */
  out->outcome = MING_OUTCOME_NOT_ASKED;
  if (!input->person.psn_type)
    {
      out->message = g_strdup (_("The type of person is needed"));
      return TRUE;
    }
  if (!find_row (pack->account_credit, pack, &facts, _("account credit"), &out->version, &out->row,
                 out->near, &out->outcome, &out->message))
    return TRUE;
  if (!rule_from_row (out->row, &out->rule))
    {
      out->outcome = MING_OUTCOME_UNKNOWN;
      out->message = g_strdup (_("The account credit is not known in this policy pack"));
      return TRUE;
    }
  if (!find_basis (input, pack, out, &basis_fen))
    return TRUE;
  out->outcome = MING_OUTCOME_KNOWN;
  status = ming_credit_compute (&out->rule, basis_fen, &out->credit);
  leave_out_months (out);
  return ming_estimate_check_status (status, "/person", error);
}

void
ming_credit_result_clear (MingCreditResult *result)
{
  g_clear_pointer (&result->near, g_array_unref);
  g_clear_pointer (&result->message, g_free);
}

/* The core's rule from the row's parts; FALSE when a figure is unknown. */
static gboolean
contribution_rule (const MingRow *row, MingContributionRule *rule)
{
  for (guint i = 0; row->parts && i < row->parts->len && i < MING_CONTRIBUTIONS_MAX; i++)
    {
      const MingPartCell *cell = g_ptr_array_index (row->parts, i);
      MingContributionPart *part = &rule->part[rule->n_parts++];

      if (cell->rate.state == MING_CELL_UNKNOWN || cell->amount.state == MING_CELL_UNKNOWN)
        return FALSE;
      part->who = cell->who;
      part->rate = cell->rate.state == MING_CELL_VALUE ? cell->rate.rate[0] : (MingRate){ 0, 1 };
      part->amount_fen = cell->amount.state == MING_CELL_VALUE ? cell->amount.fen : 0;
      part->rounding = cell->rounding;
    }
  return TRUE;
}

static gboolean
needs_base (const MingContributionRule *rule)
{
  for (int i = 0; i < rule->n_parts; i++)
    if (rule->part[i].rate.num > 0)
      return TRUE;
  return FALSE;
}

/* The base the parts are taken of: the row's published one, or the typed one between its limits. */
static gboolean
find_contribution_base (const MingCase *input, MingPack *pack, const MingContributionRule *rule,
                        MingContributionResult *out)
{
  if (!needs_base (rule))
    return TRUE;
  if (out->row->amount[MING_COLUMN_BASE].state == MING_CELL_VALUE)
    {
      out->typed_base_fen = out->clamped_base_fen = out->row->amount[MING_COLUMN_BASE].fen;
      return TRUE;
    }
  if (!input->person.base.known)
    {
      out->message = g_strdup (_("The contribution base is needed"));
      return FALSE;
    }
  out->typed_base_fen = input->person.base.fen;
  return clamp_base (pack, &input->date, out->typed_base_fen, &out->base, &out->clamped_base_fen,
                     &out->outcome, &out->message);
}

/* The parts of @list, contributions or what is withheld; @unknown: what to say when a figure is not known. */
static gboolean
add_up_parts (const MingCase *input, MingPack *pack, GPtrArray *list, const char *what, const char *unknown,
              MingContributionResult *out, GError **error)
{
  MingFacts facts = ming_estimate_person_facts (input, &input->date);
  MingContributionRule rule = { 0 };

  out->outcome = MING_OUTCOME_NOT_ASKED;
  if (!input->person.psn_type)
    {
      out->message = g_strdup (_("The type of person is needed"));
      return TRUE;
    }
  if (!find_row (list, pack, &facts, what, &out->version, &out->row, NULL, &out->outcome, &out->message))
    return TRUE;
  if (!contribution_rule (out->row, &rule) || out->row->amount[MING_COLUMN_BASE].state == MING_CELL_UNKNOWN)
    {
      out->outcome = MING_OUTCOME_UNKNOWN;
      out->message = g_strdup (unknown);
      return TRUE;
    }
  if (!find_contribution_base (input, pack, &rule, out))
    return TRUE;
  out->outcome = MING_OUTCOME_KNOWN;
  return ming_estimate_check_status (ming_contribution_compute (&rule, out->clamped_base_fen,
                                                                &out->contribution),
                                     "/person", error);
}

gboolean
ming_estimate_contribution (const MingCase *input, MingPack *pack, MingContributionResult *out,
                            GError **error)
{
  return add_up_parts (input, pack, pack->contribution_rules, _("contribution"),
                       _("The contribution is not known in this policy pack"), out, error);
}

gboolean
ming_estimate_debit (const MingCase *input, MingPack *pack, MingContributionResult *out, GError **error)
{
  if (pack->account_debit->len == 0)
    return TRUE; /* KNOWN, and nothing */
  return add_up_parts (input, pack, pack->account_debit, _("withheld from the account"),
                       _("What is withheld from the account is not known in this policy pack"), out, error);
}

void
ming_contribution_result_clear (MingContributionResult *result)
{
  g_clear_pointer (&result->message, g_free);
}
