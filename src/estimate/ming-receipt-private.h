/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ming-receipt.h"

G_BEGIN_DECLS

#define MING_RECEIPT_FORMAT "mingsuan-receipt/1"
#define MING_RESULT_FORMAT "mingsuan-result/1"
/** Of a question about a working life, and of its answers. */
#define MING_LIFE_FORMAT "mingsuan-life/1"
#define MING_PACK_FORMAT "mingsuan-policy/1"

/** The short code of an estimate made of these parts. (transfer full) */
char *ming_receipt_code_of (const char *engine, const char *pack_id, const char *revision, const char *sha256,
                            const MingCase *input);

/** Likewise of a question about a working life. (transfer full) */
char *ming_life_receipt_code_of (const char *engine, const char *pack_id, const char *revision,
                                 const char *sha256, const MingLifeQuestion *question);

/** Whether a receipt is that of a working life. */
static inline gboolean
ming_receipt_is_life (const MingReceipt *self)
{
  return self->life_root != NULL;
}

G_END_DECLS
