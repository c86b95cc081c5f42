/* zip-maker.c
 *
 * SPDX-FileCopyrightText: 2026 The Doublet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "zip-maker.h"

#include <archive.h>
#include <archive_entry.h>
#include <locale.h>
#include <string.h>

/*
 * Makes the archives that tests and fuzz targets read, in memory.
 */

#define XML "<?xml version=\"1.0\" encoding=\"UTF-8\"?>"

static gboolean stored;
static gboolean large;

/**
 * zip_maker_set_stored:
 * @is_stored: whether entries of archives made from now on are not compressed
 */
void
zip_maker_set_stored (gboolean is_stored)
{
  stored = is_stored;
}

/**
 * zip_maker_set_large:
 * @is_large: whether archives made from now on are in the form for more than 4 GB
 */
void
zip_maker_set_large (gboolean is_large)
{
  large = is_large;
}

static la_ssize_t
write_cb (struct archive *archive,
          void           *user_data,
          const void     *data,
          size_t          n_bytes)
{
  g_byte_array_append (user_data, data, (guint)n_bytes);
  return (la_ssize_t)n_bytes;
}

/**
 * zip_maker_add:
 * @writer: a struct archive
 * @name: the name of the entry
 * @content: what is in it
 * @n_bytes: its length
 *
 * Adds an entry.
 */
void
zip_maker_add (gpointer    writer,
               const char *name,
               const char *content,
               gsize       n_bytes)
{
  struct archive_entry *entry = archive_entry_new ();

  archive_entry_set_pathname_utf8 (entry, name);
  archive_entry_set_filetype (entry, AE_IFREG);
  archive_entry_set_perm (entry, 0644);
  archive_entry_set_size (entry, (la_int64_t)n_bytes);
  g_assert_cmpint (archive_write_header (writer, entry), ==, ARCHIVE_OK);
  g_assert_cmpint (archive_write_data (writer, content, n_bytes), ==, (gssize)n_bytes);
  archive_entry_free (entry);
}

/**
 * zip_maker_pack:
 * @members: what to put in
 *
 * Returns: (transfer full): a zip file
 */
GBytes *
zip_maker_pack (const ZipMember *members)
{
  struct archive *writer = archive_write_new ();
  GByteArray     *out = g_byte_array_new ();

  setlocale (LC_CTYPE, "C.UTF-8");
  archive_write_set_format_zip (writer);
  if (stored)
    archive_write_zip_set_compression_store (writer);
  if (large)
    g_assert_cmpint (archive_write_set_options (writer, "zip:zip64"), ==, ARCHIVE_OK);
  archive_write_set_bytes_in_last_block (writer, 1);
  g_assert_cmpint (archive_write_open (writer, out, NULL, write_cb, NULL), ==, ARCHIVE_OK);
  for (; members->name != NULL; members++)
    zip_maker_add (writer, members->name, members->content,
                   members->n_bytes > 0 ? members->n_bytes : strlen (members->content));
  g_assert_cmpint (archive_write_free (writer), ==, ARCHIVE_OK);
  return g_byte_array_free_to_bytes (out);
}

/**
 * zip_maker_pack_one:
 * @name: the name of the entry
 * @content: what is in it
 * @n_bytes: its length
 *
 * Returns: (transfer full): a zip file with one entry
 */
GBytes *
zip_maker_pack_one (const char *name,
                    const char *content,
                    gsize       n_bytes)
{
  const ZipMember members[] = { { name, content, n_bytes }, { NULL } };

  return zip_maker_pack (members);
}

/**
 * zip_maker_pack_docx:
 * @body: what stands in w:body; the prefixes w, r, m, v and mc are declared
 *
 * Returns: (transfer full): a Word document with styles and notes
 */
GBytes *
zip_maker_pack_docx (const char *body)
{
  static const char relations[] =
    XML "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">"
        "<Relationship Id=\"a\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument\" Target=\"word/document.xml\"/>"
        "<Relationship Id=\"b\" Type=\"http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties\" Target=\"docProps/core.xml\"/>"
        "</Relationships>";
  static const char part_relations[] =
    XML "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">"
        "<Relationship Id=\"a\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/styles\" Target=\"styles.xml\"/>"
        "<Relationship Id=\"b\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/footnotes\" Target=\"/word/footnotes.xml\"/>"
        "<Relationship Id=\"c\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/endnotes\" Target=\"./x/../endnotes.xml\"/>"
        "<Relationship Id=\"d\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/document\" Target=\"document.xml\"/>"
        "</Relationships>";
  static const char styles[] =
    XML "<w:styles xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\">"
        "<w:docDefaults><w:rPrDefault><w:rPr><w:lang w:val=\"de-AT\"/></w:rPr></w:rPrDefault></w:docDefaults>"
        "<w:style w:type=\"paragraph\" w:default=\"1\" w:styleId=\"Standard\"><w:name w:val=\"Normal\"/></w:style>"
        "<w:style w:type=\"paragraph\" w:styleId=\"Berschrift2\"><w:name w:val=\"heading 2\"/><w:basedOn w:val=\"Standard\"/><w:pPr><w:outlineLvl w:val=\"1\"/></w:pPr></w:style>"
        "<w:style w:type=\"paragraph\" w:styleId=\"Eigene\"><w:name w:val=\"Mine\"/><w:basedOn w:val=\"Berschrift2\"/></w:style>"
        "<w:style w:type=\"paragraph\" w:styleId=\"Zitat\"><w:name w:val=\"Quote\"/></w:style>"
        "<w:style w:type=\"paragraph\" w:styleId=\"Liste\"><w:name w:val=\"List Bullet\"/><w:pPr><w:numPr><w:ilvl w:val=\"1\"/><w:numId w:val=\"3\"/></w:numPr></w:pPr></w:style>"
        "<w:style w:type=\"paragraph\" w:styleId=\"Kreis\"><w:name w:val=\"Circle\"/><w:basedOn w:val=\"Kreis2\"/></w:style>"
        "<w:style w:type=\"paragraph\" w:styleId=\"Kreis2\"><w:name w:val=\"Circle 2\"/><w:basedOn w:val=\"Kreis\"/></w:style>"
        "<w:style w:type=\"paragraph\" w:styleId=\"Titel\"><w:name w:val=\"Title\"/></w:style>"
        "<w:style w:type=\"paragraph\" w:styleId=\"Legende\"><w:name w:val=\"caption\"/></w:style>"
        "<w:style w:type=\"paragraph\" w:styleId=\"Geheim\"><w:name w:val=\"Secret\"/><w:rPr><w:vanish/></w:rPr></w:style>"
        "<w:style w:type=\"character\" w:styleId=\"Versteckt\"><w:name w:val=\"Hidden\"/><w:rPr><w:vanish/></w:rPr></w:style>"
        "</w:styles>";
  static const char footnotes[] =
    XML "<w:footnotes xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\">"
        "<w:footnote w:type=\"separator\" w:id=\"-1\"><w:p><w:r><w:t>separator</w:t></w:r></w:p></w:footnote>"
        "<w:footnote w:id=\"2\"><w:p><w:r><w:footnoteRef/><w:t>Second note.</w:t></w:r></w:p></w:footnote>"
        "<w:footnote w:id=\"1\"><w:p><w:r><w:t>First note.</w:t></w:r></w:p><w:p><w:r><w:t>It goes on.</w:t></w:r></w:p></w:footnote>"
        "<w:footnote w:id=\"3\"><w:p><w:r><w:t>Nobody refers to it.</w:t></w:r></w:p></w:footnote>"
        "</w:footnotes>";
  static const char endnotes[] =
    XML "<w:endnotes xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\">"
        "<w:endnote w:id=\"1\"><w:p><w:r><w:t>End note.</w:t></w:r></w:p></w:endnote></w:endnotes>";
  static const char properties[] =
    XML "<cp:coreProperties xmlns:cp=\"http://schemas.openxmlformats.org/package/2006/metadata/core-properties\" "
        "xmlns:dc=\"http://purl.org/dc/elements/1.1/\"><dc:title>The given title</dc:title><dc:creator>Account</dc:creator></cp:coreProperties>";
  g_autofree char *document = g_strconcat (
    XML "<w:document xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\" "
        "xmlns:m=\"http://schemas.openxmlformats.org/officeDocument/2006/math\" "
        "xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\" "
        "xmlns:v=\"urn:schemas-microsoft-com:vml\" "
        "xmlns:mc=\"http://schemas.openxmlformats.org/markup-compatibility/2006\"><w:body>",
    body, "</w:body></w:document>", NULL);
  const ZipMember members[] = {
    { "_rels/.rels", relations },
    { "word/document.xml", document },
    { "word/_rels/document.xml.rels", part_relations },
    { "word/styles.xml", styles },
    { "word/footnotes.xml", footnotes },
    { "word/endnotes.xml", endnotes },
    { "docProps/core.xml", properties },
    { NULL },
  };

  return zip_maker_pack (members);
}

/**
 * zip_maker_pack_odt:
 * @body: what stands in office:text; the prefixes office, text, table, draw, svg and dc are declared
 *
 * Returns: (transfer full): an OpenDocument text
 */
GBytes *
zip_maker_pack_odt (const char *body)
{
  static const char styles[] =
    XML "<office:document-styles xmlns:office=\"urn:oasis:names:tc:opendocument:xmlns:office:1.0\" "
        "xmlns:style=\"urn:oasis:names:tc:opendocument:xmlns:style:1.0\" xmlns:text=\"urn:oasis:names:tc:opendocument:xmlns:text:1.0\" "
        "xmlns:fo=\"urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0\"><office:styles>"
        "<style:default-style style:family=\"paragraph\"><style:text-properties fo:language=\"fr\" fo:country=\"CA\"/></style:default-style>"
        "<style:style style:name=\"Quotations\" style:family=\"paragraph\"/>"
        "<style:style style:name=\"Loop\" style:family=\"paragraph\" style:parent-style-name=\"Loop2\"/>"
        "<style:style style:name=\"Loop2\" style:family=\"paragraph\" style:parent-style-name=\"Loop\"/>"
        "</office:styles><office:master-styles><text:p>A running head.</text:p></office:master-styles></office:document-styles>";
  static const char properties[] =
    XML "<office:document-meta xmlns:office=\"urn:oasis:names:tc:opendocument:xmlns:office:1.0\" "
        "xmlns:dc=\"http://purl.org/dc/elements/1.1/\"><office:meta><dc:title>The given title</dc:title><dc:creator>Account</dc:creator></office:meta></office:document-meta>";
  g_autofree char *content = g_strconcat (
    XML "<office:document-content xmlns:office=\"urn:oasis:names:tc:opendocument:xmlns:office:1.0\" "
        "xmlns:style=\"urn:oasis:names:tc:opendocument:xmlns:style:1.0\" xmlns:text=\"urn:oasis:names:tc:opendocument:xmlns:text:1.0\" "
        "xmlns:dc=\"http://purl.org/dc/elements/1.1/\" xmlns:svg=\"urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0\" "
        "xmlns:table=\"urn:oasis:names:tc:opendocument:xmlns:table:1.0\" xmlns:draw=\"urn:oasis:names:tc:opendocument:xmlns:drawing:1.0\">"
        "<office:automatic-styles><style:style style:name=\"P1\" style:family=\"paragraph\" style:parent-style-name=\"Quotations\"/>"
        "<style:style style:name=\"P2\" style:family=\"paragraph\"><style:text-properties text:display=\"none\"/></style:style>"
        "<style:style style:name=\"P3\" style:family=\"paragraph\" style:parent-style-name=\"P2\"><style:text-properties text:display=\"true\"/></style:style>"
        "<style:style style:name=\"T1\" style:family=\"text\"><style:text-properties text:display=\"none\"/></style:style>"
        "</office:automatic-styles><office:body><office:text>",
    body, "</office:text></office:body></office:document-content>", NULL);
  const ZipMember members[] = {
    { "mimetype", "application/vnd.oasis.opendocument.text" },
    { "content.xml", content },
    { "styles.xml", styles },
    { "meta.xml", properties },
    { NULL },
  };

  return zip_maker_pack (members);
}

/**
 * zip_maker_pack_epub:
 * @body: what stands in the second chapter's body
 *
 * Returns: (transfer full): a book of three chapters and a table of contents
 */
GBytes *
zip_maker_pack_epub (const char *body)
{
  static const char container[] =
    XML "<container version=\"1.0\" xmlns=\"urn:oasis:names:tc:opendocument:xmlns:container\"><rootfiles>"
        "<rootfile full-path=\"OPS/book.opf\" media-type=\"application/oebps-package+xml\"/></rootfiles></container>";
  static const char package[] =
    XML "<package xmlns=\"http://www.idpf.org/2007/opf\" version=\"3.0\"><metadata xmlns:dc=\"http://purl.org/dc/elements/1.1/\">"
        "<dc:title>The given title</dc:title><dc:language>nl</dc:language></metadata><manifest>"
        "<item id=\"last\" href=\"../answers.xhtml\" media-type=\"application/xhtml+xml\"/>"
        "<item id=\"two\" href=\"text/two%20chapters.xhtml#top\" media-type=\"application/xhtml+xml\"/>"
        "<item id=\"nav\" href=\"nav.xhtml\" media-type=\"application/xhtml+xml\" properties=\"nav\"/>"
        "<item id=\"picture\" href=\"cover.svg\" media-type=\"image/svg+xml\"/>"
        "<item id=\"one\" href=\"text/%C3%A9t%C3%A9.xhtml\" media-type=\"application/xhtml+xml\"/>"
        "</manifest><spine><itemref idref=\"picture\"/><itemref idref=\"nav\"/><itemref idref=\"last\" linear=\"no\"/>"
        "<itemref idref=\"one\"/><itemref idref=\"two\"/></spine></package>";
  g_autofree char *second = g_strconcat (
    "<!DOCTYPE html><html xmlns=\"http://www.w3.org/1999/xhtml\" xmlns:epub=\"http://www.idpf.org/2007/ops\">"
    "<head><title>No text</title></head><body>",
    body, "</body></html>", NULL);
  const ZipMember members[] = {
    { "mimetype", "application/epub+zip" },
    { "META-INF/container.xml", container },
    { "OPS/text/two chapters.xhtml", second },
    { "answers.xhtml", "<html><body><p>The answers.</p></body></html>" },
    { "OPS/text/été.xhtml", "<html><body><h1>Chapter one</h1></body></html>" },
    { "OPS/nav.xhtml", "<html><body><nav><ol><li>Chapter one</li></ol></nav></body></html>" },
    { "OPS/book.opf", package },
    { NULL },
  };

  return zip_maker_pack (members);
}
