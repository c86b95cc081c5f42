/* odt-body.c
 *
 * SPDX-FileCopyrightText: 2026 The Doublet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "odt-body.h"

#include <string.h>

/*
 * One walk through an OpenDocument text.  Each open element has a frame that says what
 * it means for what is in it.
 *
 * Tracked changes: what was deleted stands in a list before the text and goes back to
 * where its mark is; what was inserted stands in the text between two marks, and a
 * paragraph's end between them is an inserted one.  So the accepted text needs no work
 * at all, and for the original both are undone.
 */

#define OFFICE "urn:oasis:names:tc:opendocument:xmlns:office:1.0"
#define TEXT "urn:oasis:names:tc:opendocument:xmlns:text:1.0"
#define TABLE "urn:oasis:names:tc:opendocument:xmlns:table:1.0"
#define DRAWING "urn:oasis:names:tc:opendocument:xmlns:drawing:1.0"

typedef enum
{
  ROLE_NONE,
  ROLE_PARAGRAPH,
  ROLE_INLINE, /* text within a paragraph */
  ROLE_LIST,
  ROLE_CELL,
  ROLE_BOX,      /* a frame in a paragraph: a text of its own, as all that follow */
  ROLE_NOTE,     /* a foot- or endnote */
  ROLE_DELETION, /* a deleted text, in the list of changes */
} Role;

typedef struct
{
  Role     role;
  gboolean is_hidden;
  guint    n_insertions; /* open around a text of its own */

  /* Of a deleted text. */
  char              *change;     /* owned: its id */
  DoubletParagraphs *deletion;   /* owned */
  gboolean           is_younger; /* than the original: it was inserted before it was deleted */
} Frame;

typedef struct
{
  DoubletOdtStyles     *styles;
  DoubletParagraphFlow *flow;
  DoubletXmlStream     *stream;
  GArray               *frames; /* Frame, one for each open element */
  DoubletTracked        tracked;
  GHashTable           *deletions;    /* owned id -> owned DoubletParagraphs */
  GHashTable           *insertions;   /* owned ids */
  char                 *change;       /* (nullable): the id of the change whose description is read */
  guint                 n_insertions; /* open here, and not wanted */
  DoubletParagraphs    *footnotes;
  DoubletParagraphs    *endnotes;
  gboolean              is_text; /* whether the document is a text at all */
} Walk;

static gboolean
is_text_of_its_own (Role role)
{
  return role == ROLE_BOX || role == ROLE_NOTE || role == ROLE_DELETION;
}

/* The innermost frame of a role within the text that is being read. */
static Frame *
find_frame (const Walk *walk,
            Role        role)
{
  for (guint i = walk->frames->len; i > 0; i--)
    {
      Frame *frame = &g_array_index (walk->frames, Frame, i - 1);

      if (frame->role == role)
        return frame;
      if (is_text_of_its_own (frame->role))
        break;
    }
  return NULL;
}

/* The text box, note or deleted text that is being read; NULL in the text itself. */
static Frame *
innermost_text (const Walk *walk)
{
  for (guint i = walk->frames->len; i > 0; i--)
    if (is_text_of_its_own (g_array_index (walk->frames, Frame, i - 1).role))
      return &g_array_index (walk->frames, Frame, i - 1);
  return NULL;
}

static guint
count_lists (const Walk *walk)
{
  guint n = 0;

  for (guint i = walk->frames->len; i > 0; i--)
    {
      Role role = g_array_index (walk->frames, Frame, i - 1).role;

      if (role == ROLE_CELL || is_text_of_its_own (role))
        break;
      n += role == ROLE_LIST;
    }
  return n;
}

/* Paragraphs and what is in them hand down whether they are hidden. */
static gboolean
is_hidden (const Walk *walk)
{
  return walk->frames->len > 0 && g_array_index (walk->frames, Frame, walk->frames->len - 1).is_hidden;
}

static gboolean
is_left_out (const Walk *walk)
{
  return walk->n_insertions > 0 || is_hidden (walk);
}

static void
start_paragraph (Walk    *walk,
                 Frame   *frame,
                 gboolean is_heading)
{
  g_autofree char *name = doublet_xml_stream_dup_attribute (walk->stream, "style-name");
  DoubletOdtStyle  style = doublet_odt_styles_get (walk->styles, "paragraph", name);
  guint            n_lists = count_lists (walk);

  if (is_heading)
    {
      g_autofree char *level = doublet_xml_stream_dup_attribute (walk->stream, "outline-level");

      style.kind = DOUBLET_BLOCK_HEADING;
      style.level = level != NULL ? (guint)CLAMP (g_ascii_strtoll (level, NULL, 10), 1, 10) : MAX (style.level, 1);
    }
  else if (style.kind == DOUBLET_BLOCK_PARAGRAPH && n_lists > 0)
    {
      style.kind = DOUBLET_BLOCK_LIST_ITEM;
      style.level = n_lists;
    }
  else if (style.kind == DOUBLET_BLOCK_PARAGRAPH && find_frame (walk, ROLE_CELL) != NULL)
    style.kind = DOUBLET_BLOCK_TABLE_CELL;

  frame->role = ROLE_PARAGRAPH;
  frame->is_hidden = style.is_hidden;
  doublet_paragraph_flow_begin (walk->flow, style.kind, style.level);
}

static void
push_text (Walk              *walk,
           Frame             *frame,
           Role               role,
           DoubletParagraphs *target)
{
  frame->role = role;
  frame->n_insertions = walk->n_insertions;
  frame->is_hidden = FALSE;
  if (role == ROLE_DELETION)
    walk->n_insertions = 0;
  doublet_paragraph_flow_push (walk->flow, target);
}

/* In the list of changes. */
static void
start_change (Walk       *walk,
              const char *name,
              Frame      *frame)
{
  if (strcmp (name, "changed-region") == 0)
    {
      g_free (walk->change);
      walk->change = doublet_xml_stream_dup_attribute (walk->stream, "id");
    }
  else if (walk->change == NULL)
    return;
  else if (strcmp (name, "insertion") == 0)
    {
      Frame *deletion = innermost_text (walk);

      if (deletion != NULL && deletion->role == ROLE_DELETION)
        deletion->is_younger = TRUE;
      else
        g_hash_table_add (walk->insertions, g_strdup (walk->change));
    }
  else if (strcmp (name, "deletion") == 0)
    {
      frame->change = g_strdup (walk->change);
      frame->deletion = doublet_paragraphs_new ();
      push_text (walk, frame, ROLE_DELETION, frame->deletion);
    }
}

/* It can go back to its place only when it is complete: its own mark may stand in it. */
static void
end_deletion (Walk  *walk,
              Frame *frame)
{
  if (frame->is_younger || g_hash_table_contains (walk->deletions, frame->change))
    {
      g_free (frame->change);
      doublet_paragraphs_free (frame->deletion);
    }
  else
    g_hash_table_insert (walk->deletions, frame->change, frame->deletion);
}

/* The marks of changes in the text. */
static void
meet_mark (Walk       *walk,
           const char *name)
{
  g_autofree char   *id = NULL;
  DoubletParagraphs *deletion;

  if (walk->tracked != DOUBLET_TRACKED_ORIGINAL)
    return;
  id = doublet_xml_stream_dup_attribute (walk->stream, "change-id");
  if (id == NULL)
    return;

  if (strcmp (name, "change") == 0)
    {
      deletion = g_hash_table_lookup (walk->deletions, id);
      if (deletion == NULL)
        return;
      if (doublet_paragraph_flow_is_open (walk->flow) && !is_left_out (walk))
        doublet_paragraph_flow_splice (walk->flow, deletion);
      else if (!is_left_out (walk))
        doublet_paragraph_flow_insert (walk->flow, deletion);
      /* Once only: a mark that comes again and again would multiply the text. */
      g_hash_table_remove (walk->deletions, id);
    }
  else if (!g_hash_table_contains (walk->insertions, id))
    return;
  else if (strcmp (name, "change-start") == 0)
    walk->n_insertions++;
  else if (walk->n_insertions > 0)
    walk->n_insertions--;
}

static gboolean
is_one_of (const char        *name,
           const char *const *names)
{
  for (; *names != NULL; names++)
    if (strcmp (name, *names) == 0)
      return TRUE;
  return FALSE;
}

static gboolean
has_value (const Walk *walk,
           const char *attribute,
           const char *wanted)
{
  g_autofree char *value = doublet_xml_stream_dup_attribute (walk->stream, attribute);

  return g_strcmp0 (value, wanted) == 0;
}

/* What holds no text that a reader sees. */
static gboolean
is_skipped (const Walk *walk,
            const char *uri,
            const char *name)
{
  static const char *const office[] = { "annotation", "forms", "scripts", "font-face-decls", "master-styles",
                                        "settings", "meta", "binary-data", "change-info", NULL };
  static const char *const text[] = { "note-citation", "ruby-text", "sequence-decls", "variable-decls",
                                      "user-field-decls", "dde-connection-decls", "number", "script",
                                      "alphabetical-index-auto-mark-file", NULL };
  static const char *const drawing[] = { "object", "object-ole", "image", "plugin", "applet", NULL };

  if (strcmp (uri, OFFICE) == 0)
    return is_one_of (name, office);
  if (strcmp (uri, DRAWING) == 0)
    return is_one_of (name, drawing);
  if (strcmp (uri, TABLE) == 0)
    return strcmp (name, "covered-table-cell") == 0;
  if (strcmp (uri, TEXT) != 0)
    return FALSE;
  if (strcmp (name, "hidden-text") == 0 || strcmp (name, "hidden-paragraph") == 0)
    return has_value (walk, "is-hidden", "true");
  if (strcmp (name, "section") == 0)
    return has_value (walk, "display", "none") || has_value (walk, "is-hidden", "true");
  if (strcmp (name, "tracked-changes") == 0)
    return walk->tracked != DOUBLET_TRACKED_ORIGINAL;
  if (strcmp (name, "note") == 0)
    return is_left_out (walk);
  return g_str_has_suffix (name, "-source") || is_one_of (name, text);
}

/* Spaces and marks, which hold nothing. */
static gboolean
start_sign (Walk       *walk,
            const char *name)
{
  static const char *const spaces[] = { "s", "tab", "line-break", NULL };
  static const char *const marks[] = { "change", "change-start", "change-end", NULL };

  if (is_one_of (name, spaces))
    {
      if (!is_left_out (walk))
        doublet_paragraph_flow_append_space (walk->flow);
    }
  else if (is_one_of (name, marks))
    meet_mark (walk, name);
  else
    return FALSE;
  return TRUE;
}

static void
start_text_element (Walk       *walk,
                    const char *name,
                    Frame      *frame)
{
  gboolean is_heading = strcmp (name, "h") == 0;

  if (is_heading || strcmp (name, "p") == 0)
    start_paragraph (walk, frame, is_heading);
  else if (strcmp (name, "list") == 0 || strcmp (name, "numbered-paragraph") == 0)
    frame->role = ROLE_LIST;
  else if (strcmp (name, "note") == 0)
    push_text (walk, frame, ROLE_NOTE, has_value (walk, "note-class", "endnote") ? walk->endnotes : walk->footnotes);
  else if (start_sign (walk, name))
    return;
  else if (find_frame (walk, ROLE_PARAGRAPH) != NULL)
    {
      frame->role = ROLE_INLINE;
      if (strcmp (name, "span") == 0)
        {
          g_autofree char *style = doublet_xml_stream_dup_attribute (walk->stream, "style-name");

          frame->is_hidden = frame->is_hidden || doublet_odt_styles_get (walk->styles, "text", style).is_hidden;
        }
    }
  else
    start_change (walk, name, frame);
}

static void
start_element (Walk *walk)
{
  const char *name = doublet_xml_stream_get_name (walk->stream);
  const char *uri = doublet_xml_stream_get_namespace (walk->stream);
  Frame       frame = { .is_hidden = is_hidden (walk) };

  if (is_skipped (walk, uri, name))
    {
      doublet_xml_stream_skip (walk->stream);
      return;
    }
  if (strcmp (name, "style") == 0 || strcmp (name, "default-style") == 0)
    {
      doublet_odt_styles_read (walk->styles, walk->stream);
      return;
    }

  if (strcmp (uri, TEXT) == 0)
    start_text_element (walk, name, &frame);
  else if (strcmp (uri, TABLE) == 0 && strcmp (name, "table-cell") == 0)
    {
      frame.role = ROLE_CELL;
      doublet_paragraph_flow_break (walk->flow);
    }
  else if (strcmp (uri, TABLE) == 0 && strcmp (name, "table") == 0)
    doublet_paragraph_flow_break (walk->flow);
  else if (strcmp (uri, DRAWING) == 0 && find_frame (walk, ROLE_PARAGRAPH) != NULL)
    push_text (walk, &frame, ROLE_BOX, NULL);
  else if (strcmp (uri, OFFICE) == 0 && strcmp (name, "text") == 0)
    walk->is_text = TRUE;

  g_array_append_val (walk->frames, frame);
}

static void
end_element (Walk *walk)
{
  Frame frame = g_array_index (walk->frames, Frame, walk->frames->len - 1);

  g_array_set_size (walk->frames, walk->frames->len - 1);
  if (frame.role == ROLE_PARAGRAPH)
    doublet_paragraph_flow_end (walk->flow, walk->n_insertions > 0);
  else if (frame.role == ROLE_CELL)
    doublet_paragraph_flow_break (walk->flow);
  else if (is_text_of_its_own (frame.role))
    {
      doublet_paragraph_flow_pop (walk->flow);
      walk->n_insertions = frame.n_insertions;
      if (frame.role == ROLE_DELETION)
        end_deletion (walk, &frame);
    }
}

static void
meet_text (Walk *walk)
{
  const char *text = doublet_xml_stream_get_text (walk->stream);
  Role        role = walk->frames->len > 0 ? g_array_index (walk->frames, Frame, walk->frames->len - 1).role : ROLE_NONE;

  if ((role == ROLE_PARAGRAPH || role == ROLE_INLINE) && !is_left_out (walk))
    doublet_paragraph_flow_append (walk->flow, text, strlen (text));
}

static DoubletXmlFault
walk_through (Walk *walk)
{
  DoubletXmlEvent event;
  DoubletXmlFault fault;

  while ((event = doublet_xml_stream_next (walk->stream)) != DOUBLET_XML_DONE)
    {
      if (event == DOUBLET_XML_START)
        start_element (walk);
      else if (event == DOUBLET_XML_END)
        end_element (walk);
      else
        meet_text (walk);

      if (doublet_paragraph_flow_is_full (walk->flow))
        break;
    }
  while (walk->frames->len > 0)
    end_element (walk);

  doublet_paragraph_flow_insert (walk->flow, walk->footnotes);
  doublet_paragraph_flow_insert (walk->flow, walk->endnotes);

  fault = doublet_xml_stream_get_fault (walk->stream);
  /* An insertion without an end took all that follows. */
  if (fault == DOUBLET_XML_FAULT_NONE && walk->n_insertions > 0)
    fault = DOUBLET_XML_FAULT_BROKEN;
  return fault;
}

/**
 * doublet_odt_body_read:
 * @part: the part that holds the text, or a whole document that is one file
 * @styles: the named styles; those of the text are added
 * @flow: where the text goes
 * @tracked: which version is wanted
 * @progress: (nullable): whom to ask whether to stop
 * @is_text: (out): whether it is a text, and no spreadsheet or the like
 *
 * Returns: why the part could not be read to its end
 */
DoubletXmlFault
doublet_odt_body_read (GBytes                *part,
                       DoubletOdtStyles      *styles,
                       DoubletParagraphFlow  *flow,
                       DoubletTracked         tracked,
                       const DoubletProgress *progress,
                       gboolean              *is_text)
{
  g_autoptr (DoubletXmlStream) stream = doublet_xml_stream_new (part, DOUBLET_XML_STRICT, progress);
  g_autoptr (GArray) frames = g_array_new (FALSE, FALSE, sizeof (Frame));
  g_autoptr (GHashTable) deletions = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify)doublet_paragraphs_free);
  g_autoptr (GHashTable) insertions = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (DoubletParagraphs) footnotes = doublet_paragraphs_new ();
  g_autoptr (DoubletParagraphs) endnotes = doublet_paragraphs_new ();
  Walk            walk = { .styles = styles, .flow = flow, .stream = stream, .frames = frames, .tracked = tracked, .deletions = deletions, .insertions = insertions, .footnotes = footnotes, .endnotes = endnotes };
  DoubletXmlFault fault = walk_through (&walk);

  g_free (walk.change);
  *is_text = walk.is_text;
  return fault;
}
