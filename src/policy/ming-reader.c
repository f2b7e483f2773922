/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ming-reader.h"

#include <glib/gi18n-lib.h>

#include "ming-nearest.h"

void
ming_reader_object_clear (MingReaderObject *object)
{
  g_clear_pointer (&object->pointer, g_free);
}

void
ming_reader_list_clear (MingReaderList *list)
{
  g_clear_pointer (&list->pointer, g_free);
}

static gboolean
is_known (const MingReader *reader, MingPolicyError code, const char *pointer)
{
  for (guint i = 0; i < reader->problems->len; i++)
    {
      const MingProblem *problem = g_ptr_array_index (reader->problems, i);

      if (problem->code == code && g_strcmp0 (problem->pointer, pointer) == 0)
        return TRUE;
    }
  return FALSE;
}

static void
add_problem (MingReader *reader, MingPolicyError code, const char *pointer, const char *message)
{
  MingProblem *problem;

  /* a missing key is named only in its message, so two of them may stand at one place */
  if (code != MING_POLICY_ERROR_MISSING_KEY && is_known (reader, code, pointer))
    return;
  problem = ming_problem_new (code, reader->file, pointer, message);
  if (reader->scan != NULL)
    {
      MingJsonPlace place = ming_json_scan_find (reader->scan, pointer);

      problem->line = place.line;
      problem->column = place.column;
    }
  g_ptr_array_add (reader->problems, problem);
}

void
ming_reader_problem (MingReader *reader, MingPolicyError code, const char *pointer, const char *format, ...)
{
  g_autofree char *message = NULL;
  va_list args;

  va_start (args, format);
  message = g_strdup_vprintf (format, args);
  va_end (args);
  add_problem (reader, code, pointer, message);
}

void
ming_reader_member_problem (const MingReaderObject *object, const char *key, MingPolicyError code,
                            const char *format, ...)
{
  g_autofree char *pointer = NULL;
  g_autofree char *message = NULL;
  va_list args;

  va_start (args, format);
  message = g_strdup_vprintf (format, args);
  va_end (args);
  pointer = ming_reader_has (object, key) ? ming_reader_pointer (object, key) : g_strdup (object->pointer);
  add_problem (object->reader, code, pointer, message);
}

void
ming_reader_take_faults (MingReader *reader)
{
  static const MingPolicyError codes[] = {
    [MING_JSON_SYNTAX] = MING_POLICY_ERROR_SYNTAX,
    [MING_JSON_COMMENT] = MING_POLICY_ERROR_SYNTAX,
    [MING_JSON_DUPLICATE_KEY] = MING_POLICY_ERROR_DUPLICATE_KEY,
    [MING_JSON_NUMBER] = MING_POLICY_ERROR_WRONG_TYPE,
  };

  for (guint i = 0; i < reader->scan->faults->len; i++)
    {
      const MingJsonFault *fault = g_ptr_array_index (reader->scan->faults, i);
      MingProblem *problem =
          ming_problem_new (codes[fault->kind], reader->file, fault->pointer, fault->message);

      problem->line = fault->place.line;
      problem->column = fault->place.column;
      g_ptr_array_add (reader->problems, problem);
    }
}

/* What a value is, for messages. */
static const char *
kind_of_node (JsonNode *node)
{
  switch (JSON_NODE_TYPE (node))
    {
    case JSON_NODE_OBJECT:
      return _("an object { }");
    case JSON_NODE_ARRAY:
      return _("a list [ ]");
    case JSON_NODE_NULL:
      return _("null");
    case JSON_NODE_VALUE:
    default:
      break;
    }
  if (json_node_get_value_type (node) == G_TYPE_STRING)
    return _("a text");
  return json_node_get_value_type (node) == G_TYPE_BOOLEAN ? _("true or false") : _("a number");
}

static void
wrong_type (MingReader *reader, JsonNode *node, const char *pointer, const char *expected)
{
  ming_reader_problem (reader, MING_POLICY_ERROR_WRONG_TYPE, pointer, _("%s is expected here, not %s"),
                       expected, kind_of_node (node));
}

static void
check_keys (const MingReaderObject *object, const char *const *keys)
{
  g_autoptr (GList) members = json_object_get_members (object->object);

  for (GList *l = members; l != NULL; l = l->next)
    {
      g_autofree char *hint = NULL;

      if (g_strv_contains (keys, l->data))
        continue;
      hint = ming_nearest_hint (l->data, keys, -1);
      ming_reader_member_problem (object, l->data, MING_POLICY_ERROR_UNKNOWN_KEY, _("unknown key “%s”%s"),
                                  (const char *) l->data, hint);
    }
}

gboolean
ming_reader_open (MingReader *reader, JsonNode *node, const char *pointer, const char *const *keys,
                  MingReaderObject *out)
{
  if (!JSON_NODE_HOLDS_OBJECT (node))
    {
      wrong_type (reader, node, pointer, _("an object { }"));
      return FALSE;
    }
  out->reader = reader;
  out->object = json_node_get_object (node);
  out->pointer = g_strdup (pointer);
  if (keys != NULL)
    check_keys (out, keys);
  return TRUE;
}

/* The member, or NULL with a problem when it must be there. */
static JsonNode *
get_member (const MingReaderObject *object, const char *key, gboolean must)
{
  JsonNode *node = json_object_get_member (object->object, key);

  if (node == NULL && must)
    ming_reader_problem (object->reader, MING_POLICY_ERROR_MISSING_KEY, object->pointer,
                         _("the key “%s” is missing"), key);
  return node;
}

gboolean
ming_reader_open_member (const MingReaderObject *object, const char *key, gboolean must,
                         const char *const *keys, MingReaderObject *out)
{
  JsonNode *node = get_member (object, key, must);
  g_autofree char *pointer = ming_reader_pointer (object, key);

  return node != NULL && ming_reader_open (object->reader, node, pointer, keys, out);
}

gboolean
ming_reader_open_list (const MingReaderObject *object, const char *key, gboolean must, MingReaderList *out)
{
  JsonNode *node = get_member (object, key, must);
  g_autofree char *pointer = ming_reader_pointer (object, key);

  if (node == NULL)
    return FALSE;
  if (!JSON_NODE_HOLDS_ARRAY (node))
    {
      wrong_type (object->reader, node, pointer, _("a list [ ]"));
      return FALSE;
    }
  out->reader = object->reader;
  out->array = json_node_get_array (node);
  out->pointer = g_steal_pointer (&pointer);
  out->length = json_array_get_length (out->array);
  return TRUE;
}

gboolean
ming_reader_open_element (const MingReaderList *list, guint index, const char *const *keys,
                          MingReaderObject *out)
{
  g_autofree char *pointer = ming_json_pointer_index (list->pointer, index);

  return ming_reader_open (list->reader, json_array_get_element (list->array, index), pointer, keys, out);
}

gboolean
ming_reader_has (const MingReaderObject *object, const char *key)
{
  return json_object_has_member (object->object, key);
}

void
ming_reader_need_key (const MingReaderObject *object, const char *key)
{
  get_member (object, key, TRUE);
}

void
ming_reader_refuse_key (const MingReaderObject *object, const char *key, const char *other)
{
  if (ming_reader_has (object, key))
    ming_reader_member_problem (object, key, MING_POLICY_ERROR_UNKNOWN_KEY, _("“%s” does not go with “%s”"),
                                key, other);
}

char *
ming_reader_pointer (const MingReaderObject *object, const char *key)
{
  return ming_json_pointer_key (object->pointer, key);
}

static gboolean
holds_string (JsonNode *node)
{
  return JSON_NODE_HOLDS_VALUE (node) && json_node_get_value_type (node) == G_TYPE_STRING;
}

/* The text of @node; an empty one is as good as none and is refused. */
static const char *
read_string (MingReader *reader, JsonNode *node, const char *pointer)
{
  const char *text;

  if (!holds_string (node))
    {
      wrong_type (reader, node, pointer, _("a text"));
      return NULL;
    }
  text = json_node_get_string (node);
  if (*text != '\0')
    return text;
  ming_reader_problem (reader, MING_POLICY_ERROR_BAD_VALUE, pointer, _("the text is empty"));
  return NULL;
}

const char *
ming_reader_get_string (const MingReaderObject *object, const char *key, gboolean must)
{
  JsonNode *node = get_member (object, key, must);
  g_autofree char *pointer = ming_reader_pointer (object, key);

  return node != NULL ? read_string (object->reader, node, pointer) : NULL;
}

const char *
ming_reader_peek_string (const MingReaderObject *object, const char *key)
{
  JsonNode *node = json_object_get_member (object->object, key);

  return node != NULL && holds_string (node) ? json_node_get_string (node) : NULL;
}

const char *
ming_reader_get_element_string (const MingReaderList *list, guint index)
{
  g_autofree char *pointer = ming_json_pointer_index (list->pointer, index);

  return read_string (list->reader, json_array_get_element (list->array, index), pointer);
}

GStrv
ming_reader_get_strings (const MingReaderObject *object, const char *key, gboolean must)
{
  g_auto (MingReaderList) list = { 0 };
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  gboolean good = TRUE;

  if (!ming_reader_open_list (object, key, must, &list))
    return NULL;
  if (list.length == 0)
    {
      ming_reader_problem (object->reader, MING_POLICY_ERROR_BAD_VALUE, list.pointer, _("the list is empty"));
      return NULL;
    }
  for (guint i = 0; i < list.length; i++)
    {
      const char *text = ming_reader_get_element_string (&list, i);

      if (text != NULL)
        g_strv_builder_add (builder, text);
      else
        good = FALSE;
    }
  return good ? g_strv_builder_end (builder) : NULL;
}

gboolean
ming_reader_get_bool (const MingReaderObject *object, const char *key, gboolean fallback)
{
  JsonNode *node = json_object_get_member (object->object, key);
  g_autofree char *pointer = ming_reader_pointer (object, key);

  if (node == NULL)
    return fallback;
  if (JSON_NODE_HOLDS_VALUE (node) && json_node_get_value_type (node) == G_TYPE_BOOLEAN)
    return json_node_get_boolean (node);
  wrong_type (object->reader, node, pointer, _("true or false"));
  return fallback;
}
