/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "formula.h"

#include "estimate/ming-explain-private.h"

/* A desk calculator that never rounds: amounts in yuan as fractions. */

__extension__ typedef __int128 Wide;

typedef struct
{
  Wide num;
  Wide den; /* > 0 */
} Fraction;

typedef struct
{
  const char *at;
  gboolean failed;
} Reader;

static Wide
common_divisor (Wide a, Wide b)
{
  if (a < 0)
    a = -a;
  while (b != 0)
    {
      Wide rest = a % b;

      a = b;
      b = rest;
    }
  return a > 0 ? a : 1;
}

static Fraction
fraction (Wide num, Wide den)
{
  Wide divisor;

  if (den < 0)
    {
      num = -num;
      den = -den;
    }
  divisor = common_divisor (num, den);
  return (Fraction){ num / divisor, den / divisor };
}

static int
compare (Fraction a, Fraction b)
{
  Wide left = a.num * b.den, right = b.num * a.den;

  return left < right ? -1 : left > right;
}

static void
skip_blanks (Reader *reader)
{
  while (*reader->at == ' ')
    reader->at++;
}

/* Takes @word when it stands next. */
static gboolean
take (Reader *reader, const char *word)
{
  skip_blanks (reader);
  if (!g_str_has_prefix (reader->at, word))
    return FALSE;
  reader->at += strlen (word);
  return TRUE;
}

static gboolean
take_any (Reader *reader, const char *a, const char *b)
{
  return take (reader, a) || take (reader, b);
}

/* "1,300.00" or "91 %" */
static Fraction
read_number (Reader *reader)
{
  Wide num = 0, den = 1;
  gboolean point = FALSE;

  skip_blanks (reader);
  if (!g_ascii_isdigit (*reader->at))
    reader->failed = TRUE;
  for (; g_ascii_isdigit (*reader->at) || *reader->at == ',' || *reader->at == '.'; reader->at++)
    {
      if (*reader->at == '.')
        point = TRUE;
      if (!g_ascii_isdigit (*reader->at))
        continue;
      num = num * 10 + (*reader->at - '0');
      den = point ? den * 10 : den;
    }
  return take (reader, "%") ? fraction (num, den * 100) : fraction (num, den);
}

static Fraction read_sum (Reader *reader);

/* What stands between parentheses: two sides when @smaller or @larger of them is wanted. */
static Fraction
read_choice (Reader *reader, int wanted)
{
  Fraction best = { 0, 1 };

  if (!take_any (reader, "(", "（"))
    reader->failed = TRUE;
  best = read_sum (reader);
  while (take_any (reader, ";", "；"))
    {
      Fraction other = read_sum (reader);

      if (compare (other, best) == wanted)
        best = other;
    }
  if (!take_any (reader, ")", "）"))
    reader->failed = TRUE;
  return best;
}

static Fraction
read_factor (Reader *reader)
{
  Fraction inner;

  if (take_any (reader, "min", "取小"))
    return read_choice (reader, -1);
  if (take_any (reader, "max", "取大"))
    return read_choice (reader, 1);
  if (!take_any (reader, "(", "（"))
    return read_number (reader);
  inner = read_sum (reader);
  if (!take_any (reader, ")", "）"))
    reader->failed = TRUE;
  return inner;
}

static Fraction
read_product (Reader *reader)
{
  Fraction left = read_factor (reader);

  while (!reader->failed)
    {
      gboolean times = take (reader, "×");
      Fraction right;

      if (!times && !take_any (reader, "÷", "/"))
        break;
      right = read_factor (reader);
      if (!times && right.num == 0)
        reader->failed = TRUE;
      else
        left = times ? fraction (left.num * right.num, left.den * right.den)
                     : fraction (left.num * right.den, left.den * right.num);
    }
  return left;
}

static Fraction
read_sum (Reader *reader)
{
  Fraction left = read_product (reader);

  while (!reader->failed)
    {
      gboolean plus = take (reader, "+");
      Fraction right;

      if (!plus && !take (reader, "−"))
        break;
      right = read_product (reader);
      left =
          fraction (left.num * right.den + (plus ? right.num : -right.num) * left.den, left.den * right.den);
    }
  return left;
}

/* The rounding that @step names in words; the fen, half up, when it names none and @any is given. */
static gboolean
rounding_of (const MingStep *step, MingRounding *out)
{
  static const MingRoundUnit units[] = { MING_UNIT_FEN, MING_UNIT_JIAO, MING_UNIT_YUAN, MING_UNIT_TEN_YUAN };

  for (guint unit = 0; unit < G_N_ELEMENTS (units); unit++)
    for (int mode = MING_ROUND_HALF_UP; mode <= MING_ROUND_HALF_EVEN; mode++)
      for (int per_layer = 0; per_layer <= 1; per_layer++)
        {
          g_autofree char *words = NULL;

          *out = (MingRounding){ units[unit], (MingRoundMode) mode };
          words = ming_words_rounding (*out, per_layer);
          if (g_str_equal (words, step->rounding))
            return TRUE;
        }
  return FALSE;
}

/* Whether @value yuan is @step's amount, exactly or as the step says it was rounded. */
static gboolean
is_amount (const MingStep *step, Fraction value)
{
  Wide fen = value.num * 100 / value.den, rest = value.num * 100 % value.den;
  MingRounding rounding;
  MingFen rounded_fen = -1;

  if (value.num < 0)
    return FALSE;
  if (rest == 0 && fen == step->amount_fen)
    return TRUE;
  if (value.den > MING_FEN_MAX || !rounding_of (step, &rounding))
    return FALSE;
  return ming_money_round ((int64_t) fen, (int64_t) rest, (int64_t) value.den, rounding, &rounded_fen)
             == MING_OK
         && rounded_fen == step->amount_fen;
}

gboolean
formula_agrees (const MingStep *step, char **why)
{
  Reader reader = { step->formula, FALSE };

  do
    {
      const char *from = reader.at;
      Fraction side = read_sum (&reader);

      if (reader.failed || !is_amount (step, side))
        {
          *why = g_strdup_printf ("“%s” at “%s”: %s; rounding “%s”, amount %" G_GINT64_FORMAT " fen",
                                  step->formula, from, reader.failed ? "not arithmetic" : "another amount",
                                  step->rounding, step->amount_fen);
          return FALSE;
        }
    }
  while (take (&reader, "="));
  skip_blanks (&reader);
  *why = g_strdup_printf ("“%s”: more after “%s”", step->formula, reader.at);
  return *reader.at == '\0';
}

gboolean
formula_is_number (const char *formula, gint64 value)
{
  Reader reader = { formula, FALSE };

  do
    {
      Fraction side = read_sum (&reader);

      if (reader.failed || side.num != value * side.den)
        return FALSE;
    }
  while (take (&reader, "="));
  return *reader.at == '\0';
}
