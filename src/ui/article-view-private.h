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
  int                   button_width; /* of each, 0 until there is one */

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

#define DOUBLET_BAR_WIDTH 4
#define DOUBLET_CHIP_PADDING 4

/* A line that is seen, in the buffer's coordinates. */
typedef struct
{
  guint32                   index;
  const DoubletDisplayLine *line;
  int                       top; /* where its own space begins, without padding */
  int                       bottom;
} DoubletSeenLine;

void     doublet_article_view_draw_below (DoubletArticleView *self,
                                          GtkSnapshot        *snapshot);
void     doublet_article_view_draw_above (DoubletArticleView *self,
                                          GtkSnapshot        *snapshot);
void     doublet_article_view_add_input (DoubletArticleView *self);
void     doublet_article_view_update_metrics (DoubletArticleView *self);
void     doublet_article_view_retag (DoubletArticleView *self);
int      doublet_article_view_get_note_room (DoubletArticleView    *self,
                                             const DoubletLineNote *note);
int      doublet_article_view_measure_words (DoubletArticleView *self,
                                             const char         *words);
gboolean doublet_article_view_see_line (DoubletArticleView *self,
                                        guint32             index,
                                        DoubletSeenLine    *seen);
void     doublet_article_view_draw_words (DoubletArticleView *self,
                                          GtkSnapshot        *snapshot,
                                          const char         *words,
                                          int                 x,
                                          int                 y,
                                          const GdkRGBA      *color);
void     doublet_article_view_fill (GtkSnapshot   *snapshot,
                                    float          x,
                                    float          y,
                                    float          width,
                                    float          height,
                                    const GdkRGBA *color);
void     doublet_article_view_fill_rounded (GtkSnapshot           *snapshot,
                                            const graphene_rect_t *rect,
                                            float                  radius,
                                            const GdkRGBA         *color);
void     doublet_article_view_frame_rounded (GtkSnapshot           *snapshot,
                                             const graphene_rect_t *rect,
                                             const GdkRGBA         *color);
void     doublet_article_view_draw_absent_rows (DoubletArticleView *self,
                                                GtkSnapshot        *snapshot,
                                                const GdkRectangle *visible,
                                                guint32             row,
                                                int                 y);
void     doublet_article_view_draw_hatching_after (DoubletArticleView    *self,
                                                   GtkSnapshot           *snapshot,
                                                   const GdkRectangle    *visible,
                                                   const DoubletSeenLine *seen);
void     doublet_article_view_draw_tone (DoubletArticleView    *self,
                                         GtkSnapshot           *snapshot,
                                         const DoubletSeenLine *seen);
void     doublet_article_view_copy_clipboard (GtkTextView *view);
void     doublet_article_view_keep_off_primary (DoubletArticleView *self);
void     doublet_article_view_return_to_primary (DoubletArticleView *self);
void     doublet_article_view_selected_cb (DoubletArticleView *self);

G_END_DECLS
