/* cli-progress.c
 *
 * SPDX-FileCopyrightText: 2026 The Doublet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "cli-progress.h"

#include <unistd.h>

/* A terminal need not be written to more often. */
#define INTERVAL (G_USEC_PER_SEC / 10)

/* Back to the line's beginning, and empty it: every terminal of today knows this. */
#define CLEAR_LINE "\r\033[K"

/**
 * doublet_cli_progress_init:
 * @self: a progress
 * @quiet: whether to say nothing
 */
void
doublet_cli_progress_init (DoubletCliProgress *self,
                           gboolean            quiet)
{
  self->is_shown = !quiet && isatty (STDERR_FILENO);
  self->last_time = g_get_monotonic_time ();
}

/**
 * doublet_cli_progress_tell:
 * @report: what is being done
 * @self: a #DoubletCliProgress
 *
 * For #DoubletCompareListener; nothing is written about work that is short.
 */
void
doublet_cli_progress_tell (const DoubletWorkReport *report,
                           gpointer                 self)
{
  DoubletCliProgress *progress = self;
  gint64              now = g_get_monotonic_time ();
  g_autofree char    *sentence = NULL;

  if (!progress->is_shown || now - progress->last_time < INTERVAL)
    return;
  progress->last_time = now;
  sentence = doublet_work_report_dup_sentence (report);
  g_printerr (CLEAR_LINE "%s %d %%", sentence, (int)(report->fraction * 100));
}

/**
 * doublet_cli_progress_end:
 * @self: a progress
 *
 * Leaves the terminal as it was.
 */
void
doublet_cli_progress_end (DoubletCliProgress *self)
{
  if (self->is_shown)
    g_printerr (CLEAR_LINE);
}
