/* html-links.c
 *
 * SPDX-FileCopyrightText: 2026 The Doublet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "html-links.h"

#include "wording.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/*
 * Ids and the links between them.
 *
 * Copy 2 of passage 3 is "p3-2", whatever is loaded beside it, so an address with
 * "#p3-2" can be sent to somebody.  The base's text stands once in each section and an
 * id may stand once only: it has the plain ids in the first section, in the one with C
 * it has "p3-2-C".  Links stay inside their section if they can.
 */

/* Hues part neighbours; which passage it is, the number says. */
#define N_HUES 4

/**
 * doublet_html_get_section_of:
 * @report: a report
 * @article: number of an article
 *
 * Returns: index of the section in which @article has the plain ids
 */
guint
doublet_html_get_section_of (const DoubletHtmlReport *report,
                             guint                    article)
{
  if (article == report->base)
    return 0;
  return article < report->base ? article : article - 1;
}

/**
 * doublet_html_dup_place_id:
 * @report: a report
 * @section: index of a section
 * @finding: index of a passage
 * @place: index of a place of it
 *
 * Returns: (transfer full) (nullable): the place's id in @section, NULL if its text is
 *   not shown there
 */
char *
doublet_html_dup_place_id (const DoubletHtmlReport *report,
                           guint                    section,
                           guint32                  finding,
                           guint32                  place)
{
  const DoubletPlace       *where = &report->findings[finding].places[place];
  const DoubletHtmlSection *in = &report->sections[section];

  if (where->article != in->a && where->article != in->b)
    return NULL;
  if (!doublet_html_section_shows (in, where->article, where->first_block))
    return NULL;
  if (section == doublet_html_get_section_of (report, where->article))
    return g_strdup_printf ("p%u-%u", finding + 1, place + 1);
  return g_strdup_printf ("p%u-%u-%s", finding + 1, place + 1, doublet_collation_get_label (report->collation, in->b));
}

/**
 * doublet_html_dup_finding_id:
 * @finding: index of a passage
 *
 * Returns: (transfer full) (nullable): the id of its line in the table, NULL if it has
 *   none
 */
char *
doublet_html_dup_finding_id (guint32 finding)
{
  return finding < DOUBLET_HTML_MAX_PASSAGES ? g_strdup_printf ("p%u", finding + 1) : NULL;
}

/**
 * doublet_html_get_mark_class:
 * @report: a report
 * @section: index of a section
 * @finding: index of a passage
 *
 * Returns: the classes of its marks there
 */
const char *
doublet_html_get_mark_class (const DoubletHtmlReport *report,
                             guint                    section,
                             guint32                  finding)
{
  static const char *const classes[][N_HUES] = {
    [DOUBLET_PASSAGE_VERBATIM] = { "k1", "k2", "k3", "k4" },
    [DOUBLET_PASSAGE_EDITED] = { "k1 ed", "k2 ed", "k3 ed", "k4 ed" },
    [DOUBLET_PASSAGE_REWORDED] = { "k1 rw", "k2 rw", "k3 rw", "k4 rw" },
  };
  const guint8 *is_near = section < report->n_sections ? report->sections[section].is_near : NULL;

  if (is_near != NULL && !is_near[finding])
    return "far";
  return classes[report->findings[finding].match][finding % N_HUES];
}

/* The first place of @finding in @article, or n_places. */
static guint32
find_first_in (const DoubletFinding *finding,
               guint                 article)
{
  guint32 low = 0;
  guint32 high = finding->n_places;

  while (low < high)
    {
      guint32 middle = low + (high - low) / 2;

      if (finding->places[middle].article < article)
        low = middle + 1;
      else
        high = middle;
    }
  return low < finding->n_places && finding->places[low].article == article ? low : finding->n_places;
}

/* The copy that a reader of @section goes to next: in this article, else in the one
 * beside it, else the first again; elsewhere only if the section has no other. */
static guint32
find_next (const DoubletHtmlReport *report,
           guint                    section,
           const DoubletFinding    *finding,
           guint32                  place)
{
  const DoubletHtmlSection *in = &report->sections[section];
  guint                     here = finding->places[place].article;
  guint32                   next = place + 1;

  if (next < finding->n_places && finding->places[next].article == here)
    return next;
  next = find_first_in (finding, here == in->a ? in->b : in->a);
  if (next < finding->n_places && next != place)
    return next;
  next = find_first_in (finding, here);
  if (next != place)
    return next;
  return (place + 1) % finding->n_places;
}

/* What a screen reader says for the number, with "{number}" where the number stands. */
static char *
describe (const DoubletHtmlReport *report,
          guint32                  index,
          guint32                  place,
          guint32                  next)
{
  const DoubletFinding *finding = &report->findings[index];
  g_autofree char      *where = doublet_wording_place (report->collation, &finding->places[next]);

  if (finding->n_places == 1)
    {
      g_autofree char *length = doublet_wording_passage_length (report->collation, finding);

      /* Translators: read aloud; keep {number}; %s is “1 word, 200 times in a row” */
      return g_strdup_printf (_ ("passage {number}, %s"), length);
    }
  /* Translators: read aloud; keep {number}: “passage 3, copy 2 of 4, also in B, paragraph 7” */
  return g_strdup_printf (_ ("passage {number}, copy %u of %u, also in %s"), place + 1, finding->n_places, where);
}

static void
add_spoken (DoubletHtmlPage *page,
            const char      *text,
            gsize            n_bytes)
{
  if (n_bytes == 0)
    return;
  doublet_html_open (page, "span", "sr");
  doublet_html_add_text_len (page, text, n_bytes);
  doublet_html_close (page, "span");
}

/**
 * doublet_html_add_mark_number:
 * @page: a page in which a place's mark was begun
 * @report: a report
 * @section: index of the section
 * @finding: index of the passage
 * @place: index of the place
 *
 * Adds the passage's number, which leads to its next copy.
 */
void
doublet_html_add_mark_number (DoubletHtmlPage         *page,
                              const DoubletHtmlReport *report,
                              guint                    section,
                              guint32                  finding,
                              guint32                  place)
{
  guint32          next = find_next (report, section, &report->findings[finding], place);
  g_autofree char *spoken = describe (report, finding, place, next);
  g_autofree char *target = NULL;
  const char      *at = strstr (spoken, "{number}");
  gsize            before = at != NULL ? (gsize)(at - spoken) : 0;
  gsize            after = at != NULL ? before + strlen ("{number}") : 0;

  if (next != place)
    target = doublet_html_dup_place_id (report, section, finding, next);
  if (target == NULL && next != place)
    target = doublet_html_dup_place_id (report, doublet_html_get_section_of (report, report->findings[finding].places[next].article), finding, next);
  if (target == NULL)
    target = doublet_html_dup_finding_id (finding);

  if (target != NULL)
    doublet_html_open_link (page, "n", target);
  else
    doublet_html_open (page, "span", "n");
  /* Its letters must not decide which way the article's paragraph runs. */
  doublet_html_set (page, "dir", report->right_to_left ? "rtl" : "ltr");
  add_spoken (page, spoken, before);
  doublet_html_add_number (page, finding + 1);
  add_spoken (page, spoken + after, strlen (spoken + after));
  doublet_html_close (page, target != NULL ? "a" : "span");
}

/**
 * doublet_html_add_label:
 * @page: where to
 * @report: a report
 * @article: number of an article
 *
 * Adds the article's letters, as they look everywhere.
 */
void
doublet_html_add_label (DoubletHtmlPage         *page,
                        const DoubletHtmlReport *report,
                        guint                    article)
{
  doublet_html_add (page, "span", "let", doublet_collation_get_label (report->collation, article));
}
