/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>
#include <glib/gi18n-lib.h>

#include "core/ming-text.h"
#include "ming-estimate-form.h"
#include "ming-estimate-lists.h"

static void
replace (char **text, char *with)
{
  g_free (*text);
  *text = with;
}

/* Pack and kind of care that the choices stand for. */
static void
find_rules (MingEstimateForm *self, const MingEstimateValues *values, const MingEstimateWorld *world)
{
  const char *region = values->text[MING_FIELD_REGION];
  const char *insutype = values->text[MING_FIELD_INSUTYPE];
  const char *psn_type = values->text[MING_FIELD_PSN_TYPE];

  if (*region != '\0' && *insutype != '\0')
    self->pack = ming_library_find (world->library, region, insutype, NULL);
  if (self->pack != NULL)
    {
      self->care = ming_pack_find_care (self->pack, values->text[MING_FIELD_MED_TYPE]);
      self->asked = ming_asked_new (self->pack, self->care);
    }
  self->retired = g_str_has_prefix (psn_type, "12") || g_str_has_prefix (psn_type, "13");
  self->by_items = g_str_equal (values->text[MING_FIELD_BY_CLASS], MING_BY_ITEMS);
  self->by_catalogue = self->by_items || g_str_equal (values->text[MING_FIELD_BY_CLASS], MING_BY_CATALOGUE);
}

static gboolean
asks_text (const MingEstimateForm *self, MingTextFact fact)
{
  return self->asked != NULL && self->asked->text[fact];
}

static gboolean
asks_number (const MingEstimateForm *self, MingNumberFact fact)
{
  return self->asked != NULL && self->asked->number[fact];
}

/* By whose catalogue costs were parted is asked where it may not be that of the insured area. */
static gboolean
asks_catalogue (const MingEstimateValues *values)
{
  const char *away = values->text[MING_FIELD_AWAY];

  return (*away != '\0' && !g_str_equal (away, "home")) || *values->text[MING_FIELD_CATALOGUE] != '\0';
}

static gboolean
is_visible (const MingEstimateForm *self, const MingEstimateValues *values, MingField field)
{
  gboolean stays = self->care != NULL && self->care->admission;

  switch ((int) field)
    {
    case MING_FIELD_FLXEMPE:
      return asks_text (self, MING_FACT_FLXEMPE_FLAG);
    case MING_FIELD_CVLSERV:
      return asks_text (self, MING_FACT_CVLSERV_FLAG);
    case MING_FIELD_CLCT_GRDE:
      return asks_text (self, MING_FACT_CLCT_GRDE);
    case MING_FIELD_SP_PSN_TYPE:
      return asks_text (self, MING_FACT_SP_PSN_TYPE);
    case MING_FIELD_INSURED_YEARS:
      return asks_number (self, MING_FACT_INSURED_YEARS);
    case MING_FIELD_CLAIM_FREE_YEARS:
      return asks_number (self, MING_FACT_CLAIM_FREE_YEARS);
    case MING_FIELD_INSURED_MONTHS:
      return asks_number (self, MING_FACT_INSURED_MONTHS);
    case MING_FIELD_DISEASE:
      return asks_text (self, MING_FACT_OPSP_DISE_CODE);
    case MING_FIELD_AWAY:
      return asks_text (self, MING_FACT_AWAY);
    case MING_FIELD_AREA:
      return asks_text (self, MING_FACT_AREA);
    case MING_FIELD_BEGNDATE:
    case MING_FIELD_ADMISSION:
    case MING_FIELD_ADMISSIONS:
      return stays;
    case MING_FIELD_TOTAL:
    case MING_FIELD_FULL_OWN:
    case MING_FIELD_FIRST_PAY:
      return !self->by_catalogue;
    case MING_FIELD_CATALOGUE:
      return asks_catalogue (values);
    case MING_FIELD_CLASS_A:
    case MING_FIELD_CLASS_C:
      return self->by_catalogue;
    case MING_FIELD_CLASS_B:
    case MING_FIELD_FIRST_RATE:
      return self->by_catalogue && !self->by_items;
    case MING_FIELD_CLASS_B_ITEMS:
      return self->by_items;
    default:
      return field < MING_FIELD_SO_FAR;
    }
}

static const char *
choose_label (const MingEstimateForm *self, MingField field)
{
  gboolean stays = self->care == NULL || self->care->admission;

  if (field == MING_FIELD_BASE && self->retired)
    return C_ ("field", "Pension");
  if (field == MING_FIELD_ENDDATE && !stays)
    return C_ ("field", "Seen on");
  return ming_field_label (field);
}

static const char *
choose_unit (MingField field)
{
  switch (ming_field_info (field)->kind)
    {
    case MING_KIND_MONEY: /* yuan everywhere; only what is not a plain sum says more */
      return field == MING_FIELD_BASE ? C_ ("unit", "a month") : "";
    case MING_KIND_COUNT:
      if (field == MING_FIELD_ADMISSION || field == MING_FIELD_ADMISSIONS)
        return C_ ("unit", "stays");
      if (field == MING_FIELD_AGE)
        return C_ ("unit", "years old");
      return field == MING_FIELD_INSURED_MONTHS ? C_ ("unit", "months") : C_ ("unit", "years");
    case MING_KIND_RATE:
    case MING_KIND_CHOICE:
    case MING_KIND_REGION:
    case MING_KIND_IDCARD:
    case MING_KIND_TEXT:
    case MING_KIND_DATE:
    case MING_KIND_LIST:
    case MING_KIND_FLAG:
    case MING_KIND_SHOWN:
    default:
      return "";
    }
}

static void
fill_field (MingEstimateForm *self, MingField field, const MingEstimateValues *values, MingDate today)
{
  MingFieldState *state = &self->field[field];

  state->visible = is_visible (self, values, field);
  state->sensitive = TRUE;
  state->label = g_strdup (choose_label (self, field));
  state->unit = g_strdup (choose_unit (field));
  state->text = g_strdup (values->text[field]);
  state->placeholder = g_strdup ("");
  if (!state->visible)
    return;
  self->parsed[field] = ming_field_parse (field, values->text[field], today);
  state->fault = g_strdup (self->parsed[field].fault);
  state->unfinished = self->parsed[field].unfinished;
}

/* Refuses @field with @reason unless it is refused already. */
static void
refuse (MingEstimateForm *self, MingField field, const char *reason)
{
  if (self->field[field].visible && self->field[field].fault == NULL)
    self->field[field].fault = g_strdup (reason);
}

static gboolean
has_value (const MingEstimateForm *self, MingField field)
{
  return self->parsed[field].given && self->parsed[field].fault == NULL;
}

/* The days: what is not typed is today, or the day of asking. */
static void
check_dates (MingEstimateForm *self, MingDate today)
{
  const MingParsed *born = &self->parsed[MING_FIELD_BRDY];
  const MingParsed *begins = &self->parsed[MING_FIELD_BEGNDATE];
  const MingParsed *ends = &self->parsed[MING_FIELD_ENDDATE];
  char text[MING_TEXT_DATE_SIZE] = "";

  self->date = has_value (self, MING_FIELD_DATE) ? self->parsed[MING_FIELD_DATE].date : today;
  if (ming_text_format_date (self->date, text, sizeof text) == MING_OK)
    {
      replace (&self->field[MING_FIELD_DATE].placeholder, g_strdup (text));
      replace (&self->field[MING_FIELD_ENDDATE].placeholder, g_strdup (text));
    }
  if (has_value (self, MING_FIELD_BRDY) && ming_date_compare (born->date, self->date) > 0)
    refuse (self, MING_FIELD_BRDY, _("Born after the day of asking"));
  if (has_value (self, MING_FIELD_BEGNDATE))
    {
      MingDate end = has_value (self, MING_FIELD_ENDDATE) ? ends->date : self->date;

      if (ming_date_compare (begins->date, end) > 0)
        refuse (self, MING_FIELD_BEGNDATE, _("Admitted after the discharge"));
    }
  if (has_value (self, MING_FIELD_BRDY) && has_value (self, MING_FIELD_ENDDATE)
      && ming_date_compare (born->date, ends->date) > 0)
    refuse (self, MING_FIELD_ENDDATE, _("Before the date of birth"));
}

/* The birth date decides the age; an age is typed only when there is none. */
static void
fill_age (MingEstimateForm *self)
{
  MingFieldState *state = &self->field[MING_FIELD_AGE];
  int32_t age_years;

  if (!self->parsed[MING_FIELD_BRDY].given)
    return;
  state->sensitive = FALSE;
  replace (&state->text, g_strdup (""));
  g_clear_pointer (&state->fault, g_free);
  g_clear_pointer (&self->parsed[MING_FIELD_AGE].fault, g_free);
  self->parsed[MING_FIELD_AGE].given = FALSE;
  if (has_value (self, MING_FIELD_BRDY)
      && ming_date_age_years (self->parsed[MING_FIELD_BRDY].date, self->date, &age_years) == MING_OK)
    replace (&state->text, g_strdup_printf ("%d", age_years));
}

/* In scope = total − own cost − first pay − over limit (I1). */
static void
fill_in_scope (MingEstimateForm *self)
{
  static const MingField classes[] = { MING_FIELD_FULL_OWN, MING_FIELD_FIRST_PAY, MING_FIELD_OVER_LIMIT };
  MingFieldState *shown = &self->field[MING_FIELD_IN_SCOPE];
  MingFen rest_fen = self->parsed[MING_FIELD_TOTAL].fen;
  MingFen outside_fen = 0;
  char text[MING_TEXT_FEN_SIZE];

  for (gsize i = 0; i < G_N_ELEMENTS (classes); i++)
    {
      replace (&self->field[classes[i]].placeholder, g_strdup ("0.00"));
      outside_fen += has_value (self, classes[i]) ? self->parsed[classes[i]].fen : 0;
    }
  if (self->by_catalogue || !has_value (self, MING_FIELD_TOTAL))
    return;
  if (outside_fen > rest_fen)
    {
      g_autofree char *reason = NULL;

      if (ming_text_format_fen (MIN (outside_fen - rest_fen, MING_FEN_MAX), MING_TEXT_GROUPED, text,
                                sizeof text)
          == MING_OK)
        reason = g_strdup_printf (_("The classes exceed the total by %s"), text);
      refuse (self, MING_FIELD_TOTAL, reason);
      return;
    }
  self->parsed[MING_FIELD_IN_SCOPE].given = TRUE;
  self->parsed[MING_FIELD_IN_SCOPE].fen = rest_fen - outside_fen;
  if (ming_text_format_fen (rest_fen - outside_fen, MING_TEXT_GROUPED, text, sizeof text) == MING_OK)
    replace (&shown->text, g_strdup (text));
}

/* Class B as one sum, or what its items come to. */
static MingFen
get_class_b (const MingEstimateForm *self, const MingEstimateValues *values)
{
  g_autoptr (GPtrArray) items = NULL;
  MingFen sum_fen = 0;
  char *fault = NULL;
  gboolean unfinished;

  if (!self->by_items)
    return has_value (self, MING_FIELD_CLASS_B) ? self->parsed[MING_FIELD_CLASS_B].fen : 0;
  items = ming_class_items_read (values->text[MING_FIELD_CLASS_B_ITEMS], &fault, &unfinished);
  g_free (fault);
  for (guint i = 0; items != NULL && i < items->len; i++)
    sum_fen += ((const MingClassItem *) g_ptr_array_index (items, i))->amount_fen;
  return sum_fen;
}

/* Classes that are good one by one and contradict each other. */
static void
check_catalogue (MingEstimateForm *self, const MingEstimateValues *values)
{
  MingFen covered_fen = get_class_b (self, values);
  MingFen total_fen;

  if (!self->by_catalogue)
    return;
  covered_fen += has_value (self, MING_FIELD_CLASS_A) ? self->parsed[MING_FIELD_CLASS_A].fen : 0;
  total_fen = covered_fen + (has_value (self, MING_FIELD_CLASS_C) ? self->parsed[MING_FIELD_CLASS_C].fen : 0);
  if (total_fen > MING_FEN_MAX)
    refuse (self, MING_FIELD_CLASS_A, _("The classes together exceed 10,000,000,000.00 yuan"));
  if (has_value (self, MING_FIELD_OVER_LIMIT) && self->parsed[MING_FIELD_OVER_LIMIT].fen > covered_fen)
    refuse (self, MING_FIELD_OVER_LIMIT, _("More than classes A and B together"));
}

static void
fill_catalogue (MingEstimateForm *self)
{
  replace (&self->field[MING_FIELD_UNCREDITED].placeholder, g_strdup (_("such as 202503-202505 arrears")));
  replace (&self->field[MING_FIELD_CATALOGUE].placeholder, g_strdup (C_ ("catalogue", "as applies")));
  if (!self->by_catalogue)
    return;
  for (int i = MING_FIELD_CLASS_A; i <= MING_FIELD_CLASS_C; i++)
    replace (&self->field[i].placeholder, g_strdup ("0.00"));
  replace (&self->field[MING_FIELD_CLASS_B_ITEMS].placeholder, g_strdup (_("such as CT 1000 10%; 5000 20%")));
  replace (&self->field[MING_FIELD_FIRST_RATE].placeholder, g_strdup ("10 %"));
}

/* The n-th stay follows from the stays so far unless it is typed. */
static void
fill_admissions (MingEstimateForm *self)
{
  gint32 before = has_value (self, MING_FIELD_ADMISSIONS) ? self->parsed[MING_FIELD_ADMISSIONS].number : 0;
  gint32 nth =
      has_value (self, MING_FIELD_ADMISSION) ? self->parsed[MING_FIELD_ADMISSION].number : before + 1;

  replace (&self->field[MING_FIELD_ADMISSION].placeholder, g_strdup_printf ("%d", before + 1));
  replace (&self->field[MING_FIELD_ADMISSIONS].placeholder, g_strdup_printf ("%d", nth - 1));
  if (has_value (self, MING_FIELD_ADMISSION) && has_value (self, MING_FIELD_ADMISSIONS) && nth != before + 1)
    refuse (self, MING_FIELD_ADMISSION, _("Does not follow from the stays so far"));
}

static void
add_missing (MingEstimateForm *self, MingField field)
{
  g_ptr_array_add (self->missing, g_strdup (self->field[field].label));
}

static void
list_missing (MingEstimateForm *self, const MingEstimateValues *values)
{
  static const MingField needed[] = { MING_FIELD_REGION, MING_FIELD_INSUTYPE, MING_FIELD_PSN_TYPE };
  gboolean costs = has_value (self, MING_FIELD_TOTAL) || has_value (self, MING_FIELD_CLASS_A)
                   || has_value (self, MING_FIELD_CLASS_B) || has_value (self, MING_FIELD_CLASS_B_ITEMS)
                   || has_value (self, MING_FIELD_CLASS_C);

  for (gsize i = 0; i < G_N_ELEMENTS (needed); i++)
    if (*values->text[needed[i]] == '\0')
      add_missing (self, needed[i]);
  if (!costs)
    add_missing (self, self->by_catalogue ? MING_FIELD_CLASS_A : MING_FIELD_TOTAL);
  if (costs && *values->text[MING_FIELD_MED_TYPE] == '\0')
    add_missing (self, MING_FIELD_MED_TYPE);
  if (costs && *values->text[MING_FIELD_HOSP_LV] == '\0')
    add_missing (self, MING_FIELD_HOSP_LV);
  if (has_value (self, MING_FIELD_CLASS_B) && self->parsed[MING_FIELD_CLASS_B].fen > 0
      && !self->parsed[MING_FIELD_FIRST_RATE].given)
    add_missing (self, MING_FIELD_FIRST_RATE);
}

MingEstimateForm *
ming_estimate_form_new (const MingEstimateValues *values, const MingEstimateWorld *world)
{
  MingEstimateForm *self = g_new0 (MingEstimateForm, 1);

  self->missing = g_ptr_array_new_with_free_func (g_free);
  find_rules (self, values, world);
  for (int i = 0; i < MING_N_FIELDS; i++)
    fill_field (self, (MingField) i, values, world->today);
  ming_estimate_form_fill_choices (self, values, world);
  ming_estimate_form_fill_so_far (self, values, world->today);
  check_dates (self, world->today);
  fill_age (self);
  fill_in_scope (self);
  fill_catalogue (self);
  check_catalogue (self, values);
  fill_admissions (self);
  list_missing (self, values);
  ming_estimate_form_fill_family (self, values, world->today);
  ming_estimate_form_fill_case (self, values);
  return self;
}

void
ming_estimate_form_free (MingEstimateForm *self)
{
  if (self == NULL)
    return;
  for (int i = 0; i < MING_N_FIELDS; i++)
    {
      ming_field_state_clear (&self->field[i]);
      g_free (self->parsed[i].fault);
    }
  for (int i = 0; i < MING_FAMILY_ROWS * MING_N_FAMILY_COLUMNS; i++)
    g_free (self->family_fault[i / MING_N_FAMILY_COLUMNS][i % MING_N_FAMILY_COLUMNS]);
  g_ptr_array_unref (self->family);
  g_clear_pointer (&self->asked, ming_asked_free);
  g_clear_pointer (&self->input, ming_case_free);
  g_ptr_array_unref (self->missing);
  g_free (self);
}

guint
ming_estimate_form_n_faults (const MingEstimateForm *self)
{
  guint n = 0;

  for (int i = 0; i < MING_N_FIELDS; i++)
    n += self->field[i].visible && self->field[i].fault != NULL ? 1 : 0;
  for (int i = 0; i < MING_FAMILY_ROWS * MING_N_FAMILY_COLUMNS; i++)
    n += self->family_fault[i / MING_N_FAMILY_COLUMNS][i % MING_N_FAMILY_COLUMNS] != NULL ? 1 : 0;
  return n;
}

MingField
ming_estimate_form_next (const MingEstimateForm *self, const MingEstimateValues *values, MingField field)
{
  const char *idcard = values->text[MING_FIELD_IDCARD];
  gboolean read = *idcard != '\0' && self->field[MING_FIELD_IDCARD].fault == NULL;

  for (int i = (int) field + 1; i < MING_N_FIELDS; i++)
    {
      if (!ming_field_info ((MingField) i)->usual || !self->field[i].visible || !self->field[i].sensitive)
        continue;
      if (read && (i == MING_FIELD_BRDY || i == MING_FIELD_GEND))
        continue;
      return (MingField) i;
    }
  return MING_N_FIELDS;
}

static char *
tidy_list (MingField field, const char *text)
{
  gboolean months = field == MING_FIELD_UNCREDITED, unfinished;
  char *fault = NULL;
  g_autoptr (GPtrArray) list = months ? ming_uncredited_read (text, &fault, &unfinished)
                                      : ming_class_items_read (text, &fault, &unfinished);

  g_free (fault);
  if (list == NULL)
    return g_strdup (text);
  return months ? ming_uncredited_write (list) : ming_class_items_write (list);
}

char *
ming_field_tidy (MingField field, const char *text, MingDate today)
{
  MingParsed parsed = ming_field_parse (field, text, today);
  MingFieldKind kind = ming_field_info (field)->kind;
  char buffer[MING_TEXT_FEN_SIZE];
  MingStatus status = MING_E_TEXT;

  if (!parsed.given || parsed.fault != NULL)
    {
      g_free (parsed.fault);
      return g_strdup (text);
    }
  if (kind == MING_KIND_MONEY)
    status = ming_text_format_fen (parsed.fen, MING_TEXT_GROUPED, buffer, sizeof buffer);
  else if (kind == MING_KIND_DATE)
    status = ming_text_format_date (parsed.date, buffer, sizeof buffer);
  else if (kind == MING_KIND_RATE)
    status = ming_text_format_rate (parsed.rate, buffer, sizeof buffer);
  else if (kind == MING_KIND_LIST)
    return tidy_list (field, text);
  else if (kind == MING_KIND_COUNT)
    return g_strdup_printf ("%d", parsed.number);
  return g_strdup (status == MING_OK ? buffer : text);
}
