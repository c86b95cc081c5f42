/* myers.h
 *
 * SPDX-FileCopyrightText: 2026 The Doublet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "alignment-job.h"

G_BEGIN_DECLS

typedef struct _DoubletMyers DoubletMyers;

DoubletMyers *doublet_myers_new (DoubletAlignmentJob *job);
void          doublet_myers_free (DoubletMyers *self);
void          doublet_myers_run (DoubletMyers     *self,
                                 const DoubletBox *box);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DoubletMyers, doublet_myers_free)

G_END_DECLS
