/* html-search.h
 *
 * SPDX-FileCopyrightText: 2026 The Doublet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "html-tree.h"

G_BEGIN_DECLS

/* Of an element and all in it that was not left out. */
typedef struct
{
  guint    chars;
  guint    own_chars; /* in lines of its own, not in blocks inside */
  guint    commas;
  guint    own_commas;
  guint    own_breaks; /* br among these lines */
  guint    link_chars;
  guint    heading_chars;
  guint    list_chars;
  guint    n_p;
  guint    n_img;
  guint    n_li;
  guint    n_inputs;
  guint    n_addresses; /* inputs for an address, also those left out by now */
  guint    n_tables;
  guint    n_rows;
  guint    n_cells;
  guint    n_heads; /* th and caption: what only a table of data has */
  gboolean has_blocks;
  gboolean has_score;
  double   score;
} DoubletHtmlStats;

/* One attempt to find the article. */
typedef struct
{
  const DoubletHtmlTree *tree;
  guint                  headline; /* the heading that says what the title says, 0 if none does */
  guint8                *left_out; /* for each node */
  DoubletHtmlStats      *stats;    /* for each node */
  gboolean               believe_names;
  gboolean               clean;
} DoubletHtmlSearch;

void     doublet_html_search_count (DoubletHtmlSearch *self);
void     doublet_html_search_remove (DoubletHtmlSearch *self,
                                     guint              node);
gboolean doublet_html_search_is_in (const DoubletHtmlSearch *self,
                                    guint                    node,
                                    DoubletHtmlTag           tag);
gboolean doublet_html_search_is_above (const DoubletHtmlSearch *self,
                                       guint                    ancestor,
                                       guint                    node);
guint    doublet_html_search_get_end (const DoubletHtmlSearch *self,
                                      guint                    node);
char    *doublet_html_search_dup_text (const DoubletHtmlSearch *self,
                                       guint                    node,
                                       gsize                    n_bytes);
int      doublet_html_search_weigh (const DoubletHtmlSearch *self,
                                    guint                    node);

static inline const DoubletHtmlNode *
doublet_html_search_get (const DoubletHtmlSearch *self,
                         guint                    node)
{
  return doublet_html_tree_get (self->tree, node);
}

static inline gboolean
doublet_html_search_has_flag (const DoubletHtmlSearch *self,
                              guint                    node,
                              DoubletHtmlTagFlags      flag)
{
  return (doublet_html_tag_get_flags (doublet_html_search_get (self, node)->tag) & flag) != 0;
}

static inline double
doublet_html_stats_get_link_density (const DoubletHtmlStats *self)
{
  return self->chars > 0 ? (double)self->link_chars / self->chars : 0;
}

G_END_DECLS
