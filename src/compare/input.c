/* input.c
 *
 * SPDX-FileCopyrightText: 2026 The Doublet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "input.h"

#include "formats.h"
#include "input-private.h"
#include "loader.h"

#include <glib/gi18n-lib.h>
#include <sys/stat.h>

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

  if (self->source != NULL)
    self->reader->unref (self->source);
  g_clear_pointer (&self->bytes, g_bytes_unref);
  g_free (self->path);
  g_free (self->location);
  g_free (self->file_name);
  g_free (self->name);
  g_free (self->charset);
}

/**
 * doublet_input_new_for_path:
 * @path: the path of a local file, in bytes as the system has it
 *
 * Returns: (transfer full): an input
 */
DoubletInput *
doublet_input_new_for_path (const char *path)
{
  DoubletInput *self = input_new (DOUBLET_INPUT_PATH);

  self->path = g_strdup (path);
  self->file_name = doublet_loader_dup_file_name (path);
  self->name = g_strdup (self->file_name);
  return self;
}

/**
 * doublet_input_new_for_reader:
 * @reader: (transfer none): how @source is read; static
 * @source: what @reader knows, which is referenced
 * @file_name: what it is called where it is, in UTF-8; "" if nothing
 * @name: what people will call it
 * @location: (nullable): where it is, in UTF-8
 *
 * Returns: (transfer full): an input
 */
DoubletInput *
doublet_input_new_for_reader (const DoubletInputReader *reader,
                              gpointer                  source,
                              const char               *file_name,
                              const char               *name,
                              const char               *location)
{
  DoubletInput *self = input_new (DOUBLET_INPUT_READER);

  self->reader = reader;
  self->source = reader->ref (source);
  self->location = g_strdup (location);
  self->file_name = g_strdup (file_name);
  self->name = g_strdup (name);
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
  self->file_name = g_strdup (name);
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
  self->file_name = g_strdup (self->name);
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

  copy->path = g_strdup (self->path);
  copy->bytes = self->bytes != NULL ? g_bytes_ref (self->bytes) : NULL;
  copy->reader = self->reader;
  copy->source = self->source != NULL ? self->reader->ref (self->source) : NULL;
  copy->location = g_strdup (self->location);
  copy->file_name = g_strdup (self->file_name);
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
 * doublet_input_get_path:
 * @self: an input
 *
 * Returns: (nullable): the path of its local file, if it is one
 */
const char *
doublet_input_get_path (const DoubletInput *self)
{
  return self->path;
}

/**
 * doublet_input_get_source:
 * @self: an input
 * @reader: a kind of source
 *
 * Returns: (transfer none) (nullable): what @reader reads, if that is what reads @self
 */
gpointer
doublet_input_get_source (const DoubletInput       *self,
                          const DoubletInputReader *reader)
{
  return self->reader == reader ? self->source : NULL;
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

/*
 * doublet_input_measure:
 * @self: an input
 *
 * Returns: how many bytes of text it has, G_MAXSIZE if that cannot be told beforehand
 */
gsize
doublet_input_measure (const DoubletInput *self)
{
  const DoubletFormat *format = doublet_formats_find_by_ending (self->file_name);
  struct stat          info;

  /* Another program reads it, and has to be started first. */
  if (format != NULL && format->helper != NULL)
    return G_MAXSIZE;
  if (self->bytes != NULL)
    return g_bytes_get_size (self->bytes);
  if (self->path != NULL && stat (self->path, &info) == 0 && S_ISREG (info.st_mode))
    return (gsize)info.st_size;
  return G_MAXSIZE;
}
