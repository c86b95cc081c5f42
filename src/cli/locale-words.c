/* locale-words.c
 *
 * SPDX-FileCopyrightText: 2026 The Doublet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "locale-words.h"

#include <stdio.h>

/*
 * Words between a person and this program, where the locale's character set is not
 * UTF-8: above all in the locale C, which servers and scripts have.  GLib prints a
 * question mark there for each quotation mark and dash, and refuses every word that is
 * not ASCII.
 */

static void
print_to (FILE       *stream,
          const char *text)
{
  const char      *charset;
  g_autofree char *converted = NULL;

  if (!g_get_charset (&charset))
    {
      g_autofree char *with_likes = g_strconcat (charset, "//TRANSLIT", NULL);

      converted = g_convert_with_fallback (text, -1, with_likes, "UTF-8", "?", NULL, NULL, NULL);
    }
  fputs (converted != NULL ? converted : text, stream);
  fflush (stream);
}

static void
print (const char *text)
{
  print_to (stdout, text);
}

static void
print_error (const char *text)
{
  print_to (stderr, text);
}

/**
 * doublet_locale_words_prepare:
 *
 * From now on g_print() and g_printerr() write what is most like their text in the
 * locale's character set: straight quotation marks for curly ones.
 */
void
doublet_locale_words_prepare (void)
{
  g_set_print_handler (print);
  g_set_printerr_handler (print_error);
}

/**
 * doublet_locale_words_take:
 * @word: (inout) (nullable): a word of the command line, in bytes as it came
 *
 * Makes UTF-8 of @word if it is in the locale's character set; what is UTF-8 already, in
 * whatever locale, and what is neither stays as it is.
 */
void
doublet_locale_words_take (char **word)
{
  char *converted;

  if (*word == NULL || g_utf8_validate (*word, -1, NULL))
    return;
  converted = g_locale_to_utf8 (*word, -1, NULL, NULL, NULL);
  if (converted == NULL)
    return;
  g_free (*word);
  *word = converted;
}
