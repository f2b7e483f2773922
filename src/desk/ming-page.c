/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ming-page"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "history/ming-history-entry.h"
#include "ming-page.h"

/* The most matches a search of regions offers. */
#define REGIONS_SHOWN 12

typedef struct
{
  MingSession *session;
  GPtrArray *facts;     /* of MingFieldCell* that the page holds */
  GtkSizeGroup *labels; /* of the cells that were placed */
  gboolean stale;       /* nothing of the last client, or of other packs, may stay, on the screen or not */
} MingPagePrivate;

G_DEFINE_ABSTRACT_TYPE_WITH_PRIVATE (MingPage, ming_page, GTK_TYPE_BOX)

enum
{
  PROP_0,
  PROP_SESSION,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

static MingPagePrivate *
get_private (MingPage *self)
{
  return ming_page_get_instance_private (self);
}

/* What a cell is given besides its state: the code of a choice, the text of anything else. */
static const char *
get_value (const MingEstimateValues *values, const MingEstimateForm *form, MingField field)
{
  return field < MING_FIELD_SO_FAR && field != MING_FIELD_AGE ? values->text[field] : form->field[field].text;
}

static void
show_facts (MingPage *self)
{
  MingPagePrivate *priv = get_private (self);
  const MingEstimateValues *values = ming_session_get_values (priv->session);
  const MingEstimateForm *form = ming_session_get_form (priv->session);

  for (guint i = 0; i < priv->facts->len; i++)
    {
      MingFieldCell *cell = g_ptr_array_index (priv->facts, i);
      MingField field = ming_field_cell_get_field (cell);

      ming_field_cell_show (cell, &form->field[field], get_value (values, form, field));
    }
}

void
ming_page_refresh (MingPage *self)
{
  g_return_if_fail (MING_IS_PAGE (self));

  show_facts (self);
  if (MING_PAGE_GET_CLASS (self)->refresh != NULL)
    MING_PAGE_GET_CLASS (self)->refresh (self);
}

/* Years and dozens of estimates stand behind a page: not at each key while another one is on the screen. */
static void
session_changed_cb (MingPage *self)
{
  MingPagePrivate *priv = get_private (self);

  if (priv->stale || MING_PAGE_GET_CLASS (self)->follows_always || gtk_widget_get_mapped (GTK_WIDGET (self)))
    ming_page_refresh (self);
  priv->stale = FALSE;
}

static void
packs_read_cb (MingPage *self)
{
  get_private (self)->stale = TRUE;
}

static void
next_client_cb (MingPage *self)
{
  get_private (self)->stale = TRUE;
  if (MING_PAGE_GET_CLASS (self)->forget != NULL)
    MING_PAGE_GET_CLASS (self)->forget (self);
}

static void
fact_edited_cb (MingPage *self, const char *text, MingFieldCell *cell)
{
  ming_session_set_field (get_private (self)->session, ming_field_cell_get_field (cell), text);
}

static void
fact_left_cb (MingPage *self, MingFieldCell *cell)
{
  ming_session_leave_field (get_private (self)->session, ming_field_cell_get_field (cell));
}

static GPtrArray *
search_regions_cb (const char *typed, gpointer page)
{
  const MingEstimateWorld *world = ming_session_get_world (get_private (MING_PAGE (page))->session);

  return ming_places_search (world->regions, world->library, typed, REGIONS_SHOWN);
}

/* What changed while another page was on the screen. */
static void
ming_page_map (GtkWidget *widget)
{
  if (!MING_PAGE_GET_CLASS (widget)->follows_always)
    ming_page_refresh (MING_PAGE (widget));
  GTK_WIDGET_CLASS (ming_page_parent_class)->map (widget);
}

static void
ming_page_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  if (id == PROP_SESSION)
    get_private (MING_PAGE (object))->session = g_value_dup_object (value);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
ming_page_constructed (GObject *object)
{
  MingPage *self = MING_PAGE (object);
  MingPagePrivate *priv = get_private (self);

  G_OBJECT_CLASS (ming_page_parent_class)->constructed (object);
  g_signal_connect_swapped (priv->session, "next-client", G_CALLBACK (next_client_cb), self);
  g_signal_connect_swapped (priv->session, "packs-read", G_CALLBACK (packs_read_cb), self);
  g_signal_connect_swapped (priv->session, "changed", G_CALLBACK (session_changed_cb), self);
  ming_page_refresh (self);
}

static void
ming_page_dispose (GObject *object)
{
  MingPagePrivate *priv = get_private (MING_PAGE (object));

  if (priv->session != NULL)
    g_signal_handlers_disconnect_by_data (priv->session, object);
  g_clear_object (&priv->session);
  g_clear_object (&priv->labels);
  g_clear_pointer (&priv->facts, g_ptr_array_unref);
  G_OBJECT_CLASS (ming_page_parent_class)->dispose (object);
}

static const char *
get_session_context (MingPage *self)
{
  return ming_session_get_answer (get_private (self)->session)->context;
}

static const char *
get_session_status (MingPage *self)
{
  return ming_session_get_answer (get_private (self)->session)->status;
}

static void
ming_page_class_init (MingPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->set_property = ming_page_set_property;
  object_class->constructed = ming_page_constructed;
  object_class->dispose = ming_page_dispose;
  GTK_WIDGET_CLASS (klass)->map = ming_page_map;
  klass->get_context = get_session_context;
  klass->get_status = get_session_status;
  properties[PROP_SESSION]
      = g_param_spec_object ("session", NULL, NULL, MING_TYPE_SESSION,
                             G_PARAM_WRITABLE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
ming_page_init (MingPage *self)
{
  MingPagePrivate *priv = get_private (self);

  priv->facts = g_ptr_array_new ();
  priv->labels = gtk_size_group_new (GTK_SIZE_GROUP_HORIZONTAL);
}

void
ming_page_begin (MingPage *self)
{
  g_return_if_fail (MING_IS_PAGE (self));

  if (MING_PAGE_GET_CLASS (self)->begin != NULL)
    MING_PAGE_GET_CLASS (self)->begin (self);
}

void
ming_page_other_side (MingPage *self)
{
  GtkWidget *result, *focus;

  g_return_if_fail (MING_IS_PAGE (self));

  if (MING_PAGE_GET_CLASS (self)->other_side != NULL)
    {
      MING_PAGE_GET_CLASS (self)->other_side (self);
      return;
    }
  g_return_if_fail (MING_PAGE_GET_CLASS (self)->get_result != NULL);
  result = MING_PAGE_GET_CLASS (self)->get_result (self);
  focus = gtk_root_get_focus (gtk_widget_get_root (GTK_WIDGET (self)));
  if (focus != NULL && (focus == result || gtk_widget_is_ancestor (focus, result)))
    ming_page_begin (self);
  else
    gtk_widget_child_focus (result, GTK_DIR_TAB_FORWARD);
}

const char *
ming_page_get_context (MingPage *self)
{
  g_return_val_if_fail (MING_IS_PAGE (self), "");

  return MING_PAGE_GET_CLASS (self)->get_context (self);
}

const char *
ming_page_get_status (MingPage *self)
{
  g_return_val_if_fail (MING_IS_PAGE (self), "");

  return MING_PAGE_GET_CLASS (self)->get_status (self);
}

char *
ming_page_dup_copy (MingPage *self)
{
  g_return_val_if_fail (MING_IS_PAGE (self), NULL);

  return MING_PAGE_GET_CLASS (self)->dup_copy != NULL ? MING_PAGE_GET_CLASS (self)->dup_copy (self) : NULL;
}

GPtrArray *
ming_page_make_sheets (MingPage *self, const MingSheetOptions *options, GError **error)
{
  g_return_val_if_fail (MING_IS_PAGE (self) && options != NULL, NULL);

  if (MING_PAGE_GET_CLASS (self)->make_sheets != NULL)
    return MING_PAGE_GET_CLASS (self)->make_sheets (self, options, error);
  g_set_error_literal (error, MING_PRINT_ERROR, MING_PRINT_ERROR_NOTHING,
                       _("This page has no sheet to print"));
  return NULL;
}

const MingEstimate *
ming_page_get_estimate (MingPage *self)
{
  g_return_val_if_fail (MING_IS_PAGE (self), NULL);

  return MING_PAGE_GET_CLASS (self)->get_estimate != NULL ? MING_PAGE_GET_CLASS (self)->get_estimate (self)
                                                          : NULL;
}

MingStoreEntry *
ming_page_make_entry (MingPage *self, const char *made_at)
{
  const MingEstimate *estimate;

  g_return_val_if_fail (MING_IS_PAGE (self) && made_at != NULL, NULL);

  if (MING_PAGE_GET_CLASS (self)->make_entry != NULL)
    return MING_PAGE_GET_CLASS (self)->make_entry (self, made_at);
  estimate = ming_session_get_answer (get_private (self)->session)->estimate;
  return estimate != NULL ? ming_history_entry_new (estimate, made_at) : NULL;
}

MingSession *
ming_page_get_session (MingPage *self)
{
  g_return_val_if_fail (MING_IS_PAGE (self), NULL);

  return get_private (self)->session;
}

const MingEstimateWorld *
ming_page_get_world (MingPage *self)
{
  g_return_val_if_fail (MING_IS_PAGE (self), NULL);

  return ming_session_get_world (get_private (self)->session);
}

void
ming_page_search_regions (MingPage *self, MingFieldCell *cell)
{
  g_return_if_fail (MING_IS_PAGE (self) && MING_IS_FIELD_CELL (cell));

  ming_picker_set_search (MING_PICKER (ming_field_cell_get_input (cell)), search_regions_cb, self);
}

MingFieldCell *
ming_page_make_fact (MingPage *self, MingField field)
{
  MingFieldCell *cell;

  g_return_val_if_fail (MING_IS_PAGE (self), NULL);

  cell = MING_FIELD_CELL (ming_field_cell_new (field));
  g_signal_connect_swapped (cell, "edited", G_CALLBACK (fact_edited_cb), self);
  g_signal_connect_swapped (cell, "left", G_CALLBACK (fact_left_cb), self);
  if (ming_field_info (field)->kind == MING_KIND_REGION)
    ming_page_search_regions (self, cell);
  g_ptr_array_add (get_private (self)->facts, cell);
  return cell;
}

void
ming_page_place_cell (MingPage *self, MingFieldCell *cell, GtkWidget *grid, int column, int row, int span)
{
  g_return_if_fail (MING_IS_PAGE (self) && GTK_IS_GRID (grid));

  ming_field_cell_align (cell, get_private (self)->labels);
  gtk_widget_set_hexpand (GTK_WIDGET (cell), TRUE);
  gtk_grid_attach (GTK_GRID (grid), GTK_WIDGET (cell), column, row, span, 1);
  g_signal_connect_swapped (cell, "entered", G_CALLBACK (ming_page_move_on), self);
}

void
ming_page_move_on (MingPage *self)
{
  g_return_if_fail (MING_IS_PAGE (self));

  gtk_widget_child_focus (GTK_WIDGET (self), GTK_DIR_TAB_FORWARD);
}
