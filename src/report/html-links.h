/* html-links.h
 *
 * SPDX-FileCopyrightText: 2026 The Doublet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "html-report.h"

G_BEGIN_DECLS

/* So many passages stand in the table; all are in the texts. */
#define DOUBLET_HTML_MAX_PASSAGES 1000

char       *doublet_html_dup_place_id (const DoubletHtmlReport *report,
                                       guint                    section,
                                       guint32                  finding,
                                       guint32                  place);
char       *doublet_html_dup_finding_id (guint32 finding);
guint       doublet_html_get_section_of (const DoubletHtmlReport *report,
                                         guint                    article);
const char *doublet_html_get_mark_class (const DoubletHtmlReport *report,
                                         guint                    section,
                                         guint32                  finding);
void        doublet_html_add_mark_number (DoubletHtmlPage         *page,
                                          const DoubletHtmlReport *report,
                                          guint                    section,
                                          guint32                  finding,
                                          guint32                  place);
void        doublet_html_add_label (DoubletHtmlPage         *page,
                                    const DoubletHtmlReport *report,
                                    guint                    article);

G_END_DECLS
