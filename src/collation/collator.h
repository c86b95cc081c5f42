/* collator.h
 *
 * SPDX-FileCopyrightText: 2026 The Doublet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "collation.h"
#include "progress.h"

G_BEGIN_DECLS

/*
 * The steps that make a collation.  Each is synchronous, pure and free of threads:
 * compare/ runs independent ones side by side.  A cancelled step returns NULL.
 */

/* What there is to compare; borrowed but for the references taken. */
typedef struct
{
  DoubletArticle *const   *articles;
  DoubletTokens *const    *tokens; /* (nullable) for texts only */
  const guint             *inputs; /* the place of each article among all that was given */
  guint                    n_articles;
  const DoubletUnreadable *unreadable;
  guint                    n_unreadable;
  guint                    base;                /* index into articles */
  DoubletArticle          *boilerplate;         /* (nullable) a text of the reader's: what stands in it is boilerplate */
  DoubletTokens           *boilerplate_tokens;  /* with boilerplate, unless for texts only */
  const char              *boilerplate_problem; /* (nullable) why there is none though one was given: a translated sentence */
} DoubletCollatorInput;

typedef struct
{
  guint             a;
  guint             b;
  DoubletAlignment *alignment; /* of a with b; (transfer full) in doublet_collator_add_alignments() */
} DoubletAlignedPair;

DoubletCollation *doublet_collator_take_texts (const DoubletCollatorInput *input,
                                               const DoubletOptions       *options);
DoubletCollation *doublet_collator_find_passages (const DoubletCollatorInput *input,
                                                  const DoubletOptions       *options,
                                                  const DoubletProgress      *progress);
DoubletAlignment *doublet_collator_align (const DoubletCollation *collation,
                                          guint                   a,
                                          guint                   b,
                                          const DoubletProgress  *progress);
DoubletCollation *doublet_collator_add_alignments (const DoubletCollation   *collation,
                                                   const DoubletAlignedPair *pairs,
                                                   guint                     n_pairs);
DoubletCollation *doublet_collator_run (DoubletArticle *const *articles,
                                        guint                  n_articles,
                                        const DoubletOptions  *options,
                                        guint                  base,
                                        const DoubletProgress *progress);

G_END_DECLS
