/* html-clean.c
 *
 * SPDX-FileCopyrightText: 2026 The Doublet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "html-clean.h"

#include "html-hints.h"
#include "html-labels.h"

/*
 * Takes out of the elements that hold an article what is none of it.  Boxes go by what
 * they are made of, as in Mozilla's Readability, and by the line over them.
 */

/* What is for sharing has less text than this; from Readability. */
#define MAX_SHARING 500

/* What invites to a newsletter has, and asks for an address. */
#define MAX_LETTER 400

/* The name of an author has less; from Readability. */
#define MAX_BYLINE 100

/* Labels have less. */
#define MAX_LABEL 60

/* So much of the article stands before its comments. */
#define MIN_BEFORE_COMMENTS 140

/* A box is made of links if more of its text is link than this; in the article
 * itself a fifth is much. */
#define MIN_LINKS .3

/* Boxes that only hold the address of a newsletter are shorter. */
#define MAX_LINKLESS 200

/* Tables of so many rows, columns or cells are no layout; from Readability. */
#define MIN_ROWS 10
#define MAX_COLUMNS 4
#define MAX_CELLS 10

static gboolean
is_data_table (const DoubletHtmlSearch *self,
               guint                    table)
{
  const DoubletHtmlStats *stats = &self->stats[table];
  const char             *role = doublet_html_tree_get_attribute (self->tree, table, DOUBLET_HTML_ROLE);

  if (g_strcmp0 (role, "presentation") == 0 || stats->n_rows == 0)
    return FALSE;
  if (stats->n_heads > 0)
    return TRUE;
  return stats->n_tables == 0 && (stats->n_rows >= MIN_ROWS || stats->n_cells > MAX_COLUMNS * stats->n_rows || stats->n_cells > MAX_CELLS);
}

static gboolean
is_in_data_table (const DoubletHtmlSearch *self,
                  guint                    node)
{
  for (; node != 0; node = doublet_html_search_get (self, node)->parent)
    if (doublet_html_search_get (self, node)->tag == DOUBLET_TAG_TABLE && is_data_table (self, node))
      return TRUE;
  return FALSE;
}

/* A form, list, table or box that is made of something else than sentences. */
static gboolean
is_clutter (const DoubletHtmlSearch *self,
            guint                    node)
{
  const DoubletHtmlStats *stats = &self->stats[node];
  DoubletHtmlTag          tag = doublet_html_search_get (self, node)->tag;
  int                     weight = doublet_html_search_weigh (self, node);
  double                  density = doublet_html_stats_get_link_density (stats);
  gboolean                is_list = tag == DOUBLET_TAG_UL || tag == DOUBLET_TAG_OL || (stats->chars > 0 && stats->list_chars > .9 * stats->chars);
  gboolean                is_figure;
  double                  headings = stats->chars > 0 ? (double)stats->heading_chars / stats->chars : 0;

  if (is_in_data_table (self, node))
    return FALSE;
  if (weight < 0)
    return TRUE;
  if (stats->commas >= 10)
    return FALSE;
  is_figure = doublet_html_search_is_in (self, node, DOUBLET_TAG_FIGURE);
  if (stats->n_img > 1 && stats->n_p * 2 < stats->n_img && !is_figure)
    return TRUE;
  if (!is_list && (int)stats->n_li - 100 > (int)stats->n_p)
    return TRUE;
  if (stats->n_inputs > stats->n_p / 3)
    return TRUE;
  if (!is_list && headings < .9 && stats->chars < 25 && (stats->n_img == 0 || stats->n_img > 2) && !is_figure && density > 0)
    return TRUE;
  if (!is_list && weight < 25 && density > .2)
    return TRUE;
  return weight >= 25 && density > .5;
}

static gboolean
is_box (DoubletHtmlTag tag)
{
  return tag == DOUBLET_TAG_DIV || tag == DOUBLET_TAG_SECTION || tag == DOUBLET_TAG_FORM;
}

static gboolean
is_unwanted (const DoubletHtmlSearch *self,
             guint                    node)
{
  DoubletHtmlTag          tag = doublet_html_search_get (self, node)->tag;
  const DoubletHtmlStats *stats = &self->stats[node];

  if (self->clean && stats->n_addresses > 0 && stats->chars < MAX_LETTER && is_box (tag) && !doublet_html_search_is_above (self, node, self->headline))
    return TRUE;
  if (stats->chars < MAX_SHARING && doublet_html_search_get (self, node)->n_attributes > 0 && doublet_html_is_sharing (self->tree, node))
    return TRUE;
  switch ((int)tag)
    {
    case DOUBLET_TAG_FORM:
    case DOUBLET_TAG_FIELDSET:
    case DOUBLET_TAG_TABLE:
    case DOUBLET_TAG_UL:
    case DOUBLET_TAG_OL:
    case DOUBLET_TAG_DIV:
      return self->clean && is_clutter (self, node);
    case DOUBLET_TAG_SECTION:
    case DOUBLET_TAG_ARTICLE:
    case DOUBLET_TAG_TD:
      return self->clean && !is_in_data_table (self, node) && stats->commas < 10 && doublet_html_stats_get_link_density (stats) > .5;
    default:
      return (doublet_html_tag_get_flags (tag) & DOUBLET_TAG_IS_HEADING) && doublet_html_search_weigh (self, node) < 0;
    }
}

/* From the inside outwards, so what is left decides about what is around it. */
static void
remove_clutter (DoubletHtmlSearch *self,
                guint              part)
{
  for (guint i = doublet_html_search_get_end (self, part) - 1; i > part; i--)
    if (!self->left_out[i] && is_unwanted (self, i))
      doublet_html_search_remove (self, i);
}

static gboolean
is_first_in (const DoubletHtmlSearch *self,
             guint                    parent,
             guint                    node)
{
  for (guint i = doublet_html_search_get (self, parent)->first; i != node && i != 0; i = doublet_html_search_get (self, i)->next)
    if (!self->left_out[i] && self->stats[i].chars > (doublet_html_search_get (self, i)->tag == DOUBLET_TAG_TEXT ? 1u : 0u))
      return FALSE;
  return TRUE;
}

/* The outermost element inside @part that begins with the label. */
static guint
find_box (const DoubletHtmlSearch *self,
          guint                    part,
          guint                    label)
{
  guint box = label;

  while (box != part)
    {
      guint parent = doublet_html_search_get (self, box)->parent;

      if (parent <= part || !is_first_in (self, parent, box))
        break;
      box = parent;
    }
  return box;
}

static gboolean
is_made_of_links (const DoubletHtmlSearch *self,
                  guint                    box,
                  guint                    label)
{
  const DoubletHtmlStats *stats = &self->stats[box];
  guint                   chars = stats->chars - MIN (stats->chars, self->stats[label].chars);

  return stats->n_inputs > 0 || stats->link_chars > MIN_LINKS * chars || chars < MAX_LINKLESS;
}

/* Removes what stands under a label, and it. */
static void
remove_labelled (DoubletHtmlSearch *self,
                 guint              part,
                 guint              label,
                 DoubletHtmlLabel   kind)
{
  guint box = find_box (self, part, label);
  guint next;

  if (box != label && self->stats[box].chars > self->stats[label].chars + 1)
    {
      if (kind == DOUBLET_LABEL_COMMENTS || is_made_of_links (self, box, label))
        doublet_html_search_remove (self, box);
      return;
    }

  next = doublet_html_search_get (self, box)->next;
  if (kind == DOUBLET_LABEL_LINKS)
    {
      /* Without links under it, it is a heading of the article. */
      while (next != 0 && (self->left_out[next] || self->stats[next].chars <= 1))
        next = doublet_html_search_get (self, next)->next;
      if (next != 0 && doublet_html_stats_get_link_density (&self->stats[next]) <= .5)
        return;
    }
  doublet_html_search_remove (self, box);
  for (; next != 0; next = doublet_html_search_get (self, next)->next)
    {
      if (kind == DOUBLET_LABEL_LINKS && self->stats[next].chars > 1 && doublet_html_stats_get_link_density (&self->stats[next]) <= .5)
        break;
      if (!self->left_out[next])
        doublet_html_search_remove (self, next);
    }
}

static gboolean
can_be_label (const DoubletHtmlSearch *self,
              guint                    node)
{
  const DoubletHtmlStats *stats = &self->stats[node];

  return stats->chars > 0 && stats->chars <= MAX_LABEL + stats->link_chars && stats->n_p <= 1 && !stats->has_blocks &&
         doublet_html_search_has_flag (self, node, DOUBLET_TAG_IS_BLOCK) && !is_in_data_table (self, node);
}

static void
remove_by_labels (DoubletHtmlSearch *self,
                  guint              part,
                  guint             *chars_before)
{
  guint end = doublet_html_search_get_end (self, part);

  for (guint i = part + 1; i < end;)
    {
      DoubletHtmlLabel kind = DOUBLET_LABEL_NONE;

      if (!self->left_out[i] && can_be_label (self, i))
        {
          g_autofree char *text = doublet_html_search_dup_text (self, i, 2 * MAX_LABEL);

          kind = doublet_html_read_label (text);
        }
      if (kind == DOUBLET_LABEL_ADVERTISING || (kind == DOUBLET_LABEL_LINKS && doublet_html_stats_get_link_density (&self->stats[i]) > .5))
        doublet_html_search_remove (self, i);
      else if (kind == DOUBLET_LABEL_LINKS || (kind == DOUBLET_LABEL_COMMENTS && *chars_before >= MIN_BEFORE_COMMENTS))
        remove_labelled (self, part, i, kind);

      if (self->left_out[i])
        i = doublet_html_search_get_end (self, i);
      else
        {
          if (doublet_html_search_get (self, i)->tag == DOUBLET_TAG_TEXT)
            *chars_before += self->stats[i].chars;
          i++;
        }
    }
}

/* Who wrote it is said once; it is no part of the text. */
static void
remove_byline (DoubletHtmlSearch *self,
               const GArray      *parts)
{
  for (guint k = 0; k < parts->len; k++)
    {
      guint part = g_array_index (parts, guint, k);
      guint end = doublet_html_search_get_end (self, part);

      for (guint i = part + 1; i < end; i++)
        if (self->left_out[i])
          i = doublet_html_search_get_end (self, i) - 1;
        else if (doublet_html_search_get (self, i)->n_attributes > 0 && self->stats[i].chars > 1 && self->stats[i].chars < MAX_BYLINE &&
                 doublet_html_is_byline (self->tree, i))
          {
            doublet_html_search_remove (self, i);
            return;
          }
    }
}

/* Of several parts all but the one with most text may be boxes too. */
static void
remove_parts (DoubletHtmlSearch *self,
              const GArray      *parts)
{
  guint most = 0;

  for (guint k = 0; k < parts->len; k++)
    most = MAX (most, self->stats[g_array_index (parts, guint, k)].chars);
  for (guint k = 0; k < parts->len; k++)
    {
      guint part = g_array_index (parts, guint, k);

      if (self->stats[part].chars < most && !self->left_out[part] && is_unwanted (self, part))
        doublet_html_search_remove (self, part);
    }
}

/*
 * doublet_html_clean:
 * @self: a search
 * @parts: (element-type guint): the elements that hold the article, in order
 *
 * Leaves out what is in them and not of the article.
 */
void
doublet_html_clean (DoubletHtmlSearch *self,
                    const GArray      *parts)
{
  guint chars_before = 0;

  if (self->clean)
    {
      remove_byline (self, parts);
      for (guint k = 0; k < parts->len; k++)
        remove_by_labels (self, g_array_index (parts, guint, k), &chars_before);
    }
  for (guint k = 0; k < parts->len; k++)
    remove_clutter (self, g_array_index (parts, guint, k));
  remove_parts (self, parts);
}
