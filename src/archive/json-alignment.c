/* json-alignment.c
 *
 * SPDX-FileCopyrightText: 2026 The Doublet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "json-alignment.h"

/*
 * An alignment is made of tokens, and tokens leave the white space between them
 * out, and bullets and numbers of lists.  In JSON its segments tile the whole text,
 * so that a reader can put either article together from them: each segment reaches
 * to the first token of the next one, or to the paragraph that begins with it; the
 * first begins at 0, the last ends at the text's end.  Edits are the words alone.
 */

typedef struct
{
  const DoubletOffsetMap *map;
  const DoubletBlock     *blocks;
  const DoubletTokens    *tokens;
} Side;

static const char *const segment_kinds[] = {
  [DOUBLET_SEGMENT_SAME] = "same",
  [DOUBLET_SEGMENT_CHANGED] = "changed",
  [DOUBLET_SEGMENT_ADDED] = "added",
  [DOUBLET_SEGMENT_REMOVED] = "removed",
  [DOUBLET_SEGMENT_MOVED] = "moved",
};

static const char *const edit_kinds[] = {
  [DOUBLET_ALIGNMENT_EDIT_CHANGED] = "changed",
  [DOUBLET_ALIGNMENT_EDIT_ADDED] = "added",
  [DOUBLET_ALIGNMENT_EDIT_REMOVED] = "removed",
};

static void
init_side (Side                   *side,
           const DoubletCollation *collation,
           guint                   article)
{
  const DoubletArticle *text = doublet_collation_get_article (collation, article);
  guint                 n_blocks;

  side->map = doublet_article_get_offset_map (text);
  side->blocks = doublet_article_get_blocks (text, &n_blocks);
  side->tokens = doublet_collation_get_tokens (collation, article);
}

static void
add_range (DoubletJsonStream *stream,
           const char        *name,
           const Side        *side,
           gsize              start,
           gsize              end)
{
  doublet_json_stream_begin_array (stream, name, DOUBLET_JSON_INLINE);
  doublet_json_stream_add_uint (stream, NULL, doublet_offset_map_to_chars (side->map, start));
  doublet_json_stream_add_uint (stream, NULL, doublet_offset_map_to_chars (side->map, end));
  doublet_json_stream_end (stream);
}

/* The byte at which @token begins, or the text if it is the first one. */
static gsize
get_start (const Side *side,
           guint32     token)
{
  if (token == 0)
    return 0;
  if (token >= side->tokens->n_tokens)
    return side->map->n_bytes;
  return side->tokens->tokens[token].start;
}

/* The byte at which the tile that begins with @token begins: what stands before it in its
 * paragraph, such as "b)", belongs to it. */
static gsize
get_tile_border (const Side *side,
                 guint32     token)
{
  gsize   start = get_start (side, token);
  guint32 block;

  if (token == 0 || token >= side->tokens->n_tokens)
    return start;
  block = doublet_tokens_find_block (side->tokens, token);
  return side->tokens->block_first[block] == token ? side->blocks[block].start : start;
}

static void
add_tile (DoubletJsonStream *stream,
          const char        *name,
          const Side        *side,
          gboolean           present,
          guint32            start,
          guint32            end)
{
  if (present)
    add_range (stream, name, side, get_tile_border (side, start), get_tile_border (side, end));
  else
    doublet_json_stream_add_null (stream, name);
}

/* The words of an edit.  An empty range behind a segment's last word stays with that
 * word: the next one may be in another paragraph. */
static void
add_words (DoubletJsonStream *stream,
           const char        *name,
           const Side        *side,
           guint32            start,
           guint32            end,
           guint32            segment_end)
{
  gsize place;

  if (start < end)
    {
      add_range (stream, name, side, side->tokens->tokens[start].start, doublet_token_get_end (&side->tokens->tokens[end - 1]));
      return;
    }

  if (start > 0 && start >= MIN (segment_end, side->tokens->n_tokens))
    place = doublet_token_get_end (&side->tokens->tokens[start - 1]);
  else
    place = get_start (side, start);
  add_range (stream, name, side, place, place);
}

static void
add_segment (DoubletJsonStream      *stream,
             const DoubletAlignment *alignment,
             const DoubletSegment   *segment,
             const Side             *a,
             const Side             *b)
{
  const DoubletSegment *in_a = segment;
  const DoubletSegment *in_b = segment;

  /* The edits of a move name its place on either side, and each of its two segments
   * holds only one of these. */
  if (segment->kind == DOUBLET_SEGMENT_MOVED)
    {
      if (!segment->has_a)
        in_a = &alignment->segments[segment->partner];
      if (!segment->has_b)
        in_b = &alignment->segments[segment->partner];
    }

  doublet_json_stream_begin_object (stream, NULL, DOUBLET_JSON_INLINE);
  doublet_json_stream_add_string (stream, "kind", segment_kinds[segment->kind]);
  add_tile (stream, "a", a, segment->has_a, segment->a_start, segment->a_end);
  add_tile (stream, "b", b, segment->has_b, segment->b_start, segment->b_end);
  if (segment->kind == DOUBLET_SEGMENT_MOVED)
    doublet_json_stream_add_uint (stream, "move", segment->move);
  else
    doublet_json_stream_add_null (stream, "move");

  doublet_json_stream_begin_array (stream, "edits", DOUBLET_JSON_INLINE);
  for (guint32 i = 0; i < segment->n_edits; i++)
    {
      const DoubletAlignmentEdit *edit = &segment->edits[i];

      doublet_json_stream_begin_object (stream, NULL, DOUBLET_JSON_INLINE);
      doublet_json_stream_add_string (stream, "kind", edit_kinds[edit->kind]);
      add_words (stream, "a", a, edit->a_start, edit->a_end, in_a->a_end);
      add_words (stream, "b", b, edit->b_start, edit->b_end, in_b->b_end);
      doublet_json_stream_end (stream);
    }
  doublet_json_stream_end (stream);
  doublet_json_stream_end (stream);
}

/* A text of nothing but white space has no token that a segment could hold. */
static void
add_blank_text (DoubletJsonStream *stream,
                const char        *kind,
                const Side        *side,
                gboolean           is_a)
{
  if (side->tokens->n_tokens > 0 || side->map->n_bytes == 0)
    return;

  doublet_json_stream_begin_object (stream, NULL, DOUBLET_JSON_INLINE);
  doublet_json_stream_add_string (stream, "kind", kind);
  if (!is_a)
    doublet_json_stream_add_null (stream, "a");
  add_range (stream, is_a ? "a" : "b", side, 0, side->map->n_bytes);
  if (is_a)
    doublet_json_stream_add_null (stream, "b");
  doublet_json_stream_add_null (stream, "move");
  doublet_json_stream_begin_array (stream, "edits", DOUBLET_JSON_INLINE);
  doublet_json_stream_end (stream);
  doublet_json_stream_end (stream);
}

/**
 * doublet_json_write_alignment:
 * @stream: a stream, in the array of alignments
 * @collation: a collation
 * @a: an article
 * @b: another article
 *
 * Writes how @a and @b are aligned; nothing if they are not yet.
 */
void
doublet_json_write_alignment (DoubletJsonStream      *stream,
                              const DoubletCollation *collation,
                              guint                   a,
                              guint                   b)
{
  g_autoptr (DoubletAlignment) alignment = doublet_collation_dup_alignment (collation, a, b);
  Side side_a;
  Side side_b;

  if (alignment == NULL)
    return;

  init_side (&side_a, collation, a);
  init_side (&side_b, collation, b);

  doublet_json_stream_begin_object (stream, NULL, DOUBLET_JSON_INLINE);
  doublet_json_stream_add_string (stream, "a", doublet_collation_get_label (collation, a));
  doublet_json_stream_add_string (stream, "b", doublet_collation_get_label (collation, b));
  doublet_json_stream_begin_array (stream, "segments", DOUBLET_JSON_LINES);
  add_blank_text (stream, "removed", &side_a, TRUE);
  add_blank_text (stream, "added", &side_b, FALSE);
  for (guint32 i = 0; i < alignment->n_segments; i++)
    add_segment (stream, alignment, &alignment->segments[i], &side_a, &side_b);
  doublet_json_stream_end (stream);
  doublet_json_stream_end (stream);
}
