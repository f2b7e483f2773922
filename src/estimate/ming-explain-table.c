/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ming-explain"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "ming-explain-private.h"

/*
 * National names of the payers; acct_own_pay is ours, for acct_pay counts own and family accounts together.
 */
static const char *const payer_fields[MING_N_PAYERS] = {
  "hifp_pay", "hifob_pay", "hifmi_pay",    "cvlserv_pay",     "hifes_pay",
  "maf_pay",  "oth_pay",   "acct_own_pay", "acct_mulaid_pay", "psn_cash_pay",
};

const char *
ming_payer_field (MingPayer payer)
{
  g_return_val_if_fail ((guint) payer < MING_N_PAYERS, "");
  return payer_fields[payer];
}

const char *
ming_evidence_mark (MingEvidence evidence)
{
  switch (evidence)
    {
    case MING_EVIDENCE_OFFICIAL_TEXT:
      return C_("evidence", "official");
    case MING_EVIDENCE_OFFICIAL_QUOTE:
      return C_("evidence", "quoted");
    case MING_EVIDENCE_SECONDARY:
    case MING_EVIDENCE_UNVERIFIED:
    case MING_N_EVIDENCES:
    default:
      return C_("evidence", "to be checked");
    }
}

const char *
ming_step_mark (const MingStep *step)
{
  return step->citations->len > 0 ? ming_evidence_mark (step->evidence) : "";
}

/* The general name of a payer, where no pack gives a better one. */
static const char *
general_name (MingPayer payer)
{
  switch (payer)
    {
    case MING_PAYER_HIFP:
      return C_("payer", "Pooled fund");
    case MING_PAYER_HIFOB:
      return C_("payer", "Large-amount fund");
    case MING_PAYER_HIFMI:
      return C_("payer", "Major-illness insurance");
    case MING_PAYER_CVLSERV:
      return C_("payer", "Civil-servant supplement");
    case MING_PAYER_HIFES:
      return C_("payer", "Enterprise supplement");
    case MING_PAYER_MAF:
      return C_("payer", "Medical relief");
    case MING_PAYER_ACCT:
      return C_("payer", "Own account");
    case MING_PAYER_MULAID:
      return C_("payer", "Family accounts");
    case MING_PAYER_CASH:
      return C_("payer", "Cash");
    case MING_PAYER_OTH:
    case MING_N_PAYERS:
    default:
      return C_("payer", "Other funds");
    }
}

/*
 * The only layer that pays as @payer, or among several the only one that paid; -1 when that does not decide.
 */
static int
only_layer_of (const MingVisitResult *result, MingPayer payer)
{
  int found = -1, paid = -1, n_found = 0, n_paid = 0;

  for (int layer = 0; result->resolved && layer < result->resolved->plan.n_layers; layer++)
    if (result->resolved->plan.layer[layer].payer == payer)
      {
        found = layer;
        n_found += 1;
        if (result->outcome == MING_OUTCOME_KNOWN && result->settlement.layer[layer].paid_fen > 0)
          {
            paid = layer;
            n_paid += 1;
          }
      }
  if (n_found == 1)
    return found;
  return n_paid == 1 ? paid : -1;
}

char *
ming_explain_payer_name (const MingVisitResult *result, MingPayer payer)
{
  int layer = only_layer_of (result, payer);

  if (layer >= 0)
    return g_strdup (ming_phrase_local (&result->resolved->origin[layer].spec->name));
  return g_strdup (general_name (payer));
}

guint
ming_explain_payers (const MingVisitResult *result)
{
  guint payers = 1u << MING_PAYER_CASH;

  if (result->outcome != MING_OUTCOME_KNOWN)
    return 0;
  for (int layer = 0; layer < result->resolved->plan.n_layers; layer++)
    payers |= 1u << result->resolved->plan.layer[layer].payer;
  if (result->resolved->plan.financing.may_own != 0)
    payers |= 1u << MING_PAYER_ACCT;
  if (result->purse_before.n_family > 0)
    payers |= 1u << MING_PAYER_MULAID;
  return payers;
}

char *
ming_explain_band_code (const MingVisitResult *result, int layer, int band)
{
  const char *prefix = result->resolved->origin[layer].spec->code_bands;

  /* one letter is numbered 001, 002, …; two letters 01, 02, … */
  return strlen (prefix) < 2 ? g_strdup_printf ("%s%03d", prefix, band + 1)
                             : g_strdup_printf ("%s%02d", prefix, band + 1);
}

/* polItemCode of a row of the settled bill: 101, 102, 103, S000, S001, C001 …, EC01. (transfer full) */
static char *
item_code (const MingVisitResult *result, const MingSegment *segment)
{
  switch (segment->part)
    {
    case MING_PART_FULL_OWN:
      return g_strdup ("101");
    case MING_PART_OVER_LIMIT:
      return g_strdup ("103");
    case MING_PART_FIRST_PAY:
      return g_strdup ("102");
    case MING_PART_AWAY_FIRST:
      return g_strdup ("S000");
    case MING_PART_DEDUCTIBLE:
      return g_strdup (result->resolved->origin[segment->layer].spec->code_deductible);
    case MING_PART_SHARE:
      return ming_explain_band_code (result, segment->layer, segment->band);
    case MING_PART_OVER_CAP:
      return g_strdup (result->resolved->origin[segment->layer].spec->code_over_cap);
    case MING_PART_IN_SCOPE:
    case MING_N_PARTS:
    default:
      return g_strdup ("");
    }
}

/* "1,300", "1,300.50": a bound of a band, which is whole yuan nearly always. */
static char *
bound_words (MingFen fen)
{
  char *words = ming_words_fen (fen);

  if (fen % 100 == 0)
    words[strlen (words) - 3] = '\0';
  return words;
}

/* "1,300–30,000": where the band begins and ends, or "above 40,000". */
static char *
band_label (const MingVisitResult *result, const MingSegment *segment)
{
  const MingBands *bands = &result->resolved->plan.layer[segment->layer].bands;
  const MingLayerTrace *trace = &result->settlement.layer[segment->layer];
  const char *fund = ming_phrase_local (&result->resolved->origin[segment->layer].spec->name);
  MingFen from_fen = segment->band > 0 ? bands->edge_fen[segment->band - 1] : 0;
  g_autofree char *from = NULL;
  g_autofree char *to = NULL;

  if (bands->n_bands == 1)
    return g_strdup (fund);
  if (segment->band == 0 || trace->axis_start_fen > from_fen)
    from_fen = MAX (from_fen, trace->axis_start_fen);
  from = bound_words (from_fen);
  if (segment->band + 1 == bands->n_bands)
    return g_strdup_printf (C_("band", "above %s"), from);
  to = bound_words (bands->edge_fen[segment->band]);
  return g_strdup_printf ("%s–%s", from, to);
}

static char *
segment_label (const MingVisitResult *result, const MingSegment *segment)
{
  switch (segment->part)
    {
    case MING_PART_FULL_OWN:
      return g_strdup (C_("part", "Wholly own cost"));
    case MING_PART_OVER_LIMIT:
      return g_strdup (C_("part", "Over price limits"));
    case MING_PART_FIRST_PAY:
      return g_strdup (C_("part", "First borne"));
    case MING_PART_AWAY_FIRST:
      return g_strdup (C_("part", "First borne away from home"));
    case MING_PART_DEDUCTIBLE:
      return g_strdup (C_("part", "Deductible"));
    case MING_PART_SHARE:
      return band_label (result, segment);
    case MING_PART_OVER_CAP:
      return g_strdup (C_("part", "Over the limit"));
    case MING_PART_IN_SCOPE:
    case MING_N_PARTS:
    default:
      return g_strdup (C_("part", "Eligible cost"));
    }
}

/* The rate the layer that made the row pays on it. */
static char *
segment_rate (const MingVisitResult *result, const MingSegment *segment)
{
  if (segment->part != MING_PART_SHARE)
    return g_strdup ("");
  return ming_words_rate (result->resolved->plan.layer[segment->layer].bands.rate[segment->band]);
}

/* Number of the step that explains @segment, from 1; 0 when none does. */
static int
step_of (GPtrArray *steps, const MingSegment *segment)
{
  for (guint i = 0; i < steps->len; i++)
    {
      const MingStep *step = g_ptr_array_index (steps, i);

      if (step->layer == segment->layer && step->part == segment->part && step->band == segment->band)
        return (int) i + 1;
    }
  return 0;
}

void
ming_table_row_free (MingTableRow *row)
{
  g_free (row->code);
  g_free (row->label);
  g_free (row->rate);
  g_free (row);
}

static MingTableRow *
total_row (const MingVisitResult *result)
{
  MingTableRow *row = g_new0 (MingTableRow, 1);

  row->code = g_strdup ("");
  row->label = g_strdup (C_("part", "Total"));
  row->rate = g_strdup ("");
  row->amount_fen = result->settlement.bill.total_fen;
  row->is_total = TRUE;
  for (int payer = 0; payer < MING_N_PAYERS; payer++)
    row->paid_fen[payer] = ming_bill_paid_by (&result->settlement.bill, (MingPayer) payer);
  return row;
}

GPtrArray *
ming_explain_table (const MingVisitResult *result)
{
  GPtrArray *rows = g_ptr_array_new_with_free_func ((GDestroyNotify) ming_table_row_free);
  g_autoptr (GPtrArray) steps = ming_explain_visit (result);

  if (result->outcome != MING_OUTCOME_KNOWN)
    return rows;
  for (int i = 0; i < result->settlement.bill.n_segments; i++)
    {
      const MingSegment *segment = &result->settlement.bill.segment[i];
      MingTableRow *row = g_new0 (MingTableRow, 1);

      row->code = item_code (result, segment);
      row->label = segment_label (result, segment);
      row->rate = segment_rate (result, segment);
      row->amount_fen = segment->amount_fen;
      memcpy (row->paid_fen, segment->paid_fen, sizeof row->paid_fen);
      row->step = step_of (steps, segment);
      g_ptr_array_add (rows, row);
    }
  g_ptr_array_add (rows, total_row (result));
  return rows;
}
