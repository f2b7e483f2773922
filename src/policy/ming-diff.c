/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ming-diff.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "core/ming-text.h"

/* Whether the version of @figure holds on @date; without a date every version counts. */
static gboolean
is_compared (const MingFigure *figure, const MingDate *date)
{
  const MingSpan *span = figure->span;

  if (date == NULL)
    return TRUE;
  return !span->expected && ming_date_compare (span->effective, *date) <= 0
         && (span->until.year == 0 || ming_date_compare (span->until, *date) >= 0);
}

/* What makes two figures the same one: the key, and between whole packs the day the version begins. */
static char *
make_key (const MingFigure *figure, const MingDate *date)
{
  char begins[MING_TEXT_DATE_SIZE] = "";

  if (date != NULL)
    return g_strdup (figure->key);
  ming_text_format_date (figure->span->effective, begins, sizeof begins);
  return g_strdup_printf ("%s@%s", figure->key, begins);
}

static GHashTable *
index_figures (GPtrArray *figures, const MingDate *date)
{
  GHashTable *index = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < figures->len; i++)
    {
      MingFigure *figure = g_ptr_array_index (figures, i);

      if (is_compared (figure, date))
        g_hash_table_insert (index, make_key (figure, date), figure);
    }
  return index;
}

static void
add_change (MingDiff *self, MingChangeKind kind, const MingFigure *before, const MingFigure *after)
{
  MingChange *change = g_new0 (MingChange, 1);

  change->kind = kind;
  change->before = before;
  change->after = after;
  g_ptr_array_add (self->changes, change);
}

static gboolean
same_papers (const MingFigure *a, const MingFigure *b)
{
  g_autofree char *papers_of_a = ming_figure_papers (a);
  g_autofree char *papers_of_b = ming_figure_papers (b);

  return a->evidence == b->evidence && strcmp (papers_of_a, papers_of_b) == 0;
}

static void
compare (MingDiff *self, const MingDate *from, const MingDate *to)
{
  g_autoptr (GHashTable) before = index_figures (self->figures_a, from);
  g_autoptr (GHashTable) after = index_figures (self->figures_b, to);

  for (guint i = 0; i < self->figures_b->len; i++)
    {
      const MingFigure *figure = g_ptr_array_index (self->figures_b, i);
      g_autofree char *key = make_key (figure, to);
      const MingFigure *old = g_hash_table_lookup (before, key);

      if (!is_compared (figure, to))
        continue;
      if (old == NULL)
        add_change (self, MING_CHANGE_ADDED, NULL, figure);
      else if (strcmp (old->value, figure->value) != 0)
        add_change (self, MING_CHANGE_VALUE, old, figure);
      else if (figure->kind == MING_FIGURE_NUMBER && figure->state != MING_CELL_UNKNOWN
               && !same_papers (old, figure))
        add_change (self, MING_CHANGE_PAPERS, old, figure);
    }
  for (guint i = 0; i < self->figures_a->len; i++)
    {
      const MingFigure *figure = g_ptr_array_index (self->figures_a, i);
      g_autofree char *key = make_key (figure, from);

      if (is_compared (figure, from) && !g_hash_table_contains (after, key))
        add_change (self, MING_CHANGE_REMOVED, figure, NULL);
    }
}

MingDiff *
ming_diff_dates (MingPack *a, const MingDate *from, MingPack *b, const MingDate *to)
{
  MingDiff *self = g_new0 (MingDiff, 1);

  self->a = ming_pack_ref (a);
  self->b = ming_pack_ref (b);
  self->figures_a = ming_figures_of_pack (a);
  self->figures_b = ming_figures_of_pack (b);
  self->changes = g_ptr_array_new_with_free_func (g_free);
  compare (self, from, to);
  return self;
}

MingDiff *
ming_diff_packs (MingPack *a, MingPack *b)
{
  return ming_diff_dates (a, NULL, b, NULL);
}

void
ming_diff_free (MingDiff *diff)
{
  g_ptr_array_unref (diff->changes);
  g_ptr_array_unref (diff->figures_a);
  g_ptr_array_unref (diff->figures_b);
  ming_pack_unref (diff->a);
  ming_pack_unref (diff->b);
  g_free (diff);
}

static const char *
evidence_words (MingEvidence evidence)
{
  static const char *const words[MING_N_EVIDENCES] = {
    [MING_EVIDENCE_UNVERIFIED] = N_("unverified"),
    [MING_EVIDENCE_SECONDARY] = N_("secondary source"),
    [MING_EVIDENCE_OFFICIAL_QUOTE] = N_("official wording, quoted"),
    [MING_EVIDENCE_OFFICIAL_TEXT] = N_("official text"),
  };

  return _(words[evidence]);
}

/* "\n  in force from 2026-07-01 to 2027-06-30" */
static void
append_span (GString *text, const MingSpan *span)
{
  char from[MING_TEXT_DATE_SIZE] = "", until[MING_TEXT_DATE_SIZE] = "";

  ming_text_format_date (span->effective, from, sizeof from);
  g_string_append (text, "\n  ");
  if (span->until.year == 0)
    g_string_append_printf (text, _("in force from %s"), from);
  else
    {
      ming_text_format_date (span->until, until, sizeof until);
      g_string_append_printf (text, _("in force from %s to %s"), from, until);
    }
  if (span->expected)
    g_string_append_printf (text, " (%s)", _("announced"));
}

static void
append_papers (GString *text, const MingFigure *figure)
{
  g_autofree char *papers = ming_figure_papers (figure);

  if (figure->state == MING_CELL_UNKNOWN && figure->citations->len == 0)
    return;
  g_string_append_printf (text, "\n  %s [%s]", *papers != '\0' ? papers : _("no source"),
                          evidence_words (figure->evidence));
}

char *
ming_change_describe (const MingChange *change)
{
  const MingFigure *figure = change->after != NULL ? change->after : change->before;
  GString *text = g_string_new (figure->what);

  g_string_append_printf (text, " (%s): ", *figure->who != '\0' ? figure->who : _("everybody"));
  switch (change->kind)
    {
    case MING_CHANGE_ADDED:
      g_string_append_printf (text, _("new: %s"), figure->value);
      break;
    case MING_CHANGE_REMOVED:
      g_string_append_printf (text, _("no longer: %s"), figure->value);
      break;
    case MING_CHANGE_PAPERS:
      g_string_append_printf (text, _("%s as before, on other papers"), figure->value);
      append_papers (text, change->before);
      break;
    case MING_CHANGE_VALUE:
    default:
      g_string_append_printf (text, "%s → %s", change->before->value, change->after->value);
      break;
    }
  if (figure->kind == MING_FIGURE_NUMBER)
    append_papers (text, figure);
  append_span (text, figure->span);
  return g_string_free (text, FALSE);
}
