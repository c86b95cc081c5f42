/* test-matching.c
 *
 * SPDX-FileCopyrightText: 2026 The Doublet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "alignment-fixture.h"
#include "anchors.h"
#include "bit-lcs.h"
#include "heaviest-chain.h"
#include "myers.h"
#include "similarity.h"
#include "token-matcher.h"

#include <string.h>

/* A text of @n words out of @n_different. */
static char *
make_words (GRand *rand,
            guint  n,
            guint  n_different)
{
  GString *out = g_string_new (NULL);

  for (guint i = 0; i < n; i++)
    g_string_append_printf (out, "w%u ", g_rand_int_range (rand, 0, n_different));
  return g_string_free (out, FALSE);
}

/* Counts the matches of a job, which must rise and be of equal tokens. */
static guint32
count_matches (const DoubletAlignmentJob *job)
{
  guint32 n = 0;
  guint32 next = 0;

  for (guint32 i = 0; i < job->a->n_tokens; i++)
    {
      if (job->match[i] == DOUBLET_NO_MATCH)
        continue;
      g_assert_cmpuint (job->match[i], >=, next);
      g_assert_cmpuint (job->match[i], <, job->b->n_tokens);
      g_assert_cmpuint (job->a->exact[i], ==, job->b->exact[job->match[i]]);
      next = job->match[i] + 1;
      n++;
    }
  return n;
}

static void
test_myers (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (1986);

  for (guint round = 0; round < 15000; round++)
    {
      guint            longest = round % 10 == 0 ? 120 : 20;
      guint            n_different = g_rand_int_range (rand, 1, 12);
      g_autofree char *a = make_words (rand, g_rand_int_range (rand, 1, longest), n_different);
      g_autofree char *b = make_words (rand, g_rand_int_range (rand, 1, longest), n_different);
      g_autoptr (AlignmentFixture) fixture = alignment_fixture_new (a, b);
      g_autoptr (DoubletAlignmentJob) job = doublet_alignment_job_new (&fixture->a, &fixture->b, &fixture->symbols, NULL);
      g_autoptr (DoubletMyers) myers = doublet_myers_new (job);
      DoubletBox whole = { 0, fixture->a.n_tokens, 0, fixture->b.n_tokens };

      doublet_myers_run (myers, &whole);
      g_assert_cmpuint (count_matches (job), ==, alignment_fixture_count_common (fixture));
      g_assert_false (job->capped);
    }
}

typedef struct
{
  const guint32 *a;
  const guint32 *b;
  guint32        last_x; /* of the match told before, or the length */
  guint32        last_y;
  guint32        n;
} Told;

static void
check_match (guint32  x,
             guint32  y,
             gpointer user_data)
{
  Told *told = user_data;

  g_assert_cmpuint (x, <, told->last_x);
  g_assert_cmpuint (y, <, told->last_y);
  g_assert_cmpuint (told->a[x], ==, told->b[y]);
  told->last_x = x;
  told->last_y = y;
  told->n++;
}

/* Lengths about those of a word of the machine, where a carry can be lost, and tables
 * that are kept whole and in part. */
static void
test_table (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (2004);

  for (guint round = 0; round < 4000; round++)
    {
      guint            longest = round % 100 == 0 ? 1500 : round % 2 == 0 ? 70
                                                                          : 200;
      guint            n_different = g_rand_int_range (rand, 1, round % 3 == 0 ? 4 : 60);
      g_autofree char *a = make_words (rand, g_rand_int_range (rand, 1, longest), n_different);
      g_autofree char *b = make_words (rand, g_rand_int_range (rand, 1, longest), n_different);
      g_autoptr (AlignmentFixture) fixture = alignment_fixture_new (a, b);
      Told told = { fixture->a.exact, fixture->b.exact, fixture->a.n_tokens, fixture->b.n_tokens, 0 };

      doublet_bit_lcs_run (fixture->a.exact, fixture->a.n_tokens, fixture->b.exact, fixture->b.n_tokens, check_match, &told);
      g_assert_cmpuint (told.n, ==, alignment_fixture_count_common (fixture));
    }
}

/* A text that is too long for masks of its own, against a short one. */
static void
test_flat_table (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (1975);

  for (guint round = 0; round < 20; round++)
    {
      g_autofree char *a = make_words (rand, g_rand_int_range (rand, 2000, 9000), 60);
      g_autofree char *b = make_words (rand, g_rand_int_range (rand, 1, 300), 80);
      g_autoptr (AlignmentFixture) fixture = round % 2 == 0 ? alignment_fixture_new (a, b) : alignment_fixture_new (b, a);
      Told told = { fixture->a.exact, fixture->b.exact, fixture->a.n_tokens, fixture->b.n_tokens, 0 };

      g_assert_true (doublet_bit_lcs_fits (fixture->a.n_tokens, fixture->b.n_tokens));
      doublet_bit_lcs_run (fixture->a.exact, fixture->a.n_tokens, fixture->b.exact, fixture->b.n_tokens, check_match, &told);
      g_assert_cmpuint (told.n, ==, alignment_fixture_count_common (fixture));
    }
}

/* What an article of 5 kB gets: exactly the longest. */
static void
test_kept (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (1974);

  for (guint round = 0; round < 40; round++)
    {
      guint            n_different = g_rand_int_range (rand, 2, 600);
      g_autofree char *a = make_words (rand, g_rand_int_range (rand, 500, 1100), n_different);
      g_autofree char *b = make_words (rand, g_rand_int_range (rand, 500, 1100), n_different);
      g_autoptr (AlignmentFixture) fixture = alignment_fixture_new (a, b);
      g_autoptr (DoubletAlignment) alignment = doublet_alignment_run (&fixture->a, &fixture->b, &fixture->symbols, NULL);

      g_assert_cmpuint (alignment->kept, ==, alignment_fixture_count_common (fixture));
      g_assert_false (alignment->capped);
    }
}

/* Too long and too unlike for exactness: still a common subsequence, and it says so. */
static void
test_capped (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (7);
  g_autofree char *a = make_words (rand, 6000, 2);
  g_autofree char *b = make_words (rand, 6000, 2);
  g_autoptr (AlignmentFixture) fixture = alignment_fixture_new (a, b);
  g_autoptr (DoubletAlignmentJob) job = doublet_alignment_job_new (&fixture->a, &fixture->b, &fixture->symbols, NULL);
  g_autoptr (DoubletTokenMatcher) matcher = doublet_token_matcher_new (job);
  DoubletBox whole = { 0, fixture->a.n_tokens, 0, fixture->b.n_tokens };
  guint32    common = alignment_fixture_count_common (fixture);

  doublet_token_matcher_run (matcher, &whole);
  g_assert_true (job->capped);
  g_assert_cmpuint (count_matches (job), <=, common);
  /* A search that goes 256 edits deep before it settles loses little. */
  g_assert_cmpuint (count_matches (job), >=, common * 9 / 10);
}

static guint64
weigh_heaviest (const DoubletChainItem *items,
                guint                   n)
{
  guint64 heaviest = 0;

  for (guint subset = 0; subset < 1u << n; subset++)
    {
      const DoubletChainItem *last = NULL;
      guint64                 weight = 0;
      gboolean                rises = TRUE;

      for (guint i = 0; i < n && rises; i++)
        if (subset & (1u << i))
          {
            rises = last == NULL || (items[i].a > last->a && items[i].b > last->b);
            last = &items[i];
            weight += items[i].weight;
          }
      if (rises)
        heaviest = MAX (heaviest, weight);
    }
  return heaviest;
}

static void
test_heaviest_chain (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (1994);

  for (guint round = 0; round < 3000; round++)
    {
      guint               n = g_rand_int_range (rand, 0, 11);
      DoubletChainItem    items[11];
      g_autofree guint32 *chain = NULL;
      guint32             n_chain;
      guint32             a = 0;
      guint64             weight = 0;

      for (guint i = 0; i < n; i++)
        {
          a += g_rand_int_range (rand, 0, 3);
          /* Places of one digit and of all four. */
          items[i] = (DoubletChainItem){ a, g_rand_int_range (rand, 0, 10) * (round % 2 == 0 ? 1 : 0x19191919u), g_rand_int_range (rand, 1, 6) };
        }
      chain = doublet_heaviest_chain (items, n, &n_chain);
      for (guint i = 0; i < n_chain; i++)
        {
          weight += items[chain[i]].weight;
          if (i > 0)
            g_assert_true (items[chain[i]].a > items[chain[i - 1]].a && items[chain[i]].b > items[chain[i - 1]].b);
        }
      g_assert_cmpuint (weight, ==, weigh_heaviest (items, n));
    }
}

/* How often the n-gram at @symbols stands in a range, and where it does last. */
static guint
count_grams (const guint32 *text,
             guint32        start,
             guint32        end,
             const guint32 *symbols,
             guint32        n_gram,
             guint32       *place)
{
  guint n = 0;

  for (guint32 i = start; i + n_gram <= end; i++)
    if (memcmp (text + i, symbols, n_gram * sizeof *symbols) == 0)
      {
        *place = i;
        n++;
      }
  return n;
}

/* Where unique n-grams begin with a word that is not common, grown: by trying all. */
static GArray *
find_runs (const DoubletAlignmentJob *job,
           const DoubletBox          *box,
           guint32                    n_gram)
{
  const guint32 *a = job->a->normal;
  const guint32 *b = job->b->normal;
  GArray        *runs = g_array_new (FALSE, FALSE, sizeof (DoubletAnchor));

  for (guint32 i = box->a_start; i + n_gram <= box->a_end; i++)
    {
      DoubletAnchor run = { i, 0, n_gram };

      if (job->common[a[i]] || count_grams (b, box->b_start, box->b_end, a + i, n_gram, &run.b) != 1 ||
          count_grams (a, box->a_start, box->a_end, a + i, n_gram, &run.a) != 1)
        continue;
      for (; run.a > box->a_start && run.b > box->b_start && a[run.a - 1] == b[run.b - 1]; run.n++)
        run.a--, run.b--;
      while (run.a + run.n < box->a_end && run.b + run.n < box->b_end && a[run.a + run.n] == b[run.b + run.n])
        run.n++;
      g_array_append_val (runs, run);
      i = run.a + run.n - n_gram;
    }
  return runs;
}

static guint64
weigh_chain (const GArray *runs)
{
  g_autofree DoubletChainItem *items = g_new (DoubletChainItem, runs->len);
  g_autofree guint32          *chain = NULL;
  guint32                      n_chain;
  guint64                      weight = 0;

  for (guint i = 0; i < runs->len; i++)
    {
      const DoubletAnchor *run = &g_array_index (runs, DoubletAnchor, i);

      items[i] = (DoubletChainItem){ run->a, run->b, run->n };
    }
  chain = doublet_heaviest_chain (items, runs->len, &n_chain);
  for (guint32 i = 0; i < n_chain; i++)
    weight += items[chain[i]].weight;
  return weight;
}

/* The anchors are parts of runs, and the heaviest chain of all, less what overlaps. */
static void
check_anchors (const DoubletAlignmentJob *job,
               const DoubletBox          *box,
               const GArray              *anchors,
               const GArray              *runs)
{
  guint32 a_end = box->a_start, b_end = box->b_start;
  guint64 weight = 0, clipped = 0;

  for (guint i = 0; i < anchors->len; i++)
    {
      const DoubletAnchor *anchor = &g_array_index (anchors, DoubletAnchor, i);
      gboolean             found = FALSE;

      g_assert_true (anchor->a >= a_end && anchor->b >= b_end);
      for (guint j = 0; j < runs->len && !found; j++)
        {
          const DoubletAnchor *run = &g_array_index (runs, DoubletAnchor, j);

          found = anchor->a >= run->a && anchor->a - run->a == anchor->b - run->b && anchor->a + anchor->n == run->a + run->n;
          if (found)
            clipped += run->n - anchor->n;
        }
      g_assert_true (found);
      weight += anchor->n;
      a_end = anchor->a + anchor->n;
      b_end = anchor->b + anchor->n;
    }
  g_assert_true (a_end <= box->a_end && b_end <= box->b_end);
  g_assert_cmpuint (weight + clipped, <=, weigh_chain (runs));
  if (clipped == 0 && runs->len > 0)
    g_assert_cmpuint (anchors->len, >, 0);
  if (runs->len == 1)
    g_assert_cmpuint (weight, ==, g_array_index (runs, DoubletAnchor, 0).n);
}

static void
test_anchors (void)
{
  static const guint32 lengths[] = { 8, 4, 2, 1, 3 };
  g_autoptr (GRand) rand = g_rand_new_with_seed (2003);

  for (guint round = 0; round < 1500; round++)
    {
      guint32 n_gram = lengths[round % G_N_ELEMENTS (lengths)];
      guint   n_words = g_rand_int_range (rand, 1, 300);
      g_autoptr (GString) a = g_string_new (NULL);
      g_autoptr (GString) b = g_string_new (NULL);
      g_autoptr (AlignmentFixture) fixture = NULL;
      g_autoptr (DoubletAlignmentJob) job = NULL;
      g_autoptr (GArray) anchors = NULL;
      g_autoptr (GArray) runs = NULL;
      DoubletBox box = { 0 };

      /* b is a with words changed and pieces said again; short words are common. */
      for (guint i = 0; i < n_words; i++)
        g_string_append_printf (a, g_rand_int_range (rand, 0, 4) == 0 ? "w%u " : "word%u ", g_rand_int_range (rand, 0, 4 + n_words / 2));
      for (gsize i = 0; i < a->len;)
        {
          const char *space = strchr (a->str + i, ' ');
          gsize       length = space + 1 - (a->str + i);

          if (g_rand_int_range (rand, 0, 12) > 0)
            g_string_append_len (b, a->str + i, length);
          else
            g_string_append (b, "other ");
          if (g_rand_int_range (rand, 0, 60) == 0)
            g_string_append_len (b, a->str, i);
          i += length;
        }
      fixture = alignment_fixture_new (a->str, b->str);
      job = doublet_alignment_job_new (&fixture->a, &fixture->b, &fixture->symbols, NULL);
      box.a_end = job->a->n_tokens;
      box.b_end = job->b->n_tokens;
      if (round % 3 == 0)
        {
          box.a_start = g_rand_int_range (rand, 0, box.a_end);
          box.b_start = g_rand_int_range (rand, 0, box.b_end);
        }
      anchors = doublet_anchors_find (job, &box, n_gram);
      runs = find_runs (job, &box, n_gram);
      check_anchors (job, &box, anchors, runs);
    }
}

/* The features of a token: a word that is not common, and three tokens in a row. */
static guint
list_features (const DoubletAlignmentJob  *job,
               const DoubletAlignmentText *text,
               guint32                     i,
               guint32                     end,
               guint32                     features[2][3])
{
  guint n = 0;

  memset (features, 0xff, 2 * sizeof *features);
  if (!job->common[text->normal[i]])
    features[n++][0] = text->normal[i];
  if (i + 3 <= end)
    memcpy (features[n++], text->normal + i, sizeof *features);
  return n;
}

static gboolean
has_feature (const DoubletAlignmentJob  *job,
             const DoubletAlignmentText *text,
             const DoubletPiece         *piece,
             const guint32               feature[3])
{
  for (guint32 i = piece->start; i < piece->end; i++)
    {
      guint32 features[2][3];
      guint   n = list_features (job, text, i, piece->end, features);

      for (guint k = 0; k < n; k++)
        if (memcmp (features[k], feature, sizeof features[k]) == 0)
          return TRUE;
    }
  return FALSE;
}

/* How many features of a piece of a stand in one of b, those that are in more than 24
 * pieces left out. */
static guint32
count_shared (const DoubletAlignmentJob *job,
              const DoubletPiece        *a,
              const GArray              *b_pieces,
              guint                      b)
{
  guint32 n_shared = 0;

  for (guint32 i = a->start; i < a->end; i++)
    {
      guint32 features[2][3];
      guint   n = list_features (job, job->a, i, a->end, features);

      for (guint k = 0; k < n; k++)
        {
          guint n_pieces = 0;

          if (!has_feature (job, job->b, &g_array_index (b_pieces, DoubletPiece, b), features[k]))
            continue;
          for (guint j = 0; j < b_pieces->len; j++)
            n_pieces += has_feature (job, job->b, &g_array_index (b_pieces, DoubletPiece, j), features[k]);
          n_shared += n_pieces <= 24;
        }
    }
  return n_shared;
}

static guint64
weigh_common (const DoubletAlignmentJob *job,
              const DoubletPiece        *a,
              const DoubletPiece        *b)
{
  guint64 shared = 0;

  for (guint32 symbol = 0; symbol < job->symbols->n_normal; symbol++)
    {
      guint32 n_a = 0, n_b = 0;

      for (guint32 i = a->start; i < a->end; i++)
        n_a += job->a->normal[i] == symbol;
      for (guint32 i = b->start; i < b->end; i++)
        n_b += job->b->normal[i] == symbol;
      shared += (guint64)MIN (n_a, n_b) * job->weights[symbol];
    }
  return shared;
}

static GArray *
list_blocks (const DoubletAlignmentJob  *job,
             const DoubletAlignmentText *text)
{
  GArray *pieces = g_array_new (FALSE, FALSE, sizeof (DoubletPiece));

  for (guint32 block = 0; block < text->n_blocks; block++)
    {
      DoubletPiece piece = { text->block_first[block], text->block_first[block + 1], block };

      piece.weight = doublet_alignment_job_weigh (job, text, piece.start, piece.end);
      if (piece.start < piece.end)
        g_array_append_val (pieces, piece);
    }
  return pieces;
}

/* Pieces of very different lengths, of few words and of many. */
static char *
make_pieces (GRand *rand,
             guint  n_pieces,
             guint  n_different)
{
  GString *out = g_string_new (NULL);

  for (guint i = 0; i < n_pieces; i++)
    {
      guint n = g_rand_int_range (rand, 0, 8) == 0 ? 80 : g_rand_int_range (rand, 1, 8);

      for (guint k = 0; k < n; k++)
        g_string_append_printf (out, g_rand_int_range (rand, 0, 3) == 0 ? "w%u " : "word%u ", g_rand_int_range (rand, 0, n_different));
      g_string_append (out, "| ");
    }
  g_string_append (out, "end");
  return g_string_free (out, FALSE);
}

/* Each piece of a has the six of b that share most features with it, less those with a
 * fifth of what the first shares, and what it has in common with them. */
static void
test_candidates (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (1979);

  for (guint round = 0; round < 150; round++)
    {
      guint            n_different = g_rand_int_range (rand, 3, 120);
      g_autofree char *a = make_pieces (rand, g_rand_int_range (rand, 1, 12), n_different);
      g_autofree char *b = make_pieces (rand, g_rand_int_range (rand, 1, 40), n_different);
      g_autoptr (AlignmentFixture) fixture = alignment_fixture_new (a, b);
      g_autoptr (DoubletAlignmentJob) job = doublet_alignment_job_new (&fixture->a, &fixture->b, &fixture->symbols, NULL);
      g_autoptr (GArray) a_pieces = list_blocks (job, job->a);
      g_autoptr (GArray) b_pieces = list_blocks (job, job->b);
      g_autoptr (GArray) candidates = doublet_similarity_find_candidates (job, a_pieces, b_pieces);
      guint next = 0;

      for (guint i = 0; i < a_pieces->len; i++)
        {
          const DoubletPiece *piece = &g_array_index (a_pieces, DoubletPiece, i);
          g_autofree guint32 *shared = g_new (guint32, b_pieces->len);
          guint32             most = 0;

          for (guint j = 0; j < b_pieces->len; j++)
            shared[j] = count_shared (job, piece, b_pieces, j);
          for (guint rank = 0; rank < 6; rank++)
            {
              guint best = 0;

              for (guint j = 1; j < b_pieces->len; j++)
                if (shared[j] > shared[best])
                  best = j;
              most = MAX (most, shared[best]);
              if (shared[best] == 0 || 5 * shared[best] < most)
                break;
              g_assert_cmpuint (next, <, candidates->len);
              g_assert_cmpuint (g_array_index (candidates, DoubletCandidate, next).a, ==, i);
              g_assert_cmpuint (g_array_index (candidates, DoubletCandidate, next).b, ==, best);
              g_assert_cmpuint (g_array_index (candidates, DoubletCandidate, next).shared, ==, weigh_common (job, piece, &g_array_index (b_pieces, DoubletPiece, best)));
              shared[best] = 0;
              next++;
            }
        }
      g_assert_cmpuint (next, ==, candidates->len);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/matching/myers", test_myers);
  g_test_add_func ("/matching/table", test_table);
  g_test_add_func ("/matching/flat-table", test_flat_table);
  g_test_add_func ("/matching/kept", test_kept);
  g_test_add_func ("/matching/capped", test_capped);
  g_test_add_func ("/matching/anchors", test_anchors);
  g_test_add_func ("/matching/candidates", test_candidates);
  g_test_add_func ("/matching/heaviest-chain", test_heaviest_chain);
  return g_test_run ();
}
