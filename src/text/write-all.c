/* write-all.c
 *
 * SPDX-FileCopyrightText: 2026 The Doublet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "write-all.h"

#include <errno.h>
#include <unistd.h>

/**
 * doublet_write_all:
 * @fd: where to
 * @data: (array length=n_bytes): what to write
 * @n_bytes: how much
 *
 * Writes until all is written, however often it is interrupted.  Calls nothing but
 * write(), so it may be used where nothing else is allowed any more.
 *
 * Returns: whether all of it was written; errno says why not
 */
gboolean
doublet_write_all (int           fd,
                   gconstpointer data,
                   gsize         n_bytes)
{
  const guint8 *left = data;

  while (n_bytes > 0)
    {
      gssize n = write (fd, left, n_bytes);

      if (n < 0 && errno == EINTR)
        continue;
      if (n <= 0)
        return FALSE;
      left += n;
      n_bytes -= (gsize)n;
    }
  return TRUE;
}
