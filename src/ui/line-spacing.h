/* line-spacing.h
 *
 * SPDX-FileCopyrightText: 2026 The Doublet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "display-text.h"

G_BEGIN_DECLS

/* The space around text that the reading size asks for; pixels. */
typedef struct
{
  int above;  /* a paragraph */
  int below;  /* a paragraph */
  int inside; /* between its lines */
  int note;   /* the height of the words over a paragraph */
} DoubletSpacingMetrics;

/*
 * The space above and below each line of a text buffer, in tags on the line's first
 * character, which is all that GtkTextView looks at.  To each side belong the natural
 * space (see the metrics), and padding, which keeps rows level.
 *
 * GtkTextBuffer wants few tags, rows want any number of pixels: so a padding is written
 * with two digits, the higher below the last line of its row, the lower above the line
 * that follows.
 */
typedef struct
{
  GtkTextBuffer        *buffer; /* borrowed; it owns the tags */
  DoubletDisplayText   *text;   /* owned */
  DoubletSpacingMetrics metrics;
  GHashTable           *above; /* pixels -> tag, borrowed */
  GHashTable           *below;
  GtkTextTag           *first; /* above the first line: its padding needs no second digit */
  GtkTextTag           *last;  /* below the last one */
  guint32               n_lines;
  guint32              *padding;  /* below each line: what was asked for */
  guint32               head;     /* above the first line */
  guint8               *has_note; /* by line */
  guint8               *touched;  /* by line: it has tags of its own */
} DoubletLineSpacing;

void     doublet_line_spacing_init (DoubletLineSpacing          *self,
                                    GtkTextBuffer               *buffer,
                                    DoubletDisplayText          *text,
                                    const DoubletSpacingMetrics *metrics);
void     doublet_line_spacing_clear (DoubletLineSpacing *self);
void     doublet_line_spacing_set_metrics (DoubletLineSpacing          *self,
                                           const DoubletSpacingMetrics *metrics);
void     doublet_line_spacing_set_note (DoubletLineSpacing *self,
                                        guint32             line,
                                        gboolean            has_note);
gboolean doublet_line_spacing_set_padding (DoubletLineSpacing *self,
                                           guint32             line,
                                           guint32             padding);
gboolean doublet_line_spacing_set_head (DoubletLineSpacing *self,
                                        guint32             padding);
int      doublet_line_spacing_get_natural_above (const DoubletLineSpacing *self,
                                                 guint32                   line);
int      doublet_line_spacing_get_natural_below (const DoubletLineSpacing *self,
                                                 guint32                   line);
int      doublet_line_spacing_get_padding_above (const DoubletLineSpacing *self,
                                                 guint32                   line);
int      doublet_line_spacing_get_padding_below (const DoubletLineSpacing *self,
                                                 guint32                   line);
guint    doublet_line_spacing_count_tags (const DoubletLineSpacing *self);

G_END_DECLS
