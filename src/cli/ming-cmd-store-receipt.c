/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "estimate/ming-case-table.h"
#include "estimate/ming-receipt.h"
#include "i18n/ming-locale.h"
#include "ming-commands.h"
#include "ming-options.h"
#include "ming-store-question.h"

/* The newest whose number or receipt code is @text; what is kept under one code is the same question. */
static gboolean
find_entry (MingStore *store, const char *text, MingStoreEntry **out_entry, GError **error)
{
  g_autofree char *wanted = g_ascii_strup (text, -1);
  const MingStoreQuery query = { .text = wanted };
  g_autoptr (GPtrArray) found = ming_store_search (store, &query, error);

  if (found == NULL)
    return FALSE;
  for (guint i = 0; i < found->len; i++)
    {
      const MingStoreEntry *entry = g_ptr_array_index (found, i);

      if (g_str_equal (entry->number, wanted) || g_str_equal (entry->receipt_code, wanted))
        {
          *out_entry = ming_store_get (store, entry->id, error);
          return *out_entry != NULL;
        }
    }
  g_set_error (error, MING_STORE_ERROR, MING_STORE_ERROR_NOT_FOUND,
               _("nothing is kept under the number or receipt code %s"), text);
  return FALSE;
}

/* The receipt that @entry is; its language is found out later. */
static MingReceipt *
make_receipt (const MingStoreEntry *entry, GError **error)
{
  g_autoptr (MingReceipt) receipt = g_new0 (MingReceipt, 1);

  if (!ming_life_question_parse (entry->case_json, &receipt->life_root, &receipt->life, NULL))
    {
      receipt->input = ming_case_parse_kept (entry->case_json, NULL, error);
      if (receipt->input == NULL)
        return NULL;
    }
  receipt->result = json_from_string (entry->result_json, error);
  if (receipt->result == NULL)
    return NULL;
  receipt->code = g_strdup (entry->receipt_code);
  receipt->engine = g_strdup (entry->engine);
  receipt->pack_id = g_strdup (entry->pack_id);
  receipt->pack_revision = g_strdup (entry->pack_revision);
  receipt->pack_sha256 = g_strdup (entry->pack_sha256);
  return g_steal_pointer (&receipt);
}

static gboolean
count_differences (MingReceipt *receipt, const char *language, const char *folder, guint *out_count,
                   GError **error)
{
  g_autoptr (MingReplay) replay = NULL;

  g_free (receipt->language);
  receipt->language = g_strdup (language);
  ming_locale_start (language);
  replay = ming_receipt_replay (receipt, folder, error);
  *out_count = replay != NULL ? replay->differences->len : 0;
  return replay != NULL;
}

/* 历史 does not say in which language its sentences are: the one in which computing again says the same. */
static gboolean
find_language (MingReceipt *receipt, const char *folder, GError **error)
{
  const char *spoken = g_str_equal (ming_locale_language (), "zh") ? "zh" : "en";
  guint in_english = 0, in_chinese = 0;
  gboolean good = count_differences (receipt, "en", folder, &in_english, error)
                  && count_differences (receipt, "zh", folder, &in_chinese, error);

  if (good && in_english < in_chinese)
    {
      g_free (receipt->language);
      receipt->language = g_strdup ("en");
    }
  ming_locale_start (spoken);
  return good;
}

static MingExit
run (int argc, char **argv)
{
  g_auto (MingStoreQuestion) question = { 0 };
  g_autoptr (MingStore) store = NULL;
  g_autoptr (MingStoreEntry) entry = NULL;
  g_autoptr (MingReceipt) receipt = NULL;
  g_autoptr (GString) out = g_string_new (NULL);
  g_autofree char *folder = NULL;
  g_autofree char *text = NULL;
  GError *error = NULL;
  MingExit code = ming_store_question_read (&question, "policy", argc, argv, 1, 1);

  if (code == MING_EXIT_OK)
    code = ming_store_question_open (&question, &store);
  if (code != MING_EXIT_OK)
    return code;
  if (!find_entry (store, g_ptr_array_index (question.words, 0), &entry, &error))
    return ming_cli_fail (error);
  receipt = make_receipt (entry, &error);
  folder = ming_cli_policy_folder (question.policy);
  if (receipt == NULL || !find_language (receipt, folder, &error))
    return ming_cli_fail (error);
  text = ming_receipt_print (receipt);
  g_string_append (out, text);
  return ming_cli_write (out);
}

const MingCommand ming_command_store_receipt = {
  "store receipt", N_("the receipt of an estimate, a year, an account or a working life that is kept"),
  N_("mingsuan-cli store receipt NUMBER|CODE [--file PATH] [--policy DIR]\n"
     "\n"
     "Prints the receipt of what is kept under a number or a receipt code, the newest of several: the\n"
     "question and the answer of that day. “replay” computes it again.\n"
     "\n"
     "  --file PATH      the history file; without it the one that the window uses\n"
     "  --policy DIR     the policy packs of this folder instead of the program's own\n"
     "\n"
     "Examples:\n"
     "  mingsuan-cli store receipt 7F3A-21C9 >R.json\n"
     "  mingsuan-cli replay R.json\n"),
  run
};
