/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ming-explain-private.h"

G_BEGIN_DECLS

/** Appends the steps of layer @index: deductible, bands, cap; none when it found nothing to look at. */
void ming_explain_layer (const MingVisitResult *result, int index, GPtrArray *steps);

G_END_DECLS
