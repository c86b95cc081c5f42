/* html-report.c
 *
 * SPDX-FileCopyrightText: 2026 The Doublet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "html-report.h"

#include "headline.h"
#include "html-abridging.h"
#include "report-style.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* The language of the words that this program prints: that of the catalogue in use,
 * which says so in its head. */
static char *
dup_language (void)
{
  const char      *head = g_dgettext (GETTEXT_PACKAGE, "");
  const char      *line = strstr (head, "Language:");
  g_autofree char *language = NULL;

  if (line == NULL)
    return g_strdup ("en");
  line += strlen ("Language:");
  language = g_strstrip (g_strndup (line, strcspn (line, "\n.@")));
  if (*language == '\0')
    return g_strdup ("en");
  return g_strdelimit (g_steal_pointer (&language), "_", '-');
}

static gboolean
is_right_to_left (const char *language)
{
  static const char *const languages[] = { "ar", "dv", "fa", "he", "ks", "ku", "ps", "sd", "ug", "ur", "yi" };
  gsize                    length = strcspn (language, "-");

  for (guint i = 0; i < G_N_ELEMENTS (languages); i++)
    if (strlen (languages[i]) == length && strncmp (language, languages[i], length) == 0)
      return TRUE;
  return FALSE;
}

/* A text as a string of CSS, whatever stands in a translation. */
static void
append_css_string (GString    *style,
                   const char *text)
{
  g_string_append_c (style, '"');
  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (c < 0x80 && !g_ascii_isalnum (c) && c != ' ')
        g_string_append_printf (style, "\\%x ", c);
      else
        g_string_append_unichar (style, c);
    }
  g_string_append_c (style, '"');
}

/* A style sheet without its comments, its indentation and the ends of its lines, a tenth
 * of it: every page has it in it.  No string in it holds any of these. */
static void
append_packed (GString    *style,
               const char *sheet,
               gsize       n_bytes)
{
  const char *end = sheet + n_bytes;

  for (const char *p = sheet; p < end;)
    {
      const char *comment_end = p + 1 < end && p[0] == '/' && p[1] == '*' ? g_strstr_len (p + 2, end - p - 2, "*/") : NULL;

      if (comment_end != NULL)
        p = comment_end + 2;
      else if (*p == '\n')
        for (p++; p < end && g_ascii_isspace (*p); p++)
          ;
      else
        g_string_append_c (style, *p++);
    }
}

/* The style sheet and the words that screen readers say before and after what was
 * deleted and inserted: in the sheet, so that they are never copied with the text.  It
 * ends without a newline: the Nu checker takes the hash without one. */
static char *
dup_style (void)
{
  GString *style = g_string_sized_new (sizeof report_style);

  append_packed (style, report_style, sizeof report_style - 1);
  g_string_append (style, ":root{--deleted:");
  /* Translators: read aloud before words that were deleted */
  append_css_string (style, _ ("deleted: "));
  g_string_append (style, ";--inserted:");
  /* Translators: read aloud before words that were inserted */
  append_css_string (style, _ ("inserted: "));
  g_string_append (style, ";--end:");
  /* Translators: read aloud behind words that were deleted or inserted */
  append_css_string (style, _ (" end "));
  g_string_append_c (style, '}');
  return g_string_free (style, FALSE);
}

/* Returns about how many bytes of the articles they will show. */
static gsize
add_sections (DoubletHtmlReport *report)
{
  report->n_sections = report->n_articles > 1 ? report->n_articles - 1 : report->n_articles;
  report->sections = g_new0 (DoubletHtmlSection, report->n_sections);
  for (guint i = 0; i < report->n_sections; i++)
    {
      guint other = report->n_articles == 1 ? report->base : i < report->base ? i
                                                                              : i + 1;

      doublet_html_section_init (&report->sections[i], report->collation, report->base, other);
    }
  return doublet_html_abridge (report);
}

static void
write_body (const DoubletHtmlReport *report,
            const char              *title,
            DoubletHtmlPage         *page)
{
  doublet_html_open_link (page, "skip", report->n_sections > 0 ? "texts" : "method");
  doublet_html_add_text (page, _ ("Skip to the texts"));
  doublet_html_close (page, "a");
  doublet_html_open (page, "main", NULL);
  doublet_html_write_head (report, title, page);
  doublet_html_write_articles (report, page);
  doublet_html_write_passages (report, page);
  doublet_html_write_sections (report, page);
  doublet_html_write_method (report, page);
  doublet_html_close (page, "main");
}

/**
 * doublet_html_report_write:
 * @collation: a collation
 * @options: how
 *
 * Returns: (transfer full): a page that stands alone
 */
GBytes *
doublet_html_report_write (const DoubletCollation     *collation,
                           const DoubletReportOptions *options)
{
  DoubletHtmlReport report = { .collation = collation, .options = options };
  DoubletHtmlPage  *page;
  gsize             n_text_bytes;
  g_autofree char  *title = options->title != NULL ? g_strdup (options->title) : doublet_headline_get_title (collation);
  g_autofree char  *language = dup_language ();
  g_autofree char  *style = dup_style ();

  report.findings = doublet_collation_get_findings (collation, &report.n_findings);
  report.n_articles = doublet_collation_get_n_articles (collation);
  report.base = doublet_collation_get_base (collation);
  report.right_to_left = is_right_to_left (language);
  n_text_bytes = add_sections (&report);

  page = doublet_html_page_new (language, report.right_to_left, title, style, "Doublet " VERSION);
  doublet_html_page_expect (page, n_text_bytes + n_text_bytes / 2);
  write_body (&report, title, page);

  for (guint i = 0; i < report.n_sections; i++)
    doublet_html_section_clear (&report.sections[i]);
  g_free (report.sections);
  return doublet_html_page_free_to_bytes (page);
}
