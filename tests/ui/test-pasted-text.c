/* test-pasted-text.c
 *
 * SPDX-FileCopyrightText: 2026 The Doublet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "pasted-text.h"

#include <string.h>

typedef struct
{
  const char *name;
  const char *text;
  const char *called; /* NULL for nothing */
} NameCase;

static const NameCase names[] = {
  { "short", "A note", "Pasted: A note" },
  { "first-line", "\n\n  The ferry \n\nLong text", "Pasted: The ferry" },
  { "long", "The minister said on Monday that the ferry would return", "Pasted: The minister said on Monday that the …" },
  { "ends-at-limit", "aaaaaaaaa aaaaaaaaa aaaaaaaaa aaaaaaaaaa bbb", "Pasted: aaaaaaaaa aaaaaaaaa aaaaaaaaa aaaaaaaaaa …" },
  { "one-word", "Donaudampfschifffahrtselektrizitätenhauptbetriebswerk", "Pasted: Donaudampfschifffahrtselektrizitätenhaup …" },
  { "chinese", "渡轮回来了。票价为三欧元。", "Pasted: 渡轮回来了。票价为三欧元。" },
  { "controls", "a\001b\u202ec", "Pasted: abc" },
  { "blank", " \n\t ", NULL },
  { "empty", "", NULL },
};

static void
test_name (gconstpointer data)
{
  const NameCase  *test = data;
  g_autofree char *name = doublet_pasted_text_make_name (test->text);

  g_assert_cmpstr (name, ==, test->called);
}

typedef struct
{
  const char *name;
  const char *bytes;
  gsize       n_bytes;
  const char *page;
  const char *words;
} PageCase;

#define BYTES(text) text, sizeof (text) - 1

static const PageCase pages[] = {
  { "firefox", BYTES ("<meta http-equiv=\"content-type\" content=\"text/html; charset=utf-8\"><p>The <b>ferry</b>\nis back</p>"),
    "<!DOCTYPE html><meta http-equiv=\"content-type\" content=\"text/html; charset=utf-8\"><p>The <b>ferry</b>\nis back</p>", "The ferry is back\n" },
  { "utf-16-with-mark", BYTES ("\xff\xfe<\0b\0>\0\xe9\0<\0/\0b\0>\0"), "<!DOCTYPE html><b>é</b>", "é" },
  { "whole-page", BYTES ("\n<html><head><title>No</title><style>p { x: 1 }</style></head><body><!-- <p>no --><p>Fish &amp; chips&#8230;</p></body></html>"),
    "<html><head><title>No</title><style>p { x: 1 }</style></head><body><!-- <p>no --><p>Fish &amp; chips&#8230;</p></body></html>", "Fish & chips…\n\n\n" },
  { "windows", BYTES ("Version:0.9\r\nStartHTML:0000000105\r\nStartFragment:0000000141\r\n<html><body>\r\n<!--StartFragment--><p>Word</p><!--EndFragment--></body></html>"),
    "<html><body>\r\n<!--StartFragment--><p>Word</p><!--EndFragment--></body></html>", "Word\n\n\n" },
  { "documents", BYTES ("<meta charset=\"utf-8\"><b style=\"font-weight:normal;\" id=\"docs-internal-guid-1\"><p dir=\"ltr\"><span title=\"a > b\">Plan</span></p></b>"),
    "<!DOCTYPE html><meta charset=\"utf-8\"><b style=\"font-weight:normal;\" id=\"docs-internal-guid-1\"><p dir=\"ltr\"><span title=\"a > b\">Plan</span></p></b>", "Plan\n" },
  { "picture", BYTES ("<img src=\"a.png\" alt=\"A boat\">"), "<!DOCTYPE html><img src=\"a.png\" alt=\"A boat\">", "" },
  { "unclosed", BYTES ("a < b <script>x <"), "<!DOCTYPE html>a < b <script>x <", "a < b \n" },
  { "blank", BYTES (" \n"), NULL, NULL },
  { "empty", BYTES (""), NULL, NULL },
};

static void
test_page (gconstpointer data)
{
  const PageCase *test = data;
  g_autoptr (GBytes) bytes = g_bytes_new_static (test->bytes, test->n_bytes);
  g_autoptr (GBytes) page = doublet_pasted_page_clean (bytes);

  if (test->page == NULL)
    {
      g_assert_null (page);
      return;
    }

  g_autofree char *text = g_strndup (g_bytes_get_data (page, NULL), g_bytes_get_size (page));
  g_autofree char *words = doublet_pasted_page_get_words (page);
  g_assert_cmpstr (text, ==, test->page);
  g_assert_cmpstr (words, ==, test->words);
}

/* Whatever another program gives, there is an answer, in valid UTF-8. */
static void
test_anything (void)
{
  static const char *const pieces[] = { "<", ">", "</", "<!--", "-->", "<script", "<style>", "\"", "'", "&", "&#", "&#x", "99999999999999999999;", ";", "é", "\xff", "word ", "\n", "Version:", "<html>", "&nbsp;" };
  g_autoptr (GRand) rand = g_rand_new_with_seed (3);

  for (guint i = 0; i < 20000; i++)
    {
      g_autoptr (GString) text = g_string_new (NULL);
      gint32 n_pieces = g_rand_int_range (rand, 0, 12);

      for (gint32 j = 0; j < n_pieces; j++)
        g_string_append (text, pieces[g_rand_int_range (rand, 0, G_N_ELEMENTS (pieces))]);

      g_autoptr (GBytes) bytes = g_bytes_new (text->str, text->len);
      g_autoptr (GBytes) page = doublet_pasted_page_clean (bytes);
      g_autofree char *words = page != NULL ? doublet_pasted_page_get_words (page) : NULL;
      g_autofree char *name = words != NULL ? doublet_pasted_text_make_name (words) : NULL;

      g_assert_true (words == NULL || g_utf8_validate (words, -1, NULL));
      g_assert_true (name == NULL || g_utf8_validate (name, -1, NULL));
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *path = g_strconcat ("/pasted-text/name/", names[i].name, NULL);
      g_test_add_data_func (path, &names[i], test_name);
    }
  for (gsize i = 0; i < G_N_ELEMENTS (pages); i++)
    {
      g_autofree char *path = g_strconcat ("/pasted-text/page/", pages[i].name, NULL);
      g_test_add_data_func (path, &pages[i], test_page);
    }
  g_test_add_func ("/pasted-text/anything", test_anything);
  return g_test_run ();
}
