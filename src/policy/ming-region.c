/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ming-region"

#include "config.h"

#include "ming-region.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define HEADER "code\tname\tlevel\tparent\tinitials"
#define CODE_LENGTH 6

typedef enum
{
  COLUMN_CODE = 0,
  COLUMN_NAME,
  COLUMN_LEVEL,
  COLUMN_PARENT,
  COLUMN_INITIALS,
  N_COLUMNS
} Column;

struct _MingRegions
{
  GPtrArray *regions;   /* MingRegion, owned, in the order of the codes */
  GHashTable *by_code;  /* code -> MingRegion */
  GStringChunk *texts;
};

G_DEFINE_QUARK (ming-region-error-quark, ming_region_error)

static const char *const level_names[] = { "province", "prefecture", "county", "industry", "own" };

static gboolean
is_code (const char *text)
{
  return strlen (text) == CODE_LENGTH && strspn (text, "0123456789") == CODE_LENGTH;
}

static gboolean
parse_level (const char *text, MingRegionLevel *level)
{
  for (guint i = 0; i < G_N_ELEMENTS (level_names); i++)
    if (g_str_equal (text, level_names[i]))
      {
        *level = (MingRegionLevel) i;
        return TRUE;
      }
  return FALSE;
}

static gboolean
initials_fit (const char *initials, const char *name)
{
  gsize n_chinese = 0;

  for (const char *p = name; *p != '\0'; p = g_utf8_next_char (p))
    if (g_unichar_get_script (g_utf8_get_char (p)) == G_UNICODE_SCRIPT_HAN)
      n_chinese++;

  return strlen (initials) == n_chinese && strspn (initials, "abcdefghijklmnopqrstuvwxyz") == n_chinese;
}

/* An area whose name begins with that of the area above stands for both: "山东省 烟台市市本级". */
static const char *
make_display_name (MingRegions *self, const MingRegion *region)
{
  const MingRegion *above = region->parent;
  g_autofree char *both = NULL;

  while (above != NULL && g_str_has_prefix (region->name, above->name))
    above = above->parent;
  if (above == NULL)
    return region->name;

  both = g_strconcat (above->display_name, " ", region->name, NULL);
  return g_string_chunk_insert (self->texts, both);
}

/* What is wrong with a line by itself or after the lines above; NULL when nothing. */
static const char *
find_fault (const MingRegions *self, char **fields, MingRegionLevel *level, MingRegionError *code)
{
  const MingRegion *last = NULL;
  gboolean is_province, has_parent;

  if (g_strv_length (fields) != N_COLUMNS)
    {
      *code = MING_REGION_ERROR_COLUMNS;
      return _("a line has five columns: code, name, level, parent, initials");
    }

  if (!is_code (fields[COLUMN_CODE]))
    {
      *code = MING_REGION_ERROR_CODE;
      return _("a code is six digits");
    }

  if (self->regions->len > 0)
    last = g_ptr_array_index (self->regions, self->regions->len - 1);
  if (last != NULL && strcmp (last->code, fields[COLUMN_CODE]) >= 0)
    {
      *code = MING_REGION_ERROR_ORDER;
      return _("the code is not larger than the one above");
    }

  if (fields[COLUMN_NAME][0] == '\0')
    {
      *code = MING_REGION_ERROR_NAME;
      return _("the name is missing");
    }

  if (!parse_level (fields[COLUMN_LEVEL], level))
    {
      *code = MING_REGION_ERROR_LEVEL;
      return _("a level is one of province, prefecture, county, industry, own");
    }

  is_province = *level == MING_REGION_LEVEL_PROVINCE;
  has_parent = g_hash_table_contains (self->by_code, fields[COLUMN_PARENT]);
  if (is_province ? !g_str_equal (fields[COLUMN_PARENT], "-") : !has_parent)
    {
      *code = MING_REGION_ERROR_PARENT;
      return _("the parent is a code further up; of a province it is -");
    }

  if (!initials_fit (fields[COLUMN_INITIALS], fields[COLUMN_NAME]))
    {
      *code = MING_REGION_ERROR_INITIALS;
      return _("the initials are one letter from a to z for each Chinese character of the name");
    }

  return NULL;
}

static void
add_region (MingRegions *self, char **fields, MingRegionLevel level)
{
  MingRegion *region = g_new0 (MingRegion, 1);

  g_strlcpy (region->code, fields[COLUMN_CODE], sizeof region->code);
  region->level = level;
  region->name = g_string_chunk_insert (self->texts, fields[COLUMN_NAME]);
  region->initials = g_string_chunk_insert (self->texts, fields[COLUMN_INITIALS]);
  region->parent = g_hash_table_lookup (self->by_code, fields[COLUMN_PARENT]);
  region->display_name = make_display_name (self, region);

  g_ptr_array_add (self->regions, region);
  g_hash_table_insert (self->by_code, region->code, region);
}

static gboolean
read_lines (MingRegions *self, char **lines, const char *name, GError **error)
{
  gboolean has_header = FALSE;

  for (guint i = 0; lines[i] != NULL; i++)
    {
      g_auto (GStrv) fields = NULL;
      MingRegionLevel level = MING_REGION_LEVEL_PROVINCE;
      MingRegionError code = MING_REGION_ERROR_HEADER;
      const char *fault = NULL;

      g_strchomp (lines[i]);
      if (lines[i][0] == '\0' || lines[i][0] == '#')
        continue;

      if (has_header)
        {
          fields = g_strsplit (lines[i], "\t", -1);
          fault = find_fault (self, fields, &level, &code);
        }
      else if (!g_str_equal (lines[i], HEADER))
        fault = _("the first line names the columns: code, name, level, parent, initials");

      if (fault != NULL)
        {
          g_set_error (error, MING_REGION_ERROR, (int) code, "%s:%u: %s", name, i + 1, fault);
          return FALSE;
        }

      if (has_header)
        add_region (self, fields, level);
      has_header = TRUE;
    }

  if (!has_header)
    {
      g_set_error (error, MING_REGION_ERROR, MING_REGION_ERROR_HEADER, "%s:1: %s", name,
                   _("the first line names the columns: code, name, level, parent, initials"));
      return FALSE;
    }
  return TRUE;
}

static guint
count_lines (const char *data, const char *end)
{
  guint n = 1;

  for (const char *p = data; p < end; p++)
    n += *p == '\n';
  return n;
}

MingRegions *
ming_regions_new_from_data (const char *data, gsize length, const char *name, GError **error)
{
  g_autoptr (MingRegions) self = NULL;
  g_autofree char *text = NULL;
  g_auto (GStrv) lines = NULL;
  const char *end;

  g_return_val_if_fail (data != NULL || length == 0, NULL);
  g_return_val_if_fail (name != NULL, NULL);

  if (!g_utf8_validate_len (data != NULL ? data : "", length, &end))
    {
      g_set_error (error, MING_REGION_ERROR, MING_REGION_ERROR_ENCODING, "%s:%u: %s", name,
                   count_lines (data, end), _("the text is not UTF-8"));
      return NULL;
    }

  self = g_atomic_rc_box_new0 (MingRegions);
  self->regions = g_ptr_array_new_with_free_func (g_free);
  self->by_code = g_hash_table_new (g_str_hash, g_str_equal);
  self->texts = g_string_chunk_new (64 * 1024);

  text = g_strndup (data, length);
  lines = g_strsplit (text != NULL ? text : "", "\n", -1);
  return read_lines (self, lines, name, error) ? g_steal_pointer (&self) : NULL;
}

MingRegions *
ming_regions_load (const char *filename, GError **error)
{
  g_autofree char *data = NULL;
  g_autoptr (GError) local_error = NULL;
  gsize length;

  g_return_val_if_fail (filename != NULL, NULL);

  if (!g_file_get_contents (filename, &data, &length, &local_error))
    {
      g_set_error_literal (error, MING_REGION_ERROR, MING_REGION_ERROR_IO, local_error->message);
      return NULL;
    }

  return ming_regions_new_from_data (data, length, filename, error);
}

static void
clear_regions (gpointer data)
{
  MingRegions *self = data;

  g_clear_pointer (&self->by_code, g_hash_table_unref);
  g_clear_pointer (&self->regions, g_ptr_array_unref);
  g_clear_pointer (&self->texts, g_string_chunk_free);
}

MingRegions *
ming_regions_ref (MingRegions *self)
{
  g_return_val_if_fail (self != NULL, NULL);
  return g_atomic_rc_box_acquire (self);
}

void
ming_regions_unref (MingRegions *self)
{
  g_return_if_fail (self != NULL);
  g_atomic_rc_box_release_full (self, clear_regions);
}

guint
ming_regions_get_n (const MingRegions *self)
{
  g_return_val_if_fail (self != NULL, 0);
  return self->regions->len;
}

const MingRegion *
ming_regions_get (const MingRegions *self, guint position)
{
  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (position < self->regions->len, NULL);
  return g_ptr_array_index (self->regions, position);
}

const MingRegion *
ming_regions_lookup (const MingRegions *self, const char *code)
{
  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (code != NULL, NULL);
  return g_hash_table_lookup (self->by_code, code);
}

/* The region listed under the first @n digits of @code, filled up with zeros. */
static const MingRegion *
lookup_prefix (const MingRegions *self, const char *code, gsize n)
{
  char prefix[CODE_LENGTH + 1] = "000000";

  memcpy (prefix, code, n);
  return ming_regions_lookup (self, prefix);
}

static gboolean
is_municipality (const char *code)
{
  static const char *const prefixes[] = { "11", "12", "31", "50" };

  for (guint i = 0; i < G_N_ELEMENTS (prefixes); i++)
    if (g_str_has_prefix (code, prefixes[i]))
      return TRUE;
  return FALSE;
}

const MingRegion *
ming_regions_find_pool (const MingRegions *self, const char *code)
{
  const MingRegion *listed, *pool;

  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (code != NULL, NULL);

  if (!is_code (code))
    return NULL;
  if (is_municipality (code))
    return lookup_prefix (self, code, 2);

  listed = ming_regions_lookup (self, code);
  if (listed != NULL
      && (listed->level == MING_REGION_LEVEL_PROVINCE || listed->level == MING_REGION_LEVEL_INDUSTRY))
    return listed;

  pool = lookup_prefix (self, code, 4);
  return pool != NULL && pool->level != MING_REGION_LEVEL_PROVINCE ? pool : listed;
}

const MingRegion *
ming_regions_resolve (const MingRegions *self, const char *code)
{
  const MingRegion *listed = ming_regions_lookup (self, code);

  return listed != NULL ? listed : ming_regions_find_pool (self, code);
}

/* Elsewhere a province is not the pooling area of its cities. */
gboolean
ming_region_is_municipality (const char *code)
{
  static const char *const prefixes[] = { "11", "12", "31", "50" };

  for (guint i = 0; i < G_N_ELEMENTS (prefixes); i++)
    if (strncmp (code, prefixes[i], 2) == 0)
      return TRUE;
  return FALSE;
}
