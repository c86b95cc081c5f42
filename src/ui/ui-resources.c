/* ui-resources.c
 *
 * SPDX-FileCopyrightText: 2026 The Doublet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ui-resources.h"

#include "doublet-resources.h"

#include <gio/gio.h>

/**
 * doublet_ui_resources_use:
 *
 * The linker leaves out of a static library what nobody names, and the resources are
 * only looked up by path.  This names them.
 */
void
doublet_ui_resources_use (void)
{
  g_resources_register (doublet_get_resource ());
}
