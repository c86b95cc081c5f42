/* byline.c
 *
 * SPDX-FileCopyrightText: 2026 The Doublet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "byline.h"

#include <string.h>

/*
 * Who wrote an article, from the names that its metadata list.
 *
 * Names are taken where a publisher writes them for readers: in web pages, books and the
 * front matter of Markdown files.  What Word, LibreOffice or a PDF's program calls the
 * author is mostly the account of whoever made the file: personal data that nobody chose
 * to publish, and that would stand in every report.  So their readers do not look.
 */

/* More names than a byline has room for. */
#define MAX_NAMES 50

static gboolean
is_address (const char *name)
{
  return strstr (name, "://") != NULL || g_str_has_prefix (name, "//") || g_str_has_prefix (name, "www.");
}

/*
 * doublet_byline_add:
 * @names: (element-type utf8): the names so far; it frees its elements
 * @name: (nullable): one or several more
 *
 * Adds @name unless it is there already, is blank or the address of a page.
 */
void
doublet_byline_add (GPtrArray  *names,
                    const char *name)
{
  g_autofree char *stripped = name != NULL ? g_strstrip (g_utf8_make_valid (name, -1)) : NULL;

  if (stripped == NULL || *stripped == '\0' || is_address (stripped) || names->len >= MAX_NAMES ||
      g_ptr_array_find_with_equal_func (names, stripped, g_str_equal, NULL))
    return;
  g_ptr_array_add (names, g_steal_pointer (&stripped));
}

/*
 * doublet_byline_set:
 * @names: (element-type utf8): names
 * @builder: gets them as its byline
 *
 * Names that hold commas ("Stone, Ann") are parted by semicolons.
 */
void
doublet_byline_set (GPtrArray             *names,
                    DoubletArticleBuilder *builder)
{
  g_autoptr (GString) byline = g_string_new (NULL);
  const char *sign = ", ";

  for (guint i = 0; i < names->len; i++)
    if (strchr (g_ptr_array_index (names, i), ',') != NULL)
      sign = "; ";
  for (guint i = 0; i < names->len; i++)
    g_string_append_printf (byline, "%s%s", i > 0 ? sign : "", (const char *)g_ptr_array_index (names, i));
  if (byline->len > 0)
    doublet_article_builder_set_byline (builder, byline->str);
}
