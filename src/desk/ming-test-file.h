/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "estimate/ming-receipt.h"

G_BEGIN_DECLS

/** The name proposed for a test, "110000-1201-21.json": place, person, care, and no more. (transfer full) */
char *ming_test_file_propose (const MingCase *input);

/**
 * 存为测试: writes the case without personal data in the form of tests/cases; the file's name without ending
 * is the test's id. Whole or not at all.
 * Errors: MING_RECEIPT_ERROR_AGE when the case cannot become one; of the file
 */
gboolean ming_test_file_write (const MingLibrary *library, const MingCase *input, const char *path,
                               GError **error);

G_END_DECLS
