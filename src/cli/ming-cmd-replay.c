/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "estimate/ming-receipt.h"
#include "i18n/ming-locale.h"
#include "ming-commands.h"
#include "ming-options.h"

/* The receipt and the text of its file; NULL after a complaint, with the exit code that it stands for. */
static MingReceipt *
read_receipt (const char *path, char **out_text, MingExit *out_code)
{
  MingReceipt *receipt;
  GError *error = NULL;
  gsize length = 0;

  if (!g_file_get_contents (path, out_text, &length, &error))
    {
      ming_cli_complain ("%s", error->message);
      g_error_free (error);
      *out_code = MING_EXIT_IO;
      return NULL;
    }
  receipt = ming_receipt_parse (*out_text, (gssize) length, path, &error);
  if (receipt == NULL)
    *out_code = ming_cli_fail (error);
  return receipt;
}

/* Computes in the language of the receipt, whose sentences are part of it; then on in the user's. */
static MingReplay *
replay_in_its_language (const MingReceipt *receipt, const char *folder, GError **error)
{
  const char *language = g_str_equal (ming_locale_language (), "zh") ? "zh" : "en";
  MingReplay *replay;

  ming_locale_start (receipt->language);
  replay = ming_receipt_replay (receipt, folder, error);
  ming_locale_start (language);
  return replay;
}

static void
print_change (GString *out, const char *what, const char *before, const char *after)
{
  if (!g_str_equal (before, after))
    g_string_append_printf (out, "  %s: %s → %s\n", what, before, after);
}

static void
print_differences (const MingReplay *replay, GString *out)
{
  for (guint i = 0; i < replay->differences->len; i++)
    {
      const MingDifference *difference = g_ptr_array_index (replay->differences, i);
      g_autofree char *pointer = ming_cli_make_printable (difference->pointer);
      g_autofree char *before = ming_cli_make_printable (difference->before ? difference->before : "—");
      g_autofree char *after = ming_cli_make_printable (difference->after ? difference->after : "—");

      g_string_append_printf (out, "  %s: %s → %s\n", pointer, before, after);
    }
}

static void
print_verdict (const MingReceipt *receipt, const MingReplay *replay, GString *out)
{
  g_autofree char *engine = ming_cli_make_printable (receipt->engine);
  g_autofree char *revision = ming_cli_make_printable (receipt->pack_revision);

  g_string_append_printf (out, _("Receipt %s, policy pack %s of %s, computed by version %s\n"),
                          receipt->code, receipt->pack_id, revision, engine);
  if (!replay->pack_found)
    g_string_append_printf (out, _("That pack is not here; computed again with the one of %s\n"),
                            replay->again->pack_revision);
  if (replay->identical)
    g_string_append (out, _("Computed again: the same bytes.\n"));
  else if (replay->differences->len == 0)
    g_string_append (
        out, _("Computed again: no figure and no text of the result differs. Only the head does:\n"));
  else
    g_string_append_printf (out, _("Computed again: %u places differ:\n"), replay->differences->len);
  print_differences (replay, out);
  if (replay->identical)
    return;
  print_change (out, "/engine", engine, replay->again->engine);
  print_change (out, "/packs/0/revision", revision, replay->again->pack_revision);
  print_change (out, "/packs/0/sha256", receipt->pack_sha256, replay->again->pack_sha256);
  print_change (out, "/code", receipt->code, replay->again->code);
  if (replay->since_revision != NULL)
    g_string_append_printf (out, _("The result differs since the policy pack of %s.\n"),
                            replay->since_revision);
}

static MingExit
answer (const MingReceipt *receipt, const MingReplay *replay, const char *text, const char *output)
{
  g_autoptr (GString) out = g_string_new (NULL);
  g_autofree char *again = ming_receipt_print (replay->again);
  GError *error = NULL;
  MingExit code;

  print_verdict (receipt, replay, out);
  if (replay->identical && !g_str_equal (again, text))
    g_string_append (out, _("The file is laid out differently from how this program prints a receipt.\n"));
  if (output != NULL && !g_file_set_contents (output, again, -1, &error))
    {
      ming_cli_complain ("%s", error->message);
      g_error_free (error);
      return MING_EXIT_IO;
    }
  code = ming_cli_write (out);
  if (code != MING_EXIT_OK)
    return code;
  return replay->differences->len == 0 ? MING_EXIT_OK : MING_EXIT_DIFFERS;
}

static MingExit
run (int argc, char **argv)
{
  const char *choice = NULL;
  const char *output = NULL;
  const MingOption options[] = { { "policy", NULL, &choice, NULL },
                                 { "output", NULL, &output, NULL },
                                 { .name = NULL } };
  GError *error = NULL;
  g_autoptr (GPtrArray) words = ming_options_parse (options, argc, argv, 1, 1, &error);
  g_autofree char *folder = ming_cli_policy_folder (choice);
  g_autofree char *text = NULL;
  g_autoptr (MingReceipt) receipt = NULL;
  g_autoptr (MingReplay) replay = NULL;
  MingExit code = MING_EXIT_OK;

  if (words == NULL)
    return ming_cli_fail (error);
  receipt = read_receipt (g_ptr_array_index (words, 0), &text, &code);
  if (receipt == NULL)
    return code;
  replay = replay_in_its_language (receipt, folder, &error);
  return replay != NULL ? answer (receipt, replay, text, output) : ming_cli_fail (error);
}

const MingCommand ming_command_replay = {
  "replay", N_("compute a receipt again and say what differs"),
  N_("mingsuan-cli replay R.json [--policy DIR] [--output FILE]\n"
      "\n"
      "Computes a receipt again with the very policy pack that it names, found by its SHA-256 in the\n"
      "folder of packs and in its archive: DIR/ID.json, DIR/archive/ID.json, DIR/archive/ANY/ID.json.\n"
      "The result is the same bytes, or every place that differs is listed. Without that pack the\n"
      "newest one is taken, and the first later one that gives another result is named.\n"
      "\n"
      "  --policy DIR     the policy packs of this folder instead of the program's own\n"
      "  --output FILE    also write the receipt of the new computation\n"
      "\n"
      "Exit code 0 when the result is the same, 1 when it differs.\n"
      "\n"
      "Examples:\n"
      "  mingsuan-cli replay R.json\n"
      "  mingsuan-cli replay R.json --output again.json && cmp R.json again.json\n"),
  run
};
