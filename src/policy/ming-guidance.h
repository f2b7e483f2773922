/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ming-pack.h"

G_BEGIN_DECLS

/** The word used in packs and on the command line, e.g. "cash_claim" (static). */
const char *ming_guidance_topic_name (MingGuidanceTopic topic);

/** The words of all topics in their order, NULL-terminated (static). */
const char *const *ming_guidance_topic_names (void);

/** The words of MingTimeUnit in packs and in JSON, in its order, ended by NULL. */
const char *const *ming_time_unit_names (void);

/** What people ask, in the program's language (static): "Paid cash first: which papers, how long?" */
const char *ming_guidance_topic_question (MingGuidanceTopic topic);

/** A set of topics. */
#define MING_GUIDANCE_BIT(topic) (1u << (topic))
#define MING_GUIDANCE_ALL (MING_GUIDANCE_BIT (MING_N_GUIDANCE_TOPICS) - 1)

/** MingGuidanceLevel: whose rule it is; the nearer one is told first. */
typedef enum
{
  MING_GUIDANCE_OWN = 0,  /**< of the pooling area (统筹区) */
  MING_GUIDANCE_PROVINCE, /**< of its province */
  MING_GUIDANCE_NATION,   /**< of the whole country: packs of region 100000 */
  MING_N_GUIDANCE_LEVELS
} MingGuidanceLevel;

/** "own rule", "provincial rule", "national rule" in the program's language (static). */
const char *ming_guidance_level_words (MingGuidanceLevel level);

/** MingGuidanceHit: an entry that holds for somebody. @pack, @entry: owned by the library */
typedef struct
{
  MingGuidanceLevel level;
  const MingPack *pack;
  const MingGuidance *entry;
} MingGuidanceHit;

/** Whether @entry is in force on @date, and not only announced. */
gboolean ming_guidance_holds (const MingGuidance *entry, const MingDate *date);

/**
 * What @library knows about @topics for an insured person, topic by topic, own rules before those of the
 * province and of the country. Entries not in force on @date, or only announced, are left out.
 * @region: six digits; a district finds its pooling area
 * @topics: set of MING_GUIDANCE_BIT
 * Returns: (transfer full): of MingGuidanceHit*
 */
GPtrArray *ming_guidance_find (const MingLibrary *library, const char *region, const char *insutype,
                               const MingDate *date, guint topics);

/** Those of @topics for which @hits hold nothing of the area or its province. */
guint ming_guidance_without_own (GPtrArray *hits, guint topics);

/** Those of @topics for which @hits hold nothing at all. */
guint ming_guidance_without_any (GPtrArray *hits, guint topics);

/** The question, with the case of the entry behind it. (transfer full) */
char *ming_guidance_title (const MingGuidance *entry);

/** "Papers: …; …", or NULL when the entry names none. (transfer full) */
char *ming_guidance_papers (const MingGuidance *entry);

/** "Time: 30 working days (…); …", or NULL when the entry has none. (transfer full) */
char *ming_guidance_limits (const MingGuidance *entry);

/** "Where: …", or NULL when the entry does not say. (transfer full) */
char *ming_guidance_where (const MingGuidance *entry);

/** One of the limits: "30 working days", "on the spot", "unknown". (transfer full) */
char *ming_guidance_limit_words (const MingGuidanceLimit *limit);

/**
 * "national rule: 《title》number clause; …", and that a document has ended when it has before @date.
 * (transfer full)
 */
char *ming_guidance_basis (const MingGuidanceHit *hit, const MingDate *date);

/** What to do about topics that nobody near has ruled on, or NULL when there are none. (transfer full) */
char *ming_guidance_ask (guint without_own, guint without_any);

G_END_DECLS
