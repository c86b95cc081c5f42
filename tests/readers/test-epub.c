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
  { "contents", "<section epub:type=\"frontmatter toc\"><h1>Contents</h1><ol><li>One</li></ol></section><div role=\"doc-toc\">no</div><nav><p>Not here</p></nav><p>a</p>", "p Not here\np a\n" },
  { "formula", "<p>x <math xmlns=\"http://www.w3.org/1998/Math/MathML\"><semantics><mi>E</mi><annotation encoding=\"TeX\">E</annotation></semantics></math></p>", "p x E\n" },
  { "pictures", "<figure><img src=\"a.png\" alt=\"no\"/><figcaption>Below</figcaption></figure><p><svg xmlns=\"http://www.w3.org/2000/svg\"><text>no</text></svg>a</p>", "c Below\np a\n" },
  { "notes", "<p>a<a epub:type=\"noteref\" href=\"#n\">1</a></p><aside epub:type=\"footnote\" id=\"n\"><p>Note.<a role=\"doc-backlink\" href=\"#r\">↩</a></p></aside>", "p a\np Note.\n" },
  { "several ways", "<p><epub:switch><epub:case required-namespace=\"x\">no</epub:case><epub:default>yes</epub:default></epub:switch></p>", "p yes\n" },
  { "right to left", "<p dir=\"rtl\">\u05d0\u05d1\u05d2 abc \u0627\u0644\u0639</p>", "p \u05d0\u05d1\u05d2 abc \u0627\u0644\u0639\n" },
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

#define CONTAINER "<container><rootfiles><rootfile full-path=\"p.opf\"/></rootfiles></container>"

static DoubletArticle *
load_members (const ZipMember *members)
{
  g_autoptr (GBytes) bytes = zip_maker_pack (members);

  return article_text_load (doublet_epub_reader_load, bytes, DOUBLET_TRACKED_ACCEPTED);
}

/* A picture for which a page stands, a circle of such, and a second item of one file. */
static void
test_fallbacks (void)
{
  static const ZipMember members[] = {
    { "META-INF/container.xml", CONTAINER },
    { "p.opf", "<!DOCTYPE package SYSTEM \"oeb.dtd\"><package xmlns:dc=\"http://purl.org/dc/elements/1.1/\" xmlns:opf=\"http://www.idpf.org/2007/opf\"><metadata><dc:title>Given &amp; taken</dc:title><dc:language>sv</dc:language>"
               "<dc:creator opf:role=\"aut\">Ann &amp; Bo</dc:creator><dc:creator>Cy</dc:creator><dc:creator opf:role=\"trl\">no</dc:creator></metadata><manifest>"
               "<item id=\"a\" href=\"a.svg\" media-type=\"image/svg+xml\" fallback=\"b\"/><item id=\"b\" href=\"b.pdf\" media-type=\"application/pdf\" fallback=\"c\"/>"
               "<item id=\"c\" href=\"c.xhtml\" media-type=\"application/xhtml+xml\"/><item id=\"d\" href=\"d.png\" media-type=\"image/png\" fallback=\"d\"/>"
               "<item id=\"e\" href=\"./c.xhtml#part\" media-type=\"application/xhtml+xml\"/></manifest>"
               "<spine><itemref idref=\"d\"/><itemref idref=\"a\"/><itemref idref=\"e\"/></spine></package>" },
    { "c.xhtml", "<html><body><p>Text.</p></body></html>" },
    { NULL },
  };
  g_autoptr (DoubletArticle) article = load_members (members);
  g_autofree char *text = article_text_describe (article);

  g_assert_cmpstr (text, ==, "p Text.\n");
  g_assert_cmpstr (doublet_article_get_title (article), ==, "Given & taken");
  g_assert_cmpstr (doublet_article_get_byline (article), ==, "Ann & Bo, Cy");
  g_assert_cmpstr (doublet_article_get_language (article), ==, "sv");
  g_assert_null (doublet_article_get_incomplete (article));
}

static void
test_encodings (void)
{
  static const struct
  {
    const char *page;
    gsize       n_bytes;
  } pages[] = {
#define PAGE(literal) { literal, sizeof literal - 1 }
    PAGE ("<?xml version=\"1.0\" encoding=\"windows-1252\"?><html><body><p>Gr\xfcn \x96 &hellip;</p></body></html>"),
    PAGE ("<?xml version=\"1.0\" encoding=\"ISO-8859-1\"?><html><body><p>Gr\xfcn \x96 &hellip;</p></body></html>"),
    PAGE ("<html><head><meta charset=\"windows-1252\"><body><p>Gr\xfcn \x96 &hellip;"),
    PAGE ("<?xml version=\"1.0\" encoding=\"UTF-16\"?><html><body><p>Gr\xc3\xbcn \xe2\x80\x93 &#8230;</p></body></html>"),
    PAGE ("\xef\xbb\xbf<html><body><p>Gr\xc3\xbcn \xe2\x80\x93 &hellip;</p></body></html>"),
    PAGE ("\xff\xfe<\0p\0>\0G\0r\0\xfc\0n\0 \0\x13\x20 \0\x26\x20<\0/\0p\0>\0"),
  };

  for (guint i = 0; i < G_N_ELEMENTS (pages); i++)
    {
      const ZipMember members[] = {
        { "META-INF/container.xml", CONTAINER },
        { "p.opf", "<package><manifest><item id=\"a\" href=\"a.xhtml\"/></manifest><spine><itemref idref=\"a\"/></spine></package>" },
        { "a.xhtml", pages[i].page, pages[i].n_bytes },
        { NULL },
      };
      g_autoptr (DoubletArticle) article = load_members (members);
      g_autofree char *text = article_text_describe (article);

      g_assert_cmpstr (text, ==, "p Gr\u00fcn \u2013 \u2026\n");
    }
}

/* What the parser of pages gives up on is said, whether they are XML or not. */
static void
test_deep (void)
{
  for (guint i = 0; i < 2; i++)
    {
      GString *chapter = g_string_new (i == 0 ? "<html><body><p>Text.</p>" : "<body><p>Text<br>");
      g_autoptr (GBytes) bytes = NULL;
      g_autoptr (DoubletArticle) article = NULL;
      g_autoptr (GError) error = NULL;

      for (guint j = 0; j < 100000; j++)
        g_string_append (chapter, "<div>");
      g_string_append (chapter, "deep");
      bytes = pack ("<e/>", chapter->str);
      g_string_free (chapter, TRUE);
      article = doublet_epub_reader_load (bytes, "article", NULL, NULL, NULL, &error);
      if (article != NULL)
        g_assert_nonnull (doublet_article_get_incomplete (article));
      else
        g_assert_error (error, DOUBLET_LOAD_ERROR, DOUBLET_LOAD_ERROR_BROKEN);
    }
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

  article_text_assert_hostile (doublet_epub_reader_load, bytes);
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
  g_test_add_func ("/epub/fallbacks", test_fallbacks);
  g_test_add_func ("/epub/encodings", test_encodings);
  g_test_add_func ("/epub/deep", test_deep);
  g_test_add_func ("/epub/hostile", test_hostile);
  return g_test_run ();
}
