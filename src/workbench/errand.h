/* errand.h
 *
 * SPDX-FileCopyrightText: 2026 The Doublet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

#include "compare-job.h"

G_BEGIN_DECLS

/*
 * A job in a thread of its own that brings its news home to the main thread.  The one
 * who sent it decides by identity whether it still wants to hear.
 */
typedef struct _DoubletErrand DoubletErrand;

/* Both are called in the main thread, as long as the owner lives. */
typedef struct
{
  void (*news) (GObject                 *owner,
                DoubletErrand           *errand,
                const DoubletWorkReport *report,
                DoubletCollation        *published); /* (nullable): a result so far */
  void (*done) (GObject                 *owner,
                DoubletErrand           *errand,
                const DoubletCompareJob *job, /* its items filled in as far as the work came */
                DoubletCollation        *result);    /* (nullable): NULL if it was cancelled */
} DoubletErrandListener;

DoubletErrand *doublet_errand_send (GObject                     *owner,
                                    DoubletCompareJob           *job,
                                    const DoubletErrandListener *listener);
void           doublet_errand_cancel (DoubletErrand *self);
void           doublet_errand_unref (DoubletErrand *self);

G_END_DECLS
