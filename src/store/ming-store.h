/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * MingStoreError: what can go wrong with the office's file.
 * Whatever it is, an estimate on the screen stays usable; only keeping it failed.
 */
typedef enum
{
  MING_STORE_ERROR_OPEN,      /**< the file or its folder cannot be opened */
  MING_STORE_ERROR_READ_ONLY, /**< the disk or the file is read-only */
  MING_STORE_ERROR_FULL,      /**< no room on the disk */
  MING_STORE_ERROR_BUSY,      /**< another window holds the file longer than we wait */
  MING_STORE_ERROR_DAMAGED,   /**< not a database of ours, contradictory pages, or a broken seal */
  MING_STORE_ERROR_NEWER,     /**< written by a newer version of this program */
  MING_STORE_ERROR_CHAIN,     /**< a row of the log, or one that it speaks of, was changed or removed */
  MING_STORE_ERROR_NOT_FOUND,
  MING_STORE_ERROR_KEY,       /**< wrong passphrase, or none given where one is needed */
  MING_STORE_ERROR_SECOND_PERSON, /**< a policy pack takes two people */
  MING_STORE_ERROR_SQL,       /**< anything else the database says */
  MING_N_STORE_ERRORS
} MingStoreError;

#define MING_STORE_ERROR (ming_store_error_quark ())
GQuark ming_store_error_quark (void);

/** MingStore: one open file. Not to be shared between threads. */
typedef struct _MingStore MingStore;

/** The version of the tables this program writes (PRAGMA user_version). */
#define MING_STORE_SCHEMA_VERSION 3

/**
 * Opens @path, creating or migrating it when needed: WAL, foreign keys, integrity check, 5 s of patience.
 * A file that is damaged, newer or not ours is left exactly as it is.
 * @path: file name, or ":memory:"
 */
MingStore *ming_store_open (const char *path, GError **error);
void ming_store_close (MingStore *store);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (MingStore, ming_store_close)

/** $XDG_DATA_HOME/mingsuan/mingsuan.db, its folder made when missing. (transfer full) */
char *ming_store_default_path (void);

/**
 * MingStoreEntry: one kept estimate (历史).
 * @id: row number, 0 before it is kept
 * @number: 2026-11-22-0001, given when kept
 * @made_at: local date and time, ISO 8601
 * @name: of the citizen, or NULL: kept only when the clerk says so
 * @has_identity: whether the identity number is kept with it, sealed (ming-store-vault.h)
 * @case_json, @result_json: canonical texts; without identity number
 */
typedef struct
{
  gint64 id;
  char *number;
  char *made_at;
  char *receipt_code;
  char *region;
  char *insutype;
  char *pack_id;
  char *pack_revision;
  char *pack_sha256;
  char *engine;
  char *name;
  gint64 total_fen;
  gint64 fund_fen;
  gint64 person_fen;
  gboolean has_identity;
  char *case_json;
  char *result_json;
} MingStoreEntry;

void ming_store_entry_free (MingStoreEntry *entry);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (MingStoreEntry, ming_store_entry_free)

/**
 * Keeps @entry and writes the log in one transaction; when this returns TRUE the estimate survives a power
 * cut.
 * @entry: id and number are set, on failure to 0 and NULL; @made_at and all texts but the name must be there
 * @who: clerk
 */
gboolean ming_store_keep (MingStore *store, MingStoreEntry *entry, const char *who, GError **error);

/** What to look for: any member NULL or 0 means "anything". */
typedef struct
{
  const char *text;   /**< part of number, receipt code or name, or the whole region code */
  const char *from;   /**< first day, YYYY-MM-DD */
  const char *to;     /**< last day */
  gint64 total_fen;
  gint64 amount_fen;  /**< total, part of the funds or own part */
  const char *region; /**< first digits of the region's code */
  int limit;          /**< at most so many, newest first; 0: 200 */
} MingStoreQuery;

/** Entries without their two JSON texts. (transfer full) of MingStoreEntry* */
GPtrArray *ming_store_search (MingStore *store, const MingStoreQuery *query, GError **error);

/** The whole entry. */
MingStoreEntry *ming_store_get (MingStore *store, gint64 id, GError **error);

/** Deletes an estimate; number, who, when and @reason stay in the log. */
gboolean ming_store_delete (MingStore *store, gint64 id, const char *who, const char *reason, GError **error);

/** Deletes everything made before @day, YYYY-MM-DD (retention), and says how much. */
gboolean ming_store_purge (MingStore *store, const char *day, const char *who, int *out_deleted,
                           GError **error);

/** MingStoreCase: a case kept for another day (保存的案例); @case_json is its canonical text. */
typedef struct
{
  gint64 id;
  char *title;
  char *saved_at;
  char *case_json;
} MingStoreCase;

void ming_store_case_free (MingStoreCase *saved);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (MingStoreCase, ming_store_case_free)

gboolean ming_store_save_case (MingStore *store, const char *title, const char *case_json, const char *who,
                               gint64 *out_id, GError **error);
/** Newest first. (transfer full) of MingStoreCase* */
GPtrArray *ming_store_list_cases (MingStore *store, GError **error);
gboolean ming_store_delete_case (MingStore *store, gint64 id, const char *who, GError **error);

/*
 * Keys of the office's settings. The head of a sheet says the first three; the clerk's number is also who
 * did what in the log. All are texts; one that is missing or "" says nothing.
 */
#define MING_SETTING_OFFICE "office.name"            /**< 经办机构: name of the office */
#define MING_SETTING_WINDOW "office.window"          /**< 窗口: number or name of this window */
#define MING_SETTING_CLERK "office.clerk"            /**< 经办人工号: number of the clerk */
#define MING_SETTING_RETENTION_DAYS "retention-days" /**< 保存天数: whole number from 1; none: for ever */

/** Office settings: one of the keys above, or another program's own. (transfer full) (nullable) */
char *ming_store_get_setting (MingStore *store, const char *key, GError **error);
gboolean ming_store_set_setting (MingStore *store, const char *key, const char *value, const char *who,
                                 GError **error);

/** The longest retention period in days, a hundred years: more than that is a slip of the hand. */
#define MING_RETENTION_MAX 36525

/** For how many days the office keeps estimates (保存天数); 0: until somebody deletes them. */
gboolean ming_store_get_retention (MingStore *store, int *out_days, GError **error);

/** @days: 0 to #MING_RETENTION_MAX */
gboolean ming_store_set_retention (MingStore *store, int days, const char *who, GError **error);

/** Deletes what the office keeps no longer on the day of @now, and says how much. */
gboolean ming_store_purge_expired (MingStore *store, GDateTime *now, const char *who, int *out_deleted,
                                   GError **error);

/**
 * MingStoreApproval: two people and a version of a policy pack, named by the SHA-256 of its file.
 * All NULL when nobody did anything; one made before this was asked has nobody who put it forward.
 */
typedef struct
{
  char *submitted_by;
  char *submitted_at;
  char *approved_by;
  char *approved_at;
} MingStoreApproval;

void ming_store_approval_clear (MingStoreApproval *approval);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (MingStoreApproval, ming_store_approval_clear)

/** Somebody puts a version of a pack forward (提交复核). */
gboolean ming_store_submit_pack (MingStore *store, const char *pack_id, const char *sha256, const char *who,
                                 GError **error);

/** Another person approves it; SECOND_PERSON when it is the same, or when nobody put it forward. */
gboolean ming_store_approve_pack (MingStore *store, const char *pack_id, const char *revision,
                                  const char *sha256, const char *who, GError **error);

/** @approval is always written. */
gboolean ming_store_get_approval (MingStore *store, const char *pack_id, const char *sha256,
                                  MingStoreApproval *approval, GError **error);

/** Who approved the pack with this hash, or NULL. (transfer full) */
char *ming_store_pack_approver (MingStore *store, const char *pack_id, const char *sha256, GError **error);

/**
 * MingStoreVerdict: what a verification of the log's chain of hashes found.
 * @n_rows: rows looked at
 * @broken_at: number of the first row that does not fit; 0 when all do, or when no row speaks of what was
 *   found
 * @last_hash: of the last row. Noted outside the file, it is what ming_store_log_has() takes later: who
 *   rewrites the whole chain cannot rewrite the note.
 */
typedef struct
{
  gint64 n_rows;
  gint64 broken_at;
  char *last_hash;
} MingStoreVerdict;

void ming_store_verdict_clear (MingStoreVerdict *verdict);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (MingStoreVerdict, ming_store_verdict_clear)

/** Walks the whole chain and checks everything that is kept against it; CHAIN names the first broken row. */
gboolean ming_store_verify (MingStore *store, MingStoreVerdict *verdict, GError **error);

/** Whether the log has the row with @hash, as noted earlier; CHAIN when not. */
gboolean ming_store_log_has (MingStore *store, const char *hash, gint64 *out_seq, GError **error);

/** Copies the open file to @path while it is in use; the copy is written beside and renamed into place. */
gboolean ming_store_backup (MingStore *store, const char *path, GError **error);

/**
 * Replaces the content of @path by the backup @from after checking it; the old content stays as
 * PATH.before-restore. A bad backup changes nothing, and @from itself is never written to.
 * BUSY while any window, also the caller's own, has @path open.
 */
gboolean ming_store_restore (const char *from, const char *path, GError **error);

/** Everything that is kept, but no identity number, as one JSON text, for another program. (transfer full) */
char *ming_store_export (MingStore *store, GError **error);

G_END_DECLS
