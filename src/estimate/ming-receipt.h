/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ming-life.h"

G_BEGIN_DECLS

/**
 * MingReceipt (凭条): an estimate with all that is needed to compute it again: format mingsuan-receipt/1, see
 * docs/receipt-format.md. No name and no identity number; the case may hold a day of birth.
 *
 * @code: short code, also on the sheet and in its QR code
 * @engine: version of the program that computed it
 * @language: "zh" or "en", of the texts in @result
 * @pack_id, @pack_revision, @pack_sha256: the policy pack, down to its bytes
 * @input: the case; NULL in the receipt of a working life (退休与年限)
 * @life, @life_root: the question about a working life, and what owns its texts; NULL in that of a case
 * @result: the result as ming_estimate_to_json() or ming_life_to_json() gives it
 */
typedef struct
{
  char *code;
  char *engine;
  char *language;
  char *pack_id;
  char *pack_revision;
  char *pack_sha256;
  MingCase *input;
  MingLifeQuestion life;
  JsonNode *life_root;
  JsonNode *result;
} MingReceipt;

typedef enum
{
  MING_RECEIPT_ERROR_SYNTAX, /**< not JSON, or equal keys, comments, numbers */
  MING_RECEIPT_ERROR_FORMAT, /**< not a mingsuan-receipt/1, or a member is missing, unknown or wrong */
  MING_RECEIPT_ERROR_CODE,   /**< the code, date or pack does not belong to the contents: it was edited */
  MING_RECEIPT_ERROR_NO_PACK, /**< the folder has no version of the policy pack */
  MING_RECEIPT_ERROR_AGE     /**< without the day of birth the result would be another */
} MingReceiptError;

#define MING_RECEIPT_ERROR (ming_receipt_error_quark ())
GQuark ming_receipt_error_quark (void);

/** The receipt of an estimate just made, in the language of the program. (transfer full) */
MingReceipt *ming_receipt_new (const MingEstimate *estimate);

/** Likewise of the answers about a working life. (transfer full) */
MingReceipt *ming_receipt_new_life (const MingLife *life);
void ming_receipt_free (MingReceipt *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (MingReceipt, ming_receipt_free)

/** The one text of a receipt, ending with a newline: equal receipts are equal bytes. (transfer full) */
char *ming_receipt_print (const MingReceipt *self);

/**
 * Reads a receipt strictly.
 * @length: bytes, or -1
 * @file: name in messages
 */
MingReceipt *ming_receipt_parse (const char *text, gssize length, const char *file, GError **error);

/** A place where two results differ; @before or @after is NULL where there is nothing. */
typedef struct
{
  char *pointer; /**< JSON pointer into the result */
  char *before;  /**< as text, or as JSON for what is not a text */
  char *after;
} MingDifference;

void ming_difference_free (MingDifference *difference);

/**
 * All places where two JSON trees differ, in the order of @before. (transfer full) of MingDifference*
 * @texts: also compare sentences for people, which are in some language
 */
GPtrArray *ming_receipt_compare (JsonNode *before, JsonNode *after, gboolean texts);

/**
 * MingReplay: what came out when a receipt was computed again.
 *
 * @again: the receipt of the new computation
 * @identical: whether both receipts are the same bytes
 * @pack_found: whether the pack named was there, by its hash; else @again is with the newest version there is
 * @differences: of MingDifference*, between the results; empty when no figure and no text differs. Code,
 *   engine and pack of the head are not among them.
 * @since_revision: without the pack named: the first known later revision whose result differs, or NULL
 */
typedef struct
{
  MingReceipt *again;
  gboolean identical;
  gboolean pack_found;
  GPtrArray *differences;
  char *since_revision;
} MingReplay;

void ming_replay_free (MingReplay *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (MingReplay, ming_replay_free)

/** Computes again with @pack, for example today's. The program should speak the receipt's language. */
MingReplay *ming_receipt_replay_with (const MingReceipt *self, MingPack *pack, GError **error);

/**
 * The version of a pack with that hash, in @folder or its archive as below; without it the newest there is.
 * (transfer full)
 */
MingPack *ming_receipt_find_pack (const char *folder, const char *pack_id, const char *sha256,
                                  GError **error);

/**
 * Computes again with the very pack that the receipt names, found by its hash as FOLDER/ID.json,
 * FOLDER/archive/ID.json or FOLDER/archive/ANY/ID.json.
 */
MingReplay *ming_receipt_replay (const MingReceipt *self, const char *folder, GError **error);

/**
 * "Save as test": the case without personal data in the form of tests/cases, with what must come out.
 *
 * The day of birth becomes the age, labels of visits and of family accounts go. AGE when that alone changes
 * the result.
 * @id, @note: as that form has them
 * Returns: (transfer full): JSON text
 */
char *ming_receipt_as_test (const MingLibrary *library, const MingCase *input, const char *id,
                            const char *note, GError **error);

G_END_DECLS
