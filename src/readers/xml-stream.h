/* xml-stream.h
 *
 * SPDX-FileCopyrightText: 2026 The Doublet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "progress.h"

G_BEGIN_DECLS

/*
 * XML as a stream of events, for readers that walk through it without recursion.
 * Every start has its end (an empty element's follows at once), also where the text
 * breaks off: then the fault says why.
 */
typedef struct _DoubletXmlStream DoubletXmlStream;

typedef enum
{
  DOUBLET_XML_START,
  DOUBLET_XML_END,
  DOUBLET_XML_TEXT,
  DOUBLET_XML_DONE, /* at the end and ever after */
} DoubletXmlEvent;

typedef enum
{
  DOUBLET_XML_FAULT_NONE,
  DOUBLET_XML_FAULT_BROKEN,  /* not well-formed, or broken off, or a piece of it beyond all measure */
  DOUBLET_XML_FAULT_DEPTH,   /* elements in elements in elements */
  DOUBLET_XML_FAULT_DOCTYPE, /* declares a document type where none may be, or entities */
  DOUBLET_XML_FAULT_CANCELLED,
} DoubletXmlFault;

typedef enum
{
  DOUBLET_XML_STRICT = 0,
  DOUBLET_XML_WEB_PAGE = 1 << 0, /* a document type may be named, entities of HTML are known, small faults are passed over */
} DoubletXmlFlags;

DoubletXmlStream *doublet_xml_stream_new (GBytes                *bytes,
                                          DoubletXmlFlags        flags,
                                          const DoubletProgress *progress);
void              doublet_xml_stream_free (DoubletXmlStream *self);
DoubletXmlEvent   doublet_xml_stream_next (DoubletXmlStream *self);
void              doublet_xml_stream_skip (DoubletXmlStream *self);
char             *doublet_xml_stream_dup_content (DoubletXmlStream *self);
const char       *doublet_xml_stream_get_name (const DoubletXmlStream *self);
const char       *doublet_xml_stream_get_namespace (const DoubletXmlStream *self);
guint             doublet_xml_stream_get_depth (const DoubletXmlStream *self);
const char       *doublet_xml_stream_get_text (const DoubletXmlStream *self);
char             *doublet_xml_stream_dup_attribute (const DoubletXmlStream *self,
                                                    const char             *name);
DoubletXmlFault   doublet_xml_stream_get_fault (const DoubletXmlStream *self);
const char       *doublet_xml_fault_describe (DoubletXmlFault fault);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DoubletXmlStream, doublet_xml_stream_free)

G_END_DECLS
