/* file-watch.c
 *
 * SPDX-FileCopyrightText: 2026 The Doublet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "file-watch.h"

#include "file-input.h"

/* Each takes one of the few watches that a desktop gives a program. */
#define MAX_WATCHED 100

/* Which file a monitor is for. */
#define WATCHED "doublet-watched"

struct _DoubletFileWatch
{
  GObject parent;

  /* owned */
  GHashTable *monitors; /* of GFileMonitor by GFile */
};

enum
{
  CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (DoubletFileWatch, doublet_file_watch, G_TYPE_OBJECT)

/* Programs save in three ways: into the file; into a new one that gets its name; or they
 * first give the old one another name.  When its name was given away, a new file follows. */
static gboolean
is_news (GFile            *watched,
         GFile            *file,
         GFile            *other,
         GFileMonitorEvent event)
{
  switch ((int)event)
    {
    case G_FILE_MONITOR_EVENT_CHANGES_DONE_HINT:
    case G_FILE_MONITOR_EVENT_MOVED_IN:
      return g_file_equal (file, watched);
    case G_FILE_MONITOR_EVENT_RENAMED:
      return other != NULL && g_file_equal (other, watched);
    default:
      return FALSE;
    }
}

static void
file_changed_cb (DoubletFileWatch *self,
                 GFile            *file,
                 GFile            *other,
                 GFileMonitorEvent event,
                 GFileMonitor     *monitor)
{
  GFile *watched = g_object_get_data (G_OBJECT (monitor), WATCHED);

  if (is_news (watched, file, other, event))
    g_signal_emit (self, signals[CHANGED], 0, watched);
}

static void
drop_monitor (gpointer data)
{
  g_file_monitor_cancel (data);
  g_object_unref (data);
}

static void
doublet_file_watch_dispose (GObject *object)
{
  DoubletFileWatch *self = DOUBLET_FILE_WATCH (object);

  g_clear_pointer (&self->monitors, g_hash_table_unref);
  G_OBJECT_CLASS (doublet_file_watch_parent_class)->dispose (object);
}

static void
doublet_file_watch_class_init (DoubletFileWatchClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = doublet_file_watch_dispose;

  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                                   0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_FILE);
}

static void
doublet_file_watch_init (DoubletFileWatch *self)
{
  self->monitors = g_hash_table_new_full (g_file_hash, (GEqualFunc)g_file_equal, g_object_unref, drop_monitor);
}

/**
 * doublet_file_watch_new:
 *
 * Returns: (transfer full): a watch over nothing yet
 */
DoubletFileWatch *
doublet_file_watch_new (void)
{
  return g_object_new (DOUBLET_TYPE_FILE_WATCH, NULL);
}

/**
 * doublet_file_watch_update:
 * @self: a watch
 * @comparison: what to watch over
 *
 * Watches the files that @comparison has now.
 */
void
doublet_file_watch_update (DoubletFileWatch  *self,
                           DoubletComparison *comparison)
{
  g_return_if_fail (DOUBLET_IS_FILE_WATCH (self));

  guint       n_inputs = doublet_comparison_get_n_inputs (comparison);
  GHashTable *monitors = g_hash_table_new_full (g_file_hash, (GEqualFunc)g_file_equal, g_object_unref, drop_monitor);

  for (guint i = 0; i < n_inputs && g_hash_table_size (monitors) < MAX_WATCHED; i++)
    {
      g_autoptr (GFile) file = doublet_file_input_dup_file (doublet_comparison_get_input (comparison, i));
      GFileMonitor *monitor = NULL;
      gpointer      key;
      gpointer      value;

      if (file == NULL || g_hash_table_contains (monitors, file))
        continue;
      if (g_hash_table_steal_extended (self->monitors, file, &key, &value))
        {
          g_hash_table_insert (monitors, key, value);
          continue;
        }
      monitor = g_file_monitor_file (file, G_FILE_MONITOR_WATCH_MOVES, NULL, NULL);
      if (monitor == NULL)
        continue;
      g_object_set_data_full (G_OBJECT (monitor), WATCHED, g_object_ref (file), g_object_unref);
      g_signal_connect_object (monitor, "changed", G_CALLBACK (file_changed_cb), self, G_CONNECT_SWAPPED);
      g_hash_table_insert (monitors, g_object_ref (file), monitor);
    }
  g_hash_table_unref (self->monitors);
  self->monitors = monitors;
}
