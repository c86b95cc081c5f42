/* export-job.h
 *
 * SPDX-FileCopyrightText: 2026 The Doublet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

#include "collation.h"
#include "report.h"

G_BEGIN_DECLS

void     doublet_export_job_run_async (DoubletCollation   *collation,
                                       DoubletReportFormat format,
                                       gboolean            with_text,
                                       gboolean            incomplete,
                                       GFile              *file,
                                       GAsyncReadyCallback callback,
                                       gpointer            user_data);
gboolean doublet_export_job_run_finish (GAsyncResult *result,
                                        GError      **error);

G_END_DECLS
