/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "../ming-lines.h"
#include "ming-ledger-form.h"

const char *
ming_ledger_figure_label (MingLedgerFigure figure)
{
  switch (figure)
    {
    case MING_LEDGER_FUND:
      return C_ ("table", "Funds");
    case MING_LEDGER_OWN:
      return C_ ("ledger", "Account");
    case MING_LEDGER_FAMILY:
      return C_ ("ledger", "Family");
    case MING_LEDGER_CASH:
      return C_ ("payer", "Cash");
    case MING_LEDGER_N_FIGURES:
    default:
      return "";
    }
}

/* The person and the year before the first visit, without the visit of the estimate. */
static MingEstimateValues *
take_client (const MingEstimateValues *values)
{
  MingEstimateValues *client = ming_estimate_values_copy (values);

  for (int i = 0; i < MING_N_FIELDS; i++)
    if (ming_field_info ((MingField) i)->section == MING_SECTION_VISIT)
      ming_estimate_values_set (client, (MingField) i, "");
  ming_estimate_values_set (client, MING_FIELD_MED_TYPE, "21");
  ming_estimate_values_set (client, MING_FIELD_AWAY, "home");
  ming_estimate_values_set (client, MING_FIELD_BY_CLASS, MING_BY_NATIONAL);
  return client;
}

/* What is wanting about the person is typed on the page of the estimate. */
static void
tell_about_person (MingLedgerForm *form, const MingEstimateForm *person, const MingEstimateValues *client)
{
  static const MingField needed[] = { MING_FIELD_REGION, MING_FIELD_INSUTYPE, MING_FIELD_PSN_TYPE };

  for (int i = 0; i < MING_N_FIELDS; i++)
    if (person->field[i].visible && person->field[i].fault != NULL
        && ming_field_info ((MingField) i)->section != MING_SECTION_VISIT)
      g_ptr_array_add (form->messages,
                       g_strdup_printf (_("%s: %s"), person->field[i].label, person->field[i].fault));
  for (int i = 0; i < MING_FAMILY_ROWS * MING_N_FAMILY_COLUMNS; i++)
    if (person->family_fault[i / MING_N_FAMILY_COLUMNS][i % MING_N_FAMILY_COLUMNS] != NULL)
      g_ptr_array_add (form->messages,
                       g_strdup_printf (_("Family account %d: %s"), i / MING_N_FAMILY_COLUMNS + 1,
                                        person->family_fault[i / MING_N_FAMILY_COLUMNS]
                                                            [i % MING_N_FAMILY_COLUMNS]));
  for (gsize i = 0; i < G_N_ELEMENTS (needed); i++)
    if (*client->text[needed[i]] == '\0')
      g_ptr_array_add (form->messages,
                       g_strdup_printf (_("%s is wanting: type it on the page “Estimate” (Alt+1)"),
                                        person->field[needed[i]].label));
}

/* "北京市职工基本医疗保险 · 职工退休 1201 · 73 周岁": the person is not seen on this page otherwise. */
static char *
describe_context (const MingEstimateForm *person)
{
  const char *type = person->field[MING_FIELD_PSN_TYPE].text;
  const char *age = person->field[MING_FIELD_AGE].text;
  GString *text = g_string_new (person->pack != NULL ? ming_phrase_local (&person->pack->name) : "");

  if (person->input != NULL && *type != '\0')
    g_string_append_printf (text, " · %s", type);
  if (person->input != NULL && *age != '\0')
    g_string_append_printf (text, _(" · %s years old"), age);
  return g_string_free (text, FALSE);
}

static char *
describe_status (const MingEstimateForm *person)
{
  if (person->pack == NULL)
    return g_strdup (_("Estimate, not a settlement"));
  return g_strdup_printf (_("Estimate, not a settlement · engine %s · pack %s @ %s"), VERSION,
                          person->pack->id, person->pack->revision);
}

/* Totals typed on the page of the estimate stand before the first visit of the ledger. */
static void
tell_about_opening (MingLedgerForm *form, const MingCase *base)
{
  if (base->admissions > 0 || base->so_far->len > 0)
    g_ptr_array_add (form->messages,
                     g_strdup (_("The year's totals of the page “Estimate” count as what was before the "
                                 "first row")));
}

/* The visits of @rows as a case of their own, with the labels they came with. */
static MingCase *
make_input (const MingLedgerForm *form, const MingLedgerValues *values, const MingCase *base)
{
  MingCase *input = ming_case_copy (base);

  for (guint i = 0; i < form->rows->len; i++)
    {
      const MingLedgerRowForm *row = g_ptr_array_index (form->rows, i);
      MingCaseVisit *visit;

      if (row->visit == NULL)
        continue;
      visit = ming_case_visit_copy (row->visit);
      g_free (visit->id);
      visit->id = g_strdup (ming_ledger_values_row (values, i)->id);
      g_ptr_array_add (input->visits, visit);
    }
  return input;
}

/* The year as it was settled, or NULL. */
static MingLedger *
settle_before (const MingLedgerValues *values, const MingLedgerClient *client, const MingCase *person)
{
  g_autoptr (MingCase) base = values->settled != NULL ? ming_case_copy (person) : NULL;
  g_autoptr (GPtrArray) rows = NULL;

  if (base == NULL)
    return NULL;
  rows = ming_ledger_rows_new (values->settled, client, base);
  return ming_ledger_rows_settle (rows, base, client->world->library, NULL, NULL);
}

static void
settle (MingLedgerForm *form, const MingLedgerValues *values, const MingLedgerClient *client,
        const MingCase *person)
{
  g_autoptr (MingCase) base = person != NULL ? ming_case_copy (person) : NULL;
  g_autoptr (MingLedger) before = NULL;
  g_autoptr (GError) error = NULL;

  form->rows = ming_ledger_rows_new (values->rows, client, base);
  form->ledger = ming_ledger_rows_settle (form->rows, base, client->world->library, &form->complete, &error);
  if (error != NULL)
    g_ptr_array_add (form->messages, g_strdup (error->message));
  form->complete &= form->ledger != NULL;
  if (base != NULL)
    tell_about_opening (form, base);
  if (form->complete)
    {
      form->input = make_input (form, values, base);
      before = settle_before (values, client, person);
    }
  ming_ledger_form_fill_figures (form, values);
  ming_ledger_form_fill_changes (form, values, before);
}

static void
tell_about_account (MingLedgerForm *form)
{
  for (guint i = 0; form->ledger != NULL && form->input != NULL && form->input->visits->len > 0
                    && i < form->ledger->messages->len; i++)
    g_ptr_array_add (form->messages, g_strdup (g_ptr_array_index (form->ledger->messages, i)));
  for (guint i = 0; form->ledger != NULL && i < form->ledger->interest->len; i++)
    g_ptr_array_add (form->messages,
                     g_strdup (((const MingStep *) g_ptr_array_index (form->ledger->interest, i))->sentence));
}

MingLedgerForm *
ming_ledger_form_new (const MingLedgerValues *values, const MingEstimateValues *typed,
                      const MingEstimateWorld *world)
{
  MingLedgerForm *form = g_new0 (MingLedgerForm, 1);
  g_autoptr (MingEstimateValues) without_visit = take_client (typed);
  MingLedgerClient client = { without_visit, world };
  g_autoptr (MingEstimateForm) person = ming_estimate_form_new (without_visit, world);

  form->verdict = g_strdup ("");
  form->change_headings = g_ptr_array_new_with_free_func (g_free);
  form->changes = g_ptr_array_new_with_free_func ((GDestroyNotify) g_strfreev);
  form->month_headings = g_ptr_array_new_with_free_func (g_free);
  form->months = g_ptr_array_new_with_free_func ((GDestroyNotify) g_strfreev);
  form->next = g_ptr_array_new_with_free_func ((GDestroyNotify) g_strfreev);
  form->messages = g_ptr_array_new_with_free_func (g_free);
  form->has_family = person->family->len > 0;
  form->has_person = person->input != NULL;
  form->context = describe_context (person);
  form->status = describe_status (person);
  tell_about_person (form, person, without_visit);
  settle (form, values, &client, person->input);
  tell_about_account (form);
  ming_ledger_form_fill_months (form);
  ming_ledger_form_fill_next (form, values, &client);
  return form;
}

void
ming_ledger_form_free (MingLedgerForm *form)
{
  if (form == NULL)
    return;
  g_ptr_array_unref (form->rows);
  g_clear_pointer (&form->input, ming_case_free);
  g_clear_pointer (&form->ledger, ming_ledger_free);
  g_free (form->verdict);
  g_ptr_array_unref (form->change_headings);
  g_ptr_array_unref (form->changes);
  g_ptr_array_unref (form->month_headings);
  g_ptr_array_unref (form->months);
  for (int i = 0; i < MING_LEDGER_N_NEXT; i++)
    ming_field_state_clear (&form->next_field[i]);
  g_free (form->next_caption);
  g_ptr_array_unref (form->next);
  g_ptr_array_unref (form->messages);
  g_free (form->context);
  g_free (form->status);
  g_free (form);
}

gboolean
ming_ledger_form_next_cell (const MingLedgerForm *form, guint *row, guint *column)
{
  for (guint place = *row * MING_LEDGER_N_CELLS + *column + 1; place < form->rows->len * MING_LEDGER_N_CELLS;
       place++)
    {
      const MingLedgerRowForm *next = g_ptr_array_index (form->rows, place / MING_LEDGER_N_CELLS);

      if (!next->field[place % MING_LEDGER_N_CELLS].sensitive)
        continue;
      *row = place / MING_LEDGER_N_CELLS;
      *column = place % MING_LEDGER_N_CELLS;
      return TRUE;
    }
  return FALSE;
}

guint
ming_ledger_form_first_blank (const MingLedgerForm *form)
{
  guint row = 0;

  while (row + 1 < form->rows->len
         && ((MingLedgerRowForm *) g_ptr_array_index (form->rows, row))->state != MING_LEDGER_BLANK)
    row++;
  return row;
}

char *
ming_ledger_form_to_text (const MingLedgerForm *form)
{
  GString *text = g_string_new (NULL);

  for (int i = 0; i < MING_LEDGER_N_CELLS; i++)
    g_string_append_printf (text, "%s\t", ming_ledger_column_label ((MingLedgerColumn) i));
  for (int i = 0; i < MING_LEDGER_N_FIGURES; i++)
    g_string_append_printf (text, "%s%s", ming_ledger_figure_label ((MingLedgerFigure) i),
                            i + 1 < MING_LEDGER_N_FIGURES ? "\t" : "\n");
  for (guint i = 0; i < form->rows->len; i++)
    {
      const MingLedgerRowForm *row = g_ptr_array_index (form->rows, i);

      if (row->state == MING_LEDGER_BLANK)
        continue;
      for (int j = 0; j < MING_LEDGER_N_CELLS; j++)
        g_string_append_printf (text, "%s\t", row->field[j].text);
      for (int j = 0; j < MING_LEDGER_N_FIGURES; j++)
        g_string_append_printf (text, "%s%s", row->figure[j], j + 1 < MING_LEDGER_N_FIGURES ? "\t" : "\n");
    }
  if (form->changes->len > 0)
    {
      g_string_append_printf (text, "\n%s\n", form->verdict);
      ming_lines_append_headings (text, form->change_headings);
      g_string_append_c (text, '\n');
      ming_lines_append (text, form->changes);
    }
  return g_string_free (text, FALSE);
}
