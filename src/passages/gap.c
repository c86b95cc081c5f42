/* gap.c
 *
 * SPDX-FileCopyrightText: 2026 The Doublet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "gap.h"

/*
 * What is between two exact runs, if it is more than so many changed words, but few of
 * it are: the words of an enumeration in another order are the same words, and misread
 * letters leave words between them as they were.
 */

static guint32
weigh (const DoubletPassageText *text,
       guint32                   place)
{
  return doublet_passage_text_weigh (text, place, place + 1);
}

/* The weight of the words of a range that are not in the other, each as often as it is. */
static guint32
weigh_without (const DoubletPassageText *text,
               DoubletRange              range,
               DoubletRange              other)
{
  guint8  used[DOUBLET_GAP_MAX_WORDS] = { FALSE };
  guint32 weight = 0;

  for (guint32 i = range.start; i < range.end; i++)
    {
      guint32 n = other.end - other.start, j = 0;

      while (j < n && (used[j] || text->tokens[other.start + j] != text->tokens[i]))
        j++;
      if (j < n)
        used[j] = TRUE;
      else
        weight += weigh (text, i);
    }
  return weight;
}

/**
 * doublet_gap_is_reordered:
 * @text: the text
 * @x: what is between two runs in the one place, DOUBLET_GAP_MAX_WORDS at the most
 * @y: in the other, likewise
 * @max_changed: half-words
 *
 * Returns: whether no more than @max_changed stand on one side only, in whatever order
 */
gboolean
doublet_gap_is_reordered (const DoubletPassageText *text,
                          DoubletRange              x,
                          DoubletRange              y,
                          guint32                   max_changed)
{
  return weigh_without (text, x, y) <= max_changed && weigh_without (text, y, x) <= max_changed;
}

/**
 * doublet_gap_has_stones:
 * @text: the text
 * @x: what is between two runs in the one place
 * @y: in the other
 * @max_changed: half-words
 *
 * Returns: whether word stands against word, and no more than @max_changed in a row are
 *   others
 */
gboolean
doublet_gap_has_stones (const DoubletPassageText *text,
                        DoubletRange              x,
                        DoubletRange              y,
                        guint32                   max_changed)
{
  guint32 changed_x = 0, changed_y = 0;

  if (x.end - x.start != y.end - y.start)
    return FALSE;
  for (guint32 i = 0; i < x.end - x.start; i++)
    {
      if (text->tokens[x.start + i] == text->tokens[y.start + i])
        {
          changed_x = changed_y = 0;
          continue;
        }
      changed_x += weigh (text, x.start + i);
      changed_y += weigh (text, y.start + i);
      if (MAX (changed_x, changed_y) > max_changed)
        return FALSE;
    }
  return TRUE;
}
