/* mark-tags.h
 *
 * SPDX-FileCopyrightText: 2026 The Doublet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "display-text.h"
#include "marks.h"
#include "palette.h"

G_BEGIN_DECLS

/* Sizes beside the reading size. */
#define DOUBLET_TITLE_SCALE 1.2
#define DOUBLET_HEADING_SCALE 1.06

/* How a passage is underlined: what a reader without colours sees. */
#define DOUBLET_N_UNDERLINES 3 /* by DoubletPassageMatch; the last is drawn */

/*
 * The tags of one text buffer: classes of marks, few whatever the article holds, since
 * GtkTextBuffer slows down with the number of tags, not of ranges.  Which passage a
 * place belongs to is not in the buffer: marks are looked up in their array.
 *
 * None of them changes the size of text but title and heading, which never change.
 */
typedef struct
{
  GtkTextBuffer *buffer; /* borrowed; it owns the tags */
  GtkTextTag    *title;
  GtkTextTag    *heading;
  GtkTextTag    *picture;
  GtkTextTag    *only;
  GtkTextTag    *moved;
  GtkTextTag    *tints[DOUBLET_N_HUES];
  GtkTextTag    *selected[DOUBLET_N_HUES];
  GtkTextTag    *underlines[DOUBLET_N_HUES][DOUBLET_N_UNDERLINES];
  GtkTextTag    *deleted;
  GtkTextTag    *inserted;
} DoubletMarkTags;

/* What is marked; borrowed. */
typedef struct
{
  const GArray         *marks;    /* (nullable), DoubletMark, in order */
  const DoubletFinding *findings; /* what the marks' passages are indices of */
  guint                 n_findings;
  guint32               selected;   /* a passage, or DOUBLET_NO_PASSAGE */
  const guint8         *line_tones; /* (nullable) DoubletLineTone of each line */
} DoubletMarking;

/* A whole line that is tinted by drawing. */
typedef enum
{
  DOUBLET_LINE_PLAIN,
  DOUBLET_LINE_ONLY_HERE,
  DOUBLET_LINE_MOVED,
} DoubletLineTone;

void  doublet_mark_tags_init (DoubletMarkTags *self,
                              GtkTextBuffer   *buffer);
void  doublet_mark_tags_set_palette (DoubletMarkTags      *self,
                                     const DoubletPalette *palette,
                                     gboolean              is_base);
void  doublet_mark_tags_apply_form (DoubletMarkTags          *self,
                                    const DoubletDisplayText *text,
                                    guint32                   first_line,
                                    guint32                   end_line,
                                    guint                    *n_pictures);
void  doublet_mark_tags_apply (DoubletMarkTags          *self,
                               const DoubletDisplayText *text,
                               const DoubletMarking     *marking,
                               guint32                   first_line,
                               guint32                   end_line);
guint doublet_marks_find_first (const GArray *marks,
                                guint32       byte);

static inline guint
doublet_hue_of_passage (guint32 passage)
{
  return passage % DOUBLET_N_HUES;
}

G_END_DECLS
