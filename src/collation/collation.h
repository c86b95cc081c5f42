/* collation.h
 *
 * SPDX-FileCopyrightText: 2026 The Doublet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

#include "alignment.h"
#include "article.h"
#include "options.h"
#include "passage-finder.h"
#include "tokenizer.h"

G_BEGIN_DECLS

/*
 * The result of a comparison, in the terms of the articles: bytes, tokens and
 * blocks.  Immutable and atomically counted: worker, window and report may read one
 * at once.  Everything a getter returns lives as long as the collation.
 *
 * Articles are numbered from 0 in the order given, readable ones only, and labelled
 * A ... Z, AA ...  A collation that was published before the work was finished lacks
 * what its stage says.
 */
typedef struct _DoubletCollation DoubletCollation;

typedef enum
{
  DOUBLET_STAGE_TEXTS,    /* articles only */
  DOUBLET_STAGE_PASSAGES, /* and passages and figures, if they are looked for */
  DOUBLET_STAGE_ALIGNED,  /* and the base beside every other article */
} DoubletStage;

/* An article that could not be read. */
typedef struct
{
  guint       input; /* its place among all that was given, from 0 */
  const char *name;
  const char *reason; /* a translated sentence */
} DoubletUnreadable;

/* Ranges of bytes: reference side in the article of the passage's reference. */
typedef struct
{
  DoubletEditKind kind;
  guint32         reference_start;
  guint32         reference_end;
  guint32         here_start;
  guint32         here_end;
} DoubletPlaceEdit;

/* An occurrence of a passage. */
typedef struct
{
  guint32                 article;
  guint32                 first_token; /* half-open, with the punctuation inside */
  guint32                 end_token;
  guint32                 start; /* bytes, half-open */
  guint32                 end;
  guint32                 first_block; /* both ends included */
  guint32                 last_block;
  guint32                 n_words;
  guint32                 n_identical; /* words; in a reworded passage those of the reference, in any order */
  guint32                 half_words;  /* n_words, in halves of a word: see DoubletToken */
  guint32                 identical_half_words;
  guint32                 times;
  gboolean                in_quotes; /* all of its words stand inside quotation marks */
  guint32                 n_edits;
  const DoubletPlaceEdit *edits;
  guint32                 n_inside;
  const guint32          *inside; /* passages that have an occurrence around this one, rising */
} DoubletPlace;

typedef enum
{
  DOUBLET_FACT_FIGURE,
  DOUBLET_FACT_NAME,
  DOUBLET_FACT_QUOTATION,
  DOUBLET_FACT_NEGATION,
  DOUBLET_N_FACT_KINDS,
} DoubletFactKind;

/* Something in which a copy of a passage differs from the reference that an editor has
 * to know of: both readings, in bytes.  That of a negation may be empty. */
typedef struct
{
  DoubletFactKind kind;
  guint32         place; /* index into the passage's places: the copy that differs */
  guint32         reference_start;
  guint32         reference_end;
  guint32         here_start;
  guint32         here_end;
} DoubletFact;

typedef enum
{
  DOUBLET_FINDING_SHARED = 1 << 0,   /* in two or more articles */
  DOUBLET_FINDING_REPEATED = 1 << 1, /* twice or more inside one */
} DoubletFindingKind;

/*
 * A passage with its occurrences, sorted by article, then start.  People see its
 * number: the index in the collation plus one.
 */
typedef struct
{
  DoubletFindingKind  kind;
  DoubletPassageMatch match;
  guint32             n_words;    /* of the reference */
  guint32             half_words; /* the same in halves of a word: see DoubletToken */
  guint32             period;     /* words of the unit of a row, else 0 */
  guint32             times;
  guint32             reference;   /* index into places */
  guint64             fingerprint; /* see fingerprints.c for what it promises */
  guint32             n_articles;  /* that it stands in */
  gboolean            in_most;     /* so many of all: see doublet_passages_is_most() */
  gboolean            boilerplate; /* its words stand in the reader's text */
  guint32             n_places;
  const DoubletPlace *places;
  guint32             n_facts;
  const DoubletFact  *facts; /* by place, then in the order of the text */
} DoubletFinding;

/* What two articles, a < b, have in common; words, identical ones only but for those that
 * are said to be reworded, and without boilerplate. */
typedef struct
{
  guint              a;
  guint              b;
  guint32            words_of_a_in_b;
  guint32            words_of_b_in_a;
  guint32            longest;
  guint32            n_passages;
  guint32            n_boilerplate; /* passages, beside those */
  DoubletSharedWords of_a;          /* in halves of a word, and what is said of some of them */
  DoubletSharedWords of_b;
  guint32            longest_half_words;
  guint32            reworded_of_a; /* words that stand in b in other words, and not word for word */
  guint32            reworded_of_b;
} DoubletPair;

/* What an article has inside itself. */
typedef struct
{
  guint32 repeated_words; /* in second and later copies, not in reworded ones; without boilerplate */
  guint32 n_passages;
  guint64 repeated_half_words;
} DoubletRepeats;

DoubletCollation *doublet_collation_ref (DoubletCollation *self);
void              doublet_collation_unref (DoubletCollation *self);

DoubletStage             doublet_collation_get_stage (const DoubletCollation *self);
const DoubletOptions    *doublet_collation_get_options (const DoubletCollation *self);
guint                    doublet_collation_get_base (const DoubletCollation *self);
guint                    doublet_collation_get_n_articles (const DoubletCollation *self);
DoubletArticle          *doublet_collation_get_article (const DoubletCollation *self,
                                                        guint                   article);
const DoubletTokens     *doublet_collation_get_tokens (const DoubletCollation *self,
                                                       guint                   article);
const char              *doublet_collation_get_label (const DoubletCollation *self,
                                                      guint                   article);
guint                    doublet_collation_get_input (const DoubletCollation *self,
                                                      guint                   article);
guint32                  doublet_collation_get_n_words (const DoubletCollation *self,
                                                        guint                   article);
guint64                  doublet_collation_get_half_words (const DoubletCollation *self,
                                                           guint                   article);
gboolean                 doublet_collation_counts_characters (const DoubletCollation *self,
                                                              guint                   article);
const DoubletUnreadable *doublet_collation_get_unreadable (const DoubletCollation *self,
                                                           guint                  *n_unreadable);
const DoubletFinding    *doublet_collation_get_findings (const DoubletCollation *self,
                                                         guint                  *n_findings);
const DoubletPair       *doublet_collation_get_pairs (const DoubletCollation *self,
                                                      guint                  *n_pairs);
gboolean                 doublet_collation_has_passages (const DoubletCollation *self);
gboolean                 doublet_collation_find_pair (const DoubletCollation *self,
                                                      guint                   a,
                                                      guint                   b,
                                                      DoubletPair            *pair);
const DoubletArticle    *doublet_collation_get_boilerplate (const DoubletCollation *self,
                                                            guint64                *half_words);
const char              *doublet_collation_get_boilerplate_problem (const DoubletCollation *self);
const DoubletRepeats    *doublet_collation_get_repeats (const DoubletCollation *self,
                                                        guint                   article);
gboolean                 doublet_collation_is_aligned (const DoubletCollation *self,
                                                       guint                   a,
                                                       guint                   b);
DoubletAlignment        *doublet_collation_dup_alignment (const DoubletCollation *self,
                                                          guint                   a,
                                                          guint                   b);
char                   **doublet_collation_dup_capped (const DoubletCollation *self);
char                   **doublet_collation_dup_capped_ids (const DoubletCollation *self);

/* How people count: half a word is one. */
static inline guint32
doublet_words_from_halves (guint64 half_words)
{
  return (half_words + 1) / 2;
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DoubletCollation, doublet_collation_unref)

G_END_DECLS
