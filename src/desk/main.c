/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "i18n/ming-locale.h"
#include "ming-application.h"
#include "store/ming-privacy.h"

int
main (int argc, char **argv)
{
  g_autoptr (MingApplication) application = NULL;

  ming_privacy_forbid_core_dumps ();
  ming_locale_start (NULL);
  application = ming_application_new ();
  return g_application_run (G_APPLICATION (application), argc, argv);
}
