/* spellings.h
 *
 * SPDX-FileCopyrightText: 2026 The Doublet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "corpus.h"
#include "spelling-table.h"

G_BEGIN_DECLS

/* Instead of the symbols of a token that can be read in two ways. */
#define DOUBLET_SYMBOL_WAITING (G_MAXUINT32 - 1)

/*
 * From the bytes of tokens to their symbols.  On the stack; the texts that tokens are
 * looked up in have to outlive it.
 */
typedef struct
{
  const DoubletCorpusOptions *options;
  DoubletSpellingTable        table;
  GArray                     *forms;        /* what is known of forms, by the numbers of the table */
  GArray                     *exact_hashes; /* of guint64, by symbol */
  GArray                     *normal_hashes;
  GString                    *form;
  GStringChunk               *long_forms; /* (nullable): bytes that the table points to */
  guint                       n_waiting;  /* tokens that were told to wait */
  guint32                     empty[2];   /* the normal symbol of what is invisible, or G_MAXUINT32: of words, of marks */
} DoubletSpellings;

void     doublet_spellings_init (DoubletSpellings           *self,
                                 const DoubletCorpusOptions *options,
                                 guint64                     n_tokens);
void     doublet_spellings_clear (DoubletSpellings *self);
void     doublet_spellings_look_up (DoubletSpellings   *self,
                                    const DoubletToken *tokens,
                                    guint32             n_tokens,
                                    const char         *text,
                                    gsize               n_text_bytes,
                                    guint32            *exact,
                                    guint32            *normal);
gboolean doublet_spellings_keeps_hyphens (DoubletSpellings   *self,
                                          const DoubletToken *token,
                                          const char         *text);
void     doublet_spellings_resolve (DoubletSpellings   *self,
                                    const DoubletToken *token,
                                    const char         *text,
                                    gboolean            keep_hyphens,
                                    guint32            *exact,
                                    guint32            *normal);

G_END_DECLS
