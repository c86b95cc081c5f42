/* test-folder-listing.c
 *
 * SPDX-FileCopyrightText: 2026 The Doublet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "folder-listing.h"

#include <string.h>
#include <unistd.h>

#include <glib/gstdio.h>

typedef struct
{
  char  *path;
  GFile *folder;
} Fixture;

static void
set_up (Fixture      *fixture,
        gconstpointer data)
{
  fixture->path = g_dir_make_tmp ("doublet-folder-XXXXXX", NULL);
  fixture->folder = g_file_new_for_path (fixture->path);
}

/* Links are removed, not followed. */
static void
remove_all (const char *path)
{
  GDir       *folder = g_file_test (path, G_FILE_TEST_IS_SYMLINK) ? NULL : g_dir_open (path, 0, NULL);
  const char *name;

  while (folder != NULL && (name = g_dir_read_name (folder)) != NULL)
    {
      g_autofree char *child = g_build_filename (path, name, NULL);
      remove_all (child);
    }
  g_clear_pointer (&folder, g_dir_close);
  g_remove (path);
}

static void
tear_down (Fixture      *fixture,
           gconstpointer data)
{
  remove_all (fixture->path);
  g_object_unref (fixture->folder);
  g_free (fixture->path);
}

static void
write_file (Fixture    *fixture,
            const char *name,
            const char *content)
{
  g_autofree char *path = g_build_filename (fixture->path, name, NULL);
  g_autofree char *folder = g_path_get_dirname (path);

  g_assert_cmpint (g_mkdir_with_parents (folder, 0700), ==, 0);
  g_assert_true (g_file_set_contents (path, content, -1, NULL));
}

static DoubletFolderListing *
list (Fixture *fixture)
{
  g_autoptr (GError) error = NULL;
  DoubletFolderListing *listing = doublet_folder_listing_run (&fixture->folder, 1, NULL, &error);

  g_assert_no_error (error);
  return listing;
}

static char *
join (Fixture                    *fixture,
      const DoubletFolderListing *listing)
{
  GString *names = g_string_new (NULL);

  for (guint i = 0; i < listing->files->len; i++)
    {
      g_autofree char *name = g_file_get_relative_path (fixture->folder, g_ptr_array_index (listing->files, i));
      g_string_append_printf (names, "%s%s", i > 0 ? " " : "", name);
    }
  return g_string_free (names, FALSE);
}

/* Two before ten, files before folders, and what is no article is counted. */
static void
test_order (Fixture      *fixture,
            gconstpointer data)
{
  static const char *const names[] = { "story 10.txt", "story 2.txt", "Story 1.md", "a/z.html", "a/b/c.docx", "photo.png", "sheet.xlsx", ".hidden.txt", "~$story.docx", "old.txt~" };
  g_autoptr (DoubletFolderListing) listing = NULL;
  g_autofree char *joined = NULL;
  g_autofree char *sentences = NULL;

  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    write_file (fixture, names[i], "x");
  listing = list (fixture);
  joined = join (fixture, listing);
  sentences = doublet_folder_listing_describe (listing);
  g_assert_cmpstr (joined, ==, "Story 1.md story 2.txt story 10.txt a/z.html a/b/c.docx");
  g_assert_cmpuint (listing->n_left_out, ==, 2);
  g_assert_cmpstr (sentences, ==, "2 files of other kinds were left out.");
}

/* What has no ending is what it holds. */
static void
test_content (Fixture      *fixture,
              gconstpointer data)
{
  g_autoptr (DoubletFolderListing) listing = NULL;
  g_autofree char *joined = NULL;

  write_file (fixture, "README", "Words that somebody wrote.\n");
  write_file (fixture, "picture", "\x89PNG\r\n\x1a\n");
  listing = list (fixture);
  joined = join (fixture, listing);
  g_assert_cmpstr (joined, ==, "README");
  g_assert_cmpuint (listing->n_left_out, ==, 1);
}

static void
test_depth (Fixture      *fixture,
            gconstpointer data)
{
  g_autoptr (GString) name = g_string_new (NULL);
  g_autoptr (DoubletFolderListing) listing = NULL;
  g_autofree char *circle = g_build_filename (fixture->path, "circle", NULL);

  for (guint depth = 1; depth <= DOUBLET_FOLDER_MAX_DEPTH + 1; depth++)
    {
      g_autofree char *file = g_strconcat (name->str, "x.txt", NULL);

      write_file (fixture, file, "x");
      g_string_append (name, "down/");
    }
  g_assert_cmpint (symlink (fixture->path, circle), ==, 0);
  listing = list (fixture);
  g_assert_cmpuint (listing->files->len, ==, DOUBLET_FOLDER_MAX_DEPTH);
  g_assert_true (listing->too_deep);
  g_assert_false (listing->too_many);
}

static void
test_many (Fixture      *fixture,
           gconstpointer data)
{
  g_autoptr (DoubletFolderListing) listing = NULL;
  g_autofree char *last = NULL;

  for (guint i = 0; i < DOUBLET_FOLDER_MAX_FILES + 5; i++)
    {
      g_autofree char *name = g_strdup_printf ("%u.txt", i);
      write_file (fixture, name, "x");
    }
  listing = list (fixture);
  last = g_file_get_basename (g_ptr_array_index (listing->files, listing->files->len - 1));
  g_assert_cmpuint (listing->files->len, ==, DOUBLET_FOLDER_MAX_FILES);
  g_assert_true (listing->too_many);
  g_assert_cmpstr (last, ==, "199.txt");
}

static void
test_nothing (Fixture      *fixture,
              gconstpointer data)
{
  g_autoptr (DoubletFolderListing) listing = list (fixture);
  g_autofree char *sentences = doublet_folder_listing_describe (listing);

  g_assert_cmpuint (listing->files->len, ==, 0);
  g_assert_cmpstr (sentences, ==, "There are no articles in this folder.");
}

/* What was asked for by name is taken, whatever it is. */
static void
test_given (Fixture      *fixture,
            gconstpointer data)
{
  g_autoptr (GFile) picture = g_file_get_child (fixture->folder, "photo.png");
  g_autoptr (GFile) missing = g_file_get_child (fixture->folder, "missing.txt");
  GFile *files[] = { picture, missing };
  g_autoptr (DoubletFolderListing) listing = doublet_folder_listing_run (files, 2, NULL, NULL);
  g_autofree char *sentences = doublet_folder_listing_describe (listing);

  g_assert_cmpuint (listing->files->len, ==, 2);
  g_assert_null (sentences);
}

static void
done_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      user_data)
{
  *(GAsyncResult **)user_data = g_object_ref (result);
}

static void
test_cancel (Fixture      *fixture,
             gconstpointer data)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;

  write_file (fixture, "x.txt", "x");
  g_cancellable_cancel (cancellable);
  doublet_folder_listing_run_async (&fixture->folder, 1, cancellable, done_cb, &result);
  while (result == NULL)
    g_main_context_iteration (NULL, TRUE);
  g_assert_null (doublet_folder_listing_run_finish (result, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

#define ADD(name, func) g_test_add (name, Fixture, NULL, set_up, func, tear_down)

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  ADD ("/folder-listing/order", test_order);
  ADD ("/folder-listing/content", test_content);
  ADD ("/folder-listing/depth", test_depth);
  ADD ("/folder-listing/many", test_many);
  ADD ("/folder-listing/nothing", test_nothing);
  ADD ("/folder-listing/given", test_given);
  ADD ("/folder-listing/cancel", test_cancel);
  return g_test_run ();
}
