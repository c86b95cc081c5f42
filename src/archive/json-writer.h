/* json-writer.h
 *
 * SPDX-FileCopyrightText: 2026 The Doublet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "collation.h"

G_BEGIN_DECLS

/**
 * DoubletJsonFlags:
 * @DOUBLET_JSON_WITH_TEXT: write the articles' texts too
 */
typedef enum
{
  DOUBLET_JSON_NONE = 0,
  DOUBLET_JSON_WITH_TEXT = 1 << 0,
} DoubletJsonFlags;

GBytes     *doublet_json_write (const DoubletCollation *collation,
                                DoubletJsonFlags        flags);
const char *doublet_json_get_kind (const DoubletFinding *finding);
const char *doublet_json_get_match (const DoubletFinding *finding);

G_END_DECLS
