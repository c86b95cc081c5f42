/* test-edited-passages.c
 *
 * SPDX-FileCopyrightText: 2026 The Doublet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "passage-cases.h"

/*
 * Articles are words as numbers: "12" is a word, "12-15" four of them.  Words of one
 * hundred and more stand for the rest of an article and are nowhere else.  Passages
 * are described as in case_describe_passage(): half-words, then the occurrences with
 * the half-words that are the same where they have edits, * for the reference, which
 * is the longest; hashes decide where several are.
 */

typedef struct
{
  const char *name;
  guint       min_words;
  guint       max_gap;
  guint       min_identical;
  const char *articles[4];
  const char *expected[4];
} Row;

static const Row rows[] = {
  { "7 same, 2 changed, 8 same", 6, 2, 80, { "100-104 1-7 105-106 11-18 107-110", "200 1-7 201-202 11-18 203" }, { "edited 34 A5-22* B1-18(30)" } },
  { "the same, too different for the percentage", 6, 2, 90, { "100-104 1-7 105-106 11-18 107-110", "200 1-7 201-202 11-18 203" }, { "16 A14-22 B10-18", "14 A5-12 B1-8" } },
  { "three words changed, two allowed", 6, 2, 50, { "100 1-7 105-107 11-18 110", "200 1-7 201-203 11-18 204" }, { "16 A11-19 B11-19", "14 A1-8 B1-8" } },
  { "three words changed, three allowed", 6, 3, 50, { "100 1-7 105-107 11-18 110", "200 1-7 201-203 11-18 204" }, { "edited 36 A1-19* B1-19(30)" } },
  { "the larger side of a gap counts", 6, 2, 50, { "100 1-7 105 11-18 110", "200 1-7 201-203 11-18 204" }, { "16 A9-17 B11-19", "14 A1-8 B1-8" } },
  { "24 of 26: one changed, one removed", 6, 2, 80, { "100-109 1-14 50 15-19 51 20-24 110", "200 1-14 60 15-24 201-209" }, { "edited 52 A10-36* B1-26(48)" } },
  { "ends grow over short runs", 6, 2, 80, { "100 1-2 50 3-5 51 6-15 52 16-17 101", "200 1-2 60 3-5 61 6-15 62 16-17 201" }, { "edited 40 A1-21(34) B1-21*" } },
  { "single words do not count as runs", 6, 2, 50, { "100 1 50 6-15 52 16 101", "200 1 60 6-15 62 16 201" }, { "20 A3-13 B3-13" } },
  { "added on one side", 6, 2, 80, { "1-10 11-20", "1-10 50-51 11-20" }, { "edited 44 A0-20(40) B0-22*" } },
  { "added on both sides, in two places", 6, 2, 80, { "1-10 11-20 60 21-30", "1-10 50 11-20 21-30" }, { "edited 62 A0-31(60) B0-31*" } },
  { "twice in one article", 6, 2, 80, { "1-10 50 11-20 100-120 1-10 51 11-20" }, { "edited 42 A0-21* A42-63(40)" } },
  { "a word that stands before and after the gap", 6, 2, 80, { "100 1-8 8 9-18 101", "200 1-8 9-18 201" }, { "edited 38 A1-20* B1-19(36)" } },
  { "no gaps allowed", 6, 0, 80, { "1-10 50 11-20", "1-10 51 11-20" }, { "20 A0-10 B0-10", "20 A11-21 B11-21" } },
  { "all must be the same", 6, 2, 100, { "1-10 50 11-20", "1-10 51 11-20" }, { "20 A0-10 B0-10", "20 A11-21 B11-21" } },
  { "what is too different as a whole falls apart", 6, 2, 95, { "1-20 50-51 21-22 52-53 23-24 54-55 25-26 56-57 27-46", "1-20 60-61 21-22 62-63 23-24 64-65 25-26 66-67 27-46" }, { "40 A0-20 B0-20", "40 A34-54 B34-54" } },
  { "cut at the gap with the most words", 6, 3, 93, { "1-20 50 21-40 51-53 41-47", "1-20 60 21-40 61-63 41-47" }, { "edited 82 A0-41(80) B0-41*", "14 A44-51 B44-51" } },
  { "three versions", 6, 2, 80, { "1-10 50 11-30 100", "200 1-10 51 11-30", "1-20 52 21-30 300" }, { "edited 62 A0-31* B1-32(60) C0-31(60)" } },
  { "a third that is too different from the reference", 6, 2, 90, { "1-20 50 21-40 100", "200 1-20 51 21-40", "1-20 60-61 21-27 300-310" }, { "edited 82 A0-41* B1-42(80)", "edited 58 A0-28(54) B1-29(54) C0-29*" } },
  { "an exact copy of an edited passage", 6, 2, 80, { "1-10 50 11-20 100", "200 1-10 51 11-20", "300-310 1-10 50 11-20" }, { "edited 42 A0-21* B1-22(40) C11-32" } },
  { "a paragraph twice, and an edited copy of the whole", 6, 2, 80, { "1-17 20-59 20-59", "1-17 20-39 70 41-59 20-49 71 51-59" }, { "edited 194 A0-97(190) B0-97*", "edited 80 A17-57(78) A57-97(78) B17-57* B57-97(76)" } },
  { "two in another order", 6, 2, 80, { "100 1-10 51-53 61-63 11-30 101", "200 1-10 61-63 51-53 11-30 201" }, { "edited 72 A1-37* B1-37(60)" } },
  { "three in another order, one changed", 6, 2, 80, { "100 1-10 51-53 70 61-63 11-30 101", "200 1-10 61-63 71 51-53 11-30 201" }, { "edited 74 A1-38* B1-38(60)" } },
  { "too many in another order", 6, 2, 70, { "1-10 51-56 61-66 11-30", "1-10 61-66 51-56 11-30" }, { "40 A22-42 B22-42", "20 A0-10 B0-10", "12 A10-16 B16-22", "12 A16-22 B10-16" } },
  { "misread, with a word between", 6, 2, 80, { "100 1-10 50 51 80 52 11-30 101", "200 1-10 60 61 80 62 11-30 201" }, { "edited 68 A1-35(62) B1-35*" } },
  { "misread, with words between", 6, 1, 80, { "100 1-10 50 80 51 81 52 11-30 101", "200 1-10 60 80 61 81 62 11-30 201" }, { "edited 70 A1-36(64) B1-36*" } },
  { "misread, with a word between in another place", 6, 2, 60, { "1-10 50 51 80 52 11-30", "1-10 80 60 61 62 11-30" }, { "40 A14-34 B14-34", "20 A0-10 B0-10" } },
  { "no word between is an end", 6, 2, 97, { "1-20 50 80 51 21-40", "1-20 60 80 61 21-40" }, { "40 A0-20 B0-20", "40 A23-43 B23-43" } },
  { "a moved half", 6, 2, 80, { "1-10 50 11-20 100-110 21-30", "21-30 200-210 1-10 51 11-20" }, { "edited 42 A0-21* B21-42(40)", "20 A32-42 B0-10" } },
};

static void
check_row (const Row *row,
           gboolean   swap)
{
  DoubletPassageOptions options = { row->min_words, row->max_gap, row->min_identical };
  guint                 plain[CASE_ARTICLES] = { 0, 1, 2, 3, 4, 5, 6, 7 };
  guint                 names[CASE_ARTICLES];
  guint                 n = 0;
  Case                  c, other;

  case_init (&c);
  while (n < G_N_ELEMENTS (row->articles) && row->articles[n] != NULL)
    case_add_words (&c, row->articles[n++]);
  for (guint i = 0; i < n; i++)
    names[i] = swap ? n - 1 - i : i;
  case_copy (&other, &c, names, n);
  {
    g_autoptr (DoubletPassages) passages = case_run (&c, &options);
    g_autoptr (DoubletPassages) again = case_run (&other, &options);
    g_autofree char *x = case_describe (passages, plain);
    g_autofree char *y = case_describe (again, names);
    guint            n_expected = 0;

    case_assert_sane (&c, passages, row->min_words);
    for (guint i = 0; i < passages->n_passages; i++)
      {
        g_autofree char *found = case_describe_passage (&passages->passages[i]);

        g_test_message ("%s: %s", row->name, found);
        g_assert_cmpuint (i, <, G_N_ELEMENTS (row->expected));
        g_assert_nonnull (row->expected[i]);
        g_assert_cmpstr (found, ==, row->expected[i]);
      }
    while (n_expected < G_N_ELEMENTS (row->expected) && row->expected[n_expected] != NULL)
      n_expected++;
    g_assert_cmpuint (passages->n_passages, ==, n_expected);

    g_assert_cmpstr (x, ==, y);
  }
  case_clear (&c);
  case_clear (&other);
}

static void
test_tables (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_test_message ("%s", rows[i].name);
      check_row (&rows[i], FALSE);
      check_row (&rows[i], TRUE);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/edited-passages/tables", test_tables);
  return g_test_run ();
}
