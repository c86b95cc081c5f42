/* odt-styles.c
 *
 * SPDX-FileCopyrightText: 2026 The Doublet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "odt-styles.h"

#include <string.h>

/*
 * Which paragraphs are headings, quotations and captions and which text is hidden, as
 * far as styles say it.  The names of LibreOffice's own styles are the same in every
 * language.
 */

/* Ends circles, too. */
#define MAX_INHERITANCE 32

typedef struct
{
  char    *name;
  char    *parent; /* (nullable) */
  guint    level;  /* of a heading, from 1; else 0 */
  gboolean says_hidden;
  gboolean is_hidden;
} Style;

struct _DoubletOdtStyles
{
  GHashTable *styles; /* owned "family name" -> owned Style */
  char       *language;
};

static void
free_style (gpointer data)
{
  Style *style = data;

  g_free (style->name);
  g_free (style->parent);
  g_free (style);
}

/**
 * doublet_odt_styles_new:
 *
 * Returns: (transfer full): no styles yet
 */
DoubletOdtStyles *
doublet_odt_styles_new (void)
{
  DoubletOdtStyles *self = g_new0 (DoubletOdtStyles, 1);

  self->styles = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, free_style);
  return self;
}

/**
 * doublet_odt_styles_free:
 * @self: (transfer full): styles
 */
void
doublet_odt_styles_free (DoubletOdtStyles *self)
{
  g_hash_table_unref (self->styles);
  g_free (self->language);
  g_free (self);
}

static char *
make_key (const char *family,
          const char *name)
{
  return g_strdup_printf ("%s %s", family, name);
}

static void
read_text_properties (DoubletOdtStyles *self,
                      DoubletXmlStream *stream,
                      Style            *style)
{
  g_autofree char *display = doublet_xml_stream_dup_attribute (stream, "display");
  g_autofree char *language = NULL;
  g_autofree char *country = NULL;

  if (style != NULL)
    {
      style->says_hidden = style->says_hidden || display != NULL;
      style->is_hidden = style->is_hidden || g_strcmp0 (display, "none") == 0;
      return;
    }

  language = doublet_xml_stream_dup_attribute (stream, "language");
  country = doublet_xml_stream_dup_attribute (stream, "country");
  if (self->language != NULL || language == NULL || strcmp (language, "none") == 0 || strcmp (language, "zxx") == 0)
    return;
  if (country == NULL || *country == '\0' || strcmp (country, "none") == 0)
    self->language = g_strdup (language);
  else
    self->language = g_strdup_printf ("%s-%s", language, country);
}

/**
 * doublet_odt_styles_read:
 * @self: styles
 * @stream: a stream at the start of a style or of a family's default
 *
 * Reads it to its end.  Where two have the same name, the later one counts: those of
 * the text come after those of the whole document.
 */
void
doublet_odt_styles_read (DoubletOdtStyles *self,
                         DoubletXmlStream *stream)
{
  guint            depth = doublet_xml_stream_get_depth (stream);
  gboolean         is_default = strcmp (doublet_xml_stream_get_name (stream), "default-style") == 0;
  g_autofree char *family = doublet_xml_stream_dup_attribute (stream, "family");
  g_autofree char *level = doublet_xml_stream_dup_attribute (stream, "default-outline-level");
  char            *name = doublet_xml_stream_dup_attribute (stream, "name");
  Style           *style = NULL;

  if (family == NULL || (name == NULL && (!is_default || strcmp (family, "paragraph") != 0)))
    {
      g_free (name);
      doublet_xml_stream_skip (stream);
      return;
    }
  if (!is_default && name != NULL)
    {
      style = g_new0 (Style, 1);
      style->name = g_steal_pointer (&name);
      style->parent = doublet_xml_stream_dup_attribute (stream, "parent-style-name");
      style->level = level != NULL ? (guint)CLAMP (g_ascii_strtoll (level, NULL, 10), 0, 10) : 0;
      g_hash_table_replace (self->styles, make_key (family, style->name), style);
    }
  g_free (name);

  while (doublet_xml_stream_get_depth (stream) >= depth)
    {
      DoubletXmlEvent event = doublet_xml_stream_next (stream);

      if (event == DOUBLET_XML_DONE)
        return;
      if (event == DOUBLET_XML_START && strcmp (doublet_xml_stream_get_name (stream), "text-properties") == 0)
        read_text_properties (self, stream, style);
    }
}

/**
 * doublet_odt_styles_read_part:
 * @self: styles
 * @part: (nullable): the part that holds the named styles
 * @progress: (nullable): whom to ask whether to stop
 *
 * Reads the named styles; those of running heads are passed over.
 */
void
doublet_odt_styles_read_part (DoubletOdtStyles      *self,
                              GBytes                *part,
                              const DoubletProgress *progress)
{
  g_autoptr (DoubletXmlStream) stream = NULL;
  DoubletXmlEvent event;

  if (part == NULL)
    return;

  stream = doublet_xml_stream_new (part, DOUBLET_XML_STRICT, progress);
  while ((event = doublet_xml_stream_next (stream)) != DOUBLET_XML_DONE)
    {
      const char *name = doublet_xml_stream_get_name (stream);

      if (event != DOUBLET_XML_START)
        continue;
      if (strcmp (name, "automatic-styles") == 0 || strcmp (name, "master-styles") == 0)
        doublet_xml_stream_skip (stream);
      else if (strcmp (name, "style") == 0 || strcmp (name, "default-style") == 0)
        doublet_odt_styles_read (self, stream);
    }
}

static const Style *
find_style (const DoubletOdtStyles *self,
            const char             *family,
            const char             *name)
{
  g_autofree char *key = make_key (family, name);

  return g_hash_table_lookup (self->styles, key);
}

static gboolean
classify_by_name (const char      *name,
                  DoubletOdtStyle *result)
{
  if (strcmp (name, "Title") == 0)
    {
      result->kind = DOUBLET_BLOCK_HEADING;
      result->level = 1;
    }
  /* The latter is Word's, with its space written as it must be here. */
  else if (strcmp (name, "Quotations") == 0 || strcmp (name, "Block_20_Text") == 0 || strcmp (name, "Quote") == 0 ||
           strcmp (name, "Intense_20_Quote") == 0)
    result->kind = DOUBLET_BLOCK_QUOTATION;
  else if (strcmp (name, "Caption") == 0)
    result->kind = DOUBLET_BLOCK_CAPTION;
  else
    return FALSE;
  return TRUE;
}

/**
 * doublet_odt_styles_get:
 * @self: styles
 * @family: "paragraph", "text" ...
 * @name: (nullable): the name of a style
 *
 * Returns: what it says; that of a plain paragraph if there is none such
 */
DoubletOdtStyle
doublet_odt_styles_get (const DoubletOdtStyles *self,
                        const char             *family,
                        const char             *name)
{
  DoubletOdtStyle result = { DOUBLET_BLOCK_PARAGRAPH, 0, FALSE };
  gboolean        is_classified = FALSE;
  gboolean        says_hidden = FALSE;

  for (guint i = 0; i < MAX_INHERITANCE && name != NULL; i++)
    {
      const Style *style = find_style (self, family, name);

      if (!is_classified && style != NULL && style->level > 0)
        {
          result.kind = DOUBLET_BLOCK_HEADING;
          result.level = style->level;
          is_classified = TRUE;
        }
      if (!is_classified)
        is_classified = classify_by_name (name, &result);
      if (style == NULL)
        break;
      if (!says_hidden && style->says_hidden)
        {
          says_hidden = TRUE;
          result.is_hidden = style->is_hidden;
        }
      name = style->parent;
    }
  return result;
}

/**
 * doublet_odt_styles_get_language:
 * @self: styles
 *
 * Returns: (transfer none) (nullable): the language of paragraphs that say nothing
 */
const char *
doublet_odt_styles_get_language (const DoubletOdtStyles *self)
{
  return self->language;
}
