/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ming-policy-error.h"

G_DEFINE_QUARK (ming-policy-error-quark, ming_policy_error)

static const char *const names[MING_N_POLICY_ERRORS] = {
  [MING_POLICY_ERROR_IO] = "io",
  [MING_POLICY_ERROR_SYNTAX] = "syntax",
  [MING_POLICY_ERROR_FORMAT] = "format",
  [MING_POLICY_ERROR_DUPLICATE_KEY] = "duplicate-key",
  [MING_POLICY_ERROR_UNKNOWN_KEY] = "unknown-key",
  [MING_POLICY_ERROR_MISSING_KEY] = "missing-key",
  [MING_POLICY_ERROR_WRONG_TYPE] = "wrong-type",
  [MING_POLICY_ERROR_BAD_VALUE] = "bad-value",
  [MING_POLICY_ERROR_UNKNOWN_SOURCE] = "unknown-source",
  [MING_POLICY_ERROR_NO_SOURCE] = "no-source",
  [MING_POLICY_ERROR_BAD_EVIDENCE] = "bad-evidence",
  [MING_POLICY_ERROR_BANDS_OVERLAP] = "bands-overlap",
  [MING_POLICY_ERROR_BANDS_GAP] = "bands-gap",
  [MING_POLICY_ERROR_BANDS_COUNT] = "bands-count",
  [MING_POLICY_ERROR_UNREACHABLE_ROW] = "unreachable-row",
  [MING_POLICY_ERROR_AMBIGUOUS_ROWS] = "ambiguous-rows",
  [MING_POLICY_ERROR_UNKNOWN_VALUE] = "unknown-value",
  [MING_POLICY_ERROR_UNKNOWN_ATTRIBUTE] = "unknown-attribute",
  [MING_POLICY_ERROR_VERSIONS_OVERLAP] = "versions-overlap",
  [MING_POLICY_ERROR_DATES_REVERSED] = "dates-reversed",
  [MING_POLICY_ERROR_UNKNOWN_LAYER] = "unknown-layer",
  [MING_POLICY_ERROR_LAYER_ORDER] = "layer-order",
  [MING_POLICY_ERROR_DUPLICATE_LAYER] = "duplicate-layer",
  [MING_POLICY_ERROR_DUPLICATE_MED_TYPE] = "duplicate-med-type",
  [MING_POLICY_ERROR_ID_MISMATCH] = "id-mismatch",
  [MING_POLICY_ERROR_DUPLICATE_PACK] = "duplicate-pack",
  [MING_POLICY_ERROR_NO_RULE] = "no-rule",
  [MING_POLICY_ERROR_NO_ROW] = "no-row",
  [MING_POLICY_ERROR_UNKNOWN_FIGURE] = "unknown-figure",
  [MING_POLICY_ERROR_NO_PACK] = "no-pack",
};

const char *
ming_policy_error_name (MingPolicyError code)
{
  g_return_val_if_fail ((guint) code < MING_N_POLICY_ERRORS, "");
  return names[code];
}
