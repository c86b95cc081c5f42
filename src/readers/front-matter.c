/* front-matter.c
 *
 * SPDX-FileCopyrightText: 2026 The Doublet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "front-matter.h"

#include <string.h>

/*
 * The lines of YAML with which many Markdown files begin, between "---" and "---" or
 * "...".  Only plain "key: value" lines are understood, which is all that a title and
 * a language need.
 */

/* Longer is no front matter but a rule at the top of a text. */
#define MAX_LINES 200

static gboolean
is_line (const char *line,
         gsize       length,
         const char *wanted)
{
  while (length > 0 && g_ascii_isspace (line[length - 1]))
    length--;
  return length == strlen (wanted) && memcmp (line, wanted, length) == 0;
}

static gsize
get_line_length (const char *line,
                 const char *limit)
{
  const char *end = memchr (line, '\n', limit - line);

  return end != NULL ? (gsize)(end + 1 - line) : (gsize)(limit - line);
}

/* The value of "key: value" without its quotation marks; NULL if it is another key. */
static char *
dup_value (const char *line,
           gsize       length,
           const char *key)
{
  gsize            key_length = strlen (key);
  g_autofree char *value = NULL;
  gsize            value_length;

  if (length <= key_length + 1 || g_ascii_strncasecmp (line, key, key_length) != 0 || line[key_length] != ':')
    return NULL;
  value = g_strstrip (g_strndup (line + key_length + 1, length - key_length - 1));
  value_length = strlen (value);
  if (value_length >= 2 && (*value == '"' || *value == '\'') && value[value_length - 1] == *value)
    return g_strndup (value + 1, value_length - 2);
  return g_steal_pointer (&value);
}

static void
take_line (const char            *line,
           gsize                  length,
           DoubletArticleBuilder *builder)
{
  g_autofree char *title = dup_value (line, length, "title");
  g_autofree char *language = dup_value (line, length, "lang");

  if (language == NULL)
    language = dup_value (line, length, "language");
  if (title != NULL && *title != '\0' && strcmp (title, "|") != 0 && strcmp (title, ">") != 0)
    doublet_article_builder_set_title (builder, title);
  if (language != NULL)
    doublet_article_builder_set_language (builder, language);
}

/**
 * doublet_front_matter_read:
 * @text: a text
 * @n_bytes: its length
 * @builder: gets title and language
 *
 * Returns: where the text behind the front matter begins; 0 if there is none
 */
gsize
doublet_front_matter_read (const char            *text,
                           gsize                  n_bytes,
                           DoubletArticleBuilder *builder)
{
  const char *limit = text + n_bytes;
  gsize       first = get_line_length (text, limit);
  const char *line = text + first;
  const char *end = NULL;

  if (!is_line (text, first, "---"))
    return 0;

  for (guint i = 0; i < MAX_LINES && line < limit && end == NULL; i++)
    {
      gsize length = get_line_length (line, limit);

      if (is_line (line, length, "---") || is_line (line, length, "..."))
        end = line + length;
      line += length;
    }
  if (end == NULL)
    return 0;

  for (line = text + first; line < end; line += get_line_length (line, limit))
    take_line (line, get_line_length (line, limit), builder);
  return end - text;
}
