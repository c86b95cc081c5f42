/* cli-progress.h
 *
 * SPDX-FileCopyrightText: 2026 The Doublet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "compare.h"

G_BEGIN_DECLS

/* A line on standard error that says how far the work is; only on a terminal. */
typedef struct
{
  gboolean is_shown;
  gint64   last_time; /* monotonic, of the last line */
} DoubletCliProgress;

void doublet_cli_progress_init (DoubletCliProgress *self,
                                gboolean            quiet);
void doublet_cli_progress_tell (const DoubletWorkReport *report,
                                gpointer                 self);
void doublet_cli_progress_end (DoubletCliProgress *self);

G_END_DECLS
