/* test-docx.c
 *
 * SPDX-FileCopyrightText: 2026 The Doublet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "docx-reader.h"

#include "article-text.h"
#include "load-error.h"
#include "zip-maker.h"

#include <string.h>

#define P(text) "<w:p><w:r><w:t>" text "</w:t></w:r></w:p>"
#define R(text) "<w:r><w:t xml:space=\"preserve\">" text "</w:t></w:r>"
#define MARK(change) "<w:pPr><w:rPr><w:" change "/></w:rPr></w:pPr>"
#define STYLE(id) "<w:pPr><w:pStyle w:val=\"" id "\"/></w:pPr>"

static const struct
{
  const char *name;
  const char *body;
  const char *accepted;
  const char *original; /* NULL: the same */
} cases[] = {
  { "plain", P ("One.") P ("Two."), "p One.\np Two.\n", NULL },
  { "signs",
    "<w:p><w:pPr><w:tabs><w:tab w:val=\"left\"/></w:tabs></w:pPr><w:r><w:t>a</w:t><w:tab/><w:t>b</w:t><w:br/><w:t>c</w:t><w:cr/><w:t>d"
    "</w:t><w:noBreakHyphen/><w:t>e</w:t><w:softHyphen/><w:t>f</w:t><w:sym w:font=\"Symbol\" w:char=\"F061\"/></w:r></w:p>",
    "p a b c d‑e\u00adfα\n", NULL },
  { "insertion", "<w:p>" R ("The ") "<w:ins>" R ("new ") "</w:ins>" R ("word.") "</w:p>", "p The new word.\n", "p The word.\n" },
  { "deletion", "<w:p>" R ("The ") "<w:del><w:r><w:delText xml:space=\"preserve\">old </w:delText></w:r></w:del>" R ("word.") "</w:p>",
    "p The word.\n", "p The old word.\n" },
  { "move", "<w:p><w:moveFrom>" R ("Moved. ") "</w:moveFrom>" R ("Stays.") "</w:p><w:p><w:moveTo>" R ("Moved.") "</w:moveTo></w:p>",
    "p Stays.\np Moved.\n", "p Moved. Stays.\n" },
  { "paragraph mark deleted", "<w:p>" MARK ("del") R ("One ") "</w:p><w:p>" R ("goes on.") "</w:p>", "p One goes on.\n", "p One\np goes on.\n" },
  { "paragraph mark inserted", "<w:p>" MARK ("ins") R ("One ") "</w:p><w:p>" R ("goes on.") "</w:p>", "p One\np goes on.\n", "p One goes on.\n" },
  { "row deleted", "<w:tbl><w:tr><w:trPr><w:del/></w:trPr><w:tc>" P ("Old") "</w:tc></w:tr><w:tr><w:tc>" P ("Stays") "</w:tc></w:tr></w:tbl>",
    "t Stays\n", "t Old\nt Stays\n" },
  { "row inserted", "<w:tbl><w:tr><w:trPr><w:ins/></w:trPr><w:tc>" P ("New") "</w:tc></w:tr></w:tbl>" P ("End"), "t New\np End\n", "p End\n" },
  { "no join across cells", "<w:tbl><w:tr><w:tc><w:p>" MARK ("del") R ("One") "</w:p></w:tc><w:tc>" P ("Two") "</w:tc></w:tr></w:tbl>",
    "t One\nt Two\n", NULL },
  { "change of format", "<w:p><w:pPr><w:rPr><w:rPrChange><w:rPr><w:vanish/></w:rPr></w:rPrChange></w:rPr></w:pPr>" R ("Seen.") "</w:p>" P ("Next."),
    "p Seen.\np Next.\n", NULL },
  { "hidden", "<w:p><w:r><w:rPr><w:vanish/></w:rPr><w:t>no</w:t></w:r><w:r><w:rPr><w:vanish w:val=\"0\"/></w:rPr><w:t>yes</w:t></w:r></w:p>", "p yes\n", NULL },
  { "hidden by style", "<w:p><w:r><w:rPr><w:rStyle w:val=\"Versteckt\"/></w:rPr><w:t>no</w:t></w:r>" R ("yes") "</w:p>", "p yes\n", NULL },
  { "field", "<w:p><w:r><w:fldChar w:fldCharType=\"begin\"/></w:r><w:r><w:instrText> DATE </w:instrText><w:t>code</w:t></w:r><w:r><w:fldChar w:fldCharType=\"separate\"/>"
             "</w:r>" R ("Monday") "<w:r><w:fldChar w:fldCharType=\"end\"/></w:r>" R (".") "</w:p>",
    "p Monday.\n", NULL },
  { "simple field", "<w:p><w:fldSimple w:instr=\"DATE\">" R ("Monday") "</w:fldSimple></w:p>", "p Monday\n", NULL },
  { "containers", "<w:sdt><w:sdtPr><w:alias w:val=\"x\"/></w:sdtPr><w:sdtContent><w:p><w:hyperlink>" R ("link") "</w:hyperlink><w:smartTag>" R (" tag") "</w:smartTag></w:p></w:sdtContent></w:sdt>",
    "p link tag\n", NULL },
  { "text box", "<w:p>" R ("Before ") "<w:r><mc:AlternateContent><mc:Choice Requires=\"wps\"><w:txbxContent>" P ("Box") "</w:txbxContent></mc:Choice><mc:Fallback><w:txbxContent>" P ("Box") "</w:txbxContent></mc:Fallback></mc:AlternateContent></w:r>" R ("after") "</w:p>",
    "p Before after\np Box\n", NULL },
  { "fallback alone", "<w:p><w:r><mc:AlternateContent><mc:Fallback><w:t>Old</w:t></mc:Fallback></mc:AlternateContent></w:r></w:p>", "p Old\n", NULL },
  { "styles", "<w:p>" STYLE ("Berschrift2") R ("Head") "</w:p><w:p>" STYLE ("Eigene") R ("Mine") "</w:p><w:p>" STYLE ("Zitat") R ("Said") "</w:p><w:p>" STYLE ("Liste") R ("Item") "</w:p>",
    "h2 Head\nh2 Mine\nq Said\nl2 Item\n", NULL },
  { "styles in a circle", "<w:p>" STYLE ("Kreis") R ("Round") "</w:p>", "p Round\n", NULL },
  { "list", "<w:p><w:pPr><w:numPr><w:ilvl w:val=\"2\"/><w:numId w:val=\"5\"/></w:numPr></w:pPr>" R ("Item") "</w:p>"
                                                                                                            "<w:p><w:pPr><w:pStyle w:val=\"Liste\"/><w:numPr><w:numId w:val=\"0\"/></w:numPr></w:pPr>" R ("None") "</w:p>",
    "l3 Item\np None\n", NULL },
  { "outline level", "<w:p><w:pPr><w:outlineLvl w:val=\"0\"/></w:pPr>" R ("Head") "</w:p>", "h1 Head\n", NULL },
  { "notes", "<w:p>" R ("A") "<w:r><w:endnoteReference w:id=\"1\"/></w:r><w:r><w:footnoteReference w:id=\"1\"/></w:r>" R (" b") "<w:r><w:footnoteReference w:id=\"2\"/></w:r><w:r><w:footnoteReference w:id=\"1\"/></w:r></w:p>",
    "p A b\np First note.\np It goes on.\np Second note.\np End note.\n", NULL },
  { "deleted note", "<w:p>" R ("A") "<w:del><w:r><w:footnoteReference w:id=\"2\"/></w:r></w:del></w:p>", "p A\n", "p A\np Second note.\n" },
  { "mathematics", "<w:p><m:oMath><m:r><m:t>E=m</m:t></m:r></m:oMath></w:p>", "p E=m\n", NULL },
  { "ruby", "<w:p><w:r><w:ruby><w:rt>" R ("above") "</w:rt><w:rubyBase>" R ("base") "</w:rubyBase></w:ruby></w:r></w:p>", "p base\n", NULL },
};

static void
test_case (gconstpointer data)
{
  guint i = GPOINTER_TO_UINT (data);
  g_autoptr (GBytes) bytes = zip_maker_pack_docx (cases[i].body);

  for (guint version = 0; version < 2; version++)
    {
      gboolean original = version == 1;
      g_autoptr (DoubletArticle) article = article_text_load (doublet_docx_reader_load, bytes,
                                                              original ? DOUBLET_TRACKED_ORIGINAL : DOUBLET_TRACKED_ACCEPTED);
      g_autofree char *text = article_text_describe (article);

      g_assert_cmpstr (text, ==, original && cases[i].original != NULL ? cases[i].original : cases[i].accepted);
      g_assert_null (doublet_article_get_incomplete (article));
      g_assert_cmpstr (doublet_article_get_title (article), ==, "The given title");
      g_assert_cmpstr (doublet_article_get_language (article), ==, "de-AT");
      g_assert_cmpstr (doublet_article_get_format (article), ==, "docx");
    }
}

static void
test_other_name (void)
{
  static const ZipMember members[] = {
    { "_rels/.rels", "<Relationships><Relationship Type=\"http://purl.oclc.org/ooxml/officeDocument/relationships/officeDocument\" Target=\"/text/main2.xml\"/></Relationships>" },
    { "word/document.xml", "<w:document xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"><w:body>" P ("Wrong.") "</w:body></w:document>" },
    { "text/main2.xml", "<w:document xmlns:w=\"http://purl.oclc.org/ooxml/wordprocessingml/main\"><w:body>" P ("Strict.") "</w:body></w:document>" },
    { NULL },
  };
  g_autoptr (GBytes) bytes = zip_maker_pack (members);
  g_autoptr (DoubletArticle) article = article_text_load (doublet_docx_reader_load, bytes, DOUBLET_TRACKED_ACCEPTED);
  g_autofree char *text = article_text_describe (article);

  g_assert_cmpstr (text, ==, "p Strict.\n");
}

static void
test_inserted_file (void)
{
  g_autoptr (GBytes) bytes = zip_maker_pack_docx (P ("Text.") "<w:altChunk/>");
  g_autoptr (DoubletArticle) article = article_text_load (doublet_docx_reader_load, bytes, DOUBLET_TRACKED_ACCEPTED);

  g_assert_nonnull (doublet_article_get_incomplete (article));
}

static void
test_hostile (void)
{
  g_autoptr (GBytes) bytes = zip_maker_pack_docx (
    "<w:p>" MARK ("del") R ("One ") "</w:p><w:p>" R ("goes on.") "<w:r><w:txbxContent>" P ("Box") "</w:txbxContent><w:footnoteReference w:id=\"1\"/></w:r></w:p>"
                                                                                                  "<w:tbl><w:tr><w:tc>" P ("Cell") "</w:tc></w:tr></w:tbl>");

  article_text_assert_cuts (doublet_docx_reader_load, bytes, 3);
  article_text_assert_flips (doublet_docx_reader_load, bytes, 3000);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strconcat ("/docx/", cases[i].name, NULL);

      g_test_add_data_func (path, GUINT_TO_POINTER (i), test_case);
    }
  g_test_add_func ("/docx/main part of another name", test_other_name);
  g_test_add_func ("/docx/inserted file", test_inserted_file);
  g_test_add_func ("/docx/hostile", test_hostile);
  return g_test_run ();
}
