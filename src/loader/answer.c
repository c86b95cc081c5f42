/* answer.c
 *
 * SPDX-FileCopyrightText: 2026 The Doublet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "answer.h"

#include "article-wire.h"
#include "charset-guess.h"
#include "load-error.h"
#include "load-limits.h"
#include "sandbox.h"
#include "write-all.h"

#include <locale.h>
#include <string.h>
#include <unistd.h>

#include <glib/gi18n-lib.h>

/*
 *   doublet-loader --format=ID [--charset=NAME] [--whole-page] [--tracked=original] <FILE
 *
 * reads one document from standard input, which is a file or memory that can be
 * mapped, and writes the article or the reason against it to standard output: see
 * article-wire.h.  Exit: 0 answered; else there is no answer.
 *
 * Nothing but our own code sees the document before the process is locked in.
 */

typedef struct
{
  char    *format;
  char    *charset;
  char    *tracked;
  gboolean whole_page;
} Words;

static gboolean
parse_words (Words *words,
             int    argc,
             char **argv)
{
  const GOptionEntry entries[] = {
    { "format", 0, G_OPTION_FLAG_NONE, G_OPTION_ARG_STRING, &words->format, NULL, NULL },
    { "charset", 0, G_OPTION_FLAG_NONE, G_OPTION_ARG_STRING, &words->charset, NULL, NULL },
    { "tracked", 0, G_OPTION_FLAG_NONE, G_OPTION_ARG_STRING, &words->tracked, NULL, NULL },
    { "whole-page", 0, G_OPTION_FLAG_NONE, G_OPTION_ARG_NONE, &words->whole_page, NULL, NULL },
    { NULL },
  };
  g_autoptr (GOptionContext) context = g_option_context_new (NULL);

  g_option_context_add_main_entries (context, entries, NULL);
  return g_option_context_parse (context, &argc, &argv, NULL) && argc == 1 && words->format != NULL;
}

static GBytes *
map_standard_input (void)
{
  g_autoptr (GMappedFile) file = g_mapped_file_new_from_fd (STDIN_FILENO, FALSE, NULL);

  return file != NULL ? g_mapped_file_get_bytes (file) : NULL;
}

/* The sentences are looked up in a file, which cannot be opened later.  Of the locale
 * nothing else is wanted: no number in a document has the reader's comma. */
static void
open_catalogue (void)
{
  setlocale (LC_CTYPE, "");
  setlocale (LC_MESSAGES, "");
  bindtextdomain (GETTEXT_PACKAGE, LOCALEDIR);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  g_dgettext (GETTEXT_PACKAGE, "The file is empty.");
}

static GBytes *
load (const DoubletReader      *reader,
      GBytes                   *bytes,
      const DoubletLoadOptions *options)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (DoubletArticle) article = NULL;

  /* Who asked knows what it is called. */
  article = reader->load (bytes, "", NULL, options, NULL, &error);
  if (article != NULL)
    return doublet_article_wire_encode (article);
  return doublet_article_wire_encode_failure (error->code, error->message);
}

static gboolean
write_answer (GBytes *answer)
{
  gsize         n_bytes;
  gconstpointer data = g_bytes_get_data (answer, &n_bytes);

  return doublet_write_all (STDOUT_FILENO, data, n_bytes);
}

static gboolean
lock_in (const DoubletReader *reader,
         gsize                n_bytes)
{
  guint seconds = DOUBLET_LIMIT_SECONDS + n_bytes / (DOUBLET_LIMIT_MB_PER_SECOND * 1000 * 1000);

  return doublet_sandbox_limit (seconds, doublet_reader_get_memory (reader, n_bytes)) &&
         doublet_sandbox_lock (reader->rights == DOUBLET_RIGHTS_FILES);
}

/*
 * doublet_answer:
 * @readers: what this program can read
 * @argc: the number of words
 * @argv: the words
 *
 * The program as a whole.
 *
 * Returns: the exit status; it does not return if there is an answer
 */
int
doublet_answer (const DoubletReader *readers,
                int                  argc,
                char               **argv)
{
  Words                words = { 0 };
  DoubletLoadOptions   options = { 0 };
  const DoubletReader *reader;
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GBytes) answer = NULL;

  open_catalogue ();
  if (!parse_words (&words, argc, argv) || (bytes = map_standard_input ()) == NULL)
    {
      g_printerr ("doublet-loader --format=ID [--charset=NAME] [--whole-page] [--tracked=original] <FILE\n");
      return 2;
    }

  reader = doublet_reader_find (readers, words.format);
  if (reader == NULL)
    {
      answer = doublet_article_wire_encode_failure (DOUBLET_LOAD_ERROR_UNSUPPORTED,
                                                    _ ("Doublet cannot read documents of this kind yet. Save it as plain text (.txt)."));
      return write_answer (answer) ? 0 : 1;
    }

  options.charset = words.charset;
  options.whole_page = words.whole_page;
  options.tracked = g_strcmp0 (words.tracked, "original") == 0 ? DOUBLET_TRACKED_ORIGINAL : DOUBLET_TRACKED_ACCEPTED;
  if (reader->prepare != NULL)
    reader->prepare (bytes, &options);

  doublet_charset_guess_prepare ();
  if (!lock_in (reader, g_bytes_get_size (bytes)))
    return 1;
  answer = load (reader, bytes, &options);

  /* What runs at exit may want what it is not allowed. */
  _exit (write_answer (answer) ? 0 : 1);
}
