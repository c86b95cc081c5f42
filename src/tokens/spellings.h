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

/* The symbols of what has a row of bytes for its form; G_MAXUINT32 if there is nothing. */
typedef struct
{
  guint32 exact;
  guint32 normal;
} DoubletFormSymbols;

/* All symbols of a kind, in the order of their first coming. */
typedef struct
{
  guint64 *hashes; /* owned: of the forms */
  guint32  n;
  guint32  n_allocated;
} DoubletSymbols;

/*
 * From the bytes of tokens to their symbols.  On the stack; the texts that tokens are
 * looked up in have to outlive it.
 */
typedef struct
{
  const DoubletCorpusOptions *options;
  DoubletSpellingTable        table;
  DoubletFormSymbols         *forms; /* owned: by the numbers of the table */
  guint32                     n_forms_allocated;
  DoubletSymbols              exact;
  DoubletSymbols              normal;
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
