/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ming-life.h"

G_BEGIN_DECLS

/**
 * MingPosed: one question of a test file (tests/cases/README.md): a case, or a question about a working life.
 * @question: the case, or the members of the question about a working life
 * @is_life: which of the two it is
 * @expect: (nullable): what must come out, by name
 * @note: (nullable): how it was worked out
 */
typedef struct
{
  JsonNode *question;
  gboolean is_life;
  JsonObject *expect;
  char *note;
} MingPosed;

/**
 * The questions of a test file: its "case" or "life", then one for each entry of "also", which is the same
 * question with the members at the JSON pointers of "with" written anew. A case that stands by itself is one
 * question. Nothing is checked here but that the pointers lead somewhere.
 *
 * Errors: MING_CASE_ERROR_FORMAT (neither "case" nor "life" nor a case; "with" leads nowhere).
 * Returns: (transfer full): of MingPosed*
 */
GPtrArray *ming_case_table_read (JsonNode *root, GError **error);

/**
 * A question about a working life from the members "region", "insutype", "date", "birth", "kind" (male60,
 * female55, female50), "sex", "person", "assisted", "tier", "paid", "deemed", "local", "broken", "repaired",
 * "gap" (texts, as the options of mingsuan-cli life) and "in_window" (true).
 * @out: its texts belong to @object
 * Errors: MING_CASE_ERROR_BAD_VALUE (no such member, or no such value)
 */
gboolean ming_life_question_read (JsonObject *object, MingLifeQuestion *out, GError **error);

/** @question as a text that holds nothing but {"life": {…}} with these members. (transfer full) */
char *ming_life_question_print (const MingLifeQuestion *question);

/**
 * Reads such a text.
 * @out_root: (out) (transfer full): owns the texts of @out
 * Errors: MING_CASE_ERROR_SYNTAX, MING_CASE_ERROR_FORMAT (no "life" in it), and as ming_life_question_read()
 */
gboolean ming_life_question_parse (const char *text, JsonNode **out_root, MingLifeQuestion *out,
                                   GError **error);

/**
 * Reads the case of an entry of 历史: a case, or {"case": …, "ledger": …} with the rows of a ledger as typed.
 * @out_ledger: (out) (optional) (nullable) (transfer full): those rows
 * Errors: as ming_case_parse()
 */
MingCase *ming_case_parse_kept (const char *text, JsonNode **out_ledger, GError **error);

G_END_DECLS
