/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>
#include <glib/gi18n-lib.h>

#include "core/ming-idcard.h"
#include "../ming-codes.h"
#include "ming-citizen-view.h"

/* Any of them filled in means that a client is at the counter. */
static const MingField of_client[] = {
  MING_FIELD_PSN_TYPE,  MING_FIELD_IDCARD,  MING_FIELD_BRDY,      MING_FIELD_AGE,        MING_FIELD_GEND,
  MING_FIELD_BASE,      MING_FIELD_BALC,    MING_FIELD_BEGNDATE,  MING_FIELD_ENDDATE,    MING_FIELD_TOTAL,
  MING_FIELD_FULL_OWN,  MING_FIELD_CLASS_A, MING_FIELD_CLASS_B,   MING_FIELD_CLASS_C,    MING_FIELD_DISEASE,
  MING_FIELD_FIRST_PAY, MING_FIELD_CLCT_GRDE, MING_FIELD_SP_PSN_TYPE,
};

static gboolean
has_client (const MingEstimateValues *values)
{
  for (gsize i = 0; i < G_N_ELEMENTS (of_client); i++)
    if (*values->text[of_client[i]] != '\0')
      return TRUE;
  return FALSE;
}

/* Joins @parts, which it takes. */
static char *
join (GPtrArray *parts, const char *separator)
{
  char *joined;

  g_ptr_array_add (parts, NULL);
  joined = g_strjoinv (separator, (GStrv) parts->pdata);
  g_ptr_array_unref (parts);
  return joined;
}

static void
say (MingCitizenView *self, MingCitizenState state, char *what, char *because, char *more)
{
  self->state = state;
  self->sentences[0] = what;
  self->sentences[1] = because;
  self->sentences[2] = more;
}

/* "职工退休 · 110105**********2X": no more than others may see. */
static char *
describe_person (const MingEstimateValues *values, const MingEstimateForm *form)
{
  const char *typed = values->text[MING_FIELD_IDCARD];
  GPtrArray *parts = g_ptr_array_new_with_free_func (g_free);
  char mask[MING_IDCARD_LENGTH + 1];
  MingIdcard card;

  if (*values->text[MING_FIELD_PSN_TYPE] != '\0' && form->field[MING_FIELD_PSN_TYPE].fault == NULL)
    g_ptr_array_add (parts,
                     g_strdup (ming_codes_name (MING_CODES_PSN_TYPE, values->text[MING_FIELD_PSN_TYPE])));
  if (ming_idcard_text_is_masked (typed))
    g_ptr_array_add (parts, g_strdup (typed));
  else if (ming_idcard_parse (typed, strlen (typed), form->date, &card, NULL) == MING_OK
           && ming_idcard_mask (&card, mask, sizeof mask) == MING_OK)
    g_ptr_array_add (parts, g_strdup (mask));
  return join (parts, " · ");
}

static char *
describe_care (const MingEstimateValues *values, const MingEstimateForm *form)
{
  gboolean asked = has_client (values) && form->care != NULL;
  GPtrArray *parts = g_ptr_array_new_with_free_func (g_free);

  g_ptr_array_add (parts, g_strdup (ming_phrase_local (&form->pack->name)));
  if (asked)
    g_ptr_array_add (parts,
                     g_strdup (ming_codes_name (MING_CODES_MED_TYPE, values->text[MING_FIELD_MED_TYPE])));
  if (asked && *values->text[MING_FIELD_HOSP_LV] != '\0')
    g_ptr_array_add (parts,
                     g_strdup (ming_codes_name (MING_CODES_HOSP_LV, values->text[MING_FIELD_HOSP_LV])));
  return join (parts, " · ");
}

/* The fields that are refused, or only not finished, by name: what stands in them may be private. */
static char *
list_faults (const MingEstimateForm *form, gboolean *unfinished)
{
  GPtrArray *names = g_ptr_array_new_with_free_func (g_free);

  *unfinished = TRUE;
  for (int i = 0; i < MING_N_FIELDS; i++)
    if (form->field[i].visible && form->field[i].fault != NULL)
      {
        g_ptr_array_add (names, g_strdup (form->field[i].label));
        *unfinished = *unfinished && form->field[i].unfinished;
      }
  return join (names, C_ ("list", ", "));
}

static char *
list_missing (const MingEstimateForm *form)
{
  return join (g_ptr_array_copy (form->missing, (GCopyFunc) (void (*) (void)) g_strdup, NULL),
               C_ ("list", ", "));
}

static void
say_waiting (MingCitizenView *self, const MingEstimateForm *form)
{
  gboolean unfinished;
  g_autofree char *faults = list_faults (form, &unfinished);
  g_autofree char *missing = list_missing (form);
  char *because = NULL;

  if (*faults != '\0' && !unfinished)
    because = g_strdup_printf (_("To be put right: %s"), faults);
  else if (*faults == '\0' && *missing != '\0')
    because = g_strdup_printf (_("Still needed: %s"), missing);
  say (self, MING_CITIZEN_WAITING, g_strdup (_("One moment, your details are being entered.")), because,
       NULL);
}

static void
say_unable (MingCitizenView *self, const char *reasons)
{
  say (self, MING_CITIZEN_UNABLE, g_strdup (_("This cannot be worked out here.")),
       g_strdup_printf (_("Because: %s"), reasons),
       g_strdup (_("That does not mean that nothing is paid: only that the rule or figure is not here.")));
}

static void
say_messages (MingCitizenView *self, const MingEstimateAnswer *answer)
{
  g_autofree char *reasons = join (g_ptr_array_copy (answer->messages, (GCopyFunc) (void (*) (void)) g_strdup,
                                                     NULL), C_ ("clauses", "; "));

  say_unable (self, reasons);
}

static const MingVisitResult *
get_visit (const MingEstimate *estimate)
{
  return estimate->visits->len > 0 ? g_ptr_array_index (estimate->visits, 0) : NULL;
}

/* "Of 53,600.00 yuan the insurance pays 46,958.50 yuan (87.6 %): …" */
static char *
tell_funds (const MingEstimateAnswer *answer, const MingSettlement *settlement)
{
  g_autofree char *total = ming_answer_money (settlement->bill.total_fen);
  g_autofree char *fund = ming_answer_money (settlement->fund_fen);
  g_autofree char *share = ming_answer_share (settlement->fund_fen, settlement->bill.total_fen);
  GPtrArray *parts = g_ptr_array_new_with_free_func (g_free);
  guint n_funds = 0;
  g_autofree char *list = NULL;

  for (guint i = 0; i < answer->shares->len; i++)
    {
      const MingShare *part = g_ptr_array_index (answer->shares, i);
      g_autofree char *amount = ming_answer_money (part->fen);

      if (part->payer >= MING_N_FUNDS)
        continue;
      g_ptr_array_add (parts, g_strdup_printf (C_ ("citizen", "%1$s %2$s yuan"), part->name, amount));
      n_funds += 1;
    }
  list = join (parts, C_ ("list", ", "));
  if (n_funds == 0)
    return g_strdup_printf (_("Of %s yuan the insurance pays nothing this time."), total);
  if (n_funds == 1)
    return g_strdup_printf (_("Of %1$s yuan the insurance pays %2$s yuan (%3$s)."), total, fund, share);
  return g_strdup_printf (_("Of %1$s yuan the insurance pays %2$s yuan (%3$s): %4$s."), total, fund, share,
                          list);
}

/* What is left to the person and how it is paid. */
static char *
tell_own (const MingEstimateAnswer *answer, const MingVisitResult *result)
{
  g_autofree char *own = ming_answer_money (result->settlement.person_fen);
  GPtrArray *parts = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *list = NULL;

  for (guint i = 0; i < answer->shares->len; i++)
    {
      const MingShare *part = g_ptr_array_index (answer->shares, i);
      g_autofree char *amount = ming_answer_money (part->fen);

      if (part->payer >= MING_N_FUNDS)
        g_ptr_array_add (parts, g_strdup_printf (C_ ("citizen", "%1$s %2$s yuan"), part->name, amount));
    }
  list = join (parts, C_ ("list", ", "));
  if (result->settlement.person_fen == 0)
    return g_strdup (_("You pay nothing yourself."));
  if (!result->balance_known && result->resolved->plan.financing.may_own != 0)
    return g_strdup_printf (_("You pay %1$s yuan: %2$s. The balance of your account was not entered, so none "
                              "of it is used here."), own, list);
  return g_strdup_printf (_("You pay %1$s yuan: %2$s."), own, list);
}

/* Why the person pays @amount, in words without a term of art left alone. */
static char *
explain_part (MingPart part, const char *amount)
{
  switch (part)
    {
    case MING_PART_DEDUCTIBLE:
      return g_strdup_printf (_("%s yuan are the deductible, above which the insurance begins to pay"),
                              amount);
    case MING_PART_SHARE:
      return g_strdup_printf (_("%s yuan are your share of what the insurance pays in part"), amount);
    case MING_PART_OVER_CAP:
      return g_strdup_printf (_("%s yuan are above the most that the insurance pays"), amount);
    case MING_PART_FIRST_PAY:
      return g_strdup_printf (_("%s yuan are first borne by you for drugs and items of class B"), amount);
    case MING_PART_AWAY_FIRST:
      return g_strdup_printf (_("%s yuan are first borne by you for care away from home"), amount);
    case MING_PART_OVER_LIMIT:
      return g_strdup_printf (_("%s yuan are above the price limit"), amount);
    case MING_PART_FULL_OWN:
      return g_strdup_printf (_("%s yuan are not covered by the insurance"), amount);
    case MING_PART_IN_SCOPE:
    case MING_N_PARTS:
    default:
      return g_strdup_printf (_("%s yuan are left by every fund"), amount);
    }
}

/* What no fund paid of all rows of kind @part. */
static MingFen
sum_own (const MingBill *bill, MingPart part)
{
  MingFen own_fen = 0;

  for (int i = 0; i < bill->n_segments; i++)
    {
      const MingSegment *row = &bill->segment[i];

      if (row->part != part)
        continue;
      own_fen += row->amount_fen;
      for (int payer = 0; payer < MING_N_FUNDS; payer++)
        own_fen -= row->paid_fen[payer];
    }
  return own_fen;
}

static char *
tell_why (const MingSettlement *settlement)
{
  static const MingPart order[] = { MING_PART_DEDUCTIBLE, MING_PART_SHARE,      MING_PART_OVER_CAP,
                                    MING_PART_FIRST_PAY,  MING_PART_AWAY_FIRST, MING_PART_OVER_LIMIT,
                                    MING_PART_FULL_OWN,   MING_PART_IN_SCOPE };
  GPtrArray *parts = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *list = NULL;

  G_STATIC_ASSERT (G_N_ELEMENTS (order) == MING_N_PARTS);
  for (gsize i = 0; i < G_N_ELEMENTS (order); i++)
    {
      MingFen own_fen = sum_own (&settlement->bill, order[i]);
      g_autofree char *amount = ming_answer_money (own_fen);

      if (own_fen != 0)
        g_ptr_array_add (parts, explain_part (order[i], amount));
    }
  list = join (parts, C_ ("clauses", "; "));
  return *list != '\0' ? g_strdup_printf (_("Why you pay it: %s."), list) : NULL;
}

static void
fill_bill (MingCitizenView *self, const MingEstimateAnswer *answer, const MingVisitResult *result)
{
  const MingSettlement *settlement = &result->settlement;

  self->has_bill = TRUE;
  self->caption[MING_CITIZEN_TOTAL] = g_strdup (C_ ("citizen", "Total cost, yuan"));
  self->caption[MING_CITIZEN_FUND] = g_strdup (C_ ("citizen", "The insurance pays, yuan"));
  self->caption[MING_CITIZEN_OWN] = g_strdup (C_ ("citizen", "You pay, yuan"));
  self->figure[MING_CITIZEN_TOTAL] = ming_answer_money (settlement->bill.total_fen);
  self->figure[MING_CITIZEN_FUND] = ming_answer_money (settlement->fund_fen);
  self->figure[MING_CITIZEN_OWN] = ming_answer_money (settlement->person_fen);
  for (guint i = 0; i < answer->shares->len; i++)
    {
      const MingShare *share = g_ptr_array_index (answer->shares, i);
      g_autofree char *amount = ming_answer_money (share->fen);

      self->paid_fen[share->payer] = share->fen;
      self->payer[share->payer] = g_strdup_printf (C_ ("citizen", "%1$s %2$s yuan"), share->name, amount);
    }
  say (self, MING_CITIZEN_ANSWER, tell_funds (answer, settlement), tell_own (answer, result),
       tell_why (settlement));
}

static char *
tell_credit (const MingCreditResult *credit)
{
  gboolean yearly = credit->rule.kind == MING_CREDIT_FIXED_PER_YEAR;
  g_autofree char *amount =
      ming_answer_money (yearly ? credit->credit.year_fen : credit->credit.month_fen);

  if (credit->outcome != MING_OUTCOME_KNOWN)
    return NULL;
  if (yearly)
    return g_strdup_printf (_("Each year %s yuan come into your personal account."), amount);
  return g_strdup_printf (_("Each month %s yuan come into your personal account."), amount);
}

/* What this is worth: no settlement; what is not proved, invented or left out. */
static char *
tell_worth (const MingEstimate *estimate)
{
  GPtrArray *parts = g_ptr_array_new_with_free_func (g_free);

  g_ptr_array_add (parts, g_strdup (_("An estimate: the settlement is what counts")));
  for (guint i = 0; estimate != NULL && i < estimate->cautions->len; i++)
    g_ptr_array_add (parts, g_strdup (g_ptr_array_index (estimate->cautions, i)));
  if (estimate != NULL && estimate->gaps->len > 0)
    g_ptr_array_add (parts, g_strdup (_("some rules are not counted in, please ask")));
  return join (parts, " · ");
}

/* The estimate was made: a bill, a credit, or what stands in the way. */
static void
fill_estimate (MingCitizenView *self, const MingEstimateForm *form, const MingEstimateAnswer *answer)
{
  const MingVisitResult *result = get_visit (answer->estimate);

  self->credit = tell_credit (&answer->estimate->credit);
  if (result != NULL && result->outcome == MING_OUTCOME_KNOWN)
    fill_bill (self, answer, result);
  else if (result != NULL && result->outcome != MING_OUTCOME_NOT_ASKED)
    say_messages (self, answer);
  else if (result == NULL && self->credit != NULL)
    say (self, MING_CITIZEN_ANSWER, g_strdup (self->credit), NULL, NULL);
  else
    say_waiting (self, form);
}

MingCitizenView *
ming_citizen_view_new (const MingEstimateValues *values, const MingEstimateForm *form,
                       const MingEstimateAnswer *answer)
{
  MingCitizenView *self = g_new0 (MingCitizenView, 1);
  gboolean placed = *values->text[MING_FIELD_REGION] != '\0' && *values->text[MING_FIELD_INSUTYPE] != '\0';

  self->title = form->pack != NULL ? describe_care (values, form) : g_strdup ("");
  self->person = describe_person (values, form);
  self->foot = tell_worth (answer->estimate);
  if (!has_client (values))
    say (self, MING_CITIZEN_EMPTY,
         g_strdup (_("Welcome. What the insurance pays for you will be shown here.")), NULL, NULL);
  else if (form->pack == NULL && placed)
    say_unable (self, _("the rules of this place are not in the program"));
  else if (answer->estimate != NULL)
    fill_estimate (self, form, answer);
  else if (form->input != NULL)
    say_messages (self, answer);
  else
    say_waiting (self, form);
  return self;
}

void
ming_citizen_view_free (MingCitizenView *self)
{
  if (self == NULL)
    return;
  g_free (self->title);
  g_free (self->person);
  for (int i = 0; i < MING_CITIZEN_N_FIGURES; i++)
    {
      g_free (self->caption[i]);
      g_free (self->figure[i]);
    }
  for (int i = 0; i < MING_N_PAYERS; i++)
    g_free (self->payer[i]);
  for (int i = 0; i < MING_CITIZEN_SENTENCES; i++)
    g_free (self->sentences[i]);
  g_free (self->credit);
  g_free (self->foot);
  g_free (self);
}

int
ming_citizen_view_choose_monitor (int n_monitors, int own)
{
  for (int i = 0; i < n_monitors; i++)
    if (i != own)
      return i;
  return -1;
}
