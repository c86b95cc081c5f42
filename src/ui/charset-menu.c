/* charset-menu.c
 *
 * SPDX-FileCopyrightText: 2026 The Doublet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "charset-menu.h"

#include "charset-names.h"

#include <string.h>

#include <glib/gi18n-lib.h>

/*
 * A menu to choose the character set from, for "column.charset".  Few people know the name
 * of the one they need, but everybody knows where a text comes from: hence the regions,
 * each with what editors meet there, the most common first.
 */

#define NAMES(...) ((const char *const[]){ __VA_ARGS__, NULL })

static const struct
{
  const char        *title;
  const char *const *names;
} regions[] = {
  { N_ ("_Western Europe and the Americas"), NAMES ("Windows-1252", "ISO-8859-15", "Macintosh", "IBM850") },
  { N_ ("_Central Europe"), NAMES ("Windows-1250", "ISO-8859-2", "IBM852") },
  { N_ ("_Baltic Countries"), NAMES ("Windows-1257", "ISO-8859-13") },
  { N_ ("C_yrillic"), NAMES ("Windows-1251", "KOI8-R", "KOI8-U", "IBM866") },
  { N_ ("_Greek and Turkish"), NAMES ("Windows-1253", "ISO-8859-7", "Windows-1254") },
  { N_ ("_Arabic and Hebrew"), NAMES ("Windows-1256", "ISO-8859-6", "Windows-1255", "ISO-8859-8") },
  { N_ ("_Japanese"), NAMES ("Shift_JIS", "EUC-JP", "ISO-2022-JP") },
  { N_ ("C_hinese and Korean"), NAMES ("GB18030", "Big5", "EUC-KR") },
  { N_ ("_Thai and Vietnamese"), NAMES ("Windows-874", "Windows-1258") },
};

static void
append_charset (GMenu      *menu,
                const char *label,
                const char *charset)
{
  g_autoptr (GMenuItem) item = g_menu_item_new (label, NULL);

  g_menu_item_set_action_and_target (item, "column.charset", "s", charset);
  g_menu_append_item (menu, item);
}

/* In a menu an underscore says that the next letter is a key. */
static void
append_name (GMenu      *menu,
             const char *charset)
{
  g_auto (GStrv) parts = g_strsplit (charset, "_", -1);
  g_autofree char *label = g_strjoinv ("__", parts);

  append_charset (menu, label, charset);
}

static void
append_submenu (GMenu             *menu,
                const char        *title,
                const char *const *names)
{
  g_autoptr (GMenu) submenu = g_menu_new ();

  for (; *names != NULL; names++)
    append_name (submenu, *names);
  g_menu_append_submenu (menu, title, G_MENU_MODEL (submenu));
}

static void
append_all (GMenu *menu)
{
  g_autoptr (GMenu) submenu = g_menu_new ();
  guint                 n_charsets;
  const DoubletCharset *charsets = doublet_charset_get_all (&n_charsets);

  for (guint i = 0; i < n_charsets; i++)
    append_name (submenu, charsets[i].name);
  g_menu_append_submenu (menu, _ ("_Other…"), G_MENU_MODEL (submenu));
}

/**
 * doublet_charset_menu_get_title:
 * @article: an article
 *
 * Returns: (transfer full): what to call the menu: with the character set that @article
 *   was read in
 */
char *
doublet_charset_menu_get_title (const DoubletArticle *article)
{
  const char *charset = doublet_article_get_charset (article);

  if (charset == NULL)
    return g_strdup (_ ("Character _Set"));

  g_auto (GStrv) parts = g_strsplit (charset, "_", -1);
  g_autofree char *name = g_strjoinv ("__", parts);
  if (doublet_article_get_charset_guessed (article))
    /* Translators: the name of a character set, such as Windows-1252 */
    return g_strdup_printf (_ ("Character _Set: %s, Guessed"), name);
  /* Translators: the name of a character set, such as Windows-1252 */
  return g_strdup_printf (_ ("Character _Set: %s"), name);
}

/**
 * doublet_charset_menu_new:
 * @article: an article
 *
 * Returns: (transfer full): the menu to read @article in another character set
 */
GMenuModel *
doublet_charset_menu_new (const DoubletArticle *article)
{
  GMenu *menu = g_menu_new ();
  g_autoptr (GMenu) first = g_menu_new ();
  g_autoptr (GMenu) by_region = g_menu_new ();
  const char *charset = doublet_article_get_charset (article);

  append_charset (first, _ ("_Detect Automatically"), "");
  append_name (first, "UTF-8");
  append_name (first, "UTF-16");
  /* The one it has now, so that it can be fixed where it was guessed. */
  if (charset != NULL && doublet_charset_find (charset) != NULL && strcmp (charset, "UTF-8") != 0 && strcmp (charset, "UTF-16") != 0)
    append_name (first, charset);
  g_menu_append_section (menu, NULL, G_MENU_MODEL (first));

  for (gsize i = 0; i < G_N_ELEMENTS (regions); i++)
    append_submenu (by_region, _ (regions[i].title), regions[i].names);
  append_all (by_region);
  g_menu_append_section (menu, NULL, G_MENU_MODEL (by_region));
  return G_MENU_MODEL (menu);
}
