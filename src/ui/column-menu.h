/* column-menu.h
 *
 * SPDX-FileCopyrightText: 2026 The Doublet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "navigator.h"

G_BEGIN_DECLS

GMenuModel *doublet_column_menu_new (DoubletNavigator *navigator,
                                     guint             column,
                                     gboolean          is_file);

G_END_DECLS
