/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "core/ming-text.h"
#include "ming-commands.h"
#include "ming-options.h"
#include "ming-question.h"
#include "report/ming-export.h"
#include "report/ming-report-file.h"
#include "report/ming-report-pdf.h"
#include "report/ming-sheet.h"

/* Width of the plain text, in columns: what a line printer and a terminal have. */
#define TEXT_COLUMNS 100

/** What the arguments say. */
typedef struct
{
  const char *path;
  const char *output;
  const char *format;
  const char *sheet;
  const char *visit;
  const char *charset;
  const char *time;
  const char *folder;
  const char *date;
  MingSheetOptions sheet_options;
} Request;

static MingExit misuse (const char *format, ...) G_GNUC_PRINTF (1, 2);

static MingExit
misuse (const char *format, ...)
{
  g_autofree char *message = NULL;
  va_list arguments;

  va_start (arguments, format);
  message = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  ming_cli_complain ("%s", message);
  return MING_EXIT_USAGE;
}

/* The format that the end of the name asks for, unless --format says it. */
static const char *
format_of (const Request *request)
{
  const char *dot = strrchr (request->output, '.');

  if (request->format != NULL)
    return request->format;
  return dot != NULL ? dot + 1 : "";
}

/* "09:30", always two digits each. */
static gboolean
read_time (const char *text, MingSheetOptions *options)
{
  static const int digits[] = { 0, 1, 3, 4 };

  if (strlen (text) != 5 || text[2] != ':')
    return FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (digits); i++)
    if (!g_ascii_isdigit (text[digits[i]]))
      return FALSE;
  options->hour = (text[0] - '0') * 10 + text[1] - '0';
  options->minute = (text[3] - '0') * 10 + text[4] - '0';
  return options->hour < 24 && options->minute < 60;
}

static MingExit
check_request (Request *request)
{
  static const char *const formats[] = { "pdf", "png", "txt", "csv", "xlsx", "json", NULL };

  if (request->output == NULL)
    return misuse (_("%s: where does it go? Say -o sheet.pdf"), request->path);
  if (!g_strv_contains (formats, format_of (request)))
    return misuse (_("“%s” ends in none of: pdf png txt csv xlsx json; or say --format"), request->output);
  request->sheet_options.hour = -1;
  if (request->time != NULL && !read_time (request->time, &request->sheet_options))
    return misuse (_("--time: “%s” is not a time such as 14:05"), request->time);
  return MING_EXIT_OK;
}

static MingExit
read_request (Request *request, int argc, char **argv)
{
  MingSheetOptions *sheet = &request->sheet_options;
  const MingOption options[] = {
    { "output", NULL, &request->output, NULL },
    { "format", "pdf png txt csv xlsx json", &request->format, NULL },
    { "sheet", "visit year account", &request->sheet, NULL },
    { "visit", NULL, &request->visit, NULL },
    { "encoding", "utf-8 gb18030", &request->charset, NULL },
    { "large", NULL, NULL, &sheet->large },
    { "office", NULL, &sheet->office, NULL },
    { "window", NULL, &sheet->window, NULL },
    { "clerk", NULL, &sheet->clerk, NULL },
    { "number", NULL, &sheet->number, NULL },
    { "name", NULL, &sheet->name, NULL },
    { "identity", NULL, &sheet->identity, NULL },
    { "time", NULL, &request->time, NULL },
    { "policy", NULL, &request->folder, NULL },
    { "date", NULL, &request->date, NULL },
    { .name = NULL },
  };
  g_autoptr (GPtrArray) words = NULL;
  GError *error = NULL;

  for (int i = 0; i < argc && !g_str_equal (argv[i], "--"); i++)
    if (g_str_equal (argv[i], "-o"))
      argv[i] = (char *) "--output";
  words = ming_options_parse (options, argc, argv, 1, 1, &error);
  if (words == NULL)
    return ming_cli_fail (error);
  request->path = g_ptr_array_index (words, 0);
  return check_request (request);
}

/* The case and the packs, read as every command reads them. */
static MingExit
read_question (const Request *request, MingQuestion *question)
{
  g_autoptr (GPtrArray) words = g_ptr_array_new ();

  if (request->folder != NULL)
    {
      g_ptr_array_add (words, (gpointer) "--policy");
      g_ptr_array_add (words, (gpointer) request->folder);
    }
  if (request->date != NULL)
    {
      g_ptr_array_add (words, (gpointer) "--date");
      g_ptr_array_add (words, (gpointer) request->date);
    }
  g_ptr_array_add (words, (gpointer) "--");
  g_ptr_array_add (words, (gpointer) request->path);
  return ming_question_read (question, (int) words->len, (char **) words->pdata);
}

static MingExit
add_visits (GPtrArray *sheets, const Request *request, const MingEstimate *answer)
{
  int32_t chosen = 0;

  if (request->visit != NULL
      && ming_text_parse_int (request->visit, strlen (request->visit), 1, (int32_t) answer->visits->len,
                              &chosen)
             != MING_OK)
    return misuse (_("--visit: there is no visit %s in the case"), request->visit);
  for (guint i = 0; i < answer->visits->len; i++)
    if (chosen == 0 || i + 1 == (guint) chosen)
      g_ptr_array_add (sheets, ming_sheet_visit_new (answer, i, &request->sheet_options));
  return MING_EXIT_OK;
}

/* The sheets asked for: one for each visit, unless something else is said or there is no visit. */
static MingExit
make_sheets (GPtrArray *sheets, Request *request, const MingEstimate *answer)
{
  const char *kind = request->sheet;

  request->sheet_options.date = answer->input->date;
  if (kind == NULL)
    kind = answer->visits->len > 0 ? "visit" : "account";
  if (g_str_equal (kind, "account"))
    {
      g_ptr_array_add (sheets, ming_sheet_account_new (answer, &request->sheet_options));
      return MING_EXIT_OK;
    }
  if (answer->visits->len == 0)
    return misuse (_("--sheet %s: the case has no visits"), kind);
  if (g_str_equal (kind, "year"))
    {
      g_ptr_array_add (sheets, ming_sheet_year_new (answer, &request->sheet_options));
      return MING_EXIT_OK;
    }
  return add_visits (sheets, request, answer);
}

static MingExit
write_bytes (const char *path, GBytes *bytes)
{
  GError *error = NULL;

  if (!ming_report_write_file (path, bytes, &error))
    return ming_cli_fail (error);
  return MING_EXIT_OK;
}

/* @bytes and @error as a function left them that makes one or the other; both are taken. */
static MingExit
write_taken (const char *path, GBytes *bytes, GError *error)
{
  MingExit code;

  if (bytes == NULL)
    return ming_cli_fail (error);
  code = write_bytes (path, bytes);
  g_bytes_unref (bytes);
  return code;
}

static MingExit
write_text (GPtrArray *sheets, const char *path)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (GBytes) bytes = NULL;

  for (guint i = 0; i < sheets->len; i++)
    {
      g_autofree char *sheet = ming_report_to_text (g_ptr_array_index (sheets, i), TEXT_COLUMNS);

      /* A form feed: a line printer begins the next sheet on a new page. */
      g_string_append (text, i > 0 ? "\f" : "");
      g_string_append (text, sheet);
    }
  bytes = g_bytes_new (text->str, text->len);
  return write_bytes (path, bytes);
}

/*
 * Where the fonts cannot write the sheet the citizen still gets one: as text, beside where the PDF would
 * be.
 */
static MingExit
write_text_instead (GPtrArray *sheets, const char *path, GError *error)
{
  g_autofree char *other = NULL;
  MingExit code;

  if (!g_error_matches (error, MING_REPORT_ERROR, MING_REPORT_ERROR_GLYPHS))
    return ming_cli_fail (error);
  other = g_strconcat (path, ".txt", NULL);
  code = write_text (sheets, other);
  if (code != MING_EXIT_OK)
    {
      g_error_free (error);
      return code;
    }
  ming_cli_complain (_("the sheet was written as plain text: %s"), other);
  return ming_cli_fail (error);
}

static MingExit
write_pdf (GPtrArray *sheets, const char *path)
{
  GError *error = NULL;
  GBytes *bytes = ming_report_to_pdf (sheets, &error);

  if (bytes == NULL)
    return write_text_instead (sheets, path, error);
  return write_taken (path, bytes, NULL);
}

/* "sheet.png" for one page, "sheet-1.png", "sheet-2.png" … for several. */
static char *
name_page (const char *path, guint n, guint n_pages)
{
  const char *dot = strrchr (path, '.');
  int stem = dot != NULL && strchr (dot, '/') == NULL ? (int) (dot - path) : (int) strlen (path);

  return n_pages == 1 ? g_strdup (path) : g_strdup_printf ("%.*s-%u%s", stem, path, n + 1, path + stem);
}

static MingExit
write_png (GPtrArray *sheets, const char *path)
{
  guint n_pages = 0;
  guint n = 0;

  for (guint i = 0; i < sheets->len; i++)
    {
      GError *error = NULL;

      if (!ming_report_paginate (g_ptr_array_index (sheets, i), MING_PAPER_INNER_WIDTH_PT,
                                 MING_PAPER_INNER_HEIGHT_PT, &error))
        return write_text_instead (sheets, path, error);
      n_pages += ming_report_get_n_pages (g_ptr_array_index (sheets, i));
    }
  for (guint i = 0; i < sheets->len; i++)
    {
      MingReport *sheet = g_ptr_array_index (sheets, i);

      for (guint page = 0; page < ming_report_get_n_pages (sheet); page++)
        {
          GError *error = NULL;
          g_autofree char *name = name_page (path, n++, n_pages);
          GBytes *bytes = ming_report_to_png (sheet, page, MING_REPORT_DPI, &error);
          MingExit code = write_taken (name, bytes, error);

          if (code != MING_EXIT_OK)
            return code;
        }
    }
  return MING_EXIT_OK;
}

static MingExit
write_table (const Request *request, const MingEstimate *answer)
{
  GError *error = NULL;
  g_autofree char *text = ming_export_csv (answer);
  GBytes *bytes = ming_export_encode (text, request->charset != NULL ? request->charset : "utf-8", &error);

  return write_taken (request->output, bytes, error);
}

static MingExit
write_workbook (const Request *request, const MingEstimate *answer)
{
  GError *error = NULL;
  GBytes *bytes = ming_export_xlsx (answer, answer->input->date, &error);

  return write_taken (request->output, bytes, error);
}

static MingExit
write_output (Request *request, const MingEstimate *answer)
{
  const char *format = format_of (request);
  g_autoptr (GPtrArray) sheets = g_ptr_array_new_with_free_func ((GDestroyNotify) ming_report_free);
  MingExit code;

  if (g_str_equal (format, "csv"))
    return write_table (request, answer);
  if (g_str_equal (format, "xlsx"))
    return write_workbook (request, answer);
  if (g_str_equal (format, "json"))
    return write_taken (request->output, ming_export_json (answer), NULL);

  code = make_sheets (sheets, request, answer);
  if (code != MING_EXIT_OK)
    return code;
  if (g_str_equal (format, "pdf"))
    return write_pdf (sheets, request->output);
  if (g_str_equal (format, "png"))
    return write_png (sheets, request->output);
  return write_text (sheets, request->output);
}

static MingExit
run (int argc, char **argv)
{
  Request request = { 0 };
  g_auto (MingQuestion) question = { 0 };
  g_autoptr (MingEstimate) answer = NULL;
  GError *error = NULL;
  MingExit code = read_request (&request, argc, argv);
  MingExit written;

  if (code == MING_EXIT_OK)
    code = read_question (&request, &question);
  if (code != MING_EXIT_OK)
    return code;
  answer = ming_estimate_new (question.library, question.input, &error);
  if (answer == NULL)
    return ming_cli_fail (error);
  code = ming_question_judge (answer);
  written = write_output (&request, answer);
  return written != MING_EXIT_OK ? written : code;
}

const MingCommand ming_command_report = {
  "report", N_("the sheet to hand over, as PDF, PNG, text or workbook"),
  N_("mingsuan-cli report CASE.json|- -o FILE [--large] [--office O] …\n"
      "\n"
      "Writes the estimate sheet of every visit. The end of the name says what: .pdf .png .txt are the "
      "sheet,\n"
      ".xlsx .csv .json the figures. The file is written whole or not at all.\n"
      "\n"
      "  -o FILE             where it goes (--output)\n"
      "  --format F          pdf png txt csv xlsx json, whatever the name\n"
      "  --sheet S           visit (a sheet for each visit), year (the ledger), account\n"
      "  --visit N           only visit N, from 1\n"
      "  --large             large type\n"
      "  --office, --window, --clerk, --number   as they stand at the head of the sheet\n"
      "  --name, --identity  of the person; the identity number is printed masked\n"
      "  --time HH:MM        the time of day; the date is the case's\n"
      "  --encoding E        of CSV: utf-8 (with a byte order mark) or gb18030\n"
      "  --policy DIR        the policy packs of this folder instead of the program's own\n"
      "  --date D            the day of asking instead of the case's, such as 2025-11-03\n"
      "\n"
      "Examples:\n"
      "  mingsuan-cli report data/examples/beijing-retired-inpatient.json -o sheet.pdf\n"
      "  mingsuan-cli report data/examples/beijing-active-two-stays.json --sheet year -o year.pdf --large\n"),
  run
};
