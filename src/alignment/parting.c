/* parting.c
 *
 * SPDX-FileCopyrightText: 2026 The Doublet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "parting.h"

/*
 * A region of several paragraphs is parted wherever a border of paragraphs in a and one
 * in b fall together.  Chance matches can tie paragraphs to a pair that they are no part
 * of: a line of dialogue put in before another one that begins with the same words.
 * Once the edits are known such a paragraph is an edit that begins and ends at borders,
 * and stands by itself.
 */
typedef struct
{
  DoubletAlignmentJob *job;
  const DoubletRegion *region;
  DoubletPartingKeep   keep;
  DoubletRegion        open;
} Parting;

/* Ends the open part; edits from end_edit on stand behind it. */
static void
close_part (Parting *self,
            guint32  a_end,
            guint32  b_end,
            guint32  end_edit)
{
  DoubletRegion part = self->open;

  part.box.a_end = a_end;
  part.box.b_end = b_end;
  part.n_edits = end_edit - part.first_edit;
  if (part.box.a_start < a_end && part.box.b_start < b_end && self->keep (self->job, &part))
    g_array_append_val (self->job->regions, part);
  else
    for (guint32 i = part.box.a_start; i < a_end; i++)
      self->job->match[i] = DOUBLET_NO_MATCH;

  self->open.box.a_start = a_end;
  self->open.box.b_start = b_end;
  self->open.first_edit = end_edit;
}

/* Where both fall together, edits from end_edit on behind it. */
static void
consider (Parting *self,
          guint32  a,
          guint32  b,
          guint32  end_edit)
{
  const DoubletBox *open = &self->open.box;
  const DoubletBox *box = &self->region->box;

  if ((a == open->a_start && b == open->b_start) || (a == box->a_end && b == box->b_end))
    return;
  if (doublet_alignment_text_is_border (self->job->a, a) && doublet_alignment_text_is_border (self->job->b, b))
    close_part (self, a, b, end_edit);
}

/* The borders in an equal run. */
static void
consider_run (Parting *self,
              guint32  a_start,
              guint32  a_end,
              guint32  b_start,
              guint32  end_edit)
{
  const DoubletAlignmentText *a = self->job->a;
  guint32                     block;

  if (a_start >= a_end)
    return;
  for (block = doublet_alignment_text_find_block (a, a_start) + 1; block < a->n_blocks && a->block_first[block] < a_end; block++)
    if (a->block_first[block] > a_start)
      consider (self, a->block_first[block], b_start + (a->block_first[block] - a_start), end_edit);
}

/**
 * doublet_parting_append:
 * @job: the job
 * @region: whole paragraphs in place, whose edits are the last of the job's
 * @keep: which parts are to be regions
 *
 * Appends the parts of @region to the job's regions; what stands on one side alone, and
 * what @keep refuses, is in none, and its tokens are no longer matched.
 */
void
doublet_parting_append (DoubletAlignmentJob *job,
                        const DoubletRegion *region,
                        DoubletPartingKeep   keep)
{
  Parting self = { job, region, keep, *region };
  guint32 end_edit = region->first_edit + region->n_edits;
  guint32 a = region->box.a_start;
  guint32 b = region->box.b_start;

  for (guint32 i = region->first_edit; i < end_edit; i++)
    {
      const DoubletAlignmentEdit *edit = &g_array_index (job->edits, DoubletAlignmentEdit, i);

      consider_run (&self, a, edit->a_start, b, i);
      consider (&self, edit->a_start, edit->b_start, i);
      consider (&self, edit->a_end, edit->b_end, i + 1);
      a = edit->a_end;
      b = edit->b_end;
    }
  consider_run (&self, a, region->box.a_end, b, end_edit);
  close_part (&self, region->box.a_end, region->box.b_end, end_edit);
}
