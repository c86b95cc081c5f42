/* epub-package.h
 *
 * SPDX-FileCopyrightText: 2026 The Doublet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "zip-archive.h"

G_BEGIN_DECLS

/* One chapter: an entry of the archive. */
typedef struct
{
  char    *name;          /* owned */
  gboolean is_navigation; /* the book's table of contents, and nothing else that counts */
} DoubletEpubChapter;

/* A book, unpacked as far as it is read. */
typedef struct
{
  DoubletZipArchive *archive;
  GBytes            *properties; /* owned: what holds title and language */
  GArray            *chapters;   /* DoubletEpubChapter, in reading order */
  guint              n_missing;  /* chapters that are listed and not there */
} DoubletEpubPackage;

DoubletEpubPackage *doublet_epub_package_new (GBytes                *bytes,
                                              const DoubletProgress *progress,
                                              GError               **error);
void                doublet_epub_package_free (DoubletEpubPackage *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DoubletEpubPackage, doublet_epub_package_free)

G_END_DECLS
