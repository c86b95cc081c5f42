/* navigator.c
 *
 * SPDX-FileCopyrightText: 2026 The Doublet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "navigator.h"

#include "navigator-columns.h"
#include "navigator-items.h"

/*
 * The selection has to outlive what it is made of: lenses list other things, a new
 * collation numbers findings anew.  So besides the selected line it remembers the
 * finding by its fingerprint and the place by its bytes, and looks for them again
 * whenever the list is rebuilt.
 */

/* From here on two articles are two states of one piece, and what a person wants to
 * see first are the differences. */
#define MANY_SHARED_PERCENT 50

/* From so many articles on the first question is which belong together. */
#define MANY_ARTICLES 5

typedef struct
{
  gboolean valid;
  guint    article;
  guint32  start; /* bytes */
  guint32  end;
} Anchor;

struct _DoubletNavigator
{
  GObject parent;

  /* owned */
  DoubletCollation    *collation;
  GArray              *items;
  GArray              *changes[DOUBLET_MAX_COLUMNS]; /* columns[0] with this one; NULL if not aligned */
  DoubletChangeFigures figures[DOUBLET_MAX_COLUMNS];
  char                *filter;

  DoubletLens  lens;
  gboolean     lens_chosen;      /* by a person: never switched again */
  guint        settled_articles; /* with how many articles the lens was last decided; 0 for not yet */
  DoubletOrder orders[DOUBLET_N_LENSES];
  guint        columns[DOUBLET_MAX_COLUMNS];
  guint        n_columns;
  gboolean     columns_chosen;
  gboolean     all_articles;

  guint                selected;
  guint                place;
  DoubletNavigatorItem selected_item; /* as it was when it was selected */
  guint                kept_finding;  /* the finding selected last, or DOUBLET_NO_ITEM */
  guint64              kept_fingerprint;
  Anchor               anchor;
};

enum
{
  CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (DoubletNavigator, doublet_navigator, G_TYPE_OBJECT)

static void
emit_changed (DoubletNavigator       *self,
              DoubletNavigatorAspects aspects)
{
  if (aspects != 0)
    g_signal_emit (self, signals[CHANGED], 0, (guint)aspects);
}

static guint
count_articles (DoubletNavigator *self)
{
  return self->collation != NULL ? doublet_collation_get_n_articles (self->collation) : 0;
}

static DoubletItemsRequest
request_for (DoubletNavigator *self,
             DoubletLens       lens)
{
  return (DoubletItemsRequest){
    .collation = self->collation,
    .columns = self->columns,
    .n_columns = self->n_columns,
    .changes = self->changes,
    .lens = lens,
    .order = self->orders[lens],
    .filter = self->filter,
    .all_articles = self->all_articles,
  };
}

static const DoubletFinding *
get_finding (DoubletNavigator *self,
             guint             finding)
{
  guint                 n_findings = 0;
  const DoubletFinding *findings = NULL;

  if (self->collation != NULL)
    findings = doublet_collation_get_findings (self->collation, &n_findings);
  return finding < n_findings ? &findings[finding] : NULL;
}

static void
renew_changes (DoubletNavigator *self)
{
  for (guint i = 0; i < DOUBLET_MAX_COLUMNS; i++)
    {
      g_clear_pointer (&self->changes[i], g_array_unref);
      self->figures[i] = (DoubletChangeFigures){ 0 };
    }

  for (guint i = 1; i < self->n_columns; i++)
    {
      g_autoptr (DoubletAlignment) alignment = doublet_navigator_dup_alignment (self, i);

      if (alignment != NULL)
        self->changes[i] = doublet_changes_new (self->collation, alignment, self->columns[0], self->columns[i], &self->figures[i]);
    }
}

/* Where a place of an item is: its article and bytes. */
static gboolean
find_place (DoubletNavigator           *self,
            const DoubletNavigatorItem *item,
            guint                       place,
            Anchor                     *result)
{
  if (item->finding != DOUBLET_NO_ITEM)
    {
      const DoubletFinding *finding = get_finding (self, item->finding);

      if (finding == NULL || place >= finding->n_places)
        return FALSE;
      *result = (Anchor){ TRUE, finding->places[place].article, finding->places[place].start, finding->places[place].end };
      return TRUE;
    }

  if (item->column >= self->n_columns)
    return FALSE;

  const DoubletChange *change = &item->change;
  gboolean             side_b = change->kind == DOUBLET_CHANGE_MOVED ? place == DOUBLET_MOVE_PLACE_B
                                                                     : change->b_end > change->b_start;
  if (side_b)
    *result = (Anchor){ TRUE, self->columns[item->column], change->b_start, change->b_end };
  else
    *result = (Anchor){ TRUE, self->columns[0], change->a_start, change->a_end };
  return TRUE;
}

static gboolean
overlaps (const Anchor *anchor,
          guint         article,
          guint32       start,
          guint32       end)
{
  return anchor->article == article && start < anchor->end && anchor->start < end;
}

/* The place of an item that stands where the anchor is, or DOUBLET_NO_ITEM. */
static guint
find_place_at (DoubletNavigator           *self,
               const DoubletNavigatorItem *item,
               const Anchor               *anchor)
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

  const DoubletFinding *finding = get_finding (self, item->finding);
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

/* Where @article is shown, or DOUBLET_NO_ITEM. */
static guint
find_column (DoubletNavigator *self,
             guint             article)
{
  for (guint i = 0; i < self->n_columns; i++)
    if (self->columns[i] == article)
      return i;
  return DOUBLET_NO_ITEM;
}

static gboolean
is_shown (DoubletNavigator *self,
          guint             article)
{
  return find_column (self, article) != DOUBLET_NO_ITEM;
}

static guint
find_best_place (DoubletNavigator     *self,
                 const DoubletFinding *finding)
{
  for (guint c = 0; c < self->n_columns; c++)
    for (guint i = 0; i < finding->n_places; i++)
      {
        if (finding->places[i].article != self->columns[c])
          continue;
        if (self->lens == DOUBLET_LENS_REPEATED && finding->period == 0 &&
            (i + 1 == finding->n_places || finding->places[i + 1].article != self->columns[c]))
          break; /* once in this article only: no repeat here */
        return i;
      }
  return 0;
}

/* The columns may have changed under the selected place. */
static guint
choose_shown_place (DoubletNavigator           *self,
                    const DoubletNavigatorItem *item,
                    guint                       place)
{
  const DoubletFinding *finding = get_finding (self, item->finding);

  if (finding == NULL || (place < finding->n_places && is_shown (self, finding->places[place].article)))
    return place;
  return find_best_place (self, finding);
}

/* Looks for what was selected among the new items. */
static void
restore_selection (DoubletNavigator *self)
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

static DoubletNavigatorAspects
renew_items (DoubletNavigator *self)
{
  guint               selected = self->selected;
  guint               place = self->place;
  DoubletItemsRequest request = request_for (self, self->lens);

  g_array_unref (self->items);
  self->items = doublet_navigator_items_new (&request);
  restore_selection (self);
  return DOUBLET_NAVIGATOR_ITEMS |
         (selected != self->selected || place != self->place ? DOUBLET_NAVIGATOR_SELECTION : 0);
}

static DoubletLens
first_lens (DoubletNavigator *self)
{
  guint       n_articles = count_articles (self);
  DoubletPair pair;

  if (n_articles >= MANY_ARTICLES)
    return DOUBLET_LENS_OVERVIEW;
  if (n_articles < 2)
    return DOUBLET_LENS_REPEATED;
  if (n_articles == 2 && doublet_collation_find_pair (self->collation, 0, 1, &pair))
    {
      guint64 length_a = doublet_collation_get_half_words (self->collation, 0);
      guint64 length_b = doublet_collation_get_half_words (self->collation, 1);

      if (pair.half_words_of_a_in_b * 100 >= length_a * MANY_SHARED_PERCENT ||
          pair.half_words_of_b_in_a * 100 >= length_b * MANY_SHARED_PERCENT)
        return DOUBLET_LENS_DIFFERENCES;
    }
  return DOUBLET_LENS_SHARED;
}

/* Decides the lens as long as nobody chose one.  It is decided once for a number of
 * articles, when the figures are there: options do not throw people about. */
static DoubletNavigatorAspects
settle_lens (DoubletNavigator *self)
{
  DoubletLens lens = self->lens;
  guint       n_articles = count_articles (self);
  gboolean    figures = self->collation != NULL && doublet_collation_get_stage (self->collation) >= DOUBLET_STAGE_PASSAGES;

  if (!doublet_navigator_has_lens (self, lens))
    self->lens = first_lens (self);
  else if (!self->lens_chosen && self->settled_articles != n_articles)
    self->lens = first_lens (self);
  if (figures)
    self->settled_articles = n_articles;
  return lens != self->lens ? DOUBLET_NAVIGATOR_LENS : 0;
}

static void
keep_finding (DoubletNavigator *self)
{
  const DoubletFinding *kept = get_finding (self, self->kept_finding);

  self->kept_fingerprint = kept != NULL ? kept->fingerprint : 0;
}

/* After a new collation: the finding of the same words has another number now. */
static void
find_kept_finding (DoubletNavigator *self)
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
static gboolean
is_anchored (DoubletNavigator       *self,
             const DoubletCollation *previous)
{
  guint article = self->anchor.article;

  return self->anchor.valid && previous != NULL && article < count_articles (self) &&
         article < doublet_collation_get_n_articles (previous) &&
         doublet_collation_get_article (previous, article) == doublet_collation_get_article (self->collation, article);
}

static void
forget (DoubletNavigator *self)
{
  self->lens_chosen = FALSE;
  self->settled_articles = 0;
  self->columns_chosen = FALSE;
  self->n_columns = 0;
  self->kept_finding = DOUBLET_NO_ITEM;
  self->kept_fingerprint = 0;
  self->anchor.valid = FALSE;
  self->selected_item = (DoubletNavigatorItem){ .finding = DOUBLET_NO_ITEM, .column = DOUBLET_NO_ITEM };
}

/* Whether a column other than @column shows a copy of @finding. */
static gboolean
has_copy_beside (DoubletNavigator     *self,
                 const DoubletFinding *finding,
                 guint                 column)
{
  for (guint32 i = 0; i < finding->n_places; i++)
    {
      guint other = find_column (self, finding->places[i].article);

      if (other != DOUBLET_NO_ITEM && other != column)
        return TRUE;
    }
  return FALSE;
}

/* The next article after that of @place which has a copy, or DOUBLET_NO_ITEM. */
static guint
find_other_article (const DoubletFinding *finding,
                    guint                 place)
{
  for (guint32 i = 1; i < finding->n_places; i++)
    {
      guint other = finding->places[(place + i) % finding->n_places].article;

      if (other != finding->places[place].article)
        return other;
    }
  return DOUBLET_NO_ITEM;
}

/* Puts an article into the last column, or into the first if the last is @kept. */
static void
turn_column (DoubletNavigator *self,
             guint             article,
             guint             kept)
{
  if (self->n_columns < 2)
    self->n_columns++;
  self->columns[kept == self->n_columns - 1 ? 0 : self->n_columns - 1] = article;
}

/*
 * A place in an article that no column shows: the last column turns to it.  What is
 * shared is seen with a copy beside it: another column turns to the next one.  If no
 * column shows any of it, the two take the first columns, in their order.
 *
 * Returns: whether the columns are others now
 */
static gboolean
show_places (DoubletNavigator     *self,
             const DoubletFinding *finding,
             guint                 place)
{
  guint    article = finding->places[place].article;
  guint    other = find_other_article (finding, place);
  guint    column = find_column (self, article);
  gboolean wants_other = self->lens != DOUBLET_LENS_REPEATED && other != DOUBLET_NO_ITEM;
  guint    shown[DOUBLET_MAX_COLUMNS];
  guint    n_shown = self->n_columns;

  memcpy (shown, self->columns, sizeof shown);
  if (wants_other && column == DOUBLET_NO_ITEM && !has_copy_beside (self, finding, DOUBLET_NO_ITEM))
    {
      self->n_columns = MAX (self->n_columns, 2);
      self->columns[0] = MIN (article, other);
      self->columns[1] = MAX (article, other);
    }
  else
    {
      if (column == DOUBLET_NO_ITEM)
        {
          turn_column (self, article, DOUBLET_NO_ITEM);
          column = self->n_columns - 1;
        }
      if (wants_other && !has_copy_beside (self, finding, column))
        turn_column (self, other, column);
    }
  return n_shown != self->n_columns || memcmp (shown, self->columns, n_shown * sizeof *shown) != 0;
}

/* Lets the columns show the selected place; the overview has no texts to show it in. */
static DoubletNavigatorAspects
show_in_texts (DoubletNavigator     *self,
               const DoubletFinding *finding)
{
  DoubletNavigatorAspects aspects = 0;

  if (show_places (self, finding, self->place))
    {
      renew_changes (self);
      aspects |= DOUBLET_NAVIGATOR_COLUMNS;
    }
  if (self->lens == DOUBLET_LENS_OVERVIEW)
    {
      self->lens = DOUBLET_LENS_SHARED;
      self->lens_chosen = TRUE;
      aspects |= DOUBLET_NAVIGATOR_LENS;
    }
  return aspects != 0 ? aspects | renew_items (self) : 0;
}

static void
doublet_navigator_finalize (GObject *object)
{
  DoubletNavigator *self = DOUBLET_NAVIGATOR (object);

  g_clear_pointer (&self->collation, doublet_collation_unref);
  g_clear_pointer (&self->items, g_array_unref);
  for (guint i = 0; i < DOUBLET_MAX_COLUMNS; i++)
    g_clear_pointer (&self->changes[i], g_array_unref);
  g_clear_pointer (&self->filter, g_free);
  G_OBJECT_CLASS (doublet_navigator_parent_class)->finalize (object);
}

static void
doublet_navigator_class_init (DoubletNavigatorClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = doublet_navigator_finalize;

  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                                   0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_UINT);
}

static void
doublet_navigator_init (DoubletNavigator *self)
{
  self->items = g_array_new (FALSE, FALSE, sizeof (DoubletNavigatorItem));
  self->filter = g_strdup ("");
  self->lens = DOUBLET_LENS_REPEATED;
  self->orders[DOUBLET_LENS_DIFFERENCES] = DOUBLET_ORDER_READING;
  self->selected = DOUBLET_NO_ITEM;
  forget (self);
}

/**
 * doublet_navigator_new:
 *
 * Returns: a navigator that shows nothing
 */
DoubletNavigator *
doublet_navigator_new (void)
{
  return g_object_new (DOUBLET_TYPE_NAVIGATOR, NULL);
}

/**
 * doublet_navigator_set_collation:
 * @self: a navigator
 * @collation: (nullable) (transfer none): the newest result, of whatever stage
 *
 * Shows @collation.  Columns follow their articles, the selection its words, and the
 * lens is decided as long as nobody chose one.  %NULL forgets all choices.
 */
void
doublet_navigator_set_collation (DoubletNavigator *self,
                                 DoubletCollation *collation)
{
  DoubletNavigatorAspects aspects = DOUBLET_NAVIGATOR_COLLATION;

  g_return_if_fail (DOUBLET_IS_NAVIGATOR (self));

  if (self->collation == collation)
    return;

  DoubletCollation *previous = g_steal_pointer (&self->collation);
  guint             columns[DOUBLET_MAX_COLUMNS];
  guint             n_columns = 0;

  if (collation != NULL)
    {
      self->collation = doublet_collation_ref (collation);
      n_columns = doublet_navigator_columns_follow (previous, self->columns, self->n_columns,
                                                    self->columns_chosen, collation, columns);
    }
  if (n_columns == 0)
    forget (self);
  else if (!is_anchored (self, previous))
    self->anchor.valid = FALSE;
  if (n_columns != self->n_columns || memcmp (columns, self->columns, n_columns * sizeof *columns) != 0)
    aspects |= DOUBLET_NAVIGATOR_COLUMNS;
  memcpy (self->columns, columns, n_columns * sizeof *columns);
  self->n_columns = n_columns;
  g_clear_pointer (&previous, doublet_collation_unref);

  renew_changes (self);
  find_kept_finding (self);
  aspects |= settle_lens (self);
  aspects |= renew_items (self);
  emit_changed (self, aspects);
}

/**
 * doublet_navigator_get_collation:
 * @self: a navigator
 *
 * Returns: (nullable) (transfer none): what is shown
 */
DoubletCollation *
doublet_navigator_get_collation (DoubletNavigator *self)
{
  g_return_val_if_fail (DOUBLET_IS_NAVIGATOR (self), NULL);

  return self->collation;
}

/**
 * doublet_navigator_choose_lens:
 * @self: a navigator
 * @lens: what a person chose
 *
 * Shows @lens if it can be shown, and leaves it shown from now on.
 */
void
doublet_navigator_choose_lens (DoubletNavigator *self,
                               DoubletLens       lens)
{
  g_return_if_fail (DOUBLET_IS_NAVIGATOR (self));
  g_return_if_fail (lens < DOUBLET_N_LENSES);

  if (!doublet_navigator_has_lens (self, lens))
    return;

  /* With one article there is nothing to choose between. */
  self->lens_chosen = count_articles (self) >= 2;
  if (self->lens == lens)
    return;
  self->lens = lens;
  emit_changed (self, DOUBLET_NAVIGATOR_LENS | renew_items (self));
}

/**
 * doublet_navigator_get_lens:
 * @self: a navigator
 *
 * Returns: the lens shown
 */
DoubletLens
doublet_navigator_get_lens (DoubletNavigator *self)
{
  g_return_val_if_fail (DOUBLET_IS_NAVIGATOR (self), DOUBLET_LENS_SHARED);

  return self->lens;
}

/**
 * doublet_navigator_has_lens:
 * @self: a navigator
 * @lens: a lens
 *
 * Returns: whether there are articles enough for @lens
 */
gboolean
doublet_navigator_has_lens (DoubletNavigator *self,
                            DoubletLens       lens)
{
  g_return_val_if_fail (DOUBLET_IS_NAVIGATOR (self), FALSE);

  switch (lens)
    {
    case DOUBLET_LENS_OVERVIEW:
      return count_articles (self) >= 3;
    case DOUBLET_LENS_DIFFERENCES:
    case DOUBLET_LENS_SHARED:
      return count_articles (self) >= 2;
    case DOUBLET_LENS_REPEATED:
      return count_articles (self) >= 1;
    case DOUBLET_N_LENSES:
    default:
      return FALSE;
    }
}

/**
 * doublet_navigator_count_items:
 * @self: a navigator
 * @lens: a lens
 *
 * Returns: how much there is to see in @lens, whatever filter and scope say: changes
 *   between the columns, or passages of all articles
 */
guint
doublet_navigator_count_items (DoubletNavigator *self,
                               DoubletLens       lens)
{
  g_return_val_if_fail (DOUBLET_IS_NAVIGATOR (self), 0);
  g_return_val_if_fail (lens < DOUBLET_N_LENSES, 0);

  DoubletItemsRequest request = request_for (self, lens);
  request.all_articles = TRUE;
  return doublet_navigator_items_count (&request);
}

/**
 * doublet_navigator_count_in_scope:
 * @self: a navigator
 * @all_articles: of all articles, else of these columns
 *
 * Returns: how many lines the list of this lens would have without a filter
 */
guint
doublet_navigator_count_in_scope (DoubletNavigator *self,
                                  gboolean          all_articles)
{
  g_return_val_if_fail (DOUBLET_IS_NAVIGATOR (self), 0);

  DoubletItemsRequest request = request_for (self, self->lens);
  request.all_articles = all_articles;
  return doublet_navigator_items_count (&request);
}

/**
 * doublet_navigator_set_columns:
 * @self: a navigator
 * @columns: articles from left to right; the first is the base
 * @n_columns: how many, at most %DOUBLET_MAX_COLUMNS count
 *
 * Shows these articles.  Articles that do not exist or are named twice are left out.
 */
void
doublet_navigator_set_columns (DoubletNavigator *self,
                               const guint      *columns,
                               guint             n_columns)
{
  guint wanted[DOUBLET_MAX_COLUMNS];

  g_return_if_fail (DOUBLET_IS_NAVIGATOR (self));

  guint n_wanted = doublet_navigator_columns_clean (columns, n_columns, count_articles (self), wanted);
  if (n_wanted == 0)
    return;

  self->columns_chosen = TRUE;
  if (n_wanted == self->n_columns && memcmp (wanted, self->columns, n_wanted * sizeof *wanted) == 0)
    return;

  memcpy (self->columns, wanted, n_wanted * sizeof *wanted);
  self->n_columns = n_wanted;
  renew_changes (self);
  emit_changed (self, DOUBLET_NAVIGATOR_COLUMNS | renew_items (self));
}

/**
 * doublet_navigator_get_columns:
 * @self: a navigator
 * @n_columns: (out): how many
 *
 * Returns: (transfer none): the articles from left to right, until they change
 */
const guint *
doublet_navigator_get_columns (DoubletNavigator *self,
                               guint            *n_columns)
{
  g_return_val_if_fail (DOUBLET_IS_NAVIGATOR (self), NULL);

  *n_columns = self->n_columns;
  return self->columns;
}

/**
 * doublet_navigator_set_filter:
 * @self: a navigator
 * @filter: words as typed; "" for all
 *
 * Lists only what holds @filter, capitals or not.
 */
void
doublet_navigator_set_filter (DoubletNavigator *self,
                              const char       *filter)
{
  g_return_if_fail (DOUBLET_IS_NAVIGATOR (self));
  g_return_if_fail (filter != NULL);

  if (g_str_equal (self->filter, filter))
    return;

  g_free (self->filter);
  self->filter = g_strdup (filter);
  emit_changed (self, renew_items (self));
}

/**
 * doublet_navigator_get_filter:
 * @self: a navigator
 *
 * Returns: (transfer none): the filter as typed
 */
const char *
doublet_navigator_get_filter (DoubletNavigator *self)
{
  g_return_val_if_fail (DOUBLET_IS_NAVIGATOR (self), "");

  return self->filter;
}

/**
 * doublet_navigator_set_order:
 * @self: a navigator
 * @order: an order
 *
 * Orders the list of this lens; every lens remembers its own.
 */
void
doublet_navigator_set_order (DoubletNavigator *self,
                             DoubletOrder      order)
{
  g_return_if_fail (DOUBLET_IS_NAVIGATOR (self));

  if (self->orders[self->lens] == order)
    return;
  self->orders[self->lens] = order;
  emit_changed (self, renew_items (self));
}

/**
 * doublet_navigator_get_order:
 * @self: a navigator
 *
 * Returns: the order of this lens' list
 */
DoubletOrder
doublet_navigator_get_order (DoubletNavigator *self)
{
  g_return_val_if_fail (DOUBLET_IS_NAVIGATOR (self), DOUBLET_ORDER_LONGEST);

  return self->orders[self->lens];
}

/**
 * doublet_navigator_set_all_articles:
 * @self: a navigator
 * @all_articles: whether passages of all articles are listed, or those of the columns
 */
void
doublet_navigator_set_all_articles (DoubletNavigator *self,
                                    gboolean          all_articles)
{
  g_return_if_fail (DOUBLET_IS_NAVIGATOR (self));

  if (self->all_articles == all_articles)
    return;
  self->all_articles = all_articles;
  emit_changed (self, renew_items (self));
}

/**
 * doublet_navigator_get_all_articles:
 * @self: a navigator
 *
 * Returns: whether passages of all articles are listed
 */
gboolean
doublet_navigator_get_all_articles (DoubletNavigator *self)
{
  g_return_val_if_fail (DOUBLET_IS_NAVIGATOR (self), FALSE);

  return self->all_articles;
}

/**
 * doublet_navigator_get_n_items:
 * @self: a navigator
 *
 * Returns: how many lines the list has
 */
guint
doublet_navigator_get_n_items (DoubletNavigator *self)
{
  g_return_val_if_fail (DOUBLET_IS_NAVIGATOR (self), 0);

  return self->items->len;
}

/**
 * doublet_navigator_get_item:
 * @self: a navigator
 * @index: a line
 *
 * Returns: (nullable) (transfer none): the line, until the items change
 */
const DoubletNavigatorItem *
doublet_navigator_get_item (DoubletNavigator *self,
                            guint             index)
{
  g_return_val_if_fail (DOUBLET_IS_NAVIGATOR (self), NULL);

  return index < self->items->len ? &g_array_index (self->items, DoubletNavigatorItem, index) : NULL;
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

  const DoubletFinding *finding = get_finding (self, line->finding);
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
      emit_changed (self, was_selected ? aspects : 0);
      return;
    }

  const DoubletFinding *finding = get_finding (self, line->finding);
  if (place == DOUBLET_BEST_PLACE)
    place = finding != NULL ? find_best_place (self, finding) : DOUBLET_MOVE_PLACE_B;
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
  emit_changed (self, aspects);
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

/**
 * doublet_navigator_dup_alignment:
 * @self: a navigator
 * @column: a column
 *
 * Returns: (nullable) (transfer full): the alignment of the first column with
 *   @column; %NULL if there is none (yet)
 */
DoubletAlignment *
doublet_navigator_dup_alignment (DoubletNavigator *self,
                                 guint             column)
{
  g_return_val_if_fail (DOUBLET_IS_NAVIGATOR (self), NULL);

  if (self->collation == NULL || column == 0 || column >= self->n_columns ||
      !doublet_collation_is_aligned (self->collation, self->columns[0], self->columns[column]))
    return NULL;
  return doublet_collation_dup_alignment (self->collation, self->columns[0], self->columns[column]);
}

/**
 * doublet_navigator_get_change_figures:
 * @self: a navigator
 * @column: a column
 *
 * Returns: (nullable) (transfer none): the figures of the differences between the
 *   first column and @column; %NULL if they are not aligned (yet)
 */
const DoubletChangeFigures *
doublet_navigator_get_change_figures (DoubletNavigator *self,
                                      guint             column)
{
  g_return_val_if_fail (DOUBLET_IS_NAVIGATOR (self), NULL);

  return column < DOUBLET_MAX_COLUMNS && self->changes[column] != NULL ? &self->figures[column] : NULL;
}
