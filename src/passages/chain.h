/* chain.h
 *
 * SPDX-FileCopyrightText: 2026 The Doublet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "links.h"

G_BEGIN_DECLS

gboolean doublet_chain_join (const DoubletPassageText    *text,
                             const DoubletPassageOptions *options,
                             GArray                      *seeds,
                             DoubletLinks                *links,
                             const DoubletProgress       *progress);

G_END_DECLS
