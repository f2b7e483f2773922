/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * MingRegionError:
 * @MING_REGION_ERROR_IO: the file cannot be read
 * @MING_REGION_ERROR_ENCODING: the text is not UTF-8
 * @MING_REGION_ERROR_HEADER: the first line that is no comment does not name the columns
 * @MING_REGION_ERROR_COLUMNS: a line has more or fewer than five columns
 * @MING_REGION_ERROR_CODE: a code is not six digits
 * @MING_REGION_ERROR_ORDER: a code is not larger than the one before: out of order, or twice
 * @MING_REGION_ERROR_NAME: a name is missing
 * @MING_REGION_ERROR_LEVEL: no such level
 * @MING_REGION_ERROR_PARENT: the parent is not listed above the line, or a province has one
 * @MING_REGION_ERROR_INITIALS: the initials are not one letter a..z for each Chinese character of the name
 *
 * What can be wrong with a list of regions. Messages start with file and line.
 */
typedef enum
{
  MING_REGION_ERROR_IO,
  MING_REGION_ERROR_ENCODING,
  MING_REGION_ERROR_HEADER,
  MING_REGION_ERROR_COLUMNS,
  MING_REGION_ERROR_CODE,
  MING_REGION_ERROR_ORDER,
  MING_REGION_ERROR_NAME,
  MING_REGION_ERROR_LEVEL,
  MING_REGION_ERROR_PARENT,
  MING_REGION_ERROR_INITIALS
} MingRegionError;

#define MING_REGION_ERROR (ming_region_error_quark ())
GQuark ming_region_error_quark (void);

/** MingRegionLevel: what kind of area it is, in the order in which matches are offered. */
typedef enum
{
  MING_REGION_LEVEL_PROVINCE = 0, /**< 省、自治区、直辖市 */
  MING_REGION_LEVEL_PREFECTURE,   /**< 地市 */
  MING_REGION_LEVEL_COUNTY,       /**< 区县, development zones too */
  MING_REGION_LEVEL_INDUSTRY,     /**< 省级行业、开发区 with a pool of its own */
  MING_REGION_LEVEL_OWN           /**< 省本级、市本级 */
} MingRegionLevel;

typedef struct _MingRegion MingRegion;

/**
 * MingRegion: an insured area (参保区划, insuplc_admdvs). Owned by its #MingRegions.
 * @code: six digits
 * @name: "烟台市"
 * @initials: of the pinyin, "yts"
 * @display_name: with the areas above, "山东省 烟台市"
 * @parent: (nullable): the area above
 */
struct _MingRegion
{
  char code[7];
  MingRegionLevel level;
  const char *name;
  const char *initials;
  const char *display_name;
  const MingRegion *parent;
};

/** MingRegions: the list of all insured areas. Immutable, counted, to be read from any thread. */
typedef struct _MingRegions MingRegions;

/**
 * ming_regions_load:
 * @filename: a table like data/regions/regions.tsv
 *
 * Returns: (transfer full): the regions, or %NULL with an error of %MING_REGION_ERROR
 */
MingRegions *ming_regions_load (const char *filename, GError **error);

/**
 * ming_regions_new_from_data:
 * @data: the text of such a table
 * @length: bytes
 * @name: what to call it in messages
 *
 * Returns: (transfer full): the regions, or %NULL with an error of %MING_REGION_ERROR
 */
MingRegions *ming_regions_new_from_data (const char *data, gsize length, const char *name, GError **error);

MingRegions *ming_regions_ref (MingRegions *self);
void ming_regions_unref (MingRegions *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (MingRegions, ming_regions_unref)

/** ming_regions_get_n: how many there are. */
guint ming_regions_get_n (const MingRegions *self);

/** ming_regions_get: (transfer none): the region at @position, in the order of the codes. */
const MingRegion *ming_regions_get (const MingRegions *self, guint position);

/**
 * ming_regions_lookup:
 * @code: any text
 *
 * Returns: (transfer none) (nullable): the region listed under exactly this code
 */
const MingRegion *ming_regions_lookup (const MingRegions *self, const char *code);

/**
 * ming_regions_find_pool:
 * @code: six digits, listed or not
 *
 * The area whose fund answers for @code (统筹区). The first four digits name it, in the municipalities
 * (直辖市 11 12 31 50) the first two; an industry's pool is its own, and so is an area directly under its
 * province (省直辖县级, e.g. 济源). Codes of counties are made and abolished every year, so an unlisted one
 * is no error.
 *
 * Returns: (transfer none) (nullable): the pooling area; a province for its own code; %NULL when @code is
 *   not six digits or nothing of the kind is listed
 */
const MingRegion *ming_regions_find_pool (const MingRegions *self, const char *code);

/**
 * ming_regions_resolve:
 * @code: six digits, listed or not
 *
 * Returns: (transfer none) (nullable): the region listed under @code, else its pooling area
 */
const MingRegion *ming_regions_resolve (const MingRegions *self, const char *code);

/**
 * ming_regions_search:
 * @text: as typed: a code or its beginning, a name or part of one, initials, or the names or initials of
 *   several levels together ("山东烟台", "ytzf"); full-width and capital letters, spaces
 * @max: the most matches wanted, 0 for all
 *
 * Best first: the code; codes that begin so; names that begin so; initials that begin so; names that contain
 * it; levels together. Among equals larger areas come first, then lower codes. An unlisted code of six digits
 * finds its pooling area. Of rows that read the same only the first is offered (old codes of one place).
 *
 * Returns: (transfer container) (element-type MingRegion): the matches; they live as long as @self
 */
GPtrArray *ming_regions_search (const MingRegions *self, const char *text, guint max);

/** Whether @code, six digits, lies in one of the four municipalities (直辖市): one pooling area each. */
gboolean ming_region_is_municipality (const char *code);

G_END_DECLS
