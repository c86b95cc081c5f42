/* test-token-flags.c
 *
 * SPDX-FileCopyrightText: 2026 The Doublet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <string.h>

#include "test-texts.h"

/* The tokens that have @flag, parted by spaces. */
static char *
dup_flagged (const char *text,
             guint       flag)
{
  g_autoptr (DoubletArticle) article = test_texts_new_article (text, strlen (text));
  g_autoptr (DoubletTokens) tokens = doublet_tokenizer_run (article, NULL);
  GString *result = g_string_new (NULL);

  for (guint32 i = 0; i < tokens->n_tokens; i++)
    if (tokens->tokens[i].flags & flag)
      {
        if (result->len > 0)
          g_string_append_c (result, ' ');
        g_string_append_len (result, text + tokens->tokens[i].start, tokens->tokens[i].n_bytes);
      }
  return g_string_free (result, FALSE);
}

typedef struct
{
  guint       flag;
  const char *text;
  const char *flagged;
} Case;

#define SENTENCE DOUBLET_TOKEN_FLAG_SENTENCE_END
#define CLAUSE DOUBLET_TOKEN_FLAG_CLAUSE_END
#define NAME DOUBLET_TOKEN_FLAG_NAME
#define QUOTED DOUBLET_TOKEN_FLAG_QUOTED
#define OPENING DOUBLET_TOKEN_FLAG_OPENING

static const Case cases[] = {
  { SENTENCE, "It rained. Then it stopped! Why? Well\u2026", ". ! ? \u2026" },
  { SENTENCE, "\u201cIt rained.\u201d He left.", ". ." },
  { SENTENCE, "\u201cReally?\u201d he asked.", "." },
  { SENTENCE, "It was J. R. R. Tolkien, e.g. in the U.S. Army", "" },
  { SENTENCE, "He lived in the U.S.", "." },
  { SENTENCE, "It cost 3.5 and... more", "" },
  { SENTENCE, "\u4e0b\u96e8\u4e86\u3002\u505c\u4e86\uff01", "\u3002 \uff01" },
  { SENTENCE, "\u0939\u093f\u0928\u094d\u0926\u0940\u0964 \u0939\u093f\u0928\u094d\u0926\u0940", "\u0964" },
  { SENTENCE, "\u0647\u0644\u061f \u0646\u0639\u0645.", "\u061f ." },
  { SENTENCE, "One.\nTwo", "." },
  { CLAUSE, "First, second; third: fourth \u2013 fifth \u2014 sixth -- seventh", ", ; : \u2013 \u2014 --" },
  { CLAUSE, "From 1939\u20131945 at 10:30 by J. Smith", "" },
  { CLAUSE, "\u4e00\uff0c\u4e8c\u3001\u4e09\uff1b", "\uff0c \u3001 \uff1b" },
  { CLAUSE, "It went on... and on", "..." },
  { NAME, "The man met Ann Smith in Rome. He left.", "Ann Smith Rome" },
  { NAME, "He said that I and I'm there", "" },
  { NAME, "She said: \u201cThe end\u201d of the \u201cTitanic\u201d", "Titanic" },
  { NAME, "\u041e\u043d \u0436\u0438\u043b \u0432 \u041c\u043e\u0441\u043a\u0432\u0435", "\u041c\u043e\u0441\u043a\u0432\u0435" },
  { NAME, "Line\nSecond Line", "Line" },
  { QUOTED, "He \u201csaid so\u201d twice", "said so" },
  { QUOTED, "He \"said so\" twice", "said so" },
  { QUOTED, "a \u201cb \u2018c\u2019 d\u201d e", "b \u2018 c \u2019 d" },
  { QUOTED, "\u201eja\u201c und \u00bbnein\u00ab und \u00abnon\u00bb", "ja nein non" },
  { QUOTED, "\u00ab oui \u00bb et non", "oui" },
  { QUOTED, "\u201dJa\u201d sade han", "Ja" },
  { QUOTED, "\u300c\u4e00\u300e\u4e8c\u300f\u4e09\u300d\u56db", "\u4e00 \u300e \u4e8c \u300f \u4e09" },
  { QUOTED, "\u4ed6\u8bf4\u201c\u597d\u201d\u4e86", "\u597d" },
  { QUOTED, "Open \u201cto the end\nof its block", "to the end" },
  /* Over paragraphs: opened anew in each, or closed in a later one only. */
  { QUOTED, "He: \u201cone two\n\u201cthree four\u201d he", "one two three four" },
  { QUOTED, "Er: \u201eeins zwei\ndrei vier\u201c er", "eins zwei drei vier" },
  { QUOTED, "Il : \u00ab un deux\ntrois\nquatre \u00bb il", "un deux trois quatre" },
  { QUOTED, "\u300c\u4e00\n\u4e8c\u300d\u4e09", "\u4e00 \u4e8c" },
  { QUOTED, "He: \u201cone\nshe \u201ctwo\u201d three\u201d he", "one two" },
  { QUOTED, "He: \u201cone\nshe: \u201ctwo\nthree\u201d he", "one two three" },
  { QUOTED, "the \u2018one\nthe dogs\u2019 tails", "" },
  { QUOTED, "a \"one\na 6\" pipe", "one" },
  { QUOTED, "\u201cone\na\nb\nc\nd\ne\nf\ng\nh\ni\nj\nk\ntwo\u201d", "one" },
  { QUOTED, "\u05d0\u05de\u05e8: \u201e\u05d0\u05d7\u05d3\u201d \u05d5\u201c\u05e9\u05e0\u05d9\u201d", "\u05d0\u05d7\u05d3 \u05e9\u05e0\u05d9" },
  { QUOTED, "\u0642\u0627\u0644: \u00ab\u0646\u0639\u0645\u00bb \u062b\u0645", "\u0646\u0639\u0645" },
  { QUOTED, "\u2018Yes\u2019, he said", "Yes" },
  { QUOTED, "It was \u2018em all along", "" },
  { QUOTED, "the dogs\u2019 tails don\u2019t 'wag'", "" },
  { QUOTED, "a 5\" pipe and a 6\" pipe", "" },
  { QUOTED, "Stray\u201d marks\u00bb here", "" },
  { QUOTED, "a \u201cb \u2018c\u201d d", "b \u2018 c" },
  { OPENING, "a (b) [c] \u201cd\u201d \"e\" \u201ef\u201c", "( [ \u201c \" \u201e" },
};

static void
test_table (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *flagged = dup_flagged (cases[i].text, cases[i].flag);

      g_test_message ("%s", cases[i].text);
      g_assert_cmpstr (flagged, ==, cases[i].flagged);
    }
}

/* Deeper than anyone quotes. */
static void
test_deep (void)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autofree char *flagged = NULL;

  for (guint i = 0; i < 10000; i++)
    g_string_append (text, "\u00ab");
  g_string_append (text, "a");
  for (guint i = 0; i < 10000; i++)
    g_string_append (text, "\u00bb");
  g_string_append (text, " b");

  flagged = dup_flagged (text->str, QUOTED);
  g_assert_nonnull (strstr (flagged, "a"));
  g_assert_null (strstr (flagged, "b"));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/token-flags/table", test_table);
  g_test_add_func ("/token-flags/deep", test_deep);
  return g_test_run ();
}
