/* docx-styles.c
 *
 * SPDX-FileCopyrightText: 2026 The Doublet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "docx-styles.h"

#include <string.h>

/*
 * Which paragraphs are headings, list items, quotations and captions, and which text is
 * hidden, as far as styles say it.  The ids of styles are translated by Word, their
 * names of the built-in ones are not.
 */

#define WORD "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
#define WORD_STRICT "http://purl.oclc.org/ooxml/wordprocessingml/main"

/* Word's own limit on how far styles inherit is 11; this one also ends circles. */
#define MAX_INHERITANCE 32

/* The outline levels that are headings; 9 is body text. */
#define N_OUTLINE_LEVELS 9

typedef enum
{
  UNSET,
  OFF,
  ON,
} Toggle;

typedef struct
{
  char            *name;
  char            *based_on;
  int              outline_level; /* from 0; -1 if it says nothing */
  int              list_level;    /* from 0; -1 if it says nothing */
  Toggle           is_list;
  Toggle           is_hidden;
  char            *languages[DOUBLET_DOCX_N_SCRIPTS]; /* (nullable) */
  gboolean         is_resolved;
  DoubletDocxStyle resolved;
} Style;

struct _DoubletDocxStyles
{
  GHashTable *styles;            /* owned id -> owned Style */
  Style      *default_paragraph; /* (nullable), borrowed */
  char       *languages[DOUBLET_DOCX_N_SCRIPTS];
};

static void
clear_languages (char *languages[DOUBLET_DOCX_N_SCRIPTS])
{
  for (guint i = 0; i < DOUBLET_DOCX_N_SCRIPTS; i++)
    g_free (languages[i]);
}

static void
free_style (gpointer data)
{
  Style *style = data;

  clear_languages (style->languages);

  g_free (style->name);
  g_free (style->based_on);
  g_free (style);
}

/**
 * doublet_docx_is_word:
 * @stream: a stream at a start or an end
 *
 * Returns: whether the element is one of WordprocessingML
 */
gboolean
doublet_docx_is_word (const DoubletXmlStream *stream)
{
  const char *uri = doublet_xml_stream_get_namespace (stream);

  return strcmp (uri, WORD) == 0 || strcmp (uri, WORD_STRICT) == 0;
}

/**
 * doublet_docx_is_on:
 * @stream: a stream at the start of a property that is on or off
 *
 * Returns: which of both
 */
gboolean
doublet_docx_is_on (const DoubletXmlStream *stream)
{
  g_autofree char *value = doublet_xml_stream_dup_attribute (stream, "val");

  return value == NULL ||
         (strcmp (value, "0") != 0 && strcmp (value, "false") != 0 && strcmp (value, "off") != 0);
}

/**
 * doublet_docx_read_languages:
 * @stream: a stream at the start of a w:lang
 * @languages: (inout): owned, (nullable): those that are not known yet are filled in
 */
void
doublet_docx_read_languages (const DoubletXmlStream *stream,
                             char                   *languages[DOUBLET_DOCX_N_SCRIPTS])
{
  static const char *const names[DOUBLET_DOCX_N_SCRIPTS] = { "val", "eastAsia", "bidi" };

  for (guint i = 0; i < DOUBLET_DOCX_N_SCRIPTS; i++)
    {
      g_autofree char *language = doublet_xml_stream_dup_attribute (stream, names[i]);

      /* "x-none" is Word's word for no language at all. */
      if (languages[i] == NULL && language != NULL && *language != '\0' && strcmp (language, "x-none") != 0)
        languages[i] = g_steal_pointer (&language);
    }
}

static int
get_number (const DoubletXmlStream *stream)
{
  g_autofree char *value = doublet_xml_stream_dup_attribute (stream, "val");

  return value != NULL ? (int)CLAMP (g_ascii_strtoll (value, NULL, 10), -1, 1000) : -1;
}

static void
read_property (DoubletXmlStream *stream,
               Style            *style)
{
  const char *name = doublet_xml_stream_get_name (stream);

  if (strcmp (name, "name") == 0 && style->name == NULL)
    style->name = doublet_xml_stream_dup_attribute (stream, "val");
  else if (strcmp (name, "basedOn") == 0 && style->based_on == NULL)
    style->based_on = doublet_xml_stream_dup_attribute (stream, "val");
  else if (strcmp (name, "outlineLvl") == 0)
    style->outline_level = get_number (stream);
  else if (strcmp (name, "ilvl") == 0)
    style->list_level = get_number (stream);
  else if (strcmp (name, "numId") == 0)
    style->is_list = get_number (stream) != 0 ? ON : OFF;
  else if (strcmp (name, "vanish") == 0)
    style->is_hidden = doublet_docx_is_on (stream) ? ON : OFF;
  else if (strcmp (name, "lang") == 0)
    doublet_docx_read_languages (stream, style->languages);
}

static void
read_style (DoubletDocxStyles *self,
            DoubletXmlStream  *stream)
{
  char            *id = doublet_xml_stream_dup_attribute (stream, "styleId");
  Style           *style;
  guint            depth = doublet_xml_stream_get_depth (stream);
  g_autofree char *type = doublet_xml_stream_dup_attribute (stream, "type");
  g_autofree char *is_default = doublet_xml_stream_dup_attribute (stream, "default");

  if (id == NULL || g_hash_table_contains (self->styles, id))
    {
      g_free (id);
      return;
    }

  style = g_new0 (Style, 1);
  style->outline_level = style->list_level = -1;
  g_hash_table_insert (self->styles, id, style);
  if (g_strcmp0 (type, "paragraph") == 0 && is_default != NULL &&
      (strcmp (is_default, "1") == 0 || strcmp (is_default, "true") == 0 || strcmp (is_default, "on") == 0))
    self->default_paragraph = style;

  while (doublet_xml_stream_get_depth (stream) >= depth)
    {
      DoubletXmlEvent event = doublet_xml_stream_next (stream);

      if (event == DOUBLET_XML_DONE)
        return;
      if (event != DOUBLET_XML_START)
        continue;
      /* What holds for parts of a table only, and what held before a change. */
      if (strcmp (doublet_xml_stream_get_name (stream), "tblStylePr") == 0 ||
          g_str_has_suffix (doublet_xml_stream_get_name (stream), "Change"))
        doublet_xml_stream_skip (stream);
      else
        read_property (stream, style);
    }
}

/**
 * doublet_docx_styles_new:
 * @part: (nullable): what the styles' part holds
 * @progress: (nullable): whom to ask whether to stop
 *
 * Never fails: without styles, paragraphs are paragraphs.
 *
 * Returns: (transfer full): the styles
 */
DoubletDocxStyles *
doublet_docx_styles_new (GBytes                *part,
                         const DoubletProgress *progress)
{
  DoubletDocxStyles *self = g_new0 (DoubletDocxStyles, 1);
  g_autoptr (DoubletXmlStream) stream = NULL;
  DoubletXmlEvent event;

  self->styles = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, free_style);
  if (part == NULL)
    return self;

  stream = doublet_xml_stream_new (part, DOUBLET_XML_STRICT, progress);
  while ((event = doublet_xml_stream_next (stream)) != DOUBLET_XML_DONE)
    {
      const char *name = doublet_xml_stream_get_name (stream);

      if (event != DOUBLET_XML_START || !doublet_docx_is_word (stream))
        continue;
      if (strcmp (name, "style") == 0)
        read_style (self, stream);
      /* Outside of styles there is one only: that of the document's defaults. */
      else if (strcmp (name, "lang") == 0)
        doublet_docx_read_languages (stream, self->languages);
    }
  return self;
}

/**
 * doublet_docx_styles_free:
 * @self: (transfer full): styles
 */
void
doublet_docx_styles_free (DoubletDocxStyles *self)
{
  g_hash_table_unref (self->styles);
  clear_languages (self->languages);
  g_free (self);
}

static gboolean
is_named (const char *name,
          const char *wanted)
{
  return name != NULL && g_ascii_strcasecmp (name, wanted) == 0;
}

/* What the name alone says; FALSE if nothing.  LibreOffice has names of its own. */
static gboolean
classify_by_name (const char       *name,
                  DoubletDocxStyle *result)
{
  if (name == NULL)
    return FALSE;

  if (g_ascii_strncasecmp (name, "heading ", 8) == 0 && g_ascii_isdigit (name[8]))
    *result = (DoubletDocxStyle){ DOUBLET_BLOCK_HEADING, CLAMP (g_ascii_digit_value (name[8]), 1, N_OUTLINE_LEVELS) };
  else if (is_named (name, "title"))
    *result = (DoubletDocxStyle){ DOUBLET_BLOCK_HEADING, 1 };
  else if (is_named (name, "quote") || is_named (name, "quotations") || is_named (name, "intense quote") || is_named (name, "block text"))
    *result = (DoubletDocxStyle){ DOUBLET_BLOCK_QUOTATION, 0 };
  else if (is_named (name, "caption"))
    *result = (DoubletDocxStyle){ DOUBLET_BLOCK_CAPTION, 0 };
  else
    return FALSE;
  return TRUE;
}

static void
resolve (DoubletDocxStyles *self,
         Style             *style)
{
  DoubletDocxStyle *result = &style->resolved;
  const Style      *ancestor = style;
  Toggle            is_list = UNSET;
  Toggle            is_hidden = UNSET;
  int               outline_level = -1;
  int               list_level = -1;
  gboolean          is_classified = FALSE;
  const char       *languages[DOUBLET_DOCX_N_SCRIPTS] = { NULL };

  for (guint i = 0; i < MAX_INHERITANCE && ancestor != NULL; i++)
    {
      if (outline_level < 0)
        outline_level = ancestor->outline_level;
      if (list_level < 0)
        list_level = ancestor->list_level;
      if (is_list == UNSET)
        is_list = ancestor->is_list;
      if (is_hidden == UNSET)
        is_hidden = ancestor->is_hidden;
      if (!is_classified)
        is_classified = classify_by_name (ancestor->name, result);
      for (guint j = 0; j < DOUBLET_DOCX_N_SCRIPTS; j++)
        if (languages[j] == NULL)
          languages[j] = ancestor->languages[j];
      ancestor = ancestor->based_on != NULL ? g_hash_table_lookup (self->styles, ancestor->based_on) : NULL;
    }

  if (outline_level >= 0 && outline_level < N_OUTLINE_LEVELS)
    *result = (DoubletDocxStyle){ DOUBLET_BLOCK_HEADING, (guint)outline_level + 1 };
  else if (result->kind == DOUBLET_BLOCK_PARAGRAPH && is_list == ON)
    *result = (DoubletDocxStyle){ DOUBLET_BLOCK_LIST_ITEM, (guint)MAX (list_level, 0) + 1 };
  result->is_hidden = is_hidden == ON;
  memcpy (result->languages, languages, sizeof languages);
  style->is_resolved = TRUE;
}

/**
 * doublet_docx_styles_get:
 * @self: styles
 * @id: (nullable): the id of a style; NULL for what paragraphs have without one
 *
 * Returns: (transfer none): what it says; that of a plain paragraph if there is none such
 */
const DoubletDocxStyle *
doublet_docx_styles_get (DoubletDocxStyles *self,
                         const char        *id)
{
  static const DoubletDocxStyle plain = { DOUBLET_BLOCK_PARAGRAPH, 0 };
  Style                        *style = id != NULL ? g_hash_table_lookup (self->styles, id) : self->default_paragraph;

  if (style == NULL)
    return &plain;
  if (!style->is_resolved)
    resolve (self, style);
  return &style->resolved;
}

/**
 * doublet_docx_styles_get_language:
 * @self: styles
 * @script: of which letters
 *
 * Returns: (transfer none) (nullable): the language of the document's defaults
 */
const char *
doublet_docx_styles_get_language (const DoubletDocxStyles *self,
                                  DoubletDocxScript        script)
{
  return self->languages[script];
}
