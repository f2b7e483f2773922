/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "plan-fixture.h"

/* A bill nobody has paid: 10 own, 20 over a limit, 30 first borne, 40 in scope. */
static MingBill
open_bill (void)
{
  const MingCharges charges = { 100, 10, 20, 30, 40 };
  MingBill bill;

  g_assert_cmpint (ming_bill_open (&bill, &charges), ==, MING_OK);
  return bill;
}

/* OP-01, OP-03, BJ-06: the account pays what the fund leaves, then cash. */
static void
test_account_then_cash (void)
{
  static const struct
  {
    const char *id;
    MingFen deductible;
    int rate_bp;
    MingFen cap_left;
    MingCharges charges;
    MingFen balance;
    MingFen fund, account, cash, left;
  } rows[] = {
    { "OP-01", 60000, 6500, -1, { 150000, 0, 0, 0, 150000 }, 276000, 58500, 91500, 0, 184500 },
    { "OP-03", 0, 7500, 0, { 20000, 0, 0, 0, 20000 }, 50000, 0, 20000, 0, 30000 },
    { "BJ-06", 180000, 7000, -1, { 300000, 0, 0, 60000, 240000 }, 26080, 42000, 26080, 231920, 0 },
    { "one fen short", 0, 5000, -1, { 200, 0, 0, 0, 200 }, 99, 100, 99, 1, 0 },
    { "just enough", 0, 5000, -1, { 200, 0, 0, 0, 200 }, 100, 100, 100, 0, 0 },
    { "one fen over", 0, 5000, -1, { 200, 0, 0, 0, 200 }, 101, 100, 100, 0, 1 },
    { "empty account", 0, 5000, -1, { 200, 0, 0, 0, 200 }, 0, 100, 0, 100, 0 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      MingPlan plan = empty_plan ();
      MingYear year = { 0 };
      MingVisit visit = stay_of (0);
      MingPurse purse = { .own_fen = rows[i].balance };
      MingLayer *layer =
          add_layer (&plan, flat_layer (MING_LAYER_SPLIT, MING_PAYER_HIFOB, rows[i].rate_bp, 0));
      MingSettlement out;

      if (rows[i].deductible > 0)
        set_deductible (layer, MING_DEDUCTIBLE_CUMULATIVE, rows[i].deductible);
      if (rows[i].cap_left >= 0)
        add_cap (layer, MING_CAP_ON_PAYMENT, MING_PERIOD_YEAR, rows[i].cap_left, 0);
      visit.charges = rows[i].charges;
      g_test_message ("%s", rows[i].id);
      g_assert_cmpint (ming_settle (&plan, &visit, &purse, &year, &out), ==, MING_OK);
      g_assert_cmpint (out.fund_fen, ==, rows[i].fund);
      g_assert_cmpint (ming_bill_paid_by (&out.bill, MING_PAYER_ACCT), ==, rows[i].account);
      g_assert_cmpint (ming_bill_paid_by (&out.bill, MING_PAYER_CASH), ==, rows[i].cash);
      g_assert_cmpint (out.purse_after.own_fen, ==, rows[i].left);
      g_assert_cmpint (out.person_fen, ==, rows[i].account + rows[i].cash);
      g_assert_cmpint (purse.own_fen, ==, rows[i].balance);
    }
}

/*
 * Own account first, then each family account in its place, then cash; each only what it may pay,
 * in order.
 */
static void
test_order (void)
{
  MingFinancing financing = { .n_order = 2, .order = { MING_PART_IN_SCOPE, MING_PART_FIRST_PAY } };
  MingPurse purse = { .own_fen = 45, .n_family = 3, .family_fen = { 5, 100, 100 } };
  MingFen family[MING_FAMILY_MAX];
  MingBill bill = open_bill ();

  financing.may_own = MING_PART_BIT (MING_PART_IN_SCOPE) | MING_PART_BIT (MING_PART_FIRST_PAY);
  financing.may_family = MING_PART_BIT (MING_PART_FIRST_PAY) | MING_PART_BIT (MING_PART_FULL_OWN);
  g_assert_cmpint (ming_finance_pay (&financing, &bill, &purse, family), ==, MING_OK);
  g_assert_cmpint (ming_bill_check (&bill), ==, MING_OK);
  g_assert_cmpint (purse.own_fen, ==, 0);
  g_assert_cmpint (bill.segment[3].paid_fen[MING_PAYER_ACCT], ==, 40);
  g_assert_cmpint (bill.segment[2].paid_fen[MING_PAYER_ACCT], ==, 5);
  g_assert_cmpint (bill.segment[2].paid_fen[MING_PAYER_MULAID], ==, 25);
  g_assert_cmpint (family[0], ==, 5);
  g_assert_cmpint (family[1], ==, 20);
  g_assert_cmpint (purse.family_fen[1], ==, 80);
  for (int i = 2; i < MING_FAMILY_MAX; i++)
    g_assert_cmpint (family[i], ==, 0);
  /* full own is allowed to the family but not in the order, over the limit to nobody: cash */
  g_assert_cmpint (ming_bill_paid_by (&bill, MING_PAYER_CASH), ==, 30);
}

static void
test_nothing_allowed (void)
{
  MingFinancing financing = { .n_order = 0, .may_own = ~0u, .may_family = ~0u };
  MingPurse purse = { .own_fen = 1000, .n_family = 1, .family_fen = { 1000 } };
  MingFen family[MING_FAMILY_MAX];
  MingBill bill = open_bill ();

  g_assert_cmpint (ming_finance_pay (&financing, &bill, &purse, family), ==, MING_OK);
  g_assert_cmpint (ming_bill_paid_by (&bill, MING_PAYER_CASH), ==, 100);
  g_assert_cmpint (purse.own_fen, ==, 1000);
}

static void
test_refuses (void)
{
  MingFen family[MING_FAMILY_MAX] = { 0 };

  for (int i = 0; i < 8; i++)
    {
      MingFinancing financing = { .n_order = 1, .order = { MING_PART_IN_SCOPE }, .may_own = ~0u };
      MingPurse purse = { .own_fen = 10, .n_family = 1, .family_fen = { 10 } };
      MingBill bill = open_bill ();

      switch (i)
        {
        case 0: purse.own_fen = -1; break;
        case 1: purse.own_fen = MING_FEN_MAX + 1; break;
        case 2: purse.n_family = -1; break;
        case 3: purse.n_family = MING_FAMILY_MAX + 1; break;
        case 4: purse.family_fen[0] = -1; break;
        case 5: financing.n_order = -1; break;
        case 6: financing.n_order = MING_N_PARTS + 1; break;
        default: financing.order[0] = (MingPart) 40; break;
        }
      g_assert_cmpint (ming_finance_pay (&financing, &bill, &purse, family), ==, MING_E_RANGE);
      g_assert_cmpint (ming_bill_paid_by (&bill, MING_PAYER_ACCT), ==, 0);
    }
}

/* The check of conservation sees a fen too much or too little in any place. */
static void
test_bill_check (void)
{
  MingFinancing financing = { .n_order = 0 };
  MingPurse purse = { 0 };
  MingFen family[MING_FAMILY_MAX];
  MingBill good = open_bill ();

  g_assert_cmpint (ming_bill_check (&good), ==, MING_E_UNBALANCED); /* nobody has paid yet */
  g_assert_cmpint (ming_finance_pay (&financing, &good, &purse, family), ==, MING_OK);
  g_assert_cmpint (ming_bill_check (&good), ==, MING_OK);
  for (int i = 0; i < 7; i++)
    {
      MingBill bill = good;

      switch (i)
        {
        case 0: bill.total_fen += 1; break;
        case 1: bill.segment[0].amount_fen -= 1; break;
        case 2: bill.segment[1].paid_fen[MING_PAYER_CASH] -= 1; break;
        case 3: bill.segment[1].paid_fen[MING_PAYER_CASH] += 1; break;
        case 4:
          bill.segment[1].paid_fen[MING_PAYER_CASH] += 1;
          bill.segment[1].paid_fen[MING_PAYER_HIFP] -= 1;
          break;
        case 5: bill.n_segments -= 1; break;
        default: bill.n_segments = MING_SEGMENTS_MAX + 1; break;
        }
      g_assert_cmpint (ming_bill_check (&bill), ==, MING_E_UNBALANCED);
    }
}

static void
test_append (void)
{
  MingBill bill = open_bill ();
  MingSegment *segment = NULL;

  g_assert_cmpint (ming_bill_append (&bill, MING_PART_SHARE, 0, 0, 0, ming_exact_from_fen (0), &segment), ==,
                   MING_OK);
  g_assert_null (segment);
  g_assert_cmpint (bill.n_segments, ==, 4);
  g_assert_cmpint (ming_bill_append (&bill, MING_PART_SHARE, 0, 0, -1, ming_exact_from_fen (0), &segment), ==,
                   MING_E_RANGE);
  g_assert_cmpint (ming_bill_append (&bill, MING_PART_SHARE, 0, 0, 1, (MingExact){ 1, 1, 1 }, &segment), ==,
                   MING_E_RANGE);
  while (bill.n_segments < MING_SEGMENTS_MAX)
    {
      g_assert_cmpint (ming_bill_append (&bill, MING_PART_SHARE, 1, 2, 5, ming_exact_from_fen (5), &segment),
                       ==, MING_OK);
      g_assert_nonnull (segment);
      g_assert_cmpint (ming_segment_unpaid (segment), ==, 5);
    }
  g_assert_cmpint (ming_bill_append (&bill, MING_PART_SHARE, 1, 2, 5, ming_exact_from_fen (5), NULL), ==,
                   MING_E_FULL);
  g_assert_cmpint (ming_bill_append (&bill, MING_PART_SHARE, 1, 2, 0, ming_exact_from_fen (0), NULL), ==,
                   MING_OK);
  g_assert_cmpint (ming_bill_part_sum (&bill, MING_PART_SHARE), ==, 5 * (MING_SEGMENTS_MAX - 4));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/core/finance/account-then-cash", test_account_then_cash);
  g_test_add_func ("/core/finance/order", test_order);
  g_test_add_func ("/core/finance/nothing-allowed", test_nothing_allowed);
  g_test_add_func ("/core/finance/refuses", test_refuses);
  g_test_add_func ("/core/bill/check", test_bill_check);
  g_test_add_func ("/core/bill/append", test_append);
  return g_test_run ();
}
