/* passage-oracle.h
 *
 * SPDX-FileCopyrightText: 2026 The Doublet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "passage-cases.h"

G_BEGIN_DECLS

/* What passages and figures must be, by their definitions, found by trying every two
 * places: for small cases. */
#define MAX_PLACES 400

/* All articles on end. */
typedef struct
{
  const Case *c;
  guint32     min_weight;
  guint32     n;
  guint32     base[CASE_ARTICLES + 1];
  guint       article[MAX_PLACES];
  guint64     token[MAX_PLACES];
  guint32     sums[MAX_PLACES + 1];
  guint16     common[MAX_PLACES][MAX_PLACES]; /* longest common run from two places on */
  gboolean    in_row[MAX_PLACES];             /* begins in a row; see find_rows */
  gboolean    row_later[MAX_PLACES];
  gboolean    row[MAX_PLACES];
  gboolean    quoted[MAX_PLACES];
  gboolean    boilerplate[MAX_PLACES];
  gboolean    in_most[MAX_PLACES];
  guint       n_rows;
} Oracle;

void oracle_init (Oracle     *self,
                  const Case *c,
                  guint32     min_words);
void oracle_check_coverage (const Oracle          *self,
                            const DoubletPassages *passages,
                            gboolean               exactly);
void oracle_check_boilerplate (const Oracle          *self,
                               const DoubletPassages *passages);
void oracle_check_later (const Oracle          *self,
                         const DoubletPassages *passages);
void oracle_check_pairs (const Oracle          *self,
                         const DoubletPassages *passages);
void oracle_check_selection (const Oracle          *self,
                             const DoubletPassages *passages);

G_END_DECLS
