/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "estimate/ming-estimate.h"
#include "ming-cli.h"

G_BEGIN_DECLS

/**
 * MingQuestion: what the commands estimate and year are asked: a case, the packs, and the form of the answer.
 * @before: (nullable): the case to compare with
 * @format: "table", "json" or "csv"
 */
typedef struct
{
  MingCase *input;
  MingCase *before;
  MingLibrary *library;
  const char *format;
} MingQuestion;

/**
 * Reads the arguments `CASE.json|- [--format …] [--policy DIR] [--date D] [--before OLD]`, the cases and
 * the packs. What is wrong is said on standard error, each fault of the case on a line of its own.
 */
MingExit ming_question_read (MingQuestion *self, int argc, char **argv);
void ming_question_clear (MingQuestion *self);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (MingQuestion, ming_question_clear)

/** Reads the case @path, or "-", with @date (nullable) as its day of asking; complains as above. */
MingExit ming_question_load (MingCase **input, const char *path, const char *date);

/** The exit code for a whole answer; says on standard error which parts are missing and why. */
MingExit ming_question_judge (const MingEstimate *answer);

G_END_DECLS
