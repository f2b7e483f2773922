/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ming-life.h"

G_BEGIN_DECLS

/** What the tables about a working life may ask of the person. Texts are the question's. */
MingFacts ming_life_facts (const MingLife *life);

G_END_DECLS
