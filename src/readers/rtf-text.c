/* rtf-text.c
 *
 * SPDX-FileCopyrightText: 2026 The Doublet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "rtf-text.h"

#include <string.h>

/* Of the number before an item. */
#define MAX_FIGURES 3

/* The paragraphs of one place that wait for their turn, then the open one. */
typedef struct
{
  GString *text;
  GArray  *waiting; /* DoubletBlock: offsets into text */
} Place;

struct _DoubletRtfText
{
  DoubletArticleBuilder *builder; /* borrowed */
  Place                  places[DOUBLET_RTF_N_PLACES];
  gsize                  n_chars;
  gsize                  n_paragraphs;
};

/**
 * doublet_rtf_text_new:
 * @builder: where the paragraphs go; borrowed
 *
 * Returns: (transfer full): no text yet
 */
DoubletRtfText *
doublet_rtf_text_new (DoubletArticleBuilder *builder)
{
  DoubletRtfText *self = g_new0 (DoubletRtfText, 1);

  self->builder = builder;
  for (guint i = 0; i < DOUBLET_RTF_N_PLACES; i++)
    {
      self->places[i].text = g_string_new (NULL);
      self->places[i].waiting = g_array_new (FALSE, FALSE, sizeof (DoubletBlock));
    }
  return self;
}

/**
 * doublet_rtf_text_free:
 * @self: (transfer full): text
 */
void
doublet_rtf_text_free (DoubletRtfText *self)
{
  for (guint i = 0; i < DOUBLET_RTF_N_PLACES; i++)
    {
      g_string_free (self->places[i].text, TRUE);
      g_array_unref (self->places[i].waiting);
    }
  g_free (self);
}

/**
 * doublet_rtf_text_get_open:
 * @self: text
 * @place: a place
 *
 * Returns: (transfer none): what the open paragraph of @place can be appended to
 */
GString *
doublet_rtf_text_get_open (DoubletRtfText *self,
                           DoubletRtfPlace place)
{
  return self->places[place].text;
}

/* Where the open paragraph begins. */
static gsize
find_open (const Place *place)
{
  guint n = place->waiting->len;

  return n > 0 ? g_array_index (place->waiting, DoubletBlock, n - 1).end : 0;
}

/* A bullet, or "12." or "a)" with up to three figures or one letter. */
static gboolean
is_label (const char *text)
{
  static const gunichar bullets[] = { 0x2022, 0xb7, 0x25e6, 0x25aa, 0x25cf, 0x25cb, 0x2013, 0x2023, '-', '*', 'o', 0xf0b7, 0xf0a7, 0xf0d8 };
  gsize                 n_figures = strspn (text, "0123456789");

  for (guint i = 0; i < G_N_ELEMENTS (bullets); i++)
    if (*text != '\0' && g_utf8_get_char (text) == bullets[i] && *g_utf8_next_char (text) == '\0')
      return TRUE;

  if (n_figures == 0 && g_ascii_isalpha (*text))
    n_figures = 1;
  return n_figures > 0 && n_figures <= MAX_FIGURES && (text[n_figures] == '.' || text[n_figures] == ')') &&
         text[n_figures + 1] == '\0';
}

/**
 * doublet_rtf_text_drop_label:
 * @self: text
 * @place: a place
 *
 * Takes away what the open paragraph of @place has so far, if that is what stands
 * before an item of a list.
 *
 * Returns: whether it was
 */
gboolean
doublet_rtf_text_drop_label (DoubletRtfText *self,
                             DoubletRtfPlace place)
{
  GString         *text = self->places[place].text;
  gsize            start = find_open (&self->places[place]);
  g_autofree char *label = g_strstrip (g_strdup (text->str + start));

  if (!is_label (label))
    return FALSE;
  g_string_truncate (text, start);
  return TRUE;
}

/* Hands on what waits. */
static void
release (DoubletRtfText *self,
         DoubletRtfPlace which)
{
  Place *place = &self->places[which];

  for (guint i = 0; i < place->waiting->len; i++)
    {
      const DoubletBlock *block = &g_array_index (place->waiting, DoubletBlock, i);

      doublet_article_builder_begin_block (self->builder, block->kind, block->level);
      doublet_article_builder_append (self->builder, place->text->str + block->start, block->end - block->start);
      doublet_article_builder_end_block (self->builder);
    }

  g_array_set_size (place->waiting, 0);
  g_string_truncate (place->text, 0);
}

/**
 * doublet_rtf_text_end_paragraph:
 * @self: text
 * @place: a place
 * @kind: what its open paragraph is
 * @level: of a heading or a list item
 *
 * Ends the open paragraph; one without text vanishes.
 */
void
doublet_rtf_text_end_paragraph (DoubletRtfText  *self,
                                DoubletRtfPlace  which,
                                DoubletBlockKind kind,
                                guint            level)
{
  Place       *place = &self->places[which];
  DoubletBlock block = {
    .start = find_open (place),
    .end = place->text->len,
    .kind = kind,
    .level = MIN (level, G_MAXUINT8),
  };

  if (block.end > block.start)
    {
      self->n_chars += (gsize)g_utf8_strlen (place->text->str + block.start, block.end - block.start);
      self->n_paragraphs++;
      g_array_append_val (place->waiting, block);
    }

  if (which == DOUBLET_RTF_BODY)
    {
      release (self, DOUBLET_RTF_BODY);
      doublet_rtf_text_end_paragraph (self, DOUBLET_RTF_BOXES, DOUBLET_BLOCK_PARAGRAPH, 0);
      release (self, DOUBLET_RTF_BOXES);
    }
}

/**
 * doublet_rtf_text_finish:
 * @self: text
 *
 * Hands on everything, the notes at last.
 */
void
doublet_rtf_text_finish (DoubletRtfText *self)
{
  doublet_rtf_text_end_paragraph (self, DOUBLET_RTF_BODY, DOUBLET_BLOCK_PARAGRAPH, 0);
  doublet_rtf_text_end_paragraph (self, DOUBLET_RTF_NOTES, DOUBLET_BLOCK_PARAGRAPH, 0);
  release (self, DOUBLET_RTF_NOTES);
}

/**
 * doublet_rtf_text_get_n_chars:
 * @self: text
 *
 * Returns: how many characters the ended paragraphs have
 */
gsize
doublet_rtf_text_get_n_chars (const DoubletRtfText *self)
{
  return self->n_chars;
}

/**
 * doublet_rtf_text_get_n_paragraphs:
 * @self: text
 *
 * Returns: how many paragraphs have ended
 */
gsize
doublet_rtf_text_get_n_paragraphs (const DoubletRtfText *self)
{
  return self->n_paragraphs;
}
