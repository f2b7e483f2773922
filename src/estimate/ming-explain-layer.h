/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ming-explain-private.h"

G_BEGIN_DECLS

/** MingLayerView: one layer being explained: its rules, what it did and where its figures stand. */
typedef struct
{
  const MingVisitResult *result;
  int index;
  const MingLayer *rules;
  const MingLayerTrace *trace;
  const MingLayerOrigin *origin;
  GPtrArray *attributes;
  const char *name;
} MingLayerView;

/** The first-borne part of class B (乙类先行自付), by one rate or item by item. */
MingStep *ming_explain_first_pay (const MingVisitResult *result);

/** Appends the steps of layer @index: deductible, bands, cap; none when it found nothing to look at. */
void ming_explain_layer (const MingVisitResult *result, int index, GPtrArray *steps);

MingStep *ming_explain_deductible (const MingLayerView *layer);
MingStep *ming_explain_slice (const MingLayerView *layer, int band);
MingStep *ming_explain_cap (const MingLayerView *layer);

/** The step of the two kinds that look at the eligible cost: a share of it, or down to a share of it. */
MingStep *ming_explain_of_scope (const MingLayerView *layer);

/** The match called @what of the layer, or NULL. */
const MingMatch *ming_layer_view_find (const MingLayerView *layer, const char *what);

/** Every adjustment called @what that changed a figure leaves its papers and its row in the step. */
void ming_layer_view_tell_adjustments (const MingLayerView *layer, MingStep *step, const char *what);

/** What a layer that pays on the rest found: "2,583.00 + 600.00 = 3,183.00 (what the steps above left)". */
void ming_layer_view_tell_rest (const MingLayerView *layer, MingStep *step);

/** The cap that bit, as it was matched, or NULL. */
const MingMatch *ming_layer_view_find_cap (const MingLayerView *layer);

G_END_DECLS
