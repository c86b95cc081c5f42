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

/* A text has three languages, and which of them is meant depends on its letters. */
typedef enum
{
  DOUBLET_DOCX_WESTERN,
  DOUBLET_DOCX_EAST_ASIAN,
  DOUBLET_DOCX_COMPLEX, /* from right to left, or of India and South East Asia */
  DOUBLET_DOCX_N_SCRIPTS,
} DoubletDocxScript;

/* Of a style, with all that it inherits. */
typedef struct
{
  DoubletBlockKind kind;
  guint            level; /* of a heading or list item, from 1 */
  gboolean         is_hidden;
  const char      *languages[DOUBLET_DOCX_N_SCRIPTS]; /* borrowed, (nullable) */
} DoubletDocxStyle;

typedef struct _DoubletDocxStyles DoubletDocxStyles;

DoubletDocxStyles      *doublet_docx_styles_new (GBytes                *part,
                                                 const DoubletProgress *progress);
void                    doublet_docx_styles_free (DoubletDocxStyles *self);
const DoubletDocxStyle *doublet_docx_styles_get (DoubletDocxStyles *self,
                                                 const char        *id);
const char             *doublet_docx_styles_get_language (const DoubletDocxStyles *self,
                                                          DoubletDocxScript        script);
void                    doublet_docx_read_languages (const DoubletXmlStream *stream,
                                                     char                   *languages[DOUBLET_DOCX_N_SCRIPTS]);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DoubletDocxStyles, doublet_docx_styles_free)

G_END_DECLS
