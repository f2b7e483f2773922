/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib.h>
#include <string.h>

#include "core/ming-idcard.h"

static const MingDate today = { .year = 2025, .month = 11, .day = 3 };

/* Completes 17 digits with the check character by the standard's formula, weights as powers of two. */
static void
complete (char number[MING_IDCARD_LENGTH + 1])
{
  int sum = 0;

  for (int i = 0; i < 17; i++)
    sum = (sum + (number[i] - '0') * ((1 << (17 - i)) % 11)) % 11;
  number[17] = "10X98765432"[sum];
  number[18] = '\0';
}

static MingIdcardFault
parse (const char *text, MingStatus expected_status, MingIdcard *card)
{
  MingIdcardFault fault = (MingIdcardFault) 99;
  MingIdcard before = { .number = "before", .birth = { 1, 2, 3 }, .gend = '?' };

  *card = before;
  g_assert_cmpint (ming_idcard_parse (text, strlen (text), today, card, &fault), ==, expected_status);
  if (expected_status != MING_OK)
    g_assert_cmpmem (card, sizeof *card, &before, sizeof before);
  return fault;
}

static void
assert_good (const char *text, const char *number, int year, int month, int day, char gend)
{
  MingIdcard card;

  g_assert_cmpint (parse (text, MING_OK, &card), ==, MING_IDCARD_FAULT_NONE);
  g_assert_cmpstr (card.number, ==, number);
  g_assert_cmpint (card.birth.year, ==, year);
  g_assert_cmpint (card.birth.month, ==, month);
  g_assert_cmpint (card.birth.day, ==, day);
  g_assert_cmpint (card.gend, ==, gend);
}

/* The example printed in the standard itself. */
static void
test_published (void)
{
  assert_good ("11010519491231002X", "11010519491231002X", 1949, 12, 31, '2');
  assert_good ("11010519491231002x", "11010519491231002X", 1949, 12, 31, '2');
  assert_good (" 110105 19491231 002X ", "11010519491231002X", 1949, 12, 31, '2');
  assert_good ("１１０１０５１９４９１２３１００２Ｘ", "11010519491231002X", 1949, 12, 31, '2');
  assert_good ("１１０１０５１９４９１２３１００２ｘ　", "11010519491231002X", 1949, 12, 31, '2');
}

static void
test_faults (void)
{
  static const struct
  {
    const char *text;
    MingStatus status;
    MingIdcardFault fault;
  } cases[] = {
    { "", MING_E_TEXT, MING_IDCARD_FAULT_TOO_SHORT },
    { "   ", MING_E_TEXT, MING_IDCARD_FAULT_TOO_SHORT },
    { "11010519491231002", MING_E_TEXT, MING_IDCARD_FAULT_TOO_SHORT },
    { "110105491231002", MING_E_TEXT, MING_IDCARD_FAULT_TOO_SHORT },
    { "1101051949123100200", MING_E_TEXT, MING_IDCARD_FAULT_TOO_LONG },
    { "11010519491231002XX", MING_E_TEXT, MING_IDCARD_FAULT_CHARACTER },
    { "1101051949123100X2", MING_E_TEXT, MING_IDCARD_FAULT_CHARACTER },
    { "X10105194912310021", MING_E_TEXT, MING_IDCARD_FAULT_CHARACTER },
    { "11010519491231002Y", MING_E_TEXT, MING_IDCARD_FAULT_CHARACTER },
    { "110105-19491231002", MING_E_TEXT, MING_IDCARD_FAULT_CHARACTER },
    { "11010519491231002\xFF", MING_E_TEXT, MING_IDCARD_FAULT_CHARACTER },
    { "110105194912310021", MING_E_TEXT, MING_IDCARD_FAULT_CHECK_DIGIT },
    { "110105194912310020", MING_E_TEXT, MING_IDCARD_FAULT_CHECK_DIGIT },
    { "11010519491321002X", MING_E_DATE, MING_IDCARD_FAULT_BIRTH },
    { "11010519490229002X", MING_E_DATE, MING_IDCARD_FAULT_BIRTH },
    { "11010518991231002X", MING_E_DATE, MING_IDCARD_FAULT_BIRTH },
    { "11010520251104002X", MING_E_RANGE, MING_IDCARD_FAULT_FUTURE },
  };

  for (size_t i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      MingIdcard card;

      g_assert_cmpint (parse (cases[i].text, cases[i].status, &card), ==, cases[i].fault);
    }

  /* The fault may be left out. */
  g_assert_cmpint (ming_idcard_parse ("1", 1, today, &(MingIdcard) { .gend = 0 }, NULL), ==, MING_E_TEXT);
}

/* Born today is accepted, born tomorrow is not; a 29 February only in leap years. */
static void
test_birth_boundaries (void)
{
  static const struct
  {
    const char *digits;
    MingIdcardFault fault;
  } cases[] = {
    { "11010520251103001", MING_IDCARD_FAULT_NONE },
    { "11010520251104001", MING_IDCARD_FAULT_FUTURE },
    { "11010520240229001", MING_IDCARD_FAULT_NONE },
    { "11010520230229001", MING_IDCARD_FAULT_BIRTH },
    { "11010520000229001", MING_IDCARD_FAULT_NONE },
    { "11010519000229001", MING_IDCARD_FAULT_BIRTH },
    { "11010519000101001", MING_IDCARD_FAULT_NONE },
    { "99999919800101001", MING_IDCARD_FAULT_NONE }, /* an area nobody knows is no fault */
  };

  for (size_t i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      char number[MING_IDCARD_LENGTH + 1];
      MingIdcard card;
      MingIdcardFault fault;

      g_strlcpy (number, cases[i].digits, sizeof number);
      complete (number);
      ming_idcard_parse (number, MING_IDCARD_LENGTH, today, &card, &fault);
      g_assert_cmpint (fault, ==, cases[i].fault);
    }
}

static void
test_sex (void)
{
  for (char digit = '0'; digit <= '9'; digit++)
    {
      char number[MING_IDCARD_LENGTH + 1] = "11010519800101120";
      MingIdcard card;

      number[16] = digit;
      complete (number);
      g_assert_cmpint (parse (number, MING_OK, &card), ==, MING_IDCARD_FAULT_NONE);
      g_assert_cmpint (card.gend, ==, (digit - '0') % 2 == 1 ? '1' : '2');
    }
}

/* What the check character is for: every wrong digit and every swap of neighbours is noticed. */
static void
test_typing_errors (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (11643);

  for (int round = 0; round < 500; round++)
    {
      char good[MING_IDCARD_LENGTH + 1];
      MingIdcard card;

      g_snprintf (good, sizeof good, "%06d19%02d0%d1%d%03d", g_rand_int_range (rand, 110000, 660000),
                  g_rand_int_range (rand, 0, 100), g_rand_int_range (rand, 1, 10),
                  g_rand_int_range (rand, 0, 10), g_rand_int_range (rand, 0, 1000));
      complete (good);
      parse (good, MING_OK, &card);

      for (int at = 0; at < MING_IDCARD_LENGTH; at++)
        for (char wrong = '0'; wrong <= '9'; wrong++)
          {
            char text[MING_IDCARD_LENGTH + 1];

            memcpy (text, good, sizeof text);
            text[at] = wrong;
            g_assert_cmpint (ming_idcard_parse (text, MING_IDCARD_LENGTH, today, &card, NULL) == MING_OK, ==,
                             wrong == good[at]);
          }

      for (int at = 0; at + 2 < MING_IDCARD_LENGTH; at++)
        {
          char text[MING_IDCARD_LENGTH + 1];

          memcpy (text, good, sizeof text);
          text[at] = good[at + 1];
          text[at + 1] = good[at];
          g_assert_cmpint (ming_idcard_parse (text, MING_IDCARD_LENGTH, today, &card, NULL) == MING_OK, ==,
                           good[at] == good[at + 1]);
        }
    }
}

static void
test_mask (void)
{
  MingIdcard card;
  char buffer[MING_IDCARD_LENGTH + 1] = "before";

  parse ("11010519491231002X", MING_OK, &card);
  g_assert_cmpint (ming_idcard_mask (&card, buffer, sizeof buffer - 1), ==, MING_E_FULL);
  g_assert_cmpstr (buffer, ==, "before");
  g_assert_cmpint (ming_idcard_mask (&card, buffer, sizeof buffer), ==, MING_OK);
  g_assert_cmpstr (buffer, ==, "110105**********2X");
}

/* Any bytes at all: never more than a refusal. */
static void
test_fuzz (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (18);

  for (int round = 0; round < 200000; round++)
    {
      static const char *const pieces[] = {
        "1", "9", "0", "X", "x", " ", "１", "Ｘ", "\xEF", "\xBC", "\xFF", "0101"
      };
      g_autoptr (GString) text = g_string_new (NULL);
      MingIdcard card;
      MingIdcardFault fault;
      MingStatus status;

      for (int n = g_rand_int_range (rand, 0, 24); n > 0; n--)
        g_string_append (text, pieces[g_rand_int_range (rand, 0, G_N_ELEMENTS (pieces))]);

      /* An exact copy, so that a sanitizer sees the first byte read beyond the end. */
      g_autofree char *exact = g_memdup2 (text->str, text->len);
      status = ming_idcard_parse (exact, text->len, today, &card, &fault);
      g_assert_cmpint (status == MING_OK, ==, fault == MING_IDCARD_FAULT_NONE);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/core/idcard/published", test_published);
  g_test_add_func ("/core/idcard/faults", test_faults);
  g_test_add_func ("/core/idcard/birth-boundaries", test_birth_boundaries);
  g_test_add_func ("/core/idcard/sex", test_sex);
  g_test_add_func ("/core/idcard/typing-errors", test_typing_errors);
  g_test_add_func ("/core/idcard/mask", test_mask);
  g_test_add_func ("/core/idcard/fuzz", test_fuzz);

  return g_test_run ();
}
