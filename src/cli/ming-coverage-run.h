/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "policy/ming-coverage.h"

G_BEGIN_DECLS

/**
 * MingCoverageRun: cases put to packs, and what of the packs they touched.
 * @coverages: of MingCoverage*, in the order of the library's packs
 * @n_cases: cases that were for one of the packs
 */
typedef struct
{
  const MingLibrary *library;
  GPtrArray *coverages;
  guint n_cases;
} MingCoverageRun;

MingCoverageRun *ming_coverage_run_new (const MingLibrary *library);
void ming_coverage_run_free (MingCoverageRun *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (MingCoverageRun, ming_coverage_run_free)

/**
 * Puts the case in the file @path to the packs, or every *.json below the folder @path. A file may be a
 * case, or an object with one under "case". Files that are neither, and cases for other packs, are passed
 * over.
 * Returns: FALSE with an error of MING_CASE_ERROR when @path cannot be read
 */
gboolean ming_coverage_run_add (MingCoverageRun *self, const char *path, GError **error);

G_END_DECLS
