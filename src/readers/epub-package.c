/* epub-package.c
 *
 * SPDX-FileCopyrightText: 2026 The Doublet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "epub-package.h"

#include "load-error.h"
#include "xml-stream.h"

#include <string.h>

#include <glib/gi18n-lib.h>

/*
 * Which files of an EPUB are its chapters, and in what order: META-INF/container.xml
 * names the package, whose spine lists items of its manifest.  What is read only on
 * request (linear="no": notes, answers) comes at the end.
 */

#define CONTAINER "META-INF/container.xml"
#define ENCRYPTION "META-INF/encryption.xml"

/* Of what stands for what stands for something; it also ends circles. */
#define MAX_FALLBACKS 8

typedef struct
{
  char    *name;
  char    *fallback; /* (nullable): the id of what stands for it in programs that cannot show it */
  gboolean is_chapter;
  gboolean is_navigation;
} Item;

static void
free_item (gpointer data)
{
  Item *item = data;

  g_free (item->name);
  g_free (item->fallback);
  g_free (item);
}

static void
clear_chapter (gpointer data)
{
  g_free (((DoubletEpubChapter *)data)->name);
}

/* A reference as the name of an entry. */
static char *
resolve_reference (const char *base,
                   const char *reference)
{
  g_autofree char *path = g_strndup (reference, strcspn (reference, "#?"));
  g_autofree char *plain = g_uri_unescape_string (path, NULL);

  return doublet_zip_archive_resolve (base, plain != NULL ? plain : path);
}

/* The next start in a stream; NULL at its end. */
static const char *
next_start (DoubletXmlStream *stream)
{
  DoubletXmlEvent event;

  while ((event = doublet_xml_stream_next (stream)) != DOUBLET_XML_DONE)
    if (event == DOUBLET_XML_START)
      return doublet_xml_stream_get_name (stream);
  return NULL;
}

static char *
find_package (GBytes                *container,
              const DoubletProgress *progress)
{
  g_autoptr (DoubletXmlStream) stream = NULL;
  const char *name;

  if (container == NULL)
    return NULL;
  stream = doublet_xml_stream_new (container, DOUBLET_XML_STRICT, progress);
  while ((name = next_start (stream)) != NULL)
    if (strcmp (name, "rootfile") == 0)
      {
        g_autofree char *path = doublet_xml_stream_dup_attribute (stream, "full-path");

        if (path != NULL && *path != '\0')
          return doublet_zip_archive_resolve ("", path);
      }
  return NULL;
}

static void
read_item (DoubletXmlStream *stream,
           const char       *package,
           GHashTable       *items)
{
  char            *id = doublet_xml_stream_dup_attribute (stream, "id");
  g_autofree char *reference = doublet_xml_stream_dup_attribute (stream, "href");
  g_autofree char *type = doublet_xml_stream_dup_attribute (stream, "media-type");
  g_autofree char *properties = doublet_xml_stream_dup_attribute (stream, "properties");
  Item            *item;

  if (id == NULL || reference == NULL || g_hash_table_contains (items, id))
    {
      g_free (id);
      return;
    }

  item = g_new0 (Item, 1);
  item->name = resolve_reference (package, reference);
  item->fallback = doublet_xml_stream_dup_attribute (stream, "fallback");
  item->is_chapter = type == NULL || strstr (type, "html") != NULL || strstr (type, "dtbook") != NULL;
  item->is_navigation = properties != NULL && strstr (properties, "nav") != NULL;
  g_hash_table_insert (items, id, item);
}

/* What can be read for an item: itself, or what stands for it, once or several times
 * removed; NULL for a picture. */
static const Item *
find_readable (GHashTable *items,
               const Item *item)
{
  for (guint i = 0; i < MAX_FALLBACKS && item != NULL && !item->is_chapter; i++)
    item = item->fallback != NULL ? g_hash_table_lookup (items, item->fallback) : NULL;
  return item != NULL && item->is_chapter ? item : NULL;
}

static void
add_chapter (DoubletEpubPackage *self,
             GHashTable         *seen,
             const Item         *item)
{
  DoubletEpubChapter chapter = { NULL, item != NULL && item->is_navigation };

  if (item == NULL || !g_hash_table_add (seen, g_strdup (item->name)))
    return;
  if (!doublet_zip_archive_has (self->archive, item->name))
    {
      self->n_missing++;
      return;
    }
  chapter.name = g_strdup (item->name);
  g_array_append_val (self->chapters, chapter);
}

static void
read_spine (DoubletEpubPackage    *self,
            const char            *package,
            const DoubletProgress *progress)
{
  g_autoptr (DoubletXmlStream) stream = doublet_xml_stream_new (self->properties, DOUBLET_XML_WEB_PAGE, progress);
  g_autoptr (GHashTable) items = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, free_item);
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GPtrArray) later = g_ptr_array_new ();
  const char *name;

  while ((name = next_start (stream)) != NULL)
    if (strcmp (name, "item") == 0)
      read_item (stream, package, items);
    else if (strcmp (name, "itemref") == 0)
      {
        g_autofree char *id = doublet_xml_stream_dup_attribute (stream, "idref");
        g_autofree char *linear = doublet_xml_stream_dup_attribute (stream, "linear");
        Item            *item = id != NULL ? g_hash_table_lookup (items, id) : NULL;

        if (item == NULL)
          self->n_missing++;
        else if (g_strcmp0 (linear, "no") == 0)
          g_ptr_array_add (later, item);
        else
          add_chapter (self, seen, find_readable (items, item));
      }

  for (guint i = 0; i < later->len; i++)
    add_chapter (self, seen, find_readable (items, g_ptr_array_index (later, i)));
}

/* Whether a chapter is locked; letters (fonts) are in many books that anyone may read. */
static gboolean
is_locked (const DoubletEpubPackage *self,
           const DoubletProgress    *progress)
{
  GBytes *encryption = doublet_zip_archive_get (self->archive, ENCRYPTION);
  g_autoptr (DoubletXmlStream) stream = NULL;
  g_autoptr (GHashTable) chapters = g_hash_table_new (g_str_hash, g_str_equal);
  const char *name;

  if (encryption == NULL)
    return FALSE;
  for (guint i = 0; i < self->chapters->len; i++)
    g_hash_table_add (chapters, g_array_index (self->chapters, DoubletEpubChapter, i).name);

  stream = doublet_xml_stream_new (encryption, DOUBLET_XML_STRICT, progress);
  while ((name = next_start (stream)) != NULL)
    if (strcmp (name, "CipherReference") == 0)
      {
        g_autofree char *reference = doublet_xml_stream_dup_attribute (stream, "URI");
        g_autofree char *entry = reference != NULL ? resolve_reference ("", reference) : NULL;

        if (entry != NULL && g_hash_table_contains (chapters, entry))
          return TRUE;
      }
  return FALSE;
}

static gboolean
read_chapters (DoubletEpubPackage    *self,
               const DoubletProgress *progress,
               GError               **error)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new ();

  if (is_locked (self, progress))
    {
      g_set_error_literal (error, DOUBLET_LOAD_ERROR, DOUBLET_LOAD_ERROR_ENCRYPTED,
                           _ ("The book is protected against copying. Doublet can read only books without such protection."));
      return FALSE;
    }
  for (guint i = 0; i < self->chapters->len; i++)
    g_ptr_array_add (names, g_array_index (self->chapters, DoubletEpubChapter, i).name);
  return doublet_zip_archive_read (self->archive, names, progress, error);
}

static void
set_no_book (const DoubletEpubPackage *self,
             GError                  **error)
{
  if (doublet_zip_archive_is_damaged (self->archive))
    g_set_error_literal (error, DOUBLET_LOAD_ERROR, DOUBLET_LOAD_ERROR_BROKEN,
                         _ ("The file is damaged: it could not be unpacked."));
  else
    g_set_error_literal (error, DOUBLET_LOAD_ERROR, DOUBLET_LOAD_ERROR_NO_TEXT,
                         _ ("There is no book in this file."));
}

/**
 * doublet_epub_package_new:
 * @bytes: what the file holds
 * @progress: (nullable): whom to ask whether to stop
 * @error: return location for an error
 *
 * Finds a book's chapters and unpacks them.
 *
 * Returns: (transfer full) (nullable): the book
 */
DoubletEpubPackage *
doublet_epub_package_new (GBytes                *bytes,
                          const DoubletProgress *progress,
                          GError               **error)
{
  g_autoptr (DoubletEpubPackage) self = g_new0 (DoubletEpubPackage, 1);
  g_autofree char *package = NULL;
  GBytes          *properties = NULL;

  self->chapters = g_array_new (FALSE, FALSE, sizeof (DoubletEpubChapter));
  g_array_set_clear_func (self->chapters, clear_chapter);
  self->archive = doublet_zip_archive_new (bytes, progress, error);
  if (self->archive == NULL ||
      !doublet_zip_archive_read_one (self->archive, CONTAINER, progress, error) ||
      !doublet_zip_archive_read_one (self->archive, ENCRYPTION, progress, error))
    return NULL;

  package = find_package (doublet_zip_archive_get (self->archive, CONTAINER), progress);
  if (package != NULL)
    {
      if (!doublet_zip_archive_read_one (self->archive, package, progress, error))
        return NULL;
      properties = doublet_zip_archive_get (self->archive, package);
    }
  if (properties == NULL)
    {
      set_no_book (self, error);
      return NULL;
    }

  self->properties = g_bytes_ref (properties);
  read_spine (self, package, progress);
  return read_chapters (self, progress, error) ? g_steal_pointer (&self) : NULL;
}

/**
 * doublet_epub_package_free:
 * @self: (transfer full): a book
 */
void
doublet_epub_package_free (DoubletEpubPackage *self)
{
  g_clear_pointer (&self->archive, doublet_zip_archive_free);
  g_clear_pointer (&self->properties, g_bytes_unref);
  g_clear_pointer (&self->chapters, g_array_unref);
  g_free (self);
}
