/* summary-text.h
 *
 * SPDX-FileCopyrightText: 2026 The Doublet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "report.h"

G_BEGIN_DECLS

GBytes *doublet_summary_write (const DoubletCollation     *collation,
                               const DoubletReportOptions *options);

G_END_DECLS
