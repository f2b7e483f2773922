/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ming-reader.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "core/ming-text.h"
#include "ming-nearest.h"

#define UNKNOWN "unknown"
#define NONE "none"

/* No number of months, days or years in a rule is larger. */
#define NUMBER_MAX 100000

static void
bad_value (const MingReaderObject *object, const char *key, const char *text, const char *expected)
{
  ming_reader_member_problem (object, key, MING_POLICY_ERROR_BAD_VALUE, _("“%s” is not %s"), text, expected);
}

gboolean
ming_reader_get_date (const MingReaderObject *object, const char *key, gboolean must, MingDate *out)
{
  const char *text = ming_reader_get_string (object, key, must);

  if (text == NULL)
    return FALSE;
  if (ming_text_parse_date (text, strlen (text), out) == MING_OK)
    return TRUE;
  bad_value (object, key, text, _("a day of the calendar written as 2025-01-31"));
  return FALSE;
}

gboolean
ming_reader_get_int (const MingReaderObject *object, const char *key, gboolean must, gint32 min, gint32 max,
                     gint64 *out)
{
  const char *text = ming_reader_get_string (object, key, must);
  gint32 number = 0;

  if (text == NULL)
    return FALSE;
  if (ming_text_parse_int (text, strlen (text), min, max, &number) != MING_OK)
    {
      ming_reader_member_problem (object, key, MING_POLICY_ERROR_BAD_VALUE,
                                  _("“%s” is not a whole number from %d to %d"), text, min, max);
      return FALSE;
    }
  *out = number;
  return TRUE;
}

gboolean
ming_reader_get_choice (const MingReaderObject *object, const char *key, gboolean must,
                        const char *const *words, guint *out)
{
  const char *text = ming_reader_get_string (object, key, must);
  g_autofree char *hint = NULL;

  if (text == NULL)
    return FALSE;
  for (guint i = 0; words[i] != NULL; i++)
    if (strcmp (words[i], text) == 0)
      {
        *out = i;
        return TRUE;
      }
  hint = ming_nearest_hint (text, words, -1);
  ming_reader_member_problem (object, key, MING_POLICY_ERROR_BAD_VALUE, _("unknown word “%s”%s"), text, hint);
  return FALSE;
}

gboolean
ming_reader_get_phrase (const MingReaderObject *object, const char *key, gboolean must, MingPhrase *out)
{
  static const char *const keys[] = { "zh", "en", NULL };
  g_auto (MingReaderObject) phrase = { 0 };

  if (!ming_reader_open_member (object, key, must, keys, &phrase))
    return FALSE;
  ming_phrase_clear (out);
  out->zh = g_strdup (ming_reader_get_string (&phrase, "zh", TRUE));
  out->en = g_strdup (ming_reader_get_string (&phrase, "en", TRUE));
  return out->zh != NULL && out->en != NULL;
}

MingAmountCell
ming_reader_get_amount (const MingReaderObject *object, const char *key, gboolean must, gboolean none)
{
  const char *text = ming_reader_get_string (object, key, must);
  MingAmountCell cell = { MING_CELL_ABSENT, 0 };

  if (text == NULL)
    return cell;
  if (strcmp (text, UNKNOWN) == 0)
    cell.state = MING_CELL_UNKNOWN;
  else if (none && strcmp (text, NONE) == 0)
    cell.state = MING_CELL_NONE;
  else if (ming_text_parse_fen (text, strlen (text), &cell.fen) == MING_OK)
    cell.state = MING_CELL_VALUE;
  else
    bad_value (object, key, text, _("an amount in yuan written as \"1300.00\", nor “unknown”"));
  return cell;
}

/* One rate as text into place @i of @cell. */
static gboolean
parse_rate (const char *text, MingRateForm form, MingRateCell *cell, int i)
{
  MingRate rate = { 0, 1 };
  gboolean negative = form == MING_RATE_SIGNED && *text == '-';

  if (strcmp (text, UNKNOWN) == 0)
    {
      cell->rate_state[i] = MING_CELL_UNKNOWN;
      return TRUE;
    }
  text += negative;
  if (ming_text_parse_rate (text, strlen (text), &rate) != MING_OK)
    return FALSE;
  if (form != MING_RATE_FACTOR && !ming_rate_is_share (rate))
    return FALSE;
  cell->rate[i] = rate;
  cell->rate_state[i] = MING_CELL_VALUE;
  cell->negative = negative;
  return TRUE;
}

static const char *
expected_rate (MingRateForm form)
{
  switch (form)
    {
    case MING_RATE_FACTOR:
      return _("a factor from 0 to 9 written as \"0.6\", nor “unknown”");
    case MING_RATE_SIGNED:
      return _("points from -100% to 100% written as \"-20%\", nor “unknown”");
    case MING_RATE_SHARE:
    default:
      return _("a rate from 0% to 100% written as \"85%\", \"8.75%\" or \"2/37\", nor “unknown”");
    }
}

static MingRateCell
get_rate_list (const MingReaderObject *object, const char *key, MingRateForm form)
{
  g_auto (MingReaderList) list = { 0 };
  MingRateCell cell = { 0 };
  gboolean good;

  if (!ming_reader_open_list (object, key, TRUE, &list))
    return cell;
  good = list.length > 0 && list.length <= MING_BANDS_MAX;
  if (!good)
    ming_reader_problem (object->reader, MING_POLICY_ERROR_BANDS_COUNT, list.pointer,
                         _("there must be 1 to %d rates, not %u"), MING_BANDS_MAX, list.length);
  for (guint i = 0; i < list.length && i < MING_BANDS_MAX; i++)
    {
      const char *text = ming_reader_get_element_string (&list, i);
      g_autofree char *pointer = ming_json_pointer_index (list.pointer, i);

      if (text != NULL && parse_rate (text, form, &cell, (int) i))
        continue;
      good = FALSE;
      if (text != NULL)
        ming_reader_problem (object->reader, MING_POLICY_ERROR_BAD_VALUE, pointer, _("“%s” is not %s"), text,
                             expected_rate (form));
    }
  cell.n_rates = good ? (int) list.length : 0;
  cell.state = good ? MING_CELL_VALUE : MING_CELL_ABSENT;
  return cell;
}

MingRateCell
ming_reader_get_rate (const MingReaderObject *object, const char *key, gboolean must, MingRateForm form,
                      gboolean list)
{
  JsonNode *node = json_object_get_member (object->object, key);
  MingRateCell cell = { 0 };
  const char *text;

  if (list && node != NULL && JSON_NODE_HOLDS_ARRAY (node))
    return get_rate_list (object, key, form);
  text = ming_reader_get_string (object, key, must);
  if (text == NULL)
    return cell;
  if (!parse_rate (text, form, &cell, 0))
    {
      bad_value (object, key, text, expected_rate (form));
      return cell;
    }
  cell.n_rates = 1;
  cell.state = cell.rate_state[0];
  return cell;
}

MingNumberCell
ming_reader_get_number (const MingReaderObject *object, const char *key, gboolean must)
{
  MingNumberCell cell = { MING_CELL_ABSENT, 0 };

  if (g_strcmp0 (ming_reader_peek_string (object, key), UNKNOWN) == 0)
    cell.state = MING_CELL_UNKNOWN;
  else if (ming_reader_get_int (object, key, must, 0, NUMBER_MAX, &cell.number))
    cell.state = MING_CELL_VALUE;
  return cell;
}

MingRounding
ming_reader_get_rounding (const MingReaderObject *object, const char *key)
{
  static const char *const keys[] = { "unit", "mode", NULL };
  static const char *const units[] = { "分", "角", "元", "10元", NULL };
  static const MingRoundUnit unit_values[] = { MING_UNIT_FEN, MING_UNIT_JIAO, MING_UNIT_YUAN,
                                               MING_UNIT_TEN_YUAN };
  static const char *const modes[] = { "half_up", "up", "down", "half_even", NULL };
  static const MingRoundMode mode_values[]
      = { MING_ROUND_HALF_UP, MING_ROUND_UP, MING_ROUND_DOWN, MING_ROUND_HALF_EVEN };
  g_auto (MingReaderObject) rounding = { 0 };
  guint unit = 0, mode = 0;

  if (!ming_reader_open_member (object, key, FALSE, keys, &rounding)
      || !ming_reader_get_choice (&rounding, "unit", TRUE, units, &unit)
      || !ming_reader_get_choice (&rounding, "mode", TRUE, modes, &mode))
    return MING_ROUNDING_DEFAULT;
  return (MingRounding){ unit_values[unit], mode_values[mode] };
}
