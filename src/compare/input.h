/* input.h
 *
 * SPDX-FileCopyrightText: 2026 The Doublet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "load-options.h"

G_BEGIN_DECLS

/*
 * One thing that a person wants compared: a local file, standard input, text that was
 * pasted, or what only a layer above can read; with the choices that belong to it.
 * Immutable, atomically counted.
 */
typedef struct _DoubletInput DoubletInput;

/* How a layer above reads its kind of source.  All may be called from any thread. */
typedef struct
{
  GBytes *(*read) (gpointer               source,
                   const DoubletProgress *progress, /* (nullable): whom to tell how far it is, and to ask whether to stop */
                   GError               **error);                 /* return location for an error of %DOUBLET_LOAD_ERROR */
  gpointer (*ref) (gpointer source);
  void (*unref) (gpointer source);
} DoubletInputReader;

DoubletInput  *doublet_input_new_for_path (const char *path);
DoubletInput  *doublet_input_new_for_reader (const DoubletInputReader *reader,
                                             gpointer                  source,
                                             const char               *file_name,
                                             const char               *name,
                                             const char               *location);
DoubletInput  *doublet_input_new_for_bytes (GBytes     *bytes,
                                            const char *name);
DoubletInput  *doublet_input_new_for_standard_input (void);
DoubletInput  *doublet_input_ref (DoubletInput *self);
void           doublet_input_unref (DoubletInput *self);
DoubletInput  *doublet_input_with_charset (DoubletInput *self,
                                           const char   *charset);
DoubletInput  *doublet_input_with_whole_page (DoubletInput *self,
                                              gboolean      whole_page);
DoubletInput  *doublet_input_with_tracked (DoubletInput  *self,
                                           DoubletTracked tracked);
DoubletInput  *doublet_input_with_name (DoubletInput *self,
                                        const char   *name);
const char    *doublet_input_get_path (const DoubletInput *self);
gpointer       doublet_input_get_source (const DoubletInput       *self,
                                         const DoubletInputReader *reader);
const char    *doublet_input_get_name (const DoubletInput *self);
const char    *doublet_input_get_charset (const DoubletInput *self);
gboolean       doublet_input_get_whole_page (const DoubletInput *self);
DoubletTracked doublet_input_get_tracked (const DoubletInput *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DoubletInput, doublet_input_unref)

G_END_DECLS
