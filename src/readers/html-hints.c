/* html-hints.c
 *
 * SPDX-FileCopyrightText: 2026 The Doublet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "html-hints.h"

#include <string.h>

/*
 * What the makers of pages call the parts of them.  The words are those that reader
 * modes have found to matter; none of them decides alone but those of the first list,
 * and these only where none of the second stands too.
 */

static const char *const unlikely[] = {
  "-ad-", "advert", "banner", "breadcrumb", "combx", "comment", "community", "cookie", "cover-wrap", "disqus", "extra", "footer", "gdpr",
  "header", "legends", "masthead", "menu", "newsletter", "pager", "pagination", "popup", "promo", "recommend", "related", "remark",
  "replies", "rss", "shoutbox", "sidebar", "skyscraper", "social", "sponsor", "supplemental", "taboola", "outbrain", NULL
};

static const char *const maybe[] = { "and", "article", "body", "column", "content", "main", "mathjax", "shadow", NULL };

static const char *const positive[] = {
  "article", "body", "content", "entry", "hentry", "h-entry", "main", "page", "pagination", "post", "text", "blog", "story", NULL
};

static const char *const negative[] = {
  "-ad-", "hidden", "banner", "combx", "comment", "com-", "contact", "footer", "gdpr", "masthead", "media", "meta", "outbrain", "promo",
  "related", "scroll", "share", "shoutbox", "sidebar", "skyscraper", "sponsor", "shopping", "tags", "widget", NULL
};

static const char *const bylines[] = { "byline", "author", "dateline", "writtenby", "p-author", NULL };

static const char *const sharing[] = { "share", "sharedaddy", "social", NULL };

/* For screen readers only, or for those who edit an encyclopedia. */
static const char *const unseen[] = {
  "sr-only", "visually-hidden", "visuallyhidden", "screen-reader-text", "screen-reader-only", "screenreader-only", "u-hidden-visually",
  "a11y-hidden", "assistive-text", "mw-editsection", NULL
};

static const char *const unlikely_roles[] = {
  "menu", "menubar", "complementary", "navigation", "alert", "alertdialog", "dialog", "search", "banner", "contentinfo", NULL
};

/* Of a name; longer ones are made by programs. */
#define MAX_NAME 256

static void
fold (const char *name,
      char        folded[MAX_NAME + 1])
{
  gsize i;

  for (i = 0; name != NULL && name[i] != '\0' && i < MAX_NAME; i++)
    folded[i] = g_ascii_tolower (name[i]);
  folded[i] = '\0';
}

static gboolean
holds_any (const char        *name,
           const char *const *words)
{
  for (; *words != NULL; words++)
    if (strstr (name, *words) != NULL)
      return TRUE;
  return FALSE;
}

static gboolean
names_hold (const DoubletHtmlTree *tree,
            guint                  node,
            const char *const     *words)
{
  char name[MAX_NAME + 1];

  fold (doublet_html_tree_get_attribute (tree, node, DOUBLET_HTML_CLASS), name);
  if (holds_any (name, words))
    return TRUE;
  fold (doublet_html_tree_get_attribute (tree, node, DOUBLET_HTML_ID), name);
  return holds_any (name, words);
}

/*
 * doublet_html_is_unlikely:
 * @tree: a page
 * @node: an element
 *
 * Returns: whether it calls itself something that is no article
 */
gboolean
doublet_html_is_unlikely (const DoubletHtmlTree *tree,
                          guint                  node)
{
  const char *role = doublet_html_tree_get_attribute (tree, node, DOUBLET_HTML_ROLE);

  if (role != NULL && g_strv_contains (unlikely_roles, role))
    return TRUE;
  return names_hold (tree, node, unlikely) && !names_hold (tree, node, maybe);
}

/*
 * doublet_html_is_unseen:
 * @tree: a page
 * @node: an element
 *
 * Returns: whether it calls itself something that most readers never see
 */
gboolean
doublet_html_is_unseen (const DoubletHtmlTree *tree,
                        guint                  node)
{
  char name[MAX_NAME + 1];

  fold (doublet_html_tree_get_attribute (tree, node, DOUBLET_HTML_CLASS), name);
  return holds_any (name, unseen);
}

/*
 * doublet_html_is_byline:
 * @tree: a page
 * @node: an element
 *
 * Returns: whether it says who wrote the article
 */
gboolean
doublet_html_is_byline (const DoubletHtmlTree *tree,
                        guint                  node)
{
  const char *rel = doublet_html_tree_get_attribute (tree, node, DOUBLET_HTML_REL);
  const char *itemprop = doublet_html_tree_get_attribute (tree, node, DOUBLET_HTML_ITEMPROP);

  return g_strcmp0 (rel, "author") == 0 || (itemprop != NULL && strstr (itemprop, "author") != NULL) || names_hold (tree, node, bylines);
}

/*
 * doublet_html_is_sharing:
 * @tree: a page
 * @node: an element
 *
 * Returns: whether it is for sending the page to others
 */
gboolean
doublet_html_is_sharing (const DoubletHtmlTree *tree,
                         guint                  node)
{
  return names_hold (tree, node, sharing);
}

static int
weigh (const char *given)
{
  char name[MAX_NAME + 1];

  fold (given, name);
  return (holds_any (name, positive) ? 25 : 0) - (holds_any (name, negative) ? 25 : 0);
}

/*
 * doublet_html_weigh_names:
 * @tree: a page
 * @node: an element
 *
 * Returns: how much its class and id speak for an article
 */
int
doublet_html_weigh_names (const DoubletHtmlTree *tree,
                          guint                  node)
{
  const char *class = doublet_html_tree_get_attribute (tree, node, DOUBLET_HTML_CLASS);
  const char *id = doublet_html_tree_get_attribute (tree, node, DOUBLET_HTML_ID);

  return (class != NULL ? weigh (class) : 0) + (id != NULL ? weigh (id) : 0);
}
