/* html-article.c
 *
 * SPDX-FileCopyrightText: 2026 The Doublet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "html-article.h"

#include "html-clean.h"
#include "html-hints.h"
#include "html-search.h"

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

/* So much can be a whole article: then more has to be a lot more. */
#define MIN_SHORT 140
#define MIN_GAIN 2.5

/* A paragraph of fewer characters gives no points. */
#define MIN_PARAGRAPH 25

/* Nor does an item of fewer, or one of links: lists are articles seldom. */
#define MIN_ITEM 80

/* The first sentences of an article, where they stand apart. */
#define MIN_INTRODUCTION 60
#define MAX_INTRODUCTION 600

/* Bytes within which a sentence ends. */
#define MAX_SENTENCE 1000

#define N_BEST 5
#define MAX_LEVELS 5

/* What holds the headline and paragraphs under it is called what it may. */
static gboolean
holds_headline (const DoubletHtmlSearch *self,
                guint                    node)
{
  return self->headline > node && self->stats[node].n_p >= 3 && self->stats[node].chars >= MIN_CHARS &&
         doublet_html_search_is_above (self, node, self->headline);
}

/* Elements that never belong to an article, and those whose names say so. */
static gboolean
is_foreign (const DoubletHtmlSearch *self,
            guint                    node)
{
  DoubletHtmlTag tag = doublet_html_search_get (self, node)->tag;

  if (tag == DOUBLET_TAG_NAV || tag == DOUBLET_TAG_FOOTER || tag == DOUBLET_TAG_ASIDE || tag == DOUBLET_TAG_TITLE)
    return TRUE;
  if (doublet_html_search_get (self, node)->n_attributes == 0)
    return FALSE;
  if (doublet_html_is_unseen (self->tree, node))
    return TRUE;
  if (tag == DOUBLET_TAG_A || tag == DOUBLET_TAG_ARTICLE || tag == DOUBLET_TAG_MAIN)
    return FALSE;
  return self->believe_names && doublet_html_is_unlikely (self->tree, node) &&
         !doublet_html_search_is_in (self, node, DOUBLET_TAG_TABLE) && !doublet_html_search_is_in (self, node, DOUBLET_TAG_PRE) &&
         !holds_headline (self, node);
}

static void
leave_out (DoubletHtmlSearch *self)
{
  for (guint i = 1; i < self->tree->nodes->len; i++)
    if (!self->left_out[i])
      self->left_out[i] = self->left_out[doublet_html_search_get (self, i)->parent] || is_foreign (self, i);
}

/* Pages that go on and on hold further articles, each with a headline. */
static void
leave_out_other_articles (DoubletHtmlSearch *self)
{
  guint ours = 0;
  guint end;

  if (self->headline == 0)
    return;
  for (guint up = self->headline; up != 0; up = doublet_html_search_get (self, up)->parent)
    if (doublet_html_search_get (self, up)->tag == DOUBLET_TAG_ARTICLE)
      ours = up;
  if (ours == 0 || self->stats[ours].chars < MIN_SHORT)
    return;

  end = doublet_html_search_get_end (self, ours);
  for (guint i = end; i < self->tree->nodes->len; i++)
    if (doublet_html_search_get (self, i)->tag == DOUBLET_TAG_H1)
      for (guint up = doublet_html_search_get (self, i)->parent; up >= end; up = doublet_html_search_get (self, up)->parent)
        if (doublet_html_search_get (self, up)->tag == DOUBLET_TAG_ARTICLE)
          self->left_out[up] = 1;
}

static double
get_first_score (const DoubletHtmlSearch *self,
                 guint                    node)
{
  double score = doublet_html_search_weigh (self, node);

  switch ((int)doublet_html_search_get (self, node)->tag)
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
      return doublet_html_tag_get_flags (doublet_html_search_get (self, node)->tag) & DOUBLET_TAG_IS_HEADING ? score - 5 : score;
    }
}

static void
give (DoubletHtmlSearch *self,
      guint              paragraph)
{
  const DoubletHtmlStats *stats = &self->stats[paragraph];
  /* Where lines are parted by breaks, two of them end a paragraph. */
  guint  n_paragraphs = 1 + MIN (stats->own_breaks / 2, stats->own_chars / 100);
  double points = n_paragraphs + stats->own_commas + MIN (stats->own_chars / 100, 3 * n_paragraphs);
  guint  node = paragraph;

  /* Lines between blocks are a paragraph inside the element. */
  if (!stats->has_blocks)
    node = doublet_html_search_get (self, node)->parent;
  for (guint level = 0; level < MAX_LEVELS; node = doublet_html_search_get (self, node)->parent)
    {
      if (doublet_html_search_has_flag (self, node, DOUBLET_TAG_IS_BLOCK))
        {
          DoubletHtmlStats *to = &self->stats[node];

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

/* Whether an element gives points for the lines that stand in it. */
static gboolean
is_paragraph (const DoubletHtmlSearch *self,
              guint                    node)
{
  const DoubletHtmlStats *stats = &self->stats[node];

  if (stats->own_chars < MIN_PARAGRAPH)
    return FALSE;
  switch ((int)doublet_html_search_get (self, node)->tag)
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
    case DOUBLET_TAG_LI:
    case DOUBLET_TAG_DD:
      return stats->own_chars >= MIN_ITEM && doublet_html_stats_get_link_density (stats) < .25;
    default:
      return FALSE;
    }
}

/* The N_BEST of most points; returns how many there are. */
static guint
score (DoubletHtmlSearch *self,
       guint              best[N_BEST])
{
  guint n_best = 0;

  for (guint i = 0; i < self->tree->nodes->len; i++)
    if (!self->left_out[i] && is_paragraph (self, i))
      give (self, i);

  for (guint i = 0; i < self->tree->nodes->len; i++)
    {
      guint at;

      if (!self->stats[i].has_score || self->left_out[i])
        continue;
      self->stats[i].score *= 1 - doublet_html_stats_get_link_density (&self->stats[i]);
      for (at = n_best; at > 0 && self->stats[best[at - 1]].score < self->stats[i].score; at--)
        if (at < N_BEST)
          best[at] = best[at - 1];
      if (at < N_BEST)
        best[at] = i;
      n_best = MIN (n_best + 1, N_BEST);
    }
  return n_best;
}

/* The winner, or the element around it if others of the best are in there too, or if it
 * has many points itself. */
static guint
choose (const DoubletHtmlSearch *self,
        const guint              best[N_BEST],
        guint                    n_best)
{
  guint  top = best[0];
  guint  up;
  double last;
  double threshold;

  for (up = doublet_html_search_get (self, top)->parent; up != 0; up = doublet_html_search_get (self, up)->parent)
    {
      guint n_inside = 0;

      for (guint i = 1; i < n_best; i++)
        n_inside += self->stats[best[i]].score >= self->stats[top].score * .75 && doublet_html_search_is_above (self, up, best[i]);
      if (n_inside >= 3)
        {
          top = up;
          break;
        }
    }

  last = self->stats[top].score;
  threshold = last / 3;
  for (up = doublet_html_search_get (self, top)->parent; up != 0; up = doublet_html_search_get (self, up)->parent)
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

  for (up = doublet_html_search_get (self, top)->parent; up != 0 && self->stats[up].chars == self->stats[top].chars; up = doublet_html_search_get (self, up)->parent)
    top = up;
  return top;
}

static gboolean
has_same_class (const DoubletHtmlSearch *self,
                guint                    a,
                guint                    b)
{
  const char *class = doublet_html_tree_get_attribute (self->tree, a, DOUBLET_HTML_CLASS);

  return class != NULL && *class != '\0' && g_strcmp0 (class, doublet_html_tree_get_attribute (self->tree, b, DOUBLET_HTML_CLASS)) == 0;
}

/* Whether a text has a sentence in it, or at least the end of one. */
static gboolean
has_sentence (const DoubletHtmlSearch *self,
              guint                    node)
{
  g_autofree char *text = doublet_html_search_dup_text (self, node, MAX_SENTENCE);

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (c == 0x3002 || c == 0x964 || c == 0x61f || c == 0x6d4)
        return TRUE;
      if ((c == '.' || c == '!' || c == '?' || c == 0x2026) && (p[1] == '\0' || g_ascii_isspace (p[1]) || !g_ascii_isalnum (p[1])))
        return TRUE;
    }
  return FALSE;
}

static gboolean
is_introduction (const DoubletHtmlSearch *self,
                 guint                    node)
{
  const DoubletHtmlStats *stats = &self->stats[node];

  return stats->chars >= MIN_INTRODUCTION && stats->chars <= MAX_INTRODUCTION && doublet_html_stats_get_link_density (stats) < .1 &&
         stats->n_inputs == 0 && stats->n_li == 0 && doublet_html_search_weigh (self, node) >= 0 && has_sentence (self, node);
}

/* Between the headline and what holds the article there may be its first sentences. */
static void
add_introduction (const DoubletHtmlSearch *self,
                  guint                    headline,
                  guint                    limit,
                  GArray                  *parts)
{
  for (guint i = doublet_html_search_get_end (self, headline); i < limit; i++)
    {
      if (self->left_out[i])
        i = doublet_html_search_get_end (self, i) - 1;
      else if (doublet_html_search_get_end (self, i) <= limit && !self->stats[i].has_blocks &&
               doublet_html_search_has_flag (self, i, DOUBLET_TAG_IS_BLOCK) && is_introduction (self, i))
        {
          g_array_append_val (parts, i);
          i = doublet_html_search_get_end (self, i) - 1;
        }
    }
}

static gboolean
belongs_to (const DoubletHtmlSearch *self,
            guint                    sibling,
            guint                    top)
{
  const DoubletHtmlStats *stats = &self->stats[sibling];
  double                  bonus = has_same_class (self, sibling, top) ? self->stats[top].score * .2 : 0;
  double                  density = doublet_html_stats_get_link_density (stats);

  if (sibling == top)
    return TRUE;
  if (self->left_out[sibling] || stats->chars == 0)
    return FALSE;
  if (stats->has_score && stats->score + bonus >= MAX (10, self->stats[top].score * .2))
    return TRUE;
  if (doublet_html_search_get (self, sibling)->tag == DOUBLET_TAG_P)
    return stats->chars > 80 ? density < .25 : density == 0 && has_sentence (self, sibling);
  /* A box before the others with a paragraph in it: the introduction. */
  return sibling < top && doublet_html_search_has_flag (self, sibling, DOUBLET_TAG_IS_BLOCK) && is_introduction (self, sibling);
}

static GArray *
join_siblings (const DoubletHtmlSearch *self,
               guint                    top)
{
  GArray *parts = g_array_new (FALSE, FALSE, sizeof (guint));
  guint   first;

  if (top == 0)
    {
      g_array_append_val (parts, top);
      return parts;
    }
  first = doublet_html_search_get (self, doublet_html_search_get (self, top)->parent)->first;
  if (self->headline != 0 && self->headline < first)
    add_introduction (self, self->headline, first, parts);
  for (guint i = first; i != 0; i = doublet_html_search_get (self, i)->next)
    if (belongs_to (self, i, top))
      g_array_append_val (parts, i);
  return parts;
}

/* Links are not what is sought. */
static guint
count_chars (const DoubletHtmlSearch *self,
             const GArray            *parts)
{
  guint chars = 0;

  for (guint k = 0; k < parts->len; k++)
    {
      const DoubletHtmlStats *stats = &self->stats[g_array_index (parts, guint, k)];

      chars += stats->chars - MIN (stats->chars, stats->link_chars);
    }
  return chars;
}

static GArray *
try (DoubletHtmlSearch *self)
{
  guint   best[N_BEST] = { 0 };
  guint   n_best;
  GArray *parts;

  doublet_html_search_count (self);
  leave_out_other_articles (self);
  leave_out (self);
  doublet_html_search_count (self);
  n_best = score (self, best);
  parts = join_siblings (self, n_best > 0 ? choose (self, best, n_best) : 0);
  doublet_html_clean (self, parts);
  return parts;
}

/*
 * doublet_html_find_article:
 * @tree: a page
 * @headline: the heading that says what its title says; 0 if none does
 * @is_left_out: (array): for each node whether nobody sees it; set also for what is not
 *   of the article
 *
 * Returns: (transfer full) (element-type guint): the elements that hold the article, in
 *   order; the root if there is nothing better
 */
GArray *
doublet_html_find_article (const DoubletHtmlTree *tree,
                           guint                  headline,
                           guint8                *is_left_out)
{
  gsize                        n_nodes = tree->nodes->len;
  g_autofree DoubletHtmlStats *stats = g_new (DoubletHtmlStats, n_nodes);
  g_autofree guint8           *most_left_out = NULL;
  g_autoptr (GArray) most = NULL;
  guint most_chars = 0;

  for (guint round = 0; round < 3 && most_chars < MIN_CHARS; round++)
    {
      g_autofree guint8 *left_out = g_memdup2 (is_left_out, n_nodes);
      DoubletHtmlSearch  search = { tree, headline, left_out, stats, round == 0, round < 2 };
      g_autoptr (GArray) parts = try (&search);
      guint chars = count_chars (&search, parts);

      if (most == NULL || chars > (most_chars >= MIN_SHORT ? MIN_GAIN * most_chars : most_chars))
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
