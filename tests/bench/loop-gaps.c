/* loop-gaps.c
 *
 * SPDX-FileCopyrightText: 2026 The Doublet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/*
 * How long a program's main loop is away: a library to put before a program with
 * LD_PRELOAD, as window-gaps.sh does.  The loop is away from where poll() returns in the
 * main thread to where it is called again: whatever the window is asked meanwhile waits.
 *
 * Both clocks are told.  The time that went by is what a person feels; the main thread's
 * own time leaves out what other programs took, so it is near to what a quiet machine
 * shows.
 *
 *   LOOP_GAPS=FILE    where to write "gap WHEN WALL OWN" in ms, a line for each gap
 *   LOOP_GAPS_MS=60   from what length on (wall)
 */

#ifndef _GNU_SOURCE
#define _GNU_SOURCE
#endif

#include <dlfcn.h>
#include <fcntl.h>
#include <poll.h>
#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>
#include <time.h>
#include <unistd.h>

typedef int (*PollFunc) (struct pollfd *, nfds_t, int);

static PollFunc  real_poll;
static pthread_t main_thread;
static int       out = -1;
static double    shortest = 60;
static double    began;
static double    left; /* 0 before the first time */
static double    left_own;

static double
get_milliseconds (clockid_t clock)
{
  struct timespec now;

  clock_gettime (clock, &now);
  return (double)now.tv_sec * 1e3 + (double)now.tv_nsec / 1e6;
}

__attribute__ ((constructor)) static void
start (void)
{
  const char *path = getenv ("LOOP_GAPS");
  const char *length = getenv ("LOOP_GAPS_MS");

  real_poll = (PollFunc)dlsym (RTLD_NEXT, "poll");
  main_thread = pthread_self ();
  began = get_milliseconds (CLOCK_MONOTONIC);
  if (length != NULL)
    shortest = atof (length);
  if (path == NULL)
    return;
  out = open (path, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0644);
  /* The programs it starts are others. */
  unsetenv ("LOOP_GAPS");
  unsetenv ("LD_PRELOAD");
}

int
poll (struct pollfd *fds,
      nfds_t         n,
      int            timeout)
{
  int result;

  if (out < 0 || !pthread_equal (pthread_self (), main_thread))
    return real_poll (fds, n, timeout);
  if (left > 0)
    {
      double wall = get_milliseconds (CLOCK_MONOTONIC) - left;

      if (wall >= shortest)
        dprintf (out, "gap %.0f %.0f %.0f\n", left - began, wall, get_milliseconds (CLOCK_THREAD_CPUTIME_ID) - left_own);
    }
  result = real_poll (fds, n, timeout);
  left_own = get_milliseconds (CLOCK_THREAD_CPUTIME_ID);
  left = get_milliseconds (CLOCK_MONOTONIC);
  return result;
}
