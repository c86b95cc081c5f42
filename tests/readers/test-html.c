/* test-html.c
 *
 * SPDX-FileCopyrightText: 2026 The Doublet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "html-reader.h"

#include "html-references.h"
#include "reading.h"

#include <string.h>

#define CASE(name, page, blocks)        \
  {                                     \
    name, page, sizeof page - 1, blocks \
  }

/* Whole pages: what is text, and where blocks end. */
static const struct
{
  const char *name;
  const char *page;
  gsize       n_bytes;
  const char *blocks;
} cases[] = {
  CASE ("paragraphs", "<p>One\n two<p>Three</p>four", "p One two / p Three / p four"),
  CASE ("headings", "<h1>A</h1><h2>B <b>c</b></h2>d<h3>e", "h1 A / h2 B c / p d / h3 e"),
  CASE ("inline", "<p>a<b>b</b>c <i>d</i>e<span>f</span> <a href=x>g</a>", "p abc def g"),
  CASE ("marks of notes", "<p>a<a href=#n role=doc-noteref><sup>1</sup></a> b<a class=footnote-ref href=#n>2</a><ol><li>c <a role=doc-backlink href=#r>\342\206\251</a></ol>", "p a b / li1 c"),
  CASE ("misnested", "<p><b>a<i>b</b>c</i>d</p><div><p>e</div>f", "p abcd / p e / p f"),
  CASE ("unknown elements", "<my-box><p>a</my-box>b<foo/>c", "p a / p bc"),
  CASE ("a block ends a paragraph", "<p>a<section>b</section>c<p>d<article>e</article>", "p a / p b / p c / p d / p e"),
  CASE ("list", "<ul><li>a<li>b<ol><li>c</ol><li><p>d</ul>e", "li1 a / li1 b / li2 c / li1 d / p e"),
  CASE ("definitions", "<dl><dt>a<dd>b<dt>c<dd>d</dl>", "p a / p b / p c / p d"),
  CASE ("quotation", "<blockquote><p>a<p>b</blockquote>c", "q a / q b / p c"),
  CASE ("table", "<table><caption>t<tr><td>a<td>b<tr><th>c<td><table><tr><td>d</table>e</table>f", "cap t / td a / td b / td c / td d / td e / p f"),
  CASE ("caption", "<figure><img src=x alt=y><figcaption>a</figcaption></figure>", "cap a"),
  CASE ("breaks", "a<br>b<br><br>c<br> <br>d</br>e", "p a b / p c / p d e"),
  CASE ("pre", "<pre>a\n b\n\nc</pre>", "p a b / p c"),
  CASE ("silent", "a<script>if (x < 1) '</p>'</script>b<style>p{}</style>c<noscript>n</noscript>d<template>t</template>e<svg><title/><text>s</text></svg>f<select><option>o</select>g<textarea><b></textarea>h", "p abcdefgh"),
  CASE ("hidden", "<p hidden>a<p style='color:red; display: none'>b<p aria-hidden=true>c<div style=visibility:hidden><p>d</div><p>e", "p e"),
  CASE ("ruby", "<ruby>\346\274\242<rp>(</rp><rt>kan<rp>)</rp></ruby>\345\255\227", "p \346\274\242\345\255\227"),
  CASE ("comments", "a<!-- b -->c<!-->d<!--->e<!-- f --!>g<!-- -- > h -->i<?php x ?>j</ k>l<!doctype x>m", "p acdegijlm"),
  CASE ("conditional comments", "a<!--[if IE]>b<![endif]-->c<!--[if !IE]><!-->d<!--<![endif]-->e<![if IE]>f<![endif]>g", "p acdefg"),
  CASE ("no tags", "a < b <3 c <> d & e", "p a < b <3 c <> d & e"),
  CASE ("attributes", "<p class=a id='b > c' title=\"x <p> y\" q=1/>d<p a=\"b\"c='d'e>f", "p d / p f"),
  CASE ("xhtml", "<?xml version='1.0'?><html><head><title/><script/></head><body><p/>a<![CDATA[b < c]]></body></html>", "p ab < c"),
  CASE ("after the end", "<html><body>a</body></html>b<p>c", "p a / p b / p c"),
  CASE ("references", "&lt;p&gt; caf&eacute &copy2024 &notin; &notit; &#150; &#x80; &#0; &#x110000; &#x1F600; &nosuch; &amp", "p <p> café ©2024 ∉ ¬it; – € \357\277\275 \357\277\275 😀 &nosuch; &"),
  CASE ("no-break space", "a&nbsp;b", "p a\302\240b"),
  CASE ("nothing", "", "error 4"),
  CASE ("only tags", "<p><div></p><br>", "error 4"),
  CASE ("cut in a tag", "<p>a<p class=\"b", "p a"),
  CASE ("NUL", "<p>a\0b", "p a\357\277\275b"),
  CASE ("controls", "<p>a\fb\001c\177d\357\277\276e<p\fhidden>f", "p a b\001c\177d\357\277\276e"),
};

static void
test_cases (void)
{
  const DoubletLoadOptions options = { .whole_page = TRUE };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *blocks = read_blocks (doublet_html_reader_load, cases[i].page, cases[i].n_bytes, &options);

      g_test_message ("%s", cases[i].name);
      g_assert_cmpstr (blocks, ==, cases[i].blocks);
    }
}

static void
test_references (void)
{
  static const struct
  {
    const char *text;
    const char *in_text;
    const char *in_attribute;
  } references[] = {
    { "&copy=1", "©=1", "&copy=1" },
    { "&copyx", "©x", "&copyx" },
    { "&copy;x", "©x", "©x" },
    { "&NotEqualTilde;", "≂̸", "≂̸" },
    { "&CounterClockwiseContourIntegral;", "∳", "∳" },
    { "&zwnj;&AMP;&AMP", "\342\200\214&&", "\342\200\214&&" },
    { "&#xG;&#;&#x;&", "&#xG;&#;&#x;&", "&#xG;&#;&#x;&" },
    { "&#99999999999999999999999;", "\357\277\275", "\357\277\275" },
    { "&#65", "A", "A" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (references); i++)
    {
      g_autoptr (GString) text = g_string_new (NULL);
      g_autoptr (GString) attribute = g_string_new (NULL);

      doublet_html_append_resolved (text, references[i].text, strlen (references[i].text), FALSE);
      doublet_html_append_resolved (attribute, references[i].text, strlen (references[i].text), TRUE);
      g_assert_cmpstr (text->str, ==, references[i].in_text);
      g_assert_cmpstr (attribute->str, ==, references[i].in_attribute);
    }
}

static void
test_charset (void)
{
  static const struct
  {
    const char *name;
    const char *page;
    gsize       n_bytes;
    const char *charset;
    const char *text;
  } pages[] = {
#define PAGE(name, page, charset, text) { name, page, sizeof page - 1, charset, text }
    PAGE ("mark before meta", "\357\273\277<meta charset=koi8-r><p>\303\251", "UTF-8", "é\n"),
    PAGE ("meta", "<meta charset='koi8-r'><p>\xd3\xcc\xcf\xd7\xcf", "KOI8-R", "слово\n"),
    PAGE ("http-equiv", "<!-- c --><META http-equiv=Content-Type content=\"text/html; charset=iso-8859-1\"><p>caf\xe9 \x93q\x94", "Windows-1252", "café “q”\n"),
    PAGE ("xml", "<?xml version='1.0' encoding='windows-1251'?><p>\xf1\xeb\xee\xe2\xee</p>", "Windows-1251", "слово\n"),
    PAGE ("UTF-8 that says otherwise", "<meta charset=latin1><p>\303\251t\303\251, \303\240 c\303\264t\303\251", "UTF-8", "été, à côté\n"),
    PAGE ("UTF-8 that is none", "<meta charset=utf-8><p>caf\xe9 cr\xe8me, d\xe9j\xe0 vu, c'\xe9tait \xe0 c\xf4t\xe9", "Windows-1252", "café crème, déjà vu, c'était à côté\n"),
    PAGE ("unknown", "<meta charset=nosuch><p>\303\251t\303\251", "UTF-8", "été\n"),
    PAGE ("UTF-16", "\xff\xfe<\0p\0>\0h\0i\0", "UTF-16LE", "hi\n"),
  };

  for (guint i = 0; i < G_N_ELEMENTS (pages); i++)
    {
      g_autoptr (GBytes) bytes = g_bytes_new (pages[i].page, pages[i].n_bytes);
      g_autoptr (DoubletArticle) article = doublet_html_reader_load (bytes, "", NULL, NULL, NULL, NULL);

      g_test_message ("%s", pages[i].name);
      g_assert_nonnull (article);
      g_assert_cmpstr (doublet_article_get_charset (article), ==, pages[i].charset);
      g_assert_cmpstr (doublet_article_get_text (article, NULL), ==, pages[i].text);
    }
}

/* Where parsers have lost text or taken for ever: all of it is there. */
static void
test_pathological (void)
{
  static const struct
  {
    const char *name;
    const char *unit;
    guint       n;
  } pages[] = {
    { "nested boxes", "<div>", 200000 },
    { "open formatting", "<b><i>x ", 100000 },
    { "open spans", "<span>x</a>", 10000 },
    { "open links", "<a><div>", 50000 },
    { "open lists", "<ul><li>", 50000 },
    { "open tables", "<table><tr><td>", 30000 },
    { "many ends", "</p><p>x", 100000 },
    { "signs", "<", 500000 },
    { "ampersands", "&", 500000 },
    { "open comments", "<!--", 100000 },
    { "open scripts", "<script>", 100000 },
    { "references", "&CounterClockwiseContourIntegra", 50000 },
    { "titles", "<title>x", 50000 },
    { "ends of nothing", "</div></span></li></td>", 50000 },
    { "hidden", "<p hidden>", 50000 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (pages); i++)
    {
      GString         *page = g_string_new ("<p>First word.</p>");
      g_autofree char *blocks = NULL;

      for (guint j = 0; j < pages[i].n; j++)
        g_string_append (page, pages[i].unit);
      if (i < 7)
        g_string_append (page, "Last word.");
      g_test_message ("%s", pages[i].name);
      blocks = read_blocks (doublet_html_reader_load, page->str, page->len, &(DoubletLoadOptions){ .whole_page = TRUE });
      g_assert_true (g_str_has_prefix (blocks, "p First word."));
      if (i < 7)
        g_assert_true (g_str_has_suffix (blocks, "Last word."));
      g_string_free (page, TRUE);
    }
}

static void
test_too_many_elements (void)
{
  const DoubletLoadOptions options = { .whole_page = TRUE };
  GString                 *page = g_string_new ("<p>First word.");
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (DoubletArticle) article = NULL;

  for (guint i = 0; i < 5000001; i++)
    g_string_append (page, "<hr>");
  bytes = g_string_free_to_bytes (page);
  article = doublet_html_reader_load (bytes, "", NULL, &options, NULL, NULL);
  g_assert_nonnull (article);
  g_assert_nonnull (doublet_article_get_incomplete (article));
}

/* What swallows the rest of a page is said. */
static void
test_broken (void)
{
  static const struct
  {
    const char *page;
    gboolean    is_broken;
  } pages[] = {
    { "<p>a<!-- b --><p>c", FALSE },
    { "<p>a<!-- b <p>c", TRUE },
    { "<p>a<p class=\"b <p>c", TRUE },
    { "<p>a<p class=b", FALSE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (pages); i++)
    {
      g_autoptr (GBytes) bytes = g_bytes_new_static (pages[i].page, strlen (pages[i].page));
      g_autoptr (DoubletArticle) article = doublet_html_reader_load (bytes, "", NULL, NULL, NULL, NULL);

      g_test_message ("%s", pages[i].page);
      g_assert_cmpint (doublet_article_get_incomplete (article) != NULL, ==, pages[i].is_broken);
    }
}

static void
test_huge_attributes (void)
{
  GString         *page = g_string_new ("<p ");
  g_autofree char *blocks = NULL;

  for (guint i = 0; i < 10000; i++)
    g_string_append_printf (page, "a%u='%u' ", i, i);
  g_string_append (page, "class='");
  for (guint i = 0; i < 300000; i++)
    g_string_append (page, "é ");
  g_string_append (page, "' hidden-not>Text.");
  blocks = read_blocks (doublet_html_reader_load, page->str, page->len, NULL);
  g_assert_cmpstr (blocks, ==, "p Text.");
  g_string_free (page, TRUE);
}

static void
test_damaged (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    if (cases[i].n_bytes > 0)
      read_damaged (doublet_html_reader_load, cases[i].page, cases[i].n_bytes);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/html/cases", test_cases);
  g_test_add_func ("/html/references", test_references);
  g_test_add_func ("/html/charset", test_charset);
  g_test_add_func ("/html/pathological", test_pathological);
  g_test_add_func ("/html/too-many-elements", test_too_many_elements);
  g_test_add_func ("/html/broken", test_broken);
  g_test_add_func ("/html/huge-attributes", test_huge_attributes);
  g_test_add_func ("/html/damaged", test_damaged);

  return g_test_run ();
}
