/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ming-table-fit"

#include "config.h"

#include "ming-table-fit.h"

/* Brings each column of the kind as near to what it wants as @room allows, all by the same part. */
static int
widen (const MingColumnNeed *need, guint n, gboolean words, int room, int *out)
{
  gint64 missing = 0;
  int given = 0;

  for (guint i = 0; i < n; i++)
    if (need[i].words == words)
      missing += need[i].wanted - need[i].least;
  for (guint i = 0; i < n && missing > 0; i++)
    if (need[i].words == words)
      {
        gint64 wish = need[i].wanted - need[i].least;
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
  room = widen (need, n, FALSE, width - (int) least, out);
  room = widen (need, n, TRUE, room, out);
  for (guint i = 0; i < n; i++)
    out[i] += MIN (room / (int) n, spare);
  return TRUE;
}
