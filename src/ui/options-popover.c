/* options-popover.c
 *
 * SPDX-FileCopyrightText: 2026 The Doublet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "options-popover.h"

#include "accessible-name.h"
#include "boilerplate-row.h"
#include "option-settings.h"

#include <glib/gi18n-lib.h>

/* One who holds the button of a number down wants the last of the numbers. */
#define DEBOUNCE_MS 250

typedef struct
{
  DoubletIgnore flag;
  const char   *label; /* with a mnemonic */
  const char   *name;
} IgnoreChoice;

static const IgnoreChoice ignore_choices[] = {
  { DOUBLET_IGNORE_CASE, N_ ("C_apitals"), N_ ("Ignore capitals") },
  { DOUBLET_IGNORE_PUNCTUATION, N_ ("P_unctuation"), N_ ("Ignore punctuation") },
  { DOUBLET_IGNORE_DIACRITICS, N_ ("Acc_ents and other marks on letters"), N_ ("Ignore accents and other marks on letters") },
  { DOUBLET_IGNORE_NUMBERS, N_ ("_Numbers: any is as good as another"), N_ ("Ignore which number it is") },
  { DOUBLET_IGNORE_QUOTATIONS, N_ ("_Quotations: text in quotation marks"), N_ ("Ignore text in quotation marks") },
};

/* What else stands above and below on a screen, a panel and the header bar; and what is
 * scrolled at the least.  Pixels. */
#define AROUND_HEIGHT 140
#define LEAST_HEIGHT 240

struct _DoubletOptionsPopover
{
  GtkPopover parent;

  /* children */
  GtkWidget *scrolled;
  GtkWidget *passages;
  GtkWidget *presets;
  GtkWidget *lengths;
  GtkWidget *words;
  GtkWidget *gap;
  GtkWidget *percent;
  GtkWidget *ignores;
  GtkWidget *reworded;
  GtkWidget *boilerplate;
  GtkWidget *typography;
  GtkWidget *preset_buttons[DOUBLET_N_PRESETS];
  GtkWidget *own_choice; /* never seen: active when no preset is */
  GtkWidget *ignore_buttons[G_N_ELEMENTS (ignore_choices)];

  /* owned */
  DoubletComparison *comparison;

  guint    timeout;
  gboolean updating;
};

G_DEFINE_FINAL_TYPE (DoubletOptionsPopover, doublet_options_popover, GTK_TYPE_POPOVER)

static DoubletOptions
read_controls (DoubletOptionsPopover *self)
{
  DoubletOptions options = *doublet_comparison_get_options (self->comparison);

  options.min_words = gtk_spin_button_get_value_as_int (GTK_SPIN_BUTTON (self->words));
  options.max_gap = gtk_spin_button_get_value_as_int (GTK_SPIN_BUTTON (self->gap));
  options.min_identical = gtk_spin_button_get_value_as_int (GTK_SPIN_BUTTON (self->percent));
  options.passages = gtk_check_button_get_active (GTK_CHECK_BUTTON (self->passages));
  options.reworded = gtk_check_button_get_active (GTK_CHECK_BUTTON (self->reworded));
  options.typography = gtk_check_button_get_active (GTK_CHECK_BUTTON (self->typography));
  options.ignore = DOUBLET_IGNORE_NONE;
  for (gsize i = 0; i < G_N_ELEMENTS (ignore_choices); i++)
    if (gtk_check_button_get_active (GTK_CHECK_BUTTON (self->ignore_buttons[i])))
      options.ignore |= ignore_choices[i].flag;
  return options;
}

static void
show_preset (DoubletOptionsPopover *self,
             const DoubletOptions  *options)
{
  GtkWidget *active = self->own_choice;

  for (DoubletPreset preset = 0; preset < DOUBLET_N_PRESETS; preset++)
    {
      DoubletOptions with_preset = *options;

      doublet_options_apply_preset (&with_preset, preset);
      if (with_preset.min_words == options->min_words && with_preset.max_gap == options->max_gap)
        active = self->preset_buttons[preset];
    }
  gtk_check_button_set_active (GTK_CHECK_BUTTON (active), TRUE);
}

/* All that says how passages are found is of use where they are looked for. */
static void
show_usable (DoubletOptionsPopover *self,
             const DoubletOptions  *options)
{
  GtkWidget *const controls[] = { self->words, self->gap, self->reworded };
  GtkWidget *const with_labels[] = { self->presets, self->lengths, self->ignores, self->boilerplate };

  for (gsize i = 0; i < G_N_ELEMENTS (with_labels); i++)
    gtk_widget_set_sensitive (with_labels[i], options->passages);
  /* A screen reader knows it only of those that are so themselves. */
  for (gsize i = 0; i < G_N_ELEMENTS (controls); i++)
    gtk_widget_set_sensitive (controls[i], options->passages);
  for (gsize i = 0; i < G_N_ELEMENTS (self->preset_buttons); i++)
    gtk_widget_set_sensitive (self->preset_buttons[i], options->passages);
  for (gsize i = 0; i < G_N_ELEMENTS (self->ignore_buttons); i++)
    gtk_widget_set_sensitive (self->ignore_buttons[i], options->passages);
  gtk_widget_set_sensitive (self->percent, options->passages && options->max_gap > 0);
}

static void
show_options (DoubletOptionsPopover *self,
              const DoubletOptions  *options)
{
  self->updating = TRUE;
  gtk_spin_button_set_value (GTK_SPIN_BUTTON (self->words), options->min_words);
  gtk_spin_button_set_value (GTK_SPIN_BUTTON (self->gap), options->max_gap);
  gtk_spin_button_set_value (GTK_SPIN_BUTTON (self->percent), options->min_identical);
  gtk_check_button_set_active (GTK_CHECK_BUTTON (self->passages), options->passages);
  gtk_check_button_set_active (GTK_CHECK_BUTTON (self->reworded), options->reworded);
  gtk_check_button_set_active (GTK_CHECK_BUTTON (self->typography), options->typography);
  for (gsize i = 0; i < G_N_ELEMENTS (ignore_choices); i++)
    gtk_check_button_set_active (GTK_CHECK_BUTTON (self->ignore_buttons[i]), (options->ignore & ignore_choices[i].flag) != 0);
  show_preset (self, options);
  show_usable (self, options);
  self->updating = FALSE;
}

static gboolean
apply_cb (gpointer user_data)
{
  DoubletOptionsPopover *self = user_data;
  DoubletOptions         options = read_controls (self);

  self->timeout = 0;
  doublet_comparison_set_options (self->comparison, &options);
  doublet_option_settings_save (&options);
  return G_SOURCE_REMOVE;
}

static void
changed_cb (DoubletOptionsPopover *self)
{
  if (self->updating)
    return;

  DoubletOptions options = read_controls (self);
  show_options (self, &options);
  g_clear_handle_id (&self->timeout, g_source_remove);
  self->timeout = g_timeout_add (DEBOUNCE_MS, apply_cb, self);
}

static void
preset_toggled_cb (DoubletOptionsPopover *self,
                   GtkCheckButton        *button)
{
  if (self->updating || !gtk_check_button_get_active (button))
    return;

  for (DoubletPreset preset = 0; preset < DOUBLET_N_PRESETS; preset++)
    if (self->preset_buttons[preset] == GTK_WIDGET (button))
      {
        DoubletOptions options = read_controls (self);

        doublet_options_apply_preset (&options, preset);
        show_options (self, &options);
        changed_cb (self);
      }
}

static void
doublet_options_popover_dispose (GObject *object)
{
  DoubletOptionsPopover *self = DOUBLET_OPTIONS_POPOVER (object);

  g_clear_handle_id (&self->timeout, g_source_remove);
  g_clear_object (&self->comparison);
  gtk_widget_dispose_template (GTK_WIDGET (self), DOUBLET_TYPE_OPTIONS_POPOVER);
  G_OBJECT_CLASS (doublet_options_popover_parent_class)->dispose (object);
}

/* All of it is seen where the screen is high enough; elsewhere it scrolls. */
static void
doublet_options_popover_show (GtkWidget *widget)
{
  DoubletOptionsPopover *self = DOUBLET_OPTIONS_POPOVER (widget);
  GtkNative             *native = gtk_widget_get_native (gtk_widget_get_parent (widget));
  GdkSurface            *surface = native != NULL ? gtk_native_get_surface (native) : NULL;
  GdkMonitor            *monitor = surface != NULL ? gdk_display_get_monitor_at_surface (gtk_widget_get_display (widget), surface) : NULL;
  GdkRectangle           place;

  if (monitor != NULL)
    {
      gdk_monitor_get_geometry (monitor, &place);
      gtk_scrolled_window_set_max_content_height (GTK_SCROLLED_WINDOW (self->scrolled), MAX (place.height - AROUND_HEIGHT, LEAST_HEIGHT));
    }
  GTK_WIDGET_CLASS (doublet_options_popover_parent_class)->show (widget);
}

static void
doublet_options_popover_class_init (DoubletOptionsPopoverClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = doublet_options_popover_dispose;
  widget_class->show = doublet_options_popover_show;
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/doublet/Doublet/options-popover.ui");
  gtk_widget_class_bind_template_child (widget_class, DoubletOptionsPopover, scrolled);
  gtk_widget_class_bind_template_child (widget_class, DoubletOptionsPopover, passages);
  gtk_widget_class_bind_template_child (widget_class, DoubletOptionsPopover, presets);
  gtk_widget_class_bind_template_child (widget_class, DoubletOptionsPopover, lengths);
  gtk_widget_class_bind_template_child (widget_class, DoubletOptionsPopover, words);
  gtk_widget_class_bind_template_child (widget_class, DoubletOptionsPopover, gap);
  gtk_widget_class_bind_template_child (widget_class, DoubletOptionsPopover, percent);
  gtk_widget_class_bind_template_child (widget_class, DoubletOptionsPopover, ignores);
  gtk_widget_class_bind_template_child (widget_class, DoubletOptionsPopover, reworded);
  gtk_widget_class_bind_template_child (widget_class, DoubletOptionsPopover, boilerplate);
  gtk_widget_class_bind_template_child (widget_class, DoubletOptionsPopover, typography);
  gtk_widget_class_bind_template_callback (widget_class, changed_cb);
}

/* "General" and what it means. */
static GtkWidget *
make_preset_button (DoubletPreset preset)
{
  DoubletOptions   options;
  GtkWidget       *button = gtk_check_button_new ();
  g_autofree char *meaning = NULL;
  g_autofree char *label = NULL;

  doublet_options_init (&options);
  doublet_options_apply_preset (&options, preset);
  if (options.max_gap == 0)
    meaning = g_strdup_printf (ngettext ("%u word, exactly", "%u words, exactly", options.min_words), options.min_words);
  else
    /* Translators: the least length of a passage in words, and how many words in a row may be changed in it */
    meaning = g_strdup_printf (_ ("%u words, up to %u changed"), options.min_words, options.max_gap);
  /* Translators: the name of a choice, and what it means */
  label = g_strdup_printf (_ ("%s: %s"), doublet_preset_get_name (preset), meaning);
  gtk_check_button_set_label (GTK_CHECK_BUTTON (button), label);
  return button;
}

static void
doublet_options_popover_init (DoubletOptionsPopover *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));

  doublet_accessible_name_set (self->passages, _ ("Shared and repeated passages"));
  doublet_accessible_name_set (self->words, _ ("At least so many words"));
  doublet_accessible_name_set (self->gap, _ ("Up to so many words changed in a row"));
  doublet_accessible_name_set (self->percent, _ ("At least so many percent the same"));
  doublet_accessible_name_set (self->reworded, _ ("Passages that say the same in other words as well"));
  doublet_accessible_name_set (self->typography, _ ("Curly and straight quotation marks, dashes and special spaces"));

  self->updating = TRUE;
  self->own_choice = gtk_check_button_new ();
  gtk_widget_set_visible (self->own_choice, FALSE);
  gtk_box_append (GTK_BOX (self->presets), self->own_choice);
  for (DoubletPreset preset = 0; preset < DOUBLET_N_PRESETS; preset++)
    {
      GtkWidget *button = make_preset_button (preset);

      gtk_check_button_set_group (GTK_CHECK_BUTTON (button), GTK_CHECK_BUTTON (self->own_choice));
      g_signal_connect_swapped (button, "toggled", G_CALLBACK (preset_toggled_cb), self);
      gtk_box_append (GTK_BOX (self->presets), button);
      self->preset_buttons[preset] = button;
    }
  for (gsize i = 0; i < G_N_ELEMENTS (ignore_choices); i++)
    {
      GtkWidget *button = gtk_check_button_new_with_mnemonic (_ (ignore_choices[i].label));

      doublet_accessible_name_set (button, _ (ignore_choices[i].name));
      g_signal_connect_swapped (button, "toggled", G_CALLBACK (changed_cb), self);
      gtk_box_append (GTK_BOX (self->ignores), button);
      self->ignore_buttons[i] = button;
    }
  gtk_spin_button_set_range (GTK_SPIN_BUTTON (self->words), DOUBLET_MIN_WORDS_LOWEST, DOUBLET_MIN_WORDS_HIGHEST);
  gtk_spin_button_set_range (GTK_SPIN_BUTTON (self->gap), 0, DOUBLET_MAX_GAP_HIGHEST);
  gtk_spin_button_set_range (GTK_SPIN_BUTTON (self->percent), DOUBLET_MIN_IDENTICAL_LOWEST, 100);
  self->updating = FALSE;
}

/**
 * doublet_options_popover_new:
 * @comparison: whose options to show and change
 *
 * Returns: a popover
 */
GtkWidget *
doublet_options_popover_new (DoubletComparison *comparison)
{
  DoubletOptionsPopover *self = g_object_new (DOUBLET_TYPE_OPTIONS_POPOVER, NULL);

  self->comparison = g_object_ref (comparison);
  gtk_box_append (GTK_BOX (self->boilerplate), doublet_boilerplate_row_new (comparison));
  doublet_options_popover_update (self);
  return GTK_WIDGET (self);
}

/**
 * doublet_options_popover_update:
 * @self: a popover
 *
 * Shows the options of the comparison, after something else changed them.
 */
void
doublet_options_popover_update (DoubletOptionsPopover *self)
{
  g_return_if_fail (DOUBLET_IS_OPTIONS_POPOVER (self));

  show_options (self, doublet_comparison_get_options (self->comparison));
}
