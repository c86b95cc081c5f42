/* odt-styles.h
 *
 * SPDX-FileCopyrightText: 2026 The Doublet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "article.h"
#include "xml-stream.h"

G_BEGIN_DECLS

/* Of a style, with all that it inherits. */
typedef struct
{
  DoubletBlockKind kind;
  guint            level; /* of a heading, from 1 */
  gboolean         is_hidden;
} DoubletOdtStyle;

typedef struct _DoubletOdtStyles DoubletOdtStyles;

DoubletOdtStyles *doublet_odt_styles_new (void);
void              doublet_odt_styles_free (DoubletOdtStyles *self);
void              doublet_odt_styles_read (DoubletOdtStyles *self,
                                           DoubletXmlStream *stream);
void              doublet_odt_styles_read_part (DoubletOdtStyles      *self,
                                                GBytes                *part,
                                                const DoubletProgress *progress);
DoubletOdtStyle   doublet_odt_styles_get (const DoubletOdtStyles *self,
                                          const char             *family,
                                          const char             *name);
const char       *doublet_odt_styles_get_language (const DoubletOdtStyles *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DoubletOdtStyles, doublet_odt_styles_free)

G_END_DECLS
