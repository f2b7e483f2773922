/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <json-glib/json-glib.h>

#include "ming-json-scan.h"
#include "ming-problem.h"
#include "ming-table.h"

G_BEGIN_DECLS

/**
 * MingReader: reads JSON strictly and collects every problem instead of stopping at the first.
 * @file: name in messages
 * @scan: (nullable): where values stand in the file
 * @problems: of MingProblem*
 */
typedef struct
{
  const char *file;
  const MingJsonScan *scan;
  GPtrArray *problems;
} MingReader;

/** MingReaderObject: an object being read, and where it stands. Clear with ming_reader_object_clear(). */
typedef struct
{
  MingReader *reader;
  JsonObject *object;
  char *pointer;
} MingReaderObject;

/** MingReaderList: a list being read. Clear with ming_reader_list_clear(). */
typedef struct
{
  MingReader *reader;
  JsonArray *array;
  char *pointer;
  guint length;
} MingReaderList;

void ming_reader_object_clear (MingReaderObject *object);
void ming_reader_list_clear (MingReaderList *list);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (MingReaderObject, ming_reader_object_clear)
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (MingReaderList, ming_reader_list_clear)

/** Adds a problem at @pointer, unless the same kind of problem is known there already. */
void ming_reader_problem (MingReader *reader, MingPolicyError code, const char *pointer, const char *format,
                          ...) G_GNUC_PRINTF (4, 5);

/** The same at member @key of @object, or at @object itself when it has no such member. */
void ming_reader_member_problem (const MingReaderObject *object, const char *key, MingPolicyError code,
                                 const char *format, ...) G_GNUC_PRINTF (4, 5);

/** Turns the faults that a scan found into problems. */
void ming_reader_take_faults (MingReader *reader);

/*
 * Opening. @keys: NULL-terminated list of the keys an object may have; NULL: any. All others are unknown-key.
 * FALSE with a problem added when the value is not of the kind; @out is then empty and need not be cleared.
 */
gboolean ming_reader_open (MingReader *reader, JsonNode *node, const char *pointer, const char *const *keys,
                           MingReaderObject *out);
gboolean ming_reader_open_member (const MingReaderObject *object, const char *key, gboolean must,
                                  const char *const *keys, MingReaderObject *out);
gboolean ming_reader_open_list (const MingReaderObject *object, const char *key, gboolean must,
                                MingReaderList *out);
gboolean ming_reader_open_element (const MingReaderList *list, guint index, const char *const *keys,
                                   MingReaderObject *out);

gboolean ming_reader_has (const MingReaderObject *object, const char *key);

/** missing-key unless @object has member @key. */
void ming_reader_need_key (const MingReaderObject *object, const char *key);

/** unknown-key if @object has member @key, which does not go with @other. */
void ming_reader_refuse_key (const MingReaderObject *object, const char *key, const char *other);

/** JSON pointer of member @key. (transfer full) */
char *ming_reader_pointer (const MingReaderObject *object, const char *key);

/*
 * Members. A member that is missing is a missing-key problem when @must. Functions that return gboolean say
 * whether @out was written; strings are owned by the JSON tree.
 */
const char *ming_reader_get_string (const MingReaderObject *object, const char *key, gboolean must);

/** The text without a problem when it is missing or of another kind. */
const char *ming_reader_peek_string (const MingReaderObject *object, const char *key);

gboolean ming_reader_get_bool (const MingReaderObject *object, const char *key, gboolean fallback);
gboolean ming_reader_get_date (const MingReaderObject *object, const char *key, gboolean must, MingDate *out);

/** A whole number written as text, @min..@max. */
gboolean ming_reader_get_int (const MingReaderObject *object, const char *key, gboolean must, gint32 min,
                              gint32 max, gint64 *out);

/** The index of the text in the NULL-terminated @words. */
gboolean ming_reader_get_choice (const MingReaderObject *object, const char *key, gboolean must,
                                 const char *const *words, guint *out);

/** A name or note in two languages; both must be there. */
gboolean ming_reader_get_phrase (const MingReaderObject *object, const char *key, gboolean must,
                                 MingPhrase *out);

/** Element @index of a list of texts, or NULL with a problem. */
const char *ming_reader_get_element_string (const MingReaderList *list, guint index);

/** A list of texts, at least one; NULL when missing or wrong. (transfer full) */
GStrv ming_reader_get_strings (const MingReaderObject *object, const char *key, gboolean must);

/** An amount, or "unknown", or "none" when @none is allowed; a cell that is absent when missing or wrong. */
MingAmountCell ming_reader_get_amount (const MingReaderObject *object, const char *key, gboolean must,
                                       gboolean none);

/**
 * MingRateForm: what a rate may be.
 * @MING_RATE_SHARE: 0–100 %
 * @MING_RATE_FACTOR: 0–9
 * @MING_RATE_SIGNED: −100 %–100 %, the sign in "negative"
 */
typedef enum
{
  MING_RATE_SHARE,
  MING_RATE_FACTOR,
  MING_RATE_SIGNED
} MingRateForm;

/** A rate, or "unknown", or (@list) a list of them. */
MingRateCell ming_reader_get_rate (const MingReaderObject *object, const char *key, gboolean must,
                                   MingRateForm form, gboolean list);

/** A whole number from 0 to 100000 or "unknown". */
MingNumberCell ming_reader_get_number (const MingReaderObject *object, const char *key, gboolean must);

/** A rounding object; MING_ROUNDING_DEFAULT when missing or wrong. */
MingRounding ming_reader_get_rounding (const MingReaderObject *object, const char *key);

G_END_DECLS
