/* test-report.c
 *
 * SPDX-FileCopyrightText: 2026 The Doublet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "article-maker.h"
#include "collator.h"
#include "payloads.h"
#include "report.h"

#include <libxml/HTMLparser.h>
#include <libxml/xpath.h>
#include <string.h>

#define STEAMER "The first steamer on the lake was launched in the spring and carried cattle, post and children between the two shores."
#define TICKETS "A single ticket costs three euros and twenty cents, and children travel free on every boat before nine in the morning."
#define KIOSK "She has kept the kiosk at the landing stage through eleven summers without a single boat in sight."

static htmlDocPtr
write_page (const DoubletCollation     *collation,
            const DoubletReportOptions *options)
{
  g_autoptr (GBytes) bytes = NULL;
  const DoubletReportOptions none = { 0 };
  htmlDocPtr                 doc;

  bytes = doublet_report_write (collation, DOUBLET_REPORT_HTML, options != NULL ? options : &none, NULL);
  g_assert_true (g_utf8_validate_len (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes), NULL));
  doc = htmlReadMemory (g_bytes_get_data (bytes, NULL), (int)g_bytes_get_size (bytes), NULL, "UTF-8",
                        HTML_PARSE_NONET | HTML_PARSE_NOERROR | HTML_PARSE_NOWARNING);
  g_assert_nonnull (doc);
  return doc;
}

/* The number of nodes that an expression finds. */
static guint
count (htmlDocPtr  doc,
       const char *expression)
{
  xmlXPathContext *context = xmlXPathNewContext (doc);
  xmlXPathObject  *found = xmlXPathEvalExpression (BAD_CAST expression, context);
  guint            n;

  g_assert_nonnull (found);
  n = found->nodesetval != NULL ? found->nodesetval->nodeNr : 0;
  xmlXPathFreeObject (found);
  xmlXPathFreeContext (context);
  return n;
}

static char *
get_text (htmlDocPtr  doc,
          const char *expression)
{
  g_autofree char *string = g_strdup_printf ("normalize-space(%s)", expression);
  xmlXPathContext *context = xmlXPathNewContext (doc);
  xmlXPathObject  *found = xmlXPathEvalExpression (BAD_CAST string, context);
  char            *text = g_strdup ((const char *)found->stringval);

  xmlXPathFreeObject (found);
  xmlXPathFreeContext (context);
  return text;
}

static void
collect (const xmlNode *node,
         GHashTable    *ids,
         GPtrArray     *links)
{
  for (; node != NULL; node = node->next)
    {
      xmlChar *id = node->type == XML_ELEMENT_NODE ? xmlGetProp (node, BAD_CAST "id") : NULL;
      xmlChar *link = node->type == XML_ELEMENT_NODE ? xmlGetProp (node, BAD_CAST "href") : NULL;

      if (id != NULL)
        g_assert_true (g_hash_table_add (ids, g_strdup ((const char *)id)));
      if (link != NULL)
        g_ptr_array_add (links, g_strdup ((const char *)link));
      xmlFree (id);
      xmlFree (link);
      collect (node->children, ids, links);
    }
}

/* Ids stand once, and every link leads to one. */
static void
check_links (htmlDocPtr doc)
{
  g_autoptr (GHashTable) ids = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GPtrArray) links = g_ptr_array_new_with_free_func (g_free);

  collect (xmlDocGetRootElement (doc), ids, links);
  for (guint i = 0; i < links->len; i++)
    {
      const char *link = links->pdata[i];

      g_assert_true (link[0] == '#');
      if (!g_hash_table_contains (ids, link + 1))
        g_error ("%s leads nowhere.", link);
    }
}

static void
append_text (const xmlNode *node,
             GString       *text)
{
  for (; node != NULL; node = node->next)
    {
      xmlChar *class_name = node->type == XML_ELEMENT_NODE ? xmlGetProp (node, BAD_CAST "class") : NULL;

      if (node->type == XML_TEXT_NODE)
        g_string_append (text, (const char *)node->content);
      /* The numbers are the page's own. */
      else if (class_name == NULL || strcmp ((const char *)class_name, "n") != 0)
        append_text (node->children, text);
      xmlFree (class_name);
    }
}

/* The paragraphs of one column of a section are the article's, in their order. */
static void
check_column (htmlDocPtr            doc,
              const char           *section,
              guint                 column,
              const DoubletArticle *article)
{
  g_autofree char    *expression = g_strdup_printf ("//section[@aria-labelledby='%s']//tbody/tr/td[%u]/div/p", section, column + 1);
  xmlXPathContext    *context = xmlXPathNewContext (doc);
  xmlXPathObject     *found = xmlXPathEvalExpression (BAD_CAST expression, context);
  const char         *text = doublet_article_get_text (article, NULL);
  guint               n_blocks;
  const DoubletBlock *blocks = doublet_article_get_blocks (article, &n_blocks);

  g_assert_cmpuint (found->nodesetval != NULL ? found->nodesetval->nodeNr : 0, ==, n_blocks);
  for (guint i = 0; i < n_blocks; i++)
    {
      g_autoptr (GString) written = g_string_new (NULL);
      g_autofree char *expected = g_strndup (text + blocks[i].start, blocks[i].end - blocks[i].start);

      append_text (found->nodesetval->nodeTab[i]->children, written);
      g_assert_cmpstr (written->str, ==, expected);
    }
  xmlXPathFreeObject (found);
  xmlXPathFreeContext (context);
}

static void
check_texts (htmlDocPtr              doc,
             const DoubletCollation *collation)
{
  guint base = doublet_collation_get_base (collation);
  guint n_articles = doublet_collation_get_n_articles (collation);

  for (guint i = 0; i < n_articles; i++)
    {
      g_autofree char *section = g_strconcat ("text-", doublet_collation_get_label (collation, i), NULL);

      if (i == base && n_articles > 1)
        continue;
      check_column (doc, section, 0, doublet_collation_get_article (collation, base));
      if (i != base)
        check_column (doc, section, 1, doublet_collation_get_article (collation, i));
    }
}

static void
test_two (void)
{
  static const char *const texts[] = {
    "Ferry returns\n" STEAMER "\n" TICKETS "\n",
    "A street again\n" KIOSK "\n" STEAMER " " TICKETS "\n",
    NULL,
  };
  g_autoptr (DoubletCollation) collation = make_collation (texts, 0);
  htmlDocPtr       doc = write_page (collation, NULL);
  g_autofree char *lead = get_text (doc, "//p[@class='lead']");
  g_autofree char *spoken = get_text (doc, "//section[@class='texts']//td[2]//mark/a");

  check_links (doc);
  check_texts (doc, collation);
  g_assert_cmpuint (count (doc, "//h1"), ==, 1);
  g_assert_cmpuint (count (doc, "//p[@class='caution']"), ==, 1);
  g_assert_cmpuint (count (doc, "//input[@type='radio']"), ==, 3);
  g_assert_true (g_str_has_suffix (lead, "is in this one. The longest run is 42 words."));
  g_assert_cmpstr (spoken, ==, "passage 1, copy 2 of 2, also in A, paragraphs 2–3");
  g_assert_cmpuint (count (doc, "//mark[@id='p1-1']"), ==, 1);
  g_assert_cmpuint (count (doc, "//mark[@id='p1-2']"), ==, 1);
  g_assert_cmpuint (count (doc, "//td[@class='only']"), ==, 1);
  xmlFreeDoc (doc);
}

static void
test_three (void)
{
  static const char *const texts[] = {
    STEAMER "\n" KIOSK "\n",
    TICKETS "\n" STEAMER "\n",
    KIOSK "\n" TICKETS "\n" STEAMER "\n",
    NULL,
  };
  g_autoptr (DoubletCollation) collation = make_collation (texts, 1);
  htmlDocPtr doc = write_page (collation, NULL);

  check_links (doc);
  check_texts (doc, collation);
  g_assert_cmpuint (count (doc, "//section[@class='texts']"), ==, 2);
  /* The kiosk is in A and C only; the tickets, in B and C, are far beside A. */
  g_assert_cmpuint (count (doc, "//section[@class='texts']//mark[@class='far']"), ==, 3);
  /* The base's copies have plain ids in the first section, others in the second, where
   * the shorter lies inside the longer and has an element of its own. */
  g_assert_cmpuint (count (doc, "//section[@aria-labelledby='text-A']//td[1]//*[contains(@id, '-C')]"), ==, 0);
  g_assert_cmpuint (count (doc, "//section[@aria-labelledby='text-C']//td[1]//*[contains(@id, '-C')]"), ==, 2);
  xmlFreeDoc (doc);
}

/* More articles than a matrix can have: each names the one that it is nearest to. */
static void
test_very_many (void)
{
  g_autoptr (GPtrArray) texts = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (DoubletCollation) collation = NULL;
  g_autofree char *first = NULL;
  g_autofree char *third = NULL;
  g_autofree char *fourth = NULL;
  htmlDocPtr       doc;

  for (guint i = 0; i < 101; i++)
    g_ptr_array_add (texts, g_strdup_printf ("Number%u\n%s%s", i, i < 2 || i == 3 ? STEAMER "\n" : "", i == 1 || i == 3 ? TICKETS "\n" : ""));
  g_ptr_array_add (texts, NULL);
  collation = make_collation ((const char *const *)texts->pdata, 0);
  doc = write_page (collation, NULL);
  first = get_text (doc, "//table[@class='list']/tbody/tr[1]/td[2]");
  third = get_text (doc, "//table[@class='list']/tbody/tr[3]/td[2]");
  fourth = get_text (doc, "//table[@class='list']/tbody/tr[4]/td[2]");

  check_links (doc);
  check_texts (doc, collation);
  g_assert_cmpuint (count (doc, "//table[@class='list']/thead/tr/th"), ==, 4);
  g_assert_true (g_str_has_prefix (first, "B 95 %"));
  g_assert_cmpstr (third, ==, "–");
  g_assert_true (g_str_has_prefix (fourth, "B 98 %"));
  xmlFreeDoc (doc);
}

static void
test_one (void)
{
  static const char *const texts[] = { STEAMER "\n" KIOSK "\n" STEAMER "\n" KIOSK "\n", NULL };
  g_autoptr (DoubletCollation) collation = make_collation (texts, 0);
  htmlDocPtr       doc = write_page (collation, NULL);
  g_autofree char *lead = get_text (doc, "//p[@class='lead']");

  check_links (doc);
  check_texts (doc, collation);
  g_assert_nonnull (strstr (lead, "stand twice in"));
  g_assert_cmpuint (count (doc, "//input"), ==, 0);
  g_assert_cmpuint (count (doc, "//p[@class='caution']"), ==, 0);
  g_assert_cmpuint (count (doc, "//mark[@id='p1-1'] | //mark[@id='p1-2']"), ==, 2);
  xmlFreeDoc (doc);
}

static void
test_headlines (void)
{
  static const struct
  {
    const char *a;
    const char *b;
    const char *lead;
  } cases[] = {
    { KIOSK, STEAMER, "No passage of 6 or more words is in both." },
    { KIOSK, KIOSK, "are identical." },
    { KIOSK, KIOSK "\n\n", "are word for word the same; only spacing or typography differs." },
    { "One two.", "One two.", "are identical." },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const char *const texts[] = { cases[i].a, cases[i].b, NULL };
      g_autoptr (DoubletCollation) collation = make_collation (texts, 0);
      htmlDocPtr       doc = write_page (collation, NULL);
      g_autofree char *lead = get_text (doc, "//p[@class='lead']");

      g_assert_true (g_str_has_suffix (lead, cases[i].lead));
      xmlFreeDoc (doc);
    }
}

static void
test_random (void)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (20261122);

  for (guint round = 0; round < 150; round++)
    {
      DoubletArticle *articles[4];
      guint           n_articles = g_rand_int_range (random, 1, G_N_ELEMENTS (articles) + 1);
      g_autoptr (DoubletCollation) collation = NULL;
      htmlDocPtr doc;

      for (guint i = 0; i < n_articles; i++)
        {
          g_autofree char *name = g_strdup_printf ("article-%u.txt", i);

          articles[i] = make_random_article (random, name, 4 + round % 9, 12, 30);
        }
      collation = collate (articles, n_articles, g_rand_int_range (random, 0, n_articles));
      doc = write_page (collation, NULL);
      check_links (doc);
      check_texts (doc, collation);
      xmlFreeDoc (doc);
      for (guint i = 0; i < n_articles; i++)
        doublet_article_unref (articles[i]);
    }
}

/* A payload in the text, in the name and in the title adds no element. */
static void
test_payloads (void)
{
  for (gsize i = 0; i < n_payloads; i++)
    {
      g_autofree char *valid = g_utf8_make_valid (payloads[i], -1);
      g_autofree char *line = g_strdelimit (g_strdup (valid), "\n\r", ' ');
      g_autofree char *first = g_strdup_printf ("%s\n" STEAMER " %s", KIOSK, line);
      g_autofree char *second = g_strdup_printf ("%s\n" STEAMER, line);
      DoubletArticle  *articles[] = { make_article (valid, first), make_article (valid, second) };
      g_autoptr (DoubletCollation) collation = collate (articles, 2, 0);
      DoubletReportOptions options = { .title = valid, .incomplete = TRUE };
      htmlDocPtr           doc = write_page (collation, &options);

      check_links (doc);
      g_assert_cmpuint (count (doc, "//script | //img | //iframe | //object | //embed | //form | //base | //link | //svg | //math | //textarea | //select | //video | //audio | //marquee | //plaintext | //xmp"), ==, 0);
      g_assert_cmpuint (count (doc, "//style | //title | //h1 | //main"), ==, 4);
      g_assert_cmpuint (count (doc, "//meta"), ==, 7);
      g_assert_cmpuint (count (doc, "//input"), ==, 3);
      g_assert_cmpuint (count (doc, "//@style | //@src | //@*[starts-with(name(), 'on')] | //@action | //@srcdoc"), ==, 0);
      xmlFreeDoc (doc);
      doublet_article_unref (articles[0]);
      doublet_article_unref (articles[1]);
    }
}

/* Where only differences were looked for, no figure says that nothing is shared. */
static void
test_differences_only (void)
{
  static const struct
  {
    const char *texts[9];
    const char *leads[3]; /* what they begin with */
  } cases[] = {
    { { STEAMER "\n" KIOSK "\n", STEAMER "\n" TICKETS "\n", NULL },
      { "a.txt and b.txt differ: ", "Shared and repeated passages were not looked for.", NULL } },
    { { STEAMER "\n", STEAMER "\n", NULL }, { "a.txt and b.txt are identical.", "Shared and repeated", NULL } },
    { { STEAMER "\n" STEAMER "\n", NULL }, { "Shared and repeated passages were not looked for.", NULL } },
    { { STEAMER, STEAMER, STEAMER, STEAMER, STEAMER, KIOSK, STEAMER, STEAMER, NULL },
      { "1 of 7 articles differs from a.txt.", "Shared and repeated", NULL } },
    { { STEAMER, STEAMER, STEAMER, STEAMER, STEAMER, KIOSK, STEAMER, KIOSK, NULL },
      { "2 of 7 articles differ from a.txt.", "Shared and repeated", NULL } },
    { { STEAMER, STEAMER, STEAMER, STEAMER, STEAMER, STEAMER, STEAMER, NULL },
      { "None of the others differs from a.txt.", "Shared and repeated", NULL } },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (DoubletCollation) collation = make_differences (cases[i].texts, 0);
      g_autoptr (GBytes) csv = NULL;
      const DoubletReportOptions none = { 0 };
      htmlDocPtr                 doc = write_page (collation, NULL);
      g_autofree char           *meta = get_text (doc, "//p[@class='meta']");
      g_autofree char           *method = get_text (doc, "//section[@class='method']");

      check_links (doc);
      check_texts (doc, collation);
      for (guint j = 0; cases[i].leads[j] != NULL; j++)
        {
          g_autofree char *expression = g_strdup_printf ("//p[@class='lead'][%u]", j + 1);
          g_autofree char *lead = get_text (doc, expression);

          g_assert_true (g_str_has_prefix (lead, cases[i].leads[j]));
        }
      g_assert_nonnull (strstr (meta, "differences only"));
      g_assert_nonnull (strstr (method, "were not looked for"));
      g_assert_null (strstr (method, "Shares count"));
      g_assert_cmpuint (count (doc, "//body//*[contains(text(), '%')]"), ==, 0);
      g_assert_cmpuint (count (doc, "//mark | //input | //p[@class='caution'] | //*[@id='passages']"), ==, 0);
      g_assert_cmpuint (count (doc, "//table[@class='list']/thead/tr/th"), ==, 2);
      g_assert_cmpuint (count (doc, "//details"), ==, doublet_collation_get_n_articles (collation) > 1);
      xmlFreeDoc (doc);

      csv = doublet_report_write (collation, DOUBLET_REPORT_CSV, &none, NULL);
      g_assert_nonnull (csv);
    }
}

/* Stopped before anything was aligned, or even looked for. */
static void
test_stopped (void)
{
  DoubletArticle            *articles[] = { make_article ("a.txt", STEAMER "\n" KIOSK), make_article ("b.txt", STEAMER "\n" TICKETS) };
  static const guint         inputs[] = { 0, 1 };
  const DoubletCollatorInput input = { articles, NULL, inputs, 2, NULL, 0, 0 };
  const DoubletReportOptions report = { .incomplete = TRUE };
  DoubletOptions             options;
  g_autoptr (DoubletCollation) collation = NULL;

  doublet_options_init (&options);
  collation = doublet_collator_take_texts (&input, &options);
  for (DoubletReportFormat format = DOUBLET_REPORT_HTML; format <= DOUBLET_REPORT_TEXT; format++)
    {
      g_autoptr (GBytes) bytes = doublet_report_write (collation, format, &report, NULL);
      g_autofree char *text = g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));

      if (format == DOUBLET_REPORT_HTML || format == DOUBLET_REPORT_TEXT)
        g_assert_nonnull (strstr (text, "incomplete"));
    }
  doublet_article_unref (articles[0]);
  doublet_article_unref (articles[1]);
}

/* Beyond the limit only what is changed is shown, and links lead only to what is. */
static void
test_abridged (void)
{
  g_autoptr (GString) first = g_string_new (STEAMER "\n");
  g_autoptr (GString) second = NULL;
  DoubletArticle *articles[2];
  g_autoptr (DoubletCollation) collation = NULL;
  htmlDocPtr doc;

  for (guint i = 0; first->len < 1800000; i++)
    g_string_append_printf (first, "Paragraph %u of many: in the %uth year nothing at all changed on the %uth shore.\n", i, i * 7, i * 13);
  second = g_string_new_len (first->str, first->len);
  g_string_append (first, KIOSK "\n");
  g_string_append (second, TICKETS "\n" STEAMER "\n");

  articles[0] = make_article ("a.txt", first->str);
  articles[1] = make_article ("b.txt", second->str);
  collation = collate (articles, 2, 0);
  doc = write_page (collation, NULL);
  check_links (doc);
  g_assert_cmpuint (count (doc, "//tr[@class='gap']"), ==, 1);
  g_assert_cmpuint (count (doc, "//section[@class='texts']//tbody/tr"), <, 12);
  xmlFreeDoc (doc);
  doublet_article_unref (articles[0]);
  doublet_article_unref (articles[1]);
}

/* A text of long lines of words at random, of which every one has a changed word. */
static char *
dup_changed_text (guint       n_lines,
                  const char *word)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (3);
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < n_lines; i++)
    {
      g_string_append_printf (text, "The %s", word);
      for (guint j = 0; j < 100; j++)
        g_string_append_printf (text, " word%x", g_rand_int_range (rand, 0, 1 << 24));
      g_string_append (text, ".\n");
    }
  return g_string_free (text, FALSE);
}

/* Where every row is changed, each section ends where its share of the page is full, and
 * one that needs less leaves the rest to the others. */
static void
test_cut (void)
{
  g_autofree char *first = dup_changed_text (1500, "ferry");
  g_autofree char *second = dup_changed_text (1500, "steamer");
  g_autofree char *third = dup_changed_text (30, "whale");
  DoubletArticle  *articles[] = { make_article ("a.txt", first), make_article ("b.txt", second), make_article ("c.txt", third) };
  g_autoptr (DoubletCollation) collation = collate (articles, 3, 0);
  htmlDocPtr doc = write_page (collation, NULL);

  check_links (doc);
  g_assert_cmpuint (count (doc, "//p[@class='box'][contains(., 'JSON')]"), ==, 1);
  for (guint i = 1; i <= 2; i++)
    {
      g_autofree char *cuts = g_strdup_printf ("//section[@class='texts'][%u]//tr[@class='gap'][contains(., 'goes on')]", i);
      g_autofree char *rows = g_strdup_printf ("//section[@class='texts'][%u]//tbody/tr", i);

      g_assert_cmpuint (count (doc, cuts), ==, 1);
      g_assert_cmpuint (count (doc, rows), >, 500);
      g_assert_cmpuint (count (doc, rows), <, 1500);
    }
  xmlFreeDoc (doc);
  for (guint i = 0; i < G_N_ELEMENTS (articles); i++)
    doublet_article_unref (articles[i]);
}

static void
test_formats (void)
{
  static const struct
  {
    const char         *name;
    gboolean            known;
    DoubletReportFormat format;
  } cases[] = {
    { "a.html", TRUE, DOUBLET_REPORT_HTML },
    { "a.HTM", TRUE, DOUBLET_REPORT_HTML },
    { "folder.x/a.json", TRUE, DOUBLET_REPORT_JSON },
    { "a.csv", TRUE, DOUBLET_REPORT_CSV },
    { "a.txt", TRUE, DOUBLET_REPORT_TEXT },
    { "a", FALSE, DOUBLET_REPORT_HTML },
    { ".html", FALSE, DOUBLET_REPORT_HTML },
    { "a.html.gz", FALSE, DOUBLET_REPORT_HTML },
    { "", FALSE, DOUBLET_REPORT_HTML },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      DoubletReportFormat format = DOUBLET_REPORT_HTML;

      g_assert_cmpint (doublet_report_format_from_name (cases[i].name, &format), ==, cases[i].known);
      if (cases[i].known)
        g_assert_cmpint (format, ==, cases[i].format);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/report/two", test_two);
  g_test_add_func ("/report/three", test_three);
  g_test_add_func ("/report/very-many", test_very_many);
  g_test_add_func ("/report/one", test_one);
  g_test_add_func ("/report/headlines", test_headlines);
  g_test_add_func ("/report/random", test_random);
  g_test_add_func ("/report/payloads", test_payloads);
  g_test_add_func ("/report/differences-only", test_differences_only);
  g_test_add_func ("/report/stopped", test_stopped);
  g_test_add_func ("/report/abridged", test_abridged);
  g_test_add_func ("/report/cut", test_cut);
  g_test_add_func ("/report/formats", test_formats);
  return g_test_run ();
}
