/* test-facts.c
 *
 * SPDX-FileCopyrightText: 2026 The Doublet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "article-maker.h"
#include "collator.h"
#include "wording.h"

#include <string.h>

/* Two articles with one passage, and what is said of it: a line for each fact. */
typedef struct
{
  const char         *name;
  const char         *a;
  const char         *b;
  DoubletPassageMatch match;
  const char         *facts;
} Case;

static const Case cases[] = {
  { "figure",
    "The harbour office expects the repair to cost 14 million and to last until spring.",
    "The harbour office expects the repair to cost 40 million and to last until spring.",
    DOUBLET_PASSAGE_EDITED, "figure 14 40" },
  { "name",
    "On Monday morning the mayor met the baker Ada Holm and the keeper of the old light.",
    "On Monday morning the mayor met the baker Eva Holm and the keeper of the old light.",
    DOUBLET_PASSAGE_EDITED, "name Ada Eva" },
  { "negation",
    "The engineers said yesterday that the northern pier will be open to ships next week.",
    "The engineers said yesterday that the northern pier will not be open to ships next week.",
    DOUBLET_PASSAGE_EDITED, "negation - not" },
  { "quotation",
    "The baker at the corner said: “Nobody walks around the bay for a loaf of bread.”",
    "The baker at the corner said: “Nobody walks around the lake for a loaf of bread.”",
    DOUBLET_PASSAGE_EDITED, "quotation bay lake" },
  { "no fact",
    "The engineers said yesterday that the northern pier will be open to ships next week.",
    "The engineers said yesterday that the northern pier will be closed to ships next week.",
    DOUBLET_PASSAGE_EDITED, "" },
  { "English, reworded",
    "Engineers found cracks in two steel girders of the harbour bridge during a routine inspection, and the repair will cost 14 million.",
    "During a routine inspection of the bridge in the harbour two girders of steel were found to have cracks by engineers; 40 million is the cost of repairing it.",
    DOUBLET_PASSAGE_REWORDED, "figure 14 40" },
  { "German, reworded",
    "Bei einer Inspektion der Hafenbrücke fanden Ingenieure Risse in den stählernen Trägern, die Reparatur kostet nach Angaben der Stadt 14 Millionen.",
    "Nach Angaben der Stadt kostet es 40 Millionen, die Hafenbrücke zu reparieren: Ingenieure hatten Risse in den Trägern gefunden, als eine Inspektion stattfand.",
    DOUBLET_PASSAGE_REWORDED, "figure 14 40" },
  { "Chinese, reworded",
    "工程师在例行检查中发现海港大桥的钢梁出现裂缝，市政府预计维修费用为14亿元。",
    "海港大桥的钢梁出现裂缝是工程师例行检查时发现的，维修费用市政府预计40亿元。",
    DOUBLET_PASSAGE_REWORDED, "figure 14 40" },
};

/* What is compared with: in every language, about something else. */
#define OTHERS_A "\nAnother paper wrote of gardens in bloom.\n今天天气很好，孩子们去公园玩。\nIm Zoo wurde gestern ein Elefant geboren.\nFishermen mended nets.\n"
#define OTHERS_B "\nA long film about a violin is shown tonight.\n明天学校放假一天。\nDer Wald ist im Winter still und weiß.\nNobody came to the concert.\n"

static void
append_reading (GString              *line,
                const DoubletArticle *article,
                guint32               start,
                guint32               end)
{
  g_string_append_c (line, ' ');
  if (start == end)
    g_string_append_c (line, '-');
  g_string_append_len (line, doublet_article_get_text (article, NULL) + start, end - start);
}

static void
test_case (gconstpointer data)
{
  static const char *const kinds[] = { "figure", "name", "quotation", "negation" };
  const Case              *test = data;

  for (guint turned = 0; turned < 2; turned++)
    {
      g_autofree char *a = g_strconcat (test->a, OTHERS_A, NULL);
      g_autofree char *b = g_strconcat (test->b, OTHERS_B, NULL);
      const char      *texts[] = { turned ? b : a, turned ? a : b, NULL };
      g_autoptr (DoubletCollation) collation = make_collation (texts, 0);
      g_autoptr (GString) facts = g_string_new (NULL);
      guint                 n;
      const DoubletFinding *findings = doublet_collation_get_findings (collation, &n);

      g_assert_cmpuint (n, ==, 1);
      g_assert_cmpint (findings[0].match, ==, test->match);
      g_assert_cmpuint (findings[0].n_places, ==, 2);
      for (guint32 i = 0; i < findings[0].n_facts; i++)
        {
          const DoubletFact    *fact = &findings[0].facts[i];
          const DoubletArticle *there = doublet_collation_get_article (collation, findings[0].places[findings[0].reference].article);
          const DoubletArticle *here = doublet_collation_get_article (collation, findings[0].places[fact->place].article);
          gboolean              of_a_first = (findings[0].places[fact->place].article == 1) == (turned == 0);
          g_autofree char      *sentence = doublet_wording_fact (collation, &findings[0], fact);

          g_assert_nonnull (strstr (sentence, "differs: "));
          g_string_append (facts, kinds[fact->kind]);
          if (of_a_first)
            append_reading (facts, there, fact->reference_start, fact->reference_end);
          append_reading (facts, here, fact->here_start, fact->here_end);
          if (!of_a_first)
            append_reading (facts, there, fact->reference_start, fact->reference_end);
        }
      g_assert_cmpstr (facts->str, ==, test->facts);
    }
}

/* Tables of which every figure differs are one passage: not all is listed, and that is
 * said, but no sooner. */
static void
test_many (void)
{
  for (guint n_rows = 1000; n_rows <= 1001; n_rows++)
    {
      g_autoptr (GString) a = g_string_new (NULL);
      g_autoptr (GString) b = g_string_new (NULL);
      const char *texts[3] = { NULL };
      g_autoptr (DoubletCollation) collation = NULL;
      const DoubletFinding *findings;
      guint                 n;
      guint32               most = 0;
      g_auto (GStrv) capped = NULL;

      for (guint row = 0; row < n_rows; row++)
        {
          g_string_append_printf (a, "harbour%u has%u %u ships%u crane%u light%u dock%u rope%u ", row, row, 10000 + row, row, row, row, row, row);
          g_string_append_printf (b, "harbour%u has%u %u ships%u crane%u light%u dock%u rope%u ", row, row, 30000 + row, row, row, row, row, row);
        }
      texts[0] = a->str;
      texts[1] = b->str;
      collation = make_collation (texts, 0);
      findings = doublet_collation_get_findings (collation, &n);
      for (guint i = 0; i < n; i++)
        most = MAX (most, findings[i].n_facts);
      g_assert_cmpuint (most, ==, 1000);
      capped = doublet_collation_dup_capped_ids (collation);
      g_assert_true (g_strv_contains ((const char *const *)capped, "facts") == (n_rows > 1000));
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strdup_printf ("/facts/%s", cases[i].name);

      g_test_add_data_func (path, &cases[i], test_case);
    }
  g_test_add_func ("/facts/many", test_many);
  return g_test_run ();
}
