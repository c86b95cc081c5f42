/* html-flags.c
 *
 * SPDX-FileCopyrightText: 2026 The Doublet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "html-links.h"
#include "html-report.h"
#include "wording.h"

#include <glib/gi18n-lib.h>

/* Above everything else: which facts differ where articles say the same. */

/* Flags that are listed here; all stand with their passages. */
#define MAX_FLAGS 10

static void
write_flag (const DoubletHtmlReport *report,
            guint32                  finding,
            const DoubletFact       *fact,
            DoubletHtmlPage         *page)
{
  g_autofree char *words = doublet_wording_fact (report->collation, &report->findings[finding], fact);
  g_autofree char *id = doublet_html_dup_finding_id (finding);
  /* Translators: the number of a passage */
  g_autofree char *passage = g_strdup_printf (_ ("passage %u"), finding + 1);

  doublet_html_open (page, "li", NULL);
  doublet_html_add (page, "span", "warn", "⚑ ");
  doublet_html_add_with (page, "bdi", NULL, "dir", "auto", words);
  if (id != NULL)
    {
      doublet_html_add_text (page, " · ");
      doublet_html_add_link (page, id, passage);
    }
  doublet_html_close (page, "li");
}

/**
 * doublet_html_write_flags:
 * @report: a report
 * @page: where to
 *
 * Writes the first facts in which the copies of passages differ, and how many there are.
 */
void
doublet_html_write_flags (const DoubletHtmlReport *report,
                          DoubletHtmlPage         *page)
{
  guint            n_facts = 0;
  guint            n_written = 0;
  g_autofree char *heading = NULL;

  for (guint i = 0; i < report->n_findings; i++)
    n_facts += report->findings[i].n_facts;
  if (n_facts == 0)
    return;

  heading = g_strdup_printf (ngettext ("%u fact differs between copies of a passage", "%u facts differ between copies of passages", n_facts), n_facts);
  doublet_html_open (page, "div", "box");
  doublet_html_open (page, "p", NULL);
  doublet_html_add (page, "b", NULL, heading);
  doublet_html_close (page, "p");
  doublet_html_open (page, "ul", "flags");
  for (guint i = 0; i < report->n_findings && n_written < MAX_FLAGS; i++)
    for (guint32 j = 0; j < report->findings[i].n_facts && n_written < MAX_FLAGS; j++, n_written++)
      write_flag (report, i, &report->findings[i].facts[j], page);
  if (n_written < n_facts)
    {
      g_autofree char *more = g_strdup_printf (ngettext ("and %u more, below", "and %u more, below", n_facts - n_written), n_facts - n_written);

      doublet_html_open (page, "li", NULL);
      doublet_html_add_link (page, "passages", more);
      doublet_html_close (page, "li");
    }
  doublet_html_close (page, "ul");
  doublet_html_close (page, "div");
}
