/* rtf-document.c
 *
 * SPDX-FileCopyrightText: 2026 The Doublet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define _GNU_SOURCE /* memmem() */

#include "config.h"

#include "rtf-document.h"

#include "load-error.h"
#include "load-limits.h"
#include "rtf-interpreter-private.h"
#include "rtf-languages.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/*
 * What the words of a document say is true until its group ends, so there is a stack
 * of states, one for each open group.
 */

/* What people write nests some 20 deep; Word itself refuses more than this. */
#define MAX_DEPTH 1000

static void
open_group (DoubletRtfInterpreter *self)
{
  if (self->outer->len >= MAX_DEPTH || self->too_deep > 0)
    {
      self->too_deep++;
      self->nested_too_deeply = TRUE;
      return;
    }
  g_array_append_val (self->outer, self->state);
}

static void
close_group (DoubletRtfInterpreter *self)
{
  DoubletRtfState outer;

  if (self->too_deep > 0)
    {
      self->too_deep--;
      return;
    }

  doublet_rtf_interpreter_drop_surrogate (self);
  doublet_rtf_interpreter_end_table_entry (self);
  outer = g_array_index (self->outer, DoubletRtfState, self->outer->len - 1);
  if (outer.place != self->state.place)
    doublet_rtf_interpreter_end_paragraph (self, FALSE);
  self->state = outer;
  g_array_set_size (self->outer, self->outer->len - 1);
  self->closed = self->outer->len == 0;
}

static void
take_word (DoubletRtfInterpreter *self,
           const DoubletRtfToken *token)
{
  guint            value;
  DoubletRtfAction action = doublet_rtf_words_find (token->word, &value);
  gboolean         star = self->star;

  self->star = FALSE;
  if (self->too_deep > 0)
    return;

  if (action >= DOUBLET_RTF_SKIP)
    doublet_rtf_interpreter_begin_destination (self, action);
  else if (star)
    doublet_rtf_interpreter_begin_destination (self, DOUBLET_RTF_SKIP);
  else if (self->state.destination != DOUBLET_RTF_TO_NOTHING)
    switch ((int)action)
      {
      case DOUBLET_RTF_NOTHING:
        break;
      case DOUBLET_RTF_CHARACTER:
        doublet_rtf_interpreter_add_character (self, value);
        break;
      case DOUBLET_RTF_SPACE:
        doublet_rtf_interpreter_add_character (self, ' ');
        break;
      case DOUBLET_RTF_TAB:
        doublet_rtf_interpreter_meet_tab (self);
        break;
      case DOUBLET_RTF_UNICODE:
        doublet_rtf_interpreter_add_unicode (self, token->number);
        break;
      case DOUBLET_RTF_END_PARAGRAPH:
        doublet_rtf_interpreter_meet_paragraph_end (self);
        break;
      case DOUBLET_RTF_END_CELL:
        self->to_skip = 0;
        if (self->state.destination == DOUBLET_RTF_TO_TEXT)
          doublet_rtf_interpreter_end_paragraph (self, TRUE);
        break;
      default:
        doublet_rtf_interpreter_take_property (self, action, value, token);
        break;
      }
}

static void
take_symbol (DoubletRtfInterpreter *self,
             guint8                 symbol)
{
  switch (symbol)
    {
    case '\\':
    case '{':
    case '}':
      doublet_rtf_interpreter_add_bytes (self, &symbol, 1);
      break;
    case '~':
      doublet_rtf_interpreter_add_character (self, 0xa0);
      break;
    case '_':
      doublet_rtf_interpreter_add_character (self, 0x2011);
      break;
    case '-':
      doublet_rtf_interpreter_add_character (self, 0xad);
      break;
    case '\t':
      doublet_rtf_interpreter_flush (self);
      doublet_rtf_interpreter_meet_tab (self);
      break;
    case '\n':
    case '\r':
      doublet_rtf_interpreter_flush (self);
      doublet_rtf_interpreter_meet_paragraph_end (self);
      break;
    case '*':
      self->star = TRUE;
      break;
    default:
      break;
    }
}

static void
take_token (DoubletRtfInterpreter *self,
            const DoubletRtfToken *token)
{
  switch (token->kind)
    {
    case DOUBLET_RTF_TEXT:
      doublet_rtf_interpreter_add_bytes (self, token->text, token->n_bytes);
      break;
    case DOUBLET_RTF_BYTE:
      doublet_rtf_interpreter_add_bytes (self, &token->byte, 1);
      break;
    case DOUBLET_RTF_SYMBOL:
      take_symbol (self, token->byte);
      break;
    case DOUBLET_RTF_WORD:
      doublet_rtf_interpreter_flush (self);
      take_word (self, token);
      break;
    case DOUBLET_RTF_OPEN:
      doublet_rtf_interpreter_flush (self);
      self->to_skip = 0;
      open_group (self);
      break;
    case DOUBLET_RTF_CLOSE:
      doublet_rtf_interpreter_flush (self);
      self->to_skip = 0;
      close_group (self);
      break;
    case DOUBLET_RTF_END:
    default:
      break;
    }
}

static gboolean
is_too_big (const DoubletRtfInterpreter *self,
            GError                     **error)
{
  if (doublet_rtf_text_get_n_chars (self->text) > DOUBLET_LIMIT_ARTICLE_CHARS)
    {
      g_set_error (error, DOUBLET_LOAD_ERROR, DOUBLET_LOAD_ERROR_TOO_BIG,
                   /* Translators: %d is a number, such as 50 */
                   _ ("It has more than %d million characters, which is the most that Doublet reads."),
                   DOUBLET_LIMIT_ARTICLE_MILLION_CHARS);
      return TRUE;
    }
  if (doublet_rtf_text_get_n_paragraphs (self->text) > DOUBLET_LIMIT_ARTICLE_BLOCKS)
    {
      g_set_error (error, DOUBLET_LOAD_ERROR, DOUBLET_LOAD_ERROR_TOO_BIG,
                   /* Translators: %d is a number, such as 2 */
                   _ ("It has more than %d million paragraphs, which is the most that Doublet reads."),
                   DOUBLET_LIMIT_ARTICLE_MILLION_BLOCKS);
      return TRUE;
    }
  return FALSE;
}

static gboolean
read_all (DoubletRtfInterpreter *self,
          DoubletRtfLexer       *lexer,
          const DoubletProgress *progress,
          GError               **error)
{
  const double    n_bytes = (double)(lexer->end - lexer->at);
  DoubletRtfToken token;

  for (guint n = 1; !self->closed; n++)
    {
      doublet_rtf_lexer_next (lexer, &token);
      if (token.kind == DOUBLET_RTF_END)
        break;
      take_token (self, &token);

      if ((n & DOUBLET_PROGRESS_MASK) == 0)
        {
          doublet_progress_report (progress, 1 - (double)(lexer->end - lexer->at) / n_bytes);
          if (is_too_big (self, error))
            return FALSE;
          if (doublet_progress_is_cancelled (progress))
            {
              doublet_load_error_set_cancelled (error);
              return FALSE;
            }
        }
    }

  doublet_rtf_interpreter_flush (self);
  doublet_rtf_interpreter_drop_surrogate (self);
  doublet_rtf_interpreter_end_paragraph (self, FALSE);
  return !is_too_big (self, error);
}

/* The language of most of the text, as the default is often just that of the program. */
static const char *
find_language (const DoubletRtfInterpreter *self)
{
  guint best = 0;

  for (guint i = 1; i < DOUBLET_RTF_N_LANGUAGES; i++)
    if (self->languages[i].n_bytes > self->languages[best].n_bytes)
      best = i;
  return doublet_rtf_languages_find ((guint)self->languages[best].number);
}

static gboolean
holds_another (const DoubletRtfLexer *lexer)
{
  static const char beginning[] = "{\\rtf";

  return memmem (lexer->at, lexer->end - lexer->at, beginning, strlen (beginning)) != NULL;
}

static void
tell_losses (const DoubletRtfInterpreter *self,
             const DoubletRtfLexer       *lexer,
             DoubletArticleBuilder       *builder)
{
  gsize n = doublet_code_pages_get_n_replaced (self->pages);

  if (!self->closed || lexer->overran)
    doublet_article_builder_set_incomplete (builder, _ ("The document breaks off: its end may be missing."));
  if (holds_another (lexer))
    doublet_article_builder_set_incomplete (builder, _ ("The file holds several documents. Only the first was read."));
  if (self->nested_too_deeply)
    doublet_article_builder_set_incomplete (builder, _ ("What is nested very deeply in the document was left out."));
  if (n > 0)
    {
      g_autofree char *sentence =
        g_strdup_printf (ngettext (/* Translators: %lu is a number */
                                   "%lu character could not be decoded.",
                                   "%lu characters could not be decoded.", n),
                         (gulong)n);

      doublet_article_builder_set_incomplete (builder, sentence);
    }
}

static void
tell_charset (const DoubletRtfInterpreter *self,
              const DoubletCharset        *charset,
              DoubletArticleBuilder       *builder)
{
  g_autofree char      *name = doublet_code_page_get_charset (self->page);
  const DoubletCharset *known = charset != NULL ? charset : name != NULL ? doublet_charset_find (name)
                                                                         : NULL;

  doublet_article_builder_set_charset (builder, known != NULL ? known->name : name, FALSE);
}

static void
init_reader (DoubletRtfInterpreter *self,
             const DoubletCharset  *charset,
             DoubletArticleBuilder *builder)
{
  self->outer = g_array_new (FALSE, FALSE, sizeof (DoubletRtfState));
  self->pages = doublet_code_pages_new (charset);
  self->tables = doublet_rtf_tables_new ();
  self->text = doublet_rtf_text_new (builder);
  self->gathered = g_byte_array_new ();
  self->title = g_string_new (NULL);
  self->page = DOUBLET_CODE_PAGE_WESTERN;
  self->state.unicode_skip = 1;
  self->state.around = DOUBLET_RTF_TO_NOTHING;
  doublet_rtf_interpreter_reset_paragraph (&self->state);
}

static void
clear_reader (DoubletRtfInterpreter *self)
{
  g_array_unref (self->outer);
  doublet_code_pages_free (self->pages);
  doublet_rtf_tables_free (self->tables);
  doublet_rtf_text_free (self->text);
  g_byte_array_unref (self->gathered);
  g_string_free (self->title, TRUE);
}

/**
 * doublet_rtf_document_read:
 * @bytes: a document, from its first brace on
 * @n_bytes: its length
 * @charset: (nullable): what a person chose
 * @options: (nullable): how to read it
 * @builder: where its text and what is known of it go
 * @progress: (nullable): whom to tell how far it is, and to ask whether to stop
 * @error: return location for an error
 *
 * Returns: whether it was read
 */
gboolean
doublet_rtf_document_read (const guint8             *bytes,
                           gsize                     n_bytes,
                           const DoubletCharset     *charset,
                           const DoubletLoadOptions *options,
                           DoubletArticleBuilder    *builder,
                           const DoubletProgress    *progress,
                           GError                  **error)
{
  DoubletRtfInterpreter self = { 0 };
  DoubletRtfLexer       lexer;
  gboolean              ok;

  init_reader (&self, charset, builder);
  self.original = options != NULL && options->tracked == DOUBLET_TRACKED_ORIGINAL;
  doublet_rtf_lexer_init (&lexer, bytes, n_bytes);

  ok = read_all (&self, &lexer, progress, error);
  if (ok)
    {
      doublet_rtf_text_finish (self.text);
      doublet_article_builder_set_title (builder, self.title->str);
      doublet_article_builder_set_language (builder, find_language (&self));
      tell_charset (&self, charset, builder);
      tell_losses (&self, &lexer, builder);
    }

  clear_reader (&self);
  return ok;
}
