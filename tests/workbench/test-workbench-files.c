/* test-workbench-files.c
 *
 * SPDX-FileCopyrightText: 2026 The Doublet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "cancellable-progress.h"
#include "compare.h"
#include "file-input.h"
#include "io-errors.h"
#include "save-file.h"

#include <glib/gstdio.h>
#include <string.h>

#define SENTENCE "The harbour master closed the northern quay because of the storm.\n"

/* A file that is not local: it stands in memory, and its address tells what becomes of
 * whoever reads or writes it. */
typedef struct
{
  GObject parent_instance;
  char   *uri; /* owned */
} RemoteFile;

typedef GObjectClass RemoteFileClass;

GType remote_file_get_type (void);

static void remote_file_iface_init (GFileIface *iface);

G_DEFINE_TYPE_WITH_CODE (RemoteFile, remote_file, G_TYPE_OBJECT, G_IMPLEMENT_INTERFACE (G_TYPE_FILE, remote_file_iface_init))

/* The stream of one. */
typedef struct
{
  GFileInputStream parent_instance;
  char            *uri; /* owned */
  gsize            n_given;
} RemoteStream;

typedef GFileInputStreamClass RemoteStreamClass;

GType remote_stream_get_type (void);

G_DEFINE_TYPE (RemoteStream, remote_stream, G_TYPE_FILE_INPUT_STREAM)

static gssize
remote_stream_read (GInputStream *stream,
                    void         *buffer,
                    gsize         count,
                    GCancellable *cancellable,
                    GError      **error)
{
  RemoteStream *self = (RemoteStream *)stream;
  gsize         n = MIN (count, strlen (SENTENCE) - self->n_given);

  if (strstr (self->uri, "broken") != NULL)
    {
      g_set_error (error, G_IO_ERROR, G_IO_ERROR_TIMED_OUT, "%s: gone", self->uri);
      return -1;
    }
  /* Nobody but the cancellable ends this. */
  while (strstr (self->uri, "silent") != NULL)
    {
      g_assert_nonnull (cancellable);
      if (g_cancellable_set_error_if_cancelled (cancellable, error))
        return -1;
      g_usleep (G_TIME_SPAN_MILLISECOND);
    }
  memcpy (buffer, SENTENCE + self->n_given, n);
  self->n_given += n;
  return (gssize)n;
}

static void
remote_stream_finalize (GObject *object)
{
  g_free (((RemoteStream *)object)->uri);
  G_OBJECT_CLASS (remote_stream_parent_class)->finalize (object);
}

static void
remote_stream_class_init (RemoteStreamClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = remote_stream_finalize;
  G_INPUT_STREAM_CLASS (klass)->read_fn = remote_stream_read;
}

static void
remote_stream_init (RemoteStream *self)
{
}

static char *
remote_file_get_uri (GFile *file)
{
  return g_strdup (((RemoteFile *)file)->uri);
}

static char *
remote_file_get_basename (GFile *file)
{
  return g_path_get_basename (((RemoteFile *)file)->uri);
}

static gboolean
remote_file_is_native (GFile *file)
{
  return FALSE;
}

static GFileInputStream *
remote_file_read (GFile        *file,
                  GCancellable *cancellable,
                  GError      **error)
{
  RemoteStream *stream;

  if (strstr (((RemoteFile *)file)->uri, "missing") != NULL)
    {
      g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND, ((RemoteFile *)file)->uri);
      return NULL;
    }
  stream = g_object_new (remote_stream_get_type (), NULL);
  stream->uri = g_strdup (((RemoteFile *)file)->uri);
  return (GFileInputStream *)stream;
}

static void
remote_file_iface_init (GFileIface *iface)
{
  iface->get_uri = remote_file_get_uri;
  iface->get_parse_name = remote_file_get_uri;
  iface->get_basename = remote_file_get_basename;
  iface->is_native = remote_file_is_native;
  iface->read_fn = remote_file_read;
}

static void
remote_file_finalize (GObject *object)
{
  g_free (((RemoteFile *)object)->uri);
  G_OBJECT_CLASS (remote_file_parent_class)->finalize (object);
}

static void
remote_file_class_init (RemoteFileClass *klass)
{
  klass->finalize = remote_file_finalize;
}

static void
remote_file_init (RemoteFile *self)
{
}

static DoubletInput *
make_remote_input (const char *uri)
{
  RemoteFile   *file = g_object_new (remote_file_get_type (), NULL);
  DoubletInput *input;

  file->uri = g_strdup (uri);
  input = doublet_file_input_new ((GFile *)file);
  g_object_unref (file);
  return input;
}

static DoubletCollation *
compare (DoubletInput          *input,
         const DoubletProgress *progress,
         GError               **error)
{
  DoubletOptions options;

  doublet_options_init (&options);
  return doublet_compare_run (&input, 1, &options, 0, NULL, NULL, progress, error);
}

static void
test_remote (void)
{
  g_autoptr (DoubletInput) input = make_remote_input ("far://away/a folder/letter.txt");
  g_autoptr (DoubletInput) renamed = doublet_input_with_name (input, "A letter");
  g_autoptr (GFile) file = doublet_file_input_dup_file (renamed);
  g_autofree char *uri = g_file_get_uri (file);
  g_autoptr (GError) error = NULL;
  g_autoptr (DoubletCollation) collation = NULL;
  DoubletArticle *article;

  g_assert_cmpstr (doublet_input_get_name (input), ==, "letter.txt");
  g_assert_cmpstr (uri, ==, "far://away/a folder/letter.txt");
  g_assert_true (doublet_file_input_is_one (renamed));
  g_assert_null (doublet_input_get_path (renamed));
  g_clear_pointer (&input, doublet_input_unref);

  collation = compare (renamed, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (doublet_collation_get_n_articles (collation), ==, 1);
  article = doublet_collation_get_article (collation, 0);
  g_assert_cmpstr (doublet_article_get_name (article), ==, "A letter");
  g_assert_cmpstr (doublet_article_get_source (article), ==, "far://away/a folder/letter.txt");
  g_assert_cmpstr (doublet_article_get_text (article, NULL), ==, SENTENCE);
}

/* A sentence, and no address in it: it goes into reports. */
static void
test_unreadable (void)
{
  static const char *const uris[] = { "far://away/missing.txt", "far://away/broken.txt" };

  for (guint i = 0; i < G_N_ELEMENTS (uris); i++)
    {
      g_autoptr (DoubletInput) input = make_remote_input (uris[i]);
      g_autoptr (DoubletCollation) collation = compare (input, NULL, NULL);
      const DoubletUnreadable *unreadable;
      guint                    n;

      unreadable = doublet_collation_get_unreadable (collation, &n);
      g_assert_cmpuint (n, ==, 1);
      g_assert_true (g_str_has_suffix (unreadable[0].reason, "."));
      g_assert_null (strstr (unreadable[0].reason, "far:"));
    }
}

static gpointer
cancel_soon (gpointer data)
{
  g_usleep (20 * G_TIME_SPAN_MILLISECOND);
  g_cancellable_cancel (data);
  return NULL;
}

static void
test_stopped (void)
{
  g_autoptr (DoubletInput) input = make_remote_input ("far://away/silent.txt");
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  const DoubletProgress progress = doublet_cancellable_progress (cancellable);
  g_autoptr (GError) error = NULL;
  GThread *thread = g_thread_new ("cancel", cancel_soon, cancellable);

  g_assert_null (compare (input, &progress, &error));
  g_assert_error (error, DOUBLET_LOAD_ERROR, DOUBLET_LOAD_ERROR_CANCELLED);
  g_thread_join (thread);
}

static gboolean
is_stopped (gpointer cancellable)
{
  return FALSE;
}

static void
test_progress (void)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  const DoubletProgress progress = doublet_cancellable_progress (cancellable);
  const DoubletProgress nobody = doublet_cancellable_progress (NULL);
  const DoubletProgress other = { .is_cancelled = is_stopped, .cancellable = cancellable };

  g_assert_true (doublet_cancellable_progress_get (&progress) == cancellable);
  g_assert_null (doublet_cancellable_progress_get (&nobody));
  g_assert_null (doublet_cancellable_progress_get (&other));
  g_assert_null (doublet_cancellable_progress_get (NULL));
  g_assert_false (doublet_progress_is_cancelled (&progress));
  g_assert_false (doublet_progress_is_cancelled (&nobody));
  g_cancellable_cancel (cancellable);
  g_assert_true (doublet_progress_is_cancelled (&progress));
}

static void
test_local (void)
{
  g_autofree char *folder = g_dir_make_tmp ("doublet-files-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "caf\xe9.txt", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GFile) folder_file = g_file_new_for_path (folder);
  g_autoptr (GBytes) bytes = g_bytes_new_static (SENTENCE, strlen (SENTENCE));
  g_autoptr (GBytes) text = g_bytes_new_static ("x", 1);
  g_autoptr (DoubletInput) input = doublet_file_input_new (file);
  g_autoptr (DoubletInput) pasted = doublet_input_new_for_bytes (text, "Pasted");
  g_autoptr (GFile) again = doublet_file_input_dup_file (input);
  g_autoptr (GError) error = NULL;
  g_autoptr (DoubletCollation) collation = NULL;
  g_autofree char *parse_name = g_file_get_parse_name (file);

  g_assert_true (g_file_equal (file, again));
  g_assert_cmpstr (doublet_input_get_path (input), ==, path);
  g_assert_true (doublet_file_input_is_one (input));
  g_assert_false (doublet_file_input_is_one (pasted));
  g_assert_null (doublet_file_input_dup_file (pasted));

  g_assert_true (doublet_save_file (file, bytes, FALSE, &error));
  g_assert_no_error (error);
  g_assert_false (doublet_save_file (file, bytes, FALSE, &error));
  g_assert_error (error, G_FILE_ERROR, G_FILE_ERROR_EXIST);
  g_clear_error (&error);
  g_assert_false (doublet_save_file (folder_file, bytes, TRUE, &error));
  g_assert_error (error, G_FILE_ERROR, G_FILE_ERROR_ISDIR);

  /* Where it came from is written as GIO would write it. */
  collation = compare (input, NULL, NULL);
  g_assert_cmpstr (doublet_article_get_source (doublet_collation_get_article (collation, 0)), ==, parse_name);
  g_assert_cmpstr (doublet_article_get_text (doublet_collation_get_article (collation, 0), NULL), ==, SENTENCE);

  g_assert_cmpint (g_remove (path), ==, 0);
  g_assert_cmpint (g_rmdir (folder), ==, 0);
}

static void
test_io_errors (void)
{
  g_autoptr (GError) io_error = g_error_new_literal (G_IO_ERROR, G_IO_ERROR_PERMISSION_DENIED, "/a/folder/closed.txt");
  g_autoptr (GError) other = g_error_new_literal (G_IO_ERROR, G_IO_ERROR_FAILED, "/a/folder/closed.txt");
  g_autoptr (GError) error = NULL;

  doublet_load_error_set_from_io (&error, io_error);
  g_assert_error (error, DOUBLET_LOAD_ERROR, DOUBLET_LOAD_ERROR_NO_PERMISSION);
  g_assert_null (strstr (error->message, "folder"));
  g_clear_error (&error);
  doublet_load_error_set_from_io (&error, other);
  g_assert_error (error, DOUBLET_LOAD_ERROR, DOUBLET_LOAD_ERROR_READ_FAILED);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/workbench-files/remote", test_remote);
  g_test_add_func ("/workbench-files/unreadable", test_unreadable);
  g_test_add_func ("/workbench-files/stopped", test_stopped);
  g_test_add_func ("/workbench-files/progress", test_progress);
  g_test_add_func ("/workbench-files/local", test_local);
  g_test_add_func ("/workbench-files/io-errors", test_io_errors);
  return g_test_run ();
}
