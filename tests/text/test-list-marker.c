/* test-list-marker.c
 *
 * SPDX-FileCopyrightText: 2026 The Doublet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "list-marker.h"

#include <string.h>

static void
test_read (void)
{
  static const struct
  {
    const char            *text;
    DoubletListMarkerShape shape;
    guint                  number;
    gsize                  n_bytes;
  } cases[] = {
    { "- a", DOUBLET_LIST_MARKER_BULLET, 0, 2 },
    { "\u2022\t\u00a0a", DOUBLET_LIST_MARKER_BULLET, 0, 6 },
    { "* a", DOUBLET_LIST_MARKER_BULLET, 0, 2 },
    { "12.   a", DOUBLET_LIST_MARKER_STOP, 12, 6 },
    { "3) a", DOUBLET_LIST_MARKER_BRACKET, 3, 3 },
    { "(3) a", DOUBLET_LIST_MARKER_ROUND, 3, 4 },
    { "b) a", DOUBLET_LIST_MARKER_LETTER, 2, 3 },
    { "-a", DOUBLET_LIST_MARKER_NONE, 0, 0 },
    { "- ", DOUBLET_LIST_MARKER_NONE, 0, 0 },
    { "* * *", DOUBLET_LIST_MARKER_NONE, 0, 0 },
    { "\u2013 Yes", DOUBLET_LIST_MARKER_NONE, 0, 0 },
    { "1984. A", DOUBLET_LIST_MARKER_NONE, 0, 0 },
    { "1.5 a", DOUBLET_LIST_MARKER_NONE, 0, 0 },
    { "(1. a", DOUBLET_LIST_MARKER_NONE, 0, 0 },
    { "(a", DOUBLET_LIST_MARKER_NONE, 0, 0 },
    { "1", DOUBLET_LIST_MARKER_NONE, 0, 0 },
    { "", DOUBLET_LIST_MARKER_NONE, 0, 0 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      gsize n = strlen (cases[i].text);
      /* At its exact size, so that a sanitizer sees a look beyond. */
      g_autofree char  *text = n > 0 ? g_memdup2 (cases[i].text, n) : g_strdup ("");
      DoubletListMarker marker = doublet_list_marker_read (text, text + n);

      g_test_message ("%s", cases[i].text);
      g_assert_cmpint (marker.shape, ==, cases[i].shape);
      g_assert_cmpuint (marker.number, ==, cases[i].number);
      g_assert_cmpuint (marker.n_bytes, ==, cases[i].n_bytes);
    }
}

/* Which of the lines are items. */
static void
test_find (void)
{
  static const struct
  {
    const char *text;
    const char *items; /* "x" for each that is one */
  } cases[] = {
    { "1. a\n2. b\n3. c", "xxx" },
    { "1. FC\ntext\n3. c", "..." },
    { "1. a\ntext\n- b\n2. c", "x.xx" },
    { "1. a\n1) b\n2) c", ".xx" },
    { "2. a\n1. b", ".." },
    { "a) a\nb) b\n(1) c", "xx." },
    { "", "" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_auto (GStrv) lines = g_strsplit (cases[i].text, "\n", -1);
      guint                n = g_strv_length (lines);
      DoubletArticleFields fields = { .name = g_strdup ("a"), .format = "text", .text = g_strdup (cases[i].text), .n_bytes = strlen (cases[i].text) };
      g_autoptr (DoubletArticle) article = NULL;
      g_autofree guint32 *starts = NULL;
      guint32             at = 0;

      fields.blocks = g_new0 (DoubletBlock, n + 1);
      fields.n_blocks = n;
      for (guint j = 0; j < n; j++)
        {
          fields.blocks[j] = (DoubletBlock){ at, at + strlen (lines[j]), DOUBLET_BLOCK_PARAGRAPH, 0 };
          at += strlen (lines[j]) + 1;
        }
      article = doublet_article_new (&fields);
      starts = doublet_list_markers_find (article);
      for (guint j = 0; j < n; j++)
        g_assert_cmpint (starts[j] > doublet_article_get_blocks (article, &n)[j].start, ==, cases[i].items[j] == 'x');
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/list-marker/read", test_read);
  g_test_add_func ("/list-marker/find", test_find);
  return g_test_run ();
}
