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
 * huge pages: 512 faults become one.  Two short texts need less than one of them, and
 * asking alone takes 3 % of the time until they are compared.
 */

/* Text from which huge pages are worth it.  Early, since a page that is touched before
 * is no part of a huge one. */
#define MANY_BYTES ((gsize)24 * 1024)

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

#ifdef __GLIBC__
static uintptr_t heap_start; /* 0 if the heap was not prepared */
static gsize     n_bytes_expected;

static void
ask_for_huge_pages (void)
{
  uintptr_t start = (heap_start + HUGE_PAGE_BYTES - 1) & ~(HUGE_PAGE_BYTES - 1);
  uintptr_t end = (uintptr_t)sbrk (0);

  if (heap_start != 0 && start < end)
    madvise ((void *)start, end - start, MADV_HUGEPAGE);
}
#endif

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
  mallopt (M_MMAP_THRESHOLD, HEAP_ARRAY_BYTES);
  mallopt (M_TRIM_THRESHOLD, HEAP_IDLE_BYTES);
  mallopt (M_TOP_PAD, HEAP_STEP_BYTES);
  /* Threads make few and large arrays: one heap with the above serves them better. */
  mallopt (M_ARENA_MAX, 1);

  /* The first allocation after this makes the heap grow by a whole step. */
  heap_start = (uintptr_t)sbrk (0);
  g_free (g_malloc (FIRST_ALLOCATION_BYTES));
#endif
}

/**
 * doublet_memory_expect:
 * @n_bytes: how much text there is going to be beside what was expected before
 *
 * Tells that text is read.  Of a program that has not called doublet_memory_prepare()
 * the heap stays as it is.  May be called by several threads at once.
 */
void
doublet_memory_expect (gsize n_bytes)
{
#ifdef __GLIBC__
  gsize before = (gsize)g_atomic_pointer_add (&n_bytes_expected, n_bytes);

  if (before < MANY_BYTES && before + n_bytes >= MANY_BYTES)
    ask_for_huge_pages ();
#endif
}
