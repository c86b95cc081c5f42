/* navigator.c
 *
 * SPDX-FileCopyrightText: 2026 The Doublet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "navigator.h"

#include "navigator-columns.h"
#include "navigator-private.h"

/* From here on two articles are two states of one piece, and what a person wants to
 * see first are the differences. */
#define MANY_SHARED_PERCENT 50

/* From so many articles on the first question is which belong together. */
#define MANY_ARTICLES 5

enum
{
  CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (DoubletNavigator, doublet_navigator, G_TYPE_OBJECT)

void
doublet_navigator_emit_changed (DoubletNavigator       *self,
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

static DoubletLens
first_lens (DoubletNavigator *self)
{
  guint       n_articles = count_articles (self);
  DoubletPair pair;

  if (n_articles >= 2 && !doublet_collation_has_passages (self->collation))
    return DOUBLET_LENS_DIFFERENCES;
  if (n_articles >= MANY_ARTICLES)
    return DOUBLET_LENS_OVERVIEW;
  if (n_articles < 2)
    return DOUBLET_LENS_REPEATED;
  if (n_articles == 2 && doublet_collation_find_pair (self->collation, 0, 1, &pair))
    {
      guint64 length_a = doublet_collation_get_half_words (self->collation, 0);
      guint64 length_b = doublet_collation_get_half_words (self->collation, 1);

      if (pair.of_a.half_words * 100 >= length_a * MANY_SHARED_PERCENT ||
          pair.of_b.half_words * 100 >= length_b * MANY_SHARED_PERCENT)
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
  else if (!doublet_navigator_is_anchored (self, previous))
    self->anchor.valid = FALSE;
  if (n_columns != self->n_columns || memcmp (columns, self->columns, n_columns * sizeof *columns) != 0)
    aspects |= DOUBLET_NAVIGATOR_COLUMNS;
  memcpy (self->columns, columns, n_columns * sizeof *columns);
  self->n_columns = n_columns;
  g_clear_pointer (&previous, doublet_collation_unref);

  doublet_navigator_renew_changes (self);
  doublet_navigator_find_kept_finding (self);
  aspects |= settle_lens (self);
  aspects |= doublet_navigator_renew_items (self);
  doublet_navigator_emit_changed (self, aspects);
}

/**
 * doublet_navigator_foresee_columns:
 * @self: a navigator
 * @collation: (transfer none): a result
 * @columns: (out): room for %DOUBLET_MAX_COLUMNS
 *
 * Tells which columns there will be if @collation is set now.
 *
 * Returns: how many
 */
guint
doublet_navigator_foresee_columns (DoubletNavigator *self,
                                   DoubletCollation *collation,
                                   guint            *columns)
{
  g_return_val_if_fail (DOUBLET_IS_NAVIGATOR (self), 0);

  return doublet_navigator_columns_follow (self->collation, self->columns, self->n_columns,
                                           self->columns_chosen, collation, columns);
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
  doublet_navigator_emit_changed (self, DOUBLET_NAVIGATOR_LENS | doublet_navigator_renew_items (self));
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
  doublet_navigator_renew_changes (self);
  doublet_navigator_emit_changed (self, DOUBLET_NAVIGATOR_COLUMNS | doublet_navigator_renew_items (self));
}

/**
 * doublet_navigator_set_rows_capped:
 * @self: a navigator
 * @capped: whether there was too much to look at when the columns were laid out: see
 *   #DoubletRows
 *
 * Notes what is to be said of the rows that are shown.
 */
void
doublet_navigator_set_rows_capped (DoubletNavigator *self,
                                   gboolean          capped)
{
  g_return_if_fail (DOUBLET_IS_NAVIGATOR (self));

  if (self->rows_capped == capped)
    return;
  self->rows_capped = capped;
  doublet_navigator_emit_changed (self, DOUBLET_NAVIGATOR_ROWS);
}

/**
 * doublet_navigator_get_rows_capped:
 * @self: a navigator
 *
 * Returns: what was noted last
 */
gboolean
doublet_navigator_get_rows_capped (DoubletNavigator *self)
{
  g_return_val_if_fail (DOUBLET_IS_NAVIGATOR (self), FALSE);

  return self->rows_capped;
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
