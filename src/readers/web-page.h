/* web-page.h
 *
 * SPDX-FileCopyrightText: 2026 The Doublet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "xml-stream.h"

#include <libxml/tree.h>

G_BEGIN_DECLS

void    doublet_web_page_prepare (void);
xmlDoc *doublet_web_page_parse (GBytes                *bytes,
                                const DoubletProgress *progress,
                                DoubletXmlFault       *fault);

G_END_DECLS
