/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "estimate/ming-explain.h"
#include "ming-export.h"

G_BEGIN_DECLS

/* ming-export-csv.c */
guint ming_export_payers (const MingEstimate *estimate);
char *ming_export_payer_title (const MingEstimate *estimate, MingPayer payer);

G_END_DECLS
