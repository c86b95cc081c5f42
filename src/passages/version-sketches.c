/* version-sketches.c
 *
 * SPDX-FileCopyrightText: 2026 The Doublet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "version-sketches.h"

#include <stdlib.h>

/*
 * Which articles may be versions of one text: the longest article is taken first as the
 * representative of a family; each further one joins the family with whose representative
 * it has most in common, by sketches (Broder 1997: the least of the hashes of its
 * windows), or makes one.
 */

/* Hashes in a sketch; and how many of them a version has in common with its
 * representative at the least: with one word of ten changed in either, a third of all
 * windows of six words are in both, ten of the hashes.  With sixteen, of a hundred versions
 * one may have less than three by chance, and makes a family that takes others away. */
#define SKETCH_SIZE 32
#define MIN_COMMON_HASHES 3

#define HASH_FACTOR G_GUINT64_CONSTANT (0x9e3779b97f4a7c15)
#define NO_FAMILY G_MAXUINT32

typedef struct
{
  guint64 hashes[SKETCH_SIZE]; /* rising */
  guint32 n;
} Sketch;

typedef struct
{
  guint32 article;
  guint32 weight;
  guint32 rank;
} Order;

static int
compare_orders (const void *a,
                const void *b)
{
  const Order *x = a, *y = b;

  if (x->weight != y->weight)
    return x->weight > y->weight ? -1 : 1;
  return x->rank < y->rank ? -1 : x->rank > y->rank;
}

static Sketch
make_sketch (const DoubletPassageText *text,
             const guint64            *windows,
             guint32                   article)
{
  guint32 length = MAX (text->min_tokens, 1);
  Sketch  sketch = { { 0 }, 0 };

  for (guint32 i = text->base[article]; i + length <= text->base[article + 1]; i++)
    {
      guint64 hash = windows[i] * HASH_FACTOR;
      guint32 place = sketch.n;

      hash ^= hash >> 32;
      if (sketch.n == SKETCH_SIZE && hash >= sketch.hashes[SKETCH_SIZE - 1])
        continue;
      while (place > 0 && sketch.hashes[place - 1] > hash)
        place--;
      if (place > 0 && sketch.hashes[place - 1] == hash)
        continue;
      sketch.n = MIN (sketch.n + 1, SKETCH_SIZE);
      for (guint32 j = sketch.n - 1; j > place; j--)
        sketch.hashes[j] = sketch.hashes[j - 1];
      sketch.hashes[place] = hash;
    }
  return sketch;
}

/* The family that most hashes of a sketch lead to; of several, the first. */
static guint32
find_family (GHashTable   *families,
             const Sketch *sketch)
{
  guint32 found[SKETCH_SIZE];
  guint32 best = NO_FAMILY, most = MIN_COMMON_HASHES - 1;

  for (guint32 i = 0; i < sketch->n; i++)
    {
      guint32 n = 1;

      found[i] = GPOINTER_TO_UINT (g_hash_table_lookup (families, &sketch->hashes[i]));
      for (guint32 j = 0; j < i; j++)
        n += found[j] == found[i];
      if (found[i] > 0 && (n > most || (n == most && best != NO_FAMILY && found[i] - 1 < best)))
        {
          most = n;
          best = found[i] - 1;
        }
    }
  return best;
}

/**
 * doublet_version_sketches_group:
 * @text: the text
 * @windows: the hashes of its windows
 * @family_of: (out caller-allocates): for each article the number of its family
 * @representatives: (out caller-allocates): for each family its first article
 * @progress: (nullable): to stop by
 *
 * Puts each article into a family, many of them families of one.
 *
 * Returns: how many families there are; if cancelled, not all articles are in one
 */
guint32
doublet_version_sketches_group (const DoubletPassageText *text,
                                const guint64            *windows,
                                guint32                  *family_of,
                                guint32                  *representatives,
                                const DoubletProgress    *progress)
{
  g_autofree Order  *orders = g_new (Order, MAX (text->n_articles, 1));
  g_autofree Sketch *sketches = g_new (Sketch, MAX (text->n_articles, 1));
  guint32            n_families = 0;
  g_autoptr (GHashTable) families = g_hash_table_new (g_int64_hash, g_int64_equal);

  for (guint32 i = 0; i < text->n_articles; i++)
    orders[i] = (Order){ i, doublet_passage_text_weigh (text, text->base[i], text->base[i + 1]), text->rank[i] };
  qsort (orders, text->n_articles, sizeof *orders, compare_orders);
  for (guint32 i = 0; i < text->n_articles && !doublet_progress_is_cancelled (progress); i++)
    {
      guint32 article = orders[i].article;
      Sketch *sketch = &sketches[i];
      guint32 family;

      *sketch = make_sketch (text, windows, article);
      family = find_family (families, sketch);
      if (family == NO_FAMILY)
        {
          family = n_families++;
          representatives[family] = article;
          /* Hashes that an earlier family has lead there. */
          for (guint32 j = 0; j < sketch->n; j++)
            if (!g_hash_table_contains (families, &sketch->hashes[j]))
              g_hash_table_insert (families, &sketch->hashes[j], GUINT_TO_POINTER (family + 1));
        }
      family_of[article] = family;
    }
  return n_families;
}
