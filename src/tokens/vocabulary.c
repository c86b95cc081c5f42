/* vocabulary.c
 *
 * SPDX-FileCopyrightText: 2026 The Doublet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "vocabulary.h"

#include <string.h>

/*
 * Open addressing with linear probing, the forms themselves in one arena: interning
 * is bound by memory traffic, not by arithmetic.  So the table starts small and
 * grows by doubling, and a slot holds what tells forms of up to eight bytes apart
 * for certain: their length and their hash, which is a one-to-one function for each
 * of those lengths.  Only longer forms are looked at in the arena.
 */
typedef struct
{
  guint64 hash;
  guint32 symbol_plus_one; /* 0 for an empty slot */
  guint32 n_bytes;
} Slot;

struct _DoubletVocabulary
{
  Slot    *slots;
  guint32  mask;
  char    *forms; /* one behind the other */
  gsize    n_form_bytes;
  gsize    n_form_allocated;
  gsize   *starts; /* of each symbol's form in the arena */
  guint64 *hashes;
  guint32  n_symbols;
  guint32  n_allocated;
};

/* 2^64 divided by the golden ratio, and another odd constant of even bit count:
 * multiplicative hashing, Knuth, TAOCP vol. 3, 6.4. */
#define HASH_FACTOR_A G_GUINT64_CONSTANT (0x9e3779b97f4a7c15)
#define HASH_FACTOR_B G_GUINT64_CONSTANT (0xc2b2ae3d27d4eb4f)

#define HASH_SUMMAND G_GUINT64_CONSTANT (0x52dce729)

#define INITIAL_SLOTS 1024
#define INITIAL_FORM_BYTES 4096

/* Up to here the hash is as good as the form itself. */
#define MAX_HASHED_BYTES 8

/* As MurmurHash3 (Appleby) does it: the value is stirred before it meets the hash,
 * else a change in its highest bits would stay there and could be undone by the
 * next value. */
static inline guint64
mix (guint64 hash,
     guint64 value)
{
  value *= HASH_FACTOR_A;
  value = value << 31 | value >> 33;
  value *= HASH_FACTOR_B;
  hash ^= value;
  hash = hash << 27 | hash >> 37;
  return hash * 5 + HASH_SUMMAND;
}

static inline guint64
load_8 (const char *form)
{
  guint64 value;

  memcpy (&value, form, sizeof value);
  return GUINT64_FROM_LE (value);
}

/* Less than eight bytes as one number.  Which branch of a copy byte by byte is taken
 * is hard to foretell; so where eight bytes may be read, the rest is masked out. */
static inline guint64
load_rest (const char *form,
           gsize       n_bytes,
           gsize       n_readable)
{
  guint64 value = 0;

  if (n_readable >= 8)
    return n_bytes > 0 ? load_8 (form) & (~G_GUINT64_CONSTANT (0) >> (64 - 8 * n_bytes)) : 0;
  memcpy (&value, form, n_bytes);
  return GUINT64_FROM_LE (value);
}

/* The same on every machine, whatever its byte order: results depend on it.  Every
 * step can be undone, so no two forms of one length up to eight have the same. */
static inline guint64
hash_form (const char *form,
           gsize       n_bytes,
           gsize       n_readable)
{
  guint64     hash = HASH_FACTOR_B ^ n_bytes;
  const char *last = form + n_bytes - 8;

  if (n_bytes < 8)
    hash = mix (hash, load_rest (form, n_bytes, n_readable));
  else
    {
      /* The last eight bytes may overlap those before. */
      for (; form < last; form += 8)
        hash = mix (hash, load_8 (form));
      hash = mix (hash, load_8 (last));
    }

  hash = (hash ^ (hash >> 33)) * HASH_FACTOR_A;
  hash = (hash ^ (hash >> 29)) * HASH_FACTOR_B;
  return hash ^ (hash >> 32);
}

/**
 * doublet_vocabulary_new:
 *
 * Returns: (transfer full): an empty vocabulary
 */
DoubletVocabulary *
doublet_vocabulary_new (void)
{
  DoubletVocabulary *self = g_new0 (DoubletVocabulary, 1);

  self->slots = g_new0 (Slot, INITIAL_SLOTS);
  self->mask = INITIAL_SLOTS - 1;
  return self;
}

/**
 * doublet_vocabulary_free:
 * @self: (transfer full): a vocabulary
 */
void
doublet_vocabulary_free (DoubletVocabulary *self)
{
  g_free (self->slots);
  g_free (self->forms);
  g_free (self->starts);
  g_free (self->hashes);
  g_free (self);
}

static void
grow_table (DoubletVocabulary *self)
{
  guint32 mask = self->mask * 2 + 1;
  Slot   *slots = g_new0 (Slot, (gsize)mask + 1);

  for (gsize old = 0; old <= self->mask; old++)
    {
      guint32 i = self->slots[old].hash & mask;

      if (self->slots[old].symbol_plus_one == 0)
        continue;
      while (slots[i].symbol_plus_one != 0)
        i = (i + 1) & mask;
      slots[i] = self->slots[old];
    }

  g_free (self->slots);
  self->slots = slots;
  self->mask = mask;
}

static guint32
add_form (DoubletVocabulary *self,
          const char        *form,
          gsize              n_bytes,
          guint64            hash)
{
  if (self->n_symbols == self->n_allocated)
    {
      self->n_allocated = MAX (INITIAL_SLOTS / 2, self->n_allocated + self->n_allocated / 2);
      self->starts = g_renew (gsize, self->starts, self->n_allocated);
      self->hashes = g_renew (guint64, self->hashes, self->n_allocated);
    }
  if (self->n_form_bytes + n_bytes > self->n_form_allocated)
    {
      self->n_form_allocated = MAX (INITIAL_FORM_BYTES, self->n_form_bytes + n_bytes + self->n_form_allocated / 2);
      self->forms = g_realloc (self->forms, self->n_form_allocated);
    }

  /* The empty form may come before the arena has any memory. */
  if (n_bytes > 0)
    memcpy (self->forms + self->n_form_bytes, form, n_bytes);
  self->starts[self->n_symbols] = self->n_form_bytes;
  self->hashes[self->n_symbols] = hash;
  self->n_form_bytes += n_bytes;
  return self->n_symbols++;
}

/**
 * doublet_vocabulary_prepare:
 * @self: a vocabulary
 * @form: a form, not necessarily ended by NUL
 * @n_bytes: its length in bytes
 * @n_readable: how many bytes may be read at @form: at least @n_bytes
 *
 * Begins to look for @form without waiting for the memory.  Who has many forms to
 * intern prepares some dozens before interning the first of them.
 *
 * Returns: what doublet_vocabulary_intern_prepared() wants to know
 */
guint64
doublet_vocabulary_prepare (const DoubletVocabulary *self,
                            const char              *form,
                            gsize                    n_bytes,
                            gsize                    n_readable)
{
  guint64 hash = hash_form (form, n_bytes, n_readable);

  __builtin_prefetch (&self->slots[hash & self->mask]);
  return hash;
}

/**
 * doublet_vocabulary_intern_prepared:
 * @self: a vocabulary
 * @form: a form, not necessarily ended by NUL
 * @n_bytes: its length in bytes
 * @hash: what doublet_vocabulary_prepare() returned for it
 *
 * Returns: the symbol of @form, a new one if it was not known
 */
guint32
doublet_vocabulary_intern_prepared (DoubletVocabulary *self,
                                    const char        *form,
                                    gsize              n_bytes,
                                    guint64            hash)
{
  guint32 i = hash & self->mask;

  for (; self->slots[i].symbol_plus_one != 0; i = (i + 1) & self->mask)
    {
      const Slot *slot = &self->slots[i];
      guint32     symbol = slot->symbol_plus_one - 1;

      if (slot->hash != hash || slot->n_bytes != n_bytes)
        continue;
      if (n_bytes <= MAX_HASHED_BYTES || memcmp (self->forms + self->starts[symbol], form, n_bytes) == 0)
        return symbol;
    }

  self->slots[i] = (Slot){ hash, add_form (self, form, n_bytes, hash) + 1, n_bytes };

  /* Two thirds full at the most: longer chains cost more than the memory saved. */
  if (self->n_symbols > self->mask / 3 * 2)
    grow_table (self);

  return self->n_symbols - 1;
}

/**
 * doublet_vocabulary_intern:
 * @self: a vocabulary
 * @form: a form, not necessarily ended by NUL
 * @n_bytes: its length in bytes
 *
 * Returns: the symbol of @form, a new one if it was not known
 */
guint32
doublet_vocabulary_intern (DoubletVocabulary *self,
                           const char        *form,
                           gsize              n_bytes)
{
  return doublet_vocabulary_intern_prepared (self, form, n_bytes, hash_form (form, n_bytes, n_bytes));
}

/**
 * doublet_vocabulary_get_n_symbols:
 * @self: a vocabulary
 *
 * Returns: how many forms it holds; their symbols are 0 to that, exclusive
 */
guint32
doublet_vocabulary_get_n_symbols (const DoubletVocabulary *self)
{
  return self->n_symbols;
}

/**
 * doublet_vocabulary_get_hashes:
 * @self: a vocabulary
 *
 * Returns: (transfer none) (nullable): a hash for each symbol, made of its form alone; valid
 *   until the next form is interned
 */
const guint64 *
doublet_vocabulary_get_hashes (const DoubletVocabulary *self)
{
  return self->hashes;
}
