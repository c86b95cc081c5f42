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
 * one longer than that of a[0, x) and b[0, y).  The matches are read back from the end.
 * Of a large table only some of the rows are kept, and those between are made again for
 * as many columns as are still needed: memory that was never touched costs more than
 * the cells that fill it.
 */

/* Of texts of 2,048 tokens each: less than a millisecond. */
#define MAX_CELLS (2048 * 2048)

#define WORD_BITS 64

/* Kept as a whole up to here: half of a processor's first cache. */
#define WHOLE_TABLE_BYTES (16 * 1024)

typedef struct
{
  const guint32 *a;
  guint32        n_a;
  guint32        n_words;   /* of a row */
  guint32        slot_mask; /* number of slots less one */
  guint16       *slots;     /* symbol to its number, open addressing: numbers begin with 1 */
  guint32       *symbols;   /* by number */
  guint16       *places;    /* by number: where the symbol stands in a, if once */
  guint16       *of_number; /* by number: its mask, 0 if it stands there once */
  guint64       *masks;     /* where in a a symbol stands; the first is of none */
} Masks;

G_STATIC_ASSERT (MAX_CELLS < (guint64)G_MAXUINT16 * G_MAXUINT16);

/* Whether the rows are to be those of the shorter text: the masks of the longer one would
 * be larger than any table. */
static gboolean
is_too_long (guint32 n_a,
             guint32 n_b)
{
  return n_a > n_b && (guint64)n_a * n_a > MAX_CELLS;
}

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
  guint32             n_slots = 4;
  guint32             n_symbols = 0;
  guint32             n_masks = 0;
  g_autofree guint16 *numbers = g_new (guint16, n_a); /* by token */

  while (n_slots < 2 * n_a)
    n_slots *= 2;
  *self = (Masks){ .a = a, .n_a = n_a, .n_words = (n_a + WORD_BITS - 1) / WORD_BITS, .slot_mask = n_slots - 1 };
  self->slots = g_new0 (guint16, n_slots);
  self->symbols = g_new (guint32, n_a + 1);
  self->places = g_new (guint16, n_a + 1);
  self->of_number = g_new (guint16, n_a + 1);
  for (guint32 x = 0; x < n_a; x++)
    {
      guint32 slot = find_slot (self, a[x]);
      guint32 number = self->slots[slot];

      if (number == 0)
        {
          self->slots[slot] = number = ++n_symbols;
          self->symbols[number] = a[x];
          self->places[number] = x;
          self->of_number[number] = 0;
        }
      else if (self->of_number[number] == 0)
        self->of_number[number] = ++n_masks;
      numbers[x] = number;
    }

  /* Most symbols stand there once and need no mask. */
  self->masks = g_new0 (guint64, ((gsize)n_masks + 1) * self->n_words);
  for (guint32 x = 0; x < n_a; x++)
    if (self->of_number[numbers[x]] > 0)
      self->masks[(gsize)self->of_number[numbers[x]] * self->n_words + x / WORD_BITS] |= G_GUINT64_CONSTANT (1) << x % WORD_BITS;
}

static void
masks_clear (Masks *self)
{
  g_free (self->slots);
  g_free (self->symbols);
  g_free (self->places);
  g_free (self->of_number);
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
      guint64 others = below[i];
      guint64 hits = others & mask[i];
      guint64 sum;
      guint64 carried = __builtin_add_overflow (others, carry, &sum);

      carry = carried | __builtin_add_overflow (sum, hits, &sum);
      row[i] = sum | (others ^ hits);
    }
}

/* The same for a token that stands in a at @place and nowhere else. */
static void
fill_row_of_one (const guint64 *below,
                 guint32        place,
                 guint32        n_words,
                 guint64       *row)
{
  guint32 i = place / WORD_BITS;
  guint64 carry;

  memcpy (row, below, n_words * sizeof *row);
  if (i >= n_words)
    return;
  carry = row[i] & G_GUINT64_CONSTANT (1) << place % WORD_BITS;
  for (row[i] ^= carry; carry > 0 && i < n_words; i++)
    {
      guint64 sum;
      guint64 carried = __builtin_add_overflow (below[i], carry, &sum);

      row[i] |= sum;
      carry = carried;
    }
}

/* The table by layers of so many rows. */
typedef struct
{
  Masks          masks;
  const guint32 *b;
  guint32        n_b;
  guint32        height; /* of a layer: rows above its first one, which is the last of the layer below */
  guint64       *firsts; /* of each layer the first row */
  guint64       *rows;   /* of one layer: height + 1 of them */
} Table;

static void
table_init (Table         *self,
            const guint32 *a,
            guint32        n_a,
            const guint32 *b,
            guint32        n_b)
{
  guint32 n_words;

  *self = (Table){ .b = b, .n_b = n_b, .height = n_b };
  masks_init (&self->masks, a, n_a);
  n_words = self->masks.n_words;

  /* As many layers as one has rows take the least memory. */
  if (((gsize)n_b + 1) * n_words * sizeof *self->rows > WHOLE_TABLE_BYTES)
    for (self->height = 1; self->height * self->height < n_b;)
      self->height++;
  self->firsts = g_new (guint64, ((gsize)n_b / self->height + 1) * n_words);
  self->rows = g_new (guint64, ((gsize)self->height + 1) * n_words);
}

static void
table_clear (Table *self)
{
  masks_clear (&self->masks);
  g_free (self->firsts);
  g_free (self->rows);
}

/* Makes the rows of @layer from its first one, up to that of n_b, and @n_words words of
 * each; returns how many there are but for the first. */
static guint32
fill_layer (Table  *self,
            guint32 layer,
            guint32 n_words)
{
  const Masks *masks = &self->masks;
  guint32      start = layer * self->height;
  guint32      n_rows = MIN (self->height, self->n_b - start);

  memcpy (self->rows, &self->firsts[(gsize)layer * masks->n_words], n_words * sizeof *self->rows);
  for (guint32 i = 0; i < n_rows; i++)
    {
      guint32        number = masks->slots[find_slot (masks, self->b[start + i])];
      const guint64 *below = &self->rows[(gsize)i * masks->n_words];
      guint64       *row = self->rows + ((gsize)i + 1) * masks->n_words;

      if (number > 0 && masks->of_number[number] == 0)
        fill_row_of_one (below, masks->places[number], n_words, row);
      else
        fill_row (below, &masks->masks[(gsize)(number > 0 ? masks->of_number[number] : 0) * masks->n_words], n_words, row);
    }
  return n_rows;
}

/* Reads the matches of the layer that is there; @x and @y are where to go on. */
static void
read_layer (const Table     *self,
            guint32          layer,
            guint32         *x,
            guint32         *y,
            DoubletMatchFunc func,
            gpointer         user_data)
{
  const Masks   *masks = &self->masks;
  guint32        start = layer * self->height;
  const guint64 *row = &self->rows[(gsize)(*y - start) * masks->n_words];

  while (*x > 0 && *y > start)
    {
      if (masks->a[*x - 1] == self->b[*y - 1])
        func (--*x, --*y, user_data);
      else if (row[(*x - 1) / WORD_BITS] >> (*x - 1) % WORD_BITS & 1)
        {
          --*x;
          continue;
        }
      else
        --*y;
      row -= masks->n_words;
    }
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
  return (guint64)n_a * n_b <= MAX_CELLS;
}

typedef struct
{
  DoubletMatchFunc func;
  gpointer         user_data;
} Swapped;

static void
tell_swapped (guint32  x,
              guint32  y,
              gpointer user_data)
{
  const Swapped *swapped = user_data;

  swapped->func (y, x, swapped->user_data);
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
  Table   table;
  guint32 n_layers;
  guint32 x = n_a;
  guint32 y = n_b;

  g_return_if_fail (doublet_bit_lcs_fits (n_a, n_b));

  if (n_a == 0 || n_b == 0)
    return;
  if (is_too_long (n_a, n_b))
    {
      Swapped swapped = { func, user_data };

      doublet_bit_lcs_run (b, n_b, a, n_a, tell_swapped, &swapped);
      return;
    }

  table_init (&table, a, n_a, b, n_b);
  n_layers = (n_b - 1) / table.height + 1;
  memset (table.firsts, 0xff, table.masks.n_words * sizeof *table.firsts);
  for (guint32 layer = 0; layer < n_layers; layer++)
    {
      guint32 n_rows = fill_layer (&table, layer, table.masks.n_words);

      if (layer + 1 < n_layers)
        memcpy (&table.firsts[((gsize)layer + 1) * table.masks.n_words], &table.rows[(gsize)n_rows * table.masks.n_words], table.masks.n_words * sizeof *table.rows);
    }

  /* The last layer is there yet. */
  read_layer (&table, n_layers - 1, &x, &y, func, user_data);
  for (guint32 layer = n_layers - 1; layer-- > 0 && x > 0;)
    {
      fill_layer (&table, layer, (x - 1) / WORD_BITS + 1);
      read_layer (&table, layer, &x, &y, func, user_data);
    }
  table_clear (&table);
}
