/* signatures.c
 *
 * SPDX-FileCopyrightText: 2026 The Doublet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "signatures.h"

#include <string.h>

/*
 * What a file is by its first bytes.  File names lie (a web page saved as .txt, a
 * Word document renamed), so this comes first; what is not found here may be text.
 * Only signatures that no article begins with are used.
 */
typedef struct
{
  const char *format;
  gsize       offset;
  const char *bytes;
  gsize       length;
} Signature;

#define SIGNATURE(format, offset, bytes)    \
  {                                         \
    format, offset, bytes, sizeof bytes - 1 \
  }

static const Signature signatures[] = {
  SIGNATURE ("rtf", 0, "{\\rtf"),
  SIGNATURE ("ole", 0, "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"),
  SIGNATURE ("postscript", 0, "%!PS"),
  SIGNATURE ("wordprocessor", 0, "\xffWPC"),
  SIGNATURE ("wordprocessor", 0, "\x31\xbe\0\0\0\xab"),
  SIGNATURE ("kindle", 60, "BOOKMOBI"),
  SIGNATURE ("kindle", 60, "TEXtREAd"),
  SIGNATURE ("djvu", 0, "AT&TFORM"),
  SIGNATURE ("image", 0, "\x89PNG\r\n\x1a\n"),
  SIGNATURE ("image", 0, "\xff\xd8\xff"),
  SIGNATURE ("image", 0, "GIF87a"),
  SIGNATURE ("image", 0, "GIF89a"),
  SIGNATURE ("image", 0, "II*\0"),
  SIGNATURE ("image", 0, "MM\0*"),
  SIGNATURE ("image", 0, "8BPS\0\1"),
  SIGNATURE ("image", 8, "WEBPVP8"),
  SIGNATURE ("image", 4, "ftypheic"),
  SIGNATURE ("image", 4, "ftypavif"),
  SIGNATURE ("media", 4, "ftyp"),
  SIGNATURE ("media", 8, "WAVEfmt "),
  SIGNATURE ("media", 8, "AVI LIST"),
  SIGNATURE ("media", 0, "ID3\2"),
  SIGNATURE ("media", 0, "ID3\3"),
  SIGNATURE ("media", 0, "ID3\4"),
  SIGNATURE ("media", 0, "OggS\0"),
  SIGNATURE ("media", 0, "fLaC\0"),
  SIGNATURE ("media", 0, "\x1a\x45\xdf\xa3"),
  SIGNATURE ("archive", 0, "\x1f\x8b\x08"),
  SIGNATURE ("archive", 0, "BZh91AY&SY"),
  SIGNATURE ("archive", 0, "\xfd"
                           "7zXZ\0"),
  SIGNATURE ("archive", 0, "7z\xbc\xaf\x27\x1c"),
  SIGNATURE ("archive", 0, "Rar!\x1a\x07"),
  SIGNATURE ("archive", 0, "\x28\xb5\x2f\xfd"),
  SIGNATURE ("archive", 257, "ustar"),
  SIGNATURE ("program", 0, "\x7f"
                           "ELF"),
  SIGNATURE ("program", 0, "\xfe\xed\xfa\xce"),
  SIGNATURE ("program", 0, "\xfe\xed\xfa\xcf"),
  SIGNATURE ("program", 0, "\xcf\xfa\xed\xfe"),
  SIGNATURE ("program", 0, "\xca\xfe\xba\xbe"),
  SIGNATURE ("program", 0, "\0asm\1"),
  SIGNATURE ("database", 0, "SQLite format 3\0"),
};

/* Names of entries in zip archives, which stand in them as they are: at the start
 * with the entries and at the end in the directory. */
static const struct
{
  const char *format;
  const char *entry;
} zip_entries[] = {
  { "epub", "mimetypeapplication/epub+zip" },
  { "odt", "mimetypeapplication/vnd.oasis.opendocument.text" },
  { "office", "mimetypeapplication/vnd.oasis.opendocument." },
  { "docx", "word/document" },
  { "office", "xl/workbook" },
  { "office", "ppt/presentation" },
  { "iwork", "Index/Document.iwa" },
  { "iwork", "index.apxl" },
  { "iwork", "index.xml.gz" },

  /* What was packed anew by other programs, or has its text in a part of another name:
   * the reader finds out. */
  { "epub", "META-INF/container.xml" },
  { "odt", "META-INF/manifest.xml" },
  { "docx", "[Content_Types].xml" },
};

/* Both ends of a file are looked at so far. */
#define END_BYTES ((gsize)64 * 1024)

/* The head in which markup shows and in which readers of PDF look for its mark. */
#define HEAD_BYTES ((gsize)1024)

static gboolean
holds (const guint8 *bytes,
       gsize         n_bytes,
       const char   *needle,
       gsize         length)
{
  const guint8 *limit = bytes + n_bytes;

  while ((gsize)(limit - bytes) >= length &&
         (bytes = memchr (bytes, needle[0], limit - bytes - length + 1)) != NULL)
    {
      if (memcmp (bytes, needle, length) == 0)
        return TRUE;
      bytes++;
    }

  return FALSE;
}

static gboolean
ends_hold (const guint8 *bytes,
           gsize         n_bytes,
           const char   *needle,
           gsize         length)
{
  gsize part = MIN (n_bytes, END_BYTES);

  return holds (bytes, part, needle, length) || holds (bytes + n_bytes - part, part, needle, length);
}

static const char *
find_zip (const guint8 *bytes,
          gsize         n_bytes)
{
  if (n_bytes < 4 || (memcmp (bytes, "PK\3\4", 4) != 0 && memcmp (bytes, "PK\5\6", 4) != 0))
    return NULL;

  for (guint i = 0; i < G_N_ELEMENTS (zip_entries); i++)
    if (ends_hold (bytes, n_bytes, zip_entries[i].entry, strlen (zip_entries[i].entry)))
      return zip_entries[i].format;

  return "archive";
}

/* An article about PDF may begin with its mark, but does not end as one. */
static gboolean
is_pdf (const guint8 *bytes,
        gsize         n_bytes)
{
  gsize head = MIN (n_bytes, HEAD_BYTES);

  return (n_bytes >= 7 && memcmp (bytes, "%PDF-1.", 7) == 0) ||
         (n_bytes >= 7 && memcmp (bytes, "%PDF-2.", 7) == 0) ||
         (holds (bytes, head, "%PDF-", 5) && holds (bytes + n_bytes - head, head, "%%EOF", 5));
}

/* Programs of DOS and Windows begin with two letters only: a pointer to a second
 * header makes sure. */
static gboolean
is_windows_program (const guint8 *bytes,
                    gsize         n_bytes)
{
  gsize offset;

  if (n_bytes < 0x40 || memcmp (bytes, "MZ", 2) != 0)
    return FALSE;

  offset = bytes[0x3c] | (gsize)bytes[0x3d] << 8 | (gsize)bytes[0x3e] << 16 | (gsize)bytes[0x3f] << 24;
  return offset <= n_bytes - 4 && memcmp (bytes + offset, "PE\0\0", 4) == 0;
}

/* The head without byte order mark, NULs (UTF-16) and white space at the start, in
 * lower case. */
static void
copy_head (const guint8 *bytes,
           gsize         n_bytes,
           char          head[HEAD_BYTES + 1])
{
  gsize length = 0;

  for (gsize i = 0; i < MIN (n_bytes, HEAD_BYTES); i++)
    {
      gboolean is_mark = i < 4 && (bytes[i] >= 0xfe || (i < 3 && bytes[i] == (guchar) "\xef\xbb\xbf"[i]));

      if (bytes[i] != '\0' && !is_mark && (length > 0 || !g_ascii_isspace (bytes[i])))
        head[length++] = g_ascii_tolower (bytes[i]);
    }

  head[length] = '\0';
}

static const char *
find_markup (const guint8 *bytes,
             gsize         n_bytes)
{
  static const char *const html[] = { "<!doctype html", "<html", "<head>", "<body" };
  static const char        flat_text[] = "application/vnd.oasis.opendocument.text";
  char                     head[HEAD_BYTES + 1];

  copy_head (bytes, n_bytes, head);

  for (guint i = 0; i < G_N_ELEMENTS (html); i++)
    if (g_str_has_prefix (head, html[i]))
      return "html";

  if (g_str_has_prefix (head, "<!--") && strstr (head, "<html") != NULL)
    return "html";
  if (g_str_has_prefix (head, "<office:document") ||
      (g_str_has_prefix (head, "<?xml ") && strstr (head, "<office:document") != NULL))
    return holds (bytes, MIN (n_bytes, END_BYTES), flat_text, strlen (flat_text)) ? "odt" : "office";
  if (g_str_has_prefix (head, "<?xml ") && strstr (head, "<html") != NULL)
    return "html";
  if (g_str_has_prefix (head, "<?xml ") && strstr (head, "<svg") != NULL)
    return "image";
  if (g_str_has_prefix (head, "<abiword") || (g_str_has_prefix (head, "<?xml ") && strstr (head, "<abiword") != NULL))
    return "wordprocessor";
  if (g_str_has_prefix (head, "<?xml "))
    return "xml";
  if (g_str_has_prefix (head, "<svg"))
    return "image";

  return NULL;
}

/**
 * doublet_signatures_find:
 * @bytes: what a file holds
 * @n_bytes: their number
 *
 * Returns: (transfer none) (nullable): the id of the format; NULL if it may be text
 */
const char *
doublet_signatures_find (const guint8 *bytes,
                         gsize         n_bytes)
{
  const char *format;

  for (guint i = 0; i < G_N_ELEMENTS (signatures); i++)
    {
      const Signature *s = &signatures[i];

      if (n_bytes >= s->offset + s->length && memcmp (bytes + s->offset, s->bytes, s->length) == 0)
        return s->format;
    }

  format = find_zip (bytes, n_bytes);
  if (format != NULL)
    return format;
  if (is_pdf (bytes, n_bytes))
    return "pdf";
  if (is_windows_program (bytes, n_bytes))
    return "program";

  return find_markup (bytes, n_bytes);
}

/**
 * doublet_signatures_is_encrypted:
 * @bytes: what a file holds
 * @n_bytes: their number
 *
 * Returns: whether it is an office document that a password protects.  Such a one is
 *   wrapped into the older container, in which names are UTF-16.
 */
gboolean
doublet_signatures_is_encrypted (const guint8 *bytes,
                                 gsize         n_bytes)
{
  static const char name[] = "E\0n\0c\0r\0y\0p\0t\0e\0d\0P\0a\0c\0k\0a\0g\0e";

  return g_strcmp0 (doublet_signatures_find (bytes, n_bytes), "ole") == 0 &&
         ends_hold (bytes, n_bytes, name, sizeof name);
}
