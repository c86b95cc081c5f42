/* sentence-classes.c
 *
 * SPDX-FileCopyrightText: 2026 The Doublet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "sentence-classes.h"

#include <string.h>

#define HASH_FACTOR G_GUINT64_CONSTANT (0x9e3779b97f4a7c15)

#define NO_CLASS G_MAXUINT32

typedef struct
{
  const DoubletPassageText   *text;
  const DoubletSentenceIndex *index;
  const guint8               *marks;
} Source;

static guint64
hash_sentence (const Source          *self,
               const DoubletSentence *sentence)
{
  const DoubletPassageText *text = self->text;
  guint64                   hash = sentence->range.end - sentence->range.start;

  /* Tokens are numbered by this load, which is good enough for a slot in a table. */
  for (guint32 i = sentence->range.start; i < sentence->range.end; i++)
    hash = (hash ^ text->tokens[i]) * HASH_FACTOR;
  for (guint32 i = sentence->first_term; i < sentence->first_term + sentence->n_terms; i++)
    hash = (hash << 1 | hash >> 63) ^ self->marks[i];
  hash *= HASH_FACTOR;
  return hash ^ hash >> 32;
}

static gboolean
is_same (const Source          *self,
         const DoubletSentence *a,
         const DoubletSentence *b)
{
  guint32 length = a->range.end - a->range.start;

  /* With the same tokens they have the same terms. */
  return length == b->range.end - b->range.start &&
         memcmp (self->text->tokens + a->range.start, self->text->tokens + b->range.start, sizeof (guint32) * length) == 0 &&
         memcmp (self->marks + a->first_term, self->marks + b->first_term, a->n_terms) == 0;
}

/* Numbers the classes; firsts gets the first sentence of each. */
static guint32
number_classes (const Source *self,
                guint32      *of_sentence,
                guint32      *firsts)
{
  const DoubletSentenceIndex *index = self->index;
  gsize                       mask = 1023;
  g_autofree guint32         *slots = NULL;
  guint32                     n = 0;

  while (mask / 2 < index->n_sentences)
    mask = mask * 2 + 1;
  slots = g_new (guint32, mask + 1);
  memset (slots, 0xff, sizeof (guint32) * (mask + 1));
  for (guint32 s = 0; s < index->n_sentences; s++)
    {
      const DoubletSentence *sentence = &index->sentences[s];
      gsize                  slot = hash_sentence (self, sentence) & mask;

      while (slots[slot] != NO_CLASS && !is_same (self, sentence, &index->sentences[firsts[slots[slot]]]))
        slot = (slot + 1) & mask;
      if (slots[slot] == NO_CLASS)
        {
          slots[slot] = n;
          firsts[n++] = s;
        }
      of_sentence[s] = slots[slot];
    }
  return n;
}

/**
 * doublet_sentence_classes_new:
 * @text: the text
 * @index: its sentences
 * @marks: for each sentence's term, in the order of the index, a mark that sentences of
 *   one class have in common
 *
 * Returns: (transfer full): the classes
 */
DoubletSentenceClasses *
doublet_sentence_classes_new (const DoubletPassageText   *text,
                              const DoubletSentenceIndex *index,
                              const guint8               *marks)
{
  DoubletSentenceClasses *self = g_new0 (DoubletSentenceClasses, 1);
  Source                  source = { text, index, marks };
  guint32                 n_sentences = MAX (index->n_sentences, 1);

  self->of_sentence = g_new (guint32, n_sentences);
  self->members = g_new (guint32, n_sentences);
  self->n = number_classes (&source, self->of_sentence, self->members);
  self->first = g_new0 (guint32, (gsize)self->n + 2);
  /* One place further on, until the members are in their places. */
  for (guint32 s = 0; s < index->n_sentences; s++)
    self->first[self->of_sentence[s] + 2]++;
  for (guint32 i = 1; i <= self->n; i++)
    self->first[i + 1] += self->first[i];
  for (guint32 s = 0; s < index->n_sentences; s++)
    self->members[self->first[self->of_sentence[s] + 1]++] = s;
  return self;
}

/**
 * doublet_sentence_classes_free:
 * @self: (transfer full): classes
 */
void
doublet_sentence_classes_free (DoubletSentenceClasses *self)
{
  g_free (self->of_sentence);
  g_free (self->first);
  g_free (self->members);
  g_free (self);
}
