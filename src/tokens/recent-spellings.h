/* recent-spellings.h
 *
 * SPDX-FileCopyrightText: 2026 The Doublet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>
#include <string.h>

G_BEGIN_DECLS

/*
 * What the spellings met last mean, at hand: nine of ten tokens of any text are words
 * that came a moment ago.  A table without chains: a spelling takes the place of the
 * one that was there.  It fits into the processor's second cache and costs one look;
 * who does not find a spelling here asks the vocabulary.
 *
 * Spellings of up to eight bytes are compared as one number.  Of longer ones the text
 * is looked at where it stood last, so texts have to outlive the table.
 */
typedef struct
{
  guint64     key;
  const char *text;
  guint32     length; /* in bytes, the highest bit set for marks; 0 for none */
  guint32     exact;
  guint32     normal;
} DoubletRecentSpelling;

typedef struct
{
  DoubletRecentSpelling *spellings; /* owned */
  guint                  shift;
} DoubletRecentSpellings;

#define DOUBLET_RECENT_MIN_BITS 6
#define DOUBLET_RECENT_MAX_BITS 14

/* A spelling read far beyond this is looked up elsewhere. */
#define DOUBLET_RECENT_NUMBER_BYTES 8

#define DOUBLET_RECENT_MARK_BIT (1u << 31)

static inline void
doublet_recent_spellings_init (DoubletRecentSpellings *self,
                               guint64                 n_tokens)
{
  guint n_bits = DOUBLET_RECENT_MIN_BITS;

  while (n_bits < DOUBLET_RECENT_MAX_BITS && (n_tokens >> (n_bits + 2)) > 0)
    n_bits++;
  self->spellings = g_new0 (DoubletRecentSpelling, (gsize)1 << n_bits);
  self->shift = 64 - n_bits;
}

static inline void
doublet_recent_spellings_clear (DoubletRecentSpellings *self)
{
  g_free (self->spellings);
}

static inline guint64
doublet_recent_spellings_load (const char *text)
{
  guint64 value;

  memcpy (&value, text, sizeof value);
  return GUINT64_FROM_LE (value);
}

/* What is looked for. */
typedef struct
{
  guint64                key;
  DoubletRecentSpelling *spelling; /* where it stands if it does */
} DoubletRecentQuery;

/* Begins to look for a spelling of @n_bytes, at least 1, at @text, where eight bytes
 * may be read, without waiting for the memory.  Symbols do not depend on what is
 * forgotten when, so nor does anything on the hash. */
static inline DoubletRecentQuery
doublet_recent_spellings_prepare (const DoubletRecentSpellings *self,
                                  const char                   *text,
                                  guint32                       length)
{
  const guint64          factor = G_GUINT64_CONSTANT (0x9e3779b97f4a7c15);
  guint32                n_bytes = length & ~DOUBLET_RECENT_MARK_BIT;
  guint64                key = doublet_recent_spellings_load (text);
  DoubletRecentSpelling *spelling;

  if (n_bytes <= DOUBLET_RECENT_NUMBER_BYTES)
    key &= ~G_GUINT64_CONSTANT (0) >> (64 - 8 * n_bytes);
  else
    key = key * factor + doublet_recent_spellings_load (text + n_bytes - DOUBLET_RECENT_NUMBER_BYTES);

  spelling = &self->spellings[((key ^ key >> 32 ^ length) * factor) >> self->shift];
  __builtin_prefetch (spelling);
  return (DoubletRecentQuery){ key, spelling };
}

/* Whether what was looked for is there; else it may be put there. */
static inline gboolean
doublet_recent_query_is_there (const DoubletRecentQuery *query,
                               const char               *text,
                               guint32                   length)
{
  const DoubletRecentSpelling *spelling = query->spelling;
  guint32                      n_bytes = length & ~DOUBLET_RECENT_MARK_BIT;

  return spelling->key == query->key && spelling->length == length &&
         (n_bytes <= DOUBLET_RECENT_NUMBER_BYTES || memcmp (spelling->text, text, n_bytes) == 0);
}

G_END_DECLS
