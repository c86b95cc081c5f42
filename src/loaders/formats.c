/* formats.c
 *
 * SPDX-FileCopyrightText: 2026 The Doublet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "formats.h"

#include "plain-text.h"
#include "signatures.h"

#include <string.h>

#include <glib/gi18n-lib.h>

/*
 * The one table of formats.  The order is that of a file chooser's list; text comes
 * first and is what anything unknown is taken for.
 */

#define STRINGS(...) ((const char *const[]){ __VA_ARGS__, NULL })

/* Reads documents of strangers in a sandbox; the second is apart because the library
 * for PDF takes longer to start than most documents to be read. */
#define LOADER "doublet-loader"
#define PDF_LOADER "doublet-pdf-loader"

static const DoubletFormat formats[] = {
  { "text", N_ ("Plain text"),
    STRINGS ("text/plain"),
    STRINGS (".txt", ".text", ".asc"),
    doublet_plain_text_load, NULL, NULL, DOUBLET_CHOICE_CHARSET },
  { "markdown", N_ ("Markdown"),
    STRINGS ("text/markdown"),
    STRINGS (".md", ".markdown", ".mdown", ".mkd"),
    NULL, LOADER, NULL, DOUBLET_CHOICE_CHARSET },
  { "html", N_ ("Web page"),
    STRINGS ("text/html", "application/xhtml+xml"),
    STRINGS (".html", ".htm", ".xhtml", ".xht"),
    NULL, LOADER, NULL, DOUBLET_CHOICE_CHARSET | DOUBLET_CHOICE_WHOLE_PAGE },
  { "docx", N_ ("Word document"),
    STRINGS ("application/vnd.openxmlformats-officedocument.wordprocessingml.document",
             "application/vnd.ms-word.document.macroEnabled.12",
             "application/vnd.openxmlformats-officedocument.wordprocessingml.template",
             "application/vnd.ms-word.template.macroEnabled.12"),
    STRINGS (".docx", ".docm", ".dotx", ".dotm"),
    NULL, LOADER, NULL, DOUBLET_CHOICE_TRACKED },
  { "odt", N_ ("OpenDocument text"),
    STRINGS ("application/vnd.oasis.opendocument.text",
             "application/vnd.oasis.opendocument.text-template",
             "application/vnd.oasis.opendocument.text-flat-xml"),
    STRINGS (".odt", ".ott", ".fodt"),
    NULL, LOADER, NULL, DOUBLET_CHOICE_TRACKED },
  { "epub", N_ ("Electronic book"),
    STRINGS ("application/epub+zip"),
    STRINGS (".epub"),
    NULL, LOADER, NULL },
  { "pdf", N_ ("PDF document"),
    STRINGS ("application/pdf"),
    STRINGS (".pdf"),
    NULL, PDF_LOADER, NULL },
  { "rtf", N_ ("Rich text"),
    STRINGS ("application/rtf", "text/rtf"),
    STRINGS (".rtf"),
    NULL, LOADER, NULL },
  { "mhtml", N_ ("Web archive"),
    STRINGS ("application/x-mimearchive", "multipart/related"),
    STRINGS (".mhtml", ".mht"),
    NULL, NULL,
    N_ ("This is a web archive (MHTML). Doublet cannot read it: save the page as HTML (.html) or as text (.txt).") },
  { "ole", N_ ("Older Office document"),
    STRINGS ("application/msword", "application/x-ole-storage"),
    STRINGS (".doc", ".dot", ".xls", ".ppt", ".msg"),
    NULL, NULL,
    N_ ("This is a document of an older version of Word or of another Office program. "
        "Doublet cannot read it: save it as .docx or .odt.") },
  { "iwork", N_ ("Pages document"),
    STRINGS ("application/vnd.apple.pages"),
    STRINGS (".pages", ".numbers", ".key"),
    NULL, NULL,
    N_ ("This is a document of Pages or of another iWork program. Doublet cannot read it: "
        "export it as .docx or as plain text (.txt).") },
  { "wordprocessor", N_ ("Document of another word processor"),
    STRINGS ("application/vnd.wordperfect", "application/x-mswrite", "application/x-abiword"),
    STRINGS (".wpd", ".wri", ".abw"),
    NULL, NULL,
    N_ ("This is a document of WordPerfect, Write or AbiWord. Doublet cannot read it: "
        "save it as .docx or .odt.") },
  { "kindle", N_ ("Kindle book"),
    STRINGS ("application/x-mobipocket-ebook", "application/vnd.amazon.ebook"),
    STRINGS (".mobi", ".azw", ".azw3", ".prc"),
    NULL, NULL,
    N_ ("This is a book for Kindle. Doublet cannot read it: convert it to EPUB (.epub).") },
  { "djvu", N_ ("Scanned document"),
    STRINGS ("image/vnd.djvu"),
    STRINGS (".djvu", ".djv"),
    NULL, NULL,
    N_ ("This is a scanned document (DjVu). Doublet cannot read it: save its text as plain text (.txt).") },
  { "office", N_ ("Spreadsheet or presentation"),
    STRINGS ("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
             "application/vnd.oasis.opendocument.spreadsheet"),
    STRINGS (".xlsx", ".pptx", ".ods", ".odp"),
    NULL, NULL,
    N_ ("This is a spreadsheet, a presentation or a drawing. Doublet compares texts only.") },
  { "xml", N_ ("XML file"),
    STRINGS ("application/xml", "text/xml"),
    STRINGS (".xml"),
    NULL, NULL,
    N_ ("This is an XML file. Doublet cannot read it: save the article as plain text (.txt).") },
  { "postscript", N_ ("PostScript document"),
    STRINGS ("application/postscript"),
    STRINGS (".ps", ".eps"),
    NULL, NULL,
    N_ ("This is a PostScript document. Doublet cannot read it: save the article as plain text (.txt).") },
  { "image", N_ ("Picture"),
    STRINGS ("image/*"),
    STRINGS (".png", ".jpg", ".jpeg", ".gif", ".webp", ".tif", ".tiff", ".heic", ".avif", ".psd", ".svg"),
    NULL, NULL,
    N_ ("This is a picture. Doublet compares texts only.") },
  { "media", N_ ("Sound or film"),
    STRINGS ("audio/*", "video/*"),
    STRINGS (".mp3", ".mp4", ".m4a", ".mov", ".wav", ".ogg", ".flac", ".mkv", ".webm", ".avi"),
    NULL, NULL,
    N_ ("This is a sound recording or a film. Doublet compares texts only.") },
  { "archive", N_ ("Archive"),
    STRINGS ("application/zip", "application/gzip"),
    STRINGS (".zip", ".gz", ".tgz", ".bz2", ".xz", ".zst", ".7z", ".rar", ".tar"),
    NULL, NULL,
    N_ ("This is an archive of compressed files. Unpack it, and open the articles in it one by one.") },
  { "program", N_ ("Program"),
    STRINGS ("application/x-executable"),
    STRINGS (".exe", ".dll", ".so", ".class", ".wasm"),
    NULL, NULL,
    N_ ("This is a program, not a text.") },
  { "database", N_ ("Database"),
    STRINGS ("application/vnd.sqlite3"),
    STRINGS (".sqlite", ".sqlite3", ".db"),
    NULL, NULL,
    N_ ("This is a database, not a text.") },
};

/**
 * doublet_formats_get_all:
 * @n_formats: (out): their number
 *
 * Returns: (transfer none): all formats that Doublet knows, readable or not
 */
const DoubletFormat *
doublet_formats_get_all (guint *n_formats)
{
  *n_formats = G_N_ELEMENTS (formats);
  return formats;
}

/**
 * doublet_formats_find:
 * @id: an id
 *
 * Returns: (transfer none) (nullable): the format
 */
const DoubletFormat *
doublet_formats_find (const char *id)
{
  for (guint i = 0; i < G_N_ELEMENTS (formats); i++)
    if (strcmp (formats[i].id, id) == 0)
      return &formats[i];

  return NULL;
}

/**
 * doublet_formats_find_by_ending:
 * @name: the name of a file
 *
 * Returns: (transfer none) (nullable): the format that the ending of @name stands
 *   for; NULL if it is none of ours
 */
const DoubletFormat *
doublet_formats_find_by_ending (const char *name)
{
  const char *dot = strrchr (name, '.');

  if (dot == NULL)
    return NULL;

  for (guint i = 0; i < G_N_ELEMENTS (formats); i++)
    for (const char *const *ending = formats[i].endings; *ending != NULL; ending++)
      if (g_ascii_strcasecmp (*ending, dot) == 0)
        return &formats[i];

  return NULL;
}

/**
 * doublet_formats_detect:
 * @bytes: what a file holds
 * @n_bytes: their number
 * @name: its name
 *
 * Finds out what a file is: by its content, and by its name only where content
 * cannot tell (a piece of a web page is text, too).  Anything unknown may be text.
 *
 * Returns: (transfer none): the format
 */
const DoubletFormat *
doublet_formats_detect (const guint8 *bytes,
                        gsize         n_bytes,
                        const char   *name)
{
  static const char *const text_like[] = { "markdown", "html", "mhtml", "xml", NULL };
  const char              *id = doublet_signatures_find (bytes, n_bytes);
  const DoubletFormat     *by_ending = doublet_formats_find_by_ending (name);

  if (id != NULL)
    return doublet_formats_find (id);

  if (by_ending != NULL && g_strv_contains (text_like, by_ending->id))
    return by_ending;

  return &formats[0];
}

/**
 * doublet_format_is_readable:
 * @self: a format
 *
 * Returns: whether articles in this format can be loaded
 */
gboolean
doublet_format_is_readable (const DoubletFormat *self)
{
  return self->load != NULL || self->helper != NULL;
}

/**
 * doublet_format_get_name:
 * @self: a format
 *
 * Returns: (transfer none): what people call it, translated
 */
const char *
doublet_format_get_name (const DoubletFormat *self)
{
  return _ (self->name);
}

/**
 * doublet_format_get_refusal:
 * @self: a format
 *
 * Returns: (transfer none) (nullable): translated sentences: what the file is and
 *   what to do; NULL if the format is readable
 */
const char *
doublet_format_get_refusal (const DoubletFormat *self)
{
  return self->refusal != NULL ? _ (self->refusal) : NULL;
}
