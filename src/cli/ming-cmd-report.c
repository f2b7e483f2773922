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

/** What the arguments say. @paths: of the cases; owned */
typedef struct
{
  GPtrArray *paths;
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

static void
request_clear (Request *request)
{
  g_clear_pointer (&request->paths, g_ptr_array_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Request, request_clear)

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

static gboolean
is_comparison (const Request *request)
{
  return g_strcmp0 (request->sheet, "compare") == 0;
}

static MingExit
check_request (Request *request)
{
  const MingSheetOptions *sheet = &request->sheet_options;
  gboolean several = request->paths->len > 1;
  MingExportFormat format;

  if (request->output == NULL)
    return misuse (_("%s: where does it go? Say -o sheet.pdf"),
                   (const char *) g_ptr_array_index (request->paths, 0));
  format = ming_export_format_find (format_of (request));
  if (format == MING_N_EXPORT_FORMATS)
    return misuse (_("“%s” ends in none of: pdf png txt csv xlsx json; or say --format"), request->output);
  if (several && ming_export_format_is_figures (format))
    return misuse (_("%s: a table of figures is of one case"), request->output);
  if (several && !is_comparison (request) && (sheet->name != NULL || sheet->identity != NULL))
    return misuse (_("--name, --identity: several cases are several people"));
  if (is_comparison (request) && (!several || request->paths->len > MING_SHEET_COMPARED_MAX))
    return misuse (_("--sheet compare takes two to %d cases"), MING_SHEET_COMPARED_MAX);
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
    { "sheet", "visit year account life compare", &request->sheet, NULL },
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
  GError *error = NULL;

  for (int i = 0; i < argc && !g_str_equal (argv[i], "--"); i++)
    if (g_str_equal (argv[i], "-o"))
      argv[i] = (char *) "--output";
  request->paths = ming_options_parse (options, argc, argv, 1, G_MAXUINT, &error);
  return request->paths != NULL ? check_request (request) : ming_cli_fail (error);
}

/* The cases, each answered; the exit code is that of the first which is not answered whole. */
static MingExit
answer_all (const Request *request, const MingLibrary *library, GPtrArray *inputs, GPtrArray *answers)
{
  MingExit code = MING_EXIT_OK;

  for (guint i = 0; i < inputs->len; i++)
    {
      GError *error = NULL;
      MingEstimate *answer = ming_estimate_new (library, g_ptr_array_index (inputs, i), &error);
      MingExit judged = MING_EXIT_OK;

      if (answer == NULL)
        return ming_cli_fail (error);
      g_ptr_array_add (answers, answer);
      /* What the sheet of a working life says does not depend on the rest of the case. */
      if (g_strcmp0 (request->sheet, "life") != 0)
        judged = ming_question_judge (answer);
      if (code == MING_EXIT_OK)
        code = judged;
    }
  return code;
}

static MingExit
load_all (const Request *request, GPtrArray *inputs)
{
  for (guint i = 0; i < request->paths->len; i++)
    {
      MingCase *input = NULL;
      MingExit code = ming_question_load (&input, g_ptr_array_index (request->paths, i), request->date);

      if (input != NULL)
        g_ptr_array_add (inputs, input);
      if (code != MING_EXIT_OK)
        return code;
    }
  return MING_EXIT_OK;
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

/* The sheets of one case: one for each visit, unless something else is said or there is no visit. */
static MingExit
add_sheets (GPtrArray *sheets, Request *request, const MingLibrary *library, const MingEstimate *answer)
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

/* The cases are named as their files are. */
static MingExit
add_comparison (GPtrArray *sheets, Request *request, GPtrArray *answers)
{
  const MingEstimate *first = g_ptr_array_index (answers, 0);
  char *labels[MING_SHEET_COMPARED_MAX + 1] = { NULL };
  int32_t visit = 1;

  if (first->visits->len == 0)
    return misuse (_("--sheet %s: the case has no visits"), request->sheet);
  if (request->visit != NULL
      && ming_text_parse_int (request->visit, strlen (request->visit), 1, (int32_t) first->visits->len,
                              &visit)
             != MING_OK)
    return misuse (_("--visit: there is no visit %s in the case"), request->visit);
  request->sheet_options.date = first->input->date;
  for (guint i = 0; i < answers->len; i++)
    {
      labels[i] = g_path_get_basename (g_ptr_array_index (request->paths, i));
      if (g_str_has_suffix (labels[i], ".json"))
        labels[i][strlen (labels[i]) - strlen (".json")] = '\0';
    }
  g_ptr_array_add (sheets, ming_sheet_compare_new (answers, (const char *const *) labels, (guint) visit - 1,
                                                   &request->sheet_options));
  for (guint i = 0; i < answers->len; i++)
    g_free (labels[i]);
  return MING_EXIT_OK;
}

/* Of several cases each has a number of its own, "2025-000123-2". */
static MingExit
make_sheets (GPtrArray *sheets, Request *request, const MingLibrary *library, GPtrArray *answers)
{
  const char *number = request->sheet_options.number;
  MingExit code = MING_EXIT_OK;

  if (is_comparison (request))
    return add_comparison (sheets, request, answers);
  for (guint i = 0; code == MING_EXIT_OK && i < answers->len; i++)
    {
      g_autofree char *own = NULL;

      if (number != NULL && answers->len > 1)
        request->sheet_options.number = own = g_strdup_printf ("%s-%u", number, i + 1);
      code = add_sheets (sheets, request, library, g_ptr_array_index (answers, i));
    }
  request->sheet_options.number = number;
  return code;
}

static MingExit
write_output (Request *request, const MingLibrary *library, GPtrArray *answers)
{
  g_autoptr (GPtrArray) sheets = g_ptr_array_new_with_free_func ((GDestroyNotify) ming_report_free);
  MingExport export = { ming_export_format_find (format_of (request)), sheets, g_ptr_array_index (answers, 0),
                        request->charset != NULL ? request->charset : "utf-8" };
  g_autofree char *instead = NULL;
  GError *error = NULL;

  if (!ming_export_format_is_figures (export.format))
    {
      MingExit code = make_sheets (sheets, request, library, answers);

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
  g_auto (Request) request = { 0 };
  g_autoptr (MingLibrary) library = NULL;
  g_autoptr (GPtrArray) inputs = g_ptr_array_new_with_free_func ((GDestroyNotify) ming_case_free);
  g_autoptr (GPtrArray) answers = g_ptr_array_new_with_free_func ((GDestroyNotify) ming_estimate_free);
  MingExit code = read_request (&request, argc, argv);
  MingExit written;

  if (code == MING_EXIT_OK)
    code = load_all (&request, inputs);
  if (code != MING_EXIT_OK)
    return code;
  library = ming_cli_load_library (request.folder);
  if (library == NULL)
    return MING_EXIT_IO;
  code = answer_all (&request, library, inputs, answers);
  if (answers->len < inputs->len)
    return code;
  written = write_output (&request, library, answers);
  return written != MING_EXIT_OK ? written : code;
}

const MingCommand ming_command_report = {
  "report", N_("the sheet to hand over, as PDF, PNG, text or workbook"),
  N_("mingsuan-cli report CASE.json|- … -o FILE [--large] [--office O] …\n"
      "\n"
      "Writes the estimate sheet of every visit. The end of the name says what: .pdf .png .txt are the "
      "sheet,\n"
      ".xlsx .csv .json the figures. The file is written whole or not at all. The sheets of several cases\n"
      "go into one file, one after the other, each with its own pages and number.\n"
      "\n"
      "  -o FILE             where it goes (--output)\n"
      "  --format F          pdf png txt csv xlsx json, whatever the name\n"
      "  --sheet S           visit (a sheet for each visit), year (the ledger), account, life (retirement),\n"
      "                      compare (two to four cases side by side, named as their files)\n"
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
      "  mingsuan-cli report data/examples/beijing-active-two-stays.json --sheet year -o year.pdf --large\n"
      "  mingsuan-cli report home.json away.json --sheet compare -o compare.pdf\n"),
  run
};
