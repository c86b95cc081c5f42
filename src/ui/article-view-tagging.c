/* article-view-tagging.c
 *
 * SPDX-FileCopyrightText: 2026 The Doublet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "article-view.h"

#include "article-view-private.h"

/* The marks of an article view: in an array, and as tags in its buffer. */

/* Putting marks on may take so long at a time: the rest waits until nothing else is to
 * be done. */
#define RETAG_AT_ONCE_US 20000
#define RETAG_IDLE_US 8000
#define RETAG_LINES 16

static guint32
count_lines (DoubletArticleView *self)
{
  guint32 n_lines = 0;

  if (self->text != NULL)
    doublet_display_text_get_lines (self->text, &n_lines);
  return n_lines;
}

static void
retag_for (DoubletArticleView *self,
           gint64              microseconds)
{
  gint64         end = g_get_monotonic_time () + microseconds;
  guint32        n_lines = count_lines (self);
  DoubletMarking marking = {
    .marks = self->marks,
    .findings = self->findings,
    .n_findings = self->n_findings,
    .selected = self->selected,
    .line_tones = self->line_tones,
  };

  while (self->retag_left > 0)
    {
      guint32 n = MIN (MIN (RETAG_LINES, self->retag_left), n_lines - self->retag_next);

      doublet_mark_tags_apply (&self->tags, self->text, &marking, self->retag_next, self->retag_next + n);
      self->retag_left -= n;
      self->retag_next = (self->retag_next + n) % n_lines;
      if (g_get_monotonic_time () > end)
        break;
    }
}

static gboolean
retag_idle_cb (gpointer data)
{
  DoubletArticleView *self = data;

  retag_for (self, RETAG_IDLE_US);
  if (self->retag_left > 0)
    return G_SOURCE_CONTINUE;
  self->retag_source = 0;
  return G_SOURCE_REMOVE;
}

/* Puts the marks on, what is seen first. */
void
doublet_article_view_retag (DoubletArticleView *self)
{
  GdkRectangle visible;

  g_clear_handle_id (&self->retag_source, g_source_remove);
  self->retag_left = count_lines (self);
  if (self->retag_left == 0)
    return;
  gtk_text_view_get_visible_rect (GTK_TEXT_VIEW (self), &visible);
  self->retag_next = MIN (doublet_article_view_get_line_at (self, visible.y), self->retag_left - 1);
  retag_for (self, RETAG_AT_ONCE_US);
  if (self->retag_left > 0)
    self->retag_source = g_idle_add (retag_idle_cb, self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/**
 * doublet_article_view_set_marks:
 * @self: a view
 * @marks: (transfer full) (nullable): an array of #DoubletMark
 * @findings: (array length=n_findings): the passages of @marks; outlive their use here
 * @n_findings: how many
 *
 * Marks the text.  Few marks are there at once, many come when nothing else is to be
 * done, from what is seen on.
 */
void
doublet_article_view_set_marks (DoubletArticleView   *self,
                                GArray               *marks,
                                const DoubletFinding *findings,
                                guint                 n_findings)
{
  g_return_if_fail (DOUBLET_IS_ARTICLE_VIEW (self));

  g_clear_pointer (&self->marks, g_array_unref);
  self->marks = marks;
  self->findings = findings;
  self->n_findings = n_findings;
  doublet_article_view_retag (self);
  /* The gutter makes room for the numbers. */
  self->metrics_known = FALSE;
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

/**
 * doublet_article_view_get_marks:
 * @self: a view
 *
 * Returns: (nullable) (transfer none): the marks
 */
const GArray *
doublet_article_view_get_marks (DoubletArticleView *self)
{
  return self->marks;
}

/**
 * doublet_article_view_find_mark:
 * @self: a view
 * @byte: a byte of the article
 *
 * Returns: (nullable) (transfer none): the mark there
 */
const DoubletMark *
doublet_article_view_find_mark (DoubletArticleView *self,
                                guint32             byte)
{
  guint              index = doublet_marks_find_first (self->marks, byte);
  const DoubletMark *mark;

  if (self->marks == NULL || index >= self->marks->len)
    return NULL;
  mark = &g_array_index (self->marks, DoubletMark, index);
  return mark->start <= byte ? mark : NULL;
}

/**
 * doublet_article_view_set_selected:
 * @self: a view
 * @passage: a passage, or %DOUBLET_NO_PASSAGE
 *
 * Makes every copy of @passage stand out.
 */
void
doublet_article_view_set_selected (DoubletArticleView *self,
                                   guint32             passage)
{
  g_return_if_fail (DOUBLET_IS_ARTICLE_VIEW (self));

  if (self->selected == passage)
    return;
  self->selected = passage;
  doublet_article_view_retag (self);
}
