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
            xmlNode                 *parent)
{
  xmlNode         *meta = doublet_html_add (parent, "p", "meta");
  g_autofree char *settings = doublet_wording_settings (doublet_collation_get_options (report->collation));
  xmlNode         *time;

  if (report->options->date != NULL)
    {
      g_autofree char *machine = g_date_time_format (report->options->date, "%Y-%m-%d");
      /* Translators: a date in the order of your language: %-d is the day, %B the name of the month, %Y the year */
      g_autofree char *date = g_date_time_format (report->options->date, _ ("%-d %B %Y"));

      time = doublet_html_add_with_text (meta, "time", NULL, date);
      doublet_html_set (time, "datetime", machine);
      doublet_html_add_text (meta, " · ");
    }
  doublet_html_add_text (meta, "Doublet " VERSION " · ");
  doublet_html_add_text (meta, settings);
  doublet_html_add_text (meta, " · ");
  doublet_html_add_link (meta, NULL, "method", _ ("how this was computed"));
}

static void
write_contents (const DoubletHtmlReport *report,
                xmlNode                 *parent)
{
  xmlNode *nav = doublet_html_add (parent, "nav", "contents");
  xmlNode *list;

  doublet_html_set (nav, "aria-label", _ ("Contents"));
  list = doublet_html_add (nav, "ul", NULL);
  doublet_html_add_link (doublet_html_add (list, "li", NULL), NULL, "articles", _ ("Articles"));
  if (report->n_findings > 0)
    doublet_html_add_link (doublet_html_add (list, "li", NULL), NULL, "passages", _ ("Passages"));
  for (guint i = 0; i < report->n_sections; i++)
    {
      g_autofree char *id = doublet_html_dup_section_id (report, i);
      g_autofree char *heading = doublet_html_dup_section_heading (report, i);

      doublet_html_add_link (doublet_html_add (list, "li", NULL), NULL, id, heading);
    }
}

static void
write_incomplete (const DoubletHtmlReport *report,
                  xmlNode                 *parent)
{
  g_auto (GStrv) capped = doublet_collation_dup_capped (report->collation);
  xmlNode *box;

  if (!report->options->incomplete && (capped == NULL || capped[0] == NULL))
    return;

  box = doublet_html_add (parent, "div", "box");
  doublet_html_add_with_text (doublet_html_add (box, "p", NULL), "b", NULL, _ ("These figures are incomplete."));
  if (report->options->incomplete)
    doublet_html_add_with_text (box, "p", NULL, _ ("The comparison was stopped before it was finished."));
  for (guint i = 0; capped != NULL && capped[i] != NULL; i++)
    doublet_html_add_with_text (box, "p", NULL, capped[i]);
}

/**
 * doublet_html_write_head:
 * @report: a report
 * @title: its title
 * @parent: where to
 */
void
doublet_html_write_head (const DoubletHtmlReport *report,
                         const char              *title,
                         xmlNode                 *parent)
{
  g_autoptr (GPtrArray) phrases = doublet_headline_new (report->collation);
  guint n_pairs;

  doublet_collation_get_pairs (report->collation, &n_pairs);

  doublet_html_set (doublet_html_add_with_text (parent, "h1", NULL, title), "dir", "auto");
  write_meta (report, parent);
  for (guint i = 0; i < phrases->len; i++)
    doublet_html_add_phrase (doublet_html_add (parent, "p", "lead"), phrases->pdata[i]);
  if (n_pairs > 0)
    doublet_html_add_with_text (parent, "p", "caution",
                                _ ("Shared wording is not a verdict: quotations, names and stock phrases are often shared with good reason. Doublet cannot tell who wrote first."));
  write_incomplete (report, parent);
  doublet_html_write_flags (report, parent);
  write_contents (report, parent);
}
