/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ming-archive"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "ming-archive.h"

/* "2026-11-22" with its NUL. */
#define DAY_SIZE 11

struct _MingArchive
{
  GObject parent_instance;

  MingStore *store;      /* NULL before it is needed, or when it cannot be opened */
  MingStoreVault *vault; /* while identity numbers are open */
  char purged_on[DAY_SIZE];
  int n_purged;
};

G_DEFINE_FINAL_TYPE (MingArchive, ming_archive, G_TYPE_OBJECT)

enum
{
  SIGNAL_CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
ming_archive_finalize (GObject *object)
{
  MingArchive *self = MING_ARCHIVE (object);

  g_clear_pointer (&self->vault, ming_store_vault_close);
  g_clear_pointer (&self->store, ming_store_close);
  G_OBJECT_CLASS (ming_archive_parent_class)->finalize (object);
}

static void
ming_archive_class_init (MingArchiveClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = ming_archive_finalize;

  signals[SIGNAL_CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                          NULL, NULL, G_TYPE_NONE, 0);
}

static void
ming_archive_init (MingArchive *self)
{
}

MingArchive *
ming_archive_new (void)
{
  return g_object_new (MING_TYPE_ARCHIVE, NULL);
}

static char *
dup_setting (MingArchive *self, const char *key)
{
  char *value = self->store != NULL ? ming_store_get_setting (self->store, key, NULL) : NULL;

  return value != NULL ? value : g_strdup ("");
}

static char *
dup_clerk (MingArchive *self)
{
  g_autofree char *clerk = dup_setting (self, MING_SETTING_CLERK);

  return *clerk != '\0' ? g_steal_pointer (&clerk) : g_strdup (g_get_user_name ());
}

/* What is older than the office wants goes, once a day. That it failed is no reason not to open the file. */
static void
purge (MingArchive *self)
{
  g_autofree char *clerk = dup_clerk (self);
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  g_autofree char *today = g_date_time_format (now, "%Y-%m-%d");
  int deleted = 0;
  int days = 0;

  if (g_str_equal (self->purged_on, today) || !ming_store_get_retention (self->store, &days, NULL)
      || days == 0
      || !ming_store_purge_expired (self->store, now, clerk, &deleted, NULL))
    return;
  g_strlcpy (self->purged_on, today, sizeof self->purged_on);
  self->n_purged += deleted;
}

MingStore *
ming_archive_open (MingArchive *self, GError **error)
{
  g_return_val_if_fail (MING_IS_ARCHIVE (self), NULL);

  if (self->store == NULL)
    {
      g_autofree char *path = ming_store_default_path ();

      self->store = ming_store_open (path, error);
    }
  if (self->store != NULL)
    purge (self);
  return self->store;
}

int
ming_archive_take_purged (MingArchive *self)
{
  int purged;

  g_return_val_if_fail (MING_IS_ARCHIVE (self), 0);

  purged = self->n_purged;
  self->n_purged = 0;
  return purged;
}

char *
ming_archive_dup_clerk (MingArchive *self)
{
  g_return_val_if_fail (MING_IS_ARCHIVE (self), NULL);

  ming_archive_open (self, NULL);
  return dup_clerk (self);
}

char *
ming_archive_dup_setting (MingArchive *self, const char *key)
{
  g_return_val_if_fail (MING_IS_ARCHIVE (self) && key != NULL, NULL);

  ming_archive_open (self, NULL);
  return dup_setting (self, key);
}

gboolean
ming_archive_set_setting (MingArchive *self, const char *key, const char *value, GError **error)
{
  g_autofree char *clerk = NULL;

  g_return_val_if_fail (MING_IS_ARCHIVE (self) && key != NULL && value != NULL, FALSE);

  if (ming_archive_open (self, error) == NULL)
    return FALSE;
  clerk = dup_clerk (self);
  if (!ming_store_set_setting (self->store, key, value, clerk, error))
    return FALSE;
  /* another period may reach further */
  if (g_str_equal (key, MING_SETTING_RETENTION_DAYS))
    self->purged_on[0] = '\0';
  return TRUE;
}

MingArchiveIdentity
ming_archive_get_identity (MingArchive *self)
{
  gboolean has = FALSE;

  g_return_val_if_fail (MING_IS_ARCHIVE (self), MING_ARCHIVE_IDENTITY_OFF);

  if (ming_archive_open (self, NULL) == NULL || !ming_store_has_vault (self->store, &has, NULL) || !has)
    return MING_ARCHIVE_IDENTITY_OFF;
  return self->vault != NULL ? MING_ARCHIVE_IDENTITY_OPEN : MING_ARCHIVE_IDENTITY_LOCKED;
}

gboolean
ming_archive_wants_identity (MingArchive *self)
{
  g_return_val_if_fail (MING_IS_ARCHIVE (self), FALSE);

  return self->vault != NULL;
}

gboolean
ming_archive_unlock (MingArchive *self, const char *passphrase, GError **error)
{
  g_autofree char *clerk = NULL;
  gboolean has = FALSE;

  g_return_val_if_fail (MING_IS_ARCHIVE (self) && passphrase != NULL, FALSE);

  if (ming_archive_open (self, error) == NULL || !ming_store_has_vault (self->store, &has, error))
    return FALSE;
  clerk = dup_clerk (self);
  g_clear_pointer (&self->vault, ming_store_vault_close);
  self->vault = has ? ming_store_vault_open (self->store, passphrase, error)
                    : ming_store_vault_create (self->store, passphrase, clerk, error);
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
  return self->vault != NULL;
}

gboolean
ming_archive_change_passphrase (MingArchive *self, const char *passphrase, GError **error)
{
  g_autofree char *clerk = NULL;

  g_return_val_if_fail (MING_IS_ARCHIVE (self) && passphrase != NULL, FALSE);

  if (ming_archive_get_identity (self) != MING_ARCHIVE_IDENTITY_OPEN)
    {
      g_set_error_literal (error, MING_STORE_ERROR, MING_STORE_ERROR_KEY,
                           _("Unlock the identity numbers first"));
      return FALSE;
    }
  clerk = dup_clerk (self);
  return ming_store_vault_change_passphrase (self->vault, passphrase, clerk, error);
}

void
ming_archive_lock (MingArchive *self)
{
  g_return_if_fail (MING_IS_ARCHIVE (self));

  g_clear_pointer (&self->vault, ming_store_vault_close);
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

gboolean
ming_archive_remove_identities (MingArchive *self, GError **error)
{
  g_autofree char *clerk = NULL;

  g_return_val_if_fail (MING_IS_ARCHIVE (self), FALSE);

  if (ming_archive_open (self, error) == NULL)
    return FALSE;
  clerk = dup_clerk (self);
  if (!ming_store_remove_vault (self->store, clerk, error))
    return FALSE;
  ming_archive_lock (self);
  return TRUE;
}

gboolean
ming_archive_keep (MingArchive *self, MingStoreEntry *entry, const char *identity, GError **error)
{
  g_autofree char *clerk = NULL;

  g_return_val_if_fail (MING_IS_ARCHIVE (self) && entry != NULL, FALSE);

  if (ming_archive_open (self, error) == NULL)
    return FALSE;
  clerk = dup_clerk (self);
  if (identity != NULL && *identity != '\0'
      && ming_archive_get_identity (self) == MING_ARCHIVE_IDENTITY_OPEN)
    return ming_store_vault_keep (self->vault, entry, identity, clerk, error);
  return ming_store_keep (self->store, entry, clerk, error);
}

char *
ming_archive_dup_masked (MingArchive *self, const MingStoreEntry *entry)
{
  char *masked = NULL;

  g_return_val_if_fail (MING_IS_ARCHIVE (self) && entry != NULL, NULL);

  if (!entry->has_identity)
    return g_strdup ("");
  if (self->vault != NULL)
    masked = ming_store_vault_get_masked (self->vault, entry->id, NULL);
  return masked != NULL ? masked : g_strdup (_("number sealed"));
}

gboolean
ming_archive_sign_pack (MingArchive *self, const MingPack *pack, gboolean approve, const char *who,
                        GError **error)
{
  g_return_val_if_fail (MING_IS_ARCHIVE (self) && pack != NULL && who != NULL, FALSE);

  if (ming_archive_open (self, error) == NULL)
    return FALSE;
  return approve
             ? ming_store_approve_pack (self->store, pack->id, pack->revision, pack->sha256, who, error)
             : ming_store_submit_pack (self->store, pack->id, pack->sha256, who, error);
}

/* A library that is only looked at makes no history file. */
static gboolean
has_file (MingArchive *self)
{
  g_autofree char *path = ming_store_default_path ();

  return self->store != NULL || g_file_test (path, G_FILE_TEST_EXISTS);
}

char *
ming_archive_describe_approval (MingArchive *self, const char *pack_id, const char *sha256)
{
  g_auto (MingStoreApproval) approval = { 0 };

  g_return_val_if_fail (MING_IS_ARCHIVE (self) && pack_id != NULL && sha256 != NULL, NULL);

  if (has_file (self) && ming_archive_open (self, NULL) != NULL)
    ming_store_get_approval (self->store, pack_id, sha256, &approval, NULL);
  if (approval.approved_by != NULL)
    return g_strdup_printf (_("Put forward by %1$s, approved by %2$s on %3$.10s."),
                            approval.submitted_by != NULL ? approval.submitted_by : "—", approval.approved_by,
                            approval.approved_at);
  if (approval.submitted_by != NULL)
    return g_strdup_printf (_("Put forward by %1$s on %2$.10s; waits for a second person to approve it."),
                            approval.submitted_by, approval.submitted_at);
  return g_strdup (_("No two people have put this version forward and approved it."));
}
