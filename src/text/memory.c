/* memory.c
 *
 * SPDX-FileCopyrightText: 2026 The Doublet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "memory.h"

#ifdef __GLIBC__
#include <malloc.h>
#include <stdint.h>
#include <sys/mman.h>
#include <unistd.h>
#endif

/*
 * A comparison makes a few large arrays, uses each once and frees it.  By default the
 * C library takes every one from the kernel and gives it back, and each page of it is
 * faulted in anew: on virtual machines that took more time than the comparison itself.
 * So what is freed is kept, the heap grows in large steps, and the kernel is asked for
 * huge pages: 512 faults become one.
 */

/* Arrays up to this size come from the heap.  The largest that glibc takes on 64 bits
 * is 32 MiB: beyond it mmap is right, since such an array is rare. */
#define HEAP_ARRAY_BYTES (32 * 1024 * 1024)

/* What the heap grows by, and begins with.  Only addresses: a page takes memory when it
 * is touched.  Large, since what the heap grows by later is not advised. */
#define HEAP_STEP_BYTES (256 * 1024 * 1024)

/* What may lie idle at the heap's end before it is given back. */
#define HEAP_IDLE_BYTES (512 * 1024 * 1024)

#define HUGE_PAGE_BYTES ((uintptr_t)2 * 1024 * 1024)

/* More than glibc's heap begins with, 132 KiB, so that it must grow; and little, since
 * a huge page is not given where a page has been touched, and one is behind it. */
#define FIRST_ALLOCATION_BYTES (160 * 1024)

/**
 * doublet_memory_prepare:
 *
 * Sets up the heap for a comparison: to be called once, first of all, by a program's
 * main().  Changes how fast memory comes, and nothing else.
 */
void
doublet_memory_prepare (void)
{
#ifdef __GLIBC__
  uintptr_t start;

  mallopt (M_MMAP_THRESHOLD, HEAP_ARRAY_BYTES);
  mallopt (M_TRIM_THRESHOLD, HEAP_IDLE_BYTES);
  mallopt (M_TOP_PAD, HEAP_STEP_BYTES);
  /* Threads make few and large arrays: one heap with the above serves them better. */
  mallopt (M_ARENA_MAX, 1);

  /* The first allocation after this makes the heap grow by a whole step. */
  start = (uintptr_t)sbrk (0);
  g_free (g_malloc (FIRST_ALLOCATION_BYTES));
  start = (start + HUGE_PAGE_BYTES - 1) & ~(HUGE_PAGE_BYTES - 1);
  if (start < (uintptr_t)sbrk (0))
    madvise ((void *)start, (uintptr_t)sbrk (0) - start, MADV_HUGEPAGE);
#endif
}
