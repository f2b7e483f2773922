/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "ming-report-file.h"

static void
explain_failure (const char *path, const GError *cause, GError **error)
{
  if (g_error_matches (cause, G_FILE_ERROR, G_FILE_ERROR_NOSPC))
    g_set_error (error, MING_REPORT_ERROR, MING_REPORT_ERROR_NO_SPACE,
                 _("The disk is full: “%s” was not written. Free some space or choose another place."),
                 path);
  else if (g_error_matches (cause, G_FILE_ERROR, G_FILE_ERROR_ROFS)
           || g_error_matches (cause, G_FILE_ERROR, G_FILE_ERROR_ACCES)
           || g_error_matches (cause, G_FILE_ERROR, G_FILE_ERROR_PERM))
    g_set_error (error, MING_REPORT_ERROR, MING_REPORT_ERROR_READ_ONLY,
                 _("“%s” may not be written: the folder is read-only. Choose another place."), path);
  else if (g_error_matches (cause, G_FILE_ERROR, G_FILE_ERROR_NOENT)
           || g_error_matches (cause, G_FILE_ERROR, G_FILE_ERROR_NOTDIR))
    g_set_error (error, MING_REPORT_ERROR, MING_REPORT_ERROR_NO_FOLDER,
                 _("“%s” was not written: there is no such folder."), path);
  else
    g_set_error (error, MING_REPORT_ERROR, MING_REPORT_ERROR_IO, _("“%s” was not written: %s."), path,
                 cause->message);
}

gboolean
ming_report_write_file (const char *path, GBytes *bytes, GError **error)
{
  g_autoptr (GError) cause = NULL;
  gsize size = 0;
  const char *data;

  g_return_val_if_fail (path != NULL, FALSE);
  g_return_val_if_fail (bytes != NULL, FALSE);

  data = g_bytes_get_data (bytes, &size);
  /* g_file_set_contents_full() wants a pointer even for nothing. */
  if (g_file_set_contents_full (path, data != NULL ? data : "", (gssize) size, G_FILE_SET_CONTENTS_CONSISTENT,
                                0644, &cause))
    return TRUE;
  explain_failure (path, cause, error);
  return FALSE;
}
