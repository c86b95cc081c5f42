/* passage-cases.c
 *
 * SPDX-FileCopyrightText: 2026 The Doublet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "passage-cases.h"

#include "passage-finder.h"

#include <string.h>

void
case_init (Case *self)
{
  memset (self, 0, sizeof *self);
}

void
case_clear (Case *self)
{
  for (guint i = 0; i < self->n_articles; i++)
    {
      g_free (self->articles[i].symbols);
      g_free (self->articles[i].half_words);
      g_array_unref (self->articles[i].quoted);
      g_array_unref (self->articles[i].boilerplate);
    }
  memset (self, 0, sizeof *self);
}

/* half_words may be NULL: then every symbol is a word. */
void
case_add (Case          *self,
          const guint32 *symbols,
          const guint8  *half_words,
          guint32        n)
{
  CaseArticle *article = &self->articles[self->n_articles++];

  g_assert_cmpuint (self->n_articles, <=, CASE_ARTICLES);
  article->symbols = g_new (guint32, n + 1);
  article->half_words = g_new (guint8, n + 1);
  article->n = n;
  article->quoted = g_array_new (FALSE, FALSE, sizeof (DoubletRange));
  article->boilerplate = g_array_new (FALSE, FALSE, sizeof (DoubletRange));
  for (guint32 i = 0; i < n; i++)
    {
      g_assert_cmpuint (symbols[i], <, CASE_SYMBOLS);
      article->symbols[i] = symbols[i];
      article->half_words[i] = half_words != NULL ? half_words[i] : 2;
    }
}

/* Words of the form "12" are that symbol, "12-15" the symbols from 12 to 15. */
void
case_add_words (Case       *self,
                const char *words)
{
  g_auto (GStrv) parts = g_strsplit (words, " ", -1);
  g_autoptr (GArray) symbols = g_array_new (FALSE, FALSE, sizeof (guint32));

  for (guint i = 0; parts[i] != NULL; i++)
    {
      char   *end = NULL;
      guint32 first, last;

      if (parts[i][0] == '\0')
        continue;
      first = g_ascii_strtoull (parts[i], &end, 10);
      last = *end == '-' ? g_ascii_strtoull (end + 1, NULL, 10) : first;
      for (; first <= last; first++)
        g_array_append_val (symbols, first);
    }
  case_add (self, (const guint32 *)(gpointer)symbols->data, NULL, symbols->len);
}

void
case_copy (Case        *self,
           const Case  *other,
           const guint *order,
           guint        n)
{
  case_init (self);
  for (guint i = 0; i < n; i++)
    {
      const CaseArticle *article = &other->articles[order[i]];

      case_add (self, article->symbols, article->half_words, article->n);
      g_array_append_vals (self->articles[i].quoted, article->quoted->data, article->quoted->len);
      g_array_append_vals (self->articles[i].boilerplate, article->boilerplate->data, article->boilerplate->len);
    }
}

static guint8
draw_weight (GRand *random,
             guint  mix)
{
  return mix == 0 ? 2 : g_rand_int_range (random, 0, 3);
}

/* Random words, now and then a piece of what came before, in this article or
 * another, or a row of such a piece. */
void
case_make_random (Case    *c,
                  GRand   *random,
                  gboolean with_rows,
                  guint32 *min_words)
{
  guint   n_articles = g_rand_int_range (random, 1, 6);
  guint   n_symbols = with_rows ? g_rand_int_range (random, 1, 6) : g_rand_int_range (random, 2, 30);
  guint   mix = g_rand_int_range (random, 0, 3);
  guint8  weights[32];
  guint32 symbols[64];
  guint8  half_words[64];

  case_init (c);
  *min_words = g_rand_int_range (random, 1, 7);
  for (guint i = 0; i < G_N_ELEMENTS (weights); i++)
    weights[i] = draw_weight (random, mix);
  for (guint i = 0; i < n_articles; i++)
    {
      guint32 n = 0;
      guint32 length = g_rand_int_range (random, 0, 61);

      while (n < length)
        {
          guint what = g_rand_int_range (random, 0, 12);
          guint from_article = i > 0 ? g_rand_int_range (random, 0, i) : 0;

          if (what == 0 && i > 0 && c->articles[from_article].n > 0)
            {
              const CaseArticle *from = &c->articles[from_article];
              guint32            start = g_rand_int_range (random, 0, from->n);
              guint32            piece = g_rand_int_range (random, 1, 30);

              for (guint32 j = start; j < from->n && j < start + piece && n < length; j++, n++)
                {
                  symbols[n] = from->symbols[j];
                  half_words[n] = from->half_words[j];
                }
            }
          else if (what == 1 && n > 0)
            {
              guint32 back = g_rand_int_range (random, 1, n + 1);
              guint32 piece = g_rand_int_range (random, 1, with_rows ? 30 : back + 1);

              for (guint32 j = 0; j < piece && n < length; j++, n++)
                {
                  symbols[n] = symbols[n - back];
                  half_words[n] = half_words[n - back];
                }
            }
          else
            {
              symbols[n] = g_rand_int_range (random, 0, n_symbols);
              half_words[n] = mix == 2 && g_rand_int_range (random, 0, 20) == 0 ? draw_weight (random, mix) : weights[symbols[n]];
              n++;
            }
        }
      case_add (c, symbols, half_words, n);
    }
}

/* A hash for each symbol that there may be. */
static const guint64 *
get_hashes (void)
{
  static guint64 *hashes;

  if (hashes == NULL)
    {
      hashes = g_new (guint64, CASE_SYMBOLS);
      for (guint64 i = 0; i < CASE_SYMBOLS; i++)
        {
          guint64 x = (i + 1) * G_GUINT64_CONSTANT (0x9e3779b97f4a7c15);

          x = (x ^ (x >> 30)) * G_GUINT64_CONSTANT (0xbf58476d1ce4e5b9);
          hashes[i] = x ^ (x >> 27);
        }
    }
  return hashes;
}

static void
list_sequences (const Case      *self,
                DoubletSequence *sequences)
{
  for (guint i = 0; i < self->n_articles; i++)
    sequences[i] = (DoubletSequence){
      .symbols = self->articles[i].symbols,
      .half_words = self->articles[i].half_words,
      .n = self->articles[i].n,
      .quoted = (const DoubletRange *)(gpointer)self->articles[i].quoted->data,
      .n_quoted = self->articles[i].quoted->len,
      .boilerplate = (const DoubletRange *)(gpointer)self->articles[i].boilerplate->data,
      .n_boilerplate = self->articles[i].boilerplate->len,
    };
}

DoubletPassages *
case_run (const Case                  *self,
          const DoubletPassageOptions *options)
{
  DoubletSequence sequences[CASE_ARTICLES];

  list_sequences (self, sequences);
  return doublet_passage_finder_run (sequences, self->n_articles, get_hashes (), NULL, options, NULL);
}

/* What the steps of the finder see. */
DoubletPassageText *
case_make_text (const Case *self,
                guint32     min_words)
{
  DoubletSequence sequences[CASE_ARTICLES];

  list_sequences (self, sequences);
  return doublet_passage_text_new (sequences, self->n_articles, get_hashes (), min_words, NULL);
}

guint32
case_weigh (const Case *self,
            guint       article,
            guint32     start,
            guint32     end)
{
  guint32 sum = 0;

  for (guint32 i = start; i < end; i++)
    sum += self->articles[article].half_words[i];
  return sum;
}

gboolean
case_same (const Case *self,
           guint       article_a,
           guint32     a,
           guint       article_b,
           guint32     b,
           guint32     n)
{
  const CaseArticle *x = &self->articles[article_a];
  const CaseArticle *y = &self->articles[article_b];

  return a + n <= x->n && b + n <= y->n &&
         memcmp (x->symbols + a, y->symbols + b, n * sizeof *x->symbols) == 0 &&
         memcmp (x->half_words + a, y->half_words + b, n) == 0;
}

/* What stands between the edits has to be the same as in the reference. */
static void
assert_edits (const Case              *self,
              const DoubletOccurrence *reference,
              const DoubletOccurrence *here)
{
  guint32 x = reference->start, y = here->start;
  guint32 same = 0;

  for (guint32 i = 0; i <= here->n_edits; i++)
    {
      const DoubletPassageEdit *edit = i < here->n_edits ? &here->edits[i] : NULL;
      guint32                   next_x = edit != NULL ? edit->reference_start : reference->end;
      guint32                   next_y = edit != NULL ? edit->here_start : here->end;

      g_assert_cmpuint (next_x, >=, x);
      g_assert_cmpuint (next_x - x, ==, next_y - y);
      g_assert_true (case_same (self, reference->article, x, here->article, y, next_x - x));
      same += case_weigh (self, here->article, y, next_y);
      if (edit == NULL)
        break;
      x = edit->reference_end;
      y = edit->here_end;
      g_assert_cmpuint (x - next_x + y - next_y, >, 0);
      g_assert_cmpint (edit->kind, ==, x == next_x ? DOUBLET_EDIT_ADDED : y == next_y ? DOUBLET_EDIT_REMOVED
                                                                                      : DOUBLET_EDIT_CHANGED);
    }
  g_assert_cmpuint (same, ==, here->identical_half_words);
}

/* The invariants that the header promises. */
void
case_assert_sane (const Case            *self,
                  const DoubletPassages *passages,
                  guint32                min_words)
{
  g_assert_nonnull (passages);
  g_assert_cmpuint (passages->n_sequences, ==, self->n_articles);
  for (guint32 i = 0; i < passages->n_passages; i++)
    {
      const DoubletPassage    *passage = &passages->passages[i];
      const DoubletOccurrence *reference = &passage->occurrences[passage->reference];

      g_assert_cmpuint (passage->n_occurrences, >=, passage->period > 0 ? 1 : 2);
      g_assert_cmpuint (passage->reference, <, passage->n_occurrences);
      g_assert_cmpuint (passage->half_words, ==, reference->half_words);
      g_assert_cmpuint (passage->half_words, >=, 2 * min_words);
      g_assert_cmpuint (reference->n_edits, ==, 0);
      if (i > 0)
        g_assert_cmpint (passage->boilerplate, >=, passages->passages[i - 1].boilerplate);
      if (i > 0 && passage->boilerplate == passages->passages[i - 1].boilerplate)
        g_assert_cmpuint (passage->half_words, <=, passages->passages[i - 1].half_words);

      for (guint32 j = 0; j < passage->n_occurrences; j++)
        {
          const DoubletOccurrence *here = &passage->occurrences[j];

          g_assert_cmpuint (here->article, <, self->n_articles);
          g_assert_cmpuint (here->start, <, here->end);
          g_assert_cmpuint (here->end, <=, self->articles[here->article].n);
          g_assert_cmpuint (here->half_words, ==, case_weigh (self, here->article, here->start, here->end));
          if (j > 0 && here[-1].article == here->article)
            g_assert_cmpuint (here[-1].start, <, here->start);
          else if (j > 0)
            g_assert_cmpuint (here[-1].article, <, here->article);
          if (passage->period == 0)
            assert_edits (self, reference, here);
          if (passage->match == DOUBLET_PASSAGE_VERBATIM)
            g_assert_cmpuint (here->n_edits, ==, 0);
        }
    }
}

gboolean
case_is_in (const GArray *ranges,
            guint32       position)
{
  for (guint i = 0; i < ranges->len; i++)
    if (g_array_index (ranges, DoubletRange, i).start <= position && position < g_array_index (ranges, DoubletRange, i).end)
      return TRUE;
  return FALSE;
}

char *
case_describe_passage (const DoubletPassage *passage)
{
  GString *string = g_string_new (passage->match == DOUBLET_PASSAGE_EDITED ? "edited " : "");

  g_string_append_printf (string, "%u", passage->half_words);
  if (passage->period > 0)
    g_string_append_printf (string, " period %u times %u", passage->period, passage->times);
  for (guint32 i = 0; i < passage->n_occurrences; i++)
    {
      const DoubletOccurrence *occurrence = &passage->occurrences[i];

      g_string_append_printf (string, " %c%u-%u", 'A' + occurrence->article, occurrence->start, occurrence->end);
      if (occurrence->n_edits > 0)
        g_string_append_printf (string, "(%u)", occurrence->identical_half_words);
      if (i == passage->reference && passage->match == DOUBLET_PASSAGE_EDITED)
        g_string_append_c (string, '*');
    }
  return g_string_free (string, FALSE);
}

static int
compare_strings (const void *a,
                 const void *b)
{
  return strcmp (*(char *const *)a, *(char *const *)b);
}

static char *
describe_words (const DoubletSharedWords *words)
{
  return g_strdup_printf ("%" G_GUINT64_FORMAT " (%" G_GUINT64_FORMAT " quoted, %" G_GUINT64_FORMAT " in most) + %" G_GUINT64_FORMAT,
                          words->half_words, words->quoted, words->in_most, words->boilerplate);
}

/* All of a result as sorted lines, articles by the given names instead of their
 * numbers, so that results of articles in another order can be compared.  Which of
 * several equal occurrences is the reference is left out: between articles that are
 * equal word for word there is no telling. */
char *
case_describe (const DoubletPassages *passages,
               const guint           *names)
{
  g_autoptr (GPtrArray) lines = g_ptr_array_new_with_free_func (g_free);

  for (guint32 i = 0; i < passages->n_passages; i++)
    {
      const DoubletPassage *passage = &passages->passages[i];
      g_autoptr (GPtrArray) places = g_ptr_array_new_with_free_func (g_free);

      for (guint32 j = 0; j < passage->n_occurrences; j++)
        {
          const DoubletOccurrence *here = &passage->occurrences[j];

          g_ptr_array_add (places, g_strdup_printf ("%u:%u-%u same %u edits %u times %u", names[here->article], here->start, here->end, here->identical_half_words, here->n_edits, here->times));
        }
      g_ptr_array_sort (places, compare_strings);
      g_ptr_array_add (places, NULL);
      {
        g_autofree char *joined = g_strjoinv ("; ", (char **)places->pdata);

        g_ptr_array_add (lines, g_strdup_printf ("%d%s %u %u %u %" G_GINT64_MODIFIER "x: %s", passage->match, passage->boilerplate ? " boilerplate" : "", passage->half_words, passage->period, passage->times, passage->fingerprint, joined));
      }
    }
  for (guint32 i = 0; i < passages->n_sequences; i++)
    g_ptr_array_add (lines, g_strdup_printf ("later %u %" G_GUINT64_FORMAT, names[i], passages->later_half_words[i]));
  for (guint32 i = 0; i < passages->n_pairs; i++)
    {
      const DoubletPairFigures *pair = &passages->pairs[i];
      gboolean                  swap = names[pair->a] > names[pair->b];
      g_autofree char          *of_a = describe_words (swap ? &pair->of_b : &pair->of_a);
      g_autofree char          *of_b = describe_words (swap ? &pair->of_a : &pair->of_b);

      g_ptr_array_add (lines, g_strdup_printf ("pair %u %u: %s, %s longest %u passages %u + %u", swap ? names[pair->b] : names[pair->a], swap ? names[pair->a] : names[pair->b], of_a, of_b, pair->longest_half_words, pair->n_passages, pair->n_boilerplate));
    }
  g_ptr_array_sort (lines, compare_strings);
  g_ptr_array_add (lines, NULL);
  return g_strjoinv ("\n", (char **)lines->pdata);
}

char *
case_print (const Case *self)
{
  GString *string = g_string_new (NULL);

  for (guint i = 0; i < self->n_articles; i++)
    {
      g_string_append_printf (string, "%c:", 'A' + i);
      for (guint32 j = 0; j < self->articles[i].n; j++)
        g_string_append_printf (string, " %u/%u", self->articles[i].symbols[j], self->articles[i].half_words[j]);
      g_string_append_c (string, '\n');
    }
  return g_string_free (string, FALSE);
}
