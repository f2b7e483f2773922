/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>
#include <glib/gi18n-lib.h>

#include "core/ming-idcard.h"
#include "policy/ming-wording.h"
#include "ming-sheet-private.h"

MingSheetOptions
ming_sheet_options_for (const MingEstimate *estimate)
{
  MingSheetOptions options = { 0 };

  options.date = estimate->input->date;
  options.hour = -1;
  return options;
}

/* "110105**********2X": the window keeps no other form of a citizen number. */
static gboolean
is_masked (const char *identity)
{
  return strlen (identity) == MING_IDCARD_LENGTH && strspn (identity, "0123456789") == 6
         && strspn (identity + 6, "*") == MING_IDCARD_LENGTH - 8 && g_ascii_isdigit (identity[16])
         && (g_ascii_isdigit (identity[17]) || identity[17] == 'X');
}

char *
ming_sheet_mask_identity (const char *identity, MingDate on)
{
  MingIdcard card;
  char masked[MING_IDCARD_LENGTH + 1];
  GString *text;
  glong length;

  g_return_val_if_fail (identity != NULL, NULL);

  if (ming_idcard_parse (identity, strlen (identity), on, &card, NULL) == MING_OK
      && ming_idcard_mask (&card, masked, sizeof masked) == MING_OK)
    return g_strdup (masked);

  if (is_masked (identity))
    return g_strdup (identity);

  /*
   * A passport, a residence permit, a number with a slip: the kind cannot be told, so all but the end is
   * hidden.
   */
  length = g_utf8_strlen (identity, -1);
  text = g_string_new (NULL);
  for (glong i = 0; i + 2 < length; i++)
    g_string_append_c (text, '*');
  if (length > 2)
    g_string_append (text, g_utf8_offset_to_pointer (identity, length - 2));
  else
    g_string_append (text, "**");
  return g_string_free (text, FALSE);
}

/* "2026-11-22 14:05" */
static char *
describe_moment (const MingSheetOptions *options)
{
  g_autofree char *date = ming_sheet_date (options->date);

  if (date == NULL || options->hour < 0)
    return g_steal_pointer (&date);
  return g_strdup_printf ("%s %02d:%02d", date, options->hour, options->minute);
}

/* The moment of the PDF; China keeps one time. */
static void
set_created (MingReport *report, const MingSheetOptions *options)
{
  g_autofree char *date = ming_sheet_date (options->date);
  g_autofree char *created = NULL;

  if (date == NULL)
    return;
  created = g_strdup_printf ("%sT%02d:%02d:00+08:00", date, MAX (options->hour, 0),
                             options->hour < 0 ? 0 : options->minute);
  ming_report_set_created (report, created);
}

/* What may not be missed is said before the figures. */
static const char *
choose_subtitle (const MingSheetSubject *subject)
{
  if (subject->pack->demonstration)
    return _("No settlement voucher · demonstration, invented rules");
  if (!ming_evidence_is_official (subject->evidence))
    return _("No settlement voucher · some figures are still to be checked, see the notes");
  return _("No settlement voucher");
}

/** An empty sheet with its title, number and furniture. (transfer full) */
MingReport *
ming_sheet_begin (const MingSheetSubject *subject, const MingSheetOptions *options, const char *title)
{
  MingReport *report = ming_report_new (title);
  g_autofree char *moment = describe_moment (options);
  g_autofree char *number = options->number != NULL ? g_strdup_printf (_("No. %s"), options->number) : NULL;
  g_autofree char *aside = number != NULL && moment != NULL ? g_strconcat (number, "\n", moment, NULL)
                                                            : g_strdup (number != NULL ? number : moment);
  g_autofree char *footer
      = subject->code != NULL
            ? g_strdup_printf (_("No settlement voucher · estimate code %s"), subject->code)
            : g_strdup (_("No settlement voucher"));

  ming_report_set_large (report, options->large);
  ming_report_set_furniture (report, number, footer);
  set_created (report, options);
  ming_report_add_title (report, title, choose_subtitle (subject), aside);
  return report;
}

/** A pair, when there is something to say. */
void
ming_sheet_grid_add (MingReportBlock *grid, const char *name, const char *value, guint span)
{
  if (value != NULL && *value != '\0')
    ming_report_grid_add (grid, name, value, span);
}

/* "职工在职 · 男 · 45 周岁", as far as known. */
static char *
describe_person (const MingSheetSubject *subject)
{
  GString *text = g_string_new (NULL);

  if (subject->psn_type != NULL)
    g_string_append (text, ming_sheet_psn_type (subject->psn_type));
  if (g_strcmp0 (subject->gend, "1") == 0 || g_strcmp0 (subject->gend, "2") == 0)
    ming_wording_append (text, *subject->gend == '1' ? C_("sex", "Male") : C_("sex", "Female"));
  if (subject->age_years >= 0)
    {
      g_autofree char *age = g_strdup_printf (ngettext ("%d year", "%d years", (gulong) subject->age_years),
                                              subject->age_years);

      ming_wording_append (text, age);
    }
  return g_string_free (text, FALSE);
}

/** Office and person; the caller adds the visit to the same grid. */
MingReportBlock *
ming_sheet_add_facts (MingReport *report, const MingSheetSubject *subject, const MingSheetOptions *options)
{
  MingReportBlock *grid = ming_report_add_grid (report, options->large ? 1 : 2);
  g_autofree char *identity = options->identity != NULL && *options->identity != '\0'
                                  ? ming_sheet_mask_identity (options->identity, options->date)
                                  : NULL;
  g_autofree char *person = describe_person (subject);
  g_autofree char *place = options->window != NULL && options->clerk != NULL
                               ? g_strdup_printf (_("%1$s · clerk %2$s"), options->window, options->clerk)
                               : g_strdup (options->window != NULL ? options->window : options->clerk);
  g_autofree char *scheme = g_strdup_printf ("%s (%s)", ming_phrase_local (&subject->pack->name),
                                             subject->region);

  ming_sheet_grid_add (grid, C_("sheet", "Office"), options->office, 1);
  ming_sheet_grid_add (grid, C_("sheet", "Window"), place, 1);
  ming_sheet_grid_add (grid, C_("sheet", "Name"), options->name, 1);
  ming_sheet_grid_add (grid, _("Identity number"), identity, 1);
  ming_sheet_grid_add (grid, _("Insured with"), scheme, 1);
  ming_sheet_grid_add (grid, _("Kind of person"), person, 1);
  return grid;
}

static void
add_figure (MingReportBlock *figures, const char *label, MingFen fen, gboolean strong)
{
  g_autofree char *amount = ming_sheet_yuan (fen);

  ming_report_figures_add (figures, label, amount, strong);
}

/** The bill, the funds, the person, of that the cash; what is due in words too (大写). */
void
ming_sheet_add_amounts (MingReport *report, MingFen total_fen, MingFen fund_fen, MingFen person_fen,
                        MingFen cash_fen)
{
  MingReportBlock *figures = ming_report_add_figures (report);
  MingReportBlock *capitals = NULL;
  g_autofree char *person = ming_sheet_capital (person_fen);
  g_autofree char *cash = ming_sheet_capital (cash_fen);

  add_figure (figures, C_("sheet", "Bill"), total_fen, FALSE);
  add_figure (figures, _("Paid by funds"), fund_fen, FALSE);
  add_figure (figures, _("Due by the person"), person_fen, TRUE);
  if (cash_fen != person_fen)
    {
      add_figure (figures, _("of it from accounts"), person_fen - cash_fen, FALSE);
      add_figure (figures, _("of it in cash"), cash_fen, FALSE);
    }

  capitals = ming_report_add_grid (report, 1);
  ming_report_grid_add (capitals, _("Due by the person, in words"), person, 1);
  if (cash_fen != person_fen)
    ming_report_grid_add (capitals, _("of it in cash, in words"), cash, 1);
}

/** The pack with its revision, digest and weakest evidence, and the program. (transfer full) */
char *
ming_sheet_describe_pack (const MingSheetSubject *subject)
{
  const MingPack *pack = subject->pack;

  return g_strdup_printf (_("%1$s, revision %2$s, SHA-256 %3$.16s, weakest evidence: %4$s; program %5$s"),
                          pack->id, pack->revision, pack->sha256, ming_evidence_mark (subject->evidence),
                          VERSION);
}

/** The documents and the pack. */
void
ming_sheet_add_papers (MingReport *report, const MingSheetSubject *subject, MingSheetPapers *papers)
{
  g_autofree char *text = ming_sheet_describe_pack (subject);

  ming_report_add_heading (report, C_("sheet", "Papers"), NULL);
  ming_sheet_papers_add_list (papers, report);
  ming_report_notes_add (ming_report_add_notes (report), C_("mark", "Policy pack"), text);
}

/**
 * What the reader must know: cautions (待核实, documents past their end, 演示), what was missing or assumed, what
 * is not in the pack (未计入), and that this is no settlement. @messages: (nullable): of char*
 */
void
ming_sheet_add_notes (MingReport *report, const MingSheetSubject *subject, GPtrArray *messages)
{
  MingReportBlock *notes;

  ming_report_add_heading (report, _("To be noted"), NULL);
  notes = ming_report_add_notes (report);
  for (guint i = 0; i < subject->cautions->len; i++)
    ming_report_notes_add (notes, C_("mark", "Caution"), g_ptr_array_index (subject->cautions, i));
  for (guint i = 0; messages != NULL && i < messages->len; i++)
    ming_report_notes_add (notes, C_("mark", "Remark"), g_ptr_array_index (messages, i));
  for (guint i = 0; i < subject->gaps->len; i++)
    ming_report_notes_add (notes, C_("mark", "Not counted"), g_ptr_array_index (subject->gaps, i));
  ming_report_notes_add (notes, C_("mark", "Estimate"),
                         _("This sheet is an estimate from what was told and from published rules. It is "
                            "not a "
                            "settlement and no voucher; what the insurance office settles is what counts."));
}

/** Signatures, and the code that finds the answer in 历史; what is not known is not kept and has none. */
void
ming_sheet_add_closing (MingReport *report, const MingSheetSubject *subject)
{
  g_autofree char *title = NULL;
  MingReportBlock *signatures = ming_report_add_signatures (report);
  MingReportRow *row;

  ming_report_signatures_add (signatures, C_("sheet", "Clerk"));
  ming_report_signatures_add (signatures, _("Insured person or agent"));
  ming_report_signatures_add (signatures, C_("sheet", "Date"));

  if (subject->code == NULL)
    return;
  title = g_strdup_printf (_("Estimate code %s"), subject->code);
  row = ming_report_add_code (report, subject->qr);
  ming_report_row_add (row, 0, MING_STYLE_STRONG, title);
  ming_report_row_add (row, 0, MING_STYLE_SMALL, subject->qr);
  ming_report_row_add (row, 0, MING_STYLE_SMALL, subject->qr_note);
}
