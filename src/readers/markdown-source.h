/* markdown-source.h
 *
 * SPDX-FileCopyrightText: 2026 The Doublet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* What stands in the prepared source: a cell's border instead of "|" in the lines of a
 * table, and a mark before the row of hyphens below its head. */
#define DOUBLET_MARKDOWN_BORDER '\x1f'
#define DOUBLET_MARKDOWN_RULE '\x1e'

char *doublet_markdown_source_prepare (const char *text,
                                       gsize       n_bytes,
                                       GPtrArray  *notes);

G_END_DECLS
