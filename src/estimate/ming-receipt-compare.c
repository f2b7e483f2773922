/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ming-estimate"

#include "config.h"

#include "ming-receipt-private.h"
#include "policy/ming-json-scan.h"

/* Members of a result whose texts are in some language. */
static const char *const text_keys[] = {
  "cautions", "citations", "formula", "fund_pay_type_name", "gaps",  "inputs",  "label", "matched", "message",
  "messages", "rounding",  "scheme",  "sentence",           "title", "why_not", NULL,
};

typedef struct
{
  GPtrArray *found;
  gboolean texts;
} MingComparison;

void
ming_difference_free (MingDifference *difference)
{
  g_free (difference->pointer);
  g_free (difference->before);
  g_free (difference->after);
  g_free (difference);
}

static char *
describe (JsonNode *node)
{
  if (node == NULL)
    return NULL;
  if (JSON_NODE_HOLDS_VALUE (node) && json_node_get_value_type (node) == G_TYPE_STRING)
    return json_node_dup_string (node);
  return json_to_string (node, FALSE);
}

static void
note (MingComparison *self, const char *pointer, JsonNode *before, JsonNode *after)
{
  MingDifference *difference = g_new0 (MingDifference, 1);

  difference->pointer = g_strdup (pointer);
  difference->before = describe (before);
  difference->after = describe (after);
  g_ptr_array_add (self->found, difference);
}

static void compare (MingComparison *self, const char *pointer, JsonNode *before, JsonNode *after);

static void
compare_member (MingComparison *self, const char *pointer, const char *key, JsonObject *before,
                JsonObject *after)
{
  g_autofree char *inner = ming_json_pointer_key (pointer, key);

  if (self->texts || !g_strv_contains (text_keys, key))
    compare (self, inner, before ? json_object_get_member (before, key) : NULL,
             json_object_get_member (after, key));
}

static void
compare_objects (MingComparison *self, const char *pointer, JsonObject *before, JsonObject *after)
{
  g_autoptr (GList) keys = json_object_get_members (before);
  g_autoptr (GList) more = json_object_get_members (after);

  for (GList *key = keys; key; key = key->next)
    compare_member (self, pointer, key->data, before, after);
  for (GList *key = more; key; key = key->next)
    if (!json_object_has_member (before, key->data))
      compare_member (self, pointer, key->data, NULL, after);
}

static JsonNode *
element_or_null (JsonArray *array, guint index)
{
  return index < json_array_get_length (array) ? json_array_get_element (array, index) : NULL;
}

static void
compare_lists (MingComparison *self, const char *pointer, JsonArray *before, JsonArray *after)
{
  guint length = MAX (json_array_get_length (before), json_array_get_length (after));

  for (guint i = 0; i < length; i++)
    {
      g_autofree char *inner = ming_json_pointer_index (pointer, i);

      compare (self, inner, element_or_null (before, i), element_or_null (after, i));
    }
}

static void
compare (MingComparison *self, const char *pointer, JsonNode *before, JsonNode *after)
{
  if (before && after && JSON_NODE_HOLDS_OBJECT (before) && JSON_NODE_HOLDS_OBJECT (after))
    compare_objects (self, pointer, json_node_get_object (before), json_node_get_object (after));
  else if (before && after && JSON_NODE_HOLDS_ARRAY (before) && JSON_NODE_HOLDS_ARRAY (after))
    compare_lists (self, pointer, json_node_get_array (before), json_node_get_array (after));
  else if (!before || !after || !json_node_equal (before, after))
    note (self, pointer, before, after);
}

GPtrArray *
ming_receipt_compare (JsonNode *before, JsonNode *after, gboolean texts)
{
  MingComparison self = { g_ptr_array_new_with_free_func ((GDestroyNotify) ming_difference_free), texts };

  compare (&self, "", before, after);
  return self.found;
}
