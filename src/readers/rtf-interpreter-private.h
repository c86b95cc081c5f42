/* rtf-interpreter-private.h
 *
 * SPDX-FileCopyrightText: 2026 The Doublet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "rtf-code-pages.h"
#include "rtf-lexer.h"
#include "rtf-tables.h"
#include "rtf-text.h"
#include "rtf-words.h"

G_BEGIN_DECLS

/* More in one document are not counted. */
#define DOUBLET_RTF_N_LANGUAGES 16

/* Where what is read goes. */
typedef enum
{
  DOUBLET_RTF_TO_TEXT,
  DOUBLET_RTF_TO_NOTHING,
  DOUBLET_RTF_TO_FONTS,
  DOUBLET_RTF_TO_STYLES,
  DOUBLET_RTF_TO_TITLE,
} DoubletRtfDestination;

/* What is true until the group ends. */
typedef struct
{
  DoubletRtfDestination destination;
  DoubletRtfDestination around; /* what stands around what is there in two ways */
  DoubletRtfPlace       place;
  gint32                font;
  gint32                unicode_skip; /* how many characters follow a \u for those who do not know it */
  gint32                language;
  gint32                style;
  gint32                outline_level;
  gint32                list;
  gint32                list_level;
  gint32                first_indent; /* of the paragraph's first line against the others */
  gboolean              in_table;
  gboolean              in_info;
  gboolean              hidden;
  gboolean              deleted;
  gboolean              revised;
} DoubletRtfState;

typedef struct
{
  gint32 number;
  gsize  n_bytes;
} DoubletRtfLanguageUse;

/*
 * A document that is being read.  rtf-document.c goes through it, rtf-properties.c keeps
 * what its words say, rtf-characters.c makes text of its bytes.
 */
typedef struct
{
  GArray               *outer; /* DoubletRtfState, of the groups around */
  DoubletRtfState       state;
  gsize                 too_deep; /* groups beyond MAX_DEPTH */
  DoubletCodePages     *pages;
  DoubletRtfTables     *tables;
  DoubletRtfText       *text;
  GByteArray           *gathered;
  GString              *title;
  guint                 page; /* the document's */
  gint32                default_font;
  gint32                default_language;
  DoubletRtfLanguageUse languages[DOUBLET_RTF_N_LANGUAGES];
  gint32                to_skip;   /* characters after a \u */
  gunichar              surrogate; /* the first half of a pair, or 0 */
  gboolean              numbered;  /* the open paragraph has an automatic number */
  gboolean              star;      /* \* came just before */
  gboolean              nested_too_deeply;
  gboolean              closed;
  gboolean              original; /* as before the tracked changes */
} DoubletRtfInterpreter;

void doublet_rtf_interpreter_drop_surrogate (DoubletRtfInterpreter *self);
void doublet_rtf_interpreter_flush (DoubletRtfInterpreter *self);
void doublet_rtf_interpreter_end_table_entry (DoubletRtfInterpreter *self);
void doublet_rtf_interpreter_add_bytes (DoubletRtfInterpreter *self,
                                        const guint8          *bytes,
                                        gsize                  n_bytes);
void doublet_rtf_interpreter_add_character (DoubletRtfInterpreter *self,
                                            gunichar               c);
void doublet_rtf_interpreter_add_unicode (DoubletRtfInterpreter *self,
                                          gint32                 number);
void doublet_rtf_interpreter_end_paragraph (DoubletRtfInterpreter *self,
                                            gboolean               is_cell);
void doublet_rtf_interpreter_meet_tab (DoubletRtfInterpreter *self);
void doublet_rtf_interpreter_meet_paragraph_end (DoubletRtfInterpreter *self);
void doublet_rtf_interpreter_begin_destination (DoubletRtfInterpreter *self,
                                                DoubletRtfAction       action);
void doublet_rtf_interpreter_reset_paragraph (DoubletRtfState *state);
void doublet_rtf_interpreter_take_property (DoubletRtfInterpreter *self,
                                            DoubletRtfAction       action,
                                            guint                  value,
                                            const DoubletRtfToken *token);

G_END_DECLS
