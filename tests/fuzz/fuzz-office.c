/* fuzz-office.c
 *
 * SPDX-FileCopyrightText: 2026 The Doublet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "fuzz.h"

#include "article-text.h"
#include "reader.h"
#include "zip-maker.h"

#include <string.h>

/*
 * A document of the format FUZZ_FORMAT.  A fuzzer cannot guess checksums, and a corpus
 * of XML can be read, so the data are one of:
 *
 *   a zip file, taken as it is
 *   "%%% name" on a line and what that part holds below it, once and again: a whole
 *     package, which is put into an archive
 *   an XML file, where the format knows such
 *   anything else: the part that holds the text, put into a package that the tests use
 */

#define PART "%%% "
#define MAX_PARTS 16

/* Names that the maker of archives takes, so that it is the reader that is tried. */
static char *
dup_name (const char *line,
          gsize       n_bytes)
{
  char *name = g_strndup (line, n_bytes);

  g_strcanon (name, G_CSET_a_2_z G_CSET_A_2_Z G_CSET_DIGITS "._-/[]", '-');
  if (*name == '\0' || name[strlen (name) - 1] == '/')
    {
      g_free (name);
      return g_strdup ("x");
    }
  return name;
}

static GBytes *
pack_parts (const char *text)
{
  ZipMember members[MAX_PARTS + 1] = { 0 };
  g_autoptr (GPtrArray) owned = g_ptr_array_new_with_free_func (g_free);
  g_auto (GStrv) parts = g_strsplit (text + strlen (PART), "\n" PART, MAX_PARTS);

  for (guint i = 0; parts[i] != NULL; i++)
    {
      gsize length = strcspn (parts[i], "\n");
      char *name = dup_name (parts[i], length);

      g_ptr_array_add (owned, name);
      members[i].name = name;
      members[i].content = parts[i][length] != '\0' ? parts[i] + length + 1 : "";
    }
  return zip_maker_pack (members);
}

static GBytes *
make_document (const uint8_t *data,
               size_t         size)
{
  g_autofree char *text = NULL;

  if (size >= 2 && memcmp (data, "PK", 2) == 0)
    return g_bytes_new (data, size);

  text = size > 0 ? g_strndup ((const char *)data, size) : g_strdup ("");
  if (g_str_has_prefix (text, PART))
    return pack_parts (text);
  if (strcmp (FUZZ_FORMAT, "docx") == 0)
    return zip_maker_pack_docx (text);
  if (strcmp (FUZZ_FORMAT, "epub") == 0)
    return zip_maker_pack_epub (text);
  if (g_str_has_prefix (text, "<?xml"))
    return g_bytes_new (data, size);
  return zip_maker_pack_odt (text);
}

int
LLVMFuzzerTestOneInput (const uint8_t *data,
                        size_t         size)
{
  g_autoptr (GBytes) bytes = NULL;

  /* To compress takes longer than to read. */
  zip_maker_set_stored (TRUE);
  bytes = make_document (data, size);
  article_text_assert_sound (doublet_reader_find (doublet_readers, FUZZ_FORMAT)->load, bytes);
  return 0;
}
