/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/ming-text.h"
#include "ming-case-fields.h"
#include "ming-json-set.h"

static void
set_date (JsonObject *object, const char *key, MingDate date)
{
  char text[MING_TEXT_DATE_SIZE];

  if (ming_text_format_date (date, text, sizeof text) == MING_OK)
    json_object_set_string_member (object, key, text);
}

/* "10%": as for people, without the blank before the sign. */
static void
set_rate (JsonObject *object, const char *key, MingRate rate)
{
  char text[MING_TEXT_RATE_SIZE];
  char *blank;

  if (rate.den == 0 || ming_text_format_rate (rate, text, sizeof text) != MING_OK)
    return;
  blank = strchr (text, ' ');
  if (blank != NULL)
    memmove (blank, blank + 1, strlen (blank));
  json_object_set_string_member (object, key, text);
}

static void
set_number (JsonObject *object, const MingField *field, gint64 number)
{
  g_autofree char *text = g_strdup_printf ("%" G_GINT64_FORMAT, number);

  if (number >= field->least) /* below it: not known */
    json_object_set_string_member (object, field->key, text);
}

static void
set_value (JsonObject *object, const MingField *field, gconstpointer value)
{
  const MingAmount *amount = value;

  switch (field->kind)
    {
    case MING_FIELD_DIGITS:
    case MING_FIELD_CODE:
    case MING_FIELD_WORD:
    case MING_FIELD_TEXT:
      if (*(char *const *) value != NULL)
        json_object_set_string_member (object, field->key, *(char *const *) value);
      break;
    case MING_FIELD_AMOUNT:
      if (amount->known)
        ming_json_set_fen (object, field->key, amount->fen);
      break;
    case MING_FIELD_FEN:
      ming_json_set_fen (object, field->key, *(const MingFen *) value);
      break;
    case MING_FIELD_SHARE:
      set_rate (object, field->key, *(const MingRate *) value);
      break;
    case MING_FIELD_DATE:
      set_date (object, field->key, *(const MingDate *) value);
      break;
    case MING_FIELD_MONTH:
      if (*(const int *) value != 0)
        ming_json_set_month (object, field->key, *(const int *) value);
      break;
    case MING_FIELD_INT:
      set_number (object, field, *(const int *) value);
      break;
    case MING_FIELD_INT64:
      set_number (object, field, *(const gint64 *) value);
      break;
    default:
      g_assert_not_reached ();
    }
}

static void
set_fields (JsonObject *object, const MingField *fields, gconstpointer source)
{
  for (; fields->key != NULL; fields++)
    set_value (object, fields, (const char *) source + fields->offset);
}

/* The list @key of @object: @elements by @fields. Left out when there are none. */
static void
set_list (JsonObject *object, const char *key, GPtrArray *elements, const MingField *fields)
{
  JsonArray *list;

  if (elements == NULL || elements->len == 0)
    return;
  list = json_array_new ();
  for (guint i = 0; i < elements->len; i++)
    {
      JsonObject *element = json_object_new ();

      set_fields (element, fields, g_ptr_array_index (elements, i));
      json_array_add_object_element (list, element);
    }
  json_object_set_array_member (object, key, list);
}

static JsonObject *
print_person (const MingPerson *person)
{
  JsonObject *object = json_object_new ();

  set_fields (object, ming_person_fields, person);
  set_list (object, "family", person->family, ming_family_fields);
  set_list (object, "uncredited", person->uncredited, ming_uncredited_fields);
  return object;
}

static JsonObject *
print_year (const MingCase *self)
{
  JsonObject *object = json_object_new ();
  JsonObject *counters;
  g_autofree char *admissions = g_strdup_printf ("%d", self->admissions);

  json_object_set_string_member (object, "admissions", admissions);
  if (self->so_far->len == 0)
    return object;
  counters = json_object_new ();
  for (guint i = 0; i < self->so_far->len; i++)
    {
      const MingSoFar *so_far = g_ptr_array_index (self->so_far, i);
      JsonObject *counter = json_object_new ();

      set_fields (counter, ming_so_far_fields, so_far);
      json_object_set_object_member (counters, so_far->counter, counter);
    }
  json_object_set_object_member (object, "counters", counters);
  return object;
}

static JsonObject *
print_visit (const MingCaseVisit *visit)
{
  JsonObject *object = json_object_new ();
  JsonObject *classes;

  set_fields (object, ming_visit_fields, visit);
  if (!visit->by_class)
    {
      set_fields (object, ming_cost_fields, visit);
      return object;
    }
  set_value (object, &ming_cost_fields[0], &visit->medfee_sumamt);
  classes = json_object_new ();
  set_fields (classes, ming_class_fields, visit);
  if (visit->class_b_items != NULL)
    json_object_remove_member (classes, "first_pay_rate"); /* each item has its own */
  set_list (classes, "b_items", visit->class_b_items, ming_item_fields);
  json_object_set_object_member (object, "classes", classes);
  return object;
}

JsonNode *
ming_case_to_json (const MingCase *self)
{
  JsonObject *object = json_object_new ();
  JsonArray *visits = json_array_new ();
  JsonNode *node = json_node_new (JSON_NODE_OBJECT);

  json_object_set_string_member (object, "format", MING_CASE_FORMAT);
  set_fields (object, ming_case_fields, self);
  json_object_set_object_member (object, "person", print_person (&self->person));
  json_object_set_object_member (object, "year", print_year (self));
  for (guint i = 0; i < self->visits->len; i++)
    json_array_add_object_element (visits, print_visit (g_ptr_array_index (self->visits, i)));
  json_object_set_array_member (object, "visits", visits);
  json_node_take_object (node, object);
  return node;
}

char *
ming_case_print (const MingCase *self)
{
  g_autoptr (JsonNode) node = ming_case_to_json (self);

  return ming_json_print (node);
}
