/* selection.c
 *
 * SPDX-FileCopyrightText: 2026 The Doublet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "selection.h"

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

/* Events of links between two articles, in place of a candidate: a side of one, and
 * an exact run in one. */
#define EVENT_LINK (G_MAXUINT32 - 1)
#define EVENT_RUN G_MAXUINT32

typedef struct
{
  guint32 start;
  guint32 end;
  guint32 candidate; /* or EVENT_LINK, EVENT_RUN */
  guint32 slot;      /* of the candidate; else the number of the link */
} Event;

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
  const DoubletPassageText *text;
  DoubletCandidates        *candidates;
  const DoubletLinks       *links;
  const DoubletWordMarks   *marks;
  guint8                   *link_counts;
  Event                    *events; /* by article, start, then the longest first */
  guint32                   n_events;
  View                     *views;
  GArray                   *touched; /* guint32: the articles with a view */
} Sweep;

/* Where ranges are the same: edited passages first, then the links they were made of,
 * then what these cover. */
static inline guint
get_precedence (const DoubletCandidates *candidates,
                const Event             *event)
{
  if (event->candidate >= EVENT_LINK)
    return 1;
  return doublet_candidates_get (candidates, event->candidate)->kind == DOUBLET_CANDIDATE_EDITED
           ? 0
           : 2 + doublet_candidates_get (candidates, event->candidate)->kind;
}

static int
compare_events (const void *a,
                const void *b,
                void       *data)
{
  const Event *x = a, *y = b;
  guint        precedence_x, precedence_y;

  if (x->end != y->end)
    return x->end > y->end ? -1 : 1;
  precedence_x = get_precedence (data, x);
  precedence_y = get_precedence (data, y);
  if (precedence_x != precedence_y)
    return precedence_x < precedence_y ? -1 : 1;
  if (x->candidate != y->candidate)
    return x->candidate < y->candidate ? -1 : 1;
  return x->slot < y->slot ? -1 : x->slot > y->slot;
}

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
mark_wide (DoubletCandidates *candidates)
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
      steps += (guint64)order[i]->n_ranges * order[i]->n_slots;
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

static void
make_counts (DoubletCandidates *candidates)
{
  guint64 n_bits = 0;

  for (guint32 i = 0; i < candidates->items->len; i++)
    {
      DoubletCandidate *candidate = doublet_candidates_get (candidates, i);

      candidate->first_bit = n_bits;
      if (!candidate->wide)
        n_bits += (guint64)candidate->n_slots * candidate->n_slots;
    }
  g_free (candidates->counts);
  candidates->counts = g_new0 (guint8, n_bits / 8 + 1);
}

static void
collect_events (const DoubletCandidates *candidates,
                GArray                  *events)
{
  for (guint32 i = 0; i < candidates->items->len; i++)
    {
      const DoubletCandidate *candidate = doublet_candidates_get (candidates, i);
      const DoubletRange     *ranges = doublet_candidates_get_ranges (candidates, candidate);

      for (guint32 slot = 0; slot < candidate->n_slots; slot++)
        {
          guint32 end = doublet_candidates_get_slot_end (candidates, candidate, slot);

          for (guint32 j = doublet_candidates_get_slots (candidates, candidate)[slot].first_range; j < end; j++)
            {
              Event event = { ranges[j].start, ranges[j].end, i, slot };

              g_array_append_val (events, event);
            }
        }
    }
}

static void
collect_link_events (const DoubletPassageText *text,
                     const DoubletLinks       *links,
                     GArray                   *events)
{
  for (guint i = 0; i < links->links->len; i++)
    {
      const DoubletLink     *link = &g_array_index (links->links, DoubletLink, i);
      const DoubletExactRun *runs = doublet_links_get_runs (links, link);
      Event                  event_x = { link->x.start, link->x.end, EVENT_LINK, i };
      Event                  event_y = { link->y.start, link->y.end, EVENT_LINK, i };

      g_array_append_val (events, event_x);
      g_array_append_val (events, event_y);
      if (doublet_passage_text_get_article (text, link->x.start) == doublet_passage_text_get_article (text, link->y.start))
        continue;
      for (guint32 j = 0; j < link->n_runs; j++)
        {
          event_x = (Event){ runs[j].x, runs[j].x + runs[j].length, EVENT_RUN, i };
          event_y = (Event){ runs[j].y, runs[j].y + runs[j].length, EVENT_RUN, i };
          g_array_append_val (events, event_x);
          g_array_append_val (events, event_y);
        }
    }
}

/* By counting where they start, then the few that start together by comparing. */
static void
sort_events (Sweep        *self,
             const GArray *events)
{
  guint32     *first = g_new0 (guint32, (gsize)self->text->n + 2);
  const Event *list = (const Event *)(gconstpointer)events->data;

  self->n_events = events->len;
  self->events = g_new (Event, MAX (events->len, 1));
  for (guint i = 0; i < events->len; i++)
    first[list[i].start + 1]++;
  for (guint32 i = 0; i < self->text->n; i++)
    first[i + 1] += first[i];
  for (guint i = 0; i < events->len; i++)
    self->events[first[list[i].start]++] = list[i];
  g_free (first);

  for (guint32 i = 0, j; i < self->n_events; i = j)
    {
      for (j = i + 1; j < self->n_events && self->events[j].start == self->events[i].start; j++)
        ;
      if (j > i + 1)
        g_qsort_with_data (self->events + i, j - i, sizeof (Event), compare_events, self->candidates);
    }
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
count_range (Sweep       *self,
             View        *view,
             const Event *event)
{
  DoubletRange range = { MAX (event->start, view->counted), event->end };
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

static void
visit_event (Sweep       *self,
             guint32      article,
             const Event *event)
{
  DoubletCandidate           *candidate = doublet_candidates_get (self->candidates, event->candidate);
  const DoubletCandidateSlot *slots = doublet_candidates_get_slots (self->candidates, candidate);
  gboolean                    is_row = candidate->kind == DOUBLET_CANDIDATE_ROW;
  DoubletRange                range = { event->start, event->end };
  guint32                     weight = doublet_passage_text_weigh (self->text, event->start, event->end);

  for (guint32 j = 0; j < candidate->n_slots; j++)
    {
      guint32 other = slots[j].article;
      View   *view;

      if (other == article && !is_row &&
          !doublet_candidates_is_disjoint (self->candidates, candidate, j, range))
        continue;

      view = get_view (self, article, other);
      if (event->end > view->inside)
        {
          candidate->kept = TRUE;
          view->inside = event->end;
        }
      /* What a unit shares, rows and maximal repeats share too; and in which phase it
       * is a passage depends on the longest row of all. */
      if (candidate->kind == DOUBLET_CANDIDATE_ROW || candidate->kind == DOUBLET_CANDIDATE_VERBATIM)
        {
          if (event->end > view->between)
            {
              doublet_candidates_set_counts (self->candidates, candidate, event->slot, j);
              view->between = event->end;
            }
          count_range (self, view, event);
          if (!is_row && doublet_marked_places_weigh (&self->marks->boilerplate, range) < weight)
            view->longest = MAX (view->longest, weight);
        }
    }
}

static void
visit_link (Sweep       *self,
            guint32      article,
            const Event *event)
{
  const DoubletLink *link = &g_array_index (self->links->links, DoubletLink, event->slot);
  guint32            other = doublet_passage_text_get_article (self->text, link->x.start);
  View              *view;

  if (other == article)
    other = doublet_passage_text_get_article (self->text, link->y.start);
  view = get_view (self, article, other);
  if (event->candidate == EVENT_RUN)
    {
      count_range (self, view, event);
      return;
    }
  if (link->is_passage)
    view->inside = MAX (view->inside, event->end);
  if (event->end > view->between)
    {
      self->link_counts[event->slot] = TRUE;
      view->between = event->end;
    }
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
  GArray *shares = g_array_new (FALSE, FALSE, sizeof (DoubletShare));

  for (guint i = 0; i < self->touched->len; i++)
    {
      guint32      other = g_array_index (self->touched, guint32, i);
      const View  *view = &self->views[other];
      DoubletShare share = { other, view->longest, view->words };

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

      for (; next < self->n_events && self->events[next].start < self->text->base[article + 1]; next++)
        {
          const Event      *event = &self->events[next];
          DoubletCandidate *candidate;

          if (event->candidate >= EVENT_LINK)
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
      shares->shares[article] = collect_shares (self, article);
    }
  return TRUE;
}

/**
 * doublet_selection_run:
 * @text: the text
 * @candidates: what may become a passage; those that do are marked as kept
 * @links: ranges that are nearly the same
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
                       const DoubletWordMarks   *marks,
                       DoubletPassagesCapped    *capped,
                       const DoubletProgress    *progress)
{
  g_autoptr (DoubletShares) shares = g_new0 (DoubletShares, 1);
  GArray  *events = g_array_new (FALSE, FALSE, sizeof (Event));
  Sweep    self = { text, candidates, links, marks, NULL, NULL, 0, NULL, NULL };
  gboolean done;

  if (mark_wide (candidates))
    *capped |= DOUBLET_PASSAGES_CAPPED_OCCURRENCES;
  make_counts (candidates);
  collect_events (candidates, events);
  collect_link_events (text, links, events);
  sort_events (&self, events);
  g_array_unref (events);

  shares->n_articles = text->n_articles;
  shares->link_counts = self.link_counts = g_new0 (guint8, MAX (links->links->len, 1));
  shares->shares = g_new0 (GArray *, MAX (text->n_articles, 1));
  self.views = g_new0 (View, MAX (text->n_articles, 1));
  self.touched = g_array_new (FALSE, FALSE, sizeof (guint32));
  done = sweep_articles (&self, shares, progress);

  g_free (self.events);
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
