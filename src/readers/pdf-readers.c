/* pdf-readers.c
 *
 * SPDX-FileCopyrightText: 2026 The Doublet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "reader.h"

const DoubletReader doublet_pdf_readers[] = {
  { NULL },
};
