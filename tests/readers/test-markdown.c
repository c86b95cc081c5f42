/* test-markdown.c
 *
 * SPDX-FileCopyrightText: 2026 The Doublet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "markdown-reader.h"

#include "reading.h"

#include <string.h>

static const struct
{
  const char *name;
  const char *text;
  const char *blocks;
} cases[] = {
  { "plain", "One\ntwo.\n\nThree.\n", "p One two. / p Three." },
  { "headings", "# A *b*\n\nC\n=\n\n### D ###\n", "h1 A b / h1 C / h3 D" },
  { "inline", "**Bold**, _it_, `code` & [link](http://x \"t\"), ![alt](p.png), &eacute; \\*\n", "p Bold, it, code & link, alt, é *" },
  { "line break", "a  \nb\\\nc<br>d\n", "p a b c d" },
  { "list", "- a\n- b\n  1. c\n\n     d\n\nE\n", "li1 a / li1 b / li2 c / li2 d / p E" },
  { "quotation", "> a\n> b\n>\n> c\n\nd", "q a b / q c / p d" },
  { "code", "```c\nint x;\n\ny;\n```\n\n    indented\n", "p int x; / p y; / p indented" },
  { "html", "<div class=\"x\">\nraw &amp; text<!-- c > d --> e\n</div>\n\na <b>b</b> c\n", "p raw & text e / p a b c" },
  { "html lines", "<div>H<sub>2</sub>O<br>x<p>a < b<script>var a = '<b>';</script>c</div>\n", "p H2O x / p a < bc" },
  { "html cut", "<div>a<!-- b\n", "p a" },
  { "table", "| A | *B* |\n|---|:-:|\n| a \\| b | `c` |\n| d |\n\nE | F\n", "td A / td B / td a | b / td c / td d / p E | F" },
  { "table without outer pipes", "Text.\n\nA | B\n--|--\n1 | ~~2~~\n", "p Text. / td A / td B / td 1 / td 2" },
  { "table in a quotation", "> | A |\n> |---|\n> | b |\n", "td A / td b" },
  { "pipes that are no table", "a | b\nc | d\n", "p a | b c | d" },
  { "table in code", "```\na | b\n--|--\n```\n\n    a | b\n    --|--\n", "p a | b --|-- / p a | b --|--" },
  { "struck through", "a ~~b c~~ d ~e~ f ~~~~\n", "p a b c d ~e~ f ~~~~" },
  { "notes", "A[^2] b[^1].\n\n[^1]: One\n    more.\n\n    Para.\n[^2]: http://x\nlazy\n\nEnd[^3].\n", "p A b. / p End[^3]. / p http://x lazy / p One more. / p Para." },
  { "notes in code", "```\n[^1]: a\n```\n`[^1]`\n\n[^1]: b\n", "p [^1]: a / p [^1] / p b" },
  { "attributes", "# A {#a .b}\n\n## B {c}\n", "h1 A / h2 B {c}" },
  { "references", "[a][b] c\n\n[b]: http://x \"t\"\n", "p a c" },
  { "rule", "a\n\n---\n\nb\n", "p a / p b" },
  { "front matter", "---\ntitle: T\n---\na\n", "h1 T / p a" },
  { "front matter and headline", "---\ntitle: T\n---\n# U\n\na\n", "h1 U / p a" },
  { "headline below", "+++\ntitle = 'T'\n+++\na\n\n# T\n", "p a / h1 T" },
  { "no front matter", "---\n\na\n", "p a" },
  { "only marks", "---\n\n***\n", "error 4" },
};

static void
test_cases (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *blocks = read_blocks (doublet_markdown_reader_load, cases[i].text, strlen (cases[i].text), NULL);

      g_test_message ("%s", cases[i].name);
      g_assert_cmpstr (blocks, ==, cases[i].blocks);
    }
}

static void
test_front_matter (void)
{
  static const struct
  {
    const char *text;
    const char *title;
    const char *language;
  } heads[] = {
    { "---\ntitle: \"A: title\"\nlang: de-AT\n---\nText", "A: title", "de-AT" },
    { "---\r\nlanguage: fr\r\nTitle: It's\r\n...\r\nText", "It's", "fr" },
    { "\xef\xbb\xbf---\r\ntitle: 'T'\r\nlang: en\r\n---\r\nText", "T", "en" },
    { "---\ntitle: >-\n  folded\n  lines\nlang: de # comment\n---\n# Head\n", "folded lines", "de" },
    { "---\ntitle: \"a \\\"b\\\"\"\n---\nText", "a \"b\"", NULL },
    { "+++\ntitle = \"T: = t\"\nlanguageCode = \"fr\"\n[x]\n+++\nText", "T: = t", "fr" },
    { "---\ntitle:\n---\n# Head\n", "Head", NULL },
    { "title: none\n\nText.", "title: none", NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (heads); i++)
    {
      g_autoptr (GBytes) bytes = g_bytes_new_static (heads[i].text, strlen (heads[i].text));
      g_autoptr (DoubletArticle) article = doublet_markdown_reader_load (bytes, "a.md", NULL, NULL, NULL, NULL);

      g_assert_nonnull (article);
      g_assert_cmpstr (doublet_article_get_title (article), ==, heads[i].title);
      g_assert_cmpstr (doublet_article_get_language (article), ==, heads[i].language);
      g_assert_cmpstr (doublet_article_get_format (article), ==, "markdown");
    }
}

static void
test_byline (void)
{
  static const struct
  {
    const char *lines;
    const char *byline;
  } heads[] = {
    { "---\nauthor: Ann Stone # me\n---\n", "Ann Stone" },
    { "---\nAuthor: \"Stone, Ann\"\nbyline:\n---\n", "Stone, Ann" },
    { "---\nauthors: [Ann Stone, 'Bo Hill']\n---\n", "Ann Stone, Bo Hill" },
    { "---\nauthor:\n  - Ann Stone\n  - \"Hill, Bo\"\n  - Ann Stone\ntitle: T\n---\n", "Ann Stone; Hill, Bo" },
    { "---\nauthor:\n- name: Ann Stone\n  email: ann@example.org\n- {name: Bo}\ntags:\n- no\n---\n", "Ann Stone" },
    { "---\nauthor:\n  name: Ann Stone\n  url: x\n---\n", "Ann Stone" },
    { "---\nauthor: https://example.org/ann\nauthors: Bo Hill\n---\n", "Bo Hill" },
    { "+++\nauthors = [\"Ann Stone\", \"Bo Hill\"]\n+++\n", "Ann Stone, Bo Hill" },
    { "---\nauthority: no\nauthor: [\n---\n", NULL },
    { "---\nauthor: >\n  no\n---\n", NULL },
    { "---\nauthor:\n", NULL },
    { "author: no\n\n", NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (heads); i++)
    {
      g_autofree char *text = g_strconcat (heads[i].lines, "Text", NULL);
      g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));
      g_autoptr (DoubletArticle) article = doublet_markdown_reader_load (bytes, "a.md", NULL, NULL, NULL, NULL);

      g_test_message ("%s", heads[i].lines);
      g_assert_cmpstr (doublet_article_get_byline (article), ==, heads[i].byline);
    }
}

static void
test_deep (void)
{
  static const char *const units[] = { "> ", "- ", "[", "*a ", "<", "`", "1. ", "![" };

  for (guint i = 0; i < G_N_ELEMENTS (units); i++)
    {
      GString *text = g_string_new (NULL);

      for (guint j = 0; j < 20000; j++)
        g_string_append (text, units[i]);
      g_string_append (text, "x");
      g_free (read_blocks (doublet_markdown_reader_load, text->str, text->len, NULL));
      g_string_free (text, TRUE);
    }
}

static void
test_damaged (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    read_damaged (doublet_markdown_reader_load, cases[i].text, strlen (cases[i].text));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/markdown/cases", test_cases);
  g_test_add_func ("/markdown/front-matter", test_front_matter);
  g_test_add_func ("/markdown/byline", test_byline);
  g_test_add_func ("/markdown/deep", test_deep);
  g_test_add_func ("/markdown/damaged", test_damaged);

  return g_test_run ();
}
