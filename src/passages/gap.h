/* gap.h
 *
 * SPDX-FileCopyrightText: 2026 The Doublet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "passage-text.h"

G_BEGIN_DECLS

/* Words on either side of a gap that is looked at as a whole, at the most. */
#define DOUBLET_GAP_MAX_WORDS 10

gboolean doublet_gap_is_reordered (const DoubletPassageText *text,
                                   DoubletRange              x,
                                   DoubletRange              y,
                                   guint32                   max_changed);
gboolean doublet_gap_has_stones (const DoubletPassageText *text,
                                 DoubletRange              x,
                                 DoubletRange              y,
                                 guint32                   max_changed);

G_END_DECLS
