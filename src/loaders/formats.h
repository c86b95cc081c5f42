/* formats.h
 *
 * SPDX-FileCopyrightText: 2026 The Doublet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "article.h"
#include "load-options.h"
#include "progress.h"

G_BEGIN_DECLS

/* Makes an article of a file's bytes; see doublet_plain_text_load(). */
typedef DoubletArticle *(*DoubletLoadFunc) (GBytes                   *bytes,
                                            const char               *name,
                                            const char               *source,
                                            const DoubletLoadOptions *options,
                                            const DoubletProgress    *progress,
                                            GError                  **error);

/* What there is to choose about how a format is read; see DoubletLoadOptions. */
typedef enum
{
  DOUBLET_CHOICE_CHARSET = 1 << 0,    /* its files may be in any character set */
  DOUBLET_CHOICE_WHOLE_PAGE = 1 << 1, /* there is more in them than the article */
  DOUBLET_CHOICE_TRACKED = 1 << 2,    /* they may hold tracked changes */
} DoubletChoices;

/*
 * A format of files: one that is read here, one that is read by a program of its own
 * (whatever a stranger can make complicated), or one that is known well enough to say
 * what it is and what to do.  Exactly one of load, helper and refusal is set.
 */
typedef struct
{
  const char        *id;         /* stable: what an article and JSON call it */
  const char        *name;       /* untranslated: see doublet_format_get_name() */
  const char *const *mime_types; /* ended by NULL */
  const char *const *endings;    /* in lower case, with the dot; ended by NULL */
  DoubletLoadFunc    load;       /* (nullable) */
  const char        *helper;     /* (nullable): the program that reads it */
  const char        *refusal;    /* (nullable): untranslated sentences */
  DoubletChoices     choices;
} DoubletFormat;

const DoubletFormat *doublet_formats_get_all (guint *n_formats);
const DoubletFormat *doublet_formats_find (const char *id);
const DoubletFormat *doublet_formats_find_by_ending (const char *name);
const DoubletFormat *doublet_formats_detect (const guint8 *bytes,
                                             gsize         n_bytes,
                                             const char   *name);

gboolean    doublet_format_is_readable (const DoubletFormat *self);
const char *doublet_format_get_name (const DoubletFormat *self);
const char *doublet_format_get_refusal (const DoubletFormat *self);

G_END_DECLS
