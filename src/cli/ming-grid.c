/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ming-grid.h"

#define GAP 2

struct _MingGrid
{
  guint n_columns;
  guint right;
  GPtrArray *cells; /* of char*, row by row */
  GArray *rules;    /* of guint: number of cells before each line across */
};

MingGrid *
ming_grid_new (guint n_columns, guint right)
{
  MingGrid *self = g_new0 (MingGrid, 1);

  g_return_val_if_fail (n_columns > 0 && n_columns < 32, NULL);

  self->n_columns = n_columns;
  self->right = right;
  self->cells = g_ptr_array_new_with_free_func (g_free);
  self->rules = g_array_new (FALSE, FALSE, sizeof (guint));
  return self;
}

void
ming_grid_free (MingGrid *self)
{
  g_ptr_array_unref (self->cells);
  g_array_unref (self->rules);
  g_free (self);
}

void
ming_grid_add (MingGrid *self, const char *text)
{
  g_ptr_array_add (self->cells, g_strdup (text != NULL ? text : ""));
}

void
ming_grid_add_rule (MingGrid *self)
{
  g_return_if_fail (self->cells->len % self->n_columns == 0);

  g_array_append_val (self->rules, self->cells->len);
}

guint
ming_grid_width (const char *text)
{
  guint width = 0;

  for (; *text != '\0'; text = g_utf8_next_char (text))
    {
      gunichar c = g_utf8_get_char (text);

      if (!g_unichar_iszerowidth (c))
        width += g_unichar_iswide (c) ? 2 : 1;
    }
  return width;
}

static guint
column_width (const MingGrid *self, guint column)
{
  guint width = 0;

  for (guint i = column; i < self->cells->len; i += self->n_columns)
    width = MAX (width, ming_grid_width (g_ptr_array_index (self->cells, i)));
  return width;
}

static void
add_blanks (GString *out, guint n)
{
  while (n-- > 0)
    g_string_append_c (out, ' ');
}

static void
print_row (const MingGrid *self, guint first, const guint *widths, GString *out)
{
  gsize written;

  for (guint column = 0; column < self->n_columns; column++)
    {
      const char *text = g_ptr_array_index (self->cells, first + column);
      guint blanks = widths[column] - ming_grid_width (text);
      gboolean right = (self->right >> column & 1) != 0;

      if (column > 0)
        add_blanks (out, GAP);
      if (right)
        add_blanks (out, blanks);
      g_string_append (out, text);
      if (!right)
        add_blanks (out, blanks);
    }
  for (written = out->len; written > 0 && out->str[written - 1] == ' '; written--)
    ;
  g_string_truncate (out, written);
  g_string_append_c (out, '\n');
}

static void
print_rules_before (const MingGrid *self, guint n_cells, guint width, const char *indent, GString *out)
{
  for (guint i = 0; i < self->rules->len; i++)
    if (g_array_index (self->rules, guint, i) == n_cells)
      {
        g_string_append (out, indent);
        for (guint n = 0; n < width; n++)
          g_string_append (out, "-");
        g_string_append_c (out, '\n');
      }
}

void
ming_grid_print (const MingGrid *self, const char *indent, GString *out)
{
  guint widths[32];
  guint total = (self->n_columns - 1) * GAP;

  g_return_if_fail (self->cells->len % self->n_columns == 0);

  for (guint column = 0; column < self->n_columns; column++)
    {
      widths[column] = column_width (self, column);
      total += widths[column];
    }
  for (guint first = 0; first < self->cells->len; first += self->n_columns)
    {
      print_rules_before (self, first, total, indent, out);
      g_string_append (out, indent);
      print_row (self, first, widths, out);
    }
  print_rules_before (self, self->cells->len, total, indent, out);
}
