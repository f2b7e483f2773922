/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ming-wording.h"

char *
ming_wording_fen (MingFen fen, MingTextFlags flags)
{
  char text[MING_TEXT_FEN_SIZE] = "";

  ming_text_format_fen (fen, flags, text, sizeof text);
  return g_strdup (text);
}

char *
ming_wording_date (MingDate date)
{
  char text[MING_TEXT_DATE_SIZE] = "";

  if (date.year != 0)
    ming_text_format_date (date, text, sizeof text);
  return g_strdup (text);
}

void
ming_wording_append (GString *text, const char *part)
{
  if (part == NULL || *part == '\0')
    return;
  if (text->len > 0)
    g_string_append (text, " · ");
  g_string_append (text, part);
}
