/* load-options.h
 *
 * SPDX-FileCopyrightText: 2026 The Doublet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Which version of a document with tracked changes is read. */
typedef enum
{
  DOUBLET_TRACKED_ACCEPTED, /* as if every change was accepted */
  DOUBLET_TRACKED_ORIGINAL, /* as it was before the changes */
} DoubletTracked;

/* What a person may say about how an article is to be read; borrowed.  All zero is
 * the default. */
typedef struct
{
  const char *charset; /* (nullable): NULL to find it out */
  const char *name;    /* (nullable): what people call a file, NULL for its own name */
  DoubletTracked tracked;
} DoubletLoadOptions;

G_END_DECLS
