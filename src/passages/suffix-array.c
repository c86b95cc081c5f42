/* suffix-array.c
 *
 * SPDX-FileCopyrightText: 2026 The Doublet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "suffix-array.h"

#include <string.h>

/*
 * Suffix sorting by induction: SA-IS (Nong, Zhang and Chan, "Linear suffix array
 * construction by almost pure induced-sorting", DCC 2009).  Linear whatever the
 * text: sorting by comparison would do for prose and hang on a word repeated two
 * hundred thousand times.
 *
 * A suffix is of type S if it is below the one after it, else of type L; an S that
 * follows an L is an LMS suffix.  Sorting the LMS suffixes, by recursion on their
 * names, is enough to place all others in two scans.
 */

#define EMPTY (-1)

typedef struct
{
  const guint32         *text;
  gint32                *suffixes;
  gint32                 n;
  guint32                n_symbols;
  guint8                *is_s;   /* a bit each */
  gint32                *bucket; /* n_symbols */
  gint32                *sizes;  /* n_symbols: how many suffixes begin with each */
  const DoubletProgress *progress;
} Sorter;

static inline gboolean
is_s (const Sorter *self,
      gint32        i)
{
  return (self->is_s[i >> 3] >> (i & 7)) & 1;
}

static inline gboolean
is_lms (const Sorter *self,
        gint32        i)
{
  return i > 0 && is_s (self, i) && !is_s (self, i - 1);
}

static void
classify (Sorter *self)
{
  gboolean s = TRUE;

  self->is_s[(self->n - 1) >> 3] |= 1 << ((self->n - 1) & 7);
  for (gint32 i = self->n - 2; i >= 0; i--)
    {
      s = self->text[i] < self->text[i + 1] || (self->text[i] == self->text[i + 1] && s);
      if (s)
        self->is_s[i >> 3] |= 1 << (i & 7);
    }
}

static void
count_symbols (Sorter *self)
{
  memset (self->sizes, 0, self->n_symbols * sizeof *self->sizes);
  for (gint32 i = 0; i < self->n; i++)
    self->sizes[self->text[i]]++;
}

/* Where the suffixes that begin with each symbol start, or end. */
static void
find_buckets (Sorter  *self,
              gboolean ends)
{
  gint32 sum = 0;

  for (guint32 i = 0; i < self->n_symbols; i++)
    {
      self->bucket[i] = ends ? sum + self->sizes[i] : sum;
      sum += self->sizes[i];
    }
}

static gboolean
induce (Sorter *self)
{
  find_buckets (self, FALSE);
  for (gint32 i = 0; i < self->n; i++)
    {
      gint32 j = self->suffixes[i] - 1;

      if (DOUBLET_PROGRESS_CHECK (self->progress, i))
        return FALSE;
      if (j >= 0 && !is_s (self, j))
        self->suffixes[self->bucket[self->text[j]]++] = j;
    }

  find_buckets (self, TRUE);
  for (gint32 i = self->n - 1; i >= 0; i--)
    {
      gint32 j = self->suffixes[i] - 1;

      if (DOUBLET_PROGRESS_CHECK (self->progress, i))
        return FALSE;
      if (j >= 0 && is_s (self, j))
        self->suffixes[--self->bucket[self->text[j]]] = j;
    }
  return TRUE;
}

static void
place_lms_by_symbol (Sorter *self)
{
  find_buckets (self, TRUE);
  memset (self->suffixes, 0xff, self->n * sizeof *self->suffixes);
  for (gint32 i = 1; i < self->n; i++)
    if (is_lms (self, i))
      self->suffixes[--self->bucket[self->text[i]]] = i;
}

static gboolean
same_lms_substring (const Sorter *self,
                    gint32        a,
                    gint32        b)
{
  for (gint32 d = 0;; d++)
    {
      if (self->text[a + d] != self->text[b + d] || is_s (self, a + d) != is_s (self, b + d))
        return FALSE;
      if (d > 0 && (is_lms (self, a + d) || is_lms (self, b + d)))
        return TRUE;
    }
}

/* Names the sorted LMS substrings; the names, in the text's order, are left in the
 * upper end of suffixes.  Returns how many different ones there are. */
static gint32
name_lms (Sorter *self,
          gint32 *n_lms)
{
  gint32 *sa = self->suffixes;
  gint32  n1 = 0;
  gint32  name = 0;
  gint32  previous = -1;

  for (gint32 i = 0; i < self->n; i++)
    if (is_lms (self, sa[i]))
      sa[n1++] = sa[i];
  for (gint32 i = n1; i < self->n; i++)
    sa[i] = EMPTY;

  for (gint32 i = 0; i < n1; i++)
    {
      gint32 place = sa[i];

      if (previous < 0 || !same_lms_substring (self, place, previous))
        {
          name++;
          previous = place;
        }
      sa[n1 + place / 2] = name - 1;
    }
  for (gint32 i = self->n - 1, j = self->n - 1; i >= n1; i--)
    if (sa[i] >= 0)
      sa[j--] = sa[i];

  *n_lms = n1;
  return name;
}

/* Turns the order of the n1 LMS suffixes, by their numbers, into their places at
 * the ends of their buckets. */
static void
place_lms_in_order (Sorter *self,
                    gint32  n1)
{
  gint32 *sa = self->suffixes;
  gint32 *places = sa + self->n - n1;

  for (gint32 i = 1, j = 0; i < self->n; i++)
    if (is_lms (self, i))
      places[j++] = i;
  for (gint32 i = 0; i < n1; i++)
    sa[i] = places[sa[i]];
  for (gint32 i = n1; i < self->n; i++)
    sa[i] = EMPTY;

  find_buckets (self, TRUE);
  for (gint32 i = n1 - 1; i >= 0; i--)
    {
      gint32 place = sa[i];

      sa[i] = EMPTY;
      sa[--self->bucket[self->text[place]]] = place;
    }
}

/* text ends in a 0 that stands nowhere else.  The recursion halves the text each
 * time, so it is shallow. */
static gboolean
sort_suffixes (const guint32         *text,
               gint32                *suffixes,
               gint32                 n,
               guint32                n_symbols,
               const DoubletProgress *progress)
{
  g_autofree guint8 *types = g_new0 (guint8, (gsize)n / 8 + 1);
  g_autofree gint32 *bucket = g_new (gint32, n_symbols);
  g_autofree gint32 *sizes = g_new (gint32, n_symbols);
  Sorter             self = { text, suffixes, n, n_symbols, types, bucket, sizes, progress };
  gint32             n_names, n1;

  if (n == 1)
    {
      suffixes[0] = 0;
      return TRUE;
    }

  classify (&self);
  count_symbols (&self);
  place_lms_by_symbol (&self);
  if (!induce (&self))
    return FALSE;

  n_names = name_lms (&self, &n1);
  if (n_names < n1)
    {
      if (!sort_suffixes ((const guint32 *)suffixes + n - n1, suffixes, n1, n_names, progress))
        return FALSE;
    }
  else
    {
      for (gint32 i = 0; i < n1; i++)
        suffixes[suffixes[n - n1 + i]] = i;
    }

  place_lms_in_order (&self, n1);
  return induce (&self);
}

/**
 * doublet_suffix_array_sort:
 * @text: (array length=n): integers from 0 to @n_symbols exclusive, the last of
 *   them 0 and the only one
 * @n: how many there are, 1 or more and below 2^31
 * @n_symbols: one more than the greatest
 * @progress: (nullable): to stop by
 *
 * Returns: (transfer full) (nullable) (array length=n): where the suffixes of @text begin,
 *   in their order: a permutation of 0 to @n exclusive; %NULL if cancelled
 */
gint32 *
doublet_suffix_array_sort (const guint32         *text,
                           guint32                n,
                           guint32                n_symbols,
                           const DoubletProgress *progress)
{
  g_autofree gint32 *suffixes = g_new (gint32, n);

  if (!sort_suffixes (text, suffixes, n, n_symbols, progress))
    return NULL;
  return g_steal_pointer (&suffixes);
}

/**
 * doublet_suffix_array_invert:
 * @permutation: (array length=n): each number from 0 to @n exclusive once
 * @n: how many there are
 *
 * From sorted suffixes to the ranks of all suffixes, or back: so only one of them need be
 * kept.
 *
 * Returns: (transfer full) (array length=n): the inverse permutation
 */
gint32 *
doublet_suffix_array_invert (const gint32 *permutation,
                             guint32       n)
{
  gint32 *inverse = g_new (gint32, n);

  for (guint32 i = 0; i < n; i++)
    inverse[permutation[i]] = i;
  return inverse;
}

/**
 * doublet_suffix_array_find_lcp:
 * @text: (array length=n): what was sorted
 * @suffixes: (array length=n): its sorted suffixes
 * @ranks: (array length=n): their inverse
 * @n: how many there are
 * @progress: (nullable): to stop by
 *
 * Finds how many symbols each two neighbours among the sorted suffixes have in common, by
 * Kasai, Lee, Arimura, Arikawa and Park, "Linear-time longest-common-prefix computation
 * in suffix arrays", CPM 2001: in the text's order, the common prefix shrinks by one symbol
 * at the most from one suffix to the next.
 *
 * Returns: (transfer full) (nullable) (array): for i from 0 to @n, what the suffixes i - 1
 *   and i of the order have in common, 0 for the first and the last entry; %NULL if
 *   cancelled
 */
guint32 *
doublet_suffix_array_find_lcp (const guint32         *text,
                               const gint32          *suffixes,
                               const gint32          *ranks,
                               guint32                n,
                               const DoubletProgress *progress)
{
  g_autofree guint32 *lcp = g_new (guint32, (gsize)n + 1);
  guint32             length = 0;

  for (guint32 i = 0; i < n; i++)
    {
      gint32 rank = ranks[i];
      gint32 j;

      if (DOUBLET_PROGRESS_CHECK (progress, i))
        return NULL;
      if (rank == 0)
        {
          length = 0;
          continue;
        }
      j = suffixes[rank - 1];
      /* The 0 at the end stands once only, so this ends. */
      while (text[i + length] == text[j + length])
        length++;
      lcp[rank] = length;
      if (length > 0)
        length--;
    }
  lcp[0] = 0;
  lcp[n] = 0;
  return g_steal_pointer (&lcp);
}
