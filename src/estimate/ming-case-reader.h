/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ming-case-fields.h"

G_BEGIN_DECLS

/**
 * MingCaseReader: where the reading of a case stands, and what was found wrong so far.
 * @faults: of MingFault*
 * @pointer: JSON pointer of the object being read
 */
typedef struct
{
  GPtrArray *faults;
  GString *pointer;
} MingCaseReader;

/**
 * Reads @text as strict JSON; comments, equal keys and numbers are faults.
 * Returns: (transfer full) (nullable): NULL when it is not JSON; with other faults there is still a tree to
 *   look at
 */
JsonNode *ming_case_reader_scan (MingCaseReader *self, const char *text, gssize length);

/** Goes into member @key (or element @index when @key is NULL) of the object; returns what leave() needs. */
gsize ming_case_reader_enter (MingCaseReader *self, const char *key, guint index);
void ming_case_reader_leave (MingCaseReader *self, gsize mark);

/** Notes a fault at member @key of the object being read, or at the object itself when @key is NULL. */
void ming_case_reader_fault (MingCaseReader *self, MingCaseError code, const char *key, const char *format,
                             ...) G_GNUC_PRINTF (4, 5);

/**
 * Reads the members of @object that @fields name into @target, which keeps what was there when one is left
 * out. A wrong or missing member is a fault; the others are read all the same.
 */
void ming_case_reader_read (MingCaseReader *self, JsonObject *object, const MingField *fields,
                            gpointer target);

/**
 * Faults the members of @object that neither the tables nor @others name, with the nearest name that is
 * known.
 * @tables: ended by NULL
 * @others: names of lists and objects, ended by NULL
 */
void ming_case_reader_check_keys (MingCaseReader *self, JsonObject *object, const MingField *const *tables,
                                  const char *const *others);

/** The member @key as an object or list; NULL when left out, or after a fault when it is something else. */
JsonObject *ming_case_reader_get_object (MingCaseReader *self, JsonObject *object, const char *key);
JsonArray *ming_case_reader_get_list (MingCaseReader *self, JsonObject *object, const char *key);

/** Element @index of @list as an object, or NULL after a fault at the place being read. */
JsonObject *ming_case_reader_get_element (MingCaseReader *self, JsonArray *list, guint index);

G_END_DECLS
