/* collation-private.h
 *
 * SPDX-FileCopyrightText: 2026 The Doublet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "collation.h"
#include "collator.h"
#include "compared-tokens.h"

G_BEGIN_DECLS

/* Long enough for the label of article number G_MAXUINT. */
#define DOUBLET_LABEL_SIZE 9

typedef struct
{
  DoubletArticle *article; /* owned */
  DoubletTokens  *tokens;  /* owned, (nullable) */
  guint           input;
  char            label[DOUBLET_LABEL_SIZE];
  gboolean        counts_characters;
} DoubletCollationArticle;

/*
 * What all stages of one comparison have in common: made once, then only read.
 * Arrays of plain structs; findings point into places and facts,
 * places into edits and inside.
 */
typedef struct
{
  DoubletOptions           options;
  guint                    base;
  guint                    n_articles;
  DoubletCollationArticle *articles;
  guint                    n_unreadable;
  DoubletUnreadable       *unreadable;  /* names and reasons owned */
  DoubletCorpus           *corpus;      /* owned, (nullable) */
  DoubletComparedTokens   *compared;    /* n_articles, owned; NULL once the findings are filled in */
  DoubletArticle          *boilerplate; /* owned, (nullable) */
  guint64                  boilerplate_half_words;
  char                    *boilerplate_problem; /* owned, (nullable) */
  GArray                  *findings;            /* DoubletFinding */
  GArray                  *places;              /* DoubletPlace */
  GArray                  *edits;               /* DoubletPlaceEdit */
  GArray                  *inside;              /* guint32 */
  GArray                  *facts;               /* DoubletFact */
  GArray                  *pairs;               /* DoubletPair, by a, then b */
  DoubletRepeats          *repeats;             /* n_articles */
  DoubletPassagesCapped    capped;
  gboolean                 nesting_capped;
  gboolean                 facts_capped;
} DoubletCollationIndex;

struct _DoubletCollation
{
  DoubletCollationIndex *index; /* owned, g_atomic_rc_box */
  DoubletStage           stage;
  DoubletAlignedPair    *aligned; /* by a, then b */
  guint                  n_aligned;
};

DoubletCollation *doublet_collation_new (DoubletCollationIndex *index,
                                         DoubletStage           stage,
                                         DoubletAlignedPair    *aligned,
                                         guint                  n_aligned);
void              doublet_collation_index_clear (gpointer data);
void              doublet_findings_fill (DoubletCollationIndex *index,
                                         const DoubletPassages *passages);

void doublet_facts_fill (DoubletCollationIndex *index);
void doublet_fingerprints_fill (DoubletCollationIndex *index);

G_END_DECLS
