/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ming-print"

#include "config.h"

#include "ming-print-settings.h"
#include "report/ming-report.h"

#define GROUP_SETTINGS "Print Settings"
#define GROUP_SETUP "Page Setup"

/* Where a file went may name a client, and is nobody's business the next time. */
static const char *const forgotten[] = {
  GTK_PRINT_SETTINGS_OUTPUT_URI,  GTK_PRINT_SETTINGS_OUTPUT_DIR,  GTK_PRINT_SETTINGS_OUTPUT_BASENAME,
  GTK_PRINT_SETTINGS_PAGE_RANGES, GTK_PRINT_SETTINGS_PRINT_PAGES, GTK_PRINT_SETTINGS_PAGE_SET,
};

char *
ming_print_settings_path (void)
{
  return g_build_filename (g_get_user_config_dir (), "mingsuan", "print.ini", NULL);
}

/* A4 upright with the margins of the sheet. (transfer full) */
static GtkPageSetup *
new_setup (void)
{
  GtkPageSetup *setup = gtk_page_setup_new ();
  GtkPaperSize *paper = gtk_paper_size_new (GTK_PAPER_NAME_A4);

  gtk_page_setup_set_paper_size (setup, paper);
  gtk_page_setup_set_top_margin (setup, MING_PAPER_TOP_PT, GTK_UNIT_POINTS);
  gtk_page_setup_set_bottom_margin (setup, MING_PAPER_BOTTOM_PT, GTK_UNIT_POINTS);
  gtk_page_setup_set_left_margin (setup, MING_PAPER_SIDE_PT, GTK_UNIT_POINTS);
  gtk_page_setup_set_right_margin (setup, MING_PAPER_SIDE_PT, GTK_UNIT_POINTS);
  gtk_paper_size_free (paper);
  return setup;
}

void
ming_print_settings_load (const char *path, GtkPrintSettings **settings, GtkPageSetup **setup)
{
  g_autoptr (GKeyFile) file = g_key_file_new ();

  g_return_if_fail (path != NULL && settings != NULL && setup != NULL);

  *settings = NULL;
  *setup = NULL;
  if (g_key_file_load_from_file (file, path, G_KEY_FILE_NONE, NULL))
    {
      *settings = gtk_print_settings_new_from_key_file (file, GROUP_SETTINGS, NULL);
      *setup = gtk_page_setup_new_from_key_file (file, GROUP_SETUP, NULL);
    }
  if (*settings == NULL)
    *settings = gtk_print_settings_new ();
  if (*setup == NULL)
    *setup = new_setup ();
}

gboolean
ming_print_settings_save (const char *path, GtkPrintSettings *settings, GtkPageSetup *setup, GError **error)
{
  g_autoptr (GKeyFile) file = g_key_file_new ();
  g_autoptr (GtkPrintSettings) kept = NULL;
  g_autofree char *folder = NULL;

  g_return_val_if_fail (path != NULL && GTK_IS_PRINT_SETTINGS (settings) && GTK_IS_PAGE_SETUP (setup), FALSE);

  kept = gtk_print_settings_copy (settings);
  for (gsize i = 0; i < G_N_ELEMENTS (forgotten); i++)
    gtk_print_settings_unset (kept, forgotten[i]);
  gtk_print_settings_to_key_file (kept, file, GROUP_SETTINGS);
  gtk_page_setup_to_key_file (setup, file, GROUP_SETUP);
  folder = g_path_get_dirname (path);
  /* When the folder cannot be made, writing says why. */
  (void) g_mkdir_with_parents (folder, 0700);
  return g_key_file_save_to_file (file, path, error);
}
