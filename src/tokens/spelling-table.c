/* spelling-table.c
 *
 * SPDX-FileCopyrightText: 2026 The Doublet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "spelling-table.h"

/*
 * Words that fall on the same slots can be made up by whoever reads this.  So where a
 * search gets longer than chance allows, the table is hashed anew with a factor that
 * nobody can foretell (multiplying by a random odd number is universal hashing:
 * Dietzfelbinger et al. 1997).  Nothing but the time depends on it.
 */

/* Of the number of pairs of slots. */
#define MIN_BITS 5

/* 512 kB to begin with at the most: half of what the second cache of a processor holds. */
#define MAX_FIRST_BITS 13

/* A new spelling in so many tokens, about, of a short text; of a long one fewer. */
#define TOKENS_FOR_SPELLING 2

/* At two thirds full the longest run of a table of a million is some 190 slots long. */
#define MAX_SEARCH 512

#define SLOT_ALIGNMENT 64

/* The bytes that are a key's, by their number. */
const DoubletSpellingKey doublet_spelling_masks[DOUBLET_SPELLING_SHORT_BYTES + 1] = {
#define LOW_BYTES(n) (~G_GUINT64_CONSTANT (0) >> (64 - 8 * (n)))
  { 0, 0 },
  { LOW_BYTES (1), 0 },
  { LOW_BYTES (2), 0 },
  { LOW_BYTES (3), 0 },
  { LOW_BYTES (4), 0 },
  { LOW_BYTES (5), 0 },
  { LOW_BYTES (6), 0 },
  { LOW_BYTES (7), 0 },
  { LOW_BYTES (8), 0 },
  { LOW_BYTES (8), LOW_BYTES (1) },
  { LOW_BYTES (8), LOW_BYTES (2) },
  { LOW_BYTES (8), LOW_BYTES (3) },
  { LOW_BYTES (8), LOW_BYTES (4) },
  { LOW_BYTES (8), LOW_BYTES (5) },
  { LOW_BYTES (8), LOW_BYTES (6) },
  { LOW_BYTES (8), LOW_BYTES (7) },
#undef LOW_BYTES
};

static inline gsize
count_slots (const DoubletSpellingTable *self)
{
  return (gsize)2 << (64 - self->shift);
}

static DoubletSpelling *
new_slots (const DoubletSpellingTable *self)
{
  return g_aligned_alloc0 (count_slots (self), sizeof (DoubletSpelling), SLOT_ALIGNMENT);
}

/**
 * doublet_spelling_table_init:
 * @self: on the stack
 * @n_tokens: about how many will be looked up
 *
 * Prepares @self: it is empty.
 */
void
doublet_spelling_table_init (DoubletSpellingTable *self,
                             guint64               n_tokens)
{
  guint n_bits = MIN_BITS;

  while (n_bits < MAX_FIRST_BITS && ((guint64)TOKENS_FOR_SPELLING << (n_bits + 1)) < n_tokens)
    n_bits++;
  *self = (DoubletSpellingTable){ .shift = 64 - n_bits, .factor = DOUBLET_SPELLING_FACTOR };
  self->slots = new_slots (self);
}

/**
 * doublet_spelling_table_clear:
 * @self: a table
 *
 * Frees what @self holds, but not @self.
 */
void
doublet_spelling_table_clear (DoubletSpellingTable *self)
{
  g_aligned_free (self->slots);
  g_clear_pointer (&self->long_bytes, g_ptr_array_unref);
}

static inline DoubletSpelling *
next_slot (const DoubletSpellingTable *self,
           DoubletSpelling            *slot)
{
  return G_UNLIKELY (slot + 1 == self->slots + count_slots (self)) ? self->slots : slot + 1;
}

static guint64
hash_long (const DoubletSpellingTable *self,
           const char                 *bytes,
           gsize                       n_bytes)
{
  const char *last = bytes + n_bytes - 8;
  guint64     hash = n_bytes;

  /* The last eight bytes may overlap those before. */
  for (; bytes < last; bytes += 8)
    {
      hash = (hash ^ doublet_spelling_load (bytes)) * self->factor;
      hash ^= hash >> 32;
    }
  return (hash ^ doublet_spelling_load (last)) * self->factor;
}

/* The slot where the search for a key begins. */
static inline DoubletSpelling *
get_first_slot (const DoubletSpellingTable *self,
                const DoubletSpellingKey   *key,
                const char                 *bytes)
{
  guint64 hash;

  if (G_UNLIKELY (key->tail & DOUBLET_SPELLING_LONG))
    hash = hash_long (self, bytes, (guint32)key->tail);
  else
    hash = doublet_spelling_key_hash (key, self->factor);
  return &self->slots[hash >> self->shift << 1];
}

static DoubletSpelling *
find_empty_slot (const DoubletSpellingTable *self,
                 const DoubletSpellingKey   *key,
                 const char                 *bytes)
{
  DoubletSpelling *slot = get_first_slot (self, key, bytes);

  while (slot->tail != 0)
    slot = next_slot (self, slot);
  return slot;
}

/* Puts all into a table with another number of slots or another factor. */
static void
move_all (DoubletSpellingTable *self,
          guint                 shift,
          guint64               factor)
{
  DoubletSpelling *old = self->slots;
  gsize            n = count_slots (self);

  self->shift = shift;
  self->factor = factor;
  self->slots = new_slots (self);
  for (gsize i = 0; i < n; i++)
    {
      const DoubletSpellingKey key = { old[i].head, old[i].tail };

      if (key.tail != 0)
        *find_empty_slot (self, &key, key.tail & DOUBLET_SPELLING_LONG ? self->long_bytes->pdata[old[i].long_index] : NULL) = old[i];
    }
  g_aligned_free (old);
}

static gboolean
is_same (const DoubletSpellingTable *self,
         const DoubletSpelling      *slot,
         const DoubletSpellingKey   *key,
         const char                 *bytes)
{
  if (G_LIKELY (!(key->tail & DOUBLET_SPELLING_LONG)))
    return doublet_spelling_is (slot, key);
  return slot->head == key->head && slot->tail == (key->tail | DOUBLET_SPELLING_LONG_KEPT) &&
         memcmp (self->long_bytes->pdata[slot->long_index], bytes, (guint32)key->tail) == 0;
}

static DoubletSpelling *
add (DoubletSpellingTable     *self,
     DoubletSpelling          *slot,
     const DoubletSpellingKey *key,
     const char               *bytes)
{
  *slot = (DoubletSpelling){ key->head, key->tail, G_MAXUINT32, G_MAXUINT32, self->n_spellings++, 0 };
  if (G_UNLIKELY (key->tail & DOUBLET_SPELLING_LONG))
    {
      if (self->long_bytes == NULL)
        self->long_bytes = g_ptr_array_new ();
      slot->tail |= DOUBLET_SPELLING_LONG_KEPT;
      slot->long_index = self->long_bytes->len;
      g_ptr_array_add (self->long_bytes, (gpointer)bytes);
    }
  return slot;
}

/**
 * doublet_spelling_table_find_or_add:
 * @self: a table
 * @key: the key of what is looked for
 * @bytes: (transfer none): its bytes
 *
 * Returns: (transfer none): its slot, valid until the next call; a new one, with
 *   %G_MAXUINT32 for both meanings, if it was not known
 */
DoubletSpelling *
doublet_spelling_table_find_or_add (DoubletSpellingTable     *self,
                                    const DoubletSpellingKey *key,
                                    const char               *bytes)
{
  DoubletSpelling *slot;
  guint            n_seen = 0;

  for (slot = get_first_slot (self, key, bytes); slot->tail != 0; slot = next_slot (self, slot), n_seen++)
    if (is_same (self, slot, key, bytes))
      return slot;

  /* Two thirds full at the most: longer searches cost more than the memory saved. */
  if (G_UNLIKELY (n_seen > MAX_SEARCH))
    move_all (self, self->shift, ((guint64)g_random_int () << 32 | g_random_int ()) | 1);
  else if (G_UNLIKELY (self->n_spellings >= count_slots (self) / 3 * 2))
    move_all (self, self->shift - 1, self->factor);
  else
    return add (self, slot, key, bytes);
  return add (self, find_empty_slot (self, key, bytes), key, bytes);
}
