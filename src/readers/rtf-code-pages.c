/* rtf-code-pages.c
 *
 * SPDX-FileCopyrightText: 2026 The Doublet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "rtf-code-pages.h"

#include "symbol-font.h"

#include <errno.h>
#include <string.h>

/* Those of Windows have names that follow from their numbers. */
#define FIRST_WINDOWS 1250
#define LAST_WINDOWS 1258

/* A document opens as many converters as it names code pages, and no more than there
 * are. */
typedef struct
{
  guint  code_page;
  GIConv converter;
} OpenPage;

struct _DoubletCodePages
{
  GArray *pages;  /* OpenPage, in the order of their first use */
  GIConv  chosen; /* what a person said, or invalid */
  gsize   n_replaced;
};

#define INVALID_CONVERTER ((GIConv)-1)

/* What glibc and libiconv call the pages that have no number there, or another. */
static const struct
{
  guint       code_page;
  const char *name;
} page_names[] = {
  { 437, "IBM437" },
  { 850, "IBM850" },
  { 852, "IBM852" },
  { 855, "IBM855" },
  { 857, "IBM857" },
  { 860, "IBM860" },
  { 861, "IBM861" },
  { 862, "IBM862" },
  { 863, "IBM863" },
  { 864, "IBM864" },
  { 865, "IBM865" },
  { 866, "IBM866" },
  { 869, "IBM869" },
  { 874, "CP874" },
  { 932, "CP932" },
  { 936, "GBK" },
  { 949, "CP949" },
  { 950, "BIG5" },
  { 1361, "JOHAB" },
  { 10000, "MACINTOSH" },
  { 10001, "SHIFT_JIS" },
  { 10002, "BIG5" },
  { 10003, "EUC-KR" },
  { 10007, "MAC-CYRILLIC" },
  { 10008, "GB2312" },
  { 10029, "MAC-CENTRALEUROPE" },
  { 28591, "ISO-8859-1" },
  { 28592, "ISO-8859-2" },
  { 28595, "ISO-8859-5" },
  { 54936, "GB18030" },
  { 65001, "UTF-8" },
};

/* Of \fcharset.  1 is "the usual one", and 0 here. */
static const struct
{
  guint8  charset;
  guint16 code_page;
} font_pages[] = {
  { 0, DOUBLET_CODE_PAGE_WESTERN },
  { 2, DOUBLET_CODE_PAGE_SYMBOL },
  { 77, DOUBLET_CODE_PAGE_MACINTOSH },
  { 78, 10001 },
  { 79, 10003 },
  { 80, 10008 },
  { 81, 10002 },
  { 88, 10029 },
  { 89, 10007 },
  { 128, 932 },
  { 129, 949 },
  { 130, 1361 },
  { 134, 936 },
  { 136, 950 },
  { 161, 1253 },
  { 162, 1254 },
  { 163, 1258 },
  { 177, 1255 },
  { 178, 1256 },
  { 186, 1257 },
  { 204, 1251 },
  { 222, 874 },
  { 238, 1250 },
  { 254, DOUBLET_CODE_PAGE_PC },
  { 255, DOUBLET_CODE_PAGE_PCA },
};

/* Where Windows puts what only a font of symbols can show. */
#define SYMBOL_AREA 0xf000

/**
 * doublet_code_pages_new:
 * @charset: (nullable): the character set that a person chose
 *
 * Returns: (transfer full): no code pages yet
 */
DoubletCodePages *
doublet_code_pages_new (const DoubletCharset *charset)
{
  DoubletCodePages *self = g_new0 (DoubletCodePages, 1);

  self->pages = g_array_new (FALSE, FALSE, sizeof (OpenPage));
  self->chosen = charset != NULL ? g_iconv_open ("UTF-8", charset->encoding) : INVALID_CONVERTER;
  return self;
}

/**
 * doublet_code_pages_free:
 * @self: (transfer full): code pages
 */
void
doublet_code_pages_free (DoubletCodePages *self)
{
  for (guint i = 0; i < self->pages->len; i++)
    {
      GIConv converter = g_array_index (self->pages, OpenPage, i).converter;

      if (converter != INVALID_CONVERTER)
        g_iconv_close (converter);
    }
  g_array_unref (self->pages);
  if (self->chosen != INVALID_CONVERTER)
    g_iconv_close (self->chosen);
  g_free (self);
}

/**
 * doublet_code_page_get_charset:
 * @code_page: a number
 *
 * Returns: (transfer full) (nullable): the name of its character set
 */
char *
doublet_code_page_get_charset (guint code_page)
{
  if (code_page >= FIRST_WINDOWS && code_page <= LAST_WINDOWS)
    return g_strdup_printf ("windows-%u", code_page);

  for (guint i = 0; i < G_N_ELEMENTS (page_names); i++)
    if (page_names[i].code_page == code_page)
      return g_strdup (page_names[i].name);
  return NULL;
}

/**
 * doublet_code_page_of_font:
 * @font_charset: what stands behind \fcharset
 *
 * Returns: the code page, or 0 for that of the document
 */
guint
doublet_code_page_of_font (int font_charset)
{
  for (guint i = 0; i < G_N_ELEMENTS (font_pages); i++)
    if (font_pages[i].charset == font_charset)
      return font_pages[i].code_page;
  return 0;
}

static GIConv
open_page (guint code_page)
{
  g_autofree char *charset = doublet_code_page_get_charset (code_page);

  return charset != NULL ? g_iconv_open ("UTF-8", charset) : INVALID_CONVERTER;
}

/**
 * doublet_code_page_prepare:
 * @code_page: a number
 *
 * Has the C library load what decodes a code page, so that it can be used where no
 * file can be opened any more.
 */
void
doublet_code_page_prepare (guint code_page)
{
  /* Never closed: that would unload it again. */
  static OpenPage kept[G_N_ELEMENTS (page_names) + LAST_WINDOWS - FIRST_WINDOWS + 1];
  static guint    n_kept;

  for (guint i = 0; i < n_kept; i++)
    if (kept[i].code_page == code_page)
      return;

  if (n_kept < G_N_ELEMENTS (kept))
    {
      GIConv converter = open_page (code_page);

      if (converter != INVALID_CONVERTER)
        kept[n_kept++] = (OpenPage){ code_page, converter };
    }
}

/**
 * doublet_code_page_prepare_charset:
 * @charset: (nullable): the character set that a person chose
 *
 * As doublet_code_page_prepare().
 */
void
doublet_code_page_prepare_charset (const DoubletCharset *charset)
{
  static GIConv kept = INVALID_CONVERTER;

  if (charset != NULL && kept == INVALID_CONVERTER)
    kept = g_iconv_open ("UTF-8", charset->encoding);
}

static GIConv
find_converter (DoubletCodePages *self,
                guint             code_page)
{
  OpenPage page = { .code_page = code_page };

  if (self->chosen != INVALID_CONVERTER && code_page == DOUBLET_CODE_PAGE_WESTERN)
    return self->chosen;

  for (guint i = 0; i < self->pages->len; i++)
    if (g_array_index (self->pages, OpenPage, i).code_page == code_page)
      return g_array_index (self->pages, OpenPage, i).converter;

  /* Numbers that mean nothing would fill the list. */
  page.converter = open_page (code_page);
  if (page.converter != INVALID_CONVERTER)
    g_array_append_val (self->pages, page);
  return page.converter;
}

/**
 * doublet_code_page_get_symbol:
 * @code_page: one of the two of symbols
 * @byte: a byte
 *
 * Returns: what stands for it in a text
 */
gunichar
doublet_code_page_get_symbol (guint  code_page,
                              guint8 byte)
{
  if (byte <= ' ')
    return byte;
  return doublet_symbol_font_map (code_page == DOUBLET_CODE_PAGE_SYMBOL ? "Symbol" : NULL, SYMBOL_AREA + byte);
}

static gboolean
is_ascii (const guint8 *bytes,
          gsize         n_bytes)
{
  for (gsize i = 0; i < n_bytes; i++)
    if (bytes[i] >= 0x80)
      return FALSE;
  return TRUE;
}

static void
replace_byte (DoubletCodePages *self,
              guint8            byte,
              GString          *text)
{
  if (byte < 0x80)
    g_string_append_c (text, (char)byte);
  else
    {
      g_string_append_unichar (text, 0xfffd);
      self->n_replaced++;
    }
}

static void
convert (DoubletCodePages *self,
         GIConv            converter,
         const guint8     *bytes,
         gsize             n_bytes,
         GString          *text)
{
  char *in = (char *)bytes;
  gsize n_in = n_bytes;

  g_iconv (converter, NULL, NULL, NULL, NULL);
  while (n_in > 0)
    {
      char  buffer[1024];
      char *out = buffer;
      gsize n_out = sizeof buffer;
      gsize result = g_iconv (converter, &in, &n_in, &out, &n_out);
      int   reason = errno;

      g_string_append_len (text, buffer, out - buffer);
      if (result == (gsize)-1 && reason != E2BIG && n_in > 0)
        {
          replace_byte (self, (guint8)*in, text);
          in++;
          n_in--;
          g_iconv (converter, NULL, NULL, NULL, NULL);
        }
    }

  /* Some hold back a character that the next one might be joined to. */
  {
    char  buffer[64];
    char *out = buffer;
    gsize n_out = sizeof buffer;

    if (g_iconv (converter, NULL, NULL, &out, &n_out) != (gsize)-1)
      g_string_append_len (text, buffer, out - buffer);
  }
}

/**
 * doublet_code_pages_decode:
 * @self: code pages
 * @code_page: that of @bytes
 * @bytes: whole characters, as far as the document has whole ones
 * @n_bytes: how many
 * @text: where to append them; what means nothing becomes U+FFFD
 */
void
doublet_code_pages_decode (DoubletCodePages *self,
                           guint             code_page,
                           const guint8     *bytes,
                           gsize             n_bytes,
                           GString          *text)
{
  GIConv converter;

  if (code_page == DOUBLET_CODE_PAGE_SYMBOL || code_page == DOUBLET_CODE_PAGE_PICTURES)
    {
      for (gsize i = 0; i < n_bytes; i++)
        g_string_append_unichar (text, doublet_code_page_get_symbol (code_page, bytes[i]));
      return;
    }
  if (is_ascii (bytes, n_bytes))
    {
      g_string_append_len (text, (const char *)bytes, (gssize)n_bytes);
      return;
    }

  converter = find_converter (self, code_page);
  if (converter != INVALID_CONVERTER)
    convert (self, converter, bytes, n_bytes, text);
  else
    for (gsize i = 0; i < n_bytes; i++)
      replace_byte (self, bytes[i], text);
}

/**
 * doublet_code_pages_get_n_replaced:
 * @self: code pages
 *
 * Returns: how many U+FFFD had to be put in so far
 */
gsize
doublet_code_pages_get_n_replaced (const DoubletCodePages *self)
{
  return self->n_replaced;
}
