/* character-class.c
 *
 * SPDX-FileCopyrightText: 2026 The Doublet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "character-class.h"

#include "icu.h"

/*
 * The classes follow the word break property of UAX #29, which ICU knows, with
 * what Doublet does differently put before it: hyphens join, ideographs stand
 * alone, dictionaries are asked for the scripts that need them, and whatever is
 * left is told apart as marks, symbols and pictographs.
 *
 * Code points come in pages of 256: finding a class is two loads.  The pages of western
 * languages are at hand (character-tables.c), others are made of what ICU says on first
 * use and kept.  A page may be made by two threads at once; the first one that is done
 * wins.
 */

#define FULL_WIDTH_QUOTATION_MARK 0xff02 /* by its category a mark like any other */

#define ELLIPSIS 0x2026

#define ASCII_LIMIT 0x80

const guint8 *doublet_character_pages[DOUBLET_CHARACTER_N_PAGES];

/* Hyphens that join two words into one; dashes do not. */
static gboolean
is_hyphen (gunichar c)
{
  switch (c)
    {
    case 0x058a: /* Armenian */
    case 0x05be: /* Hebrew maqaf */
    case 0x2010: /* hyphen */
    case 0x2011: /* the one that does not break */
    case 0xfe63: /* small */
    case 0xff0d: /* full-width */
      return TRUE;
    default:
      return FALSE;
    }
}

/* Marks by their category, but symbols by their use: what an amount is given in. */
static gboolean
is_symbol_by_use (gunichar c)
{
  switch (c)
    {
    case 0x00a7: /* § */
    case 0x00b6: /* ¶ */
    case 0x066a: /* Arabic per cent */
    case 0x2030: /* ‰ */
    case 0x2031: /* ‱ */
    case 0xfe6a: /* small per cent */
    case 0xff05: /* full-width per cent */
      return TRUE;
    default:
      return FALSE;
    }
}

/* What the word break property leaves over. */
static DoubletCharacterClass
classify_by_category (gunichar c)
{
  switch (doublet_icu ()->u_charType (c))
    {
    case U_START_PUNCTUATION:
    case U_END_PUNCTUATION:
    case U_INITIAL_PUNCTUATION:
    case U_FINAL_PUNCTUATION:
      return DOUBLET_CLASS_SINGLE_MARK;
    case U_DASH_PUNCTUATION:
    case U_OTHER_PUNCTUATION:
    case U_CONNECTOR_PUNCTUATION:
      return is_symbol_by_use (c) ? DOUBLET_CLASS_SYMBOL : DOUBLET_CLASS_PUNCTUATION;
    case U_FORMAT_CHAR:
    case U_NON_SPACING_MARK:
    case U_ENCLOSING_MARK:
    case U_COMBINING_SPACING_MARK:
      return DOUBLET_CLASS_EXTEND;
    case U_DECIMAL_DIGIT_NUMBER:
      return DOUBLET_CLASS_DIGIT;
    case U_LETTER_NUMBER:
    case U_OTHER_NUMBER:
      return DOUBLET_CLASS_OTHER_NUMBER;
    default:
      return doublet_icu ()->u_hasBinaryProperty (c, UCHAR_EXTENDED_PICTOGRAPHIC) ? DOUBLET_CLASS_PICTOGRAPH : DOUBLET_CLASS_SYMBOL;
    }
}

static DoubletCharacterClass
classify_by_word_break (gunichar c)
{
  switch (doublet_icu ()->u_getIntPropertyValue (c, UCHAR_WORD_BREAK))
    {
    case U_WB_ALETTER:
      return DOUBLET_CLASS_LETTER;
    case U_WB_HEBREW_LETTER:
      return DOUBLET_CLASS_HEBREW;
    case U_WB_NUMERIC:
      return DOUBLET_CLASS_DIGIT;
    case U_WB_KATAKANA:
      return DOUBLET_CLASS_KATAKANA;
    case U_WB_EXTEND:
    case U_WB_FORMAT:
    case U_WB_ZWJ:
      return DOUBLET_CLASS_EXTEND;
    case U_WB_EXTENDNUMLET:
      return DOUBLET_CLASS_UNDERSCORE;
    case U_WB_MIDLETTER:
      return DOUBLET_CLASS_MID_LETTER;
    case U_WB_MIDNUM:
      return DOUBLET_CLASS_MID_NUMBER;
    case U_WB_MIDNUMLET:
      return DOUBLET_CLASS_MID_BOTH;
    case U_WB_REGIONAL_INDICATOR:
      return DOUBLET_CLASS_REGIONAL;
    default:
      return classify_by_category (c);
    }
}

static DoubletCharacterClass
classify (gunichar c)
{
  UErrorCode  status = U_ZERO_ERROR;
  UScriptCode script;
  gboolean    is_letter;

  if (c < ASCII_LIMIT)
    return doublet_character_latin[c];
  if (doublet_icu ()->u_isUWhiteSpace (c) || doublet_icu ()->u_charType (c) == U_CONTROL_CHAR)
    return DOUBLET_CLASS_SPACE;
  if (is_hyphen (c))
    return DOUBLET_CLASS_HYPHEN;
  if (c == FULL_WIDTH_QUOTATION_MARK)
    return DOUBLET_CLASS_SINGLE_MARK;

  script = doublet_icu ()->uscript_getScript (c, &status);
  is_letter = doublet_icu ()->u_isalpha (c) || doublet_icu ()->u_hasBinaryProperty (c, UCHAR_IDEOGRAPHIC);
  if (is_letter && (script == USCRIPT_HAN || script == USCRIPT_HIRAGANA || doublet_icu ()->u_hasBinaryProperty (c, UCHAR_IDEOGRAPHIC)))
    return DOUBLET_CLASS_IDEOGRAPH;
  if (doublet_icu ()->u_getIntPropertyValue (c, UCHAR_WORD_BREAK) == U_WB_ALETTER && script == USCRIPT_HANGUL)
    return DOUBLET_CLASS_HANGUL;
  if (doublet_icu ()->u_getIntPropertyValue (c, UCHAR_LINE_BREAK) == U_LB_COMPLEX_CONTEXT && doublet_icu ()->u_getIntPropertyValue (c, UCHAR_WORD_BREAK) == U_WB_OTHER)
    return DOUBLET_CLASS_DICTIONARY;
  return classify_by_word_break (c);
}

static guint8
find_properties (gunichar c)
{
  guint8 properties = classify (c);

  if (c < ASCII_LIMIT)
    return properties;
  if (doublet_icu ()->u_isupper (c) || doublet_icu ()->u_istitle (c))
    properties |= DOUBLET_CHARACTER_IS_CAPITAL;
  if (doublet_icu ()->u_hasBinaryProperty (c, UCHAR_S_TERM) || c == ELLIPSIS)
    properties |= DOUBLET_CHARACTER_ENDS_SENTENCE;
  else if (doublet_icu ()->u_hasBinaryProperty (c, UCHAR_TERMINAL_PUNCTUATION))
    properties |= DOUBLET_CHARACTER_ENDS_CLAUSE;
  return properties;
}

/**
 * doublet_character_page_build:
 * @number: a page's number
 *
 * Asks ICU about each code point of a page.
 *
 * Returns: (transfer full) (array fixed-size=256): the properties of its code points
 */
guint8 *
doublet_character_page_build (guint number)
{
  guint8 *page = g_new (guint8, DOUBLET_CHARACTER_PAGE_SIZE);

  for (guint i = 0; i < DOUBLET_CHARACTER_PAGE_SIZE; i++)
    page[i] = find_properties ((number << DOUBLET_CHARACTER_PAGE_BITS) + i);
  return page;
}

/**
 * doublet_character_page_find:
 * @number: a page's number
 *
 * Gets a page that is not among doublet_character_pages, and puts it there.
 *
 * Returns: (transfer none) (array fixed-size=256): the properties of its code points
 */
const guint8 *
doublet_character_page_find (guint number)
{
  guint8 *page;

  /* Whoever sets it sets the same. */
  if (number == DOUBLET_CHARACTER_LATIN_PAGE || number == DOUBLET_CHARACTER_SIGNS_PAGE)
    {
      const guint8 *table = number == DOUBLET_CHARACTER_LATIN_PAGE ? doublet_character_latin : doublet_character_signs;

      g_atomic_pointer_set (&doublet_character_pages[number], table);
      return table;
    }

  page = doublet_character_page_build (number);
  if (!g_atomic_pointer_compare_and_exchange (&doublet_character_pages[number], NULL, page))
    g_free (page);
  return g_atomic_pointer_get (&doublet_character_pages[number]);
}
