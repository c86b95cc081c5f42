/* web-page.c
 *
 * SPDX-FileCopyrightText: 2026 The Doublet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "web-page.h"

#include "charset-names.h"
#include "charset.h"
#include "html-charset.h"

#include <string.h>

#include <libxml/HTMLparser.h>
#include <libxml/parser.h>

/*
 * The chapters of a book are XHTML: XML that names a document type nobody fetches and
 * then uses its entities (&nbsp;).  These become numbers before the parser sees them.
 * Chapters that are no XML at all are read as HTML is, which always gives something.
 *
 * Books of the first years are in the encodings of their countries, which libxml2 does
 * not know itself: so it is given UTF-8 only.
 */

/* A tree takes some ten times the page's bytes, and a helper has 1 GB. */
#define MAX_BYTES ((gsize)32 * 1024 * 1024)

/* The longest name of an entity in XHTML is "thetasym". */
#define MAX_ENTITY_NAME 10

#define XML_OPTIONS \
  (XML_PARSE_NONET | XML_PARSE_NOERROR | XML_PARSE_NOWARNING | XML_PARSE_COMPACT | XML_PARSE_IGNORE_ENC)
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

static gboolean
decode (GBytes                *bytes,
        DoubletDecoded        *decoded,
        const DoubletProgress *progress)
{
  gsize               n_bytes;
  const guint8       *data = g_bytes_get_data (bytes, &n_bytes);
  g_autofree char    *declared = doublet_html_dup_charset (data, n_bytes);
  DoubletCharsetFound found;

  /* A page may lie about itself. */
  return (declared != NULL && doublet_charset_decode (data, n_bytes, declared, decoded, &found, progress, NULL)) ||
         doublet_charset_decode (data, n_bytes, NULL, decoded, &found, progress, NULL);
}

static xmlDoc *
parse_html (const DoubletDecoded *decoded,
            DoubletXmlFault      *fault)
{
  htmlParserCtxt *context = htmlNewParserCtxt ();
  xmlDoc         *document;

  if (context == NULL)
    return NULL;
  document = htmlCtxtReadMemory (context, decoded->text, (int)decoded->n_bytes, NULL, "UTF-8", HTML_OPTIONS);
  /* It gives the tree up to where it gave up. */
  if (context->disableSAX)
    *fault = context->lastError.code == XML_ERR_INTERNAL_ERROR ? DOUBLET_XML_FAULT_DEPTH : DOUBLET_XML_FAULT_BROKEN;
  htmlFreeParserCtxt (context);
  return document;
}

/**
 * doublet_web_page_prepare:
 *
 * Opens the converters of the encodings that books are in, for a process that cannot
 * open files any more when it knows which of them it needs.
 */
void
doublet_web_page_prepare (void)
{
  static const char *const charsets[] = { "windows-1250", "windows-1251", "windows-1252", "GB18030", "Big5", "Shift_JIS" };

  for (guint i = 0; i < G_N_ELEMENTS (charsets); i++)
    {
      const DoubletCharset *charset = doublet_charset_find (charsets[i]);

      if (charset != NULL)
        doublet_decoder_prepare (charset->encoding);
    }
}

/**
 * doublet_web_page_parse:
 * @bytes: XHTML or HTML
 * @progress: (nullable): whom to ask whether to stop
 * @fault: (out): what is wrong with it; of a page without one the tree is whole
 *
 * Returns: (transfer full) (nullable): the tree, to be freed with xmlFreeDoc()
 */
xmlDoc *
doublet_web_page_parse (GBytes                *bytes,
                        const DoubletProgress *progress,
                        DoubletXmlFault       *fault)
{
  g_auto (DoubletDecoded) decoded = { NULL };
  GString *numbered;
  xmlDoc  *document = NULL;

  *fault = DOUBLET_XML_FAULT_NONE;
  if (g_bytes_get_size (bytes) == 0 || g_bytes_get_size (bytes) > MAX_BYTES || !decode (bytes, &decoded, progress))
    {
      *fault = doublet_progress_is_cancelled (progress) ? DOUBLET_XML_FAULT_CANCELLED : DOUBLET_XML_FAULT_BROKEN;
      return NULL;
    }

  numbered = number_entities (decoded.text, decoded.n_bytes);
  document = xmlReadMemory (numbered->str, (int)numbered->len, NULL, "UTF-8", XML_OPTIONS);
  g_string_free (numbered, TRUE);
  if (document == NULL)
    return parse_html (&decoded, fault);

  if (document->intSubset != NULL && document->intSubset->entities != NULL)
    {
      *fault = DOUBLET_XML_FAULT_DOCTYPE;
      g_clear_pointer (&document, xmlFreeDoc);
    }
  return document;
}
