/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ming-codes.h"

GPtrArray *
ming_codes_list (MingCodes list)
{
  GPtrArray *choices = ming_choices_new ();
  const MingCodeName *names;
  gsize n_names = 0;

  g_return_val_if_fail (list < MING_N_CODES, choices);

  names = ming_code_names (list, &n_names);
  for (gsize i = 0; i < n_names; i++)
    g_ptr_array_add (choices, ming_choice_new (names[i].code, ming_code_names_translate (list, &names[i]),
                                               names[i].initials));
  return choices;
}

const char *
ming_codes_name (MingCodes list, const char *code)
{
  g_return_val_if_fail (list < MING_N_CODES && code != NULL, code);

  return ming_code_names_find (list, code);
}
