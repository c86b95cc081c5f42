/* cli-run.c
 *
 * SPDX-FileCopyrightText: 2026 The Doublet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "cli-run.h"

#include "cli-progress.h"
#include "compare.h"
#include "save-path.h"
#include "visible-text.h"

#include <errno.h>
#include <glib/gi18n-lib.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>

/**
 * doublet_cli_complain:
 * @subject: (nullable): what it is about: a file's name
 * @sentence: what is wrong
 *
 * Prints both on standard error, with nothing in them that could drive a terminal.
 */
void
doublet_cli_complain (const char *subject,
                      const char *sentence)
{
  g_autofree char *name = subject != NULL ? g_filename_display_name (subject) : NULL;
  g_autofree char *line = name != NULL ? g_strdup_printf ("%s: %s", name, sentence) : g_strdup (sentence);
  g_autofree char *visible = doublet_visible_text_dup_line (line);

  g_printerr ("doublet-cli: %s\n", visible);
}

/* The date of the report: what is asked for by the convention of reproducible builds,
 * else now, if @format tells a date: the zone of this machine is in files of its own. */
static gboolean
get_date (DoubletReportFormat format,
          GDateTime         **date,
          GError            **error)
{
  const char *epoch = g_getenv ("SOURCE_DATE_EPOCH");
  guint64     seconds;

  if (epoch == NULL || *epoch == '\0')
    {
      *date = format == DOUBLET_REPORT_HTML ? g_date_time_new_now_local () : NULL;
      return TRUE;
    }
  if (g_ascii_string_to_unsigned (epoch, 10, 0, G_MAXINT64, &seconds, NULL))
    *date = g_date_time_new_from_unix_utc ((gint64)seconds);
  if (*date == NULL)
    g_set_error_literal (error, G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE,
                         _ ("SOURCE_DATE_EPOCH is not a number of seconds since 1970."));
  return *date != NULL;
}

static GPtrArray *
get_inputs (const DoubletCliOptions *options)
{
  GPtrArray *inputs = g_ptr_array_new_with_free_func ((GDestroyNotify)doublet_input_unref);

  for (guint i = 0; i < options->n_files; i++)
    {
      const char *file = options->files[i];
      g_autoptr (DoubletInput) input = strcmp (file, "-") == 0 ? doublet_input_new_for_standard_input () : doublet_input_new_for_path (file);
      g_autoptr (DoubletInput) decoded = doublet_input_with_charset (input, options->charset);
      g_autoptr (DoubletInput) tracked = doublet_input_with_tracked (decoded, options->tracked);

      g_ptr_array_add (inputs, doublet_input_with_whole_page (tracked, options->whole_page));
    }
  return inputs;
}

/* Read as the articles are, in the same character set if one was named. */
static DoubletInput *
get_boilerplate (const DoubletCliOptions *options)
{
  g_autoptr (DoubletInput) input = options->boilerplate != NULL ? doublet_input_new_for_path (options->boilerplate) : NULL;

  return input != NULL ? doublet_input_with_charset (input, options->charset) : NULL;
}

/* Says no before the work, not after it. */
static gboolean
may_write (const DoubletCliOptions *options)
{
  struct stat there;

  if (options->output == NULL || options->force || stat (options->output, &there) < 0 || !S_ISREG (there.st_mode))
    return TRUE;
  doublet_cli_complain (options->output, _ ("There is a file of this name already. Use --force to overwrite it."));
  return FALSE;
}

static gboolean
write_output (const DoubletCliOptions *options,
              GBytes                  *bytes)
{
  g_autoptr (GError) error = NULL;
  gsize       length;
  const char *data = g_bytes_get_data (bytes, &length);

  if (options->output == NULL)
    {
      if (fwrite (data, 1, length, stdout) == length && fflush (stdout) == 0)
        return TRUE;
      doublet_cli_complain (NULL, g_strerror (errno));
      return FALSE;
    }

  if (doublet_save_path (options->output, bytes, options->force, &error))
    return TRUE;
  doublet_cli_complain (options->output, error->message);
  return FALSE;
}

/* By the names that were given: two folders may have a file of one name each. */
static guint
report_unreadable (const DoubletCliOptions *options,
                   const DoubletCollation  *collation)
{
  guint                    n_unreadable;
  const DoubletUnreadable *unreadable = doublet_collation_get_unreadable (collation, &n_unreadable);

  for (guint i = 0; i < n_unreadable; i++)
    {
      const char *file = options->files[unreadable[i].input];

      doublet_cli_complain (strcmp (file, "-") == 0 ? unreadable[i].name : file, unreadable[i].reason);
    }
  return n_unreadable;
}

static DoubletCollation *
compare (const DoubletCliOptions *options,
         GError                 **error)
{
  g_autoptr (GPtrArray) inputs = get_inputs (options);
  g_autoptr (DoubletInput) boilerplate = get_boilerplate (options);
  DoubletCliProgress     progress;
  DoubletCompareListener listener = { .progress = doublet_cli_progress_tell, .user_data = &progress };
  DoubletCollation      *collation;

  doublet_cli_progress_init (&progress, options->quiet);
  collation = doublet_compare_run ((DoubletInput *const *)inputs->pdata, inputs->len, &options->options, options->base, boilerplate, &listener, NULL, error);
  doublet_cli_progress_end (&progress);
  return collation;
}

/**
 * doublet_cli_run:
 * @options: what is asked for
 *
 * Returns: what the program leaves with
 */
DoubletCliStatus
doublet_cli_run (const DoubletCliOptions *options)
{
  g_autoptr (DoubletCollation) collation = NULL;
  g_autoptr (GDateTime) date = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GError) error = NULL;
  DoubletReportOptions report = { .title = options->title, .with_text = options->with_text };
  guint                n_unreadable;

  if (!get_date (options->format, &date, &error))
    {
      doublet_cli_complain (NULL, error->message);
      return DOUBLET_CLI_WRONG_USAGE;
    }
  if (!may_write (options))
    return DOUBLET_CLI_NOTHING_WRITTEN;

  collation = compare (options, &error);
  if (collation == NULL)
    {
      doublet_cli_complain (NULL, error->message);
      return DOUBLET_CLI_NOTHING_WRITTEN;
    }
  /* Without it the figures are not those that were asked for. */
  if (doublet_collation_get_boilerplate_problem (collation) != NULL)
    {
      doublet_cli_complain (options->boilerplate, doublet_collation_get_boilerplate_problem (collation));
      return DOUBLET_CLI_NOTHING_WRITTEN;
    }
  n_unreadable = report_unreadable (options, collation);
  if (doublet_collation_get_n_articles (collation) == 0)
    return DOUBLET_CLI_NOTHING_WRITTEN;

  report.date = date;
  bytes = doublet_report_write (collation, options->format, &report, &error);
  if (bytes == NULL)
    {
      doublet_cli_complain (options->output, error->message);
      return DOUBLET_CLI_NOTHING_WRITTEN;
    }
  if (!write_output (options, bytes))
    return DOUBLET_CLI_NOTHING_WRITTEN;
  return n_unreadable > 0 ? DOUBLET_CLI_SOME_UNREADABLE : DOUBLET_CLI_DONE;
}
