/* html-search.c
 *
 * SPDX-FileCopyrightText: 2026 The Doublet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "html-search.h"

#include "html-hints.h"

#include <string.h>

/*
 * What is known of the elements of a page while the article in it is sought: how much
 * text they hold and of what kind.
 */

/* From here on in Unicode most signs stand for syllables or words. */
#define FIRST_WIDE 0x2e80

/* Commas of the scripts that have some. */
static gboolean
is_comma (gunichar c)
{
  return c == ',' || c == 0x60c || c == 0x3001 || c == 0xff0c;
}

/* A sign for a word counts twice: what the thresholds want is an amount of text. */
static void
count_text (DoubletHtmlSearch *self,
            guint              node)
{
  DoubletHtmlStats *stats = &self->stats[node];
  const char       *p = self->tree->strings->str + doublet_html_search_get (self, node)->text.start;
  gboolean          space = TRUE;

  for (; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = (guchar)*p < 0x80 ? (guchar)*p : g_utf8_get_char (p);
      gboolean is_space = c < 0x80 && g_ascii_isspace (c);

      stats->chars += (!is_space || !space) + (c >= FIRST_WIDE && c < 0x1f000);
      space = is_space;
      stats->commas += is_comma (c);
    }
  stats->own_chars = stats->chars;
  stats->own_commas = stats->commas;
}

static void
count_kind (DoubletHtmlSearch *self,
            guint              node)
{
  DoubletHtmlTag    tag = doublet_html_search_get (self, node)->tag;
  DoubletHtmlStats *from = &self->stats[node];

  if (tag == DOUBLET_TAG_TEXT)
    count_text (self, node);
  if (tag == DOUBLET_TAG_A)
    from->link_chars = from->chars;
  if (doublet_html_tag_get_flags (tag) & DOUBLET_TAG_IS_HEADING)
    from->heading_chars = from->chars;
  if (tag == DOUBLET_TAG_UL || tag == DOUBLET_TAG_OL)
    from->list_chars = from->chars;
}

static gboolean
asks_for_address (const DoubletHtmlSearch *self,
                  guint                    node)
{
  const char *type = doublet_html_tree_get_attribute (self->tree, node, DOUBLET_HTML_TYPE);
  const char *name = doublet_html_tree_get_attribute (self->tree, node, DOUBLET_HTML_NAME);

  return (type != NULL && g_ascii_strcasecmp (type, "email") == 0) || (name != NULL && g_ascii_strcasecmp (name, "email") == 0);
}

static void
add (DoubletHtmlSearch *self,
     guint              node)
{
  DoubletHtmlTag          tag = doublet_html_search_get (self, node)->tag;
  const DoubletHtmlStats *from = &self->stats[node];
  DoubletHtmlStats       *to = &self->stats[doublet_html_search_get (self, node)->parent];

  to->chars += from->chars;
  to->commas += from->commas;
  to->link_chars += from->link_chars;
  to->heading_chars += from->heading_chars;
  to->list_chars += from->list_chars;
  to->n_p += from->n_p + (tag == DOUBLET_TAG_P);
  to->n_img += from->n_img + (tag == DOUBLET_TAG_IMG);
  to->n_li += from->n_li + (tag == DOUBLET_TAG_LI);
  to->n_inputs += from->n_inputs + (tag == DOUBLET_TAG_INPUT);
  to->n_addresses += from->n_addresses + (tag == DOUBLET_TAG_INPUT && asks_for_address (self, node));
  to->n_tables += from->n_tables + (tag == DOUBLET_TAG_TABLE);
  to->n_rows += from->n_rows + (tag == DOUBLET_TAG_TR);
  to->n_cells += from->n_cells + (tag == DOUBLET_TAG_TD || tag == DOUBLET_TAG_TH);
  to->n_heads += from->n_heads + (tag == DOUBLET_TAG_TH || tag == DOUBLET_TAG_CAPTION);
  if (doublet_html_search_has_flag (self, node, DOUBLET_TAG_IS_BLOCK))
    to->has_blocks = TRUE;
  else
    {
      to->own_chars += from->own_chars;
      to->own_commas += from->own_commas;
      to->own_breaks += from->own_breaks + (tag == DOUBLET_TAG_BR);
      to->has_blocks |= from->has_blocks;
    }
}

/*
 * doublet_html_search_count:
 * @self: a search
 *
 * Sets the statistics of all elements.  Children stand behind their parents, so one way
 * back adds everything up.
 */
void
doublet_html_search_count (DoubletHtmlSearch *self)
{
  guint n = self->tree->nodes->len;

  memset (self->stats, 0, n * sizeof *self->stats);
  for (guint i = n - 1; i > 0; i--)
    {
      DoubletHtmlTag tag = doublet_html_search_get (self, i)->tag;

      if (self->left_out[i] && tag != DOUBLET_TAG_IMG && tag != DOUBLET_TAG_INPUT)
        continue;
      count_kind (self, i);
      add (self, i);
    }
}

/*
 * doublet_html_search_remove:
 * @self: a search
 * @node: an element
 *
 * Leaves @node out, and its text out of the statistics of what is around it.
 */
void
doublet_html_search_remove (DoubletHtmlSearch *self,
                            guint              node)
{
  const DoubletHtmlStats gone = self->stats[node];

  self->left_out[node] = 1;
  for (guint up = node; up != 0;)
    {
      DoubletHtmlStats *stats;

      up = doublet_html_search_get (self, up)->parent;
      stats = &self->stats[up];
      stats->chars -= MIN (stats->chars, gone.chars);
      stats->commas -= MIN (stats->commas, gone.commas);
      stats->link_chars -= MIN (stats->link_chars, gone.link_chars);
      stats->heading_chars -= MIN (stats->heading_chars, gone.heading_chars);
      stats->list_chars -= MIN (stats->list_chars, gone.list_chars);
      stats->n_p -= MIN (stats->n_p, gone.n_p);
      stats->n_img -= MIN (stats->n_img, gone.n_img);
      stats->n_li -= MIN (stats->n_li, gone.n_li);
      stats->n_inputs -= MIN (stats->n_inputs, gone.n_inputs);
    }
}

/*
 * doublet_html_search_is_in:
 * @self: a search
 * @node: a node
 * @tag: a kind of element
 *
 * Returns: whether one of them is around @node
 */
gboolean
doublet_html_search_is_in (const DoubletHtmlSearch *self,
                           guint                    node,
                           DoubletHtmlTag           tag)
{
  for (guint up = doublet_html_search_get (self, node)->parent; up != 0; up = doublet_html_search_get (self, up)->parent)
    if (doublet_html_search_get (self, up)->tag == tag)
      return TRUE;
  return FALSE;
}

/*
 * doublet_html_search_is_above:
 * @self: a search
 * @ancestor: an element
 * @node: a node
 *
 * Returns: whether @node is @ancestor or in it
 */
gboolean
doublet_html_search_is_above (const DoubletHtmlSearch *self,
                              guint                    ancestor,
                              guint                    node)
{
  while (node > ancestor)
    node = doublet_html_search_get (self, node)->parent;
  return node == ancestor;
}

/*
 * doublet_html_search_get_end:
 * @self: a search
 * @node: a node
 *
 * Returns: the first node behind all that is in @node
 */
guint
doublet_html_search_get_end (const DoubletHtmlSearch *self,
                             guint                    node)
{
  for (guint last = doublet_html_search_get (self, node)->last; last != 0; last = doublet_html_search_get (self, node)->last)
    node = last;
  return node + 1;
}

/*
 * doublet_html_search_dup_text:
 * @self: a search
 * @node: an element
 * @n_bytes: about how much is wanted
 *
 * Returns: (transfer full): the beginning of what stands in @node
 */
char *
doublet_html_search_dup_text (const DoubletHtmlSearch *self,
                              guint                    node,
                              gsize                    n_bytes)
{
  GString *text = g_string_new (NULL);
  guint    end = doublet_html_search_get_end (self, node);

  for (guint i = node; i < end && text->len < n_bytes; i++)
    if (doublet_html_search_get (self, i)->tag == DOUBLET_TAG_TEXT && !self->left_out[i])
      g_string_append (text, self->tree->strings->str + doublet_html_search_get (self, i)->text.start);
  return g_string_free (text, FALSE);
}

/*
 * doublet_html_search_weigh:
 * @self: a search
 * @node: an element
 *
 * Returns: how much its names speak for an article, if names are believed
 */
int
doublet_html_search_weigh (const DoubletHtmlSearch *self,
                           guint                    node)
{
  return self->believe_names ? doublet_html_weigh_names (self->tree, node) : 0;
}
