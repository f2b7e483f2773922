/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ming-resolve"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "core/ming-bonus.h"
#include "ming-resolve-private.h"

/* An amount of the bonus; 0 and a note when it is "unknown". */
static MingFen
amount_of (MingResolver *self, const MingAmountCell *cell, const char *pointer)
{
  if (cell->state == MING_CELL_UNKNOWN)
    ming_resolver_add_unknown (self, pointer, _("bonus of the cap"));
  return cell->state == MING_CELL_VALUE ? cell->fen : 0;
}

gboolean
ming_resolver_add_bonus (MingResolver *self, const MingCapSpec *cap, MingFen *amount_fen, GError **error)
{
  const MingBonusSpec *spec = &cap->bonus;
  MingBonus bonus = { .from_year = (gint32) spec->from_year, .at_most = spec->at_most };
  gint64 insured_years = MAX (self->facts->number[MING_FACT_INSURED_YEARS], 0);
  gint64 claim_free_years = MAX (self->facts->number[MING_FACT_CLAIM_FREE_YEARS], 0);
  MingFen growth_fen = 0;
  MingStatus status;

  bonus.per_insured_year_fen = amount_of (self, &spec->per_insured_year, cap->rows->pointer);
  bonus.per_claim_free_year_fen = amount_of (self, &spec->per_claim_free_year, cap->rows->pointer);
  status = ming_bonus_compute (&bonus, *amount_fen, (gint32) insured_years, (gint32) claim_free_years,
                               &growth_fen);
  if (status == MING_OK)
    status = ming_fen_add (*amount_fen, growth_fen, amount_fen);
  if (status == MING_OK)
    {
      ming_resolver_lower_evidence (self, spec->evidence);
      return TRUE;
    }
  g_set_error (error, MING_POLICY_ERROR, MING_POLICY_ERROR_BAD_VALUE,
               _("%s#%s: the bonus of the cap is out of range"), self->pack->file, cap->rows->pointer);
  return FALSE;
}
