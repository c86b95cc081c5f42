/* reading.h
 *
 * SPDX-FileCopyrightText: 2026 The Doublet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "formats.h"

/* Blocks as one line: "h2 Heading / p Text / li1 Item / q Quotation". */
char *describe_blocks (const DoubletArticle *article);
char *read_blocks (DoubletLoadFunc           load,
                   const char               *document,
                   gsize                     n_bytes,
                   const DoubletLoadOptions *options);

/* Every beginning of the document, and it with bytes changed at random (seeded): an
 * article or an error, never a crash. */
void read_damaged (DoubletLoadFunc load,
                   const char     *document,
                   gsize           n_bytes);
