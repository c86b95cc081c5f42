/* dictionary-breaker.c
 *
 * SPDX-FileCopyrightText: 2026 The Doublet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "dictionary-breaker.h"

#include "icu.h"

/*
 * ICU works out a whole run of such a script at once.  So it is given pieces, or
 * cancelling would have to wait for a megabyte.  A piece is left before its end is
 * reached, as the dictionaries look three words ahead.
 */
#define PIECE_BYTES 16384
#define MARGIN_BYTES 1024 /* some forty words */

struct _DoubletDictionaryBreaker
{
  UBreakIterator *iterator; /* NULL if ICU's data are not there */
  UText           ucs;
  const char     *text;
  gsize           n_bytes;
  gsize           piece_start;
  gsize           piece_end;
  gsize           position;
};

/**
 * doublet_dictionary_breaker_new:
 *
 * Without ICU's data the breaker works all the same, but finds no borders.
 *
 * Returns: (transfer full): a breaker without text
 */
DoubletDictionaryBreaker *
doublet_dictionary_breaker_new (void)
{
  DoubletDictionaryBreaker *self = g_new0 (DoubletDictionaryBreaker, 1);
  UErrorCode                status = U_ZERO_ERROR;

  /* The root locale: dictionaries are chosen by script, and the result must not
   * depend on where the program runs. */
  self->iterator = doublet_icu ()->ubrk_open (UBRK_WORD, "", NULL, 0, &status);
  if (U_FAILURE (status))
    self->iterator = NULL;
  self->ucs = (UText)UTEXT_INITIALIZER;
  return self;
}

/**
 * doublet_dictionary_breaker_free:
 * @self: (transfer full): a breaker
 */
void
doublet_dictionary_breaker_free (DoubletDictionaryBreaker *self)
{
  g_clear_pointer (&self->iterator, doublet_icu ()->ubrk_close);
  doublet_icu ()->utext_close (&self->ucs);
  g_free (self);
}

static void
begin_piece (DoubletDictionaryBreaker *self)
{
  UErrorCode status = U_ZERO_ERROR;
  gsize      end = MIN (self->n_bytes, self->position + PIECE_BYTES);

  while (end < self->n_bytes && (self->text[end] & 0xc0) == 0x80)
    end--;

  self->piece_start = self->position;
  self->piece_end = end;
  if (self->iterator == NULL)
    return;

  doublet_icu ()->utext_openUTF8 (&self->ucs, self->text + self->piece_start, self->piece_end - self->piece_start, &status);
  doublet_icu ()->ubrk_setUText (self->iterator, &self->ucs, &status);
  if (U_FAILURE (status))
    g_clear_pointer (&self->iterator, doublet_icu ()->ubrk_close);
}

/**
 * doublet_dictionary_breaker_set_text:
 * @self: a breaker
 * @text: (transfer none): valid UTF-8 of one script; read until the next text is set
 * @n_bytes: its length
 *
 * Puts @self before the first word of @text.
 */
void
doublet_dictionary_breaker_set_text (DoubletDictionaryBreaker *self,
                                     const char               *text,
                                     gsize                     n_bytes)
{
  self->text = text;
  self->n_bytes = n_bytes;
  self->position = 0;
  begin_piece (self);
}

/**
 * doublet_dictionary_breaker_next:
 * @self: a breaker with a text
 *
 * Returns: where the next word ends, in bytes from the start of the text; its
 *   length at the last one and ever after
 */
gsize
doublet_dictionary_breaker_next (DoubletDictionaryBreaker *self)
{
  gint32 end;

  if (self->piece_end < self->n_bytes && self->position + MARGIN_BYTES > self->piece_end)
    begin_piece (self);

  end = self->iterator != NULL ? doublet_icu ()->ubrk_next (self->iterator) : UBRK_DONE;
  self->position = end == UBRK_DONE ? self->piece_end : self->piece_start + end;
  return self->position;
}
