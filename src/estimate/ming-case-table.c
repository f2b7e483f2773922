/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ming-estimate"

#include "config.h"

#include "ming-case-table.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "core/ming-text.h"

static void
posed_free (MingPosed *posed)
{
  g_clear_pointer (&posed->question, json_node_unref);
  g_clear_pointer (&posed->expect, json_object_unref);
  g_free (posed->note);
  g_free (posed);
}

static JsonObject *
get_object (JsonObject *object, const char *key)
{
  JsonNode *node = json_object_get_member (object, key);

  return node != NULL && JSON_NODE_HOLDS_OBJECT (node) ? json_node_get_object (node) : NULL;
}

static const char *
get_text (JsonObject *object, const char *key)
{
  JsonNode *node = json_object_get_member (object, key);

  gboolean is_text
      = node != NULL && JSON_NODE_HOLDS_VALUE (node) && json_node_get_value_type (node) == G_TYPE_STRING;

  return is_text ? json_node_get_string (node) : NULL;
}

static MingPosed *
posed_new (JsonNode *question, gboolean is_life, JsonObject *about)
{
  MingPosed *posed = g_new0 (MingPosed, 1);
  JsonObject *expect = get_object (about, "expect");

  posed->question = json_node_copy (question);
  posed->is_life = is_life;
  posed->expect = expect != NULL ? json_object_ref (expect) : NULL;
  posed->note = g_strdup (get_text (about, "note"));
  return posed;
}

/* The member or element @word of @node, or NULL. */
static JsonNode *
step_into (JsonNode *node, const char *word)
{
  if (JSON_NODE_HOLDS_OBJECT (node))
    return json_object_get_member (json_node_get_object (node), word);
  if (JSON_NODE_HOLDS_ARRAY (node) && g_ascii_isdigit (*word))
    {
      JsonArray *array = json_node_get_array (node);
      guint64 index = g_ascii_strtoull (word, NULL, 10);

      return index < json_array_get_length (array) ? json_array_get_element (array, (guint) index) : NULL;
    }
  return NULL;
}

/* Writes a copy of @value at @pointer of @root; what the last word names need not be there yet. */
static gboolean
write_at (JsonNode *root, const char *pointer, JsonNode *value)
{
  g_auto (GStrv) words = g_strsplit (pointer, "/", -1);
  guint n_words = g_strv_length (words);
  JsonNode *node = root;

  if (n_words < 2 || *words[0] != '\0')
    return FALSE;
  for (guint i = 1; node != NULL && i + 1 < n_words; i++)
    node = step_into (node, words[i]);
  if (node == NULL || !JSON_NODE_HOLDS_OBJECT (node))
    return FALSE;
  json_object_set_member (json_node_get_object (node), words[n_words - 1], json_node_copy (value));
  return TRUE;
}

/* json_node_copy() shares what is inside; a table's questions must not. */
static JsonNode *
copy_deeply (JsonNode *node)
{
  g_autofree char *text = json_to_string (node, FALSE);

  return json_from_string (text, NULL);
}

/* @first as one entry of "also" has it. */
static MingPosed *
vary (const MingPosed *first, JsonObject *entry, GError **error)
{
  g_autoptr (JsonNode) question = copy_deeply (first->question);
  JsonObject *with = get_object (entry, "with");
  g_autoptr (GList) pointers = with != NULL ? json_object_get_members (with) : NULL;

  for (GList *pointer = pointers; pointer != NULL; pointer = pointer->next)
    if (!write_at (question, pointer->data, json_object_get_member (with, pointer->data)))
      {
        g_set_error (error, MING_CASE_ERROR, MING_CASE_ERROR_FORMAT,
                     _("“%s” leads nowhere in the case it varies"), (char *) pointer->data);
        return NULL;
      }
  return posed_new (question, first->is_life, entry);
}

GPtrArray *
ming_case_table_read (JsonNode *root, GError **error)
{
  g_autoptr (GPtrArray) table = g_ptr_array_new_with_free_func ((GDestroyNotify) posed_free);
  JsonObject *file = root != NULL && JSON_NODE_HOLDS_OBJECT (root) ? json_node_get_object (root) : NULL;
  const char *key = file != NULL && json_object_has_member (file, "life") ? "life" : "case";
  JsonNode *question = file != NULL ? json_object_get_member (file, key) : NULL;
  JsonNode *also = file != NULL ? json_object_get_member (file, "also") : NULL;

  if (question == NULL && file != NULL && json_object_has_member (file, "insuplc_admdvs"))
    question = root;
  if (question == NULL || !JSON_NODE_HOLDS_OBJECT (question))
    {
      g_set_error (error, MING_CASE_ERROR, MING_CASE_ERROR_FORMAT, _("There is no case in it"));
      return NULL;
    }
  g_ptr_array_add (table, posed_new (question, g_str_equal (key, "life"), file));
  for (guint i = 0; also != NULL && JSON_NODE_HOLDS_ARRAY (also)
                    && i < json_array_get_length (json_node_get_array (also));
       i++)
    {
      JsonObject *entry = json_array_get_object_element (json_node_get_array (also), i);
      MingPosed *posed = vary (g_ptr_array_index (table, 0), entry, error);

      if (posed == NULL)
        return NULL;
      g_ptr_array_add (table, posed);
    }
  return g_steal_pointer (&table);
}

/* The words of "kind", by MingRetireeKind. */
static const struct
{
  const char *word;
  MingRetireeKind kind;
} kinds[] = {
  { "male60", MING_RETIREE_MALE_60 },
  { "female55", MING_RETIREE_FEMALE_55 },
  { "female50", MING_RETIREE_FEMALE_50 },
};

static gboolean
read_kind (const char *text, MingLifeQuestion *out)
{
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    if (g_str_equal (text, kinds[i].word))
      {
        out->kind = kinds[i].kind;
        out->kind_known = TRUE;
        return TRUE;
      }
  return FALSE;
}

/* One member; texts only, but for in_window. */
static gboolean
read_member (const char *key, const char *text, MingLifeQuestion *out)
{
  const struct { const char *key; const char **text; } texts[]
      = { { "region", &out->region }, { "insutype", &out->insutype }, { "sex", &out->gend },
          { "person", &out->psn_type },  { "assisted", &out->sp_psn_type }, { "tier", &out->clct_grde } };
  const struct { const char *key; MingDate *date; } dates[]
      = { { "date", &out->date }, { "birth", &out->brdy } };
  const struct { const char *key; int *count; } counts[]
      = { { "paid", &out->paid_months },         { "deemed", &out->deemed_months },
          { "local", &out->local_months },       { "broken", &out->broken_years },
          { "repaired", &out->repaired_years },  { "gap", &out->gap_months } };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    if (g_str_equal (key, texts[i].key))
      {
        *texts[i].text = text;
        return TRUE;
      }
  for (guint i = 0; i < G_N_ELEMENTS (dates); i++)
    if (g_str_equal (key, dates[i].key))
      return ming_text_parse_date (text, strlen (text), dates[i].date) == MING_OK;
  for (guint i = 0; i < G_N_ELEMENTS (counts); i++)
    if (g_str_equal (key, counts[i].key))
      {
        int32_t count = 0;

        if (ming_text_parse_int (text, strlen (text), 0, 1200, &count) != MING_OK)
          return FALSE;
        *counts[i].count = count;
        return TRUE;
      }
  return g_str_equal (key, "kind") && read_kind (text, out);
}

gboolean
ming_life_question_read (JsonObject *object, MingLifeQuestion *out, GError **error)
{
  g_autoptr (GList) keys = json_object_get_members (object);

  *out = ming_life_question_none ();
  for (GList *key = keys; key != NULL; key = key->next)
    {
      const char *text = get_text (object, key->data);
      JsonNode *value = json_object_get_member (object, key->data);

      if (g_str_equal (key->data, "in_window") && JSON_NODE_HOLDS_VALUE (value)
          && json_node_get_value_type (value) == G_TYPE_BOOLEAN)
        out->in_window = json_node_get_boolean (value);
      else if (text == NULL || !read_member (key->data, text, out))
        {
          g_set_error (error, MING_CASE_ERROR, MING_CASE_ERROR_BAD_VALUE, _("/life/%s: no such question"),
                       (char *) key->data);
          return FALSE;
        }
    }
  return TRUE;
}

static void
set_date (JsonObject *object, const char *key, MingDate date)
{
  char text[MING_TEXT_DATE_SIZE];

  if (date.year != 0 && ming_text_format_date (date, text, sizeof text) == MING_OK)
    json_object_set_string_member (object, key, text);
}

static void
set_texts (JsonObject *object, const MingLifeQuestion *question)
{
  const struct { const char *key; const char *text; } texts[]
      = { { "region", question->region }, { "insutype", question->insutype }, { "sex", question->gend },
          { "person", question->psn_type }, { "assisted", question->sp_psn_type },
          { "tier", question->clct_grde } };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    if (texts[i].text != NULL)
      json_object_set_string_member (object, texts[i].key, texts[i].text);
  for (guint i = 0; question->kind_known && i < G_N_ELEMENTS (kinds); i++)
    if (kinds[i].kind == question->kind)
      json_object_set_string_member (object, "kind", kinds[i].word);
}

char *
ming_life_question_print (const MingLifeQuestion *question)
{
  const struct { const char *key; int count; } counts[]
      = { { "paid", question->paid_months },        { "deemed", question->deemed_months },
          { "local", question->local_months },      { "broken", question->broken_years },
          { "repaired", question->repaired_years }, { "gap", question->gap_months } };
  JsonObject *life = json_object_new ();
  JsonObject *top = json_object_new ();
  g_autoptr (JsonNode) root = json_node_new (JSON_NODE_OBJECT);

  g_return_val_if_fail (question != NULL, NULL);

  set_texts (life, question);
  set_date (life, "date", question->date);
  set_date (life, "birth", question->brdy);
  for (guint i = 0; i < G_N_ELEMENTS (counts); i++)
    {
      g_autofree char *text = g_strdup_printf ("%d", counts[i].count);

      if (counts[i].count >= 0) /* below it: not given */
        json_object_set_string_member (life, counts[i].key, text);
    }
  if (question->in_window)
    json_object_set_boolean_member (life, "in_window", TRUE);
  json_object_set_object_member (top, "life", life);
  json_node_take_object (root, top);
  return json_to_string (root, FALSE);
}

gboolean
ming_life_question_parse (const char *text, JsonNode **out_root, MingLifeQuestion *out, GError **error)
{
  g_autoptr (JsonNode) root = NULL;
  g_autoptr (GError) refused = NULL;
  JsonObject *life;

  g_return_val_if_fail (text != NULL && out_root != NULL && out != NULL, FALSE);

  root = json_from_string (text, &refused);
  if (root == NULL)
    {
      g_set_error (error, MING_CASE_ERROR, MING_CASE_ERROR_SYNTAX, "%s",
                   refused != NULL ? refused->message : _("there is nothing in it"));
      return FALSE;
    }
  life = JSON_NODE_HOLDS_OBJECT (root) ? get_object (json_node_get_object (root), "life") : NULL;
  if (life == NULL)
    {
      g_set_error (error, MING_CASE_ERROR, MING_CASE_ERROR_FORMAT,
                   _("there is no question about a working life in it"));
      return FALSE;
    }
  if (!ming_life_question_read (life, out, error))
    return FALSE;
  *out_root = g_steal_pointer (&root);
  return TRUE;
}

MingCase *
ming_case_parse_kept (const char *text, JsonNode **out_ledger, GError **error)
{
  g_autoptr (JsonNode) root = json_from_string (text, NULL);
  JsonObject *top = root != NULL && JSON_NODE_HOLDS_OBJECT (root) ? json_node_get_object (root) : NULL;
  JsonNode *ledger = top != NULL ? json_object_get_member (top, "ledger") : NULL;
  g_autofree char *inner = NULL;

  if (out_ledger != NULL)
    *out_ledger = NULL;
  if (ledger == NULL || get_object (top, "case") == NULL || json_object_get_size (top) != 2)
    return ming_case_parse (text, -1, NULL, error);
  inner = json_to_string (json_object_get_member (top, "case"), FALSE);
  if (out_ledger != NULL)
    *out_ledger = json_node_copy (ledger);
  return ming_case_parse (inner, -1, NULL, error);
}
