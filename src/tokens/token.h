/* token.h
 *
 * SPDX-FileCopyrightText: 2026 The Doublet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef enum
{
  DOUBLET_TOKEN_WORD,
  DOUBLET_TOKEN_NUMBER,
  DOUBLET_TOKEN_PUNCTUATION,
  DOUBLET_TOKEN_SYMBOL,
} DoubletTokenKind;

/* A token has no more bytes: room for a thousand code points of any script and
 * for every URL that browsers take (2,083 characters).  What is longer is no
 * word; it is cut, so that no later step meets a form of a megabyte. */
#define DOUBLET_TOKEN_MAX_BYTES 4096

/*
 * A word, number, punctuation mark or symbol: n_bytes from start on of the article's
 * text.  White space and list markers belong to no token.  Eight bytes, for nothing else
 * there is so many of.
 *
 * half_words is what the token counts towards a length, in halves of a word:
 * 2 for a word or a number, 1 for a Han or Hiragana character (two of them count
 * as one word), 0 for punctuation and symbols.
 */
typedef struct
{
  guint32 start;
  guint32 n_bytes : 16;
  guint32 kind : 4; /* DoubletTokenKind */
  guint32 half_words : 4;
  guint32 flags : 8; /* DoubletTokenFlags */
} DoubletToken;

G_STATIC_ASSERT (sizeof (DoubletToken) == 8);

typedef enum
{
  DOUBLET_TOKEN_FLAG_NONE = 0,
  DOUBLET_TOKEN_FLAG_SPACE_BEFORE = 1 << 0, /* white space or a block's start stands before it */
  DOUBLET_TOKEN_FLAG_SENTENCE_END = 1 << 1, /* a mark that ends a sentence: . ! ? … 。 and their like */
  DOUBLET_TOKEN_FLAG_CLAUSE_END = 1 << 2,   /* a mark that ends a clause: , ; : – and their like */
  DOUBLET_TOKEN_FLAG_NAME = 1 << 3,         /* begins with a capital and does not begin a sentence */
  DOUBLET_TOKEN_FLAG_QUOTED = 1 << 4,       /* stands inside quotation marks */
  DOUBLET_TOKEN_FLAG_OPENING = 1 << 5,      /* a bracket or quotation mark that opens */
} DoubletTokenFlags;

/* Where it ends in the text. */
static inline guint32
doublet_token_get_end (const DoubletToken *self)
{
  return self->start + self->n_bytes;
}

G_END_DECLS
