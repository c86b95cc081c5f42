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
 * A document of the format FUZZ_FORMAT: a whole file if the data are one, else the part
 * that holds its text, which is put into an archive.  A fuzzer cannot guess checksums,
 * and a corpus of XML can be read.
 */

static GBytes *
make_document (const uint8_t *data,
               size_t         size)
{
  g_autofree char *body = NULL;

  if (size >= 2 && memcmp (data, "PK", 2) == 0)
    return g_bytes_new (data, size);

  body = size > 0 ? g_strndup ((const char *)data, size) : g_strdup ("");
  if (strcmp (FUZZ_FORMAT, "docx") == 0)
    return zip_maker_pack_docx (body);
  if (strcmp (FUZZ_FORMAT, "epub") == 0)
    return zip_maker_pack_epub (body);
  if (g_str_has_prefix (body, "<?xml"))
    return g_bytes_new (data, size);
  return zip_maker_pack_odt (body);
}

int
LLVMFuzzerTestOneInput (const uint8_t *data,
                        size_t         size)
{
  g_autoptr (GBytes) bytes = make_document (data, size);

  article_text_assert_sound (doublet_reader_find (doublet_readers, FUZZ_FORMAT)->load, bytes);
  return 0;
}
