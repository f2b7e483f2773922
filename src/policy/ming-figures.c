/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ming-figures.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "ming-figures-private.h"
#include "ming-guidance.h"

void
ming_figure_free (MingFigure *figure)
{
  g_free (figure->key);
  g_free (figure->list);
  g_free (figure->what);
  g_free (figure->who);
  g_free (figure->value);
  g_ptr_array_unref (figure->citations);
  g_free (figure->pointer);
  g_free (figure);
}

char *
ming_figure_papers (const MingFigure *figure)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < figure->citations->len; i++)
    {
      g_autofree char *citation = ming_citation_format (g_ptr_array_index (figure->citations, i));

      g_string_append_printf (text, "%s%s", i > 0 ? "; " : "", citation);
    }
  return g_string_free (text, FALSE);
}

static void
walk_part (MingWalker *self, const MingWalkPlace *row_place, const MingPartCell *part)
{
  static const char *const who_keys[] = { "unit", "person", "flexible", "subsidy" };
  const char *name = ming_phrase_local (&part->name);
  g_autofree char *key = g_strdup_printf ("%s/%s/%s", row_place->key, who_keys[part->who], part->name.zh);
  g_autofree char *what = g_strdup_printf ("%s · %s", row_place->what, name);
  MingWalkPlace place = *row_place;

  place.key = key;
  place.what = what;
  place.citations = part->citations;
  place.evidence = part->evidence;
  place.pointer = part->pointer;
  ming_walker_rate (self, &place, "rate", NULL, &part->rate);
  ming_walker_amount (self, &place, "amount", NULL, &part->amount, FALSE);
  ming_walker_rounding (self, &place, &part->rounding);
}

/* Contributions, and what is withheld from the account: rows of parts. */
static void
walk_rules (MingWalker *self, GPtrArray *list, const char *key_of_list, const char *what)
{
  self->list = key_of_list;
  for (guint i = 0; i < list->len; i++)
    {
      const MingDatedTable *dated = g_ptr_array_index (list, i);

      self->span = &dated->span;
      for (guint j = 0; j < dated->table->rows->len; j++)
        {
          const MingRow *row = g_ptr_array_index (dated->table->rows, j);
          g_autofree char *key = ming_walker_row_key (key_of_list, row);
          g_autofree char *who = ming_row_describe (row, ming_phrase_language ());
          MingWalkPlace place = { key, what, who, row->citations, row->evidence, row, row->pointer };

          ming_walker_amount (self, &place, "base", _("base of their own"), &row->amount[MING_COLUMN_BASE],
                              FALSE);
          ming_walker_word (self, &place, "period", _("period of payment"),
                            row->per_year ? _("per year") : _("per month"));
          for (guint k = 0; k < row->parts->len; k++)
            walk_part (self, &place, g_ptr_array_index (row->parts, k));
        }
    }
}

static void
walk_bases (MingWalker *self)
{
  self->list = "contribution/base";
  for (guint i = 0; i < self->pack->bases->len; i++)
    {
      const MingDatedBase *base = g_ptr_array_index (self->pack->bases, i);
      MingWalkPlace place = { "contribution/base", _("Contribution base"), "",
                              base->citations,     base->evidence,          NULL,
                              base->span.pointer };

      self->span = &base->span;
      ming_walker_amount (self, &place, "floor", _("lower limit"), &base->floor, TRUE);
      ming_walker_amount (self, &place, "cap", _("upper limit"), &base->cap, TRUE);
    }
}

static void
walk_dated (MingWalker *self, GPtrArray *list, const char *key, const char *what)
{
  self->list = key;
  for (guint i = 0; i < list->len; i++)
    {
      const MingDatedTable *dated = g_ptr_array_index (list, i);

      self->span = &dated->span;
      ming_walker_table (self, key, what, dated->table, FALSE);
    }
}

static void
walk_makeup (MingWalker *self, const MingYearsVersion *years)
{
  const MingMakeupSpec *makeup = &years->makeup;
  MingWalkPlace place = { "retirement_years/makeup", _("Make-up of missing years"), "", makeup->citations,
                          makeup->evidence, NULL, years->dated.span.pointer };

  if (!makeup->present)
    return;
  ming_walker_amount (self, &place, "base", _("base of the make-up"), &makeup->base, FALSE);
  ming_walker_rate (self, &place, "rate", NULL, &makeup->rate);
}

static void
walk_years (MingWalker *self)
{
  self->list = "retirement_years";
  for (guint i = 0; i < self->pack->retirement_years->len; i++)
    {
      const MingYearsVersion *years = g_ptr_array_index (self->pack->retirement_years, i);

      self->span = &years->dated.span;
      ming_walker_table (self, "retirement_years", _("Years required for retirement"), years->dated.table,
                         FALSE);
      walk_makeup (self, years);
    }
}

/* The case of an entry stands where other figures say for whom they are. */
static void
walk_entry (MingWalker *self, const MingGuidance *entry)
{
  g_autofree char *key = g_strdup_printf ("guidance/%s", entry->id);
  g_autofree char *what
      = g_strdup_printf ("%s · %s", _("Guidance"), ming_guidance_topic_question (entry->topic));
  MingWalkPlace place = { key, what, ming_phrase_local (&entry->about), entry->citations, entry->evidence,
                          NULL, entry->span.pointer };
  g_autofree char *papers = ming_guidance_papers (entry);

  self->span = &entry->span;
  ming_walker_text (self, &place, "answer", C_ ("guidance", "answer"), ming_phrase_local (&entry->answer));
  if (papers != NULL)
    ming_walker_text (self, &place, "papers", C_ ("guidance", "papers"), papers);
  for (guint i = 0; i < entry->limits->len; i++)
    {
      const MingGuidanceLimit *limit = g_ptr_array_index (entry->limits, i);
      g_autofree char *column = g_strdup_printf ("limit/%s", limit->name.zh);
      g_autofree char *words = ming_guidance_limit_words (limit);

      ming_walker_time (self, &place, column, ming_phrase_local (&limit->name), &limit->number, words);
    }
  if (*ming_phrase_local (&entry->where) != '\0')
    ming_walker_text (self, &place, "where", C_ ("guidance", "place"), ming_phrase_local (&entry->where));
}

static void
walk_guidance (MingWalker *self)
{
  self->list = "guidance";
  for (guint i = 0; i < self->pack->guidance->len; i++)
    walk_entry (self, g_ptr_array_index (self->pack->guidance, i));
}

GPtrArray *
ming_figures_of_pack (const MingPack *pack)
{
  MingWalker self = { pack, g_ptr_array_new_with_free_func ((GDestroyNotify) ming_figure_free), NULL, NULL,
                      "" };

  walk_bases (&self);
  walk_rules (&self, pack->contribution_rules, "contribution/rules", _("Contribution"));
  walk_rules (&self, pack->account_debit, "account_debit", _("Withheld from the account"));
  walk_dated (&self, pack->account_credit, "account_credit", _("Account credit"));
  walk_dated (&self, pack->account_interest, "account_interest", _("Interest on the account"));
  for (guint i = 0; i < pack->cares->len; i++)
    ming_walker_care (&self, g_ptr_array_index (pack->cares, i));
  walk_years (&self);
  walk_dated (&self, pack->waiting, "waiting", _("Waiting period"));
  walk_dated (&self, pack->resident_premium, "resident_premium", _("Resident premium"));
  walk_guidance (&self);
  return self.figures;
}
