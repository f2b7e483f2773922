/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "policy/ming-pack.h"

G_BEGIN_DECLS

/**
 * MingAsked: which facts a pack's rules ask about, so that a form shows those and no others.
 * @text, @number: by fact
 * @words: by text fact, of char* owned by the pack: words of conditions, and code prefixes of attributes
 */
typedef struct
{
  gboolean text[MING_N_TEXT_FACTS];
  gboolean number[MING_N_NUMBER_FACTS];
  GPtrArray *words[MING_N_TEXT_FACTS];
} MingAsked;

/** What the rules about the person and, when @care is given, about that kind of care ask. (transfer full) */
MingAsked *ming_asked_new (const MingPack *pack, const MingCare *care);
void ming_asked_free (MingAsked *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (MingAsked, ming_asked_free)

/** Whether the pack tells @code of @fact from others: some attribute has a class for it, or none asks. */
gboolean ming_pack_knows_code (const MingPack *pack, MingTextFact fact, const char *code);

G_END_DECLS
