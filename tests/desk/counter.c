/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "counter.h"

const MingDate today = { 2025, 11, 3 };

void
counter_type (MingSession *session, const Typed *typed, gsize n)
{
  for (gsize i = 0; i < n; i++)
    ming_session_set_field (session, typed[i].field, typed[i].text);
}

MingSession *
counter_open (void)
{
  static const Typed beijing[] = { { MING_FIELD_REGION, "110000" }, { MING_FIELD_INSUTYPE, "310" } };
  MingSession *session = ming_session_new (g_getenv ("MING_DATADIR"), today);

  g_assert_cmpstr (ming_session_get_problem (session), ==, NULL);
  counter_type (session, beijing, G_N_ELEMENTS (beijing));
  return session;
}
