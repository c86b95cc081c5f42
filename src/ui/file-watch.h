/* file-watch.h
 *
 * SPDX-FileCopyrightText: 2026 The Doublet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "comparison.h"

G_BEGIN_DECLS

#define DOUBLET_TYPE_FILE_WATCH (doublet_file_watch_get_type ())

/*
 * Looks after the files of a comparison.
 *
 * Signal "changed" (GFile *file): the file was written by another program
 */
G_DECLARE_FINAL_TYPE (DoubletFileWatch, doublet_file_watch, DOUBLET, FILE_WATCH, GObject)

DoubletFileWatch *doublet_file_watch_new (void);
void              doublet_file_watch_update (DoubletFileWatch  *self,
                                             DoubletComparison *comparison);

G_END_DECLS
