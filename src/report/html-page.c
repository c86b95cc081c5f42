/* html-page.c
 *
 * SPDX-FileCopyrightText: 2026 The Doublet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "html-page.h"

#include <libxml/HTMLtree.h>
#include <string.h>

#include "visible-text.h"

/*
 * Which of libxml2's calls are right for HTML was tried one by one: those that add an
 * element with its content, or set it, drop a text with "&" in it whole,
 * htmlDocDumpMemory() turns letters into references and adds lines, xmlTextWriter
 * writes "<div/>".  Here text enters by xmlNewDocTextLen(), values by xmlNewProp(), and
 * the page leaves by htmlDocContentDumpFormatOutput().
 *
 * The page asks for nothing from outside and says so to the browser: its
 * Content-Security-Policy allows the one style sheet, by its hash, and nothing else.
 */

struct _DoubletHtmlPage
{
  htmlDocPtr doc;
  xmlNode   *body;
};

static char *
get_policy (const char *style)
{
  guint8 digest[32];
  gsize  n_digest = sizeof digest;
  g_autoptr (GChecksum) checksum = g_checksum_new (G_CHECKSUM_SHA256);
  g_autofree char *hash = NULL;

  g_checksum_update (checksum, (const guchar *)style, strlen (style));
  g_checksum_get_digest (checksum, digest, &n_digest);
  hash = g_base64_encode (digest, n_digest);
  return g_strconcat ("default-src 'none'; style-src 'sha256-", hash,
                      "'; base-uri 'none'; form-action 'none'", NULL);
}

static void
add_meta (xmlNode    *head,
          const char *key_attribute,
          const char *key,
          const char *content)
{
  xmlNode *meta = doublet_html_add (head, "meta", NULL);

  doublet_html_set (meta, key_attribute, key);
  if (content != NULL)
    doublet_html_set (meta, "content", content);
}

/**
 * doublet_html_page_new:
 * @language: BCP 47, of the page's own words
 * @right_to_left: whether they run from right to left
 * @title: the page's title
 * @style: its style sheet; may not hold "</"
 * @generator: which program wrote it
 *
 * Returns: (transfer full): a page with nothing in its body
 */
DoubletHtmlPage *
doublet_html_page_new (const char *language,
                       gboolean    right_to_left,
                       const char *title,
                       const char *style,
                       const char *generator)
{
  DoubletHtmlPage *self = g_new0 (DoubletHtmlPage, 1);
  g_autofree char *policy = get_policy (style);
  xmlNode         *html;
  xmlNode         *head;
  xmlNode         *sheet;

  self->doc = htmlNewDocNoDtD (NULL, NULL);
  xmlCreateIntSubset (self->doc, BAD_CAST "html", NULL, NULL);
  html = xmlNewDocNode (self->doc, NULL, BAD_CAST "html", NULL);
  xmlDocSetRootElement (self->doc, html);
  doublet_html_set (html, "lang", language);
  doublet_html_set (html, "dir", right_to_left ? "rtl" : "ltr");

  head = doublet_html_add (html, "head", NULL);
  add_meta (head, "charset", "utf-8", NULL);
  add_meta (head, "http-equiv", "Content-Security-Policy", policy);
  add_meta (head, "name", "viewport", "width=device-width, initial-scale=1");
  add_meta (head, "name", "color-scheme", "light dark");
  add_meta (head, "name", "referrer", "no-referrer");
  add_meta (head, "name", "robots", "noindex");
  add_meta (head, "name", "generator", generator);
  doublet_html_add_with_text (head, "title", NULL, title);

  /* As it is: the hash is of these very bytes. */
  sheet = doublet_html_add (head, "style", NULL);
  xmlAddChild (sheet, xmlNewText (BAD_CAST style));

  self->body = doublet_html_add (html, "body", NULL);
  return self;
}

void
doublet_html_page_free (DoubletHtmlPage *self)
{
  xmlFreeDoc (self->doc);
  g_free (self);
}

xmlNode *
doublet_html_page_get_body (DoubletHtmlPage *self)
{
  return self->body;
}

static int
append_cb (void       *data,
           const char *buffer,
           int         length)
{
  g_byte_array_append (data, (const guint8 *)buffer, length);
  return length;
}

/**
 * doublet_html_page_write:
 * @self: a page
 *
 * Returns: (transfer full): the page in UTF-8, without a byte order mark
 */
GBytes *
doublet_html_page_write (DoubletHtmlPage *self)
{
  GByteArray      *bytes = g_byte_array_new ();
  xmlOutputBuffer *out = xmlOutputBufferCreateIO (append_cb, NULL, bytes, NULL);

  htmlDocContentDumpFormatOutput (out, self->doc, "UTF-8", 0);
  xmlOutputBufferClose (out);
  return g_byte_array_free_to_bytes (bytes);
}

/**
 * doublet_html_add:
 * @parent: where to
 * @element: a name of HTML
 * @class_name: (nullable): its classes
 *
 * Returns: (transfer none): the new element, the last in @parent
 */
xmlNode *
doublet_html_add (xmlNode    *parent,
                  const char *element,
                  const char *class_name)
{
  xmlNode *node = xmlNewDocNode (parent->doc, NULL, BAD_CAST element, NULL);

  xmlAddChild (parent, node);
  if (class_name != NULL)
    doublet_html_set (node, "class", class_name);
  return node;
}

/**
 * doublet_html_add_with_text:
 * @parent: where to
 * @element: a name of HTML
 * @class_name: (nullable): its classes
 * @text: what stands in it; any bytes
 *
 * Returns: (transfer none): the new element
 */
xmlNode *
doublet_html_add_with_text (xmlNode    *parent,
                            const char *element,
                            const char *class_name,
                            const char *text)
{
  xmlNode *node = doublet_html_add (parent, element, class_name);

  doublet_html_add_text (node, text);
  return node;
}

void
doublet_html_add_text (xmlNode    *parent,
                       const char *text)
{
  doublet_html_add_text_len (parent, text, strlen (text));
}

void
doublet_html_add_text_len (xmlNode    *parent,
                           const char *text,
                           gsize       n_bytes)
{
  g_autoptr (GString) visible = NULL;

  /* Most of most texts. */
  if (doublet_visible_text_is_plain (text, n_bytes))
    {
      xmlAddChild (parent, xmlNewDocTextLen (parent->doc, BAD_CAST text, (int)n_bytes));
      return;
    }

  visible = g_string_sized_new (n_bytes + 16);
  doublet_visible_text_append (visible, text, n_bytes);
  xmlAddChild (parent, xmlNewDocTextLen (parent->doc, BAD_CAST visible->str, (int)visible->len));
}

/**
 * doublet_html_add_phrase:
 * @parent: where to
 * @phrase: a phrase
 *
 * Adds the text of @phrase, each of its parts in the element that it asks for.
 */
void
doublet_html_add_phrase (xmlNode             *parent,
                         const DoubletPhrase *phrase)
{
  DoubletPhraseIter iter;
  DoubletPhraseRun  run;

  doublet_phrase_iter_init (&iter, phrase);
  while (doublet_phrase_iter_next (&iter, &run))
    {
      xmlNode *node = run.element != NULL ? doublet_html_add (parent, run.element, NULL) : parent;

      doublet_html_add_text_len (node, run.text, run.n_bytes);
    }
}

/**
 * doublet_html_add_link:
 * @parent: where to
 * @class_name: (nullable): its classes
 * @id: the element of this page that it leads to
 * @text: what stands in it
 *
 * Links lead inside the page only: no address ever comes from an article.
 *
 * Returns: (transfer none): the new element
 */
xmlNode *
doublet_html_add_link (xmlNode    *parent,
                       const char *class_name,
                       const char *id,
                       const char *text)
{
  g_autofree char *target = g_strconcat ("#", id, NULL);
  xmlNode         *link = doublet_html_add (parent, "a", class_name);

  doublet_html_set (link, "href", target);
  if (text != NULL)
    doublet_html_add_text (link, text);
  return link;
}

/**
 * doublet_html_set:
 * @node: an element
 * @attribute: a name of HTML that takes no script and no foreign address
 * @value: any bytes
 */
void
doublet_html_set (xmlNode    *node,
                  const char *attribute,
                  const char *value)
{
  g_autofree char *visible = NULL;

  if (!doublet_visible_text_is_plain (value, strlen (value)))
    value = visible = doublet_visible_text_dup (value);
  xmlNewProp (node, BAD_CAST attribute, BAD_CAST value);
}
