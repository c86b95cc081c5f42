/* article-wire.h
 *
 * SPDX-FileCopyrightText: 2026 The Doublet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "article.h"

G_BEGIN_DECLS

/*
 * An article as bytes: what the program that reads documents of strangers answers, or
 * the reason why there is none.  The one who reads it trusts nothing of it, since the
 * document may have taken that program over.
 */

/* What the reader takes of an answer. */
typedef struct
{
  gsize n_chars; /* of the text */
  gsize n_blocks;
} DoubletWireLimits;

/* Exactly one of article and sentence is set. */
typedef struct
{
  DoubletArticle *article;  /* owned, (nullable) */
  guint           code;     /* of the error */
  char           *sentence; /* owned, (nullable): valid UTF-8, one line */
} DoubletWireAnswer;

GBytes  *doublet_article_wire_encode (const DoubletArticle *article);
GBytes  *doublet_article_wire_encode_failure (guint       code,
                                              const char *sentence);
gboolean doublet_article_wire_decode (GBytes                  *bytes,
                                      const char              *name,
                                      const char              *source,
                                      const char              *format,
                                      const DoubletWireLimits *limits,
                                      DoubletWireAnswer       *answer);
void     doublet_wire_answer_clear (DoubletWireAnswer *self);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (DoubletWireAnswer, doublet_wire_answer_clear)

G_END_DECLS
