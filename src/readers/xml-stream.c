/* xml-stream.c
 *
 * SPDX-FileCopyrightText: 2026 The Doublet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "xml-stream.h"

#include "web-page.h"

#include <string.h>

#include <glib/gi18n-lib.h>
#include <libxml/xmlreader.h>

/*
 * libxml2's reader with everything off that reaches beyond the bytes: no network, no
 * external subset, no entities put in, and the library's own limits on depth (256) and
 * on one text (10 MB) left on.
 *
 * What it has no limit on is an element's attributes, which it compares each with
 * each: a hundred thousand of them take 15 seconds.  So they are counted beforehand.
 */

/* The most attributes that were seen on one element of a real document are some 60. */
#define MAX_ATTRIBUTES 2000

#define PARSE_OPTIONS (XML_PARSE_NONET | XML_PARSE_NOERROR | XML_PARSE_NOWARNING | XML_PARSE_COMPACT)

typedef struct
{
  const char *name; /* both belong to the reader */
  const char *namespace;
} Element;

struct _DoubletXmlStream
{
  GBytes                *bytes;
  xmlDoc                *document; /* (nullable): what the reader walks through, if it does not parse */
  xmlTextReader         *reader;   /* (nullable) */
  const DoubletProgress *progress;
  GArray                *open; /* Element: those that are open */
  Element                element;
  const char            *text;
  DoubletXmlFlags        flags;
  DoubletXmlFault        fault;
  DoubletXmlFault        fault_at_end; /* of what was parsed beforehand */
  gboolean               end_is_due;   /* the element that just began is empty */
  gboolean               is_over;
  guint                  n_events;
};

/* Where a comment or a CDATA section at @p ends; @p if there is none. */
static const char *
skip_unparsed (const char *p,
               const char *end)
{
  static const char *const borders[][2] = { { "<!--", "-->" }, { "<![CDATA[", "]]>" } };

  for (guint i = 0; i < G_N_ELEMENTS (borders); i++)
    {
      gsize n = strlen (borders[i][0]);

      if ((gsize)(end - p) > n && memcmp (p, borders[i][0], n) == 0)
        {
          const char *close = p + n + 1;

          while (close < end && (close = memchr (close, '>', (gsize)(end - close))) != NULL)
            if (memcmp (close++ - 2, borders[i][1], 3) == 0)
              return close;
          return end;
        }
    }
  return p;
}

static gboolean
has_too_many_attributes (GBytes *bytes)
{
  gsize       n_bytes;
  const char *p = g_bytes_get_data (bytes, &n_bytes);
  const char *end = p + n_bytes;

  while (p < end && (p = memchr (p, '<', (gsize)(end - p))) != NULL)
    {
      const char *after = skip_unparsed (p, end);
      guint       n = 0;

      if (after != p)
        {
          p = after;
          continue;
        }
      for (p++; p < end && *p != '>'; p++)
        if (*p == '=' && ++n > MAX_ATTRIBUTES * 4)
          return TRUE;
        else if (*p == '"' || *p == '\'')
          {
            const char *close = memchr (p + 1, *p, (gsize)(end - p) - 1);

            if (close == NULL)
              break;
            p = close;
          }
      if (n > MAX_ATTRIBUTES)
        return TRUE;
    }
  return FALSE;
}

static void
open_bytes (DoubletXmlStream *self)
{
  gsize       n_bytes;
  const char *data = g_bytes_get_data (self->bytes, &n_bytes);

  if (n_bytes == 0 || n_bytes > G_MAXINT || has_too_many_attributes (self->bytes))
    return;

  if (self->flags & DOUBLET_XML_WEB_PAGE)
    {
      self->document = doublet_web_page_parse (self->bytes, self->progress, &self->fault_at_end);
      if (self->document != NULL)
        self->reader = xmlReaderWalker (self->document);
      else
        self->fault = self->fault_at_end;
    }
  else
    self->reader = xmlReaderForMemory (data, (int)n_bytes, NULL, NULL, PARSE_OPTIONS);
}

/**
 * doublet_xml_stream_new:
 * @bytes: XML, in whatever encoding it declares
 * @flags: how strict to be
 * @progress: (nullable): whom to ask whether to stop
 *
 * Never fails: what cannot be read has no events but a fault.
 *
 * Returns: (transfer full): a stream before the first event
 */
DoubletXmlStream *
doublet_xml_stream_new (GBytes                *bytes,
                        DoubletXmlFlags        flags,
                        const DoubletProgress *progress)
{
  DoubletXmlStream *self = g_new0 (DoubletXmlStream, 1);

  self->bytes = g_bytes_ref (bytes);
  self->flags = flags;
  self->progress = progress;
  self->open = g_array_new (FALSE, FALSE, sizeof (Element));
  open_bytes (self);
  if (self->reader == NULL && self->fault == DOUBLET_XML_FAULT_NONE)
    self->fault = DOUBLET_XML_FAULT_BROKEN;
  return self;
}

/**
 * doublet_xml_stream_free:
 * @self: (transfer full): a stream
 */
void
doublet_xml_stream_free (DoubletXmlStream *self)
{
  if (self->reader != NULL)
    xmlFreeTextReader (self->reader);
  if (self->document != NULL)
    xmlFreeDoc (self->document);
  g_array_unref (self->open);
  g_bytes_unref (self->bytes);
  g_free (self);
}

static void
stop (DoubletXmlStream *self,
      DoubletXmlFault   fault)
{
  self->is_over = TRUE;
  if (self->fault == DOUBLET_XML_FAULT_NONE)
    self->fault = fault;
}

static DoubletXmlEvent
start_element (DoubletXmlStream *self)
{
  self->element.name = (const char *)xmlTextReaderConstLocalName (self->reader);
  self->element.namespace = (const char *)xmlTextReaderConstNamespaceUri (self->reader);
  if (self->element.name == NULL)
    self->element.name = "";
  if (self->element.namespace == NULL)
    self->element.namespace = "";
  g_array_append_val (self->open, self->element);
  self->end_is_due = xmlTextReaderIsEmptyElement (self->reader) == 1;
  return DOUBLET_XML_START;
}

static DoubletXmlEvent
end_element (DoubletXmlStream *self)
{
  self->element = g_array_index (self->open, Element, self->open->len - 1);
  g_array_set_size (self->open, self->open->len - 1);
  self->end_is_due = FALSE;
  return DOUBLET_XML_END;
}

/* Versions of libxml2 differ in the code; the first has no other use in a parser. */
static gboolean
gave_up_for_depth (void)
{
  const xmlError *error = xmlGetLastError ();

  return error != NULL && error->domain == XML_FROM_PARSER &&
         (error->code == XML_ERR_INTERNAL_ERROR || (error->message != NULL && strstr (error->message, "depth") != NULL));
}

/* One step of the parser; FALSE if it is over. */
static gboolean
read_node (DoubletXmlStream *self)
{
  int result;

  if (self->is_over || self->fault != DOUBLET_XML_FAULT_NONE)
    return FALSE;
  if (DOUBLET_PROGRESS_CHECK (self->progress, ++self->n_events))
    {
      stop (self, DOUBLET_XML_FAULT_CANCELLED);
      return FALSE;
    }
  result = xmlTextReaderRead (self->reader);
  if (result == 1)
    return TRUE;

  if (result == 0)
    stop (self, self->open->len > 0 ? DOUBLET_XML_FAULT_BROKEN : self->fault_at_end);
  else
    stop (self, gave_up_for_depth () ? DOUBLET_XML_FAULT_DEPTH : DOUBLET_XML_FAULT_BROKEN);
  return FALSE;
}

/**
 * doublet_xml_stream_next:
 * @self: a stream
 *
 * Goes on to the next event; comments, instructions and the like are passed over.
 *
 * Returns: what it is
 */
DoubletXmlEvent
doublet_xml_stream_next (DoubletXmlStream *self)
{
  if (self->end_is_due)
    return end_element (self);

  while (read_node (self))
    switch (xmlTextReaderNodeType (self->reader))
      {
      case XML_READER_TYPE_ELEMENT:
        return start_element (self);

      case XML_READER_TYPE_END_ELEMENT:
        if (self->open->len > 0)
          return end_element (self);
        break;

      case XML_READER_TYPE_TEXT:
      case XML_READER_TYPE_CDATA:
      case XML_READER_TYPE_WHITESPACE:
      case XML_READER_TYPE_SIGNIFICANT_WHITESPACE:
        self->text = (const char *)xmlTextReaderConstValue (self->reader);
        if (self->text != NULL)
          return DOUBLET_XML_TEXT;
        break;

      case XML_READER_TYPE_DOCUMENT_TYPE:
        if ((self->flags & DOUBLET_XML_WEB_PAGE) == 0)
          stop (self, DOUBLET_XML_FAULT_DOCTYPE);
        break;

      default:
        break;
      }

  return self->open->len > 0 ? end_element (self) : DOUBLET_XML_DONE;
}

/**
 * doublet_xml_stream_skip:
 * @self: a stream whose last event was a start
 *
 * Goes on to the end of this element, whatever is in it.
 */
void
doublet_xml_stream_skip (DoubletXmlStream *self)
{
  guint depth = self->open->len;

  while (self->open->len >= depth && doublet_xml_stream_next (self) != DOUBLET_XML_DONE)
    ;
}

/**
 * doublet_xml_stream_dup_content:
 * @self: a stream whose last event was a start
 *
 * Goes on to the end of this element and collects the text in it.
 *
 * Returns: (transfer full): all text, stripped
 */
char *
doublet_xml_stream_dup_content (DoubletXmlStream *self)
{
  GString *content = g_string_new (NULL);
  guint    depth = self->open->len;

  while (self->open->len >= depth)
    {
      DoubletXmlEvent event = doublet_xml_stream_next (self);

      if (event == DOUBLET_XML_TEXT)
        g_string_append (content, self->text);
      else if (event == DOUBLET_XML_DONE)
        break;
    }
  return g_strstrip (g_string_free (content, FALSE));
}

/**
 * doublet_xml_stream_get_name:
 * @self: a stream at a start or an end
 *
 * Returns: (transfer none): the element's name without prefix
 */
const char *
doublet_xml_stream_get_name (const DoubletXmlStream *self)
{
  return self->element.name;
}

/**
 * doublet_xml_stream_get_namespace:
 * @self: a stream at a start or an end
 *
 * Returns: (transfer none): the URI of the element's name space; "" if it has none
 */
const char *
doublet_xml_stream_get_namespace (const DoubletXmlStream *self)
{
  return self->element.namespace;
}

/**
 * doublet_xml_stream_get_depth:
 * @self: a stream
 *
 * Returns: how many elements are open
 */
guint
doublet_xml_stream_get_depth (const DoubletXmlStream *self)
{
  return self->open->len;
}

/**
 * doublet_xml_stream_get_text:
 * @self: a stream at a text
 *
 * Returns: (transfer none): a text or a piece of one
 */
const char *
doublet_xml_stream_get_text (const DoubletXmlStream *self)
{
  return self->text;
}

/**
 * doublet_xml_stream_dup_attribute:
 * @self: a stream at a start
 * @name: a name without prefix
 *
 * Office formats qualify their attributes by prefixes that a document may choose; no
 * element of theirs has two attributes that differ by these alone and matter here.
 *
 * Returns: (transfer full) (nullable): the first attribute of this name
 */
char *
doublet_xml_stream_dup_attribute (const DoubletXmlStream *self,
                                  const char             *name)
{
  char *value = NULL;
  int   result = xmlTextReaderMoveToFirstAttribute (self->reader);

  while (result == 1 && value == NULL)
    {
      const char *found = (const char *)xmlTextReaderConstLocalName (self->reader);

      if (found != NULL && strcmp (found, name) == 0 && xmlTextReaderIsNamespaceDecl (self->reader) != 1)
        {
          const char *content = (const char *)xmlTextReaderConstValue (self->reader);

          value = g_strdup (content != NULL ? content : "");
        }
      result = xmlTextReaderMoveToNextAttribute (self->reader);
    }
  xmlTextReaderMoveToElement (self->reader);
  return value;
}

/**
 * doublet_xml_stream_get_fault:
 * @self: a stream
 *
 * Returns: why it ended before its end, if it did
 */
DoubletXmlFault
doublet_xml_stream_get_fault (const DoubletXmlStream *self)
{
  return self->fault;
}

/**
 * doublet_xml_fault_describe:
 * @fault: a fault
 *
 * Returns: (transfer none) (nullable): a translated sentence; NULL if there is nothing to say
 */
const char *
doublet_xml_fault_describe (DoubletXmlFault fault)
{
  switch (fault)
    {
    case DOUBLET_XML_FAULT_BROKEN:
      return _ ("The document is damaged in one place, and what stands behind that place is missing.");
    case DOUBLET_XML_FAULT_DEPTH:
      return _ ("The document is nested too deeply in one place, and what stands behind that place is missing.");
    case DOUBLET_XML_FAULT_DOCTYPE:
      return _ ("A part of the document defines abbreviations of its own and was left out for safety.");
    case DOUBLET_XML_FAULT_NONE:
    case DOUBLET_XML_FAULT_CANCELLED:
    default:
      return NULL;
    }
}
