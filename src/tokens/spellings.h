/* spellings.h
 *
 * SPDX-FileCopyrightText: 2026 The Doublet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "corpus.h"
#include "recent-spellings.h"
#include "vocabulary.h"

G_BEGIN_DECLS

/* Instead of the symbols of a token that can be read in two ways. */
#define DOUBLET_SYMBOL_WAITING (G_MAXUINT32 - 1)

/* The bytes that occur as spellings or forms, of one kind of token. */
typedef struct
{
  DoubletVocabulary *bytes;
  GArray            *meanings;  /* by the symbols of bytes */
  guint64            hash_salt; /* tells the hashes of words and marks apart */
  guint32            empty;     /* the normal symbol of what is invisible, or G_MAXUINT32 */
} DoubletSpellingKind;

/*
 * From the bytes of tokens to their symbols.  On the stack; the texts that tokens are
 * looked up in have to outlive it.
 */
typedef struct
{
  const DoubletCorpusOptions *options;
  DoubletSpellingKind         kinds[2];     /* words and numbers; marks and symbols */
  GArray                     *exact_hashes; /* of guint64, by symbol */
  GArray                     *normal_hashes;
  GString                    *form;
  DoubletRecentSpellings      recent;
  guint                       n_waiting; /* tokens that were told to wait */
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
