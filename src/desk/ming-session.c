/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ming-session"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "core/ming-idcard.h"
#include "ledger/ming-ledger-form.h"
#include "ming-session.h"

struct _MingSession
{
  GObject parent_instance;

  char *folder;
  char *problem;
  GHashTable *kept; /* of this client: number by receipt code */
  MingLibrary *library;
  MingRegions *regions;
  MingEstimateWorld world;
  MingEstimateValues *values;
  MingEstimateForm *form;
  MingEstimateAnswer *answer;
  MingEstimateTabs tabs;
  MingArchive *archive;
  MingLedgerBook *book;
  char *identity; /* while the office keeps it: what the field no longer shows */
};

G_DEFINE_FINAL_TYPE (MingSession, ming_session, G_TYPE_OBJECT)

enum
{
  SIGNAL_CHANGED,
  SIGNAL_LIFE_OPENED,
  SIGNAL_NEXT_CLIENT,
  SIGNAL_PACKS_READ,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

/* Whose choices decide what others may be chosen. */
static gboolean
decides_others (MingField field)
{
  return field == MING_FIELD_REGION || field == MING_FIELD_INSUTYPE || field == MING_FIELD_PSN_TYPE
         || field == MING_FIELD_MED_TYPE;
}

/* Takes @values over and works out what follows from them. */
static void
take_values (MingSession *self, MingEstimateValues *values)
{
  MingEstimateForm *form = ming_estimate_form_new (values, &self->world);
  MingEstimateAnswer *answer = ming_estimate_answer_new (form, self->library);

  if (self->values != values)
    g_clear_pointer (&self->values, ming_estimate_values_free);
  g_clear_pointer (&self->answer, ming_estimate_answer_free);
  g_clear_pointer (&self->form, ming_estimate_form_free);
  self->values = values;
  self->form = form;
  self->answer = answer;
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

/* A library without packs, so that the window opens and can say what is wrong. */
static MingLibrary *
make_empty_library (const char *folder)
{
  MingLibrary *library = g_new0 (MingLibrary, 1);

  library->folder = g_strdup (folder);
  library->packs = g_ptr_array_new_with_free_func ((GDestroyNotify) ming_pack_unref);
  library->problems = g_ptr_array_new_with_free_func ((GDestroyNotify) ming_problem_free);
  return library;
}

/* The other packs are read; all that is wrong is told by the policy library. */
static char *
describe_problem (const MingProblem *problem)
{
  g_autofree char *file = g_path_get_basename (problem->file);

  return g_strdup_printf (_("%s is not used: %s (Alt+7, “Remarks”)"), file, problem->message);
}

static gboolean
load (MingSession *self)
{
  g_autofree char *policies = g_build_filename (self->folder, "policies", NULL);
  g_autofree char *table = g_build_filename (self->folder, "regions", "regions.tsv", NULL);
  g_autoptr (GError) error = NULL;
  MingLibrary *library = ming_library_load (policies, &error);
  MingRegions *regions = library != NULL ? ming_regions_load (table, &error) : NULL;

  g_clear_pointer (&self->problem, g_free);
  if (error != NULL)
    self->problem = g_strdup (error->message);
  if (library == NULL)
    return FALSE;
  if (self->problem == NULL && library->problems->len > 0)
    self->problem = describe_problem (g_ptr_array_index (library->problems, 0));
  /* Form and answer point into the old packs. */
  g_clear_pointer (&self->answer, ming_estimate_answer_free);
  g_clear_pointer (&self->form, ming_estimate_form_free);
  g_clear_pointer (&self->library, ming_library_free);
  self->library = library;
  if (regions != NULL)
    {
      g_clear_pointer (&self->regions, ming_regions_unref);
      self->regions = regions;
    }
  self->world.library = self->library;
  self->world.regions = self->regions;
  return TRUE;
}

static void
forget_identity (MingSession *self)
{
  g_clear_pointer (&self->identity, ming_store_vault_forget);
}

static void
ming_session_finalize (GObject *object)
{
  MingSession *self = MING_SESSION (object);

  forget_identity (self);
  ming_ledger_book_free (self->book);
  g_clear_object (&self->archive);
  g_clear_pointer (&self->answer, ming_estimate_answer_free);
  g_clear_pointer (&self->form, ming_estimate_form_free);
  g_clear_pointer (&self->values, ming_estimate_values_free);
  ming_estimate_tabs_clear (&self->tabs);
  g_clear_pointer (&self->library, ming_library_free);
  g_clear_pointer (&self->regions, ming_regions_unref);
  g_free (self->folder);
  g_free (self->problem);
  g_clear_pointer (&self->kept, g_hash_table_unref);
  G_OBJECT_CLASS (ming_session_parent_class)->finalize (object);
}

static void
ming_session_class_init (MingSessionClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = ming_session_finalize;

  signals[SIGNAL_NEXT_CLIENT] = g_signal_new ("next-client", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                              NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[SIGNAL_PACKS_READ] = g_signal_new ("packs-read", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                             NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[SIGNAL_CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                          NULL, NULL, G_TYPE_NONE, 0);
  signals[SIGNAL_LIFE_OPENED] = g_signal_new ("life-opened", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                              NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_POINTER);
}

static void
ming_session_init (MingSession *self)
{
  ming_estimate_tabs_init (&self->tabs);
  self->archive = ming_archive_new ();
  self->book = ming_ledger_book_new ();
  self->kept = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
}

MingSession *
ming_session_new (const char *folder, MingDate today)
{
  MingSession *self = g_object_new (MING_TYPE_SESSION, NULL);
  MingEstimateValues *values;

  self->folder = g_strdup (folder);
  self->world.today = today;
  if (!load (self))
    {
      self->library = make_empty_library (folder);
      self->world.library = self->library;
    }
  values = ming_estimate_values_new (ming_places_default (self->library, ""));
  self->values = ming_estimate_form_settle (values, &self->world, MING_N_FIELDS);
  ming_estimate_values_free (values);
  take_values (self, self->values);
  return self;
}

const char *
ming_session_get_problem (MingSession *self)
{
  g_return_val_if_fail (MING_IS_SESSION (self), NULL);

  return self->problem;
}

const MingEstimateWorld *
ming_session_get_world (MingSession *self)
{
  g_return_val_if_fail (MING_IS_SESSION (self), NULL);

  return &self->world;
}

const MingEstimateValues *
ming_session_get_values (MingSession *self)
{
  g_return_val_if_fail (MING_IS_SESSION (self), NULL);

  return self->values;
}

const MingEstimateForm *
ming_session_get_form (MingSession *self)
{
  g_return_val_if_fail (MING_IS_SESSION (self), NULL);

  return self->form;
}

const MingEstimateAnswer *
ming_session_get_answer (MingSession *self)
{
  g_return_val_if_fail (MING_IS_SESSION (self), NULL);

  return self->answer;
}

MingArchive *
ming_session_get_archive (MingSession *self)
{
  g_return_val_if_fail (MING_IS_SESSION (self), NULL);

  return self->archive;
}

/* The number that stands in its field in full. (transfer full) (nullable) */
static char *
read_identity (MingSession *self)
{
  const char *typed = self->values->text[MING_FIELD_IDCARD];
  MingIdcard card;

  if (ming_idcard_text_is_masked (typed)
      || ming_idcard_parse (typed, strlen (typed), self->world.today, &card, NULL) != MING_OK)
    return NULL;
  return g_strdup (card.number);
}

char *
ming_session_dup_identity (MingSession *self)
{
  g_return_val_if_fail (MING_IS_SESSION (self), NULL);

  if (!ming_archive_wants_identity (self->archive))
    return NULL;
  return self->identity != NULL ? g_strdup (self->identity) : read_identity (self);
}

/* The field is about to be masked. */
static void
remember_identity (MingSession *self)
{
  char *identity = ming_archive_wants_identity (self->archive) ? read_identity (self) : NULL;

  if (identity == NULL)
    return;
  forget_identity (self);
  self->identity = identity;
}

const char *
ming_session_get_kept (MingSession *self, const char *code)
{
  g_return_val_if_fail (MING_IS_SESSION (self) && code != NULL, NULL);

  return g_hash_table_lookup (self->kept, code);
}

void
ming_session_set_kept (MingSession *self, const char *code, const char *number)
{
  g_return_if_fail (MING_IS_SESSION (self) && code != NULL && number != NULL);

  g_hash_table_replace (self->kept, g_strdup (code), g_strdup (number));
}

const MingEstimateTabs *
ming_session_get_tabs (MingSession *self)
{
  g_return_val_if_fail (MING_IS_SESSION (self), NULL);

  return &self->tabs;
}

gboolean
ming_session_add_tab (MingSession *self)
{
  g_return_val_if_fail (MING_IS_SESSION (self), FALSE);

  if (!ming_estimate_tabs_add (&self->tabs, self->values))
    return FALSE;
  ming_estimate_tabs_update (&self->tabs, &self->world);
  take_values (self, self->values);
  return TRUE;
}

void
ming_session_turn_tab (MingSession *self, guint index)
{
  MingEstimateValues *values;

  g_return_if_fail (MING_IS_SESSION (self));

  values = ming_estimate_tabs_turn (&self->tabs, self->values, index);
  if (values == NULL)
    return;
  ming_estimate_tabs_update (&self->tabs, &self->world);
  take_values (self, values);
}

void
ming_session_remove_tab (MingSession *self)
{
  MingEstimateValues *values;

  g_return_if_fail (MING_IS_SESSION (self));

  values = ming_estimate_tabs_remove (&self->tabs);
  if (values != NULL)
    take_values (self, values);
}

/* A running total is kept under its own name, so that it survives a change of the kind of care. */
static void
store_field (MingSession *self, MingEstimateValues *values, MingField field, const char *text)
{
  const char *key = self->form->field[field].key;

  if (field < MING_FIELD_SO_FAR)
    ming_estimate_values_set (values, field, text);
  else if (key != NULL)
    ming_estimate_values_set_so_far (values, key, text);
}

void
ming_session_set_field (MingSession *self, MingField field, const char *text)
{
  g_autoptr (MingEstimateValues) typed = NULL;

  g_return_if_fail (MING_IS_SESSION (self) && field < MING_N_FIELDS && text != NULL);

  typed = ming_estimate_values_copy (self->values);
  store_field (self, typed, field, text);
  if (field == MING_FIELD_IDCARD && !ming_idcard_text_is_masked (text))
    forget_identity (self);
  if (field == MING_FIELD_IDCARD)
    take_values (self, ming_estimate_values_take_idcard (typed, self->world.today, FALSE));
  else if (decides_others (field))
    take_values (self, ming_estimate_form_settle (typed, &self->world, field));
  else
    take_values (self, g_steal_pointer (&typed));
}

void
ming_session_set_family (MingSession *self, guint row, MingFamilyColumn column, const char *text)
{
  MingEstimateValues *typed;

  g_return_if_fail (MING_IS_SESSION (self) && text != NULL);

  typed = ming_estimate_values_copy (self->values);
  ming_estimate_values_set_family (typed, row, column, text);
  take_values (self, typed);
}

void
ming_session_set_family_order (MingSession *self, const char *order)
{
  MingEstimateValues *typed;

  g_return_if_fail (MING_IS_SESSION (self) && order != NULL);

  typed = ming_estimate_values_copy (self->values);
  ming_estimate_values_set_family_order (typed, order);
  take_values (self, typed);
}

/* Nothing of the client who leaves stays. */
static void
forget_client (MingSession *self)
{
  forget_identity (self);
  ming_ledger_book_clear (self->book);
  g_hash_table_remove_all (self->kept);
  g_signal_emit (self, signals[SIGNAL_NEXT_CLIENT], 0);
  ming_estimate_tabs_clear (&self->tabs);
}

MingLedgerBook *
ming_session_get_book (MingSession *self)
{
  g_return_val_if_fail (MING_IS_SESSION (self), NULL);

  return self->book;
}

MingCase *
ming_session_dup_year (MingSession *self, gboolean *incomplete)
{
  g_autoptr (MingLedgerForm) form = NULL;

  g_return_val_if_fail (MING_IS_SESSION (self) && incomplete != NULL, NULL);

  *incomplete = FALSE;
  if (ming_ledger_values_is_blank (self->book->values))
    return NULL;
  form = ming_ledger_form_new (self->book->values, self->values, &self->world);
  *incomplete = form->input == NULL;
  if (form->input == NULL || form->input->visits->len == 0)
    return NULL;
  return g_steal_pointer (&form->input);
}

void
ming_session_open_case (MingSession *self, const MingCase *input)
{
  g_autoptr (MingCase) own = NULL;

  g_return_if_fail (MING_IS_SESSION (self) && input != NULL);

  own = ming_case_copy (input);
  /* Of several bills none stands alone: what was before it counts. */
  if (own->visits->len > 1)
    g_ptr_array_set_size (own->visits, 0);
  forget_client (self);
  if (input->visits->len > 1)
    ming_ledger_book_take (self->book, ming_ledger_values_from_case (input));
  take_values (self, ming_estimate_values_from_case (own));
}

void
ming_session_open_ledger (MingSession *self, const MingCase *input, MingLedgerValues *values)
{
  g_autoptr (MingCase) own = NULL;

  g_return_if_fail (MING_IS_SESSION (self) && input != NULL && values != NULL);

  own = ming_case_copy (input);
  g_ptr_array_set_size (own->visits, 0);
  forget_client (self);
  ming_ledger_book_take (self->book, values);
  take_values (self, ming_estimate_values_from_case (own));
}

void
ming_session_open_life (MingSession *self, const MingLifeQuestion *question)
{
  g_return_if_fail (MING_IS_SESSION (self) && question != NULL);

  forget_client (self);
  take_values (self, ming_estimate_values_from_life (question));
  g_signal_emit (self, signals[SIGNAL_LIFE_OPENED], 0, question);
}

void
ming_session_leave_field (MingSession *self, MingField field)
{
  g_autofree char *tidy = NULL;

  g_return_if_fail (MING_IS_SESSION (self) && field < MING_N_FIELDS);

  if (field == MING_FIELD_IDCARD)
    {
      remember_identity (self);
      take_values (self, ming_estimate_values_take_idcard (self->values, self->world.today, TRUE));
      return;
    }
  tidy = ming_field_tidy (field, self->form->field[field].text, self->world.today);
  if (!g_str_equal (tidy, self->form->field[field].text) && self->form->field[field].sensitive)
    ming_session_set_field (self, field, tidy);
}

void
ming_session_set_region (MingSession *self, const char *region)
{
  g_return_if_fail (MING_IS_SESSION (self) && region != NULL);

  ming_session_set_field (self, MING_FIELD_REGION, ming_places_default (self->library, region));
}

void
ming_session_set_today (MingSession *self, MingDate today)
{
  g_return_if_fail (MING_IS_SESSION (self) && ming_date_is_valid (today));

  if (ming_date_compare (self->world.today, today) == 0)
    return;
  self->world.today = today;
  ming_estimate_tabs_update (&self->tabs, &self->world);
  take_values (self, self->values);
}

void
ming_session_next_client (MingSession *self)
{
  g_autoptr (MingEstimateValues) next = NULL;

  g_return_if_fail (MING_IS_SESSION (self));

  forget_client (self);
  next = ming_estimate_values_next_client (self->values);
  take_values (self, ming_estimate_form_settle (next, &self->world, MING_N_FIELDS));
}

gboolean
ming_session_reload (MingSession *self)
{
  gboolean loaded;

  g_return_val_if_fail (MING_IS_SESSION (self), FALSE);

  loaded = load (self);
  if (loaded)
    g_signal_emit (self, signals[SIGNAL_PACKS_READ], 0);
  ming_estimate_tabs_update (&self->tabs, &self->world);
  take_values (self, self->values);
  return loaded;
}
