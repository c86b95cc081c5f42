/* web-address.h
 *
 * SPDX-FileCopyrightText: 2026 The Doublet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

const char *doublet_web_address_find_end (const char *word,
                                          const char *word_end,
                                          const char *end);
const char *doublet_web_address_find_mail_start (const char *start,
                                                 const char *at);
const char *doublet_web_address_find_mail_end (const char *at,
                                               const char *end);

G_END_DECLS
