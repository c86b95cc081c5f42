/* json-writer.c
 *
 * SPDX-FileCopyrightText: 2026 The Doublet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "json-writer.h"

#include "article-groups.h"
#include "left-out.h"

#include <string.h>

#include "json-alignment.h"
#include "json-pairs.h"
#include "json-stream.h"

/*
 * A collation as JSON, for scripts: the members and their order are a promise
 * (data/doublet-comparison.schema.json).  Offsets are code points of the article's
 * text, half-open; paragraphs count from 1.
 */

/* Grows by one when a reader of an older version would misread the file. */
#define FORMAT_VERSION 2

static const char *const matches[] = {
  [DOUBLET_PASSAGE_VERBATIM] = "verbatim",
  [DOUBLET_PASSAGE_EDITED] = "edited",
  [DOUBLET_PASSAGE_REWORDED] = "reworded",
};

static const char *const edit_kinds[] = {
  [DOUBLET_EDIT_CHANGED] = "changed",
  [DOUBLET_EDIT_ADDED] = "added",
  [DOUBLET_EDIT_REMOVED] = "removed",
};

static const char *const fact_kinds[] = {
  [DOUBLET_FACT_FIGURE] = "figure",
  [DOUBLET_FACT_NAME] = "name",
  [DOUBLET_FACT_QUOTATION] = "quotation",
  [DOUBLET_FACT_NEGATION] = "negation",
};

static gsize
to_chars (const DoubletCollation *collation,
          guint                   article,
          gsize                   bytes)
{
  return doublet_offset_map_to_chars (doublet_article_get_offset_map (doublet_collation_get_article (collation, article)), bytes);
}

static void
add_range (DoubletJsonStream      *stream,
           const char             *name,
           const DoubletCollation *collation,
           guint                   article,
           gsize                   start,
           gsize                   end)
{
  doublet_json_stream_begin_array (stream, name, DOUBLET_JSON_INLINE);
  doublet_json_stream_add_uint (stream, NULL, to_chars (collation, article, start));
  doublet_json_stream_add_uint (stream, NULL, to_chars (collation, article, end));
  doublet_json_stream_end (stream);
}

/* Counts above 0 only where the passage is a row of copies. */
static void
add_uint_or_null (DoubletJsonStream *stream,
                  const char        *name,
                  guint32            value)
{
  if (value > 0)
    doublet_json_stream_add_uint (stream, name, value);
  else
    doublet_json_stream_add_null (stream, name);
}

/* The reader's own text, by name and length: what it says is theirs to keep. */
static void
write_boilerplate (DoubletJsonStream      *stream,
                   const DoubletCollation *collation)
{
  guint64               half_words;
  const DoubletArticle *boilerplate = doublet_collation_get_boilerplate (collation, &half_words);

  if (boilerplate == NULL || !doublet_collation_has_passages (collation))
    {
      doublet_json_stream_add_null (stream, "boilerplate");
      return;
    }
  doublet_json_stream_begin_object (stream, "boilerplate", DOUBLET_JSON_INLINE);
  doublet_json_stream_add_string (stream, "source", doublet_article_get_name (boilerplate));
  doublet_json_stream_add_uint (stream, "words", doublet_words_from_halves (half_words));
  doublet_json_stream_end (stream);
}

static void
write_options (DoubletJsonStream      *stream,
               const DoubletCollation *collation)
{
  const DoubletOptions *options = doublet_collation_get_options (collation);
  g_autofree char      *ignore = doublet_ignore_to_string (options->ignore);
  g_auto (GStrv) names = g_strsplit (ignore, ",", -1);

  doublet_json_stream_begin_object (stream, "options", DOUBLET_JSON_INLINE);
  doublet_json_stream_add_uint (stream, "min_words", options->min_words);
  doublet_json_stream_add_uint (stream, "max_gap", options->max_gap);
  doublet_json_stream_add_uint (stream, "min_identical", options->min_identical);
  doublet_json_stream_begin_array (stream, "ignore", DOUBLET_JSON_INLINE);
  for (guint i = 0; names[i] != NULL; i++)
    if (strcmp (names[i], "none") != 0)
      doublet_json_stream_add_string (stream, NULL, names[i]);
  doublet_json_stream_end (stream);
  doublet_json_stream_add_boolean (stream, "typography", options->typography);
  doublet_json_stream_add_boolean (stream, "passages", options->passages);
  doublet_json_stream_add_boolean (stream, "reworded", doublet_options_find_reworded (options));
  write_boilerplate (stream, collation);
  doublet_json_stream_end (stream);
}

static void
write_article (DoubletJsonStream      *stream,
               const DoubletCollation *collation,
               guint                   index,
               DoubletJsonFlags        flags)
{
  const DoubletArticle *article = doublet_collation_get_article (collation, index);
  guint                 n_blocks;

  doublet_article_get_blocks (article, &n_blocks);
  doublet_json_stream_begin_object (stream, NULL, DOUBLET_JSON_INLINE);
  doublet_json_stream_add_string (stream, "id", doublet_collation_get_label (collation, index));
  doublet_json_stream_add_string (stream, "source", doublet_article_get_name (article));
  doublet_json_stream_add_string (stream, "title", doublet_article_get_title (article));
  doublet_json_stream_add_string (stream, "byline", doublet_article_get_byline (article));
  doublet_json_stream_add_string (stream, "format", doublet_article_get_format (article));
  doublet_json_stream_add_string (stream, "charset", doublet_article_get_charset (article));
  doublet_json_stream_add_string (stream, "language", doublet_article_get_language (article));
  doublet_json_stream_add_uint (stream, "characters", doublet_article_get_offset_map (article)->n_chars);
  doublet_json_stream_add_uint (stream, "words", doublet_collation_get_n_words (collation, index));
  doublet_json_stream_add_uint (stream, "paragraphs", n_blocks);
  doublet_json_stream_add_string (stream, "incomplete", doublet_article_get_incomplete (article));
  if (flags & DOUBLET_JSON_WITH_TEXT)
    doublet_json_stream_add_string (stream, "text", doublet_article_get_text (article, NULL));
  doublet_json_stream_end (stream);
}

static void
write_articles (DoubletJsonStream      *stream,
                const DoubletCollation *collation,
                DoubletJsonFlags        flags)
{
  guint                    n_unreadable;
  const DoubletUnreadable *unreadable = doublet_collation_get_unreadable (collation, &n_unreadable);

  doublet_json_stream_begin_array (stream, "articles", DOUBLET_JSON_LINES);
  for (guint i = 0; i < doublet_collation_get_n_articles (collation); i++)
    write_article (stream, collation, i, flags);
  doublet_json_stream_end (stream);

  doublet_json_stream_begin_array (stream, "unreadable", DOUBLET_JSON_LINES);
  for (guint i = 0; i < n_unreadable; i++)
    {
      doublet_json_stream_begin_object (stream, NULL, DOUBLET_JSON_INLINE);
      doublet_json_stream_add_string (stream, "source", unreadable[i].name);
      doublet_json_stream_add_string (stream, "reason", unreadable[i].reason);
      doublet_json_stream_end (stream);
    }
  doublet_json_stream_end (stream);
}

static void
write_occurrence (DoubletJsonStream      *stream,
                  const DoubletCollation *collation,
                  const DoubletFinding   *finding,
                  const DoubletPlace     *place)
{
  guint reference = finding->places[finding->reference].article;
  g_autoptr (GArray) left_out = doublet_left_out_list (collation, place->article, place->start, place->end);

  doublet_json_stream_begin_object (stream, NULL, DOUBLET_JSON_INLINE);
  doublet_json_stream_add_string (stream, "article", doublet_collation_get_label (collation, place->article));
  doublet_json_stream_add_uint (stream, "start", to_chars (collation, place->article, place->start));
  doublet_json_stream_add_uint (stream, "end", to_chars (collation, place->article, place->end));
  doublet_json_stream_add_uint (stream, "first_paragraph", (guint64)place->first_block + 1);
  doublet_json_stream_add_uint (stream, "last_paragraph", (guint64)place->last_block + 1);
  doublet_json_stream_add_uint (stream, "words", place->n_words);
  doublet_json_stream_add_uint (stream, "identical", place->n_identical);
  if (finding->period > 0)
    doublet_json_stream_add_uint (stream, "times", place->times);
  doublet_json_stream_add_boolean (stream, "in_quotes", place->in_quotes);

  if (left_out != NULL)
    {
      doublet_json_stream_begin_array (stream, "left_out", DOUBLET_JSON_INLINE);
      for (guint i = 0; i < left_out->len; i++)
        {
          const DoubletRange *range = &g_array_index (left_out, DoubletRange, i);

          add_range (stream, NULL, collation, place->article, range->start, range->end);
        }
      doublet_json_stream_end (stream);
    }

  doublet_json_stream_begin_array (stream, "inside", DOUBLET_JSON_INLINE);
  for (guint32 i = 0; i < place->n_inside; i++)
    doublet_json_stream_add_uint (stream, NULL, (guint64)place->inside[i] + 1);
  doublet_json_stream_end (stream);

  doublet_json_stream_begin_array (stream, "edits", DOUBLET_JSON_INLINE);
  for (guint32 i = 0; i < place->n_edits; i++)
    {
      const DoubletPlaceEdit *edit = &place->edits[i];

      doublet_json_stream_begin_object (stream, NULL, DOUBLET_JSON_INLINE);
      doublet_json_stream_add_string (stream, "kind", edit_kinds[edit->kind]);
      add_range (stream, "reference", collation, reference, edit->reference_start, edit->reference_end);
      add_range (stream, "here", collation, place->article, edit->here_start, edit->here_end);
      doublet_json_stream_end (stream);
    }
  doublet_json_stream_end (stream);
  doublet_json_stream_end (stream);
}

static void
write_reading (DoubletJsonStream      *stream,
               const DoubletCollation *collation,
               guint                   article,
               guint32                 start,
               guint32                 end)
{
  doublet_json_stream_begin_object (stream, NULL, DOUBLET_JSON_INLINE);
  doublet_json_stream_add_string (stream, "article", doublet_collation_get_label (collation, article));
  doublet_json_stream_add_uint (stream, "start", to_chars (collation, article, start));
  doublet_json_stream_add_uint (stream, "end", to_chars (collation, article, end));
  doublet_json_stream_end (stream);
}

static void
write_flags (DoubletJsonStream      *stream,
             const DoubletCollation *collation,
             const DoubletFinding   *finding)
{
  doublet_json_stream_begin_array (stream, "flags", DOUBLET_JSON_INLINE);
  for (guint32 i = 0; i < finding->n_facts; i++)
    {
      const DoubletFact *fact = &finding->facts[i];

      doublet_json_stream_begin_object (stream, NULL, DOUBLET_JSON_INLINE);
      doublet_json_stream_add_string (stream, "kind", fact_kinds[fact->kind]);
      doublet_json_stream_begin_array (stream, "places", DOUBLET_JSON_INLINE);
      write_reading (stream, collation, finding->places[finding->reference].article, fact->reference_start, fact->reference_end);
      write_reading (stream, collation, finding->places[fact->place].article, fact->here_start, fact->here_end);
      doublet_json_stream_end (stream);
      doublet_json_stream_end (stream);
    }
  doublet_json_stream_end (stream);
}

static void
write_passages (DoubletJsonStream      *stream,
                const DoubletCollation *collation)
{
  guint                 n_findings;
  const DoubletFinding *findings = doublet_collation_get_findings (collation, &n_findings);

  doublet_json_stream_begin_array (stream, "passages", DOUBLET_JSON_LINES);
  for (guint i = 0; i < n_findings; i++)
    {
      const DoubletFinding *finding = &findings[i];
      char                  fingerprint[17];

      g_snprintf (fingerprint, sizeof fingerprint, "%016" G_GINT64_MODIFIER "x", finding->fingerprint);
      doublet_json_stream_begin_object (stream, NULL, DOUBLET_JSON_INLINE);
      doublet_json_stream_add_uint (stream, "id", (guint64)i + 1);
      doublet_json_stream_add_string (stream, "kind", doublet_json_get_kind (finding));
      doublet_json_stream_add_string (stream, "match", doublet_json_get_match (finding));
      doublet_json_stream_add_uint (stream, "words", finding->n_words);
      doublet_json_stream_add_string (stream, "fingerprint", fingerprint);
      add_uint_or_null (stream, "period", finding->period);
      add_uint_or_null (stream, "times", finding->period > 0 ? finding->times : 0);
      doublet_json_stream_add_boolean (stream, "in_most_articles", finding->in_most);
      doublet_json_stream_add_boolean (stream, "boilerplate", finding->boilerplate);
      doublet_json_stream_add_null (stream, "decision");
      doublet_json_stream_begin_array (stream, "occurrences", DOUBLET_JSON_LINES);
      for (guint32 j = 0; j < finding->n_places; j++)
        write_occurrence (stream, collation, finding, &finding->places[j]);
      doublet_json_stream_end (stream);
      write_flags (stream, collation, finding);
      doublet_json_stream_end (stream);
    }
  doublet_json_stream_end (stream);
}

/* Articles that belong together; those that are alone are in no group. */
static void
write_groups (DoubletJsonStream      *stream,
              const DoubletCollation *collation)
{
  g_autoptr (GArray) groups = doublet_article_groups_new (collation);

  doublet_json_stream_begin_array (stream, "groups", DOUBLET_JSON_LINES);
  for (guint i = 0; i < groups->len; i++)
    {
      const DoubletArticleGroup *group = &g_array_index (groups, DoubletArticleGroup, i);

      if (group->n_articles < 2)
        continue;
      doublet_json_stream_begin_object (stream, NULL, DOUBLET_JSON_INLINE);
      doublet_json_stream_begin_array (stream, "articles", DOUBLET_JSON_INLINE);
      for (guint j = 0; j < group->n_articles; j++)
        doublet_json_stream_add_string (stream, NULL, doublet_collation_get_label (collation, group->articles[j]));
      doublet_json_stream_end (stream);
      doublet_json_stream_add_uint (stream, "passages", group->n_passages);
      doublet_json_stream_add_uint (stream, "longest", doublet_words_from_halves (group->longest));
      doublet_json_stream_end (stream);
    }
  doublet_json_stream_end (stream);
}

static void
write_repeats (DoubletJsonStream      *stream,
               const DoubletCollation *collation)
{
  /* None is not none found: a 0 for an article in which nobody looked would say so. */
  guint n_articles = doublet_collation_has_passages (collation) ? doublet_collation_get_n_articles (collation) : 0;

  doublet_json_stream_begin_array (stream, "repeats", DOUBLET_JSON_LINES);
  for (guint i = 0; i < n_articles; i++)
    {
      const DoubletRepeats *repeats = doublet_collation_get_repeats (collation, i);

      doublet_json_stream_begin_object (stream, NULL, DOUBLET_JSON_INLINE);
      doublet_json_stream_add_string (stream, "article", doublet_collation_get_label (collation, i));
      doublet_json_stream_add_uint (stream, "repeated_words", repeats->repeated_words);
      doublet_json_stream_add_share (stream, "share", repeats->repeated_half_words,
                                     doublet_collation_get_half_words (collation, i));
      doublet_json_stream_add_uint (stream, "passages", repeats->n_passages);
      doublet_json_stream_end (stream);
    }
  doublet_json_stream_end (stream);
}

static void
write_alignments (DoubletJsonStream      *stream,
                  const DoubletCollation *collation)
{
  guint base = doublet_collation_get_base (collation);

  doublet_json_stream_begin_array (stream, "alignments", DOUBLET_JSON_LINES);
  for (guint i = 0; i < doublet_collation_get_n_articles (collation); i++)
    if (i != base)
      doublet_json_write_alignment (stream, collation, base, i);
  doublet_json_stream_end (stream);
}

/**
 * doublet_json_get_kind:
 * @finding: a passage
 *
 * Returns: what a passage's kind is called in JSON and CSV
 */
const char *
doublet_json_get_kind (const DoubletFinding *finding)
{
  if ((finding->kind & DOUBLET_FINDING_SHARED) == 0)
    return "repeated";
  if ((finding->kind & DOUBLET_FINDING_REPEATED) == 0)
    return "shared";
  return "shared+repeated";
}

/**
 * doublet_json_get_match:
 * @finding: a passage
 *
 * Returns: what a passage's match is called in JSON and CSV
 */
const char *
doublet_json_get_match (const DoubletFinding *finding)
{
  return matches[finding->match];
}

/**
 * doublet_json_write:
 * @collation: a collation
 * @flags: what to write
 *
 * Returns: (transfer full): @collation as JSON in UTF-8; the same bytes for the same
 *   collation, in every locale
 */
GBytes *
doublet_json_write (const DoubletCollation *collation,
                    DoubletJsonFlags        flags)
{
  g_autoptr (DoubletJsonStream) stream = doublet_json_stream_new ();
  const char *base = NULL;
  g_auto (GStrv) capped = doublet_collation_dup_capped_ids (collation);

  if (doublet_collation_get_n_articles (collation) > 0)
    base = doublet_collation_get_label (collation, doublet_collation_get_base (collation));

  doublet_json_stream_begin_object (stream, NULL, DOUBLET_JSON_LINES);
  doublet_json_stream_add_uint (stream, "format_version", FORMAT_VERSION);
  doublet_json_stream_add_string (stream, "doublet", VERSION);
  write_options (stream, collation);
  doublet_json_stream_add_string (stream, "base", base);
  write_articles (stream, collation, flags);
  write_passages (stream, collation);
  doublet_json_write_pairs (stream, collation);
  write_groups (stream, collation);
  write_repeats (stream, collation);
  write_alignments (stream, collation);
  doublet_json_stream_begin_array (stream, "capped", DOUBLET_JSON_LINES);
  for (guint i = 0; capped != NULL && capped[i] != NULL; i++)
    doublet_json_stream_add_string (stream, NULL, capped[i]);
  doublet_json_stream_end (stream);
  doublet_json_stream_end (stream);

  return doublet_json_stream_free_to_bytes (g_steal_pointer (&stream));
}
