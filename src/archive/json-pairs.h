/* json-pairs.h
 *
 * SPDX-FileCopyrightText: 2026 The Doublet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "collation.h"
#include "json-stream.h"

G_BEGIN_DECLS

/* So many pairs are all listed: those of two hundred articles each of which has something
 * in common with every other, some 7 MB.  The passages say who has what in common with
 * whom in any case; each two of a thousand articles with one footer are 182 MB. */
#define DOUBLET_JSON_MAX_PAIRS 20000

/* Of more, each article's pairs with so many others that it has most in common with. */
#define DOUBLET_JSON_NEAREST_ARTICLES 20

void doublet_json_write_pairs (DoubletJsonStream      *stream,
                               const DoubletCollation *collation);

G_END_DECLS
