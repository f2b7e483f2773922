/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "core/ming-text.h"
#include "ming-commands.h"
#include "ming-life-typed.h"
#include "ming-options.h"
#include "ming-question.h"
#include "report/ming-export-file.h"
#include "report/ming-sheet.h"

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
  MingLifeTyped life;
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
  if (request->output == NULL)
    return misuse (_("%s: where does it go? Say -o sheet.pdf"), request->path);
  if (ming_export_format_find (format_of (request)) == MING_N_EXPORT_FORMATS)
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
  MingLifeTyped *life = &request->life;
  const MingOption options[] = {
    { "output", NULL, &request->output, NULL },
    { "format", "pdf png txt csv xlsx json", &request->format, NULL },
    { "sheet", "visit year account life", &request->sheet, NULL },
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
    { "kind", MING_LIFE_KINDS, &life->kind, NULL },
    { "paid", NULL, &life->paid, NULL },
    { "deemed", NULL, &life->deemed, NULL },
    { "local", NULL, &life->local, NULL },
    { "broken", NULL, &life->broken, NULL },
    { "repaired", NULL, &life->repaired, NULL },
    { "gap", NULL, &life->gap, NULL },
    { "in-window", NULL, NULL, &life->in_window },
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

/* The person is the case's, the working life is the arguments'. */
static MingExit
add_life (GPtrArray *sheets, const Request *request, const MingLibrary *library, const MingCase *input)
{
  MingLifeQuestion question = ming_life_question_none ();
  g_autoptr (MingLife) life = NULL;
  GError *error = NULL;

  question.region = input->insuplc_admdvs;
  question.insutype = input->insutype;
  question.date = input->date;
  question.brdy = input->person.brdy;
  question.gend = input->person.gend;
  question.psn_type = input->person.psn_type;
  question.sp_psn_type = input->person.sp_psn_type;
  question.clct_grde = input->person.clct_grde;
  if (!ming_life_typed_read (&request->life, &question, &error))
    return ming_cli_fail (error);
  life = ming_life_new (library, &question, &error);
  if (life == NULL)
    return ming_cli_fail (error);
  g_ptr_array_add (sheets, ming_sheet_life_new (life, &request->sheet_options));
  return MING_EXIT_OK;
}

/* The sheets asked for: one for each visit, unless something else is said or there is no visit. */
static MingExit
make_sheets (GPtrArray *sheets, Request *request, const MingLibrary *library, const MingEstimate *answer)
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
  if (g_str_equal (kind, "life"))
    return add_life (sheets, request, library, answer->input);
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
write_output (Request *request, const MingLibrary *library, const MingEstimate *answer)
{
  g_autoptr (GPtrArray) sheets = g_ptr_array_new_with_free_func ((GDestroyNotify) ming_report_free);
  MingExport export = { ming_export_format_find (format_of (request)), sheets, answer,
                        request->charset != NULL ? request->charset : "utf-8" };
  g_autofree char *instead = NULL;
  GError *error = NULL;

  if (!ming_export_format_is_figures (export.format))
    {
      MingExit code = make_sheets (sheets, request, library, answer);

      if (code != MING_EXIT_OK)
        return code;
    }
  if (ming_export_write (&export, request->output, &instead, &error))
    return MING_EXIT_OK;
  if (instead != NULL)
    ming_cli_complain (_("the sheet was written as plain text: %s"), instead);
  return ming_cli_fail (error);
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
  /* What the sheet of a working life says does not depend on the rest of the case. */
  if (g_strcmp0 (request.sheet, "life") != 0)
    code = ming_question_judge (answer);
  written = write_output (&request, question.library, answer);
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
      "  --sheet S           visit (a sheet for each visit), year (the ledger), account, life (retirement)\n"
      "  --kind, --paid, --deemed, --local, --broken, --repaired, --gap, --in-window\n"
      "                      of the sheet life, as of the command life; the person is the case's\n"
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
