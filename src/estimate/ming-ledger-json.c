/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/ming-text.h"
#include "ming-json-set.h"
#include "ming-ledger.h"
#include "ming-year.h"

static JsonObject *
print_month (const MingLedgerMonth *month)
{
  JsonObject *object = json_object_new ();

  ming_json_set_month (object, "month", month->month);
  json_object_set_boolean_member (object, "opening", month->is_opening);
  if (month->outcome == MING_OUTCOME_KNOWN)
    ming_json_set_fen (object, "credit", month->credit_fen);
  if (month->uncredited != NULL)
    json_object_set_string_member (object, "uncredited", month->uncredited->why);
  if (month->interest_fen > 0)
    ming_json_set_fen (object, "interest", month->interest_fen);
  if (month->debit_fen > 0)
    ming_json_set_fen (object, "debit", month->debit_fen);
  ming_json_set_fen (object, "acct_own_pay", month->paid_fen);
  ming_json_set_fen (object, "balc", month->balance_fen);
  return object;
}

/* The next admission as its visit stands in a result. */
static void
set_next (JsonObject *object, const MingLedger *self)
{
  g_autoptr (JsonNode) result = ming_estimate_to_json (self->next);
  JsonArray *visits = json_object_get_array_member (json_node_get_object (result), "visits");
  JsonNode *last = json_array_get_element (visits, json_array_get_length (visits) - 1);

  json_object_set_member (object, "next_admission", json_node_copy (last));
}

/* The steps of the interest, as those of a visit. */
static void
set_interest (JsonObject *object, const MingLedger *self)
{
  JsonArray *list = json_array_new ();

  for (guint i = 0; i < self->interest->len; i++)
    json_array_add_element (list, ming_step_to_json (g_ptr_array_index (self->interest, i)));
  json_object_set_array_member (object, "interest", list);
}

static JsonObject *
print_change (const MingYearChange *change)
{
  JsonObject *object = json_object_new ();
  char date[MING_TEXT_DATE_SIZE] = "";

  ming_text_format_date (change->date, date, sizeof date);
  json_object_set_string_member (object, "id", change->id);
  json_object_set_string_member (object, "date", date);
  json_object_set_string_member (object, "change",
                                 change->added     ? "added"
                                 : change->removed ? "removed"
                                                   : "changed");
  ming_json_set_fen (object, "fund_before", change->fund_before_fen);
  ming_json_set_fen (object, "fund_after", change->fund_after_fen);
  ming_json_set_fen (object, "person_before", change->person_before_fen);
  ming_json_set_fen (object, "person_after", change->person_after_fen);
  ming_json_set_fen (object, "to_collect", change->person_after_fen - change->person_before_fen);
  return object;
}

static void
set_changes (JsonObject *object, GPtrArray *changes)
{
  JsonArray *list = json_array_new ();

  for (guint i = 0; i < changes->len; i++)
    json_array_add_object_element (list, print_change (g_ptr_array_index (changes, i)));
  json_object_set_array_member (object, "changes", list);
}

JsonNode *
ming_ledger_to_json (const MingLedger *self, GPtrArray *changes)
{
  JsonNode *node = json_node_new (JSON_NODE_OBJECT);
  JsonObject *object = json_object_new ();
  JsonArray *months = json_array_new ();
  JsonArray *messages = json_array_new ();

  json_object_set_string_member (object, "format", "mingsuan-year/1");
  json_object_set_member (object, "estimate", ming_estimate_to_json (self->estimate));
  for (guint i = 0; i < self->months->len; i++)
    json_array_add_object_element (months, print_month (g_ptr_array_index (self->months, i)));
  json_object_set_array_member (object, "months", months);
  for (guint i = 0; i < self->messages->len; i++)
    json_array_add_string_element (messages, g_ptr_array_index (self->messages, i));
  json_object_set_array_member (object, "messages", messages);
  if (self->interest->len > 0)
    set_interest (object, self);
  if (self->next != NULL)
    set_next (object, self);
  if (changes != NULL)
    set_changes (object, changes);
  json_node_take_object (node, object);
  return node;
}
