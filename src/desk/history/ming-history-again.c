/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "../audit/ming-audit-form.h"
#include "../estimate/ming-estimate-answer.h"
#include "core/ming-text.h"
#include "estimate/ming-case-table.h"
#include "estimate/ming-statement.h"
#include "ming-history-again.h"
#include "ming-history-entry.h"
#include "ming-history-life.h"

/*
 * The receipt that @entry is. No language: the sentences of a result are in that of its day, and here figures
 * are compared, not sentences.
 */
static MingReceipt *
make_receipt (const MingStoreEntry *entry, GError **error)
{
  g_autoptr (MingReceipt) receipt = g_new0 (MingReceipt, 1);

  receipt->input = ming_case_parse_kept (entry->case_json, NULL, error);
  receipt->result = receipt->input != NULL ? json_from_string (entry->result_json, error) : NULL;
  if (receipt->result == NULL)
    return NULL;
  receipt->code = g_strdup (entry->receipt_code);
  receipt->engine = g_strdup (entry->engine);
  receipt->language = g_strdup ("");
  receipt->pack_id = g_strdup (entry->pack_id);
  receipt->pack_revision = g_strdup (entry->pack_revision);
  receipt->pack_sha256 = g_strdup (entry->pack_sha256);
  return g_steal_pointer (&receipt);
}

static char *
write_amount (const MingAmount *amount)
{
  return amount->known ? ming_answer_money (amount->fen) : g_strdup ("—");
}

static char *
write_difference (const MingAmount *kept, const MingAmount *now)
{
  char text[MING_TEXT_FEN_SIZE] = "";

  if (!kept->known || !now->known || kept->fen == now->fen)
    return g_strdup ("·");
  ming_text_format_fen (now->fen - kept->fen, MING_TEXT_GROUPED | MING_TEXT_SIGNED, text, sizeof text);
  return g_strdup (text);
}

/* A figure that is nothing then and now says nothing. */
static void
add_row (GPtrArray *rows, MingStatementField field, const MingAmount *kept, const MingAmount *now)
{
  GStrv cells;

  if ((!kept->known || kept->fen == 0) && (!now->known || now->fen == 0))
    return;
  cells = g_new0 (char *, 5);
  cells[0] = g_strdup (ming_audit_field_label (field));
  cells[1] = write_amount (kept);
  cells[2] = write_amount (now);
  cells[3] = write_difference (kept, now);
  g_ptr_array_add (rows, cells);
}

static gboolean
read_result (JsonNode *result, MingStatement *out, GError **error)
{
  g_autofree char *text = json_to_string (result, FALSE);

  return ming_statement_parse (text, -1, out, error);
}

static GPtrArray *
make_headings (void)
{
  const char *const words[] = { C_ ("column", "Figure"), C_ ("column", "As kept"), C_ ("column", "Now"),
                                C_ ("column", "Difference") };
  GPtrArray *headings = g_ptr_array_new_with_free_func (g_free);

  for (gsize i = 0; i < G_N_ELEMENTS (words); i++)
    g_ptr_array_add (headings, g_strdup (words[i]));
  return headings;
}

/* What no longer can be worked out leaves its column empty: the verdict says that it differs. */
static gboolean
fill_rows (MingHistoryAgain *again, const MingReceipt *receipt, const MingReplay *replay, GError **error)
{
  MingStatement kept = { 0 }, now = { 0 };

  again->headings = make_headings ();
  again->rows = g_ptr_array_new_with_free_func ((GDestroyNotify) g_strfreev);
  if (!read_result (receipt->result, &kept, error))
    return FALSE;
  if (!read_result (replay->again->result, &now, NULL))
    now = (MingStatement){ 0 };
  for (int i = 0; i < MING_N_STATEMENT_FIELDS; i++)
    add_row (again->rows, (MingStatementField) i, &kept.amount[i], &now.amount[i]);
  return TRUE;
}

/* Where the very pack of that day was used. @n_places: that differ */
static char *
judge_same_pack (const char *revision, const char *engine, guint n_places)
{
  if (n_places == 0)
    return g_strdup_printf (
        _("Computed again with the policy pack of %s that it names: every figure is the same."), revision);
  return g_strdup_printf (
      _("Computed again with the policy pack of %s that it names: %u places differ. It was made by version %s"
        " of the program, this is %s."),
      revision, n_places, engine, VERSION);
}

/* @now: the revision used; @since: the first that gives another result, or @now */
static char *
judge_other_pack (const char *revision, const char *now, const char *since, guint n_places)
{
  if (n_places == 0)
    return g_strdup_printf (_("The policy pack of %1$s gives the same figures as that of %2$s."), now,
                            revision);
  return g_strdup_printf (_("Made with the policy pack of %1$s; %3$u places differ since that of %2$s."),
                          revision, since, n_places);
}

static MingHistoryAgain *
make_again (const MingReceipt *receipt, const MingReplay *replay, GError **error)
{
  g_autoptr (MingHistoryAgain) again = g_new0 (MingHistoryAgain, 1);

  if (!fill_rows (again, receipt, replay, error))
    return NULL;
  again->differs = replay->differences->len > 0;
  again->verdict =
      replay->pack_found
          ? judge_same_pack (receipt->pack_revision, receipt->engine, replay->differences->len)
          : judge_other_pack (receipt->pack_revision, replay->again->pack_revision,
                              replay->since_revision != NULL ? replay->since_revision
                                                             : replay->again->pack_revision,
                              replay->differences->len);
  return g_steal_pointer (&again);
}

/* A working life with @pack. */
static MingHistoryAgain *
make_life_again (const MingStoreEntry *entry, const MingHistoryAsked *asked, MingPack *pack, GError **error)
{
  g_autoptr (MingHistoryAgain) again = g_new0 (MingHistoryAgain, 1);
  g_autoptr (MingLibrary) library = ming_library_new_of (pack);
  g_autoptr (MingLife) life = ming_life_new (library, &asked->life, error);
  g_autoptr (JsonNode) kept = json_from_string (entry->result_json, error);
  g_autoptr (JsonNode) now = life != NULL ? ming_life_to_json (life) : NULL;
  guint n_places;

  if (kept == NULL || now == NULL)
    return NULL;
  again->headings = make_headings ();
  again->rows = ming_history_life_rows (kept, now);
  n_places = ming_history_life_count (again->rows);
  again->differs = n_places > 0;
  again->verdict = g_str_equal (pack->sha256, entry->pack_sha256)
                       ? judge_same_pack (entry->pack_revision, entry->engine, n_places)
                       : judge_other_pack (entry->pack_revision, pack->revision, pack->revision, n_places);
  return g_steal_pointer (&again);
}

MingHistoryAgain *
ming_history_replay (const MingStoreEntry *entry, const char *folder, GError **error)
{
  g_autoptr (MingHistoryAsked) asked = ming_history_ask (entry, error);
  g_autoptr (MingReceipt) receipt = NULL;
  g_autoptr (MingReplay) replay = NULL;
  g_autoptr (MingPack) pack = NULL;

  if (asked == NULL)
    return NULL;
  if (asked->input == NULL)
    {
      pack = ming_receipt_find_pack (folder, entry->pack_id, entry->pack_sha256, error);
      return pack != NULL ? make_life_again (entry, asked, pack, error) : NULL;
    }
  receipt = make_receipt (entry, error);
  replay = receipt != NULL ? ming_receipt_replay (receipt, folder, error) : NULL;
  return replay != NULL ? make_again (receipt, replay, error) : NULL;
}

MingHistoryAgain *
ming_history_compare (const MingStoreEntry *entry, const MingLibrary *library, GError **error)
{
  g_autoptr (MingHistoryAsked) asked = ming_history_ask (entry, error);
  const MingPack *pack
      = asked != NULL ? ming_library_find (library, entry->region, entry->insutype, error) : NULL;
  g_autoptr (MingReceipt) receipt = NULL;
  g_autoptr (MingReplay) replay = NULL;

  if (pack == NULL)
    return NULL;
  if (asked->input == NULL)
    return make_life_again (entry, asked, (MingPack *) pack, error);
  receipt = make_receipt (entry, error);
  replay = receipt != NULL ? ming_receipt_replay_with (receipt, (MingPack *) pack, error) : NULL;
  return replay != NULL ? make_again (receipt, replay, error) : NULL;
}

void
ming_history_again_free (MingHistoryAgain *again)
{
  g_clear_pointer (&again->headings, g_ptr_array_unref);
  g_clear_pointer (&again->rows, g_ptr_array_unref);
  g_free (again->verdict);
  g_free (again);
}
