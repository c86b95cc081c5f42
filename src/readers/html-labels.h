/* html-labels.h
 *
 * SPDX-FileCopyrightText: 2026 The Doublet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* What short lines of a page say of what comes under them. */
typedef enum
{
  DOUBLET_LABEL_NONE,
  DOUBLET_LABEL_ADVERTISING, /* stands for itself */
  DOUBLET_LABEL_COMMENTS,    /* what readers wrote */
  DOUBLET_LABEL_LINKS,       /* ways to other articles, and to a newsletter */
} DoubletHtmlLabel;

DoubletHtmlLabel doublet_html_read_label (const char *text);

G_END_DECLS
