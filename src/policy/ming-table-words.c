/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ming-table.h"
#include "ming-wording.h"

/* What stands around the numbers of a range, by shape of the range. */
typedef struct
{
  const char *before;
  const char *after;
} Frame;

typedef struct
{
  Frame from; /* "70.." */
  Frame upto; /* "..69" */
  Frame both; /* "45..59" */
  Frame one;  /* "3" */
} Frames;

enum
{
  ZH,
  EN,
  N_LANGUAGES
};

static const Frames number_frames[MING_N_NUMBER_FACTS][N_LANGUAGES] = {
  [MING_FACT_AGE] = { { { "", " 岁以上" }, { "", " 岁以下" }, { "", " 岁" }, { "", " 岁" } },
                      { { "aged ", " or over" },
                        { "aged ", " or under" },
                        { "aged ", "" },
                        { "aged ", "" } } },
  [MING_FACT_ADMISSION] = { { { "第 ", " 次起" }, { "前 ", " 次" }, { "第 ", " 次" }, { "第 ", " 次" } },
                            { { "stay ", " and later" },
                              { "the first ", " stays" },
                              { "stays ", "" },
                              { "stay ", "" } } },
  [MING_FACT_INSURED_MONTHS] = { { { "连续参保 ", " 个月以上" },
                                   { "连续参保 ", " 个月以下" },
                                   { "连续参保 ", " 个月" },
                                   { "连续参保 ", " 个月" } },
                                 { { "insured without a gap for ", " months or more" },
                                   { "insured without a gap for ", " months or less" },
                                   { "insured without a gap for ", " months" },
                                   { "insured without a gap for ", " months" } } },
  [MING_FACT_INSURED_YEARS] = { { { "参保 ", " 年以上" },
                                  { "参保 ", " 年以下" },
                                  { "参保 ", " 年" },
                                  { "参保 ", " 年" } },
                                { { "insured for ", " years or more" },
                                  { "insured for ", " years or less" },
                                  { "insured for ", " years" },
                                  { "insured for ", " years" } } },
  [MING_FACT_CLAIM_FREE_YEARS] = { { { "零报销 ", " 年以上" },
                                     { "零报销 ", " 年以下" },
                                     { "零报销 ", " 年" },
                                     { "零报销 ", " 年" } },
                                   { { "no claim for ", " years or more" },
                                     { "no claim for ", " years or less" },
                                     { "no claim for ", " years" },
                                     { "no claim for ", " years" } } },
  [MING_FACT_RETIRED_YEAR] = { { { "", " 年及以后退休" },
                                 { "", " 年及以前退休" },
                                 { "", " 年退休" },
                                 { "", " 年退休" } },
                               { { "retired in ", " or later" },
                                 { "retired in ", " or earlier" },
                                 { "retired in ", "" },
                                 { "retired in ", "" } } },
  [MING_FACT_COVERAGE_YEAR] = { { { "", " 年度起" },
                                  { "", " 年度及以前" },
                                  { "", " 年度" },
                                  { "", " 年度" } },
                                { { "cover of ", " or later" },
                                  { "cover of ", " or earlier" },
                                  { "cover of ", "" },
                                  { "cover of ", "" } } },
};

/* Words for the values of text facts that have few. */
static const struct
{
  MingTextFact fact;
  const char *value;
  const char *words[N_LANGUAGES];
} value_words[] = {
  { MING_FACT_GEND, "1", { "男", "male" } },
  { MING_FACT_GEND, "2", { "女", "female" } },
  { MING_FACT_AWAY, "home", { "本地就医", "at home" } },
  { MING_FACT_AWAY, "long_term", { "长期居住备案", "registered as living away" } },
  { MING_FACT_AWAY, "referral", { "转诊备案", "referred away" } },
  { MING_FACT_AWAY, "emergency", { "异地急诊", "emergency away" } },
  { MING_FACT_AWAY, "unfiled", { "未备案", "away without registration" } },
  { MING_FACT_AREA, "city", { "市内", "inside the city" } },
  { MING_FACT_AREA, "province", { "省内市外", "inside the province" } },
  { MING_FACT_AREA, "outside", { "省外", "outside the province" } },
  { MING_FACT_CVLSERV_FLAG, "0", { "无公务员补助", "without civil servants' supplement" } },
  { MING_FACT_CVLSERV_FLAG, "1", { "享受公务员补助", "with civil servants' supplement" } },
  { MING_FACT_FLXEMPE_FLAG, "0", { "单位职工", "employed by a unit" } },
  { MING_FACT_FLXEMPE_FLAG, "1", { "灵活就业", "flexibly employed" } },
};

/* What goes before the code of the other text facts. */
static const char *const fact_labels[MING_N_TEXT_FACTS][N_LANGUAGES] = {
  [MING_FACT_PSN_TYPE] = { "人员类别", "person type" },
  [MING_FACT_HOSP_LV] = { "医院等级", "hospital level" },
  [MING_FACT_MED_TYPE] = { "医疗类别", "kind of care" },
  [MING_FACT_GEND] = { "性别", "sex" },
  [MING_FACT_AWAY] = { "异地就医", "away" },
  [MING_FACT_CLCT_GRDE] = { "缴费档次", "contribution tier" },
  [MING_FACT_SP_PSN_TYPE] = { "救助类别", "assisted category" },
  [MING_FACT_CVLSERV_FLAG] = { "公务员标志", "civil servant" },
  [MING_FACT_FLXEMPE_FLAG] = { "灵活就业标志", "flexible employment" },
  [MING_FACT_OPSP_DISE_CODE] = { "慢特病病种", "chronic disease" },
  [MING_FACT_AREA] = { "就医地", "place of care" },
};

/* Classes that many packs make from the national codes, for packs that give no English of their own. */
static const struct
{
  const char *word;
  const char *english;
} class_words[] = {
  { "在职", "in service" },
  { "退休", "retired" },
  { "单位职工", "employed by a unit" },
  { "灵活就业", "flexibly employed" },
  { "三级", "third-level hospital" },
  { "二级", "second-level hospital" },
  { "一级", "first-level hospital" },
  { "县级", "county-level hospital" },
  { "乡级", "township-level hospital" },
  { "其他", "other" },
  { "在校学生", "student" },
  { "大学生", "university student" },
  { "学生儿童", "student or child" },
  { "劳动年龄", "of working age" },
  { "老年", "elderly" },
  { "其他居民", "other resident" },
};

static const char *
find_class_english (const char *word)
{
  for (guint i = 0; i < G_N_ELEMENTS (class_words); i++)
    if (g_str_equal (class_words[i].word, word))
      return class_words[i].english;
  return word;
}

static char *
describe_number (const MingCondition *condition, int language)
{
  const Frames *frames = &number_frames[condition->index][language];
  gboolean open_below = condition->least == G_MININT64;
  gboolean open_above = condition->most == G_MAXINT64;
  gint64 first = open_below ? condition->most : condition->least;
  const Frame *frame = &frames->both;

  if (open_above)
    frame = &frames->from;
  else if (open_below)
    frame = &frames->upto;
  else if (condition->least == condition->most)
    frame = &frames->one;
  if (frame == &frames->both)
    return g_strdup_printf ("%s%" G_GINT64_FORMAT "–%" G_GINT64_FORMAT "%s", frame->before, condition->least,
                            condition->most, frame->after);
  return g_strdup_printf ("%s%" G_GINT64_FORMAT "%s", frame->before, first, frame->after);
}

static const char *
find_value_words (MingTextFact fact, const char *value, int language)
{
  for (guint i = 0; i < G_N_ELEMENTS (value_words); i++)
    if (value_words[i].fact == fact && g_strcmp0 (value_words[i].value, value) == 0)
      return value_words[i].words[language];
  return NULL;
}

static char *
describe_text (const MingCondition *condition, int language)
{
  MingTextFact fact = (MingTextFact) condition->index;
  GString *text = g_string_new (NULL);

  for (guint i = 0; condition->values[i] != NULL; i++)
    {
      const char *words = find_value_words (fact, condition->values[i], language);

      if (i > 0)
        g_string_append (text, language == EN ? " or " : "、");
      else if (words == NULL)
        g_string_append_printf (text, "%s ", fact_labels[fact][language]);
      g_string_append (text, words != NULL ? words : condition->values[i]);
    }
  return g_string_free (text, FALSE);
}

static char *
describe_attribute (const MingCondition *condition, int language)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; condition->values[i] != NULL; i++)
    {
      const char *word = condition->values[i];
      const char *english = condition->english != NULL ? condition->english[i] : "";

      if (i > 0)
        g_string_append (text, language == EN ? " or " : "、");
      if (language == EN)
        word = *english != '\0' ? english : find_class_english (word);
      g_string_append (text, word);
    }
  return g_string_free (text, FALSE);
}

char *
ming_condition_describe (const MingCondition *condition, const char *language)
{
  int column = g_strcmp0 (language, "en") == 0 ? EN : ZH;

  switch (condition->dimension)
    {
    case MING_DIMENSION_ATTRIBUTE:
      return describe_attribute (condition, column);
    case MING_DIMENSION_TEXT:
      return describe_text (condition, column);
    case MING_DIMENSION_NUMBER:
    default:
      return describe_number (condition, column);
    }
}

char *
ming_conditions_describe (GPtrArray *conditions, const char *language)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < conditions->len; i++)
    {
      g_autofree char *words = ming_condition_describe (g_ptr_array_index (conditions, i), language);

      ming_wording_append (text, words);
    }
  return g_string_free (text, FALSE);
}

char *
ming_row_describe (const MingRow *row, const char *language)
{
  return ming_conditions_describe (row->conditions, language);
}
