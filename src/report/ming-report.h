/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <cairo.h>
#include <glib.h>

#include "ming-report-error.h"

G_BEGIN_DECLS

/*
 * A report is a list of blocks. Nothing in it knows about money or policy: the sheets (ming-sheet-*) fill it,
 * and one layout serves the print dialog, the preview, PDF, PNG and plain text.
 */

/** A4 paper and the margins of every sheet, in points of 1/72 inch. */
#define MING_PAPER_WIDTH_PT 595.276
#define MING_PAPER_HEIGHT_PT 841.890
#define MING_PAPER_SIDE_PT 45.0
#define MING_PAPER_TOP_PT 36.0
#define MING_PAPER_BOTTOM_PT 30.0

/** What is left of A4 inside the margins: the space to paginate for. */
#define MING_PAPER_INNER_WIDTH_PT (MING_PAPER_WIDTH_PT - 2.0 * MING_PAPER_SIDE_PT)
#define MING_PAPER_INNER_HEIGHT_PT (MING_PAPER_HEIGHT_PT - MING_PAPER_TOP_PT - MING_PAPER_BOTTOM_PT)

/** MingReportStyle: how a line of text looks. */
typedef enum
{
  MING_STYLE_NORMAL = 0,
  MING_STYLE_STRONG,
  MING_STYLE_SMALL, /**< papers and remarks: smaller and dark grey */
  MING_STYLE_LABEL, /**< names of fields, heads of columns */
  MING_STYLE_FIGURE,
  MING_STYLE_HEADING,
  MING_STYLE_TITLE,
  MING_STYLE_SUBTITLE,
  MING_N_STYLES
} MingReportStyle;

typedef enum
{
  MING_ALIGN_START = 0,
  MING_ALIGN_CENTER,
  MING_ALIGN_END
} MingReportAlign;

/**
 * MingReportColumn: one column of a table.
 * @title: head of the column, repeated on each page
 * @weight: share of the width that is left; 0: as wide as its widest line, which then never wraps (money)
 */
typedef struct
{
  const char *title;
  int weight;
  MingReportAlign align;
} MingReportColumn;

/** MingReportRowKind: a subtotal or total stays on the page of the two rows before it. */
typedef enum
{
  MING_ROW_PLAIN = 0,
  MING_ROW_SUBTOTAL,
  MING_ROW_TOTAL
} MingReportRowKind;

typedef struct _MingReport MingReport;
typedef struct _MingReportBlock MingReportBlock;
typedef struct _MingReportRow MingReportRow;

/** @title: of the document, and at the head of every page after the first */
MingReport *ming_report_new (const char *title);
void ming_report_free (MingReport *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (MingReport, ming_report_free)

/** The title the report was made with (transfer none). */
const char *ming_report_get_title (const MingReport *self);

/** Large type (大字版): for old people. */
void ming_report_set_large (MingReport *self, gboolean large);

/**
 * At most @n_pages, where that can be: type shrinks by steps, down to four fifths; when that is not enough
 * it keeps its full size. 0 (default): any number.
 */
void ming_report_set_page_limit (MingReport *self, guint n_pages);

/** @number: at the right of the head of later pages; @footer: at the left of the foot of every page. */
void ming_report_set_furniture (MingReport *self, const char *number, const char *footer);

/** The moment written into a PDF, ISO 8601; without one a PDF says when it was made, and no two are alike. */
void ming_report_set_created (MingReport *self, const char *iso_8601);

/* Blocks, in the order in which they are added. */

/** The head of the sheet: @subtitle below the title, @aside at the right of it, both nullable. */
void ming_report_add_title (MingReport *self, const char *title, const char *subtitle, const char *aside);

/** A heading stays with what follows; @aside (nullable) at the right, e.g. the unit 单位:元. */
void ming_report_add_heading (MingReport *self, const char *text, const char *aside);

/** Names and values in @n_columns columns side by side. */
MingReportBlock *ming_report_add_grid (MingReport *self, guint n_columns);
/** @span: how many of the columns the pair takes, from 1. */
void ming_report_grid_add (MingReportBlock *block, const char *name, const char *value, guint span);

/** Few amounts, large, side by side. */
MingReportBlock *ming_report_add_figures (MingReport *self);
/** @strong: the one figure that the reader looks for. */
void ming_report_figures_add (MingReportBlock *block, const char *label, const char *amount, gboolean strong);

/** A table; the array of @columns is copied. */
MingReportBlock *ming_report_add_table (MingReport *self, const MingReportColumn *columns, guint n_columns);
MingReportRow *ming_report_table_add (MingReportBlock *block, MingReportRowKind kind);
/** Adds a line of text to the cell in @column; lines of a cell stand below one another. */
void ming_report_row_add (MingReportRow *row, guint column, MingReportStyle style, const char *text);

/** Notes, each with its mark ("待核实", "1.") at the left. */
MingReportBlock *ming_report_add_notes (MingReport *self);
void ming_report_notes_add (MingReportBlock *block, const char *mark, const char *text);

/** Lines to sign on, side by side. */
MingReportBlock *ming_report_add_signatures (MingReport *self);
void ming_report_signatures_add (MingReportBlock *block, const char *label);

/** A QR code of @text with lines of text at its side (ming_report_row_add() on column 0). */
MingReportRow *ming_report_add_code (MingReport *self, const char *text);

/* Layout. */

/**
 * Lays the report out for pages of @width_pt × @height_pt, the paper without its margins. May be called
 * again with another size. Never splits a row; repeats the head of a table; keeps a subtotal with two rows
 * before it.
 *
 * Returns: FALSE with %MING_REPORT_ERROR_PAPER, %MING_REPORT_ERROR_GLYPHS or %MING_REPORT_ERROR_DRAWING
 */
gboolean ming_report_paginate (MingReport *self, double width_pt, double height_pt, GError **error);

/** Pages of the last layout; 0 before any. */
guint ming_report_get_n_pages (const MingReport *self);

/**
 * Draws page @n (from 0) on @cr, whose origin is the corner inside the margins and whose unit is a point.
 * The state of @cr is as before afterwards.
 */
void ming_report_draw_page (const MingReport *self, cairo_t *cr, guint n);

/** The report as plain text for a printer or screen without Chinese fonts, lines at most @n_columns wide. */
char *ming_report_to_text (const MingReport *self, guint n_columns);

/**
 * Whether the fonts of this machine can write a Chinese sheet.
 * Returns: FALSE with %MING_REPORT_ERROR_GLYPHS
 */
gboolean ming_report_check_fonts (GError **error);

G_END_DECLS
