/* line-cutter.h
 *
 * SPDX-FileCopyrightText: 2026 The Doublet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

gsize doublet_line_cutter_find_end (const char *text,
                                    gsize       start,
                                    gsize       end);

G_END_DECLS
