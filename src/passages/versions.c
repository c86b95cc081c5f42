/* versions.c
 *
 * SPDX-FileCopyrightText: 2026 The Doublet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "versions.h"

#include "chain.h"
#include "version-sketches.h"

#include <stdlib.h>
#include <string.h>

/*
 * What may be a version by its sketch is tested by joining it to the representative, as any
 * two articles are joined.
 */

/* Versions in a family: with fewer, all pairs are few. */
#define MIN_VERSIONS 64

/* Percent of either article that is in links between the two.  The rest is looked at as of
 * any article; an article that is no version, and has much in common with all of
 * them, would bring all their pairs back. */
#define MIN_REACH 50

#define NOWHERE G_MAXUINT32

/* The windows of a representative that come once in it: open addressing. */
typedef struct
{
  guint64 *hashes;
  guint32 *places; /* NOWHERE if it comes several times */
  gsize    mask;
} WindowTable;

/* A link of a version to its representative. */
typedef struct
{
  guint32      link;
  guint32      same;
  DoubletRange here;
  DoubletRange there; /* in the representative */
} Part;

typedef struct
{
  DoubletVersions             *result;
  const DoubletPassageText    *text;
  const DoubletPassageOptions *options;
  const DoubletProgress       *progress;
  guint64                     *windows;
} Finder;

static guint32
get_weight (const DoubletPassageText *text,
            guint32                   article)
{
  return doublet_passage_text_weigh (text, text->base[article], text->base[article + 1]);
}

static gsize
find_slot (const WindowTable *self,
           guint64            hash)
{
  gsize slot = (hash ^ (hash >> 32)) & self->mask;

  while (self->hashes[slot] != 0 && self->hashes[slot] != hash)
    slot = (slot + 1) & self->mask;
  return slot;
}

static void
window_table_init (WindowTable  *self,
                   const Finder *finder,
                   guint32       article)
{
  const DoubletPassageText *text = finder->text;
  guint32                   length = MAX (text->min_tokens, 1);

  self->mask = 1023;
  while (self->mask / 2 < text->base[article + 1] - text->base[article])
    self->mask = self->mask * 2 + 1;
  self->hashes = g_new0 (guint64, self->mask + 1);
  self->places = g_new (guint32, self->mask + 1);
  for (guint32 i = text->base[article]; i + length <= text->base[article + 1]; i++)
    {
      gsize slot = find_slot (self, finder->windows[i]);

      self->places[slot] = self->hashes[slot] == 0 ? i : NOWHERE;
      self->hashes[slot] = finder->windows[i];
    }
}

static void
window_table_clear (WindowTable *self)
{
  g_free (self->hashes);
  g_free (self->places);
}

/* The longest run that holds a place of either article. */
static DoubletExactRun
grow_run (const DoubletPassageText *text,
          guint32                   x,
          guint32                   y)
{
  DoubletExactRun run = { x, y, 0 };

  while (!doublet_passage_text_is_border (text, run.x) && !doublet_passage_text_is_border (text, run.y) &&
         text->tokens[run.x - 1] == text->tokens[run.y - 1])
    {
      run.x--;
      run.y--;
    }
  for (guint32 i = x, j = y; text->tokens[i] == text->tokens[j]; i++, j++)
    {
      run.length = i + 1 - run.x;
      if (doublet_passage_text_is_border (text, i + 1) || doublet_passage_text_is_border (text, j + 1))
        break;
    }
  return run;
}

/* The runs that an article has in common with the representative. */
static void
list_seeds (const Finder      *self,
            const WindowTable *table,
            guint32            representative,
            guint32            article,
            GArray            *seeds)
{
  const DoubletPassageText *text = self->text;
  guint32                   length = MAX (text->min_tokens, 1);
  gboolean                  is_x = text->rank[article] < text->rank[representative];

  for (guint32 i = text->base[article]; i + length <= text->base[article + 1];)
    {
      gsize           slot = find_slot (table, self->windows[i]);
      DoubletExactRun run;

      if (table->hashes[slot] == 0 || table->places[slot] == NOWHERE || text->tokens[table->places[slot]] != text->tokens[i])
        {
          i++;
          continue;
        }
      run = grow_run (text, table->places[slot], i);
      i = MAX (i + 1, run.y + run.length);
      if (doublet_passage_text_weigh (text, run.x, run.x + run.length) < text->min_weight)
        continue;
      if (is_x)
        run = (DoubletExactRun){ run.y, run.x, run.length };
      g_array_append_val (seeds, run);
    }
}

static int
compare_parts (const void *a,
               const void *b)
{
  const Part *x = a, *y = b;

  return x->there.start < y->there.start ? -1 : x->there.start > y->there.start;
}

/* Lists the links, of those that cross the heaviest. */
static void
choose_parts (const Finder *self,
              guint32       first_link,
              gboolean      is_x,
              GArray       *parts)
{
  const GArray *links = self->result->links->links;

  for (guint32 i = first_link; i < links->len; i++)
    {
      const DoubletLink *link = &g_array_index (links, DoubletLink, i);
      Part               part = { i, link->same, is_x ? link->x : link->y, is_x ? link->y : link->x };
      gboolean           crosses = FALSE;

      for (guint j = 0; j < parts->len && !crosses; j++)
        {
          Part *other = &g_array_index (parts, Part, j);

          crosses = !(part.here.end <= other->here.start && part.there.end <= other->there.start) &&
                    !(other->here.end <= part.here.start && other->there.end <= part.there.start);
          if (crosses && part.same > other->same)
            {
              g_array_remove_index_fast (parts, j--);
              crosses = FALSE;
            }
        }
      if (!crosses)
        g_array_append_val (parts, part);
    }
  if (parts->len > 1)
    qsort (parts->data, parts->len, sizeof (Part), compare_parts);
}

static gboolean
reach_enough (const Finder *self,
              const GArray *parts,
              guint32       representative,
              guint32       article)
{
  guint64 here = 0, there = 0;

  for (guint i = 0; i < parts->len; i++)
    {
      const Part *part = &g_array_index (parts, Part, i);

      here += doublet_passage_text_weigh (self->text, part->here.start, part->here.end);
      there += doublet_passage_text_weigh (self->text, part->there.start, part->there.end);
    }
  return here * 100 >= (guint64)MIN_REACH * get_weight (self->text, article) &&
         there * 100 >= (guint64)MIN_REACH * get_weight (self->text, representative);
}

/* What was changed beside a part may be the same in another version by chance: so many
 * words as an edited passage may change are of the part, not to bring back all exact
 * pieces that reach there. */
static void
widen_parts (const Finder *self,
             GArray       *parts,
             guint32       article)
{
  guint32 first = self->text->base[article], end = self->text->base[article + 1];

  for (guint i = 0; i < parts->len; i++)
    {
      Part   *part = &g_array_index (parts, Part, i);
      guint32 least = i > 0 ? part[-1].here.end : first;
      guint32 most = i + 1 < parts->len ? part[1].here.start : end;

      part->here.start = part->here.start - MIN (self->options->max_gap, part->here.start - least);
      part->here.end = part->here.end + MIN (self->options->max_gap, most - part->here.end);
    }
}

static void
add_part (Finder     *self,
          const Part *part,
          gboolean    is_x)
{
  DoubletVersions       *result = self->result;
  const DoubletLink     *link = &g_array_index (result->links->links, DoubletLink, part->link);
  const DoubletExactRun *runs = doublet_links_get_runs (result->links, link);

  g_array_append_val (result->parts, part->here);
  for (guint32 i = 0; i < link->n_runs; i++)
    {
      DoubletExactRun run = runs[i];

      if (is_x)
        run = (DoubletExactRun){ run.y, run.x, run.length };
      g_array_append_val (result->runs, run);
    }
}

static gboolean
is_linked (const DoubletLinks    *links,
           guint32                first_link,
           const DoubletExactRun *run)
{
  for (guint32 i = first_link; i < links->links->len; i++)
    {
      const DoubletLink *link = &g_array_index (links->links, DoubletLink, i);

      if (run->x >= link->x.start && run->x + run->length <= link->x.end &&
          run->y >= link->y.start && run->y + run->length <= link->y.end)
        return TRUE;
    }
  return FALSE;
}

/* One run is no link to anyone else, but here it may be a part of a version, or all. */
static void
link_single_run (const Finder          *self,
                 const DoubletExactRun *run,
                 DoubletLinks          *links)
{
  DoubletLink link = { { run->x, run->x + run->length }, { run->y, run->y + run->length }, links->runs->len, 1, 0, FALSE, DOUBLET_LINK_REFERENCE_OPEN };

  link.same = doublet_passage_text_weigh (self->text, run->x, run->x + run->length);
  g_array_append_val (links->runs, *run);
  g_array_append_val (links->links, link);
}

static void
forget_links (DoubletVersions *self,
              guint32          n_links,
              guint32          n_runs)
{
  g_array_set_size (self->links->links, n_links);
  g_array_set_size (self->links->runs, n_runs);
}

/* Joins an article to the representative; it leaves the family if it is no version. */
static void
join_version (Finder            *self,
              const WindowTable *table,
              guint32            representative,
              guint32            article)
{
  DoubletVersions *result = self->result;
  guint32          n_links = result->links->links->len, n_runs = result->links->runs->len;
  gboolean         is_x = self->text->rank[article] < self->text->rank[representative];
  g_autoptr (GArray) seeds = g_array_new (FALSE, FALSE, sizeof (DoubletExactRun));
  g_autoptr (GArray) parts = g_array_new (FALSE, FALSE, sizeof (Part));

  list_seeds (self, table, representative, article, seeds);
  if (seeds->len > 0)
    doublet_chain_join (self->text, self->options, seeds, result->links, NULL);
  for (guint i = 0; i < seeds->len; i++)
    if (!is_linked (result->links, n_links, &g_array_index (seeds, DoubletExactRun, i)))
      link_single_run (self, &g_array_index (seeds, DoubletExactRun, i), result->links);
  choose_parts (self, n_links, is_x, parts);
  if (!reach_enough (self, parts, representative, article))
    {
      result->family_of[article] = DOUBLET_NO_FAMILY;
      forget_links (result, n_links, n_runs);
      return;
    }
  /* What stands beside one part of the representative stands there in all versions. */
  for (guint i = n_links; i < result->links->links->len; i++)
    g_array_index (result->links->links, DoubletLink, i).reference = is_x ? DOUBLET_LINK_REFERENCE_Y : DOUBLET_LINK_REFERENCE_X;
  result->parts_of[article].start = result->parts->len;
  result->runs_of[article].start = result->runs->len;
  widen_parts (self, parts, article);
  for (guint i = 0; i < parts->len; i++)
    add_part (self, &g_array_index (parts, Part, i), is_x);
  result->parts_of[article].end = result->parts->len;
  result->runs_of[article].end = result->runs->len;
}

/* A family of so few is none. */
static void
forget_family (Finder        *self,
               const guint32 *members,
               guint32        n)
{
  for (guint32 i = 0; i < n; i++)
    self->result->family_of[members[i]] = DOUBLET_NO_FAMILY;
}

/* Joins the members of a family, the first of which is the representative. */
static gboolean
join_family (Finder        *self,
             guint32        family,
             const guint32 *members,
             guint32        n)
{
  DoubletVersions *result = self->result;
  guint32          representative = result->representatives[family];
  guint32          n_links = result->links->links->len, n_runs = result->links->runs->len;
  DoubletRange     whole = { self->text->base[representative], self->text->base[representative + 1] };
  guint32          n_versions = 0;
  WindowTable      table;

  window_table_init (&table, self, representative);
  for (guint32 i = 0; i < n; i++)
    if (members[i] != representative && !doublet_progress_is_cancelled (self->progress))
      {
        join_version (self, &table, representative, members[i]);
        n_versions += result->family_of[members[i]] != DOUBLET_NO_FAMILY;
      }
  window_table_clear (&table);
  result->parts_of[representative] = (DoubletRange){ result->parts->len, result->parts->len + 1 };
  g_array_append_val (result->parts, whole);
  if (n_versions + 1 >= MIN_VERSIONS)
    return TRUE;
  forget_family (self, members, n);
  forget_links (result, n_links, n_runs);
  return FALSE;
}

/* Joins the families that are large enough and numbers those that are left. */
static void
join_families (Finder *self)
{
  DoubletVersions    *result = self->result;
  guint32             n_articles = self->text->n_articles, n_families = result->n_families;
  g_autofree guint32 *first = g_new0 (guint32, (gsize)n_families + 2);
  g_autofree guint32 *members = g_new (guint32, MAX (n_articles, 1));

  for (guint32 i = 0; i < n_articles; i++)
    first[result->family_of[i] + 2]++;
  for (guint32 i = 1; i <= n_families; i++)
    first[i + 1] += first[i];
  for (guint32 i = 0; i < n_articles; i++)
    members[first[result->family_of[i] + 1]++] = i;

  result->n_families = 0;
  for (guint32 family = 0; family < n_families; family++)
    {
      const guint32 *list = members + first[family];
      guint32        n = first[family + 1] - first[family];

      if (n < MIN_VERSIONS)
        forget_family (self, list, n);
      else if (join_family (self, family, list, n))
        {
          for (guint32 i = 0; i < n; i++)
            if (result->family_of[list[i]] != DOUBLET_NO_FAMILY)
              result->family_of[list[i]] = result->n_families;
          result->representatives[result->n_families++] = result->representatives[family];
        }
    }
}

/**
 * doublet_versions_find:
 * @text: the text
 * @options: what counts as an edited passage
 * @progress: (nullable): to stop by
 *
 * Finds the families of articles that are nearly the same, in time linear in the text.
 *
 * Returns: (transfer full) (nullable): the families, maybe none; %NULL if cancelled
 */
DoubletVersions *
doublet_versions_find (const DoubletPassageText    *text,
                       const DoubletPassageOptions *options,
                       const DoubletProgress       *progress)
{
  g_autoptr (DoubletVersions) self = g_new0 (DoubletVersions, 1);
  g_autofree guint64 *windows = doublet_passage_text_hash_windows (text);
  guint32             n = MAX (text->n_articles, 1);
  Finder              finder = { self, text, options, progress, windows };

  self->text = text;
  self->family_of = g_new (guint32, n);
  self->representatives = g_new (guint32, n);
  self->links = doublet_links_new ();
  self->parts = g_array_new (FALSE, FALSE, sizeof (DoubletRange));
  self->parts_of = g_new0 (DoubletRange, n);
  self->runs = g_array_new (FALSE, FALSE, sizeof (DoubletExactRun));
  self->runs_of = g_new0 (DoubletRange, n);
  self->n_families = doublet_version_sketches_group (text, windows, self->family_of, self->representatives, progress);
  if (!doublet_progress_is_cancelled (progress))
    join_families (&finder);
  return doublet_progress_is_cancelled (progress) ? NULL : g_steal_pointer (&self);
}

/**
 * doublet_versions_free:
 * @self: (transfer full): families
 */
void
doublet_versions_free (DoubletVersions *self)
{
  g_free (self->family_of);
  g_free (self->representatives);
  g_clear_pointer (&self->links, doublet_links_free);
  g_array_unref (self->parts);
  g_free (self->parts_of);
  g_array_unref (self->runs);
  g_free (self->runs_of);
  g_free (self);
}
