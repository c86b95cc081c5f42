/* pdf-notes.h
 *
 * SPDX-FileCopyrightText: 2026 The Doublet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "pdf-lines.h"

G_BEGIN_DECLS

void doublet_pdf_notes_move (DoubletPdfLines *lines);

G_END_DECLS
