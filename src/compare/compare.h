/* compare.h
 *
 * SPDX-FileCopyrightText: 2026 The Doublet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "collation.h"
#include "input.h"
#include "progress.h"
#include "work-report.h"

G_BEGIN_DECLS

/*
 * Who listens to a comparison.  Both functions are called from worker threads, one
 * call at a time, and must return at once.
 */
typedef struct
{
  void (*progress) (const DoubletWorkReport *report,
                    gpointer                 user_data);
  void (*publish) (DoubletCollation *collation, /* a result so far; (transfer none) */
                   gpointer          user_data);
  gpointer user_data;
} DoubletCompareListener;

DoubletCollation *doublet_compare_run (DoubletInput *const          *inputs,
                                       guint                         n_inputs,
                                       const DoubletOptions         *options,
                                       guint                         base,
                                       DoubletInput                 *boilerplate,
                                       const DoubletCompareListener *listener,
                                       const DoubletProgress        *progress,
                                       GError                      **error);

G_END_DECLS
