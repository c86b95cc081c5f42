/* article-builder.c
 *
 * SPDX-FileCopyrightText: 2026 The Doublet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "article-builder.h"

#include <string.h>

struct _DoubletArticleBuilder
{
  DoubletArticleFields fields;
  GString             *text;
  GArray              *blocks; /* DoubletBlock */
  DoubletBlock         block;  /* the open one */
  gboolean             is_open;
  gboolean             space; /* white space came and was not written yet */
};

/**
 * doublet_article_builder_new:
 * @format: (transfer none): static: the format's id
 *
 * Returns: (transfer full): a builder of an article without blocks
 */
DoubletArticleBuilder *
doublet_article_builder_new (const char *format)
{
  DoubletArticleBuilder *self = g_new0 (DoubletArticleBuilder, 1);

  self->fields.format = format;
  self->text = g_string_new (NULL);
  self->blocks = g_array_new (FALSE, FALSE, sizeof (DoubletBlock));
  return self;
}

/**
 * doublet_article_builder_free:
 * @self: (transfer full): a builder
 */
void
doublet_article_builder_free (DoubletArticleBuilder *self)
{
  g_free (self->fields.title);
  g_free (self->fields.byline);
  g_free (self->fields.language);
  g_free (self->fields.charset);
  g_free (self->fields.incomplete);
  g_string_free (self->text, TRUE);
  g_array_unref (self->blocks);
  g_free (self);
}

static void
replace_string (char      **field,
                const char *value)
{
  char *copy = value != NULL ? g_utf8_make_valid (value, -1) : NULL;

  g_free (*field);
  *field = copy;
}

/**
 * doublet_article_builder_set_title:
 * @self: a builder
 * @title: (nullable): the title that the document's metadata give
 */
void
doublet_article_builder_set_title (DoubletArticleBuilder *self,
                                   const char            *title)
{
  g_autofree char *stripped = title != NULL ? g_strstrip (g_strdup (title)) : NULL;

  replace_string (&self->fields.title, stripped != NULL && *stripped != '\0' ? stripped : NULL);
}

/**
 * doublet_article_builder_set_byline:
 * @self: a builder
 * @byline: (nullable): who wrote it, as the document tells its readers
 */
void
doublet_article_builder_set_byline (DoubletArticleBuilder *self,
                                    const char            *byline)
{
  replace_string (&self->fields.byline, byline);
}

/**
 * doublet_article_builder_set_language:
 * @self: a builder
 * @language: (nullable): BCP 47
 */
void
doublet_article_builder_set_language (DoubletArticleBuilder *self,
                                      const char            *language)
{
  replace_string (&self->fields.language, language != NULL && *language != '\0' ? language : NULL);
}

/**
 * doublet_article_builder_set_charset:
 * @self: a builder
 * @charset: (nullable): the encoding of the document's bytes
 * @guessed: whether it was found by statistics
 */
void
doublet_article_builder_set_charset (DoubletArticleBuilder *self,
                                     const char            *charset,
                                     gboolean               guessed)
{
  replace_string (&self->fields.charset, charset);
  self->fields.charset_guessed = guessed;
}

/**
 * doublet_article_builder_set_incomplete:
 * @self: a builder
 * @sentence: translated: what of the document could not be read
 *
 * The first sentence stays: it names what went wrong first.
 */
void
doublet_article_builder_set_incomplete (DoubletArticleBuilder *self,
                                        const char            *sentence)
{
  if (self->fields.incomplete == NULL)
    replace_string (&self->fields.incomplete, sentence);
}

/**
 * doublet_article_builder_begin_block:
 * @self: a builder
 * @kind: what it is
 * @level: of a heading or list item, from 1; else 0
 *
 * Begins a block; one that is open ends.
 */
void
doublet_article_builder_begin_block (DoubletArticleBuilder *self,
                                     DoubletBlockKind       kind,
                                     guint                  level)
{
  doublet_article_builder_end_block (self);
  self->block = (DoubletBlock){ .start = self->text->len, .kind = kind, .level = MIN (level, G_MAXUINT8) };
  self->is_open = TRUE;
}

/**
 * doublet_article_builder_end_block:
 * @self: a builder
 *
 * Ends the open block, if there is one.
 */
void
doublet_article_builder_end_block (DoubletArticleBuilder *self)
{
  if (!self->is_open)
    return;
  self->is_open = FALSE;
  self->space = FALSE;
  if (self->text->len == self->block.start)
    return;
  self->block.end = self->text->len;
  g_array_append_val (self->blocks, self->block);
  g_string_append_c (self->text, '\n');
}

/* White space that a browser folds; the no-break space is none. */
static gboolean
folds (gunichar c)
{
  return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f' || c == '\v' || c == 0x85 || c == 0x2028 || c == 0x2029;
}

static void
flush_space (DoubletArticleBuilder *self)
{
  if (self->space && self->text->len > self->block.start)
    g_string_append_c (self->text, ' ');
  self->space = FALSE;
}

/**
 * doublet_article_builder_append:
 * @self: a builder
 * @text: UTF-8; what is not valid becomes U+FFFD
 * @n_bytes: its length
 *
 * Adds to the open block; without one a paragraph begins as soon as there is more than
 * white space.
 */
void
doublet_article_builder_append (DoubletArticleBuilder *self,
                                const char            *text,
                                gsize                  n_bytes)
{
  const char *end = text + n_bytes;

  while (text < end)
    {
      gunichar    c = g_utf8_get_char_validated (text, end - text);
      const char *next = text + 1;

      if (c == 0 || c >= (gunichar)-2)
        c = 0xfffd;
      else
        next = g_utf8_next_char (text);

      if (folds (c))
        self->space = TRUE;
      else
        {
          if (!self->is_open)
            doublet_article_builder_begin_block (self, DOUBLET_BLOCK_PARAGRAPH, 0);
          flush_space (self);
          g_string_append_unichar (self->text, c);
        }
      text = next;
    }
}

/**
 * doublet_article_builder_append_space:
 * @self: a builder
 *
 * Sees to it that white space parts what comes from what came: for a tab, a line break
 * or the border between two cells.
 */
void
doublet_article_builder_append_space (DoubletArticleBuilder *self)
{
  self->space = TRUE;
}

/**
 * doublet_article_builder_get_n_bytes:
 * @self: a builder
 *
 * Returns: how long the text is so far: for limits
 */
gsize
doublet_article_builder_get_n_bytes (const DoubletArticleBuilder *self)
{
  return self->text->len;
}

/**
 * doublet_article_builder_finish:
 * @self: a builder; afterwards it can only be freed
 * @name: what people call the article
 * @source: (nullable): where it came from
 *
 * Returns: (transfer full): the article
 */
DoubletArticle *
doublet_article_builder_finish (DoubletArticleBuilder *self,
                                const char            *name,
                                const char            *source)
{
  doublet_article_builder_end_block (self);
  self->fields.name = g_strdup (name);
  self->fields.source = g_strdup (source);
  self->fields.n_bytes = self->text->len;
  self->fields.text = g_string_free (g_steal_pointer (&self->text), FALSE);
  self->fields.n_blocks = self->blocks->len;
  self->fields.blocks = (DoubletBlock *)(gpointer)g_array_free (g_steal_pointer (&self->blocks), FALSE);
  self->text = g_string_new (NULL);
  self->blocks = g_array_new (FALSE, FALSE, sizeof (DoubletBlock));
  return doublet_article_new (&self->fields);
}
