/* article-view.h
 *
 * SPDX-FileCopyrightText: 2026 The Doublet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "line-heights.h"
#include "line-spacing.h"
#include "mark-tags.h"
#include "prepared-text.h"
#include "rows.h"
#include "text-search.h"

G_BEGIN_DECLS

/* Words drawn over a paragraph. */
typedef struct
{
  guint32         line;
  DoubletLineTone tone;
  char           *words; /* owned */
} DoubletLineNote;

/* Where the rows of the column are; borrowed. */
typedef struct
{
  const DoubletRows *rows; /* (nullable) */
  guint              column;
  const gint32      *heights;   /* of each row, pixels; -1 if not known yet */
  const char        *absent;    /* "not in A" */
  const char        *elsewhere; /* "not here in A" */
} DoubletColumnRows;

#define DOUBLET_TYPE_ARTICLE_VIEW (doublet_article_view_get_type ())

/*
 * An article to be read: a text view that shows its text and nothing else.  Whatever
 * Doublet says about the text (paragraph and passage numbers, bars, hatching, frames)
 * is drawn around and behind it, so what is copied is the article, byte for byte.
 *
 * Signals:
 *   "remeasured": the width or the font changed: heights have to be taken anew
 *   "clicked" (guint byte): a person clicked into the text without selecting any
 *   "activated" (guint byte): a person pressed Enter or Space at the caret
 *   "caret-moved" (guint byte)
 *   "compare" (GtkMenuButton button, guint line): a person wants to see the other end of
 *     a move; whoever knows it gives @button its popover
 */
G_DECLARE_FINAL_TYPE (DoubletArticleView, doublet_article_view, DOUBLET, ARTICLE_VIEW, GtkTextView)

GtkWidget          *doublet_article_view_new (void);
void                doublet_article_view_set_prepared (DoubletArticleView  *self,
                                                       DoubletPreparedText *prepared);
void                doublet_article_view_set_text (DoubletArticleView *self,
                                                   DoubletDisplayText *text);
DoubletDisplayText *doublet_article_view_get_text (DoubletArticleView *self);
void                doublet_article_view_set_scale (DoubletArticleView *self,
                                                    double              scale);
void                doublet_article_view_set_base (DoubletArticleView *self,
                                                   gboolean            is_base);
void                doublet_article_view_set_marks (DoubletArticleView   *self,
                                                    GArray               *marks,
                                                    const DoubletFinding *findings,
                                                    guint                 n_findings);
const GArray       *doublet_article_view_get_marks (DoubletArticleView *self);
const DoubletMark  *doublet_article_view_find_mark (DoubletArticleView *self,
                                                    guint32             byte);
void                doublet_article_view_set_selected (DoubletArticleView *self,
                                                       guint32             passage);
void                doublet_article_view_set_rows (DoubletArticleView      *self,
                                                   const DoubletColumnRows *rows);
void                doublet_article_view_set_notes (DoubletArticleView *self,
                                                    GArray             *notes,
                                                    guint8             *line_tones);
void                doublet_article_view_set_hits (DoubletArticleView *self,
                                                   const GArray       *hits);
void                doublet_article_view_select (DoubletArticleView *self,
                                                 guint32             start,
                                                 guint32             end);
char               *doublet_article_view_dup_selection (DoubletArticleView *self);
DoubletLineSpacing *doublet_article_view_get_spacing (DoubletArticleView *self);
DoubletLineHeights *doublet_article_view_get_heights (DoubletArticleView *self);
void                doublet_article_view_start_heights (DoubletArticleView *self);
void                doublet_article_view_place_buttons (DoubletArticleView *self);
void                doublet_article_view_hide_buttons (DoubletArticleView *self);
gboolean            doublet_article_view_get_line_y (DoubletArticleView *self,
                                                     guint32             line,
                                                     int                *y);
guint32             doublet_article_view_get_line_at (DoubletArticleView *self,
                                                      int                 y);

G_END_DECLS
