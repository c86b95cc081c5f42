/* csv.c
 *
 * SPDX-FileCopyrightText: 2026 The Doublet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "csv.h"

#include "json-writer.h"
#include "left-out.h"

#include <string.h>

/*
 * The occurrences as a table, RFC 4180, in UTF-8; the columns mean what the members of
 * the same names in JSON mean; in the text "[…]" stands for what is left out.
 *
 * A spreadsheet takes a cell that begins with one of DANGEROUS for a formula and may
 * run what an article says; an apostrophe before it makes it text.
 */

#define DANGEROUS "=+-@\t\r"

static const char header[] = "passage,kind,match,article,start,end,words,identical,first_paragraph,last_paragraph,text\r\n";

static void
append_cell (GString    *out,
             const char *text,
             gsize       n_bytes)
{
  const char *end = text + n_bytes;

  g_string_append_c (out, '"');
  if (n_bytes > 0 && strchr (DANGEROUS, *text) != NULL)
    g_string_append_c (out, '\'');
  while (text < end)
    {
      const char *quote = memchr (text, '"', end - text);

      if (quote == NULL)
        break;
      g_string_append_len (out, text, quote + 1 - text);
      g_string_append_c (out, '"');
      text = quote + 1;
    }
  g_string_append_len (out, text, end - text);
  g_string_append_c (out, '"');
}

static void
append_place (GString                *out,
              const DoubletCollation *collation,
              guint                   index,
              const DoubletFinding   *finding,
              const DoubletPlace     *place)
{
  const DoubletArticle   *article = doublet_collation_get_article (collation, place->article);
  const DoubletOffsetMap *map = doublet_article_get_offset_map (article);
  g_autofree char        *text = doublet_left_out_dup_text (collation, place->article, place->start, place->end);

  g_string_append_printf (out, "%u,%s,%s,%s,%" G_GSIZE_FORMAT ",%" G_GSIZE_FORMAT ",%u,%u,%u,%u,",
                          index + 1, doublet_json_get_kind (finding), doublet_json_get_match (finding),
                          doublet_collation_get_label (collation, place->article),
                          doublet_offset_map_to_chars (map, place->start), doublet_offset_map_to_chars (map, place->end),
                          place->n_words, place->n_identical, place->first_block + 1, place->last_block + 1);
  append_cell (out, text, strlen (text));
  g_string_append (out, "\r\n");
}

/**
 * doublet_csv_write:
 * @collation: a collation
 *
 * Returns: (transfer full): a line for each occurrence of each passage
 */
GBytes *
doublet_csv_write (const DoubletCollation *collation)
{
  GString              *out = g_string_new (header);
  guint                 n_findings;
  const DoubletFinding *findings = doublet_collation_get_findings (collation, &n_findings);

  for (guint i = 0; i < n_findings; i++)
    for (guint32 j = 0; j < findings[i].n_places; j++)
      append_place (out, collation, i, &findings[i], &findings[i].places[j]);
  return g_string_free_to_bytes (out);
}
