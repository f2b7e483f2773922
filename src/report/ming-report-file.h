/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

#include "ming-report-error.h"

G_BEGIN_DECLS

/**
 * Writes @bytes to @path whole or not at all: a temporary file beside it, flushed, then renamed over it.
 * What was at
 * @path before stays when anything fails.
 *
 * Returns: FALSE with %MING_REPORT_ERROR_NO_SPACE, %MING_REPORT_ERROR_READ_ONLY,
 *   %MING_REPORT_ERROR_NO_FOLDER or %MING_REPORT_ERROR_IO
 */
gboolean ming_report_write_file (const char *path, GBytes *bytes, GError **error);

G_END_DECLS
