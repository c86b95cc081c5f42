/* rtf-words.c
 *
 * SPDX-FileCopyrightText: 2026 The Doublet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "rtf-words.h"

#include "rtf-code-pages.h"

#include <stdlib.h>
#include <string.h>

typedef struct
{
  const char      *word;
  DoubletRtfAction action;
  guint            value;
} Row;

/*
 * The control words of the Rich Text Format Specification 1.9.1 that matter for what
 * is read; the other 1,700 say how it looks.  Sorted by byte.
 */
static const Row rows[] = {
  { "aftncn", DOUBLET_RTF_SKIP, 0 },
  { "aftnsep", DOUBLET_RTF_SKIP, 0 },
  { "aftnsepc", DOUBLET_RTF_SKIP, 0 },
  { "annotation", DOUBLET_RTF_SKIP, 0 },
  { "ansi", DOUBLET_RTF_PAGE, DOUBLET_CODE_PAGE_WESTERN },
  { "ansicpg", DOUBLET_RTF_ANSI_PAGE, 0 },
  { "atnauthor", DOUBLET_RTF_SKIP, 0 },
  { "atndate", DOUBLET_RTF_SKIP, 0 },
  { "atnicn", DOUBLET_RTF_SKIP, 0 },
  { "atnid", DOUBLET_RTF_SKIP, 0 },
  { "atnref", DOUBLET_RTF_SKIP, 0 },
  { "atntime", DOUBLET_RTF_SKIP, 0 },
  { "atrfend", DOUBLET_RTF_SKIP, 0 },
  { "atrfstart", DOUBLET_RTF_SKIP, 0 },
  { "author", DOUBLET_RTF_SKIP, 0 },
  { "background", DOUBLET_RTF_SKIP, 0 },
  { "bkmkend", DOUBLET_RTF_SKIP, 0 },
  { "bkmkstart", DOUBLET_RTF_SKIP, 0 },
  { "bullet", DOUBLET_RTF_CHARACTER, 0x2022 },
  { "buptim", DOUBLET_RTF_SKIP, 0 },
  { "category", DOUBLET_RTF_SKIP, 0 },
  { "cell", DOUBLET_RTF_END_CELL, 0 },
  { "colortbl", DOUBLET_RTF_SKIP, 0 },
  { "column", DOUBLET_RTF_END_PARAGRAPH, 0 },
  { "comment", DOUBLET_RTF_SKIP, 0 },
  { "company", DOUBLET_RTF_SKIP, 0 },
  { "cpg", DOUBLET_RTF_FONT_PAGE, 0 },
  { "creatim", DOUBLET_RTF_SKIP, 0 },
  { "datafield", DOUBLET_RTF_SKIP, 0 },
  { "deff", DOUBLET_RTF_DEFAULT_FONT, 0 },
  { "deflang", DOUBLET_RTF_DEFAULT_LANGUAGE, 0 },
  { "deleted", DOUBLET_RTF_DELETED, 0 },
  { "do", DOUBLET_RTF_KEEP, 0 },
  { "doccomm", DOUBLET_RTF_SKIP, 0 },
  { "doctemplate", DOUBLET_RTF_SKIP, 0 },
  { "dptxbxtext", DOUBLET_RTF_BOX, 0 },
  { "emdash", DOUBLET_RTF_CHARACTER, 0x2014 },
  { "emspace", DOUBLET_RTF_CHARACTER, 0x2003 },
  { "endash", DOUBLET_RTF_CHARACTER, 0x2013 },
  { "enspace", DOUBLET_RTF_CHARACTER, 0x2002 },
  { "f", DOUBLET_RTF_FONT, 0 },
  { "factoidname", DOUBLET_RTF_SKIP, 0 },
  { "falt", DOUBLET_RTF_SKIP, 0 },
  { "fcharset", DOUBLET_RTF_FONT_CHARSET, 0 },
  { "fi", DOUBLET_RTF_FIRST_INDENT, 0 },
  { "filetbl", DOUBLET_RTF_SKIP, 0 },
  { "fldinst", DOUBLET_RTF_SKIP, 0 },
  { "fontemb", DOUBLET_RTF_SKIP, 0 },
  { "fonttbl", DOUBLET_RTF_FONTS, 0 },
  { "footer", DOUBLET_RTF_SKIP, 0 },
  { "footerf", DOUBLET_RTF_SKIP, 0 },
  { "footerl", DOUBLET_RTF_SKIP, 0 },
  { "footerr", DOUBLET_RTF_SKIP, 0 },
  { "footnote", DOUBLET_RTF_NOTE, 0 },
  { "ftncn", DOUBLET_RTF_SKIP, 0 },
  { "ftnsep", DOUBLET_RTF_SKIP, 0 },
  { "ftnsepc", DOUBLET_RTF_SKIP, 0 },
  { "generator", DOUBLET_RTF_SKIP, 0 },
  { "header", DOUBLET_RTF_SKIP, 0 },
  { "headerf", DOUBLET_RTF_SKIP, 0 },
  { "headerl", DOUBLET_RTF_SKIP, 0 },
  { "headerr", DOUBLET_RTF_SKIP, 0 },
  { "hlinkbase", DOUBLET_RTF_SKIP, 0 },
  { "ilvl", DOUBLET_RTF_LIST_LEVEL, 0 },
  { "info", DOUBLET_RTF_INFO, 0 },
  { "intbl", DOUBLET_RTF_IN_TABLE, 0 },
  { "keywords", DOUBLET_RTF_SKIP, 0 },
  { "lang", DOUBLET_RTF_LANGUAGE, 0 },
  { "latentstyles", DOUBLET_RTF_SKIP, 0 },
  { "lbr", DOUBLET_RTF_SPACE, 0 },
  { "ldblquote", DOUBLET_RTF_CHARACTER, 0x201c },
  { "line", DOUBLET_RTF_SPACE, 0 },
  { "listoverridetable", DOUBLET_RTF_SKIP, 0 },
  { "listtable", DOUBLET_RTF_SKIP, 0 },
  { "listtext", DOUBLET_RTF_AUTOMATIC_NUMBER, 0 },
  { "lquote", DOUBLET_RTF_CHARACTER, 0x2018 },
  { "ls", DOUBLET_RTF_LIST, 0 },
  { "ltrmark", DOUBLET_RTF_CHARACTER, 0x200e },
  { "mac", DOUBLET_RTF_PAGE, DOUBLET_CODE_PAGE_MACINTOSH },
  { "manager", DOUBLET_RTF_SKIP, 0 },
  { "mmathPict", DOUBLET_RTF_SKIP, 0 },
  { "mvf", DOUBLET_RTF_DELETED, 0 },
  { "mvt", DOUBLET_RTF_REVISED, 0 },
  { "nestcell", DOUBLET_RTF_END_CELL, 0 },
  { "nestrow", DOUBLET_RTF_END_PARAGRAPH, 0 },
  { "nextfile", DOUBLET_RTF_SKIP, 0 },
  { "nonesttables", DOUBLET_RTF_SKIP, 0 },
  { "nonshppict", DOUBLET_RTF_SKIP, 0 },
  { "objclass", DOUBLET_RTF_SKIP, 0 },
  { "objdata", DOUBLET_RTF_SKIP, 0 },
  { "objname", DOUBLET_RTF_SKIP, 0 },
  { "operator", DOUBLET_RTF_SKIP, 0 },
  { "outlinelevel", DOUBLET_RTF_OUTLINE_LEVEL, 0 },
  { "page", DOUBLET_RTF_END_PARAGRAPH, 0 },
  { "panose", DOUBLET_RTF_SKIP, 0 },
  { "par", DOUBLET_RTF_END_PARAGRAPH, 0 },
  { "pard", DOUBLET_RTF_RESET_PARAGRAPH, 0 },
  { "pc", DOUBLET_RTF_PAGE, DOUBLET_CODE_PAGE_PC },
  { "pca", DOUBLET_RTF_PAGE, DOUBLET_CODE_PAGE_PCA },
  { "pgptbl", DOUBLET_RTF_SKIP, 0 },
  { "pict", DOUBLET_RTF_SKIP, 0 },
  { "plain", DOUBLET_RTF_RESET_CHARACTERS, 0 },
  { "pnseclvl", DOUBLET_RTF_SKIP, 0 },
  { "pntext", DOUBLET_RTF_AUTOMATIC_NUMBER, 0 },
  { "pntxta", DOUBLET_RTF_SKIP, 0 },
  { "pntxtb", DOUBLET_RTF_SKIP, 0 },
  { "printim", DOUBLET_RTF_SKIP, 0 },
  { "private", DOUBLET_RTF_SKIP, 0 },
  { "qmspace", DOUBLET_RTF_CHARACTER, 0x2005 },
  { "rdblquote", DOUBLET_RTF_CHARACTER, 0x201d },
  { "revised", DOUBLET_RTF_REVISED, 0 },
  { "revtbl", DOUBLET_RTF_SKIP, 0 },
  { "revtim", DOUBLET_RTF_SKIP, 0 },
  { "row", DOUBLET_RTF_END_PARAGRAPH, 0 },
  { "rquote", DOUBLET_RTF_CHARACTER, 0x2019 },
  { "rsidtbl", DOUBLET_RTF_SKIP, 0 },
  { "rtlmark", DOUBLET_RTF_CHARACTER, 0x200f },
  { "rxe", DOUBLET_RTF_SKIP, 0 },
  { "s", DOUBLET_RTF_STYLE, 0 },
  { "sbasedon", DOUBLET_RTF_BASED_ON, 0 },
  { "sect", DOUBLET_RTF_END_PARAGRAPH, 0 },
  { "shpinst", DOUBLET_RTF_KEEP, 0 },
  { "shppict", DOUBLET_RTF_SKIP, 0 },
  { "shprslt", DOUBLET_RTF_SKIP, 0 },
  { "shptxt", DOUBLET_RTF_BOX, 0 },
  { "sn", DOUBLET_RTF_SKIP, 0 },
  { "softline", DOUBLET_RTF_SPACE, 0 },
  { "sp", DOUBLET_RTF_SKIP, 0 },
  { "stylesheet", DOUBLET_RTF_STYLES, 0 },
  { "subject", DOUBLET_RTF_SKIP, 0 },
  { "sv", DOUBLET_RTF_SKIP, 0 },
  { "tab", DOUBLET_RTF_TAB, 0 },
  { "tc", DOUBLET_RTF_SKIP, 0 },
  { "tcn", DOUBLET_RTF_SKIP, 0 },
  { "template", DOUBLET_RTF_SKIP, 0 },
  { "themedata", DOUBLET_RTF_SKIP, 0 },
  { "title", DOUBLET_RTF_TITLE, 0 },
  { "txe", DOUBLET_RTF_SKIP, 0 },
  { "u", DOUBLET_RTF_UNICODE, 0 },
  { "uc", DOUBLET_RTF_UNICODE_SKIP, 0 },
  { "ud", DOUBLET_RTF_UNICODE_WAY, 0 },
  { "upr", DOUBLET_RTF_TWO_WAYS, 0 },
  { "userprops", DOUBLET_RTF_SKIP, 0 },
  { "v", DOUBLET_RTF_HIDDEN, 0 },
  { "xe", DOUBLET_RTF_SKIP, 0 },
  { "xmlnstbl", DOUBLET_RTF_SKIP, 0 },
  { "zwbo", DOUBLET_RTF_CHARACTER, 0x200b },
  { "zwj", DOUBLET_RTF_CHARACTER, 0x200d },
  { "zwnbo", DOUBLET_RTF_CHARACTER, 0x2060 },
  { "zwnj", DOUBLET_RTF_CHARACTER, 0x200c },
};

static int
compare_word (const void *word,
              const void *row)
{
  return strcmp (word, ((const Row *)row)->word);
}

/**
 * doublet_rtf_words_find:
 * @word: a control word without its backslash
 * @value: (out): the value that goes with the action
 *
 * Returns: what it does
 */
DoubletRtfAction
doublet_rtf_words_find (const char *word,
                        guint      *value)
{
  const Row *row = bsearch (word, rows, G_N_ELEMENTS (rows), sizeof (Row), compare_word);

  *value = row != NULL ? row->value : 0;
  return row != NULL ? row->action : DOUBLET_RTF_NOTHING;
}
