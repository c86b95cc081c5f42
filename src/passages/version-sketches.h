/* version-sketches.h
 *
 * SPDX-FileCopyrightText: 2026 The Doublet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "passage-text.h"

G_BEGIN_DECLS

guint32 doublet_version_sketches_group (const DoubletPassageText *text,
                                        const guint64            *windows,
                                        guint32                  *family_of,
                                        guint32                  *representatives,
                                        const DoubletProgress    *progress);

G_END_DECLS
