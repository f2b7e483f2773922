/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ming-nearest.h"

#include <glib/gi18n-lib.h>

#define LENGTH_MAX 64

/* The first characters of @word; returns how many. */
static guint
get_characters (const char *word, gunichar characters[LENGTH_MAX])
{
  guint n = 0;

  for (const char *p = word; *p != '\0' && n < LENGTH_MAX; p = g_utf8_next_char (p))
    characters[n++] = g_utf8_get_char (p);
  return n;
}

guint
ming_nearest_distance (const char *a, const char *b)
{
  gunichar x[LENGTH_MAX], y[LENGTH_MAX];
  guint cost[LENGTH_MAX + 1][LENGTH_MAX + 1];
  guint n_x = get_characters (a, x);
  guint n_y = get_characters (b, y);

  for (guint i = 0; i <= n_x; i++)
    for (guint j = 0; j <= n_y; j++)
      {
        if (i == 0 || j == 0)
          {
            cost[i][j] = i + j;
            continue;
          }
        cost[i][j] = MIN (cost[i - 1][j], cost[i][j - 1]) + 1;
        cost[i][j] = MIN (cost[i][j], cost[i - 1][j - 1] + (x[i - 1] != y[j - 1]));
        if (i > 1 && j > 1 && x[i - 1] == y[j - 2] && x[i - 2] == y[j - 1])
          cost[i][j] = MIN (cost[i][j], cost[i - 2][j - 2] + 1);
      }
  return cost[n_x][n_y];
}

/* In a short word every change makes another word: 三级 is not a slip for 二级. */
static guint
most_slips (const char *word)
{
  guint length = (guint) g_utf8_strlen (word, -1);

  if (length <= 2)
    return 0;
  return length <= 4 ? 1 : MAX (2, length / 3);
}

const char *
ming_nearest_word (const char *word, const char *const *words, gssize n_words)
{
  guint limit = most_slips (word);
  const char *nearest = NULL;

  for (gssize i = 0; n_words < 0 ? words[i] != NULL : i < n_words; i++)
    {
      guint distance = ming_nearest_distance (word, words[i]);

      if (distance > limit || (nearest != NULL && distance == limit))
        continue;
      nearest = words[i];
      limit = distance;
    }
  return nearest;
}

char *
ming_nearest_hint (const char *word, const char *const *words, gssize n_words)
{
  const char *nearest = ming_nearest_word (word, words, n_words);
  g_autoptr (GString) list = NULL;

  if (nearest != NULL)
    return g_strdup_printf (_("; did you mean “%s”?"), nearest);
  list = g_string_new (NULL);
  for (gssize i = 0; n_words < 0 ? words[i] != NULL : i < n_words; i++)
    g_string_append_printf (list, "%s%s", i > 0 ? ", " : "", words[i]);
  if (list->len == 0)
    return g_strdup (_("; there are none to choose from"));
  return g_strdup_printf (_("; known here: %s"), list->str);
}
