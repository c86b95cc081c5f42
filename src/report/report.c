/* report.c
 *
 * SPDX-FileCopyrightText: 2026 The Doublet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "report.h"

#include "csv.h"
#include "html-report.h"
#include "json-writer.h"
#include "summary-text.h"

#include <string.h>

/* What a comparison can be written as; ids and endings are the same words. */
static const struct
{
  const char *id;
  const char *endings[3];
} formats[] = {
  [DOUBLET_REPORT_HTML] = { "html", { ".html", ".htm", NULL } },
  [DOUBLET_REPORT_JSON] = { "json", { ".json", NULL } },
  [DOUBLET_REPORT_CSV] = { "csv", { ".csv", NULL } },
  [DOUBLET_REPORT_TEXT] = { "text", { ".txt", ".text", NULL } },
};

/**
 * doublet_report_write:
 * @collation: a collation
 * @format: as what
 * @options: how
 * @error: return location for an error
 *
 * Returns: (transfer full) (nullable): the bytes of a file, the same for the same
 *   arguments and language
 */
GBytes *
doublet_report_write (const DoubletCollation     *collation,
                      DoubletReportFormat         format,
                      const DoubletReportOptions *options,
                      GError                    **error)
{
  g_return_val_if_fail (collation != NULL && options != NULL, NULL);

  switch (format)
    {
    case DOUBLET_REPORT_HTML:
      return doublet_html_report_write (collation, options);
    case DOUBLET_REPORT_JSON:
      return doublet_json_write (collation, options->with_text ? DOUBLET_JSON_WITH_TEXT : DOUBLET_JSON_NONE);
    case DOUBLET_REPORT_CSV:
      return doublet_csv_write (collation);
    case DOUBLET_REPORT_TEXT:
      return doublet_summary_write (collation, options);
    default:
      g_return_val_if_reached (NULL);
    }
}

/**
 * doublet_report_format_from_name:
 * @file_name: a file's name or path
 * @format: (out): what its ending stands for
 *
 * Returns: whether the ending is known; upper or lower case
 */
gboolean
doublet_report_format_from_name (const char          *file_name,
                                 DoubletReportFormat *format)
{
  gsize length = strlen (file_name);

  for (guint i = 0; i < G_N_ELEMENTS (formats); i++)
    for (guint j = 0; formats[i].endings[j] != NULL; j++)
      {
        gsize n = strlen (formats[i].endings[j]);

        if (length > n && g_ascii_strcasecmp (file_name + length - n, formats[i].endings[j]) == 0)
          {
            *format = (DoubletReportFormat)i;
            return TRUE;
          }
      }
  return FALSE;
}

/**
 * doublet_report_format_from_id:
 * @id: html, json, csv or text
 * @format: (out): the format
 *
 * Returns: whether there is such a format
 */
gboolean
doublet_report_format_from_id (const char          *id,
                               DoubletReportFormat *format)
{
  for (guint i = 0; i < G_N_ELEMENTS (formats); i++)
    if (strcmp (formats[i].id, id) == 0)
      {
        *format = (DoubletReportFormat)i;
        return TRUE;
      }
  return FALSE;
}
