/* rtf-tables.h
 *
 * SPDX-FileCopyrightText: 2026 The Doublet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "article.h"

G_BEGIN_DECLS

/* What a style makes of a paragraph. */
typedef struct
{
  DoubletBlockKind kind;
  guint            level;
} DoubletRtfStyle;

/*
 * The tables of fonts and of styles.  Each is filled entry by entry: begin, what is
 * said of the entry, its name, end.
 */
typedef struct _DoubletRtfTables DoubletRtfTables;

DoubletRtfTables *doublet_rtf_tables_new (void);
void              doublet_rtf_tables_free (DoubletRtfTables *self);

void  doublet_rtf_tables_begin_font (DoubletRtfTables *self,
                                     int               font);
void  doublet_rtf_tables_set_font_charset (DoubletRtfTables *self,
                                           int               charset);
void  doublet_rtf_tables_set_font_code_page (DoubletRtfTables *self,
                                             guint             code_page);
void  doublet_rtf_tables_end_font (DoubletRtfTables *self);
guint doublet_rtf_tables_get_code_page (const DoubletRtfTables *self,
                                        int                     font);

void            doublet_rtf_tables_begin_style (DoubletRtfTables *self,
                                                int               style);
void            doublet_rtf_tables_set_outline_level (DoubletRtfTables *self,
                                                      int               level);
void            doublet_rtf_tables_set_based_on (DoubletRtfTables *self,
                                                 int               style);
void            doublet_rtf_tables_end_style (DoubletRtfTables *self);
DoubletRtfStyle doublet_rtf_tables_get_style (const DoubletRtfTables *self,
                                              int                     style);

void doublet_rtf_tables_add_name (DoubletRtfTables *self,
                                  const guint8     *bytes,
                                  gsize             n_bytes);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DoubletRtfTables, doublet_rtf_tables_free)

G_END_DECLS
