/* errand.c
 *
 * SPDX-FileCopyrightText: 2026 The Doublet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "errand.h"

#include "cancellable-progress.h"

struct _DoubletErrand
{
  DoubletCompareJob            job; /* the thread's, until it is done */
  GWeakRef                     owner;
  const DoubletErrandListener *listener;
  GCancellable                *cancellable; /* owned */

  GMutex            lock; /* for what follows: news that the main thread has not heard */
  gboolean          pending;
  DoubletWorkReport report;    /* its name is that of an input of the job */
  DoubletCollation *published; /* owned, (nullable) */
};

static void
clear_errand (gpointer data)
{
  DoubletErrand *self = data;

  doublet_compare_job_clear (&self->job);
  g_weak_ref_clear (&self->owner);
  g_object_unref (self->cancellable);
  g_mutex_clear (&self->lock);
  g_clear_pointer (&self->published, doublet_collation_unref);
}

/*
 * doublet_errand_unref:
 * @self: (transfer full): an errand
 */
void
doublet_errand_unref (DoubletErrand *self)
{
  g_atomic_rc_box_release_full (self, clear_errand);
}

/* One pending idle at a time carries whatever is newest. */
static gboolean
bring_news_cb (gpointer user_data)
{
  DoubletErrand *self = user_data;
  g_autoptr (GObject) owner = g_weak_ref_get (&self->owner);
  g_autoptr (DoubletCollation) published = NULL;
  DoubletWorkReport report;

  g_mutex_lock (&self->lock);
  self->pending = FALSE;
  published = g_steal_pointer (&self->published);
  report = self->report;
  g_mutex_unlock (&self->lock);

  if (owner != NULL)
    self->listener->news (owner, self, &report, published);
  return G_SOURCE_REMOVE;
}

/* Called with the lock held. */
static void
schedule_news (DoubletErrand *self)
{
  if (self->pending)
    return;
  self->pending = TRUE;
  g_idle_add_full (G_PRIORITY_DEFAULT, bring_news_cb, g_atomic_rc_box_acquire (self), (GDestroyNotify)doublet_errand_unref);
}

static void
progress_cb (const DoubletWorkReport *report,
             gpointer                 user_data)
{
  DoubletErrand *self = user_data;

  g_mutex_lock (&self->lock);
  self->report = *report;
  schedule_news (self);
  g_mutex_unlock (&self->lock);
}

static void
publish_cb (DoubletCollation *collation,
            gpointer          user_data)
{
  DoubletErrand *self = user_data;

  g_mutex_lock (&self->lock);
  g_clear_pointer (&self->published, doublet_collation_unref);
  self->published = doublet_collation_ref (collation);
  schedule_news (self);
  g_mutex_unlock (&self->lock);
}

static void
run_in_thread (GTask        *task,
               gpointer      source_object,
               gpointer      task_data,
               GCancellable *cancellable)
{
  DoubletErrand        *self = task_data;
  const DoubletProgress progress = doublet_cancellable_progress (self->cancellable);
  GError               *error = NULL;
  DoubletCollation     *collation = doublet_compare_job_run (&self->job, &progress, &error);

  if (collation != NULL)
    g_task_return_pointer (task, collation, (GDestroyNotify)doublet_collation_unref);
  else
    g_task_return_error (task, error);
}

static void
done_cb (GObject      *object,
         GAsyncResult *result,
         gpointer      user_data)
{
  DoubletErrand *self = g_task_get_task_data (G_TASK (result));
  g_autoptr (GObject) owner = g_weak_ref_get (&self->owner);
  g_autoptr (DoubletCollation) collation = g_task_propagate_pointer (G_TASK (result), NULL);

  if (owner != NULL)
    self->listener->done (owner, self, &self->job, collation);
}

/*
 * doublet_errand_send:
 * @owner: who wants to hear; not kept alive
 * @job: what is to be done; its contents are taken over
 * @listener: (transfer none): static
 *
 * Starts @job in a thread.
 *
 * Returns: (transfer full): the errand
 */
DoubletErrand *
doublet_errand_send (GObject                     *owner,
                     DoubletCompareJob           *job,
                     const DoubletErrandListener *listener)
{
  DoubletErrand *self = g_atomic_rc_box_new0 (DoubletErrand);
  g_autoptr (GTask) task = NULL;

  self->job = *job;
  self->job.listener = (DoubletCompareListener){ progress_cb, publish_cb, self };
  self->listener = listener;
  self->cancellable = g_cancellable_new ();
  g_weak_ref_init (&self->owner, owner);
  g_mutex_init (&self->lock);

  task = g_task_new (NULL, NULL, done_cb, NULL);
  g_task_set_source_tag (task, doublet_errand_send);
  g_task_set_task_data (task, g_atomic_rc_box_acquire (self), (GDestroyNotify)doublet_errand_unref);
  g_task_run_in_thread (task, run_in_thread);
  return self;
}

/*
 * doublet_errand_cancel:
 * @self: an errand
 *
 * Lets the work end soon; the owner still hears that it is done.
 */
void
doublet_errand_cancel (DoubletErrand *self)
{
  g_cancellable_cancel (self->cancellable);
}
