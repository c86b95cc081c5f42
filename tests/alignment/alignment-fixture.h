/* alignment-fixture.h
 *
 * SPDX-FileCopyrightText: 2026 The Doublet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "alignment.h"

G_BEGIN_DECLS

/*
 * Two articles written down as text: words are parted by spaces, marks at the end of a
 * word are tokens of their own, "|" begins a new paragraph.  Words of digits are
 * numbers; the normal form is lower case.
 */
typedef struct
{
  DoubletAlignmentText    a;
  DoubletAlignmentText    b;
  DoubletAlignmentSymbols symbols;
  GPtrArray              *a_words; /* a token's text */
  GPtrArray              *b_words;
} AlignmentFixture;

AlignmentFixture *alignment_fixture_new (const char *a,
                                         const char *b);
AlignmentFixture *alignment_fixture_new_swapped (const AlignmentFixture *from);
AlignmentFixture *alignment_fixture_new_renumbered (const AlignmentFixture *from,
                                                    GRand                  *rand);
void              alignment_fixture_free (AlignmentFixture *self);
void              alignment_fixture_check (const AlignmentFixture *self,
                                           const DoubletAlignment *alignment);
char             *alignment_fixture_describe (const AlignmentFixture *self,
                                              const DoubletAlignment *alignment);
void              alignment_assert_equal (const DoubletAlignment *left,
                                          const DoubletAlignment *right);
guint32           alignment_fixture_count_common (const AlignmentFixture *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AlignmentFixture, alignment_fixture_free)

G_END_DECLS
