/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "core/ming-text.h"
#include "ming-sheet-private.h"

typedef struct
{
  const char *code;
  const char *context;
  const char *name;
} Word;

/* The national codes that a sheet prints; the words are those of the window. */
static const Word psn_types[] = {
  { "1101", "person", NC_("person", "Employee in work") },
  { "1102", "person", NC_("person", "Civil servant in work") },
  { "1103", "person", NC_("person", "Flexible worker in work") },
  { "1201", "person", NC_("person", "Employee retired") },
  { "1202", "person", NC_("person", "Civil servant retired") },
  { "1203", "person", NC_("person", "Flexible worker retired") },
  { "1300", "person", NC_("person", "Veteran cadre") },
  { "1401", "person", NC_("person", "Newborn") },
  { "1402", "person", NC_("person", "Preschool child") },
  { "1403", "person", NC_("person", "School pupil") },
  { "1404", "person", NC_("person", "University student") },
  { "1405", "person", NC_("person", "Minor not at school") },
  { "1501", "person", NC_("person", "Adult resident") },
  { "16", "person", NC_("person", "Elderly resident") },
};

static const Word hosp_lvs[] = {
  { "01", "hospital", NC_("hospital", "Level 3 special") },
  { "02", "hospital", NC_("hospital", "Level 3 A") },
  { "03", "hospital", NC_("hospital", "Level 3 B") },
  { "04", "hospital", NC_("hospital", "Level 3 C") },
  { "05", "hospital", NC_("hospital", "Level 2 A") },
  { "06", "hospital", NC_("hospital", "Level 2 B") },
  { "07", "hospital", NC_("hospital", "Level 2 C") },
  { "08", "hospital", NC_("hospital", "Level 1 A") },
  { "09", "hospital", NC_("hospital", "Level 1 B") },
  { "10", "hospital", NC_("hospital", "Level 1 C") },
  { "11", "hospital", NC_("hospital", "No level") },
};

static const Word aways[] = {
  { "home", "place", NC_("place", "At home") },
  { "long_term", "place", NC_("place", "Living away, registered") },
  { "referral", "place", NC_("place", "Referred, registered") },
  { "emergency", "place", NC_("place", "Emergency away") },
  { "unfiled", "place", NC_("place", "Away, not registered") },
};

static const char *
find_word (const Word *words, gsize n_words, const char *code)
{
  for (gsize i = 0; i < n_words; i++)
    if (g_strcmp0 (words[i].code, code) == 0)
      return g_dpgettext2 (GETTEXT_PACKAGE, words[i].context, words[i].name);
  return code;
}

/* 人员类别 in words; the code itself when the sheet has no word for it, NULL when there is none. */
const char *
ming_sheet_psn_type (const char *code)
{
  return find_word (psn_types, G_N_ELEMENTS (psn_types), code);
}

const char *
ming_sheet_hosp_lv (const char *code)
{
  return find_word (hosp_lvs, G_N_ELEMENTS (hosp_lvs), code);
}

const char *
ming_sheet_away (const char *word)
{
  return find_word (aways, G_N_ELEMENTS (aways), word != NULL ? word : "home");
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
