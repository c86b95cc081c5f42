/* folder-listing.h
 *
 * SPDX-FileCopyrightText: 2026 The Doublet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* What was found in files and folders. */
typedef struct
{
  GPtrArray *files;      /* of GFile: those given as they were, those of a folder in natural order */
  guint      n_left_out; /* files of folders that are no articles */
  guint      n_closed;   /* folders that could not be looked into */
  gboolean   too_many;   /* there are more than are listed */
  gboolean   too_deep;   /* there are folders further down that were not looked into */
} DoubletFolderListing;

/* A folder gives so many files at the most, and is read so far: it may be the wrong one.
 * Two hundred articles take minutes to compare, and nobody reads that many side by side. */
#define DOUBLET_FOLDER_MAX_FILES 200
#define DOUBLET_FOLDER_MAX_ENTRIES 20000

/* Year, month, day, desk, story: with one to spare.  The files of the folder itself are at
 * depth one. */
#define DOUBLET_FOLDER_MAX_DEPTH 6

void                  doublet_folder_listing_free (DoubletFolderListing *self);
DoubletFolderListing *doublet_folder_listing_run (GFile *const *files,
                                                  guint         n_files,
                                                  GCancellable *cancellable,
                                                  GError      **error);
void                  doublet_folder_listing_run_async (GFile *const       *files,
                                                        guint               n_files,
                                                        GCancellable       *cancellable,
                                                        GAsyncReadyCallback callback,
                                                        gpointer            user_data);
DoubletFolderListing *doublet_folder_listing_run_finish (GAsyncResult *result,
                                                         GError      **error);
char                 *doublet_folder_listing_describe (const DoubletFolderListing *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DoubletFolderListing, doublet_folder_listing_free)

G_END_DECLS
