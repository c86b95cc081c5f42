/* html-article.c
 *
 * SPDX-FileCopyrightText: 2026 The Doublet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "html-article.h"

#include "html-hints.h"

#include <string.h>

/*
 * Finds the article in a page as reader modes do (Arc90's Readability of 2009 and what
 * Mozilla made of it): paragraphs give points to the elements around them for their
 * length and their commas, links take points away, and what calls itself a sidebar is
 * left out.  From the winner everything that is made of links, pictures and forms goes.
 * If little is left, it begins again and believes names less.
 */

/* Less text than this makes it believe less; from Readability. */
#define MIN_CHARS 500

/* A paragraph of fewer characters gives no points. */
#define MIN_PARAGRAPH 25

#define N_BEST 5
#define MAX_LEVELS 5

/* Of an element and all in it that was not left out. */
typedef struct
{
  guint    chars;
  guint    own_chars; /* in lines of its own, not in blocks inside */
  guint    commas;
  guint    own_commas;
  guint    link_chars;
  guint    heading_chars;
  guint    list_chars;
  guint    n_p;
  guint    n_img;
  guint    n_li;
  guint    n_inputs;
  gboolean has_blocks;
  gboolean has_score;
  double   score;
} Stats;

typedef struct
{
  const DoubletHtmlTree *tree;
  guint8                *left_out;
  Stats                 *stats;
  gboolean               believe_names;
  gboolean               clean;
} Search;

static const DoubletHtmlNode *
get (const Search *self,
     guint         node)
{
  return doublet_html_tree_get (self->tree, node);
}

static gboolean
is_block (const Search *self,
          guint         node)
{
  return (doublet_html_tag_get_flags (get (self, node)->tag) & DOUBLET_TAG_IS_BLOCK) != 0;
}

static gboolean
is_in (const Search  *self,
       guint          node,
       DoubletHtmlTag tag)
{
  for (guint up = get (self, node)->parent; up != 0; up = get (self, up)->parent)
    if (get (self, up)->tag == tag)
      return TRUE;
  return FALSE;
}

/* Elements that never belong to an article, and those whose names say so. */
static gboolean
is_foreign (const Search *self,
            guint         node)
{
  DoubletHtmlTag tag = get (self, node)->tag;

  if (tag == DOUBLET_TAG_NAV || tag == DOUBLET_TAG_FOOTER || tag == DOUBLET_TAG_ASIDE || tag == DOUBLET_TAG_TITLE)
    return TRUE;
  if (get (self, node)->n_attributes == 0 || tag == DOUBLET_TAG_A)
    return FALSE;
  if (self->believe_names && tag != DOUBLET_TAG_ARTICLE && tag != DOUBLET_TAG_MAIN && doublet_html_is_unlikely (self->tree, node))
    return !is_in (self, node, DOUBLET_TAG_TABLE) && !is_in (self, node, DOUBLET_TAG_PRE);
  return FALSE;
}

static void
leave_out (Search *self)
{
  for (guint i = 1; i < self->tree->nodes->len; i++)
    if (!self->left_out[i])
      self->left_out[i] = self->left_out[get (self, i)->parent] || is_foreign (self, i);
}

static void
count_text (Search *self,
            guint   node)
{
  const DoubletHtmlNode *text = get (self, node);
  Stats                 *stats = &self->stats[node];
  const char            *p = self->tree->strings->str + text->text.start;
  gboolean               space = TRUE;

  for (; *p != '\0'; p = g_utf8_next_char (p))
    {
      gboolean is_space = g_ascii_isspace (*p);

      stats->chars += !is_space || !space;
      space = is_space;
      if (*p == ',' || ((guchar)*p >= 0xd8 && (g_utf8_get_char (p) == 0x60c || g_utf8_get_char (p) == 0x3001 || g_utf8_get_char (p) == 0xff0c)))
        stats->commas++;
    }
  stats->own_chars = stats->chars;
  stats->own_commas = stats->commas;
}

/* Children stand behind their parents, so one way back adds everything up. */
static void
count (Search *self)
{
  guint n = self->tree->nodes->len;

  memset (self->stats, 0, n * sizeof *self->stats);
  for (guint i = n - 1; i > 0; i--)
    {
      const DoubletHtmlNode *node = get (self, i);
      Stats                 *from = &self->stats[i];
      Stats                 *to = &self->stats[node->parent];

      if (self->left_out[i] && node->tag != DOUBLET_TAG_IMG && node->tag != DOUBLET_TAG_INPUT)
        continue;
      if (node->tag == DOUBLET_TAG_TEXT)
        count_text (self, i);
      if (node->tag == DOUBLET_TAG_A)
        from->link_chars = from->chars;
      if (doublet_html_tag_get_flags (node->tag) & DOUBLET_TAG_IS_HEADING)
        from->heading_chars = from->chars;
      if (node->tag == DOUBLET_TAG_UL || node->tag == DOUBLET_TAG_OL)
        from->list_chars = from->chars;

      to->chars += from->chars;
      to->commas += from->commas;
      to->link_chars += from->link_chars;
      to->heading_chars += from->heading_chars;
      to->list_chars += from->list_chars;
      to->n_p += from->n_p + (node->tag == DOUBLET_TAG_P);
      to->n_img += from->n_img + (node->tag == DOUBLET_TAG_IMG);
      to->n_li += from->n_li + (node->tag == DOUBLET_TAG_LI);
      to->n_inputs += from->n_inputs + (node->tag == DOUBLET_TAG_INPUT);
      if (is_block (self, i))
        to->has_blocks = TRUE;
      else
        {
          to->own_chars += from->own_chars;
          to->own_commas += from->own_commas;
          to->has_blocks |= from->has_blocks;
        }
    }
}

static double
get_link_density (const Stats *stats)
{
  return stats->chars > 0 ? (double)stats->link_chars / stats->chars : 0;
}

static int
weigh (const Search *self,
       guint         node)
{
  return self->believe_names ? doublet_html_weigh_names (self->tree, node) : 0;
}

static double
get_first_score (const Search *self,
                 guint         node)
{
  double score = weigh (self, node);

  switch ((int)get (self, node)->tag)
    {
    case DOUBLET_TAG_DIV:
    case DOUBLET_TAG_ARTICLE:
    case DOUBLET_TAG_MAIN:
      return score + 5;
    case DOUBLET_TAG_PRE:
    case DOUBLET_TAG_TD:
    case DOUBLET_TAG_BLOCKQUOTE:
      return score + 3;
    case DOUBLET_TAG_ADDRESS:
    case DOUBLET_TAG_OL:
    case DOUBLET_TAG_UL:
    case DOUBLET_TAG_DL:
    case DOUBLET_TAG_DD:
    case DOUBLET_TAG_DT:
    case DOUBLET_TAG_LI:
    case DOUBLET_TAG_FORM:
      return score - 3;
    case DOUBLET_TAG_TH:
      return score - 5;
    default:
      return doublet_html_tag_get_flags (get (self, node)->tag) & DOUBLET_TAG_IS_HEADING ? score - 5 : score;
    }
}

static void
give (Search *self,
      guint   paragraph)
{
  const Stats *stats = &self->stats[paragraph];
  double       points = 1 + stats->own_commas + MIN (stats->own_chars / 100, 3);
  guint        node = paragraph;

  /* Lines between blocks are a paragraph inside the element. */
  if (!stats->has_blocks)
    node = get (self, node)->parent;
  for (guint level = 0; level < MAX_LEVELS; node = get (self, node)->parent)
    {
      if (is_block (self, node))
        {
          Stats *to = &self->stats[node];

          if (!to->has_score)
            to->score = get_first_score (self, node);
          to->has_score = TRUE;
          to->score += points / (level == 0 ? 1 : level == 1 ? 2
                                                             : 3 * level);
          level++;
        }
      if (node == 0)
        break;
    }
}

static gboolean
is_paragraph (const Search *self,
              guint         node)
{
  switch ((int)get (self, node)->tag)
    {
    case DOUBLET_TAG_P:
    case DOUBLET_TAG_TD:
    case DOUBLET_TAG_PRE:
    case DOUBLET_TAG_DIV:
    case DOUBLET_TAG_SECTION:
    case DOUBLET_TAG_ARTICLE:
    case DOUBLET_TAG_MAIN:
    case DOUBLET_TAG_BLOCKQUOTE:
    case DOUBLET_TAG_OTHER_BLOCK:
    case DOUBLET_TAG_ROOT:
      return TRUE;
    default:
      return FALSE;
    }
}

/* The N_BEST of most points; returns how many there are. */
static guint
score (Search *self,
       guint   best[N_BEST])
{
  guint n_best = 0;

  for (guint i = 0; i < self->tree->nodes->len; i++)
    if (!self->left_out[i] && is_paragraph (self, i) && self->stats[i].own_chars >= MIN_PARAGRAPH)
      give (self, i);

  for (guint i = 0; i < self->tree->nodes->len; i++)
    {
      guint at;

      if (!self->stats[i].has_score || self->left_out[i])
        continue;
      self->stats[i].score *= 1 - get_link_density (&self->stats[i]);
      for (at = n_best; at > 0 && self->stats[best[at - 1]].score < self->stats[i].score; at--)
        if (at < N_BEST)
          best[at] = best[at - 1];
      if (at < N_BEST)
        best[at] = i;
      n_best = MIN (n_best + 1, N_BEST);
    }
  return n_best;
}

static gboolean
is_above (const Search *self,
          guint         ancestor,
          guint         node)
{
  while (node > ancestor)
    node = get (self, node)->parent;
  return node == ancestor;
}

/* The winner, or the element around it if others of the best are in there too, or if it
 * has many points itself. */
static guint
choose (const Search *self,
        const guint   best[N_BEST],
        guint         n_best)
{
  guint  top = best[0];
  guint  up;
  double last;
  double threshold;

  for (up = get (self, top)->parent; up != 0; up = get (self, up)->parent)
    {
      guint n_inside = 0;

      for (guint i = 1; i < n_best; i++)
        n_inside += self->stats[best[i]].score >= self->stats[top].score * .75 && is_above (self, up, best[i]);
      if (n_inside >= 3)
        {
          top = up;
          break;
        }
    }

  last = self->stats[top].score;
  threshold = last / 3;
  for (up = get (self, top)->parent; up != 0; up = get (self, up)->parent)
    {
      if (!self->stats[up].has_score)
        continue;
      if (self->stats[up].score < threshold)
        break;
      if (self->stats[up].score > last)
        {
          top = up;
          break;
        }
      last = self->stats[up].score;
    }

  for (up = get (self, top)->parent; up != 0 && self->stats[up].chars == self->stats[top].chars; up = get (self, up)->parent)
    top = up;
  return top;
}

static gboolean
has_same_class (const Search *self,
                guint         a,
                guint         b)
{
  const char *class = doublet_html_tree_get_attribute (self->tree, a, DOUBLET_HTML_CLASS);

  return class != NULL && *class != '\0' && g_strcmp0 (class, doublet_html_tree_get_attribute (self->tree, b, DOUBLET_HTML_CLASS)) == 0;
}

static gboolean
belongs_to (const Search *self,
            guint         sibling,
            guint         top)
{
  const Stats *stats = &self->stats[sibling];
  double       bonus = has_same_class (self, sibling, top) ? self->stats[top].score * .2 : 0;
  double       density = get_link_density (stats);

  if (sibling == top)
    return TRUE;
  if (self->left_out[sibling])
    return FALSE;
  if (stats->has_score && stats->score + bonus >= MAX (10, self->stats[top].score * .2))
    return TRUE;
  return get (self, sibling)->tag == DOUBLET_TAG_P && ((stats->chars > 80 && density < .25) || (stats->chars > 0 && stats->chars <= 80 && density == 0 && stats->commas > 0));
}

static GArray *
join_siblings (const Search *self,
               guint         top)
{
  GArray *parts = g_array_new (FALSE, FALSE, sizeof (guint));

  if (top == 0)
    {
      g_array_append_val (parts, top);
      return parts;
    }
  for (guint i = get (self, get (self, top)->parent)->first; i != 0; i = get (self, i)->next)
    if (belongs_to (self, i, top))
      g_array_append_val (parts, i);
  return parts;
}

static void
remove_node (Search *self,
             guint   node)
{
  const Stats gone = self->stats[node];

  self->left_out[node] = 1;
  for (guint up = node; up != 0;)
    {
      Stats *stats;

      up = get (self, up)->parent;
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

/* A form, list, table or box that is made of something else than sentences. */
static gboolean
is_clutter (const Search *self,
            guint         node)
{
  const Stats   *stats = &self->stats[node];
  DoubletHtmlTag tag = get (self, node)->tag;
  int            weight = weigh (self, node);
  double         density = get_link_density (stats);
  gboolean       is_list = tag == DOUBLET_TAG_UL || tag == DOUBLET_TAG_OL || (stats->chars > 0 && stats->list_chars > .9 * stats->chars);
  gboolean       is_figure;
  double         headings = stats->chars > 0 ? (double)stats->heading_chars / stats->chars : 0;

  if (weight < 0)
    return TRUE;
  if (stats->commas >= 10)
    return FALSE;
  is_figure = is_in (self, node, DOUBLET_TAG_FIGURE);
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
is_unwanted (const Search *self,
             guint         node)
{
  DoubletHtmlTag tag = get (self, node)->tag;

  if (self->stats[node].chars < MIN_CHARS && get (self, node)->n_attributes > 0 && doublet_html_is_sharing (self->tree, node))
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
    default:
      return (doublet_html_tag_get_flags (tag) & DOUBLET_TAG_IS_HEADING) && weigh (self, node) < 0;
    }
}

/* From the inside outwards, so what is left decides about what is around it. */
static void
clean_parts (Search       *self,
             const GArray *parts)
{
  for (guint k = 0; k < parts->len; k++)
    {
      guint part = g_array_index (parts, guint, k);
      guint next = get (self, part)->next;
      guint end = next != 0 ? next : self->tree->nodes->len;

      for (guint i = end - 1; i > part; i--)
        if (!self->left_out[i] && is_above (self, part, i) && is_unwanted (self, i))
          remove_node (self, i);
    }
}

static guint
count_chars (const Search *self,
             const GArray *parts)
{
  guint chars = 0;

  for (guint k = 0; k < parts->len; k++)
    chars += self->stats[g_array_index (parts, guint, k)].chars;
  return chars;
}

static GArray *
try (Search *self)
{
  guint   best[N_BEST] = { 0 };
  guint   n_best;
  GArray *parts;

  leave_out (self);
  count (self);
  n_best = score (self, best);
  parts = join_siblings (self, n_best > 0 ? choose (self, best, n_best) : 0);
  clean_parts (self, parts);
  return parts;
}

/*
 * doublet_html_find_article:
 * @tree: a page
 * @is_left_out: (array): for each node whether nobody sees it; set also for what is not
 *   of the article
 *
 * Returns: (transfer full) (element-type guint): the elements that hold the article, in
 *   order; the root if there is nothing better
 */
GArray *
doublet_html_find_article (const DoubletHtmlTree *tree,
                           guint8                *is_left_out)
{
  gsize              n_nodes = tree->nodes->len;
  g_autofree Stats  *stats = g_new (Stats, n_nodes);
  g_autofree guint8 *most_left_out = NULL;
  g_autoptr (GArray) most = NULL;
  guint most_chars = 0;

  for (guint round = 0; round < 3 && most_chars < MIN_CHARS; round++)
    {
      g_autofree guint8 *left_out = g_memdup2 (is_left_out, n_nodes);
      Search             search = { tree, left_out, stats, round == 0, round < 2 };
      g_autoptr (GArray) parts = try (&search);
      guint chars = count_chars (&search, parts);

      if (most == NULL || chars > most_chars)
        {
          g_clear_pointer (&most, g_array_unref);
          g_free (most_left_out);
          most = g_steal_pointer (&parts);
          most_left_out = g_steal_pointer (&left_out);
          most_chars = chars;
        }
    }
  memcpy (is_left_out, most_left_out, n_nodes);
  return g_steal_pointer (&most);
}
