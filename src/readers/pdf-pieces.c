/* pdf-pieces.c
 *
 * SPDX-FileCopyrightText: 2026 The Doublet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "pdf-pieces.h"

#include <math.h>

/*
 * poppler gives the characters of a page line by line, with a newline behind each, and
 * for each character its rectangle.  Its lines are right, their order is not always,
 * and the wide spaces of a justified line can part it.
 */

/* Different sizes of letters in a line that are told apart: of text, of the marks of
 * notes, of a name in small capitals. */
#define N_SIZES 4

/* Sizes are told apart from this on, in points. */
#define SIZE_STEP .25

/* A gap within a line that parts words although no space is written, in sizes. */
#define LEAP .8

/* A gap within a line, in sizes, at which it is cut: poppler now and then runs over into
 * the next column, even into a line that stands higher there.  What is one line all the
 * same is joined again. */
#define CUT 1.2

/* Letters of a mark of a note are smaller than this part of the usual ones, and end this
 * much higher: Word raises by a third of the size, LaTeX by .36, LibreOffice by .33, and
 * the smaller letters' depth takes some of it back. */
#define RAISED_SIZE .85
#define RAISED_BY .1

/* poppler marks the directions of mixed lines with these. */
#define FIRST_EMBEDDING 0x202a
#define LAST_EMBEDDING 0x202e

/* A line runs up or down if it is this much higher than wide, and not of one letter. */
#define UPRIGHT 2.
#define MIN_UPRIGHT_CHARS 2

typedef struct
{
  double size;
  double bottoms; /* sum */
  guint  n_chars;
} SizeUse;

typedef struct
{
  gsize  start; /* in the text */
  gsize  end;
  double size;
  double bottom;
} Letter;

/* What is known of the line that is being put together. */
typedef struct
{
  DoubletPdfLine   line;
  double           bottom;
  SizeUse          sizes[N_SIZES];
  GArray          *letters; /* Letter */
  double           word_left;
  double           word_right;
  double           second_left; /* of the second word, HUGE_VAL until it comes */
  double           first_middle;
  double           last_middle;
  gboolean         word_ended;
  gboolean         after_space;
  gboolean         is_mixed;    /* has letters that run from right to left */
  PopplerRectangle last;        /* the place of the last character */
  PopplerRectangle last_letter; /* that is no space */
} OpenLine;

/* The page as a whole. */
typedef struct
{
  double width;
  double height;
  gsize  n_letters;
  gsize  n_right_to_left;
  gsize  n_upwards;
  gsize  n_downwards;
} PageUse;

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
  else if (c >= ' ' && c != 0x7f && !(c >= FIRST_EMBEDDING && c <= LAST_EMBEDDING) &&
           c != DOUBLET_PDF_RAISED && c != DOUBLET_PDF_LOWERED)
    g_string_append_unichar (text, c);
}

static void
begin_line (OpenLine *open,
            gsize     start)
{
  GArray *letters = open->letters;

  *open = (OpenLine){
    .line = { .start = start, .left = HUGE_VAL, .right = -HUGE_VAL, .top = HUGE_VAL },
    .bottom = -HUGE_VAL,
    .letters = letters,
    .word_left = HUGE_VAL,
    .word_right = -HUGE_VAL,
    .second_left = HUGE_VAL,
  };
  g_array_set_size (letters, 0);
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
               gsize                   start,
               const PopplerRectangle *place,
               double                  size)
{
  const double left = MIN (place->x1, place->x2);
  const double right = MAX (place->x1, place->x2);
  const double top = MIN (place->y1, place->y2);
  const double bottom = MAX (place->y1, place->y2);
  const Letter letter = { start, start, size, bottom };

  if (g_unichar_isspace (c))
    {
      open->word_ended |= open->word_right >= open->word_left;
      return;
    }

  if (open->letters->len == 0)
    open->first_middle = (top + bottom) / 2;
  open->last_middle = (top + bottom) / 2;
  open->line.left = MIN (open->line.left, left);
  open->line.right = MAX (open->line.right, right);
  open->line.top = MIN (open->line.top, top);
  open->bottom = MAX (open->bottom, bottom);
  if (!open->word_ended)
    {
      open->word_left = MIN (open->word_left, left);
      open->word_right = MAX (open->word_right, right);
    }
  else if (open->second_left >= HUGE_VAL)
    open->second_left = left;
  open->last_letter = *place;
  g_array_append_val (open->letters, letter);
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

/* Where directions are mixed, the next letter can stand anywhere in the line. */
static gboolean
is_far_off (OpenLine               *open,
            const PopplerRectangle *place,
            gunichar                c)
{
  double size = open->sizes[0].size;
  double gap = MAX (place->x1 - open->last_letter.x2, open->last_letter.x1 - place->x2);

  open->is_mixed |= is_right_to_left (c);
  return open->letters->len > 0 && !open->is_mixed && !g_unichar_isspace (c) && gap > size * CUT;
}

/* Where the letter that was added last ends, now that it is written. */
static void
end_letter (OpenLine *open,
            gunichar  c,
            gsize     end)
{
  if (!g_unichar_isspace (c))
    g_array_index (open->letters, Letter, open->letters->len - 1).end = end;
}

static void
insert_mark (GString *text,
             gsize    at,
             gunichar mark)
{
  char bytes[6];

  g_string_insert_len (text, (gssize)at, bytes, g_unichar_to_utf8 (mark, bytes));
}

/* Puts what is small and high between its two marks, the last first. */
static void
mark_raised (OpenLine *open,
             GString  *text)
{
  const double size = open->line.size * RAISED_SIZE;
  const double bottom = open->line.base - open->line.size * RAISED_BY;
  gsize        start = text->len;
  gboolean     in_run = FALSE;

  for (guint i = open->letters->len; i > 0; i--)
    {
      const Letter *letter = &g_array_index (open->letters, Letter, i - 1);
      gboolean      raised = letter->size < size && letter->bottom < bottom;

      if (raised && !in_run)
        insert_mark (text, letter->end, DOUBLET_PDF_LOWERED);
      else if (!raised && in_run)
        insert_mark (text, start, DOUBLET_PDF_RAISED);
      in_run = raised;
      start = letter->start;
    }
  if (in_run)
    insert_mark (text, start, DOUBLET_PDF_RAISED);
}

static void
end_line (OpenLine *open,
          GString  *text,
          GArray   *pieces,
          PageUse  *use)
{
  DoubletPdfLine *line = &open->line;
  const SizeUse  *most = &open->sizes[0];

  if (open->letters->len == 0 || text->len == line->start)
    {
      g_string_truncate (text, line->start);
      return;
    }

  for (guint i = 1; i < N_SIZES; i++)
    if (open->sizes[i].n_chars > most->n_chars)
      most = &open->sizes[i];

  line->size = most->size > 0 ? most->size : open->bottom - line->top;
  line->base = most->n_chars > 0 ? most->bottoms / most->n_chars : open->bottom;
  line->first_word = open->word_right - open->word_left;
  line->gap = open->second_left < HUGE_VAL ? MAX (open->second_left - open->word_right, 0) : 0;
  line->is_aside = open->letters->len >= MIN_UPRIGHT_CHARS &&
                   fabs (open->last_middle - open->first_middle) > UPRIGHT * (line->right - line->left);
  use->n_letters += open->letters->len;
  if (line->is_aside)
    {
      line->base = open->bottom;
      use->n_upwards += open->last_middle < open->first_middle ? open->letters->len : 0;
      use->n_downwards += open->last_middle > open->first_middle ? open->letters->len : 0;
    }
  else
    mark_raised (open, text);
  line->end = text->len;
  line->page_height = use->height;
  g_array_append_val (pieces, *line);
}

/* So that "left" is where reading begins. */
static void
mirror (GArray *pieces,
        double  width)
{
  for (guint i = 0; i < pieces->len; i++)
    {
      DoubletPdfLine *piece = &g_array_index (pieces, DoubletPdfLine, i);
      double          left = width - piece->right;

      piece->right = width - piece->left;
      piece->left = left;
    }
}

/* A table that was too wide for the page is printed up its side: then that is the
 * direction in which the page is read. */
static void
turn (const PageUse *use,
      GArray        *pieces)
{
  const gboolean upwards = use->n_upwards > use->n_downwards;

  for (guint i = 0; i < pieces->len; i++)
    {
      DoubletPdfLine      *piece = &g_array_index (pieces, DoubletPdfLine, i);
      const DoubletPdfLine before = *piece;

      piece->left = upwards ? use->height - before.base : before.top;
      piece->right = upwards ? use->height - before.top : before.base;
      piece->top = upwards ? before.left : use->width - before.right;
      piece->base = upwards ? before.right : use->width - before.left;
      piece->page_height = use->width;
      piece->is_aside = !before.is_aside;
    }
}

static void
finish_page (const PageUse *use,
             GArray        *pieces,
             guint          number)
{
  for (guint i = 0; i < pieces->len; i++)
    g_array_index (pieces, DoubletPdfLine, i).page = number;
  if ((use->n_upwards + use->n_downwards) * 2 > use->n_letters)
    turn (use, pieces);
  else if (use->n_right_to_left * 2 > use->n_letters)
    mirror (pieces, use->width);
}

void
doublet_pdf_pieces_read (PopplerPage *page,
                         guint        number,
                         GString     *text,
                         GArray      *pieces)
{
  g_autofree char             *letters = poppler_page_get_text (page);
  g_autofree PopplerRectangle *places = NULL;
  guint                        n_places = 0;
  guint                        index = 0;
  GList                       *attributes;
  GList                       *attribute;
  PageUse                      use = { 0 };
  OpenLine                     open = { 0 };

  if (letters == NULL || *letters == '\0' || !poppler_page_get_text_layout (page, &places, &n_places))
    return;

  poppler_page_get_size (page, &use.width, &use.height);
  attributes = attribute = poppler_page_get_text_attributes (page);
  open.letters = g_array_new (FALSE, FALSE, sizeof (Letter));
  begin_line (&open, text->len);

  for (const char *at = letters; *at != '\0' && index < n_places; at = g_utf8_next_char (at))
    {
      gunichar c = g_utf8_get_char_validated (at, -1);

      if (c >= (gunichar)-2)
        break;
      /* These have no places. */
      if (c >= FIRST_EMBEDDING && c <= LAST_EMBEDDING)
        continue;
      while (attribute != NULL && ((PopplerTextAttributes *)attribute->data)->end_index < (int)index)
        attribute = attribute->next;

      if (c == '\n')
        {
          end_line (&open, text, pieces, &use);
          begin_line (&open, text->len);
          index++;
          continue;
        }
      if (is_far_off (&open, &places[index], c))
        {
          end_line (&open, text, pieces, &use);
          begin_line (&open, text->len);
          open.after_space = TRUE;
        }
      if (leaps (&open, &places[index], c))
        g_string_append_c (text, ' ');
      use.n_right_to_left += is_right_to_left (c);
      add_character (&open, c, text->len, &places[index],
                     attribute != NULL ? ((PopplerTextAttributes *)attribute->data)->font_size : 0);
      append_character (text, c);
      end_letter (&open, c, text->len);
      index++;
    }

  end_line (&open, text, pieces, &use);
  poppler_page_free_text_attributes (attributes);
  g_array_unref (open.letters);
  finish_page (&use, pieces, number);
}
