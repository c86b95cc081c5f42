/* reading-column.h
 *
 * SPDX-FileCopyrightText: 2026 The Doublet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "article-view.h"

G_BEGIN_DECLS

#define DOUBLET_TYPE_READING_COLUMN (doublet_reading_column_get_type ())

/*
 * One column of the reading view: a heading, which comes from outside, over an article
 * that scrolls without a scrollbar of its own.
 *
 * Signal "touched": a person is about to scroll here: a wheel, a finger, a key.
 */
G_DECLARE_FINAL_TYPE (DoubletReadingColumn, doublet_reading_column, DOUBLET, READING_COLUMN, GtkWidget)

GtkWidget          *doublet_reading_column_new (GtkSizeGroup *headings);
void                doublet_reading_column_set_heading (DoubletReadingColumn *self,
                                                        GtkWidget            *heading);
void                doublet_reading_column_set_caption (DoubletReadingColumn *self,
                                                        const char           *caption);
void                doublet_reading_column_set_remark (DoubletReadingColumn *self,
                                                       const char           *remark);
DoubletArticleView *doublet_reading_column_get_view (DoubletReadingColumn *self);
GtkAdjustment      *doublet_reading_column_get_adjustment (DoubletReadingColumn *self);

G_END_DECLS
