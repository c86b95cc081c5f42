/* versions.h
 *
 * SPDX-FileCopyrightText: 2026 The Doublet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "links.h"
#include "repeats.h"

G_BEGIN_DECLS

#define DOUBLET_NO_FAMILY G_MAXUINT32

/*
 * Articles that are nearly the same, a great many of them: families of versions of one
 * text.  Each two of a thousand are half a million pairs, so each version is joined to
 * one of them only, the representative, and what two versions have in common is
 * what both have in common with it.
 *
 * Of each article in a family parts lists, rising, what of it is a version, of the
 * representative all; and runs what it has in common with the representative, x there
 * and y in itself, both rising.
 */
typedef struct
{
  const DoubletPassageText *text;
  guint32                   n_families;
  guint32                  *family_of; /* for each article, or DOUBLET_NO_FAMILY */
  guint32                  *representatives;
  DoubletLinks             *links;    /* of each version and its representative; others may follow */
  GArray                   *parts;    /* DoubletRange: places */
  DoubletRange             *parts_of; /* for each article those of parts */
  GArray                   *runs;     /* DoubletExactRun */
  DoubletRange             *runs_of;  /* for each article those of runs; none of a representative */
} DoubletVersions;

DoubletVersions *doublet_versions_find (const DoubletPassageText    *text,
                                        const DoubletPassageOptions *options,
                                        const DoubletProgress       *progress);
void             doublet_versions_free (DoubletVersions *self);
guint8          *doublet_versions_mark_repeats (const DoubletVersions     *self,
                                                const DoubletRepeatStarts *starts,
                                                const DoubletRepeats      *repeats,
                                                const DoubletProgress     *progress);

static inline DoubletRange
doublet_versions_get_part (const DoubletVersions *self,
                           guint32                part)
{
  return g_array_index (self->parts, DoubletRange, part);
}

/* Whether a range of an article lies in a part that is a version. */
static inline gboolean
doublet_versions_hold (const DoubletVersions *self,
                       guint32                article,
                       DoubletRange           range)
{
  for (guint32 i = self->parts_of[article].start; i < self->parts_of[article].end; i++)
    {
      DoubletRange part = doublet_versions_get_part (self, i);

      if (part.start <= range.start && range.end <= part.end)
        return TRUE;
    }
  return FALSE;
}

/* Whether two articles are versions of one text. */
static inline gboolean
doublet_versions_are_one (const DoubletVersions *self,
                          guint32                a,
                          guint32                b)
{
  return self != NULL && self->family_of[a] == self->family_of[b] && self->family_of[a] != DOUBLET_NO_FAMILY;
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DoubletVersions, doublet_versions_free)

G_END_DECLS
