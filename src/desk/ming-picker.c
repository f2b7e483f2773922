/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ming-picker"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "ming-picker.h"

struct _MingPicker
{
  GtkEntry parent_instance;

  GtkWidget *popover;
  GtkWidget *list;

  GPtrArray *choices;
  GPtrArray *found;  /* of MingChoice*, what the list shows */
  MingPickerSearch search;
  gpointer search_data;

  char *value;
  char *shown;       /* what the entry reads when nothing is being typed */
  gboolean typing;
  gboolean showing;  /* the text is being changed by the program */
};

G_DEFINE_FINAL_TYPE (MingPicker, ming_picker, GTK_TYPE_ENTRY)

enum
{
  SIGNAL_PICKED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

/* Text that comes in after the keyboard has is selected as it would have been: the next key replaces it. */
static void
show_text (MingPicker *self, const char *text)
{
  GtkEditable *editable = GTK_EDITABLE (self);

  if (g_str_equal (gtk_editable_get_text (editable), text))
    return;
  self->showing = TRUE;
  gtk_editable_set_text (editable, text);
  self->showing = FALSE;
  if (gtk_widget_is_focus (GTK_WIDGET (gtk_editable_get_delegate (editable))))
    gtk_editable_select_region (editable, 0, -1);
}

static void
set_value (MingPicker *self, const char *value)
{
  if (g_str_equal (self->value, value))
    return;
  g_free (self->value);
  self->value = g_strdup (value);
  g_signal_emit (self, signals[SIGNAL_PICKED], 0);
}

/* What @typed may mean; a list that the picker owns. */
static GPtrArray *
find (MingPicker *self, const char *typed)
{
  GPtrArray *matches;
  GPtrArray *copies;

  if (self->search != NULL)
    return self->search (typed, self->search_data);
  matches = ming_choices_search (self->choices, typed);
  copies = ming_choices_new ();
  for (guint i = 0; i < matches->len; i++)
    {
      const MingChoice *choice = g_ptr_array_index (matches, i);

      g_ptr_array_add (copies, ming_choice_new (choice->code, choice->name, choice->initials));
    }
  g_ptr_array_unref (matches);
  return copies;
}

static GtkWidget *
make_row (const MingChoice *choice)
{
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *name = gtk_label_new (choice->name);
  GtkWidget *code = gtk_label_new (g_ascii_isdigit (*choice->code) ? choice->code : "");

  gtk_label_set_xalign (GTK_LABEL (name), 0);
  gtk_label_set_ellipsize (GTK_LABEL (name), PANGO_ELLIPSIZE_END);
  gtk_widget_set_hexpand (name, TRUE);
  gtk_widget_add_css_class (code, "dim-label");
  gtk_box_append (GTK_BOX (box), name);
  gtk_box_append (GTK_BOX (box), code);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_widget_set_focusable (row, FALSE);
  return row;
}

static void
fill_list (MingPicker *self, const char *typed)
{
  GtkWidget *child;
  guint at = 0;

  g_clear_pointer (&self->found, g_ptr_array_unref);
  self->found = find (self, typed);
  while ((child = gtk_widget_get_first_child (self->list)) != NULL)
    gtk_list_box_remove (GTK_LIST_BOX (self->list), child);
  for (guint i = 0; i < self->found->len; i++)
    {
      const MingChoice *choice = g_ptr_array_index (self->found, i);

      gtk_list_box_append (GTK_LIST_BOX (self->list), make_row (choice));
      if (g_str_equal (choice->code, self->value))
        at = i;
    }
  gtk_list_box_select_row (GTK_LIST_BOX (self->list),
                           gtk_list_box_get_row_at_index (GTK_LIST_BOX (self->list), (int) at));
}

static gboolean
is_open (MingPicker *self)
{
  return gtk_widget_get_visible (self->popover);
}

static void
close_list (MingPicker *self)
{
  if (is_open (self))
    gtk_popover_popdown (GTK_POPOVER (self->popover));
}

static void
open_list (MingPicker *self)
{
  if (self->found == NULL || self->found->len == 0)
    {
      close_list (self);
      return;
    }
  gtk_widget_set_size_request (self->popover, gtk_widget_get_width (GTK_WIDGET (self)), -1);
  if (!is_open (self))
    gtk_popover_popup (GTK_POPOVER (self->popover));
}

/* Chooses entry @index of the list. */
static void
choose (MingPicker *self, guint index)
{
  g_autofree char *code = NULL;
  const MingChoice *choice;

  if (self->found == NULL || index >= self->found->len)
    return;
  choice = g_ptr_array_index (self->found, index);
  code = g_strdup (choice->code);
  g_free (self->shown);
  self->shown = ming_choice_label (choice);
  self->typing = FALSE;
  show_text (self, self->shown);
  gtk_editable_select_region (GTK_EDITABLE (self), 0, -1);
  set_value (self, code);
}

static int
get_selected (MingPicker *self)
{
  GtkListBoxRow *row = gtk_list_box_get_selected_row (GTK_LIST_BOX (self->list));

  return row != NULL ? gtk_list_box_row_get_index (row) : -1;
}

/* The arrow keys choose as they go, so that the result follows. */
static void
step_selection (MingPicker *self, int step)
{
  int index = get_selected (self) + step;
  GtkListBoxRow *row;

  if (!is_open (self))
    {
      fill_list (self, "");
      open_list (self);
      return;
    }
  index = CLAMP (index, 0, (int) self->found->len - 1);
  row = gtk_list_box_get_row_at_index (GTK_LIST_BOX (self->list), index);
  if (row == NULL)
    return;
  gtk_list_box_select_row (GTK_LIST_BOX (self->list), row);
  choose (self, (guint) index);
}

/* What was typed becomes the name it stands for; what stands for nothing stays, to be seen as wrong. */
static void
finish_typing (MingPicker *self)
{
  close_list (self);
  if (!self->typing)
    return;
  self->typing = FALSE;
  if (self->found != NULL && self->found->len > 0 && *gtk_editable_get_text (GTK_EDITABLE (self)) != '\0')
    choose (self, (guint) MAX (get_selected (self), 0));
}

static void
text_changed_cb (MingPicker *self)
{
  const char *text = gtk_editable_get_text (GTK_EDITABLE (self));
  const MingChoice *best;

  if (self->showing)
    return;
  self->typing = TRUE;
  fill_list (self, text);
  if (*text == '\0')
    {
      close_list (self);
      set_value (self, "");
      return;
    }
  best = self->found->len > 0 ? g_ptr_array_index (self->found, 0) : NULL;
  gtk_list_box_select_row (GTK_LIST_BOX (self->list),
                           gtk_list_box_get_row_at_index (GTK_LIST_BOX (self->list), 0));
  open_list (self);
  set_value (self, best != NULL ? best->code : text);
}

/*
 * Before a chosen text nobody types: a character there begins anew. The keyboard comes without selecting when
 * a text was filled in while it was on its way.
 */
static void
begin_anew (MingPicker *self, guint keyval)
{
  GtkEditable *editable = GTK_EDITABLE (self);

  if (!self->typing && gdk_keyval_to_unicode (keyval) > ' ' && gtk_editable_get_position (editable) == 0
      && !gtk_editable_get_selection_bounds (editable, NULL, NULL))
    gtk_editable_select_region (editable, 0, -1);
}

static gboolean
key_pressed_cb (MingPicker *self, guint keyval, guint keycode, GdkModifierType state)
{
  if ((state & (GDK_CONTROL_MASK | GDK_ALT_MASK)) == 0)
    begin_anew (self, keyval);
  if ((state & (GDK_CONTROL_MASK | GDK_SHIFT_MASK)) != 0)
    return GDK_EVENT_PROPAGATE;
  switch (keyval)
    {
    case GDK_KEY_Down:
    case GDK_KEY_KP_Down:
      step_selection (self, 1);
      return GDK_EVENT_STOP;
    case GDK_KEY_Up:
    case GDK_KEY_KP_Up:
      step_selection (self, -1);
      return GDK_EVENT_STOP;
    case GDK_KEY_Return:
    case GDK_KEY_KP_Enter:
      finish_typing (self);
      return GDK_EVENT_PROPAGATE;
    case GDK_KEY_Escape:
      if (!is_open (self) && !self->typing)
        return GDK_EVENT_PROPAGATE;
      finish_typing (self);
      return GDK_EVENT_STOP;
    default:
      return GDK_EVENT_PROPAGATE;
    }
}

static void
focus_left_cb (MingPicker *self)
{
  finish_typing (self);
}

static void
toggle_list (MingPicker *self)
{
  if (is_open (self))
    {
      close_list (self);
      return;
    }
  fill_list (self, "");
  open_list (self);
}

static void
icon_pressed_cb (MingPicker *self)
{
  gtk_widget_grab_focus (GTK_WIDGET (self));
  toggle_list (self);
}

static void
row_activated_cb (MingPicker *self, GtkListBoxRow *row)
{
  choose (self, (guint) gtk_list_box_row_get_index (row));
  close_list (self);
}

static void
ming_picker_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  GTK_WIDGET_CLASS (ming_picker_parent_class)->size_allocate (widget, width, height, baseline);
  gtk_popover_present (GTK_POPOVER (MING_PICKER (widget)->popover));
}

static void
ming_picker_dispose (GObject *object)
{
  MingPicker *self = MING_PICKER (object);

  g_clear_pointer (&self->popover, gtk_widget_unparent);
  G_OBJECT_CLASS (ming_picker_parent_class)->dispose (object);
}

static void
ming_picker_finalize (GObject *object)
{
  MingPicker *self = MING_PICKER (object);

  g_clear_pointer (&self->choices, g_ptr_array_unref);
  g_clear_pointer (&self->found, g_ptr_array_unref);
  g_free (self->value);
  g_free (self->shown);
  G_OBJECT_CLASS (ming_picker_parent_class)->finalize (object);
}

static void
ming_picker_class_init (MingPickerClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = ming_picker_dispose;
  G_OBJECT_CLASS (klass)->finalize = ming_picker_finalize;
  GTK_WIDGET_CLASS (klass)->size_allocate = ming_picker_size_allocate;

  signals[SIGNAL_PICKED] = g_signal_new ("picked", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                         NULL, NULL, G_TYPE_NONE, 0);
}

static void
make_popover (MingPicker *self)
{
  GtkWidget *scroller = gtk_scrolled_window_new ();

  self->list = gtk_list_box_new ();
  gtk_list_box_set_selection_mode (GTK_LIST_BOX (self->list), GTK_SELECTION_BROWSE);
  gtk_widget_set_focusable (self->list, FALSE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Choices"),
                                  -1);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (scroller), TRUE);
  gtk_scrolled_window_set_propagate_natural_width (GTK_SCROLLED_WINDOW (scroller), TRUE);
  gtk_scrolled_window_set_max_content_height (GTK_SCROLLED_WINDOW (scroller), 420);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), self->list);
  gtk_widget_set_focusable (scroller, FALSE);

  self->popover = gtk_popover_new ();
  gtk_widget_add_css_class (self->popover, "picker");
  gtk_popover_set_autohide (GTK_POPOVER (self->popover), FALSE);
  gtk_popover_set_has_arrow (GTK_POPOVER (self->popover), FALSE);
  gtk_popover_set_position (GTK_POPOVER (self->popover), GTK_POS_BOTTOM);
  gtk_widget_set_halign (self->popover, GTK_ALIGN_START);
  gtk_widget_set_can_focus (self->popover, FALSE);
  gtk_popover_set_child (GTK_POPOVER (self->popover), scroller);
  gtk_widget_set_parent (self->popover, GTK_WIDGET (self));
  g_signal_connect_swapped (self->list, "row-activated", G_CALLBACK (row_activated_cb), self);
}

static void
ming_picker_init (MingPicker *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();
  GtkEventController *focus = gtk_event_controller_focus_new ();

  self->value = g_strdup ("");
  self->shown = g_strdup ("");
  make_popover (self);
  /* Undoing would bring back what the client before chose. */
  gtk_editable_set_enable_undo (GTK_EDITABLE (self), FALSE);
  gtk_entry_set_icon_from_icon_name (GTK_ENTRY (self), GTK_ENTRY_ICON_SECONDARY, "pan-down-symbolic");
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_swapped (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self);
  g_signal_connect_swapped (focus, "leave", G_CALLBACK (focus_left_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
  gtk_widget_add_controller (GTK_WIDGET (self), focus);
  g_signal_connect (self, "changed", G_CALLBACK (text_changed_cb), NULL);
  g_signal_connect (self, "icon-press", G_CALLBACK (icon_pressed_cb), NULL);
}

GtkWidget *
ming_picker_new (void)
{
  return g_object_new (MING_TYPE_PICKER, NULL);
}

void
ming_picker_set_choices (MingPicker *self, GPtrArray *choices)
{
  g_return_if_fail (MING_IS_PICKER (self));

  if (self->choices == choices)
    return;
  g_clear_pointer (&self->choices, g_ptr_array_unref);
  if (choices != NULL)
    self->choices = g_ptr_array_ref (choices);
}

void
ming_picker_set_search (MingPicker *self, MingPickerSearch search, gpointer user_data)
{
  g_return_if_fail (MING_IS_PICKER (self));

  self->search = search;
  self->search_data = user_data;
}

const char *
ming_picker_get_value (MingPicker *self)
{
  g_return_val_if_fail (MING_IS_PICKER (self), "");

  return self->value;
}

void
ming_picker_show_value (MingPicker *self, const char *value, const char *text)
{
  gboolean same;

  g_return_if_fail (MING_IS_PICKER (self) && value != NULL && text != NULL);

  same = g_str_equal (self->value, value);
  g_free (self->value);
  self->value = g_strdup (value);
  g_free (self->shown);
  self->shown = g_strdup (text);
  if (self->typing && same)
    return;
  self->typing = FALSE;
  close_list (self);
  show_text (self, text);
}

gboolean
ming_picker_is_open (MingPicker *self)
{
  g_return_val_if_fail (MING_IS_PICKER (self), FALSE);

  return is_open (self);
}
