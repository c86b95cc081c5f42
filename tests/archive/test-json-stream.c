/* test-json-stream.c
 *
 * SPDX-FileCopyrightText: 2026 The Doublet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "json-stream.h"

#include <json-glib/json-glib.h>
#include <locale.h>
#include <string.h>

static char *
finish (DoubletJsonStream *stream)
{
  g_autoptr (GBytes) bytes = doublet_json_stream_free_to_bytes (stream);

  return g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
}

static void
test_layout (void)
{
  DoubletJsonStream *stream = doublet_json_stream_new ();
  g_autofree char   *json = NULL;

  doublet_json_stream_begin_object (stream, NULL, DOUBLET_JSON_LINES);
  doublet_json_stream_add_uint (stream, "one", 1);
  doublet_json_stream_begin_array (stream, "none", DOUBLET_JSON_LINES);
  doublet_json_stream_end (stream);
  doublet_json_stream_begin_array (stream, "some", DOUBLET_JSON_LINES);
  doublet_json_stream_begin_object (stream, NULL, DOUBLET_JSON_INLINE);
  doublet_json_stream_add_boolean (stream, "yes", TRUE);
  doublet_json_stream_add_null (stream, "nothing");
  doublet_json_stream_end (stream);
  doublet_json_stream_begin_array (stream, NULL, DOUBLET_JSON_INLINE);
  doublet_json_stream_add_uint (stream, NULL, 2);
  doublet_json_stream_add_uint (stream, NULL, G_MAXUINT64);
  doublet_json_stream_end (stream);
  doublet_json_stream_end (stream);
  doublet_json_stream_end (stream);

  json = finish (stream);
  g_assert_cmpstr (json, ==,
                   "{\n"
                   "  \"one\":1,\n"
                   "  \"none\":[],\n"
                   "  \"some\":[\n"
                   "    {\"yes\":true,\"nothing\":null},\n"
                   "    [2,18446744073709551615]\n"
                   "  ]\n"
                   "}\n");
}

static char *
write_share (guint64 part,
             guint64 whole)
{
  DoubletJsonStream *stream = doublet_json_stream_new ();

  doublet_json_stream_begin_array (stream, NULL, DOUBLET_JSON_INLINE);
  doublet_json_stream_add_share (stream, NULL, part, whole);
  doublet_json_stream_end (stream);
  return finish (stream);
}

static void
test_shares (void)
{
  static const struct
  {
    guint64     part;
    guint64     whole;
    const char *json;
  } cases[] = {
    { 0, 0, "[null]\n" },
    { 0, 7, "[0.0000]\n" },
    { 106, 412, "[0.2573]\n" },
    { 106, 388, "[0.2732]\n" },
    { 1, 3, "[0.3333]\n" },
    { 2, 3, "[0.6667]\n" },
    { 1, 20000, "[0.0001]\n" },
    { 19999, 20000, "[1.0000]\n" },
    { 5, 5, "[1.0000]\n" },
    /* Rounded counts may exceed the whole by one. */
    { 6, 5, "[1.0000]\n" },
  };

  /* Where it is installed, its comma must not come in. */
  setlocale (LC_ALL, "de_DE.UTF-8");
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *json = write_share (cases[i].part, cases[i].whole);

      g_assert_cmpstr (json, ==, cases[i].json);
    }
  setlocale (LC_ALL, "C.UTF-8");
}

/* What another reader reads is what was written. */
static void
test_strings (void)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (20261122);

  for (guint round = 0; round < 3000; round++)
    {
      DoubletJsonStream *stream = doublet_json_stream_new ();
      g_autoptr (JsonParser) parser = json_parser_new ();
      g_autoptr (GString) text = g_string_new (NULL);
      g_autofree char *json = NULL;
      guint            length = g_rand_int_range (random, 0, 40);

      for (guint i = 0; i < length; i++)
        {
          static const gunichar limits[] = { 0x20, 0x80, 0x800, 0xd800, 0x110000 };
          gunichar              limit = limits[g_rand_int_range (random, 0, G_N_ELEMENTS (limits))];
          gunichar              c = g_rand_int_range (random, 1, limit);

          if (g_unichar_validate (c))
            g_string_append_unichar (text, g_rand_int_range (random, 0, 8) == 0 ? (gunichar) "\"\\/\n\r\t\b\f"[c % 8] : c);
        }

      doublet_json_stream_begin_object (stream, NULL, DOUBLET_JSON_LINES);
      doublet_json_stream_add_string (stream, "text", text->str);
      doublet_json_stream_end (stream);
      json = finish (stream);
      g_assert_true (json_parser_load_from_data (parser, json, -1, NULL));
      g_assert_cmpstr (json_object_get_string_member (json_node_get_object (json_parser_get_root (parser)), "text"), ==, text->str);
    }
}

static void
test_bytes_that_are_no_text (void)
{
  DoubletJsonStream *stream = doublet_json_stream_new ();
  g_autofree char   *json = NULL;

  doublet_json_stream_add_string (stream, NULL, "a\xff\xc3");
  json = finish (stream);
  g_assert_cmpstr (json, ==, "\"a\xef\xbf\xbd\xef\xbf\xbd\"\n");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/json-stream/layout", test_layout);
  g_test_add_func ("/json-stream/shares", test_shares);
  g_test_add_func ("/json-stream/strings", test_strings);
  g_test_add_func ("/json-stream/bytes-that-are-no-text", test_bytes_that_are_no_text);
  return g_test_run ();
}
