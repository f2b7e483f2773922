/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ming-region"

#include "config.h"

#include "ming-region.h"

#include <string.h>

#include "core/ming-glyph.h"

/* Province, prefecture, county, and one to spare. */
#define LEVELS_MAX 4

/* When levels are typed together, each is worth at least two letters or two Chinese characters (in bytes). */
#define LEAST_INITIALS 2
#define LEAST_NAME 6

/* How well a region matches, best first. */
typedef enum
{
  RANK_CODE = 0,
  RANK_CODE_PREFIX,
  RANK_NAME_PREFIX,
  RANK_INITIALS_PREFIX,
  RANK_NAME_CONTAINS,
  RANK_LEVELS_TOGETHER,
  RANK_NONE
} Rank;

typedef struct
{
  const MingRegion *region;
  Rank rank;
} Match;

/* What was meant: no spaces, full-width characters folded, small letters. Bytes that are not UTF-8 end it. */
static char *
normalise (const char *text)
{
  GString *query = g_string_new (NULL);
  MingGlyphCursor cursor;

  ming_glyph_cursor_init (&cursor, text, strlen (text), true);
  for (; cursor.code != MING_GLYPH_END && cursor.code != MING_GLYPH_BAD; ming_glyph_cursor_next (&cursor))
    if (cursor.code >= 0x80)
      g_string_append_unichar (query, cursor.code);
    else if (cursor.code != ' ')
      g_string_append_c (query, g_ascii_tolower ((char) cursor.code));
  return g_string_free (query, FALSE);
}

/*
 * Whether @query is a beginning of one part, then of a later one, and so on, each at least @least bytes.
 * A cut inside a character never matches, because no part begins with a continuation byte.
 */
static gboolean
match_parts (const char *query, const char *const *parts, gsize n_parts, gsize least)
{
  if (query[0] == '\0')
    return TRUE;
  if (n_parts == 0)
    return FALSE;
  if (match_parts (query, parts + 1, n_parts - 1, least))
    return TRUE;

  for (gsize n = 1; query[n - 1] != '\0' && query[n - 1] == parts[0][n - 1]; n++)
    if (n >= least && match_parts (query + n, parts + 1, n_parts - 1, least))
      return TRUE;
  return FALSE;
}

static gboolean
match_levels (const MingRegion *region, const char *query)
{
  const char *names[LEVELS_MAX];
  const char *initials[LEVELS_MAX];
  gsize first = LEVELS_MAX;

  for (const MingRegion *above = region; above != NULL && first > 0; above = above->parent)
    {
      first--;
      names[first] = above->name;
      initials[first] = above->initials;
    }

  return match_parts (query, names + first, LEVELS_MAX - first, LEAST_NAME)
         || match_parts (query, initials + first, LEVELS_MAX - first, LEAST_INITIALS);
}

static Rank
rank_region (const MingRegion *region, const char *query)
{
  if (g_str_equal (region->code, query))
    return RANK_CODE;
  if (g_str_has_prefix (region->code, query))
    return RANK_CODE_PREFIX;
  if (g_str_has_prefix (region->name, query))
    return RANK_NAME_PREFIX;
  if (g_str_has_prefix (region->initials, query))
    return RANK_INITIALS_PREFIX;
  if (strstr (region->name, query) != NULL)
    return RANK_NAME_CONTAINS;
  if (match_levels (region, query))
    return RANK_LEVELS_TOGETHER;
  return RANK_NONE;
}

static int
compare_matches (gconstpointer a, gconstpointer b)
{
  const Match *one = a;
  const Match *other = b;

  if (one->rank != other->rank)
    return one->rank < other->rank ? -1 : 1;
  if (one->region->level != other->region->level)
    return one->region->level < other->region->level ? -1 : 1;
  return strcmp (one->region->code, other->region->code);
}

static GArray *
collect_matches (const MingRegions *self, const char *query)
{
  GArray *matches = g_array_new (FALSE, FALSE, sizeof (Match));

  for (guint i = 0; i < ming_regions_get_n (self); i++)
    {
      Match match = { .region = ming_regions_get (self, i) };

      match.rank = rank_region (match.region, query);
      if (match.rank != RANK_NONE)
        g_array_append_val (matches, match);
    }

  g_array_sort (matches, compare_matches);
  return matches;
}

GPtrArray *
ming_regions_search (const MingRegions *self, const char *text, guint max)
{
  g_autofree char *query = NULL;
  g_autoptr (GArray) matches = NULL;
  g_autoptr (GHashTable) offered = NULL;
  GPtrArray *found;

  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (text != NULL, NULL);

  found = g_ptr_array_new ();
  query = normalise (text);
  if (query[0] == '\0')
    return found;

  matches = collect_matches (self, query);
  offered = g_hash_table_new (g_str_hash, g_str_equal);
  for (guint i = 0; i < matches->len && (max == 0 || found->len < max); i++)
    {
      const MingRegion *region = g_array_index (matches, Match, i).region;

      if (g_hash_table_add (offered, (gpointer) region->display_name))
        g_ptr_array_add (found, (gpointer) region);
    }

  if (found->len == 0)
    {
      const MingRegion *pool = ming_regions_find_pool (self, query);

      if (pool != NULL)
        g_ptr_array_add (found, (gpointer) pool);
    }
  return found;
}
