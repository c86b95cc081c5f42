/* docx-package.c
 *
 * SPDX-FileCopyrightText: 2026 The Doublet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "docx-package.h"

#include "load-error.h"
#include "xml-stream.h"

#include <string.h>

#include <glib/gi18n-lib.h>

/* A relationship's type is a URI: only what stands behind its last slash is the same in
 * the transitional and the strict dialect. */
typedef struct
{
  const char *type;
  char       *part; /* owned, (nullable) */
} Relation;

#define ROOT_RELATIONS "_rels/.rels"
#define USUAL_DOCUMENT "word/document.xml"

/* What the text shows in place of the element that names it: other documents, and the
 * words of diagrams. */
static gboolean
is_shown (const char *type)
{
  return strcmp (type, "aFChunk") == 0 || strcmp (type, "diagramData") == 0;
}

static void
note_relation (DoubletXmlStream *stream,
               const char       *base,
               Relation         *relations,
               guint             n_relations,
               GHashTable       *inserted)
{
  g_autofree char *id = doublet_xml_stream_dup_attribute (stream, "Id");
  g_autofree char *type = doublet_xml_stream_dup_attribute (stream, "Type");
  g_autofree char *target = doublet_xml_stream_dup_attribute (stream, "Target");
  g_autofree char *mode = doublet_xml_stream_dup_attribute (stream, "TargetMode");
  const char      *slash = type != NULL ? strrchr (type, '/') : NULL;

  if (slash == NULL || target == NULL || g_strcmp0 (mode, "External") == 0)
    return;

  for (guint i = 0; i < n_relations; i++)
    if (relations[i].part == NULL && strcmp (relations[i].type, slash + 1) == 0)
      relations[i].part = doublet_zip_archive_resolve (base, target);
  if (inserted != NULL && id != NULL && is_shown (slash + 1) && !g_hash_table_contains (inserted, id))
    g_hash_table_insert (inserted, g_steal_pointer (&id), doublet_zip_archive_resolve (base, target));
}

/* Finds the parts that @base points to; @base is "" for the whole file, which shows
 * nothing itself. */
static gboolean
read_relations (DoubletZipArchive     *archive,
                const char            *base,
                Relation              *relations,
                guint                  n_relations,
                GHashTable            *inserted,
                const DoubletProgress *progress,
                GError               **error)
{
  const char      *slash = strrchr (base, '/');
  g_autofree char *folder = slash != NULL ? g_strndup (base, (gsize)(slash + 1 - base)) : g_strdup ("");
  g_autofree char *name = g_strdup_printf ("%s_rels/%s.rels", folder, base + strlen (folder));
  g_autoptr (DoubletXmlStream) stream = NULL;
  DoubletXmlEvent event;
  GBytes         *part;

  if (!doublet_zip_archive_read_one (archive, name, progress, error))
    return FALSE;
  part = doublet_zip_archive_get (archive, name);
  if (part == NULL)
    return TRUE;

  stream = doublet_xml_stream_new (part, DOUBLET_XML_STRICT, progress);
  while ((event = doublet_xml_stream_next (stream)) != DOUBLET_XML_DONE)
    if (event == DOUBLET_XML_START && strcmp (doublet_xml_stream_get_name (stream), "Relationship") == 0)
      note_relation (stream, base, relations, n_relations, inserted);
  return TRUE;
}

static void
clear_relations (Relation *relations,
                 guint     n_relations)
{
  for (guint i = 0; i < n_relations; i++)
    g_free (relations[i].part);
}

static GBytes *
part_of (const DoubletDocxPackage *self,
         const Relation           *relation)
{
  GBytes *bytes = relation->part != NULL ? doublet_zip_archive_get (self->archive, relation->part) : NULL;

  return bytes != NULL ? g_bytes_ref (bytes) : NULL;
}

static gboolean
read_parts (DoubletDocxPackage    *self,
            const char            *document,
            const Relation        *properties,
            Relation              *related,
            guint                  n_related,
            const DoubletProgress *progress,
            GError               **error)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new ();
  GHashTableIter iter;
  gpointer       name;
  GBytes        *bytes;

  if (!read_relations (self->archive, document, related, n_related, self->inserted, progress, error))
    return FALSE;

  g_ptr_array_add (names, (gpointer)document);
  if (properties->part != NULL)
    g_ptr_array_add (names, properties->part);
  for (guint i = 0; i < n_related; i++)
    if (related[i].part != NULL)
      g_ptr_array_add (names, related[i].part);
  /* In whatever order: they are unpacked in that of the archive. */
  g_hash_table_iter_init (&iter, self->inserted);
  while (g_hash_table_iter_next (&iter, NULL, &name))
    g_ptr_array_add (names, name);

  if (!doublet_zip_archive_read (self->archive, names, progress, error))
    return FALSE;

  bytes = doublet_zip_archive_get (self->archive, document);
  if (bytes == NULL)
    {
      g_set_error_literal (error, DOUBLET_LOAD_ERROR,
                           doublet_zip_archive_is_damaged (self->archive) ? DOUBLET_LOAD_ERROR_BROKEN : DOUBLET_LOAD_ERROR_NO_TEXT,
                           doublet_zip_archive_is_damaged (self->archive) ? _ ("The file is damaged: it could not be unpacked.") : _ ("There is no Word document in this file."));
      return FALSE;
    }

  self->document = g_bytes_ref (bytes);
  self->properties = part_of (self, properties);
  self->styles = part_of (self, &related[0]);
  self->footnotes = part_of (self, &related[1]);
  self->endnotes = part_of (self, &related[2]);
  return TRUE;
}

/**
 * doublet_docx_package_new:
 * @bytes: what the file holds
 * @progress: (nullable): whom to ask whether to stop
 * @error: return location for an error
 *
 * Unpacks the parts of a Word document.
 *
 * Returns: (transfer full) (nullable): the package
 */
DoubletDocxPackage *
doublet_docx_package_new (GBytes                *bytes,
                          const DoubletProgress *progress,
                          GError               **error)
{
  g_autoptr (DoubletDocxPackage) self = g_new0 (DoubletDocxPackage, 1);
  Relation roots[] = { { "officeDocument", NULL }, { "core-properties", NULL } };
  Relation related[] = { { "styles", NULL }, { "footnotes", NULL }, { "endnotes", NULL } };
  gboolean is_read;

  self->inserted = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  self->archive = doublet_zip_archive_new (bytes, progress, error);
  if (self->archive == NULL)
    return NULL;

  is_read = read_relations (self->archive, "", roots, G_N_ELEMENTS (roots), NULL, progress, error);
  if (is_read)
    {
      /* A file without its relations, or with wrong ones, is mostly just this. */
      if (roots[0].part == NULL || !doublet_zip_archive_has (self->archive, roots[0].part))
        {
          g_free (roots[0].part);
          roots[0].part = g_strdup (USUAL_DOCUMENT);
        }
      is_read = read_parts (self, roots[0].part, &roots[1], related, G_N_ELEMENTS (related), progress, error);
    }

  clear_relations (roots, G_N_ELEMENTS (roots));
  clear_relations (related, G_N_ELEMENTS (related));
  return is_read ? g_steal_pointer (&self) : NULL;
}

/**
 * doublet_docx_package_take_inserted:
 * @self: a package
 * @id: (nullable): by what the text refers to it
 *
 * Each is given once: a document that refers to one of them a thousand times would
 * multiply it.
 *
 * Returns: (transfer full) (nullable): what a file within the file holds
 */
GBytes *
doublet_docx_package_take_inserted (DoubletDocxPackage *self,
                                    const char         *id)
{
  const char *name = id != NULL ? g_hash_table_lookup (self->inserted, id) : NULL;
  GBytes     *bytes = name != NULL ? doublet_zip_archive_get (self->archive, name) : NULL;

  if (bytes == NULL)
    return NULL;
  g_bytes_ref (bytes);
  g_hash_table_remove (self->inserted, id);
  return bytes;
}

/**
 * doublet_docx_package_free:
 * @self: (transfer full): a package
 */
void
doublet_docx_package_free (DoubletDocxPackage *self)
{
  g_clear_pointer (&self->archive, doublet_zip_archive_free);
  g_clear_pointer (&self->document, g_bytes_unref);
  g_clear_pointer (&self->styles, g_bytes_unref);
  g_clear_pointer (&self->footnotes, g_bytes_unref);
  g_clear_pointer (&self->endnotes, g_bytes_unref);
  g_clear_pointer (&self->properties, g_bytes_unref);
  g_clear_pointer (&self->inserted, g_hash_table_unref);
  g_free (self);
}
