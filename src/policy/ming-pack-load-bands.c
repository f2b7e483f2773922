/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "ming-pack-load-private.h"
#include "ming-wording.h"

/* A row of rates states them, or takes them from the row of somebody else. */
static void
check_rate_row (MingLoader *self, const MingReaderObject *object, MingRow *row, const MingPapers *papers)
{
  if (!ming_reader_has (object, "self_share_of"))
    {
      ming_reader_need_key (object, "rate");
      if (ming_reader_has (object, "times"))
        ming_reader_member_problem (object, "times", MING_POLICY_ERROR_UNKNOWN_KEY,
                                    _("“times” goes with “self_share_of” only"));
      return;
    }
  row->self_share_of = ming_loader_conditions (self, object, "self_share_of");
  if (ming_reader_has (object, "rate"))
    ming_reader_member_problem (object, "rate", MING_POLICY_ERROR_UNKNOWN_KEY,
                                _("a row has “rate” or “self_share_of”, not both"));
  ming_reader_need_key (object, "times");
  for (guint i = 0; i < row->self_share_of->len; i++)
    {
      const MingCondition *condition = g_ptr_array_index (row->self_share_of, i);
      gboolean one = condition->dimension == MING_DIMENSION_NUMBER ? condition->least == condition->most
                                                                   : condition->values[1] == NULL;

      if (!one)
        ming_reader_member_problem (object, "self_share_of", MING_POLICY_ERROR_BAD_VALUE,
                                    _("“%s” must name one value"), condition->name);
    }
}

/* Each band begins where the one before, which ends at @end_fen, ends. */
static void
check_edge (const MingReaderObject *object, gboolean first, gboolean previous_ends, MingFen end_fen,
            MingFen from_fen)
{
  g_autofree char *end = ming_wording_fen (end_fen, MING_TEXT_PLAIN);
  g_autofree char *from = ming_wording_fen (from_fen, MING_TEXT_PLAIN);

  if (first && from_fen != 0)
    ming_reader_member_problem (object, "from", MING_POLICY_ERROR_BANDS_GAP,
                                _("the first band begins at 0.00, not %s"), from);
  else if (!first && !previous_ends)
    ming_reader_member_problem (object, "from", MING_POLICY_ERROR_BANDS_OVERLAP,
                                _("the band before has no end, so none can follow it"));
  else if (!first && from_fen > end_fen)
    ming_reader_member_problem (object, "from", MING_POLICY_ERROR_BANDS_GAP,
                                _("the band before ends at %s, this one begins at %s"), end, from);
  else if (!first && from_fen < end_fen)
    ming_reader_member_problem (object, "from", MING_POLICY_ERROR_BANDS_OVERLAP,
                                _("the band before ends at %s, this one begins at %s"), end, from);
}

static void
read_edges (MingLoader *self, const MingReaderObject *bands, MingBandsSpec *spec)
{
  static const char *const keys[] = { "from", "to", NULL };
  g_auto (MingReaderList) list = { 0 };
  gboolean ends = TRUE;
  MingFen end_fen = 0;

  spec->n_bands = 0;
  if (!ming_reader_open_list (bands, "edges", TRUE, &list))
    return;
  if (list.length < 1 || list.length > MING_BANDS_MAX)
    {
      ming_reader_problem (&self->reader, MING_POLICY_ERROR_BANDS_COUNT, list.pointer,
                           _("there must be 1 to %d bands, not %u"), MING_BANDS_MAX, list.length);
      return;
    }
  spec->n_bands = (int) list.length;
  for (guint i = 0; i < list.length; i++)
    {
      g_auto (MingReaderObject) object = { 0 };
      MingAmountCell from, to;

      if (!ming_reader_open_element (&list, i, keys, &object))
        return;
      from = ming_reader_get_amount (&object, "from", TRUE, FALSE);
      to = ming_reader_get_amount (&object, "to", FALSE, FALSE);
      if (from.state == MING_CELL_UNKNOWN || to.state == MING_CELL_UNKNOWN)
        ming_reader_problem (&self->reader, MING_POLICY_ERROR_BAD_VALUE, object.pointer,
                             _("an edge cannot be unknown; make the rates unknown instead"));
      if (from.state != MING_CELL_VALUE || (to.state != MING_CELL_VALUE && ming_reader_has (&object, "to")))
        return;
      check_edge (&object, i == 0, ends, end_fen, from.fen);
      ends = to.state == MING_CELL_VALUE;
      end_fen = to.fen;
      if (ends && to.fen <= from.fen)
        ming_reader_member_problem (&object, "to", MING_POLICY_ERROR_BAD_VALUE,
                                    _("a band must end above its beginning"));
      if (i + 1 < list.length)
        spec->edge_fen[i] = to.fen;
      else if (ends)
        ming_reader_member_problem (&object, "to", MING_POLICY_ERROR_BANDS_GAP,
                                    _("the last band has no end; a limit belongs into “caps”"));
    }
}

/* Where there is but one band nothing depends on where and how it is measured. */
static void
read_measure (const MingReaderObject *bands, MingBandsSpec *spec)
{
  static const char *const from_words[] = { "first_eligible_yuan", "above_deductible", NULL };
  static const MingAxis axes[] = { MING_AXIS_FIRST_YUAN, MING_AXIS_ABOVE_DEDUCTIBLE };
  static const char *const scope_words[] = { "bill", "year", NULL };
  static const MingScope scopes[] = { MING_SCOPE_BILL, MING_SCOPE_YEAR };
  static const char *const round_words[] = { "per_band", "per_layer", NULL };
  static const MingRoundWhere rounds[] = { MING_ROUND_PER_BAND, MING_ROUND_PER_LAYER };
  gboolean must = ming_reader_has (bands, "edges");
  guint choice = 1;

  ming_reader_get_choice (bands, "from", must, from_words, &choice);
  spec->axis = axes[choice];
  choice = 0;
  ming_reader_get_choice (bands, "scope", must, scope_words, &choice);
  spec->scope = scopes[choice];
  choice = 0;
  ming_reader_get_choice (bands, "round", must, round_words, &choice);
  spec->round_where = rounds[choice];
  spec->rounding = ming_reader_get_rounding (bands, "rounding");
}

static void
read_points (MingLoader *self, const MingReaderObject *bands, MingBandsSpec *spec, const MingPapers *papers)
{
  static const char *const keys[] = { "rows", "not_above", "source", "evidence", NULL };
  static const MingRowShape shape = { .rates = MING_COLUMN_BIT (MING_COLUMN_ADD), .needs = "add" };
  g_auto (MingReaderList) list = { 0 };

  if (!ming_reader_has (bands, "points") || !ming_reader_open_list (bands, "points", TRUE, &list))
    return;
  for (guint i = 0; i < list.length; i++)
    {
      g_auto (MingReaderObject) object = { 0 };
      g_auto (MingPapers) own = { 0 };
      MingRate not_above = { MING_PPM, MING_PPM };
      MingRateCell cell;
      MingTable *table;

      if (!ming_reader_open_element (&list, i, keys, &object))
        continue;
      own = ming_loader_papers (self, &object, papers);
      cell = ming_reader_get_rate (&object, "not_above", FALSE, MING_RATE_SHARE, FALSE);
      if (cell.state == MING_CELL_UNKNOWN)
        ming_reader_member_problem (&object, "not_above", MING_POLICY_ERROR_BAD_VALUE,
                                    _("this cannot be unknown; make the points unknown instead"));
      if (cell.state == MING_CELL_VALUE)
        not_above = cell.rate[0];
      table = ming_loader_table (self, &object, "rows", &shape, &own, TRUE);
      if (table == NULL)
        continue;
      g_ptr_array_add (spec->points, table);
      g_array_append_val (spec->not_above, not_above);
    }
}

/* The denominator a rate has once it is brought to parts per million where that is exact. */
static gint32
common_denominator (MingRate rate)
{
  return MING_PPM % rate.den == 0 ? (gint32) MING_PPM : rate.den;
}

/* A list has a rate for each band; rates added up before rounding need one denominator. */
static void
check_rates_of_row (MingLoader *self, const MingBandsSpec *spec, const MingRow *row, gboolean is_list)
{
  const MingRateCell *cell = &row->rate[MING_COLUMN_RATE];
  g_autofree char *pointer = ming_json_pointer_key (row->pointer, "rate");

  if (is_list && spec->n_bands > 0 && cell->n_rates != spec->n_bands)
    ming_reader_problem (&self->reader, MING_POLICY_ERROR_BANDS_COUNT, pointer,
                         _("there are %d bands but %d rates"), spec->n_bands, cell->n_rates);
  for (int i = 1; spec->round_where == MING_ROUND_PER_LAYER && i < cell->n_rates; i++)
    if (cell->rate_state[i] == MING_CELL_VALUE && cell->rate_state[0] == MING_CELL_VALUE
        && common_denominator (cell->rate[i]) != common_denominator (cell->rate[0]))
      ming_reader_problem (&self->reader, MING_POLICY_ERROR_BAD_VALUE, pointer,
                           _("rates rounded together (per_layer) must have one denominator"));
}

static void
check_rates (MingLoader *self, const MingReaderObject *bands, const MingBandsSpec *spec)
{
  JsonArray *rows = json_object_get_array_member (bands->object, "rates");

  for (guint i = 0; i < spec->rates->rows->len; i++)
    {
      const MingRow *row = g_ptr_array_index (spec->rates->rows, i);
      JsonNode *node = json_array_get_length (rows) == spec->rates->rows->len
                           ? json_object_get_member (json_array_get_object_element (rows, i), "rate")
                           : NULL;

      if (row->rate[MING_COLUMN_RATE].state != MING_CELL_ABSENT)
        check_rates_of_row (self, spec, row, node != NULL && JSON_NODE_HOLDS_ARRAY (node));
    }
}

MingBandsSpec *
ming_loader_bands (MingLoader *self, const MingReaderObject *layer, const MingPapers *papers)
{
  static const char *const keys[] = { "from", "scope", "round", "rounding", "edges", "rates",
                                      "points", "source", "evidence", NULL };
  static const char *const more[] = { "self_share_of", NULL };
  static const MingRowShape shape = { .rates = MING_COLUMN_BIT (MING_COLUMN_RATE)
                                               | MING_COLUMN_BIT (MING_COLUMN_TIMES),
                                      .more = more,
                                      .rate_list = TRUE,
                                      .check = check_rate_row };
  g_auto (MingReaderObject) bands = { 0 };
  g_auto (MingPapers) own = { 0 };
  MingBandsSpec *spec;

  if (!ming_reader_open_member (layer, "bands", TRUE, keys, &bands))
    return NULL;
  own = ming_loader_papers (self, &bands, papers);
  spec = g_new0 (MingBandsSpec, 1);
  spec->n_bands = 1;
  spec->points = g_ptr_array_new_with_free_func ((GDestroyNotify) ming_table_free);
  spec->not_above = g_array_new (FALSE, FALSE, sizeof (MingRate));
  spec->citations = g_ptr_array_ref (own.citations);
  spec->evidence = own.evidence;
  read_measure (&bands, spec);
  if (ming_reader_has (&bands, "edges"))
    read_edges (self, &bands, spec);
  if (spec->n_bands > 1)
    ming_loader_need_papers (self, &own, bands.pointer);
  spec->rates = ming_loader_table (self, &bands, "rates", &shape, &own, FALSE);
  if (spec->rates != NULL)
    check_rates (self, &bands, spec);
  read_points (self, &bands, spec, &own);
  return spec;
}
