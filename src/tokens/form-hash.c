/* form-hash.c
 *
 * SPDX-FileCopyrightText: 2026 The Doublet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "form-hash.h"

#include <string.h>

/*
 * What a form is known by where symbols will not do: they depend on the order of
 * loading.  Multiplicative hashing: Knuth, TAOCP vol. 3, 6.4.
 */

/* 2^64 divided by the golden ratio, and another odd constant of even bit count. */
#define HASH_FACTOR_A G_GUINT64_CONSTANT (0x9e3779b97f4a7c15)
#define HASH_FACTOR_B G_GUINT64_CONSTANT (0xc2b2ae3d27d4eb4f)

#define HASH_SUMMAND G_GUINT64_CONSTANT (0x52dce729)

/* As MurmurHash3 (Appleby) does it: the value is stirred before it meets the hash,
 * else a change in its highest bits would stay there and could be undone by the
 * next value. */
static inline guint64
mix (guint64 hash,
     guint64 value)
{
  value *= HASH_FACTOR_A;
  value = value << 31 | value >> 33;
  value *= HASH_FACTOR_B;
  hash ^= value;
  hash = hash << 27 | hash >> 37;
  return hash * 5 + HASH_SUMMAND;
}

static inline guint64
load_8 (const char *form)
{
  guint64 value;

  memcpy (&value, form, sizeof value);
  return GUINT64_FROM_LE (value);
}

static inline guint64
load_4 (const char *form)
{
  guint32 value;

  memcpy (&value, form, sizeof value);
  return GUINT32_FROM_LE (value);
}

/* Less than eight bytes as one number, the first byte lowest. */
static inline guint64
load_rest (const char *form,
           gsize       n_bytes)
{
  const guint8 *bytes = (const guint8 *)form;

  /* The last ones may overlap the first ones, and are the same where they do. */
  if (n_bytes >= 4)
    return load_4 (form) | load_4 (form + n_bytes - 4) << (8 * (n_bytes - 4));
  if (n_bytes == 0)
    return 0;
  return bytes[0] | (guint64)bytes[n_bytes / 2] << (8 * (n_bytes / 2)) | (guint64)bytes[n_bytes - 1] << (8 * (n_bytes - 1));
}

/**
 * doublet_form_hash:
 * @form: a form, not necessarily ended by NUL
 * @n_bytes: its length in bytes
 *
 * The same on every machine, whatever its byte order, since results depend on it.  Every
 * step can be undone, so no two forms of one length up to eight bytes have the same.
 *
 * Returns: a hash of @form
 */
guint64
doublet_form_hash (const char *form,
                   gsize       n_bytes)
{
  guint64     hash = HASH_FACTOR_B ^ n_bytes;
  const char *last = form + n_bytes - 8;

  if (n_bytes < 8)
    hash = mix (hash, load_rest (form, n_bytes));
  else
    {
      /* The last eight bytes may overlap those before. */
      for (; form < last; form += 8)
        hash = mix (hash, load_8 (form));
      hash = mix (hash, load_8 (last));
    }

  hash = (hash ^ (hash >> 33)) * HASH_FACTOR_A;
  hash = (hash ^ (hash >> 29)) * HASH_FACTOR_B;
  return hash ^ (hash >> 32);
}
