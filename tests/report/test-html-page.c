/* test-html-page.c
 *
 * SPDX-FileCopyrightText: 2026 The Doublet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "html-page.h"
#include "payloads.h"
#include "visible-text.h"

#include <libxml/HTMLparser.h>
#include <string.h>

static const char style[] = "p > a::before { content: \"<&\"; }\n";

static void
count_node (const xmlNode *node,
            guint         *n_elements,
            GString       *text)
{
  for (; node != NULL; node = node->next)
    {
      if (node->type == XML_ELEMENT_NODE)
        (*n_elements)++;
      else if (node->type == XML_TEXT_NODE && text != NULL)
        g_string_append (text, (const char *)node->content);
      count_node (node->children, n_elements, text);
    }
}

static const xmlNode *
find_child (const xmlNode *node,
            const char    *name)
{
  for (node = node->children; node != NULL; node = node->next)
    if (node->type == XML_ELEMENT_NODE && strcmp ((const char *)node->name, name) == 0)
      break;
  if (node == NULL)
    g_error ("There is no <%s>.", name);
  return node;
}

/* A page with @payload wherever text can come in. */
static GBytes *
write_page (const char *payload)
{
  g_autoptr (DoubletHtmlPage) page = doublet_html_page_new ("en", FALSE, payload, style, payload);
  g_autoptr (DoubletPhrase) phrase = doublet_phrase_new ("before {part} after");
  xmlNode *body = doublet_html_page_get_body (page);
  xmlNode *node;

  doublet_html_add_with_text (body, "h1", "title", payload);
  node = doublet_html_add (body, "p", NULL);
  doublet_html_set (node, "lang", payload);
  doublet_html_set (node, "title", payload);
  doublet_html_add_text (node, payload);
  doublet_phrase_set (phrase, "part", "b", g_strdup (payload));
  doublet_html_add_phrase (doublet_html_add (body, "p", NULL), phrase);
  doublet_html_add_link (body, NULL, payload, payload);
  return doublet_html_page_write (page);
}

static void
test_payloads (void)
{
  g_assert_cmpuint (n_payloads, >=, 100);

  for (gsize i = 0; i < n_payloads; i++)
    {
      g_autoptr (GBytes) bytes = write_page (payloads[i]);
      g_autofree char *visible = doublet_visible_text_dup (payloads[i]);
      gsize            length;
      const char      *data = g_bytes_get_data (bytes, &length);
      htmlDocPtr       doc;
      const xmlNode   *html;
      const xmlNode   *body;
      const xmlNode   *heading;
      guint            n_elements = 0;
      guint            n_in_head = 0;
      xmlChar         *title;

      g_assert_true (g_utf8_validate_len (data, length, NULL));
      doc = htmlReadMemory (data, (int)length, NULL, "UTF-8", HTML_PARSE_NONET | HTML_PARSE_NOERROR | HTML_PARSE_NOWARNING);
      html = xmlDocGetRootElement (doc);
      body = find_child (html, "body");

      count_node (find_child (html, "head")->children, &n_in_head, NULL);
      g_assert_cmpuint (n_in_head, ==, 9);
      count_node (body->children, &n_elements, NULL);
      g_assert_cmpuint (n_elements, ==, 5);

      heading = find_child (body, "h1");
      if (*visible != '\0')
        {
          g_autoptr (GString) text = g_string_new (NULL);

          count_node (heading->children, &n_elements, text);
          g_assert_cmpstr (text->str, ==, visible);
        }
      title = xmlGetProp (find_child (body, "p"), BAD_CAST "title");
      g_assert_cmpstr ((const char *)title, ==, visible);
      xmlFree (title);
      xmlFreeDoc (doc);
    }
}

static void
test_policy (void)
{
  g_autoptr (GBytes) bytes = write_page ("x");
  g_autofree char *page = g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
  g_autoptr (GChecksum) checksum = g_checksum_new (G_CHECKSUM_SHA256);
  g_autofree char *hash = NULL;
  g_autofree char *policy = NULL;
  guint8           digest[32];
  gsize            n_digest = sizeof digest;
  const char      *start = strstr (page, "<style>") + strlen ("<style>");
  const char      *end = strstr (page, "</style>");

  g_assert_true (g_str_has_prefix (page, "<!DOCTYPE html>"));
  g_assert_cmpuint (end - start, ==, strlen (style));
  g_assert_true (strncmp (start, style, strlen (style)) == 0);

  g_checksum_update (checksum, (const guchar *)start, end - start);
  g_checksum_get_digest (checksum, digest, &n_digest);
  hash = g_base64_encode (digest, n_digest);
  policy = g_strdup_printf ("default-src 'none'; style-src 'sha256-%s'; base-uri 'none'; form-action 'none'", hash);
  g_assert_nonnull (strstr (page, policy));
}

static void
test_same_bytes (void)
{
  g_autoptr (GBytes) first = write_page ("é \xe2\x80\xab <");
  g_autoptr (GBytes) second = write_page ("é \xe2\x80\xab <");

  g_assert_true (g_bytes_equal (first, second));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/html-page/payloads", test_payloads);
  g_test_add_func ("/html-page/policy", test_policy);
  g_test_add_func ("/html-page/same-bytes", test_same_bytes);
  return g_test_run ();
}
