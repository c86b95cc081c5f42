/* rtf-lexer.h
 *
 * SPDX-FileCopyrightText: 2026 The Doublet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef enum
{
  DOUBLET_RTF_END,
  DOUBLET_RTF_OPEN,   /* { */
  DOUBLET_RTF_CLOSE,  /* } */
  DOUBLET_RTF_WORD,   /* \word or \word-12 */
  DOUBLET_RTF_SYMBOL, /* \ and one character; a tab and a line end behind \ as well */
  DOUBLET_RTF_BYTE,   /* \'hh */
  DOUBLET_RTF_TEXT,   /* bytes in between, never empty */
} DoubletRtfKind;

/* Longer than any word that means something. */
#define DOUBLET_RTF_WORD_CHARS 32

typedef struct
{
  DoubletRtfKind kind;
  char           word[DOUBLET_RTF_WORD_CHARS + 1]; /* cut if it is longer */
  gboolean       has_number;
  gint32         number; /* clamped */
  guint8         byte;   /* of a symbol: the character */
  const guint8  *text;   /* borrowed from the document */
  gsize          n_bytes;
} DoubletRtfToken;

/*
 * Cuts a document of rich text into what its syntax knows.  Pictures and the like that
 * stand in it as they are (\bin) are stepped over.
 */
typedef struct
{
  const guint8 *at;
  const guint8 *end;
  gboolean      overran; /* a \bin said that it is longer than the document */
} DoubletRtfLexer;

void doublet_rtf_lexer_init (DoubletRtfLexer *self,
                             const guint8    *bytes,
                             gsize            n_bytes);
void doublet_rtf_lexer_next (DoubletRtfLexer *self,
                             DoubletRtfToken *token);

G_END_DECLS
