/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>
#include <glib/gi18n-lib.h>

#include "core/ming-text.h"
#include "estimate/ming-case.h"
#include "ming-estimate-fields.h"
#include "ming-estimate-lists.h"

/* As many as a case may have. */
#define ITEMS_MAX 99

/* The longest name of an item, in characters. */
#define NAME_CHARS 60

#define PART "; "

/** Reason: why nothing is credited, by its word in a case; @other: further words for it. */
typedef struct
{
  const char *why;
  const char *word;
  const char *other;
} Reason;

static const Reason reasons[] = {
  { "arrears", NC_ ("no credit", "arrears"), "欠费 qf arrears" },
  { "make_up", NC_ ("no credit", "making up years"), "补缴年限 补缴 bj make_up" },
  { "no_account", NC_ ("no credit", "no account"), "无账户 wzh no_account" },
};

/* The items of @text that say anything, without the spaces around them. */
static GStrv
split_items (const char *text)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_autoptr (GString) item = g_string_new (NULL);

  for (const char *at = text;; at = g_utf8_next_char (at))
    {
      gunichar character = g_utf8_get_char (at);

      if (character == 0 || character == ';' || character == 0xff1b || character == '\n')
        {
          g_strstrip (item->str);
          if (*item->str != '\0')
            g_strv_builder_add (builder, item->str);
          g_string_truncate (item, 0);
        }
      else if (g_unichar_isspace (character))
        g_string_append_c (item, ' ');
      else
        g_string_append_unichar (item, character);
      if (character == 0)
        return g_strv_builder_end (builder);
    }
}

static const char *
find_reason (const char *typed)
{
  for (gsize i = 0; i < G_N_ELEMENTS (reasons); i++)
    {
      g_auto (GStrv) others = g_strsplit (reasons[i].other, " ", -1);

      if (g_str_equal (typed, g_dpgettext2 (GETTEXT_PACKAGE, "no credit", reasons[i].word))
          || g_strv_contains ((const char *const *) others, typed))
        return reasons[i].why;
    }
  return NULL;
}

/* Year and month in @groups from @first on as year × 12 + month − 1; 0 when there is no such month. */
static int
read_month (GMatchInfo *groups, int first)
{
  g_autofree char *year = g_match_info_fetch (groups, first);
  g_autofree char *month = g_match_info_fetch (groups, first + 1);
  int y = year != NULL ? (int) g_ascii_strtoll (year, NULL, 10) : 0;
  int m = month != NULL ? (int) g_ascii_strtoll (month, NULL, 10) : 0;

  return y >= 1900 && y <= 2199 && m >= 1 && m <= 12 ? y * 12 + m - 1 : 0;
}

static char *
describe_span (void)
{
  return g_strdup (_("write it as 202503-202505 arrears; the reason: arrears, making up years, no account"));
}

/* Months and reason of one item; NULL and why. */
static MingUncredited *
read_span (const char *item, char **fault, gboolean *unfinished)
{
  static const char pattern[] = "^(\\d{4})[-./年]?(\\d{1,2})月? *"
                                "(?:([-~至到]) *(?:(\\d{4})[-./年]?(\\d{1,2})月?)?|(起))? *(.*)$";
  g_autofree char *plain = g_utf8_normalize (item, -1, G_NORMALIZE_NFKC);
  g_autoptr (GRegex) regex = g_regex_new (pattern, 0, 0, NULL);
  g_autoptr (GMatchInfo) groups = NULL;
  g_autofree char *to = NULL;
  g_autofree char *word = NULL;
  MingUncredited span = { 0 };
  gboolean is_open;

  *unfinished = g_utf8_strlen (item, -1) < 6;
  if (!g_regex_match (regex, plain, 0, &groups))
    {
      *fault = describe_span ();
      return NULL;
    }
  to = g_match_info_fetch (groups, 4);
  word = g_match_info_fetch (groups, 7);
  {
    g_autofree char *dash = g_match_info_fetch (groups, 3);
    g_autofree char *since = g_match_info_fetch (groups, 6);

    is_open = *to == '\0' && (*dash != '\0' || *since != '\0');
  }
  span.from = read_month (groups, 1);
  span.to = is_open ? 0 : *to != '\0' ? read_month (groups, 4) : span.from;
  *unfinished |= *word == '\0';
  if (span.from == 0 || (!is_open && span.to == 0))
    *fault = g_strdup (_("no such month in the calendar"));
  else if (!is_open && span.to < span.from)
    *fault = g_strdup (_("the last month is before the first"));
  else if (find_reason (word) == NULL)
    *fault = describe_span ();
  if (*fault != NULL)
    return NULL;
  span.why = g_strdup (find_reason (word));
  return g_memdup2 (&span, sizeof span);
}

static gboolean
spans_meet (const MingUncredited *a, const MingUncredited *b)
{
  return (a->to == 0 || a->to >= b->from) && (b->to == 0 || b->to >= a->from);
}

/* Refuses item @index, from 0. */
static void
refuse (char **fault, guint index, char *reason)
{
  *fault = g_strdup_printf (_("Item %u: %s"), index + 1, reason);
  g_free (reason);
}

GPtrArray *
ming_uncredited_read (const char *text, char **fault, gboolean *unfinished)
{
  g_autoptr (GPtrArray) spans = g_ptr_array_new_with_free_func ((GDestroyNotify) ming_uncredited_free);
  g_auto (GStrv) items = split_items (text);

  *fault = NULL;
  *unfinished = FALSE;
  for (guint i = 0; items[i] != NULL; i++)
    {
      char *reason = NULL;
      gboolean early = FALSE;
      MingUncredited *span = read_span (items[i], &reason, &early);

      for (guint j = 0; span != NULL && reason == NULL && j < spans->len; j++)
        if (spans_meet (span, g_ptr_array_index (spans, j)))
          reason = g_strdup_printf (_("shares a month with item %u"), j + 1);
      if (span != NULL)
        g_ptr_array_add (spans, span);
      if (reason == NULL)
        continue;
      *unfinished = early && items[i + 1] == NULL;
      refuse (fault, i, reason);
      return NULL;
    }
  return g_steal_pointer (&spans);
}

static void
append_month (GString *text, int month)
{
  g_string_append_printf (text, "%04d-%02d", month / 12, month % 12 + 1);
}

char *
ming_uncredited_write (GPtrArray *spans)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < spans->len; i++)
    {
      const MingUncredited *span = g_ptr_array_index (spans, i);

      g_string_append (text, i > 0 ? PART : "");
      append_month (text, span->from);
      if (span->to != span->from)
        g_string_append_c (text, '~');
      if (span->to != 0 && span->to != span->from)
        append_month (text, span->to);
      for (gsize j = 0; j < G_N_ELEMENTS (reasons); j++)
        if (g_str_equal (reasons[j].why, span->why))
          g_string_append_printf (text, " %s", g_dpgettext2 (GETTEXT_PACKAGE, "no credit", reasons[j].word));
    }
  return g_string_free (text, FALSE);
}

/* The words of @item before the last two. */
static char *
join_name (GStrv words, guint n)
{
  g_autofree char *kept = words[n];
  char *name;

  words[n] = NULL;
  name = g_strjoinv (" ", words);
  words[n] = g_steal_pointer (&kept);
  return name;
}

/* @words: amount and share, a name before them. NULL and why. */
static MingClassItem *
read_item (GStrv words, char **fault)
{
  guint n = g_strv_length (words);
  MingDate no_day = { 0 };
  MingParsed amount = ming_field_parse (MING_FIELD_CLASS_B, words[n - 2], no_day);
  MingParsed share = ming_field_parse (MING_FIELD_FIRST_RATE, words[n - 1], no_day);
  g_autofree char *name = join_name (words, n - 2);
  MingClassItem *item;

  if (g_utf8_strlen (name, -1) > NAME_CHARS)
    *fault = g_strdup_printf (_("a name of more than %d characters"), NAME_CHARS);
  else if (amount.fault != NULL || share.fault != NULL)
    *fault = g_strdup (amount.fault != NULL ? amount.fault : share.fault);
  g_free (amount.fault);
  g_free (share.fault);
  if (*fault != NULL)
    return NULL;
  item = g_new0 (MingClassItem, 1);
  item->name = *name != '\0' ? g_strdup (name) : NULL;
  item->amount_fen = amount.fen;
  item->first_pay_rate = share.rate;
  return item;
}

/* "10 %" is one word. */
static GStrv
split_words (const char *item)
{
  g_autofree char *text = g_strdup (item);
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) words = NULL;
  gsize length = strlen (text);

  if (length > 2 && g_str_has_suffix (text, " %"))
    memcpy (text + length - 2, "%", 2);
  words = g_strsplit (text, " ", -1);
  for (GStrv word = words; *word != NULL; word++)
    if (**word != '\0')
      g_strv_builder_add (builder, *word);
  return g_strv_builder_end (builder);
}

GPtrArray *
ming_class_items_read (const char *text, char **fault, gboolean *unfinished)
{
  g_autoptr (GPtrArray) items = g_ptr_array_new_with_free_func ((GDestroyNotify) ming_class_item_free);
  g_auto (GStrv) parts = split_items (text);
  MingFen sum_fen = 0;

  *fault = NULL;
  *unfinished = FALSE;
  for (guint i = 0; parts[i] != NULL; i++)
    {
      g_auto (GStrv) words = split_words (parts[i]);
      gboolean whole = g_strv_length (words) >= 2;
      char *reason = NULL;
      MingClassItem *item = whole ? read_item (words, &reason) : NULL;

      if (!whole)
        reason = g_strdup (_("an amount and the share borne first, such as 1000 10%"));
      else if (i >= ITEMS_MAX)
        reason = g_strdup_printf (_("at most %d items"), ITEMS_MAX);
      else if (item != NULL && (sum_fen += item->amount_fen) > MING_FEN_MAX)
        reason = g_strdup (_("together more than 10,000,000,000.00 yuan"));
      if (item != NULL)
        g_ptr_array_add (items, item);
      if (reason == NULL)
        continue;
      *unfinished = !whole && parts[i + 1] == NULL;
      refuse (fault, i, reason);
      return NULL;
    }
  return g_steal_pointer (&items);
}

char *
ming_class_items_write (GPtrArray *items)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < items->len; i++)
    {
      const MingClassItem *item = g_ptr_array_index (items, i);
      g_autofree char *name = item->name != NULL ? g_strdelimit (g_strdup (item->name), ";\n", ' ') : NULL;
      char amount[MING_TEXT_FEN_SIZE] = "", rate[MING_TEXT_RATE_SIZE] = "";

      ming_text_format_fen (item->amount_fen, MING_TEXT_GROUPED, amount, sizeof amount);
      ming_text_format_rate (item->first_pay_rate, rate, sizeof rate);
      g_string_append_printf (text, "%s%s%s%s %s", i > 0 ? PART : "", name != NULL ? name : "",
                              name != NULL ? " " : "", amount, rate);
    }
  return g_string_free (text, FALSE);
}
