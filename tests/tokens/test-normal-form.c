/* test-normal-form.c
 *
 * SPDX-FileCopyrightText: 2026 The Doublet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "normal-form.h"

#include <string.h>
#include <unicode/unorm2.h>
#include <unicode/ustring.h>

typedef struct
{
  const char   *name;
  const char   *a;
  const char   *b;
  gboolean      typography; /* given for the exact form */
  gboolean      same_exact;
  DoubletIgnore ignore; /* given for the normal form */
  gboolean      same_normal;
} Case;

#define CASE DOUBLET_IGNORE_CASE
#define NONE DOUBLET_IGNORE_NONE
#define ACCENTS (DOUBLET_IGNORE_CASE | DOUBLET_IGNORE_DIACRITICS)

static const Case cases[] = {
  { "case", "House", "house", FALSE, FALSE, CASE, TRUE },
  { "case counts", "House", "house", FALSE, FALSE, NONE, FALSE },
  { "composed and decomposed", "caf\u00e9", "cafe\u0301", FALSE, TRUE, NONE, TRUE },
  { "composed and decomposed with typography", "caf\u00e9", "cafe\u0301", TRUE, TRUE, NONE, TRUE },
  { "ligature", "o\ufb03ce", "office", FALSE, FALSE, NONE, TRUE },
  { "full-width", "\uff21\uff22\uff23", "ABC", FALSE, FALSE, NONE, TRUE },
  { "half-width Katakana", "\uff76\uff9e", "\u30ac", FALSE, FALSE, NONE, TRUE },
  { "soft hyphen", "ex\u00adam\u00adple", "example", FALSE, TRUE, NONE, TRUE },
  { "soft hyphen before a mark", "e\u00ad\u0301", "\u00e9", FALSE, TRUE, NONE, TRUE },
  { "soft hyphen with typography", "ex\u00adample", "example", TRUE, TRUE, NONE, TRUE },
  { "curly apostrophe", "don\u2019t", "don't", FALSE, TRUE, NONE, TRUE },
  { "curly apostrophe with typography", "don\u2019t", "don't", TRUE, FALSE, NONE, TRUE },
  { "quotation marks", "\u201c", "\"", FALSE, TRUE, NONE, TRUE },
  { "guillemets", "\u00ab", "\u201e", FALSE, TRUE, NONE, TRUE },
  { "guillemets with typography", "\u00ab", "\u201e", TRUE, FALSE, NONE, TRUE },
  { "hyphens", "well\u2010known", "well-known", FALSE, TRUE, NONE, TRUE },
  { "dashes", "\u2014", "\u2013", FALSE, TRUE, NONE, TRUE },
  { "dash of hyphens", "--", "\u2013", FALSE, TRUE, NONE, TRUE },
  { "rule of hyphens", "-----", "-", FALSE, FALSE, NONE, FALSE },
  { "ellipsis", "\u2026", "...", FALSE, TRUE, NONE, TRUE },
  { "sharp s", "Stra\u00dfe", "STRASSE", FALSE, FALSE, CASE, TRUE },
  { "capital sharp s", "STRA\u1e9eE", "stra\u00dfe", FALSE, FALSE, CASE, TRUE },
  { "final sigma", "\u03bf\u03b4\u03cc\u03c2", "\u039f\u0394\u038c\u03a3", FALSE, FALSE, CASE, TRUE },
  { "Turkish small i without a dot", "I", "\u0131", FALSE, FALSE, CASE, FALSE },
  { "i in every locale", "I", "i", FALSE, FALSE, CASE, TRUE },
  { "Turkish capital I with a dot", "\u0130", "i\u0307", FALSE, FALSE, CASE, TRUE },
  { "Arabic presentation forms", "\ufefb", "\u0644\u0627", FALSE, FALSE, NONE, TRUE },
  { "joiner", "\u0646\u200d", "\u0646", FALSE, FALSE, NONE, TRUE },
  { "non-joiner", "\u0645\u06cc\u200c\u062e", "\u0645\u06cc\u062e", FALSE, FALSE, CASE, TRUE },
  { "zero-width space", "a\u200bb", "ab", FALSE, FALSE, NONE, TRUE },
  { "direction mark", "\u05d0\u200f", "\u05d0", FALSE, FALSE, NONE, TRUE },
  { "variation selector", "\u2764\ufe0f", "\u2764", FALSE, FALSE, CASE, TRUE },
  { "accents", "\u00c9t\u00e9", "ete", FALSE, FALSE, ACCENTS, TRUE },
  { "accents count", "\u00c9t\u00e9", "ete", FALSE, FALSE, CASE, FALSE },
  { "Greek accents", "\u03cc\u03b4\u03bf", "\u03bf\u03b4\u03bf", FALSE, FALSE, ACCENTS, TRUE },
  { "Cyrillic accents", "\u0451\u0436", "\u0435\u0436", FALSE, FALSE, ACCENTS, TRUE },
  { "Devanagari vowels are no accents", "\u0915\u0940", "\u0915", FALSE, FALSE, ACCENTS, FALSE },
  { "Kana voicing is no accent", "\u304c", "\u304b", FALSE, FALSE, ACCENTS, FALSE },
  { "hyphen at the end of a line, small letter", "exam-\nple", "example", FALSE, TRUE, NONE, TRUE },
  { "the same with CR LF and blanks", "exam- \r\n\tple", "example", FALSE, TRUE, NONE, TRUE },
  { "the same with another hyphen", "exam\u2010\nple", "example", FALSE, TRUE, NONE, TRUE },
  { "the same with a soft hyphen", "exam\u00ad\nple", "example", FALSE, TRUE, NONE, TRUE },
  { "the end of the line itself", "exam-\nple", "exam-ple", FALSE, FALSE, NONE, FALSE },
  { "hyphen at the end of a line, capital", "Anglo-\nSaxon", "Anglo-Saxon", FALSE, TRUE, NONE, TRUE },
  { "the same in Cyrillic", "\u0430-\n\u0431", "\u0430\u0431", FALSE, TRUE, NONE, TRUE },
};

static gboolean
is_same (const Case *c,
         gboolean    exact)
{
  g_autoptr (GString) a = g_string_new ("x");
  g_autoptr (GString) b = g_string_new ("x");

  if (exact)
    {
      doublet_normal_form_append_exact (a, c->a, strlen (c->a), c->typography, FALSE);
      doublet_normal_form_append_exact (b, c->b, strlen (c->b), c->typography, FALSE);
    }
  else
    {
      doublet_normal_form_append_normal (a, c->a, strlen (c->a), DOUBLET_TOKEN_WORD, c->ignore, FALSE);
      doublet_normal_form_append_normal (b, c->b, strlen (c->b), DOUBLET_TOKEN_WORD, c->ignore, FALSE);
    }

  g_assert_true (g_utf8_validate (a->str, a->len, NULL));
  g_test_message ("%s: \u201c%s\u201d, \u201c%s\u201d", c->name, a->str, b->str);
  return g_string_equal (a, b);
}

static void
test_exact (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    g_assert_cmpint (is_same (&cases[i], TRUE), ==, cases[i].same_exact);
}

static void
test_normal (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    g_assert_cmpint (is_same (&cases[i], FALSE), ==, cases[i].same_normal);
}

static char *
dup_normal (const char      *text,
            DoubletTokenKind kind,
            DoubletIgnore    ignore)
{
  GString *form = g_string_new (NULL);

  doublet_normal_form_append_normal (form, text, strlen (text), kind, ignore, FALSE);
  return g_string_free (form, FALSE);
}

/* A hyphen at the end of a line that belongs to the word. */
static void
test_kept_hyphens (void)
{
  static const struct
  {
    const char *text;
    const char *form;
    gboolean    is_broken;
  } words[] = {
    { "well-\nknown", "well-known", TRUE },
    { "well- \r\n\tknown", "well-known", TRUE },
    { "well\u00adknown", "well-known", TRUE },
    { "well\u2010\nknown", "well-known", TRUE },
    { "up-to-\ndate", "up-to-date", TRUE },
    { "\u0430-\n\u0431", "\u0430-\u0431", TRUE },
    { "Anglo-\nSaxon", "Anglo-Saxon", FALSE },
    { "well-known", "well-known", FALSE },
    { "naïve", "naïve", FALSE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    {
      g_autoptr (GString) exact = g_string_new (NULL);
      g_autoptr (GString) normal = g_string_new (NULL);

      g_test_message ("%s", words[i].form);
      doublet_normal_form_append_exact (exact, words[i].text, strlen (words[i].text), FALSE, TRUE);
      doublet_normal_form_append_normal (normal, words[i].text, strlen (words[i].text), DOUBLET_TOKEN_WORD, NONE, TRUE);
      g_assert_cmpstr (exact->str, ==, words[i].form);
      g_assert_cmpstr (normal->str, ==, words[i].form);
      g_assert_cmpint (doublet_normal_form_is_broken (words[i].text, strlen (words[i].text)), ==, words[i].is_broken);
    }
}

static void
test_numbers (void)
{
  g_autofree char *one = dup_normal ("1", DOUBLET_TOKEN_NUMBER, DOUBLET_IGNORE_NUMBERS);
  g_autofree char *many = dup_normal ("1,234.5", DOUBLET_TOKEN_NUMBER, DOUBLET_IGNORE_NUMBERS);
  g_autofree char *word = dup_normal ("b2", DOUBLET_TOKEN_WORD, DOUBLET_IGNORE_NUMBERS);
  g_autofree char *arabic = dup_normal ("\u0661\u0662", DOUBLET_TOKEN_NUMBER, DOUBLET_IGNORE_NONE);

  g_assert_cmpstr (one, ==, many);
  g_assert_cmpstr (word, ==, "b2");
  g_assert_cmpstr (arabic, ==, "\u0661\u0662");
}

static void
test_invisible (void)
{
  g_autofree char *form = dup_normal ("\u200b\u200f\u2060", DOUBLET_TOKEN_SYMBOL, DOUBLET_IGNORE_DEFAULT);
  g_autofree char *other = dup_normal ("\u200b\u200f\u2060", DOUBLET_TOKEN_SYMBOL, DOUBLET_IGNORE_NONE);

  g_assert_cmpstr (form, ==, "");
  g_assert_cmpstr (other, ==, "");
}

/* What @normalizer makes of @text. */
static char *
dup_normalized (const UNormalizer2 *normalizer,
                const char         *text)
{
  UErrorCode status = U_ZERO_ERROR;
  UChar      wide[64], normalized[64];
  char       result[256];
  gint32     n_units;

  g_assert_nonnull (normalizer);
  u_strFromUTF8 (wide, G_N_ELEMENTS (wide), &n_units, text, -1, &status);
  n_units = unorm2_normalize (normalizer, wide, n_units, normalized, G_N_ELEMENTS (normalized), &status);
  u_strToUTF8 (result, sizeof result, NULL, normalized, n_units, &status);
  g_assert_true (U_SUCCESS (status));
  return g_strdup (result);
}

/* The letters and signs that are folded without ICU come out as ICU folds them, alone
 * and beside one another. */
static void
test_western (void)
{
  static const gunichar firsts[] = { 0xa1, 0x100, 0x2010, 0x20a0, 0x300 };
  static const gunichar lasts[] = { 0xff, 0x17f, 0x205e, 0x20bf, 0x30f };
  g_autoptr (GRand) rand = g_rand_new_with_seed (4);
  UErrorCode          status = U_ZERO_ERROR;
  const UNormalizer2 *composed = unorm2_getNFCInstance (&status);
  const UNormalizer2 *compatible = unorm2_getNFKCInstance (&status);
  const UNormalizer2 *folded = unorm2_getNFKCCasefoldInstance (&status);

  for (guint i = 0; i < 20000; i++)
    {
      g_autoptr (GString) text = g_string_new ("Aa");
      g_autoptr (GString) exact = g_string_new (NULL);
      g_autofree char *nfc = NULL;
      g_autofree char *nfkc = NULL;
      g_autofree char *nfkc_folded = NULL;
      g_autofree char *as_written = NULL;
      g_autofree char *without_case = NULL;
      g_autofree char *of_nfkc = NULL;
      g_autofree char *of_folded = NULL;

      for (guint n = g_rand_int_range (rand, 1, 4); n > 0; n--)
        {
          guint    range = g_rand_int_range (rand, 0, G_N_ELEMENTS (firsts) - (i % 4 != 0));
          gunichar c = g_rand_int_range (rand, firsts[range], lasts[range] + 1);

          if (c != 0xad && c != 0x2028 && c != 0x2029 && c != 0x202f)
            g_string_append_unichar (text, c);
        }

      nfc = dup_normalized (composed, text->str);
      doublet_normal_form_append_exact (exact, text->str, text->len, TRUE, FALSE);
      g_assert_cmpstr (exact->str, ==, nfc);

      /* A mark of its own is a space with a mark, and in a token spaces are line ends. */
      nfkc = dup_normalized (compatible, text->str);
      if (strchr (nfkc, ' ') != NULL)
        continue;
      as_written = dup_normal (text->str, DOUBLET_TOKEN_WORD, DOUBLET_IGNORE_NONE);
      of_nfkc = dup_normal (nfkc, DOUBLET_TOKEN_WORD, DOUBLET_IGNORE_NONE);
      g_assert_cmpstr (as_written, ==, of_nfkc);

      nfkc_folded = dup_normalized (folded, text->str);
      without_case = dup_normal (text->str, DOUBLET_TOKEN_WORD, DOUBLET_IGNORE_CASE);
      of_folded = dup_normal (nfkc_folded, DOUBLET_TOKEN_WORD, DOUBLET_IGNORE_NONE);
      g_assert_cmpstr (without_case, ==, of_folded);
    }
}

/* A form is its own form: whatever is taken out stays out. */
static void
test_stable (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (3);

  for (guint i = 0; i < 20000; i++)
    {
      g_autoptr (GString) text = g_string_new (NULL);
      g_autoptr (GString) exact = g_string_new (NULL);
      g_autoptr (GString) again = g_string_new (NULL);
      DoubletIgnore ignore = g_rand_int_range (rand, 0, 8);

      for (guint n = g_rand_int_range (rand, 1, 6); n > 0; n--)
        {
          gunichar c = g_rand_int_range (rand, 1, g_rand_boolean (rand) ? 0x2fff : 0x1ffff);

          if (g_unichar_validate (c))
            g_string_append_unichar (text, c);
        }

      doublet_normal_form_append_exact (exact, text->str, text->len, FALSE, FALSE);
      doublet_normal_form_append_exact (again, exact->str, exact->len, FALSE, FALSE);
      g_assert_cmpstr (exact->str, ==, again->str);

      g_string_truncate (exact, 0);
      doublet_normal_form_append_normal (exact, text->str, text->len, DOUBLET_TOKEN_WORD, ignore, FALSE);
      g_assert_true (g_utf8_validate (exact->str, exact->len, NULL));
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/normal-form/exact", test_exact);
  g_test_add_func ("/normal-form/normal", test_normal);
  g_test_add_func ("/normal-form/kept-hyphens", test_kept_hyphens);
  g_test_add_func ("/normal-form/numbers", test_numbers);
  g_test_add_func ("/normal-form/invisible", test_invisible);
  g_test_add_func ("/normal-form/western", test_western);
  g_test_add_func ("/normal-form/stable", test_stable);
  return g_test_run ();
}
