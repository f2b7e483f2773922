/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "core/ming-text.h"
#include "ming-commands.h"
#include "ming-grid.h"
#include "ming-options.h"
#include "ming-print.h"
#include "ming-store-question.h"

static MingExit
run_verify (int argc, char **argv)
{
  g_auto (MingStoreQuestion) question = { 0 };
  g_auto (MingStoreVerdict) verdict = { 0 };
  g_autoptr (MingStore) store = NULL;
  GError *error = NULL;
  gint64 seq = 0;
  MingExit code = ming_store_question_read (&question, "has", argc, argv, 0, 0);

  if (code == MING_EXIT_OK)
    code = ming_store_question_open (&question, &store);
  if (code != MING_EXIT_OK)
    return code;
  if (!ming_store_verify (store, &verdict, &error)
      || (question.hash != NULL && !ming_store_log_has (store, question.hash, &seq, &error)))
    return ming_cli_fail (error);
  if (question.hash != NULL)
    return ming_store_question_say (_("%" G_GINT64_FORMAT
                                       " log rows, all sound; the hash you noted is of row %" G_GINT64_FORMAT
                                       ". Last hash, to note: %s\n"),
                                    verdict.n_rows, seq, verdict.last_hash);
  return ming_store_question_say (_("%" G_GINT64_FORMAT " log rows, all sound. Last hash, to note: %s\n"),
                                  verdict.n_rows, verdict.last_hash);
}

static MingExit
run_backup (int argc, char **argv)
{
  g_auto (MingStoreQuestion) question = { 0 };
  g_autoptr (MingStore) store = NULL;
  GError *error = NULL;
  MingExit code = ming_store_question_read (&question, "", argc, argv, 1, 1);

  if (code == MING_EXIT_OK)
    code = ming_store_question_open (&question, &store);
  if (code != MING_EXIT_OK)
    return code;
  if (!ming_store_backup (store, g_ptr_array_index (question.words, 0), &error))
    return ming_cli_fail (error);
  return ming_store_question_say (_("Backed up to %s\n"),
                                  (const char *) g_ptr_array_index (question.words, 0));
}

static MingExit
run_restore (int argc, char **argv)
{
  g_auto (MingStoreQuestion) question = { 0 };
  g_autofree char *path = NULL;
  GError *error = NULL;
  MingExit code = ming_store_question_read (&question, "", argc, argv, 1, 1);

  if (code != MING_EXIT_OK)
    return code;
  path = ming_store_question_path (&question);
  if (!ming_store_restore (g_ptr_array_index (question.words, 0), path, &error))
    return ming_cli_fail (error);
  return ming_store_question_say (_("Restored; what was there before is in %s.before-restore\n"), path);
}

static MingExit
run_export (int argc, char **argv)
{
  g_auto (MingStoreQuestion) question = { 0 };
  g_autoptr (MingStore) store = NULL;
  g_autofree char *text = NULL;
  GError *error = NULL;
  MingExit code = ming_store_question_read (&question, "", argc, argv, 0, 0);

  if (code == MING_EXIT_OK)
    code = ming_store_question_open (&question, &store);
  if (code != MING_EXIT_OK)
    return code;
  text = ming_store_export (store, &error);
  return text != NULL ? ming_store_question_say ("%s\n", text) : ming_cli_fail (error);
}

/* Checks a day that the store compares as text. */
static MingExit
check_day (const char *name, const char *text)
{
  MingDate date;
  GError *error = NULL;

  if (text == NULL || (strlen (text) == 10 && ming_options_parse_date (name, text, &date, &error)))
    return MING_EXIT_OK;
  if (error == NULL)
    g_set_error (&error, MING_OPTIONS_ERROR, MING_OPTIONS_ERROR_VALUE,
                 _("--%s: “%s” is not a date such as 2025-11-03"), name, text);
  return ming_cli_fail (error);
}

/* What the office keeps no longer. */
static MingExit
purge_expired (const MingStoreQuestion *question, MingStore *store)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  GError *error = NULL;
  int deleted = 0;
  int days = 0;

  if (!ming_store_get_retention (store, &days, &error))
    return ming_cli_fail (error);
  if (days == 0)
    {
      ming_cli_complain (_("--before DAY is missing, and the office has set no retention period"));
      return MING_EXIT_USAGE;
    }
  if (!ming_store_purge_expired (store, now, question->who, &deleted, &error))
    return ming_cli_fail (error);
  return ming_store_question_say (g_dngettext (GETTEXT_PACKAGE,
                                               "%d estimate deleted, older than the office keeps them\n",
                                               "%d estimates deleted, older than the office keeps them\n",
                                               (gulong) deleted),
                                  deleted);
}

static MingExit
run_purge (int argc, char **argv)
{
  g_auto (MingStoreQuestion) question = { 0 };
  g_autoptr (MingStore) store = NULL;
  GError *error = NULL;
  int deleted = 0;
  MingExit code = ming_store_question_read (&question, "before", argc, argv, 0, 0);

  if (code == MING_EXIT_OK)
    code = check_day ("before", question.day);
  if (code == MING_EXIT_OK)
    code = ming_store_question_open (&question, &store);
  if (code != MING_EXIT_OK)
    return code;
  if (question.day == NULL)
    return purge_expired (&question, store);
  if (!ming_store_purge (store, question.day, question.who, &deleted, &error))
    return ming_cli_fail (error);
  return ming_store_question_say (g_dngettext (GETTEXT_PACKAGE, "%d estimate made before %s deleted\n",
                                               "%d estimates made before %s deleted\n", (gulong) deleted),
                                  deleted, question.day);
}

static void
print_found (GPtrArray *found, GString *out)
{
  g_autoptr (MingGrid) grid = ming_grid_new (7, 0x38);

  ming_grid_add (grid, C_("table", "Number"));
  ming_grid_add (grid, C_("table", "Code"));
  ming_grid_add (grid, C_("table", "Policy pack"));
  ming_grid_add (grid, C_("table", "Total"));
  ming_grid_add (grid, C_("table", "Funds"));
  ming_grid_add (grid, C_("table", "Person"));
  ming_grid_add (grid, C_("table", "Name"));
  ming_grid_add_rule (grid);
  for (guint i = 0; i < found->len; i++)
    {
      const MingStoreEntry *entry = g_ptr_array_index (found, i);
      g_autofree char *total = ming_print_fen (entry->total_fen);
      g_autofree char *fund = ming_print_fen (entry->fund_fen);
      g_autofree char *person = ming_print_fen (entry->person_fen);
      g_autofree char *name = ming_cli_make_printable (entry->name ? entry->name : "");

      ming_grid_add (grid, entry->number);
      ming_grid_add (grid, entry->receipt_code);
      ming_grid_add (grid, entry->pack_id);
      ming_grid_add (grid, total);
      ming_grid_add (grid, fund);
      ming_grid_add (grid, person);
      ming_grid_add (grid, name);
    }
  ming_grid_print (grid, "", out);
}

/* What --total, --limit and the dates ask for. */
static MingExit
make_query (const MingStoreQuestion *question, MingStoreQuery *query)
{
  MingExit code = check_day ("from", question->from);
  guint64 limit = 0;

  if (code == MING_EXIT_OK)
    code = check_day ("to", question->to);
  if (code != MING_EXIT_OK)
    return code;
  query->text = question->words->len > 0 ? g_ptr_array_index (question->words, 0) : NULL;
  query->from = question->from;
  query->to = question->to;
  if (question->total != NULL
      && ming_text_parse_fen (question->total, strlen (question->total), &query->total_fen) != MING_OK)
    {
      ming_cli_complain (_("--total: “%s” is not an amount such as 53600.00"), question->total);
      return MING_EXIT_USAGE;
    }
  if (question->limit != NULL
      && (!g_ascii_string_to_unsigned (question->limit, 10, 1, G_MAXINT, &limit, NULL)))
    {
      ming_cli_complain (_("--limit: “%s” is not a number from 1"), question->limit);
      return MING_EXIT_USAGE;
    }
  query->limit = (int) limit;
  return MING_EXIT_OK;
}

static MingExit
run_search (int argc, char **argv)
{
  g_auto (MingStoreQuestion) question = { 0 };
  MingStoreQuery query = { 0 };
  g_autoptr (MingStore) store = NULL;
  g_autoptr (GPtrArray) found = NULL;
  g_autoptr (GString) out = g_string_new (NULL);
  GError *error = NULL;
  MingExit code = ming_store_question_read (&question, "from to total limit", argc, argv, 0, 1);

  if (code == MING_EXIT_OK)
    code = make_query (&question, &query);
  if (code == MING_EXIT_OK)
    code = ming_store_question_open (&question, &store);
  if (code != MING_EXIT_OK)
    return code;
  found = ming_store_search (store, &query, &error);
  if (found == NULL)
    return ming_cli_fail (error);
  print_found (found, out);
  return ming_cli_write (out);
}

const MingCommand ming_command_store_verify = {
  "store verify", N_("whether anything in the history file was changed or removed"),
  N_("mingsuan-cli store verify [--file PATH] [--has HASH]\n"
      "\n"
      "Walks the log row by row, each chained to the one before by SHA-256, and holds every estimate,\n"
      "setting, approval, saved case and sealed identity number against it. The first row that does not\n"
      "fit is named.\n"
      "\n"
      "  --file PATH      the history file; without it the one that the window uses\n"
      "  --has HASH       also ask for a row with this hash, noted outside the file at an earlier time: who\n"
      "                   rewrites the whole log cannot rewrite the note\n"
      "\n"
      "Exit code 0 when everything is sound, 3 when not.\n"
      "\n"
      "Examples:\n"
      "  mingsuan-cli store verify\n"
      "  mingsuan-cli store verify --file /mnt/usb/history.db\n"),
  run_verify
};

const MingCommand ming_command_store_backup = {
  "store backup", N_("copy the history file, also while a window uses it"),
  N_("mingsuan-cli store backup COPY [--file PATH]\n"
      "\n"
      "Copies the history file while it is in use. The copy is written beside its place and renamed\n"
      "into it: there is a whole new copy or the old one, never half of one.\n"
      "\n"
      "Examples:\n"
      "  mingsuan-cli store backup /mnt/usb/history.db\n"),
  run_backup
};

const MingCommand ming_command_store_restore = {
  "store restore", N_("put a backup in place of the history file"),
  N_("mingsuan-cli store restore COPY [--file PATH]\n"
      "\n"
      "Checks a backup and puts it in place of the history file, whose content stays as PATH.before-\n"
      "restore. A backup that is damaged or was tampered with changes nothing. All windows have to be\n"
      "closed.\n"
      "\n"
      "Examples:\n"
      "  mingsuan-cli store restore /mnt/usb/history.db\n"),
  run_restore
};

const MingCommand ming_command_store_export = {
  "store export", N_("everything in the history file as JSON"),
  N_("mingsuan-cli store export [--file PATH]\n"
      "\n"
      "Prints estimates, settings, approvals, saved cases and the log as JSON, for another program.\n"
      "Identity numbers are never among them.\n"
      "\n"
      "Examples:\n"
      "  mingsuan-cli store export >history.json\n"),
  run_export
};

const MingCommand ming_command_store_purge = {
  "store purge", N_("delete estimates older than a day"),
  N_("mingsuan-cli store purge [--before DAY] [--file PATH] [--who NAME]\n"
      "\n"
      "Deletes every estimate made before the day, or, without --before, what is older than the office\n"
      "keeps estimates (store retention); and the identity number kept with it. What is deleted also\n"
      "leaves the bytes of the file. Number, time and name of who deleted it stay in the log.\n"
      "\n"
      "Examples:\n"
      "  mingsuan-cli store purge --before 2025-01-01 --who chen\n"),
  run_purge
};

const MingCommand ming_command_store_search = {
  "store search", N_("find estimates by number, code, name, region, date or amount"),
  N_("mingsuan-cli store search [TEXT] [--from DAY] [--to DAY] [--total YUAN] [--limit N] [--file PATH]\n"
      "\n"
      "Lists estimates, newest first, two hundred at most unless --limit says otherwise. TEXT is part\n"
      "of the number, the receipt code or the name, or a whole region code.\n"
      "\n"
      "Examples:\n"
      "  mingsuan-cli store search 7F3A-21C9\n"
      "  mingsuan-cli store search --from 2026-11-01 --to 2026-11-30\n"
      "  mingsuan-cli store search --total 53600.00\n"),
  run_search
};
