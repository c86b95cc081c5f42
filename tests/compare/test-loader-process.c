/* test-loader-process.c
 *
 * SPDX-FileCopyrightText: 2026 The Doublet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "loader-process.h"

#include "load-error.h"
#include "parallel.h"
#include "stop-flag.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <signal.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#define SECOND G_TIME_SPAN_SECOND

static DoubletArticle *
load (const char               *format,
      const char               *text,
      const DoubletLoadOptions *options,
      int                      *stop,
      GError                  **error)
{
  const DoubletProgress progress = { STOP_FLAG (stop) };
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));

  return doublet_loader_process_run (format, bytes, "page.html", "/folder/page.html", options, &progress, error);
}

static void
test_article (void)
{
  const DoubletLoadOptions options = { .charset = "ISO-8859-2" };
  g_autoptr (GError) error = NULL;
  g_autoptr (DoubletArticle) article = load ("html", "<title>Nov\xe9</title><p>Nov\xe9 p\xf8"
                                                     "esto.",
                                             &options, NULL, &error);

  g_assert_no_error (error);
  g_assert_cmpstr (doublet_article_get_text (article, NULL), ==, "Nové přesto.\n");
  g_assert_cmpstr (doublet_article_get_title (article), ==, "Nové");
  g_assert_cmpstr (doublet_article_get_name (article), ==, "page.html");
  g_assert_cmpstr (doublet_article_get_source (article), ==, "/folder/page.html");
  g_assert_cmpstr (doublet_article_get_format (article), ==, "html");
  g_assert_cmpstr (doublet_article_get_charset (article), ==, "ISO-8859-2");
}

/* Converters that iconv must load are there although nothing can be opened. */
static void
test_charsets (void)
{
  static const char *const charsets[] = { "Shift_JIS", "EUC-JP", "GB18030", "Big5", "EUC-KR", "KOI8-R", "Windows-1255", "UTF-16LE", "ISO-2022-JP", "Macintosh", NULL };

  for (guint i = 0; charsets[i] != NULL; i++)
    {
      const DoubletLoadOptions options = { .charset = charsets[i] };
      g_autoptr (GError) error = NULL;
      g_autoptr (DoubletArticle) article = load ("markdown", "Some words of an article", &options, NULL, &error);

      g_test_message ("%s", charsets[i]);
      g_assert_no_error (error);
      g_assert_cmpstr (doublet_article_get_charset (article), ==, charsets[i]);
    }
}

static void
test_refused (void)
{
  g_autoptr (GError) empty = NULL;
  g_autoptr (GError) bad_charset = NULL;
  const DoubletLoadOptions options = { .charset = "no such set" };

  g_assert_null (load ("html", "<p> </p>", NULL, NULL, &empty));
  g_assert_error (empty, DOUBLET_LOAD_ERROR, DOUBLET_LOAD_ERROR_EMPTY);
  g_assert_null (load ("html", "<p>x</p>", &options, NULL, &bad_charset));
  g_assert_error (bad_charset, DOUBLET_LOAD_ERROR, DOUBLET_LOAD_ERROR_BAD_CHARSET);
}

/* Puts a program of ours in the loader's place. */
static char *
replace_program (const char *script)
{
  char            *folder = g_dir_make_tmp ("doublet-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "doublet-loader", NULL);

  if (script != NULL)
    {
      g_assert_true (g_file_set_contents (path, script, -1, NULL));
      g_assert_cmpint (g_chmod (path, 0755), ==, 0);
    }
  g_setenv ("DOUBLET_LOADER_DIR", folder, TRUE);
  return folder;
}

static void
restore_program (char       *folder,
                 const char *before)
{
  g_autofree char *path = g_build_filename (folder, "doublet-loader", NULL);

  g_unlink (path);
  g_assert_cmpint (g_rmdir (folder), ==, 0);
  g_free (folder);
  g_setenv ("DOUBLET_LOADER_DIR", before, TRUE);
}

static void
test_faults (void)
{
  static const struct
  {
    const char *name;
    const char *script;
    int         code;
  } cases[] = {
    { "missing", NULL, DOUBLET_LOAD_ERROR_NO_HELPER },
    { "silent", "#!/bin/sh\nexit 0\n", DOUBLET_LOAD_ERROR_TOO_COMPLICATED },
    { "failing", "#!/bin/sh\nexit 1\n", DOUBLET_LOAD_ERROR_TOO_COMPLICATED },
    { "killed", "#!/bin/sh\nkill -SEGV $$\n", DOUBLET_LOAD_ERROR_TOO_COMPLICATED },
    { "rubbish", "#!/bin/sh\nhead -c 100000 /dev/zero\n", DOUBLET_LOAD_ERROR_TOO_COMPLICATED },
    { "echo", "#!/bin/sh\ncat\n", DOUBLET_LOAD_ERROR_TOO_COMPLICATED },
    { "too much", "#!/bin/sh\nexec head -c 900000000 /dev/zero\n", DOUBLET_LOAD_ERROR_TOO_COMPLICATED },
  };
  g_autofree char *before = g_strdup (g_getenv ("DOUBLET_LOADER_DIR"));

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;
      char *folder = replace_program (cases[i].script);

      g_test_message ("%s", cases[i].name);
      g_assert_null (load ("html", "<p>Text.</p>", NULL, NULL, &error));
      g_assert_error (error, DOUBLET_LOAD_ERROR, cases[i].code);
      g_assert_true (g_str_has_suffix (error->message, "."));
      restore_program (folder, before);
    }
}

static gpointer
cancel_soon (gpointer data)
{
  g_usleep (SECOND / 5);
  g_atomic_int_set ((int *)data, TRUE);
  return NULL;
}

static void
assert_no_child (void)
{
  g_assert_cmpint (waitpid (-1, NULL, WNOHANG), ==, -1);
  g_assert_cmpint (errno, ==, ECHILD);
}

/* One that says nothing, one that says something, and one that has said all and does not
 * end.  The limit is a guard against hanging for good, not a measurement. */
static void
test_cancelled (gconstpointer script)
{
  g_autofree char *before = g_strdup (g_getenv ("DOUBLET_LOADER_DIR"));
  char            *folder = replace_program (script);
  int              stop = FALSE;
  g_autoptr (GError) error = NULL;
  gint64   start = g_get_monotonic_time ();
  GThread *thread = g_thread_new ("cancel", cancel_soon, &stop);

  g_assert_null (load ("html", "<p>Text.</p>", NULL, &stop, &error));
  g_assert_error (error, DOUBLET_LOAD_ERROR, DOUBLET_LOAD_ERROR_CANCELLED);
  g_assert_cmpint (g_get_monotonic_time () - start, <, 40 * SECOND);
  g_thread_join (thread);
  assert_no_child ();
  restore_program (folder, before);
}

/* Cancelled before it began. */
static void
test_cancelled_at_once (void)
{
  int stop = TRUE;
  g_autoptr (GError) error = NULL;

  g_assert_null (load ("html", "<p>Text.</p>", NULL, &stop, &error));
  g_assert_error (error, DOUBLET_LOAD_ERROR, DOUBLET_LOAD_ERROR_CANCELLED);
  assert_no_child ();
}

/* What was started with SIGCHLD ignored hears of the end of its own programs all the
 * same.  In a process of its own, since it is set right once for all. */
static void
test_deaf (void)
{
  if (g_test_subprocess ())
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (DoubletArticle) article = NULL;

      signal (SIGCHLD, SIG_IGN);
      article = load ("html", "<p>Text.</p>", NULL, NULL, &error);
      g_assert_no_error (error);
      g_assert_nonnull (article);
      return;
    }
  g_test_trap_subprocess (NULL, 0, G_TEST_SUBPROCESS_INHERIT_STDERR);
  g_test_trap_assert_passed ();
}

/* The program that reads documents of strangers gets three descriptors and no more. */
static void
test_descriptors (void)
{
  g_autofree char *before = g_strdup (g_getenv ("DOUBLET_LOADER_DIR"));
  char            *folder = replace_program ("#!/bin/sh\nls /proc/$$/fd > \"$DOUBLET_LOADER_DIR/list\"\n");
  g_autofree char *list = g_build_filename (folder, "list", NULL);
  g_autofree char *contents = NULL;
  int              fd = open ("/dev/null", O_RDONLY);
  int              high = fcntl (fd, F_DUPFD, 700);

  g_assert_cmpint (high, >=, 700);
  g_assert_null (load ("html", "<p>Text.</p>", NULL, NULL, NULL));
  g_assert_true (g_file_get_contents (list, &contents, NULL, NULL));
  /* A shell keeps the file of its script as 10 or above, never as far up as that. */
  g_assert_true (g_str_has_prefix (contents, "0\n1\n"));
  for (int i = 700; i <= high; i++)
    {
      g_autofree char *number = g_strdup_printf ("%d\n", i);

      g_assert_null (strstr (contents, number));
    }
  close (high);
  close (fd);
  g_unlink (list);
  restore_program (folder, before);
}

static void
load_one (guint    index,
          gpointer data)
{
  g_autofree char *text = g_strdup_printf ("<p>Number %u.", index);
  g_autofree char *expected = g_strdup_printf ("Number %u.\n", index);
  g_autoptr (DoubletArticle) article = load ("html", text, NULL, NULL, NULL);

  g_assert_nonnull (article);
  g_assert_cmpstr (doublet_article_get_text (article, NULL), ==, expected);
}

static guint
count_descriptors (void)
{
  g_autoptr (GDir) folder = g_dir_open ("/proc/self/fd", 0, NULL);
  guint n = 0;

  g_assert_nonnull (folder);
  while (g_dir_read_name (folder) != NULL)
    n++;
  return n;
}

/* Hundreds of documents leave no descriptor open and no process behind. */
static void
test_several (void)
{
  guint before;

  doublet_parallel_run (12, G_MAXSIZE, load_one, NULL);
  before = count_descriptors ();
  doublet_parallel_run (500, G_MAXSIZE, load_one, NULL);
  g_assert_cmpuint (count_descriptors (), <=, before);
  assert_no_child ();
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/loader-process/article", test_article);
  g_test_add_func ("/loader-process/charsets", test_charsets);
  g_test_add_func ("/loader-process/refused", test_refused);
  g_test_add_func ("/loader-process/faults", test_faults);
  g_test_add_data_func ("/loader-process/cancelled/silent", "#!/bin/sh\nexec sleep 50\n", test_cancelled);
  g_test_add_data_func ("/loader-process/cancelled/speaking", "#!/bin/sh\necho x; exec sleep 50\n", test_cancelled);
  g_test_add_data_func ("/loader-process/cancelled/lingering", "#!/bin/sh\nexec sleep 50 >&-\n", test_cancelled);
  g_test_add_func ("/loader-process/cancelled/at-once", test_cancelled_at_once);
  g_test_add_func ("/loader-process/deaf", test_deaf);
  g_test_add_func ("/loader-process/descriptors", test_descriptors);
  g_test_add_func ("/loader-process/several", test_several);

  return g_test_run ();
}
