/* html-method.c
 *
 * SPDX-FileCopyrightText: 2026 The Doublet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "html-links.h"
#include "sha256.h"
#include "wording.h"

#include <glib/gi18n-lib.h>

/* How the figures were computed, for a reader who has to answer for them, and which
 * texts exactly they are of. */

static void
add_paragraph (DoubletHtmlPage *page,
               const char      *text)
{
  doublet_html_add (page, "p", NULL, text);
}

/* What was not counted as a difference when passages were looked for. */
static void
write_ignored (const DoubletOptions *options,
               DoubletHtmlPage      *page)
{
  static const struct
  {
    DoubletIgnore flag;
    const char   *sentence;
  } ignored[] = {
    { DOUBLET_IGNORE_CASE, N_ ("Capital and small letters were taken as the same when passages were looked for.") },
    { DOUBLET_IGNORE_PUNCTUATION, N_ ("Punctuation was left out when passages were looked for.") },
    { DOUBLET_IGNORE_DIACRITICS, N_ ("Letters with and without accents were taken as the same when passages were looked for.") },
    { DOUBLET_IGNORE_NUMBERS, N_ ("Any number was taken for any other when passages were looked for.") },
    { DOUBLET_IGNORE_QUOTATIONS, N_ ("Text inside quotation marks was left out when passages were looked for.") },
  };

  for (guint i = 0; i < G_N_ELEMENTS (ignored); i++)
    if (options->ignore & ignored[i].flag)
      add_paragraph (page, _ (ignored[i].sentence));
}

static void
write_typography (const DoubletOptions *options,
                  DoubletHtmlPage      *page)
{
  if (options->typography)
    add_paragraph (page, _ ("Curly and straight quotation marks and the kinds of dashes and spaces were taken as different."));
  else
    add_paragraph (page, _ ("Curly and straight quotation marks, and the kinds of dashes and spaces, were taken as the same."));
}

static void
write_passages (const DoubletHtmlReport *report,
                DoubletHtmlPage         *page)
{
  const DoubletOptions *options = doublet_collation_get_options (report->collation);
  g_autofree char      *passage = g_strdup_printf (ngettext ("A passage is a run of %u word or more that stands at another place too, in another article or in the same one.",
                                                             "A passage is a run of %u words or more that stands at another place too, in another article or in the same one.",
                                                             options->min_words),
                                                   options->min_words);
  g_autofree char      *boilerplate = doublet_wording_boilerplate_text (report->collation);

  add_paragraph (page, passage);
  if (options->max_gap > 0)
    {
      g_autofree char *gap = g_strdup_printf (ngettext ("In an edited passage up to %u word in a row is changed, and at least %u %% of the words are the same.",
                                                        "In an edited passage up to %u words in a row are changed, and at least %u %% of the words are the same.",
                                                        options->max_gap),
                                              options->max_gap, options->min_identical);

      add_paragraph (page, gap);
    }
  if (options->reworded)
    add_paragraph (page, _ ("In a reworded passage, sentences say the same in other words: they share many of their words, the most telling ones among them, in any order. Its words are counted apart from identical ones."));
  write_ignored (options, page);
  write_typography (options, page);
  if (boilerplate != NULL)
    add_paragraph (page, boilerplate);
  add_paragraph (page, _ ("Shares count identical words only, each once: the words of an article that stand in passages which the other article has too, divided by all its words. They do not depend on what else was compared."));
  add_paragraph (page, _ ("Quotations are what stands inside quotation marks. What stands in most articles stands in more than half of them, and in three at the least."));
}

static void
write_settings (const DoubletHtmlReport *report,
                DoubletHtmlPage         *page)
{
  const DoubletOptions *options = doublet_collation_get_options (report->collation);
  g_autofree char      *not_looked_for = doublet_wording_not_looked_for ();

  if (options->passages)
    {
      write_passages (report, page);
    }
  else
    {
      add_paragraph (page, not_looked_for);
      write_typography (options, page);
    }
  if (report->n_articles > 1)
    add_paragraph (page, _ ("Differences were found word by word and compare capitals and punctuation too. Line breaks and the width of spaces are never a difference."));
}

/* Anybody can check that a text is the one that was compared. */
static void
write_texts (const DoubletHtmlReport *report,
             DoubletHtmlPage         *page)
{
  add_paragraph (page, _ ("The SHA-256 sums of the texts as they were read, in UTF-8:"));
  doublet_html_open (page, "ul", "sums");
  for (guint i = 0; i < report->n_articles; i++)
    {
      const DoubletArticle *article = doublet_collation_get_article (report->collation, i);
      gsize                 n_bytes;
      const char           *text = doublet_article_get_text (article, &n_bytes);
      g_autofree char      *sum = doublet_sha256_dup_hex (text, n_bytes);

      doublet_html_open (page, "li", NULL);
      doublet_html_add_label (page, report, i);
      doublet_html_add_text (page, " ");
      doublet_html_add (page, "bdi", NULL, doublet_article_get_name (article));
      doublet_html_add_text (page, " ");
      doublet_html_add (page, "code", NULL, sum);
      doublet_html_close (page, "li");
    }
  doublet_html_close (page, "ul");
}

/**
 * doublet_html_write_method:
 * @report: a report
 * @page: where to
 */
void
doublet_html_write_method (const DoubletHtmlReport *report,
                           DoubletHtmlPage         *page)
{
  doublet_html_open_section (page, "method", "method", _ ("How this was computed"));
  write_settings (report, page);
  if (report->n_articles > 0)
    write_texts (report, page);
  doublet_html_close (page, "section");
}
