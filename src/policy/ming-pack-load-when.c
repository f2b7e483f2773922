/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "core/ming-text.h"
#include "ming-nearest.h"
#include "ming-pack-load-private.h"

/* Larger than any age, count of months or year in a condition. */
#define NUMBER_MAX 100000

/* The text facts that have only these values. */
static const char *const gend_words[] = { "1", "2", NULL };
static const char *const flag_words[] = { "0", "1", NULL };
static const char *const away_words[] = { "home", "long_term", "referral", "emergency", "unfiled", NULL };
static const char *const area_words[] = { "city", "province", "outside", NULL };

static const char *const *
find_vocabulary (MingTextFact fact)
{
  switch (fact)
    {
    case MING_FACT_GEND:
      return gend_words;
    case MING_FACT_CVLSERV_FLAG:
    case MING_FACT_FLXEMPE_FLAG:
      return flag_words;
    case MING_FACT_AWAY:
      return away_words;
    case MING_FACT_AREA:
      return area_words;
    case MING_FACT_PSN_TYPE:
    case MING_FACT_HOSP_LV:
    case MING_FACT_MED_TYPE:
    case MING_FACT_CLCT_GRDE:
    case MING_FACT_SP_PSN_TYPE:
    case MING_FACT_OPSP_DISE_CODE:
    case MING_N_TEXT_FACTS:
    default:
      return NULL;
    }
}

/* One text or a list of texts. NULL with a problem. */
static GStrv
read_words (const MingReaderObject *when, const char *name)
{
  JsonNode *node = json_object_get_member (when->object, name);
  const char *text;
  GStrv words;

  if (JSON_NODE_HOLDS_ARRAY (node))
    return ming_reader_get_strings (when, name, TRUE);
  text = ming_reader_get_string (when, name, TRUE);
  if (text == NULL)
    return NULL;
  words = g_new0 (char *, 2);
  words[0] = g_strdup (text);
  return words;
}

static void
check_words (const MingReaderObject *when, const char *name, GStrv words, const char *const *known,
             gssize n_known)
{
  for (guint i = 0; words[i] != NULL; i++)
    {
      g_autofree char *hint = NULL;
      gboolean found = FALSE;

      for (gssize j = 0; !found && (n_known < 0 ? known[j] != NULL : j < n_known); j++)
        found = strcmp (known[j], words[i]) == 0;
      for (guint j = 0; j < i; j++)
        if (strcmp (words[j], words[i]) == 0)
          ming_reader_member_problem (when, name, MING_POLICY_ERROR_BAD_VALUE, _("“%s” stands here twice"),
                                      words[i]);
      if (found)
        continue;
      hint = ming_nearest_hint (words[i], known, n_known);
      ming_reader_member_problem (when, name, MING_POLICY_ERROR_UNKNOWN_VALUE, _("“%s” has no value “%s”%s"),
                                  name, words[i], hint);
    }
}

static GStrv
english_words (const MingAttribute *attribute, GStrv words)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();

  for (guint i = 0; words[i] != NULL; i++)
    {
      const char *english = NULL;

      for (guint j = 0; j < attribute->values->len; j++)
        if (g_str_equal (g_ptr_array_index (attribute->values, j), words[i]))
          english = g_ptr_array_index (attribute->english, j);
      g_strv_builder_add (builder, english != NULL ? english : "");
    }
  return g_strv_builder_end (builder);
}

/* "3", "70..", "..69" or "45..59". */
static gboolean
parse_range (const char *text, gint64 *least, gint64 *most)
{
  const char *dots = strstr (text, "..");
  gsize n_first = dots != NULL ? (gsize) (dots - text) : strlen (text);
  const char *second = dots != NULL ? dots + 2 : "";
  gint32 first_number = 0, second_number = 0;

  if (n_first == 0 && *second == '\0')
    return FALSE;
  if (n_first > 0 && ming_text_parse_int (text, n_first, 0, NUMBER_MAX, &first_number) != MING_OK)
    return FALSE;
  if (*second != '\0'
      && ming_text_parse_int (second, strlen (second), 0, NUMBER_MAX, &second_number) != MING_OK)
    return FALSE;
  *least = n_first > 0 ? first_number : G_MININT64;
  *most = *second != '\0' ? second_number : G_MAXINT64;
  if (dots == NULL)
    *most = *least;
  return *least <= *most;
}

static gboolean
read_range (const MingReaderObject *when, const char *name, MingCondition *condition)
{
  const char *text = ming_reader_get_string (when, name, TRUE);

  if (text == NULL)
    return FALSE;
  if (parse_range (text, &condition->least, &condition->most))
    return TRUE;
  ming_reader_member_problem (when, name, MING_POLICY_ERROR_BAD_VALUE,
                              _("“%s” is not a range written as \"70..\", \"..69\", \"45..59\" or \"3\""),
                              text);
  return FALSE;
}

static gboolean
read_attribute_words (MingLoader *self, const MingReaderObject *when, MingCondition *condition, guint index)
{
  const MingAttribute *attribute = g_ptr_array_index (self->pack->attributes, index);

  condition->dimension = MING_DIMENSION_ATTRIBUTE;
  condition->index = index;
  condition->values = read_words (when, condition->name);
  if (condition->values == NULL)
    return FALSE;
  check_words (when, condition->name, condition->values, (const char *const *) attribute->values->pdata,
               (gssize) attribute->values->len);
  condition->english = english_words (attribute, condition->values);
  return TRUE;
}

static gboolean
read_text_words (const MingReaderObject *when, MingCondition *condition, MingTextFact fact)
{
  const char *const *vocabulary = find_vocabulary (fact);

  condition->dimension = MING_DIMENSION_TEXT;
  condition->index = fact;
  condition->values = read_words (when, condition->name);
  if (condition->values != NULL && vocabulary != NULL)
    check_words (when, condition->name, condition->values, vocabulary, -1);
  return condition->values != NULL;
}

static void
unknown_attribute (MingLoader *self, const MingReaderObject *when, const char *name)
{
  g_autoptr (GPtrArray) known = g_ptr_array_new ();
  g_autofree char *hint = NULL;

  for (guint i = 0; i < self->pack->attributes->len; i++)
    g_ptr_array_add (known, ((MingAttribute *) g_ptr_array_index (self->pack->attributes, i))->name);
  for (guint i = 0; i < MING_N_TEXT_FACTS; i++)
    g_ptr_array_add (known, (gpointer) ming_text_fact_name ((MingTextFact) i));
  for (guint i = 0; i < MING_N_NUMBER_FACTS; i++)
    g_ptr_array_add (known, (gpointer) ming_number_fact_name ((MingNumberFact) i));
  hint = ming_nearest_hint (name, (const char *const *) known->pdata, (gssize) known->len);
  ming_reader_member_problem (when, name, MING_POLICY_ERROR_UNKNOWN_ATTRIBUTE,
                              _("“%s” is neither an attribute of this pack nor a fact%s"), name, hint);
}

static gboolean
read_condition (MingLoader *self, const MingReaderObject *when, MingCondition *condition)
{
  MingTextFact text;
  MingNumberFact number;

  for (guint i = 0; i < self->pack->attributes->len; i++)
    if (g_str_equal (((MingAttribute *) g_ptr_array_index (self->pack->attributes, i))->name,
                     condition->name))
      return read_attribute_words (self, when, condition, i);
  if (ming_text_fact_from_name (condition->name, &text))
    return read_text_words (when, condition, text);
  if (ming_number_fact_from_name (condition->name, &number))
    {
      condition->dimension = MING_DIMENSION_NUMBER;
      condition->index = number;
      return read_range (when, condition->name, condition);
    }
  unknown_attribute (self, when, condition->name);
  return FALSE;
}

GPtrArray *
ming_loader_conditions (MingLoader *self, const MingReaderObject *object, const char *key)
{
  GPtrArray *conditions = g_ptr_array_new_with_free_func ((GDestroyNotify) ming_condition_free);
  g_auto (MingReaderObject) when = { 0 };
  g_autoptr (GList) names = NULL;

  if (!ming_reader_open_member (object, key, FALSE, NULL, &when))
    return conditions;
  names = json_object_get_members (when.object);
  for (GList *l = names; l != NULL; l = l->next)
    {
      MingCondition *condition = g_new0 (MingCondition, 1);

      condition->name = g_strdup (l->data);
      if (read_condition (self, &when, condition))
        g_ptr_array_add (conditions, condition);
      else
        ming_condition_free (condition);
    }
  return conditions;
}
