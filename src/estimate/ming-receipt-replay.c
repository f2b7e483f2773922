/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ming-estimate"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "ming-receipt-private.h"

/* Under the folder of packs: packs that were in force once, each revision in a folder of its own. */
#define ARCHIVE "archive"

void
ming_replay_free (MingReplay *self)
{
  g_clear_pointer (&self->again, ming_receipt_free);
  g_clear_pointer (&self->differences, g_ptr_array_unref);
  g_free (self->since_revision);
  g_free (self);
}

/* The head of a result, which names code, engine and pack, left out. */
static JsonNode *
body_of (JsonNode *result)
{
  JsonNode *copy = json_node_new (JSON_NODE_OBJECT);
  g_autoptr (GList) keys = json_object_get_members (json_node_get_object (result));
  JsonObject *object = json_object_new ();

  for (GList *key = keys; key; key = key->next)
    if (!g_str_equal (key->data, "receipt"))
      json_object_set_member (object, key->data,
                              json_object_dup_member (json_node_get_object (result), key->data));
  json_node_take_object (copy, object);
  return copy;
}

static GPtrArray *
compare_bodies (const MingReceipt *before, const MingReceipt *after)
{
  g_autoptr (JsonNode) one = body_of (before->result);
  g_autoptr (JsonNode) other = body_of (after->result);

  return ming_receipt_compare (one, other, g_str_equal (before->language, after->language));
}

/* The receipt of the same question put to @pack. */
static MingReceipt *
ask_again (const MingReceipt *self, MingPack *pack, GError **error)
{
  g_autoptr (MingLibrary) library = ming_library_new_of (pack);
  g_autoptr (MingEstimate) estimate = NULL;
  g_autoptr (MingLife) life = NULL;

  if (ming_receipt_is_life (self))
    {
      life = ming_life_new (library, &self->life, error);
      return life != NULL ? ming_receipt_new_life (life) : NULL;
    }
  estimate = ming_estimate_new (library, self->input, error);
  return estimate != NULL ? ming_receipt_new (estimate) : NULL;
}

MingReplay *
ming_receipt_replay_with (const MingReceipt *self, MingPack *pack, GError **error)
{
  g_autoptr (MingReceipt) again = ask_again (self, pack, error);
  g_autoptr (MingReplay) replay = g_new0 (MingReplay, 1);
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;

  if (again == NULL)
    return NULL;
  replay->again = g_steal_pointer (&again);
  before = ming_receipt_print (self);
  after = ming_receipt_print (replay->again);
  replay->identical = g_str_equal (before, after);
  replay->pack_found = g_str_equal (self->pack_sha256, pack->sha256);
  replay->differences = compare_bodies (self, replay->again);
  return g_steal_pointer (&replay);
}

static void
add_file (GPtrArray *files, const char *folder, const char *name)
{
  char *path = g_build_filename (folder, name, NULL);

  if (g_file_test (path, G_FILE_TEST_IS_REGULAR))
    g_ptr_array_add (files, path);
  else
    g_free (path);
}

/* The files that may hold a version of the pack. (transfer full) of char* */
static GPtrArray *
list_versions (const char *folder, const char *pack_id)
{
  GPtrArray *files = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *name = g_strconcat (pack_id, ".json", NULL);
  g_autofree char *archive = g_build_filename (folder, ARCHIVE, NULL);
  g_autoptr (GDir) dir = g_dir_open (archive, 0, NULL);
  const char *revision;

  add_file (files, folder, name);
  add_file (files, archive, name);
  while (dir && (revision = g_dir_read_name (dir)))
    {
      g_autofree char *inner = g_build_filename (archive, revision, NULL);

      add_file (files, inner, name);
    }
  return files;
}

/* By revision, a date; the hash decides between two of one day, so that the order does not depend on the
 * disk. */
static int
compare_packs (gconstpointer a, gconstpointer b)
{
  const MingPack *one = *(MingPack *const *) a;
  const MingPack *other = *(MingPack *const *) b;
  int compared = g_strcmp0 (one->revision, other->revision);

  return compared != 0 ? compared : g_strcmp0 (one->sha256, other->sha256);
}

/* All versions that can be read, the oldest first. A broken one is passed over: it cannot be the one named.
 */
static GPtrArray *
load_versions (const char *folder, const char *pack_id)
{
  g_autoptr (GPtrArray) files = list_versions (folder, pack_id);
  GPtrArray *packs = g_ptr_array_new_with_free_func ((GDestroyNotify) ming_pack_unref);

  for (guint i = 0; i < files->len; i++)
    {
      MingPack *pack = ming_pack_load_file (g_ptr_array_index (files, i), NULL, NULL);

      if (pack != NULL)
        g_ptr_array_add (packs, pack);
    }
  g_ptr_array_sort (packs, compare_packs);
  return packs;
}

static MingPack *
find_by_hash (GPtrArray *packs, const char *sha256)
{
  for (guint i = 0; i < packs->len; i++)
    {
      MingPack *pack = g_ptr_array_index (packs, i);

      if (g_str_equal (pack->sha256, sha256))
        return pack;
    }
  return NULL;
}

/* The first version not older than the receipt's whose result is another, or that has none. (nullable) */
static const char *
first_that_differs (const MingReceipt *self, GPtrArray *packs)
{
  for (guint i = 0; i < packs->len; i++)
    {
      MingPack *pack = g_ptr_array_index (packs, i);
      g_autoptr (MingReplay) replay = NULL;

      if (g_strcmp0 (pack->revision, self->pack_revision) < 0)
        continue;
      replay = ming_receipt_replay_with (self, pack, NULL);
      if (replay == NULL || replay->differences->len > 0)
        return pack->revision;
    }
  return NULL;
}

MingReplay *
ming_receipt_replay (const MingReceipt *self, const char *folder, GError **error)
{
  g_autoptr (GPtrArray) packs = load_versions (folder, self->pack_id);
  MingPack *named = find_by_hash (packs, self->pack_sha256);
  g_autoptr (MingReplay) replay = NULL;

  if (packs->len == 0)
    {
      g_set_error (error, MING_RECEIPT_ERROR, MING_RECEIPT_ERROR_NO_PACK,
                   _("%s has no readable version of the policy pack %s"), folder, self->pack_id);
      return NULL;
    }
  if (named != NULL)
    return ming_receipt_replay_with (self, named, error);
  replay = ming_receipt_replay_with (self, g_ptr_array_index (packs, packs->len - 1), error);
  if (replay == NULL)
    return NULL;
  if (replay->differences->len > 0)
    replay->since_revision = g_strdup (first_that_differs (self, packs));
  return g_steal_pointer (&replay);
}

MingPack *
ming_receipt_find_pack (const char *folder, const char *pack_id, const char *sha256, GError **error)
{
  g_autoptr (GPtrArray) packs = load_versions (folder, pack_id);
  MingPack *named = find_by_hash (packs, sha256);

  if (packs->len == 0)
    {
      g_set_error (error, MING_RECEIPT_ERROR, MING_RECEIPT_ERROR_NO_PACK,
                   _("%s has no readable version of the policy pack %s"), folder, pack_id);
      return NULL;
    }
  return ming_pack_ref (named != NULL ? named : g_ptr_array_index (packs, packs->len - 1));
}
