/* html-section.h
 *
 * SPDX-FileCopyrightText: 2026 The Doublet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "changes.h"
#include "marks.h"
#include "rows.h"

G_BEGIN_DECLS

/*
 * Two articles side by side, or one alone (b == a): which rows there are and which
 * of them are written.
 */
typedef struct
{
  guint                a; /* the base */
  guint                b;
  guint                n_columns;
  DoubletAlignment    *alignment; /* owned, (nullable) */
  guint8              *facts;     /* owned, (nullable): of its edits, as doublet_edit_facts_new() says */
  DoubletChangeFigures figures;   /* of the differences, with alignment */
  DoubletRows         *rows;      /* owned */
  guint8              *is_shown;  /* n_rows */
  guint32              end_row;   /* from there on nothing is written, whatever is there: the page is full */
  guint32              n_cut;     /* rows that would have been written */
  guint8              *is_target; /* n_rows: a link leads there */
  guint8              *is_near;   /* owned, (nullable): for each finding, whether it relates a and b; NULL if all do */
} DoubletHtmlSection;

void     doublet_html_section_init (DoubletHtmlSection     *self,
                                    const DoubletCollation *collation,
                                    guint                   a,
                                    guint                   b);
void     doublet_html_section_clear (DoubletHtmlSection *self);
gboolean doublet_html_section_shows (const DoubletHtmlSection *self,
                                     guint                     article,
                                     guint32                   block);
GArray  *doublet_html_section_get_marks (const DoubletHtmlSection *self,
                                         const DoubletCollation   *collation,
                                         guint                     column);

G_END_DECLS
