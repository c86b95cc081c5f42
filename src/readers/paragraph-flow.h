/* paragraph-flow.h
 *
 * SPDX-FileCopyrightText: 2026 The Doublet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "article-builder.h"

G_BEGIN_DECLS

/*
 * What stands between a document's paragraphs and an article's blocks.  A paragraph
 * can be joined to the next one (the mark between them is deleted); text boxes stand
 * inside a paragraph and are read after it; notes stand inside one and are read at the
 * end.
 */
typedef struct _DoubletParagraphFlow DoubletParagraphFlow;

/* Paragraphs that were put aside, in order. */
typedef struct _DoubletParagraphs DoubletParagraphs;

DoubletParagraphFlow *doublet_paragraph_flow_new (DoubletArticleBuilder *builder);
void                  doublet_paragraph_flow_free (DoubletParagraphFlow *self);
void                  doublet_paragraph_flow_begin (DoubletParagraphFlow *self,
                                                    DoubletBlockKind      kind,
                                                    guint                 level);
void                  doublet_paragraph_flow_set_kind (DoubletParagraphFlow *self,
                                                       DoubletBlockKind      kind,
                                                       guint                 level);
gboolean              doublet_paragraph_flow_is_open (const DoubletParagraphFlow *self);
void                  doublet_paragraph_flow_append (DoubletParagraphFlow *self,
                                                     const char           *text,
                                                     gsize                 n_bytes);
void                  doublet_paragraph_flow_append_space (DoubletParagraphFlow *self);
void                  doublet_paragraph_flow_end (DoubletParagraphFlow *self,
                                                  gboolean              joins_next);
void                  doublet_paragraph_flow_break (DoubletParagraphFlow *self);
void                  doublet_paragraph_flow_push (DoubletParagraphFlow *self,
                                                   DoubletParagraphs    *target);
void                  doublet_paragraph_flow_pop (DoubletParagraphFlow *self);
gboolean              doublet_paragraph_flow_is_too_big (const DoubletParagraphFlow *self,
                                                         GError                    **error);
gboolean              doublet_paragraph_flow_is_full (const DoubletParagraphFlow *self);

DoubletParagraphs *doublet_paragraphs_new (void);
void               doublet_paragraphs_free (DoubletParagraphs *self);
void               doublet_paragraph_flow_insert (DoubletParagraphFlow *self,
                                                  DoubletParagraphs    *paragraphs);
void               doublet_paragraph_flow_splice (DoubletParagraphFlow    *self,
                                                  const DoubletParagraphs *paragraphs);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DoubletParagraphFlow, doublet_paragraph_flow_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (DoubletParagraphs, doublet_paragraphs_free)

G_END_DECLS
