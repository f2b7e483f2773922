/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ming-estimate"

#include "config.h"

#include "ming-json-set.h"

#include "core/ming-text.h"

void
ming_json_set_fen (JsonObject *object, const char *key, MingFen fen)
{
  char text[MING_TEXT_FEN_SIZE] = "";

  ming_text_format_fen (fen, MING_TEXT_PLAIN, text, sizeof text);
  json_object_set_string_member (object, key, text);
}

void
ming_json_set_count (JsonObject *object, const char *key, int count)
{
  g_autofree char *text = g_strdup_printf ("%d", count);

  json_object_set_string_member (object, key, text);
}

void
ming_json_set_month (JsonObject *object, const char *key, int month)
{
  g_autofree char *text = g_strdup_printf ("%04d-%02d", month / 12, month % 12 + 1);

  json_object_set_string_member (object, key, text);
}

char *
ming_json_print (JsonNode *node)
{
  g_autoptr (JsonGenerator) generator = json_generator_new ();
  g_autofree char *text = NULL;

  json_generator_set_pretty (generator, TRUE);
  json_generator_set_indent (generator, 2);
  json_generator_set_root (generator, node);
  text = json_generator_to_data (generator, NULL);
  return g_strconcat (text, "\n", NULL);
}

void
ming_json_add_string (JsonBuilder *builder, const char *name, const char *value)
{
  json_builder_set_member_name (builder, name);
  json_builder_add_string_value (builder, value != NULL ? value : "");
}
