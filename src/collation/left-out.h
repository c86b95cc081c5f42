/* left-out.h
 *
 * SPDX-FileCopyrightText: 2026 The Doublet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "marks.h"

G_BEGIN_DECLS

GArray *doublet_left_out_cut (const DoubletCollation *collation,
                              guint                   article,
                              GArray                 *marks);
GArray *doublet_left_out_list (const DoubletCollation *collation,
                               guint                   article,
                               guint32                 start,
                               guint32                 end);
char   *doublet_left_out_dup_text (const DoubletCollation *collation,
                                   guint                   article,
                                   guint32                 start,
                                   guint32                 end);

G_END_DECLS
