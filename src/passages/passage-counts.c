/* passage-counts.c
 *
 * SPDX-FileCopyrightText: 2026 The Doublet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "passage-counts.h"

/*
 * A bit for each two articles of each candidate would take more memory than all else
 * as soon as many articles are nearly the same, and hardly any would be set.  So what
 * counts is listed: what is found from the article that comes first waits until the
 * other is reached, and there the two are put together.
 */

/* Of a candidate. */
enum
{
  BOILERPLATE_UNKNOWN,
  BOILERPLATE_NOT_ALL,
  BOILERPLATE_ALL,
};

typedef struct
{
  guint32 candidate;
  guint32 other;
} Counted;

struct _DoubletPassageCounts
{
  const DoubletCandidates *candidates;
  const DoubletWordMarks  *marks;
  guint32                  n_articles;
  GArray                 **waiting;     /* for each article, of Counted: (nullable) found from those before it */
  guint8                  *boilerplate; /* for each candidate */
  guint32                 *stamps;      /* for each candidate: the pair of articles that it was counted for last */
  guint32                  stamp;
  DoubletPassageCount     *counts; /* for each article */
  guint32                 *ends;   /* for each article; all 0 between two calls */
  GArray                  *others; /* guint32: those that were counted last */
  GArray                  *sorted; /* guint32: candidates */
};

/**
 * doublet_passage_counts_new:
 * @n_articles: how many there are
 * @candidates: what is counted
 * @marks: what is told apart
 *
 * Returns: (transfer full): counts, at the first article
 */
DoubletPassageCounts *
doublet_passage_counts_new (guint32                  n_articles,
                            const DoubletCandidates *candidates,
                            const DoubletWordMarks  *marks)
{
  DoubletPassageCounts *self = g_new0 (DoubletPassageCounts, 1);

  self->candidates = candidates;
  self->marks = marks;
  self->n_articles = n_articles;
  self->waiting = g_new0 (GArray *, MAX (n_articles, 1));
  self->boilerplate = g_new0 (guint8, MAX (candidates->items->len, 1));
  self->stamps = g_new0 (guint32, MAX (candidates->items->len, 1));
  self->counts = g_new0 (DoubletPassageCount, MAX (n_articles, 1));
  self->ends = g_new0 (guint32, MAX (n_articles, 1));
  self->others = g_array_new (FALSE, FALSE, sizeof (guint32));
  self->sorted = g_array_new (FALSE, FALSE, sizeof (guint32));
  return self;
}

/**
 * doublet_passage_counts_free:
 * @self: (transfer full): counts
 */
void
doublet_passage_counts_free (DoubletPassageCounts *self)
{
  for (guint32 i = 0; i < self->n_articles; i++)
    g_clear_pointer (&self->waiting[i], g_array_unref);
  g_free (self->waiting);
  g_free (self->boilerplate);
  g_free (self->stamps);
  g_free (self->counts);
  g_free (self->ends);
  g_array_unref (self->others);
  g_array_unref (self->sorted);
  g_free (self);
}

/**
 * doublet_passage_counts_add:
 * @self: counts
 * @candidate: a candidate
 * @article: the article that it is seen from, the present one
 * @other: another
 *
 * @candidate is a passage of the two.
 */
void
doublet_passage_counts_add (DoubletPassageCounts *self,
                            guint32               candidate,
                            guint32               article,
                            guint32               other)
{
  GArray **list = &self->waiting[MAX (article, other)];
  Counted  counted = { candidate, MIN (article, other) };

  if (*list == NULL)
    *list = g_array_new (FALSE, FALSE, sizeof (Counted));
  g_array_append_val (*list, counted);
}

static gboolean
is_boilerplate (DoubletPassageCounts *self,
                guint32               candidate)
{
  guint8 *known = &self->boilerplate[candidate];

  if (*known == BOILERPLATE_UNKNOWN)
    {
      const DoubletCandidate *item = doublet_candidates_get (self->candidates, candidate);
      const DoubletRange     *ranges = doublet_candidates_get_ranges (self->candidates, item);

      *known = doublet_word_marks_is_all_boilerplate (self->marks, ranges, item->n_ranges) ? BOILERPLATE_ALL : BOILERPLATE_NOT_ALL;
    }
  return *known == BOILERPLATE_ALL;
}

/* Sorts the candidates by the other article. */
static void
sort_by_other (DoubletPassageCounts *self,
               const GArray         *list)
{
  guint32 sum = 0;

  for (guint i = 0; i < list->len; i++)
    {
      guint32 other = g_array_index (list, Counted, i).other;

      if (self->ends[other]++ == 0)
        g_array_append_val (self->others, other);
    }
  /* An end is where the next of that article goes, for now. */
  for (guint i = 0; i < self->others->len; i++)
    {
      guint32 *end = &self->ends[g_array_index (self->others, guint32, i)];
      guint32  n = *end;

      *end = sum;
      sum += n;
    }
  g_array_set_size (self->sorted, list->len);
  for (guint i = 0; i < list->len; i++)
    {
      const Counted *counted = &g_array_index (list, Counted, i);

      g_array_index (self->sorted, guint32, self->ends[counted->other]++) = counted->candidate;
    }
}

static void
count_candidates (DoubletPassageCounts *self,
                  guint32               first,
                  guint32               end,
                  DoubletPassageCount  *count)
{
  self->stamp++;
  for (guint32 i = first; i < end; i++)
    {
      guint32 candidate = g_array_index (self->sorted, guint32, i);

      if (self->stamps[candidate] == self->stamp)
        continue;
      self->stamps[candidate] = self->stamp;
      if (is_boilerplate (self, candidate))
        count->n_boilerplate++;
      else
        count->n_passages++;
    }
}

/**
 * doublet_passage_counts_finish:
 * @self: counts
 * @article: the present article, all of which was looked at
 *
 * Goes on to the next article.
 *
 * Returns: (transfer none) (array length=article): what @article has in common with each
 *   of those before it; valid until the next call
 */
const DoubletPassageCount *
doublet_passage_counts_finish (DoubletPassageCounts *self,
                               guint32               article)
{
  guint32 first = 0;

  for (guint i = 0; i < self->others->len; i++)
    self->counts[g_array_index (self->others, guint32, i)] = (DoubletPassageCount){ 0, 0 };
  g_array_set_size (self->others, 0);
  if (self->waiting[article] == NULL)
    return self->counts;

  sort_by_other (self, self->waiting[article]);
  g_clear_pointer (&self->waiting[article], g_array_unref);
  for (guint i = 0; i < self->others->len; i++)
    {
      guint32 other = g_array_index (self->others, guint32, i);

      count_candidates (self, first, self->ends[other], &self->counts[other]);
      first = self->ends[other];
      self->ends[other] = 0;
    }
  return self->counts;
}
