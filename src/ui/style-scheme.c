/* style-scheme.c
 *
 * SPDX-FileCopyrightText: 2026 The Doublet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "style-scheme.h"

#include "palette-sheet.h"
#include "settings.h"

/*
 * Plain GTK 4.8 does not follow the desktop's choice of dark or light, so this asks
 * the settings portal.  Where there is none, or where it has no preference, GTK's own
 * setting holds, which a person may have written into settings.ini.
 */

#define PORTAL_NAME "org.freedesktop.portal.Desktop"
#define PORTAL_PATH "/org/freedesktop/portal/desktop"
#define PORTAL_INTERFACE "org.freedesktop.portal.Settings"
#define APPEARANCE "org.freedesktop.appearance"
#define COLOR_SCHEME "color-scheme"
#define PREFER_DARK 1
#define PREFER_LIGHT 2
#define DARK_SETTING "gtk-application-prefer-dark-theme"

#define RESOURCES "/io/github/doublet/Doublet/"

struct _DoubletStyleScheme
{
  GObject parent;

  /* borrowed */
  GdkDisplay *display;

  /* owned */
  char            *choice;
  GtkCssProvider  *palette;
  GDBusConnection *bus;
  GCancellable    *cancellable;

  guint   subscription;
  guint32 preference; /* of the desktop, as the portal has it */
};

enum
{
  PROP_0,
  PROP_CHOICE,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (DoubletStyleScheme, doublet_style_scheme, G_TYPE_OBJECT)

/* Which palette goes with the theme that is there now: a person may have set one that
 * is dark whatever is asked for, or one of high contrast. */
static DoubletPaletteKind
choose_palette (DoubletStyleScheme *self)
{
  g_autofree char *theme = NULL;
  GtkWidget       *probe = g_object_ref_sink (gtk_label_new (NULL));
  GdkRGBA          color;
  gboolean         dark = FALSE;

  g_object_get (gtk_settings_get_for_display (self->display), "gtk-theme-name", &theme, NULL);
  if (gtk_style_context_lookup_color (gtk_widget_get_style_context (probe), "theme_fg_color", &color))
    dark = color.red + color.green + color.blue > 1.5;
  g_object_unref (probe);

  /* The second is what GTK itself calls it. */
  if (theme != NULL && (g_str_has_prefix (theme, "HighContrast") || g_str_has_prefix (theme, "Default-hc")))
    return dark ? DOUBLET_PALETTE_DARK_CONTRAST : DOUBLET_PALETTE_LIGHT_CONTRAST;
  return dark ? DOUBLET_PALETTE_DARK : DOUBLET_PALETTE_LIGHT;
}

static void
load_palette (DoubletStyleScheme *self)
{
  g_autofree char *sheet = doublet_palette_sheet_new (choose_palette (self));

  gtk_css_provider_load_from_data (self->palette, sheet, -1);
}

static void
apply (DoubletStyleScheme *self)
{
  GtkSettings *settings = gtk_settings_get_for_display (self->display);
  gboolean     system = g_str_equal (self->choice, "system");

  if (system && self->preference != PREFER_DARK && self->preference != PREFER_LIGHT)
    gtk_settings_reset_property (settings, DARK_SETTING);
  else
    g_object_set (settings, DARK_SETTING, system ? self->preference == PREFER_DARK : g_str_equal (self->choice, "dark"), NULL);
  load_palette (self);
}

/* The value comes wrapped once by Read and once more by some portals. */
static void
take_value (DoubletStyleScheme *self,
            GVariant           *value)
{
  g_autoptr (GVariant) inner = g_variant_ref (value);

  while (g_variant_is_of_type (inner, G_VARIANT_TYPE_VARIANT))
    {
      GVariant *unwrapped = g_variant_get_variant (inner);
      g_variant_unref (inner);
      inner = unwrapped;
    }
  if (!g_variant_is_of_type (inner, G_VARIANT_TYPE_UINT32))
    return;
  self->preference = g_variant_get_uint32 (inner);
  apply (self);
}

static void
setting_changed_cb (GDBusConnection *bus,
                    const char      *sender,
                    const char      *path,
                    const char      *interface,
                    const char      *signal,
                    GVariant        *parameters,
                    gpointer         user_data)
{
  const char *name_space;
  const char *key;
  g_autoptr (GVariant) value = NULL;

  if (!g_variant_is_of_type (parameters, G_VARIANT_TYPE ("(ssv)")))
    return;
  g_variant_get (parameters, "(&s&sv)", &name_space, &key, &value);
  if (g_str_equal (name_space, APPEARANCE) && g_str_equal (key, COLOR_SCHEME))
    take_value (user_data, value);
}

static void
read_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      user_data)
{
  g_autoptr (GVariant) reply = g_dbus_connection_call_finish (G_DBUS_CONNECTION (source), result, NULL);

  if (reply != NULL)
    {
      g_autoptr (GVariant) value = g_variant_get_child_value (reply, 0);
      take_value (user_data, value);
    }
  g_object_unref (user_data);
}

static void
bus_cb (GObject      *source,
        GAsyncResult *result,
        gpointer      user_data)
{
  g_autoptr (DoubletStyleScheme) self = user_data;

  self->bus = g_bus_get_finish (result, NULL);
  if (self->bus == NULL)
    return;

  self->subscription = g_dbus_connection_signal_subscribe (self->bus, PORTAL_NAME, PORTAL_INTERFACE, "SettingChanged", PORTAL_PATH,
                                                           APPEARANCE, G_DBUS_SIGNAL_FLAGS_NONE,
                                                           setting_changed_cb, self, NULL);
  g_dbus_connection_call (self->bus, PORTAL_NAME, PORTAL_PATH, PORTAL_INTERFACE, "Read",
                          g_variant_new ("(ss)", APPEARANCE, COLOR_SCHEME), G_VARIANT_TYPE ("(v)"),
                          G_DBUS_CALL_FLAGS_NONE, -1, self->cancellable, read_cb, g_object_ref (self));
}

static void
set_choice (DoubletStyleScheme *self,
            const char         *choice)
{
  if (choice == NULL || (!g_str_equal (choice, "light") && !g_str_equal (choice, "dark")))
    choice = "system";
  if (g_strcmp0 (self->choice, choice) == 0)
    return;

  g_free (self->choice);
  self->choice = g_strdup (choice);
  apply (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_CHOICE]);
}

static void
doublet_style_scheme_get_property (GObject    *object,
                                   guint       id,
                                   GValue     *value,
                                   GParamSpec *pspec)
{
  DoubletStyleScheme *self = DOUBLET_STYLE_SCHEME (object);

  if (id == PROP_CHOICE)
    g_value_set_string (value, self->choice);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
doublet_style_scheme_set_property (GObject      *object,
                                   guint         id,
                                   const GValue *value,
                                   GParamSpec   *pspec)
{
  if (id == PROP_CHOICE)
    set_choice (DOUBLET_STYLE_SCHEME (object), g_value_get_string (value));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
doublet_style_scheme_dispose (GObject *object)
{
  DoubletStyleScheme *self = DOUBLET_STYLE_SCHEME (object);

  g_cancellable_cancel (self->cancellable);
  if (self->subscription != 0)
    g_dbus_connection_signal_unsubscribe (self->bus, self->subscription);
  self->subscription = 0;
  g_clear_object (&self->bus);
  g_clear_object (&self->palette);
  G_OBJECT_CLASS (doublet_style_scheme_parent_class)->dispose (object);
}

static void
doublet_style_scheme_finalize (GObject *object)
{
  DoubletStyleScheme *self = DOUBLET_STYLE_SCHEME (object);

  g_clear_object (&self->cancellable);
  g_clear_pointer (&self->choice, g_free);
  G_OBJECT_CLASS (doublet_style_scheme_parent_class)->finalize (object);
}

static void
doublet_style_scheme_class_init (DoubletStyleSchemeClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = doublet_style_scheme_get_property;
  object_class->set_property = doublet_style_scheme_set_property;
  object_class->dispose = doublet_style_scheme_dispose;
  object_class->finalize = doublet_style_scheme_finalize;

  properties[PROP_CHOICE] = g_param_spec_string ("choice", NULL, NULL, "system",
                                                 G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
doublet_style_scheme_init (DoubletStyleScheme *self)
{
  self->choice = g_strdup ("system");
  self->cancellable = g_cancellable_new ();
  self->palette = gtk_css_provider_new ();
}

static void
load_sheets (DoubletStyleScheme *self)
{
  static const char *const sheets[] = { RESOURCES "reading.css", RESOURCES "style.css" };

  gtk_style_context_add_provider_for_display (self->display, GTK_STYLE_PROVIDER (self->palette), GTK_STYLE_PROVIDER_PRIORITY_APPLICATION);
  for (gsize i = 0; i < G_N_ELEMENTS (sheets); i++)
    {
      g_autoptr (GtkCssProvider) sheet = NULL;

      if (!g_resources_get_info (sheets[i], G_RESOURCE_LOOKUP_FLAGS_NONE, NULL, NULL, NULL))
        continue;
      sheet = gtk_css_provider_new ();
      gtk_css_provider_load_from_resource (sheet, sheets[i]);
      gtk_style_context_add_provider_for_display (self->display, GTK_STYLE_PROVIDER (sheet), GTK_STYLE_PROVIDER_PRIORITY_APPLICATION);
    }
}

/**
 * doublet_style_scheme_new:
 * @display: where the windows are
 *
 * Returns: (transfer full): the style of @display, which follows the settings
 */
DoubletStyleScheme *
doublet_style_scheme_new (GdkDisplay *display)
{
  DoubletStyleScheme *self = g_object_new (DOUBLET_TYPE_STYLE_SCHEME, NULL);
  GSettings          *settings = doublet_settings_get ();

  self->display = display;
  load_sheets (self);
  apply (self);
  g_signal_connect_object (gtk_settings_get_for_display (display), "notify::gtk-theme-name", G_CALLBACK (load_palette), self, G_CONNECT_SWAPPED);
  if (settings != NULL)
    g_settings_bind (settings, "style", self, "choice", G_SETTINGS_BIND_DEFAULT);
  g_bus_get (G_BUS_TYPE_SESSION, self->cancellable, bus_cb, g_object_ref (self));
  return self;
}
