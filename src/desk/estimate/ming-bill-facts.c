/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ming-estimate-values.h"

void
ming_bill_facts_clear (MingBillFacts *self)
{
  g_clear_pointer (&self->catalogue, g_free);
  g_clear_pointer (&self->class_b_items, g_ptr_array_unref);
}

void
ming_bill_facts_take (MingBillFacts *self, const MingBillFacts *facts)
{
  MingBillFacts copy = { g_strdup (facts->catalogue), ming_class_item_copy_list (facts->class_b_items) };

  ming_bill_facts_clear (self);
  *self = copy;
}

MingBillFacts
ming_bill_facts_of (const MingCaseVisit *visit)
{
  return (MingBillFacts){ visit->catalogue, visit->class_b_items };
}

void
ming_bill_facts_forget (MingBillFacts *self, MingField field)
{
  if (field >= MING_FIELD_BY_CLASS && field <= MING_FIELD_FIRST_RATE)
    g_clear_pointer (&self->catalogue, g_free);
  if (field == MING_FIELD_CLASS_B || field == MING_FIELD_FIRST_RATE)
    g_clear_pointer (&self->class_b_items, g_ptr_array_unref);
}
