/* zip-archive.h
 *
 * SPDX-FileCopyrightText: 2026 The Doublet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "load-options.h"
#include "progress.h"

G_BEGIN_DECLS

/*
 * The entries of a zip file, by their exact names, in memory: nothing is ever written
 * to a disk, so a name cannot lead anywhere.
 */
typedef struct _DoubletZipArchive DoubletZipArchive;

void               doublet_zip_archive_prepare (GBytes                   *bytes,
                                                const DoubletLoadOptions *options);
DoubletZipArchive *doublet_zip_archive_new (GBytes                *bytes,
                                            const DoubletProgress *progress,
                                            GError               **error);
void               doublet_zip_archive_free (DoubletZipArchive *self);
gboolean           doublet_zip_archive_has (const DoubletZipArchive *self,
                                            const char              *name);
gboolean           doublet_zip_archive_is_damaged (const DoubletZipArchive *self);
gboolean           doublet_zip_archive_read (DoubletZipArchive     *self,
                                             const GPtrArray       *names,
                                             const DoubletProgress *progress,
                                             GError               **error);
gboolean           doublet_zip_archive_read_one (DoubletZipArchive     *self,
                                                 const char            *name,
                                                 const DoubletProgress *progress,
                                                 GError               **error);
GBytes            *doublet_zip_archive_get (const DoubletZipArchive *self,
                                            const char              *name);
char              *doublet_zip_archive_resolve (const char *base,
                                                const char *target);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DoubletZipArchive, doublet_zip_archive_free)

G_END_DECLS
