/* compare.h
 *
 * SPDX-FileCopyrightText: 2026 The Doublet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "collation.h"
#include "input.h"

G_BEGIN_DECLS

typedef enum
{
  DOUBLET_ACTIVITY_LOADING,
  DOUBLET_ACTIVITY_TOKENISING,
  DOUBLET_ACTIVITY_FINDING_PASSAGES,
  DOUBLET_ACTIVITY_ALIGNING,
} DoubletActivity;

/*
 * Who listens to a comparison.  Both functions are called from worker threads, one
 * call at a time, and must return at once.
 */
typedef struct
{
  void (*progress) (DoubletActivity activity,
                    double          fraction,
                    gpointer        user_data);
  void (*publish) (DoubletCollation *collation, /* a result so far; (transfer none) */
                   gpointer          user_data);
  gpointer user_data;
} DoubletCompareListener;

const char       *doublet_activity_get_sentence (DoubletActivity activity);
DoubletCollation *doublet_compare_run (DoubletInput *const          *inputs,
                                       guint                         n_inputs,
                                       const DoubletOptions         *options,
                                       guint                         base,
                                       const DoubletCompareListener *listener,
                                       GCancellable                 *cancellable,
                                       GError                      **error);

G_END_DECLS
