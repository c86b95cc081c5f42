/* prepared-text.h
 *
 * SPDX-FileCopyrightText: 2026 The Doublet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "mark-tags.h"

G_BEGIN_DECLS

/*
 * A text in a buffer of its own that no view has seen yet.  Filling a buffer takes a
 * third of a second for 5 MB, and has to be done in the main thread; here it is done in
 * pieces, so that the window lives meanwhile.  A view takes it when it is full.
 */
typedef struct
{
  DoubletDisplayText *text;       /* owned */
  GtkTextBuffer      *buffer;     /* owned */
  DoubletMarkTags     tags;       /* of the buffer */
  guint32             n_filled;   /* lines */
  guint               n_pictures; /* tagged so far */
} DoubletPreparedText;

DoubletPreparedText *doublet_prepared_text_new (DoubletDisplayText *text);
void                 doublet_prepared_text_free (DoubletPreparedText *self);
gboolean             doublet_prepared_text_fill (DoubletPreparedText *self,
                                                 gint64               microseconds);
gboolean             doublet_prepared_text_is_full (const DoubletPreparedText *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DoubletPreparedText, doublet_prepared_text_free)

G_END_DECLS
