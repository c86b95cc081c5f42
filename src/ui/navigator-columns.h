/* navigator-columns.h
 *
 * SPDX-FileCopyrightText: 2026 The Doublet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "navigator.h"

G_BEGIN_DECLS

guint doublet_navigator_columns_clean (const guint *wanted,
                                       guint        n_wanted,
                                       guint        n_articles,
                                       guint       *columns);
guint doublet_navigator_columns_follow (const DoubletCollation *previous,
                                        const guint            *shown,
                                        guint                   n_shown,
                                        gboolean                chosen,
                                        const DoubletCollation *collation,
                                        guint                  *columns);

G_END_DECLS
