/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ming-pack.h"

G_BEGIN_DECLS

/**
 * MingFigureKind:
 * @MING_FIGURE_NUMBER: a figure that has papers: an amount, a rate, a number, what guidance says
 * @MING_FIGURE_WORD: a choice among named ways, such as the basis of a deductible; left out where it is the
 *   usual one
 */
typedef enum
{
  MING_FIGURE_NUMBER,
  MING_FIGURE_WORD
} MingFigureKind;

/**
 * MingFigure: one figure of a pack with everything that can be said of it in words, for lists, counts and
 * comparisons. Words are in the language the program speaks.
 *
 * @key: what it is, the same in every version and pack: "care/inpatient/pool/deductible[tier=三级]/amount"
 * @list: the dated list it stands in: "care/inpatient", "account_credit"
 * @what: in words: "住院 · 统筹基金 · 起付标准"
 * @who: the row's conditions in words, "" for everybody
 * @value: in words: "1,300.00", "85 %", "未知"
 * @is_text: whether @value is sentences, too long for a cell
 * @state: never %MING_CELL_ABSENT
 * @fen: for amounts, else -1
 * @is_threshold: whether results change on either side of @fen
 * @citations: of MingCitation*, (reference held)
 * @span: the version it belongs to; owned by the pack
 * @row: the row it stands in, or NULL; owned by the pack
 * @pointer: JSON pointer of the row or object it stands in
 */
typedef struct
{
  MingFigureKind kind;
  char *key;
  char *list;
  char *what;
  char *who;
  char *value;
  gboolean is_text;
  MingCellState state;
  MingFen fen;
  gboolean is_threshold;
  MingEvidence evidence;
  GPtrArray *citations;
  const MingSpan *span;
  const MingRow *row;
  char *pointer;
} MingFigure;

void ming_figure_free (MingFigure *figure);

/** "《title》(number) clause; …" of all papers of @figure, "" when there are none. (transfer full) */
char *ming_figure_papers (const MingFigure *figure);

/**
 * Every figure of @pack in the order of its parts. (transfer full) of MingFigure*; the pack must outlive
 * them
 */
GPtrArray *ming_figures_of_pack (const MingPack *pack);

G_END_DECLS
