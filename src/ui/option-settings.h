/* option-settings.h
 *
 * SPDX-FileCopyrightText: 2026 The Doublet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

#include "options.h"

G_BEGIN_DECLS

/* The options between sessions. */
void   doublet_option_settings_load (DoubletOptions *options);
void   doublet_option_settings_save (const DoubletOptions *options);
GFile *doublet_option_settings_load_boilerplate (void);
void   doublet_option_settings_save_boilerplate (GFile *file);

G_END_DECLS
