/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ming-table-fit"

#include "config.h"

#include "ming-table-fit.h"

/** Turn: whose wish is heard. */
typedef enum
{
  TURN_FIGURES,
  TURN_WORDS,
  TURN_HEADINGS
} Turn;

/* How much more the column wants that has @given. */
static int
get_wish (const MingColumnNeed *need, Turn turn, int given)
{
  int goal = turn == TURN_FIGURES && need->cells > 0 ? need->cells : need->wanted;

  return need->words == (turn == TURN_WORDS) ? MAX (goal - given, 0) : 0;
}

/* Brings each column whose turn it is as near to what it wants as @room allows, all by the same part. */
static int
widen (const MingColumnNeed *need, guint n, Turn turn, int room, int *out)
{
  gint64 missing = 0;
  int given = 0;

  for (guint i = 0; i < n; i++)
    missing += get_wish (&need[i], turn, out[i]);
  for (guint i = 0; i < n && missing > 0; i++)
    {
      gint64 wish = get_wish (&need[i], turn, out[i]);
      int more = (int) (missing <= room ? wish : wish * room / missing);

      out[i] += more;
      given += more;
    }
  return room - given;
}

gboolean
ming_table_fit (const MingColumnNeed *need, guint n, int width, int spare, int *out)
{
  gint64 least = 0;
  int room;

  g_return_val_if_fail (need != NULL && out != NULL && spare >= 0, FALSE);

  for (guint i = 0; i < n; i++)
    {
      g_return_val_if_fail (need[i].least >= 0 && need[i].wanted >= need[i].least, FALSE);
      least += need[i].least;
    }
  if (n == 0 || least > width)
    return FALSE;
  for (guint i = 0; i < n; i++)
    out[i] = need[i].least;
  room = width - (int) least;
  for (int turn = TURN_FIGURES; turn <= TURN_HEADINGS; turn++)
    room = widen (need, n, (Turn) turn, room, out);
  for (guint i = 0; i < n; i++)
    out[i] += MIN (room / (int) n, spare);
  return TRUE;
}
