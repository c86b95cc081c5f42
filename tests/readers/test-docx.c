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
#define FIELD(type) "<w:r><w:fldChar w:fldCharType=\"" type "\"/></w:r>"
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
  { "nested changes", "<w:p>" R ("a") "<w:ins><w:del><w:r><w:delText>came and went</w:delText></w:r></w:del>" R ("b") "</w:ins><w:del><w:ins><w:r><w:delText>also</w:delText></w:r></w:ins></w:del>" R ("c") "</w:p>",
    "p abc\n", "p ac\n" },
  { "several marks deleted", "<w:p>" MARK ("del") R ("One ") "</w:p><w:p>" MARK ("moveFrom") R ("two ") "</w:p><w:p>" R ("three.") "</w:p>",
    "p One two three.\n", "p One\np two\np three.\n" },
  { "paragraph inserted", P ("One.") "<w:p>" MARK ("ins") "<w:ins>" R ("New.") "</w:ins></w:p>" P ("Two."), "p One.\np New.\np Two.\n", "p One.\np Two.\n" },
  { "paragraph deleted", P ("One.") "<w:p>" MARK ("del") "<w:del><w:r><w:delText>Old.</w:delText></w:r></w:del></w:p>" P ("Two."), "p One.\np Two.\n", "p One.\np Old.\np Two.\n" },
  { "cells", "<w:tbl><w:tr><w:tc><w:tcPr><w:cellDel/></w:tcPr>" P ("Old") "</w:tc><w:tc><w:tcPr><w:cellIns/></w:tcPr>" P ("New") "</w:tc><w:tc>" P ("Stays") "</w:tc></w:tr></w:tbl>",
    "t New\nt Stays\n", "t Old\nt Stays\n" },
  { "numbering inserted", "<w:p><w:pPr><w:numPr><w:ilvl w:val=\"1\"/><w:numId w:val=\"5\"/><w:ins/></w:numPr></w:pPr>" R ("Item") "</w:p>", "l2 Item\n", "p Item\n" },
  { "format changed", "<w:p><w:pPr><w:pStyle w:val=\"Zitat\"/><w:rPr><w:ins/></w:rPr><w:pPrChange><w:pPr><w:pStyle w:val=\"Berschrift2\"/></w:pPr></w:pPrChange></w:pPr>" R ("Text") "</w:p><w:p><w:pPr><w:pStyle w:val=\"Zitat\"/><w:pPrChange><w:pPr><w:outlineLvl w:val=\"2\"/></w:pPr></w:pPrChange></w:pPr>" R (" more") "</w:p>",
    "q Text\nq more\n", "h3 Text more\n" },
  { "nested tables", "<w:tbl><w:tr><w:tc>" P ("A") "<w:tbl><w:tr><w:tc>" P ("B") "</w:tc><w:tc>" P ("C") "</w:tc></w:tr></w:tbl>" P ("D") "</w:tc><w:tc><w:tcPr><w:gridSpan w:val=\"2\"/></w:tcPr>" P ("E") P ("F") "</w:tc></w:tr><w:tr><w:tc><w:tcPr><w:vMerge/></w:tcPr><w:p/></w:tc><w:tc>" P ("G") "</w:tc></w:tr></w:tbl>" P ("H"),
    "t A\nt B\nt C\nt D\nt E\nt F\nt G\np H\n", NULL },
  { "list in a table", "<w:tbl><w:tr><w:tc><w:p><w:pPr><w:numPr><w:numId w:val=\"1\"/></w:numPr></w:pPr>" R ("Item") "</w:p></w:tc></w:tr></w:tbl>", "l1 Item\n", NULL },
  { "old text box", "<w:p>" R ("Text") "<w:r><w:pict><v:shape><v:textbox><w:txbxContent>" P ("Box") "<w:tbl><w:tr><w:tc>" P ("Cell") "</w:tc></w:tr></w:tbl></w:txbxContent></v:textbox></v:shape></w:pict></w:r></w:p>" P ("Next"),
    "p Text\np Box\nt Cell\np Next\n", NULL },
  { "box in a box", "<w:p>" R ("Text") "<w:r><w:txbxContent><w:p>" R ("Outer") "<w:r><w:txbxContent>" P ("Inner") "</w:txbxContent></w:r></w:p></w:txbxContent></w:r></w:p>", "p Text\np Outer\np Inner\n", NULL },
  { "box of a joined paragraph", "<w:p>" MARK ("del") R ("One ") "<w:r><w:txbxContent>" P ("Box") "</w:txbxContent></w:r></w:p>" P ("goes on."), "p One goes on.\np Box\n", "p One\np Box\np goes on.\n" },
  { "fields in fields", "<w:p>" FIELD ("begin") "<w:r><w:instrText>IF </w:instrText></w:r>" FIELD ("begin") "<w:r><w:instrText>DATE</w:instrText></w:r>" FIELD ("separate") R ("inner") FIELD ("end") FIELD ("separate") R ("outer") FIELD ("end") R (" text") "</w:p>",
    "p outer text\n", NULL },
  { "field in a result", "<w:p>" FIELD ("begin") FIELD ("separate") R ("a") FIELD ("begin") FIELD ("separate") R ("b") FIELD ("end") R ("c") FIELD ("end") R ("d") "</w:p>", "p abcd\n", NULL },
  { "field of many paragraphs", "<w:p>" FIELD ("begin") "<w:r><w:instrText>TOC</w:instrText></w:r>" FIELD ("separate") R ("One") "</w:p>" P ("Two") "<w:p>" FIELD ("end") "</w:p>" P ("Text"), "p One\np Two\np Text\n", NULL },
  { "field without result", "<w:p>" R ("a") FIELD ("begin") "<w:r><w:instrText>XE x</w:instrText></w:r>" FIELD ("end") R ("b") "</w:p>", "p ab\n", NULL },
  { "link", "<w:p><w:hyperlink r:id=\"x\" w:anchor=\"y\">" R ("here") "</w:hyperlink></w:p>", "p here\n", NULL },
  { "containers in containers", "<w:p><w:sdt><w:sdtPr><w:id w:val=\"1\"/></w:sdtPr><w:sdtContent><w:smartTag><w:customXml>" R ("a") "</w:customXml></w:smartTag><w:dir>" R ("b") "</w:dir><w:bdo>" R ("c") "</w:bdo></w:sdtContent></w:sdt></w:p>", "p abc\n", NULL },
  { "symbols", "<w:p><w:r><w:sym w:font=\"Wingdings\" w:char=\"F0E0\"/><w:sym w:font=\"Wingdings\" w:char=\"004A\"/><w:sym w:font=\"Other\" w:char=\"F021\"/><w:sym w:font=\"Symbol\" w:char=\"rubbish\"/><w:sym w:char=\"DEAD\"/></w:r></w:p>", "p →☺\uf021\ufffd\ufffd\n", NULL },
  { "hidden paragraph", P ("One.") "<w:p><w:pPr><w:pStyle w:val=\"Geheim\"/></w:pPr>" R ("no") "<w:r><w:rPr><w:vanish w:val=\"false\"/></w:rPr><w:t>yes</w:t></w:r><w:r><w:rPr><w:rStyle w:val=\"Versteckt\"/></w:rPr><w:t> both</w:t></w:r></w:p>", "p One.\np yes both\n", NULL },
  { "hidden mark", "<w:p>" MARK ("vanish") R ("One ") "</w:p>" P ("goes on."), "p One goes on.\n", NULL },
  { "comments", "<w:p><w:commentRangeStart w:id=\"0\"/>" R ("Said.") "<w:commentRangeEnd w:id=\"0\"/><w:r><w:commentReference w:id=\"0\"/></w:r></w:p>", "p Said.\n", NULL },
  { "section", "<w:p><w:pPr><w:sectPr><w:headerReference r:id=\"h\"/></w:sectPr></w:pPr>" R ("a") "</w:p><w:sectPr><w:pgSz w:w=\"1\"/></w:sectPr>", "p a\n", NULL },
  { "white space", "<w:p><w:r>\n  <w:t>a</w:t>\n  <w:t xml:space=\"preserve\">  b </w:t>\n</w:r>\n</w:p>\n", "p a b\n", NULL },
  { "title", "<w:p>" STYLE ("Titel") R ("Head") "</w:p><w:p>" STYLE ("Legende") R ("Below") "</w:p>", "h1 Head\nc Below\n", NULL },
  { "numbered heading", "<w:p><w:pPr><w:pStyle w:val=\"Berschrift2\"/><w:numPr><w:numId w:val=\"1\"/></w:numPr></w:pPr>" R ("Head") "</w:p>", "h2 Head\n", NULL },
  { "fraction", "<w:p><m:oMathPara><m:oMath><m:f><m:num><m:r><w:rPr><w:rFonts/></w:rPr><m:t>a</m:t></m:r></m:num><m:den><m:r><m:t>b</m:t></m:r></m:den></m:f></m:oMath></m:oMathPara></w:p>", "p ab\n", NULL },
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
      g_assert_null (doublet_article_get_byline (article));
      g_assert_cmpstr (doublet_article_get_language (article), ==, "de-AT");
      g_assert_cmpstr (doublet_article_get_format (article), ==, "docx");
    }
}

#define DOCUMENT(body) "<w:document xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\" xmlns:r=\"r\" " \
                       "xmlns:dgm=\"http://schemas.openxmlformats.org/drawingml/2006/diagram\"><w:body>" body "</w:body></w:document>"
#define STRICT(body) "<w:document xmlns:w=\"http://purl.oclc.org/ooxml/wordprocessingml/main\"><w:body>" body "</w:body></w:document>"
#define RELATIONS(content) "<Relationships>" content "</Relationships>"
#define RELATION(id, type, target) "<Relationship Id=\"" id "\" Type=\"http://purl.oclc.org/ooxml/officeDocument/relationships/" type "\" Target=\"" target "\"/>"

static DoubletArticle *
load_members (const ZipMember *members)
{
  g_autoptr (GBytes) bytes = zip_maker_pack (members);

  return article_text_load (doublet_docx_reader_load, bytes, DOUBLET_TRACKED_ACCEPTED);
}

static void
assert_text (const DoubletArticle *article,
             const char           *wanted)
{
  g_autofree char *text = article_text_describe (article);

  g_assert_cmpstr (text, ==, wanted);
}

static void
test_other_name (void)
{
  static const ZipMember members[] = {
    { "_rels/.rels", RELATIONS (RELATION ("a", "officeDocument", "/text/main2.xml")) },
    { "word/document.xml", DOCUMENT (P ("Wrong.")) },
    { "text/main2.xml", STRICT (P ("Strict.")) },
    { NULL },
  };
  g_autoptr (DoubletArticle) article = load_members (members);

  assert_text (article, "p Strict.\n");
}

/* Parts that the text does not refer to, and a circle of relations. */
static void
test_other_parts (void)
{
  static const ZipMember members[] = {
    { "_rels/.rels", RELATIONS (RELATION ("a", "officeDocument", "word/document.xml") RELATION ("b", "officeDocument", "_rels/.rels")) },
    { "word/_rels/document.xml.rels", RELATIONS (RELATION ("a", "header", "header1.xml") RELATION ("b", "comments", "comments.xml") RELATION ("c", "styles", "document.xml") RELATION ("d", "footnotes", "document.xml")) },
    { "word/document.xml", DOCUMENT (P ("Text.") "<w:p><w:r><w:footnoteReference w:id=\"1\"/></w:r></w:p>") },
    { "word/header1.xml", "<w:hdr xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\">" P ("Running head.") "</w:hdr>" },
    { "word/comments.xml", "<w:comments xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"><w:comment>" P ("Remark.") "</w:comment></w:comments>" },
    { NULL },
  };
  g_autoptr (DoubletArticle) article = load_members (members);

  assert_text (article, "p Text.\n");
}

/* A bare file, and the design's rule for its title: a short first block. */
static void
test_no_metadata (void)
{
  static const ZipMember members[] = { { "word/document.xml", DOCUMENT (P ("A headline") P ("Text of the article.")) }, { NULL } };
  g_autoptr (DoubletArticle) article = load_members (members);

  g_assert_cmpstr (doublet_article_get_title (article), ==, "A headline");
  g_assert_null (doublet_article_get_language (article));
  g_assert_null (doublet_article_get_incomplete (article));
}

static void
test_languages (void)
{
  static const ZipMember members[] = {
    { "word/_rels/document.xml.rels", RELATIONS (RELATION ("a", "styles", "styles.xml")) },
    { "word/styles.xml", "<w:styles xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"><w:docDefaults><w:lang w:val=\"en-US\" w:eastAsia=\"ja-JP\" w:bidi=\"ar-SA\"/></w:docDefaults>"
                         "<w:style w:type=\"paragraph\" w:styleId=\"S\"><w:rPr><w:lang w:val=\"sv-SE\" w:bidi=\"x-none\"/></w:rPr></w:style><w:style w:type=\"paragraph\" w:styleId=\"T\"><w:basedOn w:val=\"S\"/></w:style></w:styles>" },
    { "word/document.xml", NULL },
    { NULL },
  };
  static const struct
  {
    const char *document;
    const char *language;
  } languages[] = {
    { DOCUMENT (P ("1 apple")), "en-US" },
    { DOCUMENT (P ("\u300c\u6c17\u300d") P ("a")), "ja-JP" },
    { DOCUMENT (P ("\u05d0\u05d1\u05d2") P ("a")), "ar-SA" },
    { DOCUMENT ("<w:p>" STYLE ("T") R ("ord") "</w:p>"), "sv-SE" },
    { DOCUMENT ("<w:p>" STYLE ("T") R ("\u05d0") "</w:p>"), "ar-SA" },
    { DOCUMENT ("<w:p>" STYLE ("T") "<w:r><w:rPr><w:lang w:val=\"fi\"/></w:rPr><w:t>sana</w:t></w:r></w:p>"), "fi" },
    { DOCUMENT (P ("1, 2, 3")), "en-US" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (languages); i++)
    {
      ZipMember copy[G_N_ELEMENTS (members)];
      g_autoptr (DoubletArticle) article = NULL;

      memcpy (copy, members, sizeof members);
      copy[2].content = languages[i].document;
      article = load_members (copy);
      g_assert_cmpstr (doublet_article_get_language (article), ==, languages[i].language);
    }
}

static void
test_utf16 (void)
{
  static const char document[] = "<?xml version=\"1.0\" encoding=\"UTF-16\"?>" DOCUMENT (P ("\u00dc\U0001f600"));
  gsize             n_bytes;
  g_autofree char  *utf16 = g_convert (document, -1, "UTF-16LE", "UTF-8", NULL, &n_bytes, NULL);
  g_autofree char  *marked = g_malloc (n_bytes + 2);
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (DoubletArticle) article = NULL;

  memcpy (marked, "\xff\xfe", 2);
  memcpy (marked + 2, utf16, n_bytes);
  bytes = zip_maker_pack_one ("word/document.xml", marked, n_bytes + 2);
  article = article_text_load (doublet_docx_reader_load, bytes, DOUBLET_TRACKED_ACCEPTED);
  assert_text (article, "p \u00dc\U0001f600\n");
}

/* Bytes that are not what the part says they are: nothing is invented, and that
 * something is missing is said. */
static void
test_wrong_charset (void)
{
  static const char *const documents[] = {
    "<?xml version=\"1.0\" encoding=\"UTF-16\"?>" DOCUMENT (P ("One.") P ("Two.")),
    "<?xml version=\"1.0\" encoding=\"no-such-thing\"?>" DOCUMENT (P ("One.") P ("Two.")),
    DOCUMENT (P ("One.") P ("T\xffwo.")),
    DOCUMENT (P ("One.") P ("T\xc3")),
    DOCUMENT (P ("One.") P ("T\x01wo.")),
  };

  for (guint i = 0; i < G_N_ELEMENTS (documents); i++)
    {
      g_autoptr (GBytes) bytes = zip_maker_pack_one ("word/document.xml", documents[i], strlen (documents[i]));
      g_autoptr (GError) error = NULL;
      g_autoptr (DoubletArticle) article = doublet_docx_reader_load (bytes, "article", NULL, NULL, NULL, &error);

      if (article == NULL)
        g_assert_error (error, DOUBLET_LOAD_ERROR, DOUBLET_LOAD_ERROR_BROKEN);
      else if (doublet_article_get_incomplete (article) == NULL)
        assert_text (article, "p One.\np Two.\n");
    }
}

static void
test_inserted (void)
{
  static const ZipMember inner[] = {
    { "word/document.xml", DOCUMENT (P ("Inner.") "<w:altChunk r:id=\"itself\"/>") },
    { "word/_rels/document.xml.rels", RELATIONS (RELATION ("itself", "aFChunk", "document.xml")) },
    { NULL },
  };
  g_autoptr (GBytes) word = zip_maker_pack (inner);
  const ZipMember outer[] = {
    { "word/document.xml", DOCUMENT (P ("One.") "<w:altChunk r:id=\"page\"/>" P ("Two.") "<w:altChunk r:id=\"rich\"/><w:altChunk r:id=\"plain\"/>" P ("Three.")) },
    { "word/_rels/document.xml.rels", RELATIONS (RELATION ("page", "aFChunk", "/chunks/a.dat") RELATION ("rich", "aFChunk", "../chunks/b.dat") RELATION ("plain", "aFChunk", "../chunks/c.dat")) },
    { "chunks/a.dat", "<html><body><h2>Head</h2><p>From a page.</p></body></html>" },
    { "chunks/b.dat", "{\\rtf1 Rich.\\par}" },
    { "chunks/c.dat", "Plain." },
    { NULL },
  };
  g_autoptr (DoubletArticle) article = load_members (outer);
  const ZipMember nest[] = {
    { "word/document.xml", DOCUMENT (P ("Outer.") "<w:altChunk r:id=\"a\"/><w:altChunk r:id=\"a\"/>") },
    { "word/_rels/document.xml.rels", RELATIONS (RELATION ("a", "aFChunk", "a.docx")) },
    { "word/a.docx", g_bytes_get_data (word, NULL), g_bytes_get_size (word) },
    { NULL },
  };
  g_autoptr (DoubletArticle) nested = load_members (nest);

  assert_text (article, "p One.\nh2 Head\np From a page.\np Two.\np Rich.\np Plain.\np Three.\n");
  g_assert_null (doublet_article_get_incomplete (article));

  /* Twice asked for, once given; and what is in it in its turn is left out. */
  assert_text (nested, "p Outer.\np Inner.\n");
  g_assert_nonnull (doublet_article_get_incomplete (nested));
}

static void
test_diagram (void)
{
  static const ZipMember members[] = {
    { "word/document.xml", DOCUMENT ("<w:p>" R ("Before ") "<w:r><w:drawing><dgm:relIds r:dm=\"d\"/></w:drawing></w:r>" R ("after.") "</w:p>") },
    { "word/_rels/document.xml.rels", RELATIONS (RELATION ("d", "diagramData", "diagrams/data1.xml")) },
    { "word/diagrams/data1.xml", "<d xmlns:a=\"http://schemas.openxmlformats.org/drawingml/2006/main\"><a:p><a:r><a:t>A </a:t></a:r><a:r><a:t>shape</a:t></a:r></a:p>no<a:p/><a:p><a:t>Next</a:t></a:p></d>" },
    { NULL },
  };
  g_autoptr (DoubletArticle) article = load_members (members);

  assert_text (article, "p Before after.\np A shape\np Next\n");
}

/* What is known to be missing is said. */
static void
test_incomplete (void)
{
  static const char *const documents[] = {
    DOCUMENT (P ("Text.") "<w:altChunk/>"),
    DOCUMENT (P ("Text.") "<w:subDoc r:id=\"x\"/>"),
    DOCUMENT (P ("Text.") "<w:p>" FIELD ("begin") R ("The rest.") "</w:p>" P ("And all else.")),
    DOCUMENT (P ("Text.") "<w:p><w:r><w:footnoteReference w:id=\"1\"/></w:r></w:p>"),
  };

  for (guint i = 0; i < G_N_ELEMENTS (documents); i++)
    {
      const ZipMember members[] = { { "word/document.xml", documents[i] }, { NULL } };
      g_autoptr (DoubletArticle) article = load_members (members);

      assert_text (article, "p Text.\n");
      g_assert_nonnull (doublet_article_get_incomplete (article));
    }
}

static void
test_refused (void)
{
  static const struct
  {
    const char      *document;
    DoubletLoadError code;
  } documents[] = {
    { "<!DOCTYPE x [<!ENTITY a \"aaaa\"><!ENTITY b \"&a;&a;\">]>" DOCUMENT (P ("&b;")), DOUBLET_LOAD_ERROR_BROKEN },
    { "<!DOCTYPE x SYSTEM \"file:///etc/passwd\">" DOCUMENT (P ("x")), DOUBLET_LOAD_ERROR_BROKEN },
    { DOCUMENT (""), DOUBLET_LOAD_ERROR_EMPTY },
    { DOCUMENT (P (" ")), DOUBLET_LOAD_ERROR_EMPTY },
    { "", DOUBLET_LOAD_ERROR_BROKEN },
    { "rubbish", DOUBLET_LOAD_ERROR_BROKEN },
  };
  g_autoptr (GBytes) no_document = zip_maker_pack_one ("xl/workbook.xml", "<x/>", 4);
  g_autoptr (GError) no_text = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (documents); i++)
    {
      g_autoptr (GBytes) bytes = zip_maker_pack_one ("word/document.xml", documents[i].document, strlen (documents[i].document));
      g_autoptr (GError) error = NULL;

      g_assert_null (doublet_docx_reader_load (bytes, "article", NULL, NULL, NULL, &error));
      g_assert_error (error, DOUBLET_LOAD_ERROR, (int)documents[i].code);
    }

  g_assert_null (doublet_docx_reader_load (no_document, "article", NULL, NULL, NULL, &no_text));
  g_assert_error (no_text, DOUBLET_LOAD_ERROR, DOUBLET_LOAD_ERROR_NO_TEXT);
}

static void
test_deep (void)
{
  GString *document = g_string_new ("<w:document xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"><w:body>" P ("Text."));
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (DoubletArticle) article = NULL;

  for (guint i = 0; i < 300000; i++)
    g_string_append (document, "<w:p>");
  bytes = zip_maker_pack_one ("word/document.xml", document->str, document->len);
  g_string_free (document, TRUE);
  article = article_text_load (doublet_docx_reader_load, bytes, DOUBLET_TRACKED_ACCEPTED);
  assert_text (article, "p Text.\n");
  g_assert_nonnull (doublet_article_get_incomplete (article));
}

/* A thousand pages, and paragraphs that join into one. */
static void
test_long (void)
{
  GString *document = g_string_new ("<w:document xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"><w:body>");
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (DoubletArticle) article = NULL;
  guint n_blocks;

  for (guint i = 0; i < 60000; i++)
    g_string_append_printf (document, "<w:p>%s<w:r><w:t xml:space=\"preserve\">Paragraph %u of a thousand pages and more. </w:t></w:r></w:p>",
                            i >= 50000 ? MARK ("del") : "", i);
  g_string_append (document, "</w:body></w:document>");
  bytes = zip_maker_pack_one ("word/document.xml", document->str, document->len);
  g_string_free (document, TRUE);
  article = article_text_load (doublet_docx_reader_load, bytes, DOUBLET_TRACKED_ACCEPTED);
  doublet_article_get_blocks (article, &n_blocks);
  g_assert_cmpuint (n_blocks, ==, 50001);
  g_assert_null (doublet_article_get_incomplete (article));
}

static void
test_hostile (void)
{
  g_autoptr (GBytes) bytes = zip_maker_pack_docx (
    "<w:p>" MARK ("del") R ("One ") "</w:p><w:p>" R ("goes on.") "<w:r><w:txbxContent>" P ("Box") "</w:txbxContent><w:footnoteReference w:id=\"1\"/></w:r></w:p>"
                                                                                                  "<w:tbl><w:tr><w:tc>" P ("Cell") "</w:tc></w:tr></w:tbl>");

  article_text_assert_hostile (doublet_docx_reader_load, bytes);
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
  g_test_add_func ("/docx/other parts", test_other_parts);
  g_test_add_func ("/docx/no metadata", test_no_metadata);
  g_test_add_func ("/docx/languages", test_languages);
  g_test_add_func ("/docx/utf-16", test_utf16);
  g_test_add_func ("/docx/wrong charset", test_wrong_charset);
  g_test_add_func ("/docx/inserted", test_inserted);
  g_test_add_func ("/docx/diagram", test_diagram);
  g_test_add_func ("/docx/incomplete", test_incomplete);
  g_test_add_func ("/docx/refused", test_refused);
  g_test_add_func ("/docx/deep", test_deep);
  g_test_add_func ("/docx/long", test_long);
  g_test_add_func ("/docx/hostile", test_hostile);
  return g_test_run ();
}
