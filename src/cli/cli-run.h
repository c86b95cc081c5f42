/* cli-run.h
 *
 * SPDX-FileCopyrightText: 2026 The Doublet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "cli-options.h"

G_BEGIN_DECLS

/* What the program leaves with. */
typedef enum
{
  DOUBLET_CLI_DONE = 0,
  DOUBLET_CLI_NOTHING_WRITTEN = 1,
  DOUBLET_CLI_WRONG_USAGE = 2,
  DOUBLET_CLI_SOME_UNREADABLE = 3,
} DoubletCliStatus;

DoubletCliStatus doublet_cli_run (const DoubletCliOptions *options);
void             doublet_cli_complain (const char *subject,
                                       const char *sentence);

G_END_DECLS
