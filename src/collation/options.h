/* options.h
 *
 * SPDX-FileCopyrightText: 2026 The Doublet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "corpus.h"
#include "passage-finder.h"

G_BEGIN_DECLS

/* The limits of what a person may ask for; beyond them a result says nothing. */
#define DOUBLET_MIN_WORDS_LOWEST 2
#define DOUBLET_MIN_WORDS_HIGHEST 100
#define DOUBLET_MAX_GAP_HIGHEST 10
#define DOUBLET_MIN_IDENTICAL_LOWEST 50

typedef enum
{
  DOUBLET_PRESET_GENERAL, /* 6 words, gap 2 */
  DOUBLET_PRESET_EXACT,   /* 8, 0 */
  DOUBLET_PRESET_MOVED,   /* 10, 2: left over from moving text */
  DOUBLET_PRESET_PHRASES, /* 4, 0: favourite phrases */
  DOUBLET_N_PRESETS,
} DoubletPreset;

/* Everything a person can choose about a comparison. */
typedef struct
{
  guint         min_words;
  guint         max_gap;
  guint         min_identical; /* percent */
  DoubletIgnore ignore;
  gboolean      typography;
  gboolean      passages; /* shared and repeated ones are looked for; if not, differences are all that is */
  gboolean      reworded; /* so is what says the same in other words, if passages are */
} DoubletOptions;

void        doublet_options_init (DoubletOptions *self);
void        doublet_options_apply_preset (DoubletOptions *self,
                                          DoubletPreset   preset);
gboolean    doublet_options_find_reworded (const DoubletOptions *self);
gboolean    doublet_options_equal (const DoubletOptions *self,
                                   const DoubletOptions *other);
const char *doublet_preset_get_id (DoubletPreset preset);
const char *doublet_preset_get_name (DoubletPreset preset);
gboolean    doublet_preset_from_id (const char    *id,
                                    DoubletPreset *preset);
char       *doublet_ignore_to_string (DoubletIgnore ignore);
gboolean    doublet_ignore_from_string (const char    *list,
                                        DoubletIgnore *ignore,
                                        GError       **error);

G_END_DECLS
