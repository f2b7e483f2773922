/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ming-statement"

#include "config.h"

#include <string.h>
#include <glib/gi18n-lib.h>

#include "core/ming-text.h"
#include "ming-statement.h"
#include "policy/ming-json-scan.h"

G_STATIC_ASSERT (MING_STATEMENT_HIFP + MING_N_FUNDS == MING_STATEMENT_FUNDS);

#define BIT(field) (1u << (field))

/* @other: the name in the core table, where it differs */
static const struct
{
  const char *key;
  const char *other;
} fields[MING_N_STATEMENT_FIELDS] = {
  [MING_STATEMENT_TOTAL] = { "medfee_sumamt", NULL },
  [MING_STATEMENT_FULL_OWN] = { "fulamt_ownpay_amt", NULL },
  [MING_STATEMENT_OVER_LIMIT] = { "overlmt_selfpay", NULL },
  [MING_STATEMENT_FIRST_PAY] = { "preselfpay_amt", NULL },
  [MING_STATEMENT_IN_SCOPE] = { "inscp_scp_amt", "inscp_amt" },
  [MING_STATEMENT_DEDUCTIBLE] = { "act_pay_dedc", NULL },
  [MING_STATEMENT_HIFP] = { "hifp_pay", NULL },
  [MING_STATEMENT_HIFOB] = { "hifob_pay", NULL },
  [MING_STATEMENT_HIFMI] = { "hifmi_pay", NULL },
  [MING_STATEMENT_CVLSERV] = { "cvlserv_pay", NULL },
  [MING_STATEMENT_HIFES] = { "hifes_pay", NULL },
  [MING_STATEMENT_MAF] = { "maf_pay", NULL },
  [MING_STATEMENT_OTH] = { "oth_pay", "othfund_pay" },
  [MING_STATEMENT_FUNDS] = { "fund_pay_sumamt", NULL },
  [MING_STATEMENT_HOSPITAL] = { "hosp_part_amt", NULL },
  [MING_STATEMENT_PERSON] = { "psn_part_amt", "psn_pay" },
  [MING_STATEMENT_ACCOUNTS] = { "acct_pay", NULL },
  [MING_STATEMENT_FAMILY] = { "acct_mulaid_pay", NULL },
  [MING_STATEMENT_CASH] = { "psn_cash_pay", "cash_payamt" },
  [MING_STATEMENT_BALANCE] = { "balc", NULL },
};

/* @unless: a part that makes the identity superfluous when it is known, or MING_N_STATEMENT_FIELDS */
static const struct
{
  const char *name;
  MingStatementField whole;
  guint parts;
  MingStatementField unless;
} identities[MING_N_STATEMENT_SUMS] = {
  { "I1", MING_STATEMENT_TOTAL,
    BIT (MING_STATEMENT_FULL_OWN) | BIT (MING_STATEMENT_OVER_LIMIT) | BIT (MING_STATEMENT_FIRST_PAY)
        | BIT (MING_STATEMENT_IN_SCOPE),
    MING_N_STATEMENT_FIELDS },
  { "I2", MING_STATEMENT_FUNDS,
    BIT (MING_STATEMENT_HIFP) | BIT (MING_STATEMENT_HIFOB) | BIT (MING_STATEMENT_HIFMI)
        | BIT (MING_STATEMENT_CVLSERV) | BIT (MING_STATEMENT_HIFES) | BIT (MING_STATEMENT_MAF)
        | BIT (MING_STATEMENT_OTH),
    MING_N_STATEMENT_FIELDS },
  { "I3", MING_STATEMENT_TOTAL,
    BIT (MING_STATEMENT_FUNDS) | BIT (MING_STATEMENT_HOSPITAL) | BIT (MING_STATEMENT_PERSON),
    MING_N_STATEMENT_FIELDS },
  { "I4", MING_STATEMENT_PERSON, BIT (MING_STATEMENT_ACCOUNTS) | BIT (MING_STATEMENT_CASH),
    MING_N_STATEMENT_FIELDS },
  { "I3+I4", MING_STATEMENT_TOTAL,
    BIT (MING_STATEMENT_FUNDS) | BIT (MING_STATEMENT_HOSPITAL) | BIT (MING_STATEMENT_ACCOUNTS)
        | BIT (MING_STATEMENT_CASH),
    MING_STATEMENT_PERSON },
};

MingStatement
ming_statement_of_visit (const MingVisitResult *result)
{
  const MingSettlement *settlement = &result->settlement;
  const MingCharges *charges = &result->input.charges;
  const MingFen own_fen = ming_bill_paid_by (&settlement->bill, MING_PAYER_ACCT);
  const MingFen family_fen = ming_bill_paid_by (&settlement->bill, MING_PAYER_MULAID);
  const gboolean purse = result->balance_known;
  MingStatement self = { {
    [MING_STATEMENT_TOTAL] = { TRUE, charges->total_fen },
    [MING_STATEMENT_FULL_OWN] = { TRUE, charges->full_own_fen },
    [MING_STATEMENT_OVER_LIMIT] = { TRUE, charges->over_limit_fen },
    [MING_STATEMENT_FIRST_PAY] = { TRUE, charges->first_pay_fen },
    [MING_STATEMENT_IN_SCOPE] = { TRUE, charges->in_scope_fen },
    [MING_STATEMENT_DEDUCTIBLE] = { TRUE, settlement->act_dedc_fen },
    [MING_STATEMENT_FUNDS] = { TRUE, settlement->fund_fen },
    [MING_STATEMENT_HOSPITAL] = { TRUE, 0 },
    [MING_STATEMENT_PERSON] = { TRUE, settlement->person_fen },
    [MING_STATEMENT_ACCOUNTS] = { purse, purse ? own_fen + family_fen : 0 },
    [MING_STATEMENT_FAMILY] = { purse, purse ? family_fen : 0 },
    [MING_STATEMENT_CASH] = { purse, purse ? ming_bill_paid_by (&settlement->bill, MING_PAYER_CASH) : 0 },
    [MING_STATEMENT_BALANCE] = { purse, purse ? settlement->purse_after.own_fen : 0 },
  } };

  for (int i = 0; i < MING_N_FUNDS; i++)
    self.amount[MING_STATEMENT_HIFP + i]
        = (MingAmount){ TRUE, ming_bill_paid_by (&settlement->bill, (MingPayer) i) };
  return self;
}

/* How long the number is that begins at @text; 0 when none does. */
static gsize
number_length (const char *text, gsize length)
{
  gsize n = 0;

  if (length == 0 || (!g_ascii_isdigit (*text) && *text != '-'))
    return 0;
  while (n < length && text[n] != '\0' && strchr ("+-.0123456789eE", text[n]) != NULL)
    n++;
  return n;
}

/*
 * The same JSON with its numbers as texts: the parser in use would make binary fractions of them, and then
 * nobody could say that 0.29 is 29 fen.
 */
static char *
quote_numbers (const char *text, gsize length)
{
  GString *quoted = g_string_sized_new (length + 64);
  gboolean in_string = FALSE;

  for (gsize i = 0; i < length; i++)
    {
      gsize n = in_string ? 0 : number_length (text + i, length - i);

      if (n > 0)
        {
          g_string_append_printf (quoted, "\"%.*s\"", (int) n, text + i);
          i += n - 1;
          continue;
        }
      if (in_string && text[i] == '\\' && i + 1 < length)
        g_string_append_c (quoted, text[i++]);
      else if (text[i] == '"')
        in_string = !in_string;
      g_string_append_c (quoted, text[i]);
    }
  return g_string_free (quoted, FALSE);
}

static JsonObject *
get_object (JsonObject *object, const char *key)
{
  JsonNode *node = json_object_get_member (object, key);

  return node != NULL && JSON_NODE_HOLDS_OBJECT (node) ? json_node_get_object (node) : NULL;
}

/* The setlinfo of the last visit of a result of this program. */
static JsonObject *
find_in_result (JsonObject *root)
{
  JsonNode *visits = json_object_get_member (root, "visits");
  JsonArray *array = visits != NULL && JSON_NODE_HOLDS_ARRAY (visits) ? json_node_get_array (visits) : NULL;
  guint n = array != NULL ? json_array_get_length (array) : 0;
  JsonNode *last = n > 0 ? json_array_get_element (array, n - 1) : NULL;

  return last != NULL && JSON_NODE_HOLDS_OBJECT (last) ? get_object (json_node_get_object (last), "setlinfo")
                                                       : NULL;
}

static JsonObject *
find_record (JsonNode *root)
{
  JsonObject *object = JSON_NODE_HOLDS_OBJECT (root) ? json_node_get_object (root) : NULL;
  JsonObject *output = object != NULL ? get_object (object, "output") : NULL;
  JsonObject *found = NULL;

  if (object == NULL)
    return NULL;
  found = get_object (object, "setlinfo");
  if (found == NULL && output != NULL)
    found = get_object (output, "setlinfo");
  if (found == NULL)
    found = find_in_result (object);
  if (found == NULL && json_object_has_member (object, fields[MING_STATEMENT_TOTAL].key))
    found = object;
  return found;
}

static gboolean
read_amount (JsonObject *record, const char *key, MingAmount *out, GError **error)
{
  JsonNode *node = key != NULL ? json_object_get_member (record, key) : NULL;
  const char *text = node != NULL && JSON_NODE_HOLDS_VALUE (node) ? json_node_get_string (node) : NULL;
  g_autofree char *stripped = text != NULL ? g_strstrip (g_strdup (text)) : NULL;

  if (node == NULL || JSON_NODE_HOLDS_NULL (node) || (stripped != NULL && *stripped == '\0'))
    return TRUE;
  if (stripped != NULL
      && ming_text_parse_fen_entry (stripped, strlen (stripped), &out->fen, NULL) == MING_OK)
    {
      out->known = TRUE;
      return TRUE;
    }
  if (stripped != NULL && *stripped == '-')
    g_set_error (error, MING_CASE_ERROR, MING_CASE_ERROR_BAD_VALUE,
                 _("%s is %s: a refund is negative and cannot be checked"), key, stripped);
  else
    g_set_error (error, MING_CASE_ERROR, MING_CASE_ERROR_BAD_VALUE, _("%s is no amount"), key);
  return FALSE;
}

static gboolean
read_record (JsonObject *record, MingStatement *out, GError **error)
{
  MingStatement read = { 0 };

  for (int i = 0; i < MING_N_STATEMENT_FIELDS; i++)
    if (!read_amount (record, fields[i].key, &read.amount[i], error)
        || (!read.amount[i].known && !read_amount (record, fields[i].other, &read.amount[i], error)))
      return FALSE;
  *out = read;
  return TRUE;
}

/* Syntax and doubled keys; comments are not JSON either. */
static gboolean
check_text (const char *text, gsize length, GError **error)
{
  g_autoptr (MingJsonScan) scan = ming_json_scan_new (text, length);

  for (guint i = 0; i < scan->faults->len; i++)
    {
      const MingJsonFault *fault = g_ptr_array_index (scan->faults, i);

      if (fault->kind == MING_JSON_NUMBER)
        continue;
      g_set_error (error, MING_CASE_ERROR, MING_CASE_ERROR_SYNTAX, "%u:%u %s", fault->place.line,
                   fault->place.column, fault->message);
      return FALSE;
    }
  return TRUE;
}

gboolean
ming_statement_parse (const char *text, gssize length, MingStatement *out, GError **error)
{
  gsize size = length < 0 ? strlen (text) : (gsize) length;
  g_autoptr (JsonParser) parser = json_parser_new_immutable ();
  g_autoptr (GError) refused = NULL;
  g_autofree char *quoted = NULL;
  JsonObject *record;

  if (size >= 3 && memcmp (text, "\xef\xbb\xbf", 3) == 0)
    {
      text += 3;
      size -= 3;
    }
  if (!check_text (text, size, error))
    return FALSE;
  quoted = quote_numbers (text, size);
  if (!json_parser_load_from_data (parser, quoted, -1, &refused))
    {
      g_set_error_literal (error, MING_CASE_ERROR, MING_CASE_ERROR_SYNTAX, refused->message);
      return FALSE;
    }
  record = find_record (json_parser_get_root (parser));
  if (record == NULL)
    {
      g_set_error (error, MING_CASE_ERROR, MING_CASE_ERROR_FORMAT,
                   _("There is no settlement record (setlinfo, medfee_sumamt) in it"));
      return FALSE;
    }
  return read_record (record, out, error);
}

gboolean
ming_statement_load (GFile *file, MingStatement *out, GError **error)
{
  g_autoptr (GError) refused = NULL;
  g_autofree char *text = NULL;
  gsize length;

  if (g_file_load_contents (file, NULL, &text, &length, NULL, &refused))
    return ming_statement_parse (text, (gssize) length, out, error);
  g_set_error_literal (error, MING_CASE_ERROR, MING_CASE_ERROR_IO, refused->message);
  return FALSE;
}

/* Amounts are at most 10¹² fen and there are few, so plain sums cannot overflow. */
static MingSum
add_up (const MingStatement *self, guint identity)
{
  MingSum sum = { identities[identity].name, identities[identity].whole, MING_SUM_NOT_ASKED, 0, 0 };
  const MingAmount *whole = &self->amount[sum.whole];
  MingFen known_fen = 0;

  for (int i = 0; i < MING_N_STATEMENT_FIELDS; i++)
    {
      if ((identities[identity].parts & BIT (i)) == 0)
        continue;
      if (self->amount[i].known)
        known_fen += self->amount[i].fen;
      else
        sum.missing |= BIT (i);
    }
  if (!whole->known || sum.missing == identities[identity].parts)
    return sum;
  if (identities[identity].unless < MING_N_STATEMENT_FIELDS
      && self->amount[identities[identity].unless].known)
    return sum;
  sum.difference_fen = whole->fen - known_fen;
  /* No part is negative: what is missing can add to the sum, never take from it. */
  if (sum.difference_fen == 0)
    sum.state = MING_SUM_HOLDS;
  else
    sum.state = sum.difference_fen > 0 && sum.missing != 0 ? MING_SUM_OPEN : MING_SUM_FAILS;
  return sum;
}

void
ming_statement_sums (const MingStatement *self, MingSum sums[MING_N_STATEMENT_SUMS])
{
  for (guint i = 0; i < MING_N_STATEMENT_SUMS; i++)
    sums[i] = add_up (self, i);
}
