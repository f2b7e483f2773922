/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>
#include <glib/gi18n-lib.h>

#include "ming-estimate-answer.h"
#include "ming-estimate-tabs.h"

void
ming_estimate_tabs_init (MingEstimateTabs *self)
{
  memset (self, 0, sizeof *self);
  self->n_tabs = 1;
}

void
ming_estimate_tabs_clear (MingEstimateTabs *self)
{
  for (guint i = 0; i < self->n_tabs; i++)
    g_clear_pointer (&self->tab[i].values, ming_estimate_values_free);
  ming_estimate_tabs_init (self);
}

gboolean
ming_estimate_tabs_add (MingEstimateTabs *self, const MingEstimateValues *values)
{
  if (self->n_tabs == MING_TABS_MAX)
    return FALSE;
  self->tab[self->active].values = ming_estimate_values_copy (values);
  self->active = self->n_tabs;
  self->tab[self->active] = (MingEstimateTab){ NULL, FALSE, 0 };
  self->n_tabs += 1;
  return TRUE;
}

MingEstimateValues *
ming_estimate_tabs_turn (MingEstimateTabs *self, const MingEstimateValues *values, guint index)
{
  if (index >= self->n_tabs || index == self->active)
    return NULL;
  self->tab[self->active].values = ming_estimate_values_copy (values);
  self->active = index;
  return g_steal_pointer (&self->tab[index].values);
}

MingEstimateValues *
ming_estimate_tabs_remove (MingEstimateTabs *self)
{
  if (self->n_tabs == 1)
    return NULL;
  for (guint i = self->active; i + 1 < self->n_tabs; i++)
    self->tab[i] = self->tab[i + 1];
  self->n_tabs -= 1;
  self->tab[self->n_tabs] = (MingEstimateTab){ NULL, FALSE, 0 };
  self->active = self->active > 0 ? self->active - 1 : 0;
  return g_steal_pointer (&self->tab[self->active].values);
}

static void
update_tab (MingEstimateTab *tab, const MingEstimateWorld *world)
{
  g_autoptr (MingEstimateForm) form = ming_estimate_form_new (tab->values, world);
  g_autoptr (MingEstimateAnswer) answer = ming_estimate_answer_new (form, world->library);

  tab->known = ming_estimate_answer_get_own (answer, &tab->own_fen);
}

void
ming_estimate_tabs_update (MingEstimateTabs *self, const MingEstimateWorld *world)
{
  for (guint i = 0; i < self->n_tabs; i++)
    if (self->tab[i].values != NULL)
      update_tab (&self->tab[i], world);
}

char *
ming_estimate_tabs_describe (const MingEstimateTabs *self, guint index, gboolean known, MingFen own_fen)
{
  const MingEstimateTab *tab = &self->tab[index];
  gboolean in_front = index == self->active;
  MingFen difference_fen = in_front || !known || !tab->known ? 0 : tab->own_fen - own_fen;
  g_autofree char *own = ming_answer_money (in_front ? own_fen : tab->own_fen);
  g_autofree char *difference = ming_answer_money (ABS (difference_fen));

  if (in_front ? !known : !tab->known)
    return g_strdup_printf (C_ ("tab", "Case %u"), index + 1);
  if (difference_fen == 0)
    return g_strdup_printf (C_ ("tab", "Case %1$u: own %2$s"), index + 1, own);
  return g_strdup_printf (C_ ("tab", "Case %1$u: own %2$s (%3$s%4$s)"), index + 1, own,
                          difference_fen > 0 ? "+" : "−", difference);
}
