/* SPDX-License-Identifier: GPL-3.0-or-later */
#define _GNU_SOURCE
#include "config.h"

#include <errno.h>
#include <fcntl.h>
#include <sys/mman.h>
#include <unistd.h>
#include <glib/gi18n-lib.h>
#include <xlsxwriter.h>

#include "ming-export-private.h"
#include "ming-sheet-private.h"

/** The workbook being written. */
typedef struct
{
  const MingEstimate *estimate;
  lxw_workbook *workbook;
  lxw_format *head;
  lxw_format *text;
  lxw_format *amount;
  lxw_format *total;
  lxw_format *total_text;
} Book;

/*
 * A spreadsheet knows only binary fractions. A fen amount up to 10^12 has at most 13 significant digits and
 * comes back from a double unchanged, to the fen, which is what the cell shows; nothing is computed with it
 * here.
 */
static double
to_yuan (MingFen fen)
{
  return (double) fen / 100.0;
}

static lxw_worksheet *
add_sheet (Book *book, const char *name, const char *const *titles, const double *widths, int n_columns)
{
  lxw_worksheet *sheet = workbook_add_worksheet (book->workbook, name);

  for (int i = 0; i < n_columns; i++)
    {
      worksheet_set_column (sheet, (lxw_col_t) i, (lxw_col_t) i, widths[i], NULL);
      worksheet_write_string (sheet, 0, (lxw_col_t) i, titles[i], book->head);
    }
  worksheet_freeze_panes (sheet, 1, 0);
  worksheet_repeat_rows (sheet, 0, 0);
  worksheet_set_landscape (sheet);
  worksheet_set_paper (sheet, 9);
  worksheet_fit_to_pages (sheet, 1, 0);
  return sheet;
}

static void
write_table_row (Book *book, lxw_worksheet *sheet, lxw_row_t y, const char *visit, const MingTableRow *row,
                 guint payers)
{
  lxw_format *text = row->is_total ? book->total_text : book->text;
  lxw_format *amount = row->is_total ? book->total : book->amount;
  lxw_col_t x = 5;

  worksheet_write_string (sheet, y, 0, visit, text);
  worksheet_write_string (sheet, y, 1, row->code, text);
  worksheet_write_string (sheet, y, 2, row->label, text);
  worksheet_write_string (sheet, y, 3, row->rate, text);
  worksheet_write_number (sheet, y, 4, to_yuan (row->amount_fen), amount);
  for (int payer = 0; payer < MING_N_PAYERS; payer++)
    if (payers & (1u << payer))
      worksheet_write_number (sheet, y, x++, to_yuan (row->paid_fen[payer]), amount);
}

static char *
name_visit (const MingVisitResult *result, guint number)
{
  g_autofree char *date = ming_sheet_date (result->visit->enddate);

  return result->visit->id != NULL ? g_strdup_printf ("%s %s", result->visit->id, date)
                                   : g_strdup_printf ("%u %s", number, date);
}

static void
write_tables (Book *book)
{
  const MingEstimate *estimate = book->estimate;
  guint payers = ming_export_payers (estimate);
  const char *titles[5 + MING_N_PAYERS]
      = { C_("column", "Visit"), C_("column", "Item"), C_("column", "Segment"), C_("column", "Rate"),
          C_("column", "Amount") };
  double widths[5 + MING_N_PAYERS] = { 18, 8, 34, 9, 15 };
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  lxw_worksheet *sheet;
  lxw_row_t y = 1;
  int n = 5;

  for (int payer = 0; payer < MING_N_PAYERS; payer++)
    if (payers & (1u << payer))
      {
        g_ptr_array_add (names, ming_export_payer_title (estimate, (MingPayer) payer));
        titles[n] = g_ptr_array_index (names, names->len - 1);
        widths[n] = 17;
        n++;
      }

  sheet = add_sheet (book, _("Who pays what"), titles, widths, n);
  for (guint i = 0; i < estimate->visits->len; i++)
    {
      const MingVisitResult *result = g_ptr_array_index (estimate->visits, i);
      g_autoptr (GPtrArray) rows = ming_explain_table (result);
      g_autofree char *visit = name_visit (result, i + 1);

      for (guint r = 0; r < rows->len; r++)
        write_table_row (book, sheet, y++, visit, g_ptr_array_index (rows, r), payers);
    }
}

static char *
join_citations (const MingStep *step)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < step->citations->len; i++)
    g_string_append_printf (text, "%s%s", i > 0 ? "; " : "", (char *) g_ptr_array_index (step->citations, i));
  return g_string_free (text, FALSE);
}

static void
write_step (Book *book, lxw_worksheet *sheet, lxw_row_t y, const char *visit, int number,
            const MingStep *step)
{
  g_autofree char *citations = join_citations (step);

  worksheet_write_string (sheet, y, 0, visit, book->text);
  if (number > 0)
    worksheet_write_number (sheet, y, 1, number, book->text);
  worksheet_write_string (sheet, y, 2, step->code, book->text);
  worksheet_write_string (sheet, y, 3, step->title, book->text);
  worksheet_write_string (sheet, y, 4, step->formula, book->text);
  worksheet_write_number (sheet, y, 5, to_yuan (step->amount_fen), book->amount);
  worksheet_write_string (sheet, y, 6, step->matched, book->text);
  worksheet_write_string (sheet, y, 7, step->rounding, book->text);
  worksheet_write_string (sheet, y, 8, citations, book->text);
  worksheet_write_string (sheet, y, 9, ming_step_mark (step), book->text);
}

static void
write_working (Book *book)
{
  const char *titles[] = { C_("column", "Visit"),     C_("column", "Step"),     C_("column", "Item"),
                           C_("sheet", "Working"),    C_("column", "Formula"),  C_("column", "Amount"),
                           C_("column", "Holds for"), C_("column", "Rounding"), C_("sheet", "Papers"),
                           C_("column", "Evidence") };
  const double widths[] = { 18, 6, 8, 34, 44, 15, 24, 16, 60, 10 };
  lxw_worksheet *sheet = add_sheet (book, C_("sheet", "Working"), titles, widths, G_N_ELEMENTS (titles));
  MingStep *credit = ming_explain_credit (&book->estimate->credit);
  g_autoptr (GPtrArray) contribution = ming_explain_contribution (&book->estimate->contribution);
  lxw_row_t y = 1;

  for (guint i = 0; i < book->estimate->visits->len; i++)
    {
      const MingVisitResult *result = g_ptr_array_index (book->estimate->visits, i);
      g_autoptr (GPtrArray) steps = ming_explain_visit (result);
      g_autofree char *visit = name_visit (result, i + 1);

      for (guint s = 0; s < steps->len; s++)
        write_step (book, sheet, y++, visit, (int) s + 1, g_ptr_array_index (steps, s));
    }
  if (credit != NULL)
    {
      write_step (book, sheet, y++, C_("sheet", "Account"), 0, credit);
      ming_step_free (credit);
    }
  for (guint i = 0; i < contribution->len; i++)
    write_step (book, sheet, y++, C_("sheet", "Contribution"), 0, g_ptr_array_index (contribution, i));
}

static void
write_optional (Book *book, lxw_worksheet *sheet, lxw_row_t y, lxw_col_t x, const char *text)
{
  if (text != NULL)
    worksheet_write_string (sheet, y, x, text, book->text);
}

static void
write_papers (Book *book)
{
  const char *titles[]
      = { C_("column", "Document"),  C_("column", "Document number"), C_("column", "Issuer"),
          C_("column", "Published"), C_("column", "Valid until"),     C_("column", "Evidence"),
          C_("column", "Address") };
  const double widths[] = { 60, 30, 30, 12, 12, 10, 60 };
  lxw_worksheet *sheet = add_sheet (book, C_("sheet", "Papers"), titles, widths, G_N_ELEMENTS (titles));
  const GPtrArray *sources = book->estimate->pack->source_order;

  for (guint i = 0; i < sources->len; i++)
    {
      const MingSource *source = g_ptr_array_index (sources, i);
      g_autofree char *published = ming_sheet_date (source->published);
      g_autofree char *ends = ming_sheet_date (source->ends);

      worksheet_write_string (sheet, i + 1, 0, source->title, book->text);
      write_optional (book, sheet, i + 1, 1, source->number);
      write_optional (book, sheet, i + 1, 2, source->issuer);
      write_optional (book, sheet, i + 1, 3, published);
      write_optional (book, sheet, i + 1, 4, ends);
      worksheet_write_string (sheet, i + 1, 5, ming_evidence_mark (source->evidence), book->text);
      write_optional (book, sheet, i + 1, 6, source->url);
    }
}

static void
write_notes (Book *book)
{
  const char *titles[] = { C_("column", "Kind"), C_("column", "Note") };
  const double widths[] = { 14, 110 };
  lxw_worksheet *sheet = add_sheet (book, _("To be noted"), titles, widths, G_N_ELEMENTS (titles));
  const MingEstimate *estimate = book->estimate;
  g_autoptr (MingSheetSubject) subject = ming_sheet_subject_new (estimate, MING_ABOUT_EVERYTHING);
  g_autofree char *pack = ming_sheet_describe_pack (subject);
  lxw_row_t y = 1;

  worksheet_write_string (sheet, y, 0, _("No settlement voucher"), book->text);
  write_optional (book, sheet, y++, 1, subject->code);
  worksheet_write_string (sheet, y, 0, C_("mark", "Policy pack"), book->text);
  worksheet_write_string (sheet, y++, 1, pack, book->text);
  for (guint i = 0; i < estimate->cautions->len; i++)
    {
      worksheet_write_string (sheet, y, 0, C_("mark", "Caution"), book->text);
      worksheet_write_string (sheet, y++, 1, g_ptr_array_index (estimate->cautions, i), book->text);
    }
  for (guint i = 0; i < estimate->gaps->len; i++)
    {
      const MingGap *gap = g_ptr_array_index (estimate->gaps, i);

      worksheet_write_string (sheet, y, 0, C_("mark", "Not counted"), book->text);
      worksheet_write_string (sheet, y++, 1, ming_phrase_local (&gap->text), book->text);
    }
}

static void
make_formats (Book *book)
{
  book->head = workbook_add_format (book->workbook);
  format_set_bold (book->head);
  format_set_text_wrap (book->head);
  format_set_bottom (book->head, LXW_BORDER_THIN);
  book->text = workbook_add_format (book->workbook);
  format_set_text_wrap (book->text);
  format_set_align (book->text, LXW_ALIGN_VERTICAL_TOP);
  book->amount = workbook_add_format (book->workbook);
  format_set_num_format (book->amount, "#,##0.00");
  format_set_align (book->amount, LXW_ALIGN_VERTICAL_TOP);
  book->total = workbook_add_format (book->workbook);
  format_set_num_format (book->total, "#,##0.00");
  format_set_bold (book->total);
  format_set_top (book->total, LXW_BORDER_THIN);
  book->total_text = workbook_add_format (book->workbook);
  format_set_bold (book->total_text);
  format_set_top (book->total_text, LXW_BORDER_THIN);
}

static void
describe_book (Book *book, MingDate created)
{
  g_autoptr (GDateTime) noon = g_date_time_new_utc (created.year, created.month, created.day, 12, 0, 0.0);
  lxw_doc_properties properties = { 0 };

  properties.title = (char *) _("Medical insurance benefit estimate");
  properties.company = (char *) "Mingsuan " VERSION;
  properties.created = noon != NULL ? (time_t) g_date_time_to_unix (noon) : 0;
  workbook_set_properties (book->workbook, &properties);
}

static GBytes *
read_all (int fd)
{
  g_autoptr (GByteArray) bytes = g_byte_array_new ();
  guint8 buffer[16384];
  ssize_t n;

  if (lseek (fd, 0, SEEK_SET) < 0)
    return NULL;
  while ((n = read (fd, buffer, sizeof buffer)) > 0)
    g_byte_array_append (bytes, buffer, (guint) n);
  return n < 0 ? NULL : g_byte_array_free_to_bytes (g_steal_pointer (&bytes));
}

static GBytes *
fail (const char *why, GError **error)
{
  g_set_error (error, MING_REPORT_ERROR, MING_REPORT_ERROR_DRAWING, _("The workbook could not be made: %s."),
               why);
  return NULL;
}

GBytes *
ming_export_xlsx (const MingEstimate *estimate, MingDate created, GError **error)
{
  Book book = { estimate, NULL, NULL, NULL, NULL, NULL, NULL };
  lxw_workbook_options options = { 0 };
  g_autofree char *path = NULL;
  GBytes *bytes = NULL;
  lxw_error status;
  int fd;

  g_return_val_if_fail (estimate != NULL, NULL);

  /*
   * In memory: the library writes to a name, and what it writes must not stay in a folder for temporary
   * files.
   */
  fd = memfd_create ("mingsuan-xlsx", MFD_CLOEXEC);
  if (fd < 0)
    return fail (g_strerror (errno), error);
  path = g_strdup_printf ("/proc/self/fd/%d", fd);
  book.workbook = workbook_new_opt (path, &options);
  if (book.workbook == NULL)
    {
      close (fd);
      return fail (g_strerror (ENOMEM), error);
    }

  describe_book (&book, created);
  make_formats (&book);
  write_tables (&book);
  write_working (&book);
  write_papers (&book);
  write_notes (&book);
  status = workbook_close (book.workbook);
  if (status == LXW_NO_ERROR)
    bytes = read_all (fd);
  close (fd);
  if (status != LXW_NO_ERROR)
    return fail (lxw_strerror (status), error);
  return bytes != NULL ? bytes : fail (g_strerror (EIO), error);
}
