/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ming-test-file.h"

#define ENDING ".json"

char *
ming_test_file_propose (const MingCase *input)
{
  const MingCaseVisit *visit =
      input->visits->len > 0 ? g_ptr_array_index (input->visits, input->visits->len - 1) : NULL;

  return g_strdup_printf ("%s-%s-%s%s", input->insuplc_admdvs,
                          input->person.psn_type != NULL ? input->person.psn_type : "person",
                          visit != NULL && visit->med_type != NULL ? visit->med_type : "account", ENDING);
}

gboolean
ming_test_file_write (const MingLibrary *library, const MingCase *input, const char *path, GError **error)
{
  g_autofree char *id = g_path_get_basename (path);
  g_autofree char *text = NULL;

  if (g_str_has_suffix (id, ENDING))
    id[strlen (id) - strlen (ENDING)] = '\0';
  text = ming_receipt_as_test (library, input, id, "", error);
  return text != NULL && g_file_set_contents (path, text, -1, error);
}
