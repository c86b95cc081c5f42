/* mutate-xml.c
 *
 * SPDX-FileCopyrightText: 2026 The Doublet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "fuzz.h"

#include <glib.h>
#include <string.h>

/*
 * Changes XML so that it mostly stays well-formed: whole elements are copied, moved and
 * deleted, and values of attributes exchanged.  A parser that is strict sees nothing
 * but the first fault of what was changed byte by byte; some of that stays.
 */

size_t LLVMFuzzerMutate (uint8_t *data,
                         size_t   size,
                         size_t   max_size);
size_t LLVMFuzzerCustomMutator (uint8_t     *data,
                                size_t       size,
                                size_t       max_size,
                                unsigned int seed);

typedef struct
{
  gsize start;
  gsize end;
} Range;

/* A tag or, from a quotation mark to the next, a value: where it ends. */
static gsize
find_byte (const uint8_t *data,
           gsize          size,
           gsize          from,
           uint8_t        byte)
{
  const uint8_t *found = from < size ? memchr (data + from, byte, size - from) : NULL;

  return found != NULL ? (gsize)(found - data) : size;
}

/* The element that begins at or behind a place chosen at random, with all that is in it. */
static gboolean
choose_element (const uint8_t *data,
                gsize          size,
                GRand         *rand,
                Range         *element)
{
  gsize p = (gsize)g_rand_int_range (rand, 0, (gint32)size);
  gint  depth = 0;

  for (;; p++)
    {
      p = find_byte (data, size, p, '<');
      if (p + 2 >= size)
        return FALSE;
      if (g_ascii_isalpha (data[p + 1]))
        break;
    }
  element->start = p;

  for (;;)
    {
      gsize close = find_byte (data, size, p, '>');

      if (close == size)
        return FALSE;
      if (data[p + 1] == '/')
        depth--;
      else if (data[close - 1] != '/')
        depth++;
      if (depth <= 0)
        {
          element->end = close + 1;
          return TRUE;
        }
      p = find_byte (data, size, close, '<');
      if (p + 2 >= size)
        return FALSE;
    }
}

static gboolean
choose_value (const uint8_t *data,
              gsize          size,
              GRand         *rand,
              Range         *value)
{
  gsize p = (gsize)g_rand_int_range (rand, 0, (gint32)size);

  while ((p = find_byte (data, size, p, '=')) + 1 < size)
    {
      if (data[p + 1] == '"')
        {
          value->start = p + 2;
          value->end = find_byte (data, size, p + 2, '"');
          return value->end < size;
        }
      p++;
    }
  return FALSE;
}

/* @with takes the place of @range. */
static size_t
replace (uint8_t    *data,
         gsize       size,
         gsize       max_size,
         Range       range,
         const void *with,
         gsize       n_bytes)
{
  gsize now = size - (range.end - range.start) + n_bytes;

  if (now > max_size || now == 0)
    return size;
  memmove (data + range.start + n_bytes, data + range.end, size - range.end);
  memcpy (data + range.start, with, n_bytes);
  return now;
}

static size_t
mutate_tree (uint8_t *data,
             gsize    size,
             gsize    max_size,
             GRand   *rand)
{
  gboolean         is_value = g_rand_int_range (rand, 0, 3) == 0;
  Range            from;
  Range            to;
  g_autofree void *copy = NULL;

  if (is_value ? !choose_value (data, size, rand, &from) || !choose_value (data, size, rand, &to)
               : !choose_element (data, size, rand, &from) || !choose_element (data, size, rand, &to))
    return size;

  copy = g_memdup2 (data + from.start, from.end - from.start);
  if (!is_value)
    switch (g_rand_int_range (rand, 0, 3))
      {
      case 0:
        return replace (data, size, max_size, from, "", 0);
      case 1:
        to.end = to.start;
        break;
      default:
        break;
      }
  return replace (data, size, max_size, to, copy, from.end - from.start);
}

size_t
LLVMFuzzerCustomMutator (uint8_t     *data,
                         size_t       size,
                         size_t       max_size,
                         unsigned int seed)
{
  GRand *rand = g_rand_new_with_seed (seed);
  size_t now = size;

  if (size > 0 && size < G_MAXINT32 && g_rand_int_range (rand, 0, 4) > 0)
    now = mutate_tree (data, size, max_size, rand);
  if (now == size && g_rand_int_range (rand, 0, 2) == 0)
    now = LLVMFuzzerMutate (data, size, max_size);
  g_rand_free (rand);
  return now;
}
