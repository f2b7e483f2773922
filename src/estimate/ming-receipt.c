/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ming-estimate"

#include "config.h"

#include "ming-estimate.h"

/* A NUL between the parts keeps "ab" + "c" apart from "a" + "bc". */
static void
add_part (GChecksum *checksum, const char *part)
{
  g_checksum_update (checksum, (const guchar *) part, (gssize) strlen (part) + 1);
}

char *
ming_estimate_receipt_code (const MingEstimate *self)
{
  g_autoptr (GChecksum) checksum = g_checksum_new (G_CHECKSUM_SHA256);
  g_autofree char *input = ming_case_print (self->input);
  g_autofree char *digits = NULL;

  add_part (checksum, VERSION);
  add_part (checksum, self->pack->id);
  add_part (checksum, self->pack->revision);
  add_part (checksum, self->pack->sha256);
  add_part (checksum, input);
  digits = g_ascii_strup (g_checksum_get_string (checksum), 8);
  return g_strdup_printf ("%.4s-%.4s", digits, digits + 4);
}
