/* test-zip-archive.c
 *
 * SPDX-FileCopyrightText: 2026 The Doublet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "zip-archive.h"

#include "article-text.h"
#include "docx-reader.h"
#include "load-error.h"
#include "stop-flag.h"
#include "zip-maker.h"

#include <gio/gio.h>

#include <string.h>

#define MAX_ENTRIES 20000

static void
test_names (void)
{
  static const ZipMember members[] = {
    { "a.xml", "first" },
    { "../../evil", "evil" },
    { "/abs", "absolute" },
    { "été.xml", "summer" },
    { "a.xml", "second" },
    { NULL },
  };
  g_autoptr (GBytes) bytes = zip_maker_pack (members);
  g_autoptr (DoubletZipArchive) archive = doublet_zip_archive_new (bytes, NULL, NULL);

  g_assert_true (doublet_zip_archive_has (archive, "été.xml"));
  g_assert_false (doublet_zip_archive_has (archive, "evil"));
  g_assert_true (doublet_zip_archive_read_one (archive, "a.xml", NULL, NULL));
  g_assert_true (doublet_zip_archive_read_one (archive, "nothing", NULL, NULL));
  g_assert_cmpmem (g_bytes_get_data (doublet_zip_archive_get (archive, "a.xml"), NULL), 5, "first", 5);
  g_assert_null (doublet_zip_archive_get (archive, "nothing"));
  g_assert_null (doublet_zip_archive_get (archive, "été.xml"));
}

static void
test_resolve (void)
{
  static const struct
  {
    const char *base;
    const char *target;
    const char *name;
  } cases[] = {
    { "word/document.xml", "styles.xml", "word/styles.xml" },
    { "word/document.xml", "/styles.xml", "styles.xml" },
    { "word/document.xml", "../x/./y//z", "x/y/z" },
    { "word/document.xml", "../../../../etc/passwd", "etc/passwd" },
    { "", "a/b", "a/b" },
    { "a/b", "", "a" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *name = doublet_zip_archive_resolve (cases[i].base, cases[i].target);

      g_assert_cmpstr (name, ==, cases[i].name);
    }
}

static void
test_no_archive (void)
{
  static const char *const inputs[] = { "", "P", "PK", "PK\3\4", "PK\5\6", "no archive at all" };

  for (guint i = 0; i < G_N_ELEMENTS (inputs); i++)
    {
      g_autoptr (GBytes) bytes = g_bytes_new_static (inputs[i], strlen (inputs[i]));
      g_autoptr (GError) error = NULL;

      g_assert_null (doublet_zip_archive_new (bytes, NULL, &error));
      g_assert_error (error, DOUBLET_LOAD_ERROR, DOUBLET_LOAD_ERROR_BROKEN);
    }
}

static void
test_too_many (void)
{
  ZipMember *members = g_new0 (ZipMember, MAX_ENTRIES + 2);
  g_autoptr (GStringChunk) names = g_string_chunk_new (1 << 16);
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i <= MAX_ENTRIES; i++)
    {
      g_autofree char *name = g_strdup_printf ("%u", i);

      members[i] = (ZipMember){ g_string_chunk_insert (names, name), "" };
    }
  bytes = zip_maker_pack (members);
  g_free (members);
  g_assert_null (doublet_zip_archive_new (bytes, NULL, &error));
  g_assert_error (error, DOUBLET_LOAD_ERROR, DOUBLET_LOAD_ERROR_TOO_BIG);
}

static void
test_bomb (void)
{
  gsize            n_bytes = (gsize)64 * 1024 * 1024;
  g_autofree char *blanks = g_malloc (n_bytes + 1);
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (DoubletZipArchive) archive = NULL;
  g_autoptr (GError) error = NULL;

  memset (blanks, ' ', n_bytes);
  blanks[n_bytes] = '\0';
  bytes = zip_maker_pack ((const ZipMember[]){ { "bomb", blanks }, { NULL } });
  archive = doublet_zip_archive_new (bytes, NULL, NULL);
  g_assert_false (doublet_zip_archive_read_one (archive, "bomb", NULL, &error));
  g_assert_error (error, DOUBLET_LOAD_ERROR, DOUBLET_LOAD_ERROR_TOO_BIG);
}

/* What an entry says of its own size is a lie, in every place where it is said. */
static void
test_lying_sizes (void)
{
  g_autoptr (GBytes) honest = zip_maker_pack_docx ("<w:p><w:r><w:t>A text of some length, which is there in any case.</w:t></w:r></w:p>");
  gsize         n_bytes;
  const guint8 *data = g_bytes_get_data (honest, &n_bytes);

  for (gsize i = 0; i + 30 < n_bytes; i++)
    {
      gboolean is_local = memcmp (data + i, "PK\3\4", 4) == 0;
      guint8  *copy;
      g_autoptr (GBytes) lying = NULL;

      if (!is_local && memcmp (data + i, "PK\1\2", 4) != 0)
        continue;
      copy = g_memdup2 (data, n_bytes);
      memset (copy + i + (is_local ? 18 : 20), i % 2 == 0 ? 0xff : 1, 8);
      lying = g_bytes_new_take (copy, n_bytes);
      article_text_assert_sound (doublet_docx_reader_load, lying);
    }
}

/* The same document in every kind of archive, and in each of them byte by byte wrong:
 * checksums are looked at. */
static void
test_kinds (void)
{
  static const char body[] = "<w:p><w:r><w:t>A text of some length, which is there in any case.</w:t></w:r></w:p>";

  for (guint kind = 0; kind < 3; kind++)
    {
      g_autoptr (GBytes) bytes = NULL;
      g_autoptr (DoubletArticle) article = NULL;
      g_autofree char *text = NULL;

      zip_maker_set_stored (kind == 1);
      zip_maker_set_large (kind == 2);
      bytes = zip_maker_pack_docx (body);
      zip_maker_set_stored (FALSE);
      zip_maker_set_large (FALSE);

      article = article_text_load (doublet_docx_reader_load, bytes, DOUBLET_TRACKED_ACCEPTED);
      text = article_text_describe (article);
      g_assert_cmpstr (text, ==, "p A text of some length, which is there in any case.\n");
      article_text_assert_changes (doublet_docx_reader_load, bytes);
      if (kind == 2)
        article_text_assert_cuts (doublet_docx_reader_load, bytes);
    }
}

/* Sizes and checksum stand behind the data, and there is no directory to tell them
 * sooner. */
static void
test_without_directory (void)
{
  g_autoptr (GBytes) bytes = zip_maker_pack_docx ("<w:p><w:r><w:t>Text.</w:t></w:r></w:p>");
  gsize         n_bytes;
  const guint8 *data = g_bytes_get_data (bytes, &n_bytes);
  gsize         end = n_bytes;

  for (gsize i = 0; i + 4 < n_bytes && end == n_bytes; i++)
    if (memcmp (data + i, "PK\1\2", 4) == 0)
      end = i;
  g_assert_cmpuint (end, <, n_bytes);
  for (gsize n = end; n < n_bytes; n++)
    {
      g_autoptr (GBytes) beginning = g_bytes_new_from_bytes (bytes, 0, n);
      g_autoptr (GError) error = NULL;
      g_autoptr (DoubletArticle) article = doublet_docx_reader_load (beginning, "article", NULL, NULL, NULL, &error);
      g_autofree char *text = NULL;

      g_assert_no_error (error);
      text = article_text_describe (article);
      g_assert_cmpstr (text, ==, "p Text.\n");
    }
}

/* Each entry within its limits, all of them not. */
static void
test_many_bombs (void)
{
  enum
  {
    N_PARTS = 12,
    MB_EACH = 24,
  };
  gsize            n_bytes = (gsize)MB_EACH * 1024 * 1024;
  g_autofree char *noise = g_malloc (n_bytes + 1);
  g_autoptr (GRand) rand = g_rand_new_with_seed (5);
  ZipMember members[N_PARTS + 1] = { 0 };
  char      names[N_PARTS][3];
  g_autoptr (GPtrArray) wanted = g_ptr_array_new ();
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (DoubletZipArchive) archive = NULL;
  g_autoptr (GError) error = NULL;

  /* Packs to a hundredth, as mark-up does. */
  for (gsize i = 0; i < n_bytes; i++)
    noise[i] = i % 256 == 0 ? (char)g_rand_int_range (rand, 'a', 'z') : ' ';
  noise[n_bytes] = '\0';
  for (guint i = 0; i < N_PARTS; i++)
    {
      g_snprintf (names[i], sizeof names[i], "%c", (char)('a' + i));
      members[i] = (ZipMember){ names[i], noise, n_bytes };
      g_ptr_array_add (wanted, names[i]);
    }
  bytes = zip_maker_pack (members);
  archive = doublet_zip_archive_new (bytes, NULL, NULL);
  g_assert_true (doublet_zip_archive_read_one (archive, "a", NULL, &error));
  g_assert_false (doublet_zip_archive_read (archive, wanted, NULL, &error));
  g_assert_error (error, DOUBLET_LOAD_ERROR, DOUBLET_LOAD_ERROR_TOO_BIG);
  g_assert_nonnull (strstr (error->message, "256"));
}

static void
test_cancelled (void)
{
  g_autoptr (GBytes) bytes = zip_maker_pack_docx ("<w:p><w:r><w:t>Text.</w:t></w:r></w:p>");
  int             stop = FALSE;
  DoubletProgress progress = { STOP_FLAG (&stop) };
  g_autoptr (GError) error = NULL;

  stop = TRUE;
  g_assert_null (doublet_docx_reader_load (bytes, "article", NULL, NULL, &progress, &error));
  g_assert_error (error, DOUBLET_LOAD_ERROR, DOUBLET_LOAD_ERROR_CANCELLED);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/zip-archive/names", test_names);
  g_test_add_func ("/zip-archive/resolve", test_resolve);
  g_test_add_func ("/zip-archive/no archive", test_no_archive);
  g_test_add_func ("/zip-archive/too many", test_too_many);
  g_test_add_func ("/zip-archive/bomb", test_bomb);
  g_test_add_func ("/zip-archive/lying sizes", test_lying_sizes);
  g_test_add_func ("/zip-archive/many bombs", test_many_bombs);
  g_test_add_func ("/zip-archive/kinds", test_kinds);
  g_test_add_func ("/zip-archive/without directory", test_without_directory);
  g_test_add_func ("/zip-archive/cancelled", test_cancelled);
  return g_test_run ();
}
