/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "desk/ming-session.h"

/** today: the day on which the tests of the desk ask. */
extern const MingDate today;

/** Typed: a field and what is typed into it. */
typedef struct
{
  MingField field;
  const char *text;
} Typed;

/** counter_type: types the @n texts of @typed, in order. */
void counter_type (MingSession *session, const Typed *typed, gsize n);

/** counter_open: a session in Beijing, for the scheme of employees, with nobody in it. */
MingSession *counter_open (void);
