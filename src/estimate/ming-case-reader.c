/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "core/ming-text.h"
#include "ming-case-reader.h"
#include "policy/ming-json-scan.h"
#include "policy/ming-nearest.h"

/*
 * @message as it may be shown: what it quotes comes from a file, and may be long or meant for the terminal.
 */
static char *
make_presentable (const char *message)
{
  GString *text = g_string_new (NULL);
  guint n = 0;

  for (; *message != '\0' && n < 600; message = g_utf8_next_char (message), n++)
    {
      gunichar c = g_utf8_get_char (message);

      g_string_append_unichar (text, g_unichar_isprint (c) ? c : 0xFFFD);
    }
  if (*message != '\0')
    g_string_append (text, "…");
  return g_string_free (text, FALSE);
}

/* Takes @pointer and @message. */
static void
add_fault (MingCaseReader *self, MingCaseError code, char *pointer, char *message)
{
  MingFault *fault = g_new0 (MingFault, 1);

  fault->code = code;
  fault->pointer = pointer;
  fault->message = make_presentable (message);
  g_free (message);
  g_ptr_array_add (self->faults, fault);
}

/* Faults of the text itself. A number is a wrong type; all else is no JSON. */
static void
take_scan_faults (MingCaseReader *self, const MingJsonScan *scan)
{
  for (guint i = 0; i < scan->faults->len; i++)
    {
      const MingJsonFault *fault = g_ptr_array_index (scan->faults, i);
      MingCaseError code
          = fault->kind == MING_JSON_NUMBER ? MING_CASE_ERROR_WRONG_TYPE : MING_CASE_ERROR_SYNTAX;

      add_fault (self, code, g_strdup (fault->pointer),
                 g_strdup_printf (_("line %u, column %u: %s"), fault->place.line, fault->place.column,
                                  fault->message));
    }
}

JsonNode *
ming_case_reader_scan (MingCaseReader *self, const char *text, gssize length)
{
  gsize size = length < 0 ? strlen (text) : (gsize) length;
  g_autoptr (MingJsonScan) scan = ming_json_scan_new (text, size);
  g_autoptr (JsonParser) parser = json_parser_new ();
  g_autoptr (GError) error = NULL;
  gsize mark = size >= 3 && memcmp (text, "\xEF\xBB\xBF", 3) == 0 ? 3 : 0;

  take_scan_faults (self, scan);
  if (scan->broken || scan->has_comments)
    return NULL;
  if (!json_parser_load_from_data (parser, text + mark, (gssize) (size - mark), &error))
    {
      add_fault (self, MING_CASE_ERROR_SYNTAX, g_strdup (""), g_strdup (error->message));
      return NULL;
    }
  return json_parser_steal_root (parser);
}

gsize
ming_case_reader_enter (MingCaseReader *self, const char *key, guint index)
{
  gsize mark = self->pointer->len;

  if (key != NULL)
    {
      g_autofree char *inner = ming_json_pointer_key (self->pointer->str, key);

      g_string_assign (self->pointer, inner);
    }
  else
    g_string_append_printf (self->pointer, "/%u", index);
  return mark;
}

void
ming_case_reader_leave (MingCaseReader *self, gsize mark)
{
  g_string_truncate (self->pointer, mark);
}

void
ming_case_reader_fault (MingCaseReader *self, MingCaseError code, const char *key, const char *format, ...)
{
  va_list arguments;

  va_start (arguments, format);
  add_fault (self, code,
             key != NULL ? ming_json_pointer_key (self->pointer->str, key) : g_strdup (self->pointer->str),
             g_strdup_vprintf (format, arguments));
  va_end (arguments);
}

/* Notes that @node is not the @due thing. A number has been noted by the scan already. */
static void
fault_kind (MingCaseReader *self, const char *key, JsonNode *node, const char *due)
{
  const char *found;

  if (JSON_NODE_HOLDS_OBJECT (node))
    found = _("an object");
  else if (JSON_NODE_HOLDS_ARRAY (node))
    found = _("a list");
  else if (JSON_NODE_HOLDS_NULL (node))
    found = "null";
  else if (json_node_get_value_type (node) == G_TYPE_STRING)
    found = _("a text");
  else if (json_node_get_value_type (node) == G_TYPE_BOOLEAN)
    found = _("true or false");
  else
    return;
  ming_case_reader_fault (self, MING_CASE_ERROR_WRONG_TYPE, key, _("%s is due here, not %s"), due, found);
}

/* Reads @text as one of @words; they are parted by blanks. */
static gboolean
word_is_among (const char *text, const char *words)
{
  g_auto (GStrv) list = g_strsplit (words, " ", -1);

  return g_strv_contains ((const char *const *) list, text);
}

static gboolean
is_made_of_digits (const char *text)
{
  return text[strspn (text, "0123456789")] == '\0';
}

static gboolean
is_code (const char *text)
{
  for (const char *c = text; *c != '\0'; c++)
    if (!g_ascii_isalnum (*c) && strchr (".-_", *c) == NULL)
      return FALSE;
  return TRUE;
}

static gboolean
is_plain_text (const char *text)
{
  for (const char *c = text; *c != '\0'; c = g_utf8_next_char (c))
    if (!g_unichar_isprint (g_utf8_get_char (c)))
      return FALSE;
  return TRUE;
}

static gboolean
is_between (gint64 number, const MingField *field)
{
  return number >= field->least && number <= field->most;
}

static void
read_string (MingCaseReader *self, const MingField *field, const char *text, char **target)
{
  gboolean good;

  if (field->kind == MING_FIELD_WORD)
    good = word_is_among (text, field->words);
  else if (field->kind == MING_FIELD_DIGITS)
    good = is_made_of_digits (text) && is_between ((gint64) strlen (text), field);
  else if (field->kind == MING_FIELD_CODE)
    good = is_code (text) && is_between ((gint64) strlen (text), field);
  else
    good = is_plain_text (text) && is_between (g_utf8_strlen (text, -1), field);

  if (good)
    {
      g_free (*target);
      *target = g_strdup (text);
      return;
    }
  if (field->kind == MING_FIELD_WORD)
    ming_case_reader_fault (self, MING_CASE_ERROR_BAD_VALUE, field->key, _("“%s” is not one of: %s"), text,
                            field->words);
  else if (field->kind == MING_FIELD_DIGITS && field->least == field->most)
    ming_case_reader_fault (self, MING_CASE_ERROR_BAD_VALUE, field->key, _("“%s” is not a code of %d digits"),
                            text, (int) field->least);
  else if (field->kind == MING_FIELD_DIGITS)
    ming_case_reader_fault (self, MING_CASE_ERROR_BAD_VALUE, field->key,
                            _("“%s” is not a code of %d to %d digits"), text, (int) field->least,
                            (int) field->most);
  else
    ming_case_reader_fault (self, MING_CASE_ERROR_BAD_VALUE, field->key,
                            _("“%s” is not a text of %d to %d characters that may stand here"), text,
                            (int) field->least, (int) field->most);
}

static gboolean
read_fen (MingCaseReader *self, const MingField *field, const char *text, MingFen *out_fen)
{
  MingStatus status = ming_text_parse_fen (text, strlen (text), out_fen);

  if (status == MING_E_RANGE)
    ming_case_reader_fault (self, MING_CASE_ERROR_BAD_VALUE, field->key,
                            _("“%s” is more than ten billion yuan"), text);
  else if (status != MING_OK)
    ming_case_reader_fault (self, MING_CASE_ERROR_BAD_VALUE, field->key,
                            _("“%s” is not an amount in yuan: digits, a point and at most two decimals, "
                              "such as 1300.00"), text);
  return status == MING_OK;
}

static void
read_share (MingCaseReader *self, const MingField *field, const char *text, MingRate *target)
{
  MingRate rate;

  if (ming_text_parse_rate (text, strlen (text), &rate) == MING_OK && ming_rate_is_share (rate))
    *target = rate;
  else
    ming_case_reader_fault (self, MING_CASE_ERROR_BAD_VALUE, field->key,
                            _("“%s” is not a rate of at most 100%%, such as 10%% or 2/37"), text);
}

static void
read_date (MingCaseReader *self, const MingField *field, const char *text, MingDate *target)
{
  MingStatus status = ming_text_parse_date (text, strlen (text), target);

  if (status == MING_E_DATE)
    ming_case_reader_fault (self, MING_CASE_ERROR_BAD_VALUE, field->key, _("the calendar has no day “%s”"),
                            text);
  else if (status == MING_E_RANGE)
    ming_case_reader_fault (self, MING_CASE_ERROR_BAD_VALUE, field->key,
                            _("“%s” is not between the years 1900 and 2199"), text);
  else if (status != MING_OK)
    ming_case_reader_fault (self, MING_CASE_ERROR_BAD_VALUE, field->key,
                            _("“%s” is not a date such as 2025-11-03"), text);
}

/* "2025-03": the day is the first, so that the calendar's bounds are those of dates. */
static void
read_month (MingCaseReader *self, const MingField *field, const char *text, int *target)
{
  g_autofree char *day = g_strconcat (text, "-01", NULL);
  MingDate date;

  if (strlen (text) == strlen ("2025-03") && ming_text_parse_date (day, strlen (day), &date) == MING_OK)
    *target = ming_date_month_index (date);
  else
    ming_case_reader_fault (self, MING_CASE_ERROR_BAD_VALUE, field->key,
                            _("“%s” is not a month such as 2025-03, from 1900 to 2199"), text);
}

static gboolean
read_number (MingCaseReader *self, const MingField *field, const char *text, gint32 *out_number)
{
  MingStatus status = ming_text_parse_int (text, strlen (text), (gint32) field->least, (gint32) field->most,
                                           out_number);

  if (status != MING_OK)
    ming_case_reader_fault (self, MING_CASE_ERROR_BAD_VALUE, field->key,
                            _("“%s” is not a whole number from %d to %d"), text, (int) field->least,
                            (int) field->most);
  return status == MING_OK;
}

static void
read_value (MingCaseReader *self, const MingField *field, const char *text, gpointer target)
{
  MingAmount *amount = target;
  gint32 number;

  switch (field->kind)
    {
    case MING_FIELD_DIGITS:
    case MING_FIELD_CODE:
    case MING_FIELD_WORD:
    case MING_FIELD_TEXT:
      read_string (self, field, text, target);
      break;
    case MING_FIELD_AMOUNT:
      amount->known = read_fen (self, field, text, &amount->fen);
      break;
    case MING_FIELD_FEN:
      read_fen (self, field, text, target);
      break;
    case MING_FIELD_SHARE:
      read_share (self, field, text, target);
      break;
    case MING_FIELD_DATE:
      read_date (self, field, text, target);
      break;
    case MING_FIELD_MONTH:
      read_month (self, field, text, target);
      break;
    case MING_FIELD_INT:
      if (read_number (self, field, text, &number))
        *(int *) target = number;
      break;
    case MING_FIELD_INT64:
      if (read_number (self, field, text, &number))
        *(gint64 *) target = number;
      break;
    default:
      g_assert_not_reached ();
    }
}

void
ming_case_reader_read (MingCaseReader *self, JsonObject *object, const MingField *fields, gpointer target)
{
  for (const MingField *field = fields; field->key != NULL; field++)
    {
      JsonNode *node = json_object_get_member (object, field->key);

      if (node == NULL)
        {
          if (field->required)
            ming_case_reader_fault (self, MING_CASE_ERROR_MISSING_KEY, field->key, _("“%s” is missing"),
                                    field->key);
        }
      else if (!JSON_NODE_HOLDS_VALUE (node) || json_node_get_value_type (node) != G_TYPE_STRING)
        fault_kind (self, field->key, node, _("a text in quotation marks"));
      else
        read_value (self, field, json_node_get_string (node), G_STRUCT_MEMBER_P (target, field->offset));
    }
}

static void
add_names (GPtrArray *names, const MingField *fields)
{
  for (; fields->key != NULL; fields++)
    g_ptr_array_add (names, (gpointer) fields->key);
}

void
ming_case_reader_check_keys (MingCaseReader *self, JsonObject *object, const MingField *const *tables,
                             const char *const *others)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new ();
  g_autoptr (GList) members = json_object_get_members (object);

  for (; *tables != NULL; tables++)
    add_names (names, *tables);
  for (; others != NULL && *others != NULL; others++)
    g_ptr_array_add (names, (gpointer) *others);

  for (GList *member = members; member != NULL; member = member->next)
    if (!g_ptr_array_find_with_equal_func (names, member->data, g_str_equal, NULL))
      {
        g_autofree char *hint
            = ming_nearest_hint (member->data, (const char *const *) names->pdata, names->len);

        ming_case_reader_fault (self, MING_CASE_ERROR_UNKNOWN_KEY, member->data,
                                _("there is no key “%s” here%s"), (const char *) member->data, hint);
      }
}

JsonObject *
ming_case_reader_get_object (MingCaseReader *self, JsonObject *object, const char *key)
{
  JsonNode *node = json_object_get_member (object, key);

  if (node == NULL || JSON_NODE_HOLDS_OBJECT (node))
    return node != NULL ? json_node_get_object (node) : NULL;
  fault_kind (self, key, node, _("an object"));
  return NULL;
}

JsonArray *
ming_case_reader_get_list (MingCaseReader *self, JsonObject *object, const char *key)
{
  JsonNode *node = json_object_get_member (object, key);

  if (node == NULL || JSON_NODE_HOLDS_ARRAY (node))
    return node != NULL ? json_node_get_array (node) : NULL;
  fault_kind (self, key, node, _("a list"));
  return NULL;
}

JsonObject *
ming_case_reader_get_element (MingCaseReader *self, JsonArray *list, guint index)
{
  JsonNode *node = json_array_get_element (list, index);

  if (JSON_NODE_HOLDS_OBJECT (node))
    return json_node_get_object (node);
  fault_kind (self, NULL, node, _("an object"));
  return NULL;
}
