/* wording.c
 *
 * SPDX-FileCopyrightText: 2026 The Doublet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "wording.h"

#include "left-out.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/**
 * doublet_wording_percent:
 * @part: a part
 * @whole: of what
 *
 * Returns: (transfer full): a whole number of percent; "< 1 %" and "> 99 %" rather than
 *   an untrue 0 or 100, and "–" for a part of nothing
 */
char *
doublet_wording_percent (guint64 part,
                         guint64 whole)
{
  guint64 percent;

  if (whole == 0)
    return g_strdup ("–");
  percent = (200 * part + whole) / (2 * whole);
  if (part > 0 && percent == 0)
    return g_strdup (_ ("< 1 %"));
  if (part < whole && percent >= 100)
    return g_strdup (_ ("> 99 %"));
  /* Translators: a share; put the sign and the space as your language does */
  return g_strdup_printf (_ ("%u %%"), (guint)MIN (percent, 100));
}

/* How much of a reading is quoted, in characters. */
#define READING_CHARS 60

static char *
format_length (guint64  half_words,
               gboolean in_characters)
{
  guint n = in_characters ? half_words : (half_words + 1) / 2;

  if (in_characters)
    return g_strdup_printf (ngettext ("%u character", "%u characters", n), n);
  return g_strdup_printf (ngettext ("%u word", "%u words", n), n);
}

/* Whole, since in many languages the unit behind "of" has an ending of its own. */
static char *
format_part (guint    part,
             guint64  whole_half_words,
             gboolean in_characters)
{
  guint whole = in_characters ? whole_half_words : (whole_half_words + 1) / 2;

  if (in_characters)
    return g_strdup_printf (ngettext ("%u of %u character", "%u of %u characters", whole), part, whole);
  return g_strdup_printf (ngettext ("%u of %u word", "%u of %u words", whole), part, whole);
}

/**
 * doublet_wording_amount:
 * @collation: a collation
 * @article: number of the article that is spoken of
 * @half_words: a length in halves of a word
 *
 * Returns: (transfer full): "5 words", or "10 characters" in an article that is counted
 *   in them
 */
char *
doublet_wording_amount (const DoubletCollation *collation,
                        guint                   article,
                        guint64                 half_words)
{
  return format_length (half_words, doublet_collation_counts_characters (collation, article));
}

/**
 * doublet_wording_length:
 * @collation: a collation
 * @article: number of an article
 *
 * Returns: (transfer full): how long @article is: "388 words"
 */
char *
doublet_wording_length (const DoubletCollation *collation,
                        guint                   article)
{
  return format_length (doublet_collation_get_half_words (collation, article), doublet_collation_counts_characters (collation, article));
}

/**
 * doublet_wording_part:
 * @collation: a collation
 * @article: number of one of its articles
 * @part: some of its words, or of its characters if it is counted in them
 *
 * Returns: (transfer full): "106 of 388 words"
 */
char *
doublet_wording_part (const DoubletCollation *collation,
                      guint                   article,
                      guint                   part)
{
  return format_part (part, doublet_collation_get_half_words (collation, article), doublet_collation_counts_characters (collation, article));
}

/**
 * doublet_wording_share:
 * @collation: a collation
 * @of: number of an article
 * @in: number of another one
 *
 * Returns: (transfer full): how much of @of is also in @in: "27 %, 106 of 388 words"
 */
char *
doublet_wording_share (const DoubletCollation *collation,
                       guint                   of,
                       guint                   in)
{
  gboolean         in_characters = doublet_collation_counts_characters (collation, of);
  guint64          whole = doublet_collation_get_half_words (collation, of);
  DoubletPair      pair;
  g_autofree char *percent = NULL;
  g_autofree char *counts = NULL;

  doublet_collation_find_pair (collation, of, in, &pair);
  percent = doublet_wording_percent (pair.of_a.half_words, whole);
  counts = format_part (in_characters ? pair.of_a.half_words : pair.words_of_a_in_b, whole, in_characters);
  /* Translators: a share, and how much that is: “27 %, 106 of 388 words” */
  return g_strdup_printf (_ ("%s, %s"), percent, counts);
}

static gboolean
is_in_characters (const DoubletCollation *collation,
                  const DoubletFinding   *finding)
{
  return doublet_collation_counts_characters (collation, finding->places[finding->reference].article);
}

/* The least that any copy has in common with the reference. */
static guint32
least_identical (const DoubletFinding *finding)
{
  guint32 least = finding->half_words;

  for (guint32 i = 0; i < finding->n_places; i++)
    least = MIN (least, finding->places[i].identical_half_words);
  return least;
}

/**
 * doublet_wording_passage_length:
 * @collation: a collation
 * @finding: one of its passages
 *
 * Returns: (transfer full): "45 words"; "24 of 26 words" if the copies are edited; "45
 *   words, reworded"; "1 word, 200 times in a row"
 */
char *
doublet_wording_passage_length (const DoubletCollation *collation,
                                const DoubletFinding   *finding)
{
  gboolean         in_characters = is_in_characters (collation, finding);
  g_autofree char *length = NULL;

  if (finding->period > 0)
    {
      length = format_length (2 * (guint64)finding->period, FALSE);
      /* Translators: a length, and how often it stands behind itself: “1 word, 200 times in a row” */
      return g_strdup_printf (ngettext ("%s, %u time in a row", "%s, %u times in a row", finding->times), length, finding->times);
    }

  length = format_length (finding->half_words, in_characters);
  if (finding->match == DOUBLET_PASSAGE_REWORDED)
    /* Translators: a length, of sentences that say the same in other words: “45 words, reworded” */
    return g_strdup_printf (_ ("%s, reworded"), length);
  if (finding->match != DOUBLET_PASSAGE_VERBATIM && least_identical (finding) < finding->half_words)
    {
      guint32 least = least_identical (finding);

      return format_part (in_characters ? least : (least + 1) / 2, finding->half_words, in_characters);
    }
  return g_steal_pointer (&length);
}

/* A reading in quotation marks; nothing has none. */
static char *
format_reading (const DoubletCollation *collation,
                const DoubletPlace     *place,
                guint32                 start,
                guint32                 end)
{
  g_autofree char *text = doublet_wording_excerpt (doublet_collation_get_article (collation, place->article), start, end, READING_CHARS);

  if (start == end)
    return g_strdup_printf ("%s –", doublet_collation_get_label (collation, place->article));
  /* Translators: the letter of an article, and some of its words: A “not” */
  return g_strdup_printf (_ ("%s “%s”"), doublet_collation_get_label (collation, place->article), text);
}

/**
 * doublet_wording_fact:
 * @collation: a collation
 * @finding: one of its passages
 * @fact: one of its facts
 *
 * Returns: (transfer full): "Figure differs: A “14”, B “40”", in the order of places
 */
char *
doublet_wording_fact (const DoubletCollation *collation,
                      const DoubletFinding   *finding,
                      const DoubletFact      *fact)
{
  g_autofree char *of_reference = format_reading (collation, &finding->places[finding->reference], fact->reference_start, fact->reference_end);
  g_autofree char *of_copy = format_reading (collation, &finding->places[fact->place], fact->here_start, fact->here_end);
  gboolean         is_first = finding->reference < fact->place;
  const char      *there = is_first ? of_reference : of_copy;
  const char      *here = is_first ? of_copy : of_reference;

  switch (fact->kind)
    {
    case DOUBLET_FACT_FIGURE:
      /* Translators: two readings, each with the letter of its article: Figure differs: A “14”, B “40” */
      return g_strdup_printf (_ ("Figure differs: %s, %s"), there, here);
    case DOUBLET_FACT_NAME:
      return g_strdup_printf (_ ("Name differs: %s, %s"), there, here);
    case DOUBLET_FACT_QUOTATION:
      return g_strdup_printf (_ ("Quotation differs: %s, %s"), there, here);
    case DOUBLET_FACT_NEGATION:
      return g_strdup_printf (_ ("Negation differs: %s, %s"), there, here);
    case DOUBLET_N_FACT_KINDS:
    default:
      g_return_val_if_reached (NULL);
    }
}

static char *
format_paragraphs (const DoubletPlace *place)
{
  if (place->first_block == place->last_block)
    return g_strdup_printf ("%u", place->first_block + 1);
  return g_strdup_printf ("%u–%u", place->first_block + 1, place->last_block + 1);
}

/**
 * doublet_wording_place:
 * @collation: a collation
 * @place: a place of one of its passages
 *
 * Returns: (transfer full): "B, paragraph 7"
 */
char *
doublet_wording_place (const DoubletCollation *collation,
                       const DoubletPlace     *place)
{
  const char      *label = doublet_collation_get_label (collation, place->article);
  g_autofree char *paragraphs = format_paragraphs (place);

  if (place->first_block == place->last_block)
    /* Translators: the letter of an article and the number of a paragraph */
    return g_strdup_printf (_ ("%s, paragraph %s"), label, paragraphs);
  /* Translators: the letter of an article and the first and last of several paragraphs: “A, paragraphs 2–6” */
  return g_strdup_printf (_ ("%s, paragraphs %s"), label, paragraphs);
}

/**
 * doublet_wording_settings:
 * @options: the choices of a comparison
 *
 * Returns: (transfer full): what counts as a passage, in words
 */
char *
doublet_wording_settings (const DoubletOptions *options)
{
  g_autofree char *words = g_strdup_printf (ngettext ("passages of %u word or more", "passages of %u words or more", options->min_words), options->min_words);
  g_autofree char *gap = NULL;

  if (!options->passages)
    /* Translators: what was looked for: no passages */
    return g_strdup (_ ("differences only"));
  if (options->max_gap == 0)
    /* Translators: %s is “passages of 6 words or more” */
    return g_strdup_printf (_ ("%s, word for word"), words);
  gap = g_strdup_printf (ngettext ("up to %u changed word in a row", "up to %u changed words in a row", options->max_gap), options->max_gap);
  /* Translators: “passages of 6 words or more”, “up to 2 changed words in a row”, and a number of percent */
  return g_strdup_printf (_ ("%s, %s, at least %u %% the same"), words, gap, options->min_identical);
}

/**
 * doublet_wording_not_looked_for:
 *
 * Returns: (transfer full): what there is to say where figures of passages would stand,
 *   if nobody looked for any
 */
char *
doublet_wording_not_looked_for (void)
{
  return g_strdup (_ ("Shared and repeated passages were not looked for."));
}

static void
append_place (GString *list,
              char    *place,
              gboolean is_last)
{
  if (list->len > 0)
    /* Translators: between the parts of a list, before the last one, and elsewhere */
    g_string_append (list, is_last ? _ (" and ") : _ (", "));
  g_string_append (list, place);
  g_free (place);
}

/* Places beyond so many are only counted. */
#define MAX_PLACES_NAMED 4

/**
 * doublet_wording_repeat:
 * @collation: a collation
 * @finding: a passage that stands in @article more than once
 * @article: number of the article
 *
 * Returns: (transfer full): a sentence: "278 words stand twice in micron.txt:
 *   paragraphs 2–6 and 7–11."
 */
char *
doublet_wording_repeat (const DoubletCollation *collation,
                        const DoubletFinding   *finding,
                        guint                   article)
{
  const char      *name = doublet_article_get_name (doublet_collation_get_article (collation, article));
  g_autofree char *length = format_length (finding->half_words, is_in_characters (collation, finding));
  g_autoptr (GString) places = g_string_new (NULL);
  guint n = 0;
  guint named = 0;

  if (finding->period > 0)
    {
      g_autofree char *row = doublet_wording_passage_length (collation, finding);

      /* Translators: “1 word, 200 times in a row” and the name of an article */
      return g_strdup_printf (_ ("%s in %s."), row, name);
    }

  for (guint32 i = 0; i < finding->n_places; i++)
    n += finding->places[i].article == article;
  for (guint32 i = 0; i < finding->n_places && named < MAX_PLACES_NAMED; i++)
    if (finding->places[i].article == article)
      {
        named++;
        append_place (places, format_paragraphs (&finding->places[i]), named == n);
      }
  if (named < n)
    g_string_append (places, " …");

  if (n == 2)
    /* Translators: a length, the name of an article, and numbers of paragraphs: “278 words stand twice in micron.txt: paragraphs 2–6 and 7–11.” */
    return g_strdup_printf (_ ("%s stand twice in %s: paragraphs %s."), length, name, places->str);
  /* Translators: a length, how often, the name of an article, and numbers of paragraphs */
  return g_strdup_printf (ngettext ("%s stand %u time in %s: paragraphs %s.", "%s stand %u times in %s: paragraphs %s.", n), length, n, name, places->str);
}

/* The beginning of a text on one line. */
static char *
shorten (const char *text,
         gsize       length,
         guint       max_chars)
{
  const char *stop = text + length;
  GString    *excerpt = g_string_new (NULL);
  gsize       last_space = 0;
  guint       n_chars = 0;
  gboolean    in_space = FALSE;
  const char *at = text;

  for (; at < stop && n_chars < max_chars; at = g_utf8_next_char (at))
    {
      gunichar c = g_utf8_get_char (at);

      if (g_unichar_isspace (c) || g_unichar_iscntrl (c))
        {
          in_space = excerpt->len > 0;
          continue;
        }
      if (in_space)
        {
          last_space = excerpt->len;
          g_string_append_c (excerpt, ' ');
          n_chars++;
        }
      in_space = FALSE;
      g_string_append_unichar (excerpt, c);
      n_chars++;
    }

  while (at < stop && g_unichar_isspace (g_utf8_get_char (at)))
    at = g_utf8_next_char (at);
  if (at < stop)
    {
      if (last_space > 0 && !in_space)
        g_string_truncate (excerpt, last_space);
      g_string_append (excerpt, " …");
    }
  return g_string_free (excerpt, FALSE);
}

/**
 * doublet_wording_excerpt:
 * @article: an article
 * @start: byte offset
 * @end: byte offset, not included
 * @max_chars: how many characters at the most
 *
 * Returns: (transfer full): the beginning of the range on one line, runs of white space
 *   as one space, cut at a word if possible and then ended by "…"
 */
char *
doublet_wording_excerpt (const DoubletArticle *article,
                         guint32               start,
                         guint32               end,
                         guint                 max_chars)
{
  return shorten (doublet_article_get_text (article, NULL) + start, end - start, max_chars);
}

/**
 * doublet_wording_place_excerpt:
 * @collation: a collation
 * @place: an occurrence of one of its passages
 * @max_chars: how many characters at the most
 *
 * Returns: (transfer full): the same of an occurrence, with "[…]" for what is left out
 */
char *
doublet_wording_place_excerpt (const DoubletCollation *collation,
                               const DoubletPlace     *place,
                               guint                   max_chars)
{
  const DoubletArticle *article = doublet_collation_get_article (collation, place->article);

  if (doublet_collation_get_options (collation)->ignore & DOUBLET_IGNORE_QUOTATIONS)
    {
      g_autofree char *text = doublet_left_out_dup_text (collation, place->article, place->start, place->end);

      return shorten (text, strlen (text), max_chars);
    }
  return doublet_wording_excerpt (article, place->start, place->end, max_chars);
}

/* The blocks in which Unicode has, and will have, letters that are written from right to
 * left (DerivedBidiClass.txt), and what turns a text around by itself. */
static gboolean
turns_around (gunichar c)
{
  return (c >= 0x0590 && c <= 0x08ff) || (c >= 0xfb1d && c <= 0xfdff) || (c >= 0xfe70 && c <= 0xfeff) ||
         (c >= 0x10800 && c <= 0x10fff) || (c >= 0x1e800 && c <= 0x1efff) ||
         (c >= 0x202a && c <= 0x202e) || (c >= 0x2066 && c <= 0x2069);
}

/**
 * doublet_wording_isolate:
 * @words: some words of an article
 *
 * Keeps words from turning around the sentence that they are put into.  "A → B" reads as
 * its opposite where both are Hebrew or Arabic: they form one run from right to left, with
 * an arrow that still points to the right (Unicode Standard Annex #9, section 2.4).  This
 * is for the window: what is exported makes such characters visible.
 *
 * Returns: (transfer full): @words, between U+2068 and U+2069 if they could do that
 */
char *
doublet_wording_isolate (const char *words)
{
  for (const char *at = words; *at != '\0'; at = g_utf8_next_char (at))
    if (turns_around (g_utf8_get_char (at)))
      return g_strdup_printf ("\u2068%s\u2069", words);
  return g_strdup (words);
}
