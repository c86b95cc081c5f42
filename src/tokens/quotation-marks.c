/* quotation-marks.c
 *
 * SPDX-FileCopyrightText: 2026 The Doublet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "quotation-marks.h"

#include "character-class.h"

/*
 * Quotation marks have no fixed direction: “ opens in English and closes in German,
 * » opens in German, closes in French and does both in Finnish, " does both
 * everywhere.  So a mark closes if it is the partner of an open one, and opens
 * otherwise, if it may and looks like it: space or an opening mark before, none
 * behind.  ’ and ' are apostrophes too often to open anything.
 */

typedef struct
{
  gunichar opener;
  gunichar closers[3];
  gboolean stands_anywhere; /* opens also where it does not look like it: never closes, or has no space around */
} Pair;

static const Pair pairs[] = {
  { '"', { '"' }, FALSE },
  { 0x00ab, { 0x00bb }, TRUE },              /* « » */
  { 0x00bb, { 0x00ab, 0x00bb }, FALSE },     /* » « */
  { 0x2018, { 0x2019 }, FALSE },             /* ‘ ’ */
  { 0x201a, { 0x2018, 0x2019 }, TRUE },      /* ‚ ‘ */
  { 0x201c, { 0x201d, 0x201c }, TRUE },      /* “ ” */
  { 0x201d, { 0x201d }, FALSE },             /* ” ” */
  { 0x201e, { 0x201c, 0x201d, '"' }, TRUE }, /* „ “ */
  { 0x2039, { 0x203a }, TRUE },              /* ‹ › */
  { 0x203a, { 0x2039, 0x203a }, FALSE },     /* › ‹ */
  { 0x300c, { 0x300d }, TRUE },              /* 「 」 */
  { 0x300e, { 0x300f }, TRUE },              /* 『 』 */
  { 0x301d, { 0x301e, 0x301f }, TRUE },      /* 〝 〟 */
  { 0xfe41, { 0xfe42 }, TRUE },              /* ﹁ ﹂ */
  { 0xfe43, { 0xfe44 }, TRUE },              /* ﹃ ﹄ */
  { 0xff02, { 0xff02 }, TRUE },              /* ＂ ＂ */
  { 0xff62, { 0xff63 }, TRUE },              /* ｢ ｣ */
};

#define LEFT_SINGLE_MARK 0x2018
#define LOW_SINGLE_MARK 0x201a

static const Pair *
find_pair (gunichar opener)
{
  for (guint i = 0; i < G_N_ELEMENTS (pairs); i++)
    if (pairs[i].opener == opener)
      return &pairs[i];
  return NULL;
}

static gboolean
closes (gunichar c,
        gunichar opener)
{
  const Pair *pair = find_pair (opener);

  return pair != NULL && (c == pair->closers[0] || c == pair->closers[1] || c == pair->closers[2]);
}

static gboolean
is_space_before (const DoubletQuotationMarks *self,
                 guint32                      token)
{
  return token >= self->n_tokens || (self->tokens[token].flags & DOUBLET_TOKEN_FLAG_SPACE_BEFORE) != 0;
}

/* A word, or a mark that closes: no mark that opens is set close behind them. */
static gboolean
ends_something (const DoubletQuotationMarks *self,
                guint32                      token)
{
  guint        n_bytes;
  GUnicodeType type;

  if (self->tokens[token].kind <= DOUBLET_TOKEN_NUMBER)
    return TRUE;
  if (self->tokens[token].flags & DOUBLET_TOKEN_FLAG_OPENING)
    return FALSE;
  type = g_unichar_type (doublet_character_decode (self->text + self->tokens[token].start, &n_bytes));
  return type == G_UNICODE_CLOSE_PUNCTUATION || type == G_UNICODE_FINAL_PUNCTUATION;
}

static gboolean
looks_opening (const DoubletQuotationMarks *self,
               guint32                      token)
{
  if (is_space_before (self, token + 1))
    return FALSE;
  return is_space_before (self, token) || token == 0 || !ends_something (self, token - 1);
}

/* Straight marks where words are not parted; ‘ there as well, for it is no
 * apostrophe after an ideograph. */
static gboolean
opens_without_space (const DoubletQuotationMarks *self,
                     guint32                      token,
                     gunichar                     c)
{
  if (is_space_before (self, token + 1))
    return FALSE;
  return c == '"' || (c == LEFT_SINGLE_MARK && token > 0 && self->tokens[token - 1].half_words == 1);
}

/**
 * doublet_quotation_marks_init:
 * @self: on the stack
 * @tokens: (transfer none) (array length=n_tokens): the tokens of one block
 * @n_tokens: how many
 * @text: the text they stand in
 * @before: (inout): what the blocks before left open; their tokens stand before @tokens
 *
 * Prepares @self for the block.
 */
void
doublet_quotation_marks_init (DoubletQuotationMarks *self,
                              DoubletToken          *tokens,
                              guint32                n_tokens,
                              const char            *text,
                              DoubletOpenQuotation  *before)
{
  self->before = before;
  self->tokens = tokens;
  self->n_tokens = n_tokens;
  self->text = text;
  self->depth = 0;
}

/* Whether @c ends an open quotation, the innermost if it can be several; what was
 * opened inside and not closed ends with it. */
static gboolean
close_quotation (DoubletQuotationMarks *self,
                 guint32                token,
                 gunichar               c)
{
  for (guint depth = self->depth; depth > 0; depth--)
    {
      if (!closes (c, self->openers[depth - 1]))
        continue;
      /* The same mark again, for a quotation inside. */
      if (c == self->openers[depth - 1] && c != '"' && c != 0xff02 && looks_opening (self, token))
        continue;
      self->depth = depth - 1;
      return TRUE;
    }
  return FALSE;
}

/* Whether @c ends a quotation that was opened in an earlier block and not since.  Then
 * all between is quoted.  Single marks are apostrophes too often, straight ones inches. */
static gboolean
close_earlier (DoubletQuotationMarks *self,
               guint32                token,
               gunichar               c)
{
  DoubletOpenQuotation *before = self->before;

  if (before->opener == 0 || self->depth > 0 || c == '"' || !closes (c, before->opener))
    return FALSE;
  if (find_pair (c) != NULL && looks_opening (self, token))
    return FALSE;

  for (DoubletToken *quoted = self->tokens - before->n_tokens; quoted < self->tokens + token; quoted++)
    quoted->flags |= DOUBLET_TOKEN_FLAG_QUOTED;
  before->opener = 0;
  return TRUE;
}

/**
 * doublet_quotation_marks_add:
 * @self: the quotations so far
 * @token: the next mark, a number among the block's tokens
 * @c: its first character
 *
 * Tokens have to come in order; words may be left out.
 *
 * Returns: what @token is, of %DOUBLET_TOKEN_FLAG_OPENING and
 *   %DOUBLET_TOKEN_FLAG_QUOTED: the marks around a quotation are no part of it
 */
guint
doublet_quotation_marks_add (DoubletQuotationMarks *self,
                             guint32                token,
                             gunichar               c)
{
  DoubletCharacterClass class = doublet_character_get_class (c);
  guint       quoted = self->depth > 0 ? DOUBLET_TOKEN_FLAG_QUOTED : DOUBLET_TOKEN_FLAG_NONE;
  const Pair *pair;

  /* Every quotation mark and bracket is of these classes. */
  if (class != DOUBLET_CLASS_SINGLE_MARK && class != DOUBLET_CLASS_QUOTE && class != DOUBLET_CLASS_MID_BOTH)
    return quoted;

  if (close_quotation (self, token, c))
    return self->depth > 0 ? DOUBLET_TOKEN_FLAG_QUOTED : DOUBLET_TOKEN_FLAG_NONE;
  if (close_earlier (self, token, c))
    return DOUBLET_TOKEN_FLAG_NONE;

  pair = find_pair (c);
  if (pair == NULL)
    return quoted | (g_unichar_type (c) == G_UNICODE_OPEN_PUNCTUATION ? DOUBLET_TOKEN_FLAG_OPENING : DOUBLET_TOKEN_FLAG_NONE);
  if (!pair->stands_anywhere && !looks_opening (self, token) && !opens_without_space (self, token, c))
    return quoted;

  self->before->opener = 0;
  if (self->depth < DOUBLET_QUOTATION_MAX_DEPTH)
    {
      self->openers[self->depth] = c;
      self->opener_tokens[self->depth++] = token;
    }
  return quoted | DOUBLET_TOKEN_FLAG_OPENING;
}

/* What a later block may close. */
static void
note_open (DoubletQuotationMarks *self)
{
  DoubletOpenQuotation *before = self->before;

  if (self->depth > 0)
    {
      gunichar opener = self->openers[0];
      gboolean may_last = opener != '"' && opener != 0xff02 && opener != LEFT_SINGLE_MARK && opener != LOW_SINGLE_MARK;

      *before = (DoubletOpenQuotation){ .opener = may_last ? opener : 0 };
      return;
    }
  before->n_tokens += self->n_tokens;
  if (before->opener != 0 && ++before->n_blocks > DOUBLET_QUOTATION_MAX_BLOCKS)
    before->opener = 0;
}

/**
 * doublet_quotation_marks_finish:
 * @self: the quotations that are open at the end of the block
 *
 * An unclosed quotation lasts to the end of its block, and on if a later block closes it;
 * but a ‘ that nothing closes was an apostrophe, and its tokens lose the flag.
 */
void
doublet_quotation_marks_finish (DoubletQuotationMarks *self)
{
  note_open (self);
  if (self->depth != 1 || self->openers[0] != LEFT_SINGLE_MARK)
    return;

  self->tokens[self->opener_tokens[0]].flags &= ~DOUBLET_TOKEN_FLAG_OPENING;
  for (guint32 i = self->opener_tokens[0] + 1; i < self->n_tokens; i++)
    self->tokens[i].flags &= ~DOUBLET_TOKEN_FLAG_QUOTED;
}
