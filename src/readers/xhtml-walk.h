/* xhtml-walk.h
 *
 * SPDX-FileCopyrightText: 2026 The Doublet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "paragraph-flow.h"
#include "xml-stream.h"

G_BEGIN_DECLS

DoubletXmlFault doublet_xhtml_walk (GBytes                *page,
                                    gboolean               without_navigation,
                                    DoubletParagraphFlow  *flow,
                                    const DoubletProgress *progress);

G_END_DECLS
