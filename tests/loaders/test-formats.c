/* test-formats.c
 *
 * SPDX-FileCopyrightText: 2026 The Doublet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "formats.h"

#include "loader.h"
#include "signatures.h"

#include <string.h>

#define CASE(name, bytes, format)         \
  {                                       \
    name, bytes, sizeof bytes - 1, format \
  }

static const struct
{
  const char *name;
  const char *bytes;
  gsize       n_bytes;
  const char *format;
} cases[] = {
  CASE ("a.txt", "Plain.", "text"),
  CASE ("a.md", "# Heading\n\nText.", "markdown"),
  CASE ("a.MARKDOWN", "Text.", "markdown"),
  CASE ("a.mht", "From: <Saved by a browser>", "mhtml"),
  CASE ("README", "No ending.", "text"),
  CASE ("", "No name.", "text"),
  CASE (".", ".", "text"),
  CASE ("a.unknown", "Text.", "text"),
  CASE ("a.csv", "a,b\n", "text"),
  CASE ("a.docx", "This is text with a wrong ending.", "text"),
  CASE ("a.rtf", "This, too.", "text"),
  CASE ("a.pdf", "And this.", "text"),
  CASE ("a.txt", "BMW and MZ built motorcycles; GIF is a format, PK a district.", "text"),
  CASE ("a.txt", "<p> is a mark of HTML.", "text"),
  CASE ("a.txt", "%PDF- begins every file of that kind. We explain why.", "text"),
  CASE ("a.txt", "{ \"json\": 1 }", "text"),
  CASE ("a.txt", "II* and MM are marks.", "text"),
  CASE ("a.html", "<p>A piece of a page.", "html"),
  CASE ("A.HTM", "A piece of a page.", "html"),
  CASE ("a.txt", "<!DOCTYPE html><title>x</title>", "html"),
  CASE ("a.txt", "\xef\xbb\xbf \n<!doctype HTML>", "html"),
  CASE ("a.txt", "\xff\xfe<\0!\0D\0O\0C\0T\0Y\0P\0E\0 \0h\0t\0m\0l\0>\0", "html"),
  CASE ("a.txt", "<html lang=\"en\">", "html"),
  CASE ("a.txt", "<!-- saved --> <html>", "html"),
  CASE ("a.xml", "<?xml version=\"1.0\"?><!DOCTYPE html><html>", "html"),
  CASE ("a.xml", "<?xml version=\"1.0\"?><article/>", "xml"),
  CASE ("a.fodt", "<?xml version=\"1.0\"?><office:document office:mimetype=\"application/vnd.oasis.opendocument.text\">", "odt"),
  CASE ("a.xml", "<?xml version=\"1.0\"?><office:document office:mimetype=\"application/vnd.oasis.opendocument.graphics\">", "office"),
  CASE ("a.xml", "<TEI><p>No declaration.</p></TEI>", "xml"),
  CASE ("a.svg", "<svg xmlns=\"http://www.w3.org/2000/svg\"/>", "image"),
  CASE ("a.txt", "{\\rtf1\\ansi Hello}", "rtf"),
  CASE ("a.txt", "%PDF-1.7\n%\xe2\xe3\xcf\xd3\n", "pdf"),
  CASE ("a.txt", "junk\n%PDF-1.4\n ... %%EOF\n", "pdf"),
  CASE ("a.txt", "%!PS-Adobe-3.0", "postscript"),
  CASE ("a.wpd", "\xffWPC\x10\0\0\0", "wordprocessor"),
  CASE ("a.wri", "\x31\xbe\0\0\0\xab\0\0", "wordprocessor"),
  CASE ("a.abw", "<?xml version=\"1.0\"?>\n<abiword>", "wordprocessor"),
  CASE ("a.txt", "A book                          .........................\0\0\0BOOKMOBI", "kindle"),
  CASE ("a.txt", "AT&TFORM\0\0", "djvu"),
  CASE ("a.svg", "<?xml version=\"1.0\"?>\n<!-- x --><svg>", "image"),
  CASE ("a.docx", "Just words.", "text"),
  CASE ("a.doc", "<html><p>x</p></html>", "html"),
  CASE ("a.doc", "{\\rtf1 x}", "rtf"),
  CASE ("a.xml", "<!DOCTYPE html><p>x", "html"),
  CASE ("a.csv", "a,b\n1,2\n", "text"),
  CASE ("a.json", "{\"a\": 1}", "text"),
  CASE ("a.eml", "From: a\nSubject: b\n\nText\n", "text"),
  CASE ("a.doc", "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1\0\0\0", "ole"),
  CASE ("a.txt", "\x89PNG\r\n\x1a\n\0\0\0\rIHDR", "image"),
  CASE ("a.txt", "\xff\xd8\xff\xe0\0\x10JFIF", "image"),
  CASE ("a.txt", "GIF89a\1\0\1\0", "image"),
  CASE ("a.txt", "RIFF\x24\0\0\0WEBPVP8 ", "image"),
  CASE ("a.txt", "RIFF\x24\0\0\0WAVEfmt ", "media"),
  CASE ("a.txt", "\0\0\0\x18"
                 "ftypmp42",
        "media"),
  CASE ("a.txt", "\0\0\0\x18"
                 "ftypheic",
        "image"),
  CASE ("a.txt", "ID3\3\0\0", "media"),
  CASE ("a.txt", "PK\3\4\x14\0\0\0\0\0....mimetypeapplication/epub+zip", "epub"),
  CASE ("a.txt", "PK\3\4\x14\0\0\0\0\0....mimetypeapplication/vnd.oasis.opendocument.textPK", "odt"),
  CASE ("a.txt", "PK\3\4\x14\0\0\0\0\0....mimetypeapplication/vnd.oasis.opendocument.spreadsheet", "office"),
  CASE ("a.txt", "PK\3\4\x14\0\0\0\0\0....[Content_Types].xml....word/document.xml", "docx"),
  CASE ("a.txt", "PK\3\4\x14\0\0\0\0\0....xl/workbook.xml", "office"),
  CASE ("a.pages", "PK\3\4\x14\0\0\0\0\0....Index/Document.iwa", "iwork"),
  CASE ("a.txt", "PK\3\4\x14\0\0\0\0\0....photos/1.jpg", "archive"),
  CASE ("a.txt", "PK\5\6\0\0", "archive"),
  CASE ("a.txt", "PK\3\4", "archive"),
  CASE ("a.txt", "\x1f\x8b\x08\0", "archive"),
  CASE ("a.txt", "7z\xbc\xaf\x27\x1c", "archive"),
  CASE ("a.txt", "\x7f"
                 "ELF\2\1\1",
        "program"),
  CASE ("a.db", "SQLite format 3\0", "database"),
};

static void
test_detect (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const DoubletFormat *format = doublet_formats_detect ((const guint8 *)cases[i].bytes, cases[i].n_bytes, cases[i].name);

      g_test_message ("case %u: %s, %s", i, cases[i].name, cases[i].format);
      g_assert_nonnull (format);
      g_assert_cmpstr (format->id, ==, cases[i].format);
    }
}

static void
test_table (void)
{
  guint                n_formats;
  const DoubletFormat *formats = doublet_formats_get_all (&n_formats);

  g_assert_cmpstr (formats[0].id, ==, "text");

  for (guint i = 0; i < n_formats; i++)
    {
      const DoubletFormat *format = &formats[i];

      g_test_message ("%s", format->id);
      g_assert_true (doublet_formats_find (format->id) == format);
      g_assert_cmpuint (strlen (doublet_format_get_name (format)), >, 0);
      g_assert_nonnull (format->mime_types[0]);
      g_assert_nonnull (format->endings[0]);
      g_assert_cmpint ((format->load != NULL) + (format->helper != NULL) + (format->refusal != NULL), ==, 1);
      g_assert_cmpint (doublet_format_is_readable (format), ==, format->refusal == NULL);
      if (format->refusal != NULL)
        g_assert_true (g_str_has_suffix (doublet_format_get_refusal (format), "."));

      /* No ending stands twice. */
      for (const char *const *ending = format->endings; *ending != NULL; ending++)
        {
          g_autofree char *name = g_strconcat ("an article", *ending, NULL);
          g_autofree char *shouted = g_ascii_strup (name, -1);

          g_assert_true (doublet_formats_find_by_ending (name) == format);
          g_assert_true (doublet_formats_find_by_ending (shouted) == format);
        }
    }

  g_assert_null (doublet_formats_find ("no such format"));
  g_assert_null (doublet_formats_find_by_ending ("no ending"));
  g_assert_null (doublet_formats_find_by_ending ("a."));
  g_assert_null (doublet_formats_find_by_ending (""));
}

/* The loader answers with the sentence of the table. */
static void
test_refused (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const DoubletFormat *format = doublet_formats_find (cases[i].format);
      g_autoptr (GBytes) bytes = g_bytes_new_static (cases[i].bytes, cases[i].n_bytes);
      g_autoptr (DoubletArticle) article = NULL;
      g_autoptr (GError) error = NULL;

      g_test_message ("case %u: %s, %s", i, cases[i].name, cases[i].format);
      article = doublet_loader_load_bytes (bytes, cases[i].name, NULL, NULL, NULL, &error);
      if (format->helper != NULL)
        {
          g_assert_error (error, DOUBLET_LOAD_ERROR, DOUBLET_LOAD_ERROR_NO_HELPER);
        }
      else if (doublet_format_is_readable (format))
        {
          g_assert_no_error (error);
          g_assert_nonnull (article);
        }
      else
        {
          g_assert_error (error, DOUBLET_LOAD_ERROR, DOUBLET_LOAD_ERROR_UNSUPPORTED);
          g_assert_cmpstr (error->message, ==, doublet_format_get_refusal (format));
        }
    }
}

static void
test_encrypted (void)
{
  static const char document[] =
    "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1........E\0n\0c\0r\0y\0p\0t\0e\0d\0P\0a\0c\0k\0a\0g\0e\0";
  g_autoptr (GBytes) bytes = g_bytes_new_static (document, sizeof document);
  g_autoptr (GError) error = NULL;

  g_assert_null (doublet_loader_load_bytes (bytes, "a.docx", NULL, NULL, NULL, &error));
  g_assert_error (error, DOUBLET_LOAD_ERROR, DOUBLET_LOAD_ERROR_ENCRYPTED);
}

/* The desktop entry offers the program for what it reads, and for nothing else. */
static void
test_desktop_entry (void)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "..", "data", APP_ID ".desktop.in", NULL);
  g_autofree char *entry = NULL;
  g_autoptr (GString) expected = g_string_new ("\nMimeType=");
  guint                n_formats;
  const DoubletFormat *formats = doublet_formats_get_all (&n_formats);

  for (guint i = 0; i < n_formats; i++)
    for (const char *const *type = formats[i].mime_types; *type != NULL && doublet_format_is_readable (&formats[i]); type++)
      g_string_append_printf (expected, "%s;", *type);
  g_string_append_c (expected, '\n');

  g_assert_true (g_file_get_contents (path, &entry, NULL, NULL));
  g_assert_nonnull (strstr (entry, expected->str));
}

static DoubletArticle *
help (const char               *format,
      GBytes                   *bytes,
      const char               *name,
      const char               *source,
      const DoubletLoadOptions *options,
      const DoubletProgress    *progress,
      GError                  **error)
{
  DoubletArticleFields fields = { .name = g_strdup (name), .format = doublet_formats_find (format)->id };

  g_assert_cmpstr (options->charset, ==, "UTF-8");
  return doublet_article_new (&fields);
}

/* What is not plain text goes to the helper, and plain text does not. */
static void
test_helper (void)
{
  const DoubletLoadOptions options = { .charset = "UTF-8", .helper = help };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const DoubletFormat *format = doublet_formats_find (cases[i].format);
      g_autoptr (GBytes) bytes = g_bytes_new_static (cases[i].bytes, cases[i].n_bytes);
      g_autoptr (DoubletArticle) article = doublet_loader_load_bytes (bytes, cases[i].name, NULL, &options, NULL, NULL);
      gsize n_bytes = 0;

      g_assert_cmpint (article != NULL, ==, doublet_format_is_readable (format));
      if (article == NULL)
        continue;
      g_assert_cmpstr (doublet_article_get_format (article), ==, cases[i].format);
      doublet_article_get_text (article, &n_bytes);
      g_assert_cmpint (n_bytes == 0, ==, format->helper != NULL);
    }
}

/* Every signature cut short at every length, and random heads: a format or none. */
static void
test_cut (void)
{
  GRand *rand = g_rand_new_with_seed (6);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    for (gsize n = 0; n <= cases[i].n_bytes; n++)
      {
        /* On the heap at its exact size, so that a sanitizer sees a look beyond. */
        g_autofree guint8 *bytes = g_memdup2 (cases[i].bytes, n);

        if (n > 0)
          g_assert_nonnull (doublet_formats_detect (bytes, n, cases[i].name));
      }

  for (guint i = 0; i < 20000; i++)
    {
      gsize              n = g_rand_int_range (rand, 1, 100);
      g_autofree guint8 *bytes = g_malloc (n);

      for (gsize j = 0; j < n; j++)
        bytes[j] = g_rand_int_range (rand, 0, 256);
      if (n > 64 && i % 2 == 0)
        memcpy (bytes, "MZ", 2);
      g_assert_nonnull (doublet_formats_detect (bytes, n, "a"));
    }

  g_rand_free (rand);
}

static void
test_program (void)
{
  guint8 bytes[256] = "MZ";

  /* The second header within, at the very end, beyond the end, and none. */
  bytes[0x3c] = 0x80;
  g_assert_null (doublet_signatures_find (bytes, sizeof bytes));
  memcpy (bytes + 0x80, "PE\0\0", 4);
  g_assert_cmpstr (doublet_signatures_find (bytes, sizeof bytes), ==, "program");
  g_assert_cmpstr (doublet_signatures_find (bytes, 0x84), ==, "program");
  g_assert_null (doublet_signatures_find (bytes, 0x83));
  memset (bytes + 0x3c, 0xff, 4);
  g_assert_null (doublet_signatures_find (bytes, sizeof bytes));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/formats/detect", test_detect);
  g_test_add_func ("/formats/table", test_table);
  g_test_add_func ("/formats/refused", test_refused);
  g_test_add_func ("/formats/desktop-entry", test_desktop_entry);
  g_test_add_func ("/formats/helper", test_helper);
  g_test_add_func ("/formats/encrypted", test_encrypted);
  g_test_add_func ("/formats/cut", test_cut);
  g_test_add_func ("/formats/program", test_program);

  return g_test_run ();
}
