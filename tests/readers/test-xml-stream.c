/* test-xml-stream.c
 *
 * SPDX-FileCopyrightText: 2026 The Doublet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "xml-stream.h"

#include <string.h>

/* Walks through @xml and checks that every start has its end. */
static DoubletXmlFault
walk (const char     *xml,
      gsize           n_bytes,
      DoubletXmlFlags flags,
      char          **events)
{
  g_autoptr (GBytes) bytes = g_bytes_new (xml, n_bytes);
  g_autoptr (DoubletXmlStream) stream = doublet_xml_stream_new (bytes, flags, NULL);
  GString        *out = g_string_new (NULL);
  DoubletXmlEvent event;
  guint           depth = 0;

  while ((event = doublet_xml_stream_next (stream)) != DOUBLET_XML_DONE)
    if (event == DOUBLET_XML_START)
      {
        g_assert_cmpuint (doublet_xml_stream_get_depth (stream), ==, ++depth);
        g_string_append_printf (out, "<%s>", doublet_xml_stream_get_name (stream));
      }
    else if (event == DOUBLET_XML_END)
      {
        g_assert_cmpuint (doublet_xml_stream_get_depth (stream), ==, --depth);
        g_string_append_printf (out, "</%s>", doublet_xml_stream_get_name (stream));
      }
    else
      g_string_append (out, doublet_xml_stream_get_text (stream));

  g_assert_cmpuint (depth, ==, 0);
  g_assert_true (doublet_xml_stream_next (stream) == DOUBLET_XML_DONE);
  if (events != NULL)
    *events = g_string_free (out, FALSE);
  else
    g_string_free (out, TRUE);
  return doublet_xml_stream_get_fault (stream);
}

static void
test_events (void)
{
  static const struct
  {
    const char     *xml;
    const char     *events;
    DoubletXmlFault fault;
  } cases[] = {
    { "<a>x<b/>y</a>", "<a>x<b></b>y</a>", DOUBLET_XML_FAULT_NONE },
    { "<!-- c --><p:a xmlns:p=\"u\"><![CDATA[<]]></p:a>", "<a><</a>", DOUBLET_XML_FAULT_NONE },
    { "<!DOCTYPE a><a/>", "", DOUBLET_XML_FAULT_DOCTYPE },
    { "<!DOCTYPE a [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><a>&x;</a>", "", DOUBLET_XML_FAULT_DOCTYPE },
    { "", "", DOUBLET_XML_FAULT_BROKEN },
    { "no XML", "", DOUBLET_XML_FAULT_BROKEN },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *events = NULL;
      DoubletXmlFault  fault = walk (cases[i].xml, strlen (cases[i].xml), DOUBLET_XML_STRICT, &events);

      g_assert_cmpstr (events, ==, cases[i].events);
      g_assert_cmpint (fault, ==, cases[i].fault);
    }
}

static void
test_skip (void)
{
  static const char xml[] = "<a><b k=\"1\"><c>no</c></b>x<d>t<e>u</e></d></a>";
  g_autoptr (GBytes) bytes = g_bytes_new_static (xml, strlen (xml));
  g_autoptr (DoubletXmlStream) stream = doublet_xml_stream_new (bytes, DOUBLET_XML_STRICT, NULL);
  g_autofree char *value = NULL;
  g_autofree char *none = NULL;
  g_autofree char *content = NULL;

  doublet_xml_stream_next (stream);
  g_assert_true (doublet_xml_stream_next (stream) == DOUBLET_XML_START);
  value = doublet_xml_stream_dup_attribute (stream, "k");
  none = doublet_xml_stream_dup_attribute (stream, "l");
  g_assert_cmpstr (value, ==, "1");
  g_assert_null (none);
  doublet_xml_stream_skip (stream);
  g_assert_true (doublet_xml_stream_next (stream) == DOUBLET_XML_TEXT);
  g_assert_true (doublet_xml_stream_next (stream) == DOUBLET_XML_START);
  content = doublet_xml_stream_dup_content (stream);
  g_assert_cmpstr (content, ==, "tu");
  g_assert_true (doublet_xml_stream_next (stream) == DOUBLET_XML_END);
}

static void
test_deep (void)
{
  GString *xml = g_string_new (NULL);

  for (guint i = 0; i < 100000; i++)
    g_string_append (xml, "<p>");
  g_assert_cmpint (walk (xml->str, xml->len, DOUBLET_XML_STRICT, NULL), ==, DOUBLET_XML_FAULT_DEPTH);
  walk (xml->str, xml->len, DOUBLET_XML_WEB_PAGE, NULL);
  g_string_free (xml, TRUE);
}

static void
test_many_attributes (void)
{
  GString *xml = g_string_new ("<a");

  for (guint i = 0; i < 200000; i++)
    g_string_append_printf (xml, " a%u=\"\"", i);
  g_string_append (xml, "/>");
  g_assert_cmpint (walk (xml->str, xml->len, DOUBLET_XML_STRICT, NULL), ==, DOUBLET_XML_FAULT_BROKEN);
  g_assert_cmpint (walk (xml->str, xml->len, DOUBLET_XML_WEB_PAGE, NULL), ==, DOUBLET_XML_FAULT_BROKEN);
  g_string_free (xml, TRUE);
}

static void
test_cuts (void)
{
  static const char xml[] = "<?xml version=\"1.0\"?><a k='1'>&amp;<b><!-- c --><![CDATA[d]]></b>\xc3\xa4</a>";

  for (gsize n = 0; n < strlen (xml); n++)
    g_assert_cmpint (walk (xml, n, DOUBLET_XML_STRICT, NULL), ==, DOUBLET_XML_FAULT_BROKEN);
  for (gsize n = 0; n < strlen (xml); n++)
    walk (xml, n, DOUBLET_XML_WEB_PAGE, NULL);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/xml-stream/events", test_events);
  g_test_add_func ("/xml-stream/skip", test_skip);
  g_test_add_func ("/xml-stream/deep", test_deep);
  g_test_add_func ("/xml-stream/many attributes", test_many_attributes);
  g_test_add_func ("/xml-stream/cuts", test_cuts);
  return g_test_run ();
}
