/* html-metadata.c
 *
 * SPDX-FileCopyrightText: 2026 The Doublet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "html-metadata.h"

#include "byline.h"
#include "html-hints.h"

#include <string.h>

/* A headline has fewer characters than this. */
#define MAX_HEADLINE 300

/* The name of an author has less: from Readability. */
#define MAX_BYLINE 100

/* Nodes inside of it, and elements that call themselves so: more are no bylines, and would
 * cost time. */
#define MAX_BYLINE_NODES 200
#define MAX_BYLINES 100

/* What is left of a tab's title without the site has as many words: from Readability. */
#define MIN_TITLE_WORDS 3

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

/* Whether @value is one of the words of an attribute. */
static gboolean
has_word (const DoubletHtmlTree *tree,
          guint                  node,
          DoubletHtmlKey         key,
          const char            *value)
{
  const char *given = doublet_html_tree_get_attribute (tree, node, key);
  gsize       length = strlen (value);

  while (given != NULL && *given != '\0')
    {
      gsize n = strcspn (given, " \t\n");

      if (n == length && g_ascii_strncasecmp (given, value, n) == 0)
        return TRUE;
      given += n + (given[n] != '\0');
    }
  return FALSE;
}

static const char *
find_meta (const DoubletHtmlTree *tree,
           const char            *value)
{
  for (guint i = 1; i < tree->nodes->len; i++)
    if (doublet_html_tree_get (tree, i)->tag == DOUBLET_TAG_META &&
        (has_word (tree, i, DOUBLET_HTML_PROPERTY, value) || has_word (tree, i, DOUBLET_HTML_NAME, value)))
      {
        const char *content = doublet_html_tree_get_attribute (tree, i, DOUBLET_HTML_CONTENT);

        if (content != NULL && content[strspn (content, " \t\n")] != '\0')
          return content;
      }
  return NULL;
}

static guint
count_words (const char *text,
             gsize       n_bytes)
{
  guint    n = 0;
  gboolean in_word = FALSE;

  for (gsize i = 0; i < n_bytes; i++)
    {
      gboolean is_space = g_ascii_isspace (text[i]);

      n += !is_space && !in_word;
      in_word = !is_space;
    }
  return n;
}

/* The tab's title mostly ends with the name of the site, or begins with it. */
static char *
dup_without_site (const char *title)
{
  static const char *const signs[] = { " | ", " - ", " \342\200\223 ", " \342\200\224 ", " \302\273 ", " :: ", " \302\267 ", NULL };
  const char              *first = NULL;
  const char              *last = NULL;
  gsize                    first_length = 0;

  for (guint i = 0; signs[i] != NULL; i++)
    {
      const char *found = strstr (title, signs[i]);

      if (found != NULL && (first == NULL || found < first))
        {
          first = found;
          first_length = strlen (signs[i]);
        }
      found = g_strrstr (title, signs[i]);
      if (found != NULL && found > last)
        last = found;
    }
  if (last != NULL && count_words (title, last - title) >= MIN_TITLE_WORDS)
    return g_strndup (title, last - title);
  if (first != NULL && count_words (first + first_length, strlen (first + first_length)) >= MIN_TITLE_WORDS)
    return g_strdup (first + first_length);
  return g_strdup (title);
}

/**
 * doublet_html_dup_title:
 * @tree: a page
 * @linked: what it says of its article
 *
 * Returns: (transfer full) (nullable): the title that the page gives itself: one for
 *   sharing or for search engines, which lacks the name of the site, else that of the
 *   browser's tab without it
 */
char *
doublet_html_dup_title (const DoubletHtmlTree       *tree,
                        const DoubletHtmlLinkedData *linked)
{
  static const char *const names[] = {
    "dc:title", "dc.title", "dcterm.title", "dcterms.title", "og:title", "weibo:article:title", "parsely-title", "twitter:title", NULL
  };
  g_autofree char *title = NULL;

  for (guint i = 0; names[i] != NULL; i++)
    {
      const char *content = find_meta (tree, names[i]);

      if (content != NULL)
        return g_strdup (content);
    }
  if (linked->headline != NULL && linked->headline[strspn (linked->headline, " \t\r\n")] != '\0')
    return g_strdup (linked->headline);
  title = dup_title_element (tree);
  return title != NULL ? dup_without_site (title) : NULL;
}

/**
 * doublet_html_find_headline:
 * @tree: a page
 * @is_left_out: (array): for each node whether nobody sees it
 * @title: (nullable): the title of the page
 *
 * Returns: the heading that says what @title says; if there is no title, the first of
 *   the highest level; 0 if there is none
 */
guint
doublet_html_find_headline (const DoubletHtmlTree *tree,
                            const guint8          *is_left_out,
                            const char            *title)
{
  g_autofree char *wanted = title != NULL ? dup_letters (title) : NULL;

  for (guint i = 1; title == NULL && i < tree->nodes->len; i++)
    if (!is_left_out[i] && doublet_html_tree_get (tree, i)->tag == DOUBLET_TAG_H1)
      return i;
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

/* All that say it, in order. */
static void
add_metas (const DoubletHtmlTree *tree,
           const char            *value,
           GPtrArray             *names)
{
  for (guint i = 1; i < tree->nodes->len; i++)
    if (doublet_html_tree_get (tree, i)->tag == DOUBLET_TAG_META &&
        (has_word (tree, i, DOUBLET_HTML_PROPERTY, value) || has_word (tree, i, DOUBLET_HTML_NAME, value)))
      doublet_byline_add (names, doublet_html_tree_get_attribute (tree, i, DOUBLET_HTML_CONTENT));
}

/* The one name inside a byline that is marked as such, or the byline; NULL if it is more
 * than a byline. */
static char *
dup_name (const DoubletHtmlTree *tree,
          guint                  byline,
          const guint8          *is_left_out)
{
  guint name = 0;
  guint n_names = 0;

  for (guint i = byline + 1; i < tree->nodes->len; i++)
    {
      guint up = doublet_html_tree_get (tree, i)->parent;

      while (up > byline && up != name)
        up = doublet_html_tree_get (tree, up)->parent;
      if (up < byline)
        break;
      if (i - byline > MAX_BYLINE_NODES)
        return NULL;
      if ((name == 0 || up != name) &&
          (has_word (tree, i, DOUBLET_HTML_ITEMPROP, "name") || has_word (tree, i, DOUBLET_HTML_REL, "author")))
        {
          name = i;
          n_names++;
        }
    }
  return dup_text (tree, n_names == 1 ? name : byline, is_left_out);
}

static gboolean
is_foreign (const DoubletHtmlTree *tree,
            guint                  node)
{
  DoubletHtmlTag tag = doublet_html_tree_get (tree, node)->tag;

  return tag == DOUBLET_TAG_NAV || tag == DOUBLET_TAG_FOOTER || tag == DOUBLET_TAG_ASIDE ||
         (doublet_html_tree_get (tree, node)->n_attributes > 0 && doublet_html_is_unlikely (tree, node));
}

/* What stands under the headline for people to read; menus, comments and links to other
 * articles have authors, too. */
static void
add_shown (const DoubletHtmlTree *tree,
           const guint8          *is_left_out,
           guint                  headline,
           GPtrArray             *names)
{
  g_autofree guint8 *foreign = g_new0 (guint8, tree->nodes->len);
  guint              n_bylines = 0;

  for (guint i = 1; i < tree->nodes->len && names->len == 0 && n_bylines < MAX_BYLINES; i++)
    {
      const DoubletHtmlNode *node = doublet_html_tree_get (tree, i);

      foreign[i] = foreign[node->parent] || is_left_out[i] || is_foreign (tree, i);
      if (i > headline && !foreign[i] && node->tag != DOUBLET_TAG_META && node->n_attributes > 0 &&
          doublet_html_is_byline (tree, i))
        {
          g_autofree char *name = dup_name (tree, i, is_left_out);

          n_bylines++;
          if (name != NULL && g_utf8_strlen (name, -1) < MAX_BYLINE)
            doublet_byline_add (names, name);
        }
    }
}

/**
 * doublet_html_take_byline:
 * @tree: a page
 * @is_left_out: (array): for each node whether nobody sees it
 * @headline: the heading that says what the page's title says; 0 if none does
 * @linked: what the page says of its article
 * @builder: gets who wrote it
 */
void
doublet_html_take_byline (const DoubletHtmlTree       *tree,
                          const guint8                *is_left_out,
                          guint                        headline,
                          const DoubletHtmlLinkedData *linked,
                          DoubletArticleBuilder       *builder)
{
  static const char *const keys[] = {
    "dc:creator", "dc.creator", "dcterm.creator", "dcterms.creator", "author", "article:author", "parsely-author", "byl", NULL
  };
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);

  if (linked->authors != NULL && linked->authors->len > 0)
    {
      doublet_byline_set (linked->authors, builder);
      return;
    }
  for (guint i = 0; keys[i] != NULL && names->len == 0; i++)
    add_metas (tree, keys[i], names);
  if (names->len == 0)
    add_shown (tree, is_left_out, headline, names);
  doublet_byline_set (names, builder);
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
    language = find_meta (tree, "og:locale");
  if (language == NULL || strlen (language) > 35)
    return;
  copy = g_strstrip (g_strdelimit (g_strdup (language), "_", '-'));
  doublet_article_builder_set_language (builder, copy);
}

/**
 * doublet_html_dup_headline:
 * @tree: a page
 * @is_left_out: (array): for each node whether nobody sees it
 * @headline: a heading
 *
 * Returns: (transfer full): what it says
 */
char *
doublet_html_dup_headline (const DoubletHtmlTree *tree,
                           const guint8          *is_left_out,
                           guint                  headline)
{
  return dup_text (tree, headline, is_left_out);
}
