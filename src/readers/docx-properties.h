/* docx-properties.h
 *
 * SPDX-FileCopyrightText: 2026 The Doublet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "docx-styles.h"
#include "load-options.h"

G_BEGIN_DECLS

/* What a paragraph says of itself, with what its style says. */
typedef struct
{
  DoubletBlockKind kind;
  guint            level;
  gboolean         is_hidden;                         /* by its style: the text in it, unless a run says else */
  gboolean         joins_next;                        /* its mark is deleted, or not there yet, or hidden */
  const char      *languages[DOUBLET_DOCX_N_SCRIPTS]; /* by its style; borrowed, (nullable) */
} DoubletDocxParagraph;

typedef struct
{
  gboolean is_hidden;
  char    *languages[DOUBLET_DOCX_N_SCRIPTS]; /* owned, (nullable) */
} DoubletDocxRun;

void doublet_docx_run_clear (DoubletDocxRun *self);

DoubletDocxParagraph doublet_docx_paragraph_default (DoubletDocxStyles *styles);
DoubletDocxParagraph doublet_docx_paragraph_read (DoubletXmlStream  *stream,
                                                  DoubletDocxStyles *styles,
                                                  DoubletTracked     tracked);
DoubletDocxRun       doublet_docx_run_read (DoubletXmlStream  *stream,
                                            DoubletDocxStyles *styles,
                                            gboolean           paragraph_is_hidden);
gboolean             doublet_docx_is_left_out (DoubletXmlStream *stream,
                                               DoubletTracked    tracked);
gboolean             doublet_docx_holds_left_out (DoubletXmlStream *stream,
                                                  DoubletTracked    tracked);

G_END_DECLS
