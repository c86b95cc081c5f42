/* reader.c
 *
 * SPDX-FileCopyrightText: 2026 The Doublet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "reader.h"

#include <string.h>

#define MB ((gsize)1024 * 1024)

/**
 * doublet_reader_find:
 * @readers: a table
 * @format: the id of a format
 *
 * Returns: (transfer none) (nullable): the reader of it
 */
const DoubletReader *
doublet_reader_find (const DoubletReader *readers,
                     const char          *format)
{
  for (const DoubletReader *reader = readers; reader->format != NULL; reader++)
    if (strcmp (reader->format, format) == 0)
      return reader;
  return NULL;
}

/**
 * doublet_reader_get_memory:
 * @self: a reader
 * @n_bytes: how long the document is
 *
 * Returns: how many bytes of memory it may use
 */
gsize
doublet_reader_get_memory (const DoubletReader *self,
                           gsize                n_bytes)
{
  gsize mb = self->memory_mb + (n_bytes / MB + 1) * self->memory_mb_per_mb;

  return MIN (mb, DOUBLET_READER_MAX_MEMORY_MB) * MB;
}
