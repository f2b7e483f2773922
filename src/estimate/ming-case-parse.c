/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "core/ming-finance.h"
#include "core/ming-text.h"
#include "ming-case-reader.h"

static void
read_family_account (MingCaseReader *self, JsonObject *object, guint index, MingPerson *person)
{
  static const MingField *const tables[] = { ming_family_fields, NULL };
  MingFamilyAccount *account = g_new0 (MingFamilyAccount, 1);

  g_ptr_array_add (person->family, account);
  ming_case_reader_check_keys (self, object, tables, NULL);
  ming_case_reader_read (self, object, ming_family_fields, account);
  if (!json_object_has_member (object, "rank"))
    account->rank = (int) index + 1;
  if (g_strcmp0 (person->mutual_aid_order, "by_binding") == 0 && !json_object_has_member (object, "bound"))
    ming_case_reader_fault (self, MING_CASE_ERROR_MISSING_KEY, "bound",
                            _("“bound” is missing: the accounts are to pay in the order of binding"));
}

/* Ranks are given to all accounts or to none, so that the order is never half chosen. */
static void
check_ranks (MingCaseReader *self, JsonArray *list, const MingPerson *person)
{
  guint n_ranked = 0;

  for (guint i = 0; i < person->family->len; i++)
    {
      const MingFamilyAccount *account = g_ptr_array_index (person->family, i);
      JsonObject *object = json_array_get_object_element (list, i);

      n_ranked += json_object_has_member (object, "rank") ? 1 : 0;
      for (guint j = 0; j < i; j++)
        if (((const MingFamilyAccount *) g_ptr_array_index (person->family, j))->rank == account->rank)
          {
            ming_case_reader_fault (self, MING_CASE_ERROR_BAD_VALUE, NULL,
                                    _("accounts %u and %u have the same rank"), j + 1, i + 1);
            return;
          }
    }
  if (n_ranked > 0 && n_ranked < person->family->len)
    ming_case_reader_fault (self, MING_CASE_ERROR_MISSING_KEY, NULL,
                            _("give a “rank” to every account or to none"));
}

static void
read_family (MingCaseReader *self, JsonObject *object, MingPerson *person)
{
  JsonArray *list = ming_case_reader_get_list (self, object, "family");
  guint length = list != NULL ? json_array_get_length (list) : 0;
  gsize mark = ming_case_reader_enter (self, "family", 0);
  gboolean whole = TRUE;

  if (length > MING_FAMILY_MAX)
    ming_case_reader_fault (self, MING_CASE_ERROR_BAD_VALUE, NULL,
                            _("there are more than %d family accounts"), MING_FAMILY_MAX);
  for (guint i = 0; i < length; i++)
    {
      gsize inner = ming_case_reader_enter (self, NULL, i);
      JsonObject *element = ming_case_reader_get_element (self, list, i);

      if (element != NULL)
        read_family_account (self, element, i, person);
      else
        whole = FALSE;
      ming_case_reader_leave (self, inner);
    }
  if (whole && length > 0)
    check_ranks (self, list, person);
  ming_case_reader_leave (self, mark);
}

static void
read_person (MingCaseReader *self, JsonObject *object, MingCase *input)
{
  static const MingField *const tables[] = { ming_person_fields, NULL };
  static const char *const others[] = { "family", NULL };
  gsize mark = ming_case_reader_enter (self, "person", 0);

  ming_case_reader_check_keys (self, object, tables, others);
  ming_case_reader_read (self, object, ming_person_fields, &input->person);
  if (json_object_has_member (object, "brdy") && json_object_has_member (object, "age"))
    ming_case_reader_fault (self, MING_CASE_ERROR_BAD_VALUE, "age",
                            _("“age” stands beside “brdy”; leave it out, it follows from the day of birth"));
  read_family (self, object, &input->person);
  ming_case_reader_leave (self, mark);
}

static void
read_counters (MingCaseReader *self, JsonObject *year, MingCase *input)
{
  static const MingField *const tables[] = { ming_so_far_fields, NULL };
  JsonObject *counters = ming_case_reader_get_object (self, year, "counters");
  g_autoptr (GList) names = counters != NULL ? json_object_get_members (counters) : NULL;
  gsize mark = ming_case_reader_enter (self, "counters", 0);

  for (GList *name = names; name != NULL; name = name->next)
    {
      JsonObject *object = ming_case_reader_get_object (self, counters, name->data);
      gsize inner = ming_case_reader_enter (self, name->data, 0);

      if (object != NULL)
        {
          MingSoFar *so_far = g_new0 (MingSoFar, 1);

          so_far->counter = g_strdup (name->data);
          g_ptr_array_add (input->so_far, so_far);
          ming_case_reader_check_keys (self, object, tables, NULL);
          ming_case_reader_read (self, object, ming_so_far_fields, so_far);
        }
      ming_case_reader_leave (self, inner);
    }
  ming_case_reader_leave (self, mark);
}

static void
read_year (MingCaseReader *self, JsonObject *year, MingCase *input)
{
  static const MingField fields[] = {
    { "admissions", MING_FIELD_INT, G_STRUCT_OFFSET (MingCase, admissions), .least = 0, .most = 99 },
    { .key = NULL },
  };
  static const MingField *const tables[] = { fields, NULL };
  static const char *const others[] = { "counters", NULL };
  gsize mark = ming_case_reader_enter (self, "year", 0);

  ming_case_reader_check_keys (self, year, tables, others);
  ming_case_reader_read (self, year, fields, input);
  read_counters (self, year, input);
  ming_case_reader_leave (self, mark);
}

static void
report_sums (MingCaseReader *self, const char *key, const char *parts, MingFen parts_fen, MingFen total_fen)
{
  char left[MING_TEXT_FEN_SIZE];
  char right[MING_TEXT_FEN_SIZE];

  /* a sum of amounts that are each allowed may itself be too large to be written as one */
  if (ming_text_format_fen (parts_fen, MING_TEXT_PLAIN, left, sizeof left) != MING_OK)
    g_strlcpy (left, "…", sizeof left);
  if (ming_text_format_fen (total_fen, MING_TEXT_PLAIN, right, sizeof right) != MING_OK)
    g_strlcpy (right, "…", sizeof right);
  ming_case_reader_fault (self, MING_CASE_ERROR_UNBALANCED, key,
                          _("%s add up to %s, but medfee_sumamt is %s"), parts, left, right);
}

/*
 * The parts of a total. One of them may be left out: it is what the others leave. More than one missing
 * part is not guessed at. @fields: the parts, @n_parts of them; @words: their names
 */
static void
balance_parts (MingCaseReader *self, JsonObject *object, const MingField *fields, guint n_parts,
               MingCaseVisit *visit, const char *words)
{
  MingAmount *absent = NULL;
  MingFen sum_fen = 0;
  guint n_absent = 0;

  for (guint i = 0; i < n_parts; i++)
    {
      MingAmount *part = G_STRUCT_MEMBER_P (visit, fields[i].offset);

      if (json_object_has_member (object, fields[i].key))
        {
          if (!part->known)
            return; /* already a fault of its own */
          sum_fen += part->fen;
        }
      else
        {
          absent = part;
          n_absent++;
        }
    }
  if (!visit->medfee_sumamt.known)
    return;
  if (n_absent > 1)
    {
      for (guint i = 0; i < n_parts; i++)
        if (!json_object_has_member (object, fields[i].key))
          ming_case_reader_fault (self, MING_CASE_ERROR_MISSING_KEY, fields[i].key,
                                  _("“%s” is missing; only one of %s may be left out"), fields[i].key, words);
    }
  else if (sum_fen > visit->medfee_sumamt.fen || (n_absent == 0 && sum_fen < visit->medfee_sumamt.fen))
    report_sums (self, NULL, words, sum_fen, visit->medfee_sumamt.fen);
  else if (n_absent == 1)
    *absent = (MingAmount) { TRUE, visit->medfee_sumamt.fen - sum_fen };
}

static void
check_class_b (MingCaseReader *self, JsonObject *classes, MingCaseVisit *visit)
{
  if (json_object_has_member (classes, "first_pay_rate"))
    return;
  if (visit->class_b.known && visit->class_b.fen > 0)
    ming_case_reader_fault (self, MING_CASE_ERROR_MISSING_KEY, "first_pay_rate",
                            _("“first_pay_rate” is missing, the share of class B that is borne first"));
  visit->first_pay_rate = (MingRate) { 0, MING_PPM };
}

/* What lies over a price limit stands inside class A and B. */
static void
check_over_limit (MingCaseReader *self, const MingCaseVisit *visit)
{
  if (visit->overlmt_selfpay.known && visit->class_a.known && visit->class_b.known
      && visit->overlmt_selfpay.fen > visit->class_a.fen + visit->class_b.fen)
    ming_case_reader_fault (self, MING_CASE_ERROR_BAD_VALUE, "over_limit",
                            _("“over_limit” is part of a and b and cannot be more than both together"));
}

static void
read_classes (MingCaseReader *self, JsonObject *visit_object, JsonObject *classes, MingCaseVisit *visit)
{
  static const MingField *const tables[] = { ming_class_fields, NULL };
  gsize mark;

  for (const MingField *field = ming_cost_fields + 1; field->key != NULL; field++)
    if (json_object_has_member (visit_object, field->key))
      ming_case_reader_fault (self, MING_CASE_ERROR_BAD_VALUE, field->key,
                              _("“%s” stands beside “classes”; give one or the other"), field->key);

  mark = ming_case_reader_enter (self, "classes", 0);
  visit->by_class = TRUE;
  visit->overlmt_selfpay = (MingAmount) { FALSE, 0 };
  ming_case_reader_check_keys (self, classes, tables, NULL);
  ming_case_reader_read (self, classes, ming_class_fields, visit);
  balance_parts (self, classes, ming_class_fields, 3, visit, "a, b, c");
  check_class_b (self, classes, visit);
  check_over_limit (self, visit);
  ming_case_reader_leave (self, mark);
}

static void
read_visit (MingCaseReader *self, JsonObject *object, MingCaseVisit *visit)
{
  static const MingField *const tables[] = { ming_visit_fields, ming_cost_fields, NULL };
  static const char *const others[] = { "classes", NULL };
  JsonObject *classes;

  visit->pointer = g_strdup (self->pointer->str);
  ming_case_reader_check_keys (self, object, tables, others);
  ming_case_reader_read (self, object, ming_visit_fields, visit);
  ming_case_reader_read (self, object, ming_cost_fields, visit);
  classes = ming_case_reader_get_object (self, object, "classes");
  if (classes != NULL)
    read_classes (self, object, classes, visit);
  else if (!json_object_has_member (object, "classes"))
    balance_parts (self, object, ming_cost_fields + 1, 4, visit,
                   "fulamt_ownpay_amt, overlmt_selfpay, preselfpay_amt, inscp_scp_amt");
}

static void
read_visits (MingCaseReader *self, JsonArray *list, MingCase *input)
{
  gsize mark = ming_case_reader_enter (self, "visits", 0);

  for (guint i = 0; i < json_array_get_length (list); i++)
    {
      gsize inner = ming_case_reader_enter (self, NULL, i);
      JsonObject *object = ming_case_reader_get_element (self, list, i);
      MingCaseVisit *visit = ming_case_visit_new ();

      g_ptr_array_add (input->visits, visit);
      if (object != NULL)
        read_visit (self, object, visit);
      ming_case_reader_leave (self, inner);
    }
  ming_case_reader_leave (self, mark);
}

static gboolean
is_known (MingDate date)
{
  return date.year != 0;
}

static gboolean
is_before (MingDate a, MingDate b)
{
  return is_known (a) && is_known (b) && ming_date_compare (a, b) < 0;
}

static void
check_dates_of_visit (MingCaseReader *self, const MingCase *input, guint index)
{
  const MingCaseVisit *visit = g_ptr_array_index (input->visits, index);
  const MingCaseVisit *previous = index > 0 ? g_ptr_array_index (input->visits, index - 1) : NULL;

  if (is_before (visit->enddate, visit->begndate))
    ming_case_reader_fault (self, MING_CASE_ERROR_DATES, "enddate", _("the visit ends before it begins"));
  if (is_before (visit->begndate, input->person.brdy))
    ming_case_reader_fault (self, MING_CASE_ERROR_DATES, "begndate",
                            _("the visit begins before the person is born"));
  if (previous != NULL && is_before (visit->enddate, previous->enddate))
    ming_case_reader_fault (
        self, MING_CASE_ERROR_DATES, "enddate",
        _("the visit ends before the one listed before it; list them in the order in which "
           "they are settled"));
}

static void
check_dates (MingCaseReader *self, const MingCase *input)
{
  gsize mark;

  if (is_before (input->date, input->person.brdy))
    ming_case_reader_fault (self, MING_CASE_ERROR_DATES, "date",
                            _("the day of asking is before the person is born"));
  mark = ming_case_reader_enter (self, "visits", 0);
  for (guint i = 0; i < input->visits->len; i++)
    {
      gsize inner = ming_case_reader_enter (self, NULL, i);

      check_dates_of_visit (self, input, i);
      ming_case_reader_leave (self, inner);
    }
  ming_case_reader_leave (self, mark);
}

static gboolean
check_format (MingCaseReader *self, JsonNode *root)
{
  JsonNode *format;

  if (!JSON_NODE_HOLDS_OBJECT (root))
    {
      ming_case_reader_fault (self, MING_CASE_ERROR_FORMAT, NULL, _("a case is an object, {…}"));
      return FALSE;
    }
  format = json_object_get_member (json_node_get_object (root), "format");
  if (format != NULL && JSON_NODE_HOLDS_VALUE (format) && json_node_get_value_type (format) == G_TYPE_STRING
      && g_str_equal (json_node_get_string (format), MING_CASE_FORMAT))
    return TRUE;
  ming_case_reader_fault (self, MING_CASE_ERROR_FORMAT, "format", _("“format” must be “%s”"),
                          MING_CASE_FORMAT);
  return FALSE;
}

static void
read_case (MingCaseReader *self, JsonObject *object, MingCase *input)
{
  static const MingField *const tables[] = { ming_case_fields, NULL };
  static const char *const others[] = { "format", "person", "year", "visits", NULL };
  JsonObject *person;
  JsonObject *year;
  JsonArray *visits;

  ming_case_reader_check_keys (self, object, tables, others);
  ming_case_reader_read (self, object, ming_case_fields, input);
  person = ming_case_reader_get_object (self, object, "person");
  if (person != NULL)
    read_person (self, person, input);
  else if (!json_object_has_member (object, "person"))
    ming_case_reader_fault (self, MING_CASE_ERROR_MISSING_KEY, "person", _("“%s” is missing"), "person");
  year = ming_case_reader_get_object (self, object, "year");
  if (year != NULL)
    read_year (self, year, input);
  visits = ming_case_reader_get_list (self, object, "visits");
  if (visits != NULL)
    read_visits (self, visits, input);
  check_dates (self, input);
}

MingCase *
ming_case_parse (const char *text, gssize length, GPtrArray *faults, GError **error)
{
  g_autoptr (GPtrArray) own = g_ptr_array_new_with_free_func ((GDestroyNotify) ming_fault_free);
  g_autoptr (GString) pointer = g_string_new (NULL);
  g_autoptr (MingCase) input = ming_case_new ();
  MingCaseReader reader = { faults != NULL ? faults : own, pointer };
  guint before = reader.faults->len;
  g_autoptr (JsonNode) root = NULL;

  g_return_val_if_fail (text != NULL, NULL);

  root = ming_case_reader_scan (&reader, text, length);
  if (root != NULL && check_format (&reader, root))
    read_case (&reader, json_node_get_object (root), input);
  if (reader.faults->len > before)
    {
      const MingFault *first = g_ptr_array_index (reader.faults, before);

      g_set_error (error, MING_CASE_ERROR, (int) first->code, "%s: %s", first->pointer, first->message);
      return NULL;
    }
  return g_steal_pointer (&input);
}
