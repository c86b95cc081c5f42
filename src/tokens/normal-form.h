/* normal-form.h
 *
 * SPDX-FileCopyrightText: 2026 The Doublet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "token.h"

G_BEGIN_DECLS

/* What does not part two words (normal form) or two spellings (exact form). */
typedef enum
{
  DOUBLET_IGNORE_NONE = 0,
  DOUBLET_IGNORE_CASE = 1 << 0,
  DOUBLET_IGNORE_PUNCTUATION = 1 << 1, /* marks and symbols stand in no passage */
  DOUBLET_IGNORE_DIACRITICS = 1 << 2,
  DOUBLET_IGNORE_NUMBERS = 1 << 3,    /* any number is as good as another */
  DOUBLET_IGNORE_QUOTATIONS = 1 << 4, /* text inside quotation marks stands in no passage */
} DoubletIgnore;

#define DOUBLET_IGNORE_DEFAULT (DOUBLET_IGNORE_CASE | DOUBLET_IGNORE_PUNCTUATION)

gboolean doublet_normal_form_is_broken (const char *text,
                                        gsize       n_bytes);
void     doublet_normal_form_append_exact (GString    *out,
                                           const char *text,
                                           gsize       n_bytes,
                                           gboolean    typography,
                                           gboolean    keep_hyphens);
void     doublet_normal_form_append_normal (GString         *out,
                                            const char      *text,
                                            gsize            n_bytes,
                                            DoubletTokenKind kind,
                                            DoubletIgnore    ignore,
                                            gboolean         keep_hyphens);

G_END_DECLS
