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
#include "rtf-code-pages.h"
#include "rtf-languages.h"
#include "rtf-lexer.h"
#include "rtf-tables.h"
#include "rtf-text.h"
#include "rtf-words.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/*
 * What the words of a document say is true until its group ends, so there is a stack
 * of states, one for each open group.  Bytes are gathered until anything else comes:
 * in the East Asian code pages a character can be written half as \'hh and half as it
 * is.
 */

/* What people write nests some 20 deep; Word itself refuses more than this. */
#define MAX_DEPTH 1000

#define N_LANGUAGES 16
#define NO_LANGUAGE 1024

#define NOT_SET -1

typedef enum
{
  DESTINATION_TEXT,
  DESTINATION_SKIP,
  DESTINATION_FONTS,
  DESTINATION_STYLES,
  DESTINATION_TITLE,
} Destination;

typedef struct
{
  Destination     destination;
  Destination     around; /* what stands around what is there in two ways */
  DoubletRtfPlace place;
  gint32          font;
  gint32          unicode_skip; /* how many characters follow a \u for those who do not know it */
  gint32          language;
  gint32          style;
  gint32          outline_level;
  gint32          list;
  gint32          list_level;
  gboolean        in_table;
  gboolean        in_info;
  gboolean        hidden;
  gboolean        deleted;
  gboolean        revised;
} State;

typedef struct
{
  gint32 number;
  gsize  n_bytes;
} LanguageUse;

typedef struct
{
  GArray           *outer; /* State, of the groups around */
  State             state;
  gsize             too_deep; /* groups beyond MAX_DEPTH */
  DoubletCodePages *pages;
  DoubletRtfTables *tables;
  DoubletRtfText   *text;
  GByteArray       *gathered;
  GString          *title;
  guint             page; /* the document's */
  gint32            default_font;
  gint32            default_language;
  LanguageUse       languages[N_LANGUAGES];
  gint32            to_skip;   /* characters after a \u */
  gunichar          surrogate; /* the first half of a pair, or 0 */
  gboolean          numbered;  /* the open paragraph has an automatic number */
  gboolean          star;      /* \* came just before */
  gboolean          nested_too_deeply;
  gboolean          closed;
  gboolean          original; /* as before the tracked changes */
} Reader;

static gboolean
is_visible (const Reader *self)
{
  const State *state = &self->state;

  return !state->hidden && !(self->original ? state->revised : state->deleted);
}

/* Where text goes at this moment, or NULL. */
static GString *
find_target (Reader *self)
{
  if (self->too_deep > 0)
    return NULL;
  if (self->state.destination == DESTINATION_TITLE)
    return self->title;
  if (self->state.destination == DESTINATION_TEXT && is_visible (self))
    return doublet_rtf_text_get_open (self->text, self->state.place);
  return NULL;
}

static guint
find_page (const Reader *self)
{
  guint page = doublet_rtf_tables_get_code_page (self->tables, self->state.font);

  return page != 0 ? page : self->page;
}

static void
count_language (Reader *self,
                gsize   n_bytes)
{
  if (self->state.destination != DESTINATION_TEXT || self->state.language == NO_LANGUAGE || self->state.language <= 0)
    return;

  for (guint i = 0; i < N_LANGUAGES; i++)
    if (self->languages[i].number == self->state.language || self->languages[i].n_bytes == 0)
      {
        self->languages[i].number = self->state.language;
        self->languages[i].n_bytes += n_bytes;
        return;
      }
}

static void
append_character (Reader  *self,
                  gunichar c)
{
  GString *target = find_target (self);

  if (target != NULL)
    g_string_append_unichar (target, c);
}

static void
drop_surrogate (Reader *self)
{
  if (self->surrogate != 0)
    append_character (self, 0xfffd);
  self->surrogate = 0;
}

static void
flush (Reader *self)
{
  GString *target;

  if (self->gathered->len == 0)
    return;

  drop_surrogate (self);
  target = find_target (self);
  if (target != NULL)
    {
      doublet_code_pages_decode (self->pages, find_page (self), self->gathered->data, self->gathered->len, target);
      count_language (self, self->gathered->len);
    }
  g_byte_array_set_size (self->gathered, 0);
}

static void
end_table_entry (Reader *self)
{
  if (self->state.destination == DESTINATION_FONTS)
    doublet_rtf_tables_end_font (self->tables);
  else if (self->state.destination == DESTINATION_STYLES)
    doublet_rtf_tables_end_style (self->tables);
}

static void
add_bytes (Reader       *self,
           const guint8 *bytes,
           gsize         n_bytes)
{
  gsize skipped = MIN (n_bytes, (gsize)self->to_skip);

  self->to_skip -= (gint32)skipped;
  bytes += skipped;
  n_bytes -= skipped;
  if (n_bytes == 0 || self->too_deep > 0)
    return;

  switch (self->state.destination)
    {
    case DESTINATION_TEXT:
    case DESTINATION_TITLE:
      g_byte_array_append (self->gathered, bytes, (guint)n_bytes);
      break;
    case DESTINATION_FONTS:
    case DESTINATION_STYLES:
      doublet_rtf_tables_add_name (self->tables, bytes, n_bytes);
      if (bytes[n_bytes - 1] == ';')
        end_table_entry (self);
      break;
    case DESTINATION_SKIP:
    default:
      break;
    }
}

static void
add_character (Reader  *self,
               gunichar c)
{
  flush (self);
  if (self->to_skip > 0)
    {
      self->to_skip--;
      return;
    }
  drop_surrogate (self);
  append_character (self, c);
}

static void
add_unicode (Reader *self,
             gint32  number)
{
  gunichar c = (gunichar)(number < 0 ? number + 0x10000 : number);
  guint    page = find_page (self);

  self->to_skip = self->state.unicode_skip;
  if (self->surrogate != 0 && c >= 0xdc00 && c <= 0xdfff)
    {
      append_character (self, 0x10000 + ((self->surrogate - 0xd800) << 10) + (c - 0xdc00));
      self->surrogate = 0;
      return;
    }

  drop_surrogate (self);
  if (c >= 0xd800 && c <= 0xdbff)
    self->surrogate = c;
  else if (c > 0xf000 && c <= 0xf0ff && page == DOUBLET_CODE_PAGE_SYMBOL)
    append_character (self, doublet_code_page_get_symbol (page, (guint8)(c & 0xff)));
  else
    append_character (self, c != 0 && g_unichar_validate (c) ? c : 0xfffd);
  count_language (self, 1);
}

static void
end_paragraph (Reader  *self,
               gboolean is_cell)
{
  const State     *state = &self->state;
  DoubletRtfStyle  style = doublet_rtf_tables_get_style (self->tables, state->style);
  DoubletBlockKind kind = style.kind;
  guint            level = style.level;

  if (is_cell || state->in_table)
    {
      kind = DOUBLET_BLOCK_TABLE_CELL;
      level = 0;
    }
  else if (state->outline_level >= 0 && state->outline_level < 9)
    {
      kind = DOUBLET_BLOCK_HEADING;
      level = (guint)state->outline_level + 1;
    }
  else if (kind != DOUBLET_BLOCK_HEADING && (state->list > 0 || self->numbered || kind == DOUBLET_BLOCK_LIST_ITEM))
    {
      kind = DOUBLET_BLOCK_LIST_ITEM;
      level = (guint)CLAMP (state->list_level, 0, 8) + 1;
    }

  doublet_rtf_text_end_paragraph (self->text, state->place, kind, level);
  self->numbered = FALSE;
}

static void
meet_paragraph_end (Reader *self)
{
  /* Whoever forgot the fallback did not mean to lose this. */
  self->to_skip = 0;

  /* The mark of a deleted or hidden paragraph is gone with it: it runs into the next. */
  if (self->state.destination == DESTINATION_TEXT && self->too_deep == 0 && is_visible (self))
    end_paragraph (self, FALSE);
  else if (self->state.destination == DESTINATION_TITLE)
    g_string_append_c (self->title, ' ');
}

static void
open_group (Reader *self)
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
close_group (Reader *self)
{
  State outer;

  if (self->too_deep > 0)
    {
      self->too_deep--;
      return;
    }

  drop_surrogate (self);
  end_table_entry (self);
  outer = g_array_index (self->outer, State, self->outer->len - 1);
  if (outer.place != self->state.place)
    end_paragraph (self, FALSE);
  self->state = outer;
  g_array_set_size (self->outer, self->outer->len - 1);
  self->closed = self->outer->len == 0;
}

static void
begin_destination (Reader          *self,
                   DoubletRtfAction action)
{
  State *state = &self->state;

  /* What stands inside of what is skipped is skipped as well, unless it is there in
   * two ways. */
  if (action == DOUBLET_RTF_UNICODE_WAY)
    state->destination = state->around;
  else if (action == DOUBLET_RTF_TITLE && state->in_info)
    state->destination = DESTINATION_TITLE;
  if (state->destination == DESTINATION_SKIP)
    return;

  switch ((int)action)
    {
    case DOUBLET_RTF_FONTS:
      state->destination = DESTINATION_FONTS;
      break;
    case DOUBLET_RTF_STYLES:
      state->destination = DESTINATION_STYLES;
      break;
    case DOUBLET_RTF_INFO:
      state->destination = DESTINATION_SKIP;
      state->in_info = TRUE;
      break;
    case DOUBLET_RTF_NOTE:
      state->place = DOUBLET_RTF_NOTES;
      break;
    case DOUBLET_RTF_BOX:
      state->place = state->place == DOUBLET_RTF_NOTES ? DOUBLET_RTF_NOTES : DOUBLET_RTF_BOXES;
      break;
    case DOUBLET_RTF_AUTOMATIC_NUMBER:
      self->numbered |= state->destination == DESTINATION_TEXT;
      state->destination = DESTINATION_SKIP;
      break;
    case DOUBLET_RTF_TWO_WAYS:
      state->around = state->destination;
      state->destination = DESTINATION_SKIP;
      break;
    case DOUBLET_RTF_SKIP:
      state->destination = DESTINATION_SKIP;
      state->around = DESTINATION_SKIP;
      break;
    default:
      break;
    }
}

static void
reset_paragraph (State *state)
{
  state->style = 0;
  state->outline_level = NOT_SET;
  state->list = 0;
  state->list_level = 0;
  state->in_table = FALSE;
}

static void
reset_characters (Reader *self)
{
  self->state.font = self->default_font;
  self->state.language = self->default_language;
  self->state.hidden = FALSE;
  self->state.deleted = FALSE;
  self->state.revised = FALSE;
}

static void
choose_font (Reader *self,
             gint32  font)
{
  if (self->state.destination == DESTINATION_FONTS)
    doublet_rtf_tables_begin_font (self->tables, font);
  else
    self->state.font = font;
}

static void
choose_style (Reader *self,
              gint32  style)
{
  if (self->state.destination == DESTINATION_STYLES)
    doublet_rtf_tables_begin_style (self->tables, style);
  else
    self->state.style = style;
}

static void
choose_outline_level (Reader *self,
                      gint32  level)
{
  if (self->state.destination == DESTINATION_STYLES)
    doublet_rtf_tables_set_outline_level (self->tables, level);
  else
    self->state.outline_level = level;
}

static gboolean
is_on (const DoubletRtfToken *token)
{
  return !token->has_number || token->number != 0;
}

/* What is said of the document, of its tables and of how it looks from here on. */
static void
take_property (Reader                *self,
               DoubletRtfAction       action,
               guint                  value,
               const DoubletRtfToken *token)
{
  State *state = &self->state;

  switch ((int)action)
    {
    case DOUBLET_RTF_PAGE:
      self->page = value;
      break;
    case DOUBLET_RTF_ANSI_PAGE:
      if (token->number > 0)
        self->page = (guint)token->number;
      break;
    case DOUBLET_RTF_DEFAULT_FONT:
      self->default_font = state->font = token->number;
      break;
    case DOUBLET_RTF_DEFAULT_LANGUAGE:
      self->default_language = state->language = token->number;
      break;
    case DOUBLET_RTF_FONT:
      choose_font (self, token->number);
      break;
    case DOUBLET_RTF_FONT_CHARSET:
      doublet_rtf_tables_set_font_charset (self->tables, token->number);
      break;
    case DOUBLET_RTF_FONT_PAGE:
      doublet_rtf_tables_set_font_code_page (self->tables, (guint)MAX (token->number, 0));
      break;
    case DOUBLET_RTF_STYLE:
      choose_style (self, token->number);
      break;
    case DOUBLET_RTF_BASED_ON:
      doublet_rtf_tables_set_based_on (self->tables, token->number);
      break;
    case DOUBLET_RTF_OUTLINE_LEVEL:
      choose_outline_level (self, token->number);
      break;
    case DOUBLET_RTF_LIST:
      state->list = token->number;
      break;
    case DOUBLET_RTF_LIST_LEVEL:
      state->list_level = token->number;
      break;
    case DOUBLET_RTF_IN_TABLE:
      state->in_table = is_on (token);
      break;
    case DOUBLET_RTF_RESET_PARAGRAPH:
      reset_paragraph (state);
      break;
    case DOUBLET_RTF_RESET_CHARACTERS:
      reset_characters (self);
      break;
    case DOUBLET_RTF_HIDDEN:
      state->hidden = is_on (token);
      break;
    case DOUBLET_RTF_DELETED:
      state->deleted = is_on (token);
      break;
    case DOUBLET_RTF_REVISED:
      state->revised = is_on (token);
      break;
    case DOUBLET_RTF_LANGUAGE:
      state->language = token->number;
      break;
    case DOUBLET_RTF_UNICODE_SKIP:
      state->unicode_skip = CLAMP (token->number, 0, G_MAXINT16);
      break;
    default:
      break;
    }
}

static void
take_word (Reader                *self,
           const DoubletRtfToken *token)
{
  guint            value;
  DoubletRtfAction action = doublet_rtf_words_find (token->word, &value);
  gboolean         star = self->star;

  self->star = FALSE;
  if (self->too_deep > 0)
    return;

  if (action >= DOUBLET_RTF_SKIP)
    begin_destination (self, action);
  else if (star)
    begin_destination (self, DOUBLET_RTF_SKIP);
  else if (self->state.destination != DESTINATION_SKIP)
    switch ((int)action)
      {
      case DOUBLET_RTF_NOTHING:
        break;
      case DOUBLET_RTF_CHARACTER:
        add_character (self, value);
        break;
      case DOUBLET_RTF_SPACE:
        add_character (self, ' ');
        break;
      case DOUBLET_RTF_UNICODE:
        add_unicode (self, token->number);
        break;
      case DOUBLET_RTF_END_PARAGRAPH:
        meet_paragraph_end (self);
        break;
      case DOUBLET_RTF_END_CELL:
        self->to_skip = 0;
        if (self->state.destination == DESTINATION_TEXT)
          end_paragraph (self, TRUE);
        break;
      default:
        take_property (self, action, value, token);
        break;
      }
}

static void
take_symbol (Reader *self,
             guint8  symbol)
{
  switch (symbol)
    {
    case '\\':
    case '{':
    case '}':
      add_bytes (self, &symbol, 1);
      break;
    case '~':
      add_character (self, 0xa0);
      break;
    case '_':
      add_character (self, 0x2011);
      break;
    case '-':
      add_character (self, 0xad);
      break;
    case '\t':
      add_character (self, ' ');
      break;
    case '\n':
    case '\r':
      flush (self);
      meet_paragraph_end (self);
      break;
    case '*':
      self->star = TRUE;
      break;
    default:
      break;
    }
}

static void
take_token (Reader                *self,
            const DoubletRtfToken *token)
{
  switch (token->kind)
    {
    case DOUBLET_RTF_TEXT:
      add_bytes (self, token->text, token->n_bytes);
      break;
    case DOUBLET_RTF_BYTE:
      add_bytes (self, &token->byte, 1);
      break;
    case DOUBLET_RTF_SYMBOL:
      take_symbol (self, token->byte);
      break;
    case DOUBLET_RTF_WORD:
      flush (self);
      take_word (self, token);
      break;
    case DOUBLET_RTF_OPEN:
      flush (self);
      self->to_skip = 0;
      open_group (self);
      break;
    case DOUBLET_RTF_CLOSE:
      flush (self);
      self->to_skip = 0;
      close_group (self);
      break;
    case DOUBLET_RTF_END:
    default:
      break;
    }
}

static gboolean
is_too_big (const Reader *self,
            GError      **error)
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
read_all (Reader                *self,
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

  flush (self);
  drop_surrogate (self);
  end_paragraph (self, FALSE);
  return !is_too_big (self, error);
}

/* The language of most of the text, as the default is often just that of the program. */
static const char *
find_language (const Reader *self)
{
  guint best = 0;

  for (guint i = 1; i < N_LANGUAGES; i++)
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
tell_losses (const Reader          *self,
             const DoubletRtfLexer *lexer,
             DoubletArticleBuilder *builder)
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
tell_charset (const Reader          *self,
              const DoubletCharset  *charset,
              DoubletArticleBuilder *builder)
{
  g_autofree char      *name = doublet_code_page_get_charset (self->page);
  const DoubletCharset *known = charset != NULL ? charset : name != NULL ? doublet_charset_find (name)
                                                                         : NULL;

  doublet_article_builder_set_charset (builder, known != NULL ? known->name : name, FALSE);
}

static void
init_reader (Reader                *self,
             const DoubletCharset  *charset,
             DoubletArticleBuilder *builder)
{
  self->outer = g_array_new (FALSE, FALSE, sizeof (State));
  self->pages = doublet_code_pages_new (charset);
  self->tables = doublet_rtf_tables_new ();
  self->text = doublet_rtf_text_new (builder);
  self->gathered = g_byte_array_new ();
  self->title = g_string_new (NULL);
  self->page = DOUBLET_CODE_PAGE_WESTERN;
  self->state.unicode_skip = 1;
  self->state.around = DESTINATION_SKIP;
  reset_paragraph (&self->state);
}

static void
clear_reader (Reader *self)
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
  Reader          self = { 0 };
  DoubletRtfLexer lexer;
  gboolean        ok;

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
