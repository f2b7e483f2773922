/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ming-explain"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "ming-explain-layer.h"

/* More items than this are told of rate by rate, so that the working stays one that people read. */
#define ITEMS_SHOWN 8

/* The items of one rate together: what they cost and what of it is borne first. */
typedef struct
{
  MingRate rate;
  guint n_items;
  MingFen amount_fen;
  MingFen first_fen;
} RateGroup;

static MingRounding
rounding_of (const MingVisitResult *result)
{
  return result->resolved->version->first_pay_rounding;
}

static MingFen
first_of_item (const MingVisitResult *result, const MingClassItem *item)
{
  MingExact amount = ming_exact_from_fen (item->amount_fen);

  return ming_words_share (amount, item->first_pay_rate, rounding_of (result));
}

static gboolean
is_rounded (const MingVisitResult *result, MingFen amount_fen, MingRate rate)
{
  return ming_words_is_rounded (ming_exact_from_fen (amount_fen), rate, rounding_of (result));
}

/* "1,000.00 × 10 % = 100.00" */
static char *
product (MingFen amount_fen, MingRate rate, MingFen first_fen)
{
  g_autofree char *amount = ming_words_fen (amount_fen);
  g_autofree char *percent = ming_words_rate (rate);
  g_autofree char *first = ming_words_fen (first_fen);

  return g_strdup_printf ("%s × %s = %s", amount, percent, first);
}

/* Class B by one rate. */
static void
tell_whole (const MingVisitResult *result, MingStep *step)
{
  const MingCaseVisit *visit = result->visit;
  g_autofree char *amount = ming_words_fen (visit->class_b.fen);
  g_autofree char *rate = ming_words_rate (visit->first_pay_rate);
  g_autofree char *first = ming_words_fen (step->amount_fen);

  ming_step_set (&step->formula, product (visit->class_b.fen, visit->first_pay_rate, step->amount_fen));
  /* Translators: rate, amount, class B in all */
  ming_step_set (&step->sentence,
                 g_strdup_printf (_("Of class B items (%3$s) you first bear %1$s, that is %2$s; the rest "
                                     "counts as eligible."),
                                  rate, first, amount));
  ming_step_add_input (step, _("class B"), visit->class_b.fen, _("from the form"));
  if (is_rounded (result, visit->class_b.fen, visit->first_pay_rate))
    ming_step_set (&step->rounding, ming_words_rounding (rounding_of (result), FALSE));
}

static gboolean
is_same_rate (MingRate a, MingRate b)
{
  return (gint64) a.num * b.den == (gint64) b.num * a.den;
}

/* The items by their rates, in the order in which the rates come. (transfer full) of RateGroup */
static GArray *
group_by_rate (const MingVisitResult *result)
{
  GArray *groups = g_array_new (FALSE, TRUE, sizeof (RateGroup));

  for (guint i = 0; i < result->visit->class_b_items->len; i++)
    {
      const MingClassItem *item = g_ptr_array_index (result->visit->class_b_items, i);
      RateGroup *group = NULL;

      for (guint k = 0; k < groups->len && group == NULL; k++)
        if (is_same_rate (g_array_index (groups, RateGroup, k).rate, item->first_pay_rate))
          group = &g_array_index (groups, RateGroup, k);
      if (group == NULL)
        {
          g_array_set_size (groups, groups->len + 1);
          group = &g_array_index (groups, RateGroup, groups->len - 1);
          group->rate = item->first_pay_rate;
        }
      group->n_items += 1;
      group->amount_fen += item->amount_fen;
      group->first_fen += first_of_item (result, item);
    }
  return groups;
}

static void
add_sum (GString *formula, MingFen fen)
{
  g_autofree char *amount = ming_words_fen (fen);

  g_string_append_printf (formula, "%s%s", formula->len > 0 ? " + " : "", amount);
}

/* Each item on a line: "CT 1,000.00 × 10 % = 100.00". */
static void
tell_each (const MingVisitResult *result, MingStep *step, GString *formula)
{
  for (guint i = 0; i < result->visit->class_b_items->len; i++)
    {
      const MingClassItem *item = g_ptr_array_index (result->visit->class_b_items, i);
      MingFen first_fen = first_of_item (result, item);
      g_autofree char *number = g_strdup_printf (_("item %u"), i + 1);
      g_autofree char *working = product (item->amount_fen, item->first_pay_rate, first_fen);

      ming_step_add_working (step, item->name != NULL ? item->name : number, working, _("from the form"));
      add_sum (formula, first_fen);
    }
}

/* Many items: one line for each rate. What each item is rounded to is in the sum, so there is no product. */
static void
tell_groups (const MingVisitResult *result, MingStep *step, GString *formula)
{
  g_autoptr (GArray) groups = group_by_rate (result);

  for (guint i = 0; i < groups->len; i++)
    {
      const RateGroup *group = &g_array_index (groups, RateGroup, i);
      g_autofree char *rate = ming_words_rate (group->rate);
      g_autofree char *amount = ming_words_fen (group->amount_fen);
      /* Translators: number of items, their rate, what they cost in all */
      g_autofree char *name = g_strdup_printf (ngettext ("%1$u item at %2$s, %3$s in all: borne first",
                                                         "%1$u items at %2$s, %3$s in all: borne first",
                                                         group->n_items),
                                               group->n_items, rate, amount);

      ming_step_add_input (step, name, group->first_fen, _("each item rounded by itself"));
      add_sum (formula, group->first_fen);
    }
}

/* Class B item by item, each with its own rate and rounded by itself. */
static void
tell_items (const MingVisitResult *result, MingStep *step)
{
  const MingCaseVisit *visit = result->visit;
  g_autofree char *amount = ming_words_fen (visit->class_b.fen);
  g_autofree char *first = ming_words_fen (step->amount_fen);
  g_autoptr (GString) formula = g_string_new (NULL);

  if (visit->class_b_items->len <= ITEMS_SHOWN)
    tell_each (result, step, formula);
  else
    tell_groups (result, step, formula);
  ming_step_set (&step->formula, g_str_equal (formula->str, first)
                                     ? g_strdup (first)
                                     : g_strdup_printf ("%s = %s", formula->str, first));
  /* Translators: number of items, class B in all, amount */
  ming_step_set (&step->sentence,
                 g_strdup_printf (ngettext ("Of the %1$u class B item (%2$s) you first bear %3$s; the rest "
                                            "counts as eligible.",
                                            "Of the %1$u class B items (%2$s) you first bear %3$s, each by "
                                            "its own rate; the rest counts as eligible.",
                                            visit->class_b_items->len),
                                  visit->class_b_items->len, amount, first));
  for (guint i = 0; i < visit->class_b_items->len; i++)
    {
      const MingClassItem *item = g_ptr_array_index (visit->class_b_items, i);

      if (is_rounded (result, item->amount_fen, item->first_pay_rate))
        ming_step_set (&step->rounding, ming_words_rounding (rounding_of (result), FALSE));
    }
}

MingStep *
ming_explain_first_pay (const MingVisitResult *result)
{
  MingStep *step = ming_step_new (-1, MING_PART_FIRST_PAY, 0);

  step->amount_fen = result->input.charges.first_pay_fen;
  ming_step_set (&step->code, g_strdup ("102"));
  ming_step_set (&step->title, g_strdup (_("First-borne part of class B")));
  if (result->visit->class_b_items != NULL)
    tell_items (result, step);
  else
    tell_whole (result, step);
  return step;
}
