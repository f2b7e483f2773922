/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>
#include <glib/gi18n-lib.h>

#include "core/ming-idcard.h"
#include "core/ming-text.h"
#include "ming-estimate-fields.h"
#include "ming-estimate-lists.h"

#define PERSON MING_SECTION_PERSON
#define VISIT MING_SECTION_VISIT
#define YEAR MING_SECTION_YEAR

/* So that the same label stands for every running total until the pack names it. */
#define SO_FAR(n) \
  [MING_FIELD_SO_FAR + (n)] = { MING_KIND_MONEY, YEAR, TRUE, TRUE, NC_ ("field", "So far"), 0, 0 }

static const MingFieldInfo fields[MING_N_FIELDS] = {
  [MING_FIELD_REGION] = { MING_KIND_REGION, PERSON, TRUE, FALSE, NC_ ("field", "Region"), 0, 0 },
  [MING_FIELD_INSUTYPE] = { MING_KIND_CHOICE, PERSON, TRUE, FALSE, NC_ ("field", "Scheme"), 0, 0 },
  [MING_FIELD_PSN_TYPE] = { MING_KIND_CHOICE, PERSON, TRUE, TRUE, NC_ ("field", "Person"), 0, 0 },
  [MING_FIELD_IDCARD] = { MING_KIND_IDCARD, PERSON, TRUE, TRUE, NC_ ("field", "ID number"), 0, 0 },
  [MING_FIELD_BRDY] = { MING_KIND_DATE, PERSON, FALSE, TRUE, NC_ ("field", "Born on"), 0, 0 },
  [MING_FIELD_AGE] = { MING_KIND_COUNT, PERSON, FALSE, FALSE, NC_ ("field", "Age"), 0, 150 },
  [MING_FIELD_GEND] = { MING_KIND_CHOICE, PERSON, FALSE, TRUE, NC_ ("field", "Sex"), 0, 0 },
  [MING_FIELD_FLXEMPE] = { MING_KIND_FLAG, PERSON, FALSE, FALSE, NC_ ("field", "Flexible work"), 0, 0 },
  [MING_FIELD_CVLSERV] = { MING_KIND_FLAG, PERSON, FALSE, FALSE, NC_ ("field", "Civil servant"), 0, 0 },
  [MING_FIELD_CLCT_GRDE] = { MING_KIND_CHOICE, PERSON, FALSE, TRUE, NC_ ("field", "Tier paid"), 0, 0 },
  [MING_FIELD_SP_PSN_TYPE] = { MING_KIND_CHOICE, PERSON, FALSE, TRUE, NC_ ("field", "Relief group"), 0, 0 },
  [MING_FIELD_INSURED_YEARS]
    = { MING_KIND_COUNT, PERSON, FALSE, TRUE, NC_ ("field", "Years insured"), 0, 99 },
  [MING_FIELD_CLAIM_FREE_YEARS]
    = { MING_KIND_COUNT, PERSON, FALSE, TRUE, NC_ ("field", "No-claim years"), 0, 99 },
  [MING_FIELD_INSURED_MONTHS]
    = { MING_KIND_COUNT, PERSON, FALSE, TRUE, NC_ ("field", "Months insured"), 0, 1200 },
  [MING_FIELD_BASE] = { MING_KIND_MONEY, PERSON, FALSE, TRUE, NC_ ("field", "Base"), 0, 0 },
  [MING_FIELD_BALC] = { MING_KIND_MONEY, PERSON, FALSE, TRUE, NC_ ("field", "Balance"), 0, 0 },
  [MING_FIELD_UNCREDITED] = { MING_KIND_LIST, PERSON, TRUE, FALSE, NC_ ("field", "No credit in"), 0, 0 },
  [MING_FIELD_DATE] = { MING_KIND_DATE, PERSON, FALSE, FALSE, NC_ ("field", "As of"), 0, 0 },
  [MING_FIELD_MED_TYPE] = { MING_KIND_CHOICE, VISIT, TRUE, TRUE, NC_ ("field", "Care"), 0, 0 },
  [MING_FIELD_HOSP_LV] = { MING_KIND_CHOICE, VISIT, FALSE, TRUE, NC_ ("field", "Hospital"), 0, 0 },
  [MING_FIELD_DISEASE] = { MING_KIND_CHOICE, VISIT, FALSE, TRUE, NC_ ("field", "Disease"), 0, 0 },
  [MING_FIELD_AWAY] = { MING_KIND_CHOICE, VISIT, FALSE, FALSE, NC_ ("field", "Place"), 0, 0 },
  [MING_FIELD_AREA] = { MING_KIND_CHOICE, VISIT, FALSE, FALSE, NC_ ("field", "Area"), 0, 0 },
  [MING_FIELD_BEGNDATE] = { MING_KIND_DATE, VISIT, FALSE, TRUE, NC_ ("field", "Admitted"), 0, 0 },
  [MING_FIELD_ENDDATE] = { MING_KIND_DATE, VISIT, FALSE, TRUE, NC_ ("field", "Discharged"), 0, 0 },
  [MING_FIELD_ADMISSION] = { MING_KIND_COUNT, VISIT, FALSE, FALSE, NC_ ("field", "Stay no."), 1, 99 },
  [MING_FIELD_BY_CLASS] = { MING_KIND_CHOICE, VISIT, FALSE, FALSE, NC_ ("field", "Costs by"), 0, 0 },
  [MING_FIELD_CATALOGUE] = { MING_KIND_CHOICE, VISIT, FALSE, FALSE, NC_ ("field", "Catalogue"), 0, 0 },
  [MING_FIELD_TOTAL] = { MING_KIND_MONEY, VISIT, FALSE, TRUE, NC_ ("field", "Total cost"), 0, 0 },
  [MING_FIELD_FULL_OWN] = { MING_KIND_MONEY, VISIT, FALSE, TRUE, NC_ ("field", "Own cost"), 0, 0 },
  [MING_FIELD_FIRST_PAY] = { MING_KIND_MONEY, VISIT, FALSE, TRUE, NC_ ("field", "First pay"), 0, 0 },
  [MING_FIELD_OVER_LIMIT] = { MING_KIND_MONEY, VISIT, FALSE, TRUE, NC_ ("field", "Over limit"), 0, 0 },
  [MING_FIELD_CLASS_A] = { MING_KIND_MONEY, VISIT, FALSE, TRUE, NC_ ("field", "Class A"), 0, 0 },
  [MING_FIELD_CLASS_B] = { MING_KIND_MONEY, VISIT, FALSE, TRUE, NC_ ("field", "Class B"), 0, 0 },
  [MING_FIELD_CLASS_B_ITEMS]
    = { MING_KIND_LIST, VISIT, TRUE, TRUE, NC_ ("field", "Class B items"), 0, 0 },
  [MING_FIELD_CLASS_C] = { MING_KIND_MONEY, VISIT, FALSE, TRUE, NC_ ("field", "Class C"), 0, 0 },
  [MING_FIELD_FIRST_RATE] = { MING_KIND_RATE, VISIT, FALSE, TRUE, NC_ ("field", "First pay %"), 0, 0 },
  [MING_FIELD_IN_SCOPE] = { MING_KIND_SHOWN, VISIT, FALSE, FALSE, NC_ ("field", "In scope"), 0, 0 },
  [MING_FIELD_ADMISSIONS] = { MING_KIND_COUNT, YEAR, TRUE, TRUE, NC_ ("field", "Stays so far"), 0, 98 },
  SO_FAR (0), SO_FAR (1), SO_FAR (2), SO_FAR (3), SO_FAR (4), SO_FAR (5), SO_FAR (6), SO_FAR (7),
};

const MingFieldInfo *
ming_field_info (MingField field)
{
  g_return_val_if_fail (field < MING_N_FIELDS, NULL);

  return &fields[field];
}

const char *
ming_field_label (MingField field)
{
  g_return_val_if_fail (field < MING_N_FIELDS, "");

  return g_dpgettext2 (GETTEXT_PACKAGE, "field", fields[field].label);
}

/* "3x0": what is wrong and where, or that it stops too early. */
static char *
describe_bad_text (const char *text, gsize wrong_at)
{
  const char *wrong = text + MIN (wrong_at, strlen (text));
  g_autofree char *character = NULL;

  if (*wrong == '\0')
    return g_strdup (_("Something is missing at the end"));
  character = g_utf8_substring (wrong, 0, 1);
  return g_strdup_printf (_("“%s” does not belong here"), character);
}

static char *
describe_money_fault (MingStatus status, const char *text, gsize wrong_at)
{
  if (status != MING_E_RANGE)
    return describe_bad_text (text, wrong_at);
  if (strchr (text, '-') != NULL || strstr (text, "−") != NULL || strstr (text, "－") != NULL)
    return g_strdup (_("An amount cannot be negative"));
  return g_strdup (_("Larger than 10,000,000,000.00 yuan"));
}

static char *
describe_date_fault (MingStatus status, const char *text, gsize wrong_at)
{
  if (status == MING_E_DATE)
    return g_strdup (_("No such day in the calendar"));
  if (status == MING_E_RANGE)
    return g_strdup (_("The year must be 1900 to 2199"));
  if (wrong_at >= strlen (text))
    return g_strdup (_("Type eight digits, such as 20251103"));
  return describe_bad_text (text, wrong_at);
}

static char *
describe_count_fault (MingStatus status, const char *text, gsize wrong_at, const MingFieldInfo *info)
{
  if (status == MING_E_RANGE)
    return g_strdup_printf (_("Must be %d to %d"), info->least, info->most);
  return describe_bad_text (text, wrong_at);
}

static char *
describe_idcard_fault (MingIdcardFault fault)
{
  switch (fault)
    {
    case MING_IDCARD_FAULT_CHARACTER:
      return g_strdup (_("Only digits, and X at the end"));
    case MING_IDCARD_FAULT_TOO_SHORT:
      return g_strdup (_("Fewer than 18 characters"));
    case MING_IDCARD_FAULT_TOO_LONG:
      return g_strdup (_("More than 18 characters"));
    case MING_IDCARD_FAULT_BIRTH:
      return g_strdup (_("Digits 7 to 14 are no date of birth"));
    case MING_IDCARD_FAULT_FUTURE:
      return g_strdup (_("The date of birth lies in the future"));
    case MING_IDCARD_FAULT_CHECK_DIGIT:
      return g_strdup (_("The last character does not fit: mistyped?"));
    case MING_IDCARD_FAULT_NONE:
    default:
      return NULL;
    }
}

static void
parse_idcard (MingParsed *parsed, const char *text, gsize length, MingDate today)
{
  MingIdcard card;
  MingIdcardFault fault = MING_IDCARD_FAULT_NONE;

  if (!ming_idcard_text_is_masked (text) && ming_idcard_parse (text, length, today, &card, &fault) != MING_OK)
    parsed->fault = describe_idcard_fault (fault);
  parsed->unfinished = fault == MING_IDCARD_FAULT_TOO_SHORT;
}

static void
parse_list (MingParsed *parsed, MingField field, const char *text)
{
  GPtrArray *list = field == MING_FIELD_UNCREDITED
                        ? ming_uncredited_read (text, &parsed->fault, &parsed->unfinished)
                        : ming_class_items_read (text, &parsed->fault, &parsed->unfinished);

  g_clear_pointer (&list, g_ptr_array_unref);
}

/* "10" where a percentage is asked for is 10 %; up to 1 a bare number is the number itself. */
static MingStatus
parse_percentage (const char *text, MingRate *out, gsize *wrong_at)
{
  MingStatus status = ming_text_parse_rate_entry (text, strlen (text), out, wrong_at);
  g_autofree char *percent = NULL;

  if ((status == MING_OK && ming_rate_is_share (*out)) || strpbrk (text, "%/") != NULL)
    return status == MING_OK && !ming_rate_is_share (*out) ? MING_E_RANGE : status;
  percent = g_strconcat (text, "%", NULL);
  if (ming_text_parse_rate_entry (percent, strlen (percent), out, NULL) == MING_OK
      && ming_rate_is_share (*out))
    return MING_OK;
  return status == MING_OK ? MING_E_RANGE : status;
}

MingParsed
ming_field_parse (MingField field, const char *text, MingDate today)
{
  const MingFieldInfo *info = ming_field_info (field);
  g_autofree char *stripped = g_strstrip (g_strdup (text));
  MingParsed parsed = { .given = *stripped != '\0' };
  gsize length = strlen (stripped); /* what is pasted ends with a line break, as often as not */
  gsize wrong_at = 0;
  MingStatus status;

  if (!parsed.given)
    return parsed;
  switch (info->kind)
    {
    case MING_KIND_MONEY:
      status = ming_text_parse_fen_entry (stripped, length, &parsed.fen, &wrong_at);
      if (status != MING_OK)
        parsed.fault = describe_money_fault (status, stripped, wrong_at);
      break;
    case MING_KIND_DATE:
      status = ming_text_parse_date_entry (stripped, length, &parsed.date, &wrong_at);
      if (status != MING_OK)
        parsed.fault = describe_date_fault (status, stripped, wrong_at);
      break;
    case MING_KIND_COUNT:
      status = ming_text_parse_int_entry (stripped, length, info->least, info->most, &parsed.number,
                                          &wrong_at);
      if (status != MING_OK)
        parsed.fault = describe_count_fault (status, stripped, wrong_at, info);
      break;
    case MING_KIND_RATE:
      status = parse_percentage (stripped, &parsed.rate, &wrong_at);
      if (status != MING_OK)
        parsed.fault = status == MING_E_RANGE ? g_strdup (_("Must be 0 % to 100 %, such as 10%"))
                                              : describe_bad_text (stripped, wrong_at);
      break;
    case MING_KIND_IDCARD:
      parse_idcard (&parsed, stripped, length, today);
      break;
    case MING_KIND_LIST:
      parse_list (&parsed, field, text);
      break;
    case MING_KIND_CHOICE:
    case MING_KIND_REGION:
    case MING_KIND_TEXT:
    case MING_KIND_FLAG:
    case MING_KIND_SHOWN:
    default:
      break;
    }
  parsed.unfinished |= parsed.fault != NULL && wrong_at >= length;
  return parsed;
}
