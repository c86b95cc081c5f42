/* test-text-search.c
 *
 * SPDX-FileCopyrightText: 2026 The Doublet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "text-search.h"

#include <string.h>

typedef struct
{
  const char *name;
  const char *text;
  const char *needle;
  const char *hits; /* "start-end start-end" */
} SearchCase;

static const SearchCase cases[] = {
  { "once", "one two three", "two", "4-7" },
  { "capitals", "One ONE one", "oNe", "0-3 4-7 8-11" },
  { "accents", "ÉTÉ été", "été", "0-5 6-11" },
  { "across-newline", "one\n  two", "one two", "0-9" },
  { "white-space-in-needle", "one two", " one \t two ", "0-7" },
  { "no-overlap", "aaaa", "aa", "0-2 2-4" },
  { "at-the-end", "xy", "y", "1-2" },
  { "longer-than-text", "xy", "xyz", "" },
  { "nothing", "xy", "", "" },
  { "blank", "x y", "  ", "" },
  { "hebrew", "שלום עולם", "עולם", "9-17" },
};

static char *
write_hits (const GArray *hits)
{
  GString *list = g_string_new (NULL);

  for (guint i = 0; i < hits->len; i++)
    {
      const DoubletByteRange *hit = &g_array_index (hits, DoubletByteRange, i);

      g_string_append_printf (list, "%s%u-%u", i > 0 ? " " : "", hit->start, hit->end);
    }
  return g_string_free (list, FALSE);
}

static void
test_case (gconstpointer data)
{
  const SearchCase *search = data;
  g_autoptr (GArray) hits = doublet_text_search_run (search->text, strlen (search->text), search->needle);
  g_autofree char *list = write_hits (hits);

  g_assert_cmpstr (list, ==, search->hits);
}

/* Without white space the search is a plain one, which strstr() knows. */
static void
test_random (void)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (11);

  for (guint round = 0; round < 5000; round++)
    {
      char  text[40] = "";
      char  needle[4] = "";
      guint n_text = g_rand_int_range (random, 0, sizeof text);
      guint n_needle = g_rand_int_range (random, 1, sizeof needle);
      g_autoptr (GArray) hits = NULL;
      guint       n = 0;
      const char *at = text;

      for (guint i = 0; i < n_text; i++)
        text[i] = "ab"[g_rand_int_range (random, 0, 2)];
      for (guint i = 0; i < n_needle; i++)
        needle[i] = "ab"[g_rand_int_range (random, 0, 2)];
      hits = doublet_text_search_run (text, n_text, needle);
      while ((at = strstr (at, needle)) != NULL)
        {
          g_assert_cmpuint (n, <, hits->len);
          g_assert_cmpuint (g_array_index (hits, DoubletByteRange, n).start, ==, at - text);
          at += n_needle;
          n++;
        }
      g_assert_cmpuint (n, ==, hits->len);
    }
}

static void
test_many (void)
{
  g_autofree char *text = g_strnfill (1000000, 'a');
  g_autoptr (GArray) hits = doublet_text_search_run (text, 1000000, "a");

  g_assert_cmpuint (hits->len, ==, DOUBLET_TEXT_SEARCH_MOST);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strdup_printf ("/text-search/case/%s", cases[i].name);

      g_test_add_data_func (path, &cases[i], test_case);
    }
  g_test_add_func ("/text-search/random", test_random);
  g_test_add_func ("/text-search/many", test_many);
  return g_test_run ();
}
