/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ming-flow"

#include "config.h"

#include "ming-flow.h"

typedef struct
{
  int gap;
  int line_gap;
} MingFlowPrivate;

G_DEFINE_TYPE_WITH_PRIVATE (MingFlow, ming_flow, GTK_TYPE_WIDGET)

enum
{
  PROP_0,
  PROP_GAP,
  PROP_LINE_GAP,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

static MingFlowPrivate *
get_private (GtkWidget *widget)
{
  return ming_flow_get_instance_private (MING_FLOW (widget));
}

static GtkWidget *
skip_hidden (GtkWidget *child)
{
  while (child != NULL && !gtk_widget_should_layout (child))
    child = gtk_widget_get_next_sibling (child);
  return child;
}

static int
get_width (GtkWidget *child, int most)
{
  int least, wanted;

  gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, &least, &wanted, NULL, NULL);
  return CLAMP (wanted, least, MAX (most, least));
}

static int
get_height (GtkWidget *child, int width)
{
  int wanted;

  gtk_widget_measure (child, GTK_ORIENTATION_VERTICAL, width, NULL, &wanted, NULL, NULL);
  return wanted;
}

/** Line: the children from @first that stand beside each other. */
typedef struct
{
  GtkWidget *first;
  GtkWidget *end; /* the first of the next line, or NULL */
  int width;
  int height;
  int n_expand;
} Line;

/* As many children from @first as fit into @width; one at least. */
static Line
take_line (GtkWidget *first, int width, int gap)
{
  Line line = { .first = first };
  GtkWidget *child;

  for (child = first; child != NULL; child = skip_hidden (gtk_widget_get_next_sibling (child)))
    {
      int wide = get_width (child, width);

      if (child != first && line.width + gap + wide > width)
        break;
      line.width += wide + (child != first ? gap : 0);
      line.height = MAX (line.height, get_height (child, wide));
      line.n_expand += gtk_widget_compute_expand (child, GTK_ORIENTATION_HORIZONTAL);
    }
  line.end = child;
  return line;
}

static void
measure_across (GtkWidget *widget, int gap, int *minimum, int *natural)
{
  *minimum = *natural = 0;
  for (GtkWidget *child = skip_hidden (gtk_widget_get_first_child (widget)); child != NULL;
       child = skip_hidden (gtk_widget_get_next_sibling (child)))
    {
      int least, wanted;

      gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, &least, &wanted, NULL, NULL);
      *minimum = MAX (*minimum, least);
      *natural += (*natural > 0 ? gap : 0) + wanted;
    }
}

static void
ming_flow_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum, int *natural,
                   int *minimum_baseline, int *natural_baseline)
{
  const MingFlowPrivate *private = get_private (widget);
  GtkWidget *child = skip_hidden (gtk_widget_get_first_child (widget));
  int width = for_size >= 0 ? for_size : G_MAXINT;
  int height = 0;

  *minimum_baseline = *natural_baseline = -1;
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      measure_across (widget, private->gap, minimum, natural);
      return;
    }
  while (child != NULL)
    {
      Line line = take_line (child, width, private->gap);

      height += (height > 0 ? private->line_gap : 0) + line.height;
      child = line.end;
    }
  *minimum = *natural = height;
}

static void
allocate_line (GtkWidget *widget, const Line *line, int y, int width, int gap)
{
  gboolean backwards = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  int more = line->n_expand > 0 ? MAX (width - line->width, 0) / line->n_expand : 0;
  int x = 0;

  for (GtkWidget *child = line->first; child != line->end;
       child = skip_hidden (gtk_widget_get_next_sibling (child)))
    {
      int wide = get_width (child, width);
      GtkAllocation place;

      if (gtk_widget_compute_expand (child, GTK_ORIENTATION_HORIZONTAL))
        wide += more;
      place = (GtkAllocation) { backwards ? width - x - wide : x, y, wide, line->height };
      gtk_widget_size_allocate (child, &place, -1);
      x += wide + gap;
    }
}

static void
ming_flow_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  const MingFlowPrivate *private = get_private (widget);
  GtkWidget *child = skip_hidden (gtk_widget_get_first_child (widget));
  int y = 0;

  while (child != NULL)
    {
      Line line = take_line (child, width, private->gap);

      allocate_line (widget, &line, y, width, private->gap);
      y += line.height + private->line_gap;
      child = line.end;
    }
}

static GtkSizeRequestMode
ming_flow_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
ming_flow_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  const MingFlowPrivate *private = get_private (GTK_WIDGET (object));

  if (id == PROP_GAP)
    g_value_set_int (value, private->gap);
  else if (id == PROP_LINE_GAP)
    g_value_set_int (value, private->line_gap);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
ming_flow_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  MingFlowPrivate *private = get_private (GTK_WIDGET (object));

  if (id == PROP_GAP)
    private->gap = g_value_get_int (value);
  else if (id == PROP_LINE_GAP)
    private->line_gap = g_value_get_int (value);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
  gtk_widget_queue_resize (GTK_WIDGET (object));
}

static void
ming_flow_dispose (GObject *object)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (child);
  G_OBJECT_CLASS (ming_flow_parent_class)->dispose (object);
}

static void
ming_flow_class_init (MingFlowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  GParamFlags flags = G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS;

  object_class->dispose = ming_flow_dispose;
  object_class->get_property = ming_flow_get_property;
  object_class->set_property = ming_flow_set_property;
  widget_class->measure = ming_flow_measure;
  widget_class->size_allocate = ming_flow_size_allocate;
  widget_class->get_request_mode = ming_flow_get_request_mode;
  properties[PROP_GAP] = g_param_spec_int ("gap", NULL, NULL, 0, G_MAXINT16, 0, flags);
  properties[PROP_LINE_GAP] = g_param_spec_int ("line-gap", NULL, NULL, 0, G_MAXINT16, 0, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
ming_flow_init (MingFlow *self)
{
}

GtkWidget *
ming_flow_new (int gap, int line_gap)
{
  return g_object_new (MING_TYPE_FLOW, "gap", gap, "line-gap", line_gap, NULL);
}

void
ming_flow_append (MingFlow *self, GtkWidget *child)
{
  g_return_if_fail (MING_IS_FLOW (self) && GTK_IS_WIDGET (child));

  gtk_widget_set_parent (child, GTK_WIDGET (self));
}
