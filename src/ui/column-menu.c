/* column-menu.c
 *
 * SPDX-FileCopyrightText: 2026 The Doublet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "column-menu.h"

#include "charset-menu.h"
#include "formats.h"
#include "wording.h"

#include <glib/gi18n-lib.h>

/*
 * The menu of a column's title.  Its actions are those of the heading: "column.show",
 * "column.charset" ..., which know the column.
 */

/* In a menu an underscore says that the next letter is a key. */
static char *
escape_underscores (const char *text)
{
  g_auto (GStrv) parts = g_strsplit (text, "_", -1);

  return g_strjoinv ("__", parts);
}

static char *
describe_article (DoubletNavigator *navigator,
                  guint             base,
                  guint             article)
{
  DoubletCollation *collation = doublet_navigator_get_collation (navigator);
  const char       *label = doublet_collation_get_label (collation, article);
  g_autofree char  *name = escape_underscores (doublet_article_get_name (doublet_collation_get_article (collation, article)));
  DoubletPair       pair;

  if (article == base || doublet_collation_get_stage (collation) < DOUBLET_STAGE_PASSAGES)
    return g_strdup_printf ("%s · %s", label, name);

  g_autofree char *share = NULL;
  doublet_collation_find_pair (collation, article, base, &pair);
  share = doublet_wording_percent (pair.of_a.half_words, doublet_collation_get_half_words (collation, article));
  /* Translators: letter and name of an article, a share, and the letter of the article it is compared with */
  return g_strdup_printf (_ ("%s · %s, %s of it is also in %s"), label, name, share, doublet_collation_get_label (collation, base));
}

/* How the article is read, as far as there is a choice. */
static void
append_reading (GMenu                *menu,
                const DoubletArticle *article,
                gboolean              is_file)
{
  const DoubletFormat *format = doublet_formats_find (doublet_article_get_format (article));
  DoubletChoices       choices = format != NULL ? format->choices : 0;
  g_autoptr (GMenu) reading = g_menu_new ();

  /* What was pasted came with its character set, and without the rest of its page. */
  if (is_file && (choices & DOUBLET_CHOICE_CHARSET))
    {
      g_autofree char *title = doublet_charset_menu_get_title (article);
      g_autoptr (GMenuModel) charsets = doublet_charset_menu_new (article);

      g_menu_append_submenu (reading, title, charsets);
    }
  if (is_file && (choices & DOUBLET_CHOICE_WHOLE_PAGE))
    g_menu_append (reading, _ ("_Whole Page"), "column.whole-page");
  if (choices & DOUBLET_CHOICE_TRACKED)
    {
      g_menu_append (reading, _ ("Tracked Changes _Accepted"), "column.tracked::accepted");
      g_menu_append (reading, _ ("As before the Tracked C_hanges"), "column.tracked::original");
      g_menu_append (reading, _ ("Compare with the Ori_ginal"), "column.compare-original");
    }
  g_menu_append_section (menu, NULL, G_MENU_MODEL (reading));
}

static GMenuModel *
make_articles (DoubletNavigator *navigator,
               guint             column)
{
  GMenu            *menu = g_menu_new ();
  DoubletCollation *collation = doublet_navigator_get_collation (navigator);
  guint             n_articles = doublet_collation_get_n_articles (collation);
  guint             n_columns;
  const guint      *columns = doublet_navigator_get_columns (navigator, &n_columns);

  for (guint i = 0; i < n_articles; i++)
    {
      g_autofree char *label = describe_article (navigator, columns[0], i);
      g_autoptr (GMenuItem) item = g_menu_item_new (label, NULL);

      g_menu_item_set_action_and_target (item, "column.show", "u", i);
      g_menu_append_item (menu, item);
    }
  return G_MENU_MODEL (menu);
}

/**
 * doublet_column_menu_new:
 * @navigator: a navigator that shows something
 * @column: one of its columns
 * @is_file: whether the article there is a file
 *
 * Returns: (transfer full): the menu of that column's title
 */
GMenuModel *
doublet_column_menu_new (DoubletNavigator *navigator,
                         guint             column,
                         gboolean          is_file)
{
  GMenu            *menu = g_menu_new ();
  DoubletCollation *collation = doublet_navigator_get_collation (navigator);
  guint             n_articles = doublet_collation_get_n_articles (collation);
  guint             n_columns;
  const guint      *columns = doublet_navigator_get_columns (navigator, &n_columns);
  g_autoptr (GMenu) columns_section = g_menu_new ();
  g_autoptr (GMenu) source = g_menu_new ();
  g_autoptr (GMenu) removing = g_menu_new ();

  if (n_articles > 1)
    {
      g_autoptr (GMenuModel) articles = make_articles (navigator, column);
      g_menu_append_section (menu, _ ("Show in This Column"), articles);
    }
  if (column > 0)
    g_menu_append (columns_section, _ ("Make This the _First Column"), "column.make-base");
  if (n_articles > n_columns && n_columns < DOUBLET_MAX_COLUMNS)
    g_menu_append (columns_section, _ ("Show One _More Column"), "column.add");
  if (n_columns > 2)
    g_menu_append (columns_section, _ ("_Close This Column"), "column.close");
  g_menu_append_section (menu, NULL, G_MENU_MODEL (columns_section));

  append_reading (menu, doublet_collation_get_article (collation, columns[column]), is_file);
  g_menu_append (source, _ ("Re_name…"), "column.rename");
  if (is_file)
    {
      g_menu_append (source, _ ("Re_load"), "column.reload");
      g_menu_append (source, _ ("Open in Its _Program"), "column.open");
    }
  g_menu_append_section (menu, NULL, G_MENU_MODEL (source));
  g_menu_append (removing, _ ("_Remove from the Comparison"), "column.remove");
  g_menu_append_section (menu, NULL, G_MENU_MODEL (removing));
  return G_MENU_MODEL (menu);
}
