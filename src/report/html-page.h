/* html-page.h
 *
 * SPDX-FileCopyrightText: 2026 The Doublet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "phrase.h"

#include <libxml/tree.h>

G_BEGIN_DECLS

/*
 * A page that stands alone, built as a libxml2 tree: the only place that writes
 * HTML.  Nothing that goes in as text or as an attribute's value can become anything
 * else: names of elements and attributes are the program's own, values are cleaned and
 * escaped here.
 *
 * A node belongs to the page.
 */
typedef struct _DoubletHtmlPage DoubletHtmlPage;

DoubletHtmlPage *doublet_html_page_new (const char *language,
                                        gboolean    right_to_left,
                                        const char *title,
                                        const char *style,
                                        const char *generator);
void             doublet_html_page_free (DoubletHtmlPage *self);
xmlNode         *doublet_html_page_get_body (DoubletHtmlPage *self);
GBytes          *doublet_html_page_write (DoubletHtmlPage *self);

xmlNode *doublet_html_add (xmlNode    *parent,
                           const char *element,
                           const char *class_name);
xmlNode *doublet_html_add_with_text (xmlNode    *parent,
                                     const char *element,
                                     const char *class_name,
                                     const char *text);
void     doublet_html_add_text (xmlNode    *parent,
                                const char *text);
void     doublet_html_add_text_len (xmlNode    *parent,
                                    const char *text,
                                    gsize       n_bytes);
void     doublet_html_add_phrase (xmlNode             *parent,
                                  const DoubletPhrase *phrase);
xmlNode *doublet_html_add_link (xmlNode    *parent,
                                const char *class_name,
                                const char *id,
                                const char *text);
void     doublet_html_set (xmlNode    *node,
                           const char *attribute,
                           const char *value);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DoubletHtmlPage, doublet_html_page_free)

G_END_DECLS
