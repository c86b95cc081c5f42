/* docx-styles.h
 *
 * SPDX-FileCopyrightText: 2026 The Doublet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "article.h"
#include "xml-stream.h"

G_BEGIN_DECLS

/* What the name spaces of Word are, in both dialects. */
gboolean doublet_docx_is_word (const DoubletXmlStream *stream);
gboolean doublet_docx_is_on (const DoubletXmlStream *stream);

/* Of a style, with all that it inherits. */
typedef struct
{
  DoubletBlockKind kind;
  guint            level; /* of a heading or list item, from 1 */
  gboolean         is_hidden;
} DoubletDocxStyle;

typedef struct _DoubletDocxStyles DoubletDocxStyles;

DoubletDocxStyles      *doublet_docx_styles_new (GBytes                *part,
                                                 const DoubletProgress *progress);
void                    doublet_docx_styles_free (DoubletDocxStyles *self);
const DoubletDocxStyle *doublet_docx_styles_get (DoubletDocxStyles *self,
                                                 const char        *id);
const char             *doublet_docx_styles_get_language (const DoubletDocxStyles *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DoubletDocxStyles, doublet_docx_styles_free)

G_END_DECLS
