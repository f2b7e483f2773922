/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ming-install"

#include "config.h"

#include "ming-install.h"

/*
 * Place: one kind of file.
 * @variable: the environment's word
 * @installed: from the folder of an installed program, PREFIX/bin
 * @built: from the folder of a built program, CHECKOUT/build/src/ROOM
 * @probe: what a folder must hold to be believed
 * @configured: the installed place, as an absolute name
 */
typedef struct
{
  const char *variable;
  const char *installed;
  const char *built;
  const char *probe;
  const char *configured;
} Place;

static const Place data_place = { "MING_DATADIR", "../share/mingsuan", "../../../data", "policies",
                                  PKGDATADIR };
static const Place locale_place = { "MING_LOCALEDIR", "../share/locale", "../../po",
                                    "zh_CN/LC_MESSAGES/" GETTEXT_PACKAGE ".mo", LOCALEDIR };

/* The folder @relative to the running program, NULL when it does not hold what it should. */
static char *
find_beside (const char *relative, const char *probe)
{
  g_autofree char *program = g_file_read_link ("/proc/self/exe", NULL);
  g_autofree char *folder = NULL;
  g_autofree char *name = NULL;
  g_autofree char *inside = NULL;

  if (program == NULL)
    return NULL;
  folder = g_path_get_dirname (program);
  name = g_canonicalize_filename (relative, folder);
  inside = g_build_filename (name, probe, NULL);
  return g_file_test (inside, G_FILE_TEST_EXISTS) ? g_steal_pointer (&name) : NULL;
}

/* The environment is asked each time; what lies beside the program is looked for once and kept in @kept. */
static const char *
find_place (const Place *place, char **kept)
{
  const char *named = g_getenv (place->variable);

  /* a variable that is set but empty says nothing */
  if (named != NULL && *named != '\0')
    return named;
  if (*kept == NULL)
    *kept = find_beside (place->installed, place->probe);
  if (*kept == NULL)
    *kept = find_beside (place->built, place->probe);
  return *kept != NULL ? *kept : place->configured;
}

const char *
ming_install_data_folder (void)
{
  static char *kept = NULL;

  return find_place (&data_place, &kept);
}

const char *
ming_install_locale_folder (void)
{
  static char *kept = NULL;

  return find_place (&locale_place, &kept);
}
