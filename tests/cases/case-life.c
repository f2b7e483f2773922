/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "case-value.h"
#include "core/ming-text.h"

/* What one name of a question about a working life is. */
typedef struct
{
  const char *name;
  enum { COUNT, FEN, MONTH } unit;
  MingOutcome outcome;
  gint64 value;
} Named;

static char *
print_named (const Named *named)
{
  char text[MING_TEXT_FEN_SIZE] = "";

  if (named->outcome != MING_OUTCOME_KNOWN)
    return g_strdup (ming_outcome_name (named->outcome));
  if (named->unit == MONTH)
    return g_strdup_printf ("%04d-%02d", (int) named->value / 12, (int) named->value % 12 + 1);
  if (named->unit == COUNT)
    return g_strdup_printf ("%d", (int) named->value);
  g_assert_cmpint (ming_text_format_fen (named->value, MING_TEXT_PLAIN, text, sizeof text), ==, MING_OK);
  return g_strdup (text);
}

char *
case_value_get_life (const MingLife *life, const char *name)
{
  const MingOutcome retirement = life->retirement.outcome;
  const MingOutcome years = life->years.outcome;
  const MingOutcome waiting = life->waiting.outcome;
  const MingOutcome premium = life->premium.outcome;
  const Named names[] = {
    { "retirement:month", MONTH, retirement, life->retirement.retirement.month },
    { "retirement:age_months", COUNT, retirement, life->retirement.retirement.age_months },
    { "years:required_months", COUNT, years, life->years.rule.total_months },
    { "years:missing_months", COUNT, years, life->years.gap.missing_months },
    { "years:cost_at_once", FEN, life->years.cost_outcome, life->years.at_once_fen },
    { "waiting:fixed_months", COUNT, waiting, life->waiting.waiting.fixed_months },
    { "waiting:variable_months", COUNT, waiting, life->waiting.waiting.variable_months },
    { "waiting:months", COUNT, waiting, life->waiting.waiting.months },
    { "premium:coverage_year", COUNT, premium, life->premium.coverage_year },
    { "premium:person", FEN, premium, life->premium.person_fen },
    { "premium:subsidy", FEN, premium, life->premium.subsidy_fen },
  };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    if (g_str_equal (names[i].name, name))
      return print_named (&names[i]);
  return NULL;
}
