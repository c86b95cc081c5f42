/* kgram-classes.c
 *
 * SPDX-FileCopyrightText: 2026 The Doublet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "kgram-classes.h"

/*
 * A repeat of k tokens or more is made of k-grams that all occur twice.  A hash table
 * finds those in a fraction of the time that a suffix array of everything takes.
 *
 * The table knows of a k-gram half of its hash and where it was seen last; that two are
 * told apart by their hashes only costs time where it goes wrong, never exactness.  A
 * slot is asked for some k-grams before it is needed, since most are not in the cache.
 */

/* Odd, so that it has an inverse modulo 2^64; else of no meaning. */
#define ROLLING_BASE G_GUINT64_CONSTANT (0xd6e8feb86659fd93)
#define FINAL_FACTOR G_GUINT64_CONSTANT (0x9e3779b97f4a7c15)

/* K-grams between asking for a slot and needing it: memory answers by then. */
#define AHEAD 32

/* Of four slots three are taken, at the most. */
#define SLOTS_OF 3
#define SLOTS_FOR 4

#define MIN_SLOT_BITS 10

/* The upper half of a slot holds that of a hash, the lower half a place plus one. */
typedef struct
{
  guint64 *slots;
  gsize    mask;
  guint    shift;
} GramTable;

static void
table_init (GramTable *self,
            guint32    n)
{
  guint bits = MIN_SLOT_BITS;

  while (((guint64)SLOTS_OF << bits) < (guint64)n * SLOTS_FOR)
    bits++;
  self->mask = ((gsize)1 << bits) - 1;
  self->shift = 64 - bits;
  self->slots = g_new0 (guint64, self->mask + 1);
}

/* Puts @place in the circle of those that are the same, as the last. */
static inline void
table_add (GramTable *self,
           guint64    hash,
           guint32    place,
           guint32   *next)
{
  guint32 key = (guint32)hash;
  gsize   i = hash >> self->shift;

  while (self->slots[i] != 0 && self->slots[i] >> 32 != key)
    i = (i + 1) & self->mask;
  if (self->slots[i] == 0)
    next[place] = place;
  else
    {
      guint32 last = (guint32)self->slots[i] - 1;

      next[place] = next[last];
      next[last] = place;
    }
  self->slots[i] = (guint64)key << 32 | (place + 1);
}

/* Adds the k-grams that begin from @start on and end before @end. */
static gboolean
add_article (const DoubletPassageText *text,
             guint32                   start,
             guint32                   end,
             guint64                   power,
             GramTable                *table,
             guint32                  *next,
             const DoubletProgress    *progress)
{
  const guint32 *tokens = text->tokens;
  guint32        length = text->min_tokens;
  guint32        last = end - length;
  guint64        hash = 0;
  guint64        hashes[AHEAD];

  for (guint32 i = start; i < start + length - 1; i++)
    hash = hash * ROLLING_BASE + tokens[i];
  for (guint32 i = start, n; i <= last; i += n)
    {
      n = MIN (last - i + 1, AHEAD);
      for (guint32 j = 0; j < n; j++)
        {
          hash = hash * ROLLING_BASE + tokens[i + j + length - 1];
          hashes[j] = (hash ^ (hash >> 31)) * FINAL_FACTOR;
          __builtin_prefetch (&table->slots[hashes[j] >> table->shift], 1);
          hash -= tokens[i + j] * power;
        }
      for (guint32 j = 0; j < n; j++)
        table_add (table, hashes[j], i + j, next);
      if (DOUBLET_PROGRESS_CHECK (progress, (i - start) / AHEAD))
        return FALSE;
    }
  return TRUE;
}

/**
 * doublet_kgram_classes_new:
 * @text: a text
 * @progress: (nullable): to stop by
 *
 * Returns: (transfer full) (nullable): where each k-gram of @text stands again; %NULL if
 *   cancelled
 */
DoubletKgramClasses *
doublet_kgram_classes_new (const DoubletPassageText *text,
                           const DoubletProgress    *progress)
{
  g_autoptr (DoubletKgramClasses) self = g_new0 (DoubletKgramClasses, 1);
  GramTable table;
  guint64   power = 1;
  gboolean  done = TRUE;

  self->next = g_new (guint32, MAX (text->n, 1));
  for (guint32 i = 1; i < text->min_tokens; i++)
    power *= ROLLING_BASE;

  table_init (&table, text->n);
  for (guint32 article = 0; done && article < text->n_articles; article++)
    {
      guint32 start = text->base[article];
      guint32 end = text->base[article + 1];
      guint32 n_grams = end - start >= text->min_tokens ? end - start - text->min_tokens + 1 : 0;

      for (guint32 i = start + n_grams; i < end; i++)
        self->next[i] = i;
      if (n_grams > 0)
        done = add_article (text, start, end, power, &table, self->next, progress);
    }
  g_free (table.slots);
  return done ? g_steal_pointer (&self) : NULL;
}

/**
 * doublet_kgram_classes_free:
 * @self: (transfer full): classes
 */
void
doublet_kgram_classes_free (DoubletKgramClasses *self)
{
  g_free (self->next);
  g_free (self);
}
