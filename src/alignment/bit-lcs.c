/* bit-lcs.c
 *
 * SPDX-FileCopyrightText: 2026 The Doublet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "bit-lcs.h"

#include <string.h>

/*
 * A longest common subsequence of two short texts by the whole table, 64 cells at a
 * time: H. Hyyrö, "Bit-parallel LCS-length computation revisited", AWOCA 2004.  The
 * cost is n m / 64 whatever the texts are like, where Myers's search is quadratic in
 * the number of edits: two articles whose paragraphs changed places have many.
 *
 * Row y of the table, bit x: clear where the subsequence of a[0, x] and b[0, y) is
 * one longer than that of a[0, x) and b[0, y).  All rows are kept, and the matches
 * read back from the end.
 */

/* The rows and masks of texts of 2,048 tokens each take half a megabyte each. */
#define MAX_CELLS (2048 * 2048)

#define WORD_BITS 64

typedef struct
{
  const guint32 *a;
  guint32        n_a;
  guint32        n_words;   /* of a row */
  guint32        slot_mask; /* number of slots less one */
  guint32       *slots;     /* symbol to mask, open addressing: number of the mask plus one */
  guint32       *symbols;   /* of each mask */
  guint64       *masks;     /* of each symbol of a, where it stands there; the first is empty */
} Masks;

static guint32
find_slot (const Masks *self,
           guint32      symbol)
{
  /* D. Knuth, The Art of Computer Programming 3, 6.4: multiplicative hashing. */
  guint32 slot = (symbol * 2654435769u) >> 7 & self->slot_mask;

  while (self->slots[slot] != 0 && self->symbols[self->slots[slot]] != symbol)
    slot = (slot + 1) & self->slot_mask;
  return slot;
}

static void
masks_init (Masks         *self,
            const guint32 *a,
            guint32        n_a)
{
  guint32 n_slots = 4;
  guint32 n_masks = 0;

  while (n_slots < 2 * n_a)
    n_slots *= 2;
  *self = (Masks){ .a = a, .n_a = n_a, .n_words = (n_a + WORD_BITS - 1) / WORD_BITS, .slot_mask = n_slots - 1 };
  self->slots = g_new0 (guint32, n_slots);
  self->symbols = g_new (guint32, n_a + 1);
  self->masks = g_new0 (guint64, (gsize)(n_a + 1) * self->n_words);

  for (guint32 x = 0; x < n_a; x++)
    {
      guint32 slot = find_slot (self, a[x]);

      if (self->slots[slot] == 0)
        {
          self->slots[slot] = ++n_masks;
          self->symbols[n_masks] = a[x];
        }
      self->masks[(gsize)self->slots[slot] * self->n_words + x / WORD_BITS] |= G_GUINT64_CONSTANT (1) << x % WORD_BITS;
    }
}

static void
masks_clear (Masks *self)
{
  g_free (self->slots);
  g_free (self->symbols);
  g_free (self->masks);
}

/* @below is the row of one token fewer of b; @mask tells where the token stands in a. */
static void
fill_row (const guint64 *below,
          const guint64 *mask,
          guint32        n_words,
          guint64       *row)
{
  guint64 carry = 0;

  for (guint32 i = 0; i < n_words; i++)
    {
      guint64 hits = below[i] & mask[i];
      guint64 sum = below[i] + carry;

      carry = sum < carry;
      sum += hits;
      carry |= sum < hits;
      row[i] = sum | (below[i] & ~mask[i]);
    }
}

static void
read_back (const Masks     *masks,
           const guint32   *b,
           guint32          n_b,
           const guint64   *rows,
           DoubletMatchFunc func,
           gpointer         user_data)
{
  guint32 x = masks->n_a;
  guint32 y = n_b;

  while (x > 0 && y > 0)
    if (masks->a[x - 1] == b[y - 1])
      func (--x, --y, user_data);
    else if (rows[(gsize)y * masks->n_words + (x - 1) / WORD_BITS] >> (x - 1) % WORD_BITS & 1)
      x--;
    else
      y--;
}

/**
 * doublet_bit_lcs_fits:
 * @n_a: tokens of a text
 * @n_b: tokens of another
 *
 * Returns: whether the table of the two is small enough to be kept
 */
gboolean
doublet_bit_lcs_fits (guint32 n_a,
                      guint32 n_b)
{
  return (guint64)n_a * MAX (n_a, n_b) <= MAX_CELLS;
}

/**
 * doublet_bit_lcs_run:
 * @a: (array length=n_a): the symbols of a text
 * @n_a: how many
 * @b: (array length=n_b): those of another
 * @n_b: how many; see doublet_bit_lcs_fits()
 * @func: told of the matches from the last to the first
 * @user_data: for @func
 *
 * Finds a longest common subsequence.
 */
void
doublet_bit_lcs_run (const guint32   *a,
                     guint32          n_a,
                     const guint32   *b,
                     guint32          n_b,
                     DoubletMatchFunc func,
                     gpointer         user_data)
{
  Masks               masks;
  g_autofree guint64 *rows = NULL;

  g_return_if_fail (doublet_bit_lcs_fits (n_a, n_b));

  if (n_a == 0 || n_b == 0)
    return;

  masks_init (&masks, a, n_a);
  rows = g_new (guint64, ((gsize)n_b + 1) * masks.n_words);
  memset (rows, 0xff, masks.n_words * sizeof *rows);
  for (guint32 y = 0; y < n_b; y++)
    {
      guint32 mask = masks.slots[find_slot (&masks, b[y])];

      fill_row (&rows[(gsize)y * masks.n_words], &masks.masks[(gsize)mask * masks.n_words], masks.n_words, &rows[((gsize)y + 1) * masks.n_words]);
    }
  read_back (&masks, b, n_b, rows, func, user_data);
  masks_clear (&masks);
}
