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

/*
 * The quotations that are open at one place of a block.  On the stack; everything
 * is borrowed.
 */
typedef struct
{
  DoubletToken *tokens;
  guint32       n_tokens;
  const char   *text;
  guint         depth;
  gunichar      openers[DOUBLET_QUOTATION_MAX_DEPTH];
  guint32       opener_tokens[DOUBLET_QUOTATION_MAX_DEPTH];
} DoubletQuotationMarks;

void  doublet_quotation_marks_init (DoubletQuotationMarks *self,
                                    DoubletToken          *tokens,
                                    guint32                n_tokens,
                                    const char            *text);
guint doublet_quotation_marks_add (DoubletQuotationMarks *self,
                                   guint32                token,
                                   gunichar               c);
void  doublet_quotation_marks_finish (DoubletQuotationMarks *self);

G_END_DECLS
