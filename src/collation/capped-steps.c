/* capped-steps.c
 *
 * SPDX-FileCopyrightText: 2026 The Doublet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "collation-private.h"

#include <glib/gi18n-lib.h>

/* What a comparison says of its steps that ended early. */

typedef enum
{
  CAPPED_OCCURRENCES,
  CAPPED_JOINING,
  CAPPED_REWORDED,
  CAPPED_NESTING,
  CAPPED_FACTS,
  CAPPED_ALIGNMENT,
  N_CAPPED,
} Capped;

static const struct
{
  const char *id;
  const char *sentence;
} capped_steps[N_CAPPED] = {
  [CAPPED_OCCURRENCES] = { "occurrences", N_ ("Some passages stand in so many places that not all of them are listed.") },
  [CAPPED_JOINING] = { "joining", N_ ("There are so many passages that edited ones were not looked for everywhere.") },
  [CAPPED_REWORDED] = { "reworded", N_ ("There are so many sentences that reworded passages were not looked for everywhere.") },
  [CAPPED_NESTING] = { "nesting", N_ ("Passages lie inside each other so deeply that not all of them are named.") },
  [CAPPED_FACTS] = { "facts", N_ ("The copies of some passages differ in so many figures, names, quotations or negations that not all of them are listed.") },
  [CAPPED_ALIGNMENT] = { "alignment", N_ ("Some articles differ so much that more may be marked as changed than was.") },
};

static gboolean
is_capped (const DoubletCollation *self,
           Capped                  step)
{
  switch (step)
    {
    case CAPPED_OCCURRENCES:
      return (self->index->capped & DOUBLET_PASSAGES_CAPPED_OCCURRENCES) != 0;
    case CAPPED_JOINING:
      return (self->index->capped & DOUBLET_PASSAGES_CAPPED_JOINING) != 0;
    case CAPPED_REWORDED:
      return (self->index->capped & DOUBLET_PASSAGES_CAPPED_REWORDED) != 0;
    case CAPPED_NESTING:
      return self->index->nesting_capped;
    case CAPPED_FACTS:
      return self->index->facts_capped;
    case CAPPED_ALIGNMENT:
      for (guint i = 0; i < self->n_aligned; i++)
        if (self->aligned[i].alignment->capped)
          return TRUE;
      return FALSE;
    case N_CAPPED:
    default:
      return FALSE;
    }
}

static char **
list_capped (const DoubletCollation *self,
             gboolean                sentences)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();

  for (Capped step = 0; step < N_CAPPED; step++)
    if (is_capped (self, step))
      g_strv_builder_add (builder, sentences ? _ (capped_steps[step].sentence) : capped_steps[step].id);

  return g_strv_builder_end (builder);
}

/**
 * doublet_collation_dup_capped:
 * @self: a collation
 *
 * Returns: (transfer full): translated sentences, one for each step that ended early
 *   because it would have cost too much; usually none
 */
char **
doublet_collation_dup_capped (const DoubletCollation *self)
{
  return list_capped (self, TRUE);
}

/**
 * doublet_collation_dup_capped_ids:
 * @self: a collation
 *
 * Returns: (transfer full): the same as names for programs, in no language
 */
char **
doublet_collation_dup_capped_ids (const DoubletCollation *self)
{
  return list_capped (self, FALSE);
}
