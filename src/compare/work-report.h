/* work-report.h
 *
 * SPDX-FileCopyrightText: 2026 The Doublet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef enum
{
  DOUBLET_ACTIVITY_LOADING,
  DOUBLET_ACTIVITY_TOKENISING,
  DOUBLET_ACTIVITY_FINDING_PASSAGES,
  DOUBLET_ACTIVITY_ALIGNING,
} DoubletActivity;

/* What a comparison is at, and how far it is. */
typedef struct
{
  DoubletActivity activity;
  double          fraction; /* of the whole work, 0 to 1; falls only if new work begins */
  const char     *name;     /* (nullable), borrowed: of the article that is being read */
  guint           n_done;   /* articles that are read, while they are */
  guint           n_pieces; /* of so many */
} DoubletWorkReport;

char *doublet_work_report_dup_sentence (const DoubletWorkReport *self);

G_END_DECLS
