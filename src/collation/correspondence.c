/* correspondence.c
 *
 * SPDX-FileCopyrightText: 2026 The Doublet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "correspondence.h"

/*
 * From segments, which may begin and end inside a block, to whole blocks: a block of
 * which any part corresponds in place belongs there, even if the rest of it moved.
 */

typedef struct
{
  guint32 first;
  guint32 last; /* included */
} BlockRange;

/* Whether the tokens start to end lie in any block; sets which. */
static gboolean
find_blocks (const DoubletTokens *tokens,
             guint32              start,
             guint32              end,
             BlockRange          *range)
{
  if (start >= end)
    return FALSE;
  range->first = doublet_tokens_find_block (tokens, start);
  range->last = doublet_tokens_find_block (tokens, end - 1);
  return TRUE;
}

static void
set_fate (DoubletBlockFate *fates,
          guint32          *partners,
          const BlockRange *range,
          DoubletBlockFate  fate,
          guint32           partner)
{
  for (guint32 i = range->first; i <= range->last; i++)
    if (fates[i] == DOUBLET_BLOCK_FATE_ONLY || (fate == DOUBLET_BLOCK_FATE_HERE && fates[i] == DOUBLET_BLOCK_FATE_MOVED))
      {
        fates[i] = fate;
        partners[i] = partner;
      }
}

static void
join (DoubletCorrespondence *self,
      guint32                from,
      guint32                to)
{
  for (guint32 i = from; i < to; i++)
    self->joined[i] = TRUE;
}

static void
add_in_place (DoubletCorrespondence *self,
              const BlockRange      *first,
              const BlockRange      *other)
{
  join (self, first->first, first->last);
  for (guint32 i = other->first; i <= other->last; i++)
    if (self->other_fate[i] == DOUBLET_BLOCK_FATE_HERE && self->other_partner[i] < first->first)
      join (self, self->other_partner[i], first->first);

  set_fate (self->first_fate, self->first_partner, first, DOUBLET_BLOCK_FATE_HERE, other->first);
  set_fate (self->other_fate, self->other_partner, other, DOUBLET_BLOCK_FATE_HERE, first->first);
}

static void
add_segment (DoubletCorrespondence  *self,
             const DoubletAlignment *alignment,
             const DoubletSegment   *segment,
             const DoubletTokens    *first,
             const DoubletTokens    *other)
{
  BlockRange a;
  BlockRange b;

  if (segment->kind == DOUBLET_SEGMENT_MOVED)
    {
      const DoubletSegment *partner = &alignment->segments[segment->partner];

      /* Each move comes by twice; once is enough. */
      if (segment->has_a && find_blocks (first, segment->a_start, segment->a_end, &a) && find_blocks (other, partner->b_start, partner->b_end, &b))
        {
          set_fate (self->first_fate, self->first_partner, &a, DOUBLET_BLOCK_FATE_MOVED, b.first);
          set_fate (self->other_fate, self->other_partner, &b, DOUBLET_BLOCK_FATE_MOVED, a.first);
        }
    }
  else if (find_blocks (first, segment->a_start, segment->a_end, &a) && find_blocks (other, segment->b_start, segment->b_end, &b))
    add_in_place (self, &a, &b);
}

/* A block that holds no token belongs to the one before it, whatever became of that. */
static void
place_empty_blocks (const DoubletTokens *tokens,
                    DoubletBlockFate    *fates,
                    guint32             *partners,
                    gboolean            *joined)
{
  for (guint32 i = 1; i < tokens->n_blocks; i++)
    if (tokens->block_first[i] == tokens->block_first[i + 1])
      {
        fates[i] = fates[i - 1];
        partners[i] = partners[i - 1];
        if (joined != NULL)
          joined[i - 1] = TRUE;
      }
}

static guint32 *
new_partners (guint32 n)
{
  guint32 *partners = g_new (guint32, n);

  for (guint32 i = 0; i < n; i++)
    partners[i] = G_MAXUINT32;
  return partners;
}

/*
 * doublet_correspondence_init:
 * @self: to be filled; clear with doublet_correspondence_clear()
 * @alignment: of the first column's article with the other's
 * @first: the tokens of the first column's article
 * @other: the tokens of the other
 */
void
doublet_correspondence_init (DoubletCorrespondence  *self,
                             const DoubletAlignment *alignment,
                             const DoubletTokens    *first,
                             const DoubletTokens    *other)
{
  self->n_first = first->n_blocks;
  self->n_other = other->n_blocks;
  self->first_fate = g_new0 (DoubletBlockFate, self->n_first);
  self->other_fate = g_new0 (DoubletBlockFate, self->n_other);
  self->first_partner = new_partners (self->n_first);
  self->other_partner = new_partners (self->n_other);
  self->joined = g_new0 (gboolean, self->n_first);

  for (guint32 i = 0; i < alignment->n_segments; i++)
    add_segment (self, alignment, &alignment->segments[i], first, other);
  place_empty_blocks (first, self->first_fate, self->first_partner, self->joined);
  place_empty_blocks (other, self->other_fate, self->other_partner, NULL);
}

/*
 * doublet_correspondence_clear:
 * @self: a correspondence
 */
void
doublet_correspondence_clear (DoubletCorrespondence *self)
{
  g_free (self->first_fate);
  g_free (self->other_fate);
  g_free (self->first_partner);
  g_free (self->other_partner);
  g_free (self->joined);
}
