/* report.h
 *
 * SPDX-FileCopyrightText: 2026 The Doublet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

#include "collation.h"

G_BEGIN_DECLS

typedef enum
{
  DOUBLET_REPORT_HTML,
  DOUBLET_REPORT_JSON,
  DOUBLET_REPORT_CSV,
  DOUBLET_REPORT_TEXT,
} DoubletReportFormat;

typedef struct
{
  const char *title;      /* (nullable): NULL for one made from the articles */
  GDateTime  *date;       /* (nullable): HTML only: its date, the caller's (SOURCE_DATE_EPOCH, else now) */
  gboolean    with_text;  /* JSON only */
  gboolean    incomplete; /* the work was stopped: say so */
} DoubletReportOptions;

GBytes  *doublet_report_write (const DoubletCollation     *collation,
                               DoubletReportFormat         format,
                               const DoubletReportOptions *options,
                               GError                    **error);
gboolean doublet_report_format_from_name (const char          *file_name,
                                          DoubletReportFormat *format);
gboolean doublet_report_format_from_id (const char          *id,
                                        DoubletReportFormat *format);

G_END_DECLS
