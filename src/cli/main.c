/* main.c
 *
 * SPDX-FileCopyrightText: 2026 The Doublet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "cli-options.h"
#include "cli-run.h"
#include "locale-words.h"
#include "memory.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <locale.h>
#include <unistd.h>

/* Whoever started this program may have closed standard input, output or errors.  A file
 * that is opened later would get such a number, and be taken for what it is not: by
 * messages, and by the programs that read documents.  What stands there instead can
 * neither be read nor written. */
static void
fill_standard_streams (void)
{
  for (int fd = STDIN_FILENO; fd <= STDERR_FILENO; fd++)
    if (fcntl (fd, F_GETFD) < 0 && errno == EBADF)
      (void)!open ("/dev/null", fd == STDIN_FILENO ? O_WRONLY : O_RDONLY);
}

/* Of the locale only what is used: each category is a file or several to be looked for,
 * and all of them take a sixth of the time that two short articles take. */
static void
set_locale (void)
{
  static const int categories[] = { LC_CTYPE, LC_MESSAGES, LC_TIME };

  for (guint i = 0; i < G_N_ELEMENTS (categories); i++)
    setlocale (categories[i], "");
}

int
main (int    argc,
      char **argv)
{
  g_auto (DoubletCliOptions) options = { 0 };
  g_autoptr (GError) error = NULL;

  fill_standard_streams ();
  doublet_memory_prepare ();
  set_locale ();
  bindtextdomain (GETTEXT_PACKAGE, LOCALEDIR);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE);
  doublet_locale_words_prepare ();

  if (!doublet_cli_options_parse (&options, &argc, &argv, &error))
    {
      doublet_cli_complain (NULL, error->message);
      g_printerr ("%s\n", _ ("“doublet-cli --help” lists the options."));
      return DOUBLET_CLI_WRONG_USAGE;
    }
  if (options.version)
    {
      g_print ("doublet-cli %s\n", VERSION);
      return DOUBLET_CLI_DONE;
    }
  return doublet_cli_run (&options);
}
