/* test-reading-view.c
 *
 * SPDX-FileCopyrightText: 2026 The Doublet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "article-maker.h"
#include "article-view-private.h"
#include "reading-view.h"
#include "reading-view-private.h"

#include <string.h>

/* Nothing here takes so long; a test that does hangs.  Seconds. */
#define HANG_GUARD 90

typedef struct
{
  DoubletNavigator   *navigator;
  DoubletCollation   *collation;
  GtkWidget          *window;
  DoubletReadingView *view;
} Fixture;

static gboolean
guard_cb (gpointer data)
{
  g_error ("It takes too long: it hangs.");
  return G_SOURCE_REMOVE;
}

static DoubletArticleView *
get_view (Fixture *fixture,
          guint    column)
{
  return doublet_reading_column_get_view (DOUBLET_READING_COLUMN (fixture->view->columns[column]));
}

static gboolean
is_settled (Fixture *fixture)
{
  return !fixture->view->needs_layout && fixture->view->scroller != NULL && doublet_column_scroller_is_settled (fixture->view->scroller) && !doublet_column_scroller_is_waiting (fixture->view->scroller);
}

static void
settle (Fixture *fixture)
{
  guint guard = g_timeout_add_seconds (HANG_GUARD, guard_cb, NULL);

  gtk_test_widget_wait_for_draw (fixture->window);
  while (!is_settled (fixture))
    g_main_context_iteration (NULL, TRUE);
  gtk_test_widget_wait_for_draw (fixture->window);
  g_source_remove (guard);
}

static void
open_view (Fixture          *fixture,
           DoubletCollation *collation,
           DoubletLens       lens)
{
  fixture->collation = collation;
  fixture->navigator = doublet_navigator_new ();
  doublet_navigator_set_collation (fixture->navigator, collation);
  doublet_navigator_choose_lens (fixture->navigator, lens);
  fixture->view = DOUBLET_READING_VIEW (doublet_reading_view_new (fixture->navigator));
  fixture->window = gtk_window_new ();
  gtk_window_set_default_size (GTK_WINDOW (fixture->window), 1000, 700);
  gtk_window_set_child (GTK_WINDOW (fixture->window), GTK_WIDGET (fixture->view));
  gtk_window_present (GTK_WINDOW (fixture->window));
  settle (fixture);
}

static void
close_view (Fixture *fixture)
{
  DoubletReadingView *view = g_object_ref (fixture->view);

  gtk_window_destroy (GTK_WINDOW (fixture->window));
  g_assert_finalize_object (view);
  g_assert_finalize_object (fixture->navigator);
  doublet_collation_unref (fixture->collation);
}

/* Every row begins at the same height in all columns, to the pixel. */
static void
check_rows (Fixture *fixture)
{
  const DoubletRows *rows = fixture->view->rows;
  gint64             top = 0;

  g_assert_cmpuint (rows->n_columns, ==, fixture->view->n_shown);
  for (guint32 row = 0; row < rows->n_rows; row++)
    {
      for (guint c = 0; c < rows->n_columns; c++)
        {
          const DoubletCell *cell = doublet_rows_get_cell (rows, row, c);
          guint32            first_line;
          guint32            end_line;
          int                y;

          doublet_display_text_get_block_lines (doublet_article_view_get_text (get_view (fixture, c)), cell->first_block, cell->end_block, &first_line, &end_line);
          if (first_line == end_line)
            continue;
          g_assert_true (doublet_article_view_get_line_y (get_view (fixture, c), first_line, &y));
          g_assert_cmpint (y, ==, top);
        }
      g_assert_cmpint (doublet_row_aligner_get_heights (fixture->view->aligner)[row], >=, 0);
      top += doublet_row_aligner_get_heights (fixture->view->aligner)[row];
    }
}

static const char *const drafts[] = {
  "Harbour bridge to close for nine weeks\n"
  "The swing span will be closed to road traffic from Monday while engineers replace the pivot bearings, the largest "
  "single repair to the crossing in its history.\n"
  "Detours will add up to 14 minutes to a crossing at peak times, according to the authority’s own traffic model.\n"
  "Ferries will run every ten minutes until midnight for the length of the works, and tickets bought before stay valid.\n"
  "The authority has set aside four million for the repair, and a second closure in autumn is not planned.\n"
  "הגשר ייסגר לתשעה שבועות לצורך תיקונים, כך הודיעה רשות הנמל ביום שני, with some English words in the middle of it.\n"
  "港口管理局表示，大桥将于周一起关闭九周进行维修。骑自行车的人和行人可以继续使用西侧人行道。\n"
  "Last words of the article stand here and they are the same in both of these articles today.\n",
  "What comes first here is nowhere else, and it is long enough to need more than a single line in any column there is.\n"
  "Nine weeks without the bridge\n"
  "Drivers have until Sunday night. The swing span will be closed to road traffic from Monday while engineers replace "
  "the pivot bearings, the largest single repair to the crossing in its history.\n"
  "Ferries will run every fifteen minutes until midnight for the length of the works, and tickets bought before stay valid.\n"
  "Detours will add up to 40 minutes to a crossing at peak times, according to the authority’s traffic model.\n"
  "הגשר ייסגר לתשעה שבועות לצורך תיקונים, כך הודיעה רשות הנמל ביום שלישי, with some English words in the middle of it.\n"
  "港口管理局表示，大桥将于周一起关闭八周进行维修。骑自行车的人和行人可以继续使用西侧人行道。\n"
  "Last words of the article stand here and they are the same in both of these articles today.\n",
  NULL,
};

static void
test_rows (gconstpointer data)
{
  Fixture fixture = { 0 };

  open_view (&fixture, make_collation (drafts, 0), GPOINTER_TO_INT (data));
  check_rows (&fixture);
  close_view (&fixture);
}

/* The same with another size of type, another width and another lens. */
static void
test_rows_again (void)
{
  Fixture fixture = { 0 };

  open_view (&fixture, make_collation (drafts, 0), DOUBLET_LENS_SHARED);
  doublet_reading_view_set_text_scale (fixture.view, 1.6);
  settle (&fixture);
  check_rows (&fixture);
  doublet_navigator_choose_lens (fixture.navigator, DOUBLET_LENS_DIFFERENCES);
  settle (&fixture);
  check_rows (&fixture);
  gtk_widget_set_margin_end (GTK_WIDGET (fixture.view), 300);
  settle (&fixture);
  check_rows (&fixture);
  doublet_reading_view_set_text_scale (fixture.view, 0.8);
  settle (&fixture);
  check_rows (&fixture);
  close_view (&fixture);
}

static char *
make_long_text (GRand *random,
                guint  n_blocks,
                guint  n_kept)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < n_blocks; i++)
    {
      guint n = g_rand_int_range (random, 1, 90);

      if (g_rand_int_range (random, 0, n_kept) == 0)
        continue;
      g_string_append_printf (text, "Paragraph%u", i);
      for (guint j = 0; j < n; j++)
        g_string_append_printf (text, " word%u", (i * 7919 + j * j * 31 + j * 7) % 9973);
      g_string_append (text, ".\n");
    }
  return g_string_free (text, FALSE);
}

/* Rows with nothing in one or two of three columns, at the top and at the end too. */
static void
test_rows_random (void)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (3);

  for (guint round = 0; round < 4; round++)
    {
      g_autofree char  *first = make_long_text (random, 60, 4);
      g_autofree char  *second = make_long_text (random, 60, 3);
      g_autofree char  *third = make_long_text (random, 60, 2);
      const char *const texts[] = { first, second, third, NULL };
      const guint       columns[] = { 0, 1, 2 };
      Fixture           fixture = { 0 };

      open_view (&fixture, make_collation (texts, 0), DOUBLET_LENS_SHARED);
      doublet_navigator_set_columns (fixture.navigator, columns, 2 + round % 2);
      settle (&fixture);
      check_rows (&fixture);
      close_view (&fixture);
    }
}

/* Some 30 classes of marks, and few more for the padding: text buffers slow down from a
 * thousand on. */
#define MOST_TAGS 128

static void
test_tags (void)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (5);
  g_autofree char  *first = make_long_text (random, 800, 9);
  g_autofree char  *second = make_long_text (random, 800, 9);
  const char *const texts[] = { first, second, NULL };
  Fixture           fixture = { 0 };

  open_view (&fixture, make_collation (texts, 0), DOUBLET_LENS_DIFFERENCES);
  check_rows (&fixture);
  for (guint i = 0; i < 2; i++)
    g_assert_cmpint (gtk_text_tag_table_get_size (gtk_text_buffer_get_tag_table (gtk_text_view_get_buffer (GTK_TEXT_VIEW (get_view (&fixture, i))))), <=, MOST_TAGS);
  close_view (&fixture);
}

static double
get_height_of (Fixture *fixture,
               guint    column,
               guint32  byte)
{
  DoubletArticleView *view = get_view (fixture, column);
  GtkTextIter         iter;
  GdkRectangle        place;

  gtk_text_buffer_get_iter_at_offset (gtk_text_view_get_buffer (GTK_TEXT_VIEW (view)), &iter, doublet_display_text_to_offset (doublet_article_view_get_text (view), byte));
  gtk_text_view_get_iter_location (GTK_TEXT_VIEW (view), &iter, &place);
  return place.y - gtk_adjustment_get_value (gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (view)));
}

/* A jump right after opening, while nothing is laid out, comes to the right place. */
static void
test_jump (void)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (8);
  g_autofree char  *first = make_long_text (random, 600, 9);
  g_autofree char  *second = make_long_text (random, 600, 9);
  const char *const texts[] = { first, second, NULL };
  Fixture           fixture = { .collation = make_collation (texts, 0) };
  guint             n_items;

  fixture.navigator = doublet_navigator_new ();
  doublet_navigator_set_collation (fixture.navigator, fixture.collation);
  doublet_navigator_choose_lens (fixture.navigator, DOUBLET_LENS_DIFFERENCES);
  fixture.view = DOUBLET_READING_VIEW (doublet_reading_view_new (fixture.navigator));
  fixture.window = gtk_window_new ();
  gtk_window_set_default_size (GTK_WINDOW (fixture.window), 1000, 700);
  gtk_window_set_child (GTK_WINDOW (fixture.window), GTK_WIDGET (fixture.view));
  gtk_window_present (GTK_WINDOW (fixture.window));
  n_items = doublet_navigator_get_n_items (fixture.navigator);
  g_assert_cmpuint (n_items, >, 20);

  for (guint i = 0; i < 4; i++)
    {
      guint                       at = n_items * (9 - 2 * i) / 10;
      const DoubletNavigatorItem *item = doublet_navigator_get_item (fixture.navigator, at);
      gboolean                    is_b = item->change.b_end > item->change.b_start;
      guint                       column = is_b ? 1 : 0;
      double                      y;

      doublet_navigator_select (fixture.navigator, at, DOUBLET_BEST_PLACE);
      settle (&fixture);
      y = get_height_of (&fixture, column, is_b ? item->change.b_start : item->change.a_start);
      g_assert_cmpfloat (y, >=, 0);
      g_assert_cmpfloat (y, <, gtk_widget_get_height (GTK_WIDGET (get_view (&fixture, column))));
      /* And the other column is level with it. */
      g_assert_cmpfloat (gtk_adjustment_get_value (gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (get_view (&fixture, 0)))), ==,
                         gtk_adjustment_get_value (gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (get_view (&fixture, 1)))));
    }
  close_view (&fixture);
}

static void
test_scroll_together (void)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (9);
  g_autofree char  *first = make_long_text (random, 200, 5);
  g_autofree char  *second = make_long_text (random, 200, 5);
  const char *const texts[] = { first, second, NULL };
  Fixture           fixture = { 0 };
  GtkAdjustment    *left;
  GtkAdjustment    *right;

  open_view (&fixture, make_collation (texts, 0), DOUBLET_LENS_SHARED);
  left = gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (get_view (&fixture, 0)));
  right = gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (get_view (&fixture, 1)));
  g_assert_cmpfloat (gtk_adjustment_get_upper (left), ==, gtk_adjustment_get_upper (right));
  for (guint i = 1; i < 40; i++)
    {
      GtkAdjustment *leader = i % 2 == 0 ? left : right;

      doublet_column_scroller_lead (fixture.view->scroller, i % 2 == 0 ? 0 : 1);
      gtk_adjustment_set_value (leader, i * gtk_adjustment_get_upper (leader) / 41);
      g_assert_cmpfloat (gtk_adjustment_get_value (left), ==, gtk_adjustment_get_value (right));
    }
  close_view (&fixture);
}

static void
check_clipboard (GdkClipboard *clipboard,
                 const char   *expected)
{
  GdkContentProvider *content = gdk_clipboard_get_content (clipboard);
  GValue              value = G_VALUE_INIT;

  g_assert_nonnull (content);
  g_value_init (&value, G_TYPE_STRING);
  g_assert_true (gdk_content_provider_get_value (content, &value, NULL));
  g_assert_cmpstr (g_value_get_string (&value), ==, expected);
  g_value_unset (&value);
}

/* The copy is the article, newlines, tabs, controls and all. */
static void
test_copy (void)
{
  static const char source[] = "Title\tof it\nOne\001two \342\200\256three\nLast";
  const char *const texts[] = { source, "Something else\n", NULL };
  Fixture           fixture = { 0 };
  g_autofree char  *all = NULL;
  g_autofree char  *part = NULL;
  g_autofree char  *none = NULL;

  open_view (&fixture, make_collation (texts, 0), DOUBLET_LENS_SHARED);
  none = doublet_article_view_dup_selection (get_view (&fixture, 0));
  g_assert_null (none);
  doublet_article_view_select (get_view (&fixture, 0), 0, strlen (source));
  all = doublet_article_view_dup_selection (get_view (&fixture, 0));
  g_assert_cmpstr (all, ==, source);
  doublet_article_view_select (get_view (&fixture, 0), 6, 16);
  part = doublet_article_view_dup_selection (get_view (&fixture, 0));
  g_assert_cmpstr (part, ==, "of it\nOne\001");

  /* The clipboard of Ctrl+C, and that of the middle button. */
  g_signal_emit_by_name (get_view (&fixture, 0), "copy-clipboard");
  check_clipboard (gtk_widget_get_clipboard (fixture.window), "of it\nOne\001");
  check_clipboard (gtk_widget_get_primary_clipboard (fixture.window), "of it\nOne\001");
  close_view (&fixture);
}

/* A passage that stands twice in one article: the two copies side by side, level. */
static void
test_twin (void)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (12);
  g_autofree char  *before = make_long_text (random, 12, 1000);
  static const char twice[] = "This very sentence with quite a number of words in it stands twice in the article.\n";
  g_autofree char  *text = g_strconcat (before, twice, "Something stands between.\n", twice, "And an end.\n", NULL);
  const char *const texts[] = { text, NULL };
  Fixture           fixture = { 0 };

  open_view (&fixture, make_collation (texts, 0), DOUBLET_LENS_REPEATED);
  g_assert_cmpuint (fixture.view->n_shown, ==, 1);
  for (guint i = 0; i < doublet_navigator_get_n_items (fixture.navigator); i++)
    {
      const DoubletNavigatorItem *item = doublet_navigator_get_item (fixture.navigator, i);
      guint                       n_findings;
      const DoubletFinding       *finding = &doublet_collation_get_findings (fixture.collation, &n_findings)[item->finding];

      doublet_navigator_select (fixture.navigator, i, 0);
      settle (&fixture);
      g_assert_cmpuint (fixture.view->n_shown, ==, 2);
      g_assert_cmpfloat (get_height_of (&fixture, 0, finding->places[0].start), ==, get_height_of (&fixture, 1, finding->places[1].start));
    }
  doublet_navigator_select (fixture.navigator, DOUBLET_NO_ITEM, 0);
  settle (&fixture);
  g_assert_cmpuint (fixture.view->n_shown, ==, 1);
  close_view (&fixture);
}

static void
test_find (void)
{
  Fixture     fixture = { 0 };
  GtkTextIter from;
  GtkTextIter to;

  open_view (&fixture, make_collation (drafts, 0), DOUBLET_LENS_SHARED);
  g_assert_cmpuint (doublet_reading_view_find (fixture.view, "SWING span", 1), ==, 2);
  g_assert_true (gtk_text_buffer_get_selection_bounds (gtk_text_view_get_buffer (GTK_TEXT_VIEW (get_view (&fixture, 0))), &from, &to));
  g_assert_cmpuint (doublet_reading_view_find (fixture.view, "SWING span", 1), ==, 2);
  g_assert_true (gtk_text_buffer_get_selection_bounds (gtk_text_view_get_buffer (GTK_TEXT_VIEW (get_view (&fixture, 1))), &from, &to));
  g_assert_cmpuint (doublet_reading_view_find (fixture.view, "nowhere at all", 1), ==, 0);
  g_assert_cmpuint (doublet_reading_view_find (fixture.view, "", 0), ==, 0);
  close_view (&fixture);
}

static void
test_accessible (void)
{
  Fixture fixture = { 0 };

  open_view (&fixture, make_collation (drafts, 0), DOUBLET_LENS_SHARED);
  gtk_test_accessible_assert_role (GTK_ACCESSIBLE (get_view (&fixture, 0)), GTK_ACCESSIBLE_ROLE_TEXT_BOX);
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (get_view (&fixture, 0)), GTK_ACCESSIBLE_PROPERTY_LABEL, "Article A: Harbour bridge to close for nine weeks");
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (fixture.view->strips[1]), GTK_ACCESSIBLE_PROPERTY_LABEL, "Overview of article B");
  g_assert_false (gtk_text_view_get_accepts_tab (GTK_TEXT_VIEW (get_view (&fixture, 0))));
  close_view (&fixture);
}

/* Colours follow the theme while the view is open. */
static void
test_theme (void)
{
  GtkSettings *settings = gtk_settings_get_default ();
  Fixture      fixture = { 0 };

  open_view (&fixture, make_collation (drafts, 0), DOUBLET_LENS_DIFFERENCES);
  g_assert_true (doublet_palette_for_widget (GTK_WIDGET (get_view (&fixture, 0))) == doublet_palette_get (DOUBLET_PALETTE_LIGHT));
  g_object_set (settings, "gtk-application-prefer-dark-theme", TRUE, NULL);
  settle (&fixture);
  for (guint i = 0; i < 2; i++)
    {
      GdkRGBA *tint = NULL;

      g_object_get (get_view (&fixture, i)->tags.inserted, "background-rgba", &tint, NULL);
      g_assert_true (gdk_rgba_equal (tint, &doublet_palette_get (DOUBLET_PALETTE_DARK)->inserted.tint));
      gdk_rgba_free (tint);
    }
  check_rows (&fixture);
  g_object_set (settings, "gtk-application-prefer-dark-theme", FALSE, NULL);
  settle (&fixture);
  close_view (&fixture);
}

/* A moved paragraph's button opens both its ends. */
static void
test_compare_here (void)
{
  Fixture  fixture = { 0 };
  gboolean found = FALSE;

  open_view (&fixture, make_collation (drafts, 0), DOUBLET_LENS_DIFFERENCES);
  for (guint c = 0; c < 2; c++)
    {
      DoubletArticleView *view = get_view (&fixture, c);

      for (guint i = 0; i < view->notes->len; i++)
        {
          const DoubletLineNote *note = &g_array_index (view->notes, DoubletLineNote, i);
          GtkWidget             *button = gtk_menu_button_new ();

          g_object_ref_sink (button);
          g_signal_emit_by_name (view, "compare", button, note->line);
          g_assert_true ((gtk_menu_button_get_popover (GTK_MENU_BUTTON (button)) != NULL) == (note->tone == DOUBLET_LINE_MOVED));
          found |= note->tone == DOUBLET_LINE_MOVED;
          g_object_unref (button);
        }
    }
  g_assert_true (found);
  close_view (&fixture);
}

/* What is marked at the caret is said in words. */
static void
test_status (void)
{
  Fixture               fixture = { 0 };
  guint                 n_findings;
  const DoubletFinding *findings;

  open_view (&fixture, make_collation (drafts, 0), DOUBLET_LENS_SHARED);
  findings = doublet_collation_get_findings (fixture.collation, &n_findings);
  g_assert_cmpuint (n_findings, >, 0);
  doublet_article_view_select (get_view (&fixture, 0), findings[0].places[0].start, findings[0].places[0].start);
  g_assert_true (g_str_has_prefix (doublet_reading_view_get_status (fixture.view), "Passage 1, copy 1 of 2"));
  g_signal_emit_by_name (get_view (&fixture, 0), "activated", findings[0].places[0].start);
  g_assert_cmpuint (doublet_navigator_get_selected_place (fixture.navigator), ==, 1);
  g_signal_emit_by_name (get_view (&fixture, 0), "clicked", findings[0].places[0].start);
  g_assert_cmpuint (doublet_navigator_get_selected_place (fixture.navigator), ==, 0);
  g_signal_emit_by_name (get_view (&fixture, 0), "clicked", findings[0].places[0].start);
  g_assert_cmpuint (doublet_navigator_get_selected_place (fixture.navigator), ==, 1);
  close_view (&fixture);
}

/* What freezes a text view otherwise, and nothing at all. */
static void
test_hostile (void)
{
  g_autofree char *word = g_strnfill (200000, 'x');
  g_autoptr (GString) empty_lines = g_string_new (NULL);
  g_autoptr (GString) controls = g_string_new (NULL);
  const char *texts[5] = { 0 };
  const guint columns[] = { 0, 1, 2, 3 };
  Fixture     fixture = { 0 };

  for (guint i = 0; i < 100000; i++)
    g_string_append_c (empty_lines, '\n');
  for (guint i = 0; i < 20000; i++)
    g_string_append (controls, "\001\342\201\246\314\201");
  texts[0] = word;
  texts[1] = empty_lines->str;
  texts[2] = controls->str;
  texts[3] = "";
  open_view (&fixture, make_collation (texts, 0), DOUBLET_LENS_SHARED);
  doublet_navigator_set_columns (fixture.navigator, columns, 4);
  settle (&fixture);
  check_rows (&fixture);
  doublet_navigator_set_collation (fixture.navigator, NULL);
  gtk_test_widget_wait_for_draw (fixture.window);
  g_assert_cmpuint (fixture.view->n_shown, ==, 0);
  close_view (&fixture);
}

/* Long enough to be made ready beside the window. */
static DoubletArticle *
make_long_article (const char *name,
                   guint       seed)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; text->len < 400 * 1000; i++)
    {
      for (guint j = 0; j <= (i * 7 + seed) % 90; j++)
        g_string_append_printf (text, "w\303\266rd%u\001 of %u, ", (i * 31 + j * seed) % 997, seed);
      g_string_append_c (text, '\n');
    }
  return make_article (name, text->str);
}

static void
count_cb (gpointer data)
{
  (*(guint *)data)++;
}

/* Whatever pieces it comes in, the buffer is the same as one that is filled at once. */
static void
test_prepare_pieces (void)
{
  g_autoptr (DoubletArticle) article = make_long_article ("long", 3);
  g_autoptr (DoubletDisplayText) text = doublet_display_text_new (article);
  g_autoptr (DoubletPreparedText) prepared = doublet_prepared_text_new (text);
  gsize       n_bytes;
  const char *expected = doublet_display_text_get_text (text, &n_bytes);
  guint       n_pieces = 0;
  gboolean    is_full = FALSE;

  while (!is_full)
    {
      GtkTextIter start;
      GtkTextIter end;

      is_full = doublet_prepared_text_fill (prepared, 0);
      n_pieces++;
      gtk_text_buffer_get_bounds (prepared->buffer, &start, &end);

      /* A beginning at any time. */
      g_autofree char *filled = gtk_text_buffer_get_text (prepared->buffer, &start, &end, TRUE);
      g_assert_true (g_str_has_prefix (expected, filled));
      g_assert_cmpint (is_full, ==, strlen (filled) == n_bytes);
    }
  g_assert_cmpuint (n_pieces, >, 5);
  for (guint32 offset = 0; expected[offset] != '\0' && offset < 3000; offset++)
    {
      GtkTextIter iter;

      gtk_text_buffer_get_iter_at_offset (prepared->buffer, &iter, offset);
      g_assert_cmpint (gtk_text_iter_has_tag (&iter, prepared->tags.picture), ==, gtk_text_iter_get_char (&iter) == 0x2401);
    }
}

static void
wait_for (const guint *n,
          guint        wanted)
{
  guint guard = g_timeout_add_seconds (HANG_GUARD, guard_cb, NULL);

  while (*n < wanted)
    g_main_context_iteration (NULL, TRUE);
  g_source_remove (guard);
}

static void
test_prepare_order (void)
{
  g_autoptr (DoubletArticle) first = make_long_article ("first", 1);
  g_autoptr (DoubletArticle) second = make_long_article ("second", 2);
  DoubletArticle         *both[] = { first, second, first };
  DoubletArticle         *one[] = { second };
  guint                   n_stale = 0;
  guint                   n_done = 0;
  DoubletTextPreparation *stale = doublet_text_preparation_new (both, 3, count_cb, &n_stale);
  DoubletTextPreparation *preparation = doublet_text_preparation_new (both, 3, count_cb, &n_done);

  /* One that is not wanted any more says nothing, whether in its thread or filling. */
  doublet_text_preparation_free (stale);
  stale = doublet_text_preparation_new (one, 1, count_cb, &n_stale);
  g_assert_false (doublet_text_preparation_is_done (preparation));
  g_assert_null (doublet_text_preparation_take (preparation, first));
  for (guint i = 0; i < 3; i++)
    g_main_context_iteration (NULL, FALSE);
  doublet_text_preparation_free (stale);

  wait_for (&n_done, 1);
  g_assert_cmpuint (n_stale, ==, 0);
  g_assert_true (doublet_text_preparation_is_for (preparation, both, 3));
  g_assert_false (doublet_text_preparation_is_for (preparation, both, 2));
  g_assert_cmpuint (doublet_text_preparation_count (preparation, first), ==, 2);
  g_assert_cmpuint (doublet_text_preparation_count (preparation, second), ==, 1);
  for (guint i = 0; i < 3; i++)
    {
      g_autoptr (DoubletPreparedText) prepared = doublet_text_preparation_take (preparation, both[i]);

      g_assert_nonnull (prepared);
      g_assert_true (doublet_prepared_text_is_full (prepared));
      g_assert_true (doublet_display_text_get_article (prepared->text) == both[i]);
    }
  g_assert_null (doublet_text_preparation_take (preparation, first));
  doublet_text_preparation_free (preparation);
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_assert_cmpuint (n_done, ==, 1);
  g_assert_cmpuint (n_stale, ==, 0);
}

/* What is ready is shown, what is asked for meanwhile replaces it, and short texts
 * never wait. */
static void
test_prepare_view (void)
{
  static const char *const texts[] = { "One two three.", "One two four.", NULL };
  g_autoptr (DoubletArticle) first = make_long_article ("first", 1);
  g_autoptr (DoubletArticle) second = make_long_article ("second", 2);
  DoubletArticle *both[] = { first, second };
  g_autoptr (DoubletCollation) long_one = collate (&both[1], 1, 0);
  g_autoptr (DoubletCollation) long_two = collate (both, 2, 0);
  g_autoptr (DoubletCollation) short_two = make_collation (texts, 0);
  DoubletNavigator   *navigator = doublet_navigator_new ();
  DoubletReadingView *view = g_object_ref_sink (DOUBLET_READING_VIEW (doublet_reading_view_new (navigator)));
  guint               n_ready = 0;

  g_assert_true (doublet_reading_view_prepare (view, short_two, count_cb, &n_ready));
  g_assert_false (doublet_reading_view_prepare (view, long_one, count_cb, &n_ready));
  g_assert_false (doublet_reading_view_prepare (view, long_two, count_cb, &n_ready));
  g_assert_false (doublet_reading_view_prepare (view, long_two, count_cb, &n_ready));
  wait_for (&n_ready, 1);
  g_assert_true (doublet_reading_view_prepare (view, long_two, count_cb, &n_ready));
  doublet_navigator_set_collation (navigator, long_two);
  for (guint i = 0; i < 2; i++)
    g_assert_true (doublet_display_text_get_article (doublet_article_view_get_text (doublet_reading_view_get_text_view (view, i))) == both[i]);
  g_assert_cmpuint (doublet_text_preparation_count (view->preparation, first), ==, 0);
  g_assert_cmpuint (n_ready, ==, 1);

  /* It goes while a text is being prepared. */
  g_assert_false (doublet_reading_view_prepare (view, long_one, count_cb, &n_ready));
  g_assert_finalize_object (view);
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_assert_cmpuint (n_ready, ==, 1);
  g_assert_finalize_object (navigator);
}

int
main (int   argc,
      char *argv[])
{
  g_setenv ("GTK_A11Y", "test", TRUE);
  gtk_test_init (&argc, &argv, NULL);

  g_test_add_data_func ("/reading-view/rows/differences", GINT_TO_POINTER (DOUBLET_LENS_DIFFERENCES), test_rows);
  g_test_add_data_func ("/reading-view/rows/shared", GINT_TO_POINTER (DOUBLET_LENS_SHARED), test_rows);
  g_test_add_func ("/reading-view/rows/again", test_rows_again);
  g_test_add_func ("/reading-view/rows/random", test_rows_random);
  g_test_add_func ("/reading-view/tags", test_tags);
  g_test_add_func ("/reading-view/jump", test_jump);
  g_test_add_func ("/reading-view/scroll-together", test_scroll_together);
  g_test_add_func ("/reading-view/copy", test_copy);
  g_test_add_func ("/reading-view/twin", test_twin);
  g_test_add_func ("/reading-view/find", test_find);
  g_test_add_func ("/reading-view/accessible", test_accessible);
  g_test_add_func ("/reading-view/theme", test_theme);
  g_test_add_func ("/reading-view/compare-here", test_compare_here);
  g_test_add_func ("/reading-view/status", test_status);
  g_test_add_func ("/reading-view/hostile", test_hostile);
  g_test_add_func ("/reading-view/prepare/pieces", test_prepare_pieces);
  g_test_add_func ("/reading-view/prepare/order", test_prepare_order);
  g_test_add_func ("/reading-view/prepare/view", test_prepare_view);
  return g_test_run ();
}
