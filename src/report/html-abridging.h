/* html-abridging.h
 *
 * SPDX-FileCopyrightText: 2026 The Doublet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "html-report.h"

G_BEGIN_DECLS

gsize doublet_html_abridge (DoubletHtmlReport *report);

G_END_DECLS
