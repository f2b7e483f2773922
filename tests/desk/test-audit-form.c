/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "desk/audit/ming-audit-form.h"
#include "counter.h"

/* 复核对账 without a screen: figures typed beside a typed case. */

static MingSession *
open_counter (void)
{
  static const Typed typed[] = {
    { MING_FIELD_PSN_TYPE, "1201" },
    { MING_FIELD_BALC, "1204.30" },    { MING_FIELD_MED_TYPE, "21" },    { MING_FIELD_HOSP_LV, "02" },
    { MING_FIELD_ENDDATE, "20251103" }, { MING_FIELD_TOTAL, "53600" },   { MING_FIELD_FULL_OWN, "1800" },
    { MING_FIELD_FIRST_PAY, "1800" },
  };
  MingSession *session = counter_open ();

  counter_type (session, typed, G_N_ELEMENTS (typed));
  return session;
}

static MingAuditForm *
judge (MingSession *session, const MingAuditValues *values)
{
  return ming_audit_form_new (values, ming_session_get_form (session), ming_session_get_world (session));
}

static void
test_nothing_typed (void)
{
  g_autoptr (MingSession) session = open_counter ();
  g_autoptr (MingAuditValues) values = ming_audit_values_new ();
  g_autoptr (MingAuditForm) form = judge (session, values);

  g_assert_false (form->differs);
  g_assert_cmpint (form->first_row, ==, -1);
  g_assert_cmpint (form->causes->len, ==, 0);
  g_assert_false (form->can_take_bill);
  g_assert_cmpint (form->steps->len, >, 3);
}

static void
test_second_stay (void)
{
  g_autoptr (MingSession) session = open_counter ();
  g_autoptr (MingAuditValues) values = ming_audit_values_new ();
  g_autoptr (MingAuditForm) form = NULL;
  g_autoptr (MingAuditForm) mended = NULL;
  g_autofree char *text = NULL;
  GStrv row;
  gboolean named = FALSE;

  ming_audit_values_set (values, MING_STATEMENT_TOTAL, "5.36万");
  ming_audit_values_set (values, MING_STATEMENT_DEDUCTIBLE, "650");
  form = judge (session, values);
  g_assert_true (form->differs);
  g_assert_cmpint (form->first_row, >=, 0);
  row = g_ptr_array_index (form->rows, (guint) form->first_row);
  g_assert_cmpint (g_strv_length (row), ==, form->headings->len);
  g_assert_cmpstr (row[1], ==, "650.00");
  g_assert_cmpstr (row[2], ==, "1,300.00");
  g_assert_cmpstr (row[3], ==, "-650.00");
  g_assert_nonnull (strstr (form->verdict, "1,300.00"));
  for (guint i = 0; i < form->causes->len; i++)
    named |= strstr (((const MingNote *) g_ptr_array_index (form->causes, i))->title, "2") != NULL;
  g_assert_true (named);
  text = ming_audit_form_to_text (form);
  g_assert_nonnull (strstr (text, "650.00\t1,300.00\t-650.00"));

  /* The fact that was named, typed: now they agree. */
  ming_session_set_field (session, MING_FIELD_ADMISSION, "2");
  mended = judge (session, values);
  g_assert_false (mended->differs);
  g_assert_cmpint (mended->causes->len, ==, 0);
}

static void
test_refused (void)
{
  g_autoptr (MingSession) session = open_counter ();
  g_autoptr (MingAuditValues) values = ming_audit_values_new ();
  g_autoptr (MingAuditForm) form = NULL;

  ming_audit_values_set (values, MING_STATEMENT_TOTAL, "53600");
  ming_audit_values_set (values, MING_STATEMENT_CASH, "12x");
  form = judge (session, values);
  g_assert_nonnull (form->field[MING_STATEMENT_CASH].fault);
  g_assert_null (form->field[MING_STATEMENT_TOTAL].fault);
  g_assert_false (form->differs);
  g_assert_cmpint (form->rows->len, ==, 0);
}

/* Without a bill there is nothing to compare with, but the bill of the statement may be taken over. */
static void
test_no_bill (void)
{
  g_autoptr (MingSession) session = open_counter ();
  g_autoptr (MingAuditValues) values = ming_audit_values_new ();
  g_autoptr (MingAuditForm) form = NULL;

  ming_session_set_field (session, MING_FIELD_TOTAL, "");
  ming_audit_values_set (values, MING_STATEMENT_TOTAL, "53600");
  form = judge (session, values);
  g_assert_true (form->can_take_bill);
  g_assert_cmpint (form->rows->len, ==, 0);
  g_assert_cmpint (form->verdict[0], !=, '\0');
}

static void
test_sums (void)
{
  g_autoptr (MingSession) session = open_counter ();
  g_autoptr (MingAuditValues) values = ming_audit_values_new ();
  g_autoptr (MingAuditForm) form = NULL;
  const MingNote *note;

  ming_audit_values_set (values, MING_STATEMENT_TOTAL, "100.00");
  ming_audit_values_set (values, MING_STATEMENT_IN_SCOPE, "100.01");
  ming_audit_values_set (values, MING_STATEMENT_FUNDS, "60");
  ming_audit_values_set (values, MING_STATEMENT_PERSON, "40");
  form = judge (session, values);
  g_assert_cmpint (form->sums->len, ==, 4);
  note = g_ptr_array_index (form->sums, 0);
  g_assert_false (note->official);
  g_assert_nonnull (strstr (note->text, "0.01"));
  note = g_ptr_array_index (form->sums, 2);
  g_assert_true (note->official);
}

/* A file's figures stand in the fields, those it does not have are empty again. */
static void
test_take_file (void)
{
  g_autoptr (MingAuditValues) values = ming_audit_values_new ();
  MingStatement statement;

  ming_audit_values_set (values, MING_STATEMENT_CASH, "1");
  ming_audit_values_set_problem (values, "no such file");
  g_assert_true (ming_statement_parse ("{\"medfee_sumamt\": 53600}", -1, &statement, NULL));
  ming_audit_values_take (values, &statement);
  g_assert_cmpstr (values->text[MING_STATEMENT_TOTAL], ==, "53,600.00");
  g_assert_cmpstr (values->text[MING_STATEMENT_CASH], ==, "");
  g_assert_null (values->problem);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/audit-form/nothing-typed", test_nothing_typed);
  g_test_add_func ("/audit-form/second-stay", test_second_stay);
  g_test_add_func ("/audit-form/refused", test_refused);
  g_test_add_func ("/audit-form/no-bill", test_no_bill);
  g_test_add_func ("/audit-form/sums", test_sums);
  g_test_add_func ("/audit-form/take-file", test_take_file);
  return g_test_run ();
}
