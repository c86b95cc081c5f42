/* line-heights.h
 *
 * SPDX-FileCopyrightText: 2026 The Doublet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "display-text.h"

G_BEGIN_DECLS

/*
 * How high each line of a text view will be, before the view itself gets to know: it
 * lays lines out when it is idle, and its own answer is wrong until then.
 *
 * A measurement holds for one width and one font; whoever changes either starts anew.
 */
typedef struct
{
  DoubletDisplayText *text;   /* owned */
  PangoLayout        *layout; /* owned, (nullable) */
  PangoAttrList      *title;  /* owned */
  PangoAttrList      *heading;
  gint32             *heights; /* by line, pixels without the space around; -1 if not known */
  guint32             n_lines;
} DoubletLineHeights;

void doublet_line_heights_init (DoubletLineHeights *self,
                                DoubletDisplayText *text);
void doublet_line_heights_clear (DoubletLineHeights *self);
void doublet_line_heights_start (DoubletLineHeights *self,
                                 GtkWidget          *view,
                                 int                 text_width,
                                 int                 inside);
int  doublet_line_heights_get (DoubletLineHeights *self,
                               guint32             line);

G_END_DECLS
