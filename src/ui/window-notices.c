/* window-notices.c
 *
 * SPDX-FileCopyrightText: 2026 The Doublet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "window-private.h"

#include "display-text.h"
#include "wording.h"

#include <glib/gi18n-lib.h>

/*
 * What the window says across its width: a long repeat, files that changed or were
 * left out, texts too
 * large for a window, nothing found.
 */

/* A repeat of so many words is a fault more often than style, so it announces itself. */
#define ANNOUNCED_WORDS 20

/* What to try when nothing was found: favourite phrases are four words long. */
#define FEWER_WORDS 4

/* The article in which @finding stands more than once, or G_MAXUINT. */
static guint
find_repeating_article (const DoubletFinding *finding)
{
  if (finding->period > 0)
    return finding->places[0].article;
  for (guint32 i = 1; i < finding->n_places; i++)
    if (finding->places[i].article == finding->places[i - 1].article)
      return finding->places[i].article;
  return G_MAXUINT;
}

static void
update_repeat (DoubletWindow *self)
{
  DoubletCollation     *collation = doublet_navigator_get_collation (self->navigator);
  DoubletNoticeBar     *bar = DOUBLET_NOTICE_BAR (self->repeat_bar);
  guint                 n_findings = 0;
  const DoubletFinding *findings = collation != NULL ? doublet_collation_get_findings (collation, &n_findings) : NULL;

  for (guint i = 0; i < n_findings; i++)
    {
      guint article = (findings[i].kind & DOUBLET_FINDING_REPEATED) != 0 ? find_repeating_article (&findings[i]) : G_MAXUINT;
      guint n_words = MAX (findings[i].n_words, findings[i].period * findings[i].times);

      if (article == G_MAXUINT || findings[i].match == DOUBLET_PASSAGE_REWORDED || findings[i].boilerplate || n_words < ANNOUNCED_WORDS)
        continue;
      self->announced = findings[i].fingerprint;
      if (self->announced == self->announced_closed)
        break;

      g_autofree char *sentence = doublet_wording_repeat (collation, &findings[i], article);
      doublet_notice_bar_show (bar, sentence, _ ("Show"), "win.show-repeat", g_variant_new ("(uu)", i, article));
      return;
    }
  doublet_notice_bar_hide (bar);
}

static gboolean
are_same_words (const DoubletCollation *collation,
                guint                   a,
                guint                   b)
{
  DoubletPair pair;

  return doublet_collation_find_pair (collation, a, b, &pair) &&
         pair.of_a.half_words == doublet_collation_get_half_words (collation, a) &&
         pair.of_b.half_words == doublet_collation_get_half_words (collation, b);
}

static gboolean
show_sameness (DoubletWindow *self,
               guint          a,
               guint          b)
{
  DoubletCollation *collation = doublet_navigator_get_collation (self->navigator);
  DoubletNoticeBar *bar = DOUBLET_NOTICE_BAR (self->nothing_bar);
  DoubletLens       lens = doublet_navigator_get_lens (self->navigator);
  const char       *label_a = doublet_collation_get_label (collation, a);
  const char       *label_b = doublet_collation_get_label (collation, b);
  g_autofree char  *sentence = NULL;

  if (!doublet_collation_is_aligned (collation, a, b) || lens == DOUBLET_LENS_OVERVIEW)
    return FALSE;
  if (doublet_navigator_count_items (self->navigator, DOUBLET_LENS_DIFFERENCES) == 0)
    {
      /* Translators: the letters of two articles */
      sentence = g_strdup_printf (_ ("%s and %s are identical."), label_a, label_b);
      doublet_notice_bar_show (bar, sentence, NULL, NULL, NULL);
      return TRUE;
    }
  if (lens != DOUBLET_LENS_DIFFERENCES && are_same_words (collation, a, b))
    {
      /* Translators: the letters of two articles */
      sentence = g_strdup_printf (_ ("%s and %s are word for word the same; only capitals, punctuation or the order differ."), label_a, label_b);
      doublet_notice_bar_show (bar, sentence, _ ("Show"), "win.lens", g_variant_new_string ("differences"));
      return TRUE;
    }
  return FALSE;
}

static gboolean
show_nothing (DoubletWindow *self,
              guint          n_columns)
{
  DoubletCollation *collation = doublet_navigator_get_collation (self->navigator);
  DoubletLens       lens = doublet_navigator_get_lens (self->navigator);
  guint             min_words = doublet_collation_get_options (collation)->min_words;
  guint             fewer = min_words > FEWER_WORDS ? FEWER_WORDS : DOUBLET_MIN_WORDS_LOWEST;
  g_autofree char  *sentence = NULL;
  g_autofree char  *button = NULL;

  /* Where nobody looked, the list and the figures say so. */
  if (lens == DOUBLET_LENS_DIFFERENCES || !doublet_collation_has_passages (collation) || doublet_navigator_count_in_scope (self->navigator, doublet_navigator_get_all_articles (self->navigator)) > 0)
    return FALSE;

  if (lens == DOUBLET_LENS_REPEATED)
    sentence = g_strdup_printf (ngettext ("No passage of %u or more words stands twice here.", "No passage of %u or more words stands twice here.", min_words), min_words);
  else if (n_columns == 2 && lens == DOUBLET_LENS_SHARED)
    sentence = g_strdup_printf (ngettext ("No passage of %u or more words is in both.", "No passage of %u or more words is in both.", min_words), min_words);
  else
    sentence = g_strdup_printf (ngettext ("No passage of %u or more words is in two of these articles.", "No passage of %u or more words is in two of these articles.", min_words), min_words);

  if (min_words > DOUBLET_MIN_WORDS_LOWEST)
    button = g_strdup_printf (ngettext ("Try %u word", "Try %u words", fewer), fewer);
  doublet_notice_bar_show (DOUBLET_NOTICE_BAR (self->nothing_bar), sentence, button, "win.try-words", g_variant_new_uint32 (fewer));
  return TRUE;
}

static void
update_nothing (DoubletWindow *self)
{
  DoubletCollation *collation = doublet_navigator_get_collation (self->navigator);
  guint             n_columns;
  const guint      *columns = doublet_navigator_get_columns (self->navigator, &n_columns);
  DoubletNoticeBar *bar = DOUBLET_NOTICE_BAR (self->nothing_bar);
  gboolean          is_known = collation != NULL && n_columns > 0 && doublet_collation_get_stage (collation) >= DOUBLET_STAGE_PASSAGES;

  if (!is_known && doublet_comparison_get_stopped (self->comparison))
    {
      doublet_notice_bar_show (bar, _ ("The comparison was stopped before anything was found."), _ ("Compare Again"), "win.reload", NULL);
      return;
    }
  if (is_known && self->nothing_closed != doublet_navigator_get_lens (self->navigator) &&
      ((n_columns == 2 && show_sameness (self, columns[0], columns[1])) || show_nothing (self, n_columns)))
    return;
  doublet_notice_bar_hide (bar);
}

static void
update_size (DoubletWindow *self)
{
  DoubletCollation *collation = doublet_navigator_get_collation (self->navigator);
  guint             n_articles = collation != NULL ? doublet_collation_get_n_articles (collation) : 0;
  gsize             largest = 0;
  g_autofree char  *sentence = NULL;

  for (guint i = 0; i < n_articles; i++)
    {
      gsize n_bytes;

      doublet_article_get_text (doublet_collation_get_article (collation, i), &n_bytes);
      largest = MAX (largest, n_bytes);
    }
  /* Translators: MB of text */
  sentence = g_strdup_printf (_ ("These texts are very long.  The window shows the first %u MB of each; the comparison and the report hold all of them."), DOUBLET_DISPLAY_TEXT_MB);
  if (largest > DOUBLET_DISPLAY_TEXT_LARGEST)
    doublet_notice_bar_show (DOUBLET_NOTICE_BAR (self->size_bar), sentence, _ ("Export…"), "win.export", NULL);
  else
    doublet_notice_bar_hide (DOUBLET_NOTICE_BAR (self->size_bar));
}

static void
repeat_closed_cb (DoubletWindow *self)
{
  self->announced_closed = self->announced;
}

static void
nothing_closed_cb (DoubletWindow *self)
{
  self->nothing_closed = doublet_navigator_get_lens (self->navigator);
}

static void
file_changed_cb (DoubletWindow *self,
                 GFile         *file)
{
  g_autofree char *sentence = NULL;
  guint            n_changed;

  g_hash_table_add (self->changed, g_object_ref (file));
  n_changed = g_hash_table_size (self->changed);
  if (n_changed == 1)
    {
      g_autofree char *name = g_file_get_basename (file);
      g_autofree char *shown = g_filename_display_name (name);

      /* Translators: the name of a file */
      sentence = g_strdup_printf (_ ("%s was changed by another program."), shown);
    }
  else
    sentence = g_strdup_printf (ngettext ("%u file was changed by another program.", "%u files were changed by another program.", n_changed), n_changed);
  doublet_notice_bar_show (DOUBLET_NOTICE_BAR (self->changed_bar), sentence, _ ("Compare Again"), "win.reload-changed", NULL);
}

static void
changed_closed_cb (DoubletWindow *self)
{
  g_hash_table_remove_all (self->changed);
}

/**
 * doublet_window_add_notices:
 * @self: a window
 *
 * Makes the bars, none of them seen yet.
 */
void
doublet_window_add_notices (DoubletWindow *self)
{
  self->changed_bar = doublet_notice_bar_new ();
  self->folder_bar = doublet_notice_bar_new ();
  self->size_bar = doublet_notice_bar_new ();
  self->repeat_bar = doublet_notice_bar_new ();
  self->nothing_bar = doublet_notice_bar_new ();
  gtk_box_append (GTK_BOX (self->bars), self->changed_bar);
  gtk_box_append (GTK_BOX (self->bars), self->folder_bar);
  gtk_box_append (GTK_BOX (self->bars), self->size_bar);
  gtk_box_append (GTK_BOX (self->bars), self->repeat_bar);
  gtk_box_prepend (GTK_BOX (self->main_box), self->nothing_bar);
  g_signal_connect_object (self->changed_bar, "closed", G_CALLBACK (changed_closed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->repeat_bar, "closed", G_CALLBACK (repeat_closed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->nothing_bar, "closed", G_CALLBACK (nothing_closed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->watch, "changed", G_CALLBACK (file_changed_cb), self, G_CONNECT_SWAPPED);
}

/**
 * doublet_window_update_notices:
 * @self: a window
 *
 * Says what there is to say about what is shown now.
 */
void
doublet_window_update_notices (DoubletWindow *self)
{
  update_repeat (self);
  update_nothing (self);
  update_size (self);
}
