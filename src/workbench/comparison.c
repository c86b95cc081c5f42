/* comparison.c
 *
 * SPDX-FileCopyrightText: 2026 The Doublet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "comparison-private.h"

#include "boxed-types.h"

#include <string.h>

/*
 * The work: a job runs in a thread, and its news are taken over here.  What is compared
 * stands in comparison-inputs.c.
 */

G_DEFINE_FINAL_TYPE (DoubletComparison, doublet_comparison, G_TYPE_OBJECT)

enum
{
  PROP_0,
  PROP_COLLATION,
  PROP_BUSY,
  PROP_STOPPED,
  PROP_PROGRESS,
  PROP_ACTIVITY,
  PROP_BOILERPLATE,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

static void
set_collation (DoubletComparison *self,
               DoubletCollation  *collation)
{
  if (self->collation == collation)
    return;
  g_clear_pointer (&self->collation, doublet_collation_unref);
  self->collation = collation != NULL ? doublet_collation_ref (collation) : NULL;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_COLLATION]);
}

static void
say_activity (DoubletComparison       *self,
              const DoubletWorkReport *report)
{
  g_free (self->activity);
  self->activity = doublet_work_report_dup_sentence (report);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_ACTIVITY]);
  self->progress = report->fraction;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_PROGRESS]);
}

static void
hear_news (GObject                 *owner,
           DoubletErrand           *errand,
           const DoubletWorkReport *report,
           DoubletCollation        *published)
{
  DoubletComparison *self = DOUBLET_COMPARISON (owner);

  if (self->errand != errand)
    return;

  say_activity (self, report);
  if (published != NULL)
    set_collation (self, published);
}

/* Takes over what the job read, for those inputs that are still wanted. */
static void
keep_items (DoubletComparison       *self,
            const DoubletCompareJob *job,
            gboolean                 is_newest)
{
  for (guint i = 0; i < self->items->len; i++)
    {
      DoubletCompareItem *item = &g_array_index (self->items, DoubletCompareItem, i);

      for (guint j = 0; j < job->n_items; j++)
        if (job->items[j].input == item->input)
          {
            doublet_compare_item_keep (item, &job->items[j], is_newest);
            break;
          }
    }
  if (self->boilerplate.input != NULL && self->boilerplate.input == job->boilerplate.input)
    doublet_compare_item_keep (&self->boilerplate, &job->boilerplate, is_newest);
}

static void
hear_done (GObject                 *owner,
           DoubletErrand           *errand,
           const DoubletCompareJob *job,
           DoubletCollation        *result)
{
  DoubletComparison *self = DOUBLET_COMPARISON (owner);

  keep_items (self, job, self->errand == errand);
  if (self->errand != errand)
    return;

  g_clear_pointer (&self->errand, doublet_errand_unref);
  if (result != NULL)
    set_collation (self, result);
  g_object_notify_by_pspec (owner, properties[PROP_BUSY]);
}

static const DoubletErrandListener errand_listener = { hear_news, hear_done };

/* Nobody waits for what runs any more. */
static void
drop_errand (DoubletComparison *self)
{
  if (self->errand != NULL)
    doublet_errand_cancel (self->errand);
  g_clear_pointer (&self->errand, doublet_errand_unref);
}

static DoubletCompareJob
make_job (DoubletComparison *self,
          DoubletCollation  *known)
{
  DoubletCompareJob job = {
    .items = doublet_compare_items_copy ((const DoubletCompareItem *)(gpointer)self->items->data, self->items->len),
    .n_items = self->items->len,
    .options = self->options,
    .pairs = g_memdup2 (self->pairs->data, self->pairs->len * sizeof (DoubletItemPair)),
    .n_pairs = self->pairs->len,
    .known = known != NULL ? doublet_collation_ref (known) : NULL,
  };

  doublet_compare_item_copy (&self->boilerplate, &job.boilerplate);
  return job;
}

/*
 * doublet_comparison_start:
 * @self: a comparison
 * @known: (nullable): a result that is only to be completed
 *
 * Lets a new job run on what is to be compared now, instead of one that runs.
 */
void
doublet_comparison_start (DoubletComparison *self,
                          DoubletCollation  *known)
{
  gboolean          was_busy = self->errand != NULL;
  DoubletCompareJob job;

  drop_errand (self);
  if (self->stopped)
    {
      self->stopped = FALSE;
      g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_STOPPED]);
    }
  if (self->items->len == 0)
    {
      set_collation (self, NULL);
      if (was_busy)
        g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_BUSY]);
      return;
    }

  job = make_job (self, known);
  say_activity (self, &(DoubletWorkReport){ .activity = DOUBLET_ACTIVITY_LOADING });
  self->errand = doublet_errand_send (G_OBJECT (self), &job, &errand_listener);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_BUSY]);
}

static void
clear_item (gpointer data)
{
  doublet_compare_item_clear (data);
}

static void
doublet_comparison_dispose (GObject *object)
{
  DoubletComparison *self = DOUBLET_COMPARISON (object);

  drop_errand (self);
  g_clear_pointer (&self->collation, doublet_collation_unref);
  g_array_set_size (self->items, 0);
  doublet_compare_item_clear (&self->boilerplate);

  G_OBJECT_CLASS (doublet_comparison_parent_class)->dispose (object);
}

static void
doublet_comparison_finalize (GObject *object)
{
  DoubletComparison *self = DOUBLET_COMPARISON (object);

  g_array_unref (self->items);
  g_array_unref (self->pairs);

  g_free (self->activity);
  G_OBJECT_CLASS (doublet_comparison_parent_class)->finalize (object);
}

static void
doublet_comparison_get_property (GObject    *object,
                                 guint       prop_id,
                                 GValue     *value,
                                 GParamSpec *pspec)
{
  DoubletComparison *self = DOUBLET_COMPARISON (object);

  switch (prop_id)
    {
    case PROP_COLLATION:
      g_value_set_boxed (value, self->collation);
      break;
    case PROP_BUSY:
      g_value_set_boolean (value, doublet_comparison_get_busy (self));
      break;
    case PROP_STOPPED:
      g_value_set_boolean (value, self->stopped);
      break;
    case PROP_PROGRESS:
      g_value_set_double (value, self->progress);
      break;
    case PROP_ACTIVITY:
      g_value_set_string (value, doublet_comparison_get_activity (self));
      break;
    case PROP_BOILERPLATE:
      g_value_set_boxed (value, self->boilerplate.input);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
doublet_comparison_class_init (DoubletComparisonClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GParamFlags   flags = G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  object_class->dispose = doublet_comparison_dispose;
  object_class->finalize = doublet_comparison_finalize;
  object_class->get_property = doublet_comparison_get_property;

  properties[PROP_COLLATION] = g_param_spec_boxed ("collation", NULL, NULL, DOUBLET_TYPE_COLLATION, flags);
  properties[PROP_BUSY] = g_param_spec_boolean ("busy", NULL, NULL, FALSE, flags);
  properties[PROP_STOPPED] = g_param_spec_boolean ("stopped", NULL, NULL, FALSE, flags);
  properties[PROP_PROGRESS] = g_param_spec_double ("progress", NULL, NULL, 0, 1, 0, flags);
  properties[PROP_ACTIVITY] = g_param_spec_string ("activity", NULL, NULL, NULL, flags);
  properties[PROP_BOILERPLATE] = g_param_spec_boxed ("boilerplate", NULL, NULL, DOUBLET_TYPE_INPUT, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
doublet_comparison_init (DoubletComparison *self)
{
  self->items = g_array_new (FALSE, FALSE, sizeof (DoubletCompareItem));
  g_array_set_clear_func (self->items, clear_item);
  self->pairs = g_array_new (FALSE, FALSE, sizeof (DoubletItemPair));
  doublet_options_init (&self->options);
}

/**
 * doublet_comparison_new:
 *
 * Returns: (transfer full): a comparison of nothing yet
 */
DoubletComparison *
doublet_comparison_new (void)
{
  return g_object_new (DOUBLET_TYPE_COMPARISON, NULL);
}

/**
 * doublet_comparison_stop:
 * @self: a comparison
 *
 * Stops the work; what there is of a result stays.
 */
void
doublet_comparison_stop (DoubletComparison *self)
{
  if (self->errand == NULL)
    return;
  drop_errand (self);
  self->stopped = TRUE;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_BUSY]);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_STOPPED]);
}

/**
 * doublet_comparison_align:
 * @self: a comparison
 * @a: number of an article of the newest result
 * @b: number of another one
 *
 * Sees to it that the result holds the alignment of both, now and after every change
 * that leaves them where they are.
 */
void
doublet_comparison_align (DoubletComparison *self,
                          guint              a,
                          guint              b)
{
  DoubletItemPair pair;

  if (self->collation == NULL || a == b || MAX (a, b) >= doublet_collation_get_n_articles (self->collation) || doublet_collation_is_aligned (self->collation, a, b))
    return;
  pair = (DoubletItemPair){ doublet_collation_get_input (self->collation, a), doublet_collation_get_input (self->collation, b) };
  for (guint i = 0; i < self->pairs->len; i++)
    if (memcmp (&g_array_index (self->pairs, DoubletItemPair, i), &pair, sizeof pair) == 0)
      return;

  g_array_append_val (self->pairs, pair);
  doublet_comparison_start (self, self->errand == NULL && doublet_collation_get_stage (self->collation) >= DOUBLET_STAGE_PASSAGES ? self->collation : NULL);
}

/**
 * doublet_comparison_get_options:
 * @self: a comparison
 *
 * Returns: (transfer none): the choices
 */
const DoubletOptions *
doublet_comparison_get_options (DoubletComparison *self)
{
  return &self->options;
}

/**
 * doublet_comparison_set_options:
 * @self: a comparison
 * @options: the choices
 */
void
doublet_comparison_set_options (DoubletComparison    *self,
                                const DoubletOptions *options)
{
  if (doublet_options_equal (&self->options, options))
    return;
  self->options = *options;
  doublet_comparison_start (self, NULL);
}

/**
 * doublet_comparison_get_collation:
 * @self: a comparison
 *
 * Returns: (transfer none) (nullable): the newest result
 */
DoubletCollation *
doublet_comparison_get_collation (DoubletComparison *self)
{
  return self->collation;
}

/**
 * doublet_comparison_get_busy:
 * @self: a comparison
 *
 * Returns: whether work is going on
 */
gboolean
doublet_comparison_get_busy (DoubletComparison *self)
{
  return self->errand != NULL;
}

/**
 * doublet_comparison_get_stopped:
 * @self: a comparison
 *
 * Returns: whether the work was stopped before its end
 */
gboolean
doublet_comparison_get_stopped (DoubletComparison *self)
{
  return self->stopped;
}

/**
 * doublet_comparison_get_progress:
 * @self: a comparison
 *
 * Returns: how much of the work is done, 0 to 1
 */
double
doublet_comparison_get_progress (DoubletComparison *self)
{
  return self->progress;
}

/**
 * doublet_comparison_get_activity:
 * @self: a comparison
 *
 * Returns: a translated sentence: what is being done
 */
const char *
doublet_comparison_get_activity (DoubletComparison *self)
{
  return self->activity;
}
