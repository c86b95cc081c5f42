/* cli-options.c
 *
 * SPDX-FileCopyrightText: 2026 The Doublet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "cli-options.h"

#include <glib/gi18n-lib.h>
#include <string.h>
#include <sys/stat.h>

#include "charset-names.h"
#include "locale-words.h"

/* The words of the command line.  Whatever is wrong with them ends in one sentence that
 * says what to write instead. */

/* What GOption fills in, before it is judged; -1 where nothing was given. */
typedef struct
{
  int      min_words;
  int      max_gap;
  int      min_identical;
  int      base;
  gboolean typography;
  gboolean force;
  gboolean with_text;
  gboolean quiet;
  gboolean version;
  char    *preset;
  char    *ignore;
  char    *format;
  char    *output;
  char    *title;
  char    *charset;
  char    *tracked;
  char    *passages;
  char    *reworded;
  char    *boilerplate;
  gboolean whole_page;
  char   **files;
} Words;

static void
clear_words (Words *words)
{
  g_free (words->preset);
  g_free (words->ignore);
  g_free (words->format);
  g_free (words->output);
  g_free (words->title);
  g_free (words->charset);
  g_free (words->tracked);
  g_free (words->passages);
  g_free (words->reworded);
  g_free (words->boilerplate);
  g_strfreev (words->files);
}

/* Words that GOption was told are names of files, since it takes any bytes for those. */
static void
take_words (Words *words)
{
  doublet_locale_words_take (&words->preset);
  doublet_locale_words_take (&words->ignore);
  doublet_locale_words_take (&words->format);
  doublet_locale_words_take (&words->title);
  doublet_locale_words_take (&words->charset);
  doublet_locale_words_take (&words->tracked);
  doublet_locale_words_take (&words->passages);
  doublet_locale_words_take (&words->reworded);
}

static gboolean
wrong (GError    **error,
       const char *sentence)
{
  g_set_error_literal (error, G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE, sentence);
  return FALSE;
}

static GOptionContext *
make_context (Words *words)
{
  const GOptionEntry entries[] = {
    { "output", 'o', G_OPTION_FLAG_NONE, G_OPTION_ARG_FILENAME, &words->output,
      N_ ("Write the comparison to FILE; its ending chooses the format; “-” is standard output"), N_ ("FILE") },
    { "format", 'f', G_OPTION_FLAG_NONE, G_OPTION_ARG_FILENAME, &words->format,
      N_ ("The format: html, json, csv or text"), N_ ("FORMAT") },
    { "passages", 0, G_OPTION_FLAG_NONE, G_OPTION_ARG_FILENAME, &words->passages,
      N_ ("Find shared and repeated passages, or only the differences (on)"), N_ ("on|off") },
    { "min-words", 'w', G_OPTION_FLAG_NONE, G_OPTION_ARG_INT, &words->min_words,
      N_ ("A passage has at least N words (6)"), "N" },
    { "max-gap", 'g', G_OPTION_FLAG_NONE, G_OPTION_ARG_INT, &words->max_gap,
      N_ ("An edited passage has at most N changed words in a row (2)"), "N" },
    { "min-identical", 'i', G_OPTION_FLAG_NONE, G_OPTION_ARG_INT, &words->min_identical,
      N_ ("At least so many percent of an edited passage are the same (80)"), N_ ("PERCENT") },
    { "reworded", 0, G_OPTION_FLAG_NONE, G_OPTION_ARG_FILENAME, &words->reworded,
      N_ ("Find passages that say the same in other words, or do not (on)"), N_ ("on|off") },
    { "preset", 0, G_OPTION_FLAG_NONE, G_OPTION_ARG_FILENAME, &words->preset,
      N_ ("Words and gap at once: general (6, 2), exact (8, 0), moved (10, 2) or phrases (4, 0)"), N_ ("NAME") },
    { "ignore", 0, G_OPTION_FLAG_NONE, G_OPTION_ARG_FILENAME, &words->ignore,
      N_ ("What makes no difference to passages: case, punctuation, diacritics, numbers, quotations, with commas between; or none"), N_ ("LIST") },
    { "boilerplate", 0, G_OPTION_FLAG_NONE, G_OPTION_ARG_FILENAME, &words->boilerplate,
      N_ ("What stands in FILE, such as a footer, is told apart and left out of the figures"), N_ ("FILE") },
    { "typography", 0, G_OPTION_FLAG_NONE, G_OPTION_ARG_NONE, &words->typography,
      N_ ("Curly and straight quotation marks, and kinds of dashes and spaces, are differences"), NULL },
    { "base", 'b', G_OPTION_FLAG_NONE, G_OPTION_ARG_INT, &words->base,
      N_ ("The others are read against the Nth file (1)"), "N" },
    { "title", 0, G_OPTION_FLAG_NONE, G_OPTION_ARG_FILENAME, &words->title,
      N_ ("The title of the report"), N_ ("TEXT") },
    { "charset", 0, G_OPTION_FLAG_NONE, G_OPTION_ARG_FILENAME, &words->charset,
      N_ ("The character set of the files"), N_ ("NAME") },
    { "tracked", 0, G_OPTION_FLAG_NONE, G_OPTION_ARG_FILENAME, &words->tracked,
      N_ ("Read documents with tracked changes as accepted or as the original (accepted)"), N_ ("accepted|original") },
    { "whole-page", 0, G_OPTION_FLAG_NONE, G_OPTION_ARG_NONE, &words->whole_page,
      N_ ("Take all the text of a web page, not only its article"), NULL },
    { "with-text", 0, G_OPTION_FLAG_NONE, G_OPTION_ARG_NONE, &words->with_text,
      N_ ("Put the articles’ text into the JSON"), NULL },
    { "force", 0, G_OPTION_FLAG_NONE, G_OPTION_ARG_NONE, &words->force,
      N_ ("Overwrite a file that is there already"), NULL },
    { "quiet", 'q', G_OPTION_FLAG_NONE, G_OPTION_ARG_NONE, &words->quiet,
      N_ ("Do not show how far the work is; results and errors are printed all the same"), NULL },
    { "version", 0, G_OPTION_FLAG_NONE, G_OPTION_ARG_NONE, &words->version,
      N_ ("Print the version and exit"), NULL },
    { G_OPTION_REMAINING, 0, G_OPTION_FLAG_NONE, G_OPTION_ARG_FILENAME_ARRAY, &words->files, NULL, NULL },
    { NULL },
  };
  GOptionContext *context = g_option_context_new (_ ("FILE… - compare articles"));

  g_option_context_add_main_entries (context, entries, GETTEXT_PACKAGE);
  g_option_context_set_summary (context, _ ("Finds the passages that articles share or repeat, and what differs between them."));
  g_option_context_set_description (context,
                                    _ ("Without --output a short summary is printed. The file “-” is standard input.\n"
                                       "Exit status: 0 done; 1 nothing written; 2 wrong usage; 3 written, but some\n"
                                       "articles could not be read."));
  return context;
}

static gboolean
check_range (const char *option,
             int         value,
             int         lowest,
             int         highest,
             GError    **error)
{
  if (value >= lowest && value <= highest)
    return TRUE;
  g_set_error (error, G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE,
               /* Translators: an option such as --min-words, and the least and greatest number it takes */
               _ ("%s takes a number from %d to %d."), option, lowest, highest);
  return FALSE;
}

/* Leaves @value as it is if nothing was given; false if it was neither. */
static gboolean
read_switch (const char *word, /* (nullable) */
             gboolean   *value)
{
  if (word == NULL)
    return TRUE;
  *value = strcmp (word, "on") == 0;
  return *value || strcmp (word, "off") == 0;
}

static gboolean
read_comparison (const Words    *words,
                 DoubletOptions *options,
                 GError        **error)
{
  doublet_options_init (options);
  if (words->preset != NULL)
    {
      DoubletPreset preset;

      if (!doublet_preset_from_id (words->preset, &preset))
        return wrong (error, _ ("--preset takes general, exact, moved or phrases."));
      doublet_options_apply_preset (options, preset);
    }
  if (words->min_words != -1)
    {
      if (!check_range ("--min-words", words->min_words, DOUBLET_MIN_WORDS_LOWEST, DOUBLET_MIN_WORDS_HIGHEST, error))
        return FALSE;
      options->min_words = words->min_words;
    }
  if (words->max_gap != -1)
    {
      if (!check_range ("--max-gap", words->max_gap, 0, DOUBLET_MAX_GAP_HIGHEST, error))
        return FALSE;
      options->max_gap = words->max_gap;
    }
  if (words->min_identical != -1)
    {
      if (!check_range ("--min-identical", words->min_identical, DOUBLET_MIN_IDENTICAL_LOWEST, 100, error))
        return FALSE;
      options->min_identical = words->min_identical;
    }
  options->typography = words->typography;
  if (!read_switch (words->passages, &options->passages))
    return wrong (error, _ ("--passages takes on or off."));
  if (!read_switch (words->reworded, &options->reworded))
    return wrong (error, _ ("--reworded takes on or off."));
  return words->ignore == NULL || doublet_ignore_from_string (words->ignore, &options->ignore, error);
}

static gboolean
read_output (DoubletCliOptions *self,
             Words             *words,
             GError           **error)
{
  if (words->output != NULL && strcmp (words->output, "-") != 0)
    self->output = g_steal_pointer (&words->output);

  if (words->format != NULL)
    {
      if (!doublet_report_format_from_id (words->format, &self->format))
        return wrong (error, _ ("--format takes html, json, csv or text."));
    }
  else if (self->output == NULL)
    {
      self->format = DOUBLET_REPORT_TEXT;
    }
  else if (!doublet_report_format_from_name (self->output, &self->format))
    {
      return wrong (error, _ ("The ending of the output file tells no format. Use .html, .json, .csv or .txt, or --format."));
    }

  if (self->format == DOUBLET_REPORT_CSV && !self->options.passages)
    return wrong (error, _ ("A table in csv is of passages: it cannot be written with --passages=off."));
  if (words->with_text && self->format != DOUBLET_REPORT_JSON)
    return wrong (error, _ ("--with-text is for JSON only."));
  if (words->title != NULL && self->format != DOUBLET_REPORT_HTML && self->format != DOUBLET_REPORT_TEXT)
    return wrong (error, _ ("--title is for html and text only."));
  if (words->title != NULL && !g_utf8_validate (words->title, -1, NULL))
    return wrong (error, _ ("The title is not valid UTF-8."));
  self->with_text = words->with_text;
  self->title = g_steal_pointer (&words->title);
  self->force = words->force;
  return TRUE;
}

/* Whether both names lead to one file, by whatever links. */
static gboolean
is_same_file (const char *first,
              const char *second)
{
  struct stat a;
  struct stat b;

  return stat (first, &a) == 0 && stat (second, &b) == 0 && S_ISREG (a.st_mode) && a.st_dev == b.st_dev && a.st_ino == b.st_ino;
}

static gboolean
read_files (DoubletCliOptions *self,
            Words             *words,
            GError           **error)
{
  gboolean has_standard_input = FALSE;

  if (words->files == NULL || words->files[0] == NULL)
    return wrong (error, _ ("Which files? Give one or more."));

  self->files = g_steal_pointer (&words->files);
  self->n_files = g_strv_length (self->files);
  for (guint i = 0; i < self->n_files; i++)
    {
      gboolean is_standard_input = strcmp (self->files[i], "-") == 0;

      if (is_standard_input && has_standard_input)
        return wrong (error, _ ("Standard input can be read once only."));
      has_standard_input |= is_standard_input;
      if (!is_standard_input && self->output != NULL && is_same_file (self->files[i], self->output))
        return wrong (error, _ ("The output file is one of the articles."));
    }

  if (g_strcmp0 (words->boilerplate, "-") == 0)
    return wrong (error, _ ("--boilerplate takes a file; standard input is for articles."));
  if (words->boilerplate != NULL && self->output != NULL && is_same_file (words->boilerplate, self->output))
    return wrong (error, _ ("The output file is the one with the boilerplate."));
  self->boilerplate = g_steal_pointer (&words->boilerplate);

  if (words->base != -1 && !check_range ("--base", words->base, 1, (int)self->n_files, error))
    return FALSE;
  self->base = words->base != -1 ? words->base - 1 : 0;
  return TRUE;
}

static gboolean
read_words (DoubletCliOptions *self,
            Words             *words,
            GError           **error)
{
  self->version = words->version;
  if (self->version)
    return TRUE;

  take_words (words);

  if (words->charset != NULL && !doublet_charset_is_supported (words->charset))
    {
      g_set_error (error, G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE,
                   /* Translators: %s is a word that the user wrote */
                   _ ("“%s” is no known character set."), words->charset);
      return FALSE;
    }
  self->charset = g_steal_pointer (&words->charset);
  if (words->tracked != NULL && strcmp (words->tracked, "accepted") != 0 && strcmp (words->tracked, "original") != 0)
    return wrong (error, _ ("--tracked takes accepted or original."));
  self->tracked = g_strcmp0 (words->tracked, "original") == 0 ? DOUBLET_TRACKED_ORIGINAL : DOUBLET_TRACKED_ACCEPTED;
  self->whole_page = words->whole_page;
  self->quiet = words->quiet;
  return read_comparison (words, &self->options, error) && read_output (self, words, error) && read_files (self, words, error);
}

/**
 * doublet_cli_options_parse:
 * @self: (out caller-allocates): what is asked for; to be cleared in any case
 * @argc: the number of words
 * @argv: the words
 * @error: return location for an error: a sentence for the user
 *
 * Prints the help and leaves the program if that is asked for.
 *
 * Returns: whether the words make sense
 */
gboolean
doublet_cli_options_parse (DoubletCliOptions *self,
                           int               *argc,
                           char            ***argv,
                           GError           **error)
{
  Words words = { .min_words = -1, .max_gap = -1, .min_identical = -1, .base = -1 };
  g_autoptr (GOptionContext) context = make_context (&words);
  gboolean ok;

  *self = (DoubletCliOptions){ 0 };
  ok = g_option_context_parse (context, argc, argv, error) && read_words (self, &words, error);
  clear_words (&words);
  return ok;
}

void
doublet_cli_options_clear (DoubletCliOptions *self)
{
  g_strfreev (self->files);
  g_free (self->output);
  g_free (self->title);
  g_free (self->charset);
  g_free (self->boilerplate);
}
