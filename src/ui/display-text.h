/* display-text.h
 *
 * SPDX-FileCopyrightText: 2026 The Doublet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "article.h"

G_BEGIN_DECLS

/*
 * An article as the window's text buffers hold it, and the way between the two: bytes
 * of the article here, offsets (characters) of the buffer there.
 *
 * One line for each block, newlines inside a block shown as spaces; what stands between
 * blocks is one newline.  A block that is long, or holds a long run without a place to
 * break, takes several lines: GtkTextView freezes otherwise.  Some characters are shown as
 * pictures: see character-picture.h.
 *
 * Immutable and atomically counted.
 */
typedef struct _DoubletDisplayText DoubletDisplayText;

typedef enum
{
  DOUBLET_DISPLAY_LINE_CONTINUES = 1 << 0, /* not the first line of its block */
  DOUBLET_DISPLAY_LINE_CONTINUED = 1 << 1, /* not the last */
  DOUBLET_DISPLAY_LINE_TITLE = 1 << 2,
  DOUBLET_DISPLAY_LINE_HEADING = 1 << 3,
  DOUBLET_DISPLAY_LINE_LIST_ITEM = 1 << 4,
} DoubletDisplayLineFlags;

typedef struct
{
  guint32 start;      /* buffer offset */
  guint32 n_chars;    /* without the newline */
  guint32 text_start; /* bytes of the display's text */
  guint32 text_end;
  guint32 first_byte; /* of the article, half-open */
  guint32 end_byte;
  guint32 block;
  guint8  flags; /* DoubletDisplayLineFlags */
} DoubletDisplayLine;

/* What a buffer line holds at most, and how much of it without a place to break.
 * Measured on GTK 4.8: an unbroken line of 20,000 characters takes 35 s, lines of
 * these lengths 2 to 3 ms each. */
#define DOUBLET_DISPLAY_LINE_LONGEST 4000
#define DOUBLET_DISPLAY_UNBROKEN_LONGEST 300

/* A text buffer holds at most this much of an article: the first so many megabytes, to
 * the end of a paragraph, or of a line if the paragraph is long itself.  Measured on GTK
 * 4.8: a page of 49 MB keeps the window waiting for half a minute and takes 700 MB. */
#define DOUBLET_DISPLAY_TEXT_MB 5
#define DOUBLET_DISPLAY_TEXT_LARGEST ((guint32)DOUBLET_DISPLAY_TEXT_MB * 1000 * 1000)

DoubletDisplayText       *doublet_display_text_new (DoubletArticle *article);
DoubletDisplayText       *doublet_display_text_ref (DoubletDisplayText *self);
void                      doublet_display_text_unref (DoubletDisplayText *self);
DoubletArticle           *doublet_display_text_get_article (const DoubletDisplayText *self);
gboolean                  doublet_display_text_is_cut (const DoubletDisplayText *self);
guint32                   doublet_display_text_get_end_byte (const DoubletDisplayText *self);
const char               *doublet_display_text_get_text (const DoubletDisplayText *self,
                                                         gsize                    *n_bytes);
const DoubletDisplayLine *doublet_display_text_get_lines (const DoubletDisplayText *self,
                                                          guint32                  *n_lines);
void                      doublet_display_text_get_block_lines (const DoubletDisplayText *self,
                                                                guint32                   first_block,
                                                                guint32                   end_block,
                                                                guint32                  *first_line,
                                                                guint32                  *end_line);
guint32                   doublet_display_text_find_line (const DoubletDisplayText *self,
                                                          guint32                   offset);
guint32                   doublet_display_text_to_offset (const DoubletDisplayText *self,
                                                          guint32                   byte);
guint32                   doublet_display_text_to_end_offset (const DoubletDisplayText *self,
                                                              guint32                   byte);
guint32                   doublet_display_text_to_byte (const DoubletDisplayText *self,
                                                        guint32                   offset);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DoubletDisplayText, doublet_display_text_unref)

G_END_DECLS
