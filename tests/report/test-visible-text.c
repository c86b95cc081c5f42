/* test-visible-text.c
 *
 * SPDX-FileCopyrightText: 2026 The Doublet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "payloads.h"
#include "visible-text.h"

#include <string.h>

static void
test_table (void)
{
  static const struct
  {
    const char *text;
    const char *visible;
  } cases[] = {
    { "", "" },
    { "plain text", "plain text" },
    { "tab\tand\nline", "tab\tand\nline" },
    { "a\r\nb\rc\r", "a\nb\nc\n" },
    { "\x01\x1b[31m\x7f", "␁␛[31m␡" },
    { "\xc2\x85\xc2\x9b", "␤‹U+009B›" },
    { "a\xe2\x80\xaetxt\xe2\x80\xac", "a‹U+202E›txt‹U+202C›" },
    { "\xe2\x81\xa6x\xe2\x81\xa9", "‹U+2066›x‹U+2069›" },
    /* The implicit marks stay. */
    { "\xe2\x80\x8e\xe2\x80\x8f\xd8\x9c", "\xe2\x80\x8e\xe2\x80\x8f\xd8\x9c" },
    { "a\xe2\x80\xa8"
      "b\xe2\x80\xa9"
      "c",
      "a\nb\nc" },
    { "\xef\xbf\xbe\xef\xb7\x90\xf4\x8f\xbf\xbf", "‹U+FFFE›‹U+FDD0›‹U+10FFFF›" },
    { "a\xff"
      "b",
      "a\xef\xbf\xbd"
      "b" },
    { "soft\xc2\xad hyphen \xc2\xa0", "soft\xc2\xad hyphen \xc2\xa0" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *visible = doublet_visible_text_dup (cases[i].text);

      g_assert_cmpstr (visible, ==, cases[i].visible);
    }
}

static void
assert_harmless (const char *text,
                 gboolean    line)
{
  for (; *text != '\0'; text = g_utf8_next_char (text))
    {
      gunichar c = g_utf8_get_char (text);

      g_assert_false (g_unichar_iscntrl (c) && (line || (c != '\n' && c != '\t')));
      g_assert_false ((c >= 0x202a && c <= 0x202e) || (c >= 0x2066 && c <= 0x2069));
      g_assert_false ((c & 0xfffe) == 0xfffe);
    }
}

/* Each character of Unicode, between two letters: it stays or is something else, and
 * what stands beside it stays. */
static void
test_every_character (void)
{
  for (gunichar c = 1; c <= 0x10ffff; c++)
    {
      g_autoptr (GString) text = g_string_new ("aé");
      g_autofree char *visible = NULL;
      gboolean         acts = (g_unichar_iscntrl (c) && c != '\n' && c != '\t') || c == 0x2028 || c == 0x2029 ||
                      (c >= 0x202a && c <= 0x202e) || (c >= 0x2066 && c <= 0x2069) ||
                      (c & 0xfffe) == 0xfffe || (c >= 0xfdd0 && c <= 0xfdef);

      if (!g_unichar_validate (c))
        continue;
      g_string_append_unichar (text, c);
      g_string_append (text, "北z");
      visible = doublet_visible_text_dup (text->str);
      g_assert_cmpint (strcmp (visible, text->str) != 0, ==, acts);
      g_assert_true (g_str_has_prefix (visible, "aé") && g_str_has_suffix (visible, "北z"));
    }
}

static void
test_random_bytes (void)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (20261122);

  for (guint round = 0; round < 5000; round++)
    {
      char             bytes[64];
      guint            length = g_rand_int_range (random, 0, sizeof bytes - 1);
      g_autofree char *visible = NULL;
      g_autofree char *again = NULL;
      g_autofree char *line = NULL;

      for (guint i = 0; i < length; i++)
        bytes[i] = (char)(g_rand_boolean (random) ? g_rand_int_range (random, 1, 256) : g_rand_int_range (random, 0x20, 0x7f));
      bytes[length] = '\0';

      visible = doublet_visible_text_dup (bytes);
      again = doublet_visible_text_dup (visible);
      line = doublet_visible_text_dup_line (bytes);
      g_assert_true (g_utf8_validate (visible, -1, NULL));
      assert_harmless (visible, FALSE);
      assert_harmless (line, TRUE);
      g_assert_cmpstr (again, ==, visible);
    }
}

static void
test_payloads (void)
{
  for (gsize i = 0; i < n_payloads; i++)
    {
      g_autofree char *line = doublet_visible_text_dup_line (payloads[i]);

      assert_harmless (line, TRUE);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/visible-text/table", test_table);
  g_test_add_func ("/visible-text/every-character", test_every_character);
  g_test_add_func ("/visible-text/random-bytes", test_random_bytes);
  g_test_add_func ("/visible-text/payloads", test_payloads);
  return g_test_run ();
}
