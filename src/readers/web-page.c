/* web-page.c
 *
 * SPDX-FileCopyrightText: 2026 The Doublet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "web-page.h"

#include <string.h>

#include <libxml/HTMLparser.h>
#include <libxml/parser.h>

/*
 * The chapters of a book are XHTML: XML that names a document type nobody fetches and
 * then uses its entities (&nbsp;).  These become numbers before the parser sees them.
 * Chapters that are no XML at all are read as HTML is, which always gives something.
 */

/* A tree takes some ten times the page's bytes, and a helper has 1 GB. */
#define MAX_BYTES ((gsize)32 * 1024 * 1024)

/* The longest name of an entity in XHTML is "thetasym". */
#define MAX_ENTITY_NAME 10

#define XML_OPTIONS (XML_PARSE_NONET | XML_PARSE_NOERROR | XML_PARSE_NOWARNING | XML_PARSE_COMPACT)
#define HTML_OPTIONS \
  (HTML_PARSE_RECOVER | HTML_PARSE_NOERROR | HTML_PARSE_NOWARNING | HTML_PARSE_NONET | HTML_PARSE_COMPACT)

/* The number of an entity that XML does not know itself; 0 if @p begins with none. */
static guint
entity_at (const char *p,
           const char *end,
           gsize      *n_bytes)
{
  char                  name[MAX_ENTITY_NAME + 1];
  gsize                 n = 0;
  const htmlEntityDesc *entity;

  for (p++; p < end && n < MAX_ENTITY_NAME && g_ascii_isalnum (*p); p++)
    name[n++] = *p;
  name[n] = '\0';
  if (n == 0 || p == end || *p != ';')
    return 0;
  entity = htmlEntityLookup ((const xmlChar *)name);
  *n_bytes = n + 2;
  return entity != NULL && entity->value > 127 ? entity->value : 0;
}

/* Numbers stand for the same in every encoding that has ASCII in it; in another
 * nothing is found. */
static GString *
number_entities (const char *p,
                 gsize       n_bytes)
{
  const char *end = p + n_bytes;
  GString    *out = g_string_sized_new (n_bytes + 64);

  while (p < end)
    {
      const char *ampersand = memchr (p, '&', (gsize)(end - p));
      gsize       n = 1;
      guint       number;

      if (ampersand == NULL)
        ampersand = end;
      g_string_append_len (out, p, ampersand - p);
      p = ampersand;
      if (p == end)
        break;

      number = entity_at (p, end, &n);
      if (number > 0)
        {
          g_string_append_printf (out, "&#%u;", number);
          p += n;
        }
      else
        g_string_append_c (out, *p++);
    }
  return out;
}

/**
 * doublet_web_page_parse:
 * @bytes: XHTML or HTML
 * @has_entities: (out): whether it was refused because it defines entities of its own
 *
 * Returns: (transfer full) (nullable): the tree, to be freed with xmlFreeDoc()
 */
xmlDoc *
doublet_web_page_parse (GBytes   *bytes,
                        gboolean *has_entities)
{
  gsize            n_bytes;
  const char      *data = g_bytes_get_data (bytes, &n_bytes);
  g_autofree char *valid = NULL;
  GString         *numbered;
  xmlDoc          *document;

  *has_entities = FALSE;
  if (n_bytes == 0 || n_bytes > MAX_BYTES)
    return NULL;

  numbered = number_entities (data, n_bytes);
  document = xmlReadMemory (numbered->str, (int)numbered->len, NULL, NULL, XML_OPTIONS);
  g_string_free (numbered, TRUE);

  if (document != NULL && document->intSubset != NULL && document->intSubset->entities != NULL)
    {
      *has_entities = TRUE;
      xmlFreeDoc (document);
      return NULL;
    }
  if (document != NULL)
    return document;

  valid = g_utf8_make_valid (data, (gssize)n_bytes);
  return htmlReadMemory (valid, (int)MIN (strlen (valid), G_MAXINT), NULL, "UTF-8", HTML_OPTIONS);
}
