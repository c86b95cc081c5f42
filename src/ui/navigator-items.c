/* navigator-items.c
 *
 * SPDX-FileCopyrightText: 2026 The Doublet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "navigator-items.h"

#include "marks.h"

#include <string.h>

/*
 * The lines of the list: which changes or findings a lens shows, in which order.
 *
 * Changes of several columns are merged along the base.  A move is listed where it
 * stands in b, which says nothing about its place in the base, so it stays behind
 * the change before it: the keys only ever grow within a column.
 */

/* How much of an item's text the filter looks at: enough for any passage a person
 * remembers words of, and a bound on the work of a keystroke. */
#define MAX_FILTER_BYTES (16 * 1024)

typedef struct
{
  DoubletNavigatorItem item;
  guint64              key; /* rising */
  guint                nth; /* breaks ties: the order of arrival */
} Candidate;

static gboolean
text_contains (const DoubletArticle *article,
               guint32               start,
               guint32               end,
               const char           *needle)
{
  gsize       n_bytes;
  const char *text = doublet_article_get_text (article, &n_bytes);
  guint32     stop = MIN (MIN (end, n_bytes), start + MAX_FILTER_BYTES);

  if (start >= stop)
    return FALSE;

  /* The cap may fall inside a character. */
  while (stop < n_bytes && ((guchar)text[stop] & 0xc0) == 0x80)
    stop++;

  g_autofree char *piece = g_strndup (text + start, stop - start);
  g_autofree char *normal = g_utf8_normalize (piece, -1, G_NORMALIZE_ALL);
  if (normal == NULL)
    return FALSE;
  g_autofree char *folded = g_utf8_casefold (normal, -1);

  /* Line breaks inside a paragraph are shown as spaces, so they are typed as spaces. */
  g_strdelimit (folded, "\r\n\t", ' ');
  return strstr (folded, needle) != NULL;
}

static char *
fold_filter (const char *filter)
{
  g_autofree char *normal = g_utf8_normalize (filter, -1, G_NORMALIZE_ALL);

  return normal != NULL ? g_strstrip (g_utf8_casefold (normal, -1)) : g_strdup ("");
}

static gboolean
change_passes (const DoubletItemsRequest *request,
               const DoubletChange       *change,
               guint                      column,
               const char                *needle)
{
  g_autofree char *description = NULL;
  g_autofree char *folded = NULL;

  if (request->facts_only && change->facts == 0)
    return FALSE;
  if (*needle == '\0')
    return TRUE;

  guint a = request->columns[0];
  guint b = request->columns[column];
  description = doublet_change_describe (change, request->collation, a, b);
  folded = fold_filter (description);
  return strstr (folded, needle) != NULL ||
         text_contains (doublet_collation_get_article (request->collation, a), change->a_start, change->a_end, needle) ||
         text_contains (doublet_collation_get_article (request->collation, b), change->b_start, change->b_end, needle);
}

static gboolean
finding_passes (const DoubletItemsRequest *request,
                const DoubletFinding      *finding,
                const char                *needle)
{
  if (*needle == '\0')
    return TRUE;

  /* The copies of an edited passage differ: any of them may hold the words. */
  guint32 n_looked_at = finding->match == DOUBLET_PASSAGE_VERBATIM ? 1 : MIN (finding->n_places, 8);
  for (guint32 i = 0; i < n_looked_at; i++)
    {
      const DoubletPlace *place = &finding->places[i];
      if (text_contains (doublet_collation_get_article (request->collation, place->article),
                         place->start, place->end, needle))
        return TRUE;
    }
  return FALSE;
}

static gboolean
lens_wants (const DoubletItemsRequest *request,
            const DoubletFinding      *finding)
{
  DoubletFindingKind kind = request->lens == DOUBLET_LENS_REPEATED ? DOUBLET_FINDING_REPEATED : DOUBLET_FINDING_SHARED;

  if ((finding->kind & kind) == 0 || (request->facts_only && finding->n_facts == 0))
    return FALSE;
  if (request->all_articles || request->lens == DOUBLET_LENS_OVERVIEW)
    return TRUE;
  return doublet_marks_wants_finding (finding,
                                      request->lens == DOUBLET_LENS_REPEATED ? DOUBLET_MARKS_REPEATED : DOUBLET_MARKS_SHARED,
                                      request->columns, request->n_columns);
}

/* Where a finding stands for someone who reads the columns from the left. */
static guint64
reading_key (const DoubletItemsRequest *request,
             const DoubletFinding      *finding)
{
  guint64 best = G_MAXUINT64;

  for (guint32 i = 0; i < finding->n_places; i++)
    {
      const DoubletPlace *place = &finding->places[i];
      guint64             column = request->n_columns + place->article;

      for (guint c = 0; c < request->n_columns; c++)
        if (request->columns[c] == place->article)
          {
            column = c;
            break;
          }
      best = MIN (best, column << 32 | place->start);
    }
  return best;
}

static guint64
finding_key (const DoubletItemsRequest *request,
             const DoubletFinding      *finding)
{
  switch (request->order)
    {
    case DOUBLET_ORDER_READING:
      return reading_key (request, finding);
    case DOUBLET_ORDER_MOST_PLACES:
      return (finding->boilerplate ? G_MAXUINT64 / 2 : 0) + (G_MAXUINT32 - finding->n_places);
    case DOUBLET_ORDER_LONGEST:
    default:
      return 0; /* the collation's own order */
    }
}

static void
add_changes (const DoubletItemsRequest *request,
             const char                *needle,
             GArray                    *candidates)
{
  for (guint column = 1; column < request->n_columns; column++)
    {
      const GArray *changes = request->changes[column];
      guint64       reached = 0;

      for (guint i = 0; changes != NULL && i < changes->len; i++)
        {
          const DoubletChange *change = &g_array_index (changes, DoubletChange, i);

          if (change->kind != DOUBLET_CHANGE_MOVED)
            reached = MAX (reached, change->a_start);
          if (!change_passes (request, change, column, needle))
            continue;

          Candidate candidate = { { DOUBLET_NO_ITEM, column, *change }, reached, candidates->len };
          if (request->order == DOUBLET_ORDER_LONGEST)
            candidate.key = G_MAXUINT32 - MAX (change->words_a, change->words_b);
          g_array_append_val (candidates, candidate);
        }
    }
}

static void
add_findings (const DoubletItemsRequest *request,
              const char                *needle,
              GArray                    *candidates)
{
  guint                 n_findings;
  const DoubletFinding *findings = doublet_collation_get_findings (request->collation, &n_findings);

  for (guint i = 0; i < n_findings; i++)
    if (lens_wants (request, &findings[i]) && finding_passes (request, &findings[i], needle))
      {
        Candidate candidate = { { .finding = i }, finding_key (request, &findings[i]), candidates->len };
        g_array_append_val (candidates, candidate);
      }
}

static int
compare_candidates (gconstpointer a,
                    gconstpointer b)
{
  const Candidate *first = a;
  const Candidate *second = b;

  if (first->key != second->key)
    return first->key < second->key ? -1 : 1;
  return first->nth < second->nth ? -1 : first->nth > second->nth;
}

/**
 * doublet_navigator_items_new:
 * @request: what is wanted
 *
 * Returns: (transfer full): the lines, an array of #DoubletNavigatorItem
 */
GArray *
doublet_navigator_items_new (const DoubletItemsRequest *request)
{
  g_autoptr (GArray) candidates = g_array_new (FALSE, FALSE, sizeof (Candidate));
  g_autofree char *needle = fold_filter (request->filter);

  if (request->collation != NULL && request->n_columns > 0)
    {
      if (request->lens == DOUBLET_LENS_DIFFERENCES)
        add_changes (request, needle, candidates);
      else
        add_findings (request, needle, candidates);
    }
  g_array_sort (candidates, compare_candidates);

  GArray *items = g_array_sized_new (FALSE, FALSE, sizeof (DoubletNavigatorItem), candidates->len);
  for (guint i = 0; i < candidates->len; i++)
    g_array_append_val (items, g_array_index (candidates, Candidate, i).item);
  return items;
}

/**
 * doublet_navigator_items_count:
 * @request: what is wanted; its filter and order are not looked at
 *
 * Returns: how many lines there would be
 */
guint
doublet_navigator_items_count (const DoubletItemsRequest *request)
{
  guint count = 0;

  if (request->collation == NULL || request->n_columns == 0)
    return 0;

  if (request->lens == DOUBLET_LENS_DIFFERENCES)
    {
      for (guint column = 1; column < request->n_columns; column++)
        count += request->changes[column] != NULL ? request->changes[column]->len : 0;
      return count;
    }

  guint                 n_findings;
  const DoubletFinding *findings = doublet_collation_get_findings (request->collation, &n_findings);
  for (guint i = 0; i < n_findings; i++)
    count += lens_wants (request, &findings[i]);
  return count;
}

/**
 * doublet_navigator_items_count_facts:
 * @request: what is wanted; its filter and order are not looked at
 *
 * Returns: in how many facts the copies of the passages listed differ
 */
guint
doublet_navigator_items_count_facts (const DoubletItemsRequest *request)
{
  guint count = 0;
  guint n_findings;

  if (request->collation == NULL || request->n_columns == 0)
    return 0;

  const DoubletFinding *findings = doublet_collation_get_findings (request->collation, &n_findings);
  for (guint i = 0; i < n_findings; i++)
    if (findings[i].n_facts > 0 && lens_wants (request, &findings[i]))
      count += findings[i].n_facts;
  return count;
}
