/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "../estimate/ming-estimate-answer.h"

G_BEGIN_DECLS

#define MING_COMPARE_COLUMNS_MAX 4
#define MING_COMPARE_COLUMNS_MIN 2

/** What a column may change: indices into ming_compare_fields. */
#define MING_N_COMPARE_FIELDS 8
extern const MingField ming_compare_fields[MING_N_COMPARE_FIELDS];

/**
 * MingCompareValues: what each column changes of the client's case; "" leaves it as it is.
 * The first column is the case itself and changes nothing.
 */
typedef struct
{
  guint n_columns;
  char *text[MING_COMPARE_COLUMNS_MAX][MING_N_COMPARE_FIELDS];
} MingCompareValues;

/** As few columns as there may be, none of which changes anything. (transfer full) */
MingCompareValues *ming_compare_values_new (void);
void ming_compare_values_free (MingCompareValues *values);

/** Types @text into @field, an index into ming_compare_fields, of @column, from 0. */
void ming_compare_values_set (MingCompareValues *values, guint column, guint field, const char *text);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (MingCompareValues, ming_compare_values_free)

/** MingCompareColumn: the case as the column changes it, and what follows. @field: by field of the column */
typedef struct
{
  char *name;
  MingEstimateValues *values;
  MingEstimateForm *form;
  MingEstimateAnswer *answer;
  MingFieldState field[MING_N_COMPARE_FIELDS];
} MingCompareColumn;

/** One line of the table: @cells: caption, then one for each column; @differs: not all columns say the same.
 */
typedef struct
{
  GStrv cells;
  gboolean differs;
} MingCompareRow;

/**
 * MingCompareForm: the columns side by side.
 * @headings: of char*; @rows: of MingCompareRow*
 * @reasons: of MingNote*: why a column differs from the first
 * @messages: of char*: what is missing or refused
 */
typedef struct
{
  guint n_columns;
  MingCompareColumn column[MING_COMPARE_COLUMNS_MAX];
  GPtrArray *headings;
  GPtrArray *rows;
  GPtrArray *reasons;
  GPtrArray *messages;
} MingCompareForm;

/** What the columns give for the client of @client; pure, no screen needed. (transfer full) */
MingCompareForm *ming_compare_form_new (const MingCompareValues *values, const MingEstimateValues *client,
                                        const MingEstimateWorld *world);
void ming_compare_form_free (MingCompareForm *form);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (MingCompareForm, ming_compare_form_free)

/** The table as tab-separated lines, for the clipboard. (transfer full) */
char *ming_compare_form_to_text (const MingCompareForm *form);

/** The settled visit of a column, or NULL. */
const MingVisitResult *ming_compare_column_visit (const MingCompareColumn *column);

/*< private >*/
void ming_compare_form_fill_rows (MingCompareForm *form);
void ming_compare_form_fill_reasons (MingCompareForm *form);

G_END_DECLS
