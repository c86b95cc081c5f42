/* pdf-labels.c
 *
 * SPDX-FileCopyrightText: 2026 The Doublet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "pdf-labels.h"

#include <math.h>

/*
 * Bullets and automatic numbers are attributes of the items of a list and no text.  In
 * print both are text, so what tells them from "12. May" at the head of a paragraph is
 * the tab behind them, at which the texts of all items begin, and the next number.
 */

/* What is wider than a space, in sizes of letters: that is 1/4 to 1/3. */
#define MIN_GAP .42

/* Points by which the texts of items may begin apart. */
#define SAME_LEFT 2.

#define MAX_FIGURES 3

static const gunichar bullets[] = {
  0x2022, 0x2023, 0x2043, 0x204c, 0x204d, 0x2219, 0x25a0, 0x25a1, 0x25aa, 0x25ab, 0x25b6, 0x25b8, 0x25ba, 0x25c6, 0x25cb, 0x25cf, 0x25e6,
  0x2605, 0x2666, 0x2713, 0x2714, 0x2756, 0x2794, 0x27a2, 0x27a4, 0xb7, 0xf076, 0xf0a7, 0xf0a8, 0xf0b7, 0xf0d8, 0xf0fc
};

static gboolean
is_bullet (gunichar c)
{
  for (guint i = 0; i < G_N_ELEMENTS (bullets); i++)
    if (bullets[i] == c)
      return TRUE;
  return FALSE;
}

static const char *
skip_spaces (const char *at,
             const char *end)
{
  while (at < end && g_unichar_isspace (g_utf8_get_char (at)))
    at = g_utf8_next_char (at);
  return at;
}

/* "12." or "12)". */
static const char *
read_number (DoubletPdfLabel *label,
             const char      *at,
             const char      *end)
{
  const char *start = at;

  for (; at < end && g_ascii_isdigit (*at) && at - start < MAX_FIGURES; at++)
    label->number = label->number * 10 + (guint)g_ascii_digit_value (*at);
  if (at == start || at == end || (*at != '.' && *at != ')'))
    return NULL;
  label->sign = (gunichar)*at;
  return at + 1;
}

/**
 * doublet_pdf_label_read:
 * @lines: the lines of a document
 * @line: one of them
 *
 * Returns: what @line begins with
 */
DoubletPdfLabel
doublet_pdf_label_read (const DoubletPdfLines *lines,
                        const DoubletPdfLine  *line)
{
  DoubletPdfLabel label = { .end = line->start, .left = line->left + line->first_word + line->gap };
  const char     *start = lines->text->str + line->start;
  const char     *end = lines->text->str + line->end;
  const char     *at = start < end ? g_utf8_next_char (start) : start;
  gunichar        first = start < end ? g_utf8_get_char (start) : ' ';

  if (is_bullet (first))
    label.kind = DOUBLET_PDF_BULLET;
  else if (line->gap < line->size * MIN_GAP)
    return label;
  else if (first == '-' || first == 0x2012 || first == 0x2013 || first == 0x2014 || first == 'o' || first == '*')
    label.kind = DOUBLET_PDF_DASH;
  else if ((at = read_number (&label, start, end)) != NULL)
    label.kind = DOUBLET_PDF_NUMBER;

  if (label.kind != DOUBLET_PDF_NO_LABEL && (at == end || (label.kind != DOUBLET_PDF_BULLET && !g_unichar_isspace (g_utf8_get_char (at)))))
    label.kind = DOUBLET_PDF_NO_LABEL;
  if (label.kind == DOUBLET_PDF_NO_LABEL)
    return label;
  label.sign = label.kind == DOUBLET_PDF_NUMBER ? label.sign : first;
  label.end = (gsize)(skip_spaces (at, end) - lines->text->str);
  label.is_item = label.kind == DOUBLET_PDF_BULLET;
  return label;
}

/**
 * doublet_pdf_label_continues:
 * @self: a label
 * @next: the one before the next paragraph
 *
 * Returns: whether both are of the same list
 */
gboolean
doublet_pdf_label_continues (const DoubletPdfLabel *self,
                             const DoubletPdfLabel *next)
{
  return self->kind == next->kind && self->kind != DOUBLET_PDF_NO_LABEL && self->sign == next->sign &&
         fabs (self->left - next->left) < SAME_LEFT &&
         (self->kind != DOUBLET_PDF_NUMBER || next->number == self->number + 1);
}
