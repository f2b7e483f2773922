/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib.h>

#include "desk/ledger/ming-ledger-book.h"
#include "desk/ledger/ming-ledger-form.h"
#include "counter.h"

/* What the ledger says, without a screen. Figures: tests/cases/beijing/two-stays.json. */

/* An employee of 40 in Beijing. */
static MingSession *
open_counter (void)
{
  MingSession *session = counter_open ();

  ming_session_set_field (session, MING_FIELD_PSN_TYPE, "1101");
  ming_session_set_field (session, MING_FIELD_AGE, "40");
  return session;
}

static void
type_stay (MingLedgerBook *book, guint row, const char *begins, const char *ends, const char *total)
{
  ming_ledger_book_set (book, row, MING_LEDGER_BEGNDATE, begins);
  ming_ledger_book_set (book, row, MING_LEDGER_ENDDATE, ends);
  ming_ledger_book_set (book, row, MING_LEDGER_TOTAL, total);
}

static MingLedgerBook *
write_two_stays (void)
{
  MingLedgerBook *book = ming_ledger_book_new ();

  type_stay (book, 0, "20250301", "20250310", "50000");
  type_stay (book, 1, "20250601", "20250610", "10000");
  return book;
}

static MingLedgerForm *
show (MingSession *session, const MingLedgerBook *book)
{
  return ming_ledger_form_new (book->values, ming_session_get_values (session),
                               ming_session_get_world (session));
}

static const MingLedgerRowForm *
get_row (const MingLedgerForm *form, guint row)
{
  g_assert_cmpuint (row, <, form->rows->len);
  return g_ptr_array_index (form->rows, row);
}

static const char *
get_figure (const MingLedgerForm *form, guint row, MingLedgerFigure figure)
{
  return get_row (form, row)->figure[figure];
}

static void
assert_change (const MingLedgerForm *form, guint index, const char *person_before, const char *person_after,
               const char *difference)
{
  GStrv cells;

  g_assert_cmpuint (index, <, form->changes->len);
  cells = g_ptr_array_index (form->changes, index);
  g_assert_cmpstr (cells[5], ==, person_before);
  g_assert_cmpstr (cells[6], ==, person_after);
  g_assert_cmpstr (cells[7], ==, difference);
}

static void
test_two_stays (void)
{
  g_autoptr (MingSession) session = open_counter ();
  g_autoptr (MingLedgerBook) book = write_two_stays ();
  g_autoptr (MingLedgerForm) form = show (session, book);

  g_assert_cmpuint (form->rows->len, ==, 3);
  g_assert_cmpint (get_row (form, 0)->state, ==, MING_LEDGER_SETTLED);
  g_assert_cmpint (get_row (form, 2)->state, ==, MING_LEDGER_BLANK);
  g_assert_cmpstr (get_figure (form, 0, MING_LEDGER_FUND), ==, "42,895.00");
  g_assert_cmpstr (get_figure (form, 1, MING_LEDGER_FUND), ==, "7,947.50");
  g_assert_cmpstr (get_figure (form, 1, MING_LEDGER_CASH), ==, "2,052.50");
  g_assert_cmpstr (get_figure (form, 2, MING_LEDGER_FUND), ==, "");
  g_assert_nonnull (strstr (get_row (form, 0)->line, "1,300.00"));
  g_assert_nonnull (strstr (get_row (form, 1)->line, "1,950.00"));
  g_assert_nonnull (strstr (get_row (form, 1)->line, "50,842.50"));
  g_assert_true (form->complete);
  g_assert_cmpuint (form->input->visits->len, ==, 2);
  g_assert_cmpstr (form->verdict, ==, "");
  g_assert_cmpuint (form->changes->len, ==, 0);
}

/* The stay before makes the first of the old ones the second: 650 of deductible less, so 650 × 85 % more. */
static void
test_insert_before (void)
{
  g_autoptr (MingSession) session = open_counter ();
  g_autoptr (MingLedgerBook) book = write_two_stays ();
  g_autoptr (MingLedgerForm) form = NULL;

  g_assert_true (ming_ledger_book_insert (book, 0));
  form = show (session, book);
  g_assert_cmpuint (form->changes->len, ==, 0);
  g_assert_cmpstr (form->verdict, !=, "");
  g_clear_pointer (&form, ming_ledger_form_free);

  ming_ledger_book_set (book, 0, MING_LEDGER_ENDDATE, "20250110");
  form = show (session, book);
  g_assert_cmpint (get_row (form, 0)->state, ==, MING_LEDGER_MISSING);
  g_assert_cmpint (get_row (form, 1)->state, ==, MING_LEDGER_WAITING);
  g_assert_cmpstr (get_figure (form, 1, MING_LEDGER_FUND), ==, "");
  g_assert_false (form->complete);
  g_assert_null (form->input);
  g_assert_cmpuint (form->changes->len, ==, 0);
  g_clear_pointer (&form, ming_ledger_form_free);

  ming_ledger_book_set (book, 0, MING_LEDGER_TOTAL, "20000");
  form = show (session, book);
  g_assert_cmpuint (form->changes->len, ==, 2);
  assert_change (form, 0, "·", "4,105.00", "+4,105.00");
  assert_change (form, 1, "7,105.00", "6,552.50", "-552.50");
  g_assert_nonnull (strstr (form->verdict, "552.50"));
  g_assert_cmpstr (get_figure (form, 1, MING_LEDGER_FUND), ==, "43,447.50");
}

static void
test_refund (void)
{
  g_autoptr (MingSession) session = open_counter ();
  g_autoptr (MingLedgerBook) book = write_two_stays ();
  g_autoptr (MingLedgerForm) form = NULL;

  g_assert_true (ming_ledger_book_refund (book, 0));
  form = show (session, book);
  g_assert_cmpint (get_row (form, 0)->state, ==, MING_LEDGER_REFUNDED);
  g_assert_false (get_row (form, 0)->field[MING_LEDGER_TOTAL].sensitive);
  g_assert_cmpuint (form->input->visits->len, ==, 1);
  g_assert_cmpuint (form->changes->len, ==, 2);
  assert_change (form, 0, "2,052.50", "2,605.00", "+552.50");
  assert_change (form, 1, "7,105.00", "·", "-7,105.00");
  g_clear_pointer (&form, ming_ledger_form_free);

  g_assert_true (ming_ledger_book_refund (book, 0));
  form = show (session, book);
  g_assert_cmpuint (form->changes->len, ==, 0);
  g_assert_cmpstr (get_figure (form, 1, MING_LEDGER_FUND), ==, "7,947.50");
}

/* A row that was never finished was not settled: deleting it is no correction of anything. */
static void
test_unfinished (void)
{
  g_autoptr (MingSession) session = open_counter ();
  g_autoptr (MingLedgerBook) book = write_two_stays ();
  g_autoptr (MingLedgerForm) form = NULL;

  type_stay (book, 2, "20250901", "20250910", "5x");
  g_assert_true (ming_ledger_book_remove (book, 2));
  form = show (session, book);
  g_assert_true (form->complete);
  g_assert_nonnull (book->values->settled);
  g_assert_cmpuint (form->changes->len, ==, 0);
  g_clear_pointer (&form, ming_ledger_form_free);
  g_assert_true (ming_ledger_book_remove (book, 0));
  form = show (session, book);
  g_assert_cmpuint (form->changes->len, ==, 2);
  assert_change (form, 0, "2,052.50", "2,605.00", "+552.50");
}

static void
test_undo (void)
{
  g_autoptr (MingLedgerBook) book = write_two_stays ();
  guint n_steps = book->past->len;

  /* The letters of a cell are one step, until it is left. */
  ming_ledger_book_set (book, 1, MING_LEDGER_FULL_OWN, "1");
  ming_ledger_book_set (book, 1, MING_LEDGER_FULL_OWN, "10");
  g_assert_cmpuint (book->past->len, ==, n_steps + 1);
  ming_ledger_book_leave (book);
  ming_ledger_book_set (book, 1, MING_LEDGER_FULL_OWN, "100");
  g_assert_cmpuint (book->past->len, ==, n_steps + 2);
  g_assert_true (ming_ledger_book_undo (book));
  g_assert_cmpstr (ming_ledger_values_row (book->values, 1)->text[MING_LEDGER_FULL_OWN], ==, "10");
  g_assert_true (ming_ledger_book_undo (book));
  g_assert_cmpstr (ming_ledger_values_row (book->values, 1)->text[MING_LEDGER_FULL_OWN], ==, "");

  g_assert_true (ming_ledger_book_remove (book, 0));
  g_assert_cmpuint (book->values->rows->len, ==, 2);
  g_assert_nonnull (book->values->settled);
  g_assert_true (ming_ledger_book_undo (book));
  g_assert_cmpuint (book->values->rows->len, ==, 3);
  g_assert_null (book->values->settled);
  g_assert_cmpstr (ming_ledger_values_row (book->values, 0)->text[MING_LEDGER_TOTAL], ==, "50000");

  /* What comes to nothing is no step. */
  n_steps = book->past->len;
  g_assert_false (ming_ledger_book_remove (book, 2));
  g_assert_false (ming_ledger_book_refund (book, 2));
  g_assert_false (ming_ledger_book_sort (book, today));
  g_assert_cmpuint (book->past->len, ==, n_steps);
  ming_ledger_book_clear (book);
  g_assert_false (ming_ledger_book_undo (book));
  g_assert_cmpuint (book->values->rows->len, ==, 1);
}

static void
test_order (void)
{
  g_autoptr (MingSession) session = open_counter ();
  g_autoptr (MingLedgerBook) book = write_two_stays ();
  g_autoptr (MingLedgerForm) form = NULL;

  type_stay (book, 2, "20250105", "20250110", "20000");
  form = show (session, book);
  g_assert_cmpint (get_row (form, 2)->state, ==, MING_LEDGER_REFUSED);
  g_assert_nonnull (get_row (form, 2)->field[MING_LEDGER_ENDDATE].fault);
  g_assert_cmpstr (get_figure (form, 1, MING_LEDGER_FUND), ==, "7,947.50");
  g_clear_pointer (&form, ming_ledger_form_free);

  g_assert_true (ming_ledger_book_sort (book, today));
  form = show (session, book);
  g_assert_true (form->complete);
  g_assert_cmpstr (form->input->visits->len == 3 ? get_row (form, 0)->field[MING_LEDGER_TOTAL].text : "", ==,
                   "20000");
  g_assert_cmpstr (get_figure (form, 1, MING_LEDGER_FUND), ==, "43,447.50");
}

static void
test_next_admission (void)
{
  g_autoptr (MingSession) session = open_counter ();
  g_autoptr (MingLedgerBook) book = ming_ledger_book_new ();
  g_autoptr (MingLedgerForm) form = show (session, book);
  GStrv line;

  g_assert_cmpuint (form->next->len, ==, 0);
  g_clear_pointer (&form, ming_ledger_form_free);

  /* Nothing happened yet this year: the first stay, 1,300 of deductible. */
  ming_ledger_book_set_next (book, MING_LEDGER_NEXT_HOSP_LV, "02");
  ming_ledger_book_set_next (book, MING_LEDGER_NEXT_TOTAL, "50000");
  form = show (session, book);
  line = g_ptr_array_index (form->next, 0);
  g_assert_cmpstr (line[1], ==, "1,300.00");
  line = g_ptr_array_index (form->next, 1);
  g_assert_cmpstr (line[1], ==, "42,895.00");
  g_clear_pointer (&form, ming_ledger_form_free);

  /* After a stay, the same bill again: (50,000 − 650) by bands, 43,447.50. */
  ming_ledger_book_clear (book);
  type_stay (book, 0, "20250301", "20250310", "50000");
  form = show (session, book);
  line = g_ptr_array_index (form->next, 0);
  g_assert_cmpstr (line[1], ==, "650.00");
  line = g_ptr_array_index (form->next, 1);
  g_assert_cmpstr (line[1], ==, "43,447.50");
  g_assert_cmpstr (form->next_field[MING_LEDGER_NEXT_TOTAL].placeholder, ==, "50,000.00");
  g_clear_pointer (&form, ming_ledger_form_free);

  ming_ledger_book_set_next (book, MING_LEDGER_NEXT_TOTAL, "5x");
  form = show (session, book);
  g_assert_cmpuint (form->next->len, ==, 0);
  g_assert_nonnull (form->next_field[MING_LEDGER_NEXT_TOTAL].fault);
}

/* Without a person nothing is worked out, and it is said where to type one. */
static void
test_nobody (void)
{
  g_autoptr (MingSession) session = open_counter ();
  g_autoptr (MingLedgerBook) book = write_two_stays ();
  g_autoptr (MingLedgerForm) form = NULL;

  ming_session_next_client (session);
  form = show (session, book);
  g_assert_cmpint (get_row (form, 0)->state, ==, MING_LEDGER_WAITING);
  g_assert_cmpstr (get_figure (form, 0, MING_LEDGER_FUND), ==, "");
  g_assert_false (form->complete);
  g_assert_null (form->input);
  g_assert_cmpuint (form->messages->len, ==, 1);
  g_assert_null (strstr (form->context, "1101"));
  g_clear_pointer (&form, ming_ledger_form_free);

  /* A refused account of the family is said here too, since nothing is worked out for it. */
  ming_session_set_field (session, MING_FIELD_PSN_TYPE, "1101");
  form = show (session, book);
  g_assert_cmpint (get_row (form, 0)->state, ==, MING_LEDGER_SETTLED);
  g_assert_nonnull (strstr (form->context, "1101"));
  g_clear_pointer (&form, ming_ledger_form_free);
  ming_session_set_family (session, 0, MING_FAMILY_BALC, "8x");
  form = show (session, book);
  g_assert_false (form->has_person);
  g_assert_cmpuint (form->messages->len, ==, 1);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/ledger/two-stays", test_two_stays);
  g_test_add_func ("/ledger/insert-before", test_insert_before);
  g_test_add_func ("/ledger/refund", test_refund);
  g_test_add_func ("/ledger/unfinished", test_unfinished);
  g_test_add_func ("/ledger/undo", test_undo);
  g_test_add_func ("/ledger/order", test_order);
  g_test_add_func ("/ledger/next-admission", test_next_admission);
  g_test_add_func ("/ledger/nobody", test_nobody);
  return g_test_run ();
}
