/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include <glib/gstdio.h>

#include "asking.h"
#include "estimate/ming-receipt.h"

/* Receipts: print and parse, replay with the pack named and with others, and a case as a test. */

/* Somebody in Beijing, retired, 50,000 yuan in scope at a hospital of the third level. */
static const char stay[] =
    "{\"format\": \"mingsuan-case/1\", \"date\": \"2025-11-03\", \"insuplc_admdvs\": \"110000\","
    " \"insutype\": \"310\","
    " \"person\": {\"psn_type\": \"1201\", \"brdy\": \"1952-03-18\", \"balc\": \"1204.30\"},"
    " \"visits\": [{\"id\": \"a name\", \"med_type\": \"21\", \"hosp_lv\": \"02\","
    " \"begndate\": \"2025-10-20\", \"enddate\": \"2025-11-03\", \"medfee_sumamt\": \"53600.00\","
    " \"fulamt_ownpay_amt\": \"1800.00\", \"overlmt_selfpay\": \"0.00\","
    " \"preselfpay_amt\": \"1800.00\", \"inscp_scp_amt\": \"50000.00\"}]}";

#define PACK "110000-310"

/* A folder of packs that a test may fill. */
typedef struct
{
  char *folder;
} Packs;

static void
set_up (Packs *self, gconstpointer unused)
{
  g_autoptr (GError) error = NULL;

  asking_speak ("zh");
  self->folder = g_dir_make_tmp ("mingsuan-receipt-XXXXXX", &error);
  g_assert_no_error (error);
}

static void
remove_folder (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while (dir && (name = g_dir_read_name (dir)))
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);

      if (g_file_test (path, G_FILE_TEST_IS_DIR))
        remove_folder (path);
      else
        g_unlink (path);
    }
  g_rmdir (folder);
}

static void
tear_down (Packs *self, gconstpointer unused)
{
  remove_folder (self->folder);
  g_free (self->folder);
}

static char *
read_shipped (void)
{
  g_autofree char *path = g_build_filename (g_getenv ("MING_DATADIR"), "policies", PACK ".json", NULL);
  g_autoptr (GError) error = NULL;
  char *text = NULL;

  g_file_get_contents (path, &text, NULL, &error);
  g_assert_no_error (error);
  return text;
}

/*
 * Writes the shipped pack as FOLDER/@place/ID.json with another @revision and with @old become @new, which
 * both may be NULL.
 */
static void
write_pack (Packs *self, const char *place, const char *revision, const char *old, const char *new)
{
  g_autofree char *text = read_shipped ();
  g_autofree char *folder = g_build_filename (self->folder, place, NULL);
  g_autofree char *path = g_build_filename (folder, PACK ".json", NULL);
  g_autoptr (GString) pack = g_string_new (text);
  g_autofree char *stamp = g_strdup_printf ("\"revision\": \"%s\"", revision);
  g_autoptr (GError) error = NULL;

  if (revision != NULL)
    g_assert_cmpuint (g_string_replace (pack, "\"revision\": \"2026-11-23\"", stamp, 1), ==, 1);
  if (old != NULL)
    g_assert_cmpuint (g_string_replace (pack, old, new, 0), >=, 1);
  g_assert_cmpint (g_mkdir_with_parents (folder, 0700), ==, 0);
  g_file_set_contents (path, pack->str, -1, &error);
  g_assert_no_error (error);
}

/* The receipt of stay with the shipped pack. (transfer full) */
static MingReceipt *
make_receipt (void)
{
  g_autoptr (MingEstimate) estimate = asking_answer_text (asking_shipped (), stay);

  return ming_receipt_new (estimate);
}

static MingReceipt *
parse (const char *text)
{
  g_autoptr (GError) error = NULL;
  MingReceipt *receipt = ming_receipt_parse (text, -1, "R.json", &error);

  g_assert_no_error (error);
  return receipt;
}

static MingReplay *
replay (const MingReceipt *receipt, const char *folder)
{
  g_autoptr (GError) error = NULL;
  MingReplay *again = ming_receipt_replay (receipt, folder, &error);

  g_assert_no_error (error);
  return again;
}

static void
test_contents (Packs *self, gconstpointer unused)
{
  g_autoptr (MingEstimate) estimate = asking_answer_text (asking_shipped (), stay);
  g_autoptr (MingReceipt) receipt = ming_receipt_new (estimate);
  g_autofree char *code = ming_estimate_receipt_code (estimate);
  g_autofree char *text = ming_receipt_print (receipt);

  g_assert_cmpstr (receipt->code, ==, code);
  g_assert_cmpstr (receipt->engine, ==, VERSION);
  g_assert_cmpstr (receipt->language, ==, "zh");
  g_assert_cmpstr (receipt->pack_id, ==, PACK);
  g_assert_cmpstr (receipt->pack_sha256, ==, estimate->pack->sha256);
  g_assert_true (g_str_has_prefix (text, "{\n  \"format\" : \"mingsuan-receipt/1\",\n  \"code\" : \""));
  g_assert_true (g_str_has_suffix (text, "}\n"));
  g_assert_nonnull (strstr (text, estimate->pack->sha256));
}

/* Every case that the tests have: printed, read and printed again it is the same bytes, and so is the replay.
 */
static void
test_every_case (Packs *self, gconstpointer unused)
{
  g_autoptr (GPtrArray) names = asking_list_files ();

  for (guint i = 0; i < names->len; i++)
    {
      MingLibrary *library = NULL;
      g_autoptr (MingCase) input = asking_case_of_file (names->pdata[i], &library);
      g_autoptr (MingEstimate) estimate = asking_answer (library, input);
      g_autoptr (MingReceipt) receipt = ming_receipt_new (estimate);
      g_autofree char *text = ming_receipt_print (receipt);
      g_autoptr (MingReceipt) parsed = parse (text);
      g_autofree char *again = ming_receipt_print (parsed);
      g_autoptr (MingReplay) replayed = replay (parsed, library->folder);
      g_autofree char *recomputed = ming_receipt_print (replayed->again);

      g_test_message ("%s", (char *) names->pdata[i]);
      g_assert_cmpstr (text, ==, again);
      g_assert_cmpstr (text, ==, recomputed);
      g_assert_true (replayed->identical);
      g_assert_true (replayed->pack_found);
      g_assert_cmpuint (replayed->differences->len, ==, 0);
    }
  g_assert_cmpuint (names->len, >, 50);
}

/* @old becomes @new in a good receipt: which error, and which words its message must have. */
static const struct
{
  const char *old;
  const char *new;
  MingReceiptError code;
  const char *words;
} edits[] = {
  { "mingsuan-receipt/1", "mingsuan-receipt/2", MING_RECEIPT_ERROR_FORMAT, "/format" },
  { "mingsuan-case/1\",\n    \"policy", "mingsuan-case/9\",\n    \"policy", MING_RECEIPT_ERROR_FORMAT,
    "/schemas/case" },
  { "\"mingsuan-result/1\",\n", "\"mingsuan-result/7\",\n", MING_RECEIPT_ERROR_FORMAT, "/result/format" },
  { "\"engine\" : \"" VERSION "\",\n  \"schemas\"", "\"schemas\"", MING_RECEIPT_ERROR_FORMAT, "engine" },
  { "\"engine\" : \"" VERSION "\",\n  \"schemas\"", "\"engine\" : \"9\", \"more\" : \"x\", \"schemas\"",
    MING_RECEIPT_ERROR_FORMAT, "more" },
  { "\"engine\" : \"" VERSION "\",\n  \"schemas\"", "\"engine\" : \"9\",\n  \"schemas\"",
    MING_RECEIPT_ERROR_CODE, "/code" },
  { "\"language\" : \"zh\"", "\"language\" : \"fr\"", MING_RECEIPT_ERROR_FORMAT, "/language" },
  { "\"id\" : \"110000-310\"", "\"id\" : \"../../etc/x\"", MING_RECEIPT_ERROR_FORMAT, "/packs/0/id" },
  { "\"id\" : \"110000-310\"", "\"id\" : \"110000-390\"", MING_RECEIPT_ERROR_CODE, "/code" },
  { "\"sha256\" : \"", "\"sha256\" : \"0", MING_RECEIPT_ERROR_FORMAT, "/packs/0/sha256" },
  { "\"date\" : \"2025-11-03\",\n  \"language\"", "\"date\" : \"2025-11-04\",\n  \"language\"",
    MING_RECEIPT_ERROR_CODE, "/date" },
  { "\"date\" : \"2025-11-03\",\n  \"language\"", "\"date\" : \"2025-02-30\",\n  \"language\"",
    MING_RECEIPT_ERROR_FORMAT, "/date" },
  { "\"balc\" : \"1204.30\"", "\"balc\" : \"1204.31\"", MING_RECEIPT_ERROR_CODE, "/code" },
  { "\"balc\" : \"1204.30\"", "\"balc\" : \"12O4.30\"", MING_RECEIPT_ERROR_FORMAT, "/case/person/balc" },
  { "\"balc\" : \"1204.30\"", "\"balc\" : 1204.30", MING_RECEIPT_ERROR_SYNTAX, "/case/person/balc" },
  { "\"balc\" : \"1204.30\"", "\"balc\" : \"1\", \"balc\" : \"2\"", MING_RECEIPT_ERROR_SYNTAX,
    "/case/person/balc" },
  { "{\n  \"format\"", "/* a comment */ {\n  \"format\"", MING_RECEIPT_ERROR_SYNTAX, NULL },
  { "{\n  \"format\"", "[{\n  \"format\"", MING_RECEIPT_ERROR_SYNTAX, NULL },
};

static void
test_edits (Packs *self, gconstpointer unused)
{
  g_autoptr (MingReceipt) receipt = make_receipt ();
  g_autofree char *text = ming_receipt_print (receipt);

  for (guint i = 0; i < G_N_ELEMENTS (edits); i++)
    {
      g_autoptr (GString) edited = g_string_new (text);
      g_autoptr (GError) error = NULL;

      g_test_message ("%s", edits[i].new);
      g_assert_cmpuint (g_string_replace (edited, edits[i].old, edits[i].new, 1), ==, 1);
      g_assert_null (ming_receipt_parse (edited->str, -1, "R.json", &error));
      g_assert_error (error, MING_RECEIPT_ERROR, (int) edits[i].code);
      g_test_message ("%s", error->message);
      g_assert_true (g_str_has_prefix (error->message, "R.json"));
      if (edits[i].words)
        g_assert_nonnull (strstr (error->message, edits[i].words));
    }
}

/* A receipt cut anywhere, or with a byte changed, is refused or read; it never crashes. */
static void
test_damaged (Packs *self, gconstpointer unused)
{
  g_autoptr (MingReceipt) receipt = make_receipt ();
  g_autofree char *text = ming_receipt_print (receipt);
  gsize length = strlen (text);

  for (gsize cut = 0; cut + 2 < length; cut += 41)
    {
      g_autoptr (GError) error = NULL;

      g_assert_null (ming_receipt_parse (text, (gssize) cut, "R.json", &error));
      g_assert_true (error->domain == MING_RECEIPT_ERROR);
    }
  for (gsize at = 0; at < length; at += 17)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (MingReceipt) parsed = NULL;
      char was = text[at];

      text[at] = (char) (was ^ (1 << at % 8));
      parsed = ming_receipt_parse (text, (gssize) length, "R.json", &error);
      g_assert_true (parsed != NULL || error->domain == MING_RECEIPT_ERROR);
      text[at] = was;
    }
}

/* An edited result cannot hide: computing again says where. */
static void
test_edited_result (Packs *self, gconstpointer unused)
{
  g_autoptr (MingReceipt) receipt = make_receipt ();
  g_autofree char *text = ming_receipt_print (receipt);
  g_autoptr (GString) edited = g_string_new (text);
  g_autoptr (MingReceipt) parsed = NULL;
  g_autoptr (MingReplay) again = NULL;
  const MingDifference *difference;

  g_assert_cmpuint (g_string_replace (edited, "\"demonstration\" : false", "\"demonstration\" : true", 1), ==,
                    1);
  parsed = parse (edited->str);
  again = replay (parsed, asking_shipped ()->folder);
  g_assert_false (again->identical);
  g_assert_true (again->pack_found);
  g_assert_cmpuint (again->differences->len, ==, 1);
  difference = again->differences->pdata[0];
  g_assert_cmpstr (difference->pointer, ==, "/demonstration");
  g_assert_cmpstr (difference->before, ==, "true");
  g_assert_cmpstr (difference->after, ==, "false");
}

/* The pack was replaced since, and the one named lies in the archive. */
static void
test_archive (Packs *self, gconstpointer unused)
{
  static const char *const places[] = { "archive", "archive/2026-11-22" };
  g_autoptr (MingReceipt) receipt = make_receipt ();

  for (guint i = 0; i < G_N_ELEMENTS (places); i++)
    {
      g_autoptr (MingReplay) again = NULL;

      remove_folder (self->folder);
      write_pack (self, "", "2027-05-01", "\"97%\"", "\"50%\"");
      write_pack (self, places[i], NULL, NULL, NULL);
      again = replay (receipt, self->folder);
      g_assert_true (again->identical);
      g_assert_true (again->pack_found);
      g_assert_null (again->since_revision);
    }
}

/* Only later ones are there: today's is compared, and the first that gives another result is named. */
static void
test_since (Packs *self, gconstpointer unused)
{
  g_autoptr (MingReceipt) receipt = make_receipt ();
  g_autoptr (MingReplay) again = NULL;
  gboolean found = FALSE;

  write_pack (self, "archive/a", "2026-10-01", "\"85%\"", "\"15%\""); /* before ours: not asked */
  write_pack (self, "archive/b", "2027-01-01", NULL, NULL);           /* the same figures */
  write_pack (self, "archive/c", "2027-02-01", "\"85%\"", "\"75%\"");
  write_pack (self, "", "2027-03-01", "\"85%\"", "\"65%\"");
  again = replay (receipt, self->folder);
  g_assert_false (again->identical);
  g_assert_false (again->pack_found);
  g_assert_cmpstr (again->again->pack_revision, ==, "2027-03-01");
  g_assert_cmpstr (again->since_revision, ==, "2027-02-01");
  g_assert_cmpuint (again->differences->len, >, 0);
  for (guint i = 0; i < again->differences->len; i++)
    {
      const MingDifference *difference = again->differences->pdata[i];

      g_test_message ("%s: %s -> %s", difference->pointer, difference->before, difference->after);
      found |= g_str_equal (difference->pointer, "/visits/0/setlinfo/hifp_pay");
      g_assert_false (g_str_has_prefix (difference->pointer, "/receipt"));
    }
  g_assert_true (found);
}

/* Other bytes, the same figures: nothing differs but the head. */
static void
test_same_figures (Packs *self, gconstpointer unused)
{
  g_autoptr (MingReceipt) receipt = make_receipt ();
  g_autoptr (MingReplay) again = NULL;

  write_pack (self, "", "2027-01-01", NULL, NULL);
  again = replay (receipt, self->folder);
  g_assert_false (again->identical);
  g_assert_false (again->pack_found);
  g_assert_cmpuint (again->differences->len, ==, 0);
  g_assert_null (again->since_revision);
}

static void
test_no_pack (Packs *self, gconstpointer unused)
{
  g_autoptr (MingReceipt) receipt = make_receipt ();
  g_autofree char *broken = g_build_filename (self->folder, PACK ".json", NULL);
  g_autoptr (GError) error = NULL;

  g_assert_null (ming_receipt_replay (receipt, self->folder, &error));
  g_assert_error (error, MING_RECEIPT_ERROR, MING_RECEIPT_ERROR_NO_PACK);
  g_clear_error (&error);
  g_assert_true (g_file_set_contents (broken, "{}", -1, NULL));
  g_assert_null (ming_receipt_replay (receipt, self->folder, &error));
  g_assert_error (error, MING_RECEIPT_ERROR, MING_RECEIPT_ERROR_NO_PACK);
}

/* In another language the sentences are others, the figures not. */
static void
test_other_language (Packs *self, gconstpointer unused)
{
  g_autoptr (MingReceipt) receipt = make_receipt ();
  g_autoptr (MingReplay) again = NULL;

  asking_speak ("en");
  again = replay (receipt, asking_shipped ()->folder);
  asking_speak ("zh");
  g_assert_false (again->identical);
  for (guint i = 0; i < again->differences->len; i++)
    g_test_message ("%s", ((MingDifference *) again->differences->pdata[i])->pointer);
  g_assert_cmpuint (again->differences->len, ==, 0);
}

static void
test_compare (Packs *self, gconstpointer unused)
{
  g_autoptr (JsonNode) before =
      json_from_string ("{\"a\": \"1\", \"list\": [\"x\", \"y\"],"
                        " \"gone\": \"g\", \"deep/er\": {\"t~\": true}, \"title\": \"A\"}",
                        NULL);
  g_autoptr (JsonNode) after =
      json_from_string ("{\"list\": [\"x\", \"z\", [\"w\"]],"
                        " \"deep/er\": {\"t~\": false}, \"title\": \"B\", \"a\": \"1\", \"new\": {}}",
                        NULL);
  g_autoptr (GPtrArray) all = ming_receipt_compare (before, after, TRUE);
  g_autoptr (GPtrArray) figures = ming_receipt_compare (before, after, FALSE);
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < all->len; i++)
    {
      const MingDifference *each = all->pdata[i];

      g_string_append_printf (text, "%s %s %s\n", each->pointer, each->before ? each->before : "-",
                              each->after ? each->after : "-");
    }
  g_assert_cmpstr (text->str, ==,
                   "/list/1 y z\n"
                   "/list/2 - [\"w\"]\n"
                   "/gone g -\n"
                   "/deep~1er/t~0 true false\n"
                   "/title A B\n"
                   "/new - {}\n");
  g_assert_cmpuint (figures->len, ==, all->len - 1);
}

static void
test_as_test (Packs *self, gconstpointer unused)
{
  g_autoptr (MingCase) input = asking_parse (stay);
  g_autoptr (GError) error = NULL;
  g_autofree char *text =
      ming_receipt_as_test (asking_shipped (), input, "retired-53600", "窗口实例", &error);
  g_autoptr (JsonParser) parser = json_parser_new ();
  JsonObject *top, *expect, *person;

  g_assert_no_error (error);
  g_assert_null (strstr (text, "1952"));
  g_assert_null (strstr (text, "a name"));
  g_assert_true (json_parser_load_from_data (parser, text, -1, NULL));
  top = json_node_get_object (json_parser_get_root (parser));
  person = json_object_get_object_member (json_object_get_object_member (top, "case"), "person");
  expect = json_object_get_object_member (top, "expect");
  g_assert_cmpstr (json_object_get_string_member (top, "id"), ==, "retired-53600");
  g_assert_cmpstr (json_object_get_string_member (top, "note"), ==, "窗口实例");
  g_assert_cmpstr (json_object_get_string_member (top, "pack"), ==, PACK);
  g_assert_cmpstr (json_object_get_string_member (person, "age"), ==, "73");
  g_assert_cmpstr (json_object_get_string_member (expect, "outcome"), ==, "known");
  g_assert_cmpstr (json_object_get_string_member (expect, "medfee_sumamt"), ==, "53600.00");
  g_assert_cmpstr (json_object_get_string_member (expect, "credit_outcome"), ==, "known");
  g_assert_cmpstr (json_object_get_string_member (expect, "psn_part_amt"), ==, "6641.50");
  g_assert_cmpstr (json_object_get_string_member (expect, "psn_cash_pay"), ==, "5437.20");
}

/* Every test case becomes a test again, and computing that gives what it expects. */
static void
test_as_test_every_case (Packs *self, gconstpointer unused)
{
  g_autoptr (GPtrArray) names = asking_list_files ();

  for (guint i = 0; i < names->len; i++)
    {
      MingLibrary *library = NULL;
      g_autoptr (MingCase) input = asking_case_of_file (names->pdata[i], &library);
      g_autoptr (GError) error = NULL;
      g_autofree char *text = ming_receipt_as_test (library, input, "x", "y", &error);
      g_autoptr (JsonParser) parser = json_parser_new ();
      g_autoptr (MingCase) bare = NULL;
      g_autofree char *question = NULL;
      g_autofree char *again = NULL;

      g_assert_no_error (error);
      g_assert_true (json_parser_load_from_data (parser, text, -1, NULL));
      question = json_to_string (json_object_get_member (json_node_get_object (json_parser_get_root (parser)),
                                                         "case"),
                                 FALSE);
      bare = asking_parse (question);
      g_assert_cmpint (bare->person.brdy.year, ==, 0);
      again = ming_receipt_as_test (library, bare, "x", "y", &error);
      g_assert_no_error (error);
      g_assert_cmpstr (text, ==, again);
    }
}

/* Seventy since yesterday: at the visit the rate was that of sixty-nine, and the age alone does not tell. */
static void
test_birthday_between (Packs *self, gconstpointer unused)
{
  static const char visit[] =
      "{\"format\": \"mingsuan-case/1\", \"date\": \"2025-11-04\", \"insuplc_admdvs\": \"110000\","
      " \"insutype\": \"310\", \"person\": {\"psn_type\": \"1201\", \"brdy\": \"1955-11-04\"},"
      " \"visits\": [{\"med_type\": \"11\", \"hosp_lv\": \"02\", \"begndate\": \"2025-11-03\","
      " \"enddate\": \"2025-11-03\", \"medfee_sumamt\": \"5000.00\","
      " \"classes\": {\"a\": \"5000.00\", \"b\": \"0.00\", \"c\": \"0.00\", \"first_pay_rate\": \"0%\"}}]}";
  g_autoptr (MingCase) input = asking_parse (visit);
  g_autoptr (GError) error = NULL;

  g_assert_null (ming_receipt_as_test (asking_shipped (), input, "x", "y", &error));
  g_assert_error (error, MING_RECEIPT_ERROR, MING_RECEIPT_ERROR_AGE);
}

#define add(name, function) g_test_add ("/receipt/" name, Packs, NULL, set_up, function, tear_down)

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  add ("contents", test_contents);
  add ("every-case", test_every_case);
  add ("edits", test_edits);
  add ("damaged", test_damaged);
  add ("edited-result", test_edited_result);
  add ("archive", test_archive);
  add ("since", test_since);
  add ("same-figures", test_same_figures);
  add ("no-pack", test_no_pack);
  add ("other-language", test_other_language);
  add ("compare", test_compare);
  add ("as-test", test_as_test);
  add ("as-test-every-case", test_as_test_every_case);
  add ("birthday-between", test_birthday_between);
  return g_test_run ();
}
