/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ming-estimate"

#include "config.h"

#include "ming-json-set.h"
#include "ming-life.h"
#include "ming-receipt-private.h"

/* The part of the answer called @name: its outcome, and why it is not known. */
static JsonObject *
add_part (JsonObject *root, const char *name, MingOutcome outcome, const char *message)
{
  JsonObject *part = json_object_new ();

  json_object_set_string_member (part, "outcome", ming_outcome_name (outcome));
  if (message != NULL)
    json_object_set_string_member (part, "message", message);
  json_object_set_object_member (root, name, part);
  return part;
}

static void
add_retirement (const MingLife *self, JsonObject *root)
{
  const MingRetirement *retirement = &self->retirement.retirement;
  JsonObject *part = add_part (root, "retirement", self->retirement.outcome, self->retirement.message);

  if (self->retirement.outcome != MING_OUTCOME_KNOWN)
    return;
  ming_json_set_month (part, "month", retirement->month);
  ming_json_set_count (part, "age_months", retirement->age_months);
  ming_json_set_count (part, "delay_months", retirement->delay_months);
  ming_json_set_month (part, "earliest_month", retirement->earliest_month);
  ming_json_set_month (part, "latest_month", retirement->latest_month);
}

static void
add_years (const MingLife *self, JsonObject *root)
{
  const MingLifeYears *years = &self->years;
  JsonObject *part = add_part (root, "years", years->outcome, years->message);

  if (years->outcome != MING_OUTCOME_KNOWN)
    return;
  ming_json_set_count (part, "required_months", years->rule.total_months);
  ming_json_set_count (part, "required_actual_months", years->rule.actual_months);
  ming_json_set_count (part, "required_local_months", years->rule.local_months);
  ming_json_set_count (part, "missing_months", years->gap.missing_months);
  json_object_set_string_member (part, "cost_outcome", ming_outcome_name (years->cost_outcome));
  if (years->cost_outcome != MING_OUTCOME_KNOWN)
    return;
  ming_json_set_fen (part, "month_cost", years->month_fen);
  ming_json_set_fen (part, "cost_at_once", years->at_once_fen);
}

static void
add_waiting (const MingLife *self, JsonObject *root)
{
  const MingWaiting *waiting = &self->waiting.waiting;
  JsonObject *part = add_part (root, "waiting", self->waiting.outcome, self->waiting.message);

  if (self->waiting.outcome != MING_OUTCOME_KNOWN)
    return;
  ming_json_set_count (part, "fixed_months", waiting->fixed_months);
  ming_json_set_count (part, "variable_months", waiting->variable_months);
  ming_json_set_count (part, "repaired_months", waiting->repaired_months);
  ming_json_set_count (part, "months", waiting->months);
}

static void
add_premium (const MingLife *self, JsonObject *root)
{
  const MingLifePremium *premium = &self->premium;
  JsonObject *part = add_part (root, "premium", premium->outcome, premium->message);

  if (premium->outcome != MING_OUTCOME_KNOWN)
    return;
  ming_json_set_count (part, "coverage_year", premium->coverage_year);
  ming_json_set_fen (part, "person", premium->person_fen);
  if (premium->subsidy_known)
    ming_json_set_fen (part, "subsidy", premium->subsidy_fen);
}

JsonNode *
ming_life_to_json (const MingLife *self)
{
  JsonNode *node = json_node_new (JSON_NODE_OBJECT);
  JsonObject *root = json_object_new ();

  json_object_set_string_member (root, "format", MING_LIFE_FORMAT);
  json_object_set_string_member (root, "pack", self->pack->id);
  add_retirement (self, root);
  add_years (self, root);
  add_waiting (self, root);
  add_premium (self, root);
  json_node_take_object (node, root);
  return node;
}
