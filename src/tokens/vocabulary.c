/* vocabulary.c
 *
 * SPDX-FileCopyrightText: 2026 The Doublet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "vocabulary.h"

#include <string.h>

/*
 * Open addressing with linear probing over small entries, the forms themselves
 * in one arena: interning is bound by memory traffic, not by arithmetic, so the
 * table starts small, grows by doubling and keeps part of the hash beside the
 * symbol to avoid looking at the arena for a mere collision.
 */
typedef struct
{
  guint32 symbol_plus_one; /* 0 for an empty slot */
  guint32 hash_high;
} Slot;

struct _DoubletVocabulary
{
  Slot       *slots;
  guint32     mask;
  GByteArray *forms;
  GArray     *ends;   /* guint32: end of each symbol's form in the arena */
  GArray     *hashes; /* guint64 */
};

/* 2^64 divided by the golden ratio, and another odd constant of even bit count:
 * multiplicative hashing, Knuth, TAOCP vol. 3, 6.4. */
#define HASH_FACTOR_A G_GUINT64_CONSTANT (0x9e3779b97f4a7c15)
#define HASH_FACTOR_B G_GUINT64_CONSTANT (0xc2b2ae3d27d4eb4f)

#define INITIAL_SLOTS 1024

static guint64
mix (guint64 hash,
     guint64 value)
{
  hash = (hash ^ value) * HASH_FACTOR_A;
  return hash ^ (hash >> 29);
}

/* The same on every machine, whatever its byte order: results depend on it. */
static guint64
hash_form (const char *form,
           gsize       n_bytes)
{
  guint64 hash = HASH_FACTOR_B ^ n_bytes;
  guint64 value;

  while (n_bytes >= sizeof value)
    {
      memcpy (&value, form, sizeof value);
      hash = mix (hash, GUINT64_FROM_LE (value));
      form += sizeof value;
      n_bytes -= sizeof value;
    }

  value = 0;
  memcpy (&value, form, n_bytes);
  hash = mix (hash, GUINT64_FROM_LE (value));
  hash = (hash ^ (hash >> 32)) * HASH_FACTOR_B;
  return hash ^ (hash >> 31);
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
  self->forms = g_byte_array_new ();
  self->ends = g_array_new (FALSE, FALSE, sizeof (guint32));
  self->hashes = g_array_new (FALSE, FALSE, sizeof (guint64));
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
  g_byte_array_unref (self->forms);
  g_array_unref (self->ends);
  g_array_unref (self->hashes);
  g_free (self);
}

static gboolean
has_form (const DoubletVocabulary *self,
          guint32                  symbol,
          const char              *form,
          gsize                    n_bytes)
{
  guint32 start = symbol > 0 ? g_array_index (self->ends, guint32, symbol - 1) : 0;
  guint32 end = g_array_index (self->ends, guint32, symbol);

  return end - start == n_bytes && memcmp (self->forms->data + start, form, n_bytes) == 0;
}

static void
grow (DoubletVocabulary *self)
{
  guint32 mask = self->mask * 2 + 1;
  Slot   *slots = g_new0 (Slot, (gsize)mask + 1);

  for (guint32 symbol = 0; symbol < self->hashes->len; symbol++)
    {
      guint64 hash = g_array_index (self->hashes, guint64, symbol);
      guint32 i = hash & mask;

      while (slots[i].symbol_plus_one != 0)
        i = (i + 1) & mask;
      slots[i] = (Slot){ symbol + 1, hash >> 32 };
    }

  g_free (self->slots);
  self->slots = slots;
  self->mask = mask;
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
  guint64 hash = hash_form (form, n_bytes);
  guint32 high = hash >> 32;
  guint32 i = hash & self->mask;
  guint32 end;

  for (; self->slots[i].symbol_plus_one != 0; i = (i + 1) & self->mask)
    {
      const Slot *slot = &self->slots[i];

      if (slot->hash_high == high && has_form (self, slot->symbol_plus_one - 1, form, n_bytes))
        return slot->symbol_plus_one - 1;
    }

  self->slots[i] = (Slot){ self->hashes->len + 1, high };
  g_byte_array_append (self->forms, (const guint8 *)form, n_bytes);
  end = self->forms->len;
  g_array_append_val (self->ends, end);
  g_array_append_val (self->hashes, hash);

  /* Half full at the most: longer chains cost more than the memory saved. */
  if (self->hashes->len > self->mask / 2)
    grow (self);

  return self->hashes->len - 1;
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
  return self->hashes->len;
}

/**
 * doublet_vocabulary_get_hashes:
 * @self: a vocabulary
 *
 * Returns: (transfer none): a hash for each symbol, made of its form alone; valid
 *   until the next form is interned
 */
const guint64 *
doublet_vocabulary_get_hashes (const DoubletVocabulary *self)
{
  return (const guint64 *)(gpointer)self->hashes->data;
}
