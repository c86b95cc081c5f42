/* test-yielding-label.c
 *
 * SPDX-FileCopyrightText: 2026 The Doublet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "yielding-label.h"

#define MIN_CHARS 6

static gboolean
shows_words (GtkWidget *label,
             int        width)
{
  int height;

  gtk_widget_measure (label, GTK_ORIENTATION_VERTICAL, -1, &height, NULL, NULL, NULL);
  gtk_widget_allocate (label, width, height, -1, NULL);
  return gtk_widget_get_child_visible (gtk_widget_get_first_child (label));
}

/* It asks for nothing, shows a beginning that says something, and else nothing. */
static void
test_width (void)
{
  GtkWidget *label = g_object_ref_sink (doublet_yielding_label_new (MIN_CHARS));
  int        minimum, natural, beginning;

  doublet_yielding_label_set_text (DOUBLET_YIELDING_LABEL (label), "12402 words · compared with A");
  gtk_widget_measure (label, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, &natural, NULL, NULL);
  gtk_widget_measure (gtk_widget_get_first_child (label), GTK_ORIENTATION_HORIZONTAL, -1, &beginning, NULL, NULL, NULL);
  g_assert_cmpint (minimum, ==, 0);
  g_assert_cmpint (beginning, <, natural);

  g_assert_true (shows_words (label, natural));
  g_assert_true (shows_words (label, beginning));
  g_assert_false (shows_words (label, beginning - 1));
  g_assert_false (shows_words (label, 0));
  g_assert_true (shows_words (label, natural + 100));
  g_object_unref (label);
}

int
main (int    argc,
      char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  g_test_add_func ("/yielding-label/width", test_width);
  return g_test_run ();
}
