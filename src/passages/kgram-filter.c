/* kgram-filter.c
 *
 * SPDX-FileCopyrightText: 2026 The Doublet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "kgram-filter.h"

/*
 * A repeat of k words is made of k-grams that all occur twice.  Most texts have few
 * of those (3 % of the places in a thousand articles with planted passages), and a
 * hash table finds them in a fraction of the time that a suffix array of everything
 * takes, so the suffix array is built over the islands alone.
 *
 * The table tells k-grams apart by part of their hash only.  A k-gram that is taken
 * for another makes an island that yields nothing, so chance costs time, never
 * exactness; and a text of which nothing can be left out costs one pass more.
 */

/* Odd, so that it has an inverse modulo 2^64; else of no meaning. */
#define ROLLING_BASE G_GUINT64_CONSTANT (0xd6e8feb86659fd93)
#define FINAL_FACTOR G_GUINT64_CONSTANT (0x9e3779b97f4a7c15)

#define SEEN_TWICE 1u

typedef struct
{
  const DoubletPassageText *text;
  guint32                   length;
  guint64                   power; /* of the base, for the token that leaves */
  guint64                   hash;
} Roller;

typedef struct
{
  guint32 *slots; /* 0, or 31 bits of the hash and SEEN_TWICE */
  gsize    mask;
  guint    shift;
} GramTable;

static void
roller_init (Roller                   *self,
             const DoubletPassageText *text)
{
  self->text = text;
  self->length = text->min_tokens;
  self->power = 1;
  for (guint32 i = 1; i < self->length; i++)
    self->power *= ROLLING_BASE;
}

static void
roller_start (Roller *self,
              guint32 place)
{
  self->hash = 0;
  for (guint32 i = place; i < place + self->length; i++)
    self->hash = self->hash * ROLLING_BASE + self->text->hashes[self->text->tokens[i]];
}

/* From the k-gram that begins at @place to the next. */
static inline void
roller_advance (Roller *self,
                guint32 place)
{
  const guint32 *tokens = self->text->tokens;
  const guint64 *hashes = self->text->hashes;

  self->hash -= hashes[tokens[place]] * self->power;
  self->hash = self->hash * ROLLING_BASE + hashes[tokens[place + self->length]];
}

/* The slot of a k-gram, or the empty one where it belongs. */
static inline guint32 *
table_find (const GramTable *self,
            guint64          hash,
            guint32         *key)
{
  guint64 mixed = (hash ^ (hash >> 31)) * FINAL_FACTOR;
  gsize   i = mixed >> self->shift;

  *key = ((guint32)mixed | 2u) & ~SEEN_TWICE;
  while (self->slots[i] != 0 && (self->slots[i] & ~SEEN_TWICE) != *key)
    i = (i + 1) & self->mask;
  return &self->slots[i];
}

static void
table_init (GramTable *self,
            guint32    n)
{
  guint bits = 10;

  while (((gsize)1 << bits) < (gsize)n * 2)
    bits++;
  self->mask = ((gsize)1 << bits) - 1;
  self->shift = 64 - bits;
  self->slots = g_new0 (guint32, self->mask + 1);
}

static gboolean
count_grams (const DoubletPassageText *text,
             GramTable                *table,
             const DoubletProgress    *progress)
{
  Roller roller;

  roller_init (&roller, text);
  for (guint32 article = 0; article < text->n_articles; article++)
    {
      guint32 start = text->base[article];
      guint32 end = text->base[article + 1];
      guint32 key, *slot;

      if (end - start < roller.length)
        continue;
      roller_start (&roller, start);
      for (guint32 i = start;; i++)
        {
          if (DOUBLET_PROGRESS_CHECK (progress, i))
            return FALSE;
          slot = table_find (table, roller.hash, &key);
          *slot = *slot == 0 ? key : key | SEEN_TWICE;
          if (i + roller.length >= end)
            break;
          roller_advance (&roller, i);
        }
    }
  return TRUE;
}

/* Adds what stands from start to end as an island, unless it is too light. */
static void
add_island (const DoubletPassageText *text,
            guint32                  *known,
            guint32                  *n_known,
            guint32                   start,
            guint32                   end,
            GArray                   *symbols,
            GArray                   *places)
{
  guint    n_before = symbols->len;
  guint32 *symbol_at, *place_at;

  if (doublet_passage_text_weigh (text, start, end) < text->min_weight)
    return;

  /* Most of two editions is islands: no call for each of their words. */
  g_array_set_size (symbols, n_before + (end - start) + 1);
  g_array_set_size (places, n_before + (end - start) + 1);
  symbol_at = &g_array_index (symbols, guint32, n_before);
  place_at = &g_array_index (places, guint32, n_before);

  for (guint32 i = start; i < end; i++)
    {
      guint32 *symbol = &known[text->tokens[i]];

      if (*symbol == 0)
        *symbol = ++*n_known;
      *symbol_at++ = *symbol;
      *place_at++ = i;
    }
  *symbol_at = 0;
  *place_at = G_MAXUINT32;
}

static gboolean
collect_islands (const DoubletPassageText *text,
                 GramTable                *table,
                 guint32                  *n_known,
                 GArray                   *symbols,
                 GArray                   *places,
                 const DoubletProgress    *progress)
{
  g_autofree guint32 *known = g_new0 (guint32, MAX (text->n_tokens, 1));
  Roller              roller;

  roller_init (&roller, text);
  for (guint32 article = 0; article < text->n_articles; article++)
    {
      guint32 start = text->base[article];
      guint32 end = text->base[article + 1];
      guint32 island_start = start;
      guint32 island_end = start;
      guint32 key;

      if (end - start < roller.length)
        continue;
      roller_start (&roller, start);
      for (guint32 i = start;; i++)
        {
          if (DOUBLET_PROGRESS_CHECK (progress, i))
            return FALSE;
          if ((*table_find (table, roller.hash, &key) & SEEN_TWICE) != 0)
            {
              if (i > island_end)
                {
                  add_island (text, known, n_known, island_start, island_end, symbols, places);
                  island_start = i;
                }
              island_end = i + roller.length;
            }
          if (i + roller.length >= end)
            break;
          roller_advance (&roller, i);
        }
      add_island (text, known, n_known, island_start, island_end, symbols, places);
    }
  return TRUE;
}

/* Separators get the lowest numbers, one each; the end of all gets 0. */
static void
number_symbols (GArray *symbols,
                GArray *places,
                guint32 n_separators)
{
  const guint32 nowhere = G_MAXUINT32;
  const guint32 end = 0;
  guint32       separator = 0;

  for (guint i = 0; i < symbols->len; i++)
    {
      guint32 *symbol = &g_array_index (symbols, guint32, i);

      *symbol = *symbol == 0 ? ++separator : *symbol + n_separators;
    }
  g_array_append_val (symbols, end);
  g_array_append_val (places, nowhere);
}

static guint32
count_separators (const GArray *symbols)
{
  guint32 n = 0;

  for (guint i = 0; i < symbols->len; i++)
    n += g_array_index (symbols, guint32, i) == 0;
  return n;
}

/**
 * doublet_kgram_filter_run:
 * @text: a text
 * @progress: (nullable): to stop by
 *
 * Returns: (transfer full) (nullable): what may lie in a repeat of @text; %NULL if
 *   cancelled
 */
DoubletIslands *
doublet_kgram_filter_run (const DoubletPassageText *text,
                          const DoubletProgress    *progress)
{
  g_autoptr (GArray) symbols = g_array_new (FALSE, FALSE, sizeof (guint32));
  g_autoptr (GArray) places = g_array_new (FALSE, FALSE, sizeof (guint32));
  DoubletIslands *islands;
  GramTable       table;
  guint32         n_known = 0;
  guint32         n_separators;
  gboolean        done;

  table_init (&table, text->n);
  done = count_grams (text, &table, progress) &&
         collect_islands (text, &table, &n_known, symbols, places, progress);
  g_free (table.slots);
  if (!done)
    return NULL;

  n_separators = count_separators (symbols);
  number_symbols (symbols, places, n_separators);

  islands = g_new0 (DoubletIslands, 1);
  islands->n = symbols->len;
  islands->n_symbols = 1 + n_separators + n_known;
  islands->text = (guint32 *)(gpointer)g_array_free (g_steal_pointer (&symbols), FALSE);
  islands->places = (guint32 *)(gpointer)g_array_free (g_steal_pointer (&places), FALSE);
  return islands;
}

/**
 * doublet_islands_free:
 * @self: (transfer full): islands
 */
void
doublet_islands_free (DoubletIslands *self)
{
  g_free (self->text);
  g_free (self->places);
  g_free (self);
}
