/* visible-text.h
 *
 * SPDX-FileCopyrightText: 2026 The Doublet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

void  doublet_visible_text_append (GString    *out,
                                   const char *text,
                                   gssize      n_bytes);
char *doublet_visible_text_dup (const char *text);
char *doublet_visible_text_dup_line (const char *text);

G_END_DECLS
