/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <stdio.h>
#include <string.h>
#include <glib/gi18n-lib.h>

#include "../history/ming-history-entry.h"
#include "core/ming-text.h"
#include "ming-print-sheets.h"

G_DEFINE_QUARK (ming-print-error-quark, ming_print_error)

static GPtrArray *
make_list (MingReport *only)
{
  GPtrArray *sheets = g_ptr_array_new_with_free_func ((GDestroyNotify) ming_report_free);

  if (only != NULL)
    g_ptr_array_add (sheets, only);
  return sheets;
}

/* What the result itself says is missing is the best reason. */
static GPtrArray *
refuse (GPtrArray *messages, GError **error)
{
  g_set_error (error, MING_PRINT_ERROR, MING_PRINT_ERROR_NOTHING, _ ("Nothing to print yet: %s"),
               messages->len > 0 ? (const char *) g_ptr_array_index (messages, 0)
                                 : _ ("there is no result on this page"));
  return NULL;
}

static gboolean
is_account_known (const MingEstimate *estimate)
{
  return estimate != NULL
         && (estimate->credit.outcome == MING_OUTCOME_KNOWN
             || estimate->contribution.outcome == MING_OUTCOME_KNOWN);
}

GPtrArray *
ming_print_account_sheets (const MingEstimateAnswer *answer, const MingSheetOptions *options, GError **error)
{
  if (!is_account_known (answer->estimate))
    return refuse (answer->messages, error);
  return make_list (ming_sheet_account_new (answer->estimate, options));
}

static GPtrArray *
make_visits (const MingEstimate *estimate, const MingSheetOptions *options)
{
  GPtrArray *sheets = make_list (NULL);

  for (guint i = 0; i < estimate->visits->len; i++)
    g_ptr_array_add (sheets, ming_sheet_visit_new (estimate, i, options));
  return sheets;
}

GPtrArray *
ming_print_visit_sheets (const MingEstimateAnswer *answer, const MingSheetOptions *options, GError **error)
{
  if (answer->estimate == NULL || answer->estimate->visits->len == 0)
    return ming_print_account_sheets (answer, options, error);
  return make_visits (answer->estimate, options);
}

GPtrArray *
ming_print_year_sheets (const MingEstimate *estimate, GPtrArray *messages, const MingSheetOptions *options,
                        GError **error)
{
  if (estimate == NULL || estimate->visits->len == 0)
    return refuse (messages, error);
  return make_list (ming_sheet_year_new (estimate, options));
}

static gboolean
is_life_known (const MingLife *life)
{
  return life != NULL
         && (life->retirement.outcome == MING_OUTCOME_KNOWN || life->years.outcome == MING_OUTCOME_KNOWN
             || life->waiting.outcome == MING_OUTCOME_KNOWN || life->premium.outcome == MING_OUTCOME_KNOWN);
}

GPtrArray *
ming_print_life_sheets (const MingLife *life, GPtrArray *messages, const MingSheetOptions *options,
                        GError **error)
{
  if (!is_life_known (life))
    return refuse (messages, error);
  return make_list (ming_sheet_life_new (life, options));
}

GPtrArray *
ming_print_compare_sheets (const MingCompareForm *form, const MingSheetOptions *options, GError **error)
{
  g_autoptr (GPtrArray) estimates = g_ptr_array_new ();
  const char *labels[MING_COMPARE_COLUMNS_MAX + 1] = { NULL };

  for (guint i = 0; i < form->n_columns; i++)
    {
      if (ming_compare_column_visit (&form->column[i]) == NULL)
        continue;
      labels[estimates->len] = form->column[i].name;
      g_ptr_array_add (estimates, form->column[i].answer->estimate);
    }
  if (estimates->len < MING_COMPARE_COLUMNS_MIN)
    return refuse (form->messages, error);
  return make_list (ming_sheet_compare_new (estimates, labels, 0, options));
}

/* "2026-11-22T16:29:03+08:00", as the store has it; what cannot be read leaves @options as they are. */
static void
take_moment (const char *made_at, MingSheetOptions *options)
{
  MingDate date;
  int hour, minute;

  if (strlen (made_at) < 16 || ming_text_parse_date (made_at, 10, &date) != MING_OK
      || sscanf (made_at + 10, "T%2d:%2d", &hour, &minute) != 2)
    return;
  options->date = date;
  options->hour = hour;
  options->minute = minute;
}

/* The code is made of program, pack and question: when it is the same, so is every figure. */
static gboolean
check_code (const MingStoreEntry *entry, const char *code, GError **error)
{
  if (g_str_equal (code, entry->receipt_code))
    return TRUE;
  g_set_error (error, MING_PRINT_ERROR, MING_PRINT_ERROR_CHANGED,
               _ ("%1$s was made with program %2$s and policy pack %3$s %4$s, which have changed since; "
                  "open it to estimate anew"),
               entry->number, entry->engine, entry->pack_id, entry->pack_revision);
  return FALSE;
}

static GPtrArray *
make_kept_life (const MingStoreEntry *entry, const MingLifeQuestion *question, const MingLibrary *library,
                const MingSheetOptions *options, GError **error)
{
  g_autoptr (MingLife) life = ming_life_new (library, question, error);
  g_autofree char *code = life != NULL ? ming_life_receipt_code (life) : NULL;

  if (life == NULL || !check_code (entry, code, error))
    return NULL;
  return make_list (ming_sheet_life_new (life, options));
}

/* One visit: its sheet; several: the year's; none: the account's. */
static GPtrArray *
make_kept (const MingStoreEntry *entry, const MingCase *input, const MingLibrary *library,
           const MingSheetOptions *options, GError **error)
{
  g_autoptr (MingEstimate) estimate = ming_estimate_new (library, input, error);
  g_autofree char *code = estimate != NULL ? ming_estimate_receipt_code (estimate) : NULL;

  if (estimate == NULL || !check_code (entry, code, error))
    return NULL;
  if (estimate->visits->len == 0)
    return make_list (ming_sheet_account_new (estimate, options));
  if (estimate->visits->len > 1)
    return make_list (ming_sheet_year_new (estimate, options));
  return make_visits (estimate, options);
}

GPtrArray *
ming_print_kept_sheets (const MingStoreEntry *entry, const MingLibrary *library,
                        const MingSheetOptions *options, GError **error)
{
  MingSheetOptions own = *options;
  g_autoptr (MingHistoryAsked) asked = ming_history_ask (entry, error);

  if (asked == NULL)
    return NULL;
  own.number = entry->number;
  own.name = entry->name;
  own.identity = NULL;
  take_moment (entry->made_at, &own);
  return asked->input != NULL ? make_kept (entry, asked->input, library, &own, error)
                              : make_kept_life (entry, &asked->life, library, &own, error);
}
