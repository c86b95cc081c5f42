/* cli-options.h
 *
 * SPDX-FileCopyrightText: 2026 The Doublet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "load-options.h"
#include "options.h"
#include "report.h"

G_BEGIN_DECLS

/* What the command line asks for. */
typedef struct
{
  char              **files; /* owned: as given; "-" is standard input */
  guint               n_files;
  guint               base; /* from 0 */
  DoubletOptions      options;
  char               *boilerplate; /* owned, (nullable): a file */
  DoubletReportFormat format;
  char               *output;  /* owned, (nullable): NULL for standard output */
  char               *title;   /* owned, (nullable) */
  char               *charset; /* owned, (nullable) */
  DoubletTracked      tracked;
  gboolean            whole_page;
  gboolean            force;
  gboolean            with_text;
  gboolean            quiet;
  gboolean            version; /* only say which; the rest is not set */
} DoubletCliOptions;

gboolean doublet_cli_options_parse (DoubletCliOptions *self,
                                    int               *argc,
                                    char            ***argv,
                                    GError           **error);
void     doublet_cli_options_clear (DoubletCliOptions *self);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (DoubletCliOptions, doublet_cli_options_clear)

G_END_DECLS
