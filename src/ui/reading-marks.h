/* reading-marks.h
 *
 * SPDX-FileCopyrightText: 2026 The Doublet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "article-view.h"
#include "navigator.h"
#include "overview-strip.h"
#include "row-aligner.h"

G_BEGIN_DECLS

/* What a lens shows in a column: from the navigator to what views and strips draw. */

DoubletRows *doublet_reading_rows_new (DoubletNavigator *navigator,
                                       const guint      *articles,
                                       guint             n_columns);
GArray      *doublet_reading_marks_new (DoubletNavigator *navigator,
                                        guint             column);
GArray      *doublet_reading_notes_new (DoubletNavigator   *navigator,
                                        const DoubletRows  *rows,
                                        guint               column,
                                        DoubletDisplayText *text,
                                        guint8            **line_tones);
GArray      *doublet_reading_strip_marks_new (DoubletArticleView      *view,
                                              const DoubletRowAligner *aligner,
                                              guint                    column,
                                              const DoubletPalette    *palette,
                                              guint32                  selected);
char        *doublet_reading_describe_mark (DoubletNavigator  *navigator,
                                            guint              column,
                                            const DoubletMark *mark,
                                            guint32            byte);

G_END_DECLS
