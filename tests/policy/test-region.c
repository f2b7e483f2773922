/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib.h>
#include <string.h>

#include "policy/ming-region.h"

#define HEADER "code\tname\tlevel\tparent\tinitials\n"
#define SHANDONG "370000\t山东省\tprovince\t-\tsds\n"
#define YANTAI "370600\t烟台市\tprefecture\t370000\tyts\n"

static MingRegions *all; /* the list that the product ships */

static char *
dup_filename (void)
{
  return g_build_filename (g_getenv ("MING_DATADIR"), "regions", "regions.tsv", NULL);
}

static MingRegions *
parse (const char *text, GError **error)
{
  /* An exact copy, so that a sanitizer sees the first byte read beyond the end. */
  g_autofree char *data = g_memdup2 (text, strlen (text));

  return ming_regions_new_from_data (data, strlen (text), "list.tsv", error);
}

static void
test_small_list (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (MingRegions) regions = NULL;
  const MingRegion *region;

  regions = parse ("# a comment\n\n" HEADER SHANDONG "\r\n# another\n" YANTAI
                   "370602\t芝罘区\tcounty\t370600\tzfq\r\n"
                   "370699\t烟台市市本级\town\t370600\tytssbj\n"
                   "379903\t胜利油田（测试）\tindustry\t370000\tslytcs", &error);
  g_assert_no_error (error);
  g_assert_cmpuint (ming_regions_get_n (regions), ==, 5);

  region = ming_regions_get (regions, 2);
  g_assert_cmpstr (region->code, ==, "370602");
  g_assert_cmpstr (region->name, ==, "芝罘区");
  g_assert_cmpstr (region->initials, ==, "zfq");
  g_assert_cmpint (region->level, ==, MING_REGION_LEVEL_COUNTY);
  g_assert_cmpstr (region->parent->code, ==, "370600");
  g_assert_cmpstr (region->display_name, ==, "山东省 烟台市 芝罘区");

  g_assert_null (ming_regions_get (regions, 0)->parent);
  g_assert_cmpint (ming_regions_get (regions, 0)->level, ==, MING_REGION_LEVEL_PROVINCE);
  g_assert_cmpstr (ming_regions_get (regions, 0)->display_name, ==, "山东省");
  g_assert_cmpint (ming_regions_get (regions, 1)->level, ==, MING_REGION_LEVEL_PREFECTURE);
  g_assert_cmpstr (ming_regions_get (regions, 1)->display_name, ==, "山东省 烟台市");
  g_assert_cmpint (ming_regions_get (regions, 3)->level, ==, MING_REGION_LEVEL_OWN);
  g_assert_cmpstr (ming_regions_get (regions, 3)->display_name, ==, "山东省 烟台市市本级");
  g_assert_cmpint (ming_regions_get (regions, 4)->level, ==, MING_REGION_LEVEL_INDUSTRY);
}

static void
test_empty_list (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (MingRegions) regions = parse (HEADER, &error);
  g_autoptr (GPtrArray) found = NULL;

  g_assert_no_error (error);
  g_assert_cmpuint (ming_regions_get_n (regions), ==, 0);
  g_assert_null (ming_regions_resolve (regions, "370600"));
  found = ming_regions_search (regions, "yt", 0);
  g_assert_cmpuint (found->len, ==, 0);
}

/* Each code of the error domain, with the line it names. */
static void
test_damage (void)
{
  static const struct
  {
    const char *text;
    MingRegionError code;
    const char *place;
  } cases[] = {
    { "", MING_REGION_ERROR_HEADER, "list.tsv:1: " },
    { "# nothing else\n", MING_REGION_ERROR_HEADER, "list.tsv:1: " },
    { "# first\n" SHANDONG, MING_REGION_ERROR_HEADER, "list.tsv:2: " },
    { "code,name,level,parent,initials\n", MING_REGION_ERROR_HEADER, "list.tsv:1: " },
    { HEADER "370000\t山东省\tprovince\t-\n", MING_REGION_ERROR_COLUMNS, "list.tsv:2: " },
    { HEADER "370000\t山东省\tprovince\t-\tsds\ty\n", MING_REGION_ERROR_COLUMNS, "list.tsv:2: " },
    { HEADER "370000 山东省 province - sds\n", MING_REGION_ERROR_COLUMNS, "list.tsv:2: " },
    { HEADER "37000\t山东省\tprovince\t-\tsds\n", MING_REGION_ERROR_CODE, "list.tsv:2: " },
    { HEADER "3700000\t山东省\tprovince\t-\tsds\n", MING_REGION_ERROR_CODE, "list.tsv:2: " },
    { HEADER "37000x\t山东省\tprovince\t-\tsds\n", MING_REGION_ERROR_CODE, "list.tsv:2: " },
    { HEADER "\t山东省\tprovince\t-\tsds\n", MING_REGION_ERROR_CODE, "list.tsv:2: " },
    { HEADER SHANDONG "\n" SHANDONG, MING_REGION_ERROR_ORDER, "list.tsv:4: " },
    { HEADER SHANDONG "360000\t江西省\tprovince\t-\tjxs\n", MING_REGION_ERROR_ORDER, "list.tsv:3: " },
    { HEADER "370000\t\tprovince\t-\tsds\n", MING_REGION_ERROR_NAME, "list.tsv:2: " },
    { HEADER "370000\t山东省\t省\t-\tsds\n", MING_REGION_ERROR_LEVEL, "list.tsv:2: " },
    { HEADER "370000\t山东省\t\t-\tsds\n", MING_REGION_ERROR_LEVEL, "list.tsv:2: " },
    { HEADER "370000\t山东省\tprovince\t100000\tsds\n", MING_REGION_ERROR_PARENT, "list.tsv:2: " },
    { HEADER YANTAI, MING_REGION_ERROR_PARENT, "list.tsv:2: " },
    { HEADER SHANDONG "370600\t烟台市\tprefecture\t-\tyts\n", MING_REGION_ERROR_PARENT, "list.tsv:3: " },
    { HEADER SHANDONG "370600\t烟台市\tprefecture\t370600\tyts\n", MING_REGION_ERROR_PARENT, "list.tsv:3: " },
    { HEADER "370000\t山东省\tprovince\t-\tsd\n", MING_REGION_ERROR_INITIALS, "list.tsv:2: " },
    { HEADER "370000\t山东省\tprovince\t-\tsdsh\n", MING_REGION_ERROR_INITIALS, "list.tsv:2: " },
    { HEADER "370000\t山东省\tprovince\t-\tSDS\n", MING_REGION_ERROR_INITIALS, "list.tsv:2: " },
    { HEADER SHANDONG "370600\t烟台\xFF\tprefecture\t370000\tyts\n", MING_REGION_ERROR_ENCODING,
      "list.tsv:3: " },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_null (parse (cases[i].text, &error));
      g_assert_error (error, MING_REGION_ERROR, (int) cases[i].code);
      g_test_message ("%s", error->message);
      g_assert_true (g_str_has_prefix (error->message, cases[i].place));
      g_assert_cmpuint (strlen (error->message), >, strlen (cases[i].place));
    }

  /* A NUL would hide what follows. */
  g_autoptr (GError) error = NULL;
  g_assert_null (ming_regions_new_from_data (HEADER "\0" SHANDONG, sizeof HEADER + strlen (SHANDONG),
                 "list.tsv",
                                             &error));
  g_assert_error (error, MING_REGION_ERROR, MING_REGION_ERROR_ENCODING);
  g_clear_error (&error);

  g_assert_null (ming_regions_load ("/no/such/regions.tsv", &error));
  g_assert_error (error, MING_REGION_ERROR, MING_REGION_ERROR_IO);
  g_assert_nonnull (strstr (error->message, "/no/such/regions.tsv"));
}

static void
test_lookup (void)
{
  g_assert_cmpstr (ming_regions_lookup (all, "370600")->name, ==, "烟台市");
  g_assert_null (ming_regions_lookup (all, "370698"));
  g_assert_null (ming_regions_lookup (all, ""));
  g_assert_null (ming_regions_lookup (all, "3706"));

  g_assert_cmpstr (ming_regions_resolve (all, "370602")->name, ==, "芝罘区");
  g_assert_cmpstr (ming_regions_resolve (all, "370698")->name, ==, "烟台市");
  g_assert_null (ming_regions_resolve (all, "000000"));
  g_assert_null (ming_regions_resolve (all, "烟台"));
}

static void
test_pool (void)
{
  static const struct
  {
    const char *code;
    const char *pool; /* NULL: none */
  } cases[] = {
    /* The first four digits, listed or not. */
    { "370602", "370600" }, { "370600", "370600" }, { "370699", "370600" }, { "370698", "370600" },
    { "370684", "370600" }, { "370614", "370600" }, { "510118", "510100" }, { "440199", "440100" },
    /* Municipalities: the first two. */
    { "110000", "110000" }, { "110105", "110000" }, { "119900", "110000" }, { "110199", "110000" },
    { "120199", "120000" }, { "310115", "310000" }, { "500903", "500000" }, { "509900", "500000" },
    /* Pools of industries and of a province's own employees. */
    { "379903", "379903" }, { "139903", "139903" }, { "379900", "379900" }, { "379999", "379900" },
    /* Directly under the province. */
    { "419001", "419001" }, { "429004", "429004" }, { "411899", "411899" },
    { "370000", "370000" },
    /* Nothing of the kind. */
    { "370099", NULL }, { "429099", NULL }, { "990101", NULL }, { "37060", NULL }, { "3706020", NULL },
    { "37060x", NULL }, { "", NULL },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const MingRegion *pool = ming_regions_find_pool (all, cases[i].code);

      g_test_message ("%s", cases[i].code);
      g_assert_cmpstr (pool != NULL ? pool->code : NULL, ==, cases[i].pool);
    }
}

/* The codes of the first matches, e.g. "370600 370699". */
static char *
search (const char *text, guint max)
{
  g_autoptr (GPtrArray) found = ming_regions_search (all, text, max);
  GString *codes = g_string_new (NULL);

  g_assert_true (max == 0 || found->len <= max);
  for (guint i = 0; i < found->len; i++)
    {
      const MingRegion *region = g_ptr_array_index (found, i);

      g_string_append_printf (codes, "%s%s", i > 0 ? " " : "", region->code);
    }
  return g_string_free (codes, FALSE);
}

static void
test_search_ranks (void)
{
  static const struct
  {
    const char *text;
    guint max;
    const char *expected;
  } cases[] = {
    /* Codes: exact, beginning, unlisted. */
    { "370600", 0, "370600" },
    { "３７０６００", 0, "370600" },
    { " 370 600 ", 0, "370600" },
    { "3706", 3, "370600 370602 370611" },
    { "370698", 0, "370600" },
    { "999999", 0, "" },
    /* Names: beginning before containing, larger areas first. */
    { "烟台", 3, "370600 370699 370602" },
    { "烟台市", 2, "370600 370699" },
    { "朝阳", 3, "211300 110105 211321" },
    { "油田", 3, "220703 379903 419903" },
    /* Initials: larger areas first, then codes. */
    { "yt", 3, "360600 370600 130229" },
    { "YT", 3, "360600 370600 130229" },
    { "ｙｔ", 3, "360600 370600 130229" },
    { "y t", 3, "360600 370600 130229" },
    { "bjs", 3, "110000 520500 610300" },
    { "cq", 1, "500000" },
    { "xms", 1, "350200" },
    { "yqs", 2, "140300 330382" },
    /* Several levels together. */
    { "山东烟台", 2, "370600 370602" },
    { "山东省烟台市芝罘区", 0, "370602" },
    { "烟台芝罘", 0, "370602" },
    { "山东芝罘", 0, "370602" },
    { "ytzf", 0, "370602" },
    { "sdytzfq", 0, "370602" },
    /* Nothing. */
    { "", 0, "" },
    { "  　", 0, "" },
    { "qqq", 0, "" },
    { "\xFF", 0, "" },
    { "这里没有", 0, "" },
    { "芝烟", 0, "" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *found = search (cases[i].text, cases[i].max);

      if (g_utf8_validate (cases[i].text, -1, NULL))
        g_test_message ("\"%s\"", cases[i].text);
      g_assert_cmpstr (found, ==, cases[i].expected);
    }
}

/* One place under an old and a new code is offered once, under the new one; by code both are found. */
static void
test_search_offers_once (void)
{
  g_autofree char *by_name = search ("吐鲁番市", 1);
  g_autofree char *by_old_code = search ("652100", 0);
  g_autoptr (GPtrArray) found = ming_regions_search (all, "海东市", 0);
  guint n = 0;

  g_assert_cmpstr (by_name, ==, "650400");
  g_assert_cmpstr (by_old_code, ==, "652100");
  for (guint i = 0; i < found->len; i++)
    n += g_str_equal (((const MingRegion *) g_ptr_array_index (found, i))->display_name, "青海省 海东市");
  g_assert_cmpuint (n, ==, 1);
}

/* Every area of the shipped list is found by its own code, name and initials, and has a pool. */
static void
test_shipped_list (void)
{
  g_assert_cmpuint (ming_regions_get_n (all), >, 4000);

  for (guint i = 0; i < ming_regions_get_n (all); i++)
    {
      const MingRegion *region = ming_regions_get (all, i);

      g_assert_true (ming_regions_lookup (all, region->code) == region);
      g_assert_nonnull (ming_regions_find_pool (all, region->code));
      g_assert_true (g_str_has_suffix (region->display_name, region->name));
      g_assert_true (region->parent == NULL || strcmp (region->parent->code, region->code) < 0);
    }

  for (guint i = 0; i < ming_regions_get_n (all); i += 37)
    {
      const MingRegion *region = ming_regions_get (all, i);
      g_autoptr (GPtrArray) by_code = ming_regions_search (all, region->code, 0);
      g_autoptr (GPtrArray) by_name = ming_regions_search (all, region->display_name, 0);
      g_autoptr (GPtrArray) by_initials = ming_regions_search (all, region->initials, 0);
      gboolean found = FALSE;

      g_assert_true (g_ptr_array_index (by_code, 0) == region);
      for (guint k = 0; k < by_name->len && !found; k++)
        found = g_str_equal (((const MingRegion *) g_ptr_array_index (by_name, k))->name, region->name);
      g_assert_true (found);
      found = FALSE;
      for (guint k = 0; k < by_initials->len && !found; k++)
        found = g_str_equal (((const MingRegion *) g_ptr_array_index (by_initials, k))->display_name,
                             region->display_name);
      g_assert_true (found);
    }
}

/* Readings that a table of single characters gets wrong. */
static void
test_readings (void)
{
  static const struct
  {
    const char *code;
    const char *initials;
  } cases[] = {
    { "500000", "cqs" }, { "341500", "las" }, { "340300", "bbs" }, { "341600", "bzs" }, { "350200", "xms" },
    { "430100", "css" }, { "441422", "dbx" }, { "371522", "sx" },  { "371722", "sx" },  { "511100", "lss" },
    { "330382", "yqs" }, { "140400", "czs" }, { "140428", "zzx" }, { "310112", "mhq" }, { "410621", "xx" },
    { "130726", "yx" }, { "420116", "hpq" }, { "513422", "mlzzzzx" }, { "411726", "byx" }, { "130981",
    "bts" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    g_assert_cmpstr (ming_regions_lookup (all, cases[i].code)->initials, ==, cases[i].initials);
}

/* Typing anything at all into the field: no crash, no match out of place. */
static void
test_fuzz (void)
{
  static const char *const pieces[] = {
    "山", "烟", "台", "市", "省", "y", "t", "Z", "f", "3", "70", " ", "　", "\xE5", "\xFF",
  };
  g_autoptr (GRand) rand = g_rand_new_with_seed (370600);

  for (int round = 0; round < 500; round++)
    {
      g_autoptr (GString) text = g_string_new (NULL);
      g_autoptr (GPtrArray) found = NULL;

      for (int n = g_rand_int_range (rand, 0, 8); n > 0; n--)
        g_string_append (text, pieces[g_rand_int_range (rand, 0, G_N_ELEMENTS (pieces))]);
      found = ming_regions_search (all, text->str, 10);
      g_assert_cmpuint (found->len, <=, 10);
    }
}

int
main (int argc, char *argv[])
{
  g_autofree char *filename = NULL;
  g_autoptr (GError) error = NULL;
  int result;

  g_test_init (&argc, &argv, NULL);

  filename = dup_filename ();
  all = ming_regions_load (filename, &error);
  g_assert_no_error (error);

  g_test_add_func ("/policy/region/small-list", test_small_list);
  g_test_add_func ("/policy/region/empty-list", test_empty_list);
  g_test_add_func ("/policy/region/damage", test_damage);
  g_test_add_func ("/policy/region/lookup", test_lookup);
  g_test_add_func ("/policy/region/pool", test_pool);
  g_test_add_func ("/policy/region/search-ranks", test_search_ranks);
  g_test_add_func ("/policy/region/search-offers-once", test_search_offers_once);
  g_test_add_func ("/policy/region/shipped-list", test_shipped_list);
  g_test_add_func ("/policy/region/readings", test_readings);
  g_test_add_func ("/policy/region/fuzz", test_fuzz);

  result = g_test_run ();
  ming_regions_unref (all);
  return result;
}
