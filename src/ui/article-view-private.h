/* article-view-private.h
 *
 * SPDX-FileCopyrightText: 2026 The Doublet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "article-view.h"

G_BEGIN_DECLS

struct _DoubletArticleView
{
  GtkTextView parent;

  /* owned */
  DoubletDisplayText *text; /* (nullable) */
  GArray             *marks;
  GArray             *notes;      /* DoubletLineNote, by line */
  guint8             *line_tones; /* (nullable) */
  GArray             *hits;       /* (nullable) DoubletByteRange */
  GPtrArray          *buttons;    /* over the text; borrowed, it has them */
  GtkCssProvider     *scale_css;
  PangoLayout        *label; /* for all words that are drawn */

  /* borrowed */
  const DoubletPalette *palette;
  const DoubletFinding *findings;
  guint                 n_findings;
  DoubletColumnRows     rows;

  DoubletMarkTags       tags;
  DoubletLineSpacing    spacing;
  DoubletLineHeights    heights;
  DoubletSpacingMetrics metrics;
  guint32               selected;
  gboolean              is_base;
  int                   number_width; /* of the gutter's two columns */
  int                   chip_width;
  int                   label_height;
  int                   measure; /* the widest that text gets */
  int                   text_width;
  gboolean              metrics_known;
  gboolean              buttons_placed;

  guint    retag_source;
  guint32  retag_next;
  guint32  retag_left; /* lines */
  double   press_x;
  double   press_y;
  gboolean pressed;
};

/* Around the gutter; pixels. */
#define DOUBLET_GUTTER_EDGE 10
#define DOUBLET_GUTTER_GAP 7
#define DOUBLET_RIGHT_MARGIN 18

void doublet_article_view_draw_below (DoubletArticleView *self,
                                      GtkSnapshot        *snapshot);
void doublet_article_view_draw_above (DoubletArticleView *self,
                                      GtkSnapshot        *snapshot);
void doublet_article_view_add_input (DoubletArticleView *self);
void doublet_article_view_update_metrics (DoubletArticleView *self);
void doublet_article_view_retag (DoubletArticleView *self);

G_END_DECLS
