/* headline.h
 *
 * SPDX-FileCopyrightText: 2026 The Doublet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "changes.h"
#include "collation.h"
#include "phrase.h"

G_BEGIN_DECLS

GPtrArray *doublet_headline_new (const DoubletCollation            *collation,
                                 const DoubletChangeFigures *const *known);
char      *doublet_headline_get_title (const DoubletCollation *collation);
char      *doublet_headline_get_name (const DoubletCollation *collation,
                                      guint                   article);

G_END_DECLS
