/* html-page.h
 *
 * SPDX-FileCopyrightText: 2026 The Doublet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "phrase.h"

G_BEGIN_DECLS

/*
 * A page that stands alone, written from its beginning to its end: the only place that
 * writes HTML.  Nothing that goes in as text or as an attribute's value can become
 * anything else: names of elements and attributes are the program's own, values are
 * cleaned and escaped here.
 *
 * What is added goes into the element that was opened last and is not closed yet; an
 * attribute can be set until something stands in the element.  That elements are closed
 * in the order of their nesting, and all of them, is asserted: no text can change it.
 */
typedef struct _DoubletHtmlPage DoubletHtmlPage;

DoubletHtmlPage *doublet_html_page_new (const char *language,
                                        gboolean    right_to_left,
                                        const char *title,
                                        const char *style,
                                        const char *generator);
void             doublet_html_page_expect (DoubletHtmlPage *self,
                                           gsize            n_bytes);
GBytes          *doublet_html_page_free_to_bytes (DoubletHtmlPage *self);

void doublet_html_open (DoubletHtmlPage *self,
                        const char      *element,
                        const char      *class_name);
void doublet_html_set (DoubletHtmlPage *self,
                       const char      *attribute,
                       const char      *value);
void doublet_html_close (DoubletHtmlPage *self,
                         const char      *element);

void doublet_html_add (DoubletHtmlPage *self,
                       const char      *element,
                       const char      *class_name,
                       const char      *text);
void doublet_html_add_with (DoubletHtmlPage *self,
                            const char      *element,
                            const char      *class_name,
                            const char      *attribute,
                            const char      *value,
                            const char      *text);
void doublet_html_add_void (DoubletHtmlPage *self,
                            const char      *element,
                            const char      *class_name);
void doublet_html_add_text (DoubletHtmlPage *self,
                            const char      *text);
void doublet_html_add_text_len (DoubletHtmlPage *self,
                                const char      *text,
                                gsize            n_bytes);
void doublet_html_add_number (DoubletHtmlPage *self,
                              guint32          number);
void doublet_html_add_phrase (DoubletHtmlPage     *self,
                              const DoubletPhrase *phrase);

void doublet_html_open_link (DoubletHtmlPage *self,
                             const char      *class_name,
                             const char      *id);
void doublet_html_add_link (DoubletHtmlPage *self,
                            const char      *id,
                            const char      *text);
void doublet_html_open_section (DoubletHtmlPage *self,
                                const char      *class_name,
                                const char      *id,
                                const char      *heading);
void doublet_html_open_wide_table (DoubletHtmlPage *self,
                                   const char      *class_name,
                                   const char      *name);
void doublet_html_close_wide_table (DoubletHtmlPage *self);

G_END_DECLS
