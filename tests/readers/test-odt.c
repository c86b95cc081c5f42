/* test-odt.c
 *
 * SPDX-FileCopyrightText: 2026 The Doublet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "odt-reader.h"

#include "article-text.h"
#include "load-error.h"
#include "zip-maker.h"

#include <string.h>

#define P(text) "<text:p>" text "</text:p>"
#define CHANGES(content) "<text:tracked-changes>" content "</text:tracked-changes>"
#define INSERTED(id) "<text:changed-region text:id=\"" id "\"><text:insertion><office:change-info><text:p>A remark</text:p></office:change-info></text:insertion></text:changed-region>"
#define DELETED(id, text) "<text:changed-region text:id=\"" id "\"><text:deletion><office:change-info/>" text "</text:deletion></text:changed-region>"
#define FROM(id) "<text:change-start text:change-id=\"" id "\"/>"
#define TO(id) "<text:change-end text:change-id=\"" id "\"/>"
#define AT(id) "<text:change text:change-id=\"" id "\"/>"

static const struct
{
  const char *name;
  const char *body;
  const char *accepted;
  const char *original; /* NULL: the same */
} cases[] = {
  { "plain", P ("One.") "<text:h text:outline-level=\"2\">Head</text:h>", "p One.\nh2 Head\n", NULL },
  { "signs", P ("a<text:s text:c=\"3\"/>b<text:tab/>c<text:line-break/>d<text:span>e</text:span><text:a>f</text:a>"), "p a b c def\n", NULL },
  { "lists", "<text:list><text:list-item>" P ("One") "<text:list><text:list-item>" P ("Two") "</text:list-item></text:list></text:list-item></text:list>", "l1 One\nl2 Two\n", NULL },
  { "table", "<table:table><table:table-row><table:table-cell>" P ("One") "</table:table-cell><table:covered-table-cell>" P ("no") "</table:covered-table-cell></table:table-row></table:table>", "t One\n", NULL },
  { "notes", P ("A<text:note text:note-class=\"endnote\"><text:note-citation>i</text:note-citation><text:note-body>" P ("End.") "</text:note-body></text:note> b<text:note text:note-class=\"footnote\"><text:note-citation>1</text:note-citation><text:note-body>" P ("Foot.") "</text:note-body></text:note>."),
    "p A b.\np Foot.\np End.\n", NULL },
  { "frames", P ("Before <draw:frame><draw:text-box>" P ("Box") "</draw:text-box></draw:frame>after"), "p Before after\np Box\n", NULL },
  { "remarks", P ("a<office:annotation><text:p>no</text:p></office:annotation>b"), "p ab\n", NULL },
  { "hidden", P ("a<text:span text:style-name=\"T1\">no<text:s/></text:span>b<text:hidden-text text:is-hidden=\"true\">no</text:hidden-text>") "<text:section text:display=\"none\">" P ("no") "</text:section>", "p ab\n", NULL },
  { "styles", "<text:p text:style-name=\"P1\">Said</text:p><text:p text:style-name=\"Title\">Head</text:p><text:p text:style-name=\"Loop\">Round</text:p><text:p text:style-name=\"Block_20_Text\">Word said</text:p>", "q Said\nh1 Head\np Round\nq Word said\n", NULL },
  { "insertion", CHANGES (INSERTED ("i")) P ("The " FROM ("i") "new " TO ("i") "word."), "p The new word.\n", "p The word.\n" },
  { "deletion", CHANGES (DELETED ("d", P ("old "))) P ("The " AT ("d") "word."), "p The word.\n", "p The old word.\n" },
  { "paragraph inserted", CHANGES (INSERTED ("i")) P ("One." FROM ("i")) P ("Two." TO ("i")) P ("Three."), "p One.\np Two.\np Three.\n", "p One.\np Three.\n" },
  { "paragraph end deleted", CHANGES (DELETED ("d", P (" end.") P ("Next "))) P ("One" AT ("d") "two."), "p Onetwo.\n", "p One end.\np Next two.\n" },
  { "paragraph deleted", CHANGES (DELETED ("d", P ("Whole.") P (""))) P (AT ("d") "Next."), "p Next.\n", "p Whole.\np Next.\n" },
  { "mark that comes twice", CHANGES (DELETED ("d", P ("old "))) P (AT ("d") AT ("d") "word."), "p word.\n", "p old word.\n" },
  { "inserted and deleted again", CHANGES ("<text:changed-region text:id=\"d\"><text:deletion><office:change-info/><text:insertion/>" P ("came and went") "</text:deletion></text:changed-region>") P ("a " AT ("d") "b"), "p a b\n", NULL },
  { "deletion that holds its own mark", CHANGES (DELETED ("d", P ("old " AT ("d")))) P ("The " AT ("d") "word."), "p The word.\n", "p The old word.\n" },
  { "change of a format", CHANGES ("<text:changed-region text:id=\"f\"><text:format-change><office:change-info/></text:format-change></text:changed-region>") P ("a" FROM ("f") "b" TO ("f") "c"), "p abc\n", NULL },
  { "table inserted", CHANGES (INSERTED ("i")) P ("One.") FROM ("i") "<table:table><table:table-row><table:table-cell>" P ("New") "</table:table-cell></table:table-row></table:table>" P ("New.") TO ("i") P ("Two."),
    "p One.\nt New\np New.\np Two.\n", "p One.\np Two.\n" },
  { "list header", "<text:list><text:list-header>" P ("Head") "</text:list-header><text:list-item><text:p text:style-name=\"P1\">Said</text:p><text:h>Heading</text:h></text:list-item></text:list>", "l1 Head\nq Said\nh1 Heading\n", NULL },
  { "numbers", "<text:h text:outline-level=\"1\"><text:number>1.2</text:number>Head</text:h><text:list><text:list-item><text:number>a)</text:number>" P ("Item") "</text:list-item></text:list>", "h1 Head\nl1 Item\n", NULL },
  { "nested tables", "<table:table><table:table-header-rows><table:table-row><table:table-cell>" P ("A") "<table:table table:is-sub-table=\"true\"><table:table-row><table:table-cell>" P ("B") "</table:table-cell></table:table-row></table:table></table:table-cell><table:table-cell>" P ("C") P ("D") "</table:table-cell></table:table-row></table:table-header-rows></table:table>" P ("E"),
    "t A\nt B\nt C\nt D\np E\n", NULL },
  { "note in a note's list", P ("A<text:note><text:note-citation>1</text:note-citation><text:note-body><text:list><text:list-item>" P ("Foot.") "</text:list-item></text:list></text:note-body></text:note>."), "p A.\nl1 Foot.\n", NULL },
  { "hidden note", P ("A<text:span text:style-name=\"T1\"><text:note><text:note-body>" P ("no") "</text:note-body></text:note></text:span>."), "p A.\n", NULL },
  { "shapes", "<draw:frame text:anchor-type=\"page\"><draw:text-box>" P ("Page") "</draw:text-box></draw:frame>" P ("Text<draw:g><draw:custom-shape>" P ("Shape") "</draw:custom-shape><draw:frame><draw:image/><svg:title>no</svg:title><svg:desc>no</svg:desc></draw:frame></draw:g>"), "p Page\np Text\np Shape\n", NULL },
  { "remarks over a range", P ("a<office:annotation><dc:creator>no</dc:creator><text:list><text:list-item>" P ("no") "</text:list-item></text:list></office:annotation>b<office:annotation-end/>c"), "p abc\n", NULL },
  { "fields", P ("<text:date>Monday</text:date>, <text:author-name>Ann</text:author-name> <text:bookmark-ref>here</text:bookmark-ref><text:bookmark/><text:reference-mark-start/><text:soft-page-break/>."), "p Monday, Ann here.\n", NULL },
  { "declarations", "<text:sequence-decls><text:sequence-decl/></text:sequence-decls><office:forms>" P ("no") "</office:forms>" P ("Text."), "p Text.\n", NULL },
  { "index", "<text:table-of-content><text:table-of-content-source>" P ("no") "</text:table-of-content-source><text:index-body><text:index-title>" P ("Contents") "</text:index-title>" P ("Chapter<text:tab/>1") "</text:index-body></text:table-of-content>", "p Contents\np Chapter 1\n", NULL },
  { "hidden by its style", "<text:p text:style-name=\"P2\">no</text:p><text:p text:style-name=\"P3\">yes</text:p>"
                           "<text:section text:display=\"condition\" text:is-hidden=\"true\">" P ("no") "</text:section><text:section text:display=\"true\">" P ("yes") "</text:section>" P ("<text:hidden-paragraph text:is-hidden=\"true\"/>a"),
    "p yes\np yes\np a\n", NULL },
  { "ruby", P ("<text:ruby><text:ruby-base>base</text:ruby-base><text:ruby-text>above</text:ruby-text></text:ruby>"), "p base\n", NULL },
  { "soft hyphens", P ("a\u00adb\u2011c\u00a0d"), "p a\u00adb\u2011c\u00a0d\n", NULL },
};

static void
test_case (gconstpointer data)
{
  guint i = GPOINTER_TO_UINT (data);
  g_autoptr (GBytes) bytes = zip_maker_pack_odt (cases[i].body);

  for (guint version = 0; version < 2; version++)
    {
      gboolean original = version == 1;
      g_autoptr (DoubletArticle) article = article_text_load (doublet_odt_reader_load, bytes,
                                                              original ? DOUBLET_TRACKED_ORIGINAL : DOUBLET_TRACKED_ACCEPTED);
      g_autofree char *text = article_text_describe (article);

      g_assert_cmpstr (text, ==, original && cases[i].original != NULL ? cases[i].original : cases[i].accepted);
      g_assert_null (doublet_article_get_incomplete (article));
      g_assert_cmpstr (doublet_article_get_title (article), ==, "The given title");
      g_assert_null (doublet_article_get_byline (article));
      g_assert_cmpstr (doublet_article_get_language (article), ==, "fr-CA");
    }
}

static void
test_one_file (void)
{
  static const char document[] =
    "<office:document xmlns:office=\"urn:oasis:names:tc:opendocument:xmlns:office:1.0\" xmlns:text=\"urn:oasis:names:tc:opendocument:xmlns:text:1.0\" "
    "xmlns:dc=\"http://purl.org/dc/elements/1.1/\"><office:meta><dc:title>T</dc:title></office:meta>"
    "<office:master-styles><text:p>Running head</text:p></office:master-styles>"
    "<office:body><office:text><text:p>Flat.</text:p></office:text></office:body></office:document>";
  g_autoptr (GBytes) bytes = g_bytes_new_static (document, strlen (document));
  g_autoptr (DoubletArticle) article = article_text_load (doublet_odt_reader_load, bytes, DOUBLET_TRACKED_ACCEPTED);
  g_autofree char *text = article_text_describe (article);

  g_assert_cmpstr (text, ==, "p Flat.\n");
  g_assert_cmpstr (doublet_article_get_title (article), ==, "T");
}

#define FLAT(mime, body)                                                                                                                                                                                        \
  "<office:document xmlns:office=\"urn:oasis:names:tc:opendocument:xmlns:office:1.0\" xmlns:text=\"urn:oasis:names:tc:opendocument:xmlns:text:1.0\" office:mimetype=\"application/vnd.oasis.opendocument." mime \
  "\"><office:body>" body "</office:body></office:document>"

static void
assert_refused (GBytes          *bytes,
                DoubletLoadError code)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (doublet_odt_reader_load (bytes, "article", NULL, NULL, NULL, &error));
  g_assert_error (error, DOUBLET_LOAD_ERROR, (int)code);
}

static void
test_encrypted (void)
{
  static const ZipMember members[] = {
    { "content.xml", "rubbish" },
    { "META-INF/manifest.xml", "<manifest><file-entry><encryption-data/></file-entry></manifest>" },
    { NULL },
  };
  g_autoptr (GBytes) bytes = zip_maker_pack (members);

  assert_refused (bytes, DOUBLET_LOAD_ERROR_ENCRYPTED);
}

static void
test_refused (void)
{
  static const struct
  {
    const char      *document;
    DoubletLoadError code;
  } documents[] = {
    { FLAT ("spreadsheet", "<office:spreadsheet>" P ("1") "</office:spreadsheet>"), DOUBLET_LOAD_ERROR_UNSUPPORTED },
    { FLAT ("text", "<office:text/>"), DOUBLET_LOAD_ERROR_EMPTY },
    { "<!DOCTYPE x [<!ENTITY a \"b\">]>" FLAT ("text", "<office:text>" P ("&a;") "</office:text>"), DOUBLET_LOAD_ERROR_BROKEN },
    { "<?xml version=\"1.0\"?>", DOUBLET_LOAD_ERROR_BROKEN },
  };
  g_autoptr (GBytes) no_content = zip_maker_pack_one ("mimetype", "application/vnd.oasis.opendocument.text", 39);

  for (guint i = 0; i < G_N_ELEMENTS (documents); i++)
    {
      g_autoptr (GBytes) bytes = g_bytes_new_static (documents[i].document, strlen (documents[i].document));

      assert_refused (bytes, documents[i].code);
    }
  assert_refused (no_content, DOUBLET_LOAD_ERROR_NO_TEXT);
}

/* The content says what a file is, also where nothing stands before the element. */
static void
test_signatures (void)
{
  static const struct
  {
    const char *document;
    const char *format;
  } documents[] = {
    { FLAT ("text", ""), "odt" },
    { "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n" FLAT ("text", ""), "odt" },
    { FLAT ("text-template", ""), "odt" },
    { FLAT ("spreadsheet", ""), "office" },
  };
  static const char *const names[][2] = { { "META-INF/manifest.xml", "odt" }, { "META-INF/container.xml", "epub" }, { "[Content_Types].xml", "docx" }, { "x", "archive" } };

  for (guint i = 0; i < G_N_ELEMENTS (documents); i++)
    g_assert_cmpstr (doublet_formats_detect ((const guint8 *)documents[i].document, strlen (documents[i].document), "article")->id, ==, documents[i].format);
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autoptr (GBytes) bytes = zip_maker_pack_one (names[i][0], "x", 1);

      g_assert_cmpstr (doublet_formats_detect (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes), "article")->id, ==, names[i][1]);
    }
}

static void
test_insertion_without_end (void)
{
  g_autoptr (GBytes) bytes = zip_maker_pack_odt (CHANGES (INSERTED ("i")) P ("One. " FROM ("i") "two.") P ("Three."));
  g_autoptr (DoubletArticle) accepted = article_text_load (doublet_odt_reader_load, bytes, DOUBLET_TRACKED_ACCEPTED);
  g_autoptr (DoubletArticle) original = article_text_load (doublet_odt_reader_load, bytes, DOUBLET_TRACKED_ORIGINAL);
  g_autofree char *text = article_text_describe (original);

  g_assert_cmpstr (text, ==, "p One.\n");
  g_assert_null (doublet_article_get_incomplete (accepted));
  g_assert_nonnull (doublet_article_get_incomplete (original));
}

static void
test_deep (void)
{
  GString *body = g_string_new (P ("Text."));
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (DoubletArticle) article = NULL;

  for (guint i = 0; i < 300000; i++)
    g_string_append (body, "<text:section>");
  bytes = zip_maker_pack_odt (body->str);
  g_string_free (body, TRUE);
  article = article_text_load (doublet_odt_reader_load, bytes, DOUBLET_TRACKED_ACCEPTED);
  g_assert_nonnull (doublet_article_get_incomplete (article));
}

static void
test_hostile (void)
{
  g_autoptr (GBytes) bytes = zip_maker_pack_odt (
    CHANGES (INSERTED ("i") DELETED ("d", P (" end.") P ("Next "))) P ("One" AT ("d") "two." FROM ("i")) P ("Two." TO ("i") "<draw:frame><draw:text-box>" P ("Box") "</draw:text-box></draw:frame>"));

  article_text_assert_hostile (doublet_odt_reader_load, bytes);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strconcat ("/odt/", cases[i].name, NULL);

      g_test_add_data_func (path, GUINT_TO_POINTER (i), test_case);
    }
  g_test_add_func ("/odt/one file", test_one_file);
  g_test_add_func ("/odt/encrypted", test_encrypted);
  g_test_add_func ("/odt/refused", test_refused);
  g_test_add_func ("/odt/signatures", test_signatures);
  g_test_add_func ("/odt/insertion without end", test_insertion_without_end);
  g_test_add_func ("/odt/deep", test_deep);
  g_test_add_func ("/odt/hostile", test_hostile);
  return g_test_run ();
}
