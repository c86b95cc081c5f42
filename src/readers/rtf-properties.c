/* rtf-properties.c
 *
 * SPDX-FileCopyrightText: 2026 The Doublet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "rtf-interpreter-private.h"

#define NOT_SET -1

void
doublet_rtf_interpreter_begin_destination (DoubletRtfInterpreter *self,
                                           DoubletRtfAction       action)
{
  DoubletRtfState *state = &self->state;

  /* What stands inside of what is skipped is skipped as well, unless it is there in
   * two ways. */
  if (action == DOUBLET_RTF_UNICODE_WAY)
    state->destination = state->around;
  else if (action == DOUBLET_RTF_TITLE && state->in_info)
    state->destination = DOUBLET_RTF_TO_TITLE;
  if (state->destination == DOUBLET_RTF_TO_NOTHING)
    return;

  switch ((int)action)
    {
    case DOUBLET_RTF_FONTS:
      state->destination = DOUBLET_RTF_TO_FONTS;
      break;
    case DOUBLET_RTF_STYLES:
      state->destination = DOUBLET_RTF_TO_STYLES;
      break;
    case DOUBLET_RTF_INFO:
      state->destination = DOUBLET_RTF_TO_NOTHING;
      state->in_info = TRUE;
      break;
    case DOUBLET_RTF_NOTE:
      state->place = DOUBLET_RTF_NOTES;
      break;
    case DOUBLET_RTF_BOX:
      state->place = state->place == DOUBLET_RTF_NOTES ? DOUBLET_RTF_NOTES : DOUBLET_RTF_BOXES;
      break;
    case DOUBLET_RTF_AUTOMATIC_NUMBER:
      self->numbered |= state->destination == DOUBLET_RTF_TO_TEXT;
      state->destination = DOUBLET_RTF_TO_NOTHING;
      break;
    case DOUBLET_RTF_TWO_WAYS:
      state->around = state->destination;
      state->destination = DOUBLET_RTF_TO_NOTHING;
      break;
    case DOUBLET_RTF_SKIP:
      state->destination = DOUBLET_RTF_TO_NOTHING;
      state->around = DOUBLET_RTF_TO_NOTHING;
      break;
    default:
      break;
    }
}

void
doublet_rtf_interpreter_reset_paragraph (DoubletRtfState *state)
{
  state->style = 0;
  state->outline_level = NOT_SET;
  state->list = 0;
  state->list_level = 0;
  state->first_indent = 0;
  state->in_table = FALSE;
}

static void
reset_characters (DoubletRtfInterpreter *self)
{
  self->state.font = self->default_font;
  self->state.language = self->default_language;
  self->state.hidden = FALSE;
  self->state.deleted = FALSE;
  self->state.revised = FALSE;
}

static void
choose_font (DoubletRtfInterpreter *self,
             gint32                 font)
{
  if (self->state.destination == DOUBLET_RTF_TO_FONTS)
    doublet_rtf_tables_begin_font (self->tables, font);
  else
    self->state.font = font;
}

static void
choose_style (DoubletRtfInterpreter *self,
              gint32                 style)
{
  if (self->state.destination == DOUBLET_RTF_TO_STYLES)
    doublet_rtf_tables_begin_style (self->tables, style);
  else
    self->state.style = style;
}

static void
choose_outline_level (DoubletRtfInterpreter *self,
                      gint32                 level)
{
  if (self->state.destination == DOUBLET_RTF_TO_STYLES)
    doublet_rtf_tables_set_outline_level (self->tables, level);
  else
    self->state.outline_level = level;
}

static gboolean
is_on (const DoubletRtfToken *token)
{
  return !token->has_number || token->number != 0;
}

/* What is said of the document, of its tables and of how it looks from here on. */
void
doublet_rtf_interpreter_take_property (DoubletRtfInterpreter *self,
                                       DoubletRtfAction       action,
                                       guint                  value,
                                       const DoubletRtfToken *token)
{
  DoubletRtfState *state = &self->state;

  switch ((int)action)
    {
    case DOUBLET_RTF_PAGE:
      self->page = value;
      break;
    case DOUBLET_RTF_ANSI_PAGE:
      if (token->number > 0)
        self->page = (guint)token->number;
      break;
    case DOUBLET_RTF_DEFAULT_FONT:
      self->default_font = state->font = token->number;
      break;
    case DOUBLET_RTF_DEFAULT_LANGUAGE:
      self->default_language = state->language = token->number;
      break;
    case DOUBLET_RTF_FONT:
      choose_font (self, token->number);
      break;
    case DOUBLET_RTF_FONT_CHARSET:
      doublet_rtf_tables_set_font_charset (self->tables, token->number);
      break;
    case DOUBLET_RTF_FONT_PAGE:
      doublet_rtf_tables_set_font_code_page (self->tables, (guint)MAX (token->number, 0));
      break;
    case DOUBLET_RTF_STYLE:
      choose_style (self, token->number);
      break;
    case DOUBLET_RTF_BASED_ON:
      doublet_rtf_tables_set_based_on (self->tables, token->number);
      break;
    case DOUBLET_RTF_OUTLINE_LEVEL:
      choose_outline_level (self, token->number);
      break;
    case DOUBLET_RTF_LIST:
      state->list = token->number;
      break;
    case DOUBLET_RTF_LIST_LEVEL:
      state->list_level = token->number;
      break;
    case DOUBLET_RTF_FIRST_INDENT:
      state->first_indent = token->number;
      break;
    case DOUBLET_RTF_IN_TABLE:
      state->in_table = is_on (token);
      break;
    case DOUBLET_RTF_RESET_PARAGRAPH:
      doublet_rtf_interpreter_reset_paragraph (state);
      break;
    case DOUBLET_RTF_RESET_CHARACTERS:
      reset_characters (self);
      break;
    case DOUBLET_RTF_HIDDEN:
      state->hidden = is_on (token);
      break;
    case DOUBLET_RTF_DELETED:
      state->deleted = is_on (token);
      break;
    case DOUBLET_RTF_REVISED:
      state->revised = is_on (token);
      break;
    case DOUBLET_RTF_LANGUAGE:
      state->language = token->number;
      break;
    case DOUBLET_RTF_UNICODE_SKIP:
      state->unicode_skip = CLAMP (token->number, 0, G_MAXINT16);
      break;
    default:
      break;
    }
}
