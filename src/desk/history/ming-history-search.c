/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "../ming-places.h"
#include "core/ming-text.h"
#include "ming-history-search.h"
#include "report/ming-sheet.h"

/* Hexadecimal digits of a receipt code, in two halves with a dash between. */
#define CODE_DIGITS 8

/* How many regions a name may mean. */
#define PLACES_MAX 8

/** Seeker: what the meanings of a text share. */
typedef struct
{
  MingStore *store;
  const char *text; /* tidied */
  const MingRegions *regions;
  const MingLibrary *library;
  char **out_digest;
} Seeker;

/* Full-width forms become plain ones, every dash "-"; blanks around go. (transfer full) */
static char *
tidy (const char *typed)
{
  g_autofree char *plain = g_utf8_normalize (typed, -1, G_NORMALIZE_ALL_COMPOSE);
  GString *text = g_string_new (NULL);

  for (const char *at = plain != NULL ? plain : ""; *at != '\0'; at = g_utf8_next_char (at))
    {
      gunichar character = g_utf8_get_char (at);

      g_string_append_unichar (
          text, g_unichar_type (character) == G_UNICODE_DASH_PUNCTUATION ? '-' : character);
    }
  return g_strstrip (g_string_free (text, FALSE));
}

static GPtrArray *
find_sheet (const Seeker *seeker, GError **error)
{
  g_autofree char *code = NULL;

  if (!ming_sheet_qr_parse (seeker->text, &code, seeker->out_digest))
    return NULL;
  return ming_store_search (seeker->store, &(MingStoreQuery){ .text = code }, error);
}

static GPtrArray *
find_part (const Seeker *seeker, GError **error)
{
  return ming_store_search (seeker->store, &(MingStoreQuery){ .text = seeker->text }, error);
}

/* 7f3a21c9, with whatever somebody puts for the dash. */
static GPtrArray *
find_code (const Seeker *seeker, GError **error)
{
  g_autoptr (GString) digits = g_string_new (NULL);
  g_autofree char *code = NULL;

  for (const char *at = seeker->text; *at != '\0'; at = g_utf8_next_char (at))
    if (g_ascii_isxdigit (*at))
      g_string_append_c (digits, *at);
    else if (!g_unichar_isspace (g_utf8_get_char (at)) && !g_unichar_ispunct (g_utf8_get_char (at)))
      return NULL;
  if (digits->len != CODE_DIGITS)
    return NULL;
  code = g_strdup_printf ("%.4s-%.4s", digits->str, digits->str + CODE_DIGITS / 2);
  return ming_store_search (seeker->store, &(MingStoreQuery){ .text = code }, error);
}

static gboolean
read_day (const char *text, char day[MING_TEXT_DATE_SIZE])
{
  MingDate date;

  return ming_text_parse_date_entry (text, strlen (text), &date, NULL) == MING_OK
         && ming_text_format_date (date, day, MING_TEXT_DATE_SIZE) == MING_OK;
}

/* One day, or two with something between them. */
static GPtrArray *
find_days (const Seeker *seeker, GError **error)
{
  static const char *const between[] = { "..", "~", "至" };
  char from[MING_TEXT_DATE_SIZE], to[MING_TEXT_DATE_SIZE];
  gboolean known = read_day (seeker->text, from);

  if (known)
    strcpy (to, from);
  for (gsize i = 0; i < G_N_ELEMENTS (between) && !known; i++)
    {
      g_auto (GStrv) parts = g_strsplit (seeker->text, between[i], -1);

      known = g_strv_length (parts) == 2 && read_day (g_strstrip (parts[0]), from)
              && read_day (g_strstrip (parts[1]), to);
    }
  return known ? ming_store_search (seeker->store, &(MingStoreQuery){ .from = from, .to = to }, error) : NULL;
}

static GPtrArray *
find_amount (const Seeker *seeker, GError **error)
{
  MingStoreQuery query = { 0 };

  if (ming_text_parse_fen_entry (seeker->text, strlen (seeker->text), &query.amount_fen, NULL) != MING_OK
      || query.amount_fen == 0)
    return NULL;
  return ming_store_search (seeker->store, &query, error);
}

/* The first digits that all places inside the region with @code share: 110000 is 11, 370600 is 3706. */
static char *
code_prefix (const char *code)
{
  gsize length = strlen (code);

  while (length >= 2 && code[length - 1] == '0' && code[length - 2] == '0')
    length -= 2;
  return g_strndup (code, length);
}

static GPtrArray *
find_region (const Seeker *seeker, GError **error)
{
  g_autoptr (GPtrArray) places =
      ming_places_search (seeker->regions, seeker->library, seeker->text, PLACES_MAX);

  for (guint i = 0; i < places->len; i++)
    {
      const MingChoice *place = g_ptr_array_index (places, i);
      g_autofree char *prefix = code_prefix (place->code);
      g_autoptr (GPtrArray) found =
          ming_store_search (seeker->store, &(MingStoreQuery){ .region = prefix }, error);

      if (found == NULL || found->len > 0)
        return g_steal_pointer (&found);
    }
  return NULL;
}

GPtrArray *
ming_history_search (MingStore *store, const char *typed, const MingRegions *regions,
                     const MingLibrary *library, char **out_digest, GError **error)
{
  GPtrArray *(*const meanings[]) (const Seeker *, GError **)
      = { find_sheet, find_part, find_code, find_days, find_amount, find_region };
  g_autofree char *text = tidy (typed);
  const Seeker seeker = { store, text, regions, library, out_digest };

  g_return_val_if_fail (store != NULL && typed != NULL && out_digest != NULL, NULL);

  *out_digest = NULL;
  if (*text == '\0')
    return ming_store_search (store, &(MingStoreQuery){ 0 }, error);
  for (gsize i = 0; i < G_N_ELEMENTS (meanings); i++)
    {
      GError *failure = NULL;
      g_autoptr (GPtrArray) found = meanings[i](&seeker, &failure);

      if (failure != NULL)
        {
          g_propagate_error (error, failure);
          return NULL;
        }
      /* a scanned code means nothing else, whether it is found or not */
      if (found != NULL && (found->len > 0 || *out_digest != NULL))
        return g_steal_pointer (&found);
    }
  return g_ptr_array_new_with_free_func ((GDestroyNotify) ming_store_entry_free);
}
