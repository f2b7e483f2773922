/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "core/ming-text.h"
#include "../ming-lines.h"
#include "ming-audit-form.h"

#define NOTHING "—"

static const char *const labels[MING_N_STATEMENT_FIELDS] = {
  [MING_STATEMENT_TOTAL] = NC_ ("statement", "Total"),
  [MING_STATEMENT_FULL_OWN] = NC_ ("statement", "Full own cost"),
  [MING_STATEMENT_OVER_LIMIT] = NC_ ("statement", "Over limit"),
  [MING_STATEMENT_FIRST_PAY] = NC_ ("statement", "First pay"),
  [MING_STATEMENT_IN_SCOPE] = NC_ ("statement", "In scope"),
  [MING_STATEMENT_DEDUCTIBLE] = NC_ ("statement", "Deductible"),
  [MING_STATEMENT_HIFP] = NC_ ("statement", "Pooled fund"),
  [MING_STATEMENT_HIFOB] = NC_ ("statement", "Large expense"),
  [MING_STATEMENT_HIFMI] = NC_ ("statement", "Critical illness"),
  [MING_STATEMENT_CVLSERV] = NC_ ("statement", "Civil service"),
  [MING_STATEMENT_HIFES] = NC_ ("statement", "Enterprise"),
  [MING_STATEMENT_MAF] = NC_ ("statement", "Medical aid"),
  [MING_STATEMENT_OTH] = NC_ ("statement", "Other"),
  [MING_STATEMENT_FUNDS] = NC_ ("statement", "Funds in all"),
  [MING_STATEMENT_HOSPITAL] = NC_ ("statement", "Hospital bears"),
  [MING_STATEMENT_PERSON] = NC_ ("statement", "Own part"),
  [MING_STATEMENT_ACCOUNTS] = NC_ ("statement", "Account"),
  [MING_STATEMENT_FAMILY] = NC_ ("statement", "of it family"),
  [MING_STATEMENT_CASH] = NC_ ("statement", "Cash"),
  [MING_STATEMENT_BALANCE] = NC_ ("statement", "Balance after"),
};

const char *
ming_audit_field_label (MingStatementField field)
{
  g_return_val_if_fail (field < MING_N_STATEMENT_FIELDS, "");

  return g_dpgettext2 (GETTEXT_PACKAGE, "statement", labels[field]);
}

MingAuditValues *
ming_audit_values_new (void)
{
  MingAuditValues *values = g_new0 (MingAuditValues, 1);

  for (int i = 0; i < MING_N_STATEMENT_FIELDS; i++)
    values->text[i] = g_strdup ("");
  return values;
}

void
ming_audit_values_free (MingAuditValues *values)
{
  for (int i = 0; i < MING_N_STATEMENT_FIELDS; i++)
    g_free (values->text[i]);
  g_free (values->problem);
  g_free (values);
}

void
ming_audit_values_set (MingAuditValues *values, MingStatementField field, const char *text)
{
  char *copy = g_strdup (text);

  g_free (values->text[field]);
  values->text[field] = copy;
}

void
ming_audit_values_take (MingAuditValues *values, const MingStatement *statement)
{
  for (int i = 0; i < MING_N_STATEMENT_FIELDS; i++)
    {
      const MingAmount *amount = &statement->amount[i];
      g_autofree char *text = amount->known ? ming_answer_money (amount->fen) : g_strdup ("");

      ming_audit_values_set (values, (MingStatementField) i, text);
    }
  ming_audit_values_set_problem (values, NULL);
}

void
ming_audit_values_set_problem (MingAuditValues *values, const char *problem)
{
  char *copy = g_strdup (problem);

  g_free (values->problem);
  values->problem = copy;
}

/* An amount is read as on the estimate page, with the same reasons when it is none. */
static void
fill_field (MingAuditForm *form, const MingAuditValues *values, MingStatementField field, MingDate today)
{
  MingFieldState *state = &form->field[field];
  MingParsed parsed = ming_field_parse (MING_FIELD_TOTAL, values->text[field], today);

  ming_field_state_init (state, g_strdup (ming_audit_field_label (field)), values->text[field]);
  state->fault = parsed.fault;
  state->unfinished = parsed.unfinished;
  form->statement.amount[field] = (MingAmount){ parsed.given && parsed.fault == NULL, parsed.fen };
}

static char *
write_amount (const MingAmount *amount)
{
  return amount->known ? ming_answer_money (amount->fen) : g_strdup (NOTHING);
}

static char *
write_difference (const MingAuditRow *row)
{
  char text[MING_TEXT_FEN_SIZE] = "";

  if (row->state == MING_AUDIT_AGREES)
    return g_strdup (C_ ("difference", "agrees"));
  if (row->state != MING_AUDIT_DIFFERS
      || ming_text_format_fen (row->difference_fen, MING_TEXT_GROUPED | MING_TEXT_SIGNED, text, sizeof text)
             != MING_OK)
    return g_strdup ("");
  return g_strdup (text);
}

/* Figures that neither side has anything to say about are left out: both nil, or not typed and nil. */
static gboolean
is_shown (const MingAuditRow *row)
{
  return row->state == MING_AUDIT_NOT_TYPED ? row->estimate.known && row->estimate.fen != 0 : TRUE;
}

static void
add_row (MingAuditForm *form, MingStatementField field, const MingAuditRow *row)
{
  g_autofree char *statement = write_amount (&row->statement);
  g_autofree char *estimate = write_amount (&row->estimate);
  g_autofree char *difference = write_difference (row);
  g_autofree char *step = ming_answer_circled (row->step);
  const char *cells[] = { ming_audit_field_label (field), statement, estimate, difference, step, NULL };

  g_ptr_array_add (form->rows, g_strdupv ((GStrv) cells));
}

static void
fill_headings (MingAuditForm *form)
{
  const char *const words[] = { C_ ("column", "Figure"), C_ ("column", "Statement"),
                                C_ ("column", "Estimate"), C_ ("column", "Difference"),
                                C_ ("column", "Step") };

  for (gsize i = 0; i < G_N_ELEMENTS (words); i++)
    g_ptr_array_add (form->headings, g_strdup (words[i]));
}

static void
fill_rows (MingAuditForm *form, const MingAudit *audit)
{
  for (int i = 0; i < MING_N_STATEMENT_FIELDS; i++)
    {
      if (!is_shown (&audit->rows[i]))
        continue;
      if ((int) audit->first == i)
        {
          form->first_row = (int) form->rows->len;
          form->first_step = audit->rows[i].step;
        }
      add_row (form, (MingStatementField) i, &audit->rows[i]);
    }
}

static char *
judge (const MingAudit *audit)
{
  const MingAuditRow *row;
  g_autofree char *statement = NULL;
  g_autofree char *estimate = NULL;
  g_autofree char *difference = NULL;

  if (audit->visit->outcome != MING_OUTCOME_KNOWN)
    return g_strdup (audit->visit->messages->len > 0 ? g_ptr_array_index (audit->visit->messages, 0)
                                                     : _("The rules of this visit are not known"));
  if (audit->n_compared == 0)
    return g_strdup (_("Type the figures of the statement, or open its file"));
  if (audit->first == MING_N_STATEMENT_FIELDS)
    return g_strdup_printf (ngettext ("Statement and estimate agree in the %u figure compared",
                                      "Statement and estimate agree in all %u figures compared",
                                      audit->n_compared),
                            audit->n_compared);
  row = &audit->rows[audit->first];
  statement = write_amount (&row->statement);
  estimate = write_amount (&row->estimate);
  difference = write_difference (row);
  /* Translators: name of the figure, amount of the statement, of the estimate, their difference */
  return g_strdup_printf (_("They part at “%1$s”: statement %2$s, estimate %3$s, difference %4$s"),
                          ming_audit_field_label (audit->first), statement, estimate, difference);
}

/* What is missing before there is anything to compare with. */
static char *
tell_missing (const MingEstimateForm *person)
{
  g_autofree char *list = NULL;

  if (ming_estimate_form_n_faults (person) > 0)
    return g_strdup (_("A field of the case is refused: no estimate"));
  if (person->missing->len == 0)
    return g_strdup (_("No policy pack for this region and scheme"));
  list = ming_lines_list (person->missing);
  return g_strdup_printf (_("The case still lacks: %s"), list);
}

static gboolean
is_refused (const MingAuditForm *form)
{
  for (int i = 0; i < MING_N_STATEMENT_FIELDS; i++)
    if (form->field[i].fault != NULL)
      return TRUE;
  return FALSE;
}

static void
compare (MingAuditForm *form, const MingEstimateForm *person, const MingEstimateWorld *world)
{
  g_autoptr (GError) refused = NULL;
  g_autoptr (MingAudit) audit = ming_audit_new (world->library, person->input, &form->statement, &refused);

  if (audit == NULL)
    {
      form->verdict = g_strdup (refused->message);
      return;
    }
  form->verdict = judge (audit);
  form->differs = audit->first < MING_N_STATEMENT_FIELDS;
  fill_rows (form, audit);
  ming_audit_form_tell_causes (form, audit);
  g_ptr_array_unref (form->steps);
  form->steps = g_ptr_array_ref (audit->steps);
}

MingAuditForm *
ming_audit_form_new (const MingAuditValues *values, const MingEstimateForm *person,
                     const MingEstimateWorld *world)
{
  MingAuditForm *form = g_new0 (MingAuditForm, 1);

  form->headings = g_ptr_array_new_with_free_func (g_free);
  form->rows = g_ptr_array_new_with_free_func ((GDestroyNotify) g_strfreev);
  form->causes = g_ptr_array_new_with_free_func ((GDestroyNotify) ming_note_free);
  form->sums = g_ptr_array_new_with_free_func ((GDestroyNotify) ming_note_free);
  form->steps = g_ptr_array_new_with_free_func ((GDestroyNotify) ming_step_free);
  form->first_row = -1;
  for (int i = 0; i < MING_N_STATEMENT_FIELDS; i++)
    fill_field (form, values, (MingStatementField) i, world->today);
  fill_headings (form);
  ming_audit_form_tell_sums (form);
  form->can_take_bill = form->statement.amount[MING_STATEMENT_TOTAL].known && person->pack != NULL;
  if (values->problem != NULL)
    form->verdict = g_strdup (values->problem);
  else if (is_refused (form))
    form->verdict = g_strdup (_("A figure of the statement is refused"));
  else if (person->input == NULL || person->input->visits->len == 0)
    form->verdict = tell_missing (person);
  else
    compare (form, person, world);
  return form;
}

void
ming_audit_form_free (MingAuditForm *form)
{
  for (int i = 0; i < MING_N_STATEMENT_FIELDS; i++)
    ming_field_state_clear (&form->field[i]);
  g_free (form->verdict);
  g_ptr_array_unref (form->headings);
  g_ptr_array_unref (form->rows);
  g_ptr_array_unref (form->causes);
  g_ptr_array_unref (form->sums);
  g_ptr_array_unref (form->steps);
  g_free (form);
}

static void
append_notes (GString *text, GPtrArray *notes)
{
  for (guint i = 0; i < notes->len; i++)
    {
      const MingNote *note = g_ptr_array_index (notes, i);

      g_string_append_printf (text, "%s\t%s\n", note->title, note->text);
    }
}

char *
ming_audit_form_to_text (const MingAuditForm *form)
{
  GString *text = g_string_new (form->verdict);

  g_string_append_c (text, '\n');
  ming_lines_append (text, form->rows);
  append_notes (text, form->causes);
  append_notes (text, form->sums);
  return g_string_free (text, FALSE);
}
