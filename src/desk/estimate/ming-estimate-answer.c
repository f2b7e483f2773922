/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "core/ming-text.h"
#include "../ming-codes.h"
#include "../ming-lines.h"
#include "ming-estimate-answer.h"

/* U+2460 is ①; there are twenty of them. */
#define FIRST_CIRCLED 0x2460
#define N_CIRCLED 20
#define NOTHING "—"
#define NIL "·"

static void
share_free (MingShare *share)
{
  g_free (share->name);
  g_free (share->text);
  g_free (share);
}

static void
row_free (MingAnswerRow *row)
{
  g_strfreev (row->cells);
  g_free (row);
}

void
ming_note_free (MingNote *note)
{
  g_free (note->title);
  g_free (note->text);
  g_free (note->mark);
  g_free (note);
}

MingNote *
ming_note_new (const char *title, const char *text, const char *mark, gboolean official)
{
  MingNote *note = g_new0 (MingNote, 1);

  note->title = g_strdup (title);
  note->text = g_strdup (text);
  note->mark = g_strdup (mark);
  note->official = official;
  return note;
}

char *
ming_answer_money (MingFen fen)
{
  char text[MING_TEXT_FEN_SIZE] = NOTHING;

  if (ming_text_format_fen (fen, MING_TEXT_GROUPED, text, sizeof text) != MING_OK)
    return g_strdup (NOTHING);
  return g_strdup (text);
}

char *
ming_answer_share (MingFen part_fen, MingFen whole_fen)
{
  gint64 tenths; /* of a percent */

  if (whole_fen <= 0 || part_fen < 0)
    return g_strdup ("");
  tenths = (part_fen * 2000 + whole_fen) / (whole_fen * 2);
  return g_strdup_printf ("%" G_GINT64_FORMAT ".%" G_GINT64_FORMAT " %%", tenths / 10, tenths % 10);
}

static char *
money_or_nil (MingFen fen)
{
  return fen == 0 ? g_strdup (NIL) : ming_answer_money (fen);
}

char *
ming_answer_circled (int number)
{
  char text[7] = "";

  if (number < 1)
    return g_strdup ("");
  if (number > N_CIRCLED)
    return g_strdup_printf ("(%d)", number);
  g_unichar_to_utf8 (FIRST_CIRCLED + (gunichar) number - 1, text);
  return g_strdup (text);
}

static void
fill_headings (MingEstimateAnswer *self, const MingVisitResult *result, guint payers)
{
  g_ptr_array_add (self->headings, g_strdup (C_ ("column", "Part of the bill")));
  g_ptr_array_add (self->headings, g_strdup (C_ ("column", "Amount")));
  g_ptr_array_add (self->headings, g_strdup (C_ ("column", "Rate")));
  for (int i = 0; i < MING_N_PAYERS; i++)
    if (payers & (1u << i))
      g_ptr_array_add (self->headings, ming_explain_payer_name (result, (MingPayer) i));
  g_ptr_array_add (self->headings, g_strdup (C_ ("column", "Step")));
}

static MingAnswerRow *
make_row (const MingTableRow *source, guint payers)
{
  MingAnswerRow *row = g_new0 (MingAnswerRow, 1);
  g_autoptr (GStrvBuilder) cells = g_strv_builder_new ();
  g_autofree char *label = g_strstrip (g_strdup_printf ("%s %s", source->code, source->label));
  g_autofree char *amount = ming_answer_money (source->amount_fen);
  g_autofree char *step = ming_answer_circled (source->step);

  g_strv_builder_add (cells, label);
  g_strv_builder_add (cells, amount);
  g_strv_builder_add (cells, *source->rate != '\0' ? source->rate : NIL);
  for (int i = 0; i < MING_N_PAYERS; i++)
    {
      g_autofree char *paid = money_or_nil (source->paid_fen[i]);

      if (payers & (1u << i))
        g_strv_builder_add (cells, paid);
    }
  g_strv_builder_add (cells, *step != '\0' ? step : NIL);
  row->cells = g_strv_builder_end (cells);
  row->step = source->step;
  row->is_total = source->is_total;
  return row;
}

/* The columns worth a place: who paid, and always account and cash. */
static guint
choose_payers (const MingVisitResult *result)
{
  guint payers = ming_explain_payers (result);

  for (int i = 0; i < MING_N_FUNDS; i++)
    if (ming_bill_paid_by (&result->settlement.bill, (MingPayer) i) == 0 && i != MING_PAYER_HIFP)
      payers &= ~(1u << i);
  return payers;
}

static void
fill_table (MingEstimateAnswer *self, const MingVisitResult *result)
{
  guint payers = choose_payers (result);
  g_autoptr (GPtrArray) rows = ming_explain_table (result);

  fill_headings (self, result, payers);
  for (guint i = 0; i < rows->len; i++)
    g_ptr_array_add (self->table, make_row (g_ptr_array_index (rows, i), payers));
}

static void
fill_shares (MingEstimateAnswer *self, const MingVisitResult *result)
{
  const MingBill *bill = &result->settlement.bill;

  for (int i = 0; i < MING_N_PAYERS; i++)
    {
      MingFen paid_fen = ming_bill_paid_by (bill, (MingPayer) i);
      MingShare *share;
      g_autofree char *percent = ming_answer_share (paid_fen, bill->total_fen);

      if (paid_fen == 0)
        continue;
      share = g_new0 (MingShare, 1);
      share->payer = (MingPayer) i;
      share->fen = paid_fen;
      share->name = ming_explain_payer_name (result, (MingPayer) i);
      share->text = g_strdup_printf ("%s %s", share->name, percent);
      g_ptr_array_add (self->shares, share);
    }
}

/* Fund, account and cash of a settled visit. */
static void
fill_figures (MingEstimateAnswer *self, const MingVisitResult *result)
{
  const MingSettlement *settlement = &result->settlement;
  const MingBill *bill = &settlement->bill;
  MingFen own_fen = ming_bill_paid_by (bill, MING_PAYER_ACCT);
  MingFen family_fen = ming_bill_paid_by (bill, MING_PAYER_MULAID);
  MingFen cash_fen = ming_bill_paid_by (bill, MING_PAYER_CASH);
  g_autofree char *share = ming_answer_share (settlement->fund_fen, bill->total_fen);
  g_autofree char *left = ming_answer_money (settlement->purse_after.own_fen);
  g_autofree char *person = ming_answer_money (settlement->person_fen);

  ming_headline_set (&self->figure[MING_HEADLINE_FUND], NULL, ming_answer_money (settlement->fund_fen),
                     g_strdup_printf (_("%s of the bill"), share));
  ming_headline_set (&self->figure[MING_HEADLINE_ACCOUNT], NULL, ming_answer_money (own_fen + family_fen),
                     g_strdup_printf (_("%s left in it"), left));
  ming_headline_set (&self->figure[MING_HEADLINE_CASH], NULL, ming_answer_money (cash_fen),
                     g_strdup_printf (_("of %s own cost"), person));
}

static void
fill_distances (MingEstimateAnswer *self, const MingVisitResult *result)
{
  for (guint i = 0; i < result->distances->len; i++)
    {
      const MingDistance *distance = g_ptr_array_index (result->distances, i);
      g_autofree char *limit = ming_answer_money (distance->limit_fen);
      g_autofree char *used = ming_answer_money (distance->used_fen);
      g_autofree char *left = ming_answer_money (distance->left_fen);
      const char *kind = g_str_equal (distance->kind, "deductible") ? C_ ("threshold", "Deductible")
                         : g_str_equal (distance->kind, "band")     ? C_ ("threshold", "Next band")
                                                                    : C_ ("threshold", "Yearly cap");
      const char *const cells[] = { ming_phrase_local (&distance->name), kind, limit, used, left, NULL };

      g_ptr_array_add (self->distances, g_strdupv ((GStrv) cells));
    }
}

static void
add_messages (MingEstimateAnswer *self, GPtrArray *messages)
{
  for (guint i = 0; i < messages->len; i++)
    g_ptr_array_add (self->messages, g_strdup (g_ptr_array_index (messages, i)));
}

static void
fill_visit (MingEstimateAnswer *self, const MingVisitResult *result)
{
  add_messages (self, result->messages);
  if (result->outcome != MING_OUTCOME_KNOWN)
    {
      for (int i = MING_HEADLINE_FUND; i <= MING_HEADLINE_CASH; i++)
        ming_headline_set (&self->figure[i], NULL, NULL, g_strdup (C_ ("figure", "not known")));
      return;
    }
  g_free (self->in_scope);
  self->in_scope = ming_answer_money (result->input.charges.in_scope_fen);
  g_ptr_array_unref (self->steps);
  self->steps = ming_explain_visit (result);
  fill_figures (self, result);
  fill_shares (self, result);
  fill_table (self, result);
  fill_distances (self, result);
}

static void
fill_credit (MingEstimateAnswer *self)
{
  const MingCreditResult *credit = &self->estimate->credit;
  MingStep *step = ming_explain_credit (credit);
  gboolean yearly = credit->rule.kind == MING_CREDIT_FIXED_PER_YEAR;
  g_autoptr (GPtrArray) parts = ming_explain_contribution (&self->estimate->contribution);

  if (step == NULL)
    ming_headline_set (&self->figure[MING_HEADLINE_CREDIT], NULL, NULL, g_strdup (credit->message));
  else
    {
      char *money = ming_answer_money (yearly ? credit->credit.year_fen : credit->credit.month_fen);
      /* A fixed amount is a formula that says nothing more. */
      const char *formula = g_str_equal (step->formula, money) ? NULL : step->formula;
      const char *note = yearly ? C_ ("figure", "a year") : formula;

      ming_headline_set (&self->figure[MING_HEADLINE_CREDIT], NULL, money, g_strdup (note));
      g_ptr_array_add (self->credit, step);
    }
  for (guint i = 0; parts != NULL && i < parts->len; i++)
    g_ptr_array_add (self->credit, g_ptr_array_index (parts, i));
  if (parts != NULL)
    g_ptr_array_set_free_func (parts, NULL);
}

static void
fill_gaps (MingEstimateAnswer *self)
{
  for (guint i = 0; i < self->estimate->gaps->len; i++)
    {
      const MingGap *gap = g_ptr_array_index (self->estimate->gaps, i);

      g_ptr_array_add (self->gaps, g_strdup (ming_phrase_local (&gap->text)));
    }
}

/* The line at the foot: what this is, what it rests on. */
static void
fill_status (MingEstimateAnswer *self)
{
  const MingPack *pack = self->estimate->pack;
  g_autofree char *code = ming_estimate_receipt_code (self->estimate);
  g_autoptr (GPtrArray) parts = g_ptr_array_new_with_free_func (g_free);

  g_ptr_array_add (parts, g_strdup (_("Estimate, not a settlement")));
  for (guint i = 0; i < self->estimate->cautions->len; i++)
    g_ptr_array_add (parts, g_strdup (g_ptr_array_index (self->estimate->cautions, i)));
  if (ming_estimate_knows (self->estimate))
    g_ptr_array_add (parts, g_strdup_printf (_("receipt %s"), code));
  g_ptr_array_add (parts, g_strdup_printf (_("engine %s"), VERSION));
  g_ptr_array_add (parts, g_strdup_printf (_("pack %s @ %s"), pack->id, pack->revision));
  g_ptr_array_add (parts, NULL);
  g_free (self->status);
  self->status = g_strjoinv (" · ", (GStrv) parts->pdata);
}

/* Whose rules, and from when: "北京市职工基本医疗保险 · 2023-01-01 起". */
static void
fill_context (MingEstimateAnswer *self)
{
  const MingVisitResult *result =
      self->estimate->visits->len > 0 ? g_ptr_array_index (self->estimate->visits, 0) : NULL;
  const char *name = ming_phrase_local (&self->estimate->pack->name);
  char since[MING_TEXT_DATE_SIZE];

  g_free (self->context);
  if (result != NULL && result->resolved != NULL
      && ming_text_format_date (result->resolved->version->span.effective, since, sizeof since) == MING_OK)
    self->context = g_strdup_printf (_("%s · rules since %s"), name, since);
  else
    self->context = g_strdup (name);
}

static void
explain_refusal (MingEstimateAnswer *self, const MingEstimateForm *form)
{
  for (int i = 0; i < MING_N_FIELDS; i++)
    if (form->field[i].visible && form->field[i].fault != NULL)
      g_ptr_array_add (self->messages,
                       g_strdup_printf (_("%s: %s"), form->field[i].label, form->field[i].fault));
  for (int i = 0; i < MING_FAMILY_ROWS * MING_N_FAMILY_COLUMNS; i++)
    {
      const char *fault = form->family_fault[i / MING_N_FAMILY_COLUMNS][i % MING_N_FAMILY_COLUMNS];

      if (fault != NULL)
        g_ptr_array_add (self->messages,
                         g_strdup_printf (_("Family account %d: %s"), i / MING_N_FAMILY_COLUMNS + 1, fault));
    }
}

/* What was typed and refused is explained already. */
static gboolean
is_refused (const MingEstimateForm *form, const char *label)
{
  for (int i = 0; i < MING_N_FIELDS; i++)
    if (form->field[i].visible && form->field[i].fault != NULL && g_str_equal (form->field[i].label, label))
      return TRUE;
  return FALSE;
}

static void
explain_missing (MingEstimateAnswer *self, const MingEstimateForm *form)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new ();
  g_autofree char *list = NULL;

  for (guint i = 0; i < form->missing->len; i++)
    if (!is_refused (form, g_ptr_array_index (form->missing, i)))
      g_ptr_array_add (names, g_ptr_array_index (form->missing, i));
  if (names->len == 0)
    return;
  list = ming_lines_list (names);
  g_ptr_array_add (self->messages, g_strdup_printf (_("Still needed: %s"), list));
}

static void
fill_empty (MingEstimateAnswer *self)
{
  static const char *const captions[MING_N_HEADLINES] = { NC_ ("figure", "Paid by funds"),
                                                          NC_ ("figure", "Paid by account"),
                                                          NC_ ("figure", "Paid in cash"),
                                                          NC_ ("figure", "Credit a month") };

  for (int i = 0; i < MING_N_HEADLINES; i++)
    ming_headline_set (&self->figure[i], g_dpgettext2 (GETTEXT_PACKAGE, "figure", captions[i]), NULL, NULL);
  self->shares = g_ptr_array_new_with_free_func ((GDestroyNotify) share_free);
  self->headings = g_ptr_array_new_with_free_func (g_free);
  self->table = g_ptr_array_new_with_free_func ((GDestroyNotify) row_free);
  self->steps = g_ptr_array_new_with_free_func ((GDestroyNotify) ming_step_free);
  self->credit = g_ptr_array_new_with_free_func ((GDestroyNotify) ming_step_free);
  self->distances = g_ptr_array_new_with_free_func ((GDestroyNotify) g_strfreev);
  self->sources = g_ptr_array_new_with_free_func ((GDestroyNotify) ming_note_free);
  self->gaps = g_ptr_array_new_with_free_func (g_free);
  self->messages = g_ptr_array_new_with_free_func (g_free);
  self->status = g_strdup (_("Estimate, not a settlement"));
  self->context = g_strdup ("");
  self->in_scope = g_strdup ("");
}

MingEstimateAnswer *
ming_estimate_answer_new (const MingEstimateForm *form, const MingLibrary *library)
{
  MingEstimateAnswer *self = g_new0 (MingEstimateAnswer, 1);
  g_autoptr (GError) error = NULL;

  fill_empty (self);
  explain_refusal (self, form);
  explain_missing (self, form);
  if (form->input == NULL)
    return self;
  self->estimate = ming_estimate_new (library, form->input, &error);
  if (self->estimate == NULL)
    {
      g_ptr_array_add (self->messages, g_strdup (error->message));
      return self;
    }
  if (self->estimate->visits->len > 0)
    fill_visit (self, g_ptr_array_index (self->estimate->visits, 0));
  fill_credit (self);
  fill_gaps (self);
  fill_status (self);
  fill_context (self);
  ming_estimate_answer_add_sources (self);
  return self;
}

void
ming_estimate_answer_free (MingEstimateAnswer *self)
{
  if (self == NULL)
    return;
  for (int i = 0; i < MING_N_HEADLINES; i++)
    ming_headline_clear (&self->figure[i]);
  g_ptr_array_unref (self->shares);
  g_ptr_array_unref (self->headings);
  g_ptr_array_unref (self->table);
  g_ptr_array_unref (self->steps);
  g_ptr_array_unref (self->credit);
  g_ptr_array_unref (self->distances);
  g_ptr_array_unref (self->sources);
  g_ptr_array_unref (self->gaps);
  g_ptr_array_unref (self->messages);
  g_free (self->status);
  g_free (self->context);
  g_free (self->in_scope);
  g_clear_pointer (&self->estimate, ming_estimate_free);
  g_free (self);
}

gboolean
ming_estimate_answer_get_own (const MingEstimateAnswer *self, MingFen *out_own_fen)
{
  const MingVisitResult *result = self->estimate != NULL && self->estimate->visits->len > 0
                                      ? g_ptr_array_index (self->estimate->visits, 0)
                                      : NULL;

  if (result == NULL || result->outcome != MING_OUTCOME_KNOWN)
    return FALSE;
  *out_own_fen = result->settlement.person_fen;
  return TRUE;
}

char *
ming_estimate_answer_to_text (const MingEstimateAnswer *self)
{
  GString *text = g_string_new (NULL);

  ming_lines_append_headings (text, self->headings);
  for (guint i = 0; i < self->table->len; i++)
    {
      const MingAnswerRow *row = g_ptr_array_index (self->table, i);

      g_string_append_c (text, '\n');
      ming_lines_append_cells (text, row->cells);
    }
  return g_string_free (text, FALSE);
}
