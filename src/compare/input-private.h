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
  DOUBLET_INPUT_FILE,
  DOUBLET_INPUT_BYTES,
  DOUBLET_INPUT_STANDARD_INPUT,
} DoubletInputKind;

struct _DoubletInput
{
  DoubletInputKind kind;
  GFile           *file;    /* owned, of a file */
  GBytes          *bytes;   /* owned, of bytes */
  char            *name;    /* owned */
  char            *charset; /* owned, (nullable) */
  gboolean         whole_page;
  DoubletTracked   tracked;
};

G_END_DECLS
