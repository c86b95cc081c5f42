/* test-alignment-random.c
 *
 * SPDX-FileCopyrightText: 2026 The Doublet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "alignment-fixture.h"

#include <string.h>

/*
 * Articles made by a seeded generator, edited in known ways.  The invariants hold for
 * whatever was done to them; single edits and single moves are to be found as such.
 */

/* Half of any text is words like these. */
static const char *const common[] = {
  "the", "of", "and", "to", "a", "in", "that", "is", "was", "for", "on", "with", "as", "he", "it", "by", "at", "from", "his", "an"
};

static void
append_word (GString *out,
             GRand   *rand,
             guint    n_words)
{
  guint rank;

  if (g_rand_int_range (rand, 0, 100) < 45)
    {
      g_string_append (out, common[g_rand_int_range (rand, 0, G_N_ELEMENTS (common))]);
      return;
    }
  if (g_rand_int_range (rand, 0, 100) < 4)
    {
      g_string_append_printf (out, "%d", g_rand_int_range (rand, 2, 2000));
      return;
    }
  /* Low ranks are more frequent, as in a language. */
  rank = n_words * g_rand_double (rand) * g_rand_double (rand);
  g_string_append_printf (out, "word%c%c%u", 'a' + rank % 26, 'a' + rank / 26 % 26, rank);
}

static char *
make_sentence (GRand *rand,
               guint  n_words)
{
  GString *out = g_string_new (NULL);
  guint    n = g_rand_int_range (rand, 6, 22);

  for (guint i = 0; i < n; i++)
    {
      append_word (out, rand, n_words);
      if (i + 1 < n && i > 2 && g_rand_int_range (rand, 0, 9) == 0)
        g_string_append_c (out, ',');
      g_string_append (out, i + 1 < n ? " " : ".");
    }
  return g_string_free (out, FALSE);
}

static char *
make_paragraph (GRand *rand,
                guint  n_words,
                guint  n_sentences)
{
  GString *out = g_string_new (NULL);

  for (guint i = 0; i < n_sentences; i++)
    {
      g_autofree char *sentence = make_sentence (rand, n_words);

      g_string_append_printf (out, "%s%s", i > 0 ? " " : "", sentence);
    }
  return g_string_free (out, FALSE);
}

static GPtrArray *
make_article (GRand *rand,
              guint  n_paragraphs)
{
  GPtrArray *paragraphs = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < n_paragraphs; i++)
    g_ptr_array_add (paragraphs, make_paragraph (rand, 1500, g_rand_int_range (rand, 1, 6)));
  return paragraphs;
}

static GPtrArray *
copy_article (const GPtrArray *paragraphs)
{
  GPtrArray *copy = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < paragraphs->len; i++)
    g_ptr_array_add (copy, g_strdup (g_ptr_array_index (paragraphs, i)));
  return copy;
}

static char *
join_article (GPtrArray *paragraphs)
{
  GString *out = g_string_new (NULL);

  for (guint i = 0; i < paragraphs->len; i++)
    g_string_append_printf (out, "%s%s", i > 0 ? "|" : "", (const char *)g_ptr_array_index (paragraphs, i));
  return g_string_free (out, FALSE);
}

static void
replace_paragraph (GPtrArray *paragraphs,
                   guint      index,
                   char      *text)
{
  g_free (g_ptr_array_index (paragraphs, index));
  g_ptr_array_index (paragraphs, index) = text;
}

/* The paragraph with a share of its words replaced, dropped or put in. */
static char *
edit_words (GRand      *rand,
            const char *text,
            guint       percent)
{
  g_auto (GStrv) words = g_strsplit (text, " ", -1);
  GString *out = g_string_new (NULL);

  for (guint i = 0; words[i] != NULL; i++)
    {
      gboolean edited = (guint)g_rand_int_range (rand, 0, 100) < percent;
      guint    how = g_rand_int_range (rand, 0, 3);

      if (edited && how == 0)
        continue;
      if (out->len > 0)
        g_string_append_c (out, ' ');
      if (edited)
        append_word (out, rand, 1500);
      if (edited && how == 1)
        continue;
      g_string_append_printf (out, "%s%s", edited ? " " : "", words[i]);
    }
  return g_string_free (out, FALSE);
}

/* All sorts of things at once. */
static void
disturb (GRand     *rand,
         GPtrArray *paragraphs)
{
  guint n_edits = g_rand_int_range (rand, 0, 8);

  for (guint i = 0; i < n_edits && paragraphs->len > 1; i++)
    {
      guint       at = g_rand_int_range (rand, 0, paragraphs->len);
      const char *text = g_ptr_array_index (paragraphs, at);
      char       *taken;
      char       *stop;

      switch (g_rand_int_range (rand, 0, 9))
        {
        case 0:
        case 1:
          replace_paragraph (paragraphs, at, edit_words (rand, text, g_rand_int_range (rand, 0, 100)));
          break;
        case 2:
          g_ptr_array_remove_index (paragraphs, at);
          break;
        case 3:
          g_ptr_array_insert (paragraphs, at, make_paragraph (rand, 1500, g_rand_int_range (rand, 1, 4)));
          break;
        case 4:
          taken = g_ptr_array_steal_index (paragraphs, at);
          g_ptr_array_insert (paragraphs, g_rand_int_range (rand, 0, paragraphs->len + 1), taken);
          break;
        case 5: /* split */
          stop = strstr (text, ". ");
          if (stop == NULL)
            break;
          g_ptr_array_insert (paragraphs, at + 1, g_strdup (stop + 2));
          replace_paragraph (paragraphs, at, g_strndup (text, stop + 1 - text));
          break;
        case 6: /* joined */
          if (at + 1 == paragraphs->len)
            break;
          replace_paragraph (paragraphs, at, g_strconcat (text, " ", g_ptr_array_index (paragraphs, at + 1), NULL));
          g_ptr_array_remove_index (paragraphs, at + 1);
          break;
        case 7: /* half moved away */
          stop = strstr (text, ". ");
          if (stop == NULL)
            break;
          taken = g_strdup (stop + 2);
          replace_paragraph (paragraphs, at, g_strndup (text, stop + 1 - text));
          g_ptr_array_insert (paragraphs, g_rand_int_range (rand, 0, paragraphs->len + 1), taken);
          break;
        default: /* repeated, or empty */
          g_ptr_array_insert (paragraphs,
                              g_rand_int_range (rand, 0, paragraphs->len + 1),
                              g_strdup (g_rand_boolean (rand) ? text : ""));
          break;
        }
    }
}

static void
test_invariants (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (42);

  for (guint round = 0; round < 1500; round++)
    {
      guint n = round % 50 == 0 ? 120 : g_rand_int_range (rand, 1, 16);
      g_autoptr (GPtrArray) article = make_article (rand, n);
      g_autoptr (GPtrArray) edited = copy_article (article);
      g_autofree char *a = join_article (article);
      g_autofree char *b = NULL;
      g_autoptr (AlignmentFixture) fixture = NULL;
      g_autoptr (AlignmentFixture) swapped = NULL;
      g_autoptr (AlignmentFixture) renumbered = NULL;
      g_autoptr (DoubletAlignment) alignment = NULL;
      g_autoptr (DoubletAlignment) again = NULL;
      g_autoptr (DoubletAlignment) other_way = NULL;
      g_autoptr (DoubletAlignment) mirrored = NULL;
      g_autoptr (DoubletAlignment) other_numbers = NULL;

      disturb (rand, edited);
      b = join_article (edited);
      fixture = alignment_fixture_new (a, b);
      swapped = alignment_fixture_new_swapped (fixture);
      renumbered = alignment_fixture_new_renumbered (fixture, rand);

      alignment = doublet_alignment_run (&fixture->a, &fixture->b, &fixture->symbols, NULL);
      alignment_fixture_check (fixture, alignment);
      again = doublet_alignment_run (&fixture->a, &fixture->b, &fixture->symbols, NULL);
      alignment_assert_equal (alignment, again);
      other_way = doublet_alignment_run (&swapped->a, &swapped->b, &swapped->symbols, NULL);
      mirrored = doublet_alignment_new_mirrored (alignment);
      alignment_assert_equal (mirrored, other_way);
      other_numbers = doublet_alignment_run (&renumbered->a, &renumbered->b, &renumbered->symbols, NULL);
      alignment_assert_equal (alignment, other_numbers);
    }
}

/* Few words and tiny paragraphs: every tie there is. */
static void
test_invariants_small_alphabet (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (43);

  for (guint round = 0; round < 4000; round++)
    {
      GString *texts[2] = { g_string_new (NULL), g_string_new (NULL) };
      guint    n_words = g_rand_int_range (rand, 1, 8);
      g_autoptr (AlignmentFixture) fixture = NULL;
      g_autoptr (AlignmentFixture) swapped = NULL;
      g_autoptr (DoubletAlignment) alignment = NULL;
      g_autoptr (DoubletAlignment) other_way = NULL;
      g_autoptr (DoubletAlignment) mirrored = NULL;

      for (guint side = 0; side < 2; side++)
        {
          guint n = g_rand_int_range (rand, 0, 60);

          for (guint i = 0; i < n; i++)
            {
              guint what = g_rand_int_range (rand, 0, 10);

              if (what == 0)
                g_string_append_c (texts[side], '|');
              else if (what == 1)
                g_string_append_c (texts[side], g_rand_boolean (rand) ? '.' : ',');
              else
                g_string_append_printf (texts[side], " %s%u", what < 4 ? "W" : "w", g_rand_int_range (rand, 0, n_words));
            }
        }
      fixture = alignment_fixture_new (texts[0]->str, texts[1]->str);
      swapped = alignment_fixture_new_swapped (fixture);
      alignment = doublet_alignment_run (&fixture->a, &fixture->b, &fixture->symbols, NULL);
      other_way = doublet_alignment_run (&swapped->a, &swapped->b, &swapped->symbols, NULL);
      mirrored = doublet_alignment_new_mirrored (alignment);
      alignment_fixture_check (fixture, alignment);
      alignment_assert_equal (mirrored, other_way);
      g_string_free (texts[0], TRUE);
      g_string_free (texts[1], TRUE);
    }
}

typedef struct
{
  char *a; /* what was there */
  char *b; /* what is there now */
} Planted;

static char *
join_words (char **words,
            guint  start,
            guint  end)
{
  GString *out = g_string_new (NULL);

  for (guint i = start; i < end; i++)
    g_string_append_printf (out, "%s%s", i > start ? " " : "", words[i]);
  return g_string_free (out, FALSE);
}

/* Makes one edit in a paragraph: words replaced, put in or taken out, or a sentence. */
static char *
plant_edit (GRand      *rand,
            const char *text,
            Planted    *planted)
{
  g_auto (GStrv) words = g_strsplit (text, " ", -1);
  guint            n = g_strv_length (words);
  guint            at = g_rand_int_range (rand, 0, n);
  guint            n_old = 0;
  GString         *inserted = g_string_new (NULL);
  g_autofree char *head = NULL;
  g_autofree char *tail = NULL;
  g_autofree char *old = NULL;
  guint            how = g_rand_int_range (rand, 0, 5);

  if (how == 3)
    {
      g_autofree char *sentence = make_sentence (rand, 1500);

      while (at > 0 && !g_str_has_suffix (words[at - 1], "."))
        at--;
      g_string_append (inserted, sentence);
    }
  else if (how == 4)
    {
      while (at > 0 && !g_str_has_suffix (words[at - 1], "."))
        at--;
      while (at + n_old < n && (n_old == 0 || !g_str_has_suffix (words[at + n_old - 1], ".")))
        n_old++;
    }
  else
    {
      if (how != 0)
        n_old = MIN ((guint)g_rand_int_range (rand, 1, 4), n - at);
      if (how != 1)
        for (guint i = g_rand_int_range (rand, 1, 4); i > 0; i--)
          {
            append_word (inserted, rand, 1500);
            g_string_append (inserted, i > 1 ? " " : "");
          }
    }

  head = join_words (words, 0, at);
  old = join_words (words, at, at + n_old);
  tail = join_words (words, at + n_old, n);
  planted->a = g_steal_pointer (&old);
  planted->b = g_string_free (inserted, FALSE);
  return g_strconcat (head, at > 0 ? " " : "", planted->b, planted->b[0] != '\0' ? " " : "", tail, NULL);
}

static guint
count_tokens (const char *text)
{
  g_autoptr (AlignmentFixture) fixture = alignment_fixture_new (text, "");

  return fixture->a.n_tokens;
}

/* One edit, of no more tokens than were planted. */
static gboolean
is_one_clean_edit (const DoubletAlignment *alignment,
                   const Planted          *planted)
{
  const DoubletAlignmentEdit *edit = NULL;

  for (guint32 i = 0; i < alignment->n_segments; i++)
    {
      const DoubletSegment *segment = &alignment->segments[i];

      if (segment->kind == DOUBLET_SEGMENT_SAME)
        continue;
      if (segment->kind != DOUBLET_SEGMENT_CHANGED || edit != NULL || segment->n_edits != 1)
        return FALSE;
      edit = segment->edits;
    }
  return edit != NULL && edit->a_end - edit->a_start <= count_tokens (planted->a) &&
         edit->b_end - edit->b_start <= count_tokens (planted->b);
}

static void
test_planted_edits (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (44);
  guint n_planted = 0;
  guint n_found = 0;

  for (guint round = 0; round < 2000; round++)
    {
      g_autoptr (GPtrArray) article = make_article (rand, g_rand_int_range (rand, 3, 12));
      g_autoptr (GPtrArray) edited = copy_article (article);
      guint            at = g_rand_int_range (rand, 0, article->len);
      Planted          planted;
      g_autofree char *a = join_article (article);
      g_autofree char *b = NULL;
      g_autoptr (AlignmentFixture) fixture = NULL;
      g_autoptr (DoubletAlignment) alignment = NULL;

      replace_paragraph (edited, at, plant_edit (rand, g_ptr_array_index (article, at), &planted));
      b = join_article (edited);
      fixture = alignment_fixture_new (a, b);
      /* A word replaced by itself, a paragraph emptied or wholly new: no edit inside. */
      if (strcmp (a, b) != 0 && count_tokens (g_ptr_array_index (article, at)) > 2 * count_tokens (planted.a) &&
          count_tokens (g_ptr_array_index (edited, at)) > 2 * count_tokens (planted.b))
        {
          alignment = doublet_alignment_run (&fixture->a, &fixture->b, &fixture->symbols, NULL);
          n_planted++;
          if (is_one_clean_edit (alignment, &planted))
            n_found++;
          else if (g_test_verbose ())
            {
              g_autofree char *description = alignment_fixture_describe (fixture, alignment);

              g_test_message ("[%s>%s] became %s", planted.a, planted.b, description);
            }
        }
      g_free (planted.a);
      g_free (planted.b);
    }
  g_test_message ("%u of %u planted edits are one clean edit", n_found, n_planted);
  /* The rest are words put in beside others of the kind, which a longest common
   * subsequence may keep: those are two edits, and rightly. */
  g_assert_cmpuint (100 * n_found, >=, 95 * n_planted);
}

static guint
count_moved_tokens (const DoubletAlignment *alignment)
{
  guint n = 0;

  for (guint32 i = 0; i < alignment->n_segments; i++)
    if (alignment->segments[i].kind == DOUBLET_SEGMENT_MOVED)
      n += alignment->segments[i].a_end - alignment->segments[i].a_start;
  return n;
}

/* One paragraph moved, over more text than it holds itself, some of them edited on the
 * way, among edits elsewhere. */
static void
test_planted_moves (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (45);
  guint n_found = 0;
  guint n_planted = 0;
  guint n_false = 0;

  for (guint round = 0; round < 1000; round++)
    {
      g_autoptr (GPtrArray) article = make_article (rand, g_rand_int_range (rand, 8, 24));
      g_autoptr (GPtrArray) edited = copy_article (article);
      guint            from = g_rand_int_range (rand, 0, article->len);
      guint            to = (from + g_rand_int_range (rand, 3, article->len - 3)) % (article->len - 1);
      guint            n_tokens = count_tokens (g_ptr_array_index (article, from));
      guint            n_crossed = 0;
      guint            moved;
      char            *taken = g_ptr_array_steal_index (edited, from);
      g_autofree char *a = join_article (article);
      g_autofree char *b = NULL;
      g_autoptr (AlignmentFixture) fixture = NULL;
      g_autoptr (DoubletAlignment) alignment = NULL;

      for (guint i = MIN (from, to); i < MAX (from, to); i++)
        n_crossed += count_tokens (g_ptr_array_index (edited, i));
      if (n_crossed <= n_tokens)
        {
          g_free (taken);
          continue;
        }
      if (g_rand_boolean (rand))
        {
          char *changed = edit_words (rand, taken, 20);

          g_free (taken);
          taken = changed;
        }
      for (guint i = 0; i < edited->len; i++)
        if (g_rand_int_range (rand, 0, 4) == 0)
          replace_paragraph (edited, i, edit_words (rand, g_ptr_array_index (edited, i), 10));
      g_ptr_array_insert (edited, to, taken);

      b = join_article (edited);
      fixture = alignment_fixture_new (a, b);
      alignment = doublet_alignment_run (&fixture->a, &fixture->b, &fixture->symbols, NULL);
      moved = count_moved_tokens (alignment);
      n_planted++;
      n_false += alignment->n_moves > 1;
      if (alignment->n_moves == 1 && moved == n_tokens)
        n_found++;
      else if (g_test_verbose ())
        {
          g_autofree char *description = alignment_fixture_describe (fixture, alignment);

          g_test_message ("%u tokens from %u to %u of %u: %s", n_tokens, from, to, article->len, description);
        }
    }
  g_test_message ("%u of %u planted moves found, %u rounds with another one", n_found, n_planted, n_false);
  g_assert_cmpuint (100 * n_found, >=, 98 * n_planted);
  g_assert_cmpuint (n_false, ==, 0);
}

/* Paragraphs come, go and are edited, but none moves. */
static void
test_no_false_moves (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (46);

  for (guint round = 0; round < 1000; round++)
    {
      g_autoptr (GPtrArray) article = make_article (rand, g_rand_int_range (rand, 4, 20));
      g_autoptr (GPtrArray) edited = g_ptr_array_new_with_free_func (g_free);
      g_autofree char *a = join_article (article);
      g_autofree char *b = NULL;
      g_autoptr (AlignmentFixture) fixture = NULL;
      g_autoptr (DoubletAlignment) alignment = NULL;

      for (guint i = 0; i < article->len; i++)
        {
          const char *text = g_ptr_array_index (article, i);
          guint       what = g_rand_int_range (rand, 0, 10);

          if (what < 3)
            g_ptr_array_add (edited, make_paragraph (rand, 1500, g_rand_int_range (rand, 1, 5)));
          if (what == 3)
            continue;
          g_ptr_array_add (edited, what < 6 ? edit_words (rand, text, g_rand_int_range (rand, 0, 60)) : g_strdup (text));
        }
      b = join_article (edited);
      fixture = alignment_fixture_new (a, b);
      alignment = doublet_alignment_run (&fixture->a, &fixture->b, &fixture->symbols, NULL);
      g_assert_cmpuint (alignment->n_moves, ==, 0);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/alignment/random/invariants", test_invariants);
  g_test_add_func ("/alignment/random/invariants-small-alphabet", test_invariants_small_alphabet);
  g_test_add_func ("/alignment/random/planted-edits", test_planted_edits);
  g_test_add_func ("/alignment/random/planted-moves", test_planted_moves);
  g_test_add_func ("/alignment/random/no-false-moves", test_no_false_moves);
  return g_test_run ();
}
