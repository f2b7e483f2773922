/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "ming-pack-choice.h"
#include "policy/ming-nearest.h"

static MingExit
load_file (const char *path, MingPack **out)
{
  g_autoptr (GPtrArray) problems = g_ptr_array_new_with_free_func ((GDestroyNotify) ming_problem_free);
  GError *error = NULL;

  *out = ming_pack_load_file (path, problems, &error);
  if (*out != NULL)
    return MING_EXIT_OK;
  if (problems->len == 0 || g_error_matches (error, MING_POLICY_ERROR, MING_POLICY_ERROR_IO))
    return ming_cli_fail (error);
  g_error_free (error);
  ming_cli_complain_problems (problems, 0);
  return MING_EXIT_INPUT;
}

static MingExit
find_by_id (const char *folder, const char *id, MingPack **out)
{
  g_autoptr (MingLibrary) library = ming_cli_load_library (folder);
  g_autoptr (GPtrArray) ids = g_ptr_array_new ();
  g_autofree char *hint = NULL;

  if (library == NULL)
    return MING_EXIT_IO;
  for (guint i = 0; i < library->packs->len; i++)
    {
      MingPack *pack = g_ptr_array_index (library->packs, i);

      if (g_str_equal (pack->id, id))
        {
          *out = ming_pack_ref (pack);
          return MING_EXIT_OK;
        }
      g_ptr_array_add (ids, pack->id);
    }
  hint = ming_nearest_hint (id, (const char *const *) ids->pdata, ids->len);
  ming_cli_complain (_("there is no policy pack “%s” in %s%s"), id, library->folder, hint);
  return MING_EXIT_NO_POLICY;
}

MingExit
ming_pack_choose (const char *folder, const char *word, MingPack **out)
{
  if (g_str_has_suffix (word, ".json") || strchr (word, '/') != NULL)
    return load_file (word, out);
  return find_by_id (folder, word, out);
}
