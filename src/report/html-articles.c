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

/* A matrix has the square of this many cells; with more articles each has one cell, for
 * the one with which it has most in common.  A report in the format JSON has all. */
#define MAX_MATRIX_ARTICLES 100

/* A bar of class w20 is full; each step is a twentieth. */
#define BAR_STEPS 20

static void
add_header (DoubletHtmlPage *page,
            const char      *text)
{
  doublet_html_add_with (page, "th", NULL, "scope", "col", text);
}

static void
write_share_headers (const DoubletHtmlReport *report,
                     DoubletHtmlPage         *page)
{
  if (report->n_articles > MAX_MATRIX_ARTICLES)
    /* Translators: heads a column: another article, and the share that is also in that one */
    add_header (page, _ ("Most in common with"));
  else if (report->n_articles > 1)
    for (guint i = 0; i < report->n_articles; i++)
      {
        /* Translators: heads a column of shares; %s is the letter of an article */
        g_autofree char *text = g_strdup_printf (_ ("also in %s"), doublet_collation_get_label (report->collation, i));

        add_header (page, text);
      }
  add_header (page, _ ("Repeated in itself"));
}

static void
write_header (const DoubletHtmlReport *report,
              DoubletHtmlPage         *page)
{
  doublet_html_open (page, "thead", NULL);
  doublet_html_open (page, "tr", NULL);
  add_header (page, _ ("Article"));
  add_header (page, _ ("Length"));
  if (doublet_collation_has_passages (report->collation))
    write_share_headers (report, page);
  doublet_html_close (page, "tr");
  doublet_html_close (page, "thead");
}
/* What it is called, and what a reader needs to know of how it was read. */
static void
write_name (const DoubletHtmlReport *report,
            guint                    index,
            DoubletHtmlPage         *page)
{
  const DoubletArticle *article = doublet_collation_get_article (report->collation, index);
  const char           *title = doublet_article_get_title (article);
  const char           *name = doublet_article_get_name (article);
  const char           *byline = doublet_article_get_byline (article);
  const char           *incomplete = doublet_article_get_incomplete (article);

  doublet_html_open (page, "th", NULL);
  doublet_html_set (page, "scope", "row");
  doublet_html_add_label (page, report, index);
  doublet_html_add_text (page, " ");
  doublet_html_add (page, "bdi", "name", name);
  doublet_html_add_text (page, " ");
  doublet_html_add (page, "span", "dim", doublet_article_get_format (article));
  if (doublet_article_get_charset_guessed (article) && doublet_article_get_charset (article) != NULL)
    {
      doublet_html_add_text (page, " ");
      doublet_html_add (page, "span", "dim", doublet_article_get_charset (article));
    }
  if (title != NULL && strcmp (title, name) != 0)
    {
      doublet_html_add_with (page, "span", "dim line", "dir", "auto", title);
    }
  if (byline != NULL)
    {
      doublet_html_open (page, "span", "dim line");
      /* Translators: who wrote an article, as the article itself says it, follows */
      doublet_html_add_text (page, _ ("Byline:"));
      doublet_html_add_text (page, " ");
      doublet_html_add (page, "bdi", NULL, byline);
      doublet_html_close (page, "span");
    }
  if (incomplete != NULL)
    doublet_html_add (page, "span", "warn line", incomplete);
  doublet_html_close (page, "th");
}

static void
add_line (DoubletHtmlPage *page,
          char            *text) /* owned */
{
  if (text != NULL)
    doublet_html_add (page, "span", "dim line", text);
  g_free (text);
}

/* A share of which nothing is the same word for word. */
static void
write_reworded (const DoubletPair *pair,
                guint64            whole,
                DoubletHtmlPage   *page)
{
  g_autofree char *percent = doublet_wording_percent (2 * (guint64)pair->reworded_of_a, whole);
  /* Translators: a share that is said in other words: “12 %, reworded” */
  g_autofree char *text = g_strdup_printf (_ ("%s, reworded"), percent);

  doublet_html_add (page, "span", "dim", text);
}

/* Of @whole half words. */
static void
write_identical (const DoubletHtmlReport *report,
                 const DoubletPair       *pair,
                 guint64                  whole,
                 DoubletHtmlPage         *page)
{
  g_autofree char *percent = doublet_wording_percent (pair->of_a.half_words, whole);
  /* Translators: behind a share, in a table: the words of the longest run */
  g_autofree char *longest = g_strdup_printf (_ (", longest %u"), pair->longest);
  g_autofree char *bar = g_strdup_printf ("bar w%u", (guint)((MIN (pair->of_a.half_words, whole) * BAR_STEPS + whole / 2) / whole));

  if (report->n_articles > MAX_WIDE_COLUMNS && report->n_articles <= MAX_MATRIX_ARTICLES)
    {
      doublet_html_add_text (page, percent);
      return;
    }
  doublet_html_add (page, "span", bar, "");
  doublet_html_add_text (page, percent);
  doublet_html_add_text (page, longest);
  add_line (page, doublet_wording_unquoted (report->collation, pair));
  add_line (page, doublet_wording_in_most (report->collation, pair));
}

static void
write_share (const DoubletHtmlReport *report,
             guint                    of,
             guint                    in,
             DoubletHtmlPage         *page)
{
  guint64     whole = doublet_collation_get_half_words (report->collation, of);
  DoubletPair pair = { 0 };

  doublet_html_open (page, "td", "share");
  if (of != in && report->n_articles > MAX_MATRIX_ARTICLES)
    {
      doublet_html_add_label (page, report, in);
      doublet_html_add_text (page, " ");
    }
  if (of != in && whole > 0 && doublet_collation_find_pair (report->collation, of, in, &pair))
    write_identical (report, &pair, whole, page);
  else if (pair.reworded_of_a > 0)
    write_reworded (&pair, whole, page);
  else
    doublet_html_add_text (page, "–");
  doublet_html_close (page, "td");
}

/* For each article the one that has most of its words, or else says most of it in other
 * words; itself if there is none. */
static guint *
find_nearest (const DoubletHtmlReport *report)
{
  guint               n_pairs;
  const DoubletPair  *pairs = doublet_collation_get_pairs (report->collation, &n_pairs);
  guint              *nearest = g_new (guint, report->n_articles);
  g_autofree guint64 *most = g_new0 (guint64, report->n_articles);

  for (guint i = 0; i < report->n_articles; i++)
    nearest[i] = i;
  for (guint i = 0; i < n_pairs; i++)
    for (guint turned = 0; turned < 2; turned++)
      {
        const DoubletPair *pair = &pairs[i];
        guint              article = turned ? pair->b : pair->a;
        guint64            identical = turned ? pair->of_b.half_words : pair->of_a.half_words;
        guint64            reworded = turned ? pair->reworded_of_b : pair->reworded_of_a;
        guint64            worth = identical << 32 | MIN (reworded, G_MAXUINT32);

        if (worth > most[article])
          {
            most[article] = worth;
            nearest[article] = turned ? pair->a : pair->b;
          }
      }
  return nearest;
}

static void
write_repeats (const DoubletHtmlReport *report,
               guint                    article,
               DoubletHtmlPage         *page)
{
  const DoubletRepeats *repeats = doublet_collation_get_repeats (report->collation, article);
  g_autofree char      *words = NULL;

  if (repeats->repeated_half_words > 0)
    words = doublet_wording_amount (report->collation, article, repeats->repeated_half_words);
  doublet_html_add (page, "td", NULL, words != NULL ? words : "–");
}

static void
write_shares (const DoubletHtmlReport *report,
              guint                    article,
              const guint             *nearest, /* (nullable) */
              DoubletHtmlPage         *page)
{
  if (nearest != NULL)
    write_share (report, article, nearest[article], page);
  else if (report->n_articles > 1)
    for (guint i = 0; i < report->n_articles; i++)
      write_share (report, article, i, page);
  write_repeats (report, article, page);
}

static void
write_article (const DoubletHtmlReport *report,
               guint                    article,
               const guint             *nearest, /* (nullable) */
               DoubletHtmlPage         *page)
{
  g_autofree char *length = doublet_wording_length (report->collation, article);

  doublet_html_open (page, "tr", NULL);
  write_name (report, article, page);
  doublet_html_add (page, "td", NULL, length);
  if (doublet_collation_has_passages (report->collation))
    write_shares (report, article, nearest, page);
  doublet_html_close (page, "tr");
}

static void
write_table (const DoubletHtmlReport *report,
             DoubletHtmlPage         *page)
{
  gboolean          has_passages = doublet_collation_has_passages (report->collation);
  g_autofree guint *nearest = has_passages && report->n_articles > MAX_MATRIX_ARTICLES ? find_nearest (report) : NULL;

  doublet_html_open_wide_table (page, "list", has_passages ? _ ("The articles and what they have in common") : _ ("The articles"));
  write_header (report, page);
  doublet_html_open (page, "tbody", NULL);
  for (guint i = 0; i < report->n_articles; i++)
    write_article (report, i, nearest, page);
  doublet_html_close (page, "tbody");
  doublet_html_close_wide_table (page);
  if (nearest != NULL)
    doublet_html_add (page, "p", "dim", _ ("There are too many articles for a table of all pairs: for each of them it names the one with which it has most in common. A report in the format JSON has all pairs."));
}

/* What belongs together, where the matrix alone does not show it. */
static void
write_groups (const DoubletHtmlReport *report,
              DoubletHtmlPage         *page)
{
  g_autoptr (GArray) groups = NULL;
  g_autofree char *grouping = doublet_wording_grouping ();
  gboolean         has_list = FALSE;

  if (report->n_articles < DOUBLET_GROUP_MIN_ARTICLES || !doublet_collation_has_passages (report->collation))
    return;

  groups = doublet_article_groups_new (report->collation);
  for (guint i = 0; i < groups->len; i++)
    {
      const DoubletArticleGroup *group = &g_array_index (groups, DoubletArticleGroup, i);
      g_autofree char           *text = doublet_wording_group (report->collation, group);

      if (group->n_articles < 2)
        continue;
      if (!has_list)
        {
          doublet_html_add (page, "h3", NULL, _ ("Articles that belong together"));
          doublet_html_open (page, "ul", "groups");
          has_list = TRUE;
        }
      doublet_html_add (page, "li", NULL, text);
    }
  if (has_list)
    {
      doublet_html_close (page, "ul");
      doublet_html_add (page, "p", "dim", grouping);
    }
}

static void
write_unreadable (const DoubletHtmlReport *report,
                  DoubletHtmlPage         *page)
{
  guint                    n_unreadable;
  const DoubletUnreadable *unreadable = doublet_collation_get_unreadable (report->collation, &n_unreadable);

  if (n_unreadable == 0)
    return;

  doublet_html_add (page, "h3", NULL, _ ("Not compared"));
  doublet_html_open (page, "ul", "unreadable");
  for (guint i = 0; i < n_unreadable; i++)
    {
      doublet_html_open (page, "li", NULL);
      doublet_html_add (page, "bdi", "name", unreadable[i].name);
      doublet_html_add_text (page, ": ");
      doublet_html_add_text (page, unreadable[i].reason);
      doublet_html_close (page, "li");
    }
  doublet_html_close (page, "ul");
}

/**
 * doublet_html_write_articles:
 * @report: a report
 * @page: where to
 */
void
doublet_html_write_articles (const DoubletHtmlReport *report,
                             DoubletHtmlPage         *page)
{
  doublet_html_open_section (page, NULL, "articles", _ ("Articles"));
  if (report->n_articles > 0)
    write_table (report, page);
  write_groups (report, page);
  write_unreadable (report, page);
  doublet_html_close (page, "section");
}
