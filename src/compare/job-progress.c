/* job-progress.c
 *
 * SPDX-FileCopyrightText: 2026 The Doublet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "job-progress.h"

/* Where each activity begins and ends in the whole, by the time that it takes of a
 * pair of 1 MB. */
static const struct
{
  double start;
  double end;
} shares[] = {
  [DOUBLET_ACTIVITY_LOADING] = { 0, 0.15 },
  [DOUBLET_ACTIVITY_TOKENISING] = { 0.15, 0.3 },
  [DOUBLET_ACTIVITY_FINDING_PASSAGES] = { 0.3, 0.7 },
  [DOUBLET_ACTIVITY_ALIGNING] = { 0.7, 1 },
};

/* Called with the lock held. */
static void
tell_listener (DoubletJobProgress *self)
{
  DoubletWorkReport *report = &self->report;
  double             start = shares[report->activity].start;
  double             end = shares[report->activity].end;
  double             part = report->n_pieces > 0 ? self->done / report->n_pieces : 0;

  report->fraction = start + (end - start) * CLAMP (part, 0, 1);
  report->name = self->names != NULL && self->oldest < report->n_pieces ? self->names[self->oldest] : NULL;
  if (self->listener->progress != NULL)
    self->listener->progress (report, self->listener->user_data);
}

/*
 * doublet_job_progress_init:
 * @self: a progress
 * @listener: (transfer none): who is told
 */
void
doublet_job_progress_init (DoubletJobProgress           *self,
                           const DoubletCompareListener *listener)
{
  *self = (DoubletJobProgress){ .listener = listener };
  g_mutex_init (&self->lock);
}

/*
 * doublet_job_progress_clear:
 * @self: a progress
 */
void
doublet_job_progress_clear (DoubletJobProgress *self)
{
  g_clear_pointer (&self->parts, g_free);
  g_mutex_clear (&self->lock);
}

/*
 * doublet_job_progress_begin:
 * @self: a progress
 * @activity: what is done from now on
 * @n_pieces: in how many pieces
 * @names: (nullable) (transfer none) (array length=n_pieces): what people call them, to
 *   be kept until another activity begins
 */
void
doublet_job_progress_begin (DoubletJobProgress *self,
                            DoubletActivity     activity,
                            guint               n_pieces,
                            const char *const  *names)
{
  g_mutex_lock (&self->lock);
  g_free (self->parts);
  self->parts = g_new0 (double, n_pieces);
  self->done = 0;
  self->oldest = 0;
  self->names = names;
  self->report = (DoubletWorkReport){ .activity = activity, .n_pieces = n_pieces };
  tell_listener (self);
  g_mutex_unlock (&self->lock);
}

/*
 * doublet_job_progress_tell:
 * @self: a progress
 * @piece: a piece of the present activity
 * @part: how much of it is done, 0 to 1; 1 is said at its end only
 *
 * A piece begins when the ones before it have begun, so the first that is not done is
 * being worked at.
 */
void
doublet_job_progress_tell (DoubletJobProgress *self,
                           guint               piece,
                           double              part)
{
  g_mutex_lock (&self->lock);
  /* The steps of a piece may each begin anew. */
  part = MAX (part, self->parts[piece]);
  self->report.n_done += part >= 1 && self->parts[piece] < 1;
  self->done += part - self->parts[piece];
  self->parts[piece] = part;
  while (self->oldest < self->report.n_pieces && self->parts[self->oldest] >= 1)
    self->oldest++;
  tell_listener (self);
  g_mutex_unlock (&self->lock);
}

/*
 * doublet_job_progress_publish:
 * @self: a progress
 * @collation: a result so far
 */
void
doublet_job_progress_publish (DoubletJobProgress *self,
                              DoubletCollation   *collation)
{
  g_mutex_lock (&self->lock);
  if (self->listener->publish != NULL)
    self->listener->publish (collation, self->listener->user_data);
  g_mutex_unlock (&self->lock);
}
