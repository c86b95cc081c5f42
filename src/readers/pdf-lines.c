/* pdf-lines.c
 *
 * SPDX-FileCopyrightText: 2026 The Doublet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "pdf-lines.h"

#include "pdf-columns.h"

#include <math.h>

/*
 * poppler gives the characters of a page column by column with a newline behind each
 * line, and for each character its rectangle.
 */

/* Different sizes of letters in a line that are told apart: of text, of the marks of
 * notes, of a name in small capitals. */
#define N_SIZES 4

/* Sizes are told apart from this on, in points. */
#define SIZE_STEP .25

/* Two pieces stand in one row if this part of the lower one's height is common. */
#define SAME_ROW .5

/* A gap within a row that parts words although no space is written, in sizes. */
#define LEAP .8

/* poppler marks the directions of mixed lines with these. */
#define FIRST_EMBEDDING 0x202a
#define LAST_EMBEDDING 0x202e

typedef struct
{
  double size;
  double bottoms; /* sum */
  guint  n_chars;
} SizeUse;

/* What is known of the line that is being put together. */
typedef struct
{
  DoubletPdfLine   line;
  double           bottom;
  SizeUse          sizes[N_SIZES];
  guint            n_right_to_left;
  guint            n_letters;
  double           word_left;
  double           word_right;
  gboolean         word_ended;
  gboolean         after_space;
  PopplerRectangle last; /* the place of the last character */
} OpenLine;

/**
 * doublet_pdf_lines_init:
 * @self: what becomes lines
 */
void
doublet_pdf_lines_init (DoubletPdfLines *self)
{
  self->text = g_string_new (NULL);
  self->lines = g_array_new (FALSE, FALSE, sizeof (DoubletPdfLine));
}

/**
 * doublet_pdf_lines_clear:
 * @self: lines
 */
void
doublet_pdf_lines_clear (DoubletPdfLines *self)
{
  g_string_free (self->text, TRUE);
  g_array_unref (self->lines);
}

/* Letters that are printed as one are several for a reader.  Controls are what fonts
 * without names for their letters leave behind: those of Windows' code page mean its
 * quotation marks. */
static void
append_character (GString *text,
                  gunichar c)
{
  static const char *const ligatures[] = { "ff", "fi", "fl", "ffi", "ffl", "st", "st" };

  static const guint16 windows[] = {
    0x20ac, 0, 0x201a, 0x0192, 0x201e, 0x2026, 0x2020, 0x2021, 0x02c6, 0x2030, 0x0160, 0x2039, 0x0152, 0, 0x017d, 0,
    0, 0x2018, 0x2019, 0x201c, 0x201d, 0x2022, 0x2013, 0x2014, 0x02dc, 0x2122, 0x0161, 0x203a, 0x0153, 0, 0x017e, 0x0178
  };

  if (c >= 0xfb00 && c <= 0xfb06)
    g_string_append (text, ligatures[c - 0xfb00]);
  else if (c >= 0x80 && c < 0xa0)
    {
      if (windows[c - 0x80] != 0)
        g_string_append_unichar (text, windows[c - 0x80]);
    }
  else if (c >= ' ' && c != 0x7f && !(c >= FIRST_EMBEDDING && c <= LAST_EMBEDDING))
    g_string_append_unichar (text, c);
}

static void
begin_line (OpenLine *open,
            gsize     start)
{
  *open = (OpenLine){
    .line = { .start = start, .left = HUGE_VAL, .right = -HUGE_VAL, .top = HUGE_VAL },
    .bottom = -HUGE_VAL,
    .word_left = HUGE_VAL,
    .word_right = -HUGE_VAL,
  };
}

static void
count_size (OpenLine *open,
            double    size,
            double    bottom)
{
  for (guint i = 0; i < N_SIZES; i++)
    {
      SizeUse *use = &open->sizes[i];

      if (use->n_chars == 0 || fabs (use->size - size) < SIZE_STEP)
        {
          use->size = use->n_chars == 0 ? size : use->size;
          use->bottoms += bottom;
          use->n_chars++;
          return;
        }
    }
}

static gboolean
is_right_to_left (gunichar c)
{
  return (c >= 0x590 && c <= 0x8ff) || (c >= 0xfb1d && c <= 0xfdff) || (c >= 0xfe70 && c <= 0xfeff);
}

static void
add_character (OpenLine               *open,
               gunichar                c,
               const PopplerRectangle *place,
               double                  size)
{
  double top = MIN (place->y1, place->y2);
  double bottom = MAX (place->y1, place->y2);

  if (g_unichar_isspace (c))
    {
      open->word_ended |= open->word_right >= open->word_left;
      return;
    }

  open->line.left = MIN (open->line.left, place->x1);
  open->line.right = MAX (open->line.right, place->x2);
  open->line.top = MIN (open->line.top, top);
  open->bottom = MAX (open->bottom, bottom);
  if (!open->word_ended)
    {
      open->word_left = MIN (open->word_left, place->x1);
      open->word_right = MAX (open->word_right, place->x2);
    }
  if (g_unichar_isalpha (c))
    {
      open->n_letters++;
      open->n_right_to_left += is_right_to_left (c) ? 1 : 0;
    }
  count_size (open, size, bottom);
}

/* poppler forgets the space between two pieces of a row if there is none in the
 * document. */
static gboolean
leaps (OpenLine               *open,
       const PopplerRectangle *place,
       gunichar                c)
{
  double   size = open->sizes[0].n_chars > 0 ? open->sizes[0].size : 0;
  double   gap = MAX (place->x1 - open->last.x2, open->last.x1 - place->x2);
  gboolean found = size > 0 && !open->after_space && !g_unichar_isspace (c) && gap > size * LEAP;

  open->last = *place;
  open->after_space = g_unichar_isspace (c);
  return found;
}

static gboolean
continues_row (const DoubletPdfLine *row,
               const DoubletPdfLine *piece)
{
  double common = MIN (row->base, piece->base) - MAX (row->top, piece->top);
  double height = MIN (row->base - row->top, piece->base - piece->top);

  return row->page == piece->page && common > height * SAME_ROW && piece->left > row->right - row->size;
}

static void
end_line (DoubletPdfLines *self,
          OpenLine        *open,
          guint            number,
          double           width,
          double           height)
{
  DoubletPdfLine *line = &open->line;
  const SizeUse  *most = &open->sizes[0];

  if (open->bottom < line->top)
    {
      g_string_truncate (self->text, line->start);
      return;
    }

  for (guint i = 1; i < N_SIZES; i++)
    if (open->sizes[i].n_chars > most->n_chars)
      most = &open->sizes[i];

  line->end = self->text->len;
  line->page = number;
  line->page_height = height;
  line->size = most->size > 0 ? most->size : open->bottom - line->top;
  line->base = most->n_chars > 0 ? most->bottoms / most->n_chars : open->bottom;
  line->first_word = open->word_right - open->word_left;
  if (open->n_right_to_left * 2 > open->n_letters)
    {
      double left = width - line->right;

      line->right = width - line->left;
      line->left = left;
    }

  g_array_append_val (self->lines, *line);
  /* What parts it from the next piece, should that stand in the same row. */
  g_string_append_c (self->text, ' ');
}

/* Makes one line of the pieces of a row. */
static void
join_rows (DoubletPdfLines *self,
           guint            first)
{
  guint n = first;

  for (guint i = first; i < self->lines->len; i++)
    {
      const DoubletPdfLine line = g_array_index (self->lines, DoubletPdfLine, i);
      DoubletPdfLine      *last = n > first ? &g_array_index (self->lines, DoubletPdfLine, n - 1) : NULL;

      if (last != NULL && last->end + 1 == line.start && continues_row (last, &line))
        {
          last->end = line.end;
          last->right = MAX (last->right, line.right);
          last->top = MIN (last->top, line.top);
        }
      else
        g_array_index (self->lines, DoubletPdfLine, n++) = line;
    }
  g_array_set_size (self->lines, n);
}

/**
 * doublet_pdf_lines_add_page:
 * @self: lines
 * @page: a page
 * @number: which it is, from 0
 *
 * Adds the lines of a page.
 *
 * Returns: how many there are
 */
guint
doublet_pdf_lines_add_page (DoubletPdfLines *self,
                            PopplerPage     *page,
                            guint            number)
{
  g_autofree char             *text = poppler_page_get_text (page);
  g_autofree PopplerRectangle *places = NULL;
  guint                        n_places = 0;
  guint                        n_before = self->lines->len;
  guint                        index = 0;
  GList                       *attributes;
  GList                       *attribute;
  OpenLine                     open;
  double                       width;
  double                       height;

  if (text == NULL || *text == '\0' || !poppler_page_get_text_layout (page, &places, &n_places))
    return 0;

  poppler_page_get_size (page, &width, &height);
  attributes = attribute = poppler_page_get_text_attributes (page);
  begin_line (&open, self->text->len);

  for (const char *at = text; *at != '\0' && index < n_places; at = g_utf8_next_char (at), index++)
    {
      gunichar c = g_utf8_get_char_validated (at, -1);

      if (c >= (gunichar)-2)
        break;
      while (attribute != NULL && ((PopplerTextAttributes *)attribute->data)->end_index < (int)index)
        attribute = attribute->next;

      if (c == '\n')
        {
          end_line (self, &open, number, width, height);
          begin_line (&open, self->text->len);
          continue;
        }
      if (leaps (&open, &places[index], c))
        g_string_append_c (self->text, ' ');
      append_character (self->text, c);
      add_character (&open, c, &places[index],
                     attribute != NULL ? ((PopplerTextAttributes *)attribute->data)->font_size : 0);
    }

  end_line (self, &open, number, width, height);
  poppler_page_free_text_attributes (attributes);
  doublet_pdf_columns_order (self->text->str, &g_array_index (self->lines, DoubletPdfLine, n_before),
                             self->lines->len - n_before);
  join_rows (self, n_before);
  return self->lines->len - n_before;
}
