/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "estimate/ming-life.h"

G_BEGIN_DECLS

/** The words of --kind. */
#define MING_LIFE_KINDS "male60 female55 female50"

/** MingLifeTyped: what the arguments say about a working life (退休与年限), as typed; NULL is not given. */
typedef struct
{
  const char *date;
  const char *birth;
  const char *kind;
  const char *sex;
  const char *person;
  const char *assisted;
  const char *tier;
  const char *paid;
  const char *deemed;
  const char *local;
  const char *broken;
  const char *repaired;
  const char *gap;
  gboolean in_window;
} MingLifeTyped;

/**
 * Puts what was typed into @question and leaves the rest of it alone; its texts are those of @typed.
 * Returns: FALSE with a MING_OPTIONS_ERROR
 */
gboolean ming_life_typed_read (const MingLifeTyped *typed, MingLifeQuestion *question, GError **error);

G_END_DECLS
