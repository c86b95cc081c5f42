/* passage-cases.h
 *
 * SPDX-FileCopyrightText: 2026 The Doublet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "passage-text.h"

G_BEGIN_DECLS

/* Articles made of numbers, for the tests of this folder.  Symbols go up to
 * CASE_SYMBOLS, exclusive. */
#define CASE_ARTICLES 8
#define CASE_SYMBOLS (1 << 21)

typedef struct
{
  guint32 *symbols;
  guint8  *half_words;
  guint32  n;
  GArray  *quoted;      /* DoubletRange */
  GArray  *boilerplate; /* DoubletRange */
} CaseArticle;

typedef struct
{
  CaseArticle articles[CASE_ARTICLES];
  guint       n_articles;
} Case;

void                case_init (Case *self);
void                case_clear (Case *self);
void                case_add (Case          *self,
                              const guint32 *symbols,
                              const guint8  *half_words,
                              guint32        n);
void                case_add_words (Case       *self,
                                    const char *words);
void                case_copy (Case        *self,
                               const Case  *other,
                               const guint *order,
                               guint        n);
void                case_make_random (Case    *c,
                                      GRand   *random,
                                      gboolean with_rows,
                                      guint32 *min_words);
DoubletPassageText *case_make_text (const Case *self, guint32 min_words);
DoubletPassages    *case_run (const Case                  *self,
                              const DoubletPassageOptions *options);
guint32             case_weigh (const Case *self,
                                guint       article,
                                guint32     start,
                                guint32     end);
gboolean            case_same (const Case *self,
                               guint       article_a,
                               guint32     a,
                               guint       article_b,
                               guint32     b,
                               guint32     n);
void                case_assert_sane (const Case            *self,
                                      const DoubletPassages *passages,
                                      guint32                min_words);
gboolean            case_is_in (const GArray *ranges,
                                guint32       position);
char               *case_describe_passage (const DoubletPassage *passage);
char               *case_describe (const DoubletPassages *passages,
                                   const guint           *names);
char               *case_print (const Case *self);

G_END_DECLS
