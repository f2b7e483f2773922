/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "i18n/ming-install.h"
#include "ming-commands.h"
#include "ming-grid.h"
#include "ming-options.h"
#include "policy/ming-region.h"

/* The ids of the packs for @pool, or the words that there is none; those @n_without counts. */
static char *
list_packs (const MingLibrary *library, const MingRegion *pool, guint *n_without)
{
  GString *ids = g_string_new (NULL);

  for (guint i = 0; pool != NULL && i < library->packs->len; i++)
    {
      const MingPack *pack = g_ptr_array_index (library->packs, i);

      if (g_str_equal (pack->region, pool->code))
        g_string_append_printf (ids, "%s%s", ids->len > 0 ? " " : "", pack->id);
    }
  if (ids->len == 0)
    {
      g_string_append (ids, _("no pack yet"));
      *n_without += 1;
    }
  return g_string_free (ids, FALSE);
}

static void
print_regions (const MingRegions *regions, GPtrArray *found, const MingLibrary *library, GString *out)
{
  g_autoptr (MingGrid) grid = ming_grid_new (4, 0);
  guint n_without = 0;

  ming_grid_add (grid, _("Code"));
  ming_grid_add (grid, C_("table", "Area"));
  ming_grid_add (grid, C_("table", "Pooling area"));
  ming_grid_add (grid, C_("table", "Policy packs"));
  ming_grid_add_rule (grid);
  for (guint i = 0; i < found->len; i++)
    {
      const MingRegion *region = g_ptr_array_index (found, i);
      const MingRegion *pool = ming_regions_find_pool (regions, region->code);
      g_autofree char *packs = list_packs (library, pool, &n_without);
      g_autofree char *pooled
          = pool != NULL ? g_strdup_printf ("%s %s", pool->code, pool->name) : g_strdup ("");

      ming_grid_add (grid, region->code);
      ming_grid_add (grid, region->display_name);
      ming_grid_add (grid, pooled);
      ming_grid_add (grid, packs);
    }
  ming_grid_print (grid, "", out);
  if (n_without > 0)
    g_string_append_printf (out, "\n%s\n", _("No pack yet: docs/pack-format.md says how to write one."));
}

static MingExit
search (const char *text, const MingLibrary *library)
{
  g_autofree char *path = g_build_filename (ming_install_data_folder (), "regions", "regions.tsv", NULL);
  GError *error = NULL;
  g_autoptr (MingRegions) regions = ming_regions_load (path, &error);
  g_autoptr (GPtrArray) found = NULL;
  g_autoptr (GString) out = g_string_new (NULL);

  if (regions == NULL)
    return ming_cli_fail (error);
  found = ming_regions_search (regions, text, 20);
  if (found->len == 0)
    {
      g_autofree char *printable = ming_cli_make_printable (text);

      ming_cli_complain (_("no area is called “%s”"), printable);
      return MING_EXIT_INPUT;
    }
  print_regions (regions, found, library, out);
  return ming_cli_write (out);
}

static MingExit
run (int argc, char **argv)
{
  const char *folder = NULL;
  const MingOption options[] = { { "policy", NULL, &folder, NULL }, { .name = NULL } };
  GError *error = NULL;
  g_autoptr (GPtrArray) words = ming_options_parse (options, argc, argv, 1, 8, &error);
  g_autoptr (MingLibrary) library = NULL;
  g_autofree char *text = NULL;

  if (words == NULL)
    return ming_cli_fail (error);
  library = ming_cli_load_library (folder);
  if (library == NULL)
    return MING_EXIT_IO;
  g_ptr_array_add (words, NULL);
  text = g_strjoinv (" ", (char **) words->pdata);
  return search (text, library);
}

const MingCommand ming_command_region = {
  "region",
  N_("find an insured area by name, code or pinyin initials"),
  N_("mingsuan-cli region SEARCH [--policy DIR]\n"
     "\n"
     "Finds insured areas (insuplc_admdvs), says which pooling area answers for them and which policy packs\n"
     "there are. At most twenty, best first.\n"
     "\n"
     "Examples:\n"
     "  mingsuan-cli region 烟台\n"
     "  mingsuan-cli region yt\n"
     "  mingsuan-cli region 370602\n"
     "\n"
     "No pack yet: docs/pack-format.md says how to write one.\n"),
  run
};
