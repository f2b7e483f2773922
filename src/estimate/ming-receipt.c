/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ming-estimate"

#include "config.h"

#include "core/ming-text.h"
#include "i18n/ming-locale.h"
#include "ming-case-fields.h"
#include "ming-case-table.h"
#include "ming-json-set.h"
#include "ming-receipt-private.h"

G_DEFINE_QUARK (ming-receipt-error-quark, ming_receipt_error)

/* A NUL between the parts keeps "ab" + "c" apart from "a" + "bc". */
static void
add_part (GChecksum *checksum, const char *part)
{
  g_checksum_update (checksum, (const guchar *) part, (gssize) strlen (part) + 1);
}

char *
ming_receipt_code_of (const char *engine, const char *pack_id, const char *revision, const char *sha256,
                      const MingCase *input)
{
  g_autoptr (GChecksum) checksum = g_checksum_new (G_CHECKSUM_SHA256);
  g_autofree char *question = ming_case_print (input);
  g_autofree char *digits = NULL;

  add_part (checksum, engine);
  add_part (checksum, pack_id);
  add_part (checksum, revision);
  add_part (checksum, sha256);
  add_part (checksum, question);
  digits = g_ascii_strup (g_checksum_get_string (checksum), 8);
  return g_strdup_printf ("%.4s-%.4s", digits, digits + 4);
}

char *
ming_estimate_receipt_code (const MingEstimate *self)
{
  return ming_receipt_code_of (VERSION, self->pack->id, self->pack->revision, self->pack->sha256,
                               self->input);
}

static MingReceipt *
start_receipt (const MingPack *pack)
{
  MingReceipt *self = g_new0 (MingReceipt, 1);

  self->engine = g_strdup (VERSION);
  self->language = g_strdup (ming_locale_language ());
  self->pack_id = g_strdup (pack->id);
  self->pack_revision = g_strdup (pack->revision);
  self->pack_sha256 = g_strdup (pack->sha256);
  return self;
}

MingReceipt *
ming_receipt_new (const MingEstimate *estimate)
{
  MingReceipt *self = start_receipt (estimate->pack);

  self->code = ming_estimate_receipt_code (estimate);
  self->input = ming_case_copy (estimate->input);
  self->result = ming_estimate_to_json (estimate);
  return self;
}

MingReceipt *
ming_receipt_new_life (const MingLife *life)
{
  MingReceipt *self = start_receipt (life->pack);
  g_autofree char *question = ming_life_question_print (&life->question);

  self->code = ming_life_receipt_code (life);
  if (!ming_life_question_parse (question, &self->life_root, &self->life, NULL))
    g_assert_not_reached (); /* it was just printed */
  self->result = ming_life_to_json (life);
  return self;
}

void
ming_receipt_free (MingReceipt *self)
{
  g_free (self->code);
  g_free (self->engine);
  g_free (self->language);
  g_free (self->pack_id);
  g_free (self->pack_revision);
  g_free (self->pack_sha256);
  g_clear_pointer (&self->input, ming_case_free);
  g_clear_pointer (&self->life_root, json_node_unref);
  g_clear_pointer (&self->result, json_node_unref);
  g_free (self);
}

static void
add_pack (JsonBuilder *builder, const MingReceipt *self)
{
  json_builder_set_member_name (builder, "packs");
  json_builder_begin_array (builder);
  json_builder_begin_object (builder);
  ming_json_add_string (builder, "id", self->pack_id);
  ming_json_add_string (builder, "revision", self->pack_revision);
  ming_json_add_string (builder, "sha256", self->pack_sha256);
  json_builder_end_object (builder);
  json_builder_end_array (builder);
}

static void
add_formats (JsonBuilder *builder, const MingReceipt *self)
{
  gboolean is_life = ming_receipt_is_life (self);

  json_builder_set_member_name (builder, "schemas");
  json_builder_begin_object (builder);
  ming_json_add_string (builder, "case", is_life ? MING_LIFE_FORMAT : MING_CASE_FORMAT);
  ming_json_add_string (builder, "policy", MING_PACK_FORMAT);
  ming_json_add_string (builder, "result", is_life ? MING_LIFE_FORMAT : MING_RESULT_FORMAT);
  json_builder_end_object (builder);
}

/* (transfer full) */
static JsonNode *
question_of (const MingReceipt *self)
{
  g_autofree char *question = NULL;

  if (!ming_receipt_is_life (self))
    return ming_case_to_json (self->input);
  question = ming_life_question_print (&self->life);
  return json_from_string (question, NULL);
}

char *
ming_receipt_print (const MingReceipt *self)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  g_autoptr (JsonNode) root = NULL;
  MingDate asked = ming_receipt_is_life (self) ? self->life.date : self->input->date;
  char date[MING_TEXT_DATE_SIZE] = "";

  ming_text_format_date (asked, date, sizeof date);
  json_builder_begin_object (builder);
  ming_json_add_string (builder, "format", MING_RECEIPT_FORMAT);
  ming_json_add_string (builder, "code", self->code);
  ming_json_add_string (builder, "engine", self->engine);
  add_formats (builder, self);
  add_pack (builder, self);
  ming_json_add_string (builder, "date", date);
  ming_json_add_string (builder, "language", self->language);
  json_builder_set_member_name (builder, "case");
  json_builder_add_value (builder, question_of (self));
  json_builder_set_member_name (builder, "result");
  json_builder_add_value (builder, json_node_copy (self->result));
  json_builder_end_object (builder);
  root = json_builder_get_root (builder);
  return ming_json_print (root);
}
