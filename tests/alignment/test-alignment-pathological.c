/* test-alignment-pathological.c
 *
 * SPDX-FileCopyrightText: 2026 The Doublet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "alignment-fixture.h"

#include "stop-flag.h"

#include <gio/gio.h>

#include <time.h>

/*
 * Inputs that bring other tools to a stand.  Each is to end, with a right alignment;
 * the time limit of the whole program is the only guard against a hang.
 */

static DoubletAlignment *
run (const char *a,
     const char *b)
{
  g_autoptr (AlignmentFixture) fixture = alignment_fixture_new (a, b);
  DoubletAlignment *alignment;
  clock_t           start = clock ();

  alignment = doublet_alignment_run (&fixture->a, &fixture->b, &fixture->symbols, NULL);
  g_test_message ("%.0f ms%s", (clock () - start) * 1000.0 / CLOCKS_PER_SEC, alignment->capped ? ", capped" : "");
  alignment_fixture_check (fixture, alignment);
  return alignment;
}

static char *
repeat (const char *unit,
        guint       n)
{
  GString *out = g_string_new (NULL);

  for (guint i = 0; i < n; i++)
    g_string_append (out, unit);
  return g_string_free (out, FALSE);
}

/* Words of a lopsided frequency, as in a language: word k about once in k. */
static char *
make_prose (GRand      *rand,
            guint       n_words,
            guint       n_per_block,
            const char *stem)
{
  GString *out = g_string_new (NULL);

  for (guint i = 0; i < n_words; i++)
    {
      guint rank = 30000.0 / (1 + g_rand_double (rand) * 29999);

      rank = rank * 50 + g_rand_int_range (rand, 0, 50 * (rank + 1));
      g_string_append_printf (out, "%s%u%s", stem, rank, i % 11 == 10 ? ". " : " ");
      if (n_per_block > 0 && i % n_per_block == n_per_block - 1)
        g_string_append_c (out, '|');
    }
  return g_string_free (out, FALSE);
}

static void
test_one_word (void)
{
  g_autofree char *a = repeat ("spam ", 200000);
  g_autofree char *half = repeat ("spam ", 66000);
  g_autofree char *b = g_strconcat (half, "one ", half, "two ", half, "three ", NULL);
  g_autoptr (DoubletAlignment) alignment = run (a, b);

  g_assert_cmpuint (alignment->kept, ==, 198000);
  g_assert_cmpuint (alignment->n_segments, ==, 1);
}

static void
test_two_words_alternating (void)
{
  g_autofree char *a = repeat ("a b ", 262144);
  g_autofree char *half = repeat ("a b ", 131072);
  g_autofree char *b = g_strconcat ("x ", half, "y ", half, "z", NULL);
  g_autoptr (DoubletAlignment) alignment = run (a, b);

  g_assert_cmpuint (alignment->kept, ==, 524288);
  g_assert_cmpuint (alignment->segments[0].n_edits, ==, 3);
}

#define SENTENCE                                                                         \
  "this sentence has forty words and it stands here again and again because somebody "   \
  "who was not quite awake kept pasting the same line over and over into one long text " \
  "that nobody would ever want to read twice. "

static void
test_sentence_repeated (void)
{
  g_autofree char *a = repeat (SENTENCE, 4262);
  GString         *b = g_string_new (NULL);

  for (guint i = 0; i < 4262; i++)
    {
      g_string_append (b, SENTENCE);
      if (i % 52 == 0)
        g_string_append_printf (b, "change%u ", i);
    }
  {
    g_autofree char *changed = g_string_free (b, FALSE);
    g_autoptr (DoubletAlignment) alignment = run (a, changed);

    g_assert_cmpuint (alignment->n_segments, ==, 1);
    g_assert_cmpuint (alignment->segments[0].n_edits, ==, 82);
  }
}

/* Every word and every paragraph of the same text, in another order. */
static void
test_shuffled (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (1);
  g_autofree char *prose = make_prose (rand, 181000, 40, "w");
  g_auto (GStrv) words = g_strsplit (prose, " ", -1);
  guint            n = g_strv_length (words);
  g_autofree char *shuffled = NULL;
  g_autoptr (DoubletAlignment) alignment = NULL;

  for (guint i = n; i > 1; i--)
    {
      guint k = g_rand_int_range (rand, 0, i);
      char *swap = words[i - 1];

      words[i - 1] = words[k];
      words[k] = swap;
    }
  shuffled = g_strjoinv (" ", words);
  alignment = run (prose, shuffled);
  g_assert_cmpuint (alignment->n_moves, ==, 0);
}

static void
test_unrelated (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (2);
  g_autofree char *a = make_prose (rand, 181000, 40, "w");
  g_autofree char *b = make_prose (rand, 181000, 43, "w");
  g_autoptr (DoubletAlignment) alignment = run (a, b);

  g_assert_cmpuint (alignment->n_moves, ==, 0);
}

static void
test_nothing_in_common (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (3);
  g_autofree char *a = make_prose (rand, 181000, 40, "w");
  g_autofree char *b = make_prose (rand, 181000, 40, "v");
  g_autoptr (DoubletAlignment) alignment = run (a, b);

  g_assert_cmpuint (alignment->kept, >, 0);
}

static void
test_one_block_against_many (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (4);
  g_autofree char *a = make_prose (rand, 181000, 40, "w");
  g_autofree char *b = g_strdelimit (g_strdup (a), "|", ' ');
  g_autoptr (DoubletAlignment) alignment = run (a, b);

  g_assert_cmpuint (alignment->n_segments, ==, 1);
  g_assert_cmpint (alignment->segments[0].kind, ==, DOUBLET_SEGMENT_SAME);
}

static void
test_one_block_against_many_shuffled (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (5);
  g_autofree char *prose = make_prose (rand, 181000, 40, "w");
  g_auto (GStrv) blocks = g_strsplit (prose, "|", -1);
  g_autofree char *b = g_strdelimit (g_strdup (prose), "|", ' ');
  g_autofree char *a = NULL;
  g_autoptr (DoubletAlignment) alignment = NULL;

  for (guint i = g_strv_length (blocks) - 1; i > 1; i--)
    {
      guint k = g_rand_int_range (rand, 0, i);
      char *swap = blocks[i - 1];

      blocks[i - 1] = blocks[k];
      blocks[k] = swap;
    }
  a = g_strjoinv ("|", blocks);
  alignment = run (a, b);
  g_assert_cmpuint (alignment->n_segments, >, 0);
}

/* A paragraph of one sentence, another one of a whole book that holds it many times
 * over, and nothing in its place. */
static void
test_one_block_holds_all (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (11);
  g_autofree char *a = make_prose (rand, 60000, 30, "w");
  g_autofree char *anchor = make_prose (rand, 80000, 0, "v");
  g_auto (GStrv) blocks = g_strsplit (a, "|", -1);
  GString         *all = g_string_new (NULL);
  g_autofree char *x = NULL;
  g_autofree char *y = NULL;
  g_autoptr (DoubletAlignment) alignment = NULL;

  for (guint i = g_strv_length (blocks); i > 0; i--)
    g_string_append (all, blocks[i - 1]);
  x = g_strconcat (a, "|", anchor, NULL);
  y = g_strconcat (anchor, "|", all->str, NULL);
  alignment = run (x, y);
  g_assert_cmpuint (alignment->n_moves, >, 0);
  g_string_free (all, TRUE);
}

static void
test_blocks_shuffled (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (6);
  g_autofree char *a = make_prose (rand, 181000, 40, "w");
  g_auto (GStrv) blocks = g_strsplit (a, "|", -1);
  g_autofree char *b = NULL;
  g_autoptr (DoubletAlignment) alignment = NULL;

  for (guint i = g_strv_length (blocks) - 1; i > 1; i--)
    {
      guint k = g_rand_int_range (rand, 0, i);
      char *swap = blocks[i - 1];

      blocks[i - 1] = blocks[k];
      blocks[k] = swap;
    }
  b = g_strjoinv ("|", blocks);
  alignment = run (a, b);
  g_assert_cmpuint (alignment->n_moves, >, 4000);
}

static void
test_tiny_blocks (void)
{
  GString *a = g_string_new (NULL);
  GString *b = g_string_new (NULL);

  for (guint i = 0; i < 100000; i++)
    {
      g_string_append_printf (a, "w%u|", i);
      g_string_append_printf (b, "w%u|", i % 1000 == 7 ? i + 500000 : i);
    }
  {
    g_autofree char *a_text = g_string_free (a, FALSE);
    g_autofree char *b_text = g_string_free (b, FALSE);
    g_autoptr (DoubletAlignment) alignment = run (a_text, b_text);

    g_assert_cmpuint (alignment->kept, ==, 99900);
  }
}

static void
test_tiny_blocks_of_one_word (void)
{
  g_autofree char *a = repeat ("yes|", 100000);
  g_autofree char *b = repeat ("yes|no|", 50000);
  g_autoptr (DoubletAlignment) alignment = run (a, b);

  g_assert_cmpuint (alignment->kept, ==, 50000);
}

static void
test_empty_blocks (void)
{
  g_autofree char *a = repeat ("|", 100000);
  g_autofree char *b = g_strconcat (a, "word", a, NULL);
  g_autoptr (DoubletAlignment) alignment = run (a, b);

  g_assert_cmpuint (alignment->n_segments, ==, 1);
}

/* No word is rarer than another, so nothing anchors. */
static void
test_de_bruijn (void)
{
  GString *a = g_string_new (NULL);
  GString *b = g_string_new (NULL);
  guint    state = 1;

  for (guint i = 0; i < 1u << 17; i++)
    {
      g_string_append (a, state & 1 ? "a " : "b ");
      g_string_append (b, state & 2 ? "b " : "a ");
      state = (state >> 1) | (((state ^ (state >> 3)) & 1) << 16);
    }
  {
    g_autofree char *a_text = g_string_free (a, FALSE);
    g_autofree char *b_text = g_string_free (b, FALSE);
    g_autoptr (DoubletAlignment) alignment = run (a_text, b_text);

    g_assert_cmpuint (alignment->kept, >, 1u << 16);
  }
}

static void
test_fibonacci (void)
{
  GString *last = g_string_new ("a ");
  GString *word = g_string_new ("a b ");

  while (word->len < 400000)
    {
      GString *next = g_string_new_len (word->str, word->len);

      g_string_append (next, last->str);
      g_string_free (last, TRUE);
      last = word;
      word = next;
    }
  {
    g_autofree char *a = g_string_free (word, FALSE);
    g_autofree char *b = g_string_free (last, FALSE);
    g_autoptr (DoubletAlignment) alignment = run (a, b);

    g_assert_cmpuint (alignment->kept, >, 100000);
  }
}

static void
test_cancelled (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (8);
  g_autofree char *a = make_prose (rand, 20000, 40, "w");
  g_autofree char *b = make_prose (rand, 20000, 40, "w");
  g_autoptr (AlignmentFixture) fixture = alignment_fixture_new (a, b);
  int             stop = FALSE;
  DoubletProgress progress = { STOP_FLAG (&stop) };

  stop = TRUE;
  g_assert_null (doublet_alignment_run (&fixture->a, &fixture->b, &fixture->symbols, &progress));
}

static void
cancel_cb (double   fraction,
           gpointer user_data)
{
  g_atomic_int_set ((int *)user_data, TRUE);
}

static void
test_cancelled_on_the_way (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (9);
  g_autofree char *a = make_prose (rand, 20000, 40, "w");
  g_autofree char *b = make_prose (rand, 20000, 40, "w");
  g_autoptr (AlignmentFixture) fixture = alignment_fixture_new (a, b);
  int             stop = FALSE;
  DoubletProgress progress = { STOP_FLAG (&stop), .func = cancel_cb, .user_data = &stop };

  g_assert_null (doublet_alignment_run (&fixture->a, &fixture->b, &fixture->symbols, &progress));
}

static gpointer
cancel_soon (gpointer data)
{
  g_usleep (20000);
  g_atomic_int_set ((int *)data, TRUE);
  return NULL;
}

/* From another thread, in the middle of whatever step: no result or a right one. */
static void
test_cancelled_from_outside (void)
{
  g_autofree char *a = repeat ("a b ", 200000);
  g_autofree char *b = repeat ("b a a ", 130000);
  g_autoptr (AlignmentFixture) fixture = alignment_fixture_new (a, b);
  int             stop = FALSE;
  DoubletProgress progress = { STOP_FLAG (&stop) };
  GThread        *thread = g_thread_new ("cancel", cancel_soon, &stop);
  g_autoptr (DoubletAlignment) alignment = NULL;

  alignment = doublet_alignment_run (&fixture->a, &fixture->b, &fixture->symbols, &progress);
  g_thread_join (thread);
  if (alignment != NULL)
    alignment_fixture_check (fixture, alignment);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/alignment/pathological/one-word", test_one_word);
  g_test_add_func ("/alignment/pathological/two-words-alternating", test_two_words_alternating);
  g_test_add_func ("/alignment/pathological/sentence-repeated", test_sentence_repeated);
  g_test_add_func ("/alignment/pathological/shuffled", test_shuffled);
  g_test_add_func ("/alignment/pathological/unrelated", test_unrelated);
  g_test_add_func ("/alignment/pathological/nothing-in-common", test_nothing_in_common);
  g_test_add_func ("/alignment/pathological/one-block-against-many", test_one_block_against_many);
  g_test_add_func ("/alignment/pathological/one-block-against-many-shuffled", test_one_block_against_many_shuffled);
  g_test_add_func ("/alignment/pathological/one-block-holds-all", test_one_block_holds_all);
  g_test_add_func ("/alignment/pathological/blocks-shuffled", test_blocks_shuffled);
  g_test_add_func ("/alignment/pathological/tiny-blocks", test_tiny_blocks);
  g_test_add_func ("/alignment/pathological/tiny-blocks-of-one-word", test_tiny_blocks_of_one_word);
  g_test_add_func ("/alignment/pathological/empty-blocks", test_empty_blocks);
  g_test_add_func ("/alignment/pathological/de-bruijn", test_de_bruijn);
  g_test_add_func ("/alignment/pathological/fibonacci", test_fibonacci);
  g_test_add_func ("/alignment/cancelled/before", test_cancelled);
  g_test_add_func ("/alignment/cancelled/on-the-way", test_cancelled_on_the_way);
  g_test_add_func ("/alignment/cancelled/from-outside", test_cancelled_from_outside);
  return g_test_run ();
}
