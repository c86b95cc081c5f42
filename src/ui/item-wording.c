/* item-wording.c
 *
 * SPDX-FileCopyrightText: 2026 The Doublet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "item-wording.h"

#include "wording.h"

#include <glib/gi18n-lib.h>

/* Two lines of the list's width, and some more for those who widen it. */
#define EXCERPT_CHARS 160

/* A spoken line should end before one has forgotten how it began. */
#define SPOKEN_CHARS 60

/* How much of what stands before a change is shown with it: a few words. */
#define CHARS_BEFORE 28

static const DoubletFinding *
get_finding (DoubletNavigator           *navigator,
             const DoubletNavigatorItem *item)
{
  guint                 n_findings;
  const DoubletFinding *findings = doublet_collation_get_findings (doublet_navigator_get_collation (navigator), &n_findings);

  return item->finding < n_findings ? &findings[item->finding] : NULL;
}

/* A change inside a paragraph is recognised by the words around it. */
static char *
take_surroundings (const DoubletArticle *article,
                   guint32               start,
                   guint                 max_chars)
{
  const char         *text = doublet_article_get_text (article, NULL);
  guint               n_blocks;
  const DoubletBlock *blocks = doublet_article_get_blocks (article, &n_blocks);
  guint               block = doublet_article_find_block (article, start);
  const char         *at = text + start;
  const char         *from = at;

  if (block >= n_blocks)
    return g_strdup ("");

  for (guint i = 0; i < CHARS_BEFORE && at > text + blocks[block].start; i++)
    {
      at = g_utf8_prev_char (at);
      if (g_unichar_isspace (g_utf8_get_char (at)))
        from = g_utf8_next_char (at);
    }
  if (at <= text + blocks[block].start)
    return doublet_wording_excerpt (article, blocks[block].start, blocks[block].end, max_chars);

  g_autofree char *excerpt = doublet_wording_excerpt (article, from - text, blocks[block].end, max_chars);
  return g_strconcat ("… ", excerpt, NULL);
}

static char *
join_sides (const DoubletArticle *a,
            const DoubletArticle *b,
            const DoubletChange  *change,
            guint                 max_chars)
{
  g_autofree char *before = doublet_wording_excerpt (a, change->a_start, change->a_end, max_chars / 2);
  g_autofree char *after = doublet_wording_excerpt (b, change->b_start, change->b_end, max_chars / 2);

  g_autofree char *isolated_before = doublet_wording_isolate (before);
  g_autofree char *isolated_after = doublet_wording_isolate (after);

  return g_strdup_printf ("%s → %s", isolated_before, isolated_after);
}

/* Where an excerpt is taken from: the reference of a finding, the side of a change
 * that has words. */
static char *
take_excerpt (DoubletNavigator           *navigator,
              const DoubletNavigatorItem *item,
              guint                       max_chars)
{
  DoubletCollation     *collation = doublet_navigator_get_collation (navigator);
  const DoubletFinding *finding = get_finding (navigator, item);
  guint                 n_columns;
  const guint          *columns = doublet_navigator_get_columns (navigator, &n_columns);

  if (finding != NULL)
    return doublet_wording_place_excerpt (collation, &finding->places[finding->reference], max_chars);

  const DoubletChange  *change = &item->change;
  const DoubletArticle *a = doublet_collation_get_article (collation, columns[0]);
  const DoubletArticle *b = doublet_collation_get_article (collation, columns[item->column]);
  gboolean              side_b = change->b_end > change->b_start;

  switch (change->kind)
    {
    case DOUBLET_CHANGE_CHANGED:
    case DOUBLET_CHANGE_ADDED:
    case DOUBLET_CHANGE_REMOVED:
      if (!change->headline || change->kind != DOUBLET_CHANGE_CHANGED)
        return side_b ? take_surroundings (b, change->b_start, max_chars) : take_surroundings (a, change->a_start, max_chars);
      return join_sides (a, b, change, max_chars);
    case DOUBLET_CHANGE_ONLY_A:
    case DOUBLET_CHANGE_ONLY_B:
    case DOUBLET_CHANGE_MOVED:
    default:
      return side_b ? doublet_wording_excerpt (b, change->b_start, change->b_end, max_chars)
                    : doublet_wording_excerpt (a, change->a_start, change->a_end, max_chars);
    }
}

/**
 * doublet_item_wording_heading:
 * @navigator: a navigator
 * @item: a line of its list
 *
 * Returns: (transfer full): what it is: "24 of 26 words", "Added: 5 words"
 */
char *
doublet_item_wording_heading (DoubletNavigator *navigator,
                              guint             item)
{
  const DoubletNavigatorItem *line = doublet_navigator_get_item (navigator, item);
  DoubletCollation           *collation = doublet_navigator_get_collation (navigator);
  const DoubletFinding       *finding = line != NULL ? get_finding (navigator, line) : NULL;
  guint                       n_columns;
  const guint                *columns = doublet_navigator_get_columns (navigator, &n_columns);

  if (line == NULL)
    return g_strdup ("");
  if (finding != NULL)
    return doublet_wording_passage_length (collation, finding);
  return doublet_change_describe (&line->change, collation, columns[0], columns[line->column]);
}

/**
 * doublet_item_wording_excerpt:
 * @navigator: a navigator
 * @item: a line of its list
 *
 * Returns: (transfer full): the beginning of its words
 */
char *
doublet_item_wording_excerpt (DoubletNavigator *navigator,
                              guint             item)
{
  const DoubletNavigatorItem *line = doublet_navigator_get_item (navigator, item);

  return line != NULL ? take_excerpt (navigator, line, EXCERPT_CHARS) : g_strdup ("");
}

/* Whether a fact is about one of the columns. */
static gboolean
is_in_columns (DoubletNavigator     *navigator,
               const DoubletFinding *finding,
               const DoubletFact    *fact)
{
  guint        n_columns;
  const guint *columns = doublet_navigator_get_columns (navigator, &n_columns);

  for (guint i = 0; i < n_columns; i++)
    if (columns[i] == finding->places[fact->place].article)
      return TRUE;
  return FALSE;
}

/**
 * doublet_item_wording_facts:
 * @navigator: a navigator
 * @item: a line of its list
 *
 * Returns: (transfer full) (nullable): in which fact the copies of the passage differ,
 *   one of the columns' first: "Figure differs: A “14”, B “40”", and how many more there
 *   are; or what kinds of facts a change changes; %NULL if there is none
 */
char *
doublet_item_wording_facts (DoubletNavigator *navigator,
                            guint             item)
{
  const DoubletNavigatorItem *line = doublet_navigator_get_item (navigator, item);
  const DoubletFinding       *finding = line != NULL ? get_finding (navigator, line) : NULL;
  g_autofree char            *fact = NULL;
  guint32                     shown = 0;

  if (line != NULL && finding == NULL)
    return doublet_change_describe_facts (&line->change);
  if (finding == NULL || finding->n_facts == 0)
    return NULL;
  while (shown < finding->n_facts && !is_in_columns (navigator, finding, &finding->facts[shown]))
    shown++;
  fact = doublet_wording_fact (doublet_navigator_get_collation (navigator), finding, &finding->facts[shown % finding->n_facts]);
  if (finding->n_facts == 1)
    return g_steal_pointer (&fact);
  /* Translators: in which fact copies differ, and how many more such facts there are: “Figure differs: A “14”, B “40” (and 2 more)” */
  return g_strdup_printf (ngettext ("%s (and %u more)", "%s (and %u more)", finding->n_facts - 1), fact, finding->n_facts - 1);
}

/**
 * doublet_item_wording_labels:
 * @navigator: a navigator
 * @item: a line of its list
 *
 * Returns: (transfer full) (element-type utf8): the letters of the articles it stands
 *   in, each once, owned by the collation
 */
GPtrArray *
doublet_item_wording_labels (DoubletNavigator *navigator,
                             guint             item)
{
  const DoubletNavigatorItem *line = doublet_navigator_get_item (navigator, item);
  DoubletCollation           *collation = doublet_navigator_get_collation (navigator);
  const DoubletFinding       *finding = line != NULL ? get_finding (navigator, line) : NULL;
  GPtrArray                  *labels = g_ptr_array_new ();
  guint                       last = G_MAXUINT;
  guint                       n_columns;
  const guint                *columns = doublet_navigator_get_columns (navigator, &n_columns);

  for (guint32 i = 0; finding != NULL && i < finding->n_places; i++)
    if (finding->places[i].article != last)
      {
        last = finding->places[i].article;
        g_ptr_array_add (labels, (char *)doublet_collation_get_label (collation, last));
      }
  /* With two columns everything is between the same two. */
  if (line != NULL && finding == NULL && n_columns > 2)
    {
      g_ptr_array_add (labels, (char *)doublet_collation_get_label (collation, columns[0]));
      g_ptr_array_add (labels, (char *)doublet_collation_get_label (collation, columns[line->column]));
    }
  return labels;
}

/**
 * doublet_item_wording_letters:
 * @navigator: a navigator
 * @item: a line of its list
 *
 * Returns: (transfer full): "A, B and C"
 */
char *
doublet_item_wording_letters (DoubletNavigator *navigator,
                              guint             item)
{
  g_autoptr (GPtrArray) labels = doublet_item_wording_labels (navigator, item);
  g_autoptr (GString) list = g_string_new (NULL);

  for (guint i = 0; i < labels->len; i++)
    {
      if (i > 0)
        g_string_append (list, i + 1 == labels->len ? _ (" and ") : _ (", "));
      g_string_append (list, g_ptr_array_index (labels, i));
    }
  return g_string_free (g_steal_pointer (&list), FALSE);
}

/**
 * doublet_item_wording_remarks:
 * @navigator: a navigator
 * @item: a line of its list
 *
 * Returns: (transfer full) (nullable): "quotation · in 8 of 10 articles"
 */
char *
doublet_item_wording_remarks (DoubletNavigator *navigator,
                              guint             item)
{
  const DoubletNavigatorItem *line = doublet_navigator_get_item (navigator, item);
  const DoubletFinding       *finding = line != NULL ? get_finding (navigator, line) : NULL;

  return finding != NULL ? doublet_wording_remarks (doublet_navigator_get_collation (navigator), finding) : NULL;
}

/* "24 of 26 words, quotation": length and remarks for those who hear it. */
static char *
join_remarks (DoubletNavigator *navigator,
              guint             item)
{
  char *heading = doublet_item_wording_heading (navigator, item);
  char *remarks = doublet_item_wording_remarks (navigator, item);
  char *joined;

  if (remarks == NULL)
    return heading;
  joined = g_strconcat (heading, _ (", "), remarks, NULL);
  g_free (heading);
  g_free (remarks);
  return joined;
}

/**
 * doublet_item_wording_spoken:
 * @navigator: a navigator
 * @item: a line of its list
 *
 * Returns: (transfer full): the whole line for those who hear it: "Passage 3, 24 of
 *   26 words, in A and B: Detours will …"
 */
char *
doublet_item_wording_spoken (DoubletNavigator *navigator,
                             guint             item)
{
  const DoubletNavigatorItem *line = doublet_navigator_get_item (navigator, item);
  g_autofree char            *heading = join_remarks (navigator, item);
  g_autofree char            *letters = doublet_item_wording_letters (navigator, item);
  g_autofree char            *excerpt = NULL;
  g_autofree char            *facts = NULL;

  if (line == NULL)
    return g_strdup ("");
  excerpt = take_excerpt (navigator, line, SPOKEN_CHARS);
  facts = doublet_item_wording_facts (navigator, item);
  if (line->finding == DOUBLET_NO_ITEM)
    return facts != NULL
             /* Translators: the number of a change, what it is, in which fact it differs, the beginning of its text */
             ? g_strdup_printf (_ ("Change %u, %s. %s. %s"), item + 1, heading, facts, excerpt)
             /* Translators: the number of a change, what it is, the beginning of its text */
             : g_strdup_printf (_ ("Change %u, %s: %s"), item + 1, heading, excerpt);
  if (facts != NULL)
    /* Translators: the number of a passage, its length, the letters of the articles, in which fact they differ, the beginning of its text */
    return g_strdup_printf (_ ("Passage %u, %s, in %s. %s. %s"), line->finding + 1, heading, letters, facts, excerpt);
  /* Translators: the number of a passage, its length, the letters of the articles, the beginning of its text */
  return g_strdup_printf (_ ("Passage %u, %s, in %s: %s"), line->finding + 1, heading, letters, excerpt);
}

static char *
describe_next_place (DoubletNavigator     *navigator,
                     const DoubletFinding *finding)
{
  guint            place = doublet_navigator_get_selected_place (navigator);
  guint            next = (place + 1) % finding->n_places;
  g_autofree char *where = doublet_wording_place (doublet_navigator_get_collation (navigator), &finding->places[next]);

  /* Translators: which copy of how many, and where the next one is: “C, paragraph 6”.  Space is the key. */
  return g_strdup_printf (_ ("Copy %u of %u · next: %s (Space)"), place + 1, finding->n_places, where);
}

/**
 * doublet_item_wording_status:
 * @navigator: a navigator
 *
 * Returns: (transfer full): where one is and where Space leads; "" without a selection
 */
char *
doublet_item_wording_status (DoubletNavigator *navigator)
{
  guint                       selected = doublet_navigator_get_selected (navigator);
  const DoubletNavigatorItem *line = doublet_navigator_get_item (navigator, selected);
  const DoubletFinding       *finding = line != NULL ? get_finding (navigator, line) : NULL;

  if (line == NULL)
    return g_strdup ("");
  if (finding != NULL)
    return finding->n_places > 1 ? describe_next_place (navigator, finding) : doublet_item_wording_spoken (navigator, selected);

  g_autofree char *heading = doublet_item_wording_heading (navigator, selected);
  if (line->change.kind == DOUBLET_CHANGE_MOVED)
    {
      DoubletCollation *collation = doublet_navigator_get_collation (navigator);
      guint             n_columns;
      const guint      *columns = doublet_navigator_get_columns (navigator, &n_columns);

      /* Translators: which change of how many, then from where to where a paragraph moved: letter of an article, number of a paragraph */
      return g_strdup_printf (_ ("Change %u of %u: moved from %s, paragraph %u, to %s, paragraph %u (Space)"),
                              selected + 1, doublet_navigator_get_n_items (navigator),
                              doublet_collation_get_label (collation, columns[0]), line->change.a_block + 1,
                              doublet_collation_get_label (collation, columns[line->column]), line->change.b_block + 1);
    }
  /* Translators: which change of how many, and what it is */
  return g_strdup_printf (_ ("Change %u of %u: %s"), selected + 1, doublet_navigator_get_n_items (navigator), heading);
}
