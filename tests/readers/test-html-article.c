/* test-html-article.c
 *
 * SPDX-FileCopyrightText: 2026 The Doublet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "html-reader.h"

#include "reading.h"

#include <string.h>

#define SENTENCES                                                                                               \
  "The council met on Tuesday evening, for the third time this month, and voted on the new bridge. It will be " \
  "built from oak, said the mayor, and it will stand for a hundred years. Nobody asked what it costs, or who pays. "

#define MENU "<div class=menu><ul><li><a href=/>Home</a><li><a href=/n>News</a><li><a href=/s>Sport</a></ul></div>"

static const char page[] =
  "<!doctype html><html lang='en-GB'><head><title>A bridge of oak | The Herald</title>"
  "<meta property='og:title' content='A bridge of oak'></head><body>"
  "<header><h2>The Herald</h2>" MENU "</header>"
  "<nav><a href=/>Home</a> <a href=/x>All our sections, and more</a></nav>"
  "<h1>A bridge of oak</h1>"
  "<div id=content><p>" SENTENCES "</p><h2>Who pays</h2><p>" SENTENCES "</p>"
  "<blockquote>A hundred years, at least.</blockquote>"
  "<ul><li>Length: 40 metres</li><li>Width: 3 metres</li></ul>"
  "<figure><img src=b.jpg><figcaption>The old bridge.</figcaption></figure>"
  "<p>" SENTENCES "</p>"
  "<div class=share-buttons><a href=/f>Share this</a> <a href=/t>Send it</a></div></div>"
  "<aside><p>Also read, and do not miss: the story of the ferry, and of the man who rowed it for us.</p></aside>"
  "<div class=related><p>Related, more stories, of other towns, and other rivers, that people read.</p></div>"
  "<div id=comments><p>What a waste of money, of wood, and of time, says a reader who has no name.</p></div>"
  "<footer><p>All rights reserved, by the Herald, its owners, and those who come after them.</p></footer></body></html>";

static void
test_article (void)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static (page, sizeof page - 1);
  g_autoptr (DoubletArticle) article = doublet_html_reader_load (bytes, "a.html", NULL, NULL, NULL, NULL);
  g_autofree char *blocks = describe_blocks (article);

  g_assert_cmpstr (doublet_article_get_title (article), ==, "A bridge of oak");
  g_assert_cmpstr (doublet_article_get_language (article), ==, "en-GB");
  g_assert_true (g_str_has_prefix (blocks, "h1 A bridge of oak / p The council met"));
  g_assert_nonnull (strstr (blocks, "pays. / h2 Who pays / p The council"));
  g_assert_nonnull (strstr (blocks, " / q A hundred years, at least. / li1 Length: 40 metres / li1 Width: 3 metres / cap The old bridge. / p The"));
  for (const char *const *foreign = (const char *const[]){ "Home", "Herald", "Share", "Also read", "Related", "waste", "rights", NULL }; *foreign != NULL; foreign++)
    g_assert_null (strstr (blocks, *foreign));
}

static void
test_whole_page (void)
{
  const DoubletLoadOptions options = { .whole_page = TRUE };
  g_autofree char         *blocks = read_blocks (doublet_html_reader_load, page, sizeof page - 1, &options);

  for (const char *const *part = (const char *const[]){ "Home", "h2 The Herald", "Share", "Also read", "Related", "waste", "rights", "h1 A bridge", NULL }; *part != NULL; part++)
    g_assert_nonnull (strstr (blocks, *part));
  g_assert_null (strstr (blocks, " | "));
}

static void
test_titles (void)
{
  static const struct
  {
    const char *page;
    const char *title;
  } pages[] = {
    { "<title>The last ferry leaves | The Herald</title><p>x", "The last ferry leaves" },
    { "<title>Herald - The last ferry leaves</title><p>x", "The last ferry leaves" },
    { "<title>Oak - a tree</title><p>x", "Oak - a tree" },
    { "<title>The last ferry leaves</title><p>x", "The last ferry leaves" },
    { "<meta property='og:title' content=''><meta name='twitter:title' content='Ferry &amp; bridge'><title>T</title><p>x", "Ferry & bridge" },
    { "<meta property='x:title og:title' content='Ferry'><title>T</title><p>x", "Ferry" },
    { "<script type='application/ld+json'>{\"@type\":\"Article\",\"headline\":\"The last ferry\"}</script><title>Ferry</title><p>x", "The last ferry" },
    { "<h2>Site</h2><h1>The <i>last</i> ferry</h1><p>x", "The last ferry" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (pages); i++)
    {
      g_autoptr (GBytes) bytes = g_bytes_new_static (pages[i].page, strlen (pages[i].page));
      g_autoptr (DoubletArticle) article = doublet_html_reader_load (bytes, "", NULL, NULL, NULL, NULL);

      g_assert_cmpstr (doublet_article_get_title (article), ==, pages[i].title);
    }
}

static void
test_bylines (void)
{
#define LINKED(json) "<script type='Application/LD+json; charset=utf-8'>" json "</script><title>T</title><p>x"
  static const struct
  {
    const char *page;
    const char *byline;
  } pages[] = {
    { "<meta name=author content='Ann &amp; Bo'><p>x", "Ann & Bo" },
    { "<meta name=author content=' '><meta name=byl content='By ANN STONE'><p>x", "By ANN STONE" },
    { "<meta property='article:author' content='https://example.org/ann'><meta name=parsely-author content='Ann'><p>x", "Ann" },
    { "<meta name=DC.creator content='Stone, Ann'><meta name=DC.creator content='Hill, Bo'><meta name=author content=no><p>x", "Stone, Ann; Hill, Bo" },
    { "<meta name=author content=Ann><meta name=author content=Bo><meta name=author content=Ann><p>x", "Ann, Bo" },
    { "<div class=author>no</div><h1>T</h1><aside><a rel=author>no</a></aside><a rel=author>Ann <b>Stone</b></a><p>x", "Ann Stone" },
    { "<h1>T</h1><div class=byline>By <span itemprop=author><span itemprop=name>Ann</span></span>, 5 May</div><p>x", "Ann" },
    { "<h1>T</h1><div class=byline>By <a rel=author>Ann</a> and <a rel=author><i itemprop=name>Bo</i></a></div><p>x", "By Ann and Bo" },
    { "<h1>T</h1><p>x<div class=comment><b class=author>no</b></div><div class=byline hidden>no</div>", NULL },
    { LINKED ("{\"@type\":\"NewsArticle\",\"author\":\"Ann &amp; Bo\"}"), "Ann & Bo" },
    { LINKED ("{\"@type\":\"WebPage\",\"author\":\"no\"}") "<script type='application/ld+json'>[1,{\"@type\":[\"X\",\"BlogPosting\"],\"author\":[{\"name\":\"Ann\"},\"Bo\",3,null,[]]}]</script>", "Ann, Bo" },
    { LINKED ("{\"@graph\":[{\"@type\":\"Article\",\"author\":{\"@id\":\"#a\"}},{\"@id\":\"#a\",\"name\":\"\\u00c5sa \\ud83d\\ude00\"}]}"), "Åsa 😀" },
    { LINKED ("{\"@type\":\"Article\",\"author\":\"no\"") "<meta name=author content=Ann>", "Ann" },
    { LINKED ("{\"@type\":\"Article\",\"author\":\"\\ud800\"}"), NULL },
    { LINKED ("{\"@type\":\"Article\",\"author\":\"\\ud800\\u0041\"}"), NULL },
    { LINKED ("{\"@type\":\"Article\",\"author\":\"\\udc00\"}"), NULL },
    { LINKED ("{\"@type\":\"Article\",\"author\":\"\\u0000\"}"), NULL },
    { LINKED ("{\"@type\":\"Article\",\"author\":{\"name\":7}}"), NULL },
    { LINKED ("{\"@type\":3,\"author\":\"no\"}"), NULL },
    { LINKED ("{\"@type\":{},\"@graph\":{}}"), NULL },
    { LINKED ("/* [ */ {\"@type\":\"Article\",\"author\":\"no\"}"), NULL },
    { LINKED (""), NULL },
    { LINKED ("null"), NULL },
    { "<script>{\"@type\":\"Article\",\"author\":\"no\"}</script><p>x", NULL },
    { "<p>x<script type='application/ld+json'>{\"@type\":\"Article\",\"author\":\"no", NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (pages); i++)
    {
      g_autoptr (GBytes) bytes = g_bytes_new_static (pages[i].page, strlen (pages[i].page));
      g_autoptr (DoubletArticle) article = doublet_html_reader_load (bytes, "", NULL, NULL, NULL, NULL);

      g_test_message ("%s", pages[i].page);
      g_assert_cmpstr (doublet_article_get_byline (article), ==, pages[i].byline);
    }
#undef LINKED
}

/* Deep and large data for machines, and such that is no JSON, harm nobody. */
static void
test_hostile_linked_data (void)
{
  static const char *const units[] = { "[", "{\"a\":", "{\"@graph\":[", "\"", "[\"]\",", "\\", "/*\"*/[", "'\"'[", "#\"\n[", "1e9", "\"\\u" };

  for (guint i = 0; i < G_N_ELEMENTS (units); i++)
    for (guint n = 1; n <= 300000; n *= 67)
      {
        GString *text = g_string_new ("<script type=application/ld+json>");
        g_autoptr (GBytes) bytes = NULL;
        g_autoptr (DoubletArticle) article = NULL;

        for (guint j = 0; j < n; j++)
          g_string_append (text, units[i]);
        g_string_append (text, "</script><p>Text</p>");
        bytes = g_string_free_to_bytes (text);
        article = doublet_html_reader_load (bytes, "", NULL, NULL, NULL, NULL);
        g_assert_null (doublet_article_get_byline (article));
        g_assert_cmpstr (doublet_article_get_text (article, NULL), ==, "Text\n");
      }
}

/* Where there is text there is an article. */
static void
test_never_empty (void)
{
  static const char *const pages[] = {
    "<nav>Only this.</nav>",
    "<footer><p>Only this.</footer>",
    "<div class=comment>Only this.</div>",
    "<table><tr><td>Only this.</table>",
    "<a href=x>Only this.</a>",
    "<ul><li><a href=x>Only this.</a></ul>",
    "<form><input><input>Only this.</form>",
    "<aside class=related role=navigation>Only this.</aside>",
    "Only this.",
  };

  for (guint i = 0; i < G_N_ELEMENTS (pages); i++)
    {
      g_autofree char *blocks = read_blocks (doublet_html_reader_load, pages[i], strlen (pages[i]), NULL);

      g_test_message ("%s", pages[i]);
      g_assert_true (g_str_has_suffix (blocks, "Only this."));
    }
}

static void
check_page (const char *folder,
            const char *name)
{
  g_autofree char *path = g_build_filename (folder, name, NULL);
  g_autofree char *stem = g_strndup (path, strlen (path) - strlen (".html"));
  g_autofree char *text_path = g_strconcat (stem, ".txt", NULL);
  g_autofree char *expected = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (DoubletArticle) article = NULL;
  char *data;
  gsize n_bytes;

  g_file_get_contents (path, &data, &n_bytes, &error);
  g_assert_no_error (error);
  bytes = g_bytes_new_take (data, n_bytes);
  g_file_get_contents (text_path, &expected, NULL, &error);
  g_assert_no_error (error);

  article = doublet_html_reader_load (bytes, name, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (doublet_article_get_text (article, NULL), ==, expected);
}

/* Pages as they are made today, one trait each, beside the article that is in them. */
static void
test_pages (void)
{
  g_autofree char *folder = g_test_build_filename (G_TEST_DIST, "readers", "pages", NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (GDir) dir = g_dir_open (folder, 0, &error);
  const char *name;
  guint       n_pages = 0;

  g_assert_no_error (error);
  while ((name = g_dir_read_name (dir)) != NULL)
    {
      if (!g_str_has_suffix (name, ".html"))
        continue;
      g_test_message ("%s", name);
      check_page (folder, name);
      n_pages++;
    }
  g_assert_cmpuint (n_pages, >=, 35);
}

static void
test_damaged (void)
{
  read_damaged (doublet_html_reader_load, page, sizeof page - 1);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/html-article/article", test_article);
  g_test_add_func ("/html-article/whole-page", test_whole_page);
  g_test_add_func ("/html-article/never-empty", test_never_empty);
  g_test_add_func ("/html-article/titles", test_titles);
  g_test_add_func ("/html-article/bylines", test_bylines);
  g_test_add_func ("/html-article/hostile-linked-data", test_hostile_linked_data);
  g_test_add_func ("/html-article/pages", test_pages);
  g_test_add_func ("/html-article/damaged", test_damaged);

  return g_test_run ();
}
