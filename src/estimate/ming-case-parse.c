/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "core/ming-finance.h"
#include "core/ming-text.h"
#include "ming-case-parse-private.h"

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
    ming_case_read_classes (self, object, classes, visit);
  else if (!json_object_has_member (object, "classes"))
    ming_case_balance_costs (self, object, visit);
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
    ming_case_read_person (self, person, &input->person);
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
