/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <stdio.h>
#include <string.h>
#include <termios.h>
#include <unistd.h>

#include "ming-secret.h"
#include "store/ming-store-vault.h"

/* Byte by byte and without stdio: its buffer would keep the secret. */
static char *
read_line (void)
{
  char *line = g_malloc0 (MING_SECRET_MAX + 1);
  gsize length = 0;
  char byte = 0;
  gssize n;

  while ((n = read (STDIN_FILENO, &byte, 1)) == 1 && byte != '\n' && length < MING_SECRET_MAX)
    line[length++] = byte;
  if ((n == 1 && byte == '\n') || (n == 0 && length > 0))
    return line;
  ming_secret_free (line);
  return NULL;
}

char *
ming_secret_read (const char *prompt)
{
  struct termios shown, hidden;
  char *line;

  if (!isatty (STDIN_FILENO))
    return read_line ();
  if (tcgetattr (STDIN_FILENO, &shown) != 0)
    return NULL;
  hidden = shown;
  hidden.c_lflag &= ~(tcflag_t) ECHO;
  if (tcsetattr (STDIN_FILENO, TCSAFLUSH, &hidden) != 0)
    return NULL;
  fprintf (stderr, "%s", prompt);
  line = read_line ();
  fputc ('\n', stderr);
  tcsetattr (STDIN_FILENO, TCSAFLUSH, &shown);
  return line;
}

void
ming_secret_free (char *secret)
{
  ming_store_vault_forget (secret);
}
