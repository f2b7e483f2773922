/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ming-pack.h"
#include "ming-reader.h"

G_BEGIN_DECLS

/** MingLoader: one pack being loaded, shared by the files that read its parts. */
typedef struct
{
  MingReader reader;
  MingPack *pack;
} MingLoader;

/**
 * MingPapers: where figures come from, handed down from version to layer to table to row.
 * @citations: of MingCitation*, may be empty
 * @broken: a source was named wrongly, so that a missing one need not be reported as well
 */
typedef struct
{
  GPtrArray *citations;
  MingEvidence evidence;
  gboolean broken;
} MingPapers;

void ming_papers_clear (MingPapers *papers);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (MingPapers, ming_papers_clear)

/** The papers of @object: its own "source" and "evidence", else those of @above (nullable). */
MingPapers ming_loader_papers (MingLoader *self, const MingReaderObject *object, const MingPapers *above);

/** no-source at @pointer when @papers name none. */
void ming_loader_need_papers (MingLoader *self, const MingPapers *papers, const char *pointer);

/** Fills "sources", "attributes", "gaps" of the pack. */
void ming_loader_read_sources (MingLoader *self, const MingReaderObject *top);
void ming_loader_read_attributes (MingLoader *self, const MingReaderObject *top);
void ming_loader_read_gaps (MingLoader *self, const MingReaderObject *top);

/** The conditions under @key, an empty array when there are none. (transfer full) of MingCondition* */
GPtrArray *ming_loader_conditions (MingLoader *self, const MingReaderObject *object, const char *key);

#define MING_COLUMN_BIT(column) (1u << (column))

/**
 * MingRowShape: what the rows of a kind of table look like.
 * @amounts, @rates, @numbers: sets of MING_COLUMN_BIT
 * @more: NULL-terminated keys that @check reads, or NULL
 * @none: whether an amount may be "none"
 * @rate_list: whether "rate" may be a list
 * @needs: (nullable): a key that each row must have
 * @check: (nullable): reads and checks what is particular
 */
typedef struct
{
  guint amounts;
  guint rates;
  guint numbers;
  const char *const *more;
  gboolean none;
  gboolean rate_list;
  const char *needs;
  void (*check) (MingLoader *self, const MingReaderObject *object, MingRow *row, const MingPapers *papers);
} MingRowShape;

/** A table whose rows stand in the list under @key of @object. (transfer full): NULL when there is none. */
MingTable *ming_loader_table (MingLoader *self, const MingReaderObject *object, const char *key,
                              const MingRowShape *shape, const MingPapers *papers, gboolean optional);

/** ambiguous-rows and unreachable-row of @table, found by trying every case its rows tell apart. */
void ming_loader_check_table (MingLoader *self, const MingTable *table);

/** The layer at @list, index @index, of a version; @above are the layers before it. (transfer full) */
MingLayerSpec *ming_loader_layer (MingLoader *self, const MingReaderList *list, guint index, GPtrArray *above,
                                  const MingPapers *papers);

MingDeductibleSpec *ming_loader_deductible (MingLoader *self, const MingReaderObject *layer,
                                            const MingPapers *papers);
MingBandsSpec *ming_loader_bands (MingLoader *self, const MingReaderObject *layer, const MingPapers *papers);

/** The caps of @layer; their counter is @counter unless they name one. (transfer full) of MingCapSpec* */
GPtrArray *ming_loader_caps (MingLoader *self, const MingReaderObject *layer, const char *counter,
                             const MingPapers *papers);

/** Fills the pack's kinds of care. */
void ming_loader_read_care (MingLoader *self, const MingReaderObject *top);

/** Fills contribution, account_credit, retirement_years, waiting, resident_premium. */
void ming_loader_read_dated (MingLoader *self, const MingReaderObject *top);

/** Fills "guidance"; after the codes of the pack. */
void ming_loader_read_guidance (MingLoader *self, const MingReaderObject *top);

/** The keys that every version has, for lists of known keys. */
#define MING_SPAN_KEYS "effective", "until", "published", "expected", "note", "source", "evidence"

void ming_loader_span (const MingReaderObject *object, MingSpan *span);

/** Sorts @list (elements begin with a MingSpan) by date; versions-overlap where two hold on one day. */
void ming_loader_order_versions (MingLoader *self, GPtrArray *list);

/* Freeing, shared by pack and loader. */
void ming_layer_spec_free (MingLayerSpec *spec);
void ming_cap_spec_free (MingCapSpec *spec);
void ming_care_version_free (MingCareVersion *version);
void ming_care_free (MingCare *care);
void ming_gap_free (MingGap *gap);
void ming_dated_base_free (MingDatedBase *base);
void ming_dated_table_free (MingDatedTable *dated);
void ming_years_version_free (MingYearsVersion *years);

/** An entry without words. (transfer full) */
MingGuidance *ming_guidance_new (void);
void ming_guidance_free (MingGuidance *guidance);

/** An empty pack. (transfer full) */
MingPack *ming_pack_new (void);

G_END_DECLS
