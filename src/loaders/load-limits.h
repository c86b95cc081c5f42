/* load-limits.h
 *
 * SPDX-FileCopyrightText: 2026 The Doublet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

/*
 * What a loader refuses to take in.  Every limit is far beyond any article and
 * stands between a hostile or mistaken file and the machine's memory.
 */

/* Of one file, in MB of 10^6 bytes.  A novel has 1, the whole of an encyclopaedia's
 * volume 10; above this somebody chose the wrong file. */
#define DOUBLET_LIMIT_FILE_MB 100
#define DOUBLET_LIMIT_FILE_BYTES ((gsize)DOUBLET_LIMIT_FILE_MB * 1000 * 1000)

/* Of one article.  50 million characters have at most 200 MB of UTF-8, so every
 * offset fits into 32 bits with room to spare, and so do those of several articles
 * in one index. */
#define DOUBLET_LIMIT_ARTICLE_MILLION_CHARS 50
#define DOUBLET_LIMIT_ARTICLE_CHARS ((gsize)DOUBLET_LIMIT_ARTICLE_MILLION_CHARS * 1000 * 1000)

/* Of one article.  A block costs some 16 bytes here and a row in every view: 50
 * million characters that are newlines and single letters would make 25 million. */
#define DOUBLET_LIMIT_ARTICLE_MILLION_BLOCKS 2
#define DOUBLET_LIMIT_ARTICLE_BLOCKS ((gsize)DOUBLET_LIMIT_ARTICLE_MILLION_BLOCKS * 1000 * 1000)

/* Bytes read, checked or decoded between two looks at the cancellable: a slow disk
 * gives them in less than the promised 100 ms. */
#define DOUBLET_LIMIT_PIECE_BYTES ((gsize)256 * 1024)

/* Of what the program that reads documents answers: an article of the most characters
 * and blocks, and its short strings. */
#define DOUBLET_LIMIT_ANSWER_BYTES (4 * DOUBLET_LIMIT_ARTICLE_CHARS + 16 * DOUBLET_LIMIT_ARTICLE_BLOCKS + (gsize)64 * 1024)

/* What that program may use of processor time: a web page of 10 MB takes .2 s. */
#define DOUBLET_LIMIT_SECONDS 5
#define DOUBLET_LIMIT_MB_PER_SECOND 5
