/* html-head.c
 *
 * SPDX-FileCopyrightText: 2026 The Doublet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "headline.h"
#include "html-report.h"
#include "wording.h"

#include <glib/gi18n-lib.h>

/* Title, date, settings; what was found, in words; what is not complete. */

static void
write_meta (const DoubletHtmlReport *report,
            DoubletHtmlPage         *page)
{
  g_autofree char *settings = doublet_wording_settings (doublet_collation_get_options (report->collation));

  doublet_html_open (page, "p", "meta");
  if (report->options->date != NULL)
    {
      g_autofree char *machine = g_date_time_format (report->options->date, "%Y-%m-%d");
      /* Translators: a date in the order of your language: %-d is the day, %B the name of the month, %Y the year */
      g_autofree char *date = g_date_time_format (report->options->date, _ ("%-d %B %Y"));

      doublet_html_add_with (page, "time", NULL, "datetime", machine, date);
      doublet_html_add_text (page, " · ");
    }
  doublet_html_add_text (page, "Doublet " VERSION " · ");
  doublet_html_add_text (page, settings);
  doublet_html_add_text (page, " · ");
  doublet_html_add_link (page, "method", _ ("how this was computed"));
  doublet_html_close (page, "p");
}

static void
add_entry (DoubletHtmlPage *page,
           const char      *id,
           const char      *text)
{
  doublet_html_open (page, "li", NULL);
  doublet_html_add_link (page, id, text);
  doublet_html_close (page, "li");
}

static void
write_contents (const DoubletHtmlReport *report,
                DoubletHtmlPage         *page)
{
  doublet_html_open (page, "nav", "contents");
  doublet_html_set (page, "aria-label", _ ("Contents"));
  doublet_html_open (page, "ul", NULL);
  add_entry (page, "articles", _ ("Articles"));
  if (report->n_findings > 0)
    add_entry (page, "passages", _ ("Passages"));
  for (guint i = 0; i < report->n_sections; i++)
    {
      g_autofree char *id = doublet_html_dup_section_id (report, i);
      g_autofree char *heading = doublet_html_dup_section_heading (report, i);

      add_entry (page, id, heading);
    }
  doublet_html_close (page, "ul");
  doublet_html_close (page, "nav");
}

static void
write_incomplete (const DoubletHtmlReport *report,
                  DoubletHtmlPage         *page)
{
  g_auto (GStrv) capped = doublet_collation_dup_capped (report->collation);

  if (!report->options->incomplete && (capped == NULL || capped[0] == NULL))
    return;

  doublet_html_open (page, "div", "box");
  doublet_html_open (page, "p", NULL);
  doublet_html_add (page, "b", NULL, _ ("These figures are incomplete."));
  doublet_html_close (page, "p");
  if (report->options->incomplete)
    doublet_html_add (page, "p", NULL, _ ("The comparison was stopped before it was finished."));
  for (guint i = 0; capped != NULL && capped[i] != NULL; i++)
    doublet_html_add (page, "p", NULL, capped[i]);
  doublet_html_close (page, "div");
}

/**
 * doublet_html_write_head:
 * @report: a report
 * @title: its title
 * @page: where to
 */
void
doublet_html_write_head (const DoubletHtmlReport *report,
                         const char              *title,
                         DoubletHtmlPage         *page)
{
  g_autofree const DoubletChangeFigures **figures = g_new0 (const DoubletChangeFigures *, report->n_articles);
  g_autoptr (GPtrArray) phrases = NULL;
  guint n_pairs;

  for (guint i = 0; i < report->n_sections; i++)
    if (report->sections[i].alignment != NULL)
      figures[report->sections[i].b] = &report->sections[i].figures;
  phrases = doublet_headline_new (report->collation, figures);

  doublet_collation_get_pairs (report->collation, &n_pairs);

  doublet_html_add_with (page, "h1", NULL, "dir", "auto", title);
  write_meta (report, page);
  for (guint i = 0; i < phrases->len; i++)
    {
      doublet_html_open (page, "p", "lead");
      doublet_html_add_phrase (page, phrases->pdata[i]);
      doublet_html_close (page, "p");
    }
  if (n_pairs > 0)
    doublet_html_add (page, "p", "caution",
                      _ ("Shared wording is not a verdict: quotations, names and stock phrases are often shared with good reason. Doublet cannot tell who wrote first."));
  write_incomplete (report, page);
  doublet_html_write_flags (report, page);
  write_contents (report, page);
}
