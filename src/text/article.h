/* article.h
 *
 * SPDX-FileCopyrightText: 2026 The Doublet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

#include "offset-map.h"

G_BEGIN_DECLS

typedef enum
{
  DOUBLET_BLOCK_PARAGRAPH,
  DOUBLET_BLOCK_HEADING,
  DOUBLET_BLOCK_LIST_ITEM,
  DOUBLET_BLOCK_QUOTATION,
  DOUBLET_BLOCK_CAPTION,
  DOUBLET_BLOCK_TABLE_CELL,
} DoubletBlockKind;

/*
 * A paragraph in the widest sense: bytes start to end (half-open) of the
 * article's text.  It may hold newlines (hard-wrapped text): for reading they
 * are shown as spaces.  What stands between two blocks is white space only.
 */
typedef struct
{
  guint32          start;
  guint32          end;
  DoubletBlockKind kind;
  guint8           level; /* of a heading or a list item, from 1; else 0 */
} DoubletBlock;

/*
 * One loaded text.  Immutable and atomically counted, so every thread may read
 * it at once.
 *
 * Invariants: the text is valid UTF-8 without NUL, of at most G_MAXUINT32 - 1
 * bytes, with a NUL behind it; blocks are in order, disjoint and not empty.
 */
typedef struct _DoubletArticle DoubletArticle;

/*
 * What a loader knows of an article.  doublet_article_new() takes over every
 * pointer of it that is marked as owned.
 */
typedef struct
{
  char         *name;            /* owned: what people call it, a file's name without its folders */
  char         *source;          /* owned, (nullable): where it came from (path or URI); never leaves the machine */
  char         *title;           /* owned, (nullable): NULL to take it from the text */
  char         *byline;          /* owned, (nullable): who wrote it, as it is published */
  char         *language;        /* owned, (nullable): BCP 47 */
  char         *charset;         /* owned, (nullable): IANA name of the bytes' encoding */
  gboolean      charset_guessed; /* found by statistics, not by a mark or by validity */
  const char   *format;          /* static: "text", "html" ... */
  char         *text;            /* owned: valid UTF-8 */
  gsize         n_bytes;
  gsize         n_chars; /* code points, if whoever made the text found it valid and counted them; else 0 */
  DoubletBlock *blocks;  /* owned, (nullable) */
  guint         n_blocks;
  char         *incomplete; /* owned, (nullable): translated sentence: what could not be read */
} DoubletArticleFields;

DoubletArticle *doublet_article_new (DoubletArticleFields *fields);
DoubletArticle *doublet_article_ref (DoubletArticle *self);
void            doublet_article_unref (DoubletArticle *self);

const char             *doublet_article_get_name (const DoubletArticle *self);
const char             *doublet_article_get_source (const DoubletArticle *self);
const char             *doublet_article_get_title (const DoubletArticle *self);
gboolean                doublet_article_has_headline (const DoubletArticle *self);
const char             *doublet_article_get_byline (const DoubletArticle *self);
const char             *doublet_article_get_language (const DoubletArticle *self);
const char             *doublet_article_get_charset (const DoubletArticle *self);
gboolean                doublet_article_get_charset_guessed (const DoubletArticle *self);
const char             *doublet_article_get_format (const DoubletArticle *self);
const char             *doublet_article_get_incomplete (const DoubletArticle *self);
const char             *doublet_article_get_text (const DoubletArticle *self,
                                                  gsize                *n_bytes);
const DoubletBlock     *doublet_article_get_blocks (const DoubletArticle *self,
                                                    guint                *n_blocks);
const DoubletOffsetMap *doublet_article_get_offset_map (const DoubletArticle *self);
guint                   doublet_article_find_block (const DoubletArticle *self,
                                                    gsize                 byte_offset);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DoubletArticle, doublet_article_unref)

G_END_DECLS
