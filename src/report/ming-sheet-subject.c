/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>
#include <glib/gi18n-lib.h>

#include "ming-sheet-private.h"

/* Digits of the digest in the QR code: enough to tell two results apart, few enough for a coarse code. */
#define DIGEST_DIGITS 16
#define CODE_LENGTH 9
#define QR_PREFIX "MS1:"
#define REOPEN_NOTE _ ("Scan the code at the window to open this estimate again. It holds no personal data.")

static void
digest_number (GChecksum *checksum, gint64 number)
{
  char buffer[32];
  int length = g_snprintf (buffer, sizeof buffer, "%" G_GINT64_FORMAT ";", number);

  g_checksum_update (checksum, (const guchar *) buffer, length);
}

/* Every row of the table: what it is, and what each payer pays. */
static void
digest_visit (GChecksum *checksum, const MingVisitResult *result)
{
  const MingBill *bill = &result->settlement.bill;

  digest_number (checksum, result->outcome);
  if (result->outcome != MING_OUTCOME_KNOWN)
    return;
  digest_number (checksum, bill->total_fen);
  digest_number (checksum, bill->n_segments);
  for (int i = 0; i < bill->n_segments; i++)
    {
      const MingSegment *segment = &bill->segment[i];

      digest_number (checksum, segment->part);
      digest_number (checksum, segment->layer);
      digest_number (checksum, segment->band);
      digest_number (checksum, segment->amount_fen);
      for (int payer = 0; payer < MING_N_PAYERS; payer++)
        digest_number (checksum, segment->paid_fen[payer]);
    }
}

/* Of the amounts alone, so that the same answer has the same digest in every language. (transfer full) */
static char *
digest_result (const MingEstimate *estimate)
{
  g_autoptr (GChecksum) checksum = g_checksum_new (G_CHECKSUM_SHA256);

  digest_number (checksum, estimate->credit.outcome);
  if (estimate->credit.outcome == MING_OUTCOME_KNOWN)
    {
      digest_number (checksum, estimate->credit.credit.month_fen);
      digest_number (checksum, estimate->credit.credit.year_fen);
    }
  digest_number (checksum, estimate->contribution.outcome);
  if (estimate->contribution.outcome == MING_OUTCOME_KNOWN)
    for (int who = 0; who < MING_N_CONTRIBUTORS; who++)
      digest_number (checksum, estimate->contribution.contribution.by_fen[who]);
  digest_number (checksum, estimate->visits->len);
  for (guint i = 0; i < estimate->visits->len; i++)
    digest_visit (checksum, g_ptr_array_index (estimate->visits, i));
  return g_strndup (g_checksum_get_string (checksum), DIGEST_DIGITS);
}

/* Prefix, code and digest, in capitals. (transfer full) */
static char *
join_qr_text (const char *code, const char *digest)
{
  g_autofree char *whole = g_strconcat (QR_PREFIX, code, ":", digest, NULL);

  return g_ascii_strup (whole, -1);
}

char *
ming_sheet_qr_text (const MingEstimate *estimate)
{
  g_autofree char *code = NULL;
  g_autofree char *digest = NULL;

  g_return_val_if_fail (estimate != NULL, NULL);

  code = ming_estimate_receipt_code (estimate);
  digest = digest_result (estimate);
  return join_qr_text (code, digest);
}

static gboolean
is_code (const char *text)
{
  for (int i = 0; i < CODE_LENGTH; i++)
    if (i == CODE_LENGTH / 2 ? text[i] != '-' : !g_ascii_isxdigit (text[i]))
      return FALSE;
  return TRUE;
}

gboolean
ming_sheet_qr_parse (const char *text, char **out_code, char **out_digest)
{
  g_autofree char *plain = NULL;
  const char *code;
  const char *digest;

  g_return_val_if_fail (text != NULL, FALSE);

  plain = g_ascii_strup (text, -1);
  g_strstrip (plain);
  if (strlen (plain) != strlen (QR_PREFIX) + CODE_LENGTH + 1 + DIGEST_DIGITS
      || !g_str_has_prefix (plain, QR_PREFIX))
    return FALSE;
  code = plain + strlen (QR_PREFIX);
  digest = code + CODE_LENGTH + 1;
  if (!is_code (code) || code[CODE_LENGTH] != ':' || strspn (digest, "0123456789ABCDEF") != DIGEST_DIGITS)
    return FALSE;

  if (out_code != NULL)
    *out_code = g_strndup (code, CODE_LENGTH);
  if (out_digest != NULL)
    *out_digest = g_strdup (digest);
  return TRUE;
}

/* Those of @gaps (of MingGap*) that touch one of @about, as sentences, of char*. */
static GPtrArray *
word_gaps (GPtrArray *gaps, guint about)
{
  GPtrArray *words = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < gaps->len; i++)
    {
      const MingGap *gap = g_ptr_array_index (gaps, i);

      if ((gap->about & about) != 0)
        g_ptr_array_add (words, g_strdup (ming_phrase_local (&gap->text)));
    }
  return words;
}

MingSheetSubject *
ming_sheet_subject_new (const MingEstimate *estimate, guint about)
{
  MingSheetSubject *self = g_new0 (MingSheetSubject, 1);

  self->pack = estimate->pack;
  self->region = estimate->input->insuplc_admdvs;
  self->psn_type = estimate->input->person.psn_type;
  self->gend = estimate->input->person.gend;
  self->age_years = estimate->age_years;
  self->evidence = estimate->evidence;
  self->qr_note = REOPEN_NOTE;
  if (ming_estimate_knows (estimate))
    {
      self->code = ming_estimate_receipt_code (estimate);
      self->qr = ming_sheet_qr_text (estimate);
    }
  self->cautions = g_ptr_array_ref (estimate->cautions);
  self->gaps = word_gaps (estimate->gaps, about);
  return self;
}

static void
digest_outcome (GChecksum *checksum, MingOutcome outcome, const gint64 *numbers, gsize n_numbers)
{
  digest_number (checksum, outcome);
  for (gsize i = 0; outcome == MING_OUTCOME_KNOWN && i < n_numbers; i++)
    digest_number (checksum, numbers[i]);
}

/* Of the numbers alone, as for an estimate. (transfer full) */
static char *
digest_life (const MingLife *life)
{
  g_autoptr (GChecksum) checksum = g_checksum_new (G_CHECKSUM_SHA256);
  const gint64 retirement[] = { life->retirement.retirement.month, life->retirement.retirement.age_months };
  const gint64 years[] = { life->years.rule.total_months, life->years.rule.actual_months,
                           life->years.rule.local_months, life->years.gap.missing_months };
  const gint64 cost[] = { life->years.month_fen, life->years.at_once_fen };
  const gint64 waiting[] = { life->waiting.waiting.months };
  const gint64 premium[] = { life->premium.person_fen };

  digest_outcome (checksum, life->retirement.outcome, retirement, G_N_ELEMENTS (retirement));
  digest_outcome (checksum, life->years.outcome, years, G_N_ELEMENTS (years));
  digest_outcome (checksum, life->years.cost_outcome, cost, G_N_ELEMENTS (cost));
  digest_outcome (checksum, life->waiting.outcome, waiting, G_N_ELEMENTS (waiting));
  digest_outcome (checksum, life->premium.outcome, premium, G_N_ELEMENTS (premium));
  return g_strndup (g_checksum_get_string (checksum), DIGEST_DIGITS);
}

char *
ming_sheet_life_qr_text (const MingLife *life)
{
  g_autofree char *code = NULL;
  g_autofree char *digest = NULL;

  g_return_val_if_fail (life != NULL, NULL);

  code = ming_life_receipt_code (life);
  digest = digest_life (life);
  return join_qr_text (code, digest);
}

/* What of @life was asked. */
static guint
list_asked (const MingLife *life)
{
  guint asked = 0;

  if (life->years.outcome != MING_OUTCOME_NOT_ASKED)
    asked |= MING_ABOUT_RETIREMENT_YEARS;
  if (life->waiting.outcome != MING_OUTCOME_NOT_ASKED)
    asked |= MING_ABOUT_WAITING;
  if (life->premium.outcome != MING_OUTCOME_NOT_ASKED)
    asked |= MING_ABOUT_RESIDENT_PREMIUM;
  return asked;
}

MingSheetSubject *
ming_sheet_subject_new_life (const MingLife *life)
{
  MingSheetSubject *self = g_new0 (MingSheetSubject, 1);
  MingFacts facts = ming_life_facts (life);

  self->pack = life->pack;
  self->region = life->question.region;
  self->psn_type = life->question.psn_type;
  self->gend = facts.text[MING_FACT_GEND];
  self->age_years = life->question.brdy.year != 0 ? (int) facts.number[MING_FACT_AGE] : -1;
  self->cautions = ming_life_cautions (life, &self->evidence);
  self->gaps = word_gaps (life->pack->gaps, list_asked (life));
  self->qr_note = REOPEN_NOTE;
  if (ming_life_knows (life))
    {
      self->code = ming_life_receipt_code (life);
      self->qr = ming_sheet_life_qr_text (life);
    }
  return self;
}

void
ming_sheet_subject_free (MingSheetSubject *self)
{
  g_free (self->code);
  g_free (self->qr);
  g_ptr_array_unref (self->cautions);
  g_ptr_array_unref (self->gaps);
  g_free (self);
}
