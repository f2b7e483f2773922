/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * MingFieldState: what one field of a form shows.
 * @label: its caption; @unit: what stands after the entry
 * @text: what the entry shows; @placeholder: in grey when that is empty
 * @fault: why the text is refused, NULL when it is not; @unfinished: because it stops too early
 * @choices: for choices, of MingChoice*
 * @key: for running totals, "counter/column" of MingEstimateValues
 */
typedef struct
{
  gboolean visible;
  gboolean sensitive;
  gboolean unfinished;
  char *label;
  char *unit;
  char *text;
  char *placeholder;
  char *fault;
  GPtrArray *choices;
  char *key;
} MingFieldState;

/**
 * A field that is open, with neither unit nor placeholder nor fault.
 * @state: zeroed; @label: (transfer full)
 */
void ming_field_state_init (MingFieldState *state, char *label, const char *text);

/** Frees what @state holds. */
void ming_field_state_clear (MingFieldState *state);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (MingFieldState, ming_field_state_clear)

G_END_DECLS
