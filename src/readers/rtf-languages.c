/* rtf-languages.c
 *
 * SPDX-FileCopyrightText: 2026 The Doublet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "rtf-languages.h"

/* The rest of a number is the country. */
#define LANGUAGE_BITS 0x3ff
#define MAIN_COUNTRY 0x400

static const struct
{
  guint16    number;
  const char tag[6];
} languages[] = {
  { 0x0401, "ar-SA" },
  { 0x0402, "bg" },
  { 0x0403, "ca" },
  { 0x0404, "zh-TW" },
  { 0x0405, "cs" },
  { 0x0406, "da" },
  { 0x0407, "de-DE" },
  { 0x0408, "el" },
  { 0x0409, "en-US" },
  { 0x040a, "es-ES" },
  { 0x040b, "fi" },
  { 0x040c, "fr-FR" },
  { 0x040d, "he" },
  { 0x040e, "hu" },
  { 0x040f, "is" },
  { 0x0410, "it-IT" },
  { 0x0411, "ja" },
  { 0x0412, "ko" },
  { 0x0413, "nl-NL" },
  { 0x0414, "nb" },
  { 0x0415, "pl" },
  { 0x0416, "pt-BR" },
  { 0x0417, "rm" },
  { 0x0418, "ro" },
  { 0x0419, "ru" },
  { 0x041a, "hr" },
  { 0x041b, "sk" },
  { 0x041c, "sq" },
  { 0x041d, "sv-SE" },
  { 0x041e, "th" },
  { 0x041f, "tr" },
  { 0x0420, "ur" },
  { 0x0421, "id" },
  { 0x0422, "uk" },
  { 0x0423, "be" },
  { 0x0424, "sl" },
  { 0x0425, "et" },
  { 0x0426, "lv" },
  { 0x0427, "lt" },
  { 0x0429, "fa" },
  { 0x042a, "vi" },
  { 0x042b, "hy" },
  { 0x042d, "eu" },
  { 0x042f, "mk" },
  { 0x0436, "af" },
  { 0x0437, "ka" },
  { 0x0438, "fo" },
  { 0x0439, "hi" },
  { 0x043a, "mt" },
  { 0x043c, "ga" },
  { 0x043e, "ms" },
  { 0x043f, "kk" },
  { 0x0441, "sw" },
  { 0x0443, "uz" },
  { 0x0445, "bn" },
  { 0x0446, "pa" },
  { 0x0447, "gu" },
  { 0x0449, "ta" },
  { 0x044a, "te" },
  { 0x044b, "kn" },
  { 0x044c, "ml" },
  { 0x044e, "mr" },
  { 0x0450, "mn" },
  { 0x0452, "cy" },
  { 0x0453, "km" },
  { 0x0454, "lo" },
  { 0x0455, "my" },
  { 0x0456, "gl" },
  { 0x0461, "ne" },
  { 0x0462, "fy" },
  { 0x0804, "zh-CN" },
  { 0x0807, "de-CH" },
  { 0x0809, "en-GB" },
  { 0x080a, "es-MX" },
  { 0x080c, "fr-BE" },
  { 0x0810, "it-CH" },
  { 0x0813, "nl-BE" },
  { 0x0814, "nn" },
  { 0x0816, "pt-PT" },
  { 0x081d, "sv-FI" },
  { 0x0c04, "zh-HK" },
  { 0x0c07, "de-AT" },
  { 0x0c09, "en-AU" },
  { 0x0c0a, "es-ES" },
  { 0x0c0c, "fr-CA" },
  { 0x0c1a, "sr" },
  { 0x1004, "zh-SG" },
  { 0x1009, "en-CA" },
  { 0x100c, "fr-CH" },
  { 0x1409, "en-NZ" },
  { 0x1809, "en-IE" },
  { 0x241a, "sr" },
  { 0x281a, "sr" },
};

static const char *
find_exactly (guint number)
{
  for (guint i = 0; i < G_N_ELEMENTS (languages); i++)
    if (languages[i].number == number)
      return languages[i].tag;
  return NULL;
}

/**
 * doublet_rtf_languages_find:
 * @number: a number of Windows (LCID)
 *
 * Returns: (transfer none) (nullable): the language in BCP 47; that of another country
 *   for a country that is not known
 */
const char *
doublet_rtf_languages_find (guint number)
{
  const char *tag = find_exactly (number);

  return tag != NULL ? tag : find_exactly ((number & LANGUAGE_BITS) | MAIN_COUNTRY);
}
