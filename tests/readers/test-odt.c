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
  { "styles", "<text:p text:style-name=\"P1\">Said</text:p><text:p text:style-name=\"Title\">Head</text:p><text:p text:style-name=\"Loop\">Round</text:p>", "q Said\nh1 Head\np Round\n", NULL },
  { "insertion", CHANGES (INSERTED ("i")) P ("The " FROM ("i") "new " TO ("i") "word."), "p The new word.\n", "p The word.\n" },
  { "deletion", CHANGES (DELETED ("d", P ("old "))) P ("The " AT ("d") "word."), "p The word.\n", "p The old word.\n" },
  { "paragraph inserted", CHANGES (INSERTED ("i")) P ("One." FROM ("i")) P ("Two." TO ("i")) P ("Three."), "p One.\np Two.\np Three.\n", "p One.\np Three.\n" },
  { "paragraph end deleted", CHANGES (DELETED ("d", P (" end.") P ("Next "))) P ("One" AT ("d") "two."), "p Onetwo.\n", "p One end.\np Next two.\n" },
  { "paragraph deleted", CHANGES (DELETED ("d", P ("Whole.") P (""))) P (AT ("d") "Next."), "p Next.\n", "p Whole.\np Next.\n" },
  { "mark that comes twice", CHANGES (DELETED ("d", P ("old "))) P (AT ("d") AT ("d") "word."), "p word.\n", "p old word.\n" },
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

static void
test_encrypted (void)
{
  static const ZipMember members[] = {
    { "content.xml", "rubbish" },
    { "META-INF/manifest.xml", "<manifest><file-entry><encryption-data/></file-entry></manifest>" },
    { NULL },
  };
  g_autoptr (GBytes) bytes = zip_maker_pack (members);
  g_autoptr (GError) error = NULL;

  g_assert_null (doublet_odt_reader_load (bytes, "article", NULL, NULL, NULL, &error));
  g_assert_error (error, DOUBLET_LOAD_ERROR, DOUBLET_LOAD_ERROR_ENCRYPTED);
}

static void
test_hostile (void)
{
  g_autoptr (GBytes) bytes = zip_maker_pack_odt (
    CHANGES (INSERTED ("i") DELETED ("d", P (" end.") P ("Next "))) P ("One" AT ("d") "two." FROM ("i")) P ("Two." TO ("i") "<draw:frame><draw:text-box>" P ("Box") "</draw:text-box></draw:frame>"));

  article_text_assert_cuts (doublet_odt_reader_load, bytes, 3);
  article_text_assert_flips (doublet_odt_reader_load, bytes, 3000);
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
  g_test_add_func ("/odt/hostile", test_hostile);
  return g_test_run ();
}
