/* html-references.h
 *
 * SPDX-FileCopyrightText: 2026 The Doublet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

void doublet_html_append_resolved (GString    *out,
                                   const char *text,
                                   gsize       n_bytes,
                                   gboolean    is_attribute);

G_END_DECLS
