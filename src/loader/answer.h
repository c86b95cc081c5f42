/* answer.h
 *
 * SPDX-FileCopyrightText: 2026 The Doublet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "reader.h"

G_BEGIN_DECLS

int doublet_answer (const DoubletReader *readers,
                    int                  argc,
                    char               **argv);

G_END_DECLS
