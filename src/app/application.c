/* application.c
 *
 * SPDX-FileCopyrightText: 2026 The Doublet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "application.h"

#include "style-scheme.h"
#include "ui-resources.h"
#include "window.h"

#include <glib/gi18n-lib.h>

struct _DoubletApplication
{
  GtkApplication parent;

  /* owned */
  DoubletStyleScheme *style;
};

G_DEFINE_FINAL_TYPE (DoubletApplication, doublet_application, GTK_TYPE_APPLICATION)

typedef struct
{
  const char *action; /* with its target */
  const char *keys[4];
} Shortcut;

/* Every key of the program but those that depend on where the keyboard is: see
 * doublet_window_add_keys(). */
static const Shortcut shortcuts[] = {
  { "app.new-window", { "<Control>n" } },
  { "app.quit", { "<Control>q" } },
  { "window.close", { "<Control>w" } },
  { "win.open", { "<Control>o" } },
  { "win.open-folder", { "<Shift><Control>o" } },
  { "win.export", { "<Control>e" } },
  { "win.reload", { "<Control>r", "F5" } },
  { "win.find", { "<Control>f" } },
  { "win.find-next", { "<Control>g" } },
  { "win.find-previous", { "<Shift><Control>g" } },
  { "win.filter", { "<Control>l" } },
  { "win.lens('overview')", { "<Control>1" } },
  { "win.lens('differences')", { "<Control>2" } },
  { "win.lens('shared')", { "<Control>3" } },
  { "win.lens('repeated')", { "<Control>4" } },
  { "win.back", { "<Alt>Left" } },
  { "win.next", { "<Alt>Down", "F8" } },
  { "win.previous", { "<Alt>Up", "<Shift>F8" } },
  { "win.next-pane", { "F6" } },
  { "win.show-list", { "F9" } },
  { "win.text-larger", { "<Control>plus", "<Control>equal", "<Control>KP_Add" } },
  { "win.text-smaller", { "<Control>minus", "<Control>KP_Subtract" } },
  { "win.text-usual", { "<Control>0", "<Control>KP_0" } },
  { "win.show-help-overlay", { "<Control>question", "<Control>F1" } },
};

static void
new_window_cb (GSimpleAction *action,
               GVariant      *parameter,
               gpointer       user_data)
{
  gtk_window_present (GTK_WINDOW (doublet_window_new (GTK_APPLICATION (user_data))));
}

static void
about_cb (GSimpleAction *action,
          GVariant      *parameter,
          gpointer       user_data)
{
  gtk_show_about_dialog (gtk_application_get_active_window (GTK_APPLICATION (user_data)),
                         "program-name", "Doublet",
                         "version", VERSION,
                         "comments", _ ("Compares articles: what was changed, what they share, what stands twice"),
                         "copyright", _ ("© 2026 The Doublet authors"),
                         "license-type", GTK_LICENSE_GPL_3_0,
                         "logo-icon-name", APP_ID,
                         /* Translators: put your own name here */
                         "translator-credits", _ ("translator-credits"),
                         NULL);
}

static void
quit_cb (GSimpleAction *action,
         GVariant      *parameter,
         gpointer       user_data)
{
  GtkApplication *application = GTK_APPLICATION (user_data);
  GtkWindow      *window;

  /* Each window keeps what it has to keep when it is closed. */
  while ((window = gtk_application_get_active_window (application)) != NULL)
    {
      gtk_window_close (window);
      if (gtk_application_get_active_window (application) == window)
        break;
    }
  g_application_quit (G_APPLICATION (application));
}

static const GActionEntry entries[] = {
  { "new-window", new_window_cb, NULL, NULL, NULL },
  { "about", about_cb, NULL, NULL, NULL },
  { "quit", quit_cb, NULL, NULL, NULL },
};

static void
doublet_application_startup (GApplication *application)
{
  DoubletApplication *self = DOUBLET_APPLICATION (application);
  g_autoptr (GPropertyAction) style = NULL;

  G_APPLICATION_CLASS (doublet_application_parent_class)->startup (application);

  gtk_window_set_default_icon_name (APP_ID);
  self->style = doublet_style_scheme_new (gdk_display_get_default ());
  style = g_property_action_new ("style", self->style, "choice");
  g_action_map_add_action (G_ACTION_MAP (self), G_ACTION (style));
  g_action_map_add_action_entries (G_ACTION_MAP (self), entries, G_N_ELEMENTS (entries), self);
  for (gsize i = 0; i < G_N_ELEMENTS (shortcuts); i++)
    gtk_application_set_accels_for_action (GTK_APPLICATION (self), shortcuts[i].action, shortcuts[i].keys);
}

static void
doublet_application_activate (GApplication *application)
{
  gtk_window_present (GTK_WINDOW (doublet_window_new (GTK_APPLICATION (application))));
}

/* Files go into a window of their own; one that is empty still will do. */
static void
doublet_application_open (GApplication *application,
                          GFile       **files,
                          int           n_files,
                          const char   *hint)
{
  GtkWindow *window = gtk_application_get_active_window (GTK_APPLICATION (application));

  if (!DOUBLET_IS_WINDOW (window) || !doublet_window_is_empty (DOUBLET_WINDOW (window)))
    window = GTK_WINDOW (doublet_window_new (GTK_APPLICATION (application)));
  doublet_window_open (DOUBLET_WINDOW (window), files, n_files);
  gtk_window_present (window);
}

static int
doublet_application_handle_local_options (GApplication *application,
                                          GVariantDict *options)
{
  if (g_variant_dict_contains (options, "version"))
    {
      g_print ("doublet %s\n", VERSION);
      return 0;
    }
  return -1;
}

static void
doublet_application_dispose (GObject *object)
{
  g_clear_object (&DOUBLET_APPLICATION (object)->style);
  G_OBJECT_CLASS (doublet_application_parent_class)->dispose (object);
}

static void
doublet_application_class_init (DoubletApplicationClass *klass)
{
  GApplicationClass *application_class = G_APPLICATION_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = doublet_application_dispose;
  application_class->startup = doublet_application_startup;
  application_class->activate = doublet_application_activate;
  application_class->open = doublet_application_open;
  application_class->handle_local_options = doublet_application_handle_local_options;
}

static void
doublet_application_init (DoubletApplication *self)
{
  static const GOptionEntry options[] = {
    { "version", 'v', 0, G_OPTION_ARG_NONE, NULL, N_ ("Show the version"), NULL },
    { NULL },
  };

  doublet_ui_resources_use ();
  g_application_add_main_option_entries (G_APPLICATION (self), options);
  g_application_set_option_context_parameter_string (G_APPLICATION (self), _ ("[FILE...]"));
  g_application_set_option_context_summary (G_APPLICATION (self), _ ("Compares articles: what was changed, what they share, what stands twice."));
}

/**
 * doublet_application_new:
 *
 * Returns: (transfer full): the program
 */
GApplication *
doublet_application_new (void)
{
  return g_object_new (DOUBLET_TYPE_APPLICATION,
                       "application-id", APP_ID,
                       "flags", G_APPLICATION_HANDLES_OPEN,
                       "resource-base-path", "/io/github/doublet/Doublet",
                       NULL);
}
