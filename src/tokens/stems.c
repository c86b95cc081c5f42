/* stems.c
 *
 * SPDX-FileCopyrightText: 2026 The Doublet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "stems.h"

/*
 * Forms of one word taken for the same where sentences are compared: "vote", "votes",
 * "voted".  The first few letters stand for all of them, which needs no knowledge of the
 * language and was found to do nearly as well as stemming over European languages
 * (McNamee and Mayfield 2004).  Numbers stay as they are.
 */

/* Code points. */
#define STEM_LENGTH 5

#define FNV_START G_GUINT64_CONSTANT (0xcbf29ce484222325)
#define FNV_FACTOR G_GUINT64_CONSTANT (0x100000001b3)

static guint64
hash_bytes (const char *bytes,
            gsize       n_bytes)
{
  guint64 hash = FNV_START;

  for (gsize i = 0; i < n_bytes; i++)
    hash = (hash ^ (guint8)bytes[i]) * FNV_FACTOR;
  return hash;
}

static gsize
measure_stem (const GString   *form,
              DoubletTokenKind kind)
{
  const char *end = form->str;

  if (kind != DOUBLET_TOKEN_WORD)
    return form->len;
  for (guint i = 0; i < STEM_LENGTH && end < form->str + form->len; i++)
    end = g_utf8_next_char (end);
  return MIN ((gsize)(end - form->str), form->len);
}

/**
 * doublet_stems_hash:
 * @corpus: a corpus
 * @compared: (array): those of its tokens that are compared, for each article
 *
 * Returns: (transfer full) (array): for each normal symbol the hash of its stem, which
 *   does not depend on the order of loading; 0 for what is not compared
 */
guint64 *
doublet_stems_hash (const DoubletCorpus         *corpus,
                    const DoubletComparedTokens *compared)
{
  guint64 *hashes = g_new0 (guint64, MAX (corpus->n_normal, 1));
  g_autoptr (GString) form = g_string_new (NULL);

  for (guint i = 0; i < corpus->n_articles; i++)
    {
      const DoubletCorpusArticle *article = &corpus->articles[i];
      const char                 *text = doublet_article_get_text (article->article, NULL);

      for (guint32 j = 0; j < compared[i].n; j++)
        {
          const DoubletToken *token = &article->tokens->tokens[doublet_compared_tokens_get (&compared[i], j)];
          guint64            *hash = &hashes[doublet_compared_tokens_get_symbol (&compared[i], j)];

          if (*hash != 0)
            continue;
          g_string_truncate (form, 0);
          doublet_normal_form_append_normal (form, text + token->start, token->n_bytes, token->kind, corpus->ignore, FALSE);
          *hash = MAX (hash_bytes (form->str, measure_stem (form, token->kind)), 1);
        }
    }
  return hashes;
}
