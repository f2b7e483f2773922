/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "ming-report-private.h"

/* The one place that names fonts. The first that the machine has is used; PDF files embed what they use. */
#define FONT_CHAIN "Noto Sans CJK SC, Source Han Sans SC, WenQuanYi Micro Hei, sans"

/* What a Chinese sheet cannot do without, for the check before anything is laid out. */
#define FONT_SAMPLE "医疗保险待遇测算单壹贰叁肆伍陆柒捌玖拾佰仟万亿元角分整×−÷%，。（）《》〔〕"

/** Size in tenths of a point, weight and shade of each style; large type in the second column. */
static const struct
{
  int size[2];
  gboolean bold;
  int shade;
} styles[MING_N_STYLES] = {
  [MING_STYLE_NORMAL] = { { 90, 140 }, FALSE, 0 }, [MING_STYLE_STRONG] = { { 90, 140 }, TRUE, 0 },
  [MING_STYLE_SMALL] = { { 78, 125 }, FALSE, 25 }, [MING_STYLE_LABEL] = { { 84, 130 }, FALSE, 35 },
  [MING_STYLE_FIGURE] = { { 140, 220 }, TRUE, 0 }, [MING_STYLE_HEADING] = { { 100, 165 }, TRUE, 0 },
  [MING_STYLE_TITLE] = { { 190, 260 }, TRUE, 0 },  [MING_STYLE_SUBTITLE] = { { 95, 145 }, FALSE, 0 },
};

void
ming_mark_free (gpointer data)
{
  MingMark *mark = data;

  g_clear_object (&mark->layout);
  g_free (mark->modules);
  g_free (mark);
}

/*
 * A context of its own for each layout: at 72 dots an inch a font's point is a unit of the page, and without
 * hinting the lengths are the same on paper, in a PDF, and on the screen.
 */
PangoContext *
ming_setter_context_new (void)
{
  PangoFontMap *map = pango_cairo_font_map_new ();
  PangoContext *context;
  cairo_font_options_t *options = cairo_font_options_create ();

  pango_cairo_font_map_set_resolution (PANGO_CAIRO_FONT_MAP (map), 72.0);
  context = pango_font_map_create_context (map);
  cairo_font_options_set_hint_style (options, CAIRO_HINT_STYLE_NONE);
  cairo_font_options_set_hint_metrics (options, CAIRO_HINT_METRICS_OFF);
  pango_cairo_context_set_font_options (context, options);
  pango_context_set_round_glyph_positions (context, FALSE);
  pango_context_set_language (context, pango_language_from_string ("zh-cn"));
  cairo_font_options_destroy (options);
  g_object_unref (map);
  return context;
}

static int
style_size (const MingSetter *setter, MingReportStyle style)
{
  int tenths = styles[style].size[setter->report->large ? 1 : 0];

  return tenths * PANGO_SCALE / 10 * setter->size_permille / 1000;
}

/* The unit of distances: the size of normal type. */
int
ming_setter_em (const MingSetter *setter)
{
  return style_size (setter, MING_STYLE_NORMAL);
}

/* Digits all as wide as one another: amounts stand in columns and the eye compares them. */
static PangoAttrList *
make_attributes (void)
{
  PangoAttrList *list = pango_attr_list_new ();

  pango_attr_list_insert (list, pango_attr_font_features_new ("tnum"));
  return list;
}

PangoLayout *
ming_setter_layout (MingSetter *setter, MingReportStyle style, const char *text)
{
  PangoLayout *layout = pango_layout_new (setter->context);
  PangoFontDescription *font = pango_font_description_from_string (FONT_CHAIN);
  PangoAttrList *attributes = make_attributes ();

  pango_font_description_set_weight (font, styles[style].bold ? PANGO_WEIGHT_BOLD : PANGO_WEIGHT_NORMAL);
  pango_font_description_set_size (font, style_size (setter, style));
  pango_layout_set_font_description (layout, font);
  pango_layout_set_attributes (layout, attributes);
  pango_layout_set_wrap (layout, PANGO_WRAP_WORD_CHAR);
  pango_layout_set_text (layout, text, -1);
  pango_attr_list_unref (attributes);
  pango_font_description_free (font);

  if (setter->missing == NULL && pango_layout_get_unknown_glyphs_count (layout) > 0)
    setter->missing = g_strdup (text);
  return layout;
}

int
ming_layout_height (PangoLayout *layout)
{
  int height = 0;

  pango_layout_get_size (layout, NULL, &height);
  return height;
}

int
ming_layout_width (PangoLayout *layout)
{
  int width = 0;

  pango_layout_get_size (layout, &width, NULL);
  return width;
}

/* Begins a strip: what is set until ming_setter_close() stays together, with y counted from its top. */
void
ming_setter_open (MingSetter *setter)
{
  g_assert (setter->marks == NULL);

  setter->marks = g_ptr_array_new_with_free_func (ming_mark_free);
}

static MingMark *
add_mark (MingSetter *setter, MingMarkKind kind, int x, int y, int width, int height, int shade)
{
  MingMark *mark = g_new0 (MingMark, 1);

  mark->kind = kind;
  mark->x = x;
  mark->y = y;
  mark->width = width;
  mark->height = height;
  mark->shade = shade;
  g_ptr_array_add (setter->marks, mark);
  return mark;
}

/* Takes @layout over. @width: of the place it stands in, where it is aligned. */
void
ming_setter_text (MingSetter *setter, PangoLayout *layout, int x, int y, int width, MingReportAlign align,
                  MingReportStyle style)
{
  static const PangoAlignment alignment[] = { PANGO_ALIGN_LEFT, PANGO_ALIGN_CENTER, PANGO_ALIGN_RIGHT };
  MingMark *mark;

  pango_layout_set_width (layout, width);
  pango_layout_set_alignment (layout, alignment[align]);
  mark = add_mark (setter, MING_MARK_TEXT, x, y, width, ming_layout_height (layout), styles[style].shade);
  mark->layout = layout;
}

void
ming_setter_rule (MingSetter *setter, int x, int y, int width, int thickness, int shade)
{
  add_mark (setter, MING_MARK_RULE, x, y, width, thickness, shade);
}

void
ming_setter_field (MingSetter *setter, int x, int y, int width, int height, int shade)
{
  add_mark (setter, MING_MARK_FIELD, x, y, width, height, shade);
}

/* Takes @modules over. */
void
ming_setter_code (MingSetter *setter, guint8 *modules, int n_modules, int x, int y, int size)
{
  MingMark *mark = add_mark (setter, MING_MARK_CODE, x, y, size, size, 0);

  mark->modules = modules;
  mark->n_modules = n_modules;
}

/* Ends the strip. Returns: its span, to be changed before the next strip is opened */
MingPageSpan *
ming_setter_close (MingSetter *setter, int height, int above, gboolean keep_with_next)
{
  MingPageSpan span = { height, above, keep_with_next, -1 };

  g_assert (setter->marks != NULL);

  g_ptr_array_add (setter->strips, g_steal_pointer (&setter->marks));
  g_array_append_val (setter->spans, span);
  return &g_array_index (setter->spans, MingPageSpan, setter->spans->len - 1);
}

gboolean
ming_report_check_fonts (GError **error)
{
  g_autoptr (MingReport) report = ming_report_new ("");
  MingSetter setter = { .report = report, .context = ming_setter_context_new (), .size_permille = 1000 };

  g_object_unref (ming_setter_layout (&setter, MING_STYLE_NORMAL, FONT_SAMPLE));
  g_object_unref (setter.context);
  if (setter.missing == NULL)
    return TRUE;

  g_free (setter.missing);
  g_set_error_literal (error, MING_REPORT_ERROR, MING_REPORT_ERROR_GLYPHS,
                       _("No font on this machine can write Chinese. Install one (package fonts-noto-cjk), "
                          "or export the sheet as plain text."));
  return FALSE;
}
