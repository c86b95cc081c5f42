/* rtf-lexer.c
 *
 * SPDX-FileCopyrightText: 2026 The Doublet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "rtf-lexer.h"

#include <string.h>

/**
 * doublet_rtf_lexer_init:
 * @self: a lexer
 * @bytes: the document, borrowed as long as the lexer is used
 * @n_bytes: its length
 */
void
doublet_rtf_lexer_init (DoubletRtfLexer *self,
                        const guint8    *bytes,
                        gsize            n_bytes)
{
  *self = (DoubletRtfLexer){ .at = bytes, .end = bytes + n_bytes };
}

static void
read_number (DoubletRtfLexer *self,
             DoubletRtfToken *token)
{
  const guint8 *digits = self->at;
  gboolean      negative = digits < self->end && *digits == '-';
  gint64        number = 0;

  if (negative)
    digits++;
  if (digits == self->end || !g_ascii_isdigit (*digits))
    return;

  for (; digits < self->end && g_ascii_isdigit (*digits); digits++)
    number = MIN (number * 10 + (*digits - '0'), G_MAXINT32);

  token->has_number = TRUE;
  token->number = (gint32)(negative ? -number : number);
  self->at = digits;
}

static void
step_over_binary (DoubletRtfLexer       *self,
                  const DoubletRtfToken *token)
{
  gsize rest = self->end - self->at;
  gsize n_bytes = token->number > 0 ? (gsize)token->number : 0;

  self->overran |= n_bytes > rest;
  self->at += MIN (n_bytes, rest);
}

static void
read_word (DoubletRtfLexer *self,
           DoubletRtfToken *token)
{
  gsize n = 0;

  token->kind = DOUBLET_RTF_WORD;
  for (; self->at < self->end && g_ascii_isalpha (*self->at); self->at++)
    if (n < DOUBLET_RTF_WORD_CHARS)
      token->word[n++] = (char)*self->at;
  token->word[n] = '\0';

  read_number (self, token);
  if (self->at < self->end && *self->at == ' ')
    self->at++;
  if (strcmp (token->word, "bin") == 0)
    step_over_binary (self, token);
}

static void
read_control (DoubletRtfLexer *self,
              DoubletRtfToken *token)
{
  if (self->at == self->end)
    return;

  if (g_ascii_isalpha (*self->at))
    {
      read_word (self, token);
      return;
    }

  token->kind = DOUBLET_RTF_SYMBOL;
  token->byte = *self->at++;
  if (token->byte == '\r' && self->at < self->end && *self->at == '\n')
    self->at++;

  if (token->byte == '\'' && self->end - self->at >= 2 &&
      g_ascii_isxdigit (self->at[0]) && g_ascii_isxdigit (self->at[1]))
    {
      token->kind = DOUBLET_RTF_BYTE;
      token->byte = (guint8)(g_ascii_xdigit_value (self->at[0]) << 4 | g_ascii_xdigit_value (self->at[1]));
      self->at += 2;
    }
}

/* Line ends are there for the eye alone; NULs fill up what broken programs wrote. */
static gboolean
means_nothing (guint8 byte)
{
  return byte == '\r' || byte == '\n' || byte == '\0';
}

static void
read_text (DoubletRtfLexer *self,
           DoubletRtfToken *token)
{
  token->kind = DOUBLET_RTF_TEXT;
  token->text = self->at;
  while (self->at < self->end && *self->at != '\\' && *self->at != '{' && *self->at != '}' &&
         *self->at != '\t' && !means_nothing (*self->at))
    self->at++;
  token->n_bytes = self->at - token->text;
}

/**
 * doublet_rtf_lexer_next:
 * @self: a lexer
 * @token: (out): what comes next; %DOUBLET_RTF_END again and again at the end
 */
void
doublet_rtf_lexer_next (DoubletRtfLexer *self,
                        DoubletRtfToken *token)
{
  token->kind = DOUBLET_RTF_END;
  token->has_number = FALSE;
  token->number = 0;
  token->word[0] = '\0';

  while (self->at < self->end && means_nothing (*self->at))
    self->at++;
  if (self->at == self->end)
    return;

  switch (*self->at)
    {
    case '{':
      token->kind = DOUBLET_RTF_OPEN;
      self->at++;
      break;
    case '}':
      token->kind = DOUBLET_RTF_CLOSE;
      self->at++;
      break;
    case '\\':
      self->at++;
      read_control (self, token);
      break;
    case '\t':
      token->kind = DOUBLET_RTF_SYMBOL;
      token->byte = *self->at++;
      break;
    default:
      read_text (self, token);
      break;
    }
}
