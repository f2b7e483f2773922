/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "ming-choice.h"

MingChoice *
ming_choice_new (const char *code, const char *name, const char *initials)
{
  MingChoice *choice = g_new0 (MingChoice, 1);

  choice->code = g_strdup (code);
  choice->name = g_strdup (name);
  choice->initials = g_strdup (initials != NULL ? initials : "");
  return choice;
}

void
ming_choice_free (MingChoice *choice)
{
  if (choice == NULL)
    return;
  g_free (choice->code);
  g_free (choice->name);
  g_free (choice->initials);
  g_free (choice);
}

char *
ming_choice_label (const MingChoice *choice)
{
  if (g_str_equal (choice->code, choice->name) || !g_ascii_isdigit (*choice->code)
      || strlen (choice->code) < 2)
    return g_strdup (choice->name);
  return g_strdup_printf ("%s %s", choice->name, choice->code);
}

GPtrArray *
ming_choices_new (void)
{
  return g_ptr_array_new_with_free_func ((GDestroyNotify) ming_choice_free);
}

const MingChoice *
ming_choices_find (GPtrArray *choices, const char *code)
{
  for (guint i = 0; choices != NULL && code != NULL && i < choices->len; i++)
    {
      const MingChoice *choice = g_ptr_array_index (choices, i);

      if (g_str_equal (choice->code, code))
        return choice;
    }
  return NULL;
}

/* How well @folded fits, 0 best; -1 not at all. */
static int
rank_choice (const MingChoice *choice, const char *folded)
{
  g_autofree char *name = g_utf8_casefold (choice->name, -1);
  g_autofree char *label = ming_choice_label (choice);
  g_autofree char *whole = g_utf8_casefold (label, -1);

  if (g_str_equal (choice->code, folded) || g_str_equal (name, folded) || g_str_equal (whole, folded))
    return 0;
  if (g_str_has_prefix (choice->code, folded))
    return 1;
  if (g_str_has_prefix (choice->initials, folded))
    return 2;
  if (g_str_has_prefix (name, folded))
    return 3;
  if (strstr (name, folded) != NULL)
    return 4;
  return -1;
}

GPtrArray *
ming_choices_search (GPtrArray *choices, const char *typed)
{
  enum { N_RANKS = 5 };
  GPtrArray *found = g_ptr_array_new ();
  /* Full-width letters and digits of an input method become plain ones. */
  g_autofree char *plain = g_utf8_normalize (typed, -1, G_NORMALIZE_ALL_COMPOSE);
  g_autofree char *stripped = g_strdup (plain != NULL ? g_strstrip (plain) : "");
  g_autofree char *folded = g_utf8_casefold (stripped, -1);

  for (int rank = 0; rank < N_RANKS; rank++)
    for (guint i = 0; choices != NULL && i < choices->len; i++)
      {
        MingChoice *choice = g_ptr_array_index (choices, i);
        int fit = *folded == '\0' ? 0 : rank_choice (choice, folded);

        if (fit == rank)
          g_ptr_array_add (found, choice);
      }
  return found;
}
