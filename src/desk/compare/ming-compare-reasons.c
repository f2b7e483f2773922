/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "ming-compare-form.h"

/* Which rule a step applies, however its sums came out: layer, kind of row, band; NULL for mere sums. */
static char *
make_key (const MingVisitResult *visit, const MingStep *step)
{
  if (step->layer < -1)
    return NULL;
  return g_strdup_printf ("%s/%d/%d", step->layer >= 0 ? visit->resolved->origin[step->layer].spec->id : "",
                          (int) step->part, step->band);
}

static const MingStep *
find_step (const MingCompareColumn *column, const char *key)
{
  const MingVisitResult *visit = ming_compare_column_visit (column);
  GPtrArray *steps = column->answer->steps;

  for (guint i = 0; visit != NULL && i < steps->len; i++)
    {
      const MingStep *step = g_ptr_array_index (steps, i);
      g_autofree char *other = make_key (visit, step);

      if (g_strcmp0 (key, other) == 0)
        return step;
    }
  return NULL;
}

/* "28,700.00 × 91 % = 26,117.00 (退休)": the sum and the row of the rules behind it. */
static char *
describe_step (const MingStep *step)
{
  if (step == NULL)
    return g_strdup (C_ ("compare", "there is no such step"));
  if (step->matched == NULL || *step->matched == '\0')
    return g_strdup (step->formula);
  return g_strdup_printf ("%s (%s)", step->formula, step->matched);
}

static void
add_reason (MingCompareForm *form, guint index, const MingStep *own, const MingStep *first)
{
  const MingStep *named = own != NULL ? own : first;
  g_autofree char *title = g_strdup_printf ("%s · %s", form->column[index].name, named->title);
  g_autofree char *mine = describe_step (own);
  g_autofree char *other = describe_step (first);
  /* Translators: name of a plan, what its rules say; the same of the first plan */
  g_autofree char *text = g_strdup_printf (_("%1$s: %2$s\n%3$s: %4$s"), form->column[index].name, mine,
                                           form->column[0].name, other);
  const char *mark = named->citations->len > 0 ? ming_evidence_mark (named->evidence) : NULL;

  g_ptr_array_add (form->reasons,
                   ming_note_new (title, text, mark, ming_evidence_is_official (named->evidence)));
}

static gboolean
say_the_same (const MingStep *a, const MingStep *b)
{
  return a != NULL && b != NULL && a->amount_fen == b->amount_fen && g_strcmp0 (a->formula, b->formula) == 0;
}

/* Every step of the column that the first does not have in the same words, then those only the first has. */
static void
add_visit_reasons (MingCompareForm *form, guint index)
{
  const MingCompareColumn *column = &form->column[index];
  const MingVisitResult *visit = ming_compare_column_visit (column);
  const MingVisitResult *first = ming_compare_column_visit (&form->column[0]);

  if (visit == NULL || first == NULL)
    return;
  for (guint i = 0; i < column->answer->steps->len; i++)
    {
      const MingStep *step = g_ptr_array_index (column->answer->steps, i);
      g_autofree char *key = make_key (visit, step);
      const MingStep *other = key != NULL ? find_step (&form->column[0], key) : NULL;

      if (key != NULL && !say_the_same (step, other))
        add_reason (form, index, step, other);
    }
  for (guint i = 0; i < form->column[0].answer->steps->len; i++)
    {
      const MingStep *step = g_ptr_array_index (form->column[0].answer->steps, i);
      g_autofree char *key = make_key (first, step);

      if (key != NULL && find_step (column, key) == NULL)
        add_reason (form, index, NULL, step);
    }
}

static void
add_credit_reason (MingCompareForm *form, guint index)
{
  GPtrArray *own = form->column[index].answer->credit;
  GPtrArray *first = form->column[0].answer->credit;
  const MingStep *mine = own->len > 0 ? g_ptr_array_index (own, 0) : NULL;
  const MingStep *other = first->len > 0 ? g_ptr_array_index (first, 0) : NULL;

  if ((mine != NULL || other != NULL) && !say_the_same (mine, other))
    add_reason (form, index, mine, other);
}

void
ming_compare_form_fill_reasons (MingCompareForm *form)
{
  for (guint i = 1; i < form->n_columns; i++)
    {
      add_visit_reasons (form, i);
      add_credit_reason (form, i);
    }
}
