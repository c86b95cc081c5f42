/* rtf-characters.c
 *
 * SPDX-FileCopyrightText: 2026 The Doublet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "rtf-interpreter-private.h"

/*
 * Bytes are gathered until anything else comes: in the East Asian code pages a
 * character can be written half as \'hh and half as it is.
 */

/* What says that no language is meant. */
#define NO_LANGUAGE 1024

static gboolean
is_visible (const DoubletRtfInterpreter *self)
{
  const DoubletRtfState *state = &self->state;

  return !state->hidden && !(self->original ? state->revised : state->deleted);
}

/* Where text goes at this moment, or NULL. */
static GString *
find_target (DoubletRtfInterpreter *self)
{
  if (self->too_deep > 0)
    return NULL;
  if (self->state.destination == DOUBLET_RTF_TO_TITLE)
    return self->title;
  if (self->state.destination == DOUBLET_RTF_TO_TEXT && is_visible (self))
    return doublet_rtf_text_get_open (self->text, self->state.place);
  return NULL;
}

static guint
find_page (const DoubletRtfInterpreter *self)
{
  guint page = doublet_rtf_tables_get_code_page (self->tables, self->state.font);

  return page != 0 ? page : self->page;
}

static void
count_language (DoubletRtfInterpreter *self,
                gsize                  n_bytes)
{
  if (self->state.destination != DOUBLET_RTF_TO_TEXT || self->state.language == NO_LANGUAGE || self->state.language <= 0)
    return;

  for (guint i = 0; i < DOUBLET_RTF_N_LANGUAGES; i++)
    if (self->languages[i].number == self->state.language || self->languages[i].n_bytes == 0)
      {
        self->languages[i].number = self->state.language;
        self->languages[i].n_bytes += n_bytes;
        return;
      }
}

static void
append_character (DoubletRtfInterpreter *self,
                  gunichar               c)
{
  GString *target = find_target (self);

  if (target != NULL)
    g_string_append_unichar (target, c);
}

void
doublet_rtf_interpreter_drop_surrogate (DoubletRtfInterpreter *self)
{
  if (self->surrogate != 0)
    append_character (self, 0xfffd);
  self->surrogate = 0;
}

void
doublet_rtf_interpreter_flush (DoubletRtfInterpreter *self)
{
  GString *target;

  if (self->gathered->len == 0)
    return;

  doublet_rtf_interpreter_drop_surrogate (self);
  target = find_target (self);
  if (target != NULL)
    {
      doublet_code_pages_decode (self->pages, find_page (self), self->gathered->data, self->gathered->len, target);
      count_language (self, self->gathered->len);
    }
  g_byte_array_set_size (self->gathered, 0);
}

void
doublet_rtf_interpreter_end_table_entry (DoubletRtfInterpreter *self)
{
  if (self->state.destination == DOUBLET_RTF_TO_FONTS)
    doublet_rtf_tables_end_font (self->tables);
  else if (self->state.destination == DOUBLET_RTF_TO_STYLES)
    doublet_rtf_tables_end_style (self->tables);
}

void
doublet_rtf_interpreter_add_bytes (DoubletRtfInterpreter *self,
                                   const guint8          *bytes,
                                   gsize                  n_bytes)
{
  gsize skipped = MIN (n_bytes, (gsize)self->to_skip);

  self->to_skip -= (gint32)skipped;
  bytes += skipped;
  n_bytes -= skipped;
  if (n_bytes == 0 || self->too_deep > 0)
    return;

  switch (self->state.destination)
    {
    case DOUBLET_RTF_TO_TEXT:
    case DOUBLET_RTF_TO_TITLE:
      g_byte_array_append (self->gathered, bytes, (guint)n_bytes);
      break;
    case DOUBLET_RTF_TO_FONTS:
    case DOUBLET_RTF_TO_STYLES:
      doublet_rtf_tables_add_name (self->tables, bytes, n_bytes);
      if (bytes[n_bytes - 1] == ';')
        doublet_rtf_interpreter_end_table_entry (self);
      break;
    case DOUBLET_RTF_TO_NOTHING:
    default:
      break;
    }
}

void
doublet_rtf_interpreter_add_character (DoubletRtfInterpreter *self,
                                       gunichar               c)
{
  doublet_rtf_interpreter_flush (self);
  if (self->to_skip > 0)
    {
      self->to_skip--;
      return;
    }
  doublet_rtf_interpreter_drop_surrogate (self);
  append_character (self, c);
}

void
doublet_rtf_interpreter_add_unicode (DoubletRtfInterpreter *self,
                                     gint32                 number)
{
  gunichar c = (gunichar)(number < 0 ? number + 0x10000 : number);
  guint    page = find_page (self);

  self->to_skip = self->state.unicode_skip;
  if (self->surrogate != 0 && c >= 0xdc00 && c <= 0xdfff)
    {
      append_character (self, 0x10000 + ((self->surrogate - 0xd800) << 10) + (c - 0xdc00));
      self->surrogate = 0;
      return;
    }

  doublet_rtf_interpreter_drop_surrogate (self);
  if (c >= 0xd800 && c <= 0xdbff)
    self->surrogate = c;
  else if (c > 0xf000 && c <= 0xf0ff && page == DOUBLET_CODE_PAGE_SYMBOL)
    append_character (self, doublet_code_page_get_symbol (page, (guint8)(c & 0xff)));
  else
    append_character (self, c != 0 && g_unichar_validate (c) ? c : 0xfffd);
  count_language (self, 1);
}

void
doublet_rtf_interpreter_end_paragraph (DoubletRtfInterpreter *self,
                                       gboolean               is_cell)
{
  const DoubletRtfState *state = &self->state;
  DoubletRtfStyle        style = doublet_rtf_tables_get_style (self->tables, state->style);
  DoubletBlockKind       kind = style.kind;
  guint                  level = style.level;

  if (is_cell || state->in_table)
    {
      kind = DOUBLET_BLOCK_TABLE_CELL;
      level = 0;
    }
  else if (state->outline_level >= 0 && state->outline_level < 9)
    {
      kind = DOUBLET_BLOCK_HEADING;
      level = (guint)state->outline_level + 1;
    }
  else if (kind != DOUBLET_BLOCK_HEADING && (state->list > 0 || self->numbered || kind == DOUBLET_BLOCK_LIST_ITEM))
    {
      kind = DOUBLET_BLOCK_LIST_ITEM;
      level = (guint)CLAMP (state->list_level, 0, 8) + 1;
    }

  doublet_rtf_text_end_paragraph (self->text, state->place, kind, level);
  self->numbered = FALSE;
}

/* Programs without lists write their bullets and numbers as text that hangs before the
 * paragraph: these are no more text than automatic ones. */
void
doublet_rtf_interpreter_meet_tab (DoubletRtfInterpreter *self)
{
  const DoubletRtfState *state = &self->state;

  if (state->destination == DOUBLET_RTF_TO_TEXT && self->too_deep == 0 && self->to_skip == 0 && is_visible (self) &&
      state->first_indent < 0 && doublet_rtf_text_drop_label (self->text, state->place))
    self->numbered = TRUE;
  else
    doublet_rtf_interpreter_add_character (self, ' ');
}

void
doublet_rtf_interpreter_meet_paragraph_end (DoubletRtfInterpreter *self)
{
  /* Whoever forgot the fallback did not mean to lose this. */
  self->to_skip = 0;

  /* The mark of a deleted or hidden paragraph is gone with it: it runs into the next. */
  if (self->state.destination == DOUBLET_RTF_TO_TEXT && self->too_deep == 0 && is_visible (self))
    doublet_rtf_interpreter_end_paragraph (self, FALSE);
  else if (self->state.destination == DOUBLET_RTF_TO_TITLE)
    g_string_append_c (self->title, ' ');
}
