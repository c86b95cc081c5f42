/* json-stream.h
 *
 * SPDX-FileCopyrightText: 2026 The Doublet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/*
 * JSON written as it comes, into memory.  The name of a member is NULL inside an
 * array.
 */
typedef struct _DoubletJsonStream DoubletJsonStream;

/**
 * DoubletJsonLayout:
 * @DOUBLET_JSON_INLINE: everything inside on one line
 * @DOUBLET_JSON_LINES: every member or element on a line of its own
 */
typedef enum
{
  DOUBLET_JSON_INLINE,
  DOUBLET_JSON_LINES,
} DoubletJsonLayout;

DoubletJsonStream *doublet_json_stream_new (void);
void               doublet_json_stream_free (DoubletJsonStream *self);
GBytes            *doublet_json_stream_free_to_bytes (DoubletJsonStream *self);
void               doublet_json_stream_begin_object (DoubletJsonStream *self,
                                                     const char        *name,
                                                     DoubletJsonLayout  layout);
void               doublet_json_stream_begin_array (DoubletJsonStream *self,
                                                    const char        *name,
                                                    DoubletJsonLayout  layout);
void               doublet_json_stream_end (DoubletJsonStream *self);
void               doublet_json_stream_add_string (DoubletJsonStream *self,
                                                   const char        *name,
                                                   const char        *value);
void               doublet_json_stream_add_uint (DoubletJsonStream *self,
                                                 const char        *name,
                                                 guint64            value);
void               doublet_json_stream_add_share (DoubletJsonStream *self,
                                                  const char        *name,
                                                  guint64            part,
                                                  guint64            whole);
void               doublet_json_stream_add_boolean (DoubletJsonStream *self,
                                                    const char        *name,
                                                    gboolean           value);
void               doublet_json_stream_add_null (DoubletJsonStream *self,
                                                 const char        *name);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DoubletJsonStream, doublet_json_stream_free)

G_END_DECLS
