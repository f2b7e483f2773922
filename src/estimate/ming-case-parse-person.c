/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "core/ming-finance.h"
#include "ming-case-parse-private.h"

static void
read_family_account (MingCaseReader *self, JsonObject *object, guint index, MingPerson *person)
{
  static const MingField *const tables[] = { ming_family_fields, NULL };
  MingFamilyAccount *account = g_new0 (MingFamilyAccount, 1);

  g_ptr_array_add (person->family, account);
  ming_case_reader_check_keys (self, object, tables, NULL);
  ming_case_reader_read (self, object, ming_family_fields, account);
  if (!json_object_has_member (object, "rank"))
    account->rank = (int) index + 1;
  if (g_strcmp0 (person->mutual_aid_order, "by_binding") == 0 && !json_object_has_member (object, "bound"))
    ming_case_reader_fault (self, MING_CASE_ERROR_MISSING_KEY, "bound",
                            _("“bound” is missing: the accounts are to pay in the order of binding"));
}

/* Ranks are given to all accounts or to none, so that the order is never half chosen. */
static void
check_ranks (MingCaseReader *self, JsonArray *list, const MingPerson *person)
{
  guint n_ranked = 0;

  for (guint i = 0; i < person->family->len; i++)
    {
      const MingFamilyAccount *account = g_ptr_array_index (person->family, i);
      JsonObject *object = json_array_get_object_element (list, i);

      n_ranked += json_object_has_member (object, "rank") ? 1 : 0;
      for (guint j = 0; j < i; j++)
        if (((const MingFamilyAccount *) g_ptr_array_index (person->family, j))->rank == account->rank)
          {
            ming_case_reader_fault (self, MING_CASE_ERROR_BAD_VALUE, NULL,
                                    _("accounts %u and %u have the same rank"), j + 1, i + 1);
            return;
          }
    }
  if (n_ranked > 0 && n_ranked < person->family->len)
    ming_case_reader_fault (self, MING_CASE_ERROR_MISSING_KEY, NULL,
                            _("give a “rank” to every account or to none"));
}

static void
read_family (MingCaseReader *self, JsonObject *object, MingPerson *person)
{
  JsonArray *list = ming_case_reader_get_list (self, object, "family");
  guint length = list != NULL ? json_array_get_length (list) : 0;
  gsize mark = ming_case_reader_enter (self, "family", 0);
  gboolean whole = TRUE;

  if (length > MING_FAMILY_MAX)
    ming_case_reader_fault (self, MING_CASE_ERROR_BAD_VALUE, NULL,
                            _("there are more than %d family accounts"), MING_FAMILY_MAX);
  for (guint i = 0; i < length; i++)
    {
      gsize inner = ming_case_reader_enter (self, NULL, i);
      JsonObject *element = ming_case_reader_get_element (self, list, i);

      if (element != NULL)
        read_family_account (self, element, i, person);
      else
        whole = FALSE;
      ming_case_reader_leave (self, inner);
    }
  if (whole && length > 0)
    check_ranks (self, list, person);
  ming_case_reader_leave (self, mark);
}

/* Whether two sound spans of months have one in common; a span without an end lasts. */
static gboolean
spans_meet (const MingUncredited *a, const MingUncredited *b)
{
  return (a->to == 0 || b->from <= a->to) && (b->to == 0 || a->from <= b->to);
}

static void
read_uncredited_span (MingCaseReader *self, JsonObject *object, MingPerson *person)
{
  static const MingField *const tables[] = { ming_uncredited_fields, NULL };
  MingUncredited *span = g_new0 (MingUncredited, 1);
  guint before = self->faults->len;

  ming_case_reader_check_keys (self, object, tables, NULL);
  ming_case_reader_read (self, object, ming_uncredited_fields, span);
  if (span->to != 0 && span->to < span->from)
    ming_case_reader_fault (self, MING_CASE_ERROR_DATES, "to", _("the months end before they begin"));
  for (guint i = 0; self->faults->len == before && i < person->uncredited->len; i++)
    if (spans_meet (g_ptr_array_index (person->uncredited, i), span))
      ming_case_reader_fault (self, MING_CASE_ERROR_BAD_VALUE, NULL,
                              _("another entry has one of these months already"));
  if (self->faults->len == before)
    g_ptr_array_add (person->uncredited, span);
  else
    ming_uncredited_free (span);
}

static void
read_uncredited (MingCaseReader *self, JsonObject *object, MingPerson *person)
{
  JsonArray *list = ming_case_reader_get_list (self, object, "uncredited");
  guint length = list != NULL ? json_array_get_length (list) : 0;
  gsize mark = ming_case_reader_enter (self, "uncredited", 0);

  for (guint i = 0; i < length; i++)
    {
      gsize inner = ming_case_reader_enter (self, NULL, i);
      JsonObject *element = ming_case_reader_get_element (self, list, i);

      if (element != NULL)
        read_uncredited_span (self, element, person);
      ming_case_reader_leave (self, inner);
    }
  ming_case_reader_leave (self, mark);
}

void
ming_case_read_person (MingCaseReader *self, JsonObject *object, MingPerson *person)
{
  static const MingField *const tables[] = { ming_person_fields, NULL };
  static const char *const others[] = { "family", "uncredited", NULL };
  gsize mark = ming_case_reader_enter (self, "person", 0);

  ming_case_reader_check_keys (self, object, tables, others);
  ming_case_reader_read (self, object, ming_person_fields, person);
  if (json_object_has_member (object, "brdy") && json_object_has_member (object, "age"))
    ming_case_reader_fault (self, MING_CASE_ERROR_BAD_VALUE, "age",
                            _("“age” stands beside “brdy”; leave it out, it follows from the day of birth"));
  read_family (self, object, person);
  read_uncredited (self, object, person);
  ming_case_reader_leave (self, mark);
}
