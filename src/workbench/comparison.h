/* comparison.h
 *
 * SPDX-FileCopyrightText: 2026 The Doublet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

#include "compare.h"

G_BEGIN_DECLS

#define DOUBLET_TYPE_COMPARISON (doublet_comparison_get_type ())

/*
 * What a window compares: the inputs in their order, the options, and the newest
 * result.  Lives in the main thread; the work runs in others.  Any change starts the
 * work anew and a result that has become stale is dropped.
 *
 * Properties (all notify in the main thread):
 *   collation (DoubletCollation, read): the newest result, or NULL; results come in
 *     stages while the work goes on
 *   busy (gboolean, read): whether work is going on
 *   stopped (gboolean, read): the person stopped the work: what is shown is incomplete
 *   progress (double, read): 0 to 1
 *   activity (string, read): a translated sentence: what is being done
 *   boilerplate (DoubletInput, read): the text of boilerplate, or NULL
 */
G_DECLARE_FINAL_TYPE (DoubletComparison, doublet_comparison, DOUBLET, COMPARISON, GObject)

DoubletComparison    *doublet_comparison_new (void);
guint                 doublet_comparison_get_n_inputs (DoubletComparison *self);
DoubletInput         *doublet_comparison_get_input (DoubletComparison *self,
                                                    guint              index);
void                  doublet_comparison_add (DoubletComparison   *self,
                                              DoubletInput *const *inputs,
                                              guint                n_inputs);
void                  doublet_comparison_replace (DoubletComparison *self,
                                                  guint              index,
                                                  DoubletInput      *input);
void                  doublet_comparison_remove (DoubletComparison *self,
                                                 guint              index);
void                  doublet_comparison_swap (DoubletComparison *self,
                                               guint              first,
                                               guint              second);
void                  doublet_comparison_clear (DoubletComparison *self);
void                  doublet_comparison_reload (DoubletComparison *self);
void                  doublet_comparison_stop (DoubletComparison *self);
void                  doublet_comparison_set_boilerplate (DoubletComparison *self,
                                                          DoubletInput      *boilerplate);
DoubletInput         *doublet_comparison_get_boilerplate (DoubletComparison *self);
gboolean              doublet_comparison_reads_file (DoubletComparison *self,
                                                     GFile             *file);
void                  doublet_comparison_align (DoubletComparison *self,
                                                guint              a,
                                                guint              b);
const DoubletOptions *doublet_comparison_get_options (DoubletComparison *self);
void                  doublet_comparison_set_options (DoubletComparison    *self,
                                                      const DoubletOptions *options);
DoubletCollation     *doublet_comparison_get_collation (DoubletComparison *self);
gboolean              doublet_comparison_get_busy (DoubletComparison *self);
gboolean              doublet_comparison_get_stopped (DoubletComparison *self);
double                doublet_comparison_get_progress (DoubletComparison *self);
const char           *doublet_comparison_get_activity (DoubletComparison *self);

G_END_DECLS
