/* html-linked-data.c
 *
 * SPDX-FileCopyrightText: 2026 The Doublet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "html-linked-data.h"

#include "byline.h"
#include "html-references.h"
#include "html-source.h"

#include <string.h>

#include <json-glib/json-glib.h>

/*
 * JSON-LD with the words of schema.org: an object, a list of them, or a graph in which
 * objects name each other by "@id".  The first that is an article counts.
 *
 * json-glib reads it recursively, takes more than JSON (comments, words without quotes)
 * and ends the program at half a pair of surrogates, so what is no JSON or is nested
 * too deeply never comes to it.
 */

/* Search engines know no property that lies half as deep. */
#define MAX_DEPTH 64

static gboolean
read_hex (const char *p,
          guint      *number)
{
  *number = 0;
  for (guint i = 0; i < 4; i++)
    {
      if (!g_ascii_isxdigit (p[i]))
        return FALSE;
      *number = *number * 16 + g_ascii_xdigit_value (p[i]);
    }
  return TRUE;
}

/* Behind an escape; NULL if it is none of JSON or makes no character. */
static const char *
skip_escape (const char *p)
{
  guint number;
  guint low;

  p++;
  if (*p != 'u')
    return *p != '\0' && strchr ("\"\\/bfnrt", *p) != NULL ? p + 1 : NULL;
  if (!read_hex (p + 1, &number) || number == 0 || (number >= 0xdc00 && number <= 0xdfff))
    return NULL;
  p += 5;
  if (number < 0xd800 || number > 0xdbff)
    return p;
  return p[0] == '\\' && p[1] == 'u' && read_hex (p + 2, &low) && low >= 0xdc00 && low <= 0xdfff ? p + 6 : NULL;
}

static const char *
skip_string (const char *p)
{
  for (p++; *p != '"';)
    {
      if (*p == '\0')
        return NULL;
      p = *p == '\\' ? skip_escape (p) : p + 1;
      if (p == NULL)
        return NULL;
    }
  return p + 1;
}

/* Whether it can be given to json-glib. */
static gboolean
is_harmless (const char *json)
{
  guint depth = 0;

  for (const char *p = json; *p != '\0';)
    {
      if (*p == '"')
        {
          p = skip_string (p);
          if (p == NULL)
            return FALSE;
          continue;
        }
      if (*p == '[' || *p == '{')
        depth++;
      else if (*p == ']' || *p == '}')
        depth -= depth > 0;
      else if (!g_ascii_isalnum (*p) && strchr (" \t\r\n,:+-.", *p) == NULL)
        return FALSE;
      if (depth > MAX_DEPTH)
        return FALSE;
      p++;
    }
  return TRUE;
}

/* The value of @name if it is a string, without the mark-up of HTML in it. */
static char *
dup_string (JsonObject *object,
            const char *name)
{
  JsonNode   *node = json_object_get_member (object, name);
  const char *value = node != NULL && JSON_NODE_HOLDS_VALUE (node) ? json_node_get_string (node) : NULL;
  GString    *resolved;

  if (value == NULL)
    return NULL;
  resolved = g_string_new (NULL);
  doublet_html_append_resolved (resolved, value, strlen (value), FALSE);
  return g_string_free (resolved, FALSE);
}

static gboolean
is_name_of_article (const char *type)
{
  return type != NULL && (g_str_has_suffix (type, "Article") || g_str_has_suffix (type, "Posting") || g_str_has_suffix (type, "Report"));
}

static gboolean
is_article (JsonObject *object)
{
  JsonNode *type = json_object_get_member (object, "@type");

  if (type != NULL && JSON_NODE_HOLDS_VALUE (type))
    return is_name_of_article (json_node_get_string (type)) && !g_str_has_suffix (json_node_get_string (type), "JobPosting");
  if (type != NULL && JSON_NODE_HOLDS_ARRAY (type))
    {
      JsonArray *types = json_node_get_array (type);

      for (guint i = 0; i < json_array_get_length (types); i++)
        if (JSON_NODE_HOLDS_VALUE (json_array_get_element (types, i)) && is_name_of_article (json_array_get_string_element (types, i)))
          return TRUE;
    }
  return FALSE;
}

/* The name of the object that is called @id. */
static char *
find_name (JsonArray  *graph,
           const char *id)
{
  for (guint i = 0; graph != NULL && i < json_array_get_length (graph); i++)
    {
      JsonNode *node = json_array_get_element (graph, i);

      if (JSON_NODE_HOLDS_OBJECT (node))
        {
          g_autofree char *its_id = dup_string (json_node_get_object (node), "@id");
          g_autofree char *name = g_strcmp0 (its_id, id) == 0 ? dup_string (json_node_get_object (node), "name") : NULL;

          if (name != NULL)
            return g_steal_pointer (&name);
        }
    }
  return NULL;
}

static void
add_author (DoubletHtmlLinkedData *self,
            JsonNode              *node,
            JsonArray             *graph)
{
  g_autofree char *name = NULL;

  if (JSON_NODE_HOLDS_VALUE (node) && json_node_get_string (node) != NULL)
    {
      GString *resolved = g_string_new (NULL);

      doublet_html_append_resolved (resolved, json_node_get_string (node), strlen (json_node_get_string (node)), FALSE);
      name = g_string_free (resolved, FALSE);
    }
  else if (JSON_NODE_HOLDS_OBJECT (node))
    {
      g_autofree char *id = dup_string (json_node_get_object (node), "@id");

      name = dup_string (json_node_get_object (node), "name");
      if (name == NULL && id != NULL)
        name = find_name (graph, id);
    }
  doublet_byline_add (self->authors, name);
}

static void
read_article (DoubletHtmlLinkedData *self,
              JsonObject            *article,
              JsonArray             *graph)
{
  JsonNode *author = json_object_get_member (article, "author");

  self->headline = dup_string (article, "headline");
  self->authors = g_ptr_array_new_with_free_func (g_free);
  if (author != NULL && JSON_NODE_HOLDS_ARRAY (author))
    {
      JsonArray *authors = json_node_get_array (author);

      for (guint i = 0; i < json_array_get_length (authors); i++)
        add_author (self, json_array_get_element (authors, i), graph);
    }
  else if (author != NULL)
    {
      add_author (self, author, graph);
    }
}

static gboolean
read_list (DoubletHtmlLinkedData *self,
           JsonArray             *list)
{
  for (guint i = 0; i < json_array_get_length (list); i++)
    {
      JsonNode *node = json_array_get_element (list, i);

      if (JSON_NODE_HOLDS_OBJECT (node) && is_article (json_node_get_object (node)))
        {
          read_article (self, json_node_get_object (node), list);
          return TRUE;
        }
    }
  return FALSE;
}

static gboolean
read_root (DoubletHtmlLinkedData *self,
           JsonNode              *root)
{
  JsonNode *graph;

  if (JSON_NODE_HOLDS_ARRAY (root))
    return read_list (self, json_node_get_array (root));
  if (!JSON_NODE_HOLDS_OBJECT (root))
    return FALSE;
  graph = json_object_get_member (json_node_get_object (root), "@graph");
  if (graph != NULL && JSON_NODE_HOLDS_ARRAY (graph) && read_list (self, json_node_get_array (graph)))
    return TRUE;
  if (!is_article (json_node_get_object (root)))
    return FALSE;
  read_article (self, json_node_get_object (root), NULL);
  return TRUE;
}

/*
 * doublet_html_linked_data_read:
 * @self: (out caller-allocates): what @tree says of its article
 * @tree: a page
 */
void
doublet_html_linked_data_read (DoubletHtmlLinkedData *self,
                               const DoubletHtmlTree *tree)
{
  const char *p = tree->linked_data->str;
  const char *limit = p + tree->linked_data->len;

  *self = (DoubletHtmlLinkedData){ NULL, NULL };
  for (gboolean is_found = FALSE; p < limit && !is_found; p += strlen (p) + 1)
    {
      g_autofree char *json = g_strdelimit (g_strdup (p), (const char[]){ DOUBLET_HTML_AMPERSAND, '\0' }, '&');
      g_autoptr (JsonParser) parser = NULL;

      if (!is_harmless (json))
        continue;
      parser = json_parser_new_immutable ();
      if (json_parser_load_from_data (parser, json, -1, NULL) && json_parser_get_root (parser) != NULL)
        is_found = read_root (self, json_parser_get_root (parser));
    }
}

/*
 * doublet_html_linked_data_clear:
 * @self: what a page says of its article
 *
 * Frees what @self owns.
 */
void
doublet_html_linked_data_clear (DoubletHtmlLinkedData *self)
{
  g_clear_pointer (&self->headline, g_free);
  g_clear_pointer (&self->authors, g_ptr_array_unref);
}
