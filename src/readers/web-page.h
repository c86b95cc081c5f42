/* web-page.h
 *
 * SPDX-FileCopyrightText: 2026 The Doublet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>
#include <libxml/tree.h>

G_BEGIN_DECLS

xmlDoc *doublet_web_page_parse (GBytes   *bytes,
                                gboolean *has_entities);

G_END_DECLS
