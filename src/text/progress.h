/* progress.h
 *
 * SPDX-FileCopyrightText: 2026 The Doublet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/*
 * How the synchronous steps below compare/ say how far they are, and how they
 * learn that nobody wants the result any more.  Both travel together, so every
 * long function takes one pointer, which may be NULL.
 */

/**
 * DoubletProgressFunc:
 * @fraction: how much of the present step is done, 0 to 1
 * @user_data: what was given in the #DoubletProgress
 *
 * Called from the thread that does the work, often: it must return at once.
 */
typedef void (*DoubletProgressFunc) (double fraction, gpointer user_data);

/* Whether nobody wants the result any more; called from the thread that does the work. */
typedef gboolean (*DoubletCancelledFunc) (gpointer cancellable);

typedef struct
{
  DoubletCancelledFunc is_cancelled; /* (nullable) */
  gpointer             cancellable;  /* (nullable), borrowed: what is_cancelled asks */
  DoubletProgressFunc  func;         /* (nullable) */
  gpointer             user_data;
} DoubletProgress;

/* Inner loops look whether they were cancelled once in so many rounds: often
 * enough for the promised 100 ms, seldom enough to cost nothing. */
#define DOUBLET_PROGRESS_MASK 0x3fff

gboolean        doublet_progress_is_cancelled (const DoubletProgress *self);
void            doublet_progress_report (const DoubletProgress *self,
                                         double                 fraction);
DoubletProgress doublet_progress_silence (const DoubletProgress *self);

/**
 * DOUBLET_PROGRESS_CHECK:
 * @self: (nullable): a progress
 * @count: a counter that grows by one each round
 *
 * True once in a while and then only if the work was cancelled.
 */
#define DOUBLET_PROGRESS_CHECK(self, count) \
  (((count)&DOUBLET_PROGRESS_MASK) == 0 && doublet_progress_is_cancelled (self))

G_END_DECLS
