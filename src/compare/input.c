/* input.c
 *
 * SPDX-FileCopyrightText: 2026 The Doublet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "input.h"

#include "input-private.h"

#include <glib/gi18n-lib.h>

G_DEFINE_BOXED_TYPE (DoubletInput, doublet_input, doublet_input_ref, doublet_input_unref)

static DoubletInput *
input_new (DoubletInputKind kind)
{
  DoubletInput *self = g_atomic_rc_box_new0 (DoubletInput);

  self->kind = kind;
  return self;
}

static void
clear_input (gpointer data)
{
  DoubletInput *self = data;

  g_clear_object (&self->file);
  g_clear_pointer (&self->bytes, g_bytes_unref);
  g_free (self->name);
  g_free (self->charset);
}

static char *
name_file (GFile *file)
{
  g_autofree char *base_name = g_file_get_basename (file);

  if (base_name != NULL)
    return g_filename_display_name (base_name);
  return g_file_get_uri (file);
}

/**
 * doublet_input_new_for_file:
 * @file: a file
 *
 * Returns: (transfer full): an input
 */
DoubletInput *
doublet_input_new_for_file (GFile *file)
{
  DoubletInput *self = input_new (DOUBLET_INPUT_FILE);

  self->file = g_object_ref (file);
  self->name = name_file (file);
  return self;
}

/**
 * doublet_input_new_for_bytes:
 * @bytes: the bytes of a text
 * @name: what people will call it
 *
 * Returns: (transfer full): an input
 */
DoubletInput *
doublet_input_new_for_bytes (GBytes     *bytes,
                             const char *name)
{
  DoubletInput *self = input_new (DOUBLET_INPUT_BYTES);

  self->bytes = g_bytes_ref (bytes);
  self->name = g_strdup (name);
  return self;
}

/**
 * doublet_input_new_for_standard_input:
 *
 * Returns: (transfer full): an input that reads standard input once
 */
DoubletInput *
doublet_input_new_for_standard_input (void)
{
  DoubletInput *self = input_new (DOUBLET_INPUT_STANDARD_INPUT);

  self->name = g_strdup (_ ("standard input"));
  return self;
}

/**
 * doublet_input_ref:
 * @self: an input
 *
 * Returns: (transfer full): @self
 */
DoubletInput *
doublet_input_ref (DoubletInput *self)
{
  return g_atomic_rc_box_acquire (self);
}

/**
 * doublet_input_unref:
 * @self: (transfer full): an input
 */
void
doublet_input_unref (DoubletInput *self)
{
  g_atomic_rc_box_release_full (self, clear_input);
}

static DoubletInput *
copy_input (const DoubletInput *self)
{
  DoubletInput *copy = input_new (self->kind);

  copy->file = self->file != NULL ? g_object_ref (self->file) : NULL;
  copy->bytes = self->bytes != NULL ? g_bytes_ref (self->bytes) : NULL;
  copy->name = g_strdup (self->name);
  copy->charset = g_strdup (self->charset);
  copy->whole_page = self->whole_page;
  copy->tracked = self->tracked;
  return copy;
}

/**
 * doublet_input_with_charset:
 * @self: an input
 * @charset: (nullable): the character set to read it in, NULL to find it out
 *
 * Returns: (transfer full): a new input that differs from @self in this
 */
DoubletInput *
doublet_input_with_charset (DoubletInput *self,
                            const char   *charset)
{
  DoubletInput *copy = copy_input (self);

  g_free (copy->charset);
  copy->charset = g_strdup (charset);
  return copy;
}

/**
 * doublet_input_with_whole_page:
 * @self: an input
 * @whole_page: whether all text of a web page is taken, not the article in it
 *
 * Returns: (transfer full): a new input that differs from @self in this
 */
DoubletInput *
doublet_input_with_whole_page (DoubletInput *self,
                               gboolean      whole_page)
{
  DoubletInput *copy = copy_input (self);

  copy->whole_page = whole_page;
  return copy;
}

/**
 * doublet_input_with_tracked:
 * @self: an input
 * @tracked: which state of a document with tracked changes is its text
 *
 * Returns: (transfer full): a new input that differs from @self in this
 */
DoubletInput *
doublet_input_with_tracked (DoubletInput  *self,
                            DoubletTracked tracked)
{
  DoubletInput *copy = copy_input (self);

  copy->tracked = tracked;
  return copy;
}

/**
 * doublet_input_with_name:
 * @self: an input
 * @name: what people will call it
 *
 * Returns: (transfer full): a new input that differs from @self in this
 */
DoubletInput *
doublet_input_with_name (DoubletInput *self,
                         const char   *name)
{
  DoubletInput *copy = copy_input (self);

  g_free (copy->name);
  copy->name = g_strdup (name);
  return copy;
}

/**
 * doublet_input_get_file:
 * @self: an input
 *
 * Returns: (transfer none) (nullable): its file, if it is one
 */
GFile *
doublet_input_get_file (const DoubletInput *self)
{
  return self->file;
}

/**
 * doublet_input_get_name:
 * @self: an input
 *
 * Returns: what people call it, without folders
 */
const char *
doublet_input_get_name (const DoubletInput *self)
{
  return self->name;
}

/**
 * doublet_input_get_charset:
 * @self: an input
 *
 * Returns: (nullable): the character set that was chosen for it
 */
const char *
doublet_input_get_charset (const DoubletInput *self)
{
  return self->charset;
}

/**
 * doublet_input_get_whole_page:
 * @self: an input
 *
 * Returns: whether all text of a web page is taken, not the article in it
 */
gboolean
doublet_input_get_whole_page (const DoubletInput *self)
{
  return self->whole_page;
}

/**
 * doublet_input_get_tracked:
 * @self: an input
 *
 * Returns: which state of a document with tracked changes is its text
 */
DoubletTracked
doublet_input_get_tracked (const DoubletInput *self)
{
  return self->tracked;
}
