/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gstdio.h>
#include <string.h>

#include "desk/audit/ming-audit-form.h"
#include "desk/compare/ming-compare-form.h"
#include "desk/estimate/ming-estimate-lists.h"
#include "desk/ledger/ming-ledger-file.h"
#include "desk/life/ming-life-form.h"
#include "counter.h"

/* What a tired hand types, on every page: refused in its field with a reason, or read as it was meant. */

/** Bad: @fault: part of the reason; NULL: it is good, and is tidied to @tidy when that is given. */
typedef struct
{
  MingField field;
  const char *text;
  const char *fault;
  const char *tidy;
} Bad;

static const Bad typed[] = {
  { MING_FIELD_BRDY, "20250230", "No such day", NULL },
  { MING_FIELD_BRDY, "2025-13-01", "No such day", NULL },
  { MING_FIELD_BRDY, "18991231", "1900 to 2199", NULL },
  { MING_FIELD_BRDY, "20260101", "Born after the day of asking", NULL },
  { MING_FIELD_BRDY, "1952", "eight digits", NULL },
  { MING_FIELD_BRDY, "1952-03-1x", "does not belong here", NULL },
  { MING_FIELD_BRDY, "１９５２０３１８", NULL, "1952-03-18" },
  { MING_FIELD_BRDY, " 1952/3/18 ", NULL, "1952-03-18" },
  { MING_FIELD_ENDDATE, "19500101", "Before the date of birth", NULL },
  { MING_FIELD_BEGNDATE, "20251104", "Admitted after the discharge", NULL },
  { MING_FIELD_DATE, "20250229", "No such day", NULL },
  { MING_FIELD_TOTAL, "abc", "“a” does not belong here", NULL },
  { MING_FIELD_TOTAL, "1.2.3", "“.” does not belong here", NULL },
  { MING_FIELD_TOTAL, "-5", "cannot be negative", NULL },
  { MING_FIELD_TOTAL, "1e9", "“e” does not belong here", NULL },
  { MING_FIELD_TOTAL, "10000000000.01", "Larger than", NULL },
  { MING_FIELD_TOTAL, "99999999999999999999", "Larger than", NULL },
  { MING_FIELD_TOTAL, "万", "does not belong here", NULL },
  { MING_FIELD_TOTAL, "53600.", NULL, "53,600.00" },
  { MING_FIELD_TOTAL, "５３，６００．００", NULL, "53,600.00" },
  { MING_FIELD_TOTAL, "5.36万", NULL, "53,600.00" },
  { MING_FIELD_TOTAL, "¥53,600.00\n", NULL, "53,600.00" },
  { MING_FIELD_TOTAL, " ￥ 53600元 ", NULL, "53,600.00" },
  { MING_FIELD_BALC, "1e9", "does not belong here", NULL },
  { MING_FIELD_BASE, "-1", "cannot be negative", NULL },
  { MING_FIELD_IDCARD, "110105194912310021", "does not fit", NULL },
  { MING_FIELD_IDCARD, "110105491231002", "Fewer than 18", NULL },
  { MING_FIELD_IDCARD, "11010519491231002X0", "More than 18", NULL },
  { MING_FIELD_IDCARD, "11010519491331002X", "no date of birth", NULL },
  { MING_FIELD_IDCARD, "110105204912310023", "in the future", NULL },
  { MING_FIELD_IDCARD, "1101O519491231002X", "Only digits", NULL },
  { MING_FIELD_IDCARD, "11010519491231002x", NULL, NULL },
  { MING_FIELD_IDCARD, "１１０１０５１９４９１２３１００２Ｘ", NULL, NULL },
  { MING_FIELD_AGE, "151", "Must be 0 to 150", NULL },
  { MING_FIELD_AGE, "-1", "", NULL },
  { MING_FIELD_AGE, "3.5", "does not belong here", NULL },
  { MING_FIELD_AGE, "７３", NULL, "73" },
  { MING_FIELD_ADMISSION, "0", "Must be 1 to 99", NULL },
  { MING_FIELD_ADMISSION, "3", NULL, "3" },
  { MING_FIELD_ADMISSIONS, "99", "Must be 0 to 98", NULL },
  { MING_FIELD_REGION, "nowhere", "No region is called", NULL },
  { MING_FIELD_REGION, "542500", "no policy pack", NULL },
  { MING_FIELD_PSN_TYPE, "9999", "not on the list", NULL },
  { MING_FIELD_HOSP_LV, "12", "not on the list", NULL },
  { MING_FIELD_MED_TYPE, "x", "not on the list", NULL },
  { MING_FIELD_UNCREDITED, "202513 arrears", "no such month", NULL },
  { MING_FIELD_UNCREDITED, "202505-202503 arrears", "Item 1: the last month", NULL },
  { MING_FIELD_UNCREDITED, "202503 arrears; 202501- make_up", "Item 2: shares a month with item 1", NULL },
  { MING_FIELD_UNCREDITED, "202503 forgot", "Item 1: write it as", NULL },
  { MING_FIELD_UNCREDITED, "arrears", "Item 1: write it as", NULL },
  { MING_FIELD_UNCREDITED, "２０２５０３至２０２５０５ 欠费", NULL, "2025-03~2025-05 arrears" },
};

static MingSession *
open_bill (void)
{
  static const Typed bill[] = {
    { MING_FIELD_PSN_TYPE, "1201" },      { MING_FIELD_BALC, "1204.30" },  { MING_FIELD_MED_TYPE, "21" },
    { MING_FIELD_HOSP_LV, "02" },         { MING_FIELD_BRDY, "19520318" }, { MING_FIELD_TOTAL, "53600" },
    { MING_FIELD_ENDDATE, "20251103" },
  };
  MingSession *session = counter_open ();

  counter_type (session, bill, G_N_ELEMENTS (bill));
  return session;
}

static gboolean
mentions (GPtrArray *lines, const char *part)
{
  for (guint i = 0; i < lines->len; i++)
    if (strstr (g_ptr_array_index (lines, i), part) != NULL)
      return TRUE;
  return FALSE;
}

/* The reason stands in the field and, with the field's name, beside the result; what was typed stays. */
static void
check_refused (MingSession *session, const Bad *bad)
{
  const MingFieldState *state = &ming_session_get_form (session)->field[bad->field];
  g_autofree char *line = NULL;

  if (state->fault == NULL || strstr (state->fault, bad->fault) == NULL)
    g_error ("%s “%s”: %s", state->label, bad->text, state->fault != NULL ? state->fault : "not refused");
  g_assert_cmpstr (ming_session_get_values (session)->text[bad->field], ==, bad->text);
  line = g_strdup_printf ("%s: %s", state->label, state->fault);
  g_assert_true (mentions (ming_session_get_answer (session)->messages, line));
  g_assert_cmpuint (ming_session_get_answer (session)->table->len, ==, 0);
}

static void
test_fields (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (typed); i++)
    {
      g_autoptr (MingSession) session = open_bill ();

      if (typed[i].field == MING_FIELD_AGE)
        ming_session_set_field (session, MING_FIELD_BRDY, "");
      ming_session_set_field (session, typed[i].field, typed[i].text);
      if (typed[i].fault != NULL)
        {
          check_refused (session, &typed[i]);
          continue;
        }
      if (ming_session_get_form (session)->field[typed[i].field].fault != NULL)
        g_error ("“%s”: %s", typed[i].text, ming_session_get_form (session)->field[typed[i].field].fault);
      g_assert_cmpuint (ming_session_get_answer (session)->table->len, >, 0);
      if (typed[i].tidy == NULL)
        continue;
      ming_session_leave_field (session, typed[i].field);
      g_assert_cmpstr (ming_session_get_values (session)->text[typed[i].field], ==, typed[i].tidy);
    }
}

/* Classes that contradict each other, in both ways of parting a bill. */
static void
test_classes (void)
{
  g_autoptr (MingSession) session = open_bill ();

  ming_session_set_field (session, MING_FIELD_FULL_OWN, "60000");
  g_assert_nonnull (strstr (ming_session_get_form (session)->field[MING_FIELD_TOTAL].fault, "6,400.00"));
  ming_session_set_field (session, MING_FIELD_FULL_OWN, "9999999999");
  ming_session_set_field (session, MING_FIELD_FIRST_PAY, "9999999999");
  ming_session_set_field (session, MING_FIELD_OVER_LIMIT, "9999999999");
  g_assert_nonnull (ming_session_get_form (session)->field[MING_FIELD_TOTAL].fault);
  g_assert_cmpuint (ming_session_get_answer (session)->table->len, ==, 0);

  ming_session_set_field (session, MING_FIELD_BY_CLASS, MING_BY_CATALOGUE);
  ming_session_set_field (session, MING_FIELD_CLASS_A, "100");
  ming_session_set_field (session, MING_FIELD_OVER_LIMIT, "100.01");
  g_assert_nonnull (ming_session_get_form (session)->field[MING_FIELD_OVER_LIMIT].fault);
  ming_session_set_field (session, MING_FIELD_OVER_LIMIT, "100");
  g_assert_null (ming_session_get_form (session)->field[MING_FIELD_OVER_LIMIT].fault);
  ming_session_set_field (session, MING_FIELD_OVER_LIMIT, "");
  ming_session_set_field (session, MING_FIELD_CLASS_B, "10");
  ming_session_set_field (session, MING_FIELD_FIRST_RATE, "150");
  g_assert_nonnull (strstr (ming_session_get_form (session)->field[MING_FIELD_FIRST_RATE].fault,
                            "0 % to 100 %"));
  ming_session_set_field (session, MING_FIELD_FIRST_RATE, "１０");
  g_assert_cmpuint (ming_session_get_answer (session)->table->len, >, 0);

  /* Each good by itself, together more than an amount may be. */
  ming_session_set_field (session, MING_FIELD_CLASS_A, "9999999999");
  ming_session_set_field (session, MING_FIELD_CLASS_C, "9999999999");
  g_assert_nonnull (ming_session_get_form (session)->field[MING_FIELD_CLASS_A].fault);
  g_assert_cmpuint (ming_session_get_answer (session)->table->len, ==, 0);
}

static void
test_class_items (void)
{
  static const struct
  {
    const char *text;
    const char *fault;
  } bad[] = {
    { "CT", "Item 1: an amount and the share" },
    { "1000", "Item 1: an amount and the share" },
    { "1000 10%; 5x 20%", "Item 2: “x” does not belong here" },
    { "1000 10%; 500 200%", "Item 2: Must be 0 % to 100 %" },
    { "9999999999 10%; 9999999999 10%", "Item 2: together more than" },
  };
  g_autoptr (GString) many = g_string_new (NULL);
  char *fault = NULL;
  gboolean unfinished;

  for (gsize i = 0; i < G_N_ELEMENTS (bad); i++)
    {
      g_assert_null (ming_class_items_read (bad[i].text, &fault, &unfinished));
      if (strstr (fault, bad[i].fault) == NULL)
        g_error ("“%s”: %s", bad[i].text, fault);
      g_assert_cmpint (unfinished, ==, i < 2);
      g_clear_pointer (&fault, g_free);
    }
  for (int i = 0; i < 100; i++)
    g_string_append (many, "1 10%\n");
  g_assert_null (ming_class_items_read (many->str, &fault, &unfinished));
  g_assert_nonnull (strstr (fault, "Item 100: at most 99"));
  g_free (fault);
}

/* Ten thousand characters into every field: refused where it means nothing, kept, and the rest goes on. */
static void
test_long_text (void)
{
  static const char *const parts[] = { "9", "字", "\t", "a b;", "-" };

  for (gsize i = 0; i < G_N_ELEMENTS (parts); i++)
    {
      g_autoptr (GString) text = g_string_new (NULL);

      for (int n = 0; n < 10000; n++)
        g_string_append (text, parts[i]);
      for (int field = 0; field < MING_FIELD_SO_FAR; field++)
        {
          g_autoptr (MingSession) session = open_bill ();
          const MingFieldState *state;

          if (ming_field_info ((MingField) field)->kind == MING_KIND_SHOWN
              || ming_field_info ((MingField) field)->kind == MING_KIND_FLAG)
            continue;
          ming_session_set_field (session, (MingField) field, text->str);
          g_assert_cmpstr (ming_session_get_values (session)->text[field], ==, text->str);
          state = &ming_session_get_form (session)->field[field];
          if (state->visible && state->sensitive && *parts[i] != '\t' && state->fault == NULL)
            g_error ("%s takes ten thousand times “%s”", state->label, parts[i]);
          ming_session_leave_field (session, (MingField) field);
          ming_session_next_client (session);
          g_assert_cmpuint (ming_estimate_form_n_faults (ming_session_get_form (session)), <=, 1);
        }
    }
}

static void
test_family (void)
{
  static const struct
  {
    MingFamilyColumn column;
    const char *text;
  } bad[] = {
    { MING_FAMILY_BALC, "1.2.3" }, { MING_FAMILY_BALC, "-1" },           { MING_FAMILY_RANK, "0" },
    { MING_FAMILY_RANK, "x" },     { MING_FAMILY_BOUND, "20250230" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (bad); i++)
    {
      g_autoptr (MingSession) session = open_bill ();

      ming_session_set_family (session, 0, MING_FAMILY_BALC, "100");
      ming_session_set_family (session, 0, bad[i].column, bad[i].text);
      g_assert_nonnull (ming_session_get_form (session)->family_fault[0][bad[i].column]);
      g_assert_cmpstr (ming_session_get_values (session)->family[0][bad[i].column], ==, bad[i].text);
      g_assert_cmpuint (ming_session_get_answer (session)->table->len, ==, 0);
      g_assert_cmpuint (ming_session_get_answer (session)->messages->len, >, 0);
    }
}

/* Files of the ledger: what is wrong and where; never half a ledger. */
static void
test_ledger_files (void)
{
  static const struct
  {
    const char *text;
    const char *problem;
  } bad[] = {
    { "", "empty" },
    { "\xef\xbb\xbf  \n", "empty" },
    { "{\"format\": \"mingsuan-case/1\", \"visits\": [", "" },
    { "{}", "format" },
    { "[1, 2", "" },
    { "date,cost\n1,2\n", "Line 1, column 1 (date): there is no column “date”" },
    { "med_type,begndate,enddate\n21,2025-03-01,2025-03-02\n", "“medfee_sumamt” is missing" },
    { "med_type,begndate,enddate,medfee_sumamt\n21,2025-02-30,2025-03-02,5\n",
      "Line 2, column 2 (begndate)" },
    { "med_type,begndate,enddate,medfee_sumamt\n21,2025-03-01,2025-03-02,1e9\n", "Line 2, column 4" },
    { "med_type,begndate,enddate,medfee_sumamt\n21,\"2025-03-01,2025-03-02,5\n", "" },
    { "med_type,begndate,enddate,medfee_sumamt\n21,2025-03-01,2025-03-02,5,6,7\n", "Line 2: 6 cells" },
    { "med_type,begndate,enddate,medfee_sumamt,class_a,class_b_items\n21,2025-03-01,2025-03-02,5,1,4\n",
      "Line 2, column 6 (class_b_items): Item 1" },
    { "\xff\xfe\x00\x81 neither", "" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (bad); i++)
    {
      g_autoptr (GPtrArray) problems = g_ptr_array_new_with_free_func (g_free);
      gboolean has_person;

      g_assert_null (ming_ledger_read (bad[i].text, strlen (bad[i].text), &has_person, problems));
      g_assert_cmpuint (problems->len, >, 0);
      if (!mentions (problems, bad[i].problem))
        g_error ("%s: %s", bad[i].text, (char *) g_ptr_array_index (problems, 0));
    }
}

/* A settlement record that is cut off, of other fields, of other types: said, and what was typed stays. */
static void
test_statements (void)
{
  static const char *const bad[] = {
    "", "{", "[]", "null", "\xff\xfe", "{\"setlinfo\": {\"medfee_sumamt\": 536",
    "{\"total_usd\": \"100\"}", "{\"setlinfo\": {\"medfee_sumamt\": {}}}",
    "{\"setlinfo\": {\"medfee_sumamt\": \"USD 100\"}}", "{\"setlinfo\": {\"medfee_sumamt\": \"1e9\"}}",
    "{\"setlinfo\": {\"medfee_sumamt\": true}}",
  };
  g_autoptr (MingSession) session = open_bill ();
  g_autoptr (MingAuditValues) values = ming_audit_values_new ();

  ming_audit_values_set (values, MING_STATEMENT_TOTAL, "53600");
  for (gsize i = 0; i < G_N_ELEMENTS (bad); i++)
    {
      MingStatement statement;
      g_autoptr (GError) error = NULL;
      g_autoptr (MingAuditForm) form = NULL;

      if (ming_statement_parse (bad[i], (gssize) strlen (bad[i]), &statement, &error))
        g_error ("%s was read", bad[i]);
      g_assert_cmpstr (error->message, !=, "");
      ming_audit_values_set_problem (values, error->message);
      form = ming_audit_form_new (values, ming_session_get_form (session), ming_session_get_world (session));
      g_assert_nonnull (strstr (form->verdict, error->message));
      g_assert_cmpstr (form->field[MING_STATEMENT_TOTAL].text, ==, "53600");
    }
  for (int field = 0; field < MING_N_STATEMENT_FIELDS; field++)
    {
      g_autoptr (MingAuditValues) one = ming_audit_values_new ();
      g_autoptr (MingAuditForm) form = NULL;

      ming_audit_values_set (one, (MingStatementField) field, "1.2.3");
      form = ming_audit_form_new (one, ming_session_get_form (session), ming_session_get_world (session));
      g_assert_nonnull (form->field[field].fault);
      g_assert_cmpstr (form->field[field].text, ==, "1.2.3");
    }
}

static void
test_life (void)
{
  g_autoptr (MingSession) session = open_bill ();

  for (int field = 0; field < MING_N_LIFE_FIELDS; field++)
    {
      static const char *const bad[] = { "-1", "1.5", "x", "99999999999999" };

      if (ming_life_field_kind ((MingLifeField) field) == MING_KIND_FLAG)
        continue;
      for (gsize i = 0; i < G_N_ELEMENTS (bad); i++)
        {
          g_autoptr (MingLifeValues) values = ming_life_values_new ();
          g_autoptr (MingLifeForm) form = NULL;

          ming_life_values_set (values, (MingLifeField) field, bad[i]);
          form = ming_life_form_new (values, ming_session_get_values (session),
                                     ming_session_get_form (session), ming_session_get_world (session));
          g_assert_nonnull (form->field[field].fault);
          g_assert_cmpuint (form->messages->len, >, 0);
        }
    }
}

static void
test_compare (void)
{
  g_autoptr (MingSession) session = open_bill ();

  for (guint field = 0; field < MING_N_COMPARE_FIELDS; field++)
    {
      g_autoptr (MingCompareValues) values = ming_compare_values_new ();
      g_autoptr (MingCompareForm) form = NULL;

      ming_compare_values_set (values, 1, field, "x");
      form = ming_compare_form_new (values, ming_session_get_values (session),
                                    ming_session_get_world (session));
      if (form->column[1].field[field].fault == NULL)
        g_error ("field %u takes x", field);
      g_assert_nonnull (ming_compare_column_visit (&form->column[0]));
      g_assert_cmpuint (form->messages->len, >, 0);
    }
}

static void
copy_file (const char *name, const char *from, const char *to)
{
  g_autofree char *source = g_build_filename (from, name, NULL);
  g_autofree char *target = g_build_filename (to, name, NULL);
  g_autofree char *text = NULL;
  gsize length;

  g_assert_true (g_file_get_contents (source, &text, &length, NULL));
  g_assert_true (g_file_set_contents (target, text, (gssize) length, NULL));
}

static void
remove_file (const char *folder, const char *name)
{
  g_autofree char *path = g_build_filename (folder, name, NULL);

  g_assert_cmpint (g_remove (path), ==, 0);
}

/* A pack is broken while the window is open: Ctrl+R says which and why, and the others go on. */
static void
test_broken_pack (void)
{
  g_autofree char *folder = g_dir_make_tmp ("mingsuan-XXXXXX", NULL);
  g_autofree char *policies = g_build_filename (folder, "policies", NULL);
  g_autofree char *regions = g_build_filename (folder, "regions", NULL);
  g_autofree char *own_policies = g_build_filename (g_getenv ("MING_DATADIR"), "policies", NULL);
  g_autofree char *own_regions = g_build_filename (g_getenv ("MING_DATADIR"), "regions", NULL);
  g_autofree char *broken = g_build_filename (policies, "110000-390.json", NULL);
  MingSession *session;

  g_assert_cmpint (g_mkdir (policies, 0700), ==, 0);
  g_assert_cmpint (g_mkdir (regions, 0700), ==, 0);
  copy_file ("110000-310.json", own_policies, policies);
  copy_file ("regions.tsv", own_regions, regions);
  session = ming_session_new (folder, today);
  g_assert_null (ming_session_get_problem (session));
  ming_session_set_field (session, MING_FIELD_REGION, "110000");
  ming_session_set_field (session, MING_FIELD_PSN_TYPE, "1201");
  ming_session_set_field (session, MING_FIELD_BRDY, "19520318");
  ming_session_set_field (session, MING_FIELD_TOTAL, "53600");
  g_assert_cmpuint (ming_session_get_answer (session)->table->len, >, 0);

  g_assert_true (g_file_set_contents (broken, "{\"format\": \"mingsuan-policy/1\", ", -1, NULL));
  ming_session_reload (session);
  g_assert_nonnull (ming_session_get_problem (session));
  g_assert_nonnull (strstr (ming_session_get_problem (session), "110000-390.json"));
  g_assert_cmpstr (ming_session_get_values (session)->text[MING_FIELD_TOTAL], ==, "53600");
  g_assert_cmpuint (ming_session_get_answer (session)->table->len, >, 0);

  g_assert_cmpint (g_remove (broken), ==, 0);
  g_assert_true (ming_session_reload (session));
  g_assert_null (ming_session_get_problem (session));
  g_object_unref (session);
  remove_file (policies, "110000-310.json");
  remove_file (regions, "regions.tsv");
  g_rmdir (policies);
  g_rmdir (regions);
  g_rmdir (folder);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/bad-input/fields", test_fields);
  g_test_add_func ("/bad-input/classes", test_classes);
  g_test_add_func ("/bad-input/class-items", test_class_items);
  g_test_add_func ("/bad-input/long-text", test_long_text);
  g_test_add_func ("/bad-input/family", test_family);
  g_test_add_func ("/bad-input/ledger-files", test_ledger_files);
  g_test_add_func ("/bad-input/statements", test_statements);
  g_test_add_func ("/bad-input/life", test_life);
  g_test_add_func ("/bad-input/compare", test_compare);
  g_test_add_func ("/bad-input/broken-pack", test_broken_pack);
  return g_test_run ();
}
