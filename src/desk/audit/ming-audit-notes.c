/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>
#include <glib/gi18n-lib.h>

#include "../ming-codes.h"
#include "core/ming-text.h"
#include "ming-audit-form.h"

/* The parts of each identity, in words. */
static const struct
{
  const char *name;
  const char *words;
} identities[] = {
  { "I1", N_ ("Total = full own cost + over limit + first pay + in scope") },
  { "I2", N_ ("Funds in all = the funds added up") },
  { "I3", N_ ("Total = funds + hospital + own part") },
  { "I4", N_ ("Own part = account + cash") },
  { "I3+I4", N_ ("Total = funds + hospital + account + cash") },
};

static const char *const causes[MING_N_CAUSES] = {
  [MING_CAUSE_CHARGES] = NC_ ("cause", "The bill"),
  [MING_CAUSE_FIRST_PAY_RATE] = NC_ ("cause", "First-pay share of class B"),
  [MING_CAUSE_ADMISSION] = NC_ ("cause", "Which stay of the year"),
  [MING_CAUSE_PSN_TYPE] = NC_ ("cause", "Kind of person"),
  [MING_CAUSE_HOSP_LV] = NC_ ("cause", "Hospital level"),
  [MING_CAUSE_AWAY] = NC_ ("cause", "Place of treatment"),
  [MING_CAUSE_DEDUCTIBLE_USED] = NC_ ("cause", "Deductible used before"),
  [MING_CAUSE_PAID_SO_FAR] = NC_ ("cause", "Paid by the fund before"),
  [MING_CAUSE_CVLSERV] = NC_ ("cause", "Civil servant"),
  [MING_CAUSE_BALANCE] = NC_ ("cause", "Account balance before"),
};

/* A value of a cause as people read it. */
static char *
name_value (MingCauseKind kind, const char *value)
{
  MingFen fen;

  switch (kind)
    {
    case MING_CAUSE_PSN_TYPE:
      return g_strdup (ming_codes_name (MING_CODES_PSN_TYPE, value));
    case MING_CAUSE_HOSP_LV:
      return g_strdup (ming_codes_name (MING_CODES_HOSP_LV, value));
    case MING_CAUSE_AWAY:
      return g_strdup (ming_codes_name (MING_CODES_AWAY, value));
    case MING_CAUSE_CVLSERV:
      return g_strdup (g_str_equal (value, "1") ? C_ ("flag", "yes") : C_ ("flag", "no"));
    case MING_CAUSE_ADMISSION:
    case MING_CAUSE_FIRST_PAY_RATE:
      return g_strdup (value);
    case MING_CAUSE_CHARGES:
    case MING_CAUSE_DEDUCTIBLE_USED:
    case MING_CAUSE_PAID_SO_FAR:
    case MING_CAUSE_BALANCE:
    case MING_N_CAUSES:
    default:
      if (ming_text_parse_fen (value, strlen (value), &fen) != MING_OK)
        return g_strdup (value);
      return ming_answer_money (fen);
    }
}

static char *
join_values (const MingCause *cause)
{
  g_autoptr (GStrvBuilder) names = g_strv_builder_new ();
  g_auto (GStrv) list = NULL;

  for (guint i = 0; i < cause->values->len; i++)
    {
      g_autofree char *name = name_value (cause->kind, g_ptr_array_index (cause->values, i));

      g_strv_builder_add (names, name);
    }
  list = g_strv_builder_end (names);
  return g_strjoinv (C_ ("list", ", "), list);
}

void
ming_audit_form_tell_causes (MingAuditForm *form, const MingAudit *audit)
{
  for (guint i = 0; i < audit->causes->len; i++)
    {
      const MingCause *cause = g_ptr_array_index (audit->causes, i);
      const char *name = g_dpgettext2 (GETTEXT_PACKAGE, "cause", causes[cause->kind]);
      g_autofree char *values = join_values (cause);
      /* Translators: a fact and the values of it that explain the statement */
      g_autofree char *title = g_strdup_printf (C_ ("cause", "%1$s: %2$s"), name, values);
      g_autofree char *text
          = g_strdup_printf (ngettext ("With this alone changed, the %u figure compared agrees",
                                       "With this alone changed, all %u figures compared agree",
                                       audit->n_compared),
                             audit->n_compared);

      g_ptr_array_add (form->causes, ming_note_new (title, text, NULL, TRUE));
    }
}

/* "Critical illness, Other": the parts nobody typed. */
static char *
list_missing (const MingSum *sum)
{
  g_autoptr (GStrvBuilder) names = g_strv_builder_new ();
  g_auto (GStrv) list = NULL;

  for (int i = 0; i < MING_N_STATEMENT_FIELDS; i++)
    if (sum->missing & (1u << i))
      g_strv_builder_add (names, ming_audit_field_label ((MingStatementField) i));
  list = g_strv_builder_end (names);
  return g_strjoinv (C_ ("list", ", "), list);
}

static char *
tell_sum (const MingSum *sum)
{
  g_autofree char *difference = ming_answer_money (ABS (sum->difference_fen));
  g_autofree char *missing = NULL;

  switch (sum->state)
    {
    case MING_SUM_HOLDS:
      return g_strdup (_("Adds up to the fen"));
    case MING_SUM_OPEN:
      missing = list_missing (sum);
      /* Translators: amount, list of figures that were not typed */
      return g_strdup_printf (_("%1$s must stand in what was not typed: %2$s"), difference, missing);
    case MING_SUM_FAILS:
      return g_strdup_printf (sum->difference_fen > 0 ? _("The parts are %s short of the whole")
                                                      : _("The parts exceed the whole by %s"), difference);
    case MING_SUM_NOT_ASKED:
    default:
      return g_strdup (_("Not typed"));
    }
}

static const char *
mark_sum (MingSumState state)
{
  switch (state)
    {
    case MING_SUM_HOLDS:
      return C_ ("sum", "holds");
    case MING_SUM_FAILS:
      return C_ ("sum", "does not add up");
    case MING_SUM_OPEN:
      return C_ ("sum", "open");
    case MING_SUM_NOT_ASKED:
    default:
      return NULL;
    }
}

/* The last identity only stands in for two that need the person's part. */
void
ming_audit_form_tell_sums (MingAuditForm *form)
{
  MingSum sums[MING_N_STATEMENT_SUMS];

  ming_statement_sums (&form->statement, sums);
  for (guint i = 0; i < MING_N_STATEMENT_SUMS; i++)
    {
      g_autofree char *title = g_strdup_printf ("%s  %s", identities[i].name, _(identities[i].words));
      g_autofree char *text = tell_sum (&sums[i]);

      if (i == MING_N_STATEMENT_SUMS - 1 && sums[i].state == MING_SUM_NOT_ASKED)
        continue;
      g_ptr_array_add (form->sums, ming_note_new (title, text, mark_sum (sums[i].state),
                                                  sums[i].state == MING_SUM_HOLDS));
    }
}
