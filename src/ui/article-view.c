/* article-view.c
 *
 * SPDX-FileCopyrightText: 2026 The Doublet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "article-view.h"

#include "article-view-private.h"

G_DEFINE_FINAL_TYPE (DoubletArticleView, doublet_article_view, GTK_TYPE_TEXT_VIEW)

enum
{
  REMEASURED,
  CLICKED,
  ACTIVATED,
  CARET_MOVED,
  COMPARE,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static void
set_margins (DoubletArticleView *self,
             int                 width)
{
  GtkTextView *view = GTK_TEXT_VIEW (self);
  int          gutter = DOUBLET_GUTTER_EDGE + self->number_width + DOUBLET_GUTTER_GAP + self->chip_width + DOUBLET_GUTTER_GAP;
  int          room = width - gutter - DOUBLET_RIGHT_MARGIN - self->measure;
  int          left = gutter + MAX (room / 2, 0);
  int          right = DOUBLET_RIGHT_MARGIN + MAX (room - room / 2, 0);

  if (gtk_text_view_get_left_margin (view) != left)
    gtk_text_view_set_left_margin (view, left);
  if (gtk_text_view_get_right_margin (view) != right)
    gtk_text_view_set_right_margin (view, right);
}

static int
get_text_width (DoubletArticleView *self,
                int                 width)
{
  GtkTextView *view = GTK_TEXT_VIEW (self);

  return width - gtk_text_view_get_left_margin (view) - gtk_text_view_get_right_margin (view);
}

static void
doublet_article_view_size_allocate (GtkWidget *widget,
                                    int        width,
                                    int        height,
                                    int        baseline)
{
  DoubletArticleView *self = DOUBLET_ARTICLE_VIEW (widget);
  gboolean            remeasured = !self->metrics_known;

  if (!self->metrics_known)
    doublet_article_view_update_metrics (self);
  set_margins (self, width);
  remeasured |= self->text_width != get_text_width (self, width);
  self->text_width = get_text_width (self, width);
  GTK_WIDGET_CLASS (doublet_article_view_parent_class)->size_allocate (widget, width, height, baseline);
  if (remeasured)
    g_signal_emit (self, signals[REMEASURED], 0);
}

static void
update_palette (DoubletArticleView *self)
{
  const DoubletPalette *palette = doublet_palette_for_widget (GTK_WIDGET (self));

  if (self->palette == palette)
    return;
  self->palette = palette;
  if (self->text != NULL)
    doublet_mark_tags_set_palette (&self->tags, palette, self->is_base);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
doublet_article_view_realize (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (doublet_article_view_parent_class)->realize (widget);
  doublet_article_view_keep_off_primary (DOUBLET_ARTICLE_VIEW (widget));
}

static void
doublet_article_view_unrealize (GtkWidget *widget)
{
  doublet_article_view_return_to_primary (DOUBLET_ARTICLE_VIEW (widget));
  GTK_WIDGET_CLASS (doublet_article_view_parent_class)->unrealize (widget);
}

static void
doublet_article_view_css_changed (GtkWidget         *widget,
                                  GtkCssStyleChange *change)
{
  DoubletArticleView *self = DOUBLET_ARTICLE_VIEW (widget);

  GTK_WIDGET_CLASS (doublet_article_view_parent_class)->css_changed (widget, change);
  update_palette (self);
  self->metrics_known = FALSE;
  gtk_widget_queue_resize (widget);
}

static void
doublet_article_view_snapshot_layer (GtkTextView     *view,
                                     GtkTextViewLayer layer,
                                     GtkSnapshot     *snapshot)
{
  DoubletArticleView *self = DOUBLET_ARTICLE_VIEW (view);

  if (self->text == NULL)
    return;
  if (layer == GTK_TEXT_VIEW_LAYER_BELOW_TEXT)
    doublet_article_view_draw_below (self, snapshot);
  else
    doublet_article_view_draw_above (self, snapshot);
}

static void
caret_moved_cb (DoubletArticleView *self)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (self));
  GtkTextIter    caret;

  if (self->text == NULL)
    return;
  gtk_text_buffer_get_iter_at_mark (buffer, &caret, gtk_text_buffer_get_insert (buffer));
  g_signal_emit (self, signals[CARET_MOVED], 0, doublet_display_text_to_byte (self->text, gtk_text_iter_get_offset (&caret)));
}

static void
clear_text (DoubletArticleView *self)
{
  g_clear_handle_id (&self->retag_source, g_source_remove);
  self->retag_left = 0;
  doublet_article_view_hide_buttons (self);
  if (self->text == NULL)
    return;
  g_signal_handlers_disconnect_by_func (gtk_text_view_get_buffer (GTK_TEXT_VIEW (self)), caret_moved_cb, self);
  g_signal_handlers_disconnect_by_func (gtk_text_view_get_buffer (GTK_TEXT_VIEW (self)), doublet_article_view_selected_cb, self);
  doublet_line_spacing_clear (&self->spacing);
  doublet_line_heights_clear (&self->heights);
  g_clear_pointer (&self->text, doublet_display_text_unref);
  g_clear_pointer (&self->line_tones, g_free);
  g_clear_pointer (&self->marks, g_array_unref);
  g_clear_pointer (&self->hits, g_array_unref);
  g_array_set_size (self->notes, 0);
}

static void
doublet_article_view_dispose (GObject *object)
{
  DoubletArticleView *self = DOUBLET_ARTICLE_VIEW (object);

  clear_text (self);
  g_clear_object (&self->scale_css);
  g_clear_object (&self->label);
  G_OBJECT_CLASS (doublet_article_view_parent_class)->dispose (object);
}

static void
doublet_article_view_finalize (GObject *object)
{
  DoubletArticleView *self = DOUBLET_ARTICLE_VIEW (object);

  g_array_unref (self->notes);
  g_ptr_array_unref (self->buttons);
  G_OBJECT_CLASS (doublet_article_view_parent_class)->finalize (object);
}

static void
doublet_article_view_class_init (DoubletArticleViewClass *klass)
{
  GObjectClass     *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass   *widget_class = GTK_WIDGET_CLASS (klass);
  GtkTextViewClass *view_class = GTK_TEXT_VIEW_CLASS (klass);
  GType             type = G_TYPE_FROM_CLASS (klass);

  object_class->dispose = doublet_article_view_dispose;
  object_class->finalize = doublet_article_view_finalize;
  widget_class->realize = doublet_article_view_realize;
  widget_class->unrealize = doublet_article_view_unrealize;
  widget_class->size_allocate = doublet_article_view_size_allocate;
  widget_class->css_changed = doublet_article_view_css_changed;
  view_class->snapshot_layer = doublet_article_view_snapshot_layer;
  view_class->copy_clipboard = doublet_article_view_copy_clipboard;

  signals[REMEASURED] = g_signal_new ("remeasured", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[CLICKED] = g_signal_new ("clicked", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_UINT);
  signals[ACTIVATED] = g_signal_new ("activated", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_UINT);
  signals[COMPARE] = g_signal_new ("compare", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 2, GTK_TYPE_MENU_BUTTON, G_TYPE_UINT);
  signals[CARET_MOVED] = g_signal_new ("caret-moved", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_UINT);
}

static void
clear_note (gpointer data)
{
  DoubletLineNote *note = data;

  g_free (note->words);
}

static void
doublet_article_view_init (DoubletArticleView *self)
{
  GtkTextView *view = GTK_TEXT_VIEW (self);

  self->buttons = g_ptr_array_new ();
  self->notes = g_array_new (FALSE, FALSE, sizeof (DoubletLineNote));
  g_array_set_clear_func (self->notes, clear_note);
  self->selected = DOUBLET_NO_PASSAGE;
  self->scale_css = gtk_css_provider_new ();
  gtk_style_context_add_provider (gtk_widget_get_style_context (GTK_WIDGET (self)),
                                  GTK_STYLE_PROVIDER (self->scale_css), GTK_STYLE_PROVIDER_PRIORITY_APPLICATION + 1);
  gtk_widget_add_css_class (GTK_WIDGET (self), "doublet-article");
  gtk_text_view_set_editable (view, FALSE);
  gtk_text_view_set_accepts_tab (view, FALSE);
  gtk_text_view_set_wrap_mode (view, GTK_WRAP_WORD_CHAR);
  doublet_article_view_add_input (self);
}

/**
 * doublet_article_view_new:
 *
 * Returns: (transfer floating): an empty view
 */
GtkWidget *
doublet_article_view_new (void)
{
  return g_object_new (DOUBLET_TYPE_ARTICLE_VIEW, NULL);
}

/**
 * doublet_article_view_set_prepared:
 * @self: a view
 * @prepared: (nullable) (transfer full): a full buffer of what to show
 *
 * Shows the text of @prepared, without marks.
 */
void
doublet_article_view_set_prepared (DoubletArticleView  *self,
                                   DoubletPreparedText *prepared)
{
  g_autoptr (GtkTextBuffer) buffer = NULL;
  GtkTextIter start;

  g_return_if_fail (DOUBLET_IS_ARTICLE_VIEW (self));
  g_return_if_fail (prepared == NULL || doublet_prepared_text_is_full (prepared));

  clear_text (self);
  buffer = prepared != NULL ? g_object_ref (prepared->buffer) : gtk_text_buffer_new (NULL);
  if (prepared != NULL)
    {
      self->text = doublet_display_text_ref (prepared->text);
      self->tags = prepared->tags;
      if (self->palette != NULL)
        doublet_mark_tags_set_palette (&self->tags, self->palette, self->is_base);
      doublet_line_heights_init (&self->heights, self->text);
      doublet_line_spacing_init (&self->spacing, buffer, self->text, &self->metrics);
      gtk_text_buffer_get_start_iter (buffer, &start);
      gtk_text_buffer_place_cursor (buffer, &start);
      g_signal_connect_swapped (buffer, "notify::cursor-position", G_CALLBACK (caret_moved_cb), self);
      g_signal_connect_swapped (buffer, "notify::has-selection", G_CALLBACK (doublet_article_view_selected_cb), self);
    }
  g_clear_pointer (&prepared, doublet_prepared_text_free);
  doublet_article_view_return_to_primary (self);
  gtk_text_view_set_buffer (GTK_TEXT_VIEW (self), buffer);
  doublet_article_view_keep_off_primary (self);
  self->metrics_known = FALSE;
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

/**
 * doublet_article_view_set_text:
 * @self: a view
 * @text: (nullable) (transfer none): what to show
 *
 * Shows @text, without marks.  A long one keeps the window waiting.
 */
void
doublet_article_view_set_text (DoubletArticleView *self,
                               DoubletDisplayText *text)
{
  DoubletPreparedText *prepared = NULL;

  g_return_if_fail (DOUBLET_IS_ARTICLE_VIEW (self));

  if (text != NULL)
    {
      prepared = doublet_prepared_text_new (text);
      doublet_prepared_text_fill (prepared, G_MAXINT64);
    }
  doublet_article_view_set_prepared (self, prepared);
}

/**
 * doublet_article_view_get_text:
 * @self: a view
 *
 * Returns: (nullable) (transfer none): what is shown
 */
DoubletDisplayText *
doublet_article_view_get_text (DoubletArticleView *self)
{
  return self->text;
}

/**
 * doublet_article_view_set_scale:
 * @self: a view
 * @scale: the reading size, 1 for the usual one
 */
void
doublet_article_view_set_scale (DoubletArticleView *self,
                                double              scale)
{
  char             size[G_ASCII_DTOSTR_BUF_SIZE];
  g_autofree char *css = NULL;

  g_return_if_fail (DOUBLET_IS_ARTICLE_VIEW (self));

  /* 112 %: a serif reads as large as the sans of the desktop. */
  g_ascii_formatd (size, sizeof size, "%.2f", 112 * CLAMP (scale, 0.3, 8));
  css = g_strdup_printf ("textview.doublet-article { font-size: %s%%; }", size);
  gtk_css_provider_load_from_data (self->scale_css, css, -1);
}

/**
 * doublet_article_view_set_base:
 * @self: a view
 * @is_base: whether what stands only here counts as taken out, else as put in
 */
void
doublet_article_view_set_base (DoubletArticleView *self,
                               gboolean            is_base)
{
  g_return_if_fail (DOUBLET_IS_ARTICLE_VIEW (self));

  self->is_base = is_base;
  if (self->palette != NULL && self->text != NULL)
    doublet_mark_tags_set_palette (&self->tags, self->palette, is_base);
}

/**
 * doublet_article_view_set_rows:
 * @self: a view
 * @rows: (nullable): the rows; what it points to outlives its use here
 *
 * Tells where rows are to be drawn.
 */
void
doublet_article_view_set_rows (DoubletArticleView      *self,
                               const DoubletColumnRows *rows)
{
  g_return_if_fail (DOUBLET_IS_ARTICLE_VIEW (self));

  self->rows = rows != NULL ? *rows : (DoubletColumnRows){ 0 };
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/**
 * doublet_article_view_set_notes:
 * @self: a view that shows a text
 * @notes: (transfer full) (nullable): an array of #DoubletLineNote, by line, with its clear function
 * @line_tones: (transfer full) (nullable): a #DoubletLineTone for each line
 *
 * Sets what stands over paragraphs, and which are tinted as a whole.
 */
void
doublet_article_view_set_notes (DoubletArticleView *self,
                                GArray             *notes,
                                guint8             *line_tones)
{
  g_return_if_fail (DOUBLET_IS_ARTICLE_VIEW (self));
  g_return_if_fail (self->text != NULL);

  doublet_article_view_hide_buttons (self);
  for (guint i = 0; i < self->notes->len; i++)
    doublet_line_spacing_set_note (&self->spacing, g_array_index (self->notes, DoubletLineNote, i).line, FALSE);
  g_array_set_size (self->notes, 0);
  for (guint i = 0; notes != NULL && i < notes->len; i++)
    {
      DoubletLineNote *note = &g_array_index (notes, DoubletLineNote, i);
      DoubletLineNote  taken = { note->line, note->tone, g_steal_pointer (&note->words) };

      g_array_append_val (self->notes, taken);
      doublet_line_spacing_set_note (&self->spacing, note->line, TRUE);
    }
  g_clear_pointer (&notes, g_array_unref);
  g_free (self->line_tones);
  self->line_tones = line_tones;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/**
 * doublet_article_view_set_hits:
 * @self: a view
 * @hits: (transfer none) (nullable): an array of #DoubletByteRange, in order
 *
 * Shows what was searched for.
 */
void
doublet_article_view_set_hits (DoubletArticleView *self,
                               const GArray       *hits)
{
  g_return_if_fail (DOUBLET_IS_ARTICLE_VIEW (self));

  g_clear_pointer (&self->hits, g_array_unref);
  if (hits != NULL && hits->len > 0)
    self->hits = g_array_ref ((GArray *)hits);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}
