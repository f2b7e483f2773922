/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "ming-tally.h"

/* The words for a grade of evidence (static, translated). */
static const char *
evidence_words (MingEvidence evidence)
{
  switch (evidence)
    {
    case MING_EVIDENCE_OFFICIAL_TEXT:
      return _("official text");
    case MING_EVIDENCE_OFFICIAL_QUOTE:
      return _("official quote");
    case MING_EVIDENCE_SECONDARY:
      return _("secondary");
    case MING_EVIDENCE_UNVERIFIED:
    case MING_N_EVIDENCES:
    default:
      return _("unverified");
    }
}

static void
append_share (GString *text, const char *words, guint count, guint total)
{
  if (count > 0)
    g_string_append_printf (text, " · %s %u (%u %%)", words, count, (count * 100 + total / 2) / total);
}

char *
ming_tally_describe (const MingTally *tally)
{
  guint total = ming_tally_total (tally);
  GString *text = g_string_new (NULL);

  g_string_append_printf (text, ngettext ("%u figure", "%u figures", total), total);
  for (int evidence = MING_N_EVIDENCES - 1; evidence >= 0; evidence--)
    append_share (text, evidence_words ((MingEvidence) evidence), tally->known[evidence], total);
  append_share (text, _("unknown"), tally->unknown, total);
  return g_string_free (text, FALSE);
}
