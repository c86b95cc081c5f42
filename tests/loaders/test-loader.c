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
#include "stop-flag.h"

#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/un.h>
#include <unistd.h>

#include <glib/gstdio.h>

/* A source that gives its text in small pieces, again and again up to a length, and
 * then ends, fails, or has somebody say that it is enough. */
typedef struct
{
  const char *text;
  gsize       n_bytes; /* to give in all */
  gsize       n_given;
  gboolean    fails; /* at the end */
  int        *stop;  /* (nullable): set by the first read */
} Source;

static gssize
read_source (gpointer               source,
             guint8                *piece,
             const DoubletProgress *progress,
             GError               **error)
{
  Source *self = source;
  gsize   length = strlen (self->text);
  gsize   n = MIN (DOUBLET_LIMIT_PIECE_BYTES, self->n_bytes - self->n_given);

  if (n == 0 && self->fails)
    {
      doublet_load_error_set_from_errno (error, EIO);
      return -1;
    }

  if (length == 1)
    memset (piece, self->text[0], n);
  for (gsize i = 0; length > 1 && i < n; i++)
    piece[i] = (guint8)self->text[(self->n_given + i) % length];
  self->n_given += n;

  if (self->stop != NULL)
    *self->stop = TRUE;
  return (gssize)n;
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

static DoubletArticle *
load_path (const char *path,
           GError    **error)
{
  return doublet_loader_load_path (path, NULL, NULL, error);
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
  static const struct
  {
    const char *file;
    const char *name;
    const char *source; /* (nullable): its end if it is not that of the path */
  } names[] = {
    { "plain.txt", "plain.txt", NULL },
    { "two\nlines.txt", "two\357\277\275lines.txt", NULL },
    { "Überschrift.txt", "Überschrift.txt", NULL },
    { "caf\xe9.txt", "caf\357\277\275.txt", "/caf%E9.txt" },
    { "-", "-", NULL },
    { "100 %s.txt", "100 %s.txt", NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *path = write_file (fixture, names[i].file, "Words.", -1);
      g_autoptr (DoubletArticle) article = load_path (path, NULL);
      const char *source;

      g_assert_nonnull (article);
      g_assert_cmpstr (doublet_article_get_name (article), ==, names[i].name);
      source = doublet_article_get_source (article);
      g_assert_true (g_utf8_validate (source, -1, NULL));
      if (names[i].source == NULL)
        {
          g_assert_cmpstr (source, ==, path);
        }
      else
        {
          g_autofree char *back = g_filename_from_uri (source, NULL, NULL);

          g_assert_true (g_str_has_suffix (source, names[i].source));
          g_assert_cmpstr (back, ==, path);
        }
    }
}

/* Where a file is does not depend on the folder that it was named from. */
static void
test_relative (Fixture      *fixture,
               gconstpointer data)
{
  static const char *const paths[] = { "a.txt", "./a.txt", "../%s/a.txt", ".//a.txt" };
  g_autofree char         *path = write_file (fixture, "a.txt", "Words.", -1);
  g_autofree char         *folder = g_path_get_basename (fixture->folder);
  g_autofree char         *before = g_get_current_dir ();

  g_assert_cmpint (g_chdir (fixture->folder), ==, 0);
  for (guint i = 0; i < G_N_ELEMENTS (paths); i++)
    {
      g_auto (GStrv) parts = g_strsplit (paths[i], "%s", -1);
      g_autofree char *relative = g_strjoinv (folder, parts);
      g_autoptr (DoubletArticle) article = load_path (relative, NULL);

      g_assert_cmpstr (doublet_article_get_source (article), ==, path);
      g_assert_cmpstr (doublet_article_get_name (article), ==, "a.txt");
    }
  g_assert_cmpint (g_chdir (before), ==, 0);
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
  g_autoptr (GError) error = NULL;

  g_assert_cmpint (g_chmod (path, 0), ==, 0);

  /* Root may read anything. */
  if (geteuid () != 0)
    check_error (path, DOUBLET_LOAD_ERROR_NO_PERMISSION);

  doublet_load_error_set_from_errno (&error, EACCES);
  g_assert_error (error, DOUBLET_LOAD_ERROR, DOUBLET_LOAD_ERROR_NO_PERMISSION);
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
test_sources (void)
{
  Source          good = { .text = "The same words again and again. ", .n_bytes = 1000000 };
  Source          empty = { .text = "x" };
  Source          broken = { .text = "Words. ", .n_bytes = 10000, .fails = TRUE };
  Source          endless = { .text = "x", .n_bytes = G_MAXSIZE };
  Source          stopped = { .text = "x", .n_bytes = G_MAXSIZE };
  int             stop = FALSE;
  DoubletProgress progress = { STOP_FLAG (&stop) };
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GBytes) nothing = NULL;
  g_autoptr (GError) error = NULL;

  bytes = doublet_read_all (read_source, &good, 0, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (g_bytes_get_size (bytes), ==, 1000000);
  nothing = doublet_read_all (read_source, &empty, 0, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (g_bytes_get_size (nothing), ==, 0);

  g_assert_null (doublet_read_all (read_source, &broken, 0, NULL, &error));
  g_assert_error (error, DOUBLET_LOAD_ERROR, DOUBLET_LOAD_ERROR_READ_FAILED);
  g_clear_error (&error);

  g_assert_null (doublet_read_all (read_source, &endless, 0, NULL, &error));
  g_assert_error (error, DOUBLET_LOAD_ERROR, DOUBLET_LOAD_ERROR_TOO_BIG);
  g_assert_cmpuint (endless.n_given, <=, DOUBLET_LIMIT_FILE_BYTES + DOUBLET_LIMIT_PIECE_BYTES);
  g_clear_error (&error);

  /* Between two reads. */
  stopped.stop = &stop;
  g_assert_null (doublet_read_all (read_source, &stopped, 0, &progress, &error));
  g_assert_error (error, DOUBLET_LOAD_ERROR, DOUBLET_LOAD_ERROR_CANCELLED);
  g_assert_cmpuint (stopped.n_given, <=, DOUBLET_LIMIT_PIECE_BYTES);
}

static gpointer
write_slowly (gpointer data)
{
  int fd = GPOINTER_TO_INT (data);

  for (guint i = 0; i < 5; i++)
    {
      g_assert_cmpint (write (fd, "words ", 6), ==, 6);
      g_usleep (2 * G_TIME_SPAN_MILLISECOND);
    }
  close (fd);
  return NULL;
}

/* What standard input may be: a pipe that comes slowly, also one that does not let its
 * reader wait. */
static void
test_descriptor (void)
{
  for (guint is_nonblocking = 0; is_nonblocking < 2; is_nonblocking++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (GBytes) bytes = NULL;
      GThread *thread;
      int      ends[2];

      g_assert_cmpint (pipe (ends), ==, 0);
      if (is_nonblocking)
        g_assert_cmpint (fcntl (ends[0], F_SETFL, O_NONBLOCK), ==, 0);
      thread = g_thread_new ("write", write_slowly, GINT_TO_POINTER (ends[1]));
      bytes = doublet_read_descriptor (ends[0], NULL, &error);
      g_thread_join (thread);
      g_assert_no_error (error);
      g_assert_cmpmem (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes), "words words words words words ", 30);
      /* It stays open. */
      g_assert_cmpint (close (ends[0]), ==, 0);
    }
}

static gpointer
stop_soon (gpointer data)
{
  g_usleep (20 * G_TIME_SPAN_MILLISECOND);
  g_atomic_int_set ((int *)data, TRUE);
  return NULL;
}

/* A pipe that nothing comes from. */
static void
test_descriptor_stopped (void)
{
  int             stop = FALSE;
  DoubletProgress progress = { STOP_FLAG (&stop) };
  g_autoptr (GError) error = NULL;
  GThread *thread = g_thread_new ("stop", stop_soon, &stop);
  int      ends[2];

  g_assert_cmpint (pipe (ends), ==, 0);
  g_assert_null (doublet_read_descriptor (ends[0], &progress, &error));
  g_assert_error (error, DOUBLET_LOAD_ERROR, DOUBLET_LOAD_ERROR_CANCELLED);
  g_clear_error (&error);
  g_thread_join (thread);
  close (ends[0]);
  close (ends[1]);

  /* One that the program was started without. */
  g_assert_null (doublet_read_descriptor (ends[0], NULL, &error));
  g_assert_error (error, DOUBLET_LOAD_ERROR, DOUBLET_LOAD_ERROR_READ_FAILED);
}

static void
test_cancelled (Fixture      *fixture,
                gconstpointer data)
{
  g_autofree char *path = write_file (fixture, "a.txt", "Words.", -1);
  g_autoptr (GBytes) bytes = g_bytes_new_static ("Words.", 6);
  int             stop = TRUE;
  DoubletProgress progress = { STOP_FLAG (&stop) };
  g_autoptr (GError) error = NULL;

  g_assert_null (doublet_loader_load_path (path, NULL, &progress, &error));
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
  g_autofree char   *path = write_file (fixture, "draft.md", "# One\n\nTwo.\n", -1);
  DoubletLoadOptions options = { .name = "My draft.txt", .helper = note_format };
  g_autoptr (GError) error = NULL;
  g_autoptr (DoubletArticle) article = doublet_loader_load_path (path, &options, NULL, &error);

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
  DoubletProgress  progress = { .func = truncate_cb, .user_data = path };
  g_autoptr (GError) error = NULL;

  g_assert_null (doublet_loader_load_path (path, NULL, &progress, &error));
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
  g_autoptr (GError) error = NULL;
  g_autoptr (DoubletArticle) article = doublet_loader_load_path (path, NULL, &progress, &error);

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
  ADD ("/loader/relative", test_relative);
  ADD ("/loader/hostile-paths", test_hostile_paths);
  ADD ("/loader/no-permission", test_no_permission);
  ADD ("/loader/hostile-content", test_hostile_content);
  g_test_add_func ("/loader/random-bytes", test_random_bytes);
  ADD ("/loader/big", test_big);
  g_test_add_func ("/loader/size-unknown", test_size_unknown);
  g_test_add_func ("/loader/undecoded-is-noted", test_undecoded_is_noted);
  g_test_add_func ("/loader/charset-option", test_charset_option);
  g_test_add_func ("/loader/sources", test_sources);
  g_test_add_func ("/loader/descriptor", test_descriptor);
  g_test_add_func ("/loader/descriptor-stopped", test_descriptor_stopped);
  ADD ("/loader/cancelled", test_cancelled);
  ADD ("/loader/renamed", test_renamed);
  ADD ("/loader/shrinks", test_shrinks);
  ADD ("/loader/vanishes", test_vanishes);
  g_test_add_func ("/loader/anything", test_anything);

  return g_test_run ();
}
