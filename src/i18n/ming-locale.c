/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <locale.h>
#include <glib/gi18n-lib.h>

#include "ming-install.h"
#include "ming-locale.h"

gboolean
ming_locale_is_language (const char *word)
{
  return g_strcmp0 (word, "zh") == 0 || g_strcmp0 (word, "en") == 0;
}

/* A variable that is set but empty says nothing. */
static const char *
get_variable (const char *name)
{
  const char *value = g_getenv (name);

  return value != NULL && *value != '\0' ? value : NULL;
}

static void
choose_catalogue (const char *choice)
{
  if (choice == NULL && ming_locale_is_language (get_variable ("MING_LANG")))
    choice = get_variable ("MING_LANG");

  if (choice != NULL)
    g_setenv ("LANGUAGE", g_str_equal (choice, "en") ? "en" : "zh_CN", TRUE);
  else if (get_variable ("LANGUAGE") == NULL)
    g_setenv ("LANGUAGE", "zh_CN", TRUE);
}

/*
 * gettext ignores LANGUAGE while messages are in the locale "C", which is also what an uninstalled LANG
 * gives.
 */
static void
leave_c_locale (void)
{
  const char *messages;

  setlocale (LC_ALL, "");
  messages = setlocale (LC_MESSAGES, NULL);
  if (g_strcmp0 (messages, "C") != 0 && g_strcmp0 (messages, "POSIX") != 0)
    return;
  g_setenv ("LC_ALL", "C.UTF-8", TRUE);
  setlocale (LC_ALL, "");
}

static void
bind_catalogue (void)
{
  leave_c_locale ();
  bindtextdomain (GETTEXT_PACKAGE, ming_install_locale_folder ());
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE);
}

/*
 * GLib decides once, at the first message, whether the process translates at all. It must decide for it, or a
 * program that began in English could not turn to Chinese, as replaying a Chinese receipt does.
 */
static void
let_glib_translate (void)
{
  static gboolean is_decided = FALSE;
  g_autofree char *language = g_strdup (g_getenv ("LANGUAGE"));

  if (is_decided)
    return;
  is_decided = TRUE;
  g_setenv ("LANGUAGE", "zh_CN", TRUE);
  bind_catalogue ();
  g_dgettext (GETTEXT_PACKAGE, "");
  if (language != NULL)
    g_setenv ("LANGUAGE", language, TRUE);
  else
    g_unsetenv ("LANGUAGE");
}

gboolean
ming_locale_start (const char *choice)
{
  gboolean known = choice == NULL || ming_locale_is_language (choice);

  let_glib_translate ();
  choose_catalogue (known ? choice : NULL);
  bind_catalogue ();
  return known;
}

const char *
ming_locale_language (void)
{
  /* Translators: the code of the language you translate to, as policy packs write it. For Chinese: zh */
  const char *code = C_("language code", "en");

  return ming_locale_is_language (code) ? code : "en";
}
