/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "core/ming-text.h"
#include "estimate/ming-explain.h"
#include "ming-print-guide.h"
#include "ming-print-pack.h"
#include "ming-print.h"
#include "policy/ming-guidance.h"

static void
append_date (GString *out, MingDate date)
{
  char text[MING_TEXT_DATE_SIZE];

  if (date.year != 0 && ming_text_format_date (date, text, sizeof text) == MING_OK)
    g_string_append (out, text);
}

static void
print_span (const MingSpan *span, GString *out)
{
  g_string_append (out, " (");
  append_date (out, span->effective);
  g_string_append (out, " – ");
  append_date (out, span->until);
  g_string_append_printf (out, ")%s%s\n", span->expected ? " " : "",
                          span->expected ? _("announced only") : "");
}

static void
print_source (const MingSource *source, GString *out)
{
  g_string_append_printf (out, "  %s  [%s]  %s", source->key, ming_evidence_mark (source->evidence),
                          source->title);
  if (source->number != NULL)
    g_string_append_printf (out, " %s", source->number);
  g_string_append_printf (out, " · %s", source->issuer);
  if (source->published.year != 0)
    {
      g_string_append (out, " · ");
      append_date (out, source->published);
    }
  if (source->ends.year != 0)
    {
      g_string_append_printf (out, " · %s ", _("ends"));
      append_date (out, source->ends);
    }
  if (source->url != NULL)
    g_string_append_printf (out, "\n      %s", source->url);
  if (*ming_phrase_local (&source->note) != '\0')
    g_string_append_printf (out, "\n      %s", ming_phrase_local (&source->note));
  g_string_append_c (out, '\n');
}

static void
print_tables (GPtrArray *tables, const char *label, GString *out)
{
  for (guint i = 0; tables != NULL && i < tables->len; i++)
    {
      g_string_append_printf (out, "      %s\n", label);
      ming_print_rows (g_ptr_array_index (tables, i), "        ", out);
    }
}

static const char *
deductible_words (MingDeductibleKind kind)
{
  switch (kind)
    {
    case MING_DEDUCTIBLE_PER_ADMISSION:
      return _("deductible of each admission");
    case MING_DEDUCTIBLE_ONCE_A_YEAR:
      return _("deductible of the year's first admission");
    case MING_DEDUCTIBLE_HIGHEST_OF_YEAR:
      return _("deductible once a year, at the highest level used");
    case MING_DEDUCTIBLE_CUMULATIVE:
      return _("deductible of the year");
    case MING_DEDUCTIBLE_PER_VISIT:
      return _("deductible of each visit");
    case MING_DEDUCTIBLE_NONE:
    default:
      return _("no deductible");
    }
}

static void
print_deductible (const MingDeductibleSpec *spec, GString *out)
{
  if (spec == NULL)
    return;
  g_string_append_printf (out, "      %s", deductible_words (spec->kind));
  if (spec->period_days > 0)
    g_string_append_printf (out, _("; a new one after %d days"), spec->period_days);
  g_string_append_c (out, '\n');
  ming_print_rows (spec->rows, "        ", out);
  print_tables (spec->factors, _("times"), out);
  print_tables (spec->reductions, _("less"), out);
}

static void
print_bands (const MingBandsSpec *spec, GString *out)
{
  g_string_append_printf (out, "      %s",
                          spec->scope == MING_SCOPE_YEAR ? _("bands on the year's running total")
                                                         : _("bands on the bill"));
  for (int i = 0; i < spec->n_bands - 1; i++)
    {
      g_autofree char *edge = ming_print_fen (spec->edge_fen[i]);

      g_string_append_printf (out, "%s %s", i == 0 ? ":" : " |", edge);
    }
  g_string_append_c (out, '\n');
  ming_print_rows (spec->rates, "        ", out);
  print_tables (spec->points, _("points added to the rate"), out);
}

static const char *
cap_words (MingCapKind kind)
{
  switch (kind)
    {
    case MING_CAP_ON_PAYMENT:
      return _("cap on what is paid");
    case MING_CAP_ON_COST:
      return _("cap on the cost above the deductible");
    case MING_CAP_ON_ELIGIBLE:
    default:
      return _("cap on the cost with the deductible");
    }
}

static const char *
period_words (MingPeriod period)
{
  switch (period)
    {
    case MING_PERIOD_VISIT:
      return _("a visit");
    case MING_PERIOD_MONTH:
      return _("a month");
    case MING_PERIOD_QUARTER:
      return _("a quarter");
    case MING_PERIOD_YEAR:
    default:
      return _("a year");
    }
}

static void
print_layer (const MingLayerSpec *spec, GString *out)
{
  g_autofree char *when = ming_conditions_describe (spec->when, ming_phrase_language ());

  g_string_append_printf (out, "    %s (%s)%s%s\n", ming_phrase_local (&spec->name),
                          ming_payer_field (spec->payer), *when != '\0' ? ": " : "", when);
  print_deductible (spec->deductible, out);
  print_bands (spec->bands, out);
  for (guint i = 0; i < spec->caps->len; i++)
    {
      const MingCapSpec *cap = g_ptr_array_index (spec->caps, i);

      g_string_append_printf (out, "      %s, %s\n", cap_words (cap->kind), period_words (cap->period));
      ming_print_rows (cap->rows, "        ", out);
    }
}

/* The version of @list in force on @date, or NULL after saying that there is none. */
static gconstpointer
find_version (GPtrArray *list, const MingDate *date, const char *what, GString *out)
{
  g_autoptr (GError) error = NULL;
  gconstpointer version;

  if (list->len == 0)
    return NULL;
  g_string_append_printf (out, "\n%s", what);
  version = ming_pack_in_force (list, date, what, &error);
  if (version == NULL)
    g_string_append_printf (out, "\n  %s\n", error->message);
  else
    print_span (version, out);
  return version;
}

static void
print_care (const MingCare *care, const MingDate *date, GString *out)
{
  const MingCareVersion *version = find_version (care->versions, date, ming_phrase_local (&care->name), out);
  g_autofree char *types = g_strjoinv (" ", care->med_types);

  if (version == NULL)
    return;
  g_string_append_printf (out, "    med_type %s\n", types);
  if (version->away_first != NULL)
    {
      g_string_append_printf (out, "    %s\n", _("borne first away from home"));
      ming_print_rows (version->away_first, "      ", out);
    }
  if (version->catalogue != NULL)
    {
      g_string_append_printf (out, "    %s\n", _("whose catalogue applies"));
      ming_print_rows (version->catalogue, "      ", out);
    }
  for (guint i = 0; i < version->layers->len; i++)
    print_layer (g_ptr_array_index (version->layers, i), out);
}

static void
print_base (const MingPack *pack, const MingDate *date, GString *out)
{
  const MingDatedBase *base = find_version (pack->bases, date, _("Contribution base"), out);
  g_autofree char *floor = NULL;
  g_autofree char *cap = NULL;

  if (base == NULL)
    return;
  floor = ming_print_amount_cell (&base->floor);
  cap = ming_print_amount_cell (&base->cap);
  g_string_append_printf (out, "    %s – %s", floor, cap);
  ming_print_papers (base->evidence, base->citations, out);
}

static void
print_dated (GPtrArray *list, const MingDate *date, const char *what, GString *out)
{
  const MingDatedTable *version = find_version (list, date, what, out);

  if (version != NULL)
    ming_print_rows (version->table, "    ", out);
}

/* What holds on @date, entry by entry. */
static void
print_guidance (const MingPack *pack, const MingDate *date, GString *out)
{
  for (guint i = 0; i < pack->guidance->len; i++)
    {
      const MingGuidance *entry = g_ptr_array_index (pack->guidance, i);
      g_autofree char *title = ming_guidance_title (entry);

      if (!ming_guidance_holds (entry, date))
        continue;
      g_string_append_printf (out, "\n%s: %s", _("Guidance"), title);
      print_span (&entry->span, out);
      ming_print_guidance (entry, "    ", out);
      g_string_append (out, "   ");
      ming_print_papers (entry->evidence, entry->citations, out);
    }
}

void
ming_print_pack (const MingPack *pack, const MingDate *date, GString *out)
{
  g_string_append_printf (out, "%s  %s%s%s\n", pack->id, ming_phrase_local (&pack->name),
                          pack->demonstration ? "  " : "", pack->demonstration ? _("demonstration") : "");
  g_string_append_printf (out, "%s · %s · SHA-256 %s\n", pack->file, pack->revision, pack->sha256);
  g_string_append_printf (out, "%s ", _("In force on"));
  append_date (out, *date);
  g_string_append_c (out, '\n');

  print_base (pack, date, out);
  print_dated (pack->contribution_rules, date, _("Contribution"), out);
  print_dated (pack->account_debit, date, _("Withheld from the account"), out);
  print_dated (pack->account_credit, date, _("Account credit"), out);
  print_dated (pack->account_interest, date, _("Interest on the account"), out);
  for (guint i = 0; i < pack->cares->len; i++)
    print_care (g_ptr_array_index (pack->cares, i), date, out);
  print_dated (pack->retirement_years, date, _("Retirement years"), out);
  print_dated (pack->waiting, date, _("Waiting period"), out);
  print_dated (pack->resident_premium, date, _("Resident premium"), out);
  print_guidance (pack, date, out);

  g_string_append_printf (out, "\n%s\n", _("Documents"));
  for (guint i = 0; i < pack->source_order->len; i++)
    print_source (g_ptr_array_index (pack->source_order, i), out);
  for (guint i = 0; i < pack->gaps->len; i++)
    g_string_append_printf (out, "%s%s%s\n", i == 0 ? "\n" : "", _("not counted: "),
                            ming_phrase_local (&((MingGap *) g_ptr_array_index (pack->gaps, i))->text));
}
