/* reading-marks.c
 *
 * SPDX-FileCopyrightText: 2026 The Doublet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "reading-marks.h"

#include "edit-facts.h"
#include "marks.h"
#include "wording.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* Ranks in the strips: what is selected wins, then what is rare. */
enum
{
  RANK_SELECTED,
  RANK_ONLY_HERE,
  RANK_MOVED,
  RANK_EDIT,
  RANK_PASSAGES, /* and behind it the number: longer ones first */
};

/* Which other column the column is read against in Differences. */
static guint
find_other_column (DoubletNavigator *navigator,
                   guint             column)
{
  const DoubletNavigatorItem *item;
  guint                       n_columns;

  if (column > 0)
    return 0;
  doublet_navigator_get_columns (navigator, &n_columns);
  item = doublet_navigator_get_item (navigator, doublet_navigator_get_selected (navigator));
  if (item != NULL && item->finding == DOUBLET_NO_ITEM && item->column > 0 && item->column < n_columns)
    return item->column;
  return 1;
}

static GArray *
mark_differences (DoubletNavigator *navigator,
                  guint             column)
{
  guint                   n_columns;
  const guint            *columns = doublet_navigator_get_columns (navigator, &n_columns);
  guint                   other = column > 0 ? column : find_other_column (navigator, 0);
  const DoubletCollation *collation = doublet_navigator_get_collation (navigator);
  g_autoptr (DoubletAlignment) alignment = NULL;
  g_autofree guint8 *facts = NULL;

  if (n_columns < 2)
    return NULL;
  alignment = doublet_navigator_dup_alignment (navigator, other);
  if (alignment == NULL)
    return NULL;
  facts = doublet_edit_facts_new (collation, alignment, columns[0], columns[other]);
  return doublet_marks_for_differences (collation, alignment, facts, columns[0], columns[other], column > 0);
}

/**
 * doublet_reading_marks_new:
 * @navigator: the navigator
 * @column: one of its columns
 *
 * Returns: (transfer full) (nullable): an array of #DoubletMark: what the lens marks there
 */
GArray *
doublet_reading_marks_new (DoubletNavigator *navigator,
                           guint             column)
{
  DoubletCollation *collation = doublet_navigator_get_collation (navigator);
  DoubletLens       lens = doublet_navigator_get_lens (navigator);
  guint             n_columns;
  const guint      *columns = doublet_navigator_get_columns (navigator, &n_columns);

  if (collation == NULL || column >= n_columns || doublet_collation_get_stage (collation) < DOUBLET_STAGE_PASSAGES)
    return NULL;
  if (lens == DOUBLET_LENS_DIFFERENCES)
    return mark_differences (navigator, column);
  if (lens == DOUBLET_LENS_OVERVIEW)
    return NULL;
  return doublet_marks_for_passages (collation, columns[column], lens == DOUBLET_LENS_SHARED ? DOUBLET_MARKS_SHARED : DOUBLET_MARKS_REPEATED, columns, n_columns);
}

/* Rows where nothing is known of what corresponds: one for each block of a single
 * article, else one that holds all. */
static DoubletRows *
make_plain_rows (DoubletCollation *collation,
                 const guint      *articles,
                 guint             n_columns)
{
  gboolean     is_one = TRUE;
  guint        n_blocks;
  DoubletRows *rows = g_new0 (DoubletRows, 1);

  for (guint c = 1; c < n_columns; c++)
    is_one &= articles[c] == articles[0];
  doublet_article_get_blocks (doublet_collation_get_article (collation, articles[0]), &n_blocks);
  rows->n_columns = n_columns;
  rows->columns = g_memdup2 (articles, n_columns * sizeof *articles);
  rows->n_rows = is_one ? n_blocks : 1;
  rows->cells = g_new0 (DoubletCell, (gsize)rows->n_rows * n_columns);
  for (guint32 row = 0; row < rows->n_rows; row++)
    for (guint c = 0; c < n_columns; c++)
      {
        DoubletCell *cell = &rows->cells[(gsize)row * n_columns + c];

        doublet_article_get_blocks (doublet_collation_get_article (collation, articles[c]), &n_blocks);
        cell->first_block = is_one ? row : 0;
        cell->end_block = is_one ? row + 1 : n_blocks;
        cell->state = DOUBLET_CELL_TEXT;
        cell->partner = G_MAXUINT32;
      }
  return rows;
}

/**
 * doublet_reading_rows_new:
 * @navigator: the navigator, with a collation
 * @articles: (array length=n_columns): what the columns show; the same article may come twice
 * @n_columns: how many, at least 1
 *
 * Returns: (transfer full): rows for these columns, whether they are aligned yet or not
 */
DoubletRows *
doublet_reading_rows_new (DoubletNavigator *navigator,
                          const guint      *articles,
                          guint             n_columns)
{
  DoubletCollation *collation = doublet_navigator_get_collation (navigator);
  DoubletRows      *rows = NULL;

  if (n_columns > 1 && articles[0] != articles[1])
    rows = doublet_rows_new (collation, articles, n_columns);
  return rows != NULL ? rows : make_plain_rows (collation, articles, n_columns);
}

/* The moves by block: of the base (in any other column) or of another column. */
static GHashTable *
index_moves (const GArray *changes,
             gboolean      by_a)
{
  GHashTable *moves = g_hash_table_new (NULL, NULL);

  for (guint i = 0; i < changes->len; i++)
    {
      DoubletChange *change = &g_array_index (changes, DoubletChange, i);

      if (change->kind == DOUBLET_CHANGE_MOVED)
        g_hash_table_insert (moves, GUINT_TO_POINTER (by_a ? change->a_block : change->b_block), change);
    }
  return moves;
}

static char *
describe_move (const DoubletChange *change,
               const char          *label,
               gboolean             is_base)
{
  guint32 paragraph = (is_base ? change->b_block : change->a_block) + 1;

  if (change->n_edits == 0)
    /* Translators: over a paragraph that stands elsewhere in the other article: its letter and the paragraph's number */
    return g_strdup_printf (is_base ? _ ("↷ moved to %s, paragraph %u") : _ ("↷ moved here from %s, paragraph %u"), label, paragraph);
  if (is_base)
    /* Translators: the same, and so many places in it were changed on the way */
    return g_strdup_printf (ngettext ("↷ moved to %s, paragraph %u; %u place changed", "↷ moved to %s, paragraph %u; %u places changed", change->n_edits), label, paragraph, change->n_edits);
  /* Translators: the same, and so many places in it were changed on the way */
  return g_strdup_printf (ngettext ("↷ moved here from %s, paragraph %u; %u place changed", "↷ moved here from %s, paragraph %u; %u places changed", change->n_edits), label, paragraph, change->n_edits);
}

/* The moves that concern a column. */
typedef struct
{
  guint       n;
  GHashTable *by_block[DOUBLET_MAX_COLUMNS];
  const char *labels[DOUBLET_MAX_COLUMNS]; /* of the other side */
} Moves;

static void
add_moves (Moves            *self,
           DoubletNavigator *navigator,
           guint             other,
           gboolean          is_base)
{
  guint             n_columns;
  const guint      *columns = doublet_navigator_get_columns (navigator, &n_columns);
  DoubletCollation *collation = doublet_navigator_get_collation (navigator);
  const GArray     *changes = doublet_navigator_get_changes (navigator, other);

  if (changes == NULL || doublet_navigator_get_change_figures (navigator, other)->n_moved == 0)
    return;
  self->by_block[self->n] = index_moves (changes, is_base);
  self->labels[self->n] = doublet_collation_get_label (collation, columns[is_base ? other : 0]);
  self->n++;
}

static void
clear_moves (Moves *self)
{
  for (guint i = 0; i < self->n; i++)
    g_hash_table_unref (self->by_block[i]);
}

static char *
describe_cell (const Moves       *moves,
               const DoubletCell *cell,
               gboolean           is_base,
               const char        *label)
{
  if (cell->state == DOUBLET_CELL_ONLY_HERE)
    /* Translators: over a paragraph that only the article with this letter has */
    return g_strdup_printf (is_base ? _ ("− only in %s") : _ ("+ only in %s"), label);
  for (guint i = 0; i < moves->n; i++)
    for (guint32 block = cell->first_block; block < cell->end_block; block++)
      {
        const DoubletChange *change = g_hash_table_lookup (moves->by_block[i], GUINT_TO_POINTER (block));

        if (change != NULL)
          return describe_move (change, moves->labels[i], is_base);
      }
  return g_strdup (_ ("↷ moved"));
}

static void
clear_note (gpointer data)
{
  g_free (((DoubletLineNote *)data)->words);
}

/**
 * doublet_reading_notes_new:
 * @navigator: the navigator, with a collation
 * @rows: its rows
 * @column: a column
 * @text: what the column shows
 * @line_tones: (out) (transfer full) (nullable): the #DoubletLineTone of each line
 *
 * Tells which paragraphs of a column are marked as a whole, and what stands over them.
 *
 * Returns: (transfer full) (nullable): an array of #DoubletLineNote
 */
GArray *
doublet_reading_notes_new (DoubletNavigator   *navigator,
                           const DoubletRows  *rows,
                           guint               column,
                           DoubletDisplayText *text,
                           guint8            **line_tones)
{
  DoubletCollation *collation = doublet_navigator_get_collation (navigator);
  Moves             moves = { 0 };
  GArray           *notes;
  guint             n_columns;
  guint32           n_lines;
  const guint      *columns = doublet_navigator_get_columns (navigator, &n_columns);

  *line_tones = NULL;
  if (doublet_navigator_get_lens (navigator) != DOUBLET_LENS_DIFFERENCES || n_columns < 2 || column >= n_columns)
    return NULL;

  for (guint other = 1; other < n_columns; other++)
    if (column == 0 || column == other)
      add_moves (&moves, navigator, other, column == 0);
  notes = g_array_new (FALSE, FALSE, sizeof (DoubletLineNote));
  g_array_set_clear_func (notes, clear_note);
  doublet_display_text_get_lines (text, &n_lines);
  *line_tones = g_new0 (guint8, n_lines);
  for (guint32 row = 0; row < rows->n_rows; row++)
    {
      const DoubletCell *cell = doublet_rows_get_cell (rows, row, column);
      DoubletLineNote    note = { .tone = cell->state == DOUBLET_CELL_MOVED ? DOUBLET_LINE_MOVED : DOUBLET_LINE_ONLY_HERE };
      guint32            end_line;

      if (cell->state != DOUBLET_CELL_MOVED && cell->state != DOUBLET_CELL_ONLY_HERE)
        continue;
      doublet_display_text_get_block_lines (text, cell->first_block, cell->end_block, &note.line, &end_line);
      if (note.line >= end_line)
        continue;
      memset (*line_tones + note.line, note.tone, end_line - note.line);
      note.words = describe_cell (&moves, cell, column == 0, doublet_collation_get_label (collation, columns[column]));
      g_array_append_val (notes, note);
    }
  clear_moves (&moves);
  return notes;
}

/* Where a byte is in the column's whole height, 0 to 1. */
static float
find_fraction (DoubletArticleView      *view,
               const DoubletRowAligner *aligner,
               guint                    column,
               guint32                  byte)
{
  DoubletDisplayText       *text = doublet_article_view_get_text (view);
  guint32                   n_lines;
  const DoubletDisplayLine *lines = doublet_display_text_get_lines (text, &n_lines);
  guint32                   offset = doublet_display_text_to_offset (text, byte);
  guint32                   index = doublet_display_text_find_line (text, offset);
  guint32                   height;
  double                    inside;
  guint32                   total;

  if (!doublet_row_aligner_is_done (aligner))
    return n_lines > 0 ? (float)offset / MAX (lines[n_lines - 1].start + lines[n_lines - 1].n_chars, 1) : 0;
  total = doublet_row_aligner_get_end (aligner);
  height = doublet_line_heights_get (doublet_article_view_get_heights (view), index);
  inside = (double)(offset - lines[index].start) / MAX (lines[index].n_chars, 1);
  return (doublet_row_aligner_get_line_top (aligner, column, index) + doublet_line_spacing_get_natural_above (doublet_article_view_get_spacing (view), index) + inside * height) / MAX (total, 1);
}

static gboolean
describe_strip_mark (const DoubletMark    *mark,
                     const DoubletPalette *palette,
                     guint                 column,
                     guint32               selected,
                     DoubletStripMark     *shown)
{
  const DoubletPaletteHue *mine = column == 0 ? &palette->deleted : &palette->inserted;

  if (mark->passage != DOUBLET_NO_PASSAGE)
    {
      shown->color = palette->passages[doublet_hue_of_passage (mark->passage)].sign;
      shown->rank = mark->passage == selected ? RANK_SELECTED : RANK_PASSAGES + MIN (mark->passage, G_MAXINT);
      return TRUE;
    }
  shown->side = column == 0 ? DOUBLET_STRIP_LEFT : DOUBLET_STRIP_RIGHT;
  shown->color = mine->sign;
  shown->rank = RANK_EDIT;
  if (mark->flags & DOUBLET_MARK_ONLY_HERE)
    shown->rank = RANK_ONLY_HERE;
  else if ((mark->flags & DOUBLET_MARK_MOVED) && !(mark->flags & (DOUBLET_MARK_DELETED | DOUBLET_MARK_INSERTED)))
    {
      shown->rank = RANK_MOVED;
      shown->side = DOUBLET_STRIP_ACROSS;
      shown->color = palette->moved.sign;
    }
  return mark->flags != DOUBLET_MARK_NONE;
}

/**
 * doublet_reading_strip_marks_new:
 * @view: the view of a column, with its marks
 * @aligner: who knows its heights
 * @column: which column it is
 * @palette: the colours
 * @selected: the selected passage, or %DOUBLET_NO_PASSAGE
 *
 * Returns: (transfer full): an array of #DoubletStripMark
 */
GArray *
doublet_reading_strip_marks_new (DoubletArticleView      *view,
                                 const DoubletRowAligner *aligner,
                                 guint                    column,
                                 const DoubletPalette    *palette,
                                 guint32                  selected)
{
  const GArray *marks = doublet_article_view_get_marks (view);
  GArray       *shown = g_array_new (FALSE, FALSE, sizeof (DoubletStripMark));

  for (guint i = 0; marks != NULL && i < marks->len; i++)
    {
      const DoubletMark *mark = &g_array_index (marks, DoubletMark, i);
      DoubletStripMark   strip = { .side = DOUBLET_STRIP_ACROSS };

      if (!describe_strip_mark (mark, palette, column, selected, &strip))
        continue;
      strip.top = find_fraction (view, aligner, column, mark->start);
      strip.bottom = MAX (find_fraction (view, aligner, column, mark->end), strip.top);
      g_array_append_val (shown, strip);
      /* What was changed on the way has moved too. */
      if ((mark->flags & DOUBLET_MARK_MOVED) && strip.rank == RANK_EDIT)
        {
          strip.rank = RANK_EDIT + 1;
          strip.side = DOUBLET_STRIP_ACROSS;
          strip.color = palette->moved.sign;
          g_array_append_val (shown, strip);
        }
    }
  return shown;
}

/* The fact of the copy that stands at a byte. */
static const DoubletFact *
find_fact (const DoubletFinding *finding,
           guint32               place,
           guint32               byte)
{
  for (guint32 i = 0; i < finding->n_facts; i++)
    {
      const DoubletFact *fact = &finding->facts[i];

      if (place == finding->reference && fact->reference_start <= byte && byte < fact->reference_end)
        return fact;
      if (place == fact->place && fact->here_start <= byte && byte < fact->here_end)
        return fact;
    }
  return NULL;
}

static char *
describe_copy (DoubletCollation     *collation,
               const DoubletFinding *finding,
               const DoubletMark    *mark)
{
  g_autofree char *next = NULL;

  if (finding->n_places < 2)
    /* Translators: a passage with one place; the number is its name */
    return g_strdup_printf (_ ("Passage %u"), mark->passage + 1);
  next = doublet_wording_place (collation, &finding->places[(mark->place + 1) % finding->n_places]);
  /* Translators: the number of a passage, which of its copies, how many there are, and where the next one is: “B, paragraph 7” */
  return g_strdup_printf (_ ("Passage %u, copy %u of %u; next copy: %s"), mark->passage + 1, mark->place + 1, finding->n_places, next);
}

static char *
describe_passage (DoubletCollation  *collation,
                  const DoubletMark *mark,
                  guint32            byte)
{
  guint                 n_findings;
  const DoubletFinding *findings = doublet_collation_get_findings (collation, &n_findings);
  const DoubletFact    *fact;
  g_autofree char      *copy = NULL;
  g_autofree char      *words = NULL;

  if (mark->passage >= n_findings)
    return NULL;
  copy = describe_copy (collation, &findings[mark->passage], mark);
  fact = find_fact (&findings[mark->passage], mark->place, byte);
  if (fact == NULL)
    return g_steal_pointer (&copy);
  words = doublet_wording_fact (collation, &findings[mark->passage], fact);
  /* Translators: in which fact the copies of a passage differ here, and which copy it is */
  return g_strdup_printf (_ ("%s. %s"), words, copy);
}

/**
 * doublet_reading_describe_mark:
 * @navigator: the navigator, with a collation
 * @column: the column of the mark
 * @mark: a mark
 * @byte: a place in it
 *
 * Returns: (transfer full) (nullable): what the mark means, in words
 */
char *
doublet_reading_describe_mark (DoubletNavigator  *navigator,
                               guint              column,
                               const DoubletMark *mark,
                               guint32            byte)
{
  DoubletCollation *collation = doublet_navigator_get_collation (navigator);
  guint             n_columns;
  const guint      *columns = doublet_navigator_get_columns (navigator, &n_columns);
  const char       *other;

  if (mark->passage != DOUBLET_NO_PASSAGE)
    return describe_passage (collation, mark, byte);
  if (n_columns < 2 || column >= n_columns)
    return NULL;
  other = doublet_collation_get_label (collation, columns[find_other_column (navigator, column)]);
  if (mark->flags & (DOUBLET_MARK_DELETED | DOUBLET_MARK_INSERTED | DOUBLET_MARK_ONLY_HERE))
    /* Translators: the letter of an article */
    return g_strdup_printf (_ ("Not in %s"), other);
  if (mark->flags & DOUBLET_MARK_MOVED)
    /* Translators: the letter of an article */
    return g_strdup_printf (_ ("Moved: stands elsewhere in %s"), other);
  return NULL;
}
