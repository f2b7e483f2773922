/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ming-pack.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "ming-pack-load-private.h"
#include "ming-resolve.h"
#include "ming-wording.h"

MingPack *
ming_pack_new (void)
{
  MingPack *pack = g_atomic_rc_box_new0 (MingPack);

  pack->year_starts_month = 1;
  pack->year_starts_day = 1;
  pack->sources = g_hash_table_new (g_str_hash, g_str_equal); /* keys and values live in source_order */
  pack->source_order = g_ptr_array_new_with_free_func ((GDestroyNotify) ming_source_free);
  pack->attributes = g_ptr_array_new_with_free_func ((GDestroyNotify) ming_attribute_free);
  pack->gaps = g_ptr_array_new_with_free_func ((GDestroyNotify) ming_gap_free);
  pack->bases = g_ptr_array_new_with_free_func ((GDestroyNotify) ming_dated_base_free);
  pack->contribution_rules = g_ptr_array_new_with_free_func ((GDestroyNotify) ming_dated_table_free);
  pack->account_interest = g_ptr_array_new_with_free_func ((GDestroyNotify) ming_dated_table_free);
  pack->account_debit = g_ptr_array_new_with_free_func ((GDestroyNotify) ming_dated_table_free);
  pack->account_credit = g_ptr_array_new_with_free_func ((GDestroyNotify) ming_dated_table_free);
  pack->cares = g_ptr_array_new_with_free_func ((GDestroyNotify) ming_care_free);
  pack->retirement_years = g_ptr_array_new_with_free_func ((GDestroyNotify) ming_years_version_free);
  pack->waiting = g_ptr_array_new_with_free_func ((GDestroyNotify) ming_dated_table_free);
  pack->resident_premium = g_ptr_array_new_with_free_func ((GDestroyNotify) ming_dated_table_free);
  pack->guidance = g_ptr_array_new_with_free_func ((GDestroyNotify) ming_guidance_free);
  return pack;
}

static void
pack_clear (gpointer data)
{
  MingPack *pack = data;

  g_free (pack->id);
  g_free (pack->revision);
  g_free (pack->file);
  g_free (pack->sha256);
  g_free (pack->region);
  g_free (pack->insutype);
  ming_phrase_clear (&pack->name);
  g_ptr_array_unref (pack->attributes);
  g_ptr_array_unref (pack->gaps);
  g_ptr_array_unref (pack->bases);
  g_ptr_array_unref (pack->contribution_rules);
  g_ptr_array_unref (pack->account_interest);
  g_ptr_array_unref (pack->account_debit);
  g_ptr_array_unref (pack->account_credit);
  g_ptr_array_unref (pack->cares);
  g_ptr_array_unref (pack->retirement_years);
  g_ptr_array_unref (pack->waiting);
  g_ptr_array_unref (pack->resident_premium);
  g_ptr_array_unref (pack->guidance);
  g_hash_table_unref (pack->sources);
  g_ptr_array_unref (pack->source_order);
}

MingPack *
ming_pack_ref (MingPack *pack)
{
  return g_atomic_rc_box_acquire (pack);
}

void
ming_pack_unref (MingPack *pack)
{
  g_atomic_rc_box_release_full (pack, pack_clear);
}

gboolean
ming_pack_is_guidance_only (const MingPack *pack)
{
  const GPtrArray *parts[] = { pack->bases,
                               pack->contribution_rules,
                               pack->account_interest,
                               pack->account_debit,
                               pack->account_credit,
                               pack->cares,
                               pack->retirement_years,
                               pack->waiting,
                               pack->resident_premium };

  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    if (parts[i]->len > 0)
      return FALSE;
  return pack->guidance->len > 0;
}

const MingCare *
ming_pack_find_care (const MingPack *pack, const char *med_type)
{
  const MingCare *best = NULL;
  gsize best_length = 0;

  if (med_type == NULL)
    return NULL;
  for (guint i = 0; i < pack->cares->len; i++)
    {
      const MingCare *care = g_ptr_array_index (pack->cares, i);

      for (guint j = 0; care->med_types[j] != NULL; j++)
        {
          gsize length = strlen (care->med_types[j]);

          if (length > best_length && g_str_has_prefix (med_type, care->med_types[j]))
            {
              best = care;
              best_length = length;
            }
        }
    }
  return best;
}

static gboolean
span_is_open (const MingSpan *span)
{
  return span->until.year == 0;
}

/* The dates around a day without a rule, in words; an older rule never stands in for a missing one. */
static char *
describe_neighbours (const MingSpan *before, const MingSpan *after)
{
  g_autofree char *from = before != NULL ? ming_wording_date (before->effective) : NULL;
  g_autofree char *until = before != NULL ? ming_wording_date (before->until) : NULL;
  g_autofree char *next = after != NULL ? ming_wording_date (after->effective) : NULL;

  if (before == NULL && after == NULL)
    return g_strdup (_("the pack has no version of it"));
  if (before == NULL)
    return g_strdup_printf (_("the first known version begins on %s"), next);
  if (after == NULL)
    return g_strdup_printf (_("the last known version was in force from %s to %s"), from, until);
  return g_strdup_printf (_("the version before ended on %s, the next one begins on %s"), until, next);
}

gconstpointer
ming_pack_in_force (GPtrArray *list, const MingDate *date, const char *what, GError **error)
{
  const MingSpan *before = NULL, *after = NULL;
  g_autofree char *neighbours = NULL;
  g_autofree char *day = NULL;

  for (guint i = 0; i < list->len; i++)
    {
      const MingSpan *span = g_ptr_array_index (list, i);
      gboolean begun = ming_date_compare (span->effective, *date) <= 0;
      gboolean ended = !span_is_open (span) && ming_date_compare (span->until, *date) < 0;

      if (begun && !ended && !span->expected)
        return span;
      if (begun && !ended)
        {
          g_autofree char *announced = ming_wording_date (span->effective);

          day = ming_wording_date (*date);
          g_set_error (error, MING_POLICY_ERROR, MING_POLICY_ERROR_NO_RULE,
                       _("%s: what is to hold on %s (from %s on) is announced but not yet in force"), what,
                       day, announced);
          return NULL;
        }
      if (ended)
        before = span;
      else if (after == NULL)
        after = span;
    }
  day = ming_wording_date (*date);
  neighbours = describe_neighbours (before, after);
  g_set_error (error, MING_POLICY_ERROR, MING_POLICY_ERROR_NO_RULE, _("%s: no rule on %s; %s"), what, day,
               neighbours);
  return NULL;
}

/* Adds @name unless it is known already. */
static void
add_counter (GPtrArray *counters, char *name)
{
  if (!g_ptr_array_find_with_equal_func (counters, name, g_str_equal, NULL))
    g_ptr_array_add (counters, name);
}

static void
add_counters_of_version (GPtrArray *counters, const MingCareVersion *version)
{
  for (guint i = 0; i < version->layers->len; i++)
    {
      const MingLayerSpec *layer = g_ptr_array_index (version->layers, i);

      add_counter (counters, layer->counter);
      for (guint j = 0; j < layer->caps->len; j++)
        add_counter (counters, ((const MingCapSpec *) g_ptr_array_index (layer->caps, j))->counter);
    }
}

GPtrArray *
ming_pack_counters (const MingPack *pack)
{
  GPtrArray *counters = g_ptr_array_new ();

  for (guint i = 0; i < pack->cares->len; i++)
    {
      const MingCare *care = g_ptr_array_index (pack->cares, i);

      for (guint j = 0; j < care->versions->len; j++)
        add_counters_of_version (counters, g_ptr_array_index (care->versions, j));
    }
  return counters;
}

int
ming_pack_counter_index (const MingPack *pack, const char *name)
{
  g_autoptr (GPtrArray) counters = ming_pack_counters (pack);
  guint index = 0;

  if (name != NULL && g_ptr_array_find_with_equal_func (counters, name, g_str_equal, &index))
    return (int) index;
  return -1;
}
