/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "core/ming-text.h"
#include "ming-life-typed.h"
#include "ming-options.h"

/* The words of --kind; the sex follows from them. */
static const struct
{
  const char *word;
  MingRetireeKind kind;
  const char *gend;
} kinds[] = {
  { "male60", MING_RETIREE_MALE_60, "1" },
  { "female55", MING_RETIREE_FEMALE_55, "2" },
  { "female50", MING_RETIREE_FEMALE_50, "2" },
};

static gboolean
take_date (const char *name, const char *text, MingDate *out, GError **error)
{
  return text == NULL || ming_options_parse_date (name, text, out, error);
}

static gboolean
take_count (const char *name, const char *text, int *out, GError **error)
{
  int32_t value = 0;

  if (text == NULL)
    return TRUE;
  if (ming_text_parse_int (text, strlen (text), 0, 1200, &value) != MING_OK)
    {
      g_set_error (error, MING_OPTIONS_ERROR, MING_OPTIONS_ERROR_VALUE,
                   _ ("--%s takes a whole number from 0 to 1200, not “%s”"), name, text);
      return FALSE;
    }
  *out = value;
  return TRUE;
}

static void
take_text (const char *text, const char **out)
{
  if (text != NULL)
    *out = text;
}

static void
take_kind (const MingLifeTyped *typed, MingLifeQuestion *question)
{
  for (guint i = 0; typed->kind != NULL && i < G_N_ELEMENTS (kinds); i++)
    if (g_str_equal (typed->kind, kinds[i].word))
      {
        question->kind = kinds[i].kind;
        question->kind_known = TRUE;
        question->gend = kinds[i].gend;
      }
  if (typed->sex != NULL)
    question->gend = typed->sex;
}

gboolean
ming_life_typed_read (const MingLifeTyped *typed, MingLifeQuestion *question, GError **error)
{
  if (!take_date ("date", typed->date, &question->date, error)
      || !take_date ("birth", typed->birth, &question->brdy, error)
      || !take_count ("paid", typed->paid, &question->paid_months, error)
      || !take_count ("deemed", typed->deemed, &question->deemed_months, error)
      || !take_count ("local", typed->local, &question->local_months, error)
      || !take_count ("broken", typed->broken, &question->broken_years, error)
      || !take_count ("repaired", typed->repaired, &question->repaired_years, error)
      || !take_count ("gap", typed->gap, &question->gap_months, error))
    return FALSE;
  take_text (typed->person, &question->psn_type);
  take_text (typed->assisted, &question->sp_psn_type);
  take_text (typed->tier, &question->clct_grde);
  question->in_window |= typed->in_window;
  take_kind (typed, question);
  return TRUE;
}
