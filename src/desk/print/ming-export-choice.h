/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "report/ming-export-file.h"

G_BEGIN_DECLS

/** MingExportChoice: one kind of file that the window offers. No GTK. */
typedef struct
{
  MingExportFormat format;
  const char *charset; /**< of CSV */
  const char *label;   /**< a message id */
} MingExportChoice;

#define MING_N_EXPORT_CHOICES 7
extern const MingExportChoice ming_export_choices[MING_N_EXPORT_CHOICES];

/**
 * Which file is meant by @path, typed while @chosen was chosen among the kinds. The first kind, PDF, is the
 * one nobody chose: there the end of the name decides. A name without a known end gets one.
 * @out_choice: (out): the kind to write
 * Returns: (transfer full): the name to write to
 */
char *ming_export_choice_settle (const char *path, guint chosen, guint *out_choice);

G_END_DECLS
