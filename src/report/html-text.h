/* html-text.h
 *
 * SPDX-FileCopyrightText: 2026 The Doublet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "html-report.h"

G_BEGIN_DECLS

/*
 * One article of a section while its text is written, from its beginning to its end.
 */
typedef struct
{
  const DoubletHtmlReport *report; /* borrowed */
  guint                    section;
  guint                    column;
  guint                    article;
  const char              *text;      /* borrowed */
  GArray                  *marks;     /* owned: DoubletMark */
  GArray                  *anchors;   /* owned: where each occurrence begins */
  guint                    next_mark; /* the first that may reach into what comes */
  guint                    next_anchor;
} DoubletHtmlText;

void doublet_html_text_init (DoubletHtmlText         *self,
                             const DoubletHtmlReport *report,
                             guint                    section,
                             guint                    column);
void doublet_html_text_clear (DoubletHtmlText *self);
void doublet_html_text_write_block (DoubletHtmlText    *self,
                                    DoubletHtmlPage    *page,
                                    const DoubletBlock *block,
                                    DoubletCellState    state);

G_END_DECLS
