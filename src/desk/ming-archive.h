/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib-object.h>

#include "policy/ming-pack.h"
#include "store/ming-store-vault.h"

G_BEGIN_DECLS

#define MING_TYPE_ARCHIVE (ming_archive_get_type ())
G_DECLARE_FINAL_TYPE (MingArchive, ming_archive, MING, ARCHIVE, GObject)

/**
 * MingArchive: the office's history file as one window uses it. Opened when it is first needed, so that an
 * estimate never waits for it and works without it. What is older than the office keeps estimates is deleted
 * then, once a day. "changed" is emitted when the keeping of identity numbers is turned on or off, locked or
 * unlocked. No GTK.
 */
MingArchive *ming_archive_new (void);

/** The open file; NULL with a MING_STORE_ERROR. (transfer none) */
MingStore *ming_archive_open (MingArchive *self, GError **error);

/** How many estimates the office's retention period deleted since this was last asked. */
int ming_archive_take_purged (MingArchive *self);

/** Who does things, for the log: the clerk's number of the settings, else the login name. (transfer full) */
char *ming_archive_dup_clerk (MingArchive *self);

/** A setting of the office, "" when it is not set or the file cannot be read. (transfer full) */
char *ming_archive_dup_setting (MingArchive *self, const char *key);

/** Keeps a setting, and writes the log; FALSE with a MING_STORE_ERROR. */
gboolean ming_archive_set_setting (MingArchive *self, const char *key, const char *value, GError **error);

/** MingArchiveIdentity: whether identity numbers are kept. */
typedef enum
{
  MING_ARCHIVE_IDENTITY_OFF = 0, /**< the office has not turned it on: they never are */
  MING_ARCHIVE_IDENTITY_LOCKED,  /**< turned on; nobody has given the passphrase to this window */
  MING_ARCHIVE_IDENTITY_OPEN
} MingArchiveIdentity;

/** Opens the file, if it can be; one that cannot keeps none. */
MingArchiveIdentity ming_archive_get_identity (MingArchive *self);

/** Whether an identity number that is typed would be kept: only then may it stay in memory. Opens nothing. */
gboolean ming_archive_wants_identity (MingArchive *self);

/** Turns it on, or unlocks it with the office's passphrase; KEY when that is too short or wrong. */
gboolean ming_archive_unlock (MingArchive *self, const char *passphrase, GError **error);

/** From now on another passphrase opens the numbers; KEY when it is too short, or while they are locked. */
gboolean ming_archive_change_passphrase (MingArchive *self, const char *passphrase, GError **error);

/** Forgets the key; the numbers stay, sealed. */
void ming_archive_lock (MingArchive *self);

/** Turns it off: every identity number and the key are deleted. */
gboolean ming_archive_remove_identities (MingArchive *self, GError **error);

/**
 * Keeps @entry.
 * @identity: (nullable): kept with it, sealed, when that is open; else not looked at
 */
gboolean ming_archive_keep (MingArchive *self, MingStoreEntry *entry, const char *identity, GError **error);

/** How lists show the number kept with @entry: masked; a word while locked; "" without. (transfer full) */
char *ming_archive_dup_masked (MingArchive *self, const MingStoreEntry *entry);

/** @who puts this very version of @pack forward, or approves it as the second person; named in the log. */
gboolean ming_archive_sign_pack (MingArchive *self, const MingPack *pack, gboolean approve, const char *who,
                                 GError **error);

/** Who answers for the version of a policy pack with that SHA-256, as a sentence. (transfer full) */
char *ming_archive_describe_approval (MingArchive *self, const char *pack_id, const char *sha256);

G_END_DECLS
