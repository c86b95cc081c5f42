/* docx-context.c
 *
 * SPDX-FileCopyrightText: 2026 The Doublet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "docx-context.h"

#include <string.h>

static void
clear_notes (DoubletDocxNotes *notes)
{
  g_clear_pointer (&notes->paragraphs, g_ptr_array_unref);
  g_clear_pointer (&notes->by_id, g_hash_table_unref);
}

static void
init_notes (DoubletDocxNotes *notes)
{
  notes->paragraphs = g_ptr_array_new_with_free_func ((GDestroyNotify)doublet_paragraphs_free);
  notes->by_id = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
}

/**
 * doublet_docx_context_init:
 * @self: what holds rubbish
 *
 * Makes what the walk itself fills; package, styles, flow and version are the caller's.
 */
void
doublet_docx_context_init (DoubletDocxContext *self)
{
  *self = (DoubletDocxContext){ 0 };
  init_notes (&self->footnotes);
  init_notes (&self->endnotes);
  self->languages = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
}

/**
 * doublet_docx_context_clear:
 * @self: a context
 */
void
doublet_docx_context_clear (DoubletDocxContext *self)
{
  clear_notes (&self->footnotes);
  clear_notes (&self->endnotes);
  g_clear_pointer (&self->languages, g_hash_table_unref);
}

/**
 * doublet_docx_notes_refer:
 * @self: notes
 * @id: (transfer full): of the note that the text refers to
 *
 * A note that is referred to twice comes once.
 */
void
doublet_docx_notes_refer (DoubletDocxNotes *self,
                          char             *id)
{
  DoubletParagraphs *paragraphs;

  if (g_hash_table_contains (self->by_id, id))
    {
      g_free (id);
      return;
    }
  paragraphs = doublet_paragraphs_new ();
  g_ptr_array_add (self->paragraphs, paragraphs);
  g_hash_table_insert (self->by_id, id, paragraphs);
}

/* Blocks of Unicode whose scripts Word calls East Asian and complex. */
static DoubletDocxScript
script_of (gunichar c)
{
  if ((c >= 0x1100 && c <= 0x11ff) || (c >= 0x2e80 && c <= 0xd7ff) || (c >= 0xf900 && c <= 0xfaff) ||
      (c >= 0xff66 && c <= 0xffdc) || c >= 0x20000)
    return DOUBLET_DOCX_EAST_ASIAN;
  if ((c >= 0x590 && c <= 0x109f) || (c >= 0x1780 && c <= 0x17ff) || (c >= 0xfb1d && c <= 0xfdff) ||
      (c >= 0xfe70 && c <= 0xfeff))
    return DOUBLET_DOCX_COMPLEX;
  return DOUBLET_DOCX_WESTERN;
}

/* The first letter decides: Word begins a run where the script changes. */
static gboolean
find_script (const char        *text,
             DoubletDocxScript *script)
{
  for (; *text != '\0'; text = g_utf8_next_char (text))
    {
      gunichar c = g_utf8_get_char (text);

      if (g_unichar_isalpha (c))
        {
          *script = script_of (c);
          return TRUE;
        }
    }
  return FALSE;
}

/**
 * doublet_docx_context_count_text:
 * @self: a context
 * @text: a piece of the article
 * @run: (nullable): in which it stands
 * @paragraph: (nullable): in which it stands
 *
 * Notes how much there is of each language.
 */
void
doublet_docx_context_count_text (DoubletDocxContext         *self,
                                 const char                 *text,
                                 const DoubletDocxRun       *run,
                                 const DoubletDocxParagraph *paragraph)
{
  DoubletDocxScript script;
  const char       *language;
  gpointer          so_far;

  if (!find_script (text, &script))
    return;

  language = run != NULL ? run->languages[script] : NULL;
  if (language == NULL && paragraph != NULL)
    language = paragraph->languages[script];
  if (language == NULL)
    language = doublet_docx_styles_get_language (self->styles, script);
  if (language == NULL)
    language = "";

  so_far = g_hash_table_lookup (self->languages, language);
  g_hash_table_replace (self->languages, g_strdup (language),
                        GSIZE_TO_POINTER (GPOINTER_TO_SIZE (so_far) + strlen (text)));
}

/**
 * doublet_docx_context_get_language:
 * @self: a context, after the text was read
 *
 * Returns: (transfer none) (nullable): the language of most of the text, that of the
 *   defaults if there are no letters in it; ties go by the tag, so that the table's
 *   order does not matter
 */
const char *
doublet_docx_context_get_language (const DoubletDocxContext *self)
{
  const char    *language = NULL;
  gsize          most = 0;
  GHashTableIter iter;
  gpointer       tag;
  gpointer       n_bytes;

  g_hash_table_iter_init (&iter, self->languages);
  while (g_hash_table_iter_next (&iter, &tag, &n_bytes))
    if (GPOINTER_TO_SIZE (n_bytes) > most ||
        (GPOINTER_TO_SIZE (n_bytes) == most && g_strcmp0 (tag, language) < 0))
      {
        language = tag;
        most = GPOINTER_TO_SIZE (n_bytes);
      }

  if (language == NULL)
    return doublet_docx_styles_get_language (self->styles, DOUBLET_DOCX_WESTERN);
  return *language != '\0' ? language : NULL;
}
