/* selection-events.c
 *
 * SPDX-FileCopyrightText: 2026 The Doublet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "selection-events.h"

/* Events that start together and are sorted by inserting. */
#define MAX_INSERTED 16

/* Where ranges are the same: edited passages first, then the links they were made of,
 * then what these cover. */
static inline guint
get_precedence (const DoubletCandidates     *candidates,
                const DoubletSelectionEvent *event)
{
  if (event->candidate == DOUBLET_EVENT_LINK)
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
  const DoubletSelectionEvent *x = a, *y = b;
  guint                        precedence_x, precedence_y;

  if (x->end != y->end)
    return x->end > y->end ? -1 : 1;
  precedence_x = get_precedence (data, x);
  precedence_y = get_precedence (data, y);
  if (precedence_x != precedence_y)
    return precedence_x < precedence_y ? -1 : 1;
  if (x->candidate != y->candidate)
    return x->candidate < y->candidate ? -1 : 1;
  return x->index < y->index ? -1 : x->index > y->index;
}

/* Where the next event that starts at each place goes. */
typedef struct
{
  guint32               *next;
  DoubletSelectionEvent *list; /* (nullable): while they are counted */
} Collector;

/* Counts an event, one place further on, or puts it where it belongs. */
static inline void
collect (Collector            *self,
         DoubletSelectionEvent event)
{
  if (self->list == NULL)
    self->next[event.start + 1]++;
  else
    self->list[self->next[event.start]++] = event;
}

static void
collect_candidates (Collector               *self,
                    const DoubletCandidates *candidates,
                    const DoubletRelations  *relations)
{
  for (guint32 i = 0; i < candidates->items->len; i++)
    {
      const DoubletCandidate *candidate = doublet_candidates_get (candidates, i);
      const DoubletRange     *ranges = doublet_candidates_get_ranges (candidates, candidate);

      for (guint32 j = 0; !relations->is_split[i] && j < candidate->n_ranges; j++)
        collect (self, (DoubletSelectionEvent){ ranges[j].start, ranges[j].end, i, 0 });
    }
  for (guint32 i = 0; i + 1 < relations->list->len; i++)
    {
      const DoubletRelation  *relation = &g_array_index (relations->list, DoubletRelation, i);
      const DoubletCandidate *candidate = doublet_candidates_get (candidates, relation->candidate);
      DoubletRange            range = doublet_candidates_get_ranges (candidates, candidate)[relation->range];

      collect (self, (DoubletSelectionEvent){ range.start, range.end, relation->candidate, i });
    }
}

static void
collect_links (Collector          *self,
               const DoubletLinks *links)
{
  for (guint i = 0; i < links->links->len; i++)
    {
      const DoubletLink *link = &g_array_index (links->links, DoubletLink, i);

      collect (self, (DoubletSelectionEvent){ link->x.start, link->x.end, DOUBLET_EVENT_LINK, i });
      collect (self, (DoubletSelectionEvent){ link->y.start, link->y.end, DOUBLET_EVENT_LINK, i });
    }
}

/* Where the next of the events that start at each place goes, when the runs at each were
 * counted one place further on. */
static guint32
sum_up (guint32 *next,
        guint32  n_places)
{
  for (guint32 i = 0; i < n_places; i++)
    next[i + 1] += next[i];
  return next[n_places];
}

static void
list_runs (DoubletSelectionEvents   *self,
           const DoubletPassageText *text,
           const DoubletLinks       *links)
{
  guint32 *next;
  guint32  n_runs;

  if (links->links->len == 0)
    return;
  next = self->runs_end = g_new0 (guint32, (gsize)text->n + 2);
  /* All twice: there may be so many that they should not be in memory twice. */
  for (guint pass = 0; pass < 2; pass++)
    {
      for (guint i = 0; i < links->links->len; i++)
        {
          const DoubletLink     *link = &g_array_index (links->links, DoubletLink, i);
          const DoubletExactRun *runs = doublet_links_get_runs (links, link);
          guint32                x = doublet_passage_text_get_article (text, link->x.start);
          guint32                y = doublet_passage_text_get_article (text, link->y.start);

          for (guint32 j = 0; x != y && j < link->n_runs; j++)
            if (pass == 0)
              {
                next[runs[j].x + 1]++;
                next[runs[j].y + 1]++;
              }
            else
              {
                self->runs[next[runs[j].x]++] = (DoubletRunEvent){ runs[j].x + runs[j].length, y };
                self->runs[next[runs[j].y]++] = (DoubletRunEvent){ runs[j].y + runs[j].length, x };
              }
        }
      if (pass == 0)
        {
          n_runs = sum_up (next, text->n);
          self->runs = g_new (DoubletRunEvent, MAX (n_runs, 1));
        }
    }
}

static void
sort_few (DoubletSelectionEvent   *events,
          guint32                  n,
          const DoubletCandidates *candidates)
{
  if (n > MAX_INSERTED)
    {
      g_qsort_with_data (events, n, sizeof *events, compare_events, (gpointer)candidates);
      return;
    }
  for (guint32 i = 1; i < n; i++)
    {
      DoubletSelectionEvent event = events[i];
      guint32               j = i;

      for (; j > 0 && compare_events (&events[j - 1], &event, (gpointer)candidates) > 0; j--)
        events[j] = events[j - 1];
      events[j] = event;
    }
}

/* Those that start together. */
static void
sort_places (DoubletSelectionEvents  *self,
             const DoubletCandidates *candidates)
{
  for (guint32 i = 0, j; i < self->n; i = j)
    {
      for (j = i + 1; j < self->n && self->list[j].start == self->list[i].start; j++)
        ;
      if (j > i + 1)
        sort_few (self->list + i, j - i, candidates);
    }
}

/**
 * doublet_selection_events_new:
 * @text: the text
 * @candidates: what may become a passage
 * @relations: theirs
 * @links: ranges that are nearly the same
 *
 * Returns: (transfer full): the ranges of all of these
 */
DoubletSelectionEvents *
doublet_selection_events_new (const DoubletPassageText *text,
                              const DoubletCandidates  *candidates,
                              const DoubletRelations   *relations,
                              const DoubletLinks       *links)
{
  DoubletSelectionEvents *self = g_new0 (DoubletSelectionEvents, 1);
  g_autofree guint32     *next = g_new0 (guint32, (gsize)text->n + 2);
  Collector               collector = { next, NULL };

  collect_candidates (&collector, candidates, relations);
  collect_links (&collector, links);
  self->n = sum_up (next, text->n);
  self->list = collector.list = g_new (DoubletSelectionEvent, MAX (self->n, 1));
  collect_candidates (&collector, candidates, relations);
  collect_links (&collector, links);
  sort_places (self, candidates);
  g_clear_pointer (&next, g_free);
  list_runs (self, text, links);
  return self;
}

/**
 * doublet_selection_events_free:
 * @self: (transfer full): events
 */
void
doublet_selection_events_free (DoubletSelectionEvents *self)
{
  g_free (self->list);
  g_free (self->runs);
  g_free (self->runs_end);
  g_free (self);
}
