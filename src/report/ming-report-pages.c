/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "ming-report-private.h"

/* Type of the steps down when the pages are limited: 100 %, 96 % … 80 %. */
#define LEAST_PERMILLE 800
#define STEP_PERMILLE 40

static void
forget_layout (MingReport *self)
{
  g_ptr_array_set_size (self->strips, 0);
  g_array_set_size (self->spans, 0);
  g_array_set_size (self->pages, 0);
  g_ptr_array_set_size (self->heads, 0);
}

static int
line_height (MingSetter *setter, MingReportStyle style)
{
  g_autoptr (PangoLayout) layout = ming_setter_layout (setter, style, "0");

  return ming_layout_height (layout);
}

static gboolean
check_glyphs (MingSetter *setter, GError **error)
{
  if (setter->missing == NULL)
    return TRUE;
  g_set_error (error, MING_REPORT_ERROR, MING_REPORT_ERROR_GLYPHS,
               _("No font on this machine can write “%s”. Install a Chinese font (package fonts-noto-cjk), "
                  "or export the sheet as plain text."),
               setter->missing);
  return FALSE;
}

static gboolean
set_blocks (MingSetter *setter, GError **error)
{
  MingReport *self = setter->report;
  g_autoptr (GError) cause = NULL;

  g_clear_pointer (&setter->missing, g_free);
  for (guint i = 0; i < self->blocks->len; i++)
    if (!ming_setter_set_block (setter, g_ptr_array_index (self->blocks, i), &cause))
      break;
  /* Without fonts nothing has its true size either: what cannot be written is the better reason. */
  if (!check_glyphs (setter, error))
    return FALSE;
  if (cause == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&cause));
  return FALSE;
}

/* Sets everything in type of @permille; @foot: height to be left free on each page. */
static gboolean
set_once (MingSetter *setter, int permille, int height, GError **error)
{
  MingReport *self = setter->report;
  int foot;
  int too_tall;

  forget_layout (self);
  setter->size_permille = permille;
  if (!set_blocks (setter, error))
    return FALSE;

  self->head_units = line_height (setter, MING_STYLE_SMALL) + ming_setter_em (setter);
  foot = line_height (setter, MING_STYLE_SMALL) + ming_setter_em (setter) * 3 / 4;
  too_tall = ming_pages_break ((const MingPageSpan *) (gpointer) self->spans->data, (int) self->spans->len,
                               height - foot, height - foot - self->head_units, self->pages);
  if (too_tall < 0)
    return TRUE;
  g_set_error_literal (error, MING_REPORT_ERROR, MING_REPORT_ERROR_PAPER,
                       _("The paper is too small: a row of the sheet is taller than the page."));
  return FALSE;
}

/* Head of later pages and foot of all, now that the count is known. */
static void
set_furniture (MingSetter *setter, guint page, int height)
{
  MingReport *self = setter->report;
  int em = ming_setter_em (setter);
  int line = line_height (setter, MING_STYLE_SMALL);
  g_autofree char *count = g_strdup_printf (_("Page %u of %u"), page + 1, self->pages->len);

  setter->marks = g_ptr_array_new_with_free_func (ming_mark_free);
  if (page > 0)
    {
      ming_setter_text (setter, ming_setter_layout (setter, MING_STYLE_SMALL, self->title), 0, 0,
                        setter->width, MING_ALIGN_START, MING_STYLE_SMALL);
      if (self->number != NULL)
        ming_setter_text (setter, ming_setter_layout (setter, MING_STYLE_SMALL, self->number), 0, 0,
                          setter->width, MING_ALIGN_END, MING_STYLE_SMALL);
      ming_setter_rule (setter, 0, line + em / 5, setter->width, em / 30, 50);
    }
  if (self->footer != NULL)
    ming_setter_text (setter, ming_setter_layout (setter, MING_STYLE_SMALL, self->footer), 0, height - line,
                      setter->width, MING_ALIGN_START, MING_STYLE_SMALL);
  ming_setter_text (setter, ming_setter_layout (setter, MING_STYLE_SMALL, count), 0, height - line,
                    setter->width, MING_ALIGN_END, MING_STYLE_SMALL);
  ming_setter_rule (setter, 0, height - line - em / 4, setter->width, em / 30, 50);
  g_ptr_array_add (self->heads, g_steal_pointer (&setter->marks));
}

static gboolean
lay_out (MingSetter *setter, int height, GError **error)
{
  MingReport *self = setter->report;
  int permille = 1000;

  if (!set_once (setter, permille, height, error))
    return FALSE;
  while (self->page_limit > 0 && self->pages->len > self->page_limit && permille > LEAST_PERMILLE)
    {
      permille -= STEP_PERMILLE;
      if (!set_once (setter, permille, height, error))
        return FALSE;
    }
  /* When no type is small enough, the reader is better served by the full size. */
  if (self->page_limit > 0 && self->pages->len > self->page_limit && !set_once (setter, 1000, height, error))
    return FALSE;
  setter->size_permille = 1000;
  for (guint i = 0; i < self->pages->len; i++)
    set_furniture (setter, i, height);
  return check_glyphs (setter, error);
}

gboolean
ming_report_paginate (MingReport *self, double width_pt, double height_pt, GError **error)
{
  MingSetter setter = { .report = self, .size_permille = 1000 };
  gboolean done;

  g_return_val_if_fail (self != NULL, FALSE);
  g_return_val_if_fail (error == NULL || *error == NULL, FALSE);

  setter.context = ming_setter_context_new ();
  setter.width = pango_units_from_double (width_pt);
  setter.strips = self->strips;
  setter.spans = self->spans;
  done = lay_out (&setter, pango_units_from_double (height_pt), error);
  g_free (setter.missing);
  g_object_unref (setter.context);
  if (!done)
    forget_layout (self);
  return done;
}

guint
ming_report_get_n_pages (const MingReport *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->pages->len;
}

static void
draw_code (cairo_t *cr, const MingMark *mark)
{
  double module = pango_units_to_double (mark->width) / mark->n_modules;
  double x = pango_units_to_double (mark->x);
  double y = pango_units_to_double (mark->y);

  for (int row = 0; row < mark->n_modules; row++)
    for (int column = 0; column < mark->n_modules; column++)
      if (mark->modules[row * mark->n_modules + column])
        cairo_rectangle (cr, x + column * module, y + row * module, module, module);
  cairo_fill (cr);
}

static void
draw_mark (cairo_t *cr, const MingMark *mark)
{
  double shade = mark->shade / 100.0;

  cairo_set_source_rgb (cr, shade, shade, shade);
  switch (mark->kind)
    {
    case MING_MARK_TEXT:
      cairo_move_to (cr, pango_units_to_double (mark->x), pango_units_to_double (mark->y));
      pango_cairo_show_layout (cr, mark->layout);
      break;
    case MING_MARK_RULE:
    case MING_MARK_FIELD:
      cairo_rectangle (cr, pango_units_to_double (mark->x), pango_units_to_double (mark->y),
                       pango_units_to_double (mark->width), pango_units_to_double (mark->height));
      cairo_fill (cr);
      break;
    case MING_MARK_CODE:
      draw_code (cr, mark);
      break;
    default:
      g_assert_not_reached ();
    }
}

static void
draw_marks (cairo_t *cr, GPtrArray *marks, int y)
{
  cairo_save (cr);
  cairo_translate (cr, 0.0, pango_units_to_double (y));
  for (guint i = 0; i < marks->len; i++)
    draw_mark (cr, g_ptr_array_index (marks, i));
  cairo_restore (cr);
}

void
ming_report_draw_page (const MingReport *self, cairo_t *cr, guint n)
{
  const MingPage *page;
  int y;

  g_return_if_fail (self != NULL);
  g_return_if_fail (n < self->pages->len);

  page = &g_array_index (self->pages, MingPage, n);
  cairo_save (cr);
  draw_marks (cr, g_ptr_array_index (self->heads, n), 0);

  y = n == 0 ? 0 : self->head_units;
  if (page->repeat >= 0)
    {
      draw_marks (cr, g_ptr_array_index (self->strips, (guint) page->repeat), y);
      y += g_array_index (self->spans, MingPageSpan, (guint) page->repeat).height;
    }
  for (int i = page->first; i < page->end; i++)
    {
      const MingPageSpan *span = &g_array_index (self->spans, MingPageSpan, (guint) i);

      if (i > page->first)
        y += span->above;
      draw_marks (cr, g_ptr_array_index (self->strips, (guint) i), y);
      y += span->height;
    }
  cairo_restore (cr);
}
