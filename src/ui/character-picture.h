/* character-picture.h
 *
 * SPDX-FileCopyrightText: 2026 The Doublet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/*
 * What the window shows for a character of an article: itself, or a picture if it would
 * be invisible or turn the text around.  One character for one.
 */
gunichar doublet_character_picture (gunichar c);
gboolean doublet_character_has_picture (gunichar c);

G_END_DECLS
