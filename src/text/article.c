/* article.c
 *
 * SPDX-FileCopyrightText: 2026 The Doublet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "article.h"

#include "utf8.h"

#include <string.h>

/* A first block of more characters is a paragraph, not a headline: newspaper
 * headlines run to some 80, with a subtitle behind a colon to somewhat more. */
#define MAX_TITLE_CHARS 120

/* Three authors have room in it, with "By" and what they are; some papers have hundreds. */
#define MAX_BYLINE_CHARS 200

struct _DoubletArticle
{
  DoubletArticleFields fields; /* every string owned; text, name and title never NULL */
  DoubletOffsetMap     offset_map;
};

/* One line of display text: every run of white space and control characters
 * becomes one space, none at the ends.  NULL if nothing is left. */
static char *
dup_line (const char *text,
          gsize       n_bytes)
{
  g_autoptr (GString) line = g_string_sized_new (n_bytes);
  const char *end = text + n_bytes;
  gboolean    space = FALSE;

  for (const char *p = text; p < end; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (g_unichar_isspace (c) || g_unichar_iscntrl (c))
        {
          space = TRUE;
          continue;
        }
      if (space && line->len > 0)
        g_string_append_c (line, ' ');
      space = FALSE;
      g_string_append_unichar (line, c);
    }

  return line->len > 0 ? g_string_free (g_steal_pointer (&line), FALSE) : NULL;
}

/* A full stop of any script, perhaps inside quotation marks or brackets; a
 * question or a call may be a headline. */
static gboolean
ends_with_stop (const char *line)
{
  const char *p = line + strlen (line);

  while (p > line)
    {
      gunichar c;

      p = g_utf8_prev_char (p);
      c = g_utf8_get_char (p);
      switch (c)
        {
        case '.':
        case 0x0589: /* Armenian */
        case 0x06d4: /* Arabic */
        case 0x0964: /* Devanagari */
        case 0x1362: /* Ethiopic */
        case 0x104b: /* Burmese */
        case 0x17d4: /* Khmer */
        case 0x2026: /* … */
        case 0x3002: /* 。 */
        case 0xff0e: /* ． */
        case 0xff61: /* ｡ */
          return TRUE;
        case '"':
        case '\'':
        case ')':
          continue;
        default:
          break;
        }
      if (g_unichar_type (c) != G_UNICODE_FINAL_PUNCTUATION && g_unichar_type (c) != G_UNICODE_CLOSE_PUNCTUATION)
        break;
    }

  return FALSE;
}

static gboolean
has_newline (const char *text,
             gsize       n_bytes)
{
  return memchr (text, '\n', n_bytes) != NULL || memchr (text, '\r', n_bytes) != NULL;
}

/* A wrapped heading is still a heading; a paragraph of two lines is none. */
static char *
dup_title_of_text (const DoubletArticleFields *fields)
{
  g_autofree char    *line = NULL;
  const DoubletBlock *block = fields->blocks;

  if (fields->n_blocks == 0)
    return NULL;

  /* Four bytes are the most of a code point, so longer blocks need no count. */
  if (block->end - block->start > 4 * MAX_TITLE_CHARS)
    return NULL;
  if (block->kind != DOUBLET_BLOCK_HEADING && has_newline (fields->text + block->start, block->end - block->start))
    return NULL;

  line = dup_line (fields->text + block->start, block->end - block->start);
  if (line == NULL || g_utf8_strlen (line, -1) > MAX_TITLE_CHARS || ends_with_stop (line))
    return NULL;
  return g_steal_pointer (&line);
}

static void
settle_title (DoubletArticleFields *fields)
{
  g_autofree char *given = g_steal_pointer (&fields->title);

  if (given != NULL && g_utf8_validate (given, -1, NULL))
    fields->title = dup_line (given, strlen (given));
  if (fields->title == NULL)
    fields->title = dup_title_of_text (fields);
  if (fields->title == NULL)
    fields->title = g_strdup (fields->name);
}

static void
settle_byline (DoubletArticleFields *fields)
{
  g_autofree char *given = g_steal_pointer (&fields->byline);
  g_autofree char *line = NULL;

  if (given != NULL && g_utf8_validate (given, -1, NULL))
    line = dup_line (given, strlen (given));
  if (line != NULL && g_utf8_strlen (line, -1) > MAX_BYLINE_CHARS)
    {
      *g_utf8_offset_to_pointer (line, MAX_BYLINE_CHARS - 1) = '\0';
      g_strchomp (line);
      fields->byline = g_strconcat (line, "…", NULL);
      return;
    }
  fields->byline = g_steal_pointer (&line);
}

/* What every later step relies on.  A loader that breaks it is at fault, not the
 * file it read; one that has just been through the whole text is believed. */
static void
check_invariants (const DoubletArticleFields *fields)
{
#ifndef G_DISABLE_ASSERT
  DoubletUtf8Counts counts = { 0 };
  guint32           end = 0;

  g_assert (fields->n_bytes < G_MAXUINT32);
  if (fields->n_chars == 0)
    g_assert (doublet_utf8_scan (fields->text, fields->n_bytes, &counts) == fields->text + fields->n_bytes);
  g_assert (fields->text[fields->n_bytes] == '\0');

  for (guint i = 0; i < fields->n_blocks; i++)
    {
      const DoubletBlock *block = &fields->blocks[i];

      g_assert (block->start >= end);
      g_assert (block->start < block->end);
      g_assert (block->end <= fields->n_bytes);
      g_assert ((fields->text[block->start] & 0xc0) != 0x80);
      g_assert ((fields->text[block->end] & 0xc0) != 0x80);
      end = block->end;
    }
#endif
}

/**
 * doublet_article_new:
 * @fields: what is known of the article; empty afterwards, as all that it owned
 *   now belongs to the article
 *
 * Settles the title: the one given, else a short first block without a final
 * stop, else the name; of a long byline the beginning stays.
 *
 * Returns: (transfer full): an article
 */
DoubletArticle *
doublet_article_new (DoubletArticleFields *fields)
{
  DoubletArticle *self = g_atomic_rc_box_new0 (DoubletArticle);

  self->fields = *fields;
  *fields = (DoubletArticleFields){ 0 };

  if (self->fields.text == NULL)
    {
      self->fields.text = g_strdup ("");
      self->fields.n_bytes = 0;
    }
  else
    /* A string that grew has room for up to twice as much, and this one stays. */
    self->fields.text = g_realloc (self->fields.text, self->fields.n_bytes + 1);
  if (self->fields.name == NULL)
    self->fields.name = g_strdup ("");
  if (self->fields.format == NULL)
    self->fields.format = "text";

  check_invariants (&self->fields);
  settle_title (&self->fields);
  settle_byline (&self->fields);
  doublet_offset_map_init (&self->offset_map, self->fields.text, self->fields.n_bytes, self->fields.n_chars);
  return self;
}

/**
 * doublet_article_ref:
 * @self: an article
 *
 * Returns: (transfer full): @self
 */
DoubletArticle *
doublet_article_ref (DoubletArticle *self)
{
  return g_atomic_rc_box_acquire (self);
}

static void
clear (gpointer data)
{
  DoubletArticle *self = data;

  doublet_offset_map_clear (&self->offset_map);
  g_free (self->fields.name);
  g_free (self->fields.source);
  g_free (self->fields.title);
  g_free (self->fields.byline);
  g_free (self->fields.language);
  g_free (self->fields.charset);
  g_free (self->fields.text);
  g_free (self->fields.blocks);
  g_free (self->fields.incomplete);
}

/**
 * doublet_article_unref:
 * @self: (transfer full): an article
 */
void
doublet_article_unref (DoubletArticle *self)
{
  g_atomic_rc_box_release_full (self, clear);
}

/**
 * doublet_article_get_name:
 * @self: an article
 *
 * Returns: what people call it
 */
const char *
doublet_article_get_name (const DoubletArticle *self)
{
  return self->fields.name;
}

/**
 * doublet_article_get_source:
 * @self: an article
 *
 * Returns: (nullable): the path or URI it came from
 */
const char *
doublet_article_get_source (const DoubletArticle *self)
{
  return self->fields.source;
}

/**
 * doublet_article_get_title:
 * @self: an article
 *
 * Returns: its title, one line of display text
 */
const char *
doublet_article_get_title (const DoubletArticle *self)
{
  return self->fields.title;
}

/**
 * doublet_article_has_headline:
 * @self: an article
 *
 * Returns: whether its first block is a headline: short and without a final stop,
 *   whatever its metadata say
 */
gboolean
doublet_article_has_headline (const DoubletArticle *self)
{
  g_autofree char *headline = dup_title_of_text (&self->fields);

  return headline != NULL;
}

/**
 * doublet_article_get_byline:
 * @self: an article
 *
 * Returns: (nullable): who wrote it, one line of display text.  Only what is published
 *   with an article counts: the author that a program notes in a document is often the
 *   account of whoever made the file, and it must not get into a report.
 */
const char *
doublet_article_get_byline (const DoubletArticle *self)
{
  return self->fields.byline;
}

/**
 * doublet_article_get_language:
 * @self: an article
 *
 * Returns: (nullable): its language as a BCP 47 tag
 */
const char *
doublet_article_get_language (const DoubletArticle *self)
{
  return self->fields.language;
}

/**
 * doublet_article_get_charset:
 * @self: an article
 *
 * Returns: (nullable): the IANA name of the encoding its bytes had
 */
const char *
doublet_article_get_charset (const DoubletArticle *self)
{
  return self->fields.charset;
}

/**
 * doublet_article_get_charset_guessed:
 * @self: an article
 *
 * Returns: whether the encoding was found by statistics only
 */
gboolean
doublet_article_get_charset_guessed (const DoubletArticle *self)
{
  return self->fields.charset_guessed;
}

/**
 * doublet_article_get_format:
 * @self: an article
 *
 * Returns: the format's name in the table of formats
 */
const char *
doublet_article_get_format (const DoubletArticle *self)
{
  return self->fields.format;
}

/**
 * doublet_article_get_incomplete:
 * @self: an article
 *
 * Returns: (nullable): a translated sentence about what could not be read
 */
const char *
doublet_article_get_incomplete (const DoubletArticle *self)
{
  return self->fields.incomplete;
}

/**
 * doublet_article_get_text:
 * @self: an article
 * @n_bytes: (out) (optional): its length
 *
 * Returns: the text, valid UTF-8 with a NUL behind it
 */
const char *
doublet_article_get_text (const DoubletArticle *self,
                          gsize                *n_bytes)
{
  if (n_bytes != NULL)
    *n_bytes = self->fields.n_bytes;
  return self->fields.text;
}

/**
 * doublet_article_get_blocks:
 * @self: an article
 * @n_blocks: (out): how many
 *
 * Returns: (array length=n_blocks) (nullable): its blocks, in order
 */
const DoubletBlock *
doublet_article_get_blocks (const DoubletArticle *self,
                            guint                *n_blocks)
{
  *n_blocks = self->fields.n_blocks;
  return self->fields.blocks;
}

/**
 * doublet_article_get_offset_map:
 * @self: an article
 *
 * Returns: the map between bytes and code points of its text
 */
const DoubletOffsetMap *
doublet_article_get_offset_map (const DoubletArticle *self)
{
  return &self->offset_map;
}

/**
 * doublet_article_find_block:
 * @self: an article
 * @byte_offset: an offset into its text
 *
 * Returns: the first block that ends behind @byte_offset: the one it lies in, or
 *   the one after the gap it lies in; the number of blocks if there is none
 */
guint
doublet_article_find_block (const DoubletArticle *self,
                            gsize                 byte_offset)
{
  guint low = 0;
  guint high = self->fields.n_blocks;

  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (self->fields.blocks[middle].end > byte_offset)
        high = middle;
      else
        low = middle + 1;
    }

  return low;
}
