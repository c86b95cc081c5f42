/* reading-selection.c
 *
 * SPDX-FileCopyrightText: 2026 The Doublet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "reading-view.h"

#include "reading-view-private.h"

#include "move-peek.h"
#include "reading-marks.h"

#include <glib/gi18n-lib.h>

/* Between the navigator's selection and places in the texts, both ways. */

static guint
find_column (DoubletReadingView *self,
             DoubletArticleView *view)
{
  for (guint i = 0; i < self->n_shown; i++)
    if (doublet_reading_view_get_text_view (self, i) == view)
      return i;
  return DOUBLET_MAX_COLUMNS;
}

static gboolean
has_focus (DoubletReadingView *self)
{
  for (guint i = 0; i < self->n_shown; i++)
    if (gtk_widget_has_focus (GTK_WIDGET (doublet_reading_view_get_text_view (self, i))))
      return TRUE;
  return FALSE;
}

/* The first copy stays in the first column; the second shows the selected one, or, if
 * that is the first, the one that follows. */
static void
go_to_pair (DoubletReadingView   *self,
            const DoubletFinding *finding,
            guint                 place)
{
  guint first = G_MAXUINT;
  guint other = G_MAXUINT;

  for (guint i = 0; i < finding->n_places; i++)
    {
      if (finding->places[i].article != self->articles[0])
        continue;
      if (first == G_MAXUINT)
        first = i;
      else if (other == G_MAXUINT || i == place)
        other = i;
    }
  if (other == G_MAXUINT)
    return;
  /* Both copies get to one height, wherever in the article they are. */
  for (guint i = 0; i < 2; i++)
    gtk_text_view_set_bottom_margin (GTK_TEXT_VIEW (doublet_reading_view_get_text_view (self, i)), gtk_widget_get_height (GTK_WIDGET (doublet_reading_view_get_text_view (self, i))));
  doublet_column_scroller_jump_pair (self->scroller, finding->places[first].start, finding->places[other].start);
}

static void
go_to_byte (DoubletReadingView *self,
            guint               column,
            guint32             byte)
{
  gboolean focused = has_focus (self);

  if (!doublet_column_scroller_shows (self->scroller, column, byte))
    doublet_column_scroller_jump (self->scroller, column, byte);
  /* A click has set the caret already. */
  if (self->by_hand)
    return;
  doublet_article_view_select (doublet_reading_view_get_text_view (self, column), byte, byte);
  if (byte >= doublet_display_text_get_end_byte (doublet_article_view_get_text (doublet_reading_view_get_text_view (self, column))))
    doublet_reading_view_set_status (self, column, _ ("This place is behind what the window shows of this article; the report holds it."));
  if (focused)
    gtk_widget_grab_focus (GTK_WIDGET (doublet_reading_view_get_text_view (self, column)));
}

static void
go_to_place (DoubletReadingView   *self,
             const DoubletFinding *finding,
             guint                 place)
{
  if (place >= finding->n_places)
    return;
  if (self->is_twin)
    {
      go_to_pair (self, finding, place);
      return;
    }
  for (guint i = 0; i < self->n_shown; i++)
    if (self->articles[i] == finding->places[place].article)
      {
        go_to_byte (self, i, finding->places[place].start);
        return;
      }
}

static void
go_to_change (DoubletReadingView         *self,
              const DoubletNavigatorItem *item,
              guint                       place)
{
  const DoubletChange *change = &item->change;
  gboolean             is_b = change->b_end > change->b_start;

  if (change->kind == DOUBLET_CHANGE_MOVED)
    is_b = place != DOUBLET_MOVE_PLACE_A;
  if (item->column < self->n_shown)
    go_to_byte (self, is_b ? item->column : 0, is_b ? change->b_start : change->a_start);
}

/* Brings what the navigator has selected into sight. */
void
doublet_reading_view_go_to_selection (DoubletReadingView *self)
{
  const DoubletNavigatorItem *item = doublet_navigator_get_item (self->navigator, doublet_navigator_get_selected (self->navigator));
  guint                       place = doublet_navigator_get_selected_place (self->navigator);
  guint                       n_findings;
  const DoubletFinding       *findings;

  if (item == NULL || self->collation == NULL || self->scroller == NULL)
    return;
  /* Nothing has a place before it has a size. */
  self->goes_to_selection = self->needs_layout || gtk_widget_get_width (GTK_WIDGET (self)) == 0;
  if (self->goes_to_selection)
    return;
  findings = doublet_collation_get_findings (self->collation, &n_findings);
  if (item->finding == DOUBLET_NO_ITEM)
    go_to_change (self, item, place);
  else if (item->finding < n_findings)
    go_to_place (self, &findings[item->finding], place);
}

static gboolean
holds (const DoubletChange *change,
       gboolean             is_b,
       guint32              byte)
{
  return is_b ? change->b_start <= byte && byte < change->b_end : change->a_start <= byte && byte < change->a_end;
}

static void
select_change_at (DoubletReadingView *self,
                  guint               column,
                  guint32             byte)
{
  guint n_items = doublet_navigator_get_n_items (self->navigator);

  for (guint i = 0; i < n_items; i++)
    {
      const DoubletNavigatorItem *item = doublet_navigator_get_item (self->navigator, i);

      if (item->finding == DOUBLET_NO_ITEM && (column == 0 || item->column == column) && holds (&item->change, column > 0, byte))
        {
          doublet_navigator_select (self->navigator, i, column > 0 || item->change.kind != DOUBLET_CHANGE_MOVED ? 0 : DOUBLET_MOVE_PLACE_A);
          return;
        }
    }
}

static gboolean
is_selected (DoubletReadingView *self,
             const DoubletMark  *mark)
{
  const DoubletNavigatorItem *item = doublet_navigator_get_item (self->navigator, doublet_navigator_get_selected (self->navigator));

  return item != NULL && item->finding == mark->passage && doublet_navigator_get_selected_place (self->navigator) == mark->place;
}

/* Selects the mark at @byte; one that is selected already leads on to the next copy. */
static void
follow_mark (DoubletReadingView *self,
             DoubletArticleView *view,
             guint32             byte,
             gboolean            goes_on)
{
  guint              column = find_column (self, view);
  const DoubletMark *mark = doublet_article_view_find_mark (view, byte);
  DoubletMark        kept;

  if (mark == NULL || column >= self->n_shown)
    return;
  kept = *mark;
  if (kept.passage == DOUBLET_NO_PASSAGE)
    {
      self->by_hand = TRUE;
      select_change_at (self, column, byte);
      self->by_hand = FALSE;
      return;
    }
  if (is_selected (self, &kept) || goes_on)
    {
      if (!is_selected (self, &kept))
        doublet_navigator_select_finding (self->navigator, kept.passage, kept.place);
      doublet_navigator_next_place (self->navigator);
      return;
    }
  self->by_hand = TRUE;
  doublet_navigator_select_finding (self->navigator, kept.passage, kept.place);
  self->by_hand = FALSE;
}

void
doublet_reading_view_clicked_cb (DoubletArticleView *view,
                                 guint               byte,
                                 DoubletReadingView *self)
{
  follow_mark (self, view, byte, FALSE);
}

void
doublet_reading_view_activated_cb (DoubletArticleView *view,
                                   guint               byte,
                                   DoubletReadingView *self)
{
  follow_mark (self, view, byte, TRUE);
}

void
doublet_reading_view_caret_moved_cb (DoubletArticleView *view,
                                     guint               byte,
                                     DoubletReadingView *self)
{
  guint              column = find_column (self, view);
  const DoubletMark *mark = doublet_article_view_find_mark (view, byte);
  g_autofree char   *words = NULL;

  if (column >= self->n_shown || self->collation == NULL)
    return;
  if (mark != NULL)
    words = doublet_reading_describe_mark (self->navigator, column, mark, byte);
  doublet_reading_view_set_status (self, column, words != NULL ? words : "");
}

static DoubletMoveEnd
get_end (DoubletReadingView *self,
         guint               column,
         const DoubletCell  *cell)
{
  return (DoubletMoveEnd){
    .view = doublet_reading_view_get_text_view (self, column),
    .label = doublet_collation_get_label (self->collation, self->articles[column]),
    .first_block = cell->first_block,
    .end_block = cell->end_block,
  };
}

/* Shows the other end of the move at @line beside this one. */
void
doublet_reading_view_compare_cb (DoubletArticleView *view,
                                 GtkMenuButton      *button,
                                 guint               line,
                                 DoubletReadingView *self)
{
  guint              column = find_column (self, view);
  guint32            row;
  const DoubletCell *cell;

  gtk_menu_button_set_popover (button, NULL);
  if (column >= self->n_shown || self->aligner == NULL)
    return;
  row = doublet_row_aligner_find_row (self->aligner, column, line);
  cell = doublet_rows_get_cell (self->rows, row, column);
  if (cell->partner >= self->rows->n_rows)
    return;
  for (guint other = column == 0 ? 1 : 0; other < (column == 0 ? self->n_shown : 1); other++)
    {
      const DoubletCell *partner = doublet_rows_get_cell (self->rows, cell->partner, other);
      DoubletMoveEnd     here = get_end (self, column, cell);
      DoubletMoveEnd     there = get_end (self, other, partner);

      if (partner->first_block >= partner->end_block)
        continue;
      gtk_menu_button_set_popover (button, column == 0 ? doublet_move_peek_new (&here, &there) : doublet_move_peek_new (&there, &here));
      return;
    }
}
