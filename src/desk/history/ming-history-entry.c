/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "estimate/ming-case-table.h"
#include "../ledger/ming-ledger-kept.h"
#include "ming-history-entry.h"
#include "report/ming-sheet.h"

/* Sums over the settled visits. */
static void
add_up (const MingEstimate *estimate, MingStoreEntry *entry)
{
  for (guint i = 0; i < estimate->visits->len; i++)
    {
      const MingVisitResult *visit = g_ptr_array_index (estimate->visits, i);

      if (visit->outcome != MING_OUTCOME_KNOWN)
        continue;
      entry->total_fen += visit->settlement.bill.total_fen;
      entry->fund_fen += visit->settlement.fund_fen;
      entry->person_fen += visit->settlement.person_fen;
    }
}

static void
fill_head (MingStoreEntry *entry, const MingPack *pack, const char *region, const char *made_at)
{
  entry->made_at = g_strdup (made_at);
  entry->region = g_strdup (region);
  entry->insutype = g_strdup (pack->insutype);
  entry->pack_id = g_strdup (pack->id);
  entry->pack_revision = g_strdup (pack->revision);
  entry->pack_sha256 = g_strdup (pack->sha256);
  entry->engine = g_strdup (VERSION);
}

MingStoreEntry *
ming_history_entry_new (const MingEstimate *estimate, const char *made_at)
{
  MingStoreEntry *entry;
  g_autoptr (JsonNode) result = NULL;

  if (!ming_estimate_knows (estimate))
    return NULL;
  entry = g_new0 (MingStoreEntry, 1);
  add_up (estimate, entry);
  result = ming_estimate_to_json (estimate);
  fill_head (entry, estimate->pack, estimate->input->insuplc_admdvs, made_at);
  entry->receipt_code = ming_estimate_receipt_code (estimate);
  entry->case_json = ming_case_print (estimate->input);
  entry->result_json = json_to_string (result, FALSE);
  return entry;
}

void
ming_history_entry_add_ledger (MingStoreEntry *entry, const MingLedgerValues *values)
{
  JsonNode *ledger = ming_ledger_kept_to_json (values);
  g_autoptr (JsonNode) root = json_node_new (JSON_NODE_OBJECT);
  JsonObject *top;

  if (ledger == NULL)
    return;
  top = json_object_new ();
  json_object_set_member (top, "case", json_from_string (entry->case_json, NULL));
  json_object_set_member (top, "ledger", ledger);
  json_node_take_object (root, top);
  g_free (entry->case_json);
  entry->case_json = json_to_string (root, FALSE);
}

MingStoreEntry *
ming_history_entry_new_life (const MingLife *life, const char *made_at)
{
  MingStoreEntry *entry;
  g_autoptr (JsonNode) result = NULL;

  if (!ming_life_knows (life))
    return NULL;
  entry = g_new0 (MingStoreEntry, 1);
  result = ming_life_to_json (life);
  fill_head (entry, life->pack, life->question.region, made_at);
  entry->receipt_code = ming_life_receipt_code (life);
  entry->case_json = ming_life_question_print (&life->question);
  entry->result_json = json_to_string (result, FALSE);
  return entry;
}

MingHistoryAsked *
ming_history_ask (const MingStoreEntry *entry, GError **error)
{
  g_autoptr (MingHistoryAsked) self = g_new0 (MingHistoryAsked, 1);

  if (ming_life_question_parse (entry->case_json, &self->root, &self->life, NULL))
    return g_steal_pointer (&self);
  self->input = ming_case_parse_kept (entry->case_json, &self->root, error);
  if (self->input != NULL && self->root != NULL)
    self->ledger = ming_ledger_kept_from_json (self->root, error);
  return self->input != NULL && (self->root == NULL || self->ledger != NULL) ? g_steal_pointer (&self) : NULL;
}

void
ming_history_asked_free (MingHistoryAsked *self)
{
  g_clear_pointer (&self->input, ming_case_free);
  g_clear_pointer (&self->ledger, ming_ledger_values_free);
  g_clear_pointer (&self->root, json_node_unref);
  g_free (self);
}

const char *
ming_history_asked_page (const MingHistoryAsked *self)
{
  if (self->input == NULL)
    return "life";
  if (self->ledger != NULL)
    return "ledger";
  if (self->input->visits->len == 0)
    return "account";
  return self->input->visits->len == 1 ? "estimate" : "ledger";
}

char *
ming_history_asked_qr (const MingHistoryAsked *self, const MingLibrary *library)
{
  g_autoptr (MingEstimate) estimate = NULL;
  g_autoptr (MingLife) life = NULL;

  if (self->input != NULL)
    {
      estimate = ming_estimate_new (library, self->input, NULL);
      return estimate != NULL ? ming_sheet_qr_text (estimate) : NULL;
    }
  life = ming_life_new (library, &self->life, NULL);
  return life != NULL ? ming_sheet_life_qr_text (life) : NULL;
}
