/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ming-codes.h"
#include "ming-places.h"

/* 普通住院: a pack that a counter opens with should answer at least this. */
#define USUAL_CARE "21"

/* Whether some pack of @library answers for @code. */
static gboolean
has_pack (const MingLibrary *library, const char *code)
{
  g_autoptr (GPtrArray) schemes = ming_codes_list (MING_CODES_INSUTYPE);

  for (guint i = 0; i < schemes->len; i++)
    {
      const MingChoice *scheme = g_ptr_array_index (schemes, i);

      if (ming_library_find (library, code, scheme->code, NULL) != NULL)
        return TRUE;
    }
  return FALSE;
}

/* The packs whose region the national list does not have, once by each of their names. */
static GPtrArray *
list_unlisted (const MingRegions *regions, const MingLibrary *library)
{
  GPtrArray *unlisted = ming_choices_new ();

  for (guint i = 0; i < library->packs->len; i++)
    {
      const MingPack *pack = g_ptr_array_index (library->packs, i);

      if (ming_pack_is_guidance_only (pack)
          || (regions != NULL && ming_regions_lookup (regions, pack->region) != NULL))
        continue;
      g_ptr_array_add (unlisted, ming_choice_new (pack->region, ming_phrase_get (&pack->name, "zh"), ""));
      g_ptr_array_add (unlisted, ming_choice_new (pack->region, ming_phrase_get (&pack->name, "en"), ""));
    }
  return unlisted;
}

/* Adds the matches that have a pack, or those that have none. */
static void
add_matches (GPtrArray *choices, GPtrArray *matches, const MingLibrary *library, gboolean with_pack,
             guint max)
{
  for (guint i = 0; i < matches->len && choices->len < max; i++)
    {
      const MingRegion *region = g_ptr_array_index (matches, i);

      if (has_pack (library, region->code) == with_pack)
        g_ptr_array_add (choices, ming_choice_new (region->code, region->display_name, region->initials));
    }
}

/* With nothing typed: the regions of the packs, for somebody who wants to look. */
static void
add_packs (GPtrArray *choices, const MingRegions *regions, const MingLibrary *library, guint max)
{
  for (guint i = 0; i < library->packs->len && choices->len < max; i++)
    {
      const MingPack *pack = g_ptr_array_index (library->packs, i);
      g_autofree char *name = ming_places_name (regions, library, pack->region);

      if (!ming_pack_is_guidance_only (pack) && ming_choices_find (choices, pack->region) == NULL)
        g_ptr_array_add (choices, ming_choice_new (pack->region, name, ""));
    }
}

GPtrArray *
ming_places_search (const MingRegions *regions, const MingLibrary *library, const char *typed, guint max)
{
  GPtrArray *choices = ming_choices_new ();
  g_autoptr (GPtrArray) unlisted = list_unlisted (regions, library);
  g_autoptr (GPtrArray) found = NULL;
  g_autoptr (GPtrArray) matches = NULL;

  if (*typed == '\0')
    {
      add_packs (choices, regions, library, max);
      return choices;
    }
  if (regions != NULL)
    matches = ming_regions_search (regions, typed, 4 * max);
  if (matches != NULL)
    add_matches (choices, matches, library, TRUE, max);
  found = ming_choices_search (unlisted, typed);
  for (guint i = 0; i < found->len && choices->len < max; i++)
    {
      const char *code = ((const MingChoice *) g_ptr_array_index (found, i))->code;
      g_autofree char *name = ming_places_name (regions, library, code);

      if (ming_choices_find (choices, code) == NULL)
        g_ptr_array_add (choices, ming_choice_new (code, name, ""));
    }
  if (matches != NULL)
    add_matches (choices, matches, library, FALSE, max);
  return choices;
}

char *
ming_places_name (const MingRegions *regions, const MingLibrary *library, const char *code)
{
  const MingRegion *region = regions != NULL ? ming_regions_lookup (regions, code) : NULL;

  if (region != NULL)
    return g_strdup (region->display_name);
  for (guint i = 0; i < library->packs->len; i++)
    {
      const MingPack *pack = g_ptr_array_index (library->packs, i);

      if (g_str_equal (pack->region, code))
        return g_strdup (ming_phrase_local (&pack->name));
    }
  return NULL;
}

const char *
ming_places_default (const MingLibrary *library, const char *last)
{
  if (*last != '\0' && has_pack (library, last))
    return last;
  for (guint i = 0; i < library->packs->len; i++)
    {
      const MingPack *pack = g_ptr_array_index (library->packs, i);

      if (!pack->demonstration && ming_pack_find_care (pack, USUAL_CARE) != NULL)
        return pack->region;
    }
  return library->packs->len > 0 ? ((const MingPack *) g_ptr_array_index (library->packs, 0))->region : "";
}
