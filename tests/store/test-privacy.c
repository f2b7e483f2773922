/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store-fixture.h"

#include <signal.h>
#include <stdlib.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include "store/ming-privacy.h"
#include "store/ming-store-private.h"

/* Crashes a child in @folder whose core files may be as large as they like; whether it left one. */
static gboolean
crash (const char *folder, gboolean forbidden)
{
  pid_t child = fork ();
  int status = 0;

  if (child == 0)
    {
      struct rlimit limit;

      if (chdir (folder) != 0 || getrlimit (RLIMIT_CORE, &limit) != 0)
        _exit (1);
      limit.rlim_cur = limit.rlim_max;
      setrlimit (RLIMIT_CORE, &limit);
      if (forbidden && !ming_privacy_forbid_core_dumps ())
        _exit (2);
      signal (SIGABRT, SIG_DFL);
      abort ();
    }
  g_assert_cmpint (waitpid (child, &status, 0), ==, child);
  g_assert_true (WIFSIGNALED (status));
  return WCOREDUMP (status);
}

static void
test_core_dumps (StoreFixture *self, gconstpointer unused)
{
  if (!crash (self->folder, FALSE))
    {
      g_test_skip ("a crash leaves no core file here in any case");
      return;
    }
  g_assert_false (crash (self->folder, TRUE));
}

/* The limit cannot be raised again, not by a child either. */
static void
test_for_good (StoreFixture *self, gconstpointer unused)
{
  pid_t child = fork ();
  int status = 0;

  if (child == 0)
    {
      struct rlimit limit;

      if (!ming_privacy_forbid_core_dumps () || !ming_privacy_forbid_core_dumps ())
        _exit (1);
      _exit (getrlimit (RLIMIT_CORE, &limit) == 0 && limit.rlim_cur <= 1 && limit.rlim_max <= 1 ? 0 : 2);
    }
  g_assert_cmpint (waitpid (child, &status, 0), ==, child);
  g_assert_true (WIFEXITED (status));
  g_assert_cmpint (WEXITSTATUS (status), ==, 0);
}

/* What keeps personal data out of temporary files and out of pages that were given back. */
static void
test_settings (StoreFixture *self, gconstpointer unused)
{
  static const struct
  {
    const char *sql;
    gint64 wanted;
  } settings[] = {
    { "PRAGMA temp_store", 2 }, /* memory */
    { "PRAGMA secure_delete", 1 },
    { "PRAGMA synchronous", 2 }, /* full */
    { "PRAGMA foreign_keys", 1 },
    { "PRAGMA trusted_schema", 0 },
    { "SELECT count (*) FROM pragma_journal_mode WHERE journal_mode = 'wal'", 1 },
  };
  g_autoptr (MingStore) store = store_fixture_open (self);

  for (guint i = 0; i < G_N_ELEMENTS (settings); i++)
    {
      g_autoptr (GError) error = NULL;
      gint64 value = -1;

      g_assert_true (ming_store_read_int (store, settings[i].sql, &value, &error));
      g_assert_no_error (error);
      g_test_message ("%s", settings[i].sql);
      g_assert_cmpint (value, ==, settings[i].wanted);
    }
}

/* No error message and no log message says what was typed. */
static void
test_messages (StoreFixture *self, gconstpointer unused)
{
  g_autoptr (MingStore) store = store_fixture_open (self);
  g_autoptr (MingStoreEntry) entry = store_entry_new ("2026-11-22", 100, "某个名字");
  g_autoptr (GError) error = NULL;

  entry->fund_fen += 1;
  g_assert_false (ming_store_keep (store, entry, "chen", &error));
  g_assert_null (g_strstr_len (error->message, -1, "某个名字"));
  g_assert_null (g_strstr_len (error->message, -1, "\"case\""));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  store_test_add ("/privacy/core-dumps", test_core_dumps);
  store_test_add ("/privacy/for-good", test_for_good);
  store_test_add ("/privacy/settings", test_settings);
  store_test_add ("/privacy/messages", test_messages);
  return g_test_run ();
}
