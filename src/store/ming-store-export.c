/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ming-store"

#include "config.h"

#include <json-glib/json-glib.h>

#include "ming-store-private.h"

/* The tables that leave the office's file, and how their rows are ordered. Identity numbers never do. */
static const struct
{
  const char *name;
  const char *sql;
} tables[] = {
  { "estimates", "SELECT * FROM estimate ORDER BY id" },
  { "settings", "SELECT * FROM setting ORDER BY key" },
  { "approvals", "SELECT * FROM approval ORDER BY pack_id, at" },
  { "cases", "SELECT * FROM saved_case ORDER BY id" },
  { "log", "SELECT * FROM log ORDER BY seq" },
};

/* Numbers too are written as text: readers of JSON disagree about large ones. */
static void
add_row (JsonBuilder *builder, sqlite3_stmt *statement)
{
  json_builder_begin_object (builder);
  for (int column = 0; column < sqlite3_column_count (statement); column++)
    {
      const char *text = (const char *) sqlite3_column_text (statement, column);

      json_builder_set_member_name (builder, sqlite3_column_name (statement, column));
      if (text)
        json_builder_add_string_value (builder, text);
      else
        json_builder_add_null_value (builder);
    }
  json_builder_end_object (builder);
}

static gboolean
add_table (MingStore *store, JsonBuilder *builder, const char *sql, GError **error)
{
  g_autoptr (sqlite3_stmt) statement = ming_store_prepare (store, sql, error);
  gboolean row = TRUE;

  if (!statement)
    return FALSE;
  json_builder_begin_array (builder);
  while (row)
    {
      if (!ming_store_step_row (store, statement, &row, error))
        return FALSE;
      if (row)
        add_row (builder, statement);
    }
  json_builder_end_array (builder);
  return TRUE;
}

char *
ming_store_export (MingStore *store, GError **error)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  g_autoptr (JsonNode) root = NULL;
  gboolean ok;

  if (!ming_store_exec (store->db, "BEGIN", error))
    return NULL;
  ok = TRUE;
  json_builder_begin_object (builder);
  json_builder_set_member_name (builder, "format");
  json_builder_add_string_value (builder, "mingsuan-export/1");
  for (guint i = 0; ok && i < G_N_ELEMENTS (tables); i++)
    {
      json_builder_set_member_name (builder, tables[i].name);
      ok = add_table (store, builder, tables[i].sql, error);
    }
  sqlite3_exec (store->db, "ROLLBACK", NULL, NULL, NULL);
  if (!ok)
    return NULL;
  json_builder_end_object (builder);
  root = json_builder_get_root (builder);
  return json_to_string (root, TRUE);
}
