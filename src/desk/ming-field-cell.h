/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "estimate/ming-estimate-form.h"
#include "ming-picker.h"

G_BEGIN_DECLS

#define MING_TYPE_FIELD_CELL (ming_field_cell_get_type ())
G_DECLARE_FINAL_TYPE (MingFieldCell, ming_field_cell, MING, FIELD_CELL, GtkGrid)

/**
 * MingFieldCell: one field on the screen: label, entry, unit, and under them why the entry is refused.
 *
 * It decides nothing: it shows a #MingFieldState and says what was typed. "edited" is emitted with the text
 * (for choices the code) at each change, "left" when the field is left, "entered" when Enter asks to move on.
 */
GtkWidget *ming_field_cell_new (MingField field);

/**
 * A cell for a field of another form: @number is that form's own,
 * given back by ming_field_cell_get_field().
 */
GtkWidget *ming_field_cell_new_of_kind (int number, MingFieldKind kind);

/** The field it was made for, or the other form's own number. */
MingField ming_field_cell_get_field (MingFieldCell *self);

/** The widget that takes the keyboard. */
GtkWidget *ming_field_cell_get_input (MingFieldCell *self);

/** Shows @state; @value is the code of a choice, else what the entry holds. Emits nothing. */
void ming_field_cell_show (MingFieldCell *self, const MingFieldState *state, const char *value);

/** Empties a cell that is not shown: it must not keep what a client said. Its name stays. Emits nothing. */
void ming_field_cell_clear (MingFieldCell *self);

/** Leaves the label to those who hear the field's name; on the screen it stands elsewhere, as in a table. */
void ming_field_cell_hide_label (MingFieldCell *self);

/**
 * The cell of a table: no label, and why its text is refused is said by the table; those who cannot see it
 * hear both all the same. @width_chars: how wide the entry is
 */
void ming_field_cell_put_in_table (MingFieldCell *self, int width_chars);

/** Labels of one group are equally wide. */
void ming_field_cell_align (MingFieldCell *self, GtkSizeGroup *labels);

G_END_DECLS
