/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ming-json-scan.h"

#include <glib/gi18n-lib.h>
#include <string.h>

typedef struct
{
  const char *at;
  const char *end;
  MingJsonPlace place;
  guint depth;
  MingJsonScan *scan;
} Scanner;

static gboolean scan_value (Scanner *self, const char *pointer);

static void
fault_free (MingJsonFault *fault)
{
  g_free (fault->pointer);
  g_free (fault->message);
  g_free (fault);
}

static void
add_fault (Scanner *self, MingJsonFaultKind kind, const char *pointer, MingJsonPlace place, char *message)
{
  MingJsonFault *fault = g_new0 (MingJsonFault, 1);

  fault->kind = kind;
  fault->pointer = g_strdup (pointer);
  fault->place = place;
  fault->message = message;
  g_ptr_array_add (self->scan->faults, fault);
  self->scan->broken |= kind == MING_JSON_SYNTAX;
  self->scan->has_comments |= kind == MING_JSON_COMMENT;
}

/* Always FALSE: nothing after a fault of syntax can be trusted. */
static gboolean
fail (Scanner *self, const char *pointer, const char *message)
{
  add_fault (self, MING_JSON_SYNTAX, pointer, self->place, g_strdup (message));
  return FALSE;
}

/* The character at hand; 0 at the end of the text and for a NUL in it, which no JSON has. */
static char
peek (const Scanner *self)
{
  return self->at < self->end ? *self->at : '\0';
}

static void
step (Scanner *self)
{
  if (*self->at == '\n')
    {
      self->place.line++;
      self->place.column = 1;
    }
  else if (((guchar) *self->at & 0xC0) != 0x80) /* the later bytes of a character are no columns */
    self->place.column++;
  self->at++;
}

static gboolean
accept (Scanner *self, char c)
{
  if (peek (self) != c)
    return FALSE;
  step (self);
  return TRUE;
}

static gboolean
starts_with (const Scanner *self, const char *word)
{
  gsize length = strlen (word);

  return (gsize) (self->end - self->at) >= length && memcmp (self->at, word, length) == 0;
}

static void
pass_comment (Scanner *self)
{
  gboolean block = starts_with (self, "/*");

  if (!block)
    {
      while (self->at < self->end && *self->at != '\n')
        step (self);
      return;
    }
  step (self);
  step (self);
  while (self->at < self->end && !starts_with (self, "*/"))
    step (self);
  for (guint i = 0; i < 2 && self->at < self->end; i++)
    step (self);
}

/* Passes over blanks. Comments are passed over too, so that what follows is still looked at. */
static void
pass_blanks (Scanner *self, const char *pointer)
{
  while (self->at < self->end)
    {
      char c = *self->at;

      if (c == ' ' || c == '\t' || c == '\n' || c == '\r')
        step (self);
      else if (starts_with (self, "//") || starts_with (self, "/*") || c == '#')
        {
          add_fault (self, MING_JSON_COMMENT, pointer, self->place,
                     g_strdup (_("JSON has no comments; put the remark into “note”")));
          pass_comment (self);
        }
      else
        return;
    }
}

static gboolean
scan_hex (Scanner *self, guint *out)
{
  guint value = 0;

  for (guint i = 0; i < 4; i++)
    {
      int digit = g_ascii_xdigit_value (peek (self));

      if (digit < 0)
        return FALSE;
      value = value * 16 + (guint) digit;
      step (self);
    }
  *out = value;
  return TRUE;
}

/* What stands after "\u", surrogate pairs as one character. */
static gboolean
scan_unicode (Scanner *self, GString *text)
{
  guint high = 0, low = 0;

  if (!scan_hex (self, &high) || high == 0 || (high >= 0xDC00 && high <= 0xDFFF))
    return FALSE;
  if (high < 0xD800 || high > 0xDBFF)
    {
      g_string_append_unichar (text, high);
      return TRUE;
    }
  if (!accept (self, '\\') || !accept (self, 'u') || !scan_hex (self, &low) || low < 0xDC00 || low > 0xDFFF)
    return FALSE;
  g_string_append_unichar (text, 0x10000 + ((high - 0xD800) << 10) + (low - 0xDC00));
  return TRUE;
}

static gboolean
scan_escape (Scanner *self, GString *text)
{
  static const char letters[] = "\"\\/bfnrt";
  static const char meanings[] = "\"\\/\b\f\n\r\t";
  char c = peek (self);
  const char *letter = c != '\0' ? strchr (letters, c) : NULL;

  if (accept (self, 'u'))
    return scan_unicode (self, text);
  if (letter == NULL)
    return FALSE;
  g_string_append_c (text, meanings[letter - letters]);
  step (self);
  return TRUE;
}

/* A string, its escapes resolved into @text. */
static gboolean
scan_string (Scanner *self, const char *pointer, GString *text)
{
  if (!accept (self, '"'))
    return fail (self, pointer, _("a key or text in double quotes is expected here"));
  while (self->at < self->end && *self->at != '"')
    {
      if ((guchar) *self->at < 0x20)
        return fail (self, pointer, _("a text must end before the line does"));
      if (accept (self, '\\'))
        {
          if (!scan_escape (self, text))
            return fail (self, pointer, _("no such escape in JSON"));
          continue;
        }
      g_string_append_c (text, *self->at);
      step (self);
    }
  if (!accept (self, '"'))
    return fail (self, pointer, _("the file ends inside a text"));
  return TRUE;
}

static gboolean
scan_member (Scanner *self, const char *pointer, GHashTable *keys)
{
  g_autoptr (GString) key = g_string_new (NULL);
  g_autofree char *member = NULL;
  MingJsonPlace place = self->place;

  if (!scan_string (self, pointer, key))
    return FALSE;
  member = ming_json_pointer_key (pointer, key->str);
  if (!g_hash_table_add (keys, g_strdup (key->str)))
    add_fault (self, MING_JSON_DUPLICATE_KEY, member, place,
               g_strdup_printf (_("the key “%s” stands here twice"), key->str));
  pass_blanks (self, member);
  if (!accept (self, ':'))
    return fail (self, member, _("a colon is expected after a key"));
  return scan_value (self, member);
}

static gboolean
scan_object (Scanner *self, const char *pointer)
{
  g_autoptr (GHashTable) keys = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  step (self);
  pass_blanks (self, pointer);
  if (accept (self, '}'))
    return TRUE;
  for (;;)
    {
      if (!scan_member (self, pointer, keys))
        return FALSE;
      pass_blanks (self, pointer);
      if (accept (self, '}'))
        return TRUE;
      if (!accept (self, ','))
        return fail (self, pointer, _("a comma or } is expected here"));
      pass_blanks (self, pointer);
      if (peek (self) == '}')
        return fail (self, pointer, _("a comma before } is too many"));
    }
}

static gboolean
scan_array (Scanner *self, const char *pointer)
{
  step (self);
  pass_blanks (self, pointer);
  if (accept (self, ']'))
    return TRUE;
  for (guint i = 0;; i++)
    {
      g_autofree char *element = ming_json_pointer_index (pointer, i);

      if (!scan_value (self, element))
        return FALSE;
      pass_blanks (self, pointer);
      if (accept (self, ']'))
        return TRUE;
      if (!accept (self, ','))
        return fail (self, pointer, _("a comma or ] is expected here"));
      pass_blanks (self, pointer);
      if (peek (self) == ']')
        return fail (self, pointer, _("a comma before ] is too many"));
    }
}

static guint
pass_digits (Scanner *self)
{
  guint n = 0;

  for (; g_ascii_isdigit (peek (self)); n++)
    step (self);
  return n;
}

static gboolean
scan_number (Scanner *self, const char *pointer)
{
  const char *from = self->at;
  MingJsonPlace place = self->place;
  gboolean zero, good;

  accept (self, '-');
  zero = peek (self) == '0';
  good = zero ? accept (self, '0') && !g_ascii_isdigit (peek (self)) : pass_digits (self) > 0;
  if (good && accept (self, '.'))
    good = pass_digits (self) > 0;
  if (good && (accept (self, 'e') || accept (self, 'E')))
    {
      if (!accept (self, '+'))
        accept (self, '-');
      good = pass_digits (self) > 0;
    }
  if (!good)
    return fail (self, pointer, _("not a number of JSON"));
  add_fault (self, MING_JSON_NUMBER, pointer, place,
             g_strdup_printf (_("the number %.*s must be written as text, in double quotes"),
                              (int) MIN (self->at - from, 40), from));
  return TRUE;
}

static gboolean
scan_word (Scanner *self, const char *pointer)
{
  static const char *const words[] = { "true", "false", "null" };

  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    if (starts_with (self, words[i]))
      {
        for (gsize n = strlen (words[i]); n > 0; n--)
          step (self);
        return TRUE;
      }
  return fail (self, pointer,
               self->at < self->end ? _("a value is expected here") : _("the file ends too early"));
}

static void
note_place (Scanner *self, const char *pointer)
{
  MingJsonPlace *place = g_new (MingJsonPlace, 1);

  *place = self->place;
  g_hash_table_insert (self->scan->places, g_strdup (pointer), place);
}

static gboolean
scan_nested (Scanner *self, const char *pointer)
{
  gboolean good;

  if (self->depth >= MING_JSON_DEPTH_MAX)
    return fail (self, pointer, _("nested too deeply"));
  self->depth++;
  good = peek (self) == '{' ? scan_object (self, pointer) : scan_array (self, pointer);
  self->depth--;
  return good;
}

static gboolean
scan_value (Scanner *self, const char *pointer)
{
  char c;

  pass_blanks (self, pointer);
  note_place (self, pointer);
  c = peek (self);
  if (c == '{' || c == '[')
    return scan_nested (self, pointer);
  if (c == '"')
    {
      g_autoptr (GString) text = g_string_new (NULL);

      return scan_string (self, pointer, text);
    }
  if (c == '-' || g_ascii_isdigit (c))
    return scan_number (self, pointer);
  return scan_word (self, pointer);
}

MingJsonScan *
ming_json_scan_new (const char *text, gsize length)
{
  MingJsonScan *scan = g_new0 (MingJsonScan, 1);
  Scanner self = { text, text + length, { 1, 1 }, 0, scan };
  const char *bad = NULL;

  scan->faults = g_ptr_array_new_with_free_func ((GDestroyNotify) fault_free);
  scan->places = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  if (starts_with (&self, "\xEF\xBB\xBF"))
    self.at += 3;
  if (!g_utf8_validate_len (self.at, (gsize) (self.end - self.at), &bad))
    {
      while (self.at < bad)
        step (&self);
      fail (&self, "", _("the file is not UTF-8 here"));
    }
  else if (scan_value (&self, ""))
    {
      pass_blanks (&self, "");
      if (self.at < self.end)
        fail (&self, "", _("nothing may follow the last }"));
    }
  return scan;
}

void
ming_json_scan_free (MingJsonScan *scan)
{
  g_ptr_array_unref (scan->faults);
  g_hash_table_unref (scan->places);
  g_free (scan);
}

MingJsonPlace
ming_json_scan_find (const MingJsonScan *scan, const char *pointer)
{
  g_autofree char *parent = g_strdup (pointer);
  MingJsonPlace nowhere = { 0, 0 };

  for (;;)
    {
      const MingJsonPlace *place = g_hash_table_lookup (scan->places, parent);
      char *slash = strrchr (parent, '/');

      if (place != NULL)
        return *place;
      if (slash == NULL)
        return nowhere;
      *slash = '\0';
    }
}

char *
ming_json_pointer_key (const char *pointer, const char *key)
{
  GString *text = g_string_new (pointer);

  g_string_append_c (text, '/');
  for (; *key != '\0'; key++)
    {
      if (*key == '~')
        g_string_append (text, "~0");
      else if (*key == '/')
        g_string_append (text, "~1");
      else
        g_string_append_c (text, *key);
    }
  return g_string_free (text, FALSE);
}

char *
ming_json_pointer_index (const char *pointer, guint index)
{
  return g_strdup_printf ("%s/%u", pointer, index);
}
