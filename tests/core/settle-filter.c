/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * Years of visits on standard input, one a line, as integers; for each visit a line of integers on standard
 * output. The order of the numbers is that of the functions below; differential.py writes and reads them.
 */
#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "core/ming-settle.h"

static char *cursor;

static int64_t
next_number (void)
{
  char *end = NULL;
  int64_t number = strtoll (cursor, &end, 10);

  if (end == cursor)
    {
      fprintf (stderr, "settle-filter: a number is missing\n");
      exit (2);
    }
  cursor = end;
  return number;
}

/* A count, not beyond the table it counts: the filter is no test of its own reader. */
static int32_t
next_count (int64_t most)
{
  int64_t number = next_number ();

  if (number < 0 || number > most)
    {
      fprintf (stderr, "settle-filter: %" PRId64 " is more than %" PRId64 "\n", number, most);
      exit (2);
    }
  return (int32_t) number;
}

static MingRate
read_rate (void)
{
  int32_t num = (int32_t) next_number ();

  return (MingRate){ num, (int32_t) next_number () };
}

static MingRounding
read_rounding (void)
{
  MingRoundUnit unit = (MingRoundUnit) next_number ();

  return (MingRounding){ unit, (MingRoundMode) next_number () };
}

static void
read_deductible (MingDeductible *deductible)
{
  deductible->kind = (MingDeductibleKind) next_number ();
  deductible->n_amounts = next_count (MING_ADMISSIONS_MAX);
  for (int i = 0; i < deductible->n_amounts; i++)
    deductible->amount_fen[i] = next_number ();
  deductible->percent_of_bill = read_rate ();
  deductible->floor_fen = next_number ();
  deductible->ceiling_fen = next_number ();
  deductible->period_days = (int32_t) next_number ();
  deductible->year_stop_fen = next_number ();
  deductible->same_level = next_number () != 0;
}

static void
read_bands (MingBands *bands)
{
  bands->n_bands = next_count (MING_BANDS_MAX);
  for (int i = 0; i + 1 < bands->n_bands; i++)
    bands->edge_fen[i] = next_number ();
  for (int i = 0; i < bands->n_bands; i++)
    bands->rate[i] = read_rate ();
}

static void
read_layer (MingLayer *layer)
{
  layer->kind = (MingLayerKind) next_number ();
  layer->payer = (MingPayer) next_number ();
  layer->parts = (uint32_t) next_number ();
  layer->from_layers = (uint32_t) next_number ();
  for (int part = MING_PART_DEDUCTIBLE; part < MING_N_PARTS; part++)
    layer->passed_over[part] = (uint32_t) next_number ();
  read_deductible (&layer->deductible);
  read_bands (&layer->bands);
  layer->axis = (MingAxis) next_number ();
  layer->scope = (MingScope) next_number ();
  layer->round_where = (MingRoundWhere) next_number ();
  layer->rounding = read_rounding ();
  layer->n_caps = next_count (MING_CAPS_MAX);
  for (int i = 0; i < layer->n_caps; i++)
    {
      layer->cap[i].kind = (MingCapKind) next_number ();
      layer->cap[i].period = (MingPeriod) next_number ();
      layer->cap[i].amount_fen = next_number ();
      layer->cap[i].counter = (int32_t) next_number ();
    }
  layer->counter = (int32_t) next_number ();
}

static void
read_plan (MingPlan *plan)
{
  plan->n_layers = next_count (MING_LAYERS_MAX);
  for (int i = 0; i < plan->n_layers; i++)
    read_layer (&plan->layer[i]);
  plan->away_first = read_rate ();
  plan->away_rounding = read_rounding ();
  plan->financing.n_order = next_count (MING_N_PARTS);
  for (int i = 0; i < plan->financing.n_order; i++)
    plan->financing.order[i] = (MingPart) next_number ();
  plan->financing.may_own = (uint32_t) next_number ();
  plan->financing.may_family = (uint32_t) next_number ();
}

static void
read_visit (MingVisit *visit, MingPurse *purse)
{
  visit->charges.total_fen = next_number ();
  visit->charges.full_own_fen = next_number ();
  visit->charges.over_limit_fen = next_number ();
  visit->charges.first_pay_fen = next_number ();
  visit->charges.in_scope_fen = next_number ();
  visit->stay_days = (int32_t) next_number ();
  visit->admission = next_number () != 0;
  visit->level = (int32_t) next_number ();
  visit->month = (int32_t) next_number ();
  purse->own_fen = next_number ();
  purse->n_family = next_count (MING_FAMILY_MAX);
  for (int i = 0; i < purse->n_family; i++)
    purse->family_fen[i] = next_number ();
}

static void
put (int64_t number)
{
  printf ("%" PRId64 " ", number);
}

/* In lowest terms, so that equal amounts print equal. */
static void
put_exact (MingExact exact)
{
  int32_t a = exact.num, b = exact.den;

  while (a != 0)
    {
      int32_t rest = b % a;

      b = a;
      a = rest;
    }
  put (exact.whole_fen);
  put (exact.num / b);
  put (exact.den / b);
}

static void
put_trace (const MingLayerTrace *trace)
{
  put_exact (trace->base);
  put (trace->nth);
  put (trace->periods);
  put (trace->dedc_std_fen);
  put (trace->crt_dedc_fen);
  put (trace->act_dedc_fen);
  put (trace->axis_start_fen);
  put (trace->cost_over_fen);
  for (int i = 0; i < trace->n_slices; i++)
    {
      put_exact (trace->slice[i].cost);
      put (trace->slice[i].paid_fen);
    }
  put (trace->uncapped_fen);
  put (trace->cap_hit);
  put (trace->cap_left_fen);
  put_exact (trace->consumed);
  put (trace->cap_band);
  put_exact (trace->over);
  put (trace->scope_fen);
  put (trace->keep_fen);
  put (trace->paid_fen);
}

static void
put_settlement (const MingSettlement *out, const MingPurse *before)
{
  put (out->fund_fen);
  put (out->person_fen);
  put (out->dedc_std_fen);
  put (out->crt_dedc_fen);
  put (out->act_dedc_fen);
  for (int i = 0; i < out->n_layers; i++)
    put_trace (&out->layer[i]);
  for (int i = 0; i < out->bill.n_segments; i++)
    {
      const MingSegment *segment = &out->bill.segment[i];

      put (segment->part);
      put (segment->layer);
      put (segment->band);
      put (segment->amount_fen);
      put_exact (segment->exact);
      for (int payer = 0; payer < MING_N_PAYERS; payer++)
        put (segment->paid_fen[payer]);
    }
  put (out->purse_after.own_fen);
  for (int i = 0; i < before->n_family; i++)
    {
      put (out->purse_after.family_fen[i]);
      put (out->family_paid_fen[i]);
    }
}

static void
put_year (const MingYear *year)
{
  for (int i = 0; i < MING_LEVELS_MAX; i++)
    put (year->admissions[i]);
  put (year->month);
  for (int i = 0; i < MING_COUNTERS_MAX; i++)
    {
      const MingCounter *counter = &year->counter[i];

      put (counter->deductible_fen);
      put (counter->cost_fen);
      put (counter->paid_fen);
      put (counter->month_deductible_fen);
      put (counter->month_cost_fen);
      put (counter->month_paid_fen);
      put (counter->quarter_deductible_fen);
      put (counter->quarter_cost_fen);
      put (counter->quarter_paid_fen);
    }
}

int
main (void)
{
  static char line[1 << 16];

  while (fgets (line, sizeof line, stdin))
    {
      MingPlan plan;
      MingYear year;
      int32_t n_visits;

      cursor = line;
      memset (&plan, 0, sizeof plan);
      memset (&year, 0, sizeof year);
      read_plan (&plan);
      n_visits = next_count (100);
      for (int i = 0; i < n_visits; i++)
        {
          MingVisit visit;
          MingPurse purse = { 0, 0, { 0 } };
          MingSettlement out;
          MingStatus status;

          read_visit (&visit, &purse);
          status = ming_settle (&plan, &visit, &purse, &year, &out);
          put (status);
          if (status == MING_OK)
            {
              put_settlement (&out, &purse);
              put_year (&year);
            }
          putchar ('\n');
        }
    }
  return ferror (stdin) || fflush (stdout) != 0 ? 1 : 0;
}
