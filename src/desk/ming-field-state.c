/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ming-field-state.h"

void
ming_field_state_init (MingFieldState *state, char *label, const char *text)
{
  g_return_if_fail (state != NULL && label != NULL && text != NULL);

  state->visible = state->sensitive = TRUE;
  state->label = label;
  state->unit = g_strdup ("");
  state->text = g_strdup (text);
  state->placeholder = g_strdup ("");
}

void
ming_field_state_clear (MingFieldState *state)
{
  g_return_if_fail (state != NULL);

  g_clear_pointer (&state->label, g_free);
  g_clear_pointer (&state->unit, g_free);
  g_clear_pointer (&state->text, g_free);
  g_clear_pointer (&state->placeholder, g_free);
  g_clear_pointer (&state->fault, g_free);
  g_clear_pointer (&state->key, g_free);
  g_clear_pointer (&state->choices, g_ptr_array_unref);
}
