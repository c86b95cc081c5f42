/* payloads.h
 *
 * SPDX-FileCopyrightText: 2026 The Doublet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

/* Texts that would be something else than text in a page that is written carelessly. */
extern const char *const payloads[];
extern const gsize       n_payloads;
