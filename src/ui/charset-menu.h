/* charset-menu.h
 *
 * SPDX-FileCopyrightText: 2026 The Doublet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "article.h"

#include <gio/gio.h>

G_BEGIN_DECLS

char       *doublet_charset_menu_get_title (const DoubletArticle *article);
GMenuModel *doublet_charset_menu_new (const DoubletArticle *article);

G_END_DECLS
