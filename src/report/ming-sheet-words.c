/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "core/ming-text.h"
#include "ming-sheet-private.h"
#include "policy/ming-code-names.h"

/* 人员类别 in words; the code itself when the sheet has no word for it, NULL when there is none. */
const char *
ming_sheet_psn_type (const char *code)
{
  return ming_code_names_find (MING_CODES_PSN_TYPE, code);
}

const char *
ming_sheet_hosp_lv (const char *code)
{
  return ming_code_names_find (MING_CODES_HOSP_LV, code);
}

const char *
ming_sheet_away (const char *word)
{
  return ming_code_names_find (MING_CODES_AWAY, word != NULL ? word : "home");
}

/* "12,345.67" */
char *
ming_sheet_money (MingFen fen)
{
  char buffer[MING_TEXT_FEN_SIZE];

  /* The estimate accepts no amount that this could refuse. */
  g_return_val_if_fail (ming_text_format_fen (fen, MING_TEXT_GROUPED, buffer, sizeof buffer) == MING_OK,
                        NULL);
  return g_strdup (buffer);
}

/* In a table most payers pay nothing on most rows: a dash lets the amounts be seen. */
char *
ming_sheet_cell (MingFen fen)
{
  return fen == 0 ? g_strdup ("–") : ming_sheet_money (fen);
}

/* "¥12,345.67" */
char *
ming_sheet_yuan (MingFen fen)
{
  g_autofree char *amount = ming_sheet_money (fen);

  return g_strconcat ("¥", amount, NULL);
}

/* 人民币壹万贰仟叁佰肆拾伍元陆角柒分: the same in every language, as only so it is the legal form. */
char *
ming_sheet_capital (MingFen fen)
{
  char buffer[MING_TEXT_CAPITAL_SIZE];

  g_return_val_if_fail (ming_text_format_capital (fen, buffer, sizeof buffer) == MING_OK, NULL);
  return g_strconcat ("人民币", buffer, NULL);
}

/* "+12.00", "-12.00" */
char *
ming_sheet_difference (MingFen fen)
{
  char buffer[MING_TEXT_FEN_SIZE];

  g_return_val_if_fail (ming_text_format_fen (fen, MING_TEXT_GROUPED | MING_TEXT_SIGNED, buffer,
                                              sizeof buffer)
                            == MING_OK,
                        NULL);
  return g_strdup (buffer);
}

/* "2026-11-22", or NULL for a date that is not known. */
char *
ming_sheet_date (MingDate date)
{
  char buffer[MING_TEXT_DATE_SIZE];

  if (date.year == 0 || ming_text_format_date (date, buffer, sizeof buffer) != MING_OK)
    return NULL;
  return g_strdup (buffer);
}
