/* list-marker.h
 *
 * SPDX-FileCopyrightText: 2026 The Doublet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "article.h"

G_BEGIN_DECLS

typedef enum
{
  DOUBLET_LIST_MARKER_NONE,
  DOUBLET_LIST_MARKER_BULLET,
  DOUBLET_LIST_MARKER_STOP,    /* 1. */
  DOUBLET_LIST_MARKER_BRACKET, /* 1) */
  DOUBLET_LIST_MARKER_ROUND,   /* (1) */
  DOUBLET_LIST_MARKER_LETTER,  /* a) */
  DOUBLET_N_LIST_MARKERS,
} DoubletListMarkerShape;

/* What stands before the item of a list if it was typed. */
typedef struct
{
  DoubletListMarkerShape shape;
  guint                  number;  /* 0 for a bullet */
  gsize                  n_bytes; /* with the white space behind it */
} DoubletListMarker;

DoubletListMarker doublet_list_marker_read (const char *text,
                                            const char *limit);
guint32          *doublet_list_markers_find (const DoubletArticle *article);

G_END_DECLS
