/* folder-listing.c
 *
 * SPDX-FileCopyrightText: 2026 The Doublet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "folder-listing.h"

#include "formats.h"

#include <string.h>

#include <glib/gi18n-lib.h>

/*
 * Which articles there are in a folder.  What a file is says its ending; only one whose
 * ending is unknown is looked into, by the desktop's own means.
 */

#define ATTRIBUTES                        \
  G_FILE_ATTRIBUTE_STANDARD_NAME          \
  "," G_FILE_ATTRIBUTE_STANDARD_TYPE      \
  "," G_FILE_ATTRIBUTE_STANDARD_IS_HIDDEN \
  "," G_FILE_ATTRIBUTE_STANDARD_IS_BACKUP \
  "," G_FILE_ATTRIBUTE_STANDARD_IS_SYMLINK

/* Something in a folder, with what it is sorted by. */
typedef struct
{
  GFile   *file;
  char    *name;
  char    *key;
  gboolean is_folder;
} Entry;

typedef struct
{
  DoubletFolderListing *listing;
  GCancellable         *cancellable;
  guint                 n_entries;
  guint                 n_found; /* in the folder that is looked into */
} Search;

static void
free_entry (gpointer data)
{
  Entry *entry = data;

  g_object_unref (entry->file);
  g_free (entry->name);
  g_free (entry->key);
  g_free (entry);
}

/* Files before folders, each in the order of a file manager: 2 before 10. */
static int
compare_entries (gconstpointer a,
                 gconstpointer b)
{
  const Entry *first = *(Entry *const *)a;
  const Entry *second = *(Entry *const *)b;
  int          order = first->is_folder - second->is_folder;

  if (order == 0)
    order = strcmp (first->key, second->key);
  return order != 0 ? order : strcmp (first->name, second->name);
}

static Entry *
make_entry (GFile     *file,
            GFileInfo *info)
{
  Entry *entry = g_new0 (Entry, 1);

  entry->file = g_object_ref (file);
  entry->name = g_filename_display_name (g_file_info_get_name (info));
  entry->key = g_utf8_collate_key_for_filename (entry->name, -1);
  entry->is_folder = g_file_info_get_file_type (info) == G_FILE_TYPE_DIRECTORY;
  return entry;
}

/* What other programs keep beside a document for themselves; and links to folders, which
 * may lead in a circle. */
static gboolean
is_skipped (GFileInfo *info)
{
  GFileType type = g_file_info_get_file_type (info);

  return g_file_info_get_is_hidden (info) || g_file_info_get_is_backup (info) ||
         g_str_has_prefix (g_file_info_get_name (info), "~$") ||
         (type == G_FILE_TYPE_DIRECTORY && g_file_info_get_is_symlink (info));
}

/* Without any ending, every kind of text will do; with one that is not known, it is most
 * likely for another program. */
static gboolean
is_content_readable (GFile        *file,
                     gboolean      has_ending,
                     GCancellable *cancellable)
{
  g_autoptr (GFileInfo) info = g_file_query_info (file, G_FILE_ATTRIBUTE_STANDARD_CONTENT_TYPE, G_FILE_QUERY_INFO_NONE, cancellable, NULL);
  const char          *content_type = info != NULL ? g_file_info_get_content_type (info) : NULL;
  g_autofree char     *mime_type = content_type != NULL ? g_content_type_get_mime_type (content_type) : NULL;
  guint                n_formats;
  const DoubletFormat *formats = doublet_formats_get_all (&n_formats);

  if (content_type != NULL && !has_ending && g_content_type_is_a (content_type, "text/plain"))
    return TRUE;
  for (guint i = 0; mime_type != NULL && i < n_formats; i++)
    if (doublet_format_is_readable (&formats[i]) && g_strv_contains (formats[i].mime_types, mime_type))
      return TRUE;
  return FALSE;
}

static gboolean
is_article (const Entry  *entry,
            GCancellable *cancellable)
{
  const DoubletFormat *format = doublet_formats_find_by_ending (entry->name);

  return format != NULL ? doublet_format_is_readable (format) : is_content_readable (entry->file, strchr (entry->name, '.') != NULL, cancellable);
}

static GPtrArray *
list_entries (Search *search,
              GFile  *folder)
{
  g_autoptr (GFileEnumerator) children = g_file_enumerate_children (folder, ATTRIBUTES, G_FILE_QUERY_INFO_NONE, search->cancellable, NULL);
  GPtrArray *entries = g_ptr_array_new_with_free_func (free_entry);
  GFileInfo *info;
  GFile     *child;

  if (children == NULL)
    search->listing->n_closed++;
  while (children != NULL && g_file_enumerator_iterate (children, &info, &child, search->cancellable, NULL) && info != NULL)
    {
      if (search->n_entries >= DOUBLET_FOLDER_MAX_ENTRIES)
        {
          search->listing->too_many = TRUE;
          break;
        }
      search->n_entries++;
      if (!is_skipped (info))
        g_ptr_array_add (entries, make_entry (child, info));
    }
  g_ptr_array_sort (entries, compare_entries);
  return entries;
}

/* No deeper than DOUBLET_FOLDER_MAX_DEPTH calls. */
static void
search_folder (Search *search,
               GFile  *folder,
               guint   depth)
{
  DoubletFolderListing *listing = search->listing;
  g_autoptr (GPtrArray) entries = NULL;

  if (depth > DOUBLET_FOLDER_MAX_DEPTH)
    {
      listing->too_deep = TRUE;
      return;
    }
  entries = list_entries (search, folder);
  for (guint i = 0; i < entries->len && !g_cancellable_is_cancelled (search->cancellable); i++)
    {
      const Entry *entry = g_ptr_array_index (entries, i);

      if (entry->is_folder)
        search_folder (search, entry->file, depth + 1);
      else if (!is_article (entry, search->cancellable))
        listing->n_left_out++;
      else if (search->n_found >= DOUBLET_FOLDER_MAX_FILES)
        listing->too_many = TRUE;
      else
        {
          g_ptr_array_add (listing->files, g_object_ref (entry->file));
          search->n_found++;
        }
    }
}

/**
 * doublet_folder_listing_free:
 * @self: (transfer full): a listing
 */
void
doublet_folder_listing_free (DoubletFolderListing *self)
{
  g_ptr_array_unref (self->files);
  g_free (self);
}

/**
 * doublet_folder_listing_run:
 * @files: (array length=n_files): files and folders
 * @n_files: how many
 * @cancellable: (nullable): to stop it
 * @error: return location for an error: it was cancelled
 *
 * Finds the articles in every folder among @files.  What is no folder is taken as it is,
 * also what is no article or does not exist: whoever asked for it wants to know why.
 *
 * Returns: (transfer full) (nullable): what there is
 */
DoubletFolderListing *
doublet_folder_listing_run (GFile *const *files,
                            guint         n_files,
                            GCancellable *cancellable,
                            GError      **error)
{
  g_autoptr (DoubletFolderListing) listing = g_new0 (DoubletFolderListing, 1);

  listing->files = g_ptr_array_new_with_free_func (g_object_unref);
  for (guint i = 0; i < n_files && !g_cancellable_is_cancelled (cancellable); i++)
    {
      Search search = { .listing = listing, .cancellable = cancellable };

      if (g_file_query_file_type (files[i], G_FILE_QUERY_INFO_NONE, cancellable) == G_FILE_TYPE_DIRECTORY)
        search_folder (&search, files[i], 1);
      else
        g_ptr_array_add (listing->files, g_object_ref (files[i]));
    }
  if (g_cancellable_set_error_if_cancelled (cancellable, error))
    return NULL;
  return g_steal_pointer (&listing);
}

static void
run_in_thread (GTask        *task,
               gpointer      source,
               gpointer      task_data,
               GCancellable *cancellable)
{
  GPtrArray            *files = task_data;
  GError               *error = NULL;
  DoubletFolderListing *listing = doublet_folder_listing_run ((GFile *const *)files->pdata, files->len, cancellable, &error);

  if (listing != NULL)
    g_task_return_pointer (task, listing, (GDestroyNotify)doublet_folder_listing_free);
  else
    g_task_return_error (task, error);
}

/**
 * doublet_folder_listing_run_async:
 * @files: (array length=n_files): files and folders
 * @n_files: how many
 * @cancellable: (nullable): to stop it
 * @callback: called when it is done
 * @user_data: for @callback
 *
 * As doublet_folder_listing_run(), beside the main loop.
 */
void
doublet_folder_listing_run_async (GFile *const       *files,
                                  guint               n_files,
                                  GCancellable       *cancellable,
                                  GAsyncReadyCallback callback,
                                  gpointer            user_data)
{
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, callback, user_data);
  GPtrArray *copy = g_ptr_array_new_full (n_files, g_object_unref);

  for (guint i = 0; i < n_files; i++)
    g_ptr_array_add (copy, g_object_ref (files[i]));
  g_task_set_source_tag (task, doublet_folder_listing_run_async);
  g_task_set_task_data (task, copy, (GDestroyNotify)g_ptr_array_unref);
  g_task_run_in_thread (task, run_in_thread);
}

/**
 * doublet_folder_listing_run_finish:
 * @result: what the callback got
 * @error: return location for an error: it was cancelled
 *
 * Returns: (transfer full) (nullable): what there is
 */
DoubletFolderListing *
doublet_folder_listing_run_finish (GAsyncResult *result,
                                   GError      **error)
{
  g_return_val_if_fail (g_task_is_valid (result, NULL), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

static void
append_sentence (GString    *sentences,
                 const char *sentence)
{
  if (sentences->len > 0)
    g_string_append_c (sentences, ' ');
  g_string_append (sentences, sentence);
}

/**
 * doublet_folder_listing_describe:
 * @self: a listing
 *
 * Returns: (transfer full) (nullable): translated sentences: what is not in it and why;
 *   %NULL if that is nothing
 */
char *
doublet_folder_listing_describe (const DoubletFolderListing *self)
{
  g_autoptr (GString) sentences = g_string_new (NULL);

  if (self->files->len == 0)
    append_sentence (sentences, _ ("There are no articles in this folder."));
  if (self->n_left_out > 0)
    {
      g_autofree char *left_out = g_strdup_printf (ngettext ("%u file of another kind was left out.", "%u files of other kinds were left out.", self->n_left_out), self->n_left_out);
      append_sentence (sentences, left_out);
    }
  if (self->too_many)
    {
      guint            n_files = self->files->len;
      g_autofree char *many = g_strdup_printf (ngettext ("There are more: only the first %u was opened.", "There are more: only the first %u were opened.", n_files), n_files);
      append_sentence (sentences, many);
    }
  if (self->too_deep)
    append_sentence (sentences, _ ("Folders further down were not looked into."));
  if (self->n_closed > 0)
    {
      g_autofree char *closed = g_strdup_printf (ngettext ("%u folder could not be opened.", "%u folders could not be opened.", self->n_closed), self->n_closed);
      append_sentence (sentences, closed);
    }
  return sentences->len > 0 ? g_string_free (g_steal_pointer (&sentences), FALSE) : NULL;
}
