/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "ming-code-names.h"

static const MingCodeName insutypes[] = {
  { "310", NC_ ("scheme", "Employee basic medical insurance"), "zgjbylbx" },
  { "320", NC_ ("scheme", "Civil servants' medical supplement"), "gwyylbz" },
  { "330", NC_ ("scheme", "Large medical expense supplement"), "deylfybz" },
  { "390", NC_ ("scheme", "Resident basic medical insurance"), "cxjmjbylbx" },
};

static const MingCodeName psn_types[] = {
  { "1101", NC_ ("person", "Employee in work"), "zgzz" },
  { "1102", NC_ ("person", "Civil servant in work"), "gwyzz" },
  { "1103", NC_ ("person", "Flexible worker in work"), "lhjyryzz" },
  { "1201", NC_ ("person", "Employee retired"), "zgtx" },
  { "1202", NC_ ("person", "Civil servant retired"), "gwytx" },
  { "1203", NC_ ("person", "Flexible worker retired"), "lhjyrytx" },
  { "1300", NC_ ("person", "Veteran cadre"), "lxry" },
  { "1401", NC_ ("person", "Newborn"), "xse" },
  { "1402", NC_ ("person", "Preschool child"), "xlqet" },
  { "1403", NC_ ("person", "School pupil"), "zxxs" },
  { "1404", NC_ ("person", "University student"), "dxs" },
  { "1405", NC_ ("person", "Minor not at school"), "wcn" },
  { "1501", NC_ ("person", "Adult resident"), "ptjm" },
  { "16", NC_ ("person", "Elderly resident"), "lnjm" },
};

static const MingCodeName sexes[] = {
  { "1", NC_ ("sex", "Male"), "nan" },
  { "2", NC_ ("sex", "Female"), "nv" },
};

static const MingCodeName med_types[] = {
  { "11", NC_ ("care", "Ordinary outpatient"), "ptmz" },
  { "12", NC_ ("care", "Outpatient registration"), "mzgh" },
  { "13", NC_ ("care", "Emergency"), "jz" },
  { "14", NC_ ("care", "Outpatient chronic and special diseases"), "mzmtb" },
  { "15", NC_ ("care", "Special drugs"), "ty" },
  { "21", NC_ ("care", "Ordinary inpatient"), "ptzy" },
  { "22", NC_ ("care", "Inpatient for injury"), "wszy" },
  { "23", NC_ ("care", "Inpatient after referral elsewhere"), "zwzzzy" },
  { "24", NC_ ("care", "Inpatient after emergency"), "jzzzy" },
  { "25", NC_ ("care", "Inpatient away from home"), "ydzy" },
  { "28", NC_ ("care", "Day surgery"), "rjss" },
  { "41", NC_ ("care", "Purchase at a pharmacy"), "ddydgy" },
  { "51", NC_ ("care", "Maternity outpatient"), "symz" },
  { "52", NC_ ("care", "Maternity inpatient"), "syzy" },
  { "71", NC_ ("care", "Hospital bed at home"), "jtbc" },
};

static const MingCodeName hosp_lvs[] = {
  { "01", NC_ ("hospital", "Level 3 special"), "sjtd" },
  { "02", NC_ ("hospital", "Level 3 A"), "sjjd" },
  { "03", NC_ ("hospital", "Level 3 B"), "sjyd" },
  { "04", NC_ ("hospital", "Level 3 C"), "sjbd" },
  { "05", NC_ ("hospital", "Level 2 A"), "ejjd" },
  { "06", NC_ ("hospital", "Level 2 B"), "ejyd" },
  { "07", NC_ ("hospital", "Level 2 C"), "ejbd" },
  { "08", NC_ ("hospital", "Level 1 A"), "yjjd" },
  { "09", NC_ ("hospital", "Level 1 B"), "yjyd" },
  { "10", NC_ ("hospital", "Level 1 C"), "yjbd" },
  { "11", NC_ ("hospital", "No level"), "wdj" },
};

static const MingCodeName aways[] = {
  { "home", NC_ ("place", "At home"), "bd" },
  { "long_term", NC_ ("place", "Living away, registered"), "cqjzba" },
  { "referral", NC_ ("place", "Referred, registered"), "zzba" },
  { "emergency", NC_ ("place", "Emergency away"), "ydjz" },
  { "unfiled", NC_ ("place", "Away, not registered"), "wba" },
};

static const MingCodeName areas[] = {
  { "city", NC_ ("area", "In the city"), "sn" },
  { "province", NC_ ("area", "In the province"), "snkd" },
  { "outside", NC_ ("area", "Outside the province"), "sw" },
};

static const struct
{
  const MingCodeName *entries;
  gsize n;
  const char *context;
} dictionaries[MING_N_CODES] = {
  [MING_CODES_INSUTYPE] = { insutypes, G_N_ELEMENTS (insutypes), "scheme" },
  [MING_CODES_PSN_TYPE] = { psn_types, G_N_ELEMENTS (psn_types), "person" },
  [MING_CODES_GEND] = { sexes, G_N_ELEMENTS (sexes), "sex" },
  [MING_CODES_MED_TYPE] = { med_types, G_N_ELEMENTS (med_types), "care" },
  [MING_CODES_HOSP_LV] = { hosp_lvs, G_N_ELEMENTS (hosp_lvs), "hospital" },
  [MING_CODES_AWAY] = { aways, G_N_ELEMENTS (aways), "place" },
  [MING_CODES_AREA] = { areas, G_N_ELEMENTS (areas), "area" },
};

const MingCodeName *
ming_code_names (MingCodes list, gsize *out_n)
{
  g_return_val_if_fail (list < MING_N_CODES && out_n != NULL, NULL);

  *out_n = dictionaries[list].n;
  return dictionaries[list].entries;
}

const char *
ming_code_names_translate (MingCodes list, const MingCodeName *entry)
{
  g_return_val_if_fail (list < MING_N_CODES && entry != NULL, NULL);

  return g_dpgettext2 (GETTEXT_PACKAGE, dictionaries[list].context, entry->name);
}

const char *
ming_code_names_find (MingCodes list, const char *code)
{
  g_return_val_if_fail (list < MING_N_CODES, code);

  for (gsize i = 0; i < dictionaries[list].n; i++)
    if (g_strcmp0 (dictionaries[list].entries[i].code, code) == 0)
      return ming_code_names_translate (list, &dictionaries[list].entries[i]);
  return code;
}
