/* work-report.c
 *
 * SPDX-FileCopyrightText: 2026 The Doublet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "work-report.h"

#include <glib/gi18n-lib.h>

static char *
dup_sentence_of_loading (const DoubletWorkReport *self)
{
  if (self->name == NULL)
    return g_strdup (_ ("Reading the articles…"));
  if (self->n_pieces <= 1)
    /* Translators: the name of a file */
    return g_strdup_printf (_ ("Reading “%s”…"), self->name);
  return g_strdup_printf (ngettext (
                            /* Translators: the name of a file, and which of how many articles it is */
                            "Reading “%s” (%u of %u article)…",
                            "Reading “%s” (%u of %u articles)…", self->n_pieces),
                          self->name, MIN (self->n_done + 1, self->n_pieces), self->n_pieces);
}

/**
 * doublet_work_report_dup_sentence:
 * @self: what is being done
 *
 * Returns: (transfer full): a translated sentence
 */
char *
doublet_work_report_dup_sentence (const DoubletWorkReport *self)
{
  switch (self->activity)
    {
    case DOUBLET_ACTIVITY_LOADING:
      return dup_sentence_of_loading (self);
    case DOUBLET_ACTIVITY_TOKENISING:
      return g_strdup (_ ("Finding the words…"));
    case DOUBLET_ACTIVITY_FINDING_PASSAGES:
      return g_strdup (_ ("Looking for shared passages…"));
    case DOUBLET_ACTIVITY_ALIGNING:
    default:
      return g_strdup (_ ("Putting the articles side by side…"));
    }
}
