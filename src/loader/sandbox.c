/* sandbox.c
 *
 * SPDX-FileCopyrightText: 2026 The Doublet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "sandbox.h"

#include <errno.h>
#include <fcntl.h>
#include <linux/sched.h>
#include <seccomp.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <unistd.h>

/*
 * A process that sees a stranger's document computes, reads what is open and writes
 * its answer; all else is refused with an error, so that a library that only would
 * like to know something goes on.  Refused whatever the rights are: the network,
 * programs, writing to files, signals to others.
 */

static const int computing[] = {
  SCMP_SYS (read),
  SCMP_SYS (readv),
  SCMP_SYS (write),
  SCMP_SYS (writev),
  SCMP_SYS (lseek),
  SCMP_SYS (close),
  SCMP_SYS (fstat),
  SCMP_SYS (newfstatat),
  SCMP_SYS (brk),
  SCMP_SYS (munmap),
  SCMP_SYS (mremap),
  SCMP_SYS (madvise),
  SCMP_SYS (futex),
  SCMP_SYS (rt_sigaction),
  SCMP_SYS (rt_sigprocmask),
  SCMP_SYS (rt_sigreturn),
  SCMP_SYS (sigaltstack),
  SCMP_SYS (clock_gettime),
  SCMP_SYS (clock_getres),
  SCMP_SYS (gettimeofday),
  SCMP_SYS (time),
  SCMP_SYS (getpid),
  SCMP_SYS (gettid),
  SCMP_SYS (getrandom),
  SCMP_SYS (sysinfo),
  SCMP_SYS (sched_yield),
  SCMP_SYS (sched_getaffinity),
  SCMP_SYS (restart_syscall),
  SCMP_SYS (exit),
  SCMP_SYS (exit_group),
};

/* Fonts are found by walking through folders; threads prepare their stacks. */
static const int with_files_too[] = {
  SCMP_SYS (mmap),
  SCMP_SYS (mprotect),
  SCMP_SYS (pread64),
  SCMP_SYS (access),
  SCMP_SYS (faccessat),
  SCMP_SYS (faccessat2),
  SCMP_SYS (readlink),
  SCMP_SYS (readlinkat),
  SCMP_SYS (stat),
  SCMP_SYS (lstat),
  SCMP_SYS (statx),
  SCMP_SYS (statfs),
  SCMP_SYS (fstatfs),
  SCMP_SYS (getdents64),
  SCMP_SYS (getcwd),
  SCMP_SYS (fcntl),
  SCMP_SYS (fadvise64),
  SCMP_SYS (getuid),
  SCMP_SYS (geteuid),
  SCMP_SYS (getgid),
  SCMP_SYS (getegid),
  SCMP_SYS (uname),
  SCMP_SYS (set_robust_list),
  SCMP_SYS (rseq),
  SCMP_SYS (nanosleep),
  SCMP_SYS (clock_nanosleep),
  SCMP_SYS (poll),
  SCMP_SYS (ppoll),
  SCMP_SYS (eventfd2),
  SCMP_SYS (sched_getparam),
  SCMP_SYS (sched_getscheduler),
};

static gboolean
set_limit (int    resource,
           rlim_t value)
{
  struct rlimit limit;

  /* A limit that was lower before stays. */
  if (getrlimit (resource, &limit) == 0 && limit.rlim_max != RLIM_INFINITY && limit.rlim_max < value)
    return TRUE;
  limit = (struct rlimit){ value, value };
  return setrlimit (resource, &limit) == 0;
}

/*
 * doublet_sandbox_limit:
 * @seconds: of processor time
 * @memory: bytes of address space
 *
 * Sets limits whose crossing ends the process.
 *
 * Returns: whether they hold
 */
gboolean
doublet_sandbox_limit (guint seconds,
                       gsize memory)
{
#if defined(__SANITIZE_ADDRESS__)
  /* Its shadow takes 20 TB of address space. */
  memory = RLIM_INFINITY;
#endif
  return set_limit (RLIMIT_CPU, seconds) && set_limit (RLIMIT_AS, memory) &&
         set_limit (RLIMIT_FSIZE, 0) && set_limit (RLIMIT_CORE, 0);
}

static gboolean
allow (scmp_filter_ctx filter,
       const int      *calls,
       gsize           n_calls)
{
  for (gsize i = 0; i < n_calls; i++)
    {
      int result = seccomp_rule_add (filter, SCMP_ACT_ALLOW, calls[i], 0);

      /* Some processors lack some calls. */
      if (result < 0 && result != -EDOM)
        return FALSE;
    }
  return TRUE;
}

/* Memory cannot become a program. */
static gboolean
allow_memory (scmp_filter_ctx filter)
{
  return seccomp_rule_add (filter, SCMP_ACT_ALLOW, SCMP_SYS (mmap), 1, SCMP_A2 (SCMP_CMP_MASKED_EQ, PROT_EXEC, 0)) == 0 &&
         seccomp_rule_add (filter, SCMP_ACT_ALLOW, SCMP_SYS (mprotect), 1, SCMP_A2 (SCMP_CMP_MASKED_EQ, PROT_EXEC, 0)) == 0;
}

/* For reading only, and threads but no processes.  The newer call for threads hides its
 * flags in memory, where a filter cannot look: libc falls back to the older one. */
static gboolean
allow_files (scmp_filter_ctx filter)
{
  const int refused = O_ACCMODE | O_CREAT | O_TRUNC | O_APPEND;

  return seccomp_rule_add (filter, SCMP_ACT_ALLOW, SCMP_SYS (openat), 1, SCMP_A2 (SCMP_CMP_MASKED_EQ, refused, O_RDONLY)) == 0 &&
         seccomp_rule_add (filter, SCMP_ACT_ALLOW, SCMP_SYS (clone), 1, SCMP_A0 (SCMP_CMP_MASKED_EQ, CLONE_THREAD, CLONE_THREAD)) == 0 &&
         seccomp_rule_add (filter, SCMP_ACT_ERRNO (ENOSYS), SCMP_SYS (clone3), 0) == 0 &&
         seccomp_rule_add (filter, SCMP_ACT_ALLOW, SCMP_SYS (prctl), 1, SCMP_A0 (SCMP_CMP_EQ, PR_SET_NAME)) == 0;
}

/* A kernel can be built without; then no container or user can bring them back, and a
 * document is still read apart from the program, under all limits. */
static gboolean
has_filters (void)
{
  return prctl (PR_GET_SECCOMP, 0, 0, 0, 0) >= 0 || errno != EINVAL;
}

/*
 * doublet_sandbox_lock:
 * @with_files: whether files may be opened for reading, and threads be made
 *
 * Takes every other right from the process, for good.  Where the kernel has no filters of
 * calls, the process only can gain none any more.
 *
 * Returns: whether that worked
 */
gboolean
doublet_sandbox_lock (gboolean with_files)
{
  scmp_filter_ctx filter;
  gboolean        locked;

  if (prctl (PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) != 0)
    return FALSE;
  if (!has_filters ())
    return TRUE;
  filter = seccomp_init (SCMP_ACT_ERRNO (EPERM));
  if (filter == NULL)
    return FALSE;

  /* abort() sends a signal, to this process only. */
  locked = allow (filter, computing, G_N_ELEMENTS (computing)) &&
           seccomp_rule_add (filter, SCMP_ACT_ALLOW, SCMP_SYS (tgkill), 1, SCMP_A0 (SCMP_CMP_EQ, getpid ())) == 0;
  if (locked && with_files)
    locked = allow (filter, with_files_too, G_N_ELEMENTS (with_files_too)) && allow_files (filter);
  else if (locked)
    locked = allow_memory (filter);
  locked = locked && seccomp_load (filter) == 0;
  seccomp_release (filter);
  return locked;
}
