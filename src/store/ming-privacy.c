/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ming-privacy.h"

#include <sys/resource.h>

gboolean
ming_privacy_forbid_core_dumps (void)
{
  /*
   * One byte, not none: below a page no file is written, and 1 is the value at which Linux does not start a
   * collecting program such as systemd-coredump or apport either (fs/coredump.c); at 0 it would.
   */
  const struct rlimit limit = { 1, 1 };
  struct rlimit now;

  if (getrlimit (RLIMIT_CORE, &now) == 0 && now.rlim_max == 0)
    return TRUE;
  return setrlimit (RLIMIT_CORE, &limit) == 0;
}
