/* html-clean.h
 *
 * SPDX-FileCopyrightText: 2026 The Doublet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "html-search.h"

G_BEGIN_DECLS

void doublet_html_clean (DoubletHtmlSearch *self,
                         const GArray      *parts);

G_END_DECLS
