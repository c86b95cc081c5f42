/* html-output.h
 *
 * SPDX-FileCopyrightText: 2026 The Doublet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>
#include <string.h>

G_BEGIN_DECLS

/* The bytes of a page, one behind the other. */
typedef struct
{
  char    *data; /* owned */
  gsize    n_bytes;
  gsize    n_allocated;
  GString *visible; /* owned: a text on its way */
} DoubletHtmlOutput;

/* Where a text stands decides what means something else there. */
typedef enum
{
  DOUBLET_HTML_IN_TEXT = 1 << 0,
  DOUBLET_HTML_IN_VALUE = 1 << 1, /* between quotation marks */
} DoubletHtmlContext;

void    doublet_html_output_init (DoubletHtmlOutput *self);
GBytes *doublet_html_output_end (DoubletHtmlOutput *self);
void    doublet_html_output_grow (DoubletHtmlOutput *self,
                                  gsize              n_bytes);
void    doublet_html_output_add_text (DoubletHtmlOutput *self,
                                      const char        *text,
                                      gsize              n_bytes,
                                      DoubletHtmlContext context);

/* Makes room for so many bytes more. */
static inline void
doublet_html_output_reserve (DoubletHtmlOutput *self,
                             gsize              n_bytes)
{
  if (G_UNLIKELY (n_bytes > self->n_allocated - self->n_bytes))
    doublet_html_output_grow (self, n_bytes);
}

/* Adds bytes that mean what they mean: tags, and what was escaped before. */
static inline void
doublet_html_output_add (DoubletHtmlOutput *self,
                         const char        *bytes,
                         gsize              n_bytes)
{
  doublet_html_output_reserve (self, n_bytes);
  memcpy (self->data + self->n_bytes, bytes, n_bytes);
  self->n_bytes += n_bytes;
}

/* The same for a constant of a few letters: a name, for which two calls cost more than
 * its bytes. */
static inline void
doublet_html_output_add_name (DoubletHtmlOutput *self,
                              const char        *name)
{
  for (; *name != '\0'; name++)
    {
      doublet_html_output_reserve (self, 1);
      self->data[self->n_bytes++] = *name;
    }
}

G_END_DECLS
