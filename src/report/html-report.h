/* html-report.h
 *
 * SPDX-FileCopyrightText: 2026 The Doublet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "html-page.h"
#include "html-section.h"
#include "report.h"

G_BEGIN_DECLS

/*
 * What the parts of the page share while it is written.
 *
 * There is a section for each other article beside the base, in their order; one
 * article alone has one section of its own.
 */
typedef struct
{
  const DoubletCollation     *collation;     /* borrowed */
  const DoubletReportOptions *options;       /* borrowed */
  gboolean                    right_to_left; /* the page's own words */
  const DoubletFinding       *findings;      /* borrowed */
  guint                       n_findings;
  guint                       n_articles;
  guint                       base;
  DoubletHtmlSection         *sections;
  guint                       n_sections;
  gboolean                    abridged; /* only changed rows are shown */
  gboolean                    cut;      /* and not even all of them */
} DoubletHtmlReport;

GBytes *doublet_html_report_write (const DoubletCollation     *collation,
                                   const DoubletReportOptions *options);

/* The parts, in the order of the page. */
void doublet_html_write_head (const DoubletHtmlReport *report,
                              const char              *title,
                              DoubletHtmlPage         *page);
void doublet_html_write_flags (const DoubletHtmlReport *report,
                               DoubletHtmlPage         *page);
void doublet_html_write_articles (const DoubletHtmlReport *report,
                                  DoubletHtmlPage         *page);
void doublet_html_write_passages (const DoubletHtmlReport *report,
                                  DoubletHtmlPage         *page);
void doublet_html_write_sections (const DoubletHtmlReport *report,
                                  DoubletHtmlPage         *page);
void doublet_html_write_method (const DoubletHtmlReport *report,
                                DoubletHtmlPage         *page);

char *doublet_html_dup_section_id (const DoubletHtmlReport *report,
                                   guint                    section);
char *doublet_html_dup_section_heading (const DoubletHtmlReport *report,
                                        guint                    section);

G_END_DECLS
