/* input.h
 *
 * SPDX-FileCopyrightText: 2026 The Doublet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "load-options.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/*
 * One thing that a person wants compared: a file, standard input, or text that was
 * pasted; with the choices that belong to it.  Immutable, atomically counted.
 */
typedef struct _DoubletInput DoubletInput;

#define DOUBLET_TYPE_INPUT (doublet_input_get_type ())

GType          doublet_input_get_type (void) G_GNUC_CONST;
DoubletInput  *doublet_input_new_for_file (GFile *file);
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
GFile         *doublet_input_get_file (const DoubletInput *self);
const char    *doublet_input_get_name (const DoubletInput *self);
const char    *doublet_input_get_charset (const DoubletInput *self);
gboolean       doublet_input_get_whole_page (const DoubletInput *self);
DoubletTracked doublet_input_get_tracked (const DoubletInput *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DoubletInput, doublet_input_unref)

G_END_DECLS
