/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "../ming-lines.h"
#include "ming-ledger-form.h"

/* The fields of an estimate that a row types; what is not there has MING_N_FIELDS. */
static const MingField fields[MING_LEDGER_N_COLUMNS] = {
  [MING_LEDGER_BEGNDATE] = MING_FIELD_BEGNDATE,     [MING_LEDGER_ENDDATE] = MING_FIELD_ENDDATE,
  [MING_LEDGER_MED_TYPE] = MING_FIELD_MED_TYPE,     [MING_LEDGER_HOSP_LV] = MING_FIELD_HOSP_LV,
  [MING_LEDGER_TOTAL] = MING_FIELD_TOTAL,           [MING_LEDGER_FULL_OWN] = MING_FIELD_FULL_OWN,
  [MING_LEDGER_FIRST_PAY] = MING_FIELD_FIRST_PAY,   [MING_LEDGER_OVER_LIMIT] = MING_FIELD_OVER_LIMIT,
  [MING_LEDGER_AWAY] = MING_FIELD_AWAY,             [MING_LEDGER_AREA] = MING_FIELD_AREA,
  [MING_LEDGER_DISEASE] = MING_FIELD_DISEASE,       [MING_LEDGER_ADMISSION] = MING_FIELD_ADMISSION,
  [MING_LEDGER_TRANSFER] = MING_N_FIELDS,           [MING_LEDGER_ACCT_INC] = MING_N_FIELDS,
  [MING_LEDGER_CATALOGUE] = MING_FIELD_CATALOGUE,
  [MING_LEDGER_BY_CLASS] = MING_FIELD_BY_CLASS,     [MING_LEDGER_CLASS_A] = MING_FIELD_CLASS_A,
  [MING_LEDGER_CLASS_B] = MING_FIELD_CLASS_B,       [MING_LEDGER_CLASS_B_ITEMS] = MING_FIELD_CLASS_B_ITEMS,
  [MING_LEDGER_CLASS_C] = MING_FIELD_CLASS_C,
  [MING_LEDGER_FIRST_RATE] = MING_FIELD_FIRST_RATE,
};

MingField
ming_ledger_column_field (MingLedgerColumn column)
{
  g_return_val_if_fail (column < MING_LEDGER_N_COLUMNS, MING_N_FIELDS);

  return fields[column];
}

MingFieldKind
ming_ledger_column_kind (MingLedgerColumn column)
{
  g_return_val_if_fail (column < MING_LEDGER_N_COLUMNS, MING_KIND_SHOWN);

  if (column == MING_LEDGER_TRANSFER)
    return MING_KIND_FLAG;
  return column == MING_LEDGER_ACCT_INC ? MING_KIND_MONEY : ming_field_info (fields[column])->kind;
}

const char *
ming_ledger_column_label (MingLedgerColumn column)
{
  g_return_val_if_fail (column < MING_LEDGER_N_COLUMNS, "");

  if (column == MING_LEDGER_TRANSFER)
    return C_ ("field", "Transferred");
  return column == MING_LEDGER_ACCT_INC ? C_ ("field", "Newly credited") : ming_field_label (fields[column]);
}

char *
ming_ledger_tidy (MingLedgerColumn column, const char *text, MingDate today)
{
  if (column == MING_LEDGER_TRANSFER)
    return g_strdup (text);
  return ming_field_tidy (column == MING_LEDGER_ACCT_INC ? MING_FIELD_TOTAL : fields[column], text, today);
}

/* Where nobody says otherwise, care is at home and in the city, as in a case. */
static const char *
effective_text (const MingLedgerRow *row, MingLedgerColumn column)
{
  if (*row->text[column] != '\0')
    return row->text[column];
  if (column == MING_LEDGER_AWAY)
    return "home";
  return column == MING_LEDGER_AREA ? "city" : "";
}

static MingEstimateForm *
make_form (const MingLedgerRow *row, const MingLedgerClient *client)
{
  g_autoptr (MingEstimateValues) values = ming_estimate_values_copy (client->client);

  /* How many stays there were follows from the rows above. */
  ming_estimate_values_set (values, MING_FIELD_ADMISSIONS, "");
  for (int i = 0; i < MING_LEDGER_N_COLUMNS; i++)
    if (fields[i] != MING_N_FIELDS)
      ming_estimate_values_set (values, fields[i], effective_text (row, (MingLedgerColumn) i));
  return ming_estimate_form_new (values, client->world);
}

static void
replace (char **text, char *with)
{
  g_free (*text);
  *text = with;
}

/* What the estimate's own form has no field for. */
static void
fill_other_field (MingFieldState *state, MingLedgerColumn column, const MingLedgerRow *row,
                  const MingEstimateForm *form, const MingLedgerClient *client)
{
  MingParsed parsed = { 0 };

  state->visible = column != MING_LEDGER_TRANSFER || (form->care != NULL && form->care->admission);
  state->text = g_strdup (row->text[column]);
  if (column == MING_LEDGER_ACCT_INC)
    parsed = ming_field_parse (MING_FIELD_TOTAL, row->text[column], client->world->today);
  state->fault = parsed.fault;
  state->unfinished = parsed.unfinished;
}

static void
fill_field (MingLedgerRowForm *self, MingLedgerColumn column, guint number, const MingLedgerRow *row,
            const MingEstimateForm *form, const MingLedgerClient *client)
{
  MingFieldState *state = &self->field[column];
  const MingFieldState *source = fields[column] != MING_N_FIELDS ? &form->field[fields[column]] : NULL;

  state->sensitive = TRUE;
  if (source == NULL)
    fill_other_field (state, column, row, form, client);
  else
    {
      state->visible = source->visible;
      state->sensitive = source->sensitive;
      state->unfinished = source->unfinished;
      state->text = g_strdup (source->visible ? source->text : "");
      state->fault = source->visible ? g_strdup (source->fault) : NULL;
      state->choices = source->choices != NULL ? g_ptr_array_ref (source->choices) : NULL;
      state->placeholder = g_strdup (column == MING_LEDGER_FULL_OWN || column == MING_LEDGER_FIRST_PAY
                                             || column == MING_LEDGER_OVER_LIMIT
                                             || column == MING_LEDGER_CATALOGUE
                                             || column == MING_LEDGER_CLASS_B_ITEMS
                                         ? source->placeholder : "");
    }
  state->label = g_strdup_printf (_("Row %u %s"), number, ming_ledger_column_label (column));
  state->unit = g_strdup ("");
  if (state->placeholder == NULL || ming_ledger_row_is_blank (row))
    replace (&state->placeholder, g_strdup (""));
  state->sensitive = state->sensitive && state->visible && !row->refunded;
  /* The columns stand whether a row has something for them or not. */
  state->visible |= column < MING_LEDGER_N_CELLS;
}

/* What has to be typed before the visit can be worked out. */
static GPtrArray *
list_missing (const MingLedgerRowForm *self, const MingLedgerRow *row, const MingEstimateForm *form)
{
  GPtrArray *missing = g_ptr_array_new ();
  const MingParsed *parsed = form->parsed;
  gboolean classes = parsed[MING_FIELD_CLASS_A].given || parsed[MING_FIELD_CLASS_B].given
                     || parsed[MING_FIELD_CLASS_B_ITEMS].given || parsed[MING_FIELD_CLASS_C].given;
  gboolean costs = form->by_catalogue ? classes : parsed[MING_FIELD_TOTAL].given;

  for (int i = 0; i < MING_LEDGER_N_COLUMNS; i++)
    if (self->field[i].fault != NULL && self->field[i].unfinished)
      g_ptr_array_add (missing, (gpointer) ming_ledger_column_label ((MingLedgerColumn) i));
  if (*row->text[MING_LEDGER_ENDDATE] == '\0')
    g_ptr_array_add (missing, (gpointer) ming_ledger_column_label (MING_LEDGER_ENDDATE));
  if (*row->text[MING_LEDGER_MED_TYPE] == '\0')
    g_ptr_array_add (missing, (gpointer) ming_ledger_column_label (MING_LEDGER_MED_TYPE));
  if (*row->text[MING_LEDGER_HOSP_LV] == '\0')
    g_ptr_array_add (missing, (gpointer) ming_ledger_column_label (MING_LEDGER_HOSP_LV));
  if (!costs)
    g_ptr_array_add (missing, (gpointer) ming_ledger_column_label (form->by_catalogue ? MING_LEDGER_CLASS_A
                                                                                      : MING_LEDGER_TOTAL));
  if (form->by_catalogue && parsed[MING_FIELD_CLASS_B].fen > 0 && !parsed[MING_FIELD_FIRST_RATE].given)
    g_ptr_array_add (missing, (gpointer) ming_ledger_column_label (MING_LEDGER_FIRST_RATE));
  return missing;
}

static void
judge (MingLedgerRowForm *self, const MingLedgerRow *row, const MingEstimateForm *form)
{
  g_autoptr (GPtrArray) missing = NULL;
  g_autofree char *list = NULL;

  for (int i = 0; i < MING_LEDGER_N_COLUMNS; i++)
    if (self->field[i].fault != NULL && !self->field[i].unfinished)
      {
        self->state = MING_LEDGER_REFUSED;
        self->line = g_strdup_printf (_("%s: %s"), ming_ledger_column_label ((MingLedgerColumn) i),
                                      self->field[i].fault);
        return;
      }
  missing = list_missing (self, row, form);
  if (missing->len == 0)
    {
      self->state = MING_LEDGER_WAITING;
      return;
    }
  list = ming_lines_list (missing);
  self->state = MING_LEDGER_MISSING;
  self->line = g_strdup_printf (_("Still needed: %s"), list);
}

static MingCaseVisit *
make_visit (const MingLedgerRow *row, const MingEstimateForm *form, const MingLedgerClient *client)
{
  MingCaseVisit *visit = ming_case_visit_copy (g_ptr_array_index (form->input->visits, 0));
  MingParsed credited =
      ming_field_parse (MING_FIELD_TOTAL, row->text[MING_LEDGER_ACCT_INC], client->world->today);

  g_free (visit->id);
  visit->id = g_strdup_printf ("%u", row->serial);
  if (form->care != NULL && form->care->admission && *row->text[MING_LEDGER_TRANSFER] != '\0')
    visit->transfer = g_strdup ("1");
  visit->acct_inc = (MingAmount){ credited.given && credited.fault == NULL, credited.fen };
  g_free (credited.fault);
  return visit;
}

/* The totals of the year before the first visit are those that any of the kinds of care asks for. */
static void
merge_so_far (MingCase *base, const MingCase *input)
{
  for (guint i = 0; i < input->so_far->len; i++)
    {
      const MingSoFar *so_far = g_ptr_array_index (input->so_far, i);
      MingSoFar *known = NULL;

      for (guint j = 0; j < base->so_far->len && known == NULL; j++)
        if (g_str_equal (((MingSoFar *) g_ptr_array_index (base->so_far, j))->counter, so_far->counter))
          known = g_ptr_array_index (base->so_far, j);
      if (known == NULL)
        {
          known = g_new0 (MingSoFar, 1);
          known->counter = g_strdup (so_far->counter);
          g_ptr_array_add (base->so_far, known);
        }
      known->deductible_fen = MAX (known->deductible_fen, so_far->deductible_fen);
      known->cost_fen = MAX (known->cost_fen, so_far->cost_fen);
      known->paid_fen = MAX (known->paid_fen, so_far->paid_fen);
    }
}

/* Rows stand in the order in which they are settled. */
static void
check_order (MingLedgerRowForm *self, const MingEstimateForm *form, MingDate *last)
{
  MingFieldState *state = &self->field[MING_LEDGER_ENDDATE];
  const MingParsed *end = &form->parsed[MING_FIELD_ENDDATE];

  if (!end->given || end->fault != NULL)
    return;
  if (last->year != 0 && ming_date_compare (end->date, *last) < 0 && state->fault == NULL)
    state->fault = g_strdup (_("Before the visit above it: put the rows in order"));
  else
    *last = end->date;
}

static MingLedgerRowForm *
row_form_new (const MingLedgerRow *row, guint number, const MingLedgerClient *client, MingCase *base,
              MingDate *last)
{
  MingLedgerRowForm *self = g_new0 (MingLedgerRowForm, 1);
  g_autoptr (MingEstimateForm) form = make_form (row, client);

  for (int i = 0; i < MING_LEDGER_N_FIGURES; i++)
    self->figure[i] = g_strdup ("");
  for (int i = 0; i < MING_LEDGER_N_COLUMNS; i++)
    fill_field (self, (MingLedgerColumn) i, number, row, form, client);
  if (row->refunded)
    {
      self->state = MING_LEDGER_REFUNDED;
      self->line = g_strdup (_("Refunded: not counted"));
    }
  else if (!ming_ledger_row_is_blank (row))
    {
      check_order (self, form, last);
      judge (self, row, form);
    }
  if (self->state == MING_LEDGER_WAITING && form->input != NULL && form->input->visits->len > 0)
    {
      self->visit = make_visit (row, form, client);
      if (base != NULL)
        merge_so_far (base, form->input);
    }
  if (self->line == NULL)
    self->line = g_strdup ("");
  return self;
}

static void
row_form_free (MingLedgerRowForm *self)
{
  for (int i = 0; i < MING_LEDGER_N_COLUMNS; i++)
    ming_field_state_clear (&self->field[i]);
  for (int i = 0; i < MING_LEDGER_N_FIGURES; i++)
    g_free (self->figure[i]);
  g_free (self->line);
  g_clear_pointer (&self->visit, ming_case_visit_free);
  g_free (self);
}

GPtrArray *
ming_ledger_rows_new (GPtrArray *rows, const MingLedgerClient *client, MingCase *base)
{
  GPtrArray *forms = g_ptr_array_new_with_free_func ((GDestroyNotify) row_form_free);
  MingDate last = { 0 };

  for (guint i = 0; i < rows->len; i++)
    g_ptr_array_add (forms, row_form_new (g_ptr_array_index (rows, i), i + 1, client, base, &last));
  return forms;
}

MingLedger *
ming_ledger_rows_settle (GPtrArray *rows, const MingCase *base, const MingLibrary *library,
                         gboolean *complete, GError **error)
{
  g_autoptr (MingCase) input = NULL;

  if (complete != NULL)
    *complete = base != NULL;
  if (base == NULL)
    return NULL;
  input = ming_case_copy (base);
  for (guint i = 0; i < rows->len && (complete == NULL || *complete); i++)
    {
      const MingLedgerRowForm *row = g_ptr_array_index (rows, i);

      if (row->visit != NULL)
        g_ptr_array_add (input->visits, ming_case_visit_copy (row->visit));
      else if (complete != NULL)
        *complete = row->state == MING_LEDGER_BLANK || row->state == MING_LEDGER_REFUNDED;
    }
  return ming_ledger_new (library, input, error);
}
