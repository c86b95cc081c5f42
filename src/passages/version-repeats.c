/* version-repeats.c
 *
 * SPDX-FileCopyrightText: 2026 The Doublet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "versions.h"

/* How much of a version lies behind a place. */
static guint32
measure_room (const DoubletVersions *self,
              guint32                article,
              guint32                place)
{
  DoubletRange of = self->parts_of[article];

  for (guint32 i = of.start; i < of.end && self->family_of[article] != DOUBLET_NO_FAMILY; i++)
    {
      DoubletRange part = doublet_versions_get_part (self, i);

      if (part.start <= place && place < part.end)
        return part.end - place;
    }
  return 0;
}

/**
 * doublet_versions_mark_repeats:
 * @self: families
 * @starts: where repeats may begin, in the order of what follows
 * @repeats: maximal repeats
 * @progress: (nullable): to stop by
 *
 * Of a thousand versions of one text any two have repeats of their own, all pieces of that
 * text: what stands once in each of several versions of one family, and in nothing
 * else, is in the passage that the versions are.
 *
 * Returns: (transfer full) (nullable): for each repeat whether it is such; %NULL if
 *   cancelled
 */
guint8 *
doublet_versions_mark_repeats (const DoubletVersions     *self,
                               const DoubletRepeatStarts *starts,
                               const DoubletRepeats      *repeats,
                               const DoubletProgress     *progress)
{
  g_autofree guint8  *marks = g_new0 (guint8, MAX (repeats->repeats->len, 1));
  g_autofree guint32 *rooms = g_new (guint32, MAX (starts->n, 1));  /* what of the version lies behind each start */
  g_autofree guint32 *same = g_new (guint32, MAX (starts->n, 1));   /* from where on all starts are of one family */
  g_autofree guint32 *twice = g_new0 (guint32, MAX (starts->n, 1)); /* 1 + the last start that some article has again by then */
  g_autofree guint32 *last = g_new0 (guint32, MAX (self->text->n_articles, 1));
  guint32             family = DOUBLET_NO_FAMILY;

  for (guint32 i = 0; i < starts->n; i++)
    {
      /* Where nothing begins there may be no place. */
      gboolean is_place = starts->places[i] < self->text->n;
      guint32  article = is_place ? doublet_passage_text_get_article (self->text, starts->places[i]) : 0;
      guint32  of = is_place ? self->family_of[article] : DOUBLET_NO_FAMILY;

      same[i] = i > 0 && of == family && is_place ? same[i - 1] : i;
      family = of;
      twice[i] = i > 0 ? twice[i - 1] : 0;
      rooms[i] = is_place ? measure_room (self, article, starts->places[i]) : 0;
      if (is_place)
        {
          twice[i] = MAX (twice[i], last[article]);
          last[article] = i + 1;
        }
    }
  for (guint32 i = 0; i < repeats->repeats->len; i++)
    {
      const DoubletRepeat *repeat = &g_array_index (repeats->repeats, DoubletRepeat, i);
      guint32              room = G_MAXUINT32;

      if (DOUBLET_PROGRESS_CHECK (progress, i))
        return NULL;
      if (same[repeat->last] > repeat->first || twice[repeat->last] > repeat->first)
        continue;
      for (guint32 j = repeat->first; j <= repeat->last; j++)
        room = MIN (room, rooms[j]);
      marks[i] = room >= repeat->length;
    }
  return g_steal_pointer (&marks);
}
