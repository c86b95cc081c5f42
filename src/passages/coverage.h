/* coverage.h
 *
 * SPDX-FileCopyrightText: 2026 The Doublet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "versions.h"

G_BEGIN_DECLS

/*
 * Which places of two articles, or of one, are in something that both have word for word
 * or with a few edits: what reworded passages have to leave to others.  Valid for the
 * two articles that were set last; numbers are those that the articles were given.
 */
typedef struct _DoubletCoverage DoubletCoverage;

/* What is covered but for less than this part of it is covered. */
#define DOUBLET_COVERAGE_MIN_REST .1

DoubletCoverage *doublet_coverage_new (const DoubletPassageText *text,
                                       const DoubletLinks       *links,
                                       const DoubletVersions    *versions);
void             doublet_coverage_free (DoubletCoverage *self);
void             doublet_coverage_set_articles (DoubletCoverage *self,
                                                guint32          a,
                                                guint32          b);
guint32          doublet_coverage_weigh_rest (const DoubletCoverage *self,
                                              DoubletRange           range);
gboolean         doublet_coverage_is_known (DoubletCoverage *self,
                                            guint32          a,
                                            guint32          b,
                                            DoubletRange     range);
gboolean         doublet_coverage_is_alike (const DoubletPassageText *text,
                                            DoubletRange              range,
                                            DoubletRange              other);
gboolean         doublet_coverage_take (DoubletCoverage *self,
                                        guint32          place);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DoubletCoverage, doublet_coverage_free)

G_END_DECLS
