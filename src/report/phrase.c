/* phrase.c
 *
 * SPDX-FileCopyrightText: 2026 The Doublet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "phrase.h"

#include <string.h>

typedef struct
{
  const char *name;
  const char *element;
  char       *text;
} Part;

struct _DoubletPhrase
{
  char   *sentence;
  GArray *parts; /* Part */
};

static void
clear_part (gpointer data)
{
  g_free (((Part *)data)->text);
}

/**
 * doublet_phrase_new:
 * @sentence: a translated sentence with names in braces
 *
 * Returns: (transfer full): a phrase without parts
 */
DoubletPhrase *
doublet_phrase_new (const char *sentence)
{
  DoubletPhrase *self = g_new0 (DoubletPhrase, 1);

  self->sentence = g_strdup (sentence);
  self->parts = g_array_new (FALSE, FALSE, sizeof (Part));
  g_array_set_clear_func (self->parts, clear_part);
  return self;
}

void
doublet_phrase_free (DoubletPhrase *self)
{
  g_free (self->sentence);
  g_array_unref (self->parts);
  g_free (self);
}

/**
 * doublet_phrase_set:
 * @self: a phrase
 * @name: (transfer none): the part's name in the sentence; a constant
 * @element: (transfer none) (nullable): b for figures, bdi for names, which may run the
 *   other way; a constant
 * @text: (transfer full): what the part says
 */
void
doublet_phrase_set (DoubletPhrase *self,
                    const char    *name,
                    const char    *element,
                    char          *text)
{
  Part part = { name, element, text };

  g_array_append_val (self->parts, part);
}

/**
 * doublet_phrase_to_text:
 * @self: a phrase
 *
 * Returns: (transfer full): all of it
 */
char *
doublet_phrase_to_text (const DoubletPhrase *self)
{
  GString          *text = g_string_new (NULL);
  DoubletPhraseIter iter;
  DoubletPhraseRun  run;

  doublet_phrase_iter_init (&iter, self);
  while (doublet_phrase_iter_next (&iter, &run))
    g_string_append_len (text, run.text, run.n_bytes);
  return g_string_free (text, FALSE);
}

void
doublet_phrase_iter_init (DoubletPhraseIter   *iter,
                          const DoubletPhrase *phrase)
{
  iter->phrase = phrase;
  iter->at = phrase->sentence;
}

/* The part whose "{name}" stands at @at. */
static const Part *
find_part (const DoubletPhrase *self,
           const char          *at)
{
  for (guint i = 0; i < self->parts->len; i++)
    {
      const Part *part = &g_array_index (self->parts, Part, i);
      gsize       length = strlen (part->name);

      if (strncmp (at + 1, part->name, length) == 0 && at[length + 1] == '}')
        return part;
    }
  return NULL;
}

/**
 * doublet_phrase_iter_next:
 * @iter: an iterator
 * @run: (out): the next stretch; never empty unless a part is
 *
 * A name that no part has stays in the text as it stands.
 *
 * Returns: whether there was one
 */
gboolean
doublet_phrase_iter_next (DoubletPhraseIter *iter,
                          DoubletPhraseRun  *run)
{
  const char *end = iter->at;

  if (*iter->at == '\0')
    return FALSE;

  if (*iter->at == '{')
    {
      const Part *part = find_part (iter->phrase, iter->at);

      if (part != NULL)
        {
          *run = (DoubletPhraseRun){ part->element, part->text, strlen (part->text) };
          iter->at += strlen (part->name) + 2;
          return TRUE;
        }
      end++;
    }

  end += strcspn (end, "{");
  *run = (DoubletPhraseRun){ NULL, iter->at, end - iter->at };
  iter->at = end;
  return TRUE;
}
