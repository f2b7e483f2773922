/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ming-compare-curve.h"

/* Ten thousand yuan. */
#define WAN_FEN INT64_C (1000000)
#define LEAST_END_FEN (5 * WAN_FEN)
/* Rounding bends a straight line by a fen or two. */
#define NOISE_FEN 3

MingFen
ming_curve_choose_end (MingFen total_fen)
{
  MingFen end_fen = MIN (total_fen, MING_FEN_MAX / 2) * 2;

  return MAX ((end_fen + WAN_FEN - 1) / WAN_FEN * WAN_FEN, LEAST_END_FEN);
}

MingCurve *
ming_curve_new (const MingLibrary *library, const MingCase *input, MingFen end_fen)
{
  MingCurve *curve = g_new0 (MingCurve, 1);

  g_return_val_if_fail (input->visits->len == 1 && end_fen > 0, curve);

  curve->library = library;
  curve->input = ming_case_copy (input);
  curve->step_fen = end_fen / (MING_CURVE_POINTS - 1);
  curve->kinks = g_array_new (FALSE, FALSE, sizeof (MingFen));
  return curve;
}

void
ming_curve_free (MingCurve *curve)
{
  if (curve == NULL)
    return;
  g_clear_pointer (&curve->input, ming_case_free);
  g_clear_pointer (&curve->kinks, g_array_unref);
  g_free (curve);
}

/* @part of a bill of @whole, in a bill of @total. */
static MingFen
scale (MingFen part_fen, MingFen total_fen, MingFen whole_fen)
{
  MingFen scaled_fen = 0;

  if (whole_fen == 0 || ming_money_prorate (total_fen, part_fen, whole_fen, &scaled_fen) != MING_OK)
    return 0;
  return scaled_fen;
}

/* Class B is what its items add up to. */
static void
scale_items (MingCaseVisit *visit, MingFen total_fen, MingFen whole_fen)
{
  visit->class_b.fen = 0;
  for (guint i = 0; i < visit->class_b_items->len; i++)
    {
      MingClassItem *item = g_ptr_array_index (visit->class_b_items, i);

      item->amount_fen = scale (item->amount_fen, total_fen, whole_fen);
      visit->class_b.fen += item->amount_fen;
    }
}

static void
scale_by_class (MingCaseVisit *visit, MingFen total_fen)
{
  MingFen whole_fen = visit->class_a.fen + visit->class_b.fen + visit->class_c.fen;

  if (visit->class_b_items != NULL)
    scale_items (visit, total_fen, whole_fen);
  else
    visit->class_b.fen = scale (visit->class_b.fen, total_fen, whole_fen);
  visit->class_c.fen = scale (visit->class_c.fen, total_fen, whole_fen);
  visit->overlmt_selfpay.fen = scale (visit->overlmt_selfpay.fen, total_fen, whole_fen);
  visit->class_a.fen = total_fen - visit->class_b.fen - visit->class_c.fen;
}

static void
scale_visit (MingCaseVisit *visit, MingFen total_fen)
{
  MingFen whole_fen = visit->medfee_sumamt.fen;

  if (visit->by_class)
    {
      scale_by_class (visit, total_fen);
      return;
    }
  visit->fulamt_ownpay_amt.fen = scale (visit->fulamt_ownpay_amt.fen, total_fen, whole_fen);
  visit->overlmt_selfpay.fen = scale (visit->overlmt_selfpay.fen, total_fen, whole_fen);
  visit->preselfpay_amt.fen = scale (visit->preselfpay_amt.fen, total_fen, whole_fen);
  visit->medfee_sumamt.fen = total_fen;
  visit->inscp_scp_amt.fen = total_fen - visit->fulamt_ownpay_amt.fen - visit->overlmt_selfpay.fen
                             - visit->preselfpay_amt.fen;
}

/* What the person bears of a bill of @total_fen; FALSE when that is not known. */
static gboolean
find_own (const MingCurve *curve, MingFen total_fen, MingFen *own_fen)
{
  g_autoptr (MingCase) input = ming_case_copy (curve->input);
  g_autoptr (MingEstimate) estimate = NULL;
  const MingVisitResult *visit;

  scale_visit (g_ptr_array_index (input->visits, 0), total_fen);
  estimate = ming_estimate_new (curve->library, input, NULL);
  if (estimate == NULL)
    return FALSE;
  visit = g_ptr_array_index (estimate->visits, 0);
  *own_fen = visit->settlement.person_fen;
  return visit->outcome == MING_OUTCOME_KNOWN;
}

/* By how much the curve rises in @interval; before the first, a person bears every fen. */
static MingFen
get_rise (const MingCurve *curve, int interval)
{
  if (interval < 0)
    return curve->step_fen;
  return curve->own_fen[interval + 1] - curve->own_fen[interval];
}

static gboolean
rise_alike (const MingCurve *curve, int a, int b)
{
  return ABS (get_rise (curve, a) - get_rise (curve, b)) <= NOISE_FEN;
}

/* An interval within which no rule begins rises like one of its neighbours. */
static gboolean
is_straight (const MingCurve *curve, int interval)
{
  return (interval > 0 && rise_alike (curve, interval, interval - 1))
         || (interval + 2 < MING_CURVE_POINTS && rise_alike (curve, interval, interval + 1));
}

/* Where the straight lines of two intervals meet. */
static void
add_kink (MingCurve *curve, int left, int right)
{
  MingFen left_fen = get_rise (curve, left);
  MingFen right_fen = get_rise (curve, right);
  int n_between = right - left - 1;
  MingFen gap_fen = curve->own_fen[right] - curve->own_fen[left + 1] - right_fen * n_between;
  MingFen offset_fen = gap_fen * curve->step_fen / (left_fen - right_fen);
  MingFen kink_fen = (left + 1) * curve->step_fen + CLAMP (offset_fen, 0, n_between * curve->step_fen);

  /* Rules begin at whole yuan; what rounding moved goes back. */
  kink_fen = (kink_fen + 50) / 100 * 100;
  if (kink_fen > 0)
    g_array_append_val (curve->kinks, kink_fen);
}

static void
find_kinks (MingCurve *curve)
{
  int left = -1;

  for (int i = 0; i + 1 < MING_CURVE_POINTS; i++)
    {
      if (!is_straight (curve, i))
        continue;
      if (!rise_alike (curve, left, i))
        add_kink (curve, left, i);
      left = i;
    }
}

gboolean
ming_curve_advance (MingCurve *curve, guint n)
{
  gboolean was_done = curve->n_done == MING_CURVE_POINTS;

  for (guint i = 0; i < n && curve->n_done < MING_CURVE_POINTS && !curve->failed; i++)
    {
      MingFen total_fen = (MingFen) curve->n_done * curve->step_fen;

      if (total_fen > 0 && !find_own (curve, total_fen, &curve->own_fen[curve->n_done]))
        curve->failed = TRUE;
      else
        curve->n_done += 1;
    }
  if (curve->failed)
    return FALSE;
  if (curve->n_done == MING_CURVE_POINTS && !was_done)
    find_kinks (curve);
  return curve->n_done < MING_CURVE_POINTS;
}
