/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <pango/pangocairo.h>

#include "ming-report.h"
#include "ming-report-break.h"

G_BEGIN_DECLS

/** A line of text of a cell. */
typedef struct
{
  MingReportStyle style;
  char *text;
} MingReportLine;

/**
 * A row of any block.
 * @cells: of GPtrArray of MingReportLine*, as many as the block has columns
 * @span: columns of a grid
 */
struct _MingReportRow
{
  MingReportRowKind kind;
  guint span;
  GPtrArray *cells;
};

typedef enum
{
  MING_BLOCK_TITLE,
  MING_BLOCK_HEADING,
  MING_BLOCK_GRID,
  MING_BLOCK_FIGURES,
  MING_BLOCK_TABLE,
  MING_BLOCK_NOTES,
  MING_BLOCK_SIGNATURES,
  MING_BLOCK_CODE
} MingBlockKind;

/** @columns: of MingReportColumn, titles owned; @n_columns: cells of a row; @side_by_side: of a grid */
struct _MingReportBlock
{
  MingBlockKind kind;
  guint n_columns;
  guint side_by_side;
  GArray *columns;
  GPtrArray *rows;
  char *text;
};

/** MingMark: one thing drawn: text, a rule, a grey field, or a QR code. Lengths in Pango units. */
typedef enum
{
  MING_MARK_TEXT,
  MING_MARK_RULE,
  MING_MARK_FIELD,
  MING_MARK_CODE
} MingMarkKind;

/** @shade: 0 black … 100 white; @modules: a QR code, @n_modules squared, a byte each */
typedef struct
{
  MingMarkKind kind;
  int x, y, width, height;
  int shade;
  PangoLayout *layout;
  guint8 *modules;
  int n_modules;
} MingMark;

struct _MingReport
{
  char *title;
  char *number;
  char *footer;
  char *created;
  gboolean large;
  guint page_limit;
  GPtrArray *blocks;

  /* The last layout, empty before any. */
  GPtrArray *strips; /**< of GPtrArray of MingMark* */
  GArray *spans;     /**< of MingPageSpan: sizes of the strips */
  GArray *pages;     /**< of MingPage */
  GPtrArray *heads;  /**< furniture by page: of GPtrArray of MingMark* */
  int head_units;    /**< height of the head of later pages */
};

/**
 * MingSetter (排版): composes blocks into strips, each of which stays whole.
 *
 * @width: of the page; @size_permille: of the type, 1000 is as designed
 * @missing: (nullable): the first text that the fonts cannot write
 */
typedef struct
{
  MingReport *report;
  PangoContext *context;
  int width;
  int size_permille;
  GPtrArray *strips;
  GArray *spans;
  GPtrArray *marks; /**< of the open strip */
  char *missing;
} MingSetter;

/* ming-report-setter.c */
PangoContext *ming_setter_context_new (void);
PangoLayout *ming_setter_layout (MingSetter *setter, MingReportStyle style, const char *text);
int ming_setter_em (const MingSetter *setter);
void ming_setter_open (MingSetter *setter);
void ming_setter_text (MingSetter *setter, PangoLayout *layout, int x, int y, int width,
                       MingReportAlign align, MingReportStyle style);
void ming_setter_rule (MingSetter *setter, int x, int y, int width, int thickness, int shade);
void ming_setter_field (MingSetter *setter, int x, int y, int width, int height, int shade);
void ming_setter_code (MingSetter *setter, guint8 *modules, int n_modules, int x, int y, int size);
MingPageSpan *ming_setter_close (MingSetter *setter, int height, int above, gboolean keep_with_next);
int ming_layout_height (PangoLayout *layout);
int ming_layout_width (PangoLayout *layout);
void ming_mark_free (gpointer mark);

/* ming-report-table.c, ming-report-blocks.c */
gboolean ming_setter_set_table (MingSetter *setter, MingReportBlock *block, GError **error);
gboolean ming_setter_set_block (MingSetter *setter, MingReportBlock *block, GError **error);

G_END_DECLS
