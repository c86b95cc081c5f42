/* pdf-hyphens.c
 *
 * SPDX-FileCopyrightText: 2026 The Doublet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "pdf-hyphens.h"

#include <string.h>

/*
 * Without a dictionary, the document itself is the witness: a word that stands in it
 * with its hyphen in the middle of a line, "well-known", is written so at the end of one
 * too; one that stands in it without, "confirmed", is not.  Where it says neither, the
 * hyphen is taken for one that the line's end has brought, as nine of ten are.
 */

/* Longer is no word, but a line of signs. */
#define MAX_WORD_BYTES 200

/* A word behind "Ost-" that is never the end of another. */
static const char *const conjunctions[] = { "and", "bzw", "oder", "och", "sowie", "und" };

struct _DoubletPdfHyphens
{
  GHashTable *words; /* owned string, set: in small letters, those with hyphens too */
};

static gboolean
is_hyphen (gunichar c)
{
  return c == '-' || c == 0x2010 || c == 0x2011;
}

/* Appends a letter in the form in which words are compared. */
static void
append_plain (GString *word,
              gunichar c)
{
  if (is_hyphen (c))
    g_string_append_c (word, '-');
  else if (c != 0xad)
    g_string_append_unichar (word, g_unichar_tolower (c));
}

static void
end_word (DoubletPdfHyphens *self,
          GString           *word)
{
  /* A hyphen at its end does not tell how the word is written. */
  if (word->len > 0 && word->len <= MAX_WORD_BYTES && word->str[word->len - 1] != '-')
    g_hash_table_add (self->words, g_strndup (word->str, word->len));
  g_string_truncate (word, 0);
}

/**
 * doublet_pdf_hyphens_new:
 * @lines: the lines of a document
 *
 * Returns: (transfer full): its words
 */
DoubletPdfHyphens *
doublet_pdf_hyphens_new (const DoubletPdfLines *lines)
{
  DoubletPdfHyphens *self = g_new0 (DoubletPdfHyphens, 1);
  g_autoptr (GString) word = g_string_new (NULL);

  self->words = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  for (guint i = 0; i < lines->lines->len; i++)
    {
      const DoubletPdfLine *line = doublet_pdf_lines_get (lines, i);
      const char           *end = lines->text->str + line->end;

      for (const char *at = lines->text->str + line->start; at < end; at = g_utf8_next_char (at))
        {
          gunichar c = g_utf8_get_char (at);

          if (g_unichar_isalpha (c) || (word->len > 0 && is_hyphen (c)))
            append_plain (word, c);
          else
            end_word (self, word);
        }
      end_word (self, word);
    }
  return self;
}

/**
 * doublet_pdf_hyphens_free:
 * @self: (transfer full): words
 */
void
doublet_pdf_hyphens_free (DoubletPdfHyphens *self)
{
  g_hash_table_unref (self->words);
  g_free (self);
}

/* The letters and hyphens before @hyphen. */
static const char *
find_word_start (const char *start,
                 const char *hyphen)
{
  const char *word = hyphen;

  while (word > start)
    {
      const char *before = g_utf8_prev_char (word);
      gunichar    c = g_utf8_get_char (before);

      if (!g_unichar_isalpha (c) && !is_hyphen (c) && c != 0xad)
        break;
      word = before;
    }
  return word;
}

static void
append_letters (GString    *word,
                const char *start,
                const char *end)
{
  for (const char *at = start; at < end; at = g_utf8_next_char (at))
    append_plain (word, g_utf8_get_char (at));
}

/* Up to where the letters of the next line's first word go. */
static const char *
find_word_end (const char *next,
               const char *end)
{
  while (next < end && (g_unichar_isalpha (g_utf8_get_char (next)) || is_hyphen (g_utf8_get_char (next))))
    next = g_utf8_next_char (next);
  return next;
}

static gboolean
is_conjunction (const char *start,
                const char *end)
{
  for (guint i = 0; i < G_N_ELEMENTS (conjunctions); i++)
    if (strlen (conjunctions[i]) == (gsize)(end - start) && strncmp (conjunctions[i], start, (gsize)(end - start)) == 0)
      return TRUE;
  return FALSE;
}

/**
 * doublet_pdf_hyphens_judge:
 * @self: the words of the document
 * @start: where the line begins
 * @hyphen: the hyphen at its end
 * @next: where the next line begins
 * @end: where that ends
 *
 * Returns: what the hyphen means
 */
DoubletPdfHyphen
doublet_pdf_hyphens_judge (const DoubletPdfHyphens *self,
                           const char              *start,
                           const char              *hyphen,
                           const char              *next,
                           const char              *end)
{
  const char *word = find_word_start (start, hyphen);
  const char *next_end = find_word_end (next, end);
  g_autoptr (GString) joined = g_string_new (NULL);
  gsize n_before;

  if (is_conjunction (next, next_end))
    return DOUBLET_PDF_HYPHEN_APART;
  if (g_utf8_get_char (hyphen) == 0xad)
    return DOUBLET_PDF_HYPHEN_SOFT;
  if (word == hyphen || next == next_end || !g_unichar_islower (g_utf8_get_char (next)))
    return DOUBLET_PDF_HYPHEN_HARD;

  append_letters (joined, word, hyphen);
  n_before = joined->len;
  append_letters (joined, next, next_end);
  if (g_hash_table_contains (self->words, joined->str))
    return DOUBLET_PDF_HYPHEN_SOFT;
  g_string_insert_c (joined, (gssize)n_before, '-');
  return g_hash_table_contains (self->words, joined->str) ? DOUBLET_PDF_HYPHEN_HARD : DOUBLET_PDF_HYPHEN_SOFT;
}
