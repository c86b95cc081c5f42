/* navigator-columns.c
 *
 * SPDX-FileCopyrightText: 2026 The Doublet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "navigator-columns.h"

/*
 * Which articles the columns show, at first and when articles come and go.
 */

/* With more articles than columns two are read well; four narrow ones are not. */
#define FIRST_COLUMNS_OF_MANY 2

/* All articles if they have room; of more, the two that have the most in common.  The
 * pairs are in order, so of equals it is the first. */
static guint
first_columns (const DoubletCollation *collation,
               guint                  *columns)
{
  guint              n_articles = doublet_collation_get_n_articles (collation);
  guint              n_columns = n_articles <= DOUBLET_MAX_COLUMNS ? n_articles : FIRST_COLUMNS_OF_MANY;
  guint              n_pairs = 0;
  const DoubletPair *pairs = doublet_collation_get_pairs (collation, &n_pairs);
  guint64            most = 0;

  for (guint i = 0; i < n_columns; i++)
    columns[i] = i;
  for (guint i = 0; n_columns < n_articles && i < n_pairs; i++)
    {
      guint64 in_common = (guint64)pairs[i].of_a.half_words + pairs[i].of_b.half_words;

      if (in_common <= most)
        continue;
      most = in_common;
      columns[0] = pairs[i].a;
      columns[1] = pairs[i].b;
    }
  return n_columns;
}

/* Before passages are known, nobody knows what belongs together. */
static gboolean
is_first_knowledge (const DoubletCollation *previous,
                    const DoubletCollation *collation)
{
  return doublet_collation_get_stage (previous) < DOUBLET_STAGE_PASSAGES &&
         doublet_collation_get_stage (collation) >= DOUBLET_STAGE_PASSAGES;
}

/* The same article in another collation: its label may have changed. */
static guint
find_article (const DoubletCollation *collation,
              const DoubletArticle   *wanted)
{
  guint       n_articles = doublet_collation_get_n_articles (collation);
  const char *source = doublet_article_get_source (wanted);

  for (guint i = 0; i < n_articles; i++)
    if (doublet_collation_get_article (collation, i) == wanted)
      return i;

  /* Read anew. */
  for (guint i = 0; i < n_articles; i++)
    {
      const DoubletArticle *article = doublet_collation_get_article (collation, i);

      if (g_strcmp0 (doublet_article_get_source (article), source) == 0 &&
          g_strcmp0 (doublet_article_get_name (article), doublet_article_get_name (wanted)) == 0)
        return i;
    }
  return G_MAXUINT;
}

/**
 * doublet_navigator_columns_clean:
 * @wanted: articles from left to right
 * @n_wanted: how many
 * @n_articles: how many articles there are
 * @columns: (out): room for %DOUBLET_MAX_COLUMNS
 *
 * Returns: how many of @wanted can be shown: each article once
 */
guint
doublet_navigator_columns_clean (const guint *wanted,
                                 guint        n_wanted,
                                 guint        n_articles,
                                 guint       *columns)
{
  guint n_columns = 0;

  for (guint i = 0; i < n_wanted && n_columns < DOUBLET_MAX_COLUMNS; i++)
    {
      gboolean fits = wanted[i] < n_articles;

      for (guint j = 0; fits && j < n_columns; j++)
        fits = columns[j] != wanted[i];
      if (fits)
        columns[n_columns++] = wanted[i];
    }
  return n_columns;
}

/**
 * doublet_navigator_columns_follow:
 * @previous: (nullable): what was shown
 * @shown: its columns
 * @n_shown: how many
 * @chosen: whether a person chose them
 * @collation: what is to be shown
 * @columns: (out): room for %DOUBLET_MAX_COLUMNS
 *
 * Decides the columns of a new collation.  With as many articles as before they stay
 * where they are (a swap or a reload shows at once), but of more than can be shown the
 * two that are closest stand there once it is known which; else columns that a person
 * chose follow their articles.
 *
 * Returns: how many columns
 */
guint
doublet_navigator_columns_follow (const DoubletCollation *previous,
                                  const guint            *shown,
                                  guint                   n_shown,
                                  gboolean                chosen,
                                  const DoubletCollation *collation,
                                  guint                  *columns)
{
  guint n_articles = doublet_collation_get_n_articles (collation);
  guint n_previous = previous != NULL ? doublet_collation_get_n_articles (previous) : 0;
  guint wanted[DOUBLET_MAX_COLUMNS];

  if (n_previous == n_articles && n_shown > 0 && (chosen || !is_first_knowledge (previous, collation)))
    return doublet_navigator_columns_clean (shown, n_shown, n_articles, columns);
  if (n_previous == 0 || !chosen)
    return first_columns (collation, columns);

  for (guint i = 0; i < n_shown; i++)
    wanted[i] = find_article (collation, doublet_collation_get_article (previous, shown[i]));

  guint n_columns = doublet_navigator_columns_clean (wanted, n_shown, n_articles, columns);
  return n_columns >= MIN (n_articles, FIRST_COLUMNS_OF_MANY) ? n_columns : first_columns (collation, columns);
}
