/* test-save-path.c
 *
 * SPDX-FileCopyrightText: 2026 The Doublet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "save-path.h"

#include <glib/gstdio.h>
#include <signal.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

/* An identity without rights of its own; every system has it. */
#define NOBODY 65534

typedef struct
{
  char *folder;
} Fixture;

static void
set_up (Fixture      *fixture,
        gconstpointer data)
{
  fixture->folder = g_dir_make_tmp ("doublet-save-XXXXXX", NULL);
  g_assert_nonnull (fixture->folder);
}

static void
tear_down (Fixture      *fixture,
           gconstpointer data)
{
  g_autoptr (GDir) folder = NULL;
  const char *name;

  g_chmod (fixture->folder, 0700);
  folder = g_dir_open (fixture->folder, 0, NULL);
  while ((name = g_dir_read_name (folder)) != NULL)
    {
      g_autofree char *path = g_build_filename (fixture->folder, name, NULL);

      g_remove (path);
    }
  g_rmdir (fixture->folder);
  g_free (fixture->folder);
}

static gboolean
save (const char *path,
      const char *text,
      gboolean    overwrite,
      GError    **error)
{
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));

  return doublet_save_path (path, bytes, overwrite, error);
}

static void
assert_contents (const char *path,
                 const char *expected)
{
  g_autofree char *contents = NULL;

  g_assert_true (g_file_get_contents (path, &contents, NULL, NULL));
  g_assert_cmpstr (contents, ==, expected);
}

static guint
count_files (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  guint n = 0;

  while (g_dir_read_name (dir) != NULL)
    n++;
  return n;
}

static void
test_new (Fixture      *fixture,
          gconstpointer data)
{
  g_autofree char *path = g_build_filename (fixture->folder, "new.html", NULL);
  g_autoptr (GError) error = NULL;
  struct stat saved;
  mode_t      mask = umask (027);

  g_assert_true (save (path, "text", FALSE, &error));
  umask (mask);
  g_assert_no_error (error);
  assert_contents (path, "text");
  g_assert_cmpint (g_stat (path, &saved), ==, 0);
  g_assert_cmphex (saved.st_mode & 07777, ==, 0640);
  g_assert_cmpuint (count_files (fixture->folder), ==, 1);
}

static void
test_empty (Fixture      *fixture,
            gconstpointer data)
{
  g_autofree char *path = g_build_filename (fixture->folder, "empty", NULL);
  g_autoptr (GBytes) bytes = g_bytes_new (NULL, 0);

  g_assert_true (doublet_save_path (path, bytes, FALSE, NULL));
  assert_contents (path, "");
}

static void
test_exists (Fixture      *fixture,
             gconstpointer data)
{
  g_autofree char *path = g_build_filename (fixture->folder, "old.html", NULL);
  g_autoptr (GError) error = NULL;

  g_assert_true (g_file_set_contents (path, "old", -1, NULL));
  g_assert_false (save (path, "new", FALSE, &error));
  g_assert_error (error, G_FILE_ERROR, G_FILE_ERROR_EXIST);
  assert_contents (path, "old");
  g_assert_true (save (path, "new", TRUE, NULL));
  assert_contents (path, "new");
  g_assert_cmpuint (count_files (fixture->folder), ==, 1);
}

static void
test_mode (Fixture      *fixture,
           gconstpointer data)
{
  static const mode_t modes[] = { 0600, 0640, 0644, 0664, 0666, 0755 };
  g_autofree char    *path = g_build_filename (fixture->folder, "mode.html", NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (modes); i++)
    {
      struct stat saved;

      g_assert_true (g_file_set_contents (path, "old", -1, NULL));
      g_assert_cmpint (g_chmod (path, modes[i]), ==, 0);
      g_assert_true (save (path, "new", TRUE, NULL));
      g_assert_cmpint (g_stat (path, &saved), ==, 0);
      g_assert_cmphex (saved.st_mode & 07777, ==, modes[i]);
    }
}

static void
test_links (Fixture      *fixture,
            gconstpointer data)
{
  g_autofree char *path = g_build_filename (fixture->folder, "target.html", NULL);
  g_autofree char *link_path = g_build_filename (fixture->folder, "link.html", NULL);
  g_autofree char *second_path = g_build_filename (fixture->folder, "second.html", NULL);
  g_autofree char *loop_path = g_build_filename (fixture->folder, "loop.html", NULL);
  g_autoptr (GError) error = NULL;

  g_assert_cmpint (symlink ("target.html", link_path), ==, 0);
  g_assert_cmpint (symlink (link_path, second_path), ==, 0);
  g_assert_cmpint (symlink ("loop.html", loop_path), ==, 0);

  /* A link to nothing: the file is made where it leads. */
  g_assert_true (save (second_path, "new", FALSE, &error));
  g_assert_no_error (error);
  g_assert_true (g_file_test (link_path, G_FILE_TEST_IS_SYMLINK));
  g_assert_true (g_file_test (second_path, G_FILE_TEST_IS_SYMLINK));
  assert_contents (path, "new");

  g_assert_false (save (link_path, "newer", FALSE, NULL));
  g_assert_true (save (link_path, "newer", TRUE, NULL));
  g_assert_true (g_file_test (link_path, G_FILE_TEST_IS_SYMLINK));
  assert_contents (path, "newer");

  g_assert_false (save (loop_path, "x", TRUE, &error));
  g_assert_nonnull (error);
}

static void
test_folder (Fixture      *fixture,
             gconstpointer data)
{
  g_autofree char *missing = g_build_filename (fixture->folder, "missing", "new.html", NULL);
  g_autoptr (GError) error = NULL;

  g_assert_false (save (fixture->folder, "x", TRUE, &error));
  g_assert_error (error, G_FILE_ERROR, G_FILE_ERROR_ISDIR);
  g_clear_error (&error);
  g_assert_false (save (missing, "x", FALSE, &error));
  g_assert_error (error, G_FILE_ERROR, G_FILE_ERROR_NOENT);
}

static void
test_device (Fixture      *fixture,
             gconstpointer data)
{
  struct stat device;

  g_assert_true (save ("/dev/null", "x", FALSE, NULL));
  g_assert_cmpint (g_stat ("/dev/null", &device), ==, 0);
  g_assert_true (S_ISCHR (device.st_mode));
  g_assert_false (save ("/dev/full", "x", TRUE, NULL));
}

typedef void (*ChildFunc) (Fixture *fixture);

/* What follows changes limits or identity, so a child does it. */
static void
run_in_child (Fixture  *fixture,
              ChildFunc func)
{
  pid_t child = fork ();
  int   status;

  g_assert_cmpint (child, >=, 0);
  if (child == 0)
    {
      func (fixture);
      _exit (0);
    }
  g_assert_cmpint (waitpid (child, &status, 0), ==, child);
  g_assert_true (WIFEXITED (status));
  g_assert_cmpint (WEXITSTATUS (status), ==, 0);
}

static void
check (gboolean condition)
{
  if (!condition)
    _exit (1);
}

static void
save_beyond_limit (Fixture *fixture)
{
  struct rlimit    limit = { 100, 100 };
  g_autofree char *old = g_build_filename (fixture->folder, "old.html", NULL);
  g_autofree char *new = g_build_filename (fixture->folder, "new.html", NULL);
  g_autofree char *text = g_strnfill (100000, 'x');

  signal (SIGXFSZ, SIG_IGN);
  check (setrlimit (RLIMIT_FSIZE, &limit) == 0);
  check (!save (old, text, TRUE, NULL));
  check (!save (new, text, FALSE, NULL));
}

/* A disk that is full in the middle of writing. */
static void
test_no_room (Fixture      *fixture,
              gconstpointer data)
{
  g_autofree char *path = g_build_filename (fixture->folder, "old.html", NULL);

  g_assert_true (g_file_set_contents (path, "old", -1, NULL));
  run_in_child (fixture, save_beyond_limit);
  assert_contents (path, "old");
  g_assert_cmpuint (count_files (fixture->folder), ==, 1);
}

static void
save_without_rights (Fixture *fixture)
{
  g_autofree char *old = g_build_filename (fixture->folder, "old.html", NULL);
  g_autofree char *new = g_build_filename (fixture->folder, "new.html", NULL);

  if (getuid () == 0)
    check (setgid (NOBODY) == 0 && setuid (NOBODY) == 0);
  check (!save (old, "new", TRUE, NULL));
  check (!save (new, "new", FALSE, NULL));
}

static void
test_read_only_folder (Fixture      *fixture,
                       gconstpointer data)
{
  g_autofree char *path = g_build_filename (fixture->folder, "old.html", NULL);

  g_assert_true (g_file_set_contents (path, "old", -1, NULL));
  g_chmod (path, 0666);
  g_chmod (fixture->folder, 0555);
  run_in_child (fixture, save_without_rights);
  g_chmod (fixture->folder, 0755);
  assert_contents (path, "old");
  g_assert_cmpuint (count_files (fixture->folder), ==, 1);
}

static void
save_over_read_only (Fixture *fixture)
{
  g_autofree char *old = g_build_filename (fixture->folder, "old.html", NULL);

  if (getuid () == 0)
    check (setgid (NOBODY) == 0 && setuid (NOBODY) == 0);
  check (!save (old, "new", TRUE, NULL));
}

/* Renaming would replace it all the same. */
static void
test_read_only_file (Fixture      *fixture,
                     gconstpointer data)
{
  g_autofree char *path = g_build_filename (fixture->folder, "old.html", NULL);

  g_assert_true (g_file_set_contents (path, "old", -1, NULL));
  g_chmod (path, 0444);
  g_chmod (fixture->folder, 0777);
  run_in_child (fixture, save_over_read_only);
  assert_contents (path, "old");
}

static void
add (const char *name,
     void (*test) (Fixture *, gconstpointer))
{
  g_test_add (name, Fixture, NULL, set_up, test, tear_down);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  add ("/save-path/new", test_new);
  add ("/save-path/empty", test_empty);
  add ("/save-path/exists", test_exists);
  add ("/save-path/mode", test_mode);
  add ("/save-path/links", test_links);
  add ("/save-path/folder", test_folder);
  add ("/save-path/device", test_device);
  add ("/save-path/no-room", test_no_room);
  add ("/save-path/read-only-folder", test_read_only_folder);
  add ("/save-path/read-only-file", test_read_only_file);
  return g_test_run ();
}
