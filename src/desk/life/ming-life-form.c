/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>
#include <glib/gi18n-lib.h>

#include "core/ming-text.h"
#include "../estimate/ming-estimate-answer.h"
#include "../ming-guide.h"
#include "ming-life-form.h"

/* Months of a hundred years, and the longest break a rule can tell apart. */
#define MONTHS_MOST 1200
#define YEARS_MOST 99

typedef struct
{
  MingFieldKind kind;
  const char *label;
  const char *unit;
  int most;
} FieldInfo;

static const FieldInfo fields[MING_N_LIFE_FIELDS] = {
  [MING_LIFE_KIND] = { MING_KIND_CHOICE, NC_ ("field", "Retires as"), "", 0 },
  [MING_LIFE_PAID] = { MING_KIND_COUNT, NC_ ("field", "Paid"), NC_ ("unit", "months"), MONTHS_MOST },
  [MING_LIFE_DEEMED] = { MING_KIND_COUNT, NC_ ("field", "Deemed"), NC_ ("unit", "months"), MONTHS_MOST },
  [MING_LIFE_LOCAL] = { MING_KIND_COUNT, NC_ ("field", "Paid here"), NC_ ("unit", "months"), MONTHS_MOST },
  [MING_LIFE_WINDOW] = { MING_KIND_FLAG, NC_ ("field", "Joined in time"), "", 0 },
  [MING_LIFE_BROKEN] = { MING_KIND_COUNT, NC_ ("field", "Broken"), NC_ ("unit", "years"), YEARS_MOST },
  [MING_LIFE_REPAIRED] = { MING_KIND_COUNT, NC_ ("field", "Made up"), NC_ ("unit", "years"), YEARS_MOST },
  [MING_LIFE_GAP] = { MING_KIND_COUNT, NC_ ("field", "Since last cover"), NC_ ("unit", "months"),
                      MONTHS_MOST },
};

static const struct
{
  const char *code;
  const char *name;
  const char *initials;
  MingRetireeKind kind;
  const char *gend;
} kinds[] = {
  { "male60", NC_ ("retiree", "Man, formerly 60"), "nx", MING_RETIREE_MALE_60, "1" },
  { "female55", NC_ ("retiree", "Woman, formerly 55"), "nx", MING_RETIREE_FEMALE_55, "2" },
  { "female50", NC_ ("retiree", "Woman, formerly 50"), "nx", MING_RETIREE_FEMALE_50, "2" },
};

MingFieldKind
ming_life_field_kind (MingLifeField field)
{
  return fields[field].kind;
}

MingLifeValues *
ming_life_values_new (void)
{
  MingLifeValues *values = g_new0 (MingLifeValues, 1);

  for (int i = 0; i < MING_N_LIFE_FIELDS; i++)
    values->text[i] = g_strdup ("");
  return values;
}

MingLifeValues *
ming_life_values_from_question (const MingLifeQuestion *question)
{
  const struct
  {
    MingLifeField field;
    int count;
  } counts[] = { { MING_LIFE_PAID, question->paid_months },     { MING_LIFE_DEEMED, question->deemed_months },
                 { MING_LIFE_LOCAL, question->local_months },   { MING_LIFE_BROKEN, question->broken_years },
                 { MING_LIFE_REPAIRED, question->repaired_years }, { MING_LIFE_GAP, question->gap_months } };
  MingLifeValues *values = ming_life_values_new ();

  for (guint i = 0; question->kind_known && i < G_N_ELEMENTS (kinds); i++)
    if (kinds[i].kind == question->kind)
      ming_life_values_set (values, MING_LIFE_KIND, kinds[i].code);
  for (guint i = 0; i < G_N_ELEMENTS (counts); i++)
    {
      g_autofree char *text = g_strdup_printf ("%d", counts[i].count);

      if (counts[i].count >= 0) /* below it: not typed */
        ming_life_values_set (values, counts[i].field, text);
    }
  if (question->in_window)
    ming_life_values_set (values, MING_LIFE_WINDOW, "1");
  return values;
}

void
ming_life_values_free (MingLifeValues *values)
{
  for (int i = 0; i < MING_N_LIFE_FIELDS; i++)
    g_free (values->text[i]);
  g_free (values);
}

void
ming_life_values_set (MingLifeValues *values, MingLifeField field, const char *text)
{
  char *copy = g_strdup (text);

  g_free (values->text[field]);
  values->text[field] = copy;
}

/* The number typed in @field, -1 when none; a fault stands in the field's state. */
static int
read_count (MingLifeForm *form, const MingLifeValues *values, MingLifeField field)
{
  const char *text = values->text[field];
  g_autofree char *stripped = g_strstrip (g_strdup (text));
  int32_t number = 0;

  if (*stripped == '\0')
    return -1;
  if (ming_text_parse_int_entry (text, strlen (text), 0, fields[field].most, &number, NULL) == MING_OK)
    return number;
  form->field[field].fault = g_strdup_printf (_("Must be %d to %d"), 0, fields[field].most);
  return -1;
}

static void
fill_field (MingLifeForm *form, const MingLifeValues *values, MingLifeField field)
{
  MingFieldState *state = &form->field[field];

  ming_field_state_init (state, g_strdup (g_dpgettext2 (GETTEXT_PACKAGE, "field", fields[field].label)),
                         values->text[field]);
  if (*fields[field].unit != '\0')
    {
      g_free (state->unit);
      state->unit = g_strdup (g_dpgettext2 (GETTEXT_PACKAGE, "unit", fields[field].unit));
    }
}

static void
fill_kinds (MingLifeForm *form, const MingLifeValues *values, MingLifeQuestion *question)
{
  MingFieldState *state = &form->field[MING_LIFE_KIND];

  state->choices = ming_choices_new ();
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      const char *name = g_dpgettext2 (GETTEXT_PACKAGE, "retiree", kinds[i].name);

      g_ptr_array_add (state->choices, ming_choice_new (kinds[i].code, name, kinds[i].initials));
      if (!g_str_equal (values->text[MING_LIFE_KIND], kinds[i].code))
        continue;
      g_free (state->text);
      state->text = g_strdup (name);
      question->kind = kinds[i].kind;
      question->kind_known = TRUE;
      question->gend = kinds[i].gend;
    }
  if (*values->text[MING_LIFE_KIND] != '\0' && !question->kind_known)
    state->fault = g_strdup (_("Choose one of the list"));
}

/* The session's person and the page's own counts, as a question. */
static MingLifeQuestion
ask (MingLifeForm *form, const MingLifeValues *values, const MingEstimateValues *typed,
     const MingEstimateForm *person)
{
  MingLifeQuestion question = ming_life_question_none ();

  question.region = typed->text[MING_FIELD_REGION];
  question.insutype = typed->text[MING_FIELD_INSUTYPE];
  question.date = person->date;
  if (person->parsed[MING_FIELD_BRDY].given && person->parsed[MING_FIELD_BRDY].fault == NULL)
    question.brdy = person->parsed[MING_FIELD_BRDY].date;
  if (*typed->text[MING_FIELD_GEND] != '\0')
    question.gend = typed->text[MING_FIELD_GEND];
  if (*typed->text[MING_FIELD_PSN_TYPE] != '\0')
    question.psn_type = typed->text[MING_FIELD_PSN_TYPE];
  if (*typed->text[MING_FIELD_SP_PSN_TYPE] != '\0')
    question.sp_psn_type = typed->text[MING_FIELD_SP_PSN_TYPE];
  if (*typed->text[MING_FIELD_CLCT_GRDE] != '\0')
    question.clct_grde = typed->text[MING_FIELD_CLCT_GRDE];
  fill_kinds (form, values, &question);
  question.paid_months = read_count (form, values, MING_LIFE_PAID);
  question.deemed_months = read_count (form, values, MING_LIFE_DEEMED);
  question.local_months = read_count (form, values, MING_LIFE_LOCAL);
  question.broken_years = read_count (form, values, MING_LIFE_BROKEN);
  question.repaired_years = read_count (form, values, MING_LIFE_REPAIRED);
  question.gap_months = read_count (form, values, MING_LIFE_GAP);
  question.in_window = *values->text[MING_LIFE_WINDOW] != '\0';
  return question;
}

static gboolean
has_fault (const MingLifeForm *form)
{
  for (int i = 0; i < MING_N_LIFE_FIELDS; i++)
    if (form->field[i].fault != NULL)
      return TRUE;
  return FALSE;
}

static void
fill_date (MingLifeForm *form)
{
  char *value = NULL;
  char *note = NULL;

  if (form->life != NULL && form->life->retirement.outcome == MING_OUTCOME_KNOWN)
    {
      const MingRetirement *retirement = &form->life->retirement.retirement;

      value = g_strdup_printf ("%04d-%02d", retirement->month / 12, retirement->month % 12 + 1);
      note = g_strdup_printf (_("at %1$d years %2$d months"), retirement->age_months / 12,
                              retirement->age_months % 12);
    }
  ming_headline_set (&form->figure[MING_LIFE_FIGURE_DATE], _("Statutory retirement"), value, note);
}

/* What is known of the years for retired benefits, or NULL. */
static const MingLifeYears *
known_years (const MingLifeForm *form)
{
  return form->life != NULL && form->life->years.outcome == MING_OUTCOME_KNOWN ? &form->life->years : NULL;
}

static void
fill_missing (MingLifeForm *form)
{
  const MingLifeYears *years = known_years (form);
  char *value =
      years != NULL ? g_strdup_printf (C_ ("months", "%d months"), years->gap.missing_months) : NULL;
  char *note = years != NULL ? g_strdup_printf (_("of %d months required"), years->rule.total_months) : NULL;

  ming_headline_set (&form->figure[MING_LIFE_FIGURE_MISSING], _("Still missing"), value, note);
}

static void
fill_cost (MingLifeForm *form)
{
  const MingLifeYears *years = known_years (form);
  char *value = NULL;
  char *note = NULL;

  if (years != NULL && years->cost_outcome == MING_OUTCOME_KNOWN)
    {
      g_autofree char *month = ming_answer_money (years->month_fen);

      value = ming_answer_money (years->at_once_fen);
      note = g_strdup_printf (_("or %s a month"), month);
    }
  else if (years != NULL && years->gap.missing_months > 0)
    note = g_strdup (_("not known in this policy pack"));
  ming_headline_set (&form->figure[MING_LIFE_FIGURE_COST], _("Cost at once"), value, note);
}

static void
fill_waiting (MingLifeForm *form)
{
  char *value = NULL;

  if (form->life != NULL && form->life->waiting.outcome == MING_OUTCOME_KNOWN)
    value = g_strdup_printf (C_ ("months", "%d months"), form->life->waiting.waiting.months);
  ming_headline_set (&form->figure[MING_LIFE_FIGURE_WAITING], _("Waiting period"), value, NULL);
}

static void
add_message (MingLifeForm *form, const char *message)
{
  if (message != NULL)
    g_ptr_array_add (form->messages, g_strdup (message));
}

static void
fill_messages (MingLifeForm *form, const GError *refused)
{
  for (int i = 0; i < MING_N_LIFE_FIELDS; i++)
    if (form->field[i].fault != NULL)
      g_ptr_array_add (form->messages,
                       g_strdup_printf (_("%s: %s"), form->field[i].label, form->field[i].fault));
  if (refused != NULL)
    g_ptr_array_add (form->messages, g_strdup (refused->message));
  if (form->life == NULL)
    return;
  add_message (form, form->life->retirement.message);
  add_message (form, form->life->years.message);
  /* a scheme that has neither is not asked about them */
  if (form->life->pack->waiting->len > 0)
    add_message (form, form->life->waiting.message);
  if (form->life->pack->resident_premium->len > 0)
    add_message (form, form->life->premium.message);
}

MingLifeForm *
ming_life_form_new (const MingLifeValues *values, const MingEstimateValues *typed,
                    const MingEstimateForm *person, const MingEstimateWorld *world)
{
  MingLifeForm *form = g_new0 (MingLifeForm, 1);
  MingLifeQuestion question;
  g_autoptr (GError) refused = NULL;

  form->guide = ming_guide_notes (typed, person, world, MING_GUIDE_LIFE);
  form->messages = g_ptr_array_new_with_free_func (g_free);
  for (int i = 0; i < MING_N_LIFE_FIELDS; i++)
    fill_field (form, values, (MingLifeField) i);
  question = ask (form, values, typed, person);
  if (person->pack != NULL && !has_fault (form))
    form->life = ming_life_new (world->library, &question, &refused);
  form->steps = form->life != NULL ? ming_life_explain (form->life)
                                   : g_ptr_array_new_with_free_func ((GDestroyNotify) ming_step_free);
  fill_date (form);
  fill_missing (form);
  fill_cost (form);
  fill_waiting (form);
  fill_messages (form, refused);
  return form;
}

void
ming_life_form_free (MingLifeForm *form)
{
  for (int i = 0; i < MING_N_LIFE_FIELDS; i++)
    ming_field_state_clear (&form->field[i]);
  for (int i = 0; i < MING_N_LIFE_FIGURES; i++)
    ming_headline_clear (&form->figure[i]);
  g_ptr_array_unref (form->steps);
  g_ptr_array_unref (form->guide);
  g_ptr_array_unref (form->messages);
  g_clear_pointer (&form->life, ming_life_free);
  g_free (form);
}
