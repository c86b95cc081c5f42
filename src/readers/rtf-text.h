/* rtf-text.h
 *
 * SPDX-FileCopyrightText: 2026 The Doublet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "article-builder.h"

G_BEGIN_DECLS

/* Where a paragraph is to be read: text boxes after the paragraph that they hang on,
 * notes at the end. */
typedef enum
{
  DOUBLET_RTF_BODY,
  DOUBLET_RTF_BOXES,
  DOUBLET_RTF_NOTES,
} DoubletRtfPlace;

#define DOUBLET_RTF_N_PLACES 3

/*
 * Collects paragraphs, each of which says what it is at its end only, and of which one
 * can be open in each place.
 */
typedef struct _DoubletRtfText DoubletRtfText;

DoubletRtfText *doublet_rtf_text_new (DoubletArticleBuilder *builder);
void            doublet_rtf_text_free (DoubletRtfText *self);
GString        *doublet_rtf_text_get_open (DoubletRtfText *self,
                                           DoubletRtfPlace place);
gboolean        doublet_rtf_text_drop_label (DoubletRtfText *self,
                                             DoubletRtfPlace place);
void            doublet_rtf_text_end_paragraph (DoubletRtfText  *self,
                                                DoubletRtfPlace  place,
                                                DoubletBlockKind kind,
                                                guint            level);
void            doublet_rtf_text_finish (DoubletRtfText *self);
gsize           doublet_rtf_text_get_n_chars (const DoubletRtfText *self);
gsize           doublet_rtf_text_get_n_paragraphs (const DoubletRtfText *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DoubletRtfText, doublet_rtf_text_free)

G_END_DECLS
