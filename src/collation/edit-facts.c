/* edit-facts.c
 *
 * SPDX-FileCopyrightText: 2026 The Doublet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "edit-facts.h"

#include "fact-kinds.h"

/**
 * doublet_edit_facts_new:
 * @collation: a collation
 * @alignment: the alignment of @a with @b
 * @a: number of an article
 * @b: number of another one
 *
 * To look at the words of every edit costs more than all else that is done with an
 * alignment afterwards, so it is done once for its marks, its figures and its list.
 *
 * Returns: (transfer full): for each edit, segment by segment, in which kinds of facts
 *   its sides differ: bits of 1 << #DoubletFactKind
 */
guint8 *
doublet_edit_facts_new (const DoubletCollation *collation,
                        const DoubletAlignment *alignment,
                        guint                   a,
                        guint                   b)
{
  DoubletTokenSpan of_a = { doublet_collation_get_article (collation, a), doublet_collation_get_tokens (collation, a), 0, 0 };
  DoubletTokenSpan of_b = { doublet_collation_get_article (collation, b), doublet_collation_get_tokens (collation, b), 0, 0 };
  gsize            n_edits = 0;
  guint8          *facts;

  for (guint32 i = 0; i < alignment->n_segments; i++)
    n_edits += alignment->segments[i].n_edits;
  facts = g_malloc (n_edits);

  n_edits = 0;
  for (guint32 i = 0; i < alignment->n_segments; i++)
    for (guint32 j = 0; j < alignment->segments[i].n_edits; j++)
      {
        const DoubletAlignmentEdit *edit = &alignment->segments[i].edits[j];

        of_a.first = edit->a_start;
        of_a.end = edit->a_end;
        of_b.first = edit->b_start;
        of_b.end = edit->b_end;
        facts[n_edits++] = (guint8)doublet_fact_kinds_compare (&of_a, &of_b);
      }
  return facts;
}
