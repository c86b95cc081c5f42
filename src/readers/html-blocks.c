/* html-blocks.c
 *
 * SPDX-FileCopyrightText: 2026 The Doublet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "html-blocks.h"

#include <string.h>

/* What the elements around a place make of it. */
typedef struct
{
  const DoubletHtmlTree *tree;
  DoubletArticleBuilder *builder;
  guint                  n_lists;
  guint                  n_items;
  guint                  n_quotations;
  guint                  n_captions;
  guint                  n_cells;
  guint                  n_pres;
  guint                  heading; /* its level, 0 outside */
  gboolean               is_open; /* the present block began */
  gboolean               after_break;
} Walk;

static gboolean
has_style (const char *style,
           const char *property,
           const char *value)
{
  const char *p = style;

  while ((p = strstr (p, property)) != NULL)
    {
      p += strlen (property);
      while (*p == ' ')
        p++;
      if (*p != ':')
        continue;
      p++;
      while (*p == ' ')
        p++;
      if (g_ascii_strncasecmp (p, value, strlen (value)) == 0)
        return TRUE;
    }
  return FALSE;
}

static gboolean
is_hidden (const DoubletHtmlTree *tree,
           guint                  node)
{
  const char *hidden = doublet_html_tree_get_attribute (tree, node, DOUBLET_HTML_HIDDEN);
  const char *aria = doublet_html_tree_get_attribute (tree, node, DOUBLET_HTML_ARIA_HIDDEN);
  const char *style = doublet_html_tree_get_attribute (tree, node, DOUBLET_HTML_STYLE);

  return (hidden != NULL && g_ascii_strcasecmp (hidden, "until-found") != 0) ||
         (aria != NULL && g_ascii_strcasecmp (aria, "true") == 0) ||
         (style != NULL && (has_style (style, "display", "none") || has_style (style, "visibility", "hidden")));
}

/* The mark of a note in the text, and the arrow that leads from the note back to it: by
 * their roles in DPUB-ARIA, or by the classes that Pandoc and MultiMarkdown write. */
static gboolean
is_note_mark (const DoubletHtmlTree *tree,
              guint                  node)
{
  static const char *const    names[] = { "doc-noteref", "doc-backlink", "footnote-ref", "footnote-back", "footnote-backref", "reversefootnote" };
  static const DoubletHtmlKey keys[] = { DOUBLET_HTML_ROLE, DOUBLET_HTML_CLASS };

  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    for (guint j = 0; j < G_N_ELEMENTS (names); j++)
      if (g_strcmp0 (doublet_html_tree_get_attribute (tree, node, keys[i]), names[j]) == 0)
        return TRUE;
  return FALSE;
}

/*
 * doublet_html_hide_silent:
 * @tree: a page
 * @is_left_out: (array): for each node; set for those that nobody sees
 *
 * Marks what is no text for a reader: scripts, what is hidden, marks of notes, and all
 * that is in it.
 */
void
doublet_html_hide_silent (const DoubletHtmlTree *tree,
                          guint8                *is_left_out)
{
  for (guint i = 1; i < tree->nodes->len; i++)
    {
      const DoubletHtmlNode *node = doublet_html_tree_get (tree, i);

      if (is_left_out[node->parent] || (doublet_html_tag_get_flags (node->tag) & DOUBLET_TAG_IS_SILENT) ||
          (node->n_attributes > 0 && is_hidden (tree, i)) ||
          (node->tag == DOUBLET_TAG_A && node->n_attributes > 0 && is_note_mark (tree, i)))
        is_left_out[i] = 1;
    }
}

static void
begin_block (Walk *walk)
{
  DoubletBlockKind kind = DOUBLET_BLOCK_PARAGRAPH;
  guint            level = 0;

  if (walk->heading > 0)
    {
      kind = DOUBLET_BLOCK_HEADING;
      level = walk->heading;
    }
  else if (walk->n_captions > 0)
    kind = DOUBLET_BLOCK_CAPTION;
  else if (walk->n_items > 0)
    {
      kind = DOUBLET_BLOCK_LIST_ITEM;
      level = MAX (walk->n_lists, 1);
    }
  else if (walk->n_quotations > 0)
    kind = DOUBLET_BLOCK_QUOTATION;
  else if (walk->n_cells > 0)
    kind = DOUBLET_BLOCK_TABLE_CELL;
  doublet_article_builder_begin_block (walk->builder, kind, level);
  walk->is_open = TRUE;
}

static void
end_block (Walk *walk)
{
  doublet_article_builder_end_block (walk->builder);
  walk->is_open = FALSE;
  walk->after_break = FALSE;
}

static gboolean
is_blank (const char *text,
          gsize       n_bytes)
{
  for (gsize i = 0; i < n_bytes; i++)
    if (!g_ascii_isspace (text[i]))
      return FALSE;
  return TRUE;
}

static void
append_piece (Walk       *walk,
              const char *text,
              gsize       n_bytes)
{
  if (!is_blank (text, n_bytes))
    {
      walk->after_break = FALSE;
      if (!walk->is_open)
        begin_block (walk);
    }
  if (walk->is_open)
    doublet_article_builder_append (walk->builder, text, n_bytes);
}

/* In text that is set as it is, a blank line parts paragraphs. */
static void
append_text (Walk       *walk,
             const char *text,
             gsize       n_bytes)
{
  const char *limit = text + n_bytes;
  const char *gap;

  while (walk->n_pres > 0 && (gap = g_strstr_len (text, limit - text, "\n\n")) != NULL)
    {
      append_piece (walk, text, gap - text);
      end_block (walk);
      text = gap + 2;
    }
  append_piece (walk, text, limit - text);
}

/* One line break is a space, two part paragraphs. */
static void
append_break (Walk *walk)
{
  if (walk->after_break)
    end_block (walk);
  else
    {
      if (walk->is_open)
        doublet_article_builder_append_space (walk->builder);
      walk->after_break = TRUE;
    }
}

static void
count_element (Walk          *walk,
               DoubletHtmlTag tag,
               int            change)
{
  switch ((int)tag)
    {
    case DOUBLET_TAG_UL:
    case DOUBLET_TAG_OL:
      walk->n_lists += change;
      break;
    case DOUBLET_TAG_LI:
      walk->n_items += change;
      break;
    case DOUBLET_TAG_BLOCKQUOTE:
      walk->n_quotations += change;
      break;
    case DOUBLET_TAG_CAPTION:
    case DOUBLET_TAG_FIGCAPTION:
      walk->n_captions += change;
      break;
    case DOUBLET_TAG_TD:
    case DOUBLET_TAG_TH:
      walk->n_cells += change;
      break;
    case DOUBLET_TAG_PRE:
      walk->n_pres += change;
      break;
    default:
      if (doublet_html_tag_get_flags (tag) & DOUBLET_TAG_IS_HEADING)
        walk->heading = change > 0 ? tag - DOUBLET_TAG_H1 + 1 : 0;
      break;
    }
}

static void
enter (Walk *walk,
       guint index)
{
  const DoubletHtmlNode *node = doublet_html_tree_get (walk->tree, index);

  if (node->tag == DOUBLET_TAG_TEXT)
    append_text (walk, walk->tree->strings->str + node->text.start, node->text.length);
  else if (node->tag == DOUBLET_TAG_BR)
    append_break (walk);
  else if (doublet_html_tag_get_flags (node->tag) & DOUBLET_TAG_IS_BLOCK)
    end_block (walk);
  count_element (walk, node->tag, 1);
}

static void
leave (Walk *walk,
       guint index)
{
  DoubletHtmlTag tag = doublet_html_tree_get (walk->tree, index)->tag;

  if (doublet_html_tag_get_flags (tag) & DOUBLET_TAG_IS_BLOCK)
    end_block (walk);
  count_element (walk, tag, -1);
}

/*
 * doublet_html_append_text:
 * @tree: a page
 * @node: an element of it
 * @is_left_out: (array): for each node whether its text is wanted
 * @builder: gets the text
 *
 * Writes down what stands in @node, block by block.
 */
void
doublet_html_append_text (const DoubletHtmlTree *tree,
                          guint                  node,
                          const guint8          *is_left_out,
                          DoubletArticleBuilder *builder)
{
  Walk  walk = { .tree = tree, .builder = builder };
  guint at = node;

  end_block (&walk);
  for (;;)
    {
      guint next = 0;

      if (!is_left_out[at])
        {
          enter (&walk, at);
          next = doublet_html_tree_get (tree, at)->first;
          if (next == 0)
            leave (&walk, at);
        }
      while (next == 0 && at != node)
        {
          next = doublet_html_tree_get (tree, at)->next;
          if (next == 0)
            {
              at = doublet_html_tree_get (tree, at)->parent;
              leave (&walk, at);
            }
        }
      if (next == 0)
        break;
      at = next;
    }
  end_block (&walk);
}
