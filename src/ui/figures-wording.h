/* figures-wording.h
 *
 * SPDX-FileCopyrightText: 2026 The Doublet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "navigator.h"

G_BEGIN_DECLS

/* The figures of what is shown, as markup; the parts of the line. */
GPtrArray *doublet_figures_wording_new (DoubletNavigator *navigator);
char      *doublet_figures_wording_details (DoubletNavigator *navigator);
char      *doublet_figures_wording_facts (DoubletNavigator *navigator);

G_END_DECLS
