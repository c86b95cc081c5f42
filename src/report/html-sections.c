/* html-sections.c
 *
 * SPDX-FileCopyrightText: 2026 The Doublet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "changes.h"
#include "headline.h"
#include "html-cell.h"
#include "html-links.h"
#include "wording.h"

#include <glib/gi18n-lib.h>

/*
 * Each other article beside the base, in the rows that the window shows; or one
 * article alone.  What is marked can be chosen without a script: three buttons stand
 * before the sections, and the style sheet looks at which of them is checked.
 */

/* With one article there is nothing to be chosen: no differences; nor with differences
 * alone. */
static const struct
{
  const char *id;
  const char *label;
} choices[] = {
  { "show-both", N_ ("Differences and shared passages") },
  { "show-differences", N_ ("Differences only") },
  { "show-shared", N_ ("Shared passages only") },
};

/**
 * doublet_html_dup_section_id:
 * @report: a report
 * @section: index of a section
 *
 * Returns: (transfer full): its id
 */
char *
doublet_html_dup_section_id (const DoubletHtmlReport *report,
                             guint                    section)
{
  return g_strconcat ("text-", doublet_collation_get_label (report->collation, report->sections[section].b), NULL);
}

/**
 * doublet_html_dup_section_heading:
 * @report: a report
 * @section: index of a section
 *
 * Returns: (transfer full): its heading
 */
char *
doublet_html_dup_section_heading (const DoubletHtmlReport *report,
                                  guint                    section)
{
  const DoubletHtmlSection *of = &report->sections[section];

  if (of->n_columns == 1)
    return g_strdup (_ ("Text"));
  /* Translators: letters of articles */
  return g_strdup_printf (_ ("Side by side: %s and %s"),
                          doublet_collation_get_label (report->collation, of->a),
                          doublet_collation_get_label (report->collation, of->b));
}

static void
write_choices (DoubletHtmlPage *page)
{
  for (guint i = 0; i < G_N_ELEMENTS (choices); i++)
    {
      doublet_html_add_void (page, "input", "choice");
      doublet_html_set (page, "type", "radio");
      doublet_html_set (page, "name", "show");
      doublet_html_set (page, "id", choices[i].id);
      if (i == 0)
        doublet_html_set (page, "checked", NULL);
      doublet_html_add_with (page, "label", "choice", "for", choices[i].id, _ (choices[i].label));
    }
}

/* A mark as it looks, and what it means. */
static void
add_meaning (DoubletHtmlPage *page,
             const char      *element,
             const char      *class_name,
             const char      *sample,
             const char      *meaning)
{
  doublet_html_open (page, "li", NULL);
  doublet_html_add (page, element, class_name, sample);
  doublet_html_add_text (page, meaning);
  doublet_html_close (page, "li");
}

static void
write_passage_marks (const DoubletHtmlReport *report,
                     DoubletHtmlPage         *page)
{
  add_meaning (page, "mark", "k1", _ ("single underline"), _ (": a passage that stands elsewhere word for word; its number leads to the next copy"));
  add_meaning (page, "mark", "k3 ed", _ ("double underline"), _ (": a passage that stands elsewhere with a few words changed"));
  if (doublet_options_find_reworded (doublet_collation_get_options (report->collation)))
    add_meaning (page, "mark", "k2 rw", _ ("dotted underline"), _ (": a passage that elsewhere is said in other words"));
  if (report->n_articles > 2)
    add_meaning (page, "mark", "far", _ ("grey dotted underline"), _ (": a passage that is not in the article beside it but in another one"));
}

static void
write_legend (const DoubletHtmlReport *report,
              DoubletHtmlPage         *page)
{
  gboolean has_passages = doublet_collation_has_passages (report->collation);

  /* One article alone has no marks then. */
  if (!has_passages && report->n_articles < 2)
    return;

  doublet_html_open (page, "details", "legend");
  doublet_html_add (page, "summary", NULL, _ ("What the marks mean"));
  doublet_html_open (page, "ul", NULL);
  if (has_passages)
    write_passage_marks (report, page);
  if (report->n_articles > 1)
    {
      add_meaning (page, "del", NULL, _ ("struck through"), _ (": only in the left article"));
      add_meaning (page, "ins", NULL, _ ("underlined in blue"), _ (": only in the right article"));
      add_meaning (page, "span", "mv", _ ("wavy underline"), _ (": stands at another place in the article beside it"));
      add_meaning (page, "ins", "fact", "14", _ (": in a frame, a figure, a name, a quotation or a negation that differs"));
    }
  doublet_html_close (page, "ul");
  doublet_html_close (page, "details");
}

static void
write_figures (const DoubletHtmlReport  *report,
               const DoubletHtmlSection *section,
               DoubletHtmlPage          *page)
{
  g_autofree char *line = NULL;
  g_autofree char *facts = NULL;

  if (section->n_columns == 1)
    return;
  if (section->alignment == NULL)
    {
      doublet_html_add (page, "p", "figures", _ ("These two were not aligned: the comparison was stopped before."));
      return;
    }

  line = doublet_change_figures_describe (&section->figures, report->collation, section->a, section->b, " · ");
  facts = doublet_change_figures_describe_facts (&section->figures);
  if (line == NULL)
    {
      doublet_html_add (page, "p", "figures", _ ("No differences."));
      return;
    }
  doublet_html_open (page, "p", "figures");
  doublet_html_add_text (page, line);
  if (facts != NULL)
    {
      doublet_html_add_text (page, " · ");
      doublet_html_add (page, "span", "warn", facts);
    }
  doublet_html_close (page, "p");
}

static void
write_column_header (const DoubletHtmlReport *report,
                     guint                    article,
                     DoubletHtmlPage         *page)
{
  g_autofree char *name = doublet_headline_get_name (report->collation, article);

  doublet_html_open (page, "th", NULL);
  doublet_html_set (page, "scope", "col");
  doublet_html_add_label (page, report, article);
  doublet_html_add_text (page, " ");
  doublet_html_add (page, "bdi", NULL, name);
  doublet_html_close (page, "th");
}

static void
write_across (DoubletHtmlPage *page,
              guint            n_columns,
              const char      *text)
{
  doublet_html_open (page, "tr", "gap");
  doublet_html_open (page, "td", NULL);
  if (n_columns > 1)
    doublet_html_set (page, "colspan", "2");
  doublet_html_add_text (page, text);
  doublet_html_close (page, "td");
  doublet_html_close (page, "tr");
}

static void
write_gap (DoubletHtmlPage *page,
           guint            n_rows,
           guint            n_columns)
{
  g_autofree char *text = NULL;

  if (n_rows == 0)
    return;

  text = g_strdup_printf (ngettext ("%u row without changes is left out", "%u rows without changes are left out", n_rows), n_rows);
  write_across (page, n_columns, text);
}

/* Where the page is full. */
static void
write_cut (const DoubletHtmlSection *section,
           DoubletHtmlPage          *page)
{
  g_autofree char *text = NULL;

  if (section->n_cut == 0)
    return;

  text = g_strdup_printf (ngettext ("The text goes on, but the page would get too long: %u more row with changes, or beside one, is left out.",
                                    "The text goes on, but the page would get too long: %u more rows with changes, or beside one, are left out.",
                                    section->n_cut),
                          section->n_cut);
  write_across (page, section->n_columns, text);
}

static void
write_rows (const DoubletHtmlReport *report,
            guint                    index,
            DoubletHtmlPage         *page)
{
  const DoubletHtmlSection *section = &report->sections[index];
  DoubletHtmlText           texts[2];
  guint                     n_left_out = 0;

  for (guint column = 0; column < section->n_columns; column++)
    doublet_html_text_init (&texts[column], report, index, column);

  for (guint32 row = 0; row < section->end_row; row++)
    {
      if (!section->is_shown[row])
        {
          n_left_out++;
          continue;
        }
      write_gap (page, n_left_out, section->n_columns);
      n_left_out = 0;
      doublet_html_write_row (texts, row, page);
    }
  write_gap (page, n_left_out, section->n_columns);
  write_cut (section, page);

  for (guint column = 0; column < section->n_columns; column++)
    doublet_html_text_clear (&texts[column]);
}

static void
write_section (const DoubletHtmlReport *report,
               guint                    index,
               DoubletHtmlPage         *page)
{
  const DoubletHtmlSection *section = &report->sections[index];
  g_autofree char          *id = doublet_html_dup_section_id (report, index);
  g_autofree char          *heading = doublet_html_dup_section_heading (report, index);

  doublet_html_open_section (page, "texts", id, heading);
  write_figures (report, section, page);

  doublet_html_open (page, "table", section->n_columns == 1 ? "rows one" : "rows");
  doublet_html_add (page, "caption", "sr", heading);
  doublet_html_open (page, "thead", NULL);
  doublet_html_open (page, "tr", NULL);
  write_column_header (report, section->a, page);
  if (section->n_columns > 1)
    write_column_header (report, section->b, page);
  doublet_html_close (page, "tr");
  doublet_html_close (page, "thead");
  doublet_html_open (page, "tbody", NULL);
  write_rows (report, index, page);
  doublet_html_close (page, "tbody");
  doublet_html_close (page, "table");
  doublet_html_close (page, "section");
}

/**
 * doublet_html_write_sections:
 * @report: a report
 * @page: where to
 */
void
doublet_html_write_sections (const DoubletHtmlReport *report,
                             DoubletHtmlPage         *page)
{
  if (report->n_sections == 0)
    return;

  doublet_html_open (page, "div", "all-texts");
  doublet_html_set (page, "id", "texts");
  if (report->n_articles > 1 && doublet_collation_has_passages (report->collation))
    write_choices (page);
  write_legend (report, page);
  if (report->abridged)
    doublet_html_add (page, "p", "box", _ ("The texts are long: only rows in which something is marked are shown, each with the one before and after it."));
  if (report->cut)
    doublet_html_add (page, "p", "box", _ ("Even of these rows there are too many for one page: where it is full, the rest is left out. A report in the format JSON has all of them."));
  for (guint i = 0; i < report->n_sections; i++)
    write_section (report, i, page);
  doublet_html_close (page, "div");
}
