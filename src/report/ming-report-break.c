/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ming-report-break.h"

/* What the head of the table takes when a page begins with strip @first. */
static int
repeated_height (const MingPageSpan *spans, int first)
{
  return spans[first].repeat < 0 ? 0 : spans[spans[first].repeat].height;
}

/* The first strip that no longer fits on a page of @height that begins with @first. */
static int
fill_page (const MingPageSpan *spans, int n_spans, int first, int height)
{
  int used = repeated_height (spans, first);

  for (int i = first; i < n_spans; i++)
    {
      used += spans[i].height + (i == first ? 0 : spans[i].above);
      if (used > height)
        return i;
    }
  return n_spans;
}

/* @end, or an earlier place that breaks no chain; @end when the chain began the page. */
static int
keep_chains (const MingPageSpan *spans, int first, int end)
{
  int at = end;

  while (at > first && spans[at - 1].keep_with_next)
    at--;
  return at > first ? at : end;
}

int
ming_pages_break (const MingPageSpan *spans, int n_spans, int first_height, int other_height, GArray *pages)
{
  int first = 0;

  g_return_val_if_fail (pages != NULL, 0);

  g_array_set_size (pages, 0);
  do
    {
      int height = first == 0 ? first_height : other_height;
      int end = n_spans == 0 ? 0 : fill_page (spans, n_spans, first, height);
      MingPage page = { n_spans == 0 ? -1 : spans[first].repeat, first, 0 };

      if (end == first && n_spans > 0)
        {
          g_array_set_size (pages, 0);
          return first;
        }
      page.end = end < n_spans ? keep_chains (spans, first, end) : end;
      g_array_append_val (pages, page);
      first = page.end;
    }
  while (first < n_spans);
  return -1;
}

gboolean
ming_columns_share (const int *natural, const int *minimum, const int *weight, int n_columns, int width,
                    int *out)
{
  int left = width;
  int weights = 0;
  gboolean again = TRUE;

  for (int i = 0; i < n_columns; i++)
    {
      out[i] = weight[i] == 0 ? natural[i] : -1;
      if (weight[i] == 0)
        left -= natural[i];
      else
        weights += weight[i];
    }

  /* A column whose share is below its minimum takes the minimum, and the others share again. */
  while (again && weights > 0)
    {
      again = FALSE;
      for (int i = 0; i < n_columns && !again; i++)
        if (out[i] < 0 && (gint64) left * weight[i] < (gint64) minimum[i] * weights)
          {
            out[i] = minimum[i];
            left -= minimum[i];
            weights -= weight[i];
            again = TRUE;
          }
    }
  if (left < 0)
    return FALSE;

  for (int i = 0; i < n_columns; i++)
    if (out[i] < 0)
      {
        out[i] = (int) ((gint64) left * weight[i] / weights);
        left -= out[i];
        weights -= weight[i];
      }
  return TRUE;
}
