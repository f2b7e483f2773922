/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ming-text-row"

#include "config.h"

#include "ming-text-row.h"

struct _MingTextRow
{
  GObject parent_instance;

  GStrv cells;
  char *style;
  int tag;
};

G_DEFINE_FINAL_TYPE (MingTextRow, ming_text_row, G_TYPE_OBJECT)

static guint changed_signal;

static void
ming_text_row_finalize (GObject *object)
{
  MingTextRow *self = MING_TEXT_ROW (object);

  g_strfreev (self->cells);
  g_free (self->style);
  G_OBJECT_CLASS (ming_text_row_parent_class)->finalize (object);
}

static void
ming_text_row_class_init (MingTextRowClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = ming_text_row_finalize;
  changed_signal = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                 NULL, G_TYPE_NONE, 0);
}

static void
ming_text_row_init (MingTextRow *self)
{
}

MingTextRow *
ming_text_row_new (const char *const *cells, const char *style, int tag)
{
  MingTextRow *self = g_object_new (MING_TYPE_TEXT_ROW, NULL);

  self->cells = g_strdupv ((GStrv) cells);
  self->style = g_strdup (style);
  self->tag = tag;
  return self;
}

const char *
ming_text_row_get_cell (MingTextRow *self, guint column)
{
  return column < ming_text_row_get_n_cells (self) ? self->cells[column] : "";
}

guint
ming_text_row_get_n_cells (MingTextRow *self)
{
  g_return_val_if_fail (MING_IS_TEXT_ROW (self), 0);

  return g_strv_length (self->cells);
}

const char *
ming_text_row_get_style (MingTextRow *self)
{
  g_return_val_if_fail (MING_IS_TEXT_ROW (self), NULL);

  return self->style;
}

int
ming_text_row_get_tag (MingTextRow *self)
{
  g_return_val_if_fail (MING_IS_TEXT_ROW (self), 0);

  return self->tag;
}

char *
ming_text_row_to_line (MingTextRow *self)
{
  g_return_val_if_fail (MING_IS_TEXT_ROW (self), NULL);

  return g_strjoinv (" ", self->cells);
}

void
ming_text_row_copy (MingTextRow *self, MingTextRow *other)
{
  g_return_if_fail (MING_IS_TEXT_ROW (self) && MING_IS_TEXT_ROW (other));

  if (self->tag == other->tag && g_strcmp0 (self->style, other->style) == 0
      && g_strv_equal ((const char *const *) self->cells, (const char *const *) other->cells))
    return;
  g_strfreev (self->cells);
  g_free (self->style);
  self->cells = g_strdupv (other->cells);
  self->style = g_strdup (other->style);
  self->tag = other->tag;
  ming_text_row_changed (self);
}

void
ming_text_row_changed (MingTextRow *self)
{
  g_return_if_fail (MING_IS_TEXT_ROW (self));

  g_signal_emit (self, changed_signal, 0);
}
