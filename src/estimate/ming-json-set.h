/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <json-glib/json-glib.h>

#include "core/ming-money.h"

G_BEGIN_DECLS

/** @object[@key] = @fen as text in yuan with two decimals, "1300.00". */
void ming_json_set_fen (JsonObject *object, const char *key, MingFen fen);

/** @object[@key] = @count as text. */
void ming_json_set_count (JsonObject *object, const char *key, int count);

/** @object[@key] = @month (year × 12 + month − 1) as "2026-05". */
void ming_json_set_month (JsonObject *object, const char *key, int month);

/** JSON text as this program writes it: two blanks deep, a newline at the end. (transfer full) */
char *ming_json_print (JsonNode *node);

/** @name: @value in the object that @builder is at; NULL is an empty text. */
void ming_json_add_string (JsonBuilder *builder, const char *name, const char *value);

G_END_DECLS
