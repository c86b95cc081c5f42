/* navigator-selection.c
 *
 * SPDX-FileCopyrightText: 2026 The Doublet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "navigator-private.h"

/*
 * The selection has to outlive what it is made of: lenses list other things, a new
 * collation numbers findings anew.  So besides the selected line it remembers the
 * finding by its fingerprint and the place by its bytes, and looks for them again
 * whenever the list is rebuilt.
 */

const DoubletFinding *
doublet_navigator_get_finding (DoubletNavigator *self,
                               guint             finding)
{
  guint                 n_findings = 0;
  const DoubletFinding *findings = NULL;

  if (self->collation != NULL)
    findings = doublet_collation_get_findings (self->collation, &n_findings);
  return finding < n_findings ? &findings[finding] : NULL;
}

/* Where a place of an item is: its article and bytes. */
static gboolean
find_place (DoubletNavigator           *self,
            const DoubletNavigatorItem *item,
            guint                       place,
            DoubletAnchor              *result)
{
  if (item->finding != DOUBLET_NO_ITEM)
    {
      const DoubletFinding *finding = doublet_navigator_get_finding (self, item->finding);

      if (finding == NULL || place >= finding->n_places)
        return FALSE;
      *result = (DoubletAnchor){ TRUE, finding->places[place].article, finding->places[place].start, finding->places[place].end };
      return TRUE;
    }

  if (item->column >= self->n_columns)
    return FALSE;

  const DoubletChange *change = &item->change;
  gboolean             side_b = change->kind == DOUBLET_CHANGE_MOVED ? place == DOUBLET_MOVE_PLACE_B
                                                                     : change->b_end > change->b_start;
  if (side_b)
    *result = (DoubletAnchor){ TRUE, self->columns[item->column], change->b_start, change->b_end };
  else
    *result = (DoubletAnchor){ TRUE, self->columns[0], change->a_start, change->a_end };
  return TRUE;
}

static gboolean
overlaps (const DoubletAnchor *anchor,
          guint                article,
          guint32              start,
          guint32              end)
{
  return anchor->article == article && start < anchor->end && anchor->start < end;
}

/* The place of an item that stands where the anchor is, or DOUBLET_NO_ITEM. */
static guint
find_place_at (DoubletNavigator           *self,
               const DoubletNavigatorItem *item,
               const DoubletAnchor        *anchor)
{
  guint n_places = 1;

  if (item->finding == DOUBLET_NO_ITEM)
    {
      if (overlaps (anchor, self->columns[item->column], item->change.b_start, item->change.b_end))
        return DOUBLET_MOVE_PLACE_B;
      if (overlaps (anchor, self->columns[0], item->change.a_start, item->change.a_end))
        return item->change.kind == DOUBLET_CHANGE_MOVED ? DOUBLET_MOVE_PLACE_A : 0;
      return DOUBLET_NO_ITEM;
    }

  const DoubletFinding *finding = doublet_navigator_get_finding (self, item->finding);
  n_places = finding != NULL ? finding->n_places : 0;
  for (guint i = 0; i < n_places; i++)
    if (overlaps (anchor, finding->places[i].article, finding->places[i].start, finding->places[i].end))
      return i;
  return DOUBLET_NO_ITEM;
}

static gboolean
is_same_change (const DoubletNavigatorItem *first,
                const DoubletNavigatorItem *second)
{
  return first->finding == DOUBLET_NO_ITEM && second->finding == DOUBLET_NO_ITEM &&
         first->column == second->column && first->change.kind == second->change.kind &&
         first->change.a_start == second->change.a_start && first->change.b_start == second->change.b_start;
}

/* The columns may have changed under the selected place. */
static guint
choose_shown_place (DoubletNavigator           *self,
                    const DoubletNavigatorItem *item,
                    guint                       place)
{
  const DoubletFinding *finding = doublet_navigator_get_finding (self, item->finding);

  if (finding == NULL || (place < finding->n_places && doublet_navigator_find_column (self, finding->places[place].article) != DOUBLET_NO_ITEM))
    return place;
  return doublet_navigator_find_best_place (self, finding);
}

/* Looks for what was selected among the new items. */
void
doublet_navigator_restore_selection (DoubletNavigator *self)
{
  guint previous_place = self->place;

  self->selected = DOUBLET_NO_ITEM;
  self->place = 0;

  for (guint i = 0; i < self->items->len; i++)
    {
      const DoubletNavigatorItem *item = &g_array_index (self->items, DoubletNavigatorItem, i);

      if (self->lens == DOUBLET_LENS_DIFFERENCES
            ? is_same_change (item, &self->selected_item)
            : item->finding == self->kept_finding)
        {
          guint place = self->anchor.valid ? find_place_at (self, item, &self->anchor) : previous_place;

          self->selected = i;
          self->place = choose_shown_place (self, item, place < doublet_navigator_get_n_places (self, i) ? place : 0);
          return;
        }
    }

  for (guint i = 0; self->anchor.valid && i < self->items->len; i++)
    {
      const DoubletNavigatorItem *item = &g_array_index (self->items, DoubletNavigatorItem, i);
      guint                       place = find_place_at (self, item, &self->anchor);

      if (place != DOUBLET_NO_ITEM)
        {
          self->selected = i;
          self->place = choose_shown_place (self, item, place);
          return;
        }
    }
}

static void
keep_finding (DoubletNavigator *self)
{
  const DoubletFinding *kept = doublet_navigator_get_finding (self, self->kept_finding);

  self->kept_fingerprint = kept != NULL ? kept->fingerprint : 0;
}

/* After a new collation: the finding of the same words has another number now. */
void
doublet_navigator_find_kept_finding (DoubletNavigator *self)
{
  guint                 n_findings = 0;
  const DoubletFinding *findings = self->collation != NULL ? doublet_collation_get_findings (self->collation, &n_findings) : NULL;

  /* A collation without passages yet tells nothing: wait for the next stage. */
  self->kept_finding = DOUBLET_NO_ITEM;
  for (guint i = 0; self->kept_fingerprint != 0 && i < n_findings; i++)
    if (findings[i].fingerprint == self->kept_fingerprint)
      {
        self->kept_finding = i;
        return;
      }
}

/* Whether the place selected last is still in the same text. */
gboolean
doublet_navigator_is_anchored (DoubletNavigator       *self,
                               const DoubletCollation *previous)
{
  guint article = self->anchor.article;

  return self->anchor.valid && previous != NULL && article < doublet_collation_get_n_articles (self->collation) &&
         article < doublet_collation_get_n_articles (previous) &&
         doublet_collation_get_article (previous, article) == doublet_collation_get_article (self->collation, article);
}

/* Lets the columns show the selected place; the overview has no texts to show it in. */
static DoubletNavigatorAspects
show_in_texts (DoubletNavigator     *self,
               const DoubletFinding *finding)
{
  DoubletNavigatorAspects aspects = 0;

  if (doublet_navigator_show_places (self, finding, self->place))
    {
      doublet_navigator_renew_changes (self);
      aspects |= DOUBLET_NAVIGATOR_COLUMNS;
    }
  if (self->lens == DOUBLET_LENS_OVERVIEW)
    {
      self->lens = DOUBLET_LENS_SHARED;
      self->lens_chosen = TRUE;
      aspects |= DOUBLET_NAVIGATOR_LENS;
    }
  return aspects != 0 ? aspects | doublet_navigator_renew_items (self) : 0;
}

/**
 * doublet_navigator_get_n_places:
 * @self: a navigator
 * @item: a line
 *
 * Returns: how many places Space goes through: the occurrences of a finding, both
 *   ends of a move (see %DOUBLET_MOVE_PLACE_B), else 1
 */
guint
doublet_navigator_get_n_places (DoubletNavigator *self,
                                guint             item)
{
  const DoubletNavigatorItem *line = doublet_navigator_get_item (self, item);

  if (line == NULL)
    return 0;
  if (line->finding == DOUBLET_NO_ITEM)
    return line->change.kind == DOUBLET_CHANGE_MOVED ? 2 : 1;

  const DoubletFinding *finding = doublet_navigator_get_finding (self, line->finding);
  return finding != NULL ? finding->n_places : 0;
}

/**
 * doublet_navigator_get_selected:
 * @self: a navigator
 *
 * Returns: the selected line, or %DOUBLET_NO_ITEM
 */
guint
doublet_navigator_get_selected (DoubletNavigator *self)
{
  g_return_val_if_fail (DOUBLET_IS_NAVIGATOR (self), DOUBLET_NO_ITEM);

  return self->selected;
}

/**
 * doublet_navigator_get_selected_place:
 * @self: a navigator
 *
 * Returns: which place of the selected line is the current one
 */
guint
doublet_navigator_get_selected_place (DoubletNavigator *self)
{
  g_return_val_if_fail (DOUBLET_IS_NAVIGATOR (self), 0);

  return self->place;
}

/**
 * doublet_navigator_select:
 * @self: a navigator
 * @item: a line, or %DOUBLET_NO_ITEM for none
 * @place: one of its places, or %DOUBLET_BEST_PLACE for the leftmost that is shown
 *
 * Selects a line and a place.  If no column shows the place's article the last column
 * turns to it.  "changed" tells of a selection even if it was the same: a person who
 * clicks the same line again wants to be shown it again.
 */
void
doublet_navigator_select (DoubletNavigator *self,
                          guint             item,
                          guint             place)
{
  g_return_if_fail (DOUBLET_IS_NAVIGATOR (self));

  const DoubletNavigatorItem *line = doublet_navigator_get_item (self, item);
  DoubletNavigatorAspects     aspects = DOUBLET_NAVIGATOR_SELECTION;

  if (line == NULL)
    {
      gboolean was_selected = self->selected != DOUBLET_NO_ITEM;

      self->selected = DOUBLET_NO_ITEM;
      self->place = 0;
      self->kept_finding = DOUBLET_NO_ITEM;
      self->kept_fingerprint = 0;
      self->anchor.valid = FALSE;
      self->selected_item = (DoubletNavigatorItem){ .finding = DOUBLET_NO_ITEM, .column = DOUBLET_NO_ITEM };
      doublet_navigator_emit_changed (self, was_selected ? aspects : 0);
      return;
    }

  const DoubletFinding *finding = doublet_navigator_get_finding (self, line->finding);
  if (place == DOUBLET_BEST_PLACE)
    place = finding != NULL ? doublet_navigator_find_best_place (self, finding) : DOUBLET_MOVE_PLACE_B;
  self->selected = item;
  self->place = place < doublet_navigator_get_n_places (self, item) ? place : 0;
  self->selected_item = *line;
  self->anchor.valid = find_place (self, line, self->place, &self->anchor);
  if (finding != NULL)
    {
      self->kept_finding = line->finding;
      keep_finding (self);
      aspects |= show_in_texts (self, finding);
    }
  doublet_navigator_emit_changed (self, aspects);
}

/**
 * doublet_navigator_select_finding:
 * @self: a navigator
 * @finding: index of a finding in the collation
 * @place: one of its places, or %DOUBLET_BEST_PLACE
 *
 * Selects the line of @finding; if this list does not have it nothing happens.
 */
void
doublet_navigator_select_finding (DoubletNavigator *self,
                                  guint             finding,
                                  guint             place)
{
  g_return_if_fail (DOUBLET_IS_NAVIGATOR (self));

  for (guint i = 0; finding != DOUBLET_NO_ITEM && i < self->items->len; i++)
    if (g_array_index (self->items, DoubletNavigatorItem, i).finding == finding)
      {
        doublet_navigator_select (self, i, place);
        return;
      }
}

/**
 * doublet_navigator_step:
 * @self: a navigator
 * @direction: 1 for the next line, -1 for the one before
 *
 * Selects a neighbour of the selected line; with none selected the first or last.
 * The list's ends are ends: someone who checks every line must notice the last.
 */
void
doublet_navigator_step (DoubletNavigator *self,
                        int               direction)
{
  g_return_if_fail (DOUBLET_IS_NAVIGATOR (self));

  guint n_items = self->items->len;
  guint next = self->selected;

  if (n_items == 0)
    return;
  if (next == DOUBLET_NO_ITEM)
    next = direction > 0 ? 0 : n_items - 1;
  else if (direction > 0 && next + 1 < n_items)
    next++;
  else if (direction < 0 && next > 0)
    next--;
  doublet_navigator_select (self, next, next == self->selected ? self->place : DOUBLET_BEST_PLACE);
}

/**
 * doublet_navigator_next_place:
 * @self: a navigator
 *
 * Goes to the next place of the selected line, round and round.
 */
void
doublet_navigator_next_place (DoubletNavigator *self)
{
  g_return_if_fail (DOUBLET_IS_NAVIGATOR (self));

  guint n_places = doublet_navigator_get_n_places (self, self->selected);

  if (n_places > 0)
    doublet_navigator_select (self, self->selected, (self->place + 1) % n_places);
}
