/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/*
 * A look at JSON text before it is parsed. The parser in use accepts comments, keeps the last of two equal
 * keys and turns numbers into binary fractions; all three would change figures without a word.
 */

/**
 * MingJsonFaultKind:
 * @MING_JSON_SYNTAX: not JSON; nothing after this place was looked at
 * @MING_JSON_COMMENT: a comment
 * @MING_JSON_DUPLICATE_KEY: a key that the same object already has
 * @MING_JSON_NUMBER: a number
 */
typedef enum
{
  MING_JSON_SYNTAX,
  MING_JSON_COMMENT,
  MING_JSON_DUPLICATE_KEY,
  MING_JSON_NUMBER
} MingJsonFaultKind;

/** MingJsonPlace: line and column from 1, the column in characters. */
typedef struct
{
  guint line;
  guint column;
} MingJsonPlace;

/** MingJsonFault: @pointer names the value the fault is in, @message says what it is. */
typedef struct
{
  MingJsonFaultKind kind;
  char *pointer;
  MingJsonPlace place;
  char *message;
} MingJsonFault;

/**
 * MingJsonScan:
 * @faults: of MingJsonFault*, in the order of the text
 * @places: JSON pointer → MingJsonPlace* of every value
 * @broken: whether one of @faults is a %MING_JSON_SYNTAX
 * @has_comments: whether one of @faults is a %MING_JSON_COMMENT
 */
typedef struct
{
  GPtrArray *faults;
  GHashTable *places;
  gboolean broken;
  gboolean has_comments;
} MingJsonScan;

/** The deepest nesting accepted. */
#define MING_JSON_DEPTH_MAX 32

/** Looks through @text, @length bytes. A byte order mark at its start is passed over. (transfer full) */
MingJsonScan *ming_json_scan_new (const char *text, gsize length);
void ming_json_scan_free (MingJsonScan *scan);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (MingJsonScan, ming_json_scan_free)

/** Where the value at @pointer begins; the place of its nearest known parent when it is not there itself. */
MingJsonPlace ming_json_scan_find (const MingJsonScan *scan, const char *pointer);

/** @pointer with one more step to @key, escaped as RFC 6901 wants it. (transfer full) */
char *ming_json_pointer_key (const char *pointer, const char *key);

/** @pointer with one more step to element @index. (transfer full) */
char *ming_json_pointer_index (const char *pointer, guint index);

G_END_DECLS
