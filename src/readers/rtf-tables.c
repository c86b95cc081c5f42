/* rtf-tables.c
 *
 * SPDX-FileCopyrightText: 2026 The Doublet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "rtf-tables.h"

#include "rtf-code-pages.h"

#include <string.h>

/* Longer than any name that means something. */
#define NAME_BYTES 63

/* Word has nine levels of headings; the tenth is that of running text. */
#define N_OUTLINE_LEVELS 9

/* Styles are based on others in chains; one that bites its tail ends here. */
#define MAX_CHAIN 16

typedef struct
{
  gboolean        is_known; /* says what it is; else the one that it is based on does */
  DoubletRtfStyle what;
  int             based_on; /* or -1 */
} Style;

struct _DoubletRtfTables
{
  GHashTable *fonts;  /* number to code page */
  GHashTable *styles; /* number to Style, owned */
  char        name[NAME_BYTES + 1];
  gsize       n_name;

  /* The open entries. */
  int      font;
  gboolean in_font;
  int      font_charset; /* or -1 */
  guint    font_code_page;
  int      style;
  gboolean in_style;
  Style    open_style;
};

/**
 * doublet_rtf_tables_new:
 *
 * Returns: (transfer full): empty tables
 */
DoubletRtfTables *
doublet_rtf_tables_new (void)
{
  DoubletRtfTables *self = g_new0 (DoubletRtfTables, 1);

  self->fonts = g_hash_table_new (g_direct_hash, g_direct_equal);
  self->styles = g_hash_table_new_full (g_direct_hash, g_direct_equal, NULL, g_free);
  return self;
}

/**
 * doublet_rtf_tables_free:
 * @self: (transfer full): tables
 */
void
doublet_rtf_tables_free (DoubletRtfTables *self)
{
  g_hash_table_unref (self->fonts);
  g_hash_table_unref (self->styles);
  g_free (self);
}

/**
 * doublet_rtf_tables_add_name:
 * @self: tables
 * @bytes: more of the name of the open entry
 * @n_bytes: how many
 */
void
doublet_rtf_tables_add_name (DoubletRtfTables *self,
                             const guint8     *bytes,
                             gsize             n_bytes)
{
  for (gsize i = 0; i < n_bytes && self->n_name < NAME_BYTES; i++)
    if (self->n_name > 0 || bytes[i] != ' ')
      self->name[self->n_name++] = g_ascii_tolower ((char)bytes[i]);
  self->name[self->n_name] = '\0';
}

static void
clear_name (DoubletRtfTables *self)
{
  self->n_name = 0;
  self->name[0] = '\0';
}

/**
 * doublet_rtf_tables_begin_font:
 * @self: tables
 * @font: its number
 */
void
doublet_rtf_tables_begin_font (DoubletRtfTables *self,
                               int               font)
{
  doublet_rtf_tables_end_font (self);
  self->in_font = TRUE;
  self->font = font;
  self->font_charset = -1;
  self->font_code_page = 0;
}

void
doublet_rtf_tables_set_font_charset (DoubletRtfTables *self,
                                     int               charset)
{
  self->font_charset = charset;
}

void
doublet_rtf_tables_set_font_code_page (DoubletRtfTables *self,
                                       guint             code_page)
{
  self->font_code_page = code_page;
}

/* "Symbol" is also what programs say of fonts that hold ordinary letters. */
static guint
find_symbol_page (const char *name)
{
  static const char *const pictures[] = { "wingdings", "webdings", "zapfdingbats", "zapf dingbats", "marlett", NULL };

  for (guint i = 0; pictures[i] != NULL; i++)
    if (g_str_has_prefix (name, pictures[i]))
      return DOUBLET_CODE_PAGE_PICTURES;
  return g_str_has_prefix (name, "symbol") ? DOUBLET_CODE_PAGE_SYMBOL : 0;
}

/**
 * doublet_rtf_tables_end_font:
 * @self: tables
 */
void
doublet_rtf_tables_end_font (DoubletRtfTables *self)
{
  if (self->in_font)
    {
      guint page = self->font_code_page;

      if (page == 0)
        page = doublet_code_page_of_font (self->font_charset);
      if (page == DOUBLET_CODE_PAGE_SYMBOL || page == 0)
        page = find_symbol_page (self->name);
      g_hash_table_insert (self->fonts, GINT_TO_POINTER (self->font), GUINT_TO_POINTER (page));
    }
  self->in_font = FALSE;
  clear_name (self);
}

/**
 * doublet_rtf_tables_get_code_page:
 * @self: tables
 * @font: a number
 *
 * Returns: its code page, or 0 for that of the document
 */
guint
doublet_rtf_tables_get_code_page (const DoubletRtfTables *self,
                                  int                     font)
{
  return GPOINTER_TO_UINT (g_hash_table_lookup (self->fonts, GINT_TO_POINTER (font)));
}

/**
 * doublet_rtf_tables_begin_style:
 * @self: tables
 * @style: its number
 */
void
doublet_rtf_tables_begin_style (DoubletRtfTables *self,
                                int               style)
{
  doublet_rtf_tables_end_style (self);
  self->in_style = TRUE;
  self->style = style;
  self->open_style = (Style){ .based_on = -1 };
}

void
doublet_rtf_tables_set_outline_level (DoubletRtfTables *self,
                                      int               level)
{
  self->open_style.is_known = TRUE;
  if (level >= 0 && level < N_OUTLINE_LEVELS)
    self->open_style.what = (DoubletRtfStyle){ DOUBLET_BLOCK_HEADING, (guint)level + 1 };
}

void
doublet_rtf_tables_set_based_on (DoubletRtfTables *self,
                                 int               style)
{
  self->open_style.based_on = style;
}

/* Word, LibreOffice and their kin write these in every language. */
static void
judge_name (Style      *style,
            const char *name)
{
  static const struct
  {
    const char     *prefix;
    DoubletRtfStyle what;
  } names[] = {
    { "title", { DOUBLET_BLOCK_HEADING, 1 } },
    { "quot", { DOUBLET_BLOCK_QUOTATION, 0 } },
    { "intense quot", { DOUBLET_BLOCK_QUOTATION, 0 } },
    { "block text", { DOUBLET_BLOCK_QUOTATION, 0 } },
    { "caption", { DOUBLET_BLOCK_CAPTION, 0 } },
    { "list bullet", { DOUBLET_BLOCK_LIST_ITEM, 1 } },
    { "list number", { DOUBLET_BLOCK_LIST_ITEM, 1 } },
  };

  if (style->is_known)
    return;

  if (g_str_has_prefix (name, "heading ") && name[8] >= '1' && name[8] <= '9')
    {
      style->is_known = TRUE;
      style->what = (DoubletRtfStyle){ DOUBLET_BLOCK_HEADING, (guint)(name[8] - '0') };
    }
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    if (g_str_has_prefix (name, names[i].prefix))
      {
        style->is_known = TRUE;
        style->what = names[i].what;
      }
}

/**
 * doublet_rtf_tables_end_style:
 * @self: tables
 */
void
doublet_rtf_tables_end_style (DoubletRtfTables *self)
{
  if (self->in_style)
    {
      judge_name (&self->open_style, self->name);
      g_hash_table_insert (self->styles, GINT_TO_POINTER (self->style),
                           g_memdup2 (&self->open_style, sizeof self->open_style));
    }
  self->in_style = FALSE;
  clear_name (self);
}

/**
 * doublet_rtf_tables_get_style:
 * @self: tables
 * @style: a number
 *
 * Returns: what it makes of a paragraph
 */
DoubletRtfStyle
doublet_rtf_tables_get_style (const DoubletRtfTables *self,
                              int                     style)
{
  const DoubletRtfStyle paragraph = { DOUBLET_BLOCK_PARAGRAPH, 0 };

  for (guint i = 0; i < MAX_CHAIN; i++)
    {
      const Style *found = g_hash_table_lookup (self->styles, GINT_TO_POINTER (style));

      if (found == NULL)
        break;
      if (found->is_known)
        return found->what;
      style = found->based_on;
    }
  return paragraph;
}
