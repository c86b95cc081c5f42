/* test-loader.c
 *
 * SPDX-FileCopyrightText: 2026 The Doublet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "loader.h"

#include "load-limits.h"
#include "plain-text.h"
#include "read-bytes.h"

#include <gio/gio.h>

#include <errno.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/un.h>
#include <unistd.h>

#include <glib/gstdio.h>

/* A stream that gives its text in small pieces, again and again up to a length, and
 * then ends, fails, or has somebody cancel it. */
typedef struct
{
  GInputStream  parent_instance;
  const char   *text;
  gsize         n_bytes; /* to give in all */
  gsize         n_given;
  gboolean      fails;        /* at the end */
  GCancellable *cancel_after; /* borrowed; cancelled by the first read */
} TestStream;

typedef GInputStreamClass TestStreamClass;

GType test_stream_get_type (void);

G_DEFINE_TYPE (TestStream, test_stream, G_TYPE_INPUT_STREAM)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TestStream, g_object_unref)

static gssize
test_stream_read (GInputStream *stream,
                  void         *buffer,
                  gsize         count,
                  GCancellable *cancellable,
                  GError      **error)
{
  TestStream *self = (TestStream *)stream;
  gsize       length = strlen (self->text);
  gsize       n = MIN (count, self->n_bytes - self->n_given);

  if (n == 0 && self->fails)
    {
      g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_FAILED, "/a/secret/path: broken");
      return -1;
    }

  if (length == 1)
    memset (buffer, self->text[0], n);
  for (gsize i = 0; length > 1 && i < n; i++)
    ((char *)buffer)[i] = self->text[(self->n_given + i) % length];
  self->n_given += n;

  if (self->cancel_after != NULL)
    g_cancellable_cancel (self->cancel_after);
  return n;
}

static void
test_stream_class_init (TestStreamClass *klass)
{
  klass->read_fn = test_stream_read;
}

static void
test_stream_init (TestStream *self)
{
}

static TestStream *
test_stream_new (const char *text,
                 gsize       n_bytes)
{
  TestStream *self = g_object_new (test_stream_get_type (), NULL);

  self->text = text;
  self->n_bytes = n_bytes;
  return self;
}

/* A folder for a test, and what is in it. */
typedef struct
{
  char *folder;
} Fixture;

static void
set_up (Fixture      *fixture,
        gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  fixture->folder = g_dir_make_tmp ("doublet-loader-XXXXXX", &error);
  g_assert_no_error (error);
}

static void
tear_down (Fixture      *fixture,
           gconstpointer data)
{
  g_autoptr (GDir) folder = g_dir_open (fixture->folder, 0, NULL);
  const char *name;

  while ((name = g_dir_read_name (folder)) != NULL)
    {
      g_autofree char *path = g_build_filename (fixture->folder, name, NULL);

      g_assert_cmpint (g_remove (path), ==, 0);
    }

  g_assert_cmpint (g_rmdir (fixture->folder), ==, 0);
  g_free (fixture->folder);
}

static char *
write_file (Fixture    *fixture,
            const char *name,
            const char *bytes,
            gssize      n_bytes)
{
  char *path = g_build_filename (fixture->folder, name, NULL);

  g_assert_true (g_file_set_contents (path, bytes, n_bytes, NULL));
  return path;
}

/* Both ways to the same file. */
static DoubletArticle *
load_path (const char *path,
           GError    **error)
{
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GError) path_error = NULL;
  g_autoptr (DoubletArticle) other = doublet_loader_load_path (path, NULL, NULL, &path_error);
  DoubletArticle *article = doublet_loader_load_file (file, NULL, NULL, error);

  if (article == NULL)
    {
      g_assert_error (path_error, (*error)->domain, (*error)->code);
      g_assert_cmpstr (path_error->message, ==, (*error)->message);
      return NULL;
    }
  g_assert_no_error (path_error);
  g_assert_cmpstr (doublet_article_get_name (other), ==, doublet_article_get_name (article));
  /* GIO writes a path that is no single line of UTF-8 as a URI. */
  if (!g_str_has_prefix (doublet_article_get_source (article), "file:"))
    g_assert_cmpstr (doublet_article_get_source (other), ==, doublet_article_get_source (article));
  g_assert_cmpstr (doublet_article_get_text (other, NULL), ==, doublet_article_get_text (article, NULL));
  return article;
}

static void
check_error (const char      *path,
             DoubletLoadError code)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *folder = g_path_get_dirname (path);
  g_autofree char *name = g_path_get_basename (path);

  g_assert_null (load_path (path, &error));
  g_assert_error (error, DOUBLET_LOAD_ERROR, (int)code);

  /* A sentence, without the name and without the path. */
  g_assert_true (g_str_has_suffix (error->message, "."));
  if (strlen (name) > 3)
    g_assert_null (strstr (error->message, name));
  if (strlen (folder) > 1)
    g_assert_null (strstr (error->message, folder));
}

static void
test_good_file (Fixture      *fixture,
                gconstpointer data)
{
  g_autofree char *path = write_file (fixture, "an article.txt", "A headline\r\n\r\nA paragraph.\r\n", -1);
  g_autoptr (GError) error = NULL;
  g_autoptr (DoubletArticle) article = load_path (path, &error);
  guint n_blocks;

  g_assert_no_error (error);
  g_assert_cmpstr (doublet_article_get_name (article), ==, "an article.txt");
  g_assert_cmpstr (doublet_article_get_source (article), ==, path);
  g_assert_cmpstr (doublet_article_get_title (article), ==, "A headline");
  g_assert_cmpstr (doublet_article_get_text (article, NULL), ==, "A headline\r\n\r\nA paragraph.\r\n");
  g_assert_cmpstr (doublet_article_get_charset (article), ==, "UTF-8");
  g_assert_false (doublet_article_get_charset_guessed (article));
  g_assert_cmpstr (doublet_article_get_format (article), ==, "text");
  g_assert_null (doublet_article_get_incomplete (article));
  doublet_article_get_blocks (article, &n_blocks);
  g_assert_cmpuint (n_blocks, ==, 2);
}

static void
test_names (Fixture      *fixture,
            gconstpointer data)
{
  static const char *const names[][2] = {
    { "plain.txt", "plain.txt" },
    { "two\nlines.txt", "two\357\277\275lines.txt" },
    { "Überschrift.txt", "Überschrift.txt" },
    { "caf\xe9.txt", "caf\357\277\275.txt" },
    { "-", "-" },
    { "100 %s.txt", "100 %s.txt" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *path = write_file (fixture, names[i][0], "Words.", -1);
      g_autoptr (DoubletArticle) article = load_path (path, NULL);

      g_assert_nonnull (article);
      g_assert_cmpstr (doublet_article_get_name (article), ==, names[i][1]);
      g_assert_true (g_utf8_validate (doublet_article_get_source (article), -1, NULL));
    }
}

static void
test_hostile_paths (Fixture      *fixture,
                    gconstpointer data)
{
  g_autofree char   *missing = g_build_filename (fixture->folder, "missing.txt", NULL);
  g_autofree char   *fifo = g_build_filename (fixture->folder, "fifo.txt", NULL);
  g_autofree char   *loop = g_build_filename (fixture->folder, "loop.txt", NULL);
  g_autofree char   *dangling = g_build_filename (fixture->folder, "dangling.txt", NULL);
  g_autofree char   *socket_path = g_build_filename (fixture->folder, "socket", NULL);
  g_autofree char   *file = write_file (fixture, "file.txt", "x", -1);
  g_autofree char   *inside = g_build_filename (file, "inside.txt", NULL);
  g_autofree char   *endless = g_strnfill (5000, 'x');
  g_autofree char   *too_long = g_build_filename (fixture->folder, endless, NULL);
  struct sockaddr_un address = { .sun_family = AF_UNIX };
  int                fd = socket (AF_UNIX, SOCK_STREAM, 0);

  g_assert_cmpint (mkfifo (fifo, 0600), ==, 0);
  g_assert_cmpint (symlink ("loop.txt", loop), ==, 0);
  g_assert_cmpint (symlink ("nowhere.txt", dangling), ==, 0);
  g_assert_cmpuint (strlen (socket_path), <, sizeof address.sun_path);
  strcpy (address.sun_path, socket_path);
  g_assert_cmpint (bind (fd, (struct sockaddr *)&address, sizeof address), ==, 0);

  check_error (missing, DOUBLET_LOAD_ERROR_NOT_FOUND);
  check_error (dangling, DOUBLET_LOAD_ERROR_NOT_FOUND);
  check_error (inside, DOUBLET_LOAD_ERROR_NOT_FOUND);
  check_error (fixture->folder, DOUBLET_LOAD_ERROR_NOT_A_FILE);
  check_error ("/", DOUBLET_LOAD_ERROR_NOT_A_FILE);
  check_error (fifo, DOUBLET_LOAD_ERROR_NOT_A_FILE);
  check_error (socket_path, DOUBLET_LOAD_ERROR_NOT_A_FILE);
  check_error ("/dev/zero", DOUBLET_LOAD_ERROR_NOT_A_FILE);
  check_error ("/dev/null", DOUBLET_LOAD_ERROR_NOT_A_FILE);
  check_error (loop, DOUBLET_LOAD_ERROR_READ_FAILED);
  check_error (too_long, DOUBLET_LOAD_ERROR_READ_FAILED);

  close (fd);
}

static void
test_no_permission (Fixture      *fixture,
                    gconstpointer data)
{
  g_autofree char *path = write_file (fixture, "closed.txt", "Words.", -1);
  g_autoptr (GError) io_error = g_error_new_literal (G_IO_ERROR, G_IO_ERROR_PERMISSION_DENIED, path);
  g_autoptr (GError) error = NULL;

  g_assert_cmpint (g_chmod (path, 0), ==, 0);

  /* Root may read anything. */
  if (geteuid () != 0)
    check_error (path, DOUBLET_LOAD_ERROR_NO_PERMISSION);

  doublet_load_error_set_from_errno (&error, EACCES);
  g_assert_error (error, DOUBLET_LOAD_ERROR, DOUBLET_LOAD_ERROR_NO_PERMISSION);
  g_clear_error (&error);
  doublet_load_error_set_from_io (&error, io_error);
  g_assert_error (error, DOUBLET_LOAD_ERROR, DOUBLET_LOAD_ERROR_NO_PERMISSION);
  g_assert_null (strstr (error->message, path));
}

static void
test_hostile_content (Fixture      *fixture,
                      gconstpointer data)
{
  static const struct
  {
    const char      *bytes;
    gssize           n_bytes;
    DoubletLoadError code;
  } contents[] = {
    { "", 0, DOUBLET_LOAD_ERROR_EMPTY },
    { " \n\t\r\n\f\v \302\240\342\200\251", -1, DOUBLET_LOAD_ERROR_EMPTY },
    { "\xef\xbb\xbf", 3, DOUBLET_LOAD_ERROR_EMPTY },
    { "\xff\xfe", 2, DOUBLET_LOAD_ERROR_EMPTY },
    { "\xff\xfe\n\0", 4, DOUBLET_LOAD_ERROR_EMPTY },
    { "\0", 1, DOUBLET_LOAD_ERROR_NO_TEXT },
    { "\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0", 16, DOUBLET_LOAD_ERROR_NO_TEXT },
    { "\1\2\3\4\5\6\7\10\16\17\20\21", 12, DOUBLET_LOAD_ERROR_NO_TEXT },
    { "\0\1\0\2\0\3\0\4\0\5\0\6", 12, DOUBLET_LOAD_ERROR_NO_TEXT },
    { "\x89PNG\r\n\x1a\n", 8, DOUBLET_LOAD_ERROR_UNSUPPORTED },
    { "PK\3\4", 4, DOUBLET_LOAD_ERROR_UNSUPPORTED },
    { "%PDF-1.4\n", 9, DOUBLET_LOAD_ERROR_NO_HELPER },
  };

  for (guint i = 0; i < G_N_ELEMENTS (contents); i++)
    {
      g_autofree char *path = write_file (fixture, "content.txt", contents[i].bytes, contents[i].n_bytes);

      g_test_message ("content %u", i);
      check_error (path, contents[i].code);
    }
}

/* Bytes at random are no text, whatever the guess. */
static void
test_random_bytes (void)
{
  GRand *rand = g_rand_new_with_seed (7);

  for (guint i = 0; i < 50; i++)
    {
      g_autoptr (GBytes) bytes = NULL;
      g_autoptr (DoubletArticle) article = NULL;
      g_autoptr (GError) error = NULL;
      guint8 *data = g_malloc (20000);

      for (guint j = 0; j < 20000; j++)
        data[j] = g_rand_int_range (rand, 0, 256);

      bytes = g_bytes_new_take (data, 20000);
      article = doublet_loader_load_bytes (bytes, "random", NULL, NULL, NULL, &error);
      g_assert_error (error, DOUBLET_LOAD_ERROR, DOUBLET_LOAD_ERROR_NO_TEXT);
    }

  g_rand_free (rand);
}

static void
test_big (Fixture      *fixture,
          gconstpointer data)
{
  g_autofree char *path = write_file (fixture, "big.txt", "x", -1);

  g_assert_cmpint (truncate (path, 200 * 1000 * 1000), ==, 0);
  check_error (path, DOUBLET_LOAD_ERROR_TOO_BIG);
  g_assert_cmpint (truncate (path, DOUBLET_LIMIT_FILE_BYTES + 1), ==, 0);
  check_error (path, DOUBLET_LOAD_ERROR_TOO_BIG);
}

/* The system gives these a size of 0 and content all the same; of this one, which is read
 * twice here, the same each time. */
static void
test_size_unknown (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (DoubletArticle) article = load_path ("/proc/version", &error);

  g_assert_no_error (error);
  g_assert_true (g_str_has_prefix (doublet_article_get_text (article, NULL), "Linux version"));
}

static void
test_undecoded_is_noted (void)
{
  static const struct
  {
    const char *bytes;
    const char *incomplete;
  } texts[] = {
    { "\xef\xbb\xbfThe caf\xe9 was closed.", "1 character could not be decoded." },
    { "\xef\xbb\xbf\xff\xff words, and words, and more words", "2 characters could not be decoded." },
    { "Words.", NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr (GBytes) bytes = g_bytes_new_static (texts[i].bytes, strlen (texts[i].bytes));
      g_autoptr (GError) error = NULL;
      g_autoptr (DoubletArticle) article = doublet_loader_load_bytes (bytes, "a", NULL, NULL, NULL, &error);

      g_assert_no_error (error);
      g_assert_cmpstr (doublet_article_get_incomplete (article), ==, texts[i].incomplete);
    }
}

static void
test_charset_option (void)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static ("\xcf\xf0\xe8\xe2\xe5\xf2", 6);
  DoubletLoadOptions options = { .charset = "windows-1251" };
  g_autoptr (GError) error = NULL;
  g_autoptr (DoubletArticle) article = doublet_loader_load_bytes (bytes, "a", NULL, &options, NULL, &error);

  g_assert_no_error (error);
  g_assert_cmpstr (doublet_article_get_text (article, NULL), ==, "Привет");
  g_assert_cmpstr (doublet_article_get_charset (article), ==, "Windows-1251");
  g_assert_false (doublet_article_get_charset_guessed (article));

  options.charset = "UTF-8//IGNORE";
  g_assert_null (doublet_loader_load_bytes (bytes, "a", NULL, &options, NULL, &error));
  g_assert_error (error, DOUBLET_LOAD_ERROR, DOUBLET_LOAD_ERROR_BAD_CHARSET);
}

static void
test_streams (void)
{
  g_autoptr (TestStream) good = test_stream_new ("The same words again and again. ", 1000000);
  g_autoptr (TestStream) empty = test_stream_new ("x", 0);
  g_autoptr (TestStream) broken = test_stream_new ("Words. ", 10000);
  g_autoptr (TestStream) endless = test_stream_new ("x", G_MAXSIZE);
  g_autoptr (DoubletArticle) article = NULL;
  g_autoptr (GError) error = NULL;
  gsize n_bytes;

  article = doublet_loader_load_stream (G_INPUT_STREAM (good), "Standard input", "-", NULL, NULL, &error);
  g_assert_no_error (error);
  doublet_article_get_text (article, &n_bytes);
  g_assert_cmpuint (n_bytes, ==, 1000000);
  g_assert_cmpstr (doublet_article_get_name (article), ==, "Standard input");
  g_assert_cmpstr (doublet_article_get_source (article), ==, "-");

  g_assert_null (doublet_loader_load_stream (G_INPUT_STREAM (empty), "a", NULL, NULL, NULL, &error));
  g_assert_error (error, DOUBLET_LOAD_ERROR, DOUBLET_LOAD_ERROR_EMPTY);
  g_clear_error (&error);

  broken->fails = TRUE;
  g_assert_null (doublet_loader_load_stream (G_INPUT_STREAM (broken), "a", NULL, NULL, NULL, &error));
  g_assert_error (error, DOUBLET_LOAD_ERROR, DOUBLET_LOAD_ERROR_READ_FAILED);
  g_assert_null (strstr (error->message, "secret"));
  g_clear_error (&error);

  g_assert_null (doublet_loader_load_stream (G_INPUT_STREAM (endless), "a", NULL, NULL, NULL, &error));
  g_assert_error (error, DOUBLET_LOAD_ERROR, DOUBLET_LOAD_ERROR_TOO_BIG);
  g_assert_cmpuint (endless->n_given, <=, DOUBLET_LIMIT_FILE_BYTES + DOUBLET_LIMIT_PIECE_BYTES);
}

static void
test_cancelled (Fixture      *fixture,
                gconstpointer data)
{
  g_autofree char *path = write_file (fixture, "a.txt", "Words.", -1);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GBytes) bytes = g_bytes_new_static ("Words.", 6);
  g_autoptr (TestStream) stream = test_stream_new ("x", G_MAXSIZE);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  DoubletProgress progress = { DOUBLET_PROGRESS_CANCELLABLE (cancellable) };
  g_autoptr (GError) error = NULL;

  /* Between two reads. */
  stream->cancel_after = cancellable;
  g_assert_null (doublet_loader_load_stream (G_INPUT_STREAM (stream), "a", NULL, NULL, &progress, &error));
  g_assert_error (error, DOUBLET_LOAD_ERROR, DOUBLET_LOAD_ERROR_CANCELLED);
  g_assert_cmpuint (stream->n_given, <=, DOUBLET_LIMIT_PIECE_BYTES);
  g_clear_error (&error);

  g_assert_null (doublet_loader_load_file (file, NULL, &progress, &error));
  g_assert_error (error, DOUBLET_LOAD_ERROR, DOUBLET_LOAD_ERROR_CANCELLED);
  g_clear_error (&error);

  g_assert_null (doublet_loader_load_bytes (bytes, "a", NULL, NULL, &progress, &error));
  g_assert_error (error, DOUBLET_LOAD_ERROR, DOUBLET_LOAD_ERROR_CANCELLED);
}

static DoubletArticle *
note_format (const char               *format,
             GBytes                   *bytes,
             const char               *name,
             const char               *source,
             const DoubletLoadOptions *options,
             const DoubletProgress    *progress,
             GError                  **error)
{
  g_assert_cmpstr (format, ==, "markdown");
  g_assert_cmpstr (name, ==, "My draft.txt");
  return doublet_plain_text_load (bytes, name, source, NULL, progress, error);
}

/* What people call a file says nothing about what it is. */
static void
test_renamed (Fixture      *fixture,
              gconstpointer data)
{
  g_autofree char *path = write_file (fixture, "draft.md", "# One\n\nTwo.\n", -1);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  DoubletLoadOptions options = { .name = "My draft.txt", .helper = note_format };
  g_autoptr (GError) error = NULL;
  g_autoptr (DoubletArticle) article = doublet_loader_load_file (file, &options, NULL, &error);

  g_assert_no_error (error);
  g_assert_cmpstr (doublet_article_get_name (article), ==, "My draft.txt");
}

/* Cuts the file that is being read, from within the report of progress. */
static void
truncate_cb (double   fraction,
             gpointer user_data)
{
  g_assert_cmpint (truncate (user_data, 10), ==, 0);
}

static void
test_shrinks (Fixture      *fixture,
              gconstpointer data)
{
  g_autofree char *text = g_strnfill (4 * DOUBLET_LIMIT_PIECE_BYTES, 'x');
  g_autofree char *path = write_file (fixture, "shrinks.txt", text, -1);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  DoubletProgress progress = { .func = truncate_cb, .user_data = path };
  g_autoptr (GError) error = NULL;

  g_assert_null (doublet_loader_load_file (file, NULL, &progress, &error));
  g_assert_error (error, DOUBLET_LOAD_ERROR, DOUBLET_LOAD_ERROR_READ_FAILED);
}

/* Removed while it is read, a file is read to its end all the same. */
static void
unlink_cb (double   fraction,
           gpointer user_data)
{
  unlink (user_data);
}

static void
test_vanishes (Fixture      *fixture,
               gconstpointer data)
{
  g_autofree char *text = g_strnfill (4 * DOUBLET_LIMIT_PIECE_BYTES, 'x');
  g_autofree char *path = write_file (fixture, "vanishes.txt", text, -1);
  DoubletProgress  progress = { .func = unlink_cb, .user_data = path };
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GError) error = NULL;
  g_autoptr (DoubletArticle) article = doublet_loader_load_file (file, NULL, &progress, &error);

  g_assert_no_error (error);
  g_assert_cmpstr (doublet_article_get_text (article, NULL), ==, text);
}

/* A whole load, on anything at all. */
static void
test_anything (void)
{
  static const char *const pieces[] = {
    "word ", "\n", "\r\n", "\n\n", "é", "\xe9", "\xff\xfe", "\xef\xbb\xbf", "\0", "漢字", "\x1b$B", "\x82\xa0", "a\0b\0",
    "<html>", "PK\3\4", "A long line of words that is about as long as a wrapped one is. "
  };
  static const gsize lengths[] = { 5, 1, 2, 2, 2, 1, 2, 3, 1, 6, 3, 2, 4, 6, 4, 64 };
  GRand             *rand = g_rand_new_with_seed (8);

  for (guint i = 0; i < 500; i++)
    {
      GByteArray *array = g_byte_array_new ();
      g_autoptr (GBytes) bytes = NULL;
      g_autoptr (DoubletArticle) article = NULL;
      g_autoptr (GError) error = NULL;
      gint32 n = g_rand_int_range (rand, 0, 40);

      for (gint32 j = 0; j < n; j++)
        {
          gint32 piece = g_rand_int_range (rand, 0, G_N_ELEMENTS (pieces));

          g_byte_array_append (array, (const guint8 *)pieces[piece], lengths[piece]);
        }

      bytes = g_byte_array_free_to_bytes (array);
      article = doublet_loader_load_bytes (bytes, "a.txt", NULL, NULL, NULL, &error);
      g_assert_true ((article != NULL) != (error != NULL));
      if (error != NULL)
        g_assert_true (error->domain == DOUBLET_LOAD_ERROR);
    }

  g_rand_free (rand);
}

#define ADD(path, func) g_test_add (path, Fixture, NULL, set_up, func, tear_down)

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  ADD ("/loader/good-file", test_good_file);
  ADD ("/loader/names", test_names);
  ADD ("/loader/hostile-paths", test_hostile_paths);
  ADD ("/loader/no-permission", test_no_permission);
  ADD ("/loader/hostile-content", test_hostile_content);
  g_test_add_func ("/loader/random-bytes", test_random_bytes);
  ADD ("/loader/big", test_big);
  g_test_add_func ("/loader/size-unknown", test_size_unknown);
  g_test_add_func ("/loader/undecoded-is-noted", test_undecoded_is_noted);
  g_test_add_func ("/loader/charset-option", test_charset_option);
  g_test_add_func ("/loader/streams", test_streams);
  ADD ("/loader/cancelled", test_cancelled);
  ADD ("/loader/renamed", test_renamed);
  ADD ("/loader/shrinks", test_shrinks);
  ADD ("/loader/vanishes", test_vanishes);
  g_test_add_func ("/loader/anything", test_anything);

  return g_test_run ();
}
