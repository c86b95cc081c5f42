/* dictionary-breaker.c
 *
 * SPDX-FileCopyrightText: 2026 The Doublet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "dictionary-breaker.h"

#include <unicode/ubrk.h>

struct _DoubletDictionaryBreaker
{
  UBreakIterator *iterator; /* NULL if ICU's data are not there */
  UText           text;
  gsize           n_bytes;
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
  self->iterator = ubrk_open (UBRK_WORD, "", NULL, 0, &status);
  if (U_FAILURE (status))
    g_clear_pointer (&self->iterator, ubrk_close);
  self->text = (UText)UTEXT_INITIALIZER;
  return self;
}

/**
 * doublet_dictionary_breaker_free:
 * @self: (transfer full): a breaker
 */
void
doublet_dictionary_breaker_free (DoubletDictionaryBreaker *self)
{
  g_clear_pointer (&self->iterator, ubrk_close);
  utext_close (&self->text);
  g_free (self);
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
  UErrorCode status = U_ZERO_ERROR;

  self->n_bytes = n_bytes;
  if (self->iterator == NULL)
    return;

  utext_openUTF8 (&self->text, text, n_bytes, &status);
  ubrk_setUText (self->iterator, &self->text, &status);
  if (U_FAILURE (status))
    g_clear_pointer (&self->iterator, ubrk_close);
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
  int32_t end = self->iterator != NULL ? ubrk_next (self->iterator) : UBRK_DONE;

  return end == UBRK_DONE ? self->n_bytes : (gsize)end;
}
