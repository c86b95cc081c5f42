/* token-scanner-private.h
 *
 * SPDX-FileCopyrightText: 2026 The Doublet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "token-scanner.h"

G_BEGIN_DECLS

/* Texts have a token in five bytes, Chinese has one in three.  Memory that is not
 * used in the end is never touched, so it costs nothing, but growing does. */
#define BYTES_FOR_TOKEN 3
#define N_ALLOCATED_AT_LEAST 64

/* Makes room for @n more tokens, no more than N_ALLOCATED_AT_LEAST. */
static inline void
doublet_token_scanner_make_room (DoubletTokenScanner *self,
                                 guint                n)
{
  if (G_LIKELY (self->n_allocated - self->n_tokens >= n))
    return;
  if (self->n_allocated == 0)
    self->n_allocated = N_ALLOCATED_AT_LEAST + self->n_bytes / BYTES_FOR_TOKEN;
  else
    self->n_allocated = MAX (self->n_allocated + self->n_allocated / 2, self->n_tokens + n);
  self->tokens = g_renew (DoubletToken, self->tokens, self->n_allocated);
}

/* To be asked whenever so many tokens were added, up to @p. */
static inline gboolean
doublet_token_scanner_is_cancelled (DoubletTokenScanner *self,
                                    const char          *p,
                                    guint                n_tokens)
{
  guint before = self->n_rounds;

  self->n_rounds += n_tokens;
  if (G_LIKELY (((before ^ self->n_rounds) & ~(guint)DOUBLET_PROGRESS_MASK) == 0))
    return FALSE;
  doublet_progress_report (self->progress, (double)(p - self->text) / self->n_bytes);
  return doublet_progress_is_cancelled (self->progress);
}

G_END_DECLS
