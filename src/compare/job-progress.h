/* job-progress.h
 *
 * SPDX-FileCopyrightText: 2026 The Doublet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "compare.h"

G_BEGIN_DECLS

/*
 * How far a job is, told to its listener one call at a time whatever thread works.  An
 * activity has pieces that may be worked at side by side; those of the activity that
 * reads have names.
 */
typedef struct
{
  const DoubletCompareListener *listener;
  GMutex                        lock;
  DoubletWorkReport             report;
  double                       *parts;  /* owned: for each piece how much of it is done, 0 to 1 */
  double                        done;   /* their sum */
  const char *const            *names;  /* (nullable), borrowed: of the pieces */
  guint                         oldest; /* the first piece that is not done */
} DoubletJobProgress;

void doublet_job_progress_init (DoubletJobProgress           *self,
                                const DoubletCompareListener *listener);
void doublet_job_progress_clear (DoubletJobProgress *self);
void doublet_job_progress_begin (DoubletJobProgress *self,
                                 DoubletActivity     activity,
                                 guint               n_pieces,
                                 const char *const  *names);
void doublet_job_progress_tell (DoubletJobProgress *self,
                                guint               piece,
                                double              part);
void doublet_job_progress_publish (DoubletJobProgress *self,
                                   DoubletCollation   *collation);

G_END_DECLS
