/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ming-field-cell"

#include "config.h"

#include "ming-entry-room.h"
#include "ming-field-cell.h"
#include "ming-style.h"

#define NARROW_CHARS 11
/* Four Chinese characters; a label that is longer than the second wraps where there is little room. */
#define LABEL_CHARS 8
#define LABEL_CHARS_MOST 20

struct _MingFieldCell
{
  GtkGrid parent_instance;

  MingField field;
  MingFieldKind kind;
  GtkWidget *label;
  GtkWidget *input;
  GtkWidget *unit;
  GtkWidget *fault;

  char *reason;        /* why the text is refused, or NULL */
  gboolean unfinished; /* and whether more typing may mend it */
  gboolean focused;
  gboolean showing;    /* the widgets are being changed by the program */
  gboolean in_table;   /* why the text is refused is said elsewhere */
};

G_DEFINE_FINAL_TYPE (MingFieldCell, ming_field_cell, GTK_TYPE_GRID)

enum
{
  SIGNAL_EDITED,
  SIGNAL_LEFT,
  SIGNAL_ENTERED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static gboolean
is_entry (MingFieldCell *self)
{
  return GTK_IS_EDITABLE (self->input) && !MING_IS_PICKER (self->input);
}

/* A date or number that is still being typed is not yet wrong. */
static void
update_fault (MingFieldCell *self)
{
  const char *reason = self->unfinished && self->focused ? NULL : self->reason;

  gtk_label_set_text (GTK_LABEL (self->fault), reason != NULL ? reason : "");
  gtk_widget_set_visible (self->fault, reason != NULL && !self->in_table);
  ming_style_set_class (self->input, "error", reason != NULL);
  gtk_accessible_update_state (GTK_ACCESSIBLE (self->input), GTK_ACCESSIBLE_STATE_INVALID,
                               reason != NULL ? GTK_ACCESSIBLE_INVALID_TRUE : GTK_ACCESSIBLE_INVALID_FALSE,
                               -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->input), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  reason != NULL ? reason : "", -1);
}

static void
edited_cb (MingFieldCell *self)
{
  if (!self->showing)
    g_signal_emit (self, signals[SIGNAL_EDITED], 0, gtk_editable_get_text (GTK_EDITABLE (self->input)));
}

static void
picked_cb (MingFieldCell *self)
{
  if (!self->showing)
    g_signal_emit (self, signals[SIGNAL_EDITED], 0, ming_picker_get_value (MING_PICKER (self->input)));
}

static void
toggled_cb (MingFieldCell *self)
{
  gboolean active = gtk_check_button_get_active (GTK_CHECK_BUTTON (self->input));

  if (!self->showing)
    g_signal_emit (self, signals[SIGNAL_EDITED], 0, active ? "1" : "");
}

static void
activated_cb (MingFieldCell *self)
{
  g_signal_emit (self, signals[SIGNAL_ENTERED], 0);
}

static void
focus_entered_cb (MingFieldCell *self)
{
  self->focused = TRUE;
  update_fault (self);
}

/* When only the window loses the keyboard, the selection stays for when it comes back. */
static void
focus_left_cb (MingFieldCell *self)
{
  self->focused = FALSE;
  if (GTK_IS_EDITABLE (self->input)
      && !gtk_widget_is_focus (GTK_WIDGET (gtk_editable_get_delegate (GTK_EDITABLE (self->input)))))
    gtk_editable_select_region (GTK_EDITABLE (self->input), 0, 0);
  update_fault (self);
  g_signal_emit (self, signals[SIGNAL_LEFT], 0);
}

/* Enter on a tick box moves on as everywhere; the space bar ticks. */
static gboolean
tick_key_pressed_cb (MingFieldCell *self, guint keyval)
{
  if (keyval != GDK_KEY_Return && keyval != GDK_KEY_KP_Enter)
    return GDK_EVENT_PROPAGATE;
  activated_cb (self);
  return GDK_EVENT_STOP;
}

static void
watch_focus (MingFieldCell *self)
{
  GtkEventController *focus = gtk_event_controller_focus_new ();

  g_signal_connect_swapped (focus, "enter", G_CALLBACK (focus_entered_cb), self);
  g_signal_connect_swapped (focus, "leave", G_CALLBACK (focus_left_cb), self);
  gtk_widget_add_controller (self->input, focus);
}

static GtkWidget *
make_entry (MingFieldCell *self)
{
  GtkWidget *entry = gtk_entry_new ();
  gboolean words = self->kind == MING_KIND_IDCARD || self->kind == MING_KIND_TEXT
                   || self->kind == MING_KIND_LIST;

  /* The purpose keeps an input method from composing words where digits are due. */
  gtk_entry_set_input_purpose (GTK_ENTRY (entry),
                               words ? GTK_INPUT_PURPOSE_FREE_FORM : GTK_INPUT_PURPOSE_NUMBER);
  gtk_entry_set_input_hints (GTK_ENTRY (entry), GTK_INPUT_HINT_NO_SPELLCHECK | GTK_INPUT_HINT_NO_EMOJI
                                                | GTK_INPUT_HINT_PRIVATE);
  if (self->kind == MING_KIND_MONEY || self->kind == MING_KIND_COUNT || self->kind == MING_KIND_RATE)
    gtk_editable_set_alignment (GTK_EDITABLE (entry), 1);
  /* Undoing would bring back what a mask or the next client took away. */
  gtk_editable_set_enable_undo (GTK_EDITABLE (entry), FALSE);
  gtk_widget_add_css_class (entry, "numeric");
  g_signal_connect_swapped (entry, "changed", G_CALLBACK (edited_cb), self);
  g_signal_connect_swapped (entry, "activate", G_CALLBACK (activated_cb), self);
  return entry;
}

static GtkWidget *
make_picker (MingFieldCell *self)
{
  GtkWidget *picker = ming_picker_new ();

  gtk_entry_set_input_hints (GTK_ENTRY (picker), GTK_INPUT_HINT_NO_SPELLCHECK | GTK_INPUT_HINT_NO_EMOJI);
  g_signal_connect_swapped (picker, "picked", G_CALLBACK (picked_cb), self);
  g_signal_connect_swapped (picker, "activate", G_CALLBACK (activated_cb), self);
  return picker;
}

static GtkWidget *
make_tick (MingFieldCell *self)
{
  GtkWidget *tick = gtk_check_button_new ();
  GtkEventController *keys = gtk_event_controller_key_new ();

  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_swapped (keys, "key-pressed", G_CALLBACK (tick_key_pressed_cb), self);
  gtk_widget_add_controller (tick, keys);
  g_signal_connect_swapped (tick, "toggled", G_CALLBACK (toggled_cb), self);
  return tick;
}

static GtkWidget *
make_input (MingFieldCell *self)
{
  GtkWidget *shown;

  switch (self->kind)
    {
    case MING_KIND_CHOICE:
    case MING_KIND_REGION:
      return make_picker (self);
    case MING_KIND_FLAG:
      return make_tick (self);
    case MING_KIND_SHOWN:
      shown = gtk_label_new ("");
      gtk_label_set_xalign (GTK_LABEL (shown), 1);
      gtk_label_set_selectable (GTK_LABEL (shown), FALSE);
      gtk_widget_add_css_class (shown, "numeric");
      gtk_widget_add_css_class (shown, "shown");
      return shown;
    case MING_KIND_IDCARD:
    case MING_KIND_TEXT:
    case MING_KIND_LIST:
    case MING_KIND_MONEY:
    case MING_KIND_DATE:
    case MING_KIND_COUNT:
    case MING_KIND_RATE:
    default:
      return make_entry (self);
    }
}

static void
ming_field_cell_finalize (GObject *object)
{
  g_free (MING_FIELD_CELL (object)->reason);
  G_OBJECT_CLASS (ming_field_cell_parent_class)->finalize (object);
}

static void
ming_field_cell_class_init (MingFieldCellClass *klass)
{
  GType type = G_TYPE_FROM_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = ming_field_cell_finalize;
  signals[SIGNAL_EDITED] =
      g_signal_new ("edited", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
  signals[SIGNAL_LEFT] = g_signal_new ("left", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[SIGNAL_ENTERED] =
      g_signal_new ("entered", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
ming_field_cell_init (MingFieldCell *self)
{
  gtk_widget_add_css_class (GTK_WIDGET (self), "field");
  gtk_grid_set_column_spacing (GTK_GRID (self), 6);
}

GtkWidget *
ming_field_cell_new (MingField field)
{
  return ming_field_cell_new_of_kind ((int) field, ming_field_info (field)->kind);
}

GtkWidget *
ming_field_cell_new_of_kind (int number, MingFieldKind kind)
{
  MingFieldCell *self = g_object_new (MING_TYPE_FIELD_CELL, NULL);

  self->field = (MingField) number;
  self->kind = kind;
  self->label = gtk_label_new ("");
  gtk_label_set_xalign (GTK_LABEL (self->label), 1);
  gtk_label_set_justify (GTK_LABEL (self->label), GTK_JUSTIFY_RIGHT);
  gtk_label_set_wrap (GTK_LABEL (self->label), TRUE);
  gtk_label_set_width_chars (GTK_LABEL (self->label), LABEL_CHARS);
  gtk_label_set_max_width_chars (GTK_LABEL (self->label), LABEL_CHARS_MOST);
  gtk_widget_add_css_class (self->label, "field-label");
  self->input = make_input (self);
  gtk_widget_set_hexpand (self->input, TRUE);
  if (GTK_IS_ENTRY (self->input))
    ming_entry_room_keep (self->input, NARROW_CHARS);
  self->unit = gtk_label_new ("");
  gtk_widget_add_css_class (self->unit, "unit");
  self->fault = gtk_label_new ("");
  gtk_label_set_xalign (GTK_LABEL (self->fault), 0);
  gtk_label_set_wrap (GTK_LABEL (self->fault), TRUE);
  gtk_widget_add_css_class (self->fault, "fault");
  gtk_widget_set_visible (self->fault, FALSE);
  gtk_grid_attach (GTK_GRID (self), self->label, 0, 0, 1, 1);
  gtk_grid_attach (GTK_GRID (self), self->input, 1, 0, 1, 1);
  gtk_grid_attach (GTK_GRID (self), self->unit, 2, 0, 1, 1);
  gtk_grid_attach (GTK_GRID (self), self->fault, 1, 1, 2, 1);
  watch_focus (self);
  return GTK_WIDGET (self);
}

MingField
ming_field_cell_get_field (MingFieldCell *self)
{
  g_return_val_if_fail (MING_IS_FIELD_CELL (self), MING_N_FIELDS);

  return self->field;
}

GtkWidget *
ming_field_cell_get_input (MingFieldCell *self)
{
  g_return_val_if_fail (MING_IS_FIELD_CELL (self), NULL);

  return self->input;
}

static void
show_value (MingFieldCell *self, const MingFieldState *state, const char *value)
{
  if (MING_IS_PICKER (self->input))
    {
      ming_picker_set_choices (MING_PICKER (self->input), state->choices);
      ming_picker_show_value (MING_PICKER (self->input), value, state->text);
    }
  else if (GTK_IS_CHECK_BUTTON (self->input))
    gtk_check_button_set_active (GTK_CHECK_BUTTON (self->input), *value != '\0');
  else if (GTK_IS_LABEL (self->input))
    gtk_label_set_text (GTK_LABEL (self->input), *state->text != '\0' ? state->text : "—");
  else if (!g_str_equal (gtk_editable_get_text (GTK_EDITABLE (self->input)), state->text))
    gtk_editable_set_text (GTK_EDITABLE (self->input), state->text);
}

static void
show_name (MingFieldCell *self, const MingFieldState *state)
{
  if (g_str_equal (gtk_label_get_text (GTK_LABEL (self->label)), state->label))
    return;
  gtk_label_set_text (GTK_LABEL (self->label), state->label);
  gtk_widget_set_tooltip_text (self->label, state->label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->input), GTK_ACCESSIBLE_PROPERTY_LABEL, state->label,
                                  -1);
}

void
ming_field_cell_show (MingFieldCell *self, const MingFieldState *state, const char *value)
{
  g_return_if_fail (MING_IS_FIELD_CELL (self) && state != NULL && value != NULL);

  self->showing = TRUE;
  gtk_widget_set_visible (GTK_WIDGET (self), state->visible);
  gtk_widget_set_sensitive (self->input, state->sensitive);
  show_name (self, state);
  gtk_label_set_text (GTK_LABEL (self->unit), state->unit);
  gtk_widget_set_visible (self->unit, *state->unit != '\0');
  show_value (self, state, value);
  if (is_entry (self) || MING_IS_PICKER (self->input))
    gtk_entry_set_placeholder_text (GTK_ENTRY (self->input), state->placeholder);
  g_free (self->reason);
  self->reason = g_strdup (state->fault);
  self->unfinished = state->unfinished;
  update_fault (self);
  self->showing = FALSE;
}

void
ming_field_cell_clear (MingFieldCell *self)
{
  const MingFieldState nothing = { .text = (char *) "" };

  g_return_if_fail (MING_IS_FIELD_CELL (self));

  self->showing = TRUE;
  show_value (self, &nothing, "");
  if (is_entry (self) || MING_IS_PICKER (self->input))
    gtk_entry_set_placeholder_text (GTK_ENTRY (self->input), "");
  gtk_widget_set_tooltip_text (self->input, NULL);
  g_clear_pointer (&self->reason, g_free);
  update_fault (self);
  self->showing = FALSE;
}

void
ming_field_cell_hide_label (MingFieldCell *self)
{
  g_return_if_fail (MING_IS_FIELD_CELL (self));

  gtk_widget_set_visible (self->label, FALSE);
}

void
ming_field_cell_put_in_table (MingFieldCell *self, int width_chars)
{
  g_return_if_fail (MING_IS_FIELD_CELL (self));

  self->in_table = TRUE;
  ming_field_cell_hide_label (self);
  gtk_widget_set_hexpand (self->input, FALSE);
  if (GTK_IS_ENTRY (self->input))
    ming_entry_room_keep (self->input, width_chars);
}

void
ming_field_cell_align (MingFieldCell *self, GtkSizeGroup *labels)
{
  g_return_if_fail (MING_IS_FIELD_CELL (self));

  gtk_size_group_add_widget (labels, self->label);
}
