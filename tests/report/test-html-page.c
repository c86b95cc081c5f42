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

static DoubletHtmlPage *
begin_page (const char *title)
{
  return doublet_html_page_new ("en", FALSE, title, style, "Doublet");
}

/* A page with @payload wherever text can come in. */
static GBytes *
write_page (const char *payload)
{
  DoubletHtmlPage *page = begin_page (payload);
  g_autoptr (DoubletPhrase) phrase = doublet_phrase_new ("before {part} after");

  doublet_html_add (page, "h1", "title", payload);
  doublet_html_open (page, "p", payload);
  doublet_html_set (page, "lang", payload);
  doublet_html_set (page, "title", payload);
  doublet_html_add_text (page, payload);
  doublet_html_close (page, "p");
  doublet_phrase_set (phrase, "part", "b", g_strdup (payload));
  doublet_html_open (page, "p", NULL);
  doublet_html_add_phrase (page, phrase);
  doublet_html_close (page, "p");
  doublet_html_add_link (page, payload, payload);
  return doublet_html_page_free_to_bytes (page);
}

/* What stands in the body, in which everything is closed. */
static char *
finish_body (DoubletHtmlPage *page)
{
  g_autoptr (GBytes) bytes = doublet_html_page_free_to_bytes (page);
  g_autofree char *written = g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
  const char      *start = strstr (written, "<body>");
  const char      *end = strstr (written, "</body></html>\n");

  g_assert_true (start != NULL && end != NULL && strlen (end) == strlen ("</body></html>\n"));
  start += strlen ("<body>");
  return g_strndup (start, end - start);
}

static void
test_elements (void)
{
  DoubletHtmlPage *page = begin_page ("x");
  g_autofree char *body = NULL;

  doublet_html_open_section (page, "texts", "text-B", "A & B");
  doublet_html_add_void (page, "input", "choice");
  doublet_html_set (page, "checked", NULL);
  doublet_html_open (page, "span", NULL);
  doublet_html_set (page, "id", "p1-1");
  doublet_html_close (page, "span");
  doublet_html_open_link (page, "n", "p1-2");
  doublet_html_set (page, "dir", "ltr");
  doublet_html_add_text_len (page, "12345", 2);
  doublet_html_close (page, "a");
  doublet_html_add (page, "td", NULL, "");
  doublet_html_add_number (page, 0);
  doublet_html_add_number (page, 70);
  doublet_html_add_number (page, G_MAXUINT32);
  doublet_html_close (page, "section");
  doublet_html_open_wide_table (page, "list", "name");
  doublet_html_close_wide_table (page);
  body = finish_body (page);
  g_assert_cmpstr (body, ==,
                   "<section class=\"texts\" aria-labelledby=\"text-B\"><h2 id=\"text-B\">A &amp; B</h2>"
                   "<input class=\"choice\" checked><span id=\"p1-1\"></span><a class=\"n\" href=\"#p1-2\" dir=\"ltr\">12</a><td></td>0704294967295</section>"
                   "<section class=\"scroll\" tabindex=\"0\" aria-label=\"name\"><table class=\"list\"></table></section>");
}

static void
test_escaping (void)
{
  static const struct
  {
    const char *text;
    const char *in_text;
    const char *in_value;
  } cases[] = {
    { "", "", "" },
    { "plain, 'as' it is\n\tor not", "plain, 'as' it is\n\tor not", "plain, 'as' it is\n\tor not" },
    { "<a href=\"x\">", "&lt;a href=\"x\"&gt;", "&lt;a href=&quot;x&quot;&gt;" },
    { "a value that is long, with a \"mark\" in it & more", "a value that is long, with a \"mark\" in it &amp; more", "a value that is long, with a &quot;mark&quot; in it &amp; more" },
    { "&&amp;<>", "&amp;&amp;amp;&lt;&gt;", "&amp;&amp;amp;&lt;&gt;" },
    { "é < 北", "é &lt; 北", "é &lt; 北" },
    { "\x01<\x7f", "␁&lt;␡", "␁&lt;␡" },
    { "a\r\nb\rc", "a\nb\nc", "a\nb\nc" },
    { "\"\xff\"", "\"\xef\xbf\xbd\"", "&quot;\xef\xbf\xbd&quot;" },
    { "\xe2\x80\xae\"", "‹U+202E›\"", "‹U+202E›&quot;" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      DoubletHtmlPage *page = begin_page ("x");
      g_autofree char *body = NULL;
      g_autofree char *expected = g_strdup_printf ("<p class=\"%s\" title=\"%s\">%s</p>", cases[i].in_value, cases[i].in_value, cases[i].in_text);

      doublet_html_open (page, "p", cases[i].text);
      doublet_html_set (page, "title", cases[i].text);
      doublet_html_add_text (page, cases[i].text);
      doublet_html_close (page, "p");
      body = finish_body (page);
      g_assert_cmpstr (body, ==, expected);
    }
}

/* What a reader of HTML makes of a text. */
static char *
unescape (const char *text)
{
  static const char *const references[][2] = { { "&amp;", "&" }, { "&lt;", "<" }, { "&gt;", ">" } };
  GString                 *read = g_string_new (NULL);

  while (*text != '\0')
    {
      gsize i = 0;

      if (*text != '&')
        {
          g_assert_true (*text != '<' && *text != '>');
          g_string_append_c (read, *text++);
          continue;
        }
      while (i < G_N_ELEMENTS (references) && !g_str_has_prefix (text, references[i][0]))
        i++;
      g_assert_cmpuint (i, <, G_N_ELEMENTS (references));
      g_string_append (read, references[i][1]);
      text += strlen (references[i][0]);
    }
  return g_string_free (read, FALSE);
}

/* Each byte, also those that are no character, at each place. */
static void
test_every_byte (void)
{
  for (guint i = 0; i < 256; i++)
    for (guint at = 0; at < 3; at++)
      {
        char text[] = "<é";
        g_autoptr (GString) visible = g_string_new (NULL);
        g_autofree char *body = NULL;
        g_autofree char *read = NULL;
        DoubletHtmlPage *page = begin_page ("x");

        text[at] = (char)i;
        doublet_visible_text_append (visible, text, 3);
        doublet_html_add_text_len (page, text, 3);
        body = finish_body (page);
        read = unescape (body);
        g_assert_cmpstr (read, ==, visible->str);
      }
}

/* Each character, at the end and within what is copied at once. */
static void
test_every_character (void)
{
  DoubletHtmlPage *page = begin_page ("x");
  g_autoptr (GString) expected = g_string_new (NULL);
  g_autofree char *body = NULL;

  for (gunichar c = 0x80; c <= 0x10ffff; c++)
    {
      char  text[] = "\0\0\0\0 and so on for a while";
      gsize n_bytes = c >= 0xd800 && c < 0xe000 ? 0 : (gsize)g_unichar_to_utf8 (c, text);

      if (n_bytes == 0)
        continue;
      doublet_visible_text_append (expected, text, n_bytes);
      doublet_html_add_text_len (page, text, n_bytes);
      if (c % 64 != 0)
        continue;
      memmove (text + n_bytes, text + 4, sizeof text - 4);
      doublet_visible_text_append (expected, text, -1);
      doublet_html_add_text (page, text);
    }
  body = finish_body (page);
  g_assert_true (strcmp (body, expected->str) == 0);
}

/* Texts of plain stretches, of what is escaped, of what is not seen, and of what is no
 * character: beginnings of one, forms that are too long, surrogates. */
static void
test_random_bytes (void)
{
  static const char *const pieces[] = {
    "<", ">", "&", "\"", "'", "&amp;", "\n", "\t", "\r", "\r\n", "\x01", "\x7f", "\xff", "\x80",
    "\xc2", "\xc2\x85", "\xc2\xa0", "\xc3\xa9", "\xc1\xbf", "\xc3", "\xe2\x80\x9c", "\xe2\x80\xae", "\xe2\x81\xa6",
    "\xe2\x80", "\xe0\x80\x80", "\xe0\xa4\x85", "\xed\xa0\x80", "\xef\xbf\xbe", "\xef\xbb\xbf", "\xe5\x8c\x97",
    "\xe5\x8c", "\xf0\x9f\x98\x80", "\xf0\x9f", "plain", "words of a plain stretch ", "sixteen bytes...", "x"
  };
  g_autoptr (GRand) random = g_rand_new_with_seed (20261129);

  for (guint round = 0; round < 20000; round++)
    {
      guint n_pieces = g_rand_int_range (random, 0, 12);
      g_autoptr (GString) text = g_string_new (NULL);
      g_autofree char *visible = NULL;
      g_autofree char *body = NULL;
      g_autofree char *read = NULL;
      DoubletHtmlPage *page = begin_page ("x");

      for (guint i = 0; i < n_pieces; i++)
        g_string_append (text, pieces[g_rand_int_range (random, 0, G_N_ELEMENTS (pieces))]);
      visible = doublet_visible_text_dup (text->str);
      doublet_html_add_text_len (page, text->str, text->len);
      body = finish_body (page);
      read = unescape (body);
      g_assert_true (g_utf8_validate (body, -1, NULL));
      g_assert_cmpstr (read, ==, visible);
    }
}

/* Long enough that the page has to grow many times over. */
static void
test_long (void)
{
  DoubletHtmlPage *page = begin_page ("x");
  g_autoptr (GString) expected = g_string_new (NULL);
  g_autofree char *body = NULL;

  for (guint i = 0; i < 50000; i++)
    {
      g_autofree char *number = g_strdup_printf ("%u", i);

      doublet_html_add (page, "b", number, number);
      g_string_append_printf (expected, "<b class=\"%u\">%u</b>", i, i);
    }
  body = finish_body (page);
  g_assert_cmpstr (body, ==, expected->str);
}

/* Mistakes of the program: they end it, whatever it was built for. */
static void
never_close (DoubletHtmlPage *page)
{
  doublet_html_open (page, "p", NULL);
  doublet_html_page_free_to_bytes (page);
}

static void
close_another (DoubletHtmlPage *page)
{
  doublet_html_open (page, "p", NULL);
  doublet_html_open (page, "b", NULL);
  doublet_html_close (page, "p");
}

static void
close_too_much (DoubletHtmlPage *page)
{
  doublet_html_close (page, "body");
  doublet_html_close (page, "html");
  doublet_html_close (page, "html");
}

static void
nest_without_end (DoubletHtmlPage *page)
{
  for (guint i = 0; i < 1000; i++)
    doublet_html_open (page, "div", NULL);
}

static void
set_too_late (DoubletHtmlPage *page)
{
  doublet_html_open (page, "p", NULL);
  doublet_html_add_text (page, "");
  doublet_html_set (page, "title", "x");
}

static void
set_after_end (DoubletHtmlPage *page)
{
  doublet_html_add (page, "p", NULL, "x");
  doublet_html_set (page, "title", "x");
}

typedef void (*Mistake) (DoubletHtmlPage *page);

static void
test_mistake (gconstpointer mistake)
{
  if (g_test_subprocess ())
    {
      (*(const Mistake *)mistake) (begin_page ("x"));
      return;
    }
  g_test_trap_subprocess (NULL, 0, 0);
  g_test_trap_assert_failed ();
  g_test_trap_assert_stderr ("*assertion failed*");
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
  static const Mistake mistakes[] = { never_close, close_another, close_too_much, nest_without_end, set_too_late, set_after_end };

  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/html-page/elements", test_elements);
  g_test_add_func ("/html-page/escaping", test_escaping);
  g_test_add_func ("/html-page/every-byte", test_every_byte);
  g_test_add_func ("/html-page/every-character", test_every_character);
  g_test_add_func ("/html-page/random-bytes", test_random_bytes);
  g_test_add_func ("/html-page/long", test_long);
  for (gsize i = 0; i < G_N_ELEMENTS (mistakes); i++)
    {
      g_autofree char *path = g_strdup_printf ("/html-page/mistake/%" G_GSIZE_FORMAT, i);

      g_test_add_data_func (path, &mistakes[i], test_mistake);
    }
  g_test_add_func ("/html-page/payloads", test_payloads);
  g_test_add_func ("/html-page/policy", test_policy);
  g_test_add_func ("/html-page/same-bytes", test_same_bytes);
  return g_test_run ();
}
