/* pdf-main.c
 *
 * SPDX-FileCopyrightText: 2026 The Doublet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "answer.h"

int
main (int   argc,
      char *argv[])
{
  return doublet_answer (doublet_pdf_readers, argc, argv);
}
