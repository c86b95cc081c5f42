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
#include "zip-maker.h"

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

static void
test_cancelled (void)
{
  g_autoptr (GBytes) bytes = zip_maker_pack_docx ("<w:p><w:r><w:t>Text.</w:t></w:r></w:p>");
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  DoubletProgress progress = { .cancellable = cancellable };
  g_autoptr (GError) error = NULL;

  g_cancellable_cancel (cancellable);
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
  g_test_add_func ("/zip-archive/cancelled", test_cancelled);
  return g_test_run ();
}
