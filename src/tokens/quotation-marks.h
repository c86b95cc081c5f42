/* quotation-marks.h
 *
 * SPDX-FileCopyrightText: 2026 The Doublet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "token.h"

G_BEGIN_DECLS

/* Quotations inside quotations are one or two deep; more is an error in the text. */
#define DOUBLET_QUOTATION_MAX_DEPTH 8

/* A quotation of more paragraphs than these would have a mark at the start of each. */
#define DOUBLET_QUOTATION_MAX_BLOCKS 10

/* A quotation that a block left open: an earlier one may end in a later.  All zero at the
 * start of an article. */
typedef struct
{
  gunichar opener;   /* 0 for none */
  guint    n_blocks; /* since then, without any mark */
  guint32  n_tokens; /* in those */
} DoubletOpenQuotation;

/*
 * The quotations that are open at one place of a block.  On the stack; everything
 * is borrowed.
 */
typedef struct
{
  DoubletOpenQuotation *before;
  DoubletToken         *tokens;
  guint32               n_tokens;
  const char           *text;
  guint                 depth;
  gunichar              openers[DOUBLET_QUOTATION_MAX_DEPTH];
  guint32               opener_tokens[DOUBLET_QUOTATION_MAX_DEPTH];
} DoubletQuotationMarks;

void  doublet_quotation_marks_init (DoubletQuotationMarks *self,
                                    DoubletToken          *tokens,
                                    guint32                n_tokens,
                                    const char            *text,
                                    DoubletOpenQuotation  *before);
guint doublet_quotation_marks_add (DoubletQuotationMarks *self,
                                   guint32                token,
                                   gunichar               c);
void  doublet_quotation_marks_finish (DoubletQuotationMarks *self);

G_END_DECLS
