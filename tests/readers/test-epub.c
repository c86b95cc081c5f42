/* test-epub.c
 *
 * SPDX-FileCopyrightText: 2026 The Doublet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "epub-reader.h"

#include "article-text.h"
#include "load-error.h"
#include "zip-maker.h"

static const struct
{
  const char *name;
  const char *body;
  const char *text;
} cases[] = {
  { "blocks", "<h2>Two</h2><p>A <b>b</b>old word.</p><blockquote><p>Said.</p></blockquote>loose<div>more</div>", "h2 Two\np A bold word.\nq Said.\np loose\np more\n" },
  { "lists", "<ul><li>One<ol><li>Two</li></ol></li><li><p>Three</p></li></ul>", "l1 One\nl2 Two\nl1 Three\n" },
  { "tables", "<table><caption>Cap</caption><tr><td>1</td><td>2</td></tr></table>", "c Cap\nt 1\nt 2\n" },
  { "skipped", "<p>a<script>no</script><span hidden=\"\">no</span><a epub:type=\"noteref\">1</a><span style=\"color:red;display : none\">no</span>b</p><nav epub:type=\"toc\">no</nav>", "p ab\n" },
  { "page numbers", "<p>a<span epub:type=\"pagebreak\">17</span>b<ruby>c<rt>no</rt></ruby></p>", "p abc\n" },
  { "entities", "<p>Gr&uuml;n&nbsp;&amp; &hellip;</p>", "p Grün\u00a0& …\n" },
  { "no XML at all", "<p>One<br>two<p>Three &copy;", "p One two\np Three ©\n" },
  { "line breaks", "<p>One<br/>two</p>", "p One two\n" },
};

static void
test_case (gconstpointer data)
{
  guint i = GPOINTER_TO_UINT (data);
  g_autoptr (GBytes) bytes = zip_maker_pack_epub (cases[i].body);
  g_autoptr (DoubletArticle) article = article_text_load (doublet_epub_reader_load, bytes, DOUBLET_TRACKED_ACCEPTED);
  g_autofree char *text = article_text_describe (article);
  g_autofree char *wanted = g_strconcat ("h1 Chapter one\n", cases[i].text, "p The answers.\n", NULL);

  g_assert_cmpstr (text, ==, wanted);
  g_assert_null (doublet_article_get_incomplete (article));
  g_assert_cmpstr (doublet_article_get_title (article), ==, "The given title");
  g_assert_cmpstr (doublet_article_get_language (article), ==, "nl");
}

static GBytes *
pack (const char *encryption,
      const char *chapter)
{
  const ZipMember members[] = {
    { "META-INF/container.xml", "<container><rootfiles><rootfile full-path=\"p.opf\"/></rootfiles></container>" },
    { "META-INF/encryption.xml", encryption },
    { "p.opf", "<package><manifest><item id=\"a\" href=\"a.xhtml\"/><item id=\"b\" href=\"b.xhtml\"/></manifest><spine><itemref idref=\"a\"/><itemref idref=\"b\"/></spine></package>" },
    { "a.xhtml", chapter },
    { NULL },
  };

  return zip_maker_pack (members);
}

static void
test_locked (void)
{
  g_autoptr (GBytes) locked = pack ("<encryption><CipherReference URI=\"a.xhtml\"/></encryption>", "<p>x</p>");
  g_autoptr (GBytes) fonts = pack ("<encryption><CipherReference URI=\"font.otf\"/></encryption>", "<p>x</p>");
  g_autoptr (GError) error = NULL;
  g_autoptr (DoubletArticle) article = NULL;

  g_assert_null (doublet_epub_reader_load (locked, "article", NULL, NULL, NULL, &error));
  g_assert_error (error, DOUBLET_LOAD_ERROR, DOUBLET_LOAD_ERROR_ENCRYPTED);

  /* And the second chapter is missing. */
  article = article_text_load (doublet_epub_reader_load, fonts, DOUBLET_TRACKED_ACCEPTED);
  g_assert_nonnull (doublet_article_get_incomplete (article));
}

static void
test_own_entities (void)
{
  g_autoptr (GBytes) bytes = pack ("<e/>", "<!DOCTYPE html [<!ENTITY a \"aaaa\"><!ENTITY b \"&a;&a;&a;\">]><p>&b;</p>");
  g_autoptr (GError) error = NULL;

  g_assert_null (doublet_epub_reader_load (bytes, "article", NULL, NULL, NULL, &error));
  g_assert_error (error, DOUBLET_LOAD_ERROR, DOUBLET_LOAD_ERROR_BROKEN);
}

static void
test_hostile (void)
{
  g_autoptr (GBytes) bytes = zip_maker_pack_epub ("<h2>Two</h2><p>A &uuml; <b>b</b></p><ul><li>c</li></ul>");

  article_text_assert_cuts (doublet_epub_reader_load, bytes, 3);
  article_text_assert_flips (doublet_epub_reader_load, bytes, 3000);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strconcat ("/epub/", cases[i].name, NULL);

      g_test_add_data_func (path, GUINT_TO_POINTER (i), test_case);
    }
  g_test_add_func ("/epub/locked", test_locked);
  g_test_add_func ("/epub/entities of its own", test_own_entities);
  g_test_add_func ("/epub/hostile", test_hostile);
  return g_test_run ();
}
