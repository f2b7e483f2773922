/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * ming_locale_start:
 * @choice: (nullable): the user's choice, "zh" or "en"; NULL when there is none
 *
 * Chooses the language of the program: @choice, then MING_LANG, then LANGUAGE, then Chinese. Works on a
 * machine that has no zh_CN locale installed. Binds the catalogue of ming_install_locale_folder(). To be
 * called first in main(), while there is one thread.
 *
 * Returns: FALSE when @choice is no language of the program; it is then treated as NULL
 */
gboolean ming_locale_start (const char *choice);

/** Whether @word names a language of the program: "zh" or "en". */
gboolean ming_locale_is_language (const char *word);

/**
 * ming_locale_language:
 *
 * Returns: (transfer none): "zh" or "en", the language that messages come out in, for choosing among the
 *   phrases of a pack; "en" when the catalogue is not found, as all other text is then English too
 */
const char *ming_locale_language (void);

G_END_DECLS
