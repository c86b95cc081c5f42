/* token-scanner.h
 *
 * SPDX-FileCopyrightText: 2026 The Doublet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "dictionary-breaker.h"
#include "progress.h"
#include "token.h"

G_BEGIN_DECLS

/*
 * Finds the tokens of one block after the other and collects them.  On the
 * stack; the text is borrowed.
 */
typedef struct
{
  const char               *text;
  gsize                     n_bytes;
  const DoubletProgress    *progress;
  guint                     n_rounds;
  DoubletToken             *tokens; /* owned */
  guint32                   n_tokens;
  guint32                   n_allocated;
  guint32                   block_first; /* the first token of the block at work */
  guint32                   block_start; /* where its text begins */
  DoubletDictionaryBreaker *breaker;     /* owned, (nullable): made when first needed */
} DoubletTokenScanner;

void     doublet_token_scanner_init (DoubletTokenScanner   *self,
                                     const char            *text,
                                     gsize                  n_bytes,
                                     const DoubletProgress *progress);
void     doublet_token_scanner_clear (DoubletTokenScanner *self);
gboolean doublet_token_scanner_run (DoubletTokenScanner *self,
                                    guint32              start,
                                    guint32              end);

G_END_DECLS
