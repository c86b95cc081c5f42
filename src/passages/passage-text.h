/* passage-text.h
 *
 * SPDX-FileCopyrightText: 2026 The Doublet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "passages.h"
#include "progress.h"

G_BEGIN_DECLS

/*
 * All sequences one after the other, as every step of this room sees them.  A
 * place is an index into that whole; half-open ranges of places never cross from
 * one article into the next, which each step has to see to.
 *
 * tokens are dense; two are equal if symbol and half_words are, so equal ranges
 * always have equal weight.  sums[i] is the weight, in half-words, of all places
 * before i.  begins has a bit for each place that an article begins at, and for n, so it
 * tells whether one ends before a place.  hashes belong to tokens, made of the symbol's hash, so whatever needs
 * an order of its own takes it from there.  rank orders the articles by content.
 */
typedef struct
{
  guint32  n_articles;
  guint32  n;
  guint32  n_tokens;   /* how many different ones there are */
  guint32  min_weight; /* of a passage, in half-words */
  guint32  min_tokens; /* a passage cannot have fewer */
  guint32 *base;       /* n_articles + 1: where each article begins */
  guint32 *near;       /* the article that so many tokens lie in: see passage-text.c */
  guint32 *tokens;     /* n */
  guint32 *sums;       /* n + 1 */
  guint8  *begins;     /* n + 1 bits */
  guint64 *hashes;     /* n_tokens */
  guint32 *rank;       /* n_articles */
} DoubletPassageText;

DoubletPassageText *doublet_passage_text_new (const DoubletSequence *sequences,
                                              guint                  n_sequences,
                                              const guint64         *symbol_hashes,
                                              guint                  min_words,
                                              const DoubletProgress *progress);
void                doublet_passage_text_free (DoubletPassageText *self);
guint32             doublet_passage_text_get_article (const DoubletPassageText *self,
                                                      guint32                   place);
guint64            *doublet_passage_text_hash_windows (const DoubletPassageText *self);
guint64             doublet_passage_text_hash (const DoubletPassageText *self,
                                               guint32                   start,
                                               guint32                   end);
int                 doublet_passage_text_compare_content (const DoubletPassageText *self,
                                                          DoubletRange              a,
                                                          DoubletRange              b);
int                 doublet_passage_text_compare_place (const DoubletPassageText *self,
                                                        guint32                   a,
                                                        guint32                   b);

/* Whether an article begins at a place, or ends before it. */
static inline gboolean
doublet_passage_text_is_border (const DoubletPassageText *self,
                                guint32                   place)
{
  return (self->begins[place >> 3] >> (place & 7)) & 1;
}

/* The weight of a range, in half-words. */
static inline guint32
doublet_passage_text_weigh (const DoubletPassageText *self,
                            guint32                   start,
                            guint32                   end)
{
  return self->sums[end] - self->sums[start];
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DoubletPassageText, doublet_passage_text_free)

G_END_DECLS
