/* docx-package.h
 *
 * SPDX-FileCopyrightText: 2026 The Doublet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "zip-archive.h"

G_BEGIN_DECLS

/* The parts of a Word document.  Where they lie in the zip file is told by
 * relationships, not by their names; those that are not needed stay packed. */
typedef struct
{
  DoubletZipArchive *archive;
  GBytes            *document;
  GBytes            *styles; /* (nullable), as all that follow */
  GBytes            *footnotes;
  GBytes            *endnotes;
  GBytes            *properties; /* title and language */
  GHashTable        *inserted;   /* owned id -> owned name: of files within the file that the text shows */
} DoubletDocxPackage;

DoubletDocxPackage *doublet_docx_package_new (GBytes                *bytes,
                                              const DoubletProgress *progress,
                                              GError               **error);
GBytes             *doublet_docx_package_take_inserted (DoubletDocxPackage *self,
                                                        const char         *id);
void                doublet_docx_package_free (DoubletDocxPackage *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DoubletDocxPackage, doublet_docx_package_free)

G_END_DECLS
