/* test-alignment-table.c
 *
 * SPDX-FileCopyrightText: 2026 The Doublet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "alignment-fixture.h"

/*
 * What an editor would have drawn, case by case.  How to read the expectations:
 * alignment-fixture.c, alignment_fixture_describe().
 */

#define BRIDGE "The old bridge over the river will be closed to lorries from next spring, the council decided on Tuesday."
#define FERRY "A ferry company offered to carry pedestrians free of charge while engineers inspect the northern pillars."
#define SHOPS "Shopkeepers in the harbour street fear that fewer visitors will find their way to the market hall."
#define SCHOOL "Pupils of the grammar school painted twelve benches in the park during the summer holidays."
#define CHOIR "The cathedral choir sings works by Bruckner and Reger on Sunday evening; tickets cost nine euros."
#define WEATHER "Snow is expected above eight hundred metres, with strong gusts along the coast and icy roads inland."

typedef struct
{
  const char *name;
  const char *a;
  const char *b;
  const char *expected;
} Case;

static const Case cases[] = {
  { "both-empty", "", "", "" },
  { "a-empty", "", "One two three. | Four five six.", "+(One two ...) +(Four five ...)" },
  { "b-empty", "One two three. | Four five six.", "", "-(One two ...) -(Four five ...)" },
  { "only-empty-blocks", "|", "||", "" },
  { "identical", BRIDGE "|" FERRY, BRIDGE "|" FERRY, "= =" },
  { "identical-empty-block-between", BRIDGE "||" FERRY, BRIDGE "|" FERRY, "= =" },
  { "figure", "The fire cost 14 people their homes on Monday.", "The fire cost 40 people their homes on Monday.", "~[14>40]" },
  { "name", "Minister Anna Weber resigned on Monday.", "Minister Anna Huber resigned on Monday.", "~[Weber>Huber]" },
  { "comma-added", "When it rains the roof leaks.", "When it rains, the roof leaks.", "~[>,]" },
  { "comma-removed", "When it rains, the roof leaks.", "When it rains the roof leaks.", "~[,>]" },
  { "capital", "the Council decided.", "The council decided.", "~[the Council>The council]" },
  { "two-figures", "It rose from 14 percent to 15 percent.", "It rose from 40 percent to 50 percent.", "~[14>40][15>50]" },
  { "figures-in-a-row", "Runs of 14, 15 and 16 days.", "Runs of 24, 25 and 26 days.", "~[14>24][15>25][16>26]" },
  { "word-added", "The old bridge is closed.", "The very old bridge is closed.", "~[>very]" },
  { "word-removed", "The very old bridge is closed.", "The old bridge is closed.", "~[very>]" },
};

static void
test_case (gconstpointer data)
{
  const Case *test = data;
  g_autoptr (AlignmentFixture) fixture = alignment_fixture_new (test->a, test->b);
  g_autoptr (DoubletAlignment) alignment = doublet_alignment_run (&fixture->a, &fixture->b, &fixture->symbols, NULL);
  g_autofree char *description = alignment_fixture_describe (fixture, alignment);

  alignment_fixture_check (fixture, alignment);
  g_assert_cmpstr (description, ==, test->expected);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strconcat ("/alignment/table/", cases[i].name, NULL);

      g_test_add_data_func (path, &cases[i], test_case);
    }
  return g_test_run ();
}
