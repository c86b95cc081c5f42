/* test-pdf.c
 *
 * SPDX-FileCopyrightText: 2026 The Doublet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "article-text.h"

#include "stop-flag.h"
#include "load-error.h"
#include "pdf-maker.h"
#include "pdf-reader.h"

#include <gio/gio.h>

#include <string.h>

static DoubletArticle *
load (GBytes  *bytes,
      GError **error)
{
  return doublet_pdf_reader_load (bytes, "article.pdf", NULL, NULL, NULL, error);
}

static DoubletArticle *
read_made (PdfMaker *maker)
{
  g_autoptr (GBytes) bytes = pdf_maker_finish (maker);
  g_autoptr (GError) error = NULL;
  DoubletArticle *article = load (bytes, &error);

  g_assert_no_error (error);
  return article;
}

static void
assert_text (PdfMaker   *maker,
             const char *expected)
{
  g_autoptr (DoubletArticle) article = read_made (maker);

  g_assert_cmpstr (doublet_article_get_text (article, NULL), ==, expected);
}

static void
test_paragraphs (void)
{
  static const char *const first[] = {
    "The council of the town met on Monday evening to talk about",
    "the bridge, which had been closed since the flood in spring.",
    "Nobody spoke against it.",
    NULL
  };
  static const char *const second[] = {
    "A second paragraph stands below a gap and runs over two of",
    "the lines of this page.",
    NULL
  };
  static const char *const third[] = {
    "the third one begins at an indent, as books have it, and it",
    NULL
  };
  static const char *const rest[] = {
    "runs on and on until the very edge of the lines it is set in",
    "and then a little more.",
    NULL
  };
  static const char *const ragged[] = {
    "The fourth begins because its first word had had room above.",
    NULL
  };
  PdfMaker maker = { 0 };

  pdf_maker_add_page (&maker);
  pdf_maker_add_lines (&maker, 100, 700, first);
  pdf_maker_add_lines (&maker, 100, 640, second);
  pdf_maker_add_lines (&maker, 120, 612, third);
  pdf_maker_add_lines (&maker, 100, 598, rest);
  pdf_maker_add_lines (&maker, 100, 570, ragged);
  assert_text (&maker,
               "The council of the town met on Monday evening to talk about the bridge, which had been closed since "
               "the flood in spring. Nobody spoke against it.\n"
               "A second paragraph stands below a gap and runs over two of the lines of this page.\n"
               "the third one begins at an indent, as books have it, and it runs on and on until the very edge of the "
               "lines it is set in and then a little more.\n"
               "The fourth begins because its first word had had room above.\n");
}

static void
test_hyphens (void)
{
  static const char *const lines[] = {
    "The representatives of the towns along the river have con-",
    "firmed it, as the spokesman for the government of Baden-",
    "Baden said on Monday, and \\223the final vote\\224 is a matter of",
    "weeks.",
    NULL
  };
  PdfMaker maker = { 0 };

  pdf_maker_add_page (&maker);
  pdf_maker_add_lines (&maker, 100, 700, lines);
  assert_text (&maker,
               "The representatives of the towns along the river have con\u00adfirmed it, as the spokesman for the government "
               "of Baden-Baden said on Monday, and “the final vote” is a matter of weeks.\n");
}

static void
test_columns (void)
{
  static const char *const left[] = {
    "The left column has lines",
    "that are read before the",
    "lines of the column beside",
    "it, although both were put",
    "on the page row by row and",
    NULL
  };
  static const char *const right[] = {
    "the sentence goes on in the",
    "right column, where there",
    "are as many lines, until it",
    "ends with the last of them",
    "in the lower corner.",
    NULL
  };
  PdfMaker maker = { 0 };

  pdf_maker_add_page (&maker);
  pdf_maker_add_line (&maker, 120, 750, 24, "A headline over both columns");
  for (guint i = 0; left[i] != NULL; i++)
    {
      pdf_maker_add_line (&maker, 100, 700 - 14 * (int)i, 12, left[i]);
      pdf_maker_add_line (&maker, 320, 700 - 14 * (int)i, 12, right[i]);
    }
  assert_text (&maker,
               "A headline over both columns\n"
               "The left column has lines that are read before the lines of the column beside it, although both were "
               "put on the page row by row and the sentence goes on in the right column, where there are as many lines, "
               "until it ends with the last of them in the lower corner.\n");
}

static void
test_margins (void)
{
  static const char *const body[] = {
    "Each page has a paragraph of its own, which is long enough to",
    "be one, and which ends here.",
    NULL
  };
  PdfMaker maker = { 0 };
  g_autoptr (DoubletArticle) article = NULL;
  guint n_blocks;

  for (guint i = 0; i < 4; i++)
    {
      g_autofree char *head = g_strdup_printf ("The Daily Example, page %u", i + 1);
      g_autofree char *foot = g_strdup_printf ("- %u -", i + 7);
      g_autofree char *own = g_strdup_printf ("Paragraph %c.", 'A' + (int)i);

      pdf_maker_add_page (&maker);
      pdf_maker_add_line (&maker, 100, 770, 9, head);
      pdf_maker_add_line (&maker, 100, 700, 12, own);
      pdf_maker_add_lines (&maker, 100, 660, body);
      pdf_maker_add_line (&maker, 290, 30, 9, foot);
    }

  article = read_made (&maker);
  doublet_article_get_blocks (article, &n_blocks);
  g_assert_cmpuint (n_blocks, ==, 8);
  g_assert_null (strstr (doublet_article_get_text (article, NULL), "Daily"));
  g_assert_null (strstr (doublet_article_get_text (article, NULL), "- 8"));
  g_assert_nonnull (strstr (doublet_article_get_text (article, NULL), "Paragraph D."));
}

static void
test_kinds (void)
{
  static const char *const body[] = {
    "Below the headline stands a paragraph that is set in the size",
    "of most of the letters.",
    NULL
  };
  PdfMaker maker = { .info = "/Title (Microsoft Word - story.doc)", .catalogue = "/Lang (de-CH)" };
  g_autoptr (DoubletArticle) article = NULL;
  const DoubletBlock *blocks;
  guint               n_blocks;

  pdf_maker_add_page (&maker);
  pdf_maker_add_line (&maker, 100, 740, 24, "Headline");
  pdf_maker_add_line (&maker, 100, 710, 16, "Section");
  pdf_maker_add_lines (&maker, 100, 680, body);
  pdf_maker_add_line (&maker, 100, 640, 12, "\\225 The first point");
  pdf_maker_add_line (&maker, 100, 626, 12, "\\225 The second point");

  article = read_made (&maker);
  g_assert_cmpstr (doublet_article_get_text (article, NULL), ==,
                   "Headline\nSection\nBelow the headline stands a paragraph that is set in the size of most of the letters.\n"
                   "The first point\nThe second point\n");
  blocks = doublet_article_get_blocks (article, &n_blocks);
  g_assert_cmpuint (n_blocks, ==, 5);
  g_assert_cmpint (blocks[0].kind, ==, DOUBLET_BLOCK_HEADING);
  g_assert_cmpuint (blocks[0].level, ==, 1);
  g_assert_cmpint (blocks[1].kind, ==, DOUBLET_BLOCK_HEADING);
  g_assert_cmpuint (blocks[1].level, ==, 2);
  g_assert_cmpint (blocks[2].kind, ==, DOUBLET_BLOCK_PARAGRAPH);
  g_assert_cmpint (blocks[3].kind, ==, DOUBLET_BLOCK_LIST_ITEM);
  g_assert_cmpint (blocks[4].kind, ==, DOUBLET_BLOCK_LIST_ITEM);
  g_assert_cmpstr (doublet_article_get_title (article), ==, "Headline");
  g_assert_cmpstr (doublet_article_get_language (article), ==, "de-CH");
}

static void
test_title (void)
{
  PdfMaker maker = { .info = "/Title (The story of the bridge)" };
  g_autoptr (DoubletArticle) article = NULL;

  pdf_maker_add_page (&maker);
  pdf_maker_add_line (&maker, 100, 700, 12, "Text.");
  article = read_made (&maker);
  g_assert_cmpstr (doublet_article_get_title (article), ==, "The story of the bridge");
  g_assert_cmpstr (doublet_article_get_format (article), ==, "pdf");
  g_assert_null (doublet_article_get_incomplete (article));
}

#define PICTURE "q 300 0 0 300 100 100 cm BI /W 1 /H 1 /CS /G /BPC 8 ID x EI Q\n"

static void
test_pictures (void)
{
  PdfMaker maker = { 0 };
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (DoubletArticle) article = NULL;

  pdf_maker_add_page (&maker);
  g_string_append (maker.pages[0], PICTURE);
  bytes = pdf_maker_finish (&maker);
  g_assert_null (load (bytes, &error));
  g_assert_error (error, DOUBLET_LOAD_ERROR, DOUBLET_LOAD_ERROR_NO_TEXT);

  maker = (PdfMaker){ 0 };
  pdf_maker_add_page (&maker);
  pdf_maker_add_line (&maker, 100, 700, 12, "Text.");
  pdf_maker_add_page (&maker);
  g_string_append (maker.pages[1], PICTURE);
  article = read_made (&maker);
  g_assert_cmpstr (doublet_article_get_text (article, NULL), ==, "Text.\n");
  g_assert_nonnull (doublet_article_get_incomplete (article));
  g_assert_nonnull (strstr (doublet_article_get_incomplete (article), "2"));
}

static void
assert_error (GBytes *bytes,
              int     code)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (load (bytes, &error));
  g_assert_error (error, DOUBLET_LOAD_ERROR, code);
}

static void
test_errors (void)
{
  PdfMaker empty = { 0 };
  PdfMaker locked = {
    .trailer = "/ID [(0123456789abcdef) (0123456789abcdef)] /Encrypt << /Filter /Standard /V 1 /R 2 /P -4 "
               "/O (0123456789abcdef0123456789abcdef) /U (0123456789abcdef0123456789abcdef) >>"
  };
  g_autoptr (GBytes) nothing = g_bytes_new_static ("", 0);
  g_autoptr (GBytes) garbage = g_bytes_new_static ("%PDF-1.7 and so on", 18);
  g_autoptr (GBytes) blank = NULL;
  g_autoptr (GBytes) encrypted = NULL;

  pdf_maker_add_page (&empty);
  blank = pdf_maker_finish (&empty);
  pdf_maker_add_page (&locked);
  pdf_maker_add_line (&locked, 100, 700, 12, "Text.");
  encrypted = pdf_maker_finish (&locked);

  assert_error (nothing, DOUBLET_LOAD_ERROR_BROKEN);
  assert_error (garbage, DOUBLET_LOAD_ERROR_BROKEN);
  assert_error (blank, DOUBLET_LOAD_ERROR_EMPTY);
  assert_error (encrypted, DOUBLET_LOAD_ERROR_ENCRYPTED);
}

/* RC4, of which a cipher is its own inverse. */
static void
encipher (const guint8 *key,
          gsize         n_key,
          guint8       *bytes,
          gsize         n_bytes)
{
  guint8 state[256];
  guint8 a = 0;
  guint8 b = 0;

  for (guint i = 0; i < 256; i++)
    state[i] = (guint8)i;
  for (guint i = 0; i < 256; i++)
    {
      guint8 swapped = state[i];

      b = (guint8)(b + swapped + key[i % n_key]);
      state[i] = state[b];
      state[b] = swapped;
    }
  b = 0;
  for (gsize i = 0; i < n_bytes; i++)
    {
      guint8 swapped = state[++a];

      b = (guint8)(b + swapped);
      state[a] = state[b];
      state[b] = swapped;
      bytes[i] ^= state[(guint8)(state[a] + swapped)];
    }
}

static void
hash (const guint8 *bytes,
      gsize         n_bytes,
      guint8        digest[16])
{
  g_autoptr (GChecksum) checksum = g_checksum_new (G_CHECKSUM_MD5);
  gsize n_digest = 16;

  g_checksum_update (checksum, bytes, (gssize)n_bytes);
  g_checksum_get_digest (checksum, digest, &n_digest);
}

/* Locked against changes only, by a password that nobody needs for reading: the standard
 * security handler's revision 2 (ISO 32000-1, 7.6.3.3) with an empty password. */
static void
test_owner_password (void)
{
  static const guint8 padding[] = {
    0x28, 0xbf, 0x4e, 0x5e, 0x4e, 0x75, 0x8a, 0x41, 0x64, 0x00, 0x4e, 0x56, 0xff, 0xfa, 0x01, 0x08,
    0x2e, 0x2e, 0x00, 0xb6, 0xd0, 0x68, 0x3e, 0x80, 0x2f, 0x0c, 0xa9, 0xfe, 0x64, 0x53, 0x69, 0x7a
  };
  static const char owner[] = "0123456789abcdef0123456789abcdef";
  static const char id[] = "0123456789abcdef";
  g_autoptr (GByteArray) seed = g_byte_array_new ();
  g_autoptr (GString) trailer = g_string_new (NULL);
  guint8   key[16];
  guint8   stream_key[16];
  guint8   user[sizeof padding];
  guint8   of_object[10] = { 0 };
  PdfMaker maker = { 0 };

  g_byte_array_append (seed, padding, sizeof padding);
  g_byte_array_append (seed, (const guint8 *)owner, 32);
  g_byte_array_append (seed, (const guint8 *)"\xfc\xff\xff\xff", 4);
  g_byte_array_append (seed, (const guint8 *)id, 16);
  hash (seed->data, seed->len, key);
  memcpy (user, padding, sizeof padding);
  encipher (key, 5, user, sizeof user);

  /* What is drawn on the first page is object 6. */
  memcpy (of_object, key, 5);
  of_object[5] = 6;
  hash (of_object, sizeof of_object, stream_key);
  pdf_maker_add_page (&maker);
  pdf_maker_add_line (&maker, 100, 700, 12, "Text.");
  encipher (stream_key, 10, (guint8 *)maker.pages[0]->str, maker.pages[0]->len);

  g_string_append_printf (trailer, "/ID [(%s) (%s)] /Encrypt << /Filter /Standard /V 1 /R 2 /P -4 /O (%s) /U <", id, id, owner);
  for (guint i = 0; i < sizeof user; i++)
    g_string_append_printf (trailer, "%02x", user[i]);
  g_string_append (trailer, "> >>");
  maker.trailer = trailer->str;
  assert_text (&maker, "Text.\n");
}

static void
test_truncated (void)
{
  PdfMaker maker = { 0 };
  g_autoptr (GBytes) bytes = NULL;
  const char *data;
  gsize       n_bytes;

  pdf_maker_add_page (&maker);
  pdf_maker_add_line (&maker, 100, 700, 12, "A line of text.");
  pdf_maker_add_page (&maker);
  pdf_maker_add_line (&maker, 100, 700, 12, "Another one.");
  bytes = pdf_maker_finish (&maker);
  data = g_bytes_get_data (bytes, &n_bytes);

  for (gsize n = 0; n < n_bytes; n += 3)
    {
      g_autoptr (GBytes) beginning = g_bytes_new (data, n);
      g_autoptr (GError) error = NULL;
      g_autoptr (DoubletArticle) article = load (beginning, &error);

      g_assert_true ((article != NULL) != (error != NULL));
      if (error != NULL)
        g_assert_true (error->domain == DOUBLET_LOAD_ERROR);
    }
}

static void
test_cancelled (void)
{
  PdfMaker maker = { 0 };
  int      stop = FALSE;
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GError) error = NULL;
  DoubletProgress progress = { STOP_FLAG (&stop) };

  pdf_maker_add_page (&maker);
  pdf_maker_add_line (&maker, 100, 700, 12, "Text.");
  bytes = pdf_maker_finish (&maker);
  stop = TRUE;
  g_assert_null (doublet_pdf_reader_load (bytes, "x", NULL, NULL, &progress, &error));
  g_assert_error (error, DOUBLET_LOAD_ERROR, DOUBLET_LOAD_ERROR_CANCELLED);
}

/* Right and left pages have heads of their own, each of which comes twice only. */
static void
test_short_margins (void)
{
  static const char *const body[] = { "The first page has this.", "The second another.", "On the third are words.", "The last ends it." };
  PdfMaker                 maker = { 0 };

  for (guint i = 0; i < 4; i++)
    {
      pdf_maker_add_page (&maker);
      pdf_maker_add_line (&maker, i % 2 == 0 ? 300 : 100, 770, 9, i % 2 == 0 ? "Towns and rivers" : "The Daily Example");
      pdf_maker_add_line (&maker, 100, 700, 12, body[i]);
    }
  assert_text (&maker, "The first page has this.\nThe second another.\nOn the third are words.\nThe last ends it.\n");
}

/* The document says how a word is written. */
static void
test_hard_hyphens (void)
{
  static const char *const lines[] = {
    "A well-known author, who has confirmed it, says that a well-",
    "known road, which people have used since long ago, as he con-",
    "firmed in a letter to us, leads through all the pre- and the post-",
    "and interwar years of the district, that is to say from 1919\\226",
    "1939.",
    NULL
  };
  PdfMaker maker = { 0 };

  pdf_maker_add_page (&maker);
  pdf_maker_add_lines (&maker, 100, 700, lines);
  assert_text (&maker,
               "A well-known author, who has confirmed it, says that a well-known road, which people have used since long "
               "ago, as he con\u00adfirmed in a letter to us, leads through all the pre- and the post- and interwar years "
               "of the district, that is to say from 1919–1939.\n");
}

/* A line with something small and high in it. */
static void
add_raised (PdfMaker   *maker,
            int         y,
            const char *before,
            const char *raised,
            const char *behind)
{
  g_string_append_printf (maker->pages[maker->n_pages - 1],
                          "BT /F1 12 Tf 100 %d Td (%s) Tj /F1 7 Tf 4 Ts (%s) Tj /F1 12 Tf 0 Ts (%s) Tj ET\n",
                          y, before, raised, behind);
}

static void
test_notes (void)
{
  static const char *const note[] = { "Of the year before, as the council said in a", "letter.", NULL };
  PdfMaker                 maker = { 0 };

  pdf_maker_add_page (&maker);
  pdf_maker_add_line (&maker, 100, 700, 12, "The sentence of this page goes");
  add_raised (&maker, 686, "on, as the report", "1", " has it, right");
  g_string_append (maker.pages[0], "BT /F1 6 Tf 100 104 Td (1) Tj /F1 9 Tf 4 -4 Td (");
  g_string_append_printf (maker.pages[0], "%s) Tj 0 -11 Td (%s) Tj ET\n", note[0], note[1]);
  pdf_maker_add_page (&maker);
  pdf_maker_add_line (&maker, 100, 700, 12, "over to the next page, where it");
  add_raised (&maker, 686, "ends with E = mc", "2", ".");
  assert_text (&maker,
               "The sentence of this page goes on, as the report has it, right over to the next page, where it ends with "
               "E = mc2.\n"
               "Of the year before, as the council said in a letter.\n");
}

static void
test_tables (void)
{
  static const char *const cells[4][3] = {
    { "Town", "People", "River" },
    { "Springfield", "30,720", "Blue" },
    { "Shelbyville", "1,204", "White" },
    { "Ogdenville", "980", "Red" },
  };
  PdfMaker maker = { 0 };
  g_autoptr (DoubletArticle) article = NULL;
  g_autofree char *found = NULL;

  pdf_maker_add_page (&maker);
  pdf_maker_add_line (&maker, 100, 740, 12, "A paragraph stands above the table of three towns and rivers.");
  for (guint c = 0; c < 3; c++)
    for (guint r = 0; r < 4; r++)
      pdf_maker_add_line (&maker, 100 + 120 * (int)c, 700 - 20 * (int)r, 12, cells[r][c]);
  article = read_made (&maker);
  found = article_text_describe (article);
  g_assert_cmpstr (found, ==,
                   "p A paragraph stands above the table of three towns and rivers.\n"
                   "t Town\nt People\nt River\nt Springfield\nt 30,720\nt Blue\nt Shelbyville\nt 1,204\nt White\n"
                   "t Ogdenville\nt 980\nt Red\n");
}

static void
test_numbered_list (void)
{
  static const char *const items[] = { "The first item of this list", "The second item of it", "The third one", NULL };
  PdfMaker                 maker = { 0 };
  g_autoptr (DoubletArticle) article = NULL;
  g_autofree char *found = NULL;

  pdf_maker_add_page (&maker);
  for (int i = 0; items[i] != NULL; i++)
    {
      g_autofree char *number = g_strdup_printf ("%d.", i + 1);

      pdf_maker_add_line (&maker, 100, 700 - 14 * i, 12, number);
      pdf_maker_add_line (&maker, 124, 700 - 14 * i, 12, items[i]);
    }
  pdf_maker_add_line (&maker, 100, 620, 12, "12. May was the day on which it began.");
  article = read_made (&maker);
  found = article_text_describe (article);
  g_assert_cmpstr (found, ==,
                   "l1 The first item of this list\nl1 The second item of it\nl1 The third one\n"
                   "p 12. May was the day on which it began.\n");
}

/* Up the edge of the page, and text that is there for searching only. */
static void
test_directions (void)
{
  PdfMaker maker = { 0 };

  pdf_maker_add_page (&maker);
  g_string_append (maker.pages[0], "BT /F1 8 Tf 0 1 -1 0 40 300 Tm (Picture by the author) Tj ET\n");
  pdf_maker_add_line (&maker, 100, 700, 12, "The first line of the page.");
  g_string_append (maker.pages[0], "3 Tr\n");
  pdf_maker_add_line (&maker, 100, 300, 12, "A line below that nobody sees.");
  assert_text (&maker, "The first line of the page.\nA line below that nobody sees.\nPicture by the author\n");
}

/* Nothing of this runs or is fetched; the text is all that counts. */
static void
test_actions (void)
{
  static const char *const actions[] = {
    "/OpenAction << /S /JavaScript /JS (app.alert\\(1\\); while\\(true\\);) >>",
    "/OpenAction << /S /Launch /F (/bin/false) >>",
    "/OpenAction << /S /URI /URI (http://example.invalid/) >>",
    "/AA << /WC << /S /SubmitForm /F (http://example.invalid/) >> >>",
    "/Names << /EmbeddedFiles << /Names [ (x) << /Type /Filespec /F (/etc/hostname) >> ] >> >>",
  };

  for (guint i = 0; i < G_N_ELEMENTS (actions); i++)
    {
      PdfMaker maker = { .catalogue = actions[i] };

      pdf_maker_add_page (&maker);
      pdf_maker_add_line (&maker, 100, 700, 12, "Text.");
      assert_text (&maker, "Text.\n");
    }
}

/* As many pieces as a page of a map has, without any order. */
static void
test_crowded (void)
{
  PdfMaker maker = { 0 };
  g_autoptr (GRand) random = g_rand_new_with_seed (4711);
  g_autoptr (GBytes) bytes = NULL;

  for (guint k = 0; k < 2; k++)
    {
      pdf_maker_add_page (&maker);
      for (guint i = 0; i < (k == 0 ? 400 : 4000); i++)
        pdf_maker_add_line (&maker, g_rand_int_range (random, 0, 600), g_rand_int_range (random, 0, 800),
                            g_rand_int_range (random, 1, 20), "ab c");
    }
  bytes = pdf_maker_finish (&maker);
  article_text_assert_sound (doublet_pdf_reader_load, bytes);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/pdf/paragraphs", test_paragraphs);
  g_test_add_func ("/pdf/hyphens", test_hyphens);
  g_test_add_func ("/pdf/columns", test_columns);
  g_test_add_func ("/pdf/margins", test_margins);
  g_test_add_func ("/pdf/short-margins", test_short_margins);
  g_test_add_func ("/pdf/hard-hyphens", test_hard_hyphens);
  g_test_add_func ("/pdf/notes", test_notes);
  g_test_add_func ("/pdf/tables", test_tables);
  g_test_add_func ("/pdf/numbered-list", test_numbered_list);
  g_test_add_func ("/pdf/directions", test_directions);
  g_test_add_func ("/pdf/actions", test_actions);
  g_test_add_func ("/pdf/crowded", test_crowded);
  g_test_add_func ("/pdf/kinds", test_kinds);
  g_test_add_func ("/pdf/title", test_title);
  g_test_add_func ("/pdf/pictures", test_pictures);
  g_test_add_func ("/pdf/errors", test_errors);
  g_test_add_func ("/pdf/owner-password", test_owner_password);
  g_test_add_func ("/pdf/truncated", test_truncated);
  g_test_add_func ("/pdf/cancelled", test_cancelled);

  return g_test_run ();
}
