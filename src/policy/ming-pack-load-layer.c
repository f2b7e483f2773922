/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "ming-nearest.h"
#include "ming-pack-load-private.h"

static const char *const payer_words[]
    = { "hifp_pay", "hifob_pay", "hifmi_pay", "cvlserv_pay", "hifes_pay", "maf_pay", "oth_pay", NULL };
static const MingPayer payers[]
    = { MING_PAYER_HIFP,  MING_PAYER_HIFOB, MING_PAYER_HIFMI, MING_PAYER_CVLSERV,
        MING_PAYER_HIFES, MING_PAYER_MAF,   MING_PAYER_OTH };

/* The policy items (polItemCode) a payer's rows are printed under unless the pack says otherwise. */
static const struct
{
  const char *deductible;
  const char *bands;
} default_codes[] = {
  [MING_PAYER_HIFP] = { "S001", "C" },   [MING_PAYER_HIFOB] = { "S001", "L" },
  [MING_PAYER_HIFMI] = { "PS01", "PL" }, [MING_PAYER_CVLSERV] = { "GBS1", "GB" },
  [MING_PAYER_HIFES] = { "S001", "QB" }, [MING_PAYER_MAF] = { "S001", "MA" },
  [MING_PAYER_OTH] = { "S001", "QT" },
};

/* What a layer may look at; the last three are said of an earlier layer ("share:pool"). */
static const char *const part_words[] = { "inscp",    "first_pay",  "away_first", "over_limit", "full_own",
                                          "over_cap", "deductible", "share",      NULL };
static const MingPart parts[] = { MING_PART_IN_SCOPE,   MING_PART_FIRST_PAY, MING_PART_AWAY_FIRST,
                                  MING_PART_OVER_LIMIT, MING_PART_FULL_OWN,  MING_PART_OVER_CAP,
                                  MING_PART_DEDUCTIBLE, MING_PART_SHARE };

#define LAYER_PARTS                                                                                          \
  (MING_PART_BIT (MING_PART_OVER_CAP) | MING_PART_BIT (MING_PART_DEDUCTIBLE)                                 \
   | MING_PART_BIT (MING_PART_SHARE))

static gboolean
find_part (const char *word, MingPart *out)
{
  for (guint i = 0; part_words[i] != NULL; i++)
    if (strcmp (part_words[i], word) == 0)
      {
        *out = parts[i];
        return TRUE;
      }
  return FALSE;
}

/* The layer called @id must be one of @above; one further down the list is named as such. */
static gboolean
check_earlier_layer (MingLoader *self, const MingReaderList *layers, GPtrArray *above, const char *id,
                     const char *pointer)
{
  g_autoptr (GPtrArray) known = g_ptr_array_new ();
  g_autofree char *hint = NULL;

  for (guint i = 0; i < above->len; i++)
    {
      const MingLayerSpec *layer = g_ptr_array_index (above, i);

      if (g_strcmp0 (layer->id, id) == 0)
        return TRUE;
      if (layer->id != NULL)
        g_ptr_array_add (known, layer->id);
    }
  for (guint i = 0; i < layers->length; i++)
    {
      JsonNode *node = json_array_get_element (layers->array, i);
      JsonObject *object = JSON_NODE_HOLDS_OBJECT (node) ? json_node_get_object (node) : NULL;
      const MingReaderObject layer = { &self->reader, object, NULL };

      if (object == NULL || g_strcmp0 (ming_reader_peek_string (&layer, "id"), id) != 0)
        continue;
      ming_reader_problem (&self->reader, MING_POLICY_ERROR_LAYER_ORDER, pointer,
                           _("the layer “%s” does not stand before this one"), id);
      return FALSE;
    }
  hint = ming_nearest_hint (id, (const char *const *) known->pdata, (gssize) known->len);
  ming_reader_problem (&self->reader, MING_POLICY_ERROR_UNKNOWN_LAYER, pointer,
                       _("no layer is called “%s”%s"), id, hint);
  return FALSE;
}

/* @part of the layer @id counts; FALSE when it did before. */
static gboolean
count_part_of (MingLayerSpec *layer, const char *id, MingPart part)
{
  guint32 bit = MING_PART_BIT (part);
  guint index = 0;

  if (!g_ptr_array_find_with_equal_func (layer->from_layers, id, g_str_equal, &index))
    {
      g_ptr_array_add (layer->from_layers, g_strdup (id));
      g_array_append_val (layer->from_parts, bit);
      return TRUE;
    }
  if ((g_array_index (layer->from_parts, guint32, index) & bit) != 0)
    return FALSE;
  g_array_index (layer->from_parts, guint32, index) |= bit;
  return TRUE;
}

/* One entry of "counts": a part of the bill, or a part that an earlier layer made. */
static void
read_count (MingLoader *self, const MingReaderList *layers, GPtrArray *above, const char *text,
            const char *pointer, MingLayerSpec *layer)
{
  g_auto (GStrv) halves = g_strsplit (text, ":", 2);
  gboolean known, of_layer;
  MingPart part = MING_PART_IN_SCOPE;

  known = find_part (halves[0], &part);
  of_layer = known && (LAYER_PARTS & MING_PART_BIT (part)) != 0;
  if (!known)
    {
      g_autofree char *hint = ming_nearest_hint (halves[0], part_words, -1);

      ming_reader_problem (&self->reader, MING_POLICY_ERROR_BAD_VALUE, pointer,
                           _("no part of a bill is called “%s”%s"), halves[0], hint);
    }
  else if (of_layer != (halves[1] != NULL))
    ming_reader_problem (&self->reader, MING_POLICY_ERROR_BAD_VALUE, pointer,
                         of_layer ? _("“%s” needs the layer that made it, as in \"%s:pool\"")
                                  : _("“%s” stands on the bill; no layer (%s:…) makes it"),
                         halves[0], halves[0]);
  else if (!of_layer || check_earlier_layer (self, layers, above, halves[1], pointer))
    {
      layer->parts |= MING_PART_BIT (part);
      if (of_layer && !count_part_of (layer, halves[1], part))
        ming_reader_problem (&self->reader, MING_POLICY_ERROR_BAD_VALUE, pointer,
                             _("“%s” is counted already"), text);
    }
}

static void
read_counts (MingLoader *self, const MingReaderObject *object, const MingReaderList *layers, GPtrArray *above,
             MingLayerSpec *layer)
{
  g_auto (MingReaderList) list = { 0 };

  if (!ming_reader_open_list (object, "counts", TRUE, &list))
    return;
  if (list.length == 0)
    ming_reader_problem (&self->reader, MING_POLICY_ERROR_BAD_VALUE, list.pointer, _("the list is empty"));
  for (guint i = 0; i < list.length; i++)
    {
      const char *text = ming_reader_get_element_string (&list, i);
      g_autofree char *pointer = ming_json_pointer_index (list.pointer, i);

      if (text != NULL)
        read_count (self, layers, above, text, pointer, layer);
    }
}

static void
read_codes (const MingReaderObject *object, MingLayerSpec *layer)
{
  static const char *const keys[] = { "deductible", "bands", "over_cap", NULL };
  g_auto (MingReaderObject) codes = { 0 };
  const char *deductible = NULL, *bands = NULL, *over_cap = NULL;

  if (ming_reader_has (object, "codes") && ming_reader_open_member (object, "codes", TRUE, keys, &codes))
    {
      deductible = ming_reader_get_string (&codes, "deductible", FALSE);
      bands = ming_reader_get_string (&codes, "bands", FALSE);
      over_cap = ming_reader_get_string (&codes, "over_cap", FALSE);
    }
  layer->code_deductible =
      g_strdup (deductible != NULL ? deductible : default_codes[layer->payer].deductible);
  layer->code_bands = g_strdup (bands != NULL ? bands : default_codes[layer->payer].bands);
  layer->code_over_cap = g_strdup (over_cap != NULL ? over_cap : "EC01");
}

static void
read_kind (const MingReaderObject *object, MingLayerSpec *layer)
{
  static const char *const kind_words[] = { "split", "on_rest", "share_of_scope", "keep", NULL };
  static const MingLayerKind kinds[]
      = { MING_LAYER_SPLIT, MING_LAYER_ON_REST, MING_LAYER_SHARE_OF_SCOPE, MING_LAYER_KEEP };
  const guint splittable = MING_PART_BIT (MING_PART_IN_SCOPE) | MING_PART_BIT (MING_PART_OVER_CAP);
  gboolean may_split = (layer->parts & ~splittable) == 0;
  guint kind = may_split ? 0 : 1;

  ming_reader_get_choice (object, "kind", FALSE, kind_words, &kind);
  layer->kind = kinds[kind];
  if (layer->kind == MING_LAYER_SPLIT && !may_split)
    ming_reader_member_problem (object, "kind", MING_POLICY_ERROR_BAD_VALUE,
                                _("a layer that splits counts only “inscp” and “over_cap:…”"));
}

/* The two kinds that look at the eligible cost have one rate and at most caps on payments. */
static void
check_kind (const MingReaderObject *object, const MingLayerSpec *layer)
{
  if (layer->kind != MING_LAYER_SHARE_OF_SCOPE && layer->kind != MING_LAYER_KEEP)
    return;
  if (layer->deductible != NULL)
    ming_reader_member_problem (object, "deductible", MING_POLICY_ERROR_BAD_VALUE,
                                _("this kind of layer has no deductible"));
  if (layer->bands != NULL && layer->bands->n_bands > 1)
    ming_reader_member_problem (object, "bands", MING_POLICY_ERROR_BANDS_COUNT,
                                _("this kind of layer has one rate"));
  for (guint i = 0; i < layer->caps->len; i++)
    if (((const MingCapSpec *) g_ptr_array_index (layer->caps, i))->kind != MING_CAP_ON_PAYMENT)
      ming_reader_member_problem (object, "caps", MING_POLICY_ERROR_BAD_VALUE,
                                  _("this kind of layer has caps on payments only"));
}

static void
read_id (const MingReaderObject *object, GPtrArray *above, MingLayerSpec *layer)
{
  const char *id = ming_reader_get_string (object, "id", TRUE);
  const char *counter = ming_reader_get_string (object, "counter", FALSE);

  layer->id = g_strdup (id != NULL ? id : "");
  layer->counter = g_strdup (counter != NULL ? counter : layer->id);
  if (id != NULL && strchr (id, ':') != NULL)
    ming_reader_member_problem (object, "id", MING_POLICY_ERROR_BAD_VALUE,
                                _("an id must not contain a colon"));
  for (guint i = 0; id != NULL && i < above->len; i++)
    if (g_str_equal (((const MingLayerSpec *) g_ptr_array_index (above, i))->id, id))
      ming_reader_member_problem (object, "id", MING_POLICY_ERROR_DUPLICATE_LAYER,
                                  _("this version has a layer called “%s” already"), id);
}

MingLayerSpec *
ming_loader_layer (MingLoader *self, const MingReaderList *list, guint index, GPtrArray *above,
                   const MingPapers *papers)
{
  static const char *const keys[] = { "id",     "payer", "name",  "kind",       "when",  "counts", "counter",
                                      "codes", "deductible", "bands", "caps", "source", "evidence", NULL };
  g_auto (MingReaderObject) object = { 0 };
  g_auto (MingPapers) own = { 0 };
  MingLayerSpec *layer;
  guint payer = 0;

  if (!ming_reader_open_element (list, index, keys, &object))
    return NULL;
  own = ming_loader_papers (self, &object, papers);
  layer = g_new0 (MingLayerSpec, 1);
  layer->pointer = g_strdup (object.pointer);
  layer->from_layers = g_ptr_array_new_with_free_func (g_free);
  layer->from_parts = g_array_new (FALSE, FALSE, sizeof (guint32));
  read_id (&object, above, layer);
  ming_reader_get_phrase (&object, "name", TRUE, &layer->name);
  ming_reader_get_choice (&object, "payer", TRUE, payer_words, &payer);
  layer->payer = payers[payer];
  layer->when = ming_loader_conditions (self, &object, "when");
  read_counts (self, &object, list, above, layer);
  read_kind (&object, layer);
  read_codes (&object, layer);
  layer->deductible = ming_loader_deductible (self, &object, &own);
  layer->bands = ming_loader_bands (self, &object, &own);
  layer->caps = ming_loader_caps (self, &object, layer->counter, &own);
  check_kind (&object, layer);
  return layer;
}
