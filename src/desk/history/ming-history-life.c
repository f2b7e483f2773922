/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "ming-history-life.h"

/** Figure: a number of the answers about a working life, by its place in their JSON. */
static const struct
{
  const char *part;
  const char *key;
  const char *label;
} figures[] = {
  { "retirement", "month", N_ ("Statutory retirement") },
  { "years", "required_months", N_ ("Months asked for") },
  { "years", "missing_months", N_ ("Months missing") },
  { "years", "month_cost", N_ ("One missing month") },
  { "years", "cost_at_once", N_ ("All missing months") },
  { "waiting", "months", N_ ("Months to wait") },
  { "premium", "person", N_ ("Residents' premium a year") },
};

/* "—" for what is not known. */
static const char *
read_figure (JsonNode *result, const char *part, const char *key)
{
  JsonObject *root = result != NULL && JSON_NODE_HOLDS_OBJECT (result) ? json_node_get_object (result) : NULL;
  JsonNode *inner = root != NULL ? json_object_get_member (root, part) : NULL;

  if (inner == NULL || !JSON_NODE_HOLDS_OBJECT (inner))
    return "—";
  return json_object_get_string_member_with_default (json_node_get_object (inner), key, "—");
}

GPtrArray *
ming_history_life_rows (JsonNode *kept, JsonNode *now)
{
  GPtrArray *rows = g_ptr_array_new_with_free_func ((GDestroyNotify) g_strfreev);

  for (guint i = 0; i < G_N_ELEMENTS (figures); i++)
    {
      const char *before = read_figure (kept, figures[i].part, figures[i].key);
      const char *after = read_figure (now, figures[i].part, figures[i].key);
      const char *cells[] = { _(figures[i].label), before, after, g_str_equal (before, after) ? "·" : "≠",
                              NULL };

      /* what was and is not known says nothing */
      if (!g_str_equal (before, "—") || !g_str_equal (after, "—"))
        g_ptr_array_add (rows, g_strdupv ((GStrv) cells));
    }
  return rows;
}

guint
ming_history_life_count (GPtrArray *rows)
{
  guint n = 0;

  for (guint i = 0; i < rows->len; i++)
    if (!g_str_equal (((GStrv) g_ptr_array_index (rows, i))[3], "·"))
      n++;
  return n;
}
