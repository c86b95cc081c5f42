/* passages.h
 *
 * SPDX-FileCopyrightText: 2026 The Doublet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/*
 * Passages over any number of articles, as integers: this room knows no text.
 * All positions are indices into the sequences given, half-open; all lengths in
 * words are in halves of a word (see DoubletToken).
 */

/* So many articles have to be more than half of all, and three at the least, for what
 * stands in them to stand in most of them: of two, "most" are both, and that is said by
 * their names. */
#define DOUBLET_PASSAGES_LEAST_MOST 3

/* A half-open range. */
typedef struct
{
  guint32 start;
  guint32 end;
} DoubletRange;

/* What one article is to the finder; borrowed. */
typedef struct
{
  const guint32 *symbols;
  const guint8  *half_words;
  guint32        n;
  const guint32 *sentence_starts; /* rising, the first 0; each reaches to the next or to n */
  guint32        n_sentences;
  /* Positions, rising and disjoint; what stands inside quotation marks, and what the
   * reader knows as boilerplate. */
  const DoubletRange *quoted;
  guint32             n_quoted;
  const DoubletRange *boilerplate;
  guint32             n_boilerplate;
  const guint32      *positions; /* (nullable): which of symbols each of n is, rising; NULL if all */
} DoubletSequence;

typedef struct
{
  guint min_words;     /* k: a passage has at least so many words */
  guint max_gap;       /* g: an edited passage may change so many words in a row; 0 for verbatim only */
  guint min_identical; /* percent of the words that an edited passage must have in common */
} DoubletPassageOptions;

typedef enum
{
  DOUBLET_PASSAGE_VERBATIM,
  DOUBLET_PASSAGE_EDITED,
  DOUBLET_PASSAGE_REWORDED,
} DoubletPassageMatch;

typedef enum
{
  DOUBLET_EDIT_CHANGED, /* both sides hold something */
  DOUBLET_EDIT_ADDED,   /* empty in the first (reference, a) */
  DOUBLET_EDIT_REMOVED, /* empty in the second (here, b) */
} DoubletEditKind;

/* A place where an occurrence is not what the reference is.  An empty side is a
 * range of length 0 at its place. */
typedef struct
{
  DoubletEditKind kind;
  guint32         reference_start;
  guint32         reference_end;
  guint32         here_start;
  guint32         here_end;
} DoubletPassageEdit;

typedef struct
{
  guint32                   article;
  guint32                   start;
  guint32                   end;
  guint32                   half_words;           /* of all of it */
  guint32                   identical_half_words; /* of what is the same as in the reference; of a reworded one, in any order */
  guint32                   times;                /* in a passage with a period: whole units in this row; else 1 */
  guint32                   n_edits;
  const DoubletPassageEdit *edits; /* in order, against the passage's reference */
} DoubletOccurrence;

/*
 * Invariants: occurrences are sorted by article, then start, and there are two or
 * more of them, or one or more if period > 0; the reference is one of them and has
 * no edits; a verbatim or a reworded passage has no edits anywhere.
 */
typedef struct
{
  DoubletPassageMatch      match;
  guint32                  half_words; /* of the reference */
  guint32                  period;     /* words in the unit of a row (p < k), else 0 */
  guint32                  times;      /* of the longest row, else 0 */
  guint32                  reference;  /* index into occurrences */
  guint32                  n_occurrences;
  const DoubletOccurrence *occurrences;
  guint64                  fingerprint; /* of the reference's symbols' hashes: stable while its words are */
  gboolean                 boilerplate; /* all occurrences are, but for what an edited passage may change */
} DoubletPassage;

typedef enum
{
  DOUBLET_PASSAGES_CAPPED_NONE = 0,
  DOUBLET_PASSAGES_CAPPED_OCCURRENCES = 1 << 0, /* too many occurrences to list them all */
  DOUBLET_PASSAGES_CAPPED_JOINING = 1 << 1,     /* too many pairs to look for edited passages in all */
  DOUBLET_PASSAGES_CAPPED_REWORDED = 1 << 2,    /* too many sentences that are alike */
} DoubletPassagesCapped;

/* Words of an article that another has too. */
typedef struct
{
  guint64 half_words;  /* identical ones, without boilerplate */
  guint64 quoted;      /* of these, inside quotation marks */
  guint64 in_most;     /* of these, in runs that stand in most of all articles */
  guint64 boilerplate; /* beside them */
} DoubletSharedWords;

/* What two articles have in common; articles a < b. */
typedef struct
{
  guint32            a;
  guint32            b;
  DoubletSharedWords of_a;
  DoubletSharedWords of_b;
  guint32            longest_half_words; /* the longest verbatim run that is not boilerplate */
  guint32            n_passages;
  guint32            n_boilerplate;            /* passages, beside those */
  guint64            reworded_half_words_of_a; /* in reworded passages with b, and in no other that both have */
  guint64            reworded_half_words_of_b;
} DoubletPairFigures;

/*
 * The result: immutable, atomically counted.
 *
 * passages are sorted: reworded ones behind the others, boilerplate last; longest first,
 * then by the first occurrence.  later_half_words[i] counts the words of article i that
 * stand in second and later copies of something inside it, without boilerplate.
 */
typedef struct
{
  const DoubletPassage     *passages;
  guint32                   n_passages;
  guint64                  *later_half_words; /* n_sequences */
  const DoubletPairFigures *pairs;            /* only pairs with something in common, by a, then b */
  guint32                   n_pairs;
  guint32                   n_sequences;
  DoubletPassagesCapped     capped;
} DoubletPassages;

DoubletPassages *doublet_passages_ref (DoubletPassages *self);
void             doublet_passages_unref (DoubletPassages *self);

/* The symbol at position @i of those that are compared. */
static inline guint32
doublet_sequence_get_symbol (const DoubletSequence *self,
                             guint32                i)
{
  return self->symbols[self->positions != NULL ? self->positions[i] : i];
}

/* Whether what stands in @n of @n_articles articles stands in most of them. */
static inline gboolean
doublet_passages_is_most (guint n,
                          guint n_articles)
{
  return n >= DOUBLET_PASSAGES_LEAST_MOST && n > n_articles / 2;
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DoubletPassages, doublet_passages_unref)

G_END_DECLS
