/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "estimate/ming-estimate.h"
#include "ming-commands.h"
#include "ming-coverage-run.h"
#include "ming-options.h"
#include "ming-tally.h"
#include "policy/ming-lint.h"

static void
print_unused_rows (const MingCoverage *coverage, GString *out)
{
  g_autoptr (GPtrArray) unused = ming_coverage_unused_rows (coverage);

  if (unused->len == 0)
    return;
  g_string_append_printf (out, _("  rows that no case uses: %u\n"), unused->len);
  for (guint i = 0; i < unused->len; i++)
    {
      const MingFigure *figure = g_ptr_array_index (unused, i);

      g_string_append_printf (out, "    %s  %s%s%s\n", figure->pointer, figure->what,
                              *figure->who != '\0' ? " · " : "", figure->who);
    }
}

static const char *
missing_side (const MingThreshold *threshold)
{
  if (!threshold->below && !threshold->above)
    return _("no case near it");
  return threshold->below ? _("no case above") : _("no case below");
}

static void
print_open_thresholds (const MingCoverage *coverage, GString *out)
{
  g_autoptr (GPtrArray) open = ming_coverage_open_thresholds (coverage, FALSE);

  if (open->len == 0)
    return;
  g_string_append_printf (out, _("  thresholds without a case on either side: %u\n"), open->len);
  for (guint i = 0; i < open->len; i++)
    {
      const MingThreshold *threshold = g_ptr_array_index (open, i);
      g_autofree char *words = ming_threshold_describe (threshold);

      g_string_append_printf (out, "    %s  %s: %s\n", threshold->pointer, words, missing_side (threshold));
    }
}

static void
print_blocked_thresholds (const MingCoverage *coverage, GString *out)
{
  g_autoptr (GPtrArray) blocked = ming_coverage_open_thresholds (coverage, TRUE);

  if (blocked->len == 0)
    return;
  g_string_append_printf (out, _("  thresholds no case can meet while another figure is unknown: %u\n"),
                          blocked->len);
  for (guint i = 0; i < blocked->len; i++)
    {
      const MingThreshold *threshold = g_ptr_array_index (blocked, i);
      g_autofree char *words = ming_threshold_describe (threshold);

      g_string_append_printf (out, "    %s  %s\n", threshold->pointer, words);
    }
}

static gboolean
is_about_time (MingLintRule rule)
{
  return rule == MING_LINT_DOCUMENT_LAPSED || rule == MING_LINT_DOCUMENT_LAPSING
         || rule == MING_LINT_LIST_LAPSED || rule == MING_LINT_LIST_LAPSING
         || rule == MING_LINT_EXPECTED_PASSED;
}

static void
print_lapsing (MingPack *pack, const MingDate *date, GString *out)
{
  g_autoptr (GPtrArray) findings = ming_lint_pack (pack, date);

  for (guint i = 0; i < findings->len; i++)
    {
      const MingFinding *finding = g_ptr_array_index (findings, i);

      if (is_about_time (finding->rule))
        g_string_append_printf (out, "  ! %s  %s\n", finding->pointer, finding->message);
    }
}

static void
print_coverage (const MingCoverage *coverage, gboolean cases, const MingDate *date, GString *out)
{
  MingTally tally = ming_coverage_tally (coverage->pack);
  g_autofree char *shares = ming_tally_describe (&tally);

  g_string_append_printf (out, "%s  %s\n  %s\n", coverage->pack->id,
                          ming_phrase_local (&coverage->pack->name), shares);
  if (tally.without_source > 0)
    g_string_append_printf (out, _("  figures without a document: %u\n"), tally.without_source);
  print_lapsing (coverage->pack, date, out);
  if (!cases)
    return;
  print_unused_rows (coverage, out);
  print_open_thresholds (coverage, out);
  print_blocked_thresholds (coverage, out);
}

static MingExit
run (int argc, char **argv)
{
  const char *folder = NULL;
  const char *day = NULL;
  const MingOption options[] = {
    { "policy", NULL, &folder, NULL },
    { "date", NULL, &day, NULL },
    { .name = NULL },
  };
  GError *error = NULL;
  g_autoptr (GPtrArray) words = ming_options_parse (options, argc, argv, 0, 1000, &error);
  g_autoptr (MingLibrary) library = NULL;
  g_autoptr (MingCoverageRun) covered = NULL;
  g_autoptr (GString) out = g_string_new (NULL);
  MingDate date = ming_options_today ();

  if (words == NULL || (day != NULL && !ming_options_parse_date ("date", day, &date, &error)))
    return ming_cli_fail (error);
  library = ming_cli_load_library (folder);
  if (library == NULL)
    return MING_EXIT_IO;
  covered = ming_coverage_run_new (library);
  for (guint i = 0; i < words->len; i++)
    if (!ming_coverage_run_add (covered, g_ptr_array_index (words, i), &error))
      return ming_cli_fail (error);
  for (guint i = 0; i < covered->coverages->len; i++)
    print_coverage (g_ptr_array_index (covered->coverages, i), words->len > 0, &date, out);
  if (words->len > 0)
    g_string_append_printf (out,
                            ngettext ("%u case was put to these packs\n",
                                      "%u cases were put to these packs\n", covered->n_cases),
                            covered->n_cases);
  return ming_cli_write (out);
}

const MingCommand ming_command_policy_coverage = {
  "policy coverage",
  N_("how well the figures are known, and which of them cases reach"),
  N_("mingsuan-cli policy coverage [CASES…] [--policy DIR] [--date D]\n"
     "\n"
     "Counts the figures of each pack by evidence and says which have ended or are about to. With cases,\n"
     "files or folders of them: also rows that no case uses and thresholds that none meets from both sides.\n"
     "\n"
     "  --policy DIR     the packs of this folder instead of the program's own\n"
     "  --date D         the day from which ends are looked at, today when left out\n"
     "\n"
     "Examples:\n"
     "  mingsuan-cli policy coverage\n"
     "  mingsuan-cli policy coverage tests/cases\n"),
  run
};
