/* mark-tags.c
 *
 * SPDX-FileCopyrightText: 2026 The Doublet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "mark-tags.h"

#include "character-picture.h"

/* More pictures than this in one article are shown, but not told apart by colour. */
#define MAX_PICTURE_TAGS 10000

static GtkTextTag *
create_tag (DoubletMarkTags *self)
{
  return gtk_text_buffer_create_tag (self->buffer, NULL, NULL);
}

/**
 * doublet_mark_tags_init:
 * @self: tags
 * @buffer: a new buffer; it outlives @self
 *
 * Puts the tags into @buffer, in the order in which they cover each other.
 */
void
doublet_mark_tags_init (DoubletMarkTags *self,
                        GtkTextBuffer   *buffer)
{
  static const PangoUnderline underlines[DOUBLET_N_UNDERLINES] = {
    [DOUBLET_PASSAGE_VERBATIM] = PANGO_UNDERLINE_SINGLE,
    [DOUBLET_PASSAGE_EDITED] = PANGO_UNDERLINE_DOUBLE,
    [DOUBLET_PASSAGE_REWORDED] = PANGO_UNDERLINE_NONE,
  };

  self->buffer = buffer;
  self->title = gtk_text_buffer_create_tag (buffer, NULL, "scale", DOUBLET_TITLE_SCALE, "weight", PANGO_WEIGHT_BOLD, NULL);
  self->heading = gtk_text_buffer_create_tag (buffer, NULL, "scale", DOUBLET_HEADING_SCALE, "weight", PANGO_WEIGHT_BOLD, NULL);
  self->only = create_tag (self);
  self->moved = create_tag (self);
  for (guint hue = 0; hue < DOUBLET_N_HUES; hue++)
    self->tints[hue] = create_tag (self);
  for (guint hue = 0; hue < DOUBLET_N_HUES; hue++)
    self->selected[hue] = create_tag (self);
  for (guint hue = 0; hue < DOUBLET_N_HUES; hue++)
    for (guint match = 0; match < DOUBLET_N_UNDERLINES; match++)
      self->underlines[hue][match] = gtk_text_buffer_create_tag (buffer, NULL, "underline", underlines[match], NULL);
  self->deleted = gtk_text_buffer_create_tag (buffer, NULL, "strikethrough", TRUE, NULL);
  self->inserted = gtk_text_buffer_create_tag (buffer, NULL, "underline", PANGO_UNDERLINE_SINGLE, NULL);
  self->picture = create_tag (self);
}

/**
 * doublet_mark_tags_set_palette:
 * @self: tags
 * @palette: the colours
 * @is_base: whether what stands only here counts as taken out, else as put in
 */
void
doublet_mark_tags_set_palette (DoubletMarkTags      *self,
                               const DoubletPalette *palette,
                               gboolean              is_base)
{
  g_object_set (self->only, "background-rgba", is_base ? &palette->deleted.tint : &palette->inserted.tint, NULL);
  g_object_set (self->moved, "background-rgba", &palette->moved.tint, NULL);
  for (guint hue = 0; hue < DOUBLET_N_HUES; hue++)
    {
      g_object_set (self->tints[hue], "background-rgba", &palette->passages[hue].tint, NULL);
      g_object_set (self->selected[hue], "background-rgba", &palette->selected[hue], NULL);
      for (guint match = 0; match < DOUBLET_N_UNDERLINES; match++)
        g_object_set (self->underlines[hue][match], "underline-rgba", &palette->passages[hue].sign, NULL);
    }
  g_object_set (self->deleted, "background-rgba", &palette->deleted.tint, "strikethrough-rgba", &palette->deleted.sign, NULL);
  g_object_set (self->inserted, "background-rgba", &palette->inserted.tint, "underline-rgba", &palette->inserted.sign, NULL);
  g_object_set (self->picture, "foreground-rgba", &palette->flag, NULL);
}

static void
apply_between (DoubletMarkTags *self,
               GtkTextTag      *tag,
               guint32          start,
               guint32          end)
{
  GtkTextIter from;
  GtkTextIter to;

  if (start >= end)
    return;
  gtk_text_buffer_get_iter_at_offset (self->buffer, &from, start);
  to = from;
  gtk_text_iter_forward_chars (&to, end - start);
  gtk_text_buffer_apply_tag (self->buffer, tag, &from, &to);
}

static void
tag_pictures (DoubletMarkTags          *self,
              const DoubletDisplayText *text,
              guint32                   start,
              guint32                   end,
              guint                    *n_tagged)
{
  gsize       n_bytes;
  const char *source = doublet_article_get_text (doublet_display_text_get_article (text), &n_bytes);

  /* None of them is ASCII but C0, so most text is passed over byte by byte. */
  for (const char *p = source + start; p < source + end && *n_tagged < MAX_PICTURE_TAGS; p = g_utf8_next_char (p))
    if (((guchar)*p < ' ' && *p != '\n') || (guchar)*p >= 0x7f)
      {
        gunichar c = g_utf8_get_char (p);

        if (doublet_character_has_picture (c))
          {
            guint32 offset = doublet_display_text_to_offset (text, p - source);

            apply_between (self, self->picture, offset, offset + 1);
            (*n_tagged)++;
          }
      }
}

/**
 * doublet_mark_tags_apply_form:
 * @self: tags of a buffer that holds these lines of @text
 * @text: the text
 * @first_line: a line
 * @end_line: the line behind the last one
 * @n_pictures: (inout): how many pictures of @text were tagged so far
 *
 * Tags what belongs to the article itself: title, headings, pictures of controls.
 */
void
doublet_mark_tags_apply_form (DoubletMarkTags          *self,
                              const DoubletDisplayText *text,
                              guint32                   first_line,
                              guint32                   end_line,
                              guint                    *n_pictures)
{
  guint32                   n_lines;
  const DoubletDisplayLine *lines = doublet_display_text_get_lines (text, &n_lines);

  g_return_if_fail (end_line <= n_lines);

  for (guint32 i = first_line; i < end_line; i++)
    {
      if (lines[i].flags & DOUBLET_DISPLAY_LINE_TITLE)
        apply_between (self, self->title, lines[i].start, lines[i].start + lines[i].n_chars);
      else if (lines[i].flags & DOUBLET_DISPLAY_LINE_HEADING)
        apply_between (self, self->heading, lines[i].start, lines[i].start + lines[i].n_chars);
      tag_pictures (self, text, lines[i].first_byte, lines[i].end_byte, n_pictures);
    }
}

/**
 * doublet_marks_find_first:
 * @marks: (nullable): an array of #DoubletMark
 * @byte: a byte of the article
 *
 * Returns: the index of the first mark that ends behind @byte; their number if none
 */
guint
doublet_marks_find_first (const GArray *marks,
                          guint32       byte)
{
  guint low = 0;
  guint high = marks != NULL ? marks->len : 0;

  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (g_array_index (marks, DoubletMark, middle).end > byte)
        high = middle;
      else
        low = middle + 1;
    }
  return low;
}

static void
remove_all (DoubletMarkTags *self,
            guint32          start,
            guint32          end)
{
  GtkTextIter from;
  GtkTextIter to;

  gtk_text_buffer_get_iter_at_offset (self->buffer, &from, start);
  gtk_text_buffer_get_iter_at_offset (self->buffer, &to, end);
  gtk_text_buffer_remove_tag (self->buffer, self->only, &from, &to);
  gtk_text_buffer_remove_tag (self->buffer, self->moved, &from, &to);
  gtk_text_buffer_remove_tag (self->buffer, self->deleted, &from, &to);
  gtk_text_buffer_remove_tag (self->buffer, self->inserted, &from, &to);
  for (guint hue = 0; hue < DOUBLET_N_HUES; hue++)
    {
      gtk_text_buffer_remove_tag (self->buffer, self->tints[hue], &from, &to);
      gtk_text_buffer_remove_tag (self->buffer, self->selected[hue], &from, &to);
      for (guint match = 0; match < DOUBLET_N_UNDERLINES; match++)
        gtk_text_buffer_remove_tag (self->buffer, self->underlines[hue][match], &from, &to);
    }
}

static void
apply_mark (DoubletMarkTags      *self,
            const DoubletMarking *marking,
            const DoubletMark    *mark,
            DoubletLineTone       tone,
            guint32               start,
            guint32               end)
{
  if ((mark->flags & DOUBLET_MARK_ONLY_HERE) && tone != DOUBLET_LINE_ONLY_HERE)
    apply_between (self, self->only, start, end);
  if ((mark->flags & DOUBLET_MARK_MOVED) && tone != DOUBLET_LINE_MOVED)
    apply_between (self, self->moved, start, end);
  if (mark->flags & DOUBLET_MARK_DELETED)
    apply_between (self, self->deleted, start, end);
  if (mark->flags & DOUBLET_MARK_INSERTED)
    apply_between (self, self->inserted, start, end);
  if (mark->passage < marking->n_findings)
    {
      guint hue = doublet_hue_of_passage (mark->passage);

      apply_between (self, mark->passage == marking->selected ? self->selected[hue] : self->tints[hue], start, end);
      /* What differs is framed, and its line is left open. */
      if (!(mark->flags & DOUBLET_MARK_DIFFERS))
        apply_between (self, self->underlines[hue][marking->findings[mark->passage].match], start, end);
    }
}

/**
 * doublet_mark_tags_apply:
 * @self: tags of a buffer that holds @text
 * @text: the text
 * @marking: what is marked
 * @first_line: a line
 * @end_line: the line behind the last one
 *
 * Takes all marks off these lines and puts those of @marking there.
 */
void
doublet_mark_tags_apply (DoubletMarkTags          *self,
                         const DoubletDisplayText *text,
                         const DoubletMarking     *marking,
                         guint32                   first_line,
                         guint32                   end_line)
{
  guint32                   n_lines;
  const DoubletDisplayLine *lines = doublet_display_text_get_lines (text, &n_lines);

  end_line = MIN (end_line, n_lines);
  if (first_line >= end_line)
    return;
  remove_all (self, lines[first_line].start, lines[end_line - 1].start + lines[end_line - 1].n_chars);
  if (marking->marks == NULL)
    return;

  guint next = doublet_marks_find_first (marking->marks, lines[first_line].first_byte);
  for (guint32 i = first_line; i < end_line; i++)
    {
      DoubletLineTone tone = marking->line_tones != NULL ? marking->line_tones[i] : DOUBLET_LINE_PLAIN;

      for (; next < marking->marks->len; next++)
        {
          const DoubletMark *mark = &g_array_index (marking->marks, DoubletMark, next);
          guint32            start = MAX (mark->start, lines[i].first_byte);
          guint32            end = MIN (mark->end, lines[i].end_byte);

          if (mark->start >= lines[i].end_byte)
            break;
          if (start < end)
            apply_mark (self, marking, mark, tone, doublet_display_text_to_offset (text, start), doublet_display_text_to_end_offset (text, end));
          if (mark->end > lines[i].end_byte)
            break;
        }
    }
}
