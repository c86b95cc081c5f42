/* test-sha256.c
 *
 * SPDX-FileCopyrightText: 2026 The Doublet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "sha256.h"

/* The examples of FIPS 180-4's companion, and nothing at all. */
static void
test_known (void)
{
  g_autofree char *empty = doublet_sha256_dup_hex ("", 0);
  g_autofree char *nothing = doublet_sha256_dup_hex (NULL, 0);
  g_autofree char *abc = doublet_sha256_dup_hex ("abc", 3);
  g_autofree char *base64 = doublet_sha256_dup_base64 ("abc", 3);

  g_assert_cmpstr (empty, ==, "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
  g_assert_cmpstr (nothing, ==, empty);
  g_assert_cmpstr (abc, ==, "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
  g_assert_cmpstr (base64, ==, "ungWv48Bz+pBQUDeXa4iI7ADYaOWF3qctBD/YfIAFa0=");
}

/* GLib's own is another program for the same sum. */
static void
test_random (void)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (20261129);

  for (guint round = 0; round < 500; round++)
    {
      gsize            n_bytes = g_rand_int_range (random, 0, round < 490 ? 300 : 300000);
      g_autofree char *data = g_malloc (n_bytes + 1);
      g_autofree char *expected = NULL;
      g_autofree char *hex = NULL;

      for (gsize i = 0; i < n_bytes; i++)
        data[i] = (char)g_rand_int_range (random, 0, 256);
      expected = g_compute_checksum_for_data (G_CHECKSUM_SHA256, (const guchar *)data, n_bytes);
      hex = doublet_sha256_dup_hex (data, n_bytes);
      g_assert_cmpstr (hex, ==, expected);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/sha256/known", test_known);
  g_test_add_func ("/sha256/random", test_random);
  return g_test_run ();
}
