/* icu.h
 *
 * SPDX-FileCopyrightText: 2026 The Doublet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>
#include <unicode/ubrk.h>
#include <unicode/uchar.h>
#include <unicode/unorm2.h>
#include <unicode/uscript.h>
#include <unicode/ustring.h>
#include <unicode/utext.h>

G_BEGIN_DECLS

/* What Doublet asks of ICU. */
#define DOUBLET_ICU_FUNCTIONS(FUNCTION)     \
  FUNCTION (u_charType)                     \
  FUNCTION (u_getIntPropertyValue)          \
  FUNCTION (u_hasBinaryProperty)            \
  FUNCTION (u_isUWhiteSpace)                \
  FUNCTION (u_isalpha)                      \
  FUNCTION (u_istitle)                      \
  FUNCTION (u_isupper)                      \
  FUNCTION (u_strFromUTF8)                  \
  FUNCTION (u_strToUTF8)                    \
  FUNCTION (ubrk_close)                     \
  FUNCTION (ubrk_next)                      \
  FUNCTION (ubrk_open)                      \
  FUNCTION (ubrk_setUText)                  \
  FUNCTION (unorm2_getNFCInstance)          \
  FUNCTION (unorm2_getNFDInstance)          \
  FUNCTION (unorm2_getNFKCCasefoldInstance) \
  FUNCTION (unorm2_getNFKCInstance)         \
  FUNCTION (unorm2_normalize)               \
  FUNCTION (uscript_getScript)              \
  FUNCTION (utext_close)                    \
  FUNCTION (utext_openUTF8)

/* ICU's functions by their own names, which ICU's headers make "u_charType_72" of:
 * doublet_icu ()->u_charType (c). */
typedef struct
{
#define DOUBLET_ICU_MEMBER(name) __typeof__ (&name) name;
  DOUBLET_ICU_FUNCTIONS (DOUBLET_ICU_MEMBER)
#undef DOUBLET_ICU_MEMBER
} DoubletIcu;

const DoubletIcu *doublet_icu (void);

G_END_DECLS
