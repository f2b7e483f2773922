/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ming-pack"

#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "ming-pack.h"
#include "ming-region.h"

static int
compare_names (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

/*
 * The names of the *.json files in @folder, sorted, so that the library does not depend on the file system.
 */
static GPtrArray *
list_files (const char *folder, GError **error)
{
  g_autoptr (GDir) dir = NULL;
  g_autoptr (GError) local = NULL;
  GPtrArray *names;

  dir = g_dir_open (folder, 0, &local);
  if (dir == NULL)
    {
      g_set_error_literal (error, MING_POLICY_ERROR, MING_POLICY_ERROR_IO, local->message);
      return NULL;
    }
  names = g_ptr_array_new_with_free_func (g_free);
  for (const char *name = g_dir_read_name (dir); name != NULL; name = g_dir_read_name (dir))
    if (g_str_has_suffix (name, ".json") && name[0] != '.')
      g_ptr_array_add (names, g_strdup (name));
  g_ptr_array_sort (names, compare_names);
  return names;
}

MingLibrary *
ming_library_new_of (MingPack *pack)
{
  MingLibrary *library = g_new0 (MingLibrary, 1);

  library->packs = g_ptr_array_new_with_free_func ((GDestroyNotify) ming_pack_unref);
  library->problems = g_ptr_array_new_with_free_func ((GDestroyNotify) ming_problem_free);
  g_ptr_array_add (library->packs, ming_pack_ref (pack));
  return library;
}

static const MingPack *
find_id (const MingLibrary *library, const char *id)
{
  for (guint i = 0; i < library->packs->len; i++)
    {
      const MingPack *pack = g_ptr_array_index (library->packs, i);

      if (g_str_equal (pack->id, id))
        return pack;
    }
  return NULL;
}

static void
add_pack (MingLibrary *library, MingPack *pack)
{
  const MingPack *other = find_id (library, pack->id);
  g_autofree char *message = NULL;

  if (other == NULL)
    {
      g_ptr_array_add (library->packs, pack);
      return;
    }
  message = g_strdup_printf (_("%s is the pack “%s” already; this one is not used"), other->file, pack->id);
  g_ptr_array_add (library->problems,
                   ming_problem_new (MING_POLICY_ERROR_DUPLICATE_PACK, pack->file, "/id", message));
  ming_pack_unref (pack);
}

gboolean
ming_library_add_folder (MingLibrary *library, const char *folder, GError **error)
{
  g_autoptr (GPtrArray) names = list_files (folder, error);

  if (names == NULL)
    return FALSE;
  for (guint i = 0; i < names->len; i++)
    {
      g_autofree char *path = g_build_filename (folder, g_ptr_array_index (names, i), NULL);
      MingPack *pack = ming_pack_load_file (path, library->problems, NULL);

      if (pack != NULL)
        add_pack (library, pack);
    }
  return TRUE;
}

MingLibrary *
ming_library_load (const char *folder, GError **error)
{
  g_autoptr (MingLibrary) library = g_new0 (MingLibrary, 1);

  library->folder = g_strdup (folder);
  library->packs = g_ptr_array_new_with_free_func ((GDestroyNotify) ming_pack_unref);
  library->problems = g_ptr_array_new_with_free_func ((GDestroyNotify) ming_problem_free);
  if (!ming_library_add_folder (library, folder, error))
    return NULL;
  return g_steal_pointer (&library);
}

void
ming_library_free (MingLibrary *library)
{
  g_free (library->folder);
  g_ptr_array_unref (library->packs);
  g_ptr_array_unref (library->problems);
  g_free (library);
}

static const MingPack *
find_region (const MingLibrary *library, const char *region, const char *insutype)
{
  g_autofree char *id = g_strdup_printf ("%s-%s", region, insutype);
  const MingPack *pack = find_id (library, id);

  return pack != NULL && !ming_pack_is_guidance_only (pack) ? pack : NULL;
}

const MingPack *
ming_library_find (const MingLibrary *library, const char *region, const char *insutype, GError **error)
{
  const MingPack *pack = find_region (library, region, insutype);

  if (pack == NULL && strlen (region) == 6)
    {
      g_autofree char *wider = ming_region_is_municipality (region) ? g_strdup_printf ("%.2s0000", region)
                                                        : g_strdup_printf ("%.4s00", region);

      pack = find_region (library, wider, insutype);
    }
  if (pack == NULL)
    g_set_error (error, MING_POLICY_ERROR, MING_POLICY_ERROR_NO_PACK,
                 _("there is no policy pack for region %s and scheme %s yet: "
                   "docs/pack-format.md says how to write one"),
                 region, insutype);
  return pack;
}
