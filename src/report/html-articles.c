/* html-articles.c
 *
 * SPDX-FileCopyrightText: 2026 The Doublet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "headline.h"
#include "html-links.h"
#include "wording.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* The articles, what each has in common with each other, and what could not be read. */

/* With more columns than this a cell of the matrix holds the share only. */
#define MAX_WIDE_COLUMNS 6

/* A bar of class w20 is full; each step is a twentieth. */
#define BAR_STEPS 20

static void
add_header (xmlNode    *row,
            const char *text)
{
  xmlNode *cell = doublet_html_add_with_text (row, "th", NULL, text);

  doublet_html_set (cell, "scope", "col");
}

static void
write_header (const DoubletHtmlReport *report,
              xmlNode                 *table)
{
  xmlNode *row = doublet_html_add (doublet_html_add (table, "thead", NULL), "tr", NULL);

  add_header (row, _ ("Article"));
  add_header (row, _ ("Length"));
  if (report->n_articles > 1)
    for (guint i = 0; i < report->n_articles; i++)
      {
        /* Translators: heads a column of shares; %s is the letter of an article */
        g_autofree char *text = g_strdup_printf (_ ("also in %s"), doublet_collation_get_label (report->collation, i));

        add_header (row, text);
      }
  add_header (row, _ ("Repeated in itself"));
}

/* What it is called, and what a reader needs to know of how it was read. */
static void
write_name (const DoubletHtmlReport *report,
            guint                    index,
            xmlNode                 *row)
{
  const DoubletArticle *article = doublet_collation_get_article (report->collation, index);
  const char           *title = doublet_article_get_title (article);
  const char           *name = doublet_article_get_name (article);
  const char           *byline = doublet_article_get_byline (article);
  const char           *incomplete = doublet_article_get_incomplete (article);
  xmlNode              *cell = doublet_html_add (row, "th", NULL);

  doublet_html_set (cell, "scope", "row");
  doublet_html_add_label (cell, report, index);
  doublet_html_add_text (cell, " ");
  doublet_html_add_with_text (cell, "bdi", "name", name);
  doublet_html_add_text (cell, " ");
  doublet_html_add_with_text (cell, "span", "dim", doublet_article_get_format (article));
  if (doublet_article_get_charset_guessed (article) && doublet_article_get_charset (article) != NULL)
    {
      doublet_html_add_text (cell, " ");
      doublet_html_add_with_text (cell, "span", "dim", doublet_article_get_charset (article));
    }
  if (title != NULL && strcmp (title, name) != 0)
    {
      xmlNode *line = doublet_html_add_with_text (cell, "span", "dim line", title);

      doublet_html_set (line, "dir", "auto");
    }
  if (byline != NULL)
    {
      xmlNode *line = doublet_html_add (cell, "span", "dim line");

      /* Translators: who wrote an article, as the article itself says it, follows */
      doublet_html_add_text (line, _ ("Byline:"));
      doublet_html_add_text (line, " ");
      doublet_html_add_with_text (line, "bdi", NULL, byline);
    }
  if (incomplete != NULL)
    doublet_html_add_with_text (cell, "span", "warn line", incomplete);
}

static void
add_line (xmlNode *cell,
          char    *text) /* owned */
{
  if (text != NULL)
    doublet_html_add_with_text (cell, "span", "dim line", text);
  g_free (text);
}

/* Where nothing is the same word for word. */
static void
write_reworded (const DoubletPair *pair,
                guint64            whole,
                xmlNode           *cell)
{
  g_autofree char *percent = doublet_wording_percent (2 * (guint64)pair->reworded_of_a, whole);
  /* Translators: a share that is said in other words: “12 %, reworded” */
  g_autofree char *text = g_strdup_printf (_ ("%s, reworded"), percent);

  doublet_html_add_with_text (cell, "span", "dim", text);
}

static void
write_share (const DoubletHtmlReport *report,
             guint                    of,
             guint                    in,
             xmlNode                 *row)
{
  guint64          whole = doublet_collation_get_half_words (report->collation, of);
  xmlNode         *cell = doublet_html_add (row, "td", "share");
  g_autofree char *percent = NULL;
  g_autofree char *longest = NULL;
  g_autofree char *bar = NULL;
  DoubletPair      pair;

  if (of == in || whole == 0 || !doublet_collation_find_pair (report->collation, of, in, &pair))
    {
      if (of != in && whole > 0 && pair.reworded_of_a > 0)
        write_reworded (&pair, whole, cell);
      else
        doublet_html_add_text (cell, "–");
      return;
    }

  percent = doublet_wording_percent (pair.of_a.half_words, whole);
  /* Translators: behind a share, in a table: the words of the longest run */
  longest = g_strdup_printf (_ (", longest %u"), pair.longest);
  bar = g_strdup_printf ("bar w%u", (guint)((MIN (pair.of_a.half_words, whole) * BAR_STEPS + whole / 2) / whole));
  if (report->n_articles <= MAX_WIDE_COLUMNS)
    {
      doublet_html_add (cell, "span", bar);
      doublet_html_add_text (cell, percent);
      doublet_html_add_text (cell, longest);
      add_line (cell, doublet_wording_unquoted (report->collation, &pair));
      add_line (cell, doublet_wording_in_most (report->collation, &pair));
    }
  else
    {
      doublet_html_add_text (cell, percent);
    }
}

static void
write_repeats (const DoubletHtmlReport *report,
               guint                    article,
               xmlNode                 *row)
{
  const DoubletRepeats *repeats = doublet_collation_get_repeats (report->collation, article);
  xmlNode              *cell = doublet_html_add (row, "td", NULL);
  g_autofree char      *words = NULL;

  if (repeats->repeated_half_words == 0)
    {
      doublet_html_add_text (cell, "–");
      return;
    }
  words = doublet_wording_amount (report->collation, article, repeats->repeated_half_words);
  doublet_html_add_text (cell, words);
}

static void
write_article (const DoubletHtmlReport *report,
               guint                    article,
               xmlNode                 *body)
{
  xmlNode         *row = doublet_html_add (body, "tr", NULL);
  g_autofree char *length = doublet_wording_length (report->collation, article);

  write_name (report, article, row);
  doublet_html_add_with_text (row, "td", NULL, length);
  if (report->n_articles > 1)
    for (guint i = 0; i < report->n_articles; i++)
      write_share (report, article, i, row);
  write_repeats (report, article, row);
}

/* What belongs together, where the matrix alone does not show it. */
static void
write_groups (const DoubletHtmlReport *report,
              xmlNode                 *parent)
{
  g_autoptr (GArray) groups = NULL;
  g_autofree char *grouping = doublet_wording_grouping ();
  xmlNode         *list = NULL;

  if (report->n_articles < DOUBLET_GROUP_MIN_ARTICLES)
    return;

  groups = doublet_article_groups_new (report->collation);
  for (guint i = 0; i < groups->len; i++)
    {
      const DoubletArticleGroup *group = &g_array_index (groups, DoubletArticleGroup, i);
      g_autofree char           *text = doublet_wording_group (report->collation, group);

      if (group->n_articles < 2)
        continue;
      if (list == NULL)
        {
          doublet_html_add_with_text (parent, "h3", NULL, _ ("Articles that belong together"));
          list = doublet_html_add (parent, "ul", "groups");
        }
      doublet_html_add_with_text (list, "li", NULL, text);
    }
  if (list != NULL)
    doublet_html_add_with_text (parent, "p", "dim", grouping);
}

static void
write_unreadable (const DoubletHtmlReport *report,
                  xmlNode                 *parent)
{
  guint                    n_unreadable;
  const DoubletUnreadable *unreadable = doublet_collation_get_unreadable (report->collation, &n_unreadable);
  xmlNode                 *list;

  if (n_unreadable == 0)
    return;

  doublet_html_add_with_text (parent, "h3", NULL, _ ("Not compared"));
  list = doublet_html_add (parent, "ul", "unreadable");
  for (guint i = 0; i < n_unreadable; i++)
    {
      xmlNode *item = doublet_html_add (list, "li", NULL);

      doublet_html_add_with_text (item, "bdi", "name", unreadable[i].name);
      doublet_html_add_text (item, ": ");
      doublet_html_add_text (item, unreadable[i].reason);
    }
}

/**
 * doublet_html_write_articles:
 * @report: a report
 * @parent: where to
 */
void
doublet_html_write_articles (const DoubletHtmlReport *report,
                             xmlNode                 *parent)
{
  xmlNode *section = doublet_html_add (parent, "section", NULL);

  doublet_html_set (section, "aria-labelledby", "articles");
  doublet_html_set (doublet_html_add_with_text (section, "h2", NULL, _ ("Articles")), "id", "articles");
  if (report->n_articles > 0)
    {
      xmlNode *scroller = doublet_html_add (section, "section", "scroll");
      xmlNode *table = doublet_html_add (scroller, "table", "list");
      xmlNode *body;

      /* What can be scrolled must be reachable without a mouse. */
      doublet_html_set (scroller, "tabindex", "0");
      doublet_html_set (scroller, "aria-label", _ ("The articles and what they have in common"));
      write_header (report, table);
      body = doublet_html_add (table, "tbody", NULL);
      for (guint i = 0; i < report->n_articles; i++)
        write_article (report, i, body);
    }
  write_groups (report, section);
  write_unreadable (report, section);
}
