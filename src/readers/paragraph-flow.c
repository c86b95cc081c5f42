/* paragraph-flow.c
 *
 * SPDX-FileCopyrightText: 2026 The Doublet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "paragraph-flow.h"

#include "load-error.h"
#include "load-limits.h"

#include <glib/gi18n-lib.h>

typedef struct
{
  gsize            start; /* in the text of its DoubletParagraphs */
  gsize            end;
  DoubletBlockKind kind;
  guint            level;
} Paragraph;

struct _DoubletParagraphs
{
  GString *text;
  GArray  *paragraphs; /* Paragraph */
};

/* One of the texts that stand in one another: the body, a text box, a note. */
typedef struct
{
  GString           *text; /* owned: of the paragraph so far */
  DoubletBlockKind   kind;
  guint              level;
  gboolean           is_open;
  gboolean           joins;  /* its mark does not count: the next one continues it */
  DoubletParagraphs *boxes;  /* owned, (nullable): what was put aside until it ends */
  DoubletParagraphs *target; /* (nullable), borrowed: NULL for the article */
} Frame;

struct _DoubletParagraphFlow
{
  DoubletArticleBuilder *builder; /* borrowed */
  GArray                *frames;  /* Frame, at least one */
  gsize                  n_chars;
  gsize                  n_blocks;
};

static void
clear_frame (gpointer data)
{
  Frame *frame = data;

  g_string_free (frame->text, TRUE);
  g_clear_pointer (&frame->boxes, doublet_paragraphs_free);
}

static Frame *
top (const DoubletParagraphFlow *self)
{
  return &g_array_index (self->frames, Frame, self->frames->len - 1);
}

static void
add_frame (DoubletParagraphFlow *self,
           DoubletParagraphs    *target)
{
  Frame frame = { .text = g_string_new (NULL), .target = target };

  g_array_append_val (self->frames, frame);
}

/**
 * doublet_paragraph_flow_new:
 * @builder: where the paragraphs go; it must live longer
 *
 * Returns: (transfer full): a flow without an open paragraph
 */
DoubletParagraphFlow *
doublet_paragraph_flow_new (DoubletArticleBuilder *builder)
{
  DoubletParagraphFlow *self = g_new0 (DoubletParagraphFlow, 1);

  self->builder = builder;
  self->frames = g_array_new (FALSE, FALSE, sizeof (Frame));
  g_array_set_clear_func (self->frames, clear_frame);
  add_frame (self, NULL);
  return self;
}

/**
 * doublet_paragraph_flow_free:
 * @self: (transfer full): a flow; a paragraph that was not ended is lost
 */
void
doublet_paragraph_flow_free (DoubletParagraphFlow *self)
{
  g_array_unref (self->frames);
  g_free (self);
}

/**
 * doublet_paragraphs_new:
 *
 * Returns: (transfer full): no paragraphs yet
 */
DoubletParagraphs *
doublet_paragraphs_new (void)
{
  DoubletParagraphs *self = g_new0 (DoubletParagraphs, 1);

  self->text = g_string_new (NULL);
  self->paragraphs = g_array_new (FALSE, FALSE, sizeof (Paragraph));
  return self;
}

/**
 * doublet_paragraphs_free:
 * @self: (transfer full): paragraphs
 */
void
doublet_paragraphs_free (DoubletParagraphs *self)
{
  g_string_free (self->text, TRUE);
  g_array_unref (self->paragraphs);
  g_free (self);
}

static void
put_paragraph (DoubletParagraphFlow *self,
               DoubletParagraphs    *target,
               DoubletBlockKind      kind,
               guint                 level,
               const char           *text,
               gsize                 n_bytes)
{
  if (target != NULL)
    {
      Paragraph paragraph = { target->text->len, target->text->len + n_bytes, kind, level };

      g_string_append_len (target->text, text, (gssize)n_bytes);
      g_array_append_val (target->paragraphs, paragraph);
    }
  else
    {
      doublet_article_builder_begin_block (self->builder, kind, level);
      doublet_article_builder_append (self->builder, text, n_bytes);
      doublet_article_builder_end_block (self->builder);
    }
}

static void
put_all (DoubletParagraphFlow *self,
         DoubletParagraphs    *target,
         DoubletParagraphs    *paragraphs)
{
  for (guint i = 0; i < paragraphs->paragraphs->len; i++)
    {
      const Paragraph *paragraph = &g_array_index (paragraphs->paragraphs, Paragraph, i);

      put_paragraph (self, target, paragraph->kind, paragraph->level,
                     paragraphs->text->str + paragraph->start, paragraph->end - paragraph->start);
    }
}

/* Writes what the top frame holds, then the text boxes that stood in it.  What is put
 * aside keeps its empty paragraphs: they say where a deleted text began and ended. */
static void
flush (DoubletParagraphFlow *self)
{
  Frame   *frame = top (self);
  gboolean is_empty = frame->text->len == 0;

  if (is_empty && frame->target != NULL)
    is_empty = !frame->is_open && !frame->joins;

  frame->is_open = frame->joins = FALSE;
  if (!is_empty)
    put_paragraph (self, frame->target, frame->kind, frame->level, frame->text->str, frame->text->len);
  g_string_truncate (frame->text, 0);

  if (frame->boxes != NULL)
    {
      g_autoptr (DoubletParagraphs) boxes = g_steal_pointer (&frame->boxes);

      put_all (self, frame->target, boxes);
    }
}

/**
 * doublet_paragraph_flow_begin:
 * @self: a flow
 * @kind: what it is
 * @level: of a heading or a list item, from 1; else 0
 *
 * Begins a paragraph or goes on with one that joins; one that is open ends.
 */
void
doublet_paragraph_flow_begin (DoubletParagraphFlow *self,
                              DoubletBlockKind      kind,
                              guint                 level)
{
  Frame *frame = top (self);

  if (!frame->joins)
    {
      flush (self);
      self->n_blocks++;
    }
  frame->joins = FALSE;
  frame->is_open = TRUE;
  frame->kind = kind;
  frame->level = level;
}

/**
 * doublet_paragraph_flow_set_kind:
 * @self: a flow with an open paragraph
 * @kind: what it turned out to be
 * @level: of a heading or a list item
 *
 * A paragraph that was joined from several is what the last of them is, as in Word.
 */
void
doublet_paragraph_flow_set_kind (DoubletParagraphFlow *self,
                                 DoubletBlockKind      kind,
                                 guint                 level)
{
  top (self)->kind = kind;
  top (self)->level = level;
}

/**
 * doublet_paragraph_flow_is_open:
 * @self: a flow
 *
 * Returns: whether a paragraph has begun and not ended
 */
gboolean
doublet_paragraph_flow_is_open (const DoubletParagraphFlow *self)
{
  return top (self)->is_open;
}

/**
 * doublet_paragraph_flow_append:
 * @self: a flow
 * @text: UTF-8
 * @n_bytes: its length
 *
 * Adds to the open paragraph; without one a plain paragraph begins.
 */
void
doublet_paragraph_flow_append (DoubletParagraphFlow *self,
                               const char           *text,
                               gsize                 n_bytes)
{
  if (!top (self)->is_open)
    doublet_paragraph_flow_begin (self, DOUBLET_BLOCK_PARAGRAPH, 0);
  g_string_append_len (top (self)->text, text, (gssize)n_bytes);
  for (gsize i = 0; i < n_bytes; i++)
    self->n_chars += ((guchar)text[i] & 0xc0) != 0x80;
}

/**
 * doublet_paragraph_flow_append_space:
 * @self: a flow
 *
 * Parts what comes from what came, if a paragraph is open.
 */
void
doublet_paragraph_flow_append_space (DoubletParagraphFlow *self)
{
  if (top (self)->is_open)
    doublet_paragraph_flow_append (self, " ", 1);
}

/**
 * doublet_paragraph_flow_end:
 * @self: a flow
 * @joins_next: whether the next paragraph goes on with this one
 *
 * Ends the open paragraph, if there is one.
 */
void
doublet_paragraph_flow_end (DoubletParagraphFlow *self,
                            gboolean              joins_next)
{
  Frame *frame = top (self);

  if (!frame->is_open)
    return;
  if (!joins_next)
    flush (self);
  frame->is_open = FALSE;
  frame->joins = joins_next;
}

/**
 * doublet_paragraph_flow_break:
 * @self: a flow
 *
 * Nothing joins over this place: a table begins, a cell or the text ends.
 */
void
doublet_paragraph_flow_break (DoubletParagraphFlow *self)
{
  flush (self);
}

/**
 * doublet_paragraph_flow_push:
 * @self: a flow
 * @target: (nullable): where the paragraphs go that come until doublet_paragraph_flow_pop();
 *   NULL to have them follow the paragraph that is open
 */
void
doublet_paragraph_flow_push (DoubletParagraphFlow *self,
                             DoubletParagraphs    *target)
{
  Frame *frame = top (self);

  if (target == NULL)
    {
      if (frame->boxes == NULL)
        frame->boxes = doublet_paragraphs_new ();
      target = frame->boxes;
    }
  add_frame (self, target);
}

/**
 * doublet_paragraph_flow_pop:
 * @self: a flow after doublet_paragraph_flow_push()
 */
void
doublet_paragraph_flow_pop (DoubletParagraphFlow *self)
{
  g_return_if_fail (self->frames->len > 1);

  flush (self);
  g_array_set_size (self->frames, self->frames->len - 1);
}

/**
 * doublet_paragraph_flow_insert:
 * @self: a flow
 * @paragraphs: what was put aside
 *
 * Writes @paragraphs behind all that came.
 */
void
doublet_paragraph_flow_insert (DoubletParagraphFlow *self,
                               DoubletParagraphs    *paragraphs)
{
  flush (self);
  put_all (self, top (self)->target, paragraphs);
}

/**
 * doublet_paragraph_flow_splice:
 * @self: a flow
 * @paragraphs: what was put aside
 *
 * Writes @paragraphs at this place in the open paragraph: the first goes on with what
 * came before, and what comes goes on with the last.
 */
void
doublet_paragraph_flow_splice (DoubletParagraphFlow    *self,
                               const DoubletParagraphs *paragraphs)
{
  DoubletBlockKind kind = top (self)->kind;
  guint            level = top (self)->level;

  for (guint i = 0; i < paragraphs->paragraphs->len; i++)
    {
      const Paragraph *paragraph = &g_array_index (paragraphs->paragraphs, Paragraph, i);

      if (i > 0)
        {
          doublet_paragraph_flow_end (self, FALSE);
          doublet_paragraph_flow_begin (self, kind, level);
        }
      if (i + 1 < paragraphs->paragraphs->len)
        doublet_paragraph_flow_set_kind (self, paragraph->kind, paragraph->level);
      else
        doublet_paragraph_flow_set_kind (self, kind, level);
      doublet_paragraph_flow_append (self, paragraphs->text->str + paragraph->start,
                                     paragraph->end - paragraph->start);
    }
}

/**
 * doublet_paragraph_flow_is_full:
 * @self: a flow
 *
 * Returns: whether a limit was passed; it costs nothing to ask often
 */
gboolean
doublet_paragraph_flow_is_full (const DoubletParagraphFlow *self)
{
  return self->n_chars > DOUBLET_LIMIT_ARTICLE_CHARS || self->n_blocks > DOUBLET_LIMIT_ARTICLE_BLOCKS;
}

/**
 * doublet_paragraph_flow_is_too_big:
 * @self: a flow
 * @error: return location for an error
 *
 * Returns: whether a limit was passed; then @error says which
 */
gboolean
doublet_paragraph_flow_is_too_big (const DoubletParagraphFlow *self,
                                   GError                    **error)
{
  if (self->n_chars > DOUBLET_LIMIT_ARTICLE_CHARS)
    g_set_error (error, DOUBLET_LOAD_ERROR, DOUBLET_LOAD_ERROR_TOO_BIG,
                 /* Translators: %d is a number, such as 50 */
                 _ ("It has more than %d million characters, which is the most that Doublet reads."),
                 DOUBLET_LIMIT_ARTICLE_MILLION_CHARS);
  else if (self->n_blocks > DOUBLET_LIMIT_ARTICLE_BLOCKS)
    g_set_error (error, DOUBLET_LOAD_ERROR, DOUBLET_LOAD_ERROR_TOO_BIG,
                 /* Translators: %d is a number, such as 2 */
                 _ ("It has more than %d million paragraphs, which is the most that Doublet reads."),
                 DOUBLET_LIMIT_ARTICLE_MILLION_BLOCKS);
  return doublet_paragraph_flow_is_full (self);
}
