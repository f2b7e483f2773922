/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/*
 * Where the program's files are. A folder named by the environment goes first; then what lies beside the
 * program itself, so that an installed program may be moved and a built one runs from the checkout; then the
 * place it was configured for.
 */

/** The folder of the program's data (policies, regions): that of MING_DATADIR when set. (transfer none) */
const char *ming_install_data_folder (void);

/** The folder of the translations: that of MING_LOCALEDIR when set. (transfer none) */
const char *ming_install_locale_folder (void);

G_END_DECLS
