/* corpus.h
 *
 * SPDX-FileCopyrightText: 2026 The Doublet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "normal-form.h"
#include "tokenizer.h"

G_BEGIN_DECLS

/* The choices that decide which tokens are the same. */
typedef struct
{
  DoubletIgnore ignore;     /* for passages and anchors */
  gboolean      typography; /* curly and straight quotes, dashes ... are differences */
} DoubletCorpusOptions;

/* One article as integers: exact and normal have an entry for each token.  Symbols are
 * below the corpus' n_exact and n_normal. */
typedef struct
{
  DoubletArticle *article;
  DoubletTokens  *tokens;
  guint32        *exact;
  guint32        *normal;
} DoubletCorpusArticle;

/*
 * All articles of a comparison over one vocabulary: immutable, atomically counted.
 */
typedef struct
{
  DoubletCorpusArticle *articles;
  guint                 n_articles;
  guint32               n_exact;
  guint32               n_normal;
  guint64              *exact_hashes;  /* n_exact; of the form alone, so independent of the order of loading */
  guint64              *normal_hashes; /* n_normal */
  DoubletIgnore         ignore;        /* what it was made with */
  guint32               empty[2];      /* the normal symbol of what is invisible, or G_MAXUINT32: of words, of marks */
} DoubletCorpus;

DoubletCorpus *doublet_corpus_new (DoubletArticle *const      *articles,
                                   DoubletTokens *const       *tokens,
                                   guint                       n_articles,
                                   const DoubletCorpusOptions *options,
                                   const DoubletProgress      *progress);
DoubletCorpus *doublet_corpus_ref (DoubletCorpus *self);
void           doublet_corpus_unref (DoubletCorpus *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DoubletCorpus, doublet_corpus_unref)

G_END_DECLS
