/* load-options.h
 *
 * SPDX-FileCopyrightText: 2026 The Doublet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "article.h"
#include "progress.h"

G_BEGIN_DECLS

/* Which state of a document with tracked changes is its text. */
typedef enum
{
  DOUBLET_TRACKED_ACCEPTED, /* as if every change were accepted */
  DOUBLET_TRACKED_ORIGINAL, /* as it was before the changes */
} DoubletTracked;

typedef struct _DoubletLoadOptions DoubletLoadOptions;

/* Has a document read in another process, by the program that its format names; all
 * but the first argument is as in #DoubletLoadFunc. */
typedef DoubletArticle *(*DoubletHelperFunc) (const char               *format,
                                              GBytes                   *bytes,
                                              const char               *name,
                                              const char               *source,
                                              const DoubletLoadOptions *options,
                                              const DoubletProgress    *progress,
                                              GError                  **error);

/* What a person may say about how an article is to be read; borrowed.  All zero is
 * the default. */
struct _DoubletLoadOptions
{
  const char       *charset;    /* (nullable): NULL to find it out */
  const char       *name;       /* (nullable): what people call a file, NULL for its own name */
  gboolean          whole_page; /* all text of a web page, not the article in it */
  DoubletTracked    tracked;
  DoubletHelperFunc helper; /* (nullable): without it only plain text is read */
};

G_END_DECLS
