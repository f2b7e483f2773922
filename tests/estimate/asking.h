/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "estimate/ming-explain.h"
#include "estimate/ming-life.h"

/** The packs of tests/cases/packs, of data/policies, of tests/estimate/packs: all sound, loaded once. */
MingLibrary *asking_packs (void);
MingLibrary *asking_shipped (void);
MingLibrary *asking_own (void);

/** Makes the program speak "zh" or "en" from now on. */
void asking_speak (const char *language);

/** The library that a file under tests/cases names. */
MingLibrary *asking_library_of (JsonObject *file);

/** The file tests/cases/@name as JSON. */
JsonObject *asking_read_file (const char *name);

/* How a case of the own pack begins. */
#define OWN_HEAD                                                                                             \
  "{\"format\": \"mingsuan-case/1\", \"insuplc_admdvs\": \"999100\", \"insutype\": \"310\", "

/* A stay and a clinic visit of 政策范围内 @scope yuan, all of the bill. */
#define STAY(from, to, level, scope, more)                                                                   \
  "{\"med_type\": \"21\", \"hosp_lv\": \"" level "\", \"begndate\": \"" from "\", \"enddate\": \"" to        \
  "\", \"medfee_sumamt\": \"" scope "\", \"fulamt_ownpay_amt\": \"0\", \"overlmt_selfpay\": \"0\", "         \
  "\"preselfpay_amt\": \"0\"" more "}"
#define CLINIC(day, scope, more)                                                                             \
  "{\"med_type\": \"11\", \"begndate\": \"" day "\", \"enddate\": \"" day "\", \"medfee_sumamt\": \"" scope  \
  "\", \"fulamt_ownpay_amt\": \"0\", \"overlmt_selfpay\": \"0\", \"preselfpay_amt\": \"0\"" more "}"

/** The answer to a case of the own pack (999100-310); @format: its members from "date" on. (transfer full) */
MingEstimate *ask_own (const char *format, ...) G_GNUC_PRINTF (1, 2);

/** Visit @index of @answer, which there must be. */
const MingVisitResult *ask_visit (const MingEstimate *answer, guint index);

/** What the funds pay of visit @index, which must be known. */
MingFen ask_fund (const MingEstimate *answer, guint index);

/** Whether one of @texts (of char*) contains @part. */
gboolean asking_has_text (GPtrArray *texts, const char *part);

/** The names of all files under tests/cases but packs, sorted, such as "beijing/retired-50000.json".
 * (transfer full) of char* */
GPtrArray *asking_list_files (void);

/** The case that the file tests/cases/@name holds. (transfer full) */
MingCase *asking_case_of_file (const char *name, MingLibrary **library);

/** @text, a case as JSON, parsed; it must be sound. (transfer full) */
MingCase *asking_parse (const char *text);

/** The answer to @input, which there must be. (transfer full) */
MingEstimate *asking_answer (const MingLibrary *library, const MingCase *input);

/** The same from JSON text. (transfer full) */
MingEstimate *asking_answer_text (const MingLibrary *library, const char *text);

/** Every step of @answer: account, contribution, visits in order. (transfer full) of MingStep* */
GPtrArray *asking_steps (const MingEstimate *answer);

/** @steps as the golden files under tests/estimate/steps hold them. (transfer full) */
char *asking_print_steps (GPtrArray *steps);

/**
 * Compares @text with tests/estimate/steps/@name, byte for byte; writes the file instead when
 * MING_UPDATE_STEPS is set.
 */
void asking_compare (const char *name, const char *text);
