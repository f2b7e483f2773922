/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ming-pack-load-private.h"

static void
clear_span (MingSpan *span)
{
  ming_phrase_clear (&span->note);
  g_clear_pointer (&span->pointer, g_free);
}

void
ming_cap_spec_free (MingCapSpec *spec)
{
  g_free (spec->counter);
  g_clear_pointer (&spec->rows, ming_table_free);
  g_clear_pointer (&spec->bonus.citations, g_ptr_array_unref);
  g_free (spec);
}

static void
free_bands_spec (MingBandsSpec *spec)
{
  g_clear_pointer (&spec->rates, ming_table_free);
  g_clear_pointer (&spec->points, g_ptr_array_unref);
  g_clear_pointer (&spec->not_above, g_array_unref);
  g_clear_pointer (&spec->citations, g_ptr_array_unref);
  g_free (spec);
}

static void
free_deductible_spec (MingDeductibleSpec *spec)
{
  g_clear_pointer (&spec->rows, ming_table_free);
  g_clear_pointer (&spec->factors, g_ptr_array_unref);
  g_clear_pointer (&spec->reductions, g_ptr_array_unref);
  g_clear_pointer (&spec->citations, g_ptr_array_unref);
  g_free (spec);
}

void
ming_layer_spec_free (MingLayerSpec *spec)
{
  g_free (spec->id);
  ming_phrase_clear (&spec->name);
  g_clear_pointer (&spec->when, g_ptr_array_unref);
  g_clear_pointer (&spec->from_layers, g_ptr_array_unref);
  g_clear_pointer (&spec->from_parts, g_array_unref);
  g_free (spec->counter);
  g_free (spec->code_deductible);
  g_free (spec->code_bands);
  g_free (spec->code_over_cap);
  g_clear_pointer (&spec->deductible, free_deductible_spec);
  g_clear_pointer (&spec->bands, free_bands_spec);
  g_clear_pointer (&spec->caps, g_ptr_array_unref);
  g_free (spec->pointer);
  g_free (spec);
}

void
ming_care_version_free (MingCareVersion *version)
{
  clear_span (&version->span);
  g_clear_pointer (&version->layers, g_ptr_array_unref);
  g_clear_pointer (&version->away_first, ming_table_free);
  g_clear_pointer (&version->catalogue, ming_table_free);
  g_clear_pointer (&version->citations, g_ptr_array_unref);
  g_free (version);
}

void
ming_care_free (MingCare *care)
{
  g_free (care->key);
  ming_phrase_clear (&care->name);
  g_strfreev (care->med_types);
  g_clear_pointer (&care->versions, g_ptr_array_unref);
  g_free (care);
}

void
ming_gap_free (MingGap *gap)
{
  ming_phrase_clear (&gap->text);
  g_strfreev (gap->care);
  g_free (gap);
}

void
ming_dated_base_free (MingDatedBase *base)
{
  clear_span (&base->span);
  g_clear_pointer (&base->citations, g_ptr_array_unref);
  g_free (base);
}

void
ming_dated_table_free (MingDatedTable *dated)
{
  clear_span (&dated->span);
  g_clear_pointer (&dated->table, ming_table_free);
  g_free (dated);
}

void
ming_years_version_free (MingYearsVersion *years)
{
  clear_span (&years->dated.span);
  g_clear_pointer (&years->dated.table, ming_table_free);
  g_clear_pointer (&years->makeup.citations, g_ptr_array_unref);
  g_free (years);
}

static void
phrase_free (MingPhrase *phrase)
{
  ming_phrase_clear (phrase);
  g_free (phrase);
}

static void
limit_free (MingGuidanceLimit *limit)
{
  ming_phrase_clear (&limit->name);
  g_free (limit);
}

MingGuidance *
ming_guidance_new (void)
{
  MingGuidance *guidance = g_new0 (MingGuidance, 1);

  guidance->papers = g_ptr_array_new_with_free_func ((GDestroyNotify) phrase_free);
  guidance->limits = g_ptr_array_new_with_free_func ((GDestroyNotify) limit_free);
  return guidance;
}

void
ming_guidance_free (MingGuidance *guidance)
{
  clear_span (&guidance->span);
  g_free (guidance->id);
  g_strfreev (guidance->insutypes);
  ming_phrase_clear (&guidance->about);
  ming_phrase_clear (&guidance->answer);
  ming_phrase_clear (&guidance->where);
  g_ptr_array_unref (guidance->papers);
  g_ptr_array_unref (guidance->limits);
  g_clear_pointer (&guidance->citations, g_ptr_array_unref);
  g_free (guidance);
}
