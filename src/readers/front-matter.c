/* front-matter.c
 *
 * SPDX-FileCopyrightText: 2026 The Doublet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "front-matter.h"

#include "byline.h"

#include <string.h>

/*
 * The lines with which many Markdown files begin: YAML between "---" and "---" or
 * "...", TOML between two "+++".  Only plain "key: value" lines (and folded ones) are
 * understood, which is all that a title and a language need, and lists of names.
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

/* A value without its quotation marks or the comment behind it. */
static char *
unquote (const char *value)
{
  char        quote = *value;
  const char *end = NULL;
  char       *comment;
  char       *plain;

  if (quote == '"')
    {
      for (end = value + 1; *end != '\0' && *end != '"'; end++)
        if (*end == '\\' && end[1] != '\0')
          end++;
    }
  else if (quote == '\'')
    end = strchr (value + 1, '\'');

  if (end != NULL && *end == quote)
    {
      g_autofree char *inner = g_strndup (value + 1, end - value - 1);

      /* YAML writes a quotation mark inside by two. */
      if (quote == '\'' && end[1] == '\'')
        return g_strndup (value + 1, strlen (value) - 1 - g_str_has_suffix (value + 1, "'"));
      return quote == '"' && strchr (inner, '\\') != NULL ? g_strcompress (inner) : g_steal_pointer (&inner);
    }

  plain = g_strdup (value);
  comment = strstr (plain, " #");
  if (comment != NULL)
    *comment = '\0';
  return g_strstrip (plain);
}

/* The value of a line "key: value" (TOML: "key = value"); NULL if it has another key. */
static char *
dup_value (const char *line,
           gsize       length,
           const char *key,
           char        sign)
{
  gsize            n = strlen (key);
  g_autofree char *value = NULL;

  if (length <= n || g_ascii_strncasecmp (line, key, n) != 0)
    return NULL;
  while (n < length && (line[n] == ' ' || line[n] == '\t'))
    n++;
  if (n >= length || line[n] != sign)
    return NULL;
  value = g_strstrip (g_strndup (line + n + 1, length - n - 1));
  return unquote (value);
}

/* The indented lines from @p on, as one. */
static char *
dup_folded (const char *p,
            const char *limit)
{
  GString *value = g_string_new (NULL);

  while (p < limit && (*p == ' ' || *p == '\t'))
    {
      gsize            length = get_line_length (p, limit);
      g_autofree char *line = g_strstrip (g_strndup (p, length));

      g_string_append_printf (value, "%s%s", value->len > 0 && *line != '\0' ? " " : "", line);
      p += length;
    }
  return g_string_free (value, FALSE);
}

static gboolean
is_folded (const char *value)
{
  return value[0] == '\0' || ((value[0] == '|' || value[0] == '>') && strspn (value + 1, "+-0123456789") == strlen (value + 1));
}

/* What the lines up to @limit say of @key; @behind: (out): the line that follows. */
static char *
find_line (const char  *lines,
           const char  *limit,
           const char  *key,
           char         sign,
           const char **behind)
{
  for (const char *line = lines; line < limit;)
    {
      gsize            length = get_line_length (line, limit);
      g_autofree char *value = dup_value (line, length, key, sign);

      line += length;
      *behind = line;
      if (value != NULL)
        return g_steal_pointer (&value);
    }
  return NULL;
}

static char *
find_value (const char *lines,
            const char *limit,
            const char *key,
            char        sign)
{
  const char      *behind = NULL;
  g_autofree char *value = find_line (lines, limit, key, sign, &behind);

  return value != NULL && is_folded (value) ? dup_folded (behind, limit) : g_steal_pointer (&value);
}

/* "- Ann", "- name: Ann" or only "name: Ann"; what else is known of Ann is no name. */
static void
add_listed (GPtrArray  *names,
            const char *p,
            const char *limit)
{
  while (p < limit && (*p == ' ' || *p == '\t' || *p == '-'))
    {
      gsize            length = get_line_length (p, limit);
      g_autofree char *line = g_strstrip (g_strndup (p, length));
      gboolean         is_item = *line == '-';
      const char      *item = line + is_item;
      g_autofree char *name = NULL;

      item += strspn (item, " \t");
      name = dup_value (item, strlen (item), "name", ':');
      if (name == NULL && is_item && strstr (item, ": ") == NULL)
        name = unquote (item);
      doublet_byline_add (names, name);
      p += length;
    }
}

/* Names in brackets, or one. */
static void
add_value (GPtrArray  *names,
           const char *value)
{
  g_autofree char *inner = NULL;
  g_auto (GStrv) parts = NULL;

  if (*value != '[')
    {
      doublet_byline_add (names, value);
      return;
    }
  inner = g_strndup (value + 1, strcspn (value + 1, "]"));
  parts = g_strsplit (inner, ",", -1);
  for (guint i = 0; parts[i] != NULL; i++)
    {
      g_autofree char *name = unquote (g_strstrip (parts[i]));

      doublet_byline_add (names, name);
    }
}

static void
take_byline (const char            *lines,
             const char            *limit,
             char                   sign,
             DoubletArticleBuilder *builder)
{
  static const char *const keys[] = { "byline", "author", "authors" };
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < G_N_ELEMENTS (keys) && names->len == 0; i++)
    {
      const char      *behind = NULL;
      g_autofree char *value = find_line (lines, limit, keys[i], sign, &behind);

      if (value == NULL)
        continue;
      if (*value == '\0')
        add_listed (names, behind, limit);
      else if (!is_folded (value))
        add_value (names, value);
    }
  doublet_byline_set (names, builder);
}

/**
 * doublet_front_matter_read:
 * @text: a text
 * @n_bytes: its length
 * @builder: gets title, byline and language
 * @title: (out) (transfer full) (nullable): the title
 *
 * Returns: where the text behind the front matter begins; 0 if there is none
 */
gsize
doublet_front_matter_read (const char            *text,
                           gsize                  n_bytes,
                           DoubletArticleBuilder *builder,
                           char                 **title)
{
  const char      *limit = text + n_bytes;
  gsize            first = get_line_length (text, limit);
  const char      *line = text + first;
  const char      *end = NULL;
  gboolean         is_toml = is_line (text, first, "+++");
  char             sign = is_toml ? '=' : ':';
  g_autofree char *language = NULL;

  *title = NULL;
  if (!is_toml && !is_line (text, first, "---"))
    return 0;

  for (guint i = 0; i < MAX_LINES && line < limit && end == NULL; i++)
    {
      gsize length = get_line_length (line, limit);

      if (is_line (line, length, is_toml ? "+++" : "---") || (!is_toml && is_line (line, length, "...")))
        end = line;
      line += length;
    }
  if (end == NULL)
    return 0;

  *title = find_value (text + first, end, "title", sign);
  if (*title != NULL && **title == '\0')
    g_clear_pointer (title, g_free);
  language = find_value (text + first, end, "lang", sign);
  if (language == NULL)
    language = find_value (text + first, end, "language", sign);
  if (language == NULL && is_toml)
    language = find_value (text + first, end, "languageCode", sign);
  doublet_article_builder_set_title (builder, *title);
  doublet_article_builder_set_language (builder, language);
  take_byline (text + first, end, sign, builder);
  return line - text;
}
