/* overview-strip.h
 *
 * SPDX-FileCopyrightText: 2026 The Doublet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Which part of the strip's width a mark takes: another sign beside colour. */
typedef enum
{
  DOUBLET_STRIP_ACROSS,
  DOUBLET_STRIP_LEFT,
  DOUBLET_STRIP_RIGHT,
} DoubletStripSide;

/* Something of an article in its strip; fractions of the whole height. */
typedef struct
{
  float            top;
  float            bottom;
  GdkRGBA          color;
  DoubletStripSide side;
  guint            rank; /* where marks clash the lowest wins */
} DoubletStripMark;

#define DOUBLET_TYPE_OVERVIEW_STRIP (doublet_overview_strip_get_type ())

/*
 * A whole article at a glance: its marks from top to bottom and a handle where the
 * reading view is.
 *
 * Signal "jump" (double fraction): a person wants to be there.
 */
G_DECLARE_FINAL_TYPE (DoubletOverviewStrip, doublet_overview_strip, DOUBLET, OVERVIEW_STRIP, GtkWidget)

GtkWidget *doublet_overview_strip_new (const char *letter,
                                       const char *name);
void       doublet_overview_strip_set_marks (DoubletOverviewStrip *self,
                                             GArray               *marks,
                                             double                length);
void       doublet_overview_strip_set_adjustment (DoubletOverviewStrip *self,
                                                  GtkAdjustment        *adjustment);

G_END_DECLS
