/* selection.c
 *
 * SPDX-FileCopyrightText: 2026 The Doublet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "selection.h"

#include "selection-events.h"

#include <stdlib.h>

/*
 * Which repeats become passages.
 *
 * A repeat is kept if, for some article alone or some two articles, one of its
 * occurrences there lies inside no longer one that repeats (is shared) there too.
 * Asked of all articles at once, a passage that stands twice in one article would
 * be lost as soon as the whole article is loaded twice; asked for each two of them,
 * what is found does not depend on what else is loaded.
 *
 * It need not be asked for each two articles on their own.  An article is swept from
 * its start, and for every other article (and itself) it is noted how far the
 * ranges seen so far that relate the two have reached: a range lies inside one of
 * them if and only if it ends before that.  What is not kept lies inside what is, so
 * all ranges may be noted; and the same sweep adds up how many words each other
 * article has too.
 *
 * Edited passages take part as what they are, and the links that they were made of
 * cover what lies in them: a word more at the end of one version must not bring back
 * all exact pieces that reach there.  When the passages of two articles are counted,
 * the links between those two stand for edited passages: whether a third article
 * made two ranges occurrences of one passage must not change that figure.
 */

/* Work in steps (a range, times the articles its passage stands in), and articles,
 * from which on the most widespread passages are not looked at for each two
 * articles: a second of work, and boilerplate beyond what a group of articles on
 * one event can have. */
#define MAX_STEPS ((guint64)1 << 28)
#define MAX_PAIRED_ARTICLES 1000

/* How far the article that is swept is covered, as seen from another; valid if
 * stamp is that article's number plus one. */
typedef struct
{
  guint32            stamp;
  guint32            inside;  /* end of what relates the two */
  guint32            between; /* the same, by repeats and links of these two only */
  guint32            counted; /* end of what was added to words */
  guint32            longest;
  DoubletSharedWords words;
} View;

typedef struct
{
  const DoubletPassageText     *text;
  DoubletCandidates            *candidates;
  const DoubletLinks           *links;
  const DoubletVersions        *versions; /* (nullable) */
  const DoubletWordMarks       *marks;
  const DoubletRelations       *relations;
  const DoubletSelectionEvents *events;
  DoubletPassageCounts         *counts;
  guint8                       *link_counts;
  View                         *views;
  GArray                       *touched; /* guint32: the articles with a view */
} Sweep;

static int
compare_counts (const void *a,
                const void *b)
{
  const DoubletCandidate *const *x = a;
  const DoubletCandidate *const *y = b;

  return (*x)->n_slots < (*y)->n_slots ? -1 : (*x)->n_slots > (*y)->n_slots;
}

/* Marks the most widespread candidates as wide until the rest is little enough. */
static gboolean
mark_wide (DoubletCandidates      *candidates,
           const DoubletRelations *relations)
{
  guint32                       n = candidates->items->len;
  g_autofree DoubletCandidate **order = g_new (DoubletCandidate *, MAX (n, 1));
  guint64                       steps = 0;
  guint32                       limit = MAX_PAIRED_ARTICLES;
  gboolean                      any = FALSE;

  for (guint32 i = 0; i < n; i++)
    order[i] = doublet_candidates_get (candidates, i);
  qsort (order, n, sizeof *order, compare_counts);
  for (guint32 i = 0; i < n; i++)
    {
      steps += relations->costs[order[i] - doublet_candidates_get (candidates, 0)];
      if (steps > MAX_STEPS)
        {
          limit = MIN (limit, MAX (order[i]->n_slots - 1, 1));
          break;
        }
    }
  for (guint32 i = 0; i < n; i++)
    {
      order[i]->wide = order[i]->n_slots > limit;
      any |= order[i]->wide;
    }
  return any;
}

static inline View *
get_view (Sweep  *self,
          guint32 article,
          guint32 other)
{
  View *view = &self->views[other];

  if (view->stamp != article + 1)
    {
      *view = (View){ .stamp = article + 1 };
      g_array_append_val (self->touched, other);
    }
  return view;
}

static inline void
count_range (Sweep  *self,
             View   *view,
             guint32 start,
             guint32 end)
{
  DoubletRange range = { MAX (start, view->counted), end };
  guint32      boilerplate;

  if (range.start >= range.end)
    return;
  boilerplate = doublet_marked_places_weigh (&self->marks->boilerplate, range);
  view->words.half_words += doublet_passage_text_weigh (self->text, range.start, range.end) - boilerplate;
  view->words.quoted += doublet_marked_places_weigh (&self->marks->quoted, range);
  view->words.in_most += doublet_marked_places_weigh (&self->marks->in_most, range);
  view->words.boilerplate += boilerplate;
  view->counted = range.end;
}

/* What an event says of the article that is swept and another. */
static inline void
relate (Sweep                       *self,
        guint32                      article,
        guint32                      other,
        DoubletCandidate            *candidate,
        const DoubletSelectionEvent *event,
        guint32                      length)
{
  View *view = get_view (self, article, other);

  if (event->end > view->inside)
    {
      /* What two versions are covers its pieces, even where it is too wide to be looked at. */
      if (candidate->kind != DOUBLET_CANDIDATE_VERBATIM || !doublet_versions_are_one (self->versions, article, other) ||
          !doublet_versions_hold (self->versions, article, (DoubletRange){ event->start, event->end }))
        candidate->kept = TRUE;
      view->inside = event->end;
    }
  /* What a unit shares, rows and maximal repeats share too; and in which phase it
   * is a passage depends on the longest row of all. */
  if (candidate->kind == DOUBLET_CANDIDATE_ROW || candidate->kind == DOUBLET_CANDIDATE_VERBATIM)
    {
      if (event->end > view->between)
        {
          if (other != article)
            doublet_passage_counts_add (self->counts, event->candidate, article, other);
          view->between = event->end;
        }
      count_range (self, view, event->start, event->end);
      view->longest = MAX (view->longest, length);
    }
}

/* What an event counts as the longest run that two articles share: rows are measured
 * elsewhere, and what is nothing but boilerplate is none. */
static guint32
get_length (const Sweep                 *self,
            const DoubletCandidate      *candidate,
            const DoubletSelectionEvent *event)
{
  DoubletRange range = { event->start, event->end };
  guint32      weight = doublet_passage_text_weigh (self->text, event->start, event->end);

  if (candidate->kind == DOUBLET_CANDIDATE_ROW || doublet_marked_places_weigh (&self->marks->boilerplate, range) >= weight)
    return 0;
  return weight;
}

/* From the articles that no longer repeat has told already. */
static void
visit_relation (Sweep                       *self,
                guint32                      article,
                DoubletCandidate            *candidate,
                const DoubletSelectionEvent *event,
                guint32                      length)
{
  const DoubletRelation *relation = &g_array_index (self->relations->list, DoubletRelation, event->index);

  if (relation->is_repeated)
    relate (self, article, article, candidate, event, length);
  for (guint32 i = relation[0].first_partner; i < relation[1].first_partner; i++)
    relate (self, article, g_array_index (self->relations->partners, guint32, i), candidate, event, length);
}

static void
visit_event (Sweep                       *self,
             guint32                      article,
             const DoubletSelectionEvent *event)
{
  DoubletCandidate *candidate = doublet_candidates_get (self->candidates, event->candidate);
  const guint32    *slots = doublet_candidates_get_slots (self->candidates, candidate);
  DoubletRange      range = { event->start, event->end };
  guint32           length = get_length (self, candidate, event);

  if (self->relations->is_split[event->candidate])
    {
      visit_relation (self, article, candidate, event, length);
      return;
    }
  for (guint32 i = 0; i < candidate->n_slots; i++)
    if (slots[i] != article || candidate->kind == DOUBLET_CANDIDATE_ROW ||
        doublet_candidates_is_disjoint (self->candidates, candidate, i, range))
      relate (self, article, slots[i], candidate, event, length);
}

static void
visit_link (Sweep                       *self,
            guint32                      article,
            const DoubletSelectionEvent *event)
{
  const DoubletLink *link = &g_array_index (self->links->links, DoubletLink, event->index);
  guint32            other = doublet_passage_text_get_article (self->text, link->x.start);
  View              *view;

  if (other == article)
    other = doublet_passage_text_get_article (self->text, link->y.start);
  view = get_view (self, article, other);
  if (link->is_passage)
    view->inside = MAX (view->inside, event->end);
  if (event->end > view->between)
    {
      self->link_counts[event->index] = TRUE;
      view->between = event->end;
    }
}

/* Counts the runs that start before @end and have not been, from @place on. */
static void
visit_runs (Sweep   *self,
            guint32  article,
            guint32 *place,
            guint32  end)
{
  const DoubletRunEvent *runs = self->events->runs;
  const guint32         *runs_end = self->events->runs_end;
  guint32                i;

  if (runs_end == NULL || *place >= end)
    return;
  i = *place > 0 ? runs_end[*place - 1] : 0;
  /* Mostly none. */
  if (i == runs_end[end - 1])
    {
      *place = end;
      return;
    }
  for (guint32 start = *place; start < end; start++)
    for (; i < runs_end[start]; i++)
      count_range (self, get_view (self, article, runs[i].other), start, runs[i].end);
  *place = end;
}

static int
compare_shares (const void *a,
                const void *b)
{
  const DoubletShare *x = a, *y = b;

  return x->other < y->other ? -1 : x->other > y->other;
}

static GArray *
collect_shares (Sweep  *self,
                guint32 article)
{
  const DoubletPassageCount *counts = doublet_passage_counts_finish (self->counts, article);
  GArray                    *shares = g_array_new (FALSE, FALSE, sizeof (DoubletShare));

  for (guint i = 0; i < self->touched->len; i++)
    {
      guint32      other = g_array_index (self->touched, guint32, i);
      const View  *view = &self->views[other];
      DoubletShare share = { other, view->longest, view->words, { 0, 0 } };

      if (other < article)
        share.count = counts[other];

      /* An edited passage may relate the two only by way of a third article. */
      if (other != article && view->counted > 0)
        g_array_append_val (shares, share);
    }
  g_array_sort (shares, compare_shares);
  g_array_set_size (self->touched, 0);
  return shares;
}

static gboolean
sweep_articles (Sweep                 *self,
                DoubletShares         *shares,
                const DoubletProgress *progress)
{
  guint32 next = 0;
  guint64 steps = 0;

  for (guint32 article = 0; article < self->text->n_articles; article++)
    {
      guint32 covered = 0; /* end of all seen so far, whatever it relates */
      guint32 place = self->text->base[article];

      for (; next < self->events->n && self->events->list[next].start < self->text->base[article + 1]; next++)
        {
          const DoubletSelectionEvent *event = &self->events->list[next];
          DoubletCandidate            *candidate;

          visit_runs (self, article, &place, event->start);
          if (event->candidate == DOUBLET_EVENT_LINK)
            {
              visit_link (self, article, event);
              continue;
            }
          candidate = doublet_candidates_get (self->candidates, event->candidate);
          if (!candidate->wide)
            visit_event (self, article, event);
          else if (event->end > covered)
            candidate->kept = TRUE;
          covered = MAX (covered, event->end);

          steps += candidate->wide ? 1 : candidate->n_slots;
          if (steps > DOUBLET_PROGRESS_MASK)
            {
              steps = 0;
              if (doublet_progress_is_cancelled (progress))
                return FALSE;
            }
        }
      visit_runs (self, article, &place, self->text->base[article + 1]);
      shares->shares[article] = collect_shares (self, article);
    }
  return TRUE;
}

/**
 * doublet_selection_run:
 * @text: the text
 * @candidates: what may become a passage; those that do are marked as kept
 * @links: ranges that are nearly the same
 * @versions: (nullable): articles that are
 * @marks: what is told apart
 * @capped: set if some stand in too many articles
 * @progress: (nullable): to stop by
 *
 * Chooses the passages and measures what every two articles have in common.
 *
 * Returns: (transfer full) (nullable): the measures; %NULL if cancelled
 */
DoubletShares *
doublet_selection_run (const DoubletPassageText *text,
                       DoubletCandidates        *candidates,
                       const DoubletLinks       *links,
                       const DoubletVersions    *versions,
                       const DoubletWordMarks   *marks,
                       DoubletPassagesCapped    *capped,
                       const DoubletProgress    *progress)
{
  g_autoptr (DoubletShares) shares = g_new0 (DoubletShares, 1);
  g_autoptr (DoubletRelations) relations = doublet_relations_new (text, candidates, MAX_PAIRED_ARTICLES, progress);
  g_autoptr (DoubletSelectionEvents) events = NULL;
  g_autoptr (DoubletPassageCounts) counts = NULL;
  Sweep    self = { text, candidates, links, versions, marks, relations };
  gboolean done;

  if (relations == NULL)
    return NULL;
  if (mark_wide (candidates, relations))
    *capped |= DOUBLET_PASSAGES_CAPPED_OCCURRENCES;
  if (!doublet_relations_find (relations, text, candidates, progress))
    return NULL;
  self.events = events = doublet_selection_events_new (text, candidates, relations, links);
  self.counts = counts = doublet_passage_counts_new (text->n_articles, candidates, marks);

  shares->n_articles = text->n_articles;
  shares->link_counts = self.link_counts = g_new0 (guint8, MAX (links->links->len, 1));
  shares->shares = g_new0 (GArray *, MAX (text->n_articles, 1));
  self.views = g_new0 (View, MAX (text->n_articles, 1));
  self.touched = g_array_new (FALSE, FALSE, sizeof (guint32));
  done = sweep_articles (&self, shares, progress);

  g_free (self.views);
  g_array_unref (self.touched);
  return done ? g_steal_pointer (&shares) : NULL;
}

/**
 * doublet_shares_free:
 * @self: (transfer full): measures
 */
void
doublet_shares_free (DoubletShares *self)
{
  for (guint32 i = 0; i < self->n_articles; i++)
    if (self->shares[i] != NULL)
      g_array_unref (self->shares[i]);
  g_free (self->shares);
  g_free (self->link_counts);
  g_free (self);
}
