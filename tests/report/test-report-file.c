/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <errno.h>
#include <glib/gstdio.h>
#include <sys/resource.h>
#include <signal.h>
#include <unistd.h>

#include "report/ming-report-file.h"

static char *folder;

static GBytes *
make_bytes (gsize size)
{
  g_autofree char *text = g_strnfill (size, 'x');

  return g_bytes_new (text, size);
}

static guint
count_files (void)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  guint n = 0;

  while (g_dir_read_name (dir) != NULL)
    n++;
  return n;
}

static void
test_written (void)
{
  g_autofree char *path = g_build_filename (folder, "sheet.pdf", NULL);
  g_autofree char *text = NULL;
  gsize length = 0;
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) large = make_bytes (100000);
  g_autoptr (GBytes) small = make_bytes (3);
  g_autoptr (GBytes) nothing = g_bytes_new (NULL, 0);

  g_assert_true (ming_report_write_file (path, large, &error));
  g_assert_true (ming_report_write_file (path, small, &error));
  g_assert_no_error (error);
  g_assert_true (g_file_get_contents (path, &text, &length, NULL));
  g_assert_cmpmem (text, length, "xxx", 3);
  g_clear_pointer (&text, g_free);

  g_assert_true (ming_report_write_file (path, nothing, &error));
  g_assert_true (g_file_get_contents (path, &text, &length, NULL));
  g_assert_cmpuint (length, ==, 0);
  g_assert_cmpuint (count_files (), ==, 1);
  g_unlink (path);
}

static void
test_no_folder (void)
{
  g_autofree char *path = g_build_filename (folder, "nowhere", "sheet.pdf", NULL);
  g_autoptr (GBytes) bytes = make_bytes (3);
  g_autoptr (GError) error = NULL;

  g_assert_false (ming_report_write_file (path, bytes, &error));
  g_assert_error (error, MING_REPORT_ERROR, MING_REPORT_ERROR_NO_FOLDER);
}

/* Root may write everywhere; /proc refuses even root. */
static void
test_read_only (void)
{
  g_autofree char *path = g_build_filename (folder, "sheet.pdf", NULL);
  g_autoptr (GBytes) bytes = make_bytes (3);
  g_autoptr (GError) error = NULL;

  if (geteuid () == 0)
    {
      g_test_skip ("root may write everywhere; tests/report/test-report.py has a read-only disk");
      return;
    }
  g_assert_cmpint (g_chmod (folder, 0500), ==, 0);
  g_assert_false (ming_report_write_file (path, bytes, &error));
  g_assert_cmpint (g_chmod (folder, 0700), ==, 0);
  g_assert_error (error, MING_REPORT_ERROR, MING_REPORT_ERROR_READ_ONLY);
}

/* A limit on the size of files stands for a failure halfway: the old file stays, no other is left behind. */
static void
test_halfway (void)
{
  g_autofree char *path = g_build_filename (folder, "sheet.pdf", NULL);
  g_autofree char *text = NULL;
  g_autoptr (GBytes) old = make_bytes (3);
  g_autoptr (GBytes) large = make_bytes (100000);
  g_autoptr (GError) error = NULL;
  struct rlimit before, limit;

  g_assert_true (ming_report_write_file (path, old, NULL));
  signal (SIGXFSZ, SIG_IGN);
  g_assert_cmpint (getrlimit (RLIMIT_FSIZE, &before), ==, 0);
  limit = before;
  limit.rlim_cur = 4096;
  g_assert_cmpint (setrlimit (RLIMIT_FSIZE, &limit), ==, 0);
  g_assert_false (ming_report_write_file (path, large, &error));
  g_assert_cmpint (setrlimit (RLIMIT_FSIZE, &before), ==, 0);

  g_assert_error (error, MING_REPORT_ERROR, MING_REPORT_ERROR_IO);
  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  g_assert_cmpstr (text, ==, "xxx");
  g_assert_cmpuint (count_files (), ==, 1);
  g_unlink (path);
}

int
main (int argc, char *argv[])
{
  int status;

  g_test_init (&argc, &argv, NULL);
  folder = g_dir_make_tmp ("mingsuan-file-XXXXXX", NULL);
  g_assert_nonnull (folder);
  g_test_add_func ("/report/file/written", test_written);
  g_test_add_func ("/report/file/no-folder", test_no_folder);
  g_test_add_func ("/report/file/read-only", test_read_only);
  g_test_add_func ("/report/file/halfway", test_halfway);
  status = g_test_run ();
  g_rmdir (folder);
  g_free (folder);
  return status;
}
