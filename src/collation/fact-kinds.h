/* fact-kinds.h
 *
 * SPDX-FileCopyrightText: 2026 The Doublet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "collation.h"

G_BEGIN_DECLS

/* What belongs to which kind of fact. */

/* Tokens of one article, half-open. */
typedef struct
{
  const DoubletArticle *article;
  const DoubletTokens  *tokens;
  guint32               first;
  guint32               end;
} DoubletTokenSpan;

/* Those of them that tell, half-open; first == end if there are none. */
typedef struct
{
  guint32 first;
  guint32 end;
} DoubletReading;

void     doublet_fact_kinds_find_readings (const DoubletTokenSpan *span,
                                           DoubletReading         *readings);
gboolean doublet_fact_kind_is_told (DoubletFactKind kind,
                                    DoubletReading  x,
                                    DoubletReading  y);
guint    doublet_fact_kinds_compare (const DoubletTokenSpan *a,
                                     const DoubletTokenSpan *b);

G_END_DECLS
