/* markdown-source.c
 *
 * SPDX-FileCopyrightText: 2026 The Doublet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "markdown-source.h"

#include <string.h>

/*
 * What much Markdown has and CommonMark has not: tables of pipes, footnotes, and
 * attributes behind headings.  They are seen to in the source, line by line, before
 * cmark reads it:
 *
 *  - the borders of a table's cells become a character that nothing else has, so that
 *    pipes that mean pipes stay;
 *  - notes are taken out, to stand behind the article as they do in every other
 *    format, and the marks that refer to them go;
 *  - "{#name}" behind a heading goes.
 *
 * Fenced code is left as it is.  Rules after GitHub's specification (section 4.10) and
 * Pandoc's manual (footnotes); definitions in quotations and lists are no notes here.
 */

#define MAX_LABEL 100
#define NOTE_INDENT 4

typedef struct
{
  const char *start;
  gsize       length; /* with the end of the line */
} Line;

/* Whether the lines that follow are fenced code. */
typedef struct
{
  char  sign; /* 0 outside */
  gsize length;
} Fence;

typedef struct
{
  GString *text;
  guint    order; /* of the first mark that refers to it; G_MAXUINT for none */
  guint    index; /* of its definition */
} Note;

typedef struct
{
  GHashTable *by_label; /* char * to Note * */
  GPtrArray  *notes;    /* owned Note, in the order of their definitions */
  guint       n_referred;
} Notes;

static void
note_free (gpointer data)
{
  Note *note = data;

  g_string_free (note->text, TRUE);
  g_free (note);
}

static gboolean
next_line (const char **p,
           const char  *limit,
           Line        *line)
{
  const char *end;

  if (*p >= limit)
    return FALSE;
  end = memchr (*p, '\n', limit - *p);
  line->start = *p;
  line->length = (end != NULL ? end + 1 : limit) - *p;
  *p += line->length;
  return TRUE;
}

/* The line without its end and what stands around it; with @quoted without the marks of
 * quotations as well. */
static Line
strip (const Line *line,
       gboolean    quoted)
{
  Line inner = *line;

  while (inner.length > 0 && g_ascii_isspace (inner.start[inner.length - 1]))
    inner.length--;
  while (inner.length > 0 && (*inner.start == ' ' || *inner.start == '\t' || (quoted && *inner.start == '>')))
    {
      inner.start++;
      inner.length--;
    }
  return inner;
}

/* Whether the line is code or the border of code. */
static gboolean
update_fence (Fence      *fence,
              const Line *line)
{
  Line  inner = strip (line, TRUE);
  char  sign = inner.length > 0 ? *inner.start : '\0';
  gsize n = 0;

  while (n < inner.length && inner.start[n] == sign)
    n++;

  if (fence->sign == '\0')
    {
      gboolean opens = n >= 3 && (sign == '~' || (sign == '`' && memchr (inner.start + n, '`', inner.length - n) == NULL));

      if (opens)
        *fence = (Fence){ sign, n };
      return opens;
    }
  if (sign == fence->sign && n >= fence->length && n == inner.length)
    fence->sign = '\0';
  return TRUE;
}

/* The length of "[^label]" at @p, 0 if there is none. */
static gsize
get_label_length (const char *p,
                  const char *limit)
{
  gsize n = 2;

  if (limit - p < 4 || p[0] != '[' || p[1] != '^')
    return 0;
  while (n < MAX_LABEL && p + n < limit && p[n] != ']' && p[n] != '[' && (guchar)p[n] > ' ')
    n++;
  return n > 2 && p + n < limit && p[n] == ']' ? n + 1 : 0;
}

/* Where the text of a note begins that @line defines; NULL if it defines none. */
static const char *
find_definition (const Line *line,
                 gsize      *label_length)
{
  const char *limit = line->start + line->length;
  const char *p = line->start;

  while (p < limit && *p == ' ' && p - line->start < NOTE_INDENT)
    p++;
  *label_length = get_label_length (p, limit);
  if (*label_length == 0 || p - line->start >= NOTE_INDENT || p + *label_length >= limit || p[*label_length] != ':')
    return NULL;
  return p + *label_length + 1;
}

static Note *
add_note (Notes      *notes,
          const char *label,
          gsize       length)
{
  g_autofree char *key = g_strndup (label, length);
  Note            *note;

  if (g_hash_table_contains (notes->by_label, key))
    return NULL;

  note = g_new (Note, 1);
  *note = (Note){ g_string_new (NULL), G_MAXUINT, notes->notes->len };
  g_ptr_array_add (notes->notes, note);
  g_hash_table_insert (notes->by_label, g_steal_pointer (&key), note);
  return note;
}

/* How many bytes of indentation a line inside a note has; 0 for too little. */
static gsize
get_note_indent (const Line *line)
{
  gsize n = 0;

  while (n < line->length && n < NOTE_INDENT && line->start[n] == ' ')
    n++;
  if (n < line->length && n < NOTE_INDENT && line->start[n] == '\t')
    return n + 1;
  return n == NOTE_INDENT ? n : 0;
}

/* Takes the notes out of the text; what is left is returned. */
static GString *
split_notes (const char *text,
             gsize       n_bytes,
             Notes      *notes)
{
  GString    *rest = g_string_sized_new (n_bytes);
  const char *p = text;
  Fence       fence = { 0 };
  Note       *note = NULL; /* that goes on */
  gboolean    after_blank = TRUE;
  Line        line;

  while (next_line (&p, text + n_bytes, &line))
    {
      gboolean    is_blank = strip (&line, FALSE).length == 0;
      gsize       indent = get_note_indent (&line);
      gsize       label_length;
      const char *definition = fence.sign == '\0' ? find_definition (&line, &label_length) : NULL;

      if (definition != NULL && (note = add_note (notes, definition - 1 - label_length, label_length)) != NULL)
        g_string_append_len (note->text, definition, line.start + line.length - definition);
      else if (note != NULL && (is_blank || indent > 0))
        g_string_append_len (note->text, line.start + (is_blank ? 0 : indent), line.length - (is_blank ? 0 : indent));
      else if (note != NULL && !after_blank)
        g_string_append_len (note->text, line.start, line.length);
      else
        {
          note = NULL;
          update_fence (&fence, &line);
          g_string_append_len (rest, line.start, line.length);
        }
      /* The blank line that ends a note parts what stands around it, too. */
      if (note != NULL && is_blank)
        g_string_append_c (rest, '\n');
      after_blank = is_blank;
    }
  return rest;
}

/* The number of cells of a row, which has at least one border or is none: 0. */
static guint
count_cells (const Line *line)
{
  Line  inner = strip (line, TRUE);
  guint n = 1;
  guint n_borders = 0;

  for (gsize i = 0; i < inner.length; i++)
    {
      if (inner.start[i] == '\\')
        i++;
      else if (inner.start[i] == '|')
        {
          n_borders++;
          n += i > 0 && i + 1 < inner.length;
        }
    }
  return n_borders > 0 ? n : 0;
}

/* "|---|:--:|", the row below the head of a table. */
static gboolean
is_rule (const Line *line)
{
  Line     inner = strip (line, TRUE);
  gboolean has_hyphen = FALSE;

  for (gsize i = 0; i < inner.length; i++)
    {
      has_hyphen = has_hyphen || inner.start[i] == '-';
      if (strchr ("|-: \t", inner.start[i]) == NULL || inner.start[i] == '\0')
        return FALSE;
    }
  return has_hyphen;
}

/* The mark of a note at @p is left out if it refers to one. */
static gsize
skip_reference (Notes      *notes,
                const char *p,
                const char *limit)
{
  gsize            length = get_label_length (p, limit);
  g_autofree char *label = length > 0 ? g_strndup (p, length) : NULL;
  Note            *note = label != NULL ? g_hash_table_lookup (notes->by_label, label) : NULL;

  if (note == NULL)
    return 0;
  if (note->order == G_MAXUINT)
    note->order = notes->n_referred++;
  return length;
}

/* The length of a heading without the attributes behind it. */
static gsize
cut_attributes (const Line *line)
{
  Line        inner = strip (line, FALSE);
  const char *limit = inner.start + inner.length;
  const char *brace;

  if (inner.length < 3 || *inner.start != '#' || limit[-1] != '}')
    return line->length;
  for (brace = limit - 1; brace > inner.start && *brace != '{'; brace--)
    ;
  if (brace == inner.start || brace[-1] != ' ' || (brace[1] != '#' && brace[1] != '.'))
    return line->length;
  return brace - line->start;
}

static void
append_line (GString    *out,
             const Line *line,
             gboolean    in_table,
             Notes      *notes)
{
  const char *limit = line->start + cut_attributes (line);

  for (const char *p = line->start; p < limit; p++)
    {
      gsize skipped = *p == '[' && (p == line->start || p[-1] != '`') ? skip_reference (notes, p, limit) : 0;

      if (skipped > 0)
        p += skipped - 1;
      else if (*p == '\\' && p + 1 < limit && p[1] != DOUBLET_MARKDOWN_BORDER && p[1] != DOUBLET_MARKDOWN_RULE)
        {
          g_string_append_len (out, p, 2);
          p++;
        }
      else if (*p == '|' && in_table)
        g_string_append_c (out, DOUBLET_MARKDOWN_BORDER);
      else
        g_string_append_c (out, *p == DOUBLET_MARKDOWN_BORDER || *p == DOUBLET_MARKDOWN_RULE ? ' ' : *p);
    }
  if (limit < line->start + line->length)
    g_string_append_c (out, '\n');
}

/* Marks tables and takes out the marks of notes. */
static char *
mark (const char *text,
      gsize       n_bytes,
      Notes      *notes)
{
  GString    *out = g_string_sized_new (n_bytes);
  const char *limit = text + n_bytes;
  const char *p = text;
  Fence       fence = { 0 };
  gboolean    in_table = FALSE;
  guint       n_columns = 0; /* of the row above */
  Line        line;

  while (next_line (&p, limit, &line))
    {
      const char *after = p;
      Line        next = { p, 0 };
      guint       n_cells;

      if (update_fence (&fence, &line))
        {
          g_string_append_len (out, line.start, line.length);
          in_table = FALSE;
          n_columns = 0;
          continue;
        }

      n_cells = count_cells (&line);
      if (in_table && n_cells == n_columns && is_rule (&line) && out->len > 0)
        {
          gsize prefix = strip (&line, TRUE).start - line.start;

          g_string_append_len (out, line.start, prefix);
          g_string_append_c (out, DOUBLET_MARKDOWN_RULE);
          g_string_append_len (out, line.start + prefix, line.length - prefix);
          n_columns = 0;
          continue;
        }

      if (strip (&line, TRUE).length == 0)
        in_table = FALSE;
      else if (!in_table && n_cells > 0 && next_line (&after, limit, &next))
        {
          in_table = is_rule (&next) && count_cells (&next) == n_cells;
          n_columns = in_table ? n_cells : 0;
        }
      append_line (out, &line, in_table, notes);
    }
  return g_string_free (out, FALSE);
}

static int
compare_notes (gconstpointer a,
               gconstpointer b)
{
  const Note *note_a = *(Note *const *)a;
  const Note *note_b = *(Note *const *)b;

  if (note_a->order != note_b->order)
    return note_a->order < note_b->order ? -1 : 1;
  return note_a->index < note_b->index ? -1 : 1;
}

/**
 * doublet_markdown_source_prepare:
 * @text: Markdown: valid UTF-8 without NUL
 * @n_bytes: its length
 * @notes: (element-type utf8): takes the notes' sources, in the order in which they are
 *   referred to
 *
 * Makes of @text what cmark understands.
 *
 * Returns: (transfer full): the source without notes
 */
char *
doublet_markdown_source_prepare (const char *text,
                                 gsize       n_bytes,
                                 GPtrArray  *notes)
{
  g_autoptr (GHashTable) by_label = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GPtrArray) all = g_ptr_array_new_with_free_func (note_free);
  Notes    found = { by_label, all, 0 };
  GString *rest = split_notes (text, n_bytes, &found);
  char    *prepared = mark (rest->str, rest->len, &found);

  g_string_free (rest, TRUE);
  g_ptr_array_sort (all, compare_notes);
  for (guint i = 0; i < all->len; i++)
    {
      const Note *note = g_ptr_array_index (all, i);

      g_ptr_array_add (notes, mark (note->text->str, note->text->len, &found));
    }
  return prepared;
}
