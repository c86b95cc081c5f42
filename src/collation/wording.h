/* wording.h
 *
 * SPDX-FileCopyrightText: 2026 The Doublet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "article-groups.h"
#include "collation.h"

G_BEGIN_DECLS

/* Words for figures: one wording for window, report and summary. */

char *doublet_wording_percent (guint64 part,
                               guint64 whole);
char *doublet_wording_share (const DoubletCollation *collation,
                             guint                   of,
                             guint                   in);
char *doublet_wording_amount (const DoubletCollation *collation,
                              guint                   article,
                              guint64                 half_words);
char *doublet_wording_part (const DoubletCollation *collation,
                            guint                   article,
                            guint                   part);
char *doublet_wording_length (const DoubletCollation *collation,
                              guint                   article);
char *doublet_wording_passage_length (const DoubletCollation *collation,
                                      const DoubletFinding   *finding);
char *doublet_wording_place (const DoubletCollation *collation,
                             const DoubletPlace     *place);
char *doublet_wording_settings (const DoubletOptions *options);
char *doublet_wording_not_looked_for (void);
char *doublet_wording_repeat (const DoubletCollation *collation,
                              const DoubletFinding   *finding,
                              guint                   article);
char *doublet_wording_excerpt (const DoubletArticle *article,
                               guint32               start,
                               guint32               end,
                               guint                 max_chars);
char *doublet_wording_place_excerpt (const DoubletCollation *collation,
                                     const DoubletPlace     *place,
                                     guint                   max_chars);
char *doublet_wording_isolate (const char *words);

char *doublet_wording_unquoted (const DoubletCollation *collation,
                                const DoubletPair      *pair);
char *doublet_wording_in_most (const DoubletCollation *collation,
                               const DoubletPair      *pair);
char *doublet_wording_boilerplate (const DoubletCollation *collation,
                                   const DoubletPair      *pair);
char *doublet_wording_boilerplate_text (const DoubletCollation *collation);
char *doublet_wording_details (const DoubletCollation *collation,
                               const DoubletPair      *pair,
                               const char             *between);
char *doublet_wording_remarks (const DoubletCollation *collation,
                               const DoubletFinding   *finding);
char *doublet_wording_letters (const DoubletCollation *collation,
                               const guint            *articles,
                               guint                   n_articles);
char *doublet_wording_group (const DoubletCollation    *collation,
                             const DoubletArticleGroup *group);
char *doublet_wording_grouping (void);

char *doublet_wording_fact (const DoubletCollation *collation,
                            const DoubletFinding   *finding,
                            const DoubletFact      *fact);

G_END_DECLS
