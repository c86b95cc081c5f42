/* reader.h
 *
 * SPDX-FileCopyrightText: 2026 The Doublet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "article-builder.h"
#include "formats.h"

G_BEGIN_DECLS

/* What a reader may do besides computing, once it sees the document. */
typedef enum
{
  DOUBLET_RIGHTS_NONE,  /* no file, no thread */
  DOUBLET_RIGHTS_FILES, /* open files for reading (fonts, tables of characters) and make threads */
} DoubletRights;

/*
 * How one format is read.  load runs locked in: it can open nothing, so converters of
 * character sets that it may need are opened by prepare (see
 * doublet_decoder_prepare()), which runs before and lets only our own code see the
 * document.
 *
 * Memory is limited to memory_mb and memory_mb_per_mb for each MB of the document, and
 * to DOUBLET_READER_MAX_MEMORY_MB in all.
 */
typedef struct
{
  const char     *format; /* the id in the table of formats; NULL ends a table */
  DoubletLoadFunc load;
  void (*prepare) (GBytes                   *bytes,
                   const DoubletLoadOptions *options); /* (nullable) */
  DoubletRights rights;
  guint         memory_mb;
  guint         memory_mb_per_mb;
} DoubletReader;

#define DOUBLET_READER_MAX_MEMORY_MB 4096u

/* What the first and the second program read. */
extern const DoubletReader doublet_readers[];
extern const DoubletReader doublet_pdf_readers[];

const DoubletReader *doublet_reader_find (const DoubletReader *readers,
                                          const char          *format);
gsize                doublet_reader_get_memory (const DoubletReader *self,
                                                gsize                n_bytes);
DoubletArticle      *doublet_reader_finish (DoubletArticleBuilder *builder,
                                            const char            *name,
                                            const char            *source,
                                            GError               **error);

G_END_DECLS
