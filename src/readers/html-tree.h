/* html-tree.h
 *
 * SPDX-FileCopyrightText: 2026 The Doublet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "html-tags.h"
#include "progress.h"

G_BEGIN_DECLS

typedef enum
{
  DOUBLET_HTML_ARIA_HIDDEN,
  DOUBLET_HTML_CLASS,
  DOUBLET_HTML_CONTENT,
  DOUBLET_HTML_HIDDEN,
  DOUBLET_HTML_ID,
  DOUBLET_HTML_ITEMPROP,
  DOUBLET_HTML_LANG,
  DOUBLET_HTML_NAME,
  DOUBLET_HTML_PROPERTY,
  DOUBLET_HTML_REL,
  DOUBLET_HTML_ROLE,
  DOUBLET_HTML_STYLE,
  DOUBLET_HTML_TYPE,
  DOUBLET_HTML_N_KEYS,
} DoubletHtmlKey;

/* Bytes of the tree's strings, with a NUL behind them. */
typedef struct
{
  guint32 start;
  guint32 length;
} DoubletHtmlRange;

typedef struct
{
  DoubletHtmlKey   key;
  DoubletHtmlRange value;
} DoubletHtmlAttribute;

/* An element or a piece of text.  Links are indices into the nodes; 0, the root, stands
 * for none, as nobody's child or brother. */
typedef struct
{
  guint32          parent;
  guint32          first;
  guint32          last;
  guint32          next;
  DoubletHtmlRange text;            /* of a piece of text */
  guint32          first_attribute; /* of an element */
  guint8           n_attributes;
  guint8           tag; /* DoubletHtmlTag */
} DoubletHtmlNode;

/*
 * A page as a tree.  Nodes stand in the order of the page: a parent before its
 * children, all that is in an element before what comes behind it.
 */
typedef struct
{
  GArray  *nodes;      /* DoubletHtmlNode */
  GArray  *attributes; /* DoubletHtmlAttribute */
  GString *strings;
  GString *linked_data; /* the scripts of type application/ld+json, a NUL behind each */
  gboolean is_cut;      /* the page has more nodes than are taken */
  gboolean is_broken;   /* something without an end took the rest of it */
} DoubletHtmlTree;

gboolean    doublet_html_tree_parse (DoubletHtmlTree       *self,
                                     const char            *text,
                                     gsize                  n_bytes,
                                     const DoubletProgress *progress);
void        doublet_html_tree_clear (DoubletHtmlTree *self);
const char *doublet_html_tree_get_attribute (const DoubletHtmlTree *self,
                                             guint                  node,
                                             DoubletHtmlKey         key);

static inline DoubletHtmlNode *
doublet_html_tree_get (const DoubletHtmlTree *self,
                       guint                  node)
{
  return &g_array_index (self->nodes, DoubletHtmlNode, node);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (DoubletHtmlTree, doublet_html_tree_clear)

G_END_DECLS
