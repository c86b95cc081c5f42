/* text-preparation.h
 *
 * SPDX-FileCopyrightText: 2026 The Doublet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "prepared-text.h"

G_BEGIN_DECLS

/*
 * Gets long texts ready to be shown while the window lives: they are laid out as lines
 * in a thread and put into buffers in pieces, when nothing else is to be done.  Main
 * thread only.  Who frees it hears nothing more of it.
 */
typedef struct _DoubletTextPreparation DoubletTextPreparation;

typedef void (*DoubletTextPreparationFunc) (gpointer user_data);

DoubletTextPreparation *doublet_text_preparation_new (DoubletArticle *const     *articles,
                                                      guint                      n_articles,
                                                      DoubletTextPreparationFunc done,
                                                      gpointer                   user_data);
void                    doublet_text_preparation_free (DoubletTextPreparation *self);
gboolean                doublet_text_preparation_is_done (const DoubletTextPreparation *self);
gboolean                doublet_text_preparation_is_for (const DoubletTextPreparation *self,
                                                         DoubletArticle *const        *articles,
                                                         guint                         n_articles);
guint                   doublet_text_preparation_count (const DoubletTextPreparation *self,
                                                        const DoubletArticle         *article);
DoubletPreparedText    *doublet_text_preparation_take (DoubletTextPreparation *self,
                                                       const DoubletArticle   *article);

G_END_DECLS
