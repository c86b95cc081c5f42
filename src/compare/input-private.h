/* input-private.h
 *
 * SPDX-FileCopyrightText: 2026 The Doublet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "input.h"

G_BEGIN_DECLS

typedef enum
{
  DOUBLET_INPUT_PATH,
  DOUBLET_INPUT_BYTES,
  DOUBLET_INPUT_STANDARD_INPUT,
  DOUBLET_INPUT_READER,
} DoubletInputKind;

struct _DoubletInput
{
  DoubletInputKind          kind;
  char                     *path;      /* owned, of a local file */
  GBytes                   *bytes;     /* owned, of bytes */
  const DoubletInputReader *reader;    /* static, of a reader */
  gpointer                  source;    /* owned, of a reader */
  char                     *location;  /* owned, (nullable): where a reader reads it */
  char                     *file_name; /* owned: what it is called where it is, which tells the format */
  char                     *name;      /* owned: what people call it */
  char                     *charset;   /* owned, (nullable) */
  gboolean                  whole_page;
  DoubletTracked            tracked;
};

gsize doublet_input_measure (const DoubletInput *self);

G_END_DECLS
