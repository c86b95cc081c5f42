/* html-metadata.c
 *
 * SPDX-FileCopyrightText: 2026 The Doublet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "html-metadata.h"

#include <string.h>

/* A headline has fewer characters than this. */
#define MAX_HEADLINE 300

static gboolean
has_value (const DoubletHtmlTree *tree,
           guint                  node,
           DoubletHtmlKey         key,
           const char            *value)
{
  const char *given = doublet_html_tree_get_attribute (tree, node, key);

  return given != NULL && g_ascii_strcasecmp (given, value) == 0;
}

/* What is written in an element, in one line. */
static char *
dup_text (const DoubletHtmlTree *tree,
          guint                  node,
          const guint8          *is_left_out)
{
  GString *text = g_string_new (NULL);

  for (guint i = node + 1; i < tree->nodes->len && text->len < 4 * MAX_HEADLINE; i++)
    {
      const DoubletHtmlNode *below = doublet_html_tree_get (tree, i);
      guint                  up = below->parent;

      while (up > node)
        up = doublet_html_tree_get (tree, up)->parent;
      if (up != node)
        break;
      if (below->tag == DOUBLET_TAG_TEXT && (is_left_out == NULL || !is_left_out[i]))
        g_string_append_len (text, tree->strings->str + below->text.start, below->text.length);
      else if (below->tag == DOUBLET_TAG_BR)
        g_string_append_c (text, ' ');
    }
  return g_string_free (text, FALSE);
}

/* Letters and digits only, to compare titles with. */
static char *
dup_letters (const char *text)
{
  g_autofree char *folded = g_utf8_casefold (text, -1);
  GString         *letters = g_string_new (NULL);

  for (const char *p = folded; *p != '\0'; p = g_utf8_next_char (p))
    if (g_unichar_isalnum (g_utf8_get_char (p)))
      g_string_append_unichar (letters, g_utf8_get_char (p));
  return g_string_free (letters, FALSE);
}

static char *
dup_title_element (const DoubletHtmlTree *tree)
{
  for (guint i = 1; i < tree->nodes->len; i++)
    if (doublet_html_tree_get (tree, i)->tag == DOUBLET_TAG_TITLE)
      return dup_text (tree, i, NULL);
  return NULL;
}

static const char *
find_meta (const DoubletHtmlTree *tree,
           DoubletHtmlKey         key,
           const char            *value)
{
  for (guint i = 1; i < tree->nodes->len; i++)
    if (doublet_html_tree_get (tree, i)->tag == DOUBLET_TAG_META && has_value (tree, i, key, value))
      return doublet_html_tree_get_attribute (tree, i, DOUBLET_HTML_CONTENT);
  return NULL;
}

/**
 * doublet_html_dup_title:
 * @tree: a page
 *
 * Returns: (transfer full) (nullable): the title that the page gives itself: the one for
 *   sharing, which lacks the name of the site, else that of the browser's tab
 */
char *
doublet_html_dup_title (const DoubletHtmlTree *tree)
{
  const char *title = find_meta (tree, DOUBLET_HTML_PROPERTY, "og:title");

  if (title == NULL)
    title = find_meta (tree, DOUBLET_HTML_NAME, "twitter:title");
  if (title == NULL)
    title = find_meta (tree, DOUBLET_HTML_NAME, "dc.title");
  return title != NULL && *title != '\0' ? g_strdup (title) : dup_title_element (tree);
}

/**
 * doublet_html_find_headline:
 * @tree: a page
 * @is_left_out: (array): for each node whether nobody sees it
 * @title: (nullable): the title of the page
 *
 * Returns: the heading that says what @title says; 0 if there is none
 */
guint
doublet_html_find_headline (const DoubletHtmlTree *tree,
                            const guint8          *is_left_out,
                            const char            *title)
{
  g_autofree char *wanted = title != NULL ? dup_letters (title) : NULL;

  for (guint i = 1; wanted != NULL && *wanted != '\0' && i < tree->nodes->len; i++)
    {
      DoubletHtmlTag tag = doublet_html_tree_get (tree, i)->tag;

      if (!is_left_out[i] && (tag == DOUBLET_TAG_H1 || tag == DOUBLET_TAG_H2))
        {
          g_autofree char *text = dup_text (tree, i, is_left_out);
          g_autofree char *letters = dup_letters (text);

          /* The tab's title has the name of the site before or behind it. */
          if (*letters != '\0' && (strcmp (letters, wanted) == 0 ||
                                   (strlen (letters) * 2 >= strlen (wanted) && strstr (wanted, letters) != NULL)))
            return i;
        }
    }
  return 0;
}

/**
 * doublet_html_take_language:
 * @tree: a page
 * @builder: gets its language
 */
void
doublet_html_take_language (const DoubletHtmlTree *tree,
                            DoubletArticleBuilder *builder)
{
  const char      *language = doublet_html_tree_get_attribute (tree, 0, DOUBLET_HTML_LANG);
  g_autofree char *copy = NULL;

  if (language == NULL || *language == '\0')
    language = find_meta (tree, DOUBLET_HTML_PROPERTY, "og:locale");
  if (language == NULL || strlen (language) > 35)
    return;
  copy = g_strstrip (g_strdelimit (g_strdup (language), "_", '-'));
  doublet_article_builder_set_language (builder, copy);
}
