/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "ming-account-form.h"

static const struct
{
  MingFieldKind kind;
  const char *label;
} columns[MING_N_FAMILY_COLUMNS] = {
  [MING_FAMILY_RELATION] = { MING_KIND_TEXT, NC_ ("family", "Relation") },
  [MING_FAMILY_BALC] = { MING_KIND_MONEY, NC_ ("family", "Balance") },
  [MING_FAMILY_RANK] = { MING_KIND_COUNT, NC_ ("family", "Rank") },
  [MING_FAMILY_BOUND] = { MING_KIND_DATE, NC_ ("family", "Bound on") },
};

static const struct
{
  const char *code;
  const char *name;
  const char *initials;
} orders[] = {
  { "by_rank", NC_ ("family order", "By rank"), "asw" },
  { "by_balance", NC_ ("family order", "Largest balance first"), "aye" },
  { "by_binding", NC_ ("family order", "First bound first"), "abd" },
};

/* The parts of a bill that an account may be asked to pay. */
static const struct
{
  MingPart part;
  const char *name;
} parts[] = {
  { MING_PART_DEDUCTIBLE, NC_ ("may pay", "Deductible") },
  { MING_PART_SHARE, NC_ ("may pay", "Own share of the bands") },
  { MING_PART_OVER_CAP, NC_ ("may pay", "Above the cap") },
  { MING_PART_FIRST_PAY, NC_ ("may pay", "First pay of class B") },
  { MING_PART_AWAY_FIRST, NC_ ("may pay", "First pay away from home") },
  { MING_PART_OVER_LIMIT, NC_ ("may pay", "Over price limits") },
  { MING_PART_FULL_OWN, NC_ ("may pay", "Wholly own cost") },
};

MingFieldKind
ming_account_column_kind (MingFamilyColumn column)
{
  return columns[column].kind;
}

const char *
ming_account_column_label (MingFamilyColumn column)
{
  return g_dpgettext2 (GETTEXT_PACKAGE, "family", columns[column].label);
}

static void
fill_order (MingAccountForm *form, const MingEstimateValues *typed)
{
  const char *order = *typed->family_order != '\0' ? typed->family_order : orders[0].code;
  const char *shown = order;

  form->order.choices = ming_choices_new ();
  for (gsize i = 0; i < G_N_ELEMENTS (orders); i++)
    {
      const char *name = g_dpgettext2 (GETTEXT_PACKAGE, "family order", orders[i].name);

      g_ptr_array_add (form->order.choices, ming_choice_new (orders[i].code, name, orders[i].initials));
      if (g_str_equal (orders[i].code, order))
        shown = name;
    }
  ming_field_state_init (&form->order, g_strdup (C_ ("family", "They pay")), shown);
}

/* Own account first, then each account that paid, in its order. */
static void
tell_payments (MingAccountForm *form, const MingEstimateAnswer *answer)
{
  const GPtrArray *visits = answer->estimate != NULL ? answer->estimate->visits : NULL;
  const MingVisitResult *visit = visits != NULL && visits->len > 0 ? visits->pdata[visits->len - 1] : NULL;

  if (visit == NULL || visit->outcome != MING_OUTCOME_KNOWN)
    return;
  if (visit->balance_known)
    {
      MingFen own_fen = ming_bill_paid_by (&visit->settlement.bill, MING_PAYER_ACCT);
      g_autofree char *paid = ming_answer_money (own_fen);
      g_autofree char *left = ming_answer_money (visit->settlement.purse_after.own_fen);

      /* Translators: amount, amount */
      g_ptr_array_add (form->pays, g_strdup_printf (_("Own account: pays %1$s, %2$s stays"), paid, left));
    }
  for (int i = 0; i < visit->purse_before.n_family; i++)
    {
      g_autofree char *paid = ming_answer_money (visit->settlement.family_paid_fen[i]);
      g_autofree char *before = ming_answer_money (visit->purse_before.family_fen[i]);
      g_autofree char *left = ming_answer_money (visit->settlement.purse_after.family_fen[i]);

      /* Translators: place in the order, balance before, amount, amount */
      g_ptr_array_add (form->pays,
                       g_strdup_printf (_("Family account no. %1$d (%2$s): pays %3$s, %4$s stays"), i + 1,
                                        before, paid, left));
    }
}

/* The rows down to the last one that holds anything, and some blank ones when these are few. */
static int
count_shown_rows (const MingEstimateValues *typed)
{
  int shown = MING_FAMILY_ROWS_SHOWN;

  for (int row = shown; row < MING_FAMILY_ROWS; row++)
    for (int column = 0; column < MING_N_FAMILY_COLUMNS; column++)
      if (*typed->family[row][column] != '\0')
        shown = row + 1;
  return shown;
}

void
ming_account_form_fill_family (MingAccountForm *form, const MingEstimateValues *typed,
                               const MingEstimateForm *person, const MingEstimateAnswer *answer)
{
  int shown = count_shown_rows (typed);

  for (int row = 0; row < MING_FAMILY_ROWS; row++)
    for (int column = 0; column < MING_N_FAMILY_COLUMNS; column++)
      {
        /* Translators: name of a column of the family accounts, number of the member */
        char *label = g_strdup_printf (C_ ("family", "%1$s %2$d"),
                                       ming_account_column_label ((MingFamilyColumn) column), row + 1);

        ming_field_state_init (&form->family[row][column], label, typed->family[row][column]);
        form->family[row][column].fault = g_strdup (person->family_fault[row][column]);
        form->family[row][column].visible = row < shown;
      }
  for (int row = 0; row < MING_FAMILY_ROWS; row++)
    {
      g_free (form->family[row][MING_FAMILY_RANK].placeholder);
      form->family[row][MING_FAMILY_RANK].placeholder = g_strdup_printf ("%d", row + 1);
    }
  fill_order (form, typed);
  tell_payments (form, answer);
}

static char *
say_may (uint32_t may, MingPart part)
{
  return g_strdup (may & MING_PART_BIT (part) ? C_ ("may pay", "yes") : C_ ("may pay", "no"));
}

static void
add_citations (MingAccountForm *form, const MingCareVersion *version)
{
  for (guint i = 0; i < version->citations->len; i++)
    {
      const MingCitation *citation = g_ptr_array_index (version->citations, i);
      g_autofree char *text = ming_citation_format (citation);

      g_ptr_array_add (form->may_notes,
                       ming_note_new (_("Stands in"), text, ming_evidence_mark (citation->source->evidence),
                                      ming_evidence_is_official (citation->source->evidence)));
    }
}

static void
fill_may_rows (MingAccountForm *form, const MingFinancing *financing)
{
  const char *const headings[] = { C_ ("column", "Part of the bill"), C_ ("column", "Own account"),
                                   C_ ("column", "Family accounts") };

  for (gsize i = 0; i < G_N_ELEMENTS (headings); i++)
    g_ptr_array_add (form->may_headings, g_strdup (headings[i]));
  for (gsize i = 0; financing != NULL && i < G_N_ELEMENTS (parts); i++)
    {
      g_autofree char *own = say_may (financing->may_own, parts[i].part);
      g_autofree char *family = say_may (financing->may_family, parts[i].part);
      const char *cells[] = { g_dpgettext2 (GETTEXT_PACKAGE, "may pay", parts[i].name), own, family, NULL };

      g_ptr_array_add (form->may_rows, g_strdupv ((GStrv) cells));
    }
}

void
ming_account_form_fill_may (MingAccountForm *form, const MingEstimateForm *person)
{
  const MingParsed *ends = &person->parsed[MING_FIELD_ENDDATE];
  MingDate date = ends->given && ends->fault == NULL ? ends->date : person->date;
  const MingCareVersion *version = NULL;
  g_autoptr (GError) refused = NULL;

  if (person->care != NULL)
    version = ming_pack_in_force (person->care->versions, &date, ming_phrase_local (&person->care->name),
                                  &refused);
  fill_may_rows (form, version != NULL && version->has_financing ? &version->financing : NULL);
  if (refused != NULL)
    g_ptr_array_add (form->may_notes, ming_note_new (refused->message, "", NULL, TRUE));
  else if (version != NULL && version->has_financing)
    add_citations (form, version);
  else if (version != NULL)
    g_ptr_array_add (form->may_notes,
                     ming_note_new (_("The policy pack does not say what the accounts may pay"),
                                    _("So the estimate takes nothing from them."), NULL, TRUE));
  g_ptr_array_add (form->may_notes,
                   ming_note_new (_("Other uses of the account"),
                                  _("Purchases, premiums and what the law forbids are not in the policy "
                                    "packs: they are not modelled here."),
                                  NULL, TRUE));
}
