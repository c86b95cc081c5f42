/* loader-process.c
 *
 * SPDX-FileCopyrightText: 2026 The Doublet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define _GNU_SOURCE /* memfd_create() */

#include "config.h"

#include "loader-process.h"

#include "article-wire.h"
#include "load-error.h"
#include "load-limits.h"
#include "write-all.h"

#include <errno.h>
#include <poll.h>
#include <signal.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/wait.h>
#include <unistd.h>

#include <glib/gi18n-lib.h>

/*
 * Has a document read by a program of its own, which may crash or be taken over by
 * the document: all that comes back is an answer that article-wire checks.
 *
 * The document goes over as a piece of memory that the program maps, so there is no
 * pipe to fill while another one is emptied, and no signal if it dies meanwhile.
 */

/* Its processor time is limited by itself; this is for one that only waits, on a
 * machine that is busy with others. */
#define MIN_WAIT_SECONDS 60
#define WAIT_PER_LIMIT 10

#define READ_BYTES ((gsize)64 * 1024)

/* How often it is asked whether to stop while nothing comes, in milliseconds. */
#define POLL_MILLISECONDS 50

/* A program that has said all is gone at once; one that is not is looked at after the
 * first time, and then seldomer and seldomer up to the second, in microseconds. */
#define FIRST_LOOK 50
#define LAST_LOOK (20 * 1000)

typedef struct
{
  GPid   pid;
  int    answer;   /* what it writes comes here */
  gint64 deadline; /* monotonic: it takes no longer */
} Process;

/* Beside the program that runs if that one was not installed (src/cli/doublet-cli and
 * src/loader/doublet-loader of a build), else where it was installed to. */
static char *
find_program (const char *program)
{
  const char      *folder = g_getenv ("DOUBLET_LOADER_DIR");
  g_autofree char *self = g_file_read_link ("/proc/self/exe", NULL);
  g_autofree char *here = NULL;
  g_autofree char *beside = NULL;

  if (folder != NULL && *folder != '\0')
    return g_build_filename (folder, program, NULL);

  if (self != NULL)
    {
      here = g_path_get_dirname (self);
      beside = g_build_filename (here, "..", "loader", program, NULL);
      if (g_file_test (beside, G_FILE_TEST_IS_EXECUTABLE))
        return g_steal_pointer (&beside);
    }
  return g_build_filename (LIBEXECDIR, program, NULL);
}

/* A file without a name that holds @bytes; -1 if there is no memory. */
static int
share_bytes (GBytes *bytes)
{
  gsize       n_bytes;
  const void *data = g_bytes_get_data (bytes, &n_bytes);
  int         fd = memfd_create ("document", MFD_CLOEXEC);

  if (fd < 0)
    return -1;
  if (!doublet_write_all (fd, data, n_bytes) || lseek (fd, 0, SEEK_SET) != 0)
    {
      close (fd);
      return -1;
    }
  return fd;
}

static GStrv
make_words (const char               *program,
            const char               *format,
            const DoubletLoadOptions *options)
{
  g_autoptr (GStrvBuilder) words = g_strv_builder_new ();
  g_autofree char *format_word = g_strconcat ("--format=", format, NULL);

  g_strv_builder_add_many (words, program, format_word, NULL);
  if (options != NULL && options->charset != NULL)
    {
      g_autofree char *charset_word = g_strconcat ("--charset=", options->charset, NULL);

      g_strv_builder_add (words, charset_word);
    }
  if (options != NULL && options->whole_page)
    g_strv_builder_add (words, "--whole-page");
  if (options != NULL && options->tracked == DOUBLET_TRACKED_ORIGINAL)
    g_strv_builder_add (words, "--tracked=original");
  return g_strv_builder_end (words);
}

/* Whoever started this program may have left it deaf to the end of its own ones, which
 * then nobody could wait for. */
static void
hear_of_ends (void)
{
  static gsize     heard = 0;
  struct sigaction action;

  if (!g_once_init_enter (&heard))
    return;
  if (sigaction (SIGCHLD, NULL, &action) == 0 && (action.sa_handler == SIG_IGN || (action.sa_flags & SA_NOCLDWAIT) != 0))
    {
      if (action.sa_handler == SIG_IGN)
        action.sa_handler = SIG_DFL;
      action.sa_flags &= ~SA_NOCLDWAIT;
      sigaction (SIGCHLD, &action, NULL);
    }
  g_once_init_leave (&heard, 1);
}

static gboolean
start (Process                  *self,
       const char               *program,
       const char               *format,
       GBytes                   *bytes,
       const DoubletLoadOptions *options,
       GError                  **error)
{
  g_autofree char *path = find_program (program);
  g_auto (GStrv) words = make_words (path, format, options);
  int      fd = share_bytes (bytes);
  gboolean started;

  if (fd < 0)
    {
      g_set_error_literal (error, DOUBLET_LOAD_ERROR, DOUBLET_LOAD_ERROR_READ_FAILED,
                           _ ("There is not enough memory to read it."));
      return FALSE;
    }
  hear_of_ends ();
  /* Without other descriptors of ours: it reads documents of strangers. */
  started = g_spawn_async_with_pipes_and_fds (NULL, (const char *const *)words, NULL,
                                              G_SPAWN_DO_NOT_REAP_CHILD | G_SPAWN_CLOEXEC_PIPES | G_SPAWN_STDERR_TO_DEV_NULL,
                                              NULL, NULL, fd, -1, -1, NULL, NULL, 0,
                                              &self->pid, NULL, &self->answer, NULL, NULL);
  close (fd);
  if (!started)
    doublet_load_error_set_no_helper (error);
  return started;
}

static gboolean
may_go_on (const Process         *self,
           const DoubletProgress *progress)
{
  return g_get_monotonic_time () < self->deadline && !doublet_progress_is_cancelled (progress);
}

/* NULL if it was cancelled, took too long, or says too much. */
static GBytes *
read_answer (const Process         *self,
             const DoubletProgress *progress)
{
  g_autoptr (GByteArray) answer = g_byte_array_new ();
  g_autofree guint8 *buffer = g_malloc (READ_BYTES);

  while (answer->len <= DOUBLET_LIMIT_ANSWER_BYTES && may_go_on (self, progress))
    {
      struct pollfd wanted = { .fd = self->answer, .events = POLLIN };
      gssize        n;

      if (poll (&wanted, 1, POLL_MILLISECONDS) <= 0)
        continue;
      n = read (self->answer, buffer, READ_BYTES);
      if (n == 0)
        return g_byte_array_free_to_bytes (g_steal_pointer (&answer));
      if (n < 0 && errno != EINTR && errno != EAGAIN)
        return NULL;
      if (n > 0)
        g_byte_array_append (answer, buffer, n);
    }
  return NULL;
}

/* Waits until the program is gone, which it is made to be when nobody waits for it any
 * more.  Until then its number is not given to another.  Whether it ended well. */
static gboolean
wait_for_end (Process               *self,
              gboolean               is_wanted,
              const DoubletProgress *progress)
{
  gulong look = FIRST_LOOK;
  int    status = -1;
  pid_t  ended = 0;

  while (is_wanted && (ended = waitpid (self->pid, &status, WNOHANG)) == 0)
    {
      is_wanted = may_go_on (self, progress);
      g_usleep (look);
      look = MIN (2 * look, LAST_LOOK);
    }
  if (ended == 0)
    {
      kill (self->pid, SIGKILL);
      do
        ended = waitpid (self->pid, &status, 0);
      while (ended < 0 && errno == EINTR);
    }
  g_spawn_close_pid (self->pid);
  return ended == self->pid && WIFEXITED (status) && WEXITSTATUS (status) == 0;
}

static DoubletArticle *
take_answer (GBytes     *bytes,
             const char *format,
             const char *name,
             const char *source,
             GError    **error)
{
  const DoubletWireLimits limits = { DOUBLET_LIMIT_ARTICLE_CHARS, DOUBLET_LIMIT_ARTICLE_BLOCKS };
  g_auto (DoubletWireAnswer) answer = { 0 };

  if (!doublet_article_wire_decode (bytes, name, source, doublet_formats_find (format)->id, &limits, &answer))
    doublet_load_error_set_too_complicated (error);
  else if (answer.article == NULL)
    g_set_error_literal (error, DOUBLET_LOAD_ERROR, MIN (answer.code, DOUBLET_LOAD_ERROR_BROKEN), answer.sentence);
  return g_steal_pointer (&answer.article);
}

static gint64
get_deadline (gsize n_bytes)
{
  gint64 seconds = DOUBLET_LIMIT_SECONDS + n_bytes / (DOUBLET_LIMIT_MB_PER_SECOND * 1000 * 1000);

  return g_get_monotonic_time () + MAX (MIN_WAIT_SECONDS, WAIT_PER_LIMIT * seconds) * G_TIME_SPAN_SECOND;
}

/**
 * doublet_loader_process_run:
 * @format: the id of a format that a helper reads
 * @bytes: what the file holds
 * @name: what people call it
 * @source: (nullable): where it came from
 * @options: (nullable): how to read it
 * @progress: (nullable): whom to ask whether to stop
 * @error: return location for an error of %DOUBLET_LOAD_ERROR
 *
 * Has a document read by its program; a #DoubletHelperFunc.  Any thread may call it.
 *
 * Returns: (transfer full) (nullable): the article
 */
DoubletArticle *
doublet_loader_process_run (const char               *format,
                            GBytes                   *bytes,
                            const char               *name,
                            const char               *source,
                            const DoubletLoadOptions *options,
                            const DoubletProgress    *progress,
                            GError                  **error)
{
  Process process = { .deadline = get_deadline (g_bytes_get_size (bytes)) };
  g_autoptr (GBytes) answer = NULL;
  gboolean ended_well;

  if (!start (&process, doublet_formats_find (format)->helper, format, bytes, options, error))
    return NULL;

  answer = read_answer (&process, progress);
  ended_well = wait_for_end (&process, answer != NULL, progress);
  close (process.answer);

  if (doublet_progress_is_cancelled (progress))
    doublet_load_error_set_cancelled (error);
  else if (answer == NULL || !ended_well)
    doublet_load_error_set_too_complicated (error);
  else
    return take_answer (answer, format, name, source, error);
  return NULL;
}
