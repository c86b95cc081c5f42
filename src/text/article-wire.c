/* article-wire.c
 *
 * SPDX-FileCopyrightText: 2026 The Doublet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "article-wire.h"

#include <string.h>

/*
 * Numbers have 32 bits, the lowest byte first; a string is its length and its bytes,
 * and a length of G_MAXUINT32 stands for none.
 *
 *   "DBLT", version, kind
 *   article: title, byline, language, charset, incomplete, charset guessed, text,
 *            number of blocks, and of each: start, end, kind, level
 *   failure: code, sentence
 *
 * Name, source and format are not in it: the one who asked knows them.
 */

#define MAGIC 0x544c4244u /* "DBLT" */
#define VERSION_OF_WIRE 2u

#define KIND_ARTICLE 1u
#define KIND_FAILURE 2u

#define NO_STRING G_MAXUINT32

/* A title, a sentence: no real one is nearly as long. */
#define MAX_STRING_BYTES 4096u

#define BLOCK_BYTES 16u

static void
write_number (GByteArray *out,
              guint32     number)
{
  guint32 le = GUINT32_TO_LE (number);

  g_byte_array_append (out, (const guint8 *)&le, sizeof le);
}

static void
write_string (GByteArray *out,
              const char *string,
              gsize       n_bytes)
{
  if (string == NULL)
    {
      write_number (out, NO_STRING);
      return;
    }
  write_number (out, n_bytes);
  g_byte_array_append (out, (const guint8 *)string, n_bytes);
}

/* Cut at a character if it is longer than a reader takes. */
static void
write_short_string (GByteArray *out,
                    const char *string)
{
  gsize n_bytes = string != NULL ? strlen (string) : 0;

  if (n_bytes > MAX_STRING_BYTES)
    {
      n_bytes = MAX_STRING_BYTES;
      while (n_bytes > 0 && ((guchar)string[n_bytes] & 0xc0) == 0x80)
        n_bytes--;
    }
  write_string (out, string, n_bytes);
}

static GByteArray *
begin (guint kind)
{
  GByteArray *out = g_byte_array_new ();

  write_number (out, MAGIC);
  write_number (out, VERSION_OF_WIRE);
  write_number (out, kind);
  return out;
}

/**
 * doublet_article_wire_encode:
 * @article: an article
 *
 * Returns: (transfer full): it as bytes, without name, source and format
 */
GBytes *
doublet_article_wire_encode (const DoubletArticle *article)
{
  GByteArray         *out = begin (KIND_ARTICLE);
  gsize               n_bytes;
  const char         *text = doublet_article_get_text (article, &n_bytes);
  guint               n_blocks;
  const DoubletBlock *blocks = doublet_article_get_blocks (article, &n_blocks);

  write_short_string (out, doublet_article_get_title (article));
  write_short_string (out, doublet_article_get_byline (article));
  write_short_string (out, doublet_article_get_language (article));
  write_short_string (out, doublet_article_get_charset (article));
  write_short_string (out, doublet_article_get_incomplete (article));
  write_number (out, doublet_article_get_charset_guessed (article) ? 1 : 0);
  write_string (out, text, n_bytes);
  write_number (out, n_blocks);
  for (guint i = 0; i < n_blocks; i++)
    {
      write_number (out, blocks[i].start);
      write_number (out, blocks[i].end);
      write_number (out, blocks[i].kind);
      write_number (out, blocks[i].level);
    }
  return g_byte_array_free_to_bytes (out);
}

/**
 * doublet_article_wire_encode_failure:
 * @code: the code of an error
 * @sentence: translated: what is wrong
 *
 * Returns: (transfer full): the answer that there is no article
 */
GBytes *
doublet_article_wire_encode_failure (guint       code,
                                     const char *sentence)
{
  GByteArray *out = begin (KIND_FAILURE);

  write_number (out, code);
  write_short_string (out, sentence);
  return g_byte_array_free_to_bytes (out);
}

/* What is left to read.  After a failure nothing is read any more. */
typedef struct
{
  const guint8 *data;
  gsize         left;
  gboolean      failed;
} Reader;

static gboolean
fail (Reader *reader)
{
  reader->failed = TRUE;
  return FALSE;
}

static guint32
read_number (Reader *reader)
{
  guint32 number;

  if (reader->failed || reader->left < sizeof number)
    {
      fail (reader);
      return 0;
    }
  memcpy (&number, reader->data, sizeof number);
  reader->data += sizeof number;
  reader->left -= sizeof number;
  return GUINT32_FROM_LE (number);
}

/* NULL for no string, and after a failure. */
static char *
read_string (Reader *reader,
             gsize   max_bytes,
             gsize  *n_bytes)
{
  guint32 length = read_number (reader);
  char   *string;

  *n_bytes = 0;
  if (reader->failed || length == NO_STRING)
    return NULL;
  if (length > max_bytes || length > reader->left || !g_utf8_validate_len ((const char *)reader->data, length, NULL))
    {
      fail (reader);
      return NULL;
    }
  string = g_strndup ((const char *)reader->data, length);
  reader->data += length;
  reader->left -= length;
  *n_bytes = length;
  return string;
}

/* Without what could move about on a terminal; an empty string is none. */
static char *
read_short_string (Reader *reader)
{
  gsize            n_bytes;
  g_autofree char *string = read_string (reader, MAX_STRING_BYTES, &n_bytes);
  GString         *clean;

  if (n_bytes == 0)
    return NULL;
  clean = g_string_sized_new (n_bytes);
  for (const char *p = string; *p != '\0'; p = g_utf8_next_char (p))
    g_string_append_unichar (clean, g_unichar_iscntrl (g_utf8_get_char (p)) ? ' ' : g_utf8_get_char (p));
  return g_string_free (clean, FALSE);
}

static gboolean
is_space (const char *text,
          gsize       start,
          gsize       end)
{
  for (const char *p = text + start; p < text + end; p = g_utf8_next_char (p))
    if (!g_unichar_isspace (g_utf8_get_char (p)))
      return FALSE;
  return TRUE;
}

static gboolean
is_border (const char *text,
           gsize       offset)
{
  return ((guchar)text[offset] & 0xc0) != 0x80;
}

/* What doublet_article_new() takes for granted. */
static gboolean
check_block (const DoubletArticleFields *fields,
             const guint32               numbers[4],
             gsize                       end_before)
{
  gsize start = numbers[0];
  gsize end = numbers[1];

  return start >= end_before && start < end && end <= fields->n_bytes &&
         is_border (fields->text, start) && is_border (fields->text, end) &&
         is_space (fields->text, end_before, start) &&
         numbers[2] <= DOUBLET_BLOCK_TABLE_CELL && numbers[3] <= G_MAXUINT8;
}

static gboolean
read_blocks (Reader               *reader,
             DoubletArticleFields *fields,
             gsize                 max_blocks)
{
  guint32 n_blocks = read_number (reader);
  gsize   end = 0;

  /* Each block is there in full, so the array is no larger than the answer. */
  if (reader->failed || n_blocks > max_blocks || n_blocks > reader->left / BLOCK_BYTES)
    return fail (reader);

  fields->blocks = g_new (DoubletBlock, n_blocks);
  fields->n_blocks = n_blocks;
  for (guint i = 0; i < n_blocks; i++)
    {
      guint32 numbers[4];

      for (guint j = 0; j < G_N_ELEMENTS (numbers); j++)
        numbers[j] = read_number (reader);
      if (!check_block (fields, numbers, end))
        return fail (reader);
      fields->blocks[i] = (DoubletBlock){ numbers[0], numbers[1], (DoubletBlockKind)numbers[2], (guint8)numbers[3] };
      end = numbers[1];
    }
  return is_space (fields->text, end, fields->n_bytes) || fail (reader);
}

static void
clear_fields (DoubletArticleFields *fields)
{
  g_free (fields->title);
  g_free (fields->byline);
  g_free (fields->language);
  g_free (fields->charset);
  g_free (fields->incomplete);
  g_free (fields->text);
  g_free (fields->blocks);
}

static void
read_article (Reader                  *reader,
              const char              *name,
              const char              *source,
              const char              *format,
              const DoubletWireLimits *limits,
              DoubletWireAnswer       *answer)
{
  DoubletArticleFields fields = { .format = format };
  guint32              guessed;

  fields.title = read_short_string (reader);
  fields.byline = read_short_string (reader);
  fields.language = read_short_string (reader);
  fields.charset = read_short_string (reader);
  fields.incomplete = read_short_string (reader);
  guessed = read_number (reader);
  fields.charset_guessed = guessed == 1;
  fields.text = read_string (reader, MIN (4 * limits->n_chars, G_MAXUINT32 - 1), &fields.n_bytes);
  if (guessed > 1 || fields.text == NULL || (gsize)g_utf8_strlen (fields.text, fields.n_bytes) > limits->n_chars)
    fail (reader);

  if (reader->failed || !read_blocks (reader, &fields, limits->n_blocks) || reader->left > 0)
    {
      fail (reader);
      clear_fields (&fields);
      return;
    }
  fields.name = g_strdup (name);
  fields.source = g_strdup (source);
  answer->article = doublet_article_new (&fields);
}

/**
 * doublet_article_wire_decode:
 * @bytes: an answer
 * @name: what people call the article
 * @source: (nullable): where it came from
 * @format: (transfer none): static: the id of the format
 * @limits: what is taken at most
 * @answer: (out caller-allocates): what it says
 *
 * Reads what doublet_article_wire_encode() or its sister wrote.  Any bytes may come.
 *
 * Returns: whether @bytes make sense; if not, @answer is empty
 */
gboolean
doublet_article_wire_decode (GBytes                  *bytes,
                             const char              *name,
                             const char              *source,
                             const char              *format,
                             const DoubletWireLimits *limits,
                             DoubletWireAnswer       *answer)
{
  Reader  reader = { 0 };
  guint32 magic;
  guint32 version;
  guint32 kind;

  *answer = (DoubletWireAnswer){ 0 };
  reader.data = g_bytes_get_data (bytes, &reader.left);
  magic = read_number (&reader);
  version = read_number (&reader);
  kind = read_number (&reader);
  if (reader.failed || magic != MAGIC || version != VERSION_OF_WIRE)
    return FALSE;

  if (kind == KIND_ARTICLE)
    {
      read_article (&reader, name, source, format, limits, answer);
    }
  else if (kind == KIND_FAILURE)
    {
      answer->code = read_number (&reader);
      answer->sentence = read_short_string (&reader);
      if (answer->sentence == NULL || reader.left > 0)
        fail (&reader);
    }
  else
    {
      fail (&reader);
    }

  if (reader.failed)
    doublet_wire_answer_clear (answer);
  return !reader.failed;
}

/**
 * doublet_wire_answer_clear:
 * @self: an answer
 *
 * Frees what @self owns.
 */
void
doublet_wire_answer_clear (DoubletWireAnswer *self)
{
  g_clear_pointer (&self->article, doublet_article_unref);
  g_clear_pointer (&self->sentence, g_free);
  self->code = 0;
}
