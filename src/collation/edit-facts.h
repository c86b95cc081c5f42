/* edit-facts.h
 *
 * SPDX-FileCopyrightText: 2026 The Doublet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "collation.h"

G_BEGIN_DECLS

guint8 *doublet_edit_facts_new (const DoubletCollation *collation,
                                const DoubletAlignment *alignment,
                                guint                   a,
                                guint                   b);

G_END_DECLS
