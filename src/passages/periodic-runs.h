/* periodic-runs.h
 *
 * SPDX-FileCopyrightText: 2026 The Doublet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "islands.h"
#include "periodic-rows.h"

G_BEGIN_DECLS

DoubletPeriodicRows *doublet_periodic_runs_find (const DoubletPassageText *text,
                                                 const DoubletIslands     *islands,
                                                 const gint32             *ranks,
                                                 const DoubletProgress    *progress);

G_END_DECLS
