/* test-sandbox.c
 *
 * SPDX-FileCopyrightText: 2026 The Doublet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "sandbox.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdio.h>
#include <sys/mman.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

/*
 * Each attempt runs in a process of its own that is locked in first, and says by its exit
 * status what came of it: 0 refused, 1 allowed, 2 not locked in.
 */

#define SECONDS 5
#define MEMORY ((gsize)256 * 1024 * 1024)

typedef gboolean (*Attempt) (void); /* whether it was allowed */

static gboolean
may_read_file (void)
{
  return open ("/proc/self/status", O_RDONLY | O_CLOEXEC) >= 0;
}

static gboolean
may_create_file (void)
{
  return open ("doublet-sandbox-test", O_WRONLY | O_CREAT | O_CLOEXEC, 0600) >= 0;
}

static gboolean
may_append (void)
{
  return open ("/dev/null", O_RDWR | O_APPEND | O_CLOEXEC) >= 0;
}

static gboolean
may_connect (void)
{
  return socket (AF_INET, SOCK_STREAM, 0) >= 0 || socket (AF_INET6, SOCK_DGRAM, 0) >= 0;
}

static gboolean
may_talk_locally (void)
{
  int pair[2];

  return socket (AF_UNIX, SOCK_STREAM, 0) >= 0 || socketpair (AF_UNIX, SOCK_STREAM, 0, pair) == 0;
}

static gboolean
may_fork (void)
{
  pid_t child = fork ();

  if (child == 0)
    _exit (0);
  return child > 0;
}

/* If it were allowed, there would be another status: that of the program. */
static gboolean
may_execute (void)
{
  execl ("/bin/false", "false", NULL);
  return FALSE;
}

static gboolean
may_signal (void)
{
  return kill (getppid (), 0) == 0;
}

static gboolean
may_make_code (void)
{
  return mmap (NULL, 4096, PROT_READ | PROT_WRITE | PROT_EXEC, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0) != MAP_FAILED;
}

static gboolean
may_unlink (void)
{
  return unlink ("doublet-sandbox-no-such-file") == 0 || errno == ENOENT;
}

static gboolean
may_rename (void)
{
  return rename ("doublet-sandbox-no-such-file", "doublet-sandbox-other") == 0 || errno == ENOENT;
}

static gboolean
may_allocate (void)
{
  return mmap (NULL, 4096, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0) != MAP_FAILED;
}

static int
run_locked (Attempt  attempt,
            gboolean with_files)
{
  pid_t child = fork ();
  int   status;

  g_assert_cmpint (child, >=, 0);
  if (child == 0)
    {
      if (!doublet_sandbox_limit (SECONDS, MEMORY) || !doublet_sandbox_lock (with_files))
        _exit (2);
      _exit (attempt () ? 1 : 0);
    }
  g_assert_cmpint (waitpid (child, &status, 0), ==, child);
  g_assert_true (WIFEXITED (status));
  return WEXITSTATUS (status);
}

static const struct
{
  const char *name;
  Attempt     attempt;
  gboolean    alone;      /* whether it is allowed to who has no further rights */
  gboolean    with_files; /* and to who may read files */
} attempts[] = {
  { "allocate", may_allocate, TRUE, TRUE },
  { "read a file", may_read_file, FALSE, TRUE },
  { "create a file", may_create_file, FALSE, FALSE },
  { "append to a file", may_append, FALSE, FALSE },
  { "connect", may_connect, FALSE, FALSE },
  { "talk to a local program", may_talk_locally, FALSE, FALSE },
  { "fork", may_fork, FALSE, FALSE },
  { "execute", may_execute, FALSE, FALSE },
  { "signal others", may_signal, FALSE, FALSE },
  { "remove a file", may_unlink, FALSE, FALSE },
  { "rename a file", may_rename, FALSE, FALSE },
};

static void
test_rights (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (attempts); i++)
    {
      g_test_message ("%s", attempts[i].name);
      g_assert_cmpint (run_locked (attempts[i].attempt, FALSE), ==, attempts[i].alone);
      g_assert_cmpint (run_locked (attempts[i].attempt, TRUE), ==, attempts[i].with_files);
    }
  g_assert_cmpint (run_locked (may_make_code, FALSE), ==, 0);
}

static gboolean
has_limits (void)
{
  struct rlimit size;
  struct rlimit core;
  struct rlimit time;

  return getrlimit (RLIMIT_FSIZE, &size) == 0 && size.rlim_max == 0 &&
         getrlimit (RLIMIT_CORE, &core) == 0 && core.rlim_max == 0 &&
         getrlimit (RLIMIT_CPU, &time) == 0 && time.rlim_max <= SECONDS;
}

static void
test_limits (void)
{
  pid_t child = fork ();
  int   status;

  g_assert_cmpint (child, >=, 0);
  if (child == 0)
    _exit (doublet_sandbox_limit (SECONDS, MEMORY) && has_limits () ? 0 : 1);
  g_assert_cmpint (waitpid (child, &status, 0), ==, child);
  g_assert_true (WIFEXITED (status));
  g_assert_cmpint (WEXITSTATUS (status), ==, 0);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/sandbox/rights", test_rights);
  g_test_add_func ("/sandbox/limits", test_limits);

  return g_test_run ();
}
