/* order.c
 *
 * SPDX-FileCopyrightText: 2026 The Doublet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "order.h"

#include "heaviest-chain.h"

#include <stdlib.h>

/*
 * What moved and what stayed.  Tokens were matched before anybody knew which paragraphs
 * belong together, and a chance run that is unique ("what he is about to do") may have
 * tied a sentence to the end of the paragraph after next, so that the two between, which
 * stayed where they were, seemed to have moved.  Now that all pairs are known, in place
 * and moved, those stay that have most in common along a rising chain; if that is not
 * what stayed until now, the others moved, or were no pair at all.
 */

/* Regions by their place in a, so many of the job's. */
typedef struct
{
  DoubletAlignmentJob *job;
  GArray              *regions; /* DoubletRegion */
  guint8              *stays;   /* booleans, one a region */
  guint8              *holds;   /* whether a part of it moved */
} Order;

static int
compare_regions (const void *x,
                 const void *y)
{
  const DoubletRegion *left = x;
  const DoubletRegion *right = y;

  if (left->box.a_start != right->box.a_start)
    return left->box.a_start < right->box.a_start ? -1 : 1;
  /* One in place before what moved out of its beginning. */
  return left->moved - right->moved;
}

static int
compare_by_b (const void *x,
              const void *y)
{
  const DoubletRegion *left = *(const DoubletRegion *const *)x;
  const DoubletRegion *right = *(const DoubletRegion *const *)y;

  if (left->box.b_start != right->box.b_start)
    return left->box.b_start < right->box.b_start ? -1 : 1;
  return left->moved - right->moved;
}

static DoubletRegion *
get (const Order *self,
     guint        i)
{
  return &g_array_index (self->regions, DoubletRegion, i);
}

/* Marks regions in place that hold a part which moved, and that part, on either side. */
static void
find_holders (Order *self)
{
  g_autofree DoubletRegion **by_b = g_new (DoubletRegion *, self->regions->len);
  DoubletRegion             *holder = NULL;

  for (guint i = 0; i < self->regions->len; i++)
    {
      DoubletRegion *region = by_b[i] = get (self, i);

      if (!region->moved)
        holder = region;
      else if (holder != NULL && region->box.a_start < holder->box.a_end)
        self->holds[i] = self->holds[holder - get (self, 0)] = TRUE;
    }

  holder = NULL;
  qsort (by_b, self->regions->len, sizeof *by_b, compare_by_b);
  for (guint i = 0; i < self->regions->len; i++)
    if (!by_b[i]->moved)
      holder = by_b[i];
    else if (holder != NULL && by_b[i]->box.b_start < holder->box.b_end)
      self->holds[by_b[i] - get (self, 0)] = self->holds[holder - get (self, 0)] = TRUE;
}

static gboolean
is_whole (const DoubletAlignmentJob *job,
          const DoubletBox          *box)
{
  return doublet_alignment_text_is_border (job->a, box->a_start) && doublet_alignment_text_is_border (job->a, box->a_end) &&
         doublet_alignment_text_is_border (job->b, box->b_start) && doublet_alignment_text_is_border (job->b, box->b_end);
}

/* Decides which regions stay; FALSE if those are the ones that stayed before. */
static gboolean
choose (Order *self)
{
  g_autofree DoubletChainItem *items = g_new (DoubletChainItem, self->regions->len);
  g_autofree guint            *of_item = g_new (guint, self->regions->len);
  g_autofree guint32          *chain = NULL;
  guint32                      n_items = 0;
  guint32                      n_chain;
  gboolean                     changed = FALSE;

  for (guint i = 0; i < self->regions->len; i++)
    {
      const DoubletRegion *region = get (self, i);

      /* A part of a paragraph can only have moved out of it. */
      if (region->moved && (self->holds[i] || !is_whole (self->job, &region->box)))
        continue;
      /* Of two chains as long the one that stays already. */
      items[n_items] = (DoubletChainItem){ region->box.a_start, region->box.b_start,
                                           2 + 2 * (guint64)doublet_alignment_job_count_kept (self->job, region) + !region->moved };
      of_item[n_items++] = i;
    }
  chain = doublet_heaviest_chain (items, n_items, &n_chain);
  for (guint32 i = 0; i < n_chain; i++)
    self->stays[of_item[chain[i]]] = TRUE;

  for (guint i = 0; i < self->regions->len; i++)
    {
      if (!self->stays[i] && !get (self, i)->moved && self->holds[i])
        return FALSE;
      changed |= self->stays[i] == get (self, i)->moved;
    }
  return changed;
}

static void
apply (Order *self)
{
  GArray *regions = self->job->regions;

  g_array_set_size (regions, 0);
  for (guint i = 0; i < self->regions->len; i++)
    {
      DoubletRegion region = *get (self, i);

      if (!region.moved && !self->stays[i])
        continue;
      region.moved = !self->stays[i];
      g_array_append_val (regions, region);
    }
}

/**
 * doublet_order_settle:
 * @job: a job with regions in place and moved ones
 *
 * Lets those regions stay in place that have most in common.  One in place that does not
 * stay is no region any more: whether it moved is to be found out.
 *
 * Returns: whether there was any
 */
gboolean
doublet_order_settle (DoubletAlignmentJob *job)
{
  g_autoptr (GArray) regions = NULL;
  g_autofree guint8 *stays = NULL;
  g_autofree guint8 *holds = NULL;
  gboolean           any_moved = FALSE;
  Order              self = { job };

  for (guint i = 0; i < job->regions->len && !any_moved; i++)
    any_moved = g_array_index (job->regions, DoubletRegion, i).moved;
  if (!any_moved)
    return FALSE;

  self.regions = regions = g_array_copy (job->regions);
  self.stays = stays = g_new0 (guint8, regions->len);
  self.holds = holds = g_new0 (guint8, regions->len);
  g_array_sort (regions, compare_regions);
  find_holders (&self);
  if (!choose (&self))
    return FALSE;
  apply (&self);
  return TRUE;
}
