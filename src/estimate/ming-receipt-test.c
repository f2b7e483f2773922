/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ming-estimate"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "core/ming-text.h"
#include "ming-estimate-private.h"
#include "ming-json-set.h"
#include "ming-receipt-private.h"

/* Of setlinfo: what tests/cases compares. */
static const char *const setlinfo_keys[] = {
  "medfee_sumamt",   "fulamt_ownpay_amt", "overlmt_selfpay", "preselfpay_amt",  "inscp_scp_amt", "hifp_pay",
  "hifob_pay",       "hifmi_pay",         "cvlserv_pay",     "hifes_pay",       "maf_pay",       "oth_pay",
  "fund_pay_sumamt", "psn_part_amt",      "acct_pay",        "acct_mulaid_pay", "psn_cash_pay",  "balc",
};

/* Of the visit itself. */
static const char *const visit_keys[] = { "dedc_std", "crt_dedc", "act_pay_dedc" };

/* What tells who it was goes; what the rules look at stays. */
static void
forget_person (MingCase *input)
{
  MingPerson *person = &input->person;

  person->age = ming_estimate_age (person, &input->date);
  person->brdy = (MingDate){ 0 };
  for (guint i = 0; i < person->family->len; i++)
    g_clear_pointer (&((MingFamilyAccount *) g_ptr_array_index (person->family, i))->relation, g_free);
  for (guint i = 0; i < input->visits->len; i++)
    g_clear_pointer (&((MingCaseVisit *) g_ptr_array_index (input->visits, i))->id, g_free);
}

static void
expect_text (JsonObject *expect, const char *key, const char *text)
{
  if (text != NULL)
    json_object_set_string_member (expect, key, text);
}

static void
expect_outcome (JsonObject *expect, const char *key, JsonObject *part)
{
  expect_text (expect, key, json_object_get_string_member (part, "outcome"));
}

static void
expect_member (JsonObject *expect, JsonObject *source, const char *key, const char *suffix)
{
  g_autofree char *name = g_strconcat (key, suffix, NULL);

  if (json_object_has_member (source, key))
    expect_text (expect, name, json_object_get_string_member (source, key));
}

/* @suffix: "" for the last visit, "@1" for the first of several. */
static void
expect_visit (JsonObject *expect, JsonObject *visit, const char *suffix)
{
  g_autofree char *outcome = g_strconcat ("outcome", suffix, NULL);

  expect_outcome (expect, outcome, visit);
  if (!json_object_has_member (visit, "setlinfo"))
    return;
  for (guint i = 0; i < G_N_ELEMENTS (setlinfo_keys); i++)
    expect_member (expect, json_object_get_object_member (visit, "setlinfo"), setlinfo_keys[i], suffix);
  for (guint i = 0; i < G_N_ELEMENTS (visit_keys); i++)
    expect_member (expect, visit, visit_keys[i], suffix);
}

static void
expect_person (JsonObject *expect, JsonObject *result)
{
  JsonObject *credit = json_object_get_object_member (result, "account_credit");
  JsonObject *contribution = json_object_get_object_member (result, "contribution");

  expect_outcome (expect, "credit_outcome", credit);
  if (json_object_has_member (credit, "month"))
    {
      expect_text (expect, "credit_month", json_object_get_string_member (credit, "month"));
      expect_text (expect, "credit_year", json_object_get_string_member (credit, "year"));
    }
  expect_outcome (expect, "contribution_outcome", contribution);
  if (json_object_has_member (contribution, "total"))
    expect_text (expect, "contribution_total", json_object_get_string_member (contribution, "total"));
}

/* What must come out of @estimate, as tests/cases says it. (transfer full) */
static JsonNode *
expect_all (const MingEstimate *estimate)
{
  g_autoptr (JsonNode) result = ming_estimate_to_json (estimate);
  JsonObject *object = json_node_get_object (result);
  JsonArray *visits = json_object_get_array_member (object, "visits");
  JsonNode *node = json_node_new (JSON_NODE_OBJECT);
  JsonObject *expect = json_object_new ();
  guint length = json_array_get_length (visits);

  expect_person (expect, object);
  for (guint i = 0; i < length; i++)
    {
      g_autofree char *suffix = i + 1 < length ? g_strdup_printf ("@%u", i + 1) : g_strdup ("");

      expect_visit (expect, json_array_get_object_element (visits, i), suffix);
    }
  json_node_take_object (node, expect);
  return node;
}

static char *
print_test (const MingEstimate *estimate, const char *id, const char *note, JsonNode *expect)
{
  g_autoptr (JsonNode) root = json_node_new (JSON_NODE_OBJECT);
  JsonObject *object = json_object_new ();
  g_autofree char *source = g_strdup_printf ("mingsuan %s", VERSION);

  json_object_set_string_member (object, "id", id);
  json_object_set_string_member (object, "source", source);
  json_object_set_string_member (object, "note", note);
  json_object_set_string_member (object, "packs", "shipped");
  json_object_set_string_member (object, "pack", estimate->pack->id);
  json_object_set_member (object, "case", ming_case_to_json (estimate->input));
  json_object_set_member (object, "expect", json_node_ref (expect));
  json_node_take_object (root, object);
  return ming_json_print (root);
}

char *
ming_receipt_as_test (const MingLibrary *library, const MingCase *input, const char *id, const char *note,
                      GError **error)
{
  g_autoptr (MingCase) bare = ming_case_copy (input);
  g_autoptr (MingEstimate) before = ming_estimate_new (library, input, error);
  g_autoptr (MingEstimate) after = NULL;
  g_autoptr (JsonNode) wanted = NULL;
  g_autoptr (JsonNode) expect = NULL;

  if (before == NULL)
    return NULL;
  forget_person (bare);
  after = ming_estimate_new (library, bare, error);
  if (after == NULL)
    return NULL;
  wanted = expect_all (before);
  expect = expect_all (after);
  if (json_node_equal (wanted, expect))
    return print_test (after, id, note, expect);
  g_set_error (
      error, MING_RECEIPT_ERROR, MING_RECEIPT_ERROR_AGE,
      _("With the age instead of the day of birth the result is another one, so this case cannot become"
         " a test without personal data: a birthday lies between its dates"));
  return NULL;
}
