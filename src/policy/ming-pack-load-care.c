/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "ming-nearest.h"
#include "ming-pack-load-private.h"
#include "ming-resolve.h"

/* The parts of a bill an account may pay. */
static const char *const part_words[]
    = { "deductible", "share", "over_cap", "first_pay", "away_first", "over_limit", "full_own", NULL };
static const MingPart parts[] = { MING_PART_DEDUCTIBLE, MING_PART_SHARE,      MING_PART_OVER_CAP,
                                  MING_PART_FIRST_PAY,  MING_PART_AWAY_FIRST, MING_PART_OVER_LIMIT,
                                  MING_PART_FULL_OWN };

static guint32
add_part (MingFinancing *financing, guint32 set, MingPart part)
{
  gboolean listed = FALSE;

  for (int i = 0; i < financing->n_order; i++)
    listed |= financing->order[i] == part;
  if (!listed)
    financing->order[financing->n_order++] = part;
  return set | MING_PART_BIT (part);
}

static int
place_of_part (const MingFinancing *financing, MingPart part)
{
  for (int i = 0; i < financing->n_order; i++)
    if (financing->order[i] == part)
      return i;
  return -1;
}

/* One list of parts; there is one order for all accounts, so a second list may not contradict the first. */
static guint32
read_parts (const MingReaderObject *object, const char *key, MingFinancing *financing)
{
  g_auto (MingReaderList) list = { 0 };
  guint32 set = 0;
  int last = -1;

  if (!ming_reader_open_list (object, key, TRUE, &list))
    return 0;
  for (guint i = 0; i < list.length; i++)
    {
      const char *word = ming_reader_get_element_string (&list, i);
      g_autofree char *pointer = ming_json_pointer_index (list.pointer, i);
      g_autofree char *hint = NULL;
      guint n = 0;

      if (word == NULL)
        continue;
      while (part_words[n] != NULL && !g_str_equal (part_words[n], word))
        n++;
      if (part_words[n] == NULL)
        {
          hint = ming_nearest_hint (word, part_words, -1);
          ming_reader_problem (object->reader, MING_POLICY_ERROR_BAD_VALUE, pointer,
                               _("unknown word “%s”%s"), word, hint);
          continue;
        }
      if ((set & MING_PART_BIT (parts[n])) != 0)
        ming_reader_problem (object->reader, MING_POLICY_ERROR_BAD_VALUE, pointer,
                             _("“%s” stands here twice"), word);
      set = add_part (financing, set, parts[n]);
      if (place_of_part (financing, parts[n]) < last)
        ming_reader_problem (object->reader, MING_POLICY_ERROR_BAD_VALUE, pointer,
                             _("“%s” comes earlier in the order of “own_account”"), word);
      last = place_of_part (financing, parts[n]);
    }
  return set;
}

static void
read_financing (MingLoader *self, const MingReaderObject *version, MingCareVersion *care,
                const MingPapers *papers)
{
  static const char *const keys[] = { "own_account", "family", "source", "evidence", NULL };
  g_auto (MingReaderObject) object = { 0 };
  g_auto (MingPapers) own = { 0 };

  care->citations = g_ptr_array_ref (papers->citations);
  care->evidence = papers->evidence;
  if (!ming_reader_has (version, "financing")
      || !ming_reader_open_member (version, "financing", TRUE, keys, &object))
    return;
  own = ming_loader_papers (self, &object, papers);
  g_ptr_array_unref (care->citations);
  care->citations = g_ptr_array_ref (own.citations);
  care->evidence = own.evidence;
  care->has_financing = TRUE;
  care->financing.may_own = read_parts (&object, "own_account", &care->financing);
  care->financing.may_family = read_parts (&object, "family", &care->financing);
}

static void
read_away_first (MingLoader *self, const MingReaderObject *version, MingCareVersion *care,
                 const MingPapers *papers)
{
  static const char *const keys[] = { "rows", "rounding", "source", "evidence", NULL };
  static const MingRowShape shape = { .rates = MING_COLUMN_BIT (MING_COLUMN_RATE), .needs = "rate" };
  g_auto (MingReaderObject) object = { 0 };
  g_auto (MingPapers) own = { 0 };

  care->away_rounding = MING_ROUNDING_DEFAULT;
  if (!ming_reader_has (version, "away_first")
      || !ming_reader_open_member (version, "away_first", TRUE, keys, &object))
    return;
  own = ming_loader_papers (self, &object, papers);
  care->away_rounding = ming_reader_get_rounding (&object, "rounding");
  care->away_first = ming_loader_table (self, &object, "rows", &shape, &own, TRUE);
}

/* Whose catalogue parts the cost: that of the insured area or that of the place of treatment. */
static void
read_whose_catalogue (MingLoader *self, const MingReaderObject *object, MingRow *row,
                      const MingPapers *papers)
{
  static const char *const words[] = { "home", "place", NULL };
  guint word = 0;

  if (ming_reader_get_choice (object, "of", TRUE, words, &word))
    row->kind = g_strdup (words[word]);
  ming_loader_need_papers (self, papers, object->pointer);
}

static void
read_catalogue (MingLoader *self, const MingReaderObject *version, MingCareVersion *care,
                const MingPapers *papers)
{
  static const char *const keys[] = { "rows", "source", "evidence", NULL };
  static const char *const more[] = { "of", NULL };
  static const MingRowShape shape = { .more = more, .check = read_whose_catalogue };
  g_auto (MingReaderObject) object = { 0 };
  g_auto (MingPapers) own = { 0 };

  if (!ming_reader_has (version, "catalogue")
      || !ming_reader_open_member (version, "catalogue", TRUE, keys, &object))
    return;
  own = ming_loader_papers (self, &object, papers);
  care->catalogue = ming_loader_table (self, &object, "rows", &shape, &own, TRUE);
}

static void
read_layers (MingLoader *self, const MingReaderObject *version, MingCareVersion *care,
             const MingPapers *papers)
{
  g_auto (MingReaderList) list = { 0 };

  care->layers = g_ptr_array_new_with_free_func ((GDestroyNotify) ming_layer_spec_free);
  if (!ming_reader_open_list (version, "layers", TRUE, &list))
    return;
  if (list.length == 0 || list.length > MING_LAYERS_MAX)
    ming_reader_problem (&self->reader, MING_POLICY_ERROR_BAD_VALUE, list.pointer,
                         _("there must be 1 to %d layers, not %u"), MING_LAYERS_MAX, list.length);
  for (guint i = 0; i < list.length; i++)
    {
      MingLayerSpec *layer = ming_loader_layer (self, &list, i, care->layers, papers);

      if (layer != NULL)
        g_ptr_array_add (care->layers, layer);
    }
}

static void
read_version (MingLoader *self, const MingReaderObject *object, MingCare *care)
{
  MingCareVersion *version = g_new0 (MingCareVersion, 1);
  g_auto (MingPapers) papers = ming_loader_papers (self, object, NULL);

  ming_loader_span (object, &version->span);
  read_layers (self, object, version, &papers);
  read_financing (self, object, version, &papers);
  read_away_first (self, object, version, &papers);
  read_catalogue (self, object, version, &papers);
  version->first_pay_rounding = ming_reader_get_rounding (object, "first_pay_rounding");
  version->split_by_days = ming_reader_get_bool (object, "split_by_days", FALSE);
  g_ptr_array_add (care->versions, version);
}

static void
read_versions (MingLoader *self, const MingReaderObject *object, MingCare *care)
{
  static const char *const keys[] = { MING_SPAN_KEYS,       "layers",        "financing", "away_first",
                                      "first_pay_rounding", "split_by_days", "catalogue", NULL };
  g_auto (MingReaderList) list = { 0 };

  if (!ming_reader_open_list (object, "versions", TRUE, &list))
    return;
  if (list.length == 0)
    ming_reader_problem (&self->reader, MING_POLICY_ERROR_BAD_VALUE, list.pointer, _("the list is empty"));
  for (guint i = 0; i < list.length; i++)
    {
      g_auto (MingReaderObject) version = { 0 };

      if (ming_reader_open_element (&list, i, keys, &version))
        read_version (self, &version, care);
    }
  ming_loader_order_versions (self, care->versions);
}

/* Each code of medical treatment belongs to one kind of care. */
static void
check_med_types (MingLoader *self, const MingReaderObject *object, const MingCare *care)
{
  for (guint i = 0; care->med_types[i] != NULL; i++)
    for (guint j = 0; j < self->pack->cares->len; j++)
      {
        const MingCare *other = g_ptr_array_index (self->pack->cares, j);

        if (g_strv_contains ((const char *const *) other->med_types, care->med_types[i]))
          ming_reader_member_problem (object, "med_types", MING_POLICY_ERROR_DUPLICATE_MED_TYPE,
                                      _("“%s” belongs to “%s” already"), care->med_types[i], other->key);
      }
}

static void
read_one_care (MingLoader *self, const MingReaderObject *cares, const char *key)
{
  static const char *const keys[] = { "name", "med_types", "admission", "versions", NULL };
  g_auto (MingReaderObject) object = { 0 };
  MingCare *care;

  if (!ming_reader_open_member (cares, key, TRUE, keys, &object))
    return;
  care = g_new0 (MingCare, 1);
  care->key = g_strdup (key);
  care->versions = g_ptr_array_new_with_free_func ((GDestroyNotify) ming_care_version_free);
  ming_reader_get_phrase (&object, "name", TRUE, &care->name);
  care->med_types = ming_reader_get_strings (&object, "med_types", TRUE);
  if (care->med_types == NULL)
    care->med_types = g_new0 (char *, 1);
  care->admission = ming_reader_get_bool (&object, "admission", FALSE);
  check_med_types (self, &object, care);
  read_versions (self, &object, care);
  g_ptr_array_add (self->pack->cares, care);
}

static void
check_counters (MingLoader *self, const MingReaderObject *cares)
{
  g_autoptr (GPtrArray) counters = ming_pack_counters (self->pack);

  if (counters->len > MING_COUNTERS_MAX)
    ming_reader_problem (&self->reader, MING_POLICY_ERROR_BAD_VALUE, cares->pointer,
                         _("there are %u running totals, more than %d; let layers share one with “counter”"),
                         counters->len, MING_COUNTERS_MAX);
}

/* A gap may be named for kinds of care that the pack has. */
static void
check_gaps (MingLoader *self, GPtrArray *known)
{
  for (guint i = 0; i < self->pack->gaps->len; i++)
    {
      const MingGap *gap = g_ptr_array_index (self->pack->gaps, i);

      for (guint j = 0; gap->care[j] != NULL; j++)
        {
          g_autofree char *pointer = g_strdup_printf ("/gaps/%u/care/%u", i, j);
          g_autofree char *hint = NULL;

          if (g_ptr_array_find_with_equal_func (known, gap->care[j], g_str_equal, NULL))
            continue;
          hint = ming_nearest_hint (gap->care[j], (const char *const *) known->pdata, (gssize) known->len);
          ming_reader_problem (&self->reader, MING_POLICY_ERROR_BAD_VALUE, pointer,
                               _("the pack has no kind of care called “%s”%s"), gap->care[j], hint);
        }
    }
}

void
ming_loader_read_care (MingLoader *self, const MingReaderObject *top)
{
  g_auto (MingReaderObject) cares = { 0 };
  g_autoptr (GList) keys = NULL;
  g_autoptr (GPtrArray) known = g_ptr_array_new ();

  if (ming_reader_has (top, "care") && ming_reader_open_member (top, "care", TRUE, NULL, &cares))
    {
      keys = json_object_get_members (cares.object);
      for (GList *l = keys; l != NULL; l = l->next)
        {
          g_ptr_array_add (known, l->data);
          read_one_care (self, &cares, l->data);
        }
      check_counters (self, &cares);
    }
  check_gaps (self, known);
}
