/* load-options.h
 *
 * SPDX-FileCopyrightText: 2026 The Doublet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* What a person may say about how an article is to be read; borrowed.  All zero is
 * the default. */
typedef struct
{
  const char *charset; /* (nullable): NULL to find it out */
  const char *name;    /* (nullable): what people call a file, NULL for its own name */
} DoubletLoadOptions;

G_END_DECLS
