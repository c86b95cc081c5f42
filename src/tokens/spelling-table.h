/* spelling-table.h
 *
 * SPDX-FileCopyrightText: 2026 The Doublet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>
#include <string.h>

G_BEGIN_DECLS

/*
 * The bytes of a token as two numbers, the first byte lowest.  No token has a NUL, so up
 * to fifteen bytes the numbers are the token; of longer ones head is the first eight bytes
 * and tail their number.  The highest byte of tail has the DoubletSpellingFlags.
 */
typedef struct
{
  guint64 head;
  guint64 tail;
} DoubletSpellingKey;

/* No key is all zero, and keys of marks are none of words. */
#define DOUBLET_SPELLING_KEY (G_GUINT64_CONSTANT (1) << 60)
#define DOUBLET_SPELLING_MARK (G_GUINT64_CONSTANT (1) << 61)
#define DOUBLET_SPELLING_LONG (G_GUINT64_CONSTANT (1) << 62)

/* Set where a long one is kept: whoever looks for it compares the bytes. */
#define DOUBLET_SPELLING_LONG_KEPT (G_GUINT64_CONSTANT (1) << 63)

#define DOUBLET_SPELLING_SHORT_BYTES 15

/* What can be read where a key is made. */
#define DOUBLET_SPELLING_KEY_BYTES 16

/* A slot of the table: 32 bytes, so two of them are a line of the processor's cache.
 * Empty if tail is 0. */
typedef struct
{
  guint64 head;
  guint64 tail;
  guint32 exact; /* what the spelling means: of no concern to the table, G_MAXUINT32 at first */
  guint32 normal;
  guint32 number;     /* counts spellings in the order of their first coming */
  guint32 long_index; /* where the bytes of a long one are */
} DoubletSpelling;

/*
 * Spellings, by open addressing with linear probing.  Looking words up is bound by
 * memory, not by arithmetic: so what a spelling means stands where it is found, most
 * are compared as two numbers without a look at the text, and the table starts small.
 *
 * Texts and forms given to it have to outlive it.
 */
typedef struct
{
  DoubletSpelling *slots;  /* owned */
  guint            shift;  /* 64 less the binary logarithm of the number of pairs */
  guint64          factor; /* of the hash: odd */
  guint32          n_spellings;
  GPtrArray       *long_bytes; /* (nullable): of the long ones, borrowed */
} DoubletSpellingTable;

/* 2^64 divided by the golden ratio; the other one is odd, of even bit count. */
#define DOUBLET_SPELLING_FACTOR G_GUINT64_CONSTANT (0x9e3779b97f4a7c15)
#define DOUBLET_SPELLING_FACTORS_XOR (DOUBLET_SPELLING_FACTOR ^ G_GUINT64_CONSTANT (0xc2b2ae3d27d4eb4f))

extern const DoubletSpellingKey doublet_spelling_masks[DOUBLET_SPELLING_SHORT_BYTES + 1];

void             doublet_spelling_table_init (DoubletSpellingTable *self,
                                              guint64               n_tokens);
void             doublet_spelling_table_clear (DoubletSpellingTable *self);
DoubletSpelling *doublet_spelling_table_find_or_add (DoubletSpellingTable     *self,
                                                     const DoubletSpellingKey *key,
                                                     const char               *bytes);

static inline guint64
doublet_spelling_load (const char *bytes)
{
  guint64 value;

  memcpy (&value, bytes, sizeof value);
  return GUINT64_FROM_LE (value);
}

/* The key of @n_bytes at @text, where sixteen bytes can be read.  Without branches on the
 * length: nothing is harder to foretell than how long the next word is. */
static inline DoubletSpellingKey
doublet_spelling_key_read (const char *text,
                           gsize       n_bytes,
                           gboolean    is_mark)
{
  const DoubletSpellingKey *mask = &doublet_spelling_masks[MIN (n_bytes, DOUBLET_SPELLING_SHORT_BYTES)];
  guint64                   head = doublet_spelling_load (text) & mask->head;
  guint64                   tail = doublet_spelling_load (text + 8) & mask->tail;

  if (G_UNLIKELY (n_bytes > DOUBLET_SPELLING_SHORT_BYTES))
    tail = n_bytes | DOUBLET_SPELLING_LONG;
  return (DoubletSpellingKey){ head, tail | DOUBLET_SPELLING_KEY | (is_mark ? DOUBLET_SPELLING_MARK : 0) };
}

/* The key of @n_bytes at @bytes, where no more can be read; there may be none. */
static inline DoubletSpellingKey
doublet_spelling_key_read_end (const char *bytes,
                               gsize       n_bytes,
                               gboolean    is_mark)
{
  char padded[DOUBLET_SPELLING_KEY_BYTES] = { 0 };

  if (n_bytes > 0)
    memcpy (padded, bytes, MIN (n_bytes, sizeof padded));
  return doublet_spelling_key_read (padded, n_bytes, is_mark);
}

/* The hash of a short one; its highest bits are the best. */
static inline guint64
doublet_spelling_key_hash (const DoubletSpellingKey *self,
                           guint64                   factor)
{
  return (self->head * factor) ^ (self->tail * (factor ^ DOUBLET_SPELLING_FACTORS_XOR));
}

/* Whether the slot is that of the key; FALSE of long ones, which only
 * doublet_spelling_table_find_or_add() finds. */
static inline gboolean
doublet_spelling_is (const DoubletSpelling    *self,
                     const DoubletSpellingKey *key)
{
  return ((self->head ^ key->head) | (self->tail ^ key->tail)) == 0;
}

G_END_DECLS
