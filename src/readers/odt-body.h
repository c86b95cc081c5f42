/* odt-body.h
 *
 * SPDX-FileCopyrightText: 2026 The Doublet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "load-options.h"
#include "odt-styles.h"
#include "paragraph-flow.h"

G_BEGIN_DECLS

DoubletXmlFault doublet_odt_body_read (GBytes                *part,
                                       DoubletOdtStyles      *styles,
                                       DoubletParagraphFlow  *flow,
                                       DoubletTracked         tracked,
                                       const DoubletProgress *progress,
                                       gboolean              *is_text);

G_END_DECLS
