/* json-stream.c
 *
 * SPDX-FileCopyrightText: 2026 The Doublet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "json-stream.h"

/*
 * Why not json-glib's generator: it writes the share 0.2573 as
 * 0.25729999999999997, and wants the whole comparison as a tree of nodes first,
 * several times the size of what it writes.  Here a number is the digits that the
 * format promises, and a record is a line, so that two files can be compared by
 * line.  Reading JSON is json-glib's work.
 */

/* The document, a list, a record, a list in it, a record in that, a range. */
#define MAX_DEPTH 8

typedef struct
{
  char              end;
  DoubletJsonLayout layout;
  gsize             n_members;
} Level;

struct _DoubletJsonStream
{
  GString *out;
  Level    levels[MAX_DEPTH];
  guint    depth;
};

static void
append_line (DoubletJsonStream *self)
{
  g_string_append_c (self->out, '\n');
  for (guint i = 0; i < self->depth; i++)
    g_string_append (self->out, "  ");
}

static void
append_escaped (GString    *out,
                const char *text)
{
  const char *done = text;

  g_string_append_c (out, '"');
  for (const char *p = text; *p != '\0'; p++)
    {
      guchar c = *p;

      if (c >= 0x20 && c != '"' && c != '\\')
        continue;

      g_string_append_len (out, done, p - done);
      done = p + 1;
      switch (c)
        {
        case '"':
        case '\\':
          g_string_append_c (out, '\\');
          g_string_append_c (out, c);
          break;
        case '\n':
          g_string_append (out, "\\n");
          break;
        case '\r':
          g_string_append (out, "\\r");
          break;
        case '\t':
          g_string_append (out, "\\t");
          break;
        default:
          g_string_append_printf (out, "\\u%04x", c);
          break;
        }
    }
  g_string_append (out, done);
  g_string_append_c (out, '"');
}

/* What stands before a value: the comma after the one before it, a new line if the
 * level wants one, the name. */
static void
begin_value (DoubletJsonStream *self,
             const char        *name)
{
  if (self->depth > 0)
    {
      Level *level = &self->levels[self->depth - 1];

      g_assert ((name != NULL) == (level->end == '}'));

      if (level->n_members++ > 0)
        g_string_append_c (self->out, ',');
      if (level->layout == DOUBLET_JSON_LINES)
        append_line (self);
    }

  if (name != NULL)
    {
      append_escaped (self->out, name);
      g_string_append_c (self->out, ':');
    }
}

static void
begin_level (DoubletJsonStream *self,
             const char        *name,
             char               begin,
             char               end,
             DoubletJsonLayout  layout)
{
  g_assert (self->depth < MAX_DEPTH);

  begin_value (self, name);
  g_string_append_c (self->out, begin);
  self->levels[self->depth++] = (Level){ .end = end, .layout = layout };
}

/**
 * doublet_json_stream_new:
 *
 * Returns: (transfer full): a stream to which nothing has been written
 */
DoubletJsonStream *
doublet_json_stream_new (void)
{
  DoubletJsonStream *self = g_new0 (DoubletJsonStream, 1);

  self->out = g_string_new (NULL);
  return self;
}

void
doublet_json_stream_free (DoubletJsonStream *self)
{
  g_string_free (self->out, TRUE);
  g_free (self);
}

/**
 * doublet_json_stream_free_to_bytes:
 * @self: (transfer full): a stream whose levels are all ended
 *
 * Returns: (transfer full): what was written, with a newline at its end
 */
GBytes *
doublet_json_stream_free_to_bytes (DoubletJsonStream *self)
{
  GBytes *bytes;

  g_assert (self->depth == 0);

  g_string_append_c (self->out, '\n');
  bytes = g_string_free_to_bytes (g_steal_pointer (&self->out));
  g_free (self);
  return bytes;
}

void
doublet_json_stream_begin_object (DoubletJsonStream *self,
                                  const char        *name,
                                  DoubletJsonLayout  layout)
{
  begin_level (self, name, '{', '}', layout);
}

void
doublet_json_stream_begin_array (DoubletJsonStream *self,
                                 const char        *name,
                                 DoubletJsonLayout  layout)
{
  begin_level (self, name, '[', ']', layout);
}

/**
 * doublet_json_stream_end:
 * @self: a stream
 *
 * Ends the object or array that was begun last.
 */
void
doublet_json_stream_end (DoubletJsonStream *self)
{
  Level level;

  g_assert (self->depth > 0);

  level = self->levels[--self->depth];
  if (level.layout == DOUBLET_JSON_LINES && level.n_members > 0)
    append_line (self);
  g_string_append_c (self->out, level.end);
}

/**
 * doublet_json_stream_add_string:
 * @self: a stream
 * @name: (nullable): the member's name
 * @value: (nullable): a text; NULL becomes null, bytes that are no UTF-8 become U+FFFD
 */
void
doublet_json_stream_add_string (DoubletJsonStream *self,
                                const char        *name,
                                const char        *value)
{
  begin_value (self, name);
  if (value == NULL)
    {
      g_string_append (self->out, "null");
    }
  else if (g_utf8_validate (value, -1, NULL))
    {
      append_escaped (self->out, value);
    }
  else
    {
      g_autofree char *valid = g_utf8_make_valid (value, -1);

      append_escaped (self->out, valid);
    }
}

void
doublet_json_stream_add_uint (DoubletJsonStream *self,
                              const char        *name,
                              guint64            value)
{
  begin_value (self, name);
  g_string_append_printf (self->out, "%" G_GUINT64_FORMAT, value);
}

/**
 * doublet_json_stream_add_share:
 * @self: a stream
 * @name: (nullable): the member's name
 * @part: how many of @whole
 * @whole: how many there are
 *
 * Writes the quotient to four decimals, computed in integers so that no locale and
 * no floating point has a say; null if @whole is 0.
 */
void
doublet_json_stream_add_share (DoubletJsonStream *self,
                               const char        *name,
                               guint64            part,
                               guint64            whole)
{
  guint64 share;

  if (whole == 0)
    {
      doublet_json_stream_add_null (self, name);
      return;
    }

  share = (MIN (part, whole) * 10000 + whole / 2) / whole;
  begin_value (self, name);
  g_string_append_printf (self->out, "%u.%04u", (guint)(share / 10000), (guint)(share % 10000));
}

void
doublet_json_stream_add_boolean (DoubletJsonStream *self,
                                 const char        *name,
                                 gboolean           value)
{
  begin_value (self, name);
  g_string_append (self->out, value ? "true" : "false");
}

void
doublet_json_stream_add_null (DoubletJsonStream *self,
                              const char        *name)
{
  doublet_json_stream_add_string (self, name, NULL);
}
