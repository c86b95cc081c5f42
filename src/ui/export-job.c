/* export-job.c
 *
 * SPDX-FileCopyrightText: 2026 The Doublet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "export-job.h"

#include "save-file.h"

typedef struct
{
  DoubletCollation   *collation; /* owned */
  DoubletReportFormat format;
  gboolean            with_text;
  gboolean            incomplete;
  GFile              *file; /* owned */
} Job;

static void
free_job (gpointer data)
{
  Job *job = data;

  doublet_collation_unref (job->collation);
  g_object_unref (job->file);
  g_free (job);
}

static void
run (GTask        *task,
     gpointer      source,
     gpointer      task_data,
     GCancellable *cancellable)
{
  Job    *job = task_data;
  GError *error = NULL;
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  DoubletReportOptions options = { .date = now, .with_text = job->with_text, .incomplete = job->incomplete };
  g_autoptr (GBytes) bytes = doublet_report_write (job->collation, job->format, &options, &error);

  /* The place was chosen in a dialog that asks before a file is overwritten. */
  if (bytes != NULL && doublet_save_file (job->file, bytes, TRUE, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

/**
 * doublet_export_job_run_async:
 * @collation: what to write
 * @format: in which form
 * @with_text: whether JSON holds the texts
 * @incomplete: whether the work was stopped
 * @file: where to; a file that is there is replaced
 * @callback: called when it is done
 * @user_data: for @callback
 *
 * Writes a report in a thread.
 */
void
doublet_export_job_run_async (DoubletCollation   *collation,
                              DoubletReportFormat format,
                              gboolean            with_text,
                              gboolean            incomplete,
                              GFile              *file,
                              GAsyncReadyCallback callback,
                              gpointer            user_data)
{
  g_autoptr (GTask) task = g_task_new (NULL, NULL, callback, user_data);
  Job *job = g_new (Job, 1);

  *job = (Job){ doublet_collation_ref (collation), format, with_text, incomplete, g_object_ref (file) };
  g_task_set_source_tag (task, doublet_export_job_run_async);
  g_task_set_task_data (task, job, free_job);
  g_task_run_in_thread (task, run);
}

/**
 * doublet_export_job_run_finish:
 * @result: what the callback was given
 * @error: return location for an error
 *
 * Returns: whether the report is whole in its file
 */
gboolean
doublet_export_job_run_finish (GAsyncResult *result,
                               GError      **error)
{
  g_return_val_if_fail (g_task_is_valid (result, NULL), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}
