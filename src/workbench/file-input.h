/* file-input.h
 *
 * SPDX-FileCopyrightText: 2026 The Doublet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

#include "input.h"

G_BEGIN_DECLS

DoubletInput *doublet_file_input_new (GFile *file);
GFile        *doublet_file_input_dup_file (const DoubletInput *input);
gboolean      doublet_file_input_is_one (const DoubletInput *input);

G_END_DECLS
