/* pdf-metadata.c
 *
 * SPDX-FileCopyrightText: 2026 The Doublet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define _GNU_SOURCE /* memmem() */

#include "config.h"

#include "pdf-metadata.h"

#include <string.h>

/* Longer than any tag of a language. */
#define MAX_TAG_BYTES 35

/* Between the name of a field and its value: mark-up, spaces. */
#define MAX_BETWEEN 200

/* Printing to a file names it for a title: "Microsoft Word - story3.doc". */
static gboolean
is_file_name (const char *title)
{
  const char *dot = strrchr (title, '.');
  gsize       n_ending = dot != NULL ? strlen (dot + 1) : 0;

  if (g_ascii_strcasecmp (title, "untitled") == 0)
    return TRUE;
  if (n_ending < 2 || n_ending > 5 || strspn (dot + 1, "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789") != n_ending)
    return FALSE;
  return strchr (title, ' ') == NULL || g_str_has_prefix (title, "Microsoft Word - ");
}

/**
 * doublet_pdf_metadata_find_title:
 * @document: a document
 *
 * Returns: (transfer full) (nullable): its title, unless that is the name of a file
 */
char *
doublet_pdf_metadata_find_title (PopplerDocument *document)
{
  static const char prefix[] = "Microsoft Word - ";
  g_autofree char  *title = poppler_document_get_title (document);

  /* UTF-8, which PDF 2.0 allows, is read as something else there. */
  if (title == NULL || g_str_has_prefix (title, "ï»¿") || is_file_name (g_strstrip (title)))
    return NULL;
  return g_strdup (g_str_has_prefix (title, prefix) ? title + strlen (prefix) : title);
}

/* The tag of a language at @at, of letters, figures and hyphens. */
static char *
copy_tag (const char *at,
          const char *end)
{
  gsize n = 0;
  gsize n_letters = 0;

  while (at + n < end && n < MAX_TAG_BYTES && (g_ascii_isalnum (at[n]) || at[n] == '-'))
    n++;
  while (n_letters < n && g_ascii_isalpha (at[n_letters]))
    n_letters++;
  if ((n_letters != 2 && n_letters != 3) || (n_letters < n && at[n_letters] != '-') || at[n - 1] == '-')
    return NULL;
  return g_strndup (at, n);
}

/* In XMP: <dc:language><rdf:Bag><rdf:li>en</rdf:li>. */
static char *
find_in_xmp (const char *xmp)
{
  static const char item[] = "<rdf:li>";
  const char       *at = xmp != NULL ? strstr (xmp, "<dc:language>") : NULL;

  at = at != NULL ? g_strstr_len (at, MAX_BETWEEN, item) : NULL;
  return at != NULL ? copy_tag (at + strlen (item), at + strlen (at)) : NULL;
}

/* The catalogue's own field is not to be had from poppler; it is seldom compressed. */
static char *
find_in_catalogue (GBytes *bytes)
{
  static const char field[] = "/Lang";
  gsize             n_bytes;
  const char       *at = g_bytes_get_data (bytes, &n_bytes);
  const char       *end = at + n_bytes;

  while (at < end && (at = memmem (at, end - at, field, strlen (field))) != NULL)
    {
      at += strlen (field);
      while (at < end && g_ascii_isspace (*at))
        at++;
      if (at < end && *at == '(')
        {
          char *tag = copy_tag (at + 1, end);

          if (tag != NULL)
            return tag;
        }
    }
  return NULL;
}

/**
 * doublet_pdf_metadata_find_language:
 * @document: a document
 * @bytes: what its file holds
 *
 * Returns: (transfer full) (nullable): its language in BCP 47
 */
char *
doublet_pdf_metadata_find_language (PopplerDocument *document,
                                    GBytes          *bytes)
{
  g_autofree char *xmp = poppler_document_get_metadata (document);
  char            *language = find_in_xmp (xmp);

  return language != NULL ? language : find_in_catalogue (bytes);
}
