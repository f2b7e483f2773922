/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "core/ming-text.h"
#include "ming-case-parse-private.h"

static void
report_sums (MingCaseReader *self, const char *key, const char *parts, const char *whole, MingFen parts_fen,
             MingFen whole_fen)
{
  char left[MING_TEXT_FEN_SIZE];
  char right[MING_TEXT_FEN_SIZE];

  /* a sum of amounts that are each allowed may itself be too large to be written as one */
  if (ming_text_format_fen (parts_fen, MING_TEXT_PLAIN, left, sizeof left) != MING_OK)
    g_strlcpy (left, "…", sizeof left);
  if (ming_text_format_fen (whole_fen, MING_TEXT_PLAIN, right, sizeof right) != MING_OK)
    g_strlcpy (right, "…", sizeof right);
  ming_case_reader_fault (self, MING_CASE_ERROR_UNBALANCED, key,
                          _("%s add up to %s, but %s is %s"), parts, left, whole, right);
}

/*
 * The parts of a total. One of them may be left out: it is what the others leave. More than one missing
 * part is not guessed at. @fields: the parts, @n_parts of them; @words: their names
 */
static void
balance_parts (MingCaseReader *self, JsonObject *object, const MingField *fields, guint n_parts,
               MingCaseVisit *visit, const char *words)
{
  MingAmount *absent = NULL;
  MingFen sum_fen = 0;
  guint n_absent = 0;

  for (guint i = 0; i < n_parts; i++)
    {
      MingAmount *part = G_STRUCT_MEMBER_P (visit, fields[i].offset);

      if (json_object_has_member (object, fields[i].key) || part->known)
        {
          if (!part->known)
            return; /* already a fault of its own */
          sum_fen += part->fen;
        }
      else
        {
          absent = part;
          n_absent++;
        }
    }
  if (!visit->medfee_sumamt.known)
    return;
  if (n_absent > 1)
    {
      for (guint i = 0; i < n_parts; i++)
        if (!((MingAmount *) G_STRUCT_MEMBER_P (visit, fields[i].offset))->known)
          ming_case_reader_fault (self, MING_CASE_ERROR_MISSING_KEY, fields[i].key,
                                  _("“%s” is missing; only one of %s may be left out"), fields[i].key, words);
    }
  else if (sum_fen > visit->medfee_sumamt.fen || (n_absent == 0 && sum_fen < visit->medfee_sumamt.fen))
    report_sums (self, NULL, words, "medfee_sumamt", sum_fen, visit->medfee_sumamt.fen);
  else if (n_absent == 1)
    *absent = (MingAmount) { TRUE, visit->medfee_sumamt.fen - sum_fen };
}

/* Σ of the items, which there are; what is too large for an amount shows in the balance. */
static MingFen
sum_items (const MingCaseVisit *visit)
{
  MingFen sum_fen = 0;

  for (guint i = 0; i < visit->class_b_items->len; i++)
    sum_fen += ((const MingClassItem *) g_ptr_array_index (visit->class_b_items, i))->amount_fen;
  return sum_fen;
}

static void
read_item (MingCaseReader *self, JsonObject *object, MingCaseVisit *visit)
{
  static const MingField *const tables[] = { ming_item_fields, NULL };
  MingClassItem *item = g_new0 (MingClassItem, 1);

  g_ptr_array_add (visit->class_b_items, item);
  item->first_pay_rate = (MingRate) { 0, MING_PPM };
  ming_case_reader_check_keys (self, object, tables, NULL);
  ming_case_reader_read (self, object, ming_item_fields, item);
}

/* Class B item by item: it is then the sum of its items. */
static void
read_items (MingCaseReader *self, JsonObject *classes, MingCaseVisit *visit)
{
  JsonArray *list = ming_case_reader_get_list (self, classes, "b_items");
  guint length = list != NULL ? json_array_get_length (list) : 0;
  guint before = self->faults->len;
  gsize mark;

  if (list == NULL)
    return;
  mark = ming_case_reader_enter (self, "b_items", 0);
  if (length == 0 || length > MING_CLASS_ITEMS_MAX)
    ming_case_reader_fault (self, MING_CASE_ERROR_BAD_VALUE, NULL, _("a list of 1 to %d items is due here"),
                            MING_CLASS_ITEMS_MAX);
  visit->class_b_items = g_ptr_array_new_with_free_func ((GDestroyNotify) ming_class_item_free);
  for (guint i = 0; i < MIN (length, MING_CLASS_ITEMS_MAX); i++)
    {
      gsize inner = ming_case_reader_enter (self, NULL, i);
      JsonObject *element = ming_case_reader_get_element (self, list, i);

      if (element != NULL)
        read_item (self, element, visit);
      ming_case_reader_leave (self, inner);
    }
  ming_case_reader_leave (self, mark);
  if (json_object_has_member (classes, "first_pay_rate"))
    ming_case_reader_fault (self, MING_CASE_ERROR_BAD_VALUE, "first_pay_rate",
                            _("“%s” stands beside “b_items”; give one or the other"), "first_pay_rate");
  if (self->faults->len == before && !json_object_has_member (classes, "b"))
    visit->class_b = (MingAmount) { TRUE, sum_items (visit) };
  else if (self->faults->len == before && visit->class_b.known && visit->class_b.fen != sum_items (visit))
    report_sums (self, "b", _("the items of class B"), "b", sum_items (visit), visit->class_b.fen);
}

static void
check_class_b (MingCaseReader *self, JsonObject *classes, MingCaseVisit *visit)
{
  if (visit->class_b_items != NULL)
    return;
  if (json_object_has_member (classes, "first_pay_rate"))
    return;
  if (visit->class_b.known && visit->class_b.fen > 0)
    ming_case_reader_fault (self, MING_CASE_ERROR_MISSING_KEY, "first_pay_rate",
                            _("“first_pay_rate” is missing, the share of class B that is borne first"));
  visit->first_pay_rate = (MingRate) { 0, MING_PPM };
}

/* What lies over a price limit stands inside class A and B. */
static void
check_over_limit (MingCaseReader *self, const MingCaseVisit *visit)
{
  if (visit->overlmt_selfpay.known && visit->class_a.known && visit->class_b.known
      && visit->overlmt_selfpay.fen > visit->class_a.fen + visit->class_b.fen)
    ming_case_reader_fault (self, MING_CASE_ERROR_BAD_VALUE, "over_limit",
                            _("“over_limit” is part of a and b and cannot be more than both together"));
}

void
ming_case_read_classes (MingCaseReader *self, JsonObject *visit_object, JsonObject *classes,
                        MingCaseVisit *visit)
{
  static const MingField *const tables[] = { ming_class_fields, NULL };
  static const char *const others[] = { "b_items", NULL };
  gsize mark;

  for (const MingField *field = ming_cost_fields + 1; field->key != NULL; field++)
    if (json_object_has_member (visit_object, field->key))
      ming_case_reader_fault (self, MING_CASE_ERROR_BAD_VALUE, field->key,
                              _("“%s” stands beside “classes”; give one or the other"), field->key);

  mark = ming_case_reader_enter (self, "classes", 0);
  visit->by_class = TRUE;
  visit->overlmt_selfpay = (MingAmount) { FALSE, 0 };
  ming_case_reader_check_keys (self, classes, tables, others);
  ming_case_reader_read (self, classes, ming_class_fields, visit);
  read_items (self, classes, visit);
  balance_parts (self, classes, ming_class_fields, 3, visit, "a, b, c");
  check_class_b (self, classes, visit);
  check_over_limit (self, visit);
  ming_case_reader_leave (self, mark);
}

void
ming_case_balance_costs (MingCaseReader *self, JsonObject *object, MingCaseVisit *visit)
{
  balance_parts (self, object, ming_cost_fields + 1, 4, visit,
                 "fulamt_ownpay_amt, overlmt_selfpay, preselfpay_amt, inscp_scp_amt");
}
