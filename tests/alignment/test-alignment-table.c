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

/* Sentences made alike. */
#define ANNA_LEAVES "The Anna leaves Holm every morning at seven with nineteen cars."
#define ANNA_COMES "After a stop of one hour in Holm the Anna carries people across the sound and is back by noon."
#define BERTA_LEAVES "The Berta leaves Sund every morning at eight with forty cars."
#define BERTA_COMES "After a stop of two hours in Sund the Berta carries ninety people across the sound and is back by three."
#define CLARA_LEAVES "The Clara leaves Vik every morning at nine with twelve cars."
#define CLARA_COMES "After a stop of five hours in Vik the Clara carries sixty people across the sound and is back by six."

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
  { "identical-but-for-an-empty-block", BRIDGE "||" FERRY, BRIDGE "|" FERRY, "= =" },
  { "unrelated", BRIDGE " " FERRY, SCHOOL " " CHOIR, "-(The old ...) +(Pupils of ...)" },

  /* One thing changed marks that thing. */
  { "figure", "The fire cost 14 people their homes on Monday.", "The fire cost 40 people their homes on Monday.", "~[14>40]" },
  { "name", "Minister Anna Weber resigned on Monday.", "Minister Anna Huber resigned on Monday.", "~[Weber>Huber]" },
  { "comma-added", "When it rains the roof leaks.", "When it rains, the roof leaks.", "~[>,]" },
  { "comma-removed", "When it rains, the roof leaks.", "When it rains the roof leaks.", "~[,>]" },
  { "full-stop-to-question-mark", "The roof leaks.", "The roof leaks?", "~[.>?]" },
  { "capital", "In winter the Council decided.", "In winter the council decided.", "~[Council>council]" },
  { "two-figures", "It rose from 14 percent to 15 percent.", "It rose from 40 percent to 50 percent.", "~[14>40][15>50]" },
  { "figures-in-a-row", "Runs of 14, 15 and 16 days.", "Runs of 24, 25 and 26 days.", "~[14>24][15>25][16>26]" },
  { "word-added", "The old bridge is closed.", "The very old bridge is closed.", "~[>very]" },
  { "word-removed", "The very old bridge is closed.", "The old bridge is closed.", "~[very>]" },
  { "figure-beside-a-rewritten-clause",
    "On Monday 14 people were hurt when a lorry left the motorway near the southern exit.",
    "On Monday 40 people were hurt after two buses collided in thick fog on their way home.",
    "~[14>40][when a lorry left the motorway near the southern exit>after two buses collided in thick fog on their way home]" },

  /* Crumbs do not survive between edits that are larger. */
  { "rewritten-sentence",
    BRIDGE " The mayor of the town said that he was not happy with the way the plan had been made. " FERRY,
    BRIDGE " Critics of this proposal told the newspaper that nobody had ever asked them the question. " FERRY,
    "~[The mayor of the town said that he was not happy with the way the plan had been made>"
    "Critics of this proposal told the newspaper that nobody had ever asked them the question]" },
  { "crumbs-of-common-words",
    "Yesterday evening the large grey house of the old baker and a barn burned down, neighbours said.",
    "Yesterday evening three small wooden sheds of his nephew from Leipzig and two carts burned down, neighbours said.",
    "~[the large grey house of the old baker and a barn>three small wooden sheds of his nephew from Leipzig and two carts]" },
  { "noun-changed-between-larger-edits-of-phrases",
    "Yesterday evening the large grey house at the end of a quiet lane burned down, neighbours said.",
    "Yesterday evening three small wooden sheds at the edge of the railway yard burned down, neighbours said.",
    "~[the large grey house>three small wooden sheds][end>edge][a quiet lane>the railway yard]" },
  { "bracket-beside-a-rewritten-clause",
    "You can apply it to your own programs too (most of our software is covered by another licence instead.) Ask us.",
    "You can apply it to your own programs too (we use this text for nearly everything that we publish ourselves. Ask us.",
    "~[most of our software is covered by another licence instead . )>we use this text for nearly everything that we publish ourselves .]" },
  { "cut-on-both-sides-of-what-stayed",
    "New general Terms and conditions for copying and distribution. | " BRIDGE,
    "Terms and conditions. | " BRIDGE,
    "~[New general>][for copying and distribution>] =" },
  { "two-cuts-in-a-sentence",
    "The mayor, who had been ill for several weeks, opened the fair in the old harbour on a cold and rainy morning in March.",
    "The mayor opened the fair on a cold morning in March.",
    "~[, who had been ill for several weeks ,>][in the old harbour>][and rainy>]" },
  { "two-words-about-the-same-clause-stay-two",
    "The red car stopped at the northern gate because nobody had opened the barrier in time.",
    "The blue car stopped at the northern gate because nobody had lifted the barrier in time.",
    "~[red>blue][opened>lifted]" },

  { "sentence-cut-beside-a-changed-phrase",
    "Engineers had warned for years of the sinking northern pillars. The work will cost fourteen million euros, most of it paid by the county. Nobody objected.",
    "Engineers had warned city hall repeatedly of the sinking northern pillars. Nobody objected.",
    "~[for years>city hall repeatedly][The work will cost fourteen million euros , most of it paid by the county .>]" },

  /* Borders come to rest where a sentence or clause has one. */
  { "sentence-added",
    "The market opened late. The dealers waited outside. The doors stayed shut.",
    "The market opened late. The police came at nine. The dealers waited outside. The doors stayed shut.",
    "~[>The police came at nine .]" },
  { "sentence-removed-from-like-ones",
    "The dog barked. The cat slept. The cow mooed.",
    "The dog barked. The cow mooed.",
    "~[The cat slept .>]" },
  { "clause-added",
    "The mayor, the treasurer, and the clerk signed.",
    "The mayor, the secretary, the treasurer, and the clerk signed.",
    "~[>the secretary ,]" },
  { "sentence-at-the-end",
    "The market opened late. The doors stayed shut.",
    "The market opened late. The doors stayed shut. The police came at nine.",
    "~[>The police came at nine .]" },
  { "cut-in-one-piece-where-its-last-words-stay",
    "Nobody has more than a mile to the gate. (Some walk two summers in a row to it.) | A bus leaves at noon for the gate.",
    "Nobody has more than a mile to the gate. A bus leaves at noon for the gate.",
    "~[( Some walk two summers in a row to it . )>]" },
  { "quotation-added",
    "He left. \"We will see,\" she said. He came back.",
    "He left. \"We are sorry,\" he said. \"We will see,\" she said. He came back.",
    "~[>\" We are sorry , \" he said .]" },

  /* Paragraphs. */
  { "paragraph-added", BRIDGE "|" SHOPS, BRIDGE "|" FERRY "|" SHOPS, "= +(A ferry ...) =" },
  { "paragraph-removed", BRIDGE "|" FERRY "|" SHOPS, BRIDGE "|" SHOPS, "= -(A ferry ...) =" },
  { "paragraph-added-at-both-ends", FERRY, BRIDGE "|" FERRY "|" SHOPS, "+(The old ...) = +(Shopkeepers in ...)" },
  { "paragraph-replaced", BRIDGE "|" FERRY "|" SHOPS, BRIDGE "|" CHOIR "|" SHOPS, "= -(A ferry ...) +(The cathedral ...) =" },
  { "split", BRIDGE " " FERRY "|" SHOPS, BRIDGE "|" FERRY "|" SHOPS, "= =" },
  { "joined", BRIDGE "|" FERRY "|" SHOPS, BRIDGE " " FERRY "|" SHOPS, "= =" },
  { "split-in-three", BRIDGE " " FERRY " " SHOPS, BRIDGE "|" FERRY "|" SHOPS, "=" },
  { "border-shifted", BRIDGE " " FERRY "|" SHOPS, BRIDGE "|" FERRY " " SHOPS, "=" },
  { "split-and-edited",
    BRIDGE " The ferry takes 60 passengers. " FERRY,
    BRIDGE "| The ferry takes 80 passengers. " FERRY,
    "~[60>80]" },
  { "lines-only", "One two three four five six. Seven eight nine ten.", "One two three | four five six. | Seven eight nine ten.", "=" },
  { "headline-changed",
    "Bridge to close|" BRIDGE "|" FERRY,
    "Lorries banned from April|" BRIDGE "|" FERRY,
    "~[Bridge to close>Lorries banned from April] = =" },
  { "headline-edited",
    "Council closes bridge to lorries|" BRIDGE,
    "Council shuts bridge to lorries|" BRIDGE,
    "~[closes>shuts] =" },
  { "kicker-put-above-the-headline",
    "Council closes bridge to lorries|" BRIDGE,
    "Harbour news|Council closes bridge to lorries|" BRIDGE,
    "+(Harbour news) = =" },
  { "alone-between-the-same-neighbours",
    BRIDGE "| Admission is free for members of the club on weekdays. |" FERRY,
    BRIDGE "| Members of the society pay half on weekdays and Sundays alike. |" FERRY,
    "= ~[Admission is free for members of the club on weekdays>Members of the society pay half on weekdays and Sundays alike] =" },
  { "repeated-in-b", BRIDGE "|" FERRY "|" SHOPS, BRIDGE "|" FERRY "|" SHOPS "|" FERRY, "= = = +(A ferry ...)" },
  { "repeated-in-a", BRIDGE "|" FERRY "|" SHOPS "|" FERRY, BRIDGE "|" FERRY "|" SHOPS, "= = = -(A ferry ...)" },
  { "doubled", BRIDGE "|" FERRY "|" BRIDGE "|" FERRY, BRIDGE "|" FERRY, "= = -(The old ...) -(A ferry ...)" },

  { "line-of-dialogue-added-before-one-that-begins-alike",
    "\"Nobody came in?\"|\"No.\"|\"And the window?\"|\"It was shut.\"",
    "\"Nobody came in?\"|\"No.\"|\"And the door?\"|\"Yes.\"|\"And the window?\"|\"It was shut.\"",
    "= = +(\" And ...) +(\" Yes ...) = =" },
  { "line-of-dialogue-changed",
    "Are you sure?|\"Yes.\"|Nobody came in?|\"No.\"",
    "Are you sure?|\"No.\"|Nobody came in?|\"No.\"",
    "= ~[Yes>No] = =" },
  { "cell-changed", "Paul|41|Bonn|Rita|34|Bern", "Paul|42|Bonn|Rita|34|Bern", "= ~[41>42] = = = =" },
  { "cells-changed", "Paul|41|Bonn|Rita|34|Bern", "Paul|42|Kiel|Rita|34|Bern", "= ~[41>42] ~[Bonn>Kiel] = = =" },
  { "row-of-a-table-added",
    "Anna|34|Bern|Paul|41|Bonn|Rita|34|Bern",
    "Anna|34|Bern|Paul|41|Bonn|Lena|34|Bonn|Rita|34|Bern",
    "= = = = = = +(Lena) +(34) +(Bonn) = = =" },
  { "lines-of-a-poem-swapped",
    "The wind goes over the hill|and the grass lies down to sleep|the river is never still|and the sea is dark and deep",
    "The wind goes over the hill|and the grass lies down to sleep|and the sea is dark and deep|the river is never still",
    "= = <1(the river ...) = >1(the river ...)" },
  { "list-item-moved",
    "Two tins of beans|A sharp knife|Matches in a dry bag|A rope of ten metres|Soap",
    "A sharp knife|Matches in a dry bag|A rope of ten metres|Two tins of beans|Soap",
    "<1(Two tins ...) = = = >1(Two tins ...) =" },
  { "two-languages-in-turn-the-other-first",
    "The office opens at nine on weekdays.|Das Amt hat ab neun Uhr werktags offen.|Please ring the bell and wait for the porter.|Bitte klingeln Sie und warten Sie auf den Portier.",
    "Das Amt hat ab neun Uhr werktags offen.|The office opens at nine on weekdays.|Bitte klingeln Sie und warten Sie auf den Portier.|Please ring the bell and wait for the porter.",
    "<1(The office ...) = <2(Please ring ...) >1(The office ...) = >2(Please ring ...)" },
  { "copy-taken-out-before", BRIDGE "|" SHOPS "|" BRIDGE "|" CHOIR, SHOPS "|" BRIDGE "|" CHOIR, "-(The old ...) = = =" },
  { "copy-taken-out-behind", BRIDGE "|" SHOPS "|" BRIDGE "|" CHOIR, BRIDGE "|" SHOPS "|" CHOIR, "= = -(The old ...) =" },

  /* Moves. */
  { "moved-down",
    BRIDGE "|" FERRY "|" SHOPS "|" SCHOOL "|" CHOIR,
    BRIDGE "|" SHOPS "|" SCHOOL "|" CHOIR "|" FERRY,
    "= <1(A ferry ...) = = = >1(A ferry ...)" },
  { "moved-up",
    BRIDGE "|" FERRY "|" SHOPS "|" SCHOOL "|" CHOIR,
    SCHOOL "|" BRIDGE "|" FERRY "|" SHOPS "|" CHOIR,
    ">1(Pupils of ...) = = = <1(Pupils of ...) =" },
  { "moved-and-edited",
    BRIDGE "|" FERRY "|" SHOPS "|" SCHOOL "|" CHOIR,
    BRIDGE "|" SHOPS "|Pupils of the grammar school painted fourteen benches in the park during the summer holidays.|" CHOIR "|" FERRY,
    "= <1(A ferry ...) = ~[twelve>fourteen] = >1(A ferry ...)" },
  { "moved-and-edited-on-the-way",
    BRIDGE "|" SCHOOL "|" SHOPS "|" FERRY "|" CHOIR,
    BRIDGE "|" SHOPS "|" FERRY "|" CHOIR "|Pupils of the grammar school painted 14 benches in the old park during the summer holidays.",
    "= <1(Pupils of ...)[twelve>14][>old] = = = >1(Pupils of ...)[twelve>14][>old]" },
  { "two-swapped-the-lighter-moved",
    BRIDGE "|" WEATHER " " SCHOOL "|" FERRY "|" SHOPS,
    BRIDGE "|" FERRY "|" WEATHER " " SCHOOL "|" SHOPS,
    "= >1(A ferry ...) = <1(A ferry ...) =" },
  { "two-moved-together",
    BRIDGE "|" FERRY "|" SHOPS "|" SCHOOL "|" CHOIR "|" WEATHER,
    BRIDGE "|" SCHOOL "|" CHOIR "|" WEATHER "|" FERRY "|" SHOPS,
    "= <1(A ferry ...) <2(Shopkeepers in ...) = = = >1(A ferry ...) >2(Shopkeepers in ...)" },
  { "moved-among-additions",
    BRIDGE "|" FERRY "|" SHOPS,
    SCHOOL "|" SHOPS "|" CHOIR "|" BRIDGE "|" WEATHER "|" FERRY,
    "+(Pupils of ...) >1(Shopkeepers in ...) +(The cathedral ...) = +(Snow is ...) = <1(Shopkeepers in ...)" },
  { "not-moved-when-neighbours-came-and-went",
    BRIDGE "|" FERRY "|" SHOPS "|" SCHOOL,
    CHOIR "|" FERRY "|" WEATHER "|" SCHOOL,
    "-(The old ...) +(The cathedral ...) = -(Shopkeepers in ...) +(Snow is ...) =" },
  { "half-of-a-paragraph-moved",
    BRIDGE " " FERRY "|" SHOPS "|" SCHOOL "|" CHOIR,
    BRIDGE "|" SHOPS "|" SCHOOL "|" CHOIR "|" FERRY,
    "= <1(A ferry ...) = = = >1(A ferry ...)" },
  { "moved-into-a-paragraph",
    BRIDGE "|" FERRY "|" SHOPS " " SCHOOL "|" CHOIR,
    BRIDGE "|" SHOPS " " FERRY " " SCHOOL "|" CHOIR,
    "= <1(A ferry ...) = >1(A ferry ...) = =" },
  { "moved-and-split",
    BRIDGE " " FERRY "|" SHOPS "|" SCHOOL "|" CHOIR "|" WEATHER,
    SHOPS "|" SCHOOL "|" BRIDGE "|" CHOIR "|" FERRY "|" WEATHER,
    "<1(The old ...) <2(A ferry ...) = = >1(The old ...) = >2(A ferry ...) =" },
  { "moved-with-its-first-sentence-rewritten",
    "After a long debate the committee turned the proposal down. " FERRY "|" BRIDGE "|" SHOPS,
    BRIDGE "|" SHOPS "|Nobody wanted to pay for what the report recommended. " FERRY,
    "<1(After a ...)[After a long debate the committee turned the proposal down>Nobody wanted to pay for what the report recommended] = = "
    ">1(Nobody wanted ...)[After a long debate the committee turned the proposal down>Nobody wanted to pay for what the report recommended]" },
  { "moved-and-set-in-capitals",
    FERRY "|" BRIDGE "|" SHOPS,
    BRIDGE "|" SHOPS "|A FERRY COMPANY OFFERED TO CARRY PEDESTRIANS FREE OF CHARGE WHILE ENGINEERS INSPECT THE NORTHERN PILLARS.",
    "<1(A ferry ...)[ferry company offered to carry pedestrians free of charge while engineers inspect the northern pillars>"
    "FERRY COMPANY OFFERED TO CARRY PEDESTRIANS FREE OF CHARGE WHILE ENGINEERS INSPECT THE NORTHERN PILLARS] = = "
    ">1(A FERRY ...)[ferry company offered to carry pedestrians free of charge while engineers inspect the northern pillars>"
    "FERRY COMPANY OFFERED TO CARRY PEDESTRIANS FREE OF CHARGE WHILE ENGINEERS INSPECT THE NORTHERN PILLARS]" },
  { "part-moved-begins-behind-the-full-stop",
    "Nobody had asked for it in the first place at all. " FERRY "|" BRIDGE "|" SHOPS,
    BRIDGE "|" SHOPS "|" FERRY " It did so last summer. " SCHOOL,
    "-(Nobody had ...) <1(A ferry ...) = = >1(A ferry ...) +(It did ...)" },
  { "moved-among-others-made-alike",
    BRIDGE "|" ANNA_LEAVES " " ANNA_COMES "|" BERTA_LEAVES " " BERTA_COMES "|" CLARA_LEAVES " " CLARA_COMES "|" FERRY,
    BRIDGE "|" BERTA_LEAVES " " BERTA_COMES "|" CLARA_LEAVES " " CLARA_COMES "|" ANNA_LEAVES " " ANNA_COMES "|" FERRY,
    "= <1(The Anna ...) = = >1(The Anna ...) =" },
  { "two-made-alike-swapped",
    BRIDGE "|" ANNA_LEAVES " " ANNA_COMES "|" BERTA_LEAVES " " BERTA_COMES "|" FERRY,
    BRIDGE "|" BERTA_LEAVES " " BERTA_COMES "|" ANNA_LEAVES " " ANNA_COMES "|" FERRY,
    "= <1(The Anna ...) = >1(The Anna ...) =" },
  { "made-alike-one-in-the-place-of-another",
    BRIDGE "|" FERRY "|" ANNA_LEAVES " " ANNA_COMES "|" SHOPS "|" SCHOOL "|" BERTA_LEAVES " " BERTA_COMES "|" CHOIR,
    ANNA_LEAVES " " ANNA_COMES "|" BRIDGE "|" FERRY "|" BERTA_LEAVES " " BERTA_COMES "|" SHOPS "|" SCHOOL "|" CHOIR,
    ">1(The Anna ...) = = <1(The Anna ...) >2(The Berta ...) = = <2(The Berta ...) =" },
  { "sentence-moved-among-others-made-alike",
    BRIDGE "|" ANNA_LEAVES " " ANNA_COMES " " BERTA_LEAVES " " BERTA_COMES "|" FERRY "|" SHOPS,
    BRIDGE "|" ANNA_LEAVES " " BERTA_LEAVES " " BERTA_COMES " " ANNA_COMES "|" FERRY "|" SHOPS,
    "= = <1(After a ...) = >1(After a ...) = =" },
  { "one-unchanged-moved-all-others-edited",
    ANNA_LEAVES " " ANNA_COMES "|" BRIDGE "|" FERRY "|" SHOPS "|" SCHOOL,
    "The new bridge over the river will be closed to lorries from next autumn, the council decided on Tuesday.|"
    "A ferry company offered to carry pedestrians almost free of charge while engineers inspect the pillars.|"
    "Shopkeepers in the harbour street fear that fewer visitors will find their way to the old market hall.|"
    "Pupils of the grammar school painted ten benches in the park during the holidays.|" ANNA_LEAVES " " ANNA_COMES,
    "<1(The Anna ...) ~[old>new][spring>autumn] ~[>almost][northern>] ~[>old] ~[twelve>ten][summer>] >1(The Anna ...)" },
  { "short-distinctive-heading-moved",
    "Sports|" BRIDGE "|Weather|" WEATHER "|" CHOIR "|" SHOPS,
    "Sports|" BRIDGE "|" CHOIR "|" SHOPS "|Weather|" WEATHER,
    "= = <1(Weather) <2(Snow is ...) = = >1(Weather) >2(Snow is ...)" },
  { "heading-moves-along",
    "Overview|Sports|" BRIDGE "|" FERRY "|Sports|" WEATHER "|" CHOIR "|" SHOPS,
    "Overview|Sports|" BRIDGE "|" FERRY "|" CHOIR "|" SHOPS "|Sports|" WEATHER,
    "= = = = <1(Sports) <2(Snow is ...) = = >1(Sports) >2(Snow is ...)" },
  { "short-and-common-not-moved",
    "Read more.|" BRIDGE "|" FERRY "|Read more.|" SHOPS,
    BRIDGE "|Read more.|" FERRY "|" SHOPS "|Read more.|" CHOIR,
    "-(Read more ...) = +(Read more ...) = -(Read more ...) = +(Read more ...) +(The cathedral ...)" },
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

/* Read from the other side every case is its own mirror. */
static void
test_mirrored (gconstpointer data)
{
  const Case *test = data;
  g_autoptr (AlignmentFixture) fixture = alignment_fixture_new (test->a, test->b);
  g_autoptr (AlignmentFixture) swapped = alignment_fixture_new_swapped (fixture);
  g_autoptr (DoubletAlignment) alignment = doublet_alignment_run (&fixture->a, &fixture->b, &fixture->symbols, NULL);
  g_autoptr (DoubletAlignment) other_way = doublet_alignment_run (&swapped->a, &swapped->b, &swapped->symbols, NULL);
  g_autoptr (DoubletAlignment) mirrored = doublet_alignment_new_mirrored (alignment);
  g_autoptr (DoubletAlignment) back = doublet_alignment_new_mirrored (mirrored);

  alignment_fixture_check (swapped, other_way);
  alignment_assert_equal (mirrored, other_way);
  alignment_assert_equal (back, alignment);
}

static void
append_filler (GString *text,
               guint    first)
{
  for (guint i = first; i < first + 300; i++)
    g_string_append_printf (text, "|north%u east%u south%u west%u. ", i, i, i, i);
}

/* In a long article as well one of two that are made alike has moved. */
static void
test_swapped_in_long (void)
{
  g_autoptr (GString) a = g_string_new (NULL);
  g_autoptr (GString) b = g_string_new (NULL);
  g_autoptr (AlignmentFixture) fixture = NULL;
  g_autoptr (DoubletAlignment) alignment = NULL;
  guint n_changed = 0, n_moved = 0;

  append_filler (a, 0);
  append_filler (b, 0);
  g_string_append (a, "|" ANNA_LEAVES " " ANNA_COMES "|" BERTA_LEAVES " " BERTA_COMES);
  g_string_append (b, "|" BERTA_LEAVES " " BERTA_COMES "|" ANNA_LEAVES " " ANNA_COMES);
  append_filler (a, 300);
  append_filler (b, 300);
  fixture = alignment_fixture_new (a->str, b->str);
  alignment = doublet_alignment_run (&fixture->a, &fixture->b, &fixture->symbols, NULL);
  alignment_fixture_check (fixture, alignment);
  for (guint32 i = 0; i < alignment->n_segments; i++)
    {
      n_changed += alignment->segments[i].kind == DOUBLET_SEGMENT_CHANGED;
      n_moved += alignment->segments[i].kind == DOUBLET_SEGMENT_MOVED;
    }
  g_assert_cmpuint (n_changed, ==, 0);
  g_assert_cmpuint (n_moved, ==, 2);
}

/* So long that anchors decide: a run of words that is unique ties the first paragraph of
 * four to the last one. */
static void
test_tied_by_chance (void)
{
  g_autoptr (GString) a = g_string_new ("One day. ");
  g_autoptr (GString) b = g_string_new ("Another night. ");
  g_autoptr (AlignmentFixture) fixture = NULL;
  g_autoptr (DoubletAlignment) alignment = NULL;
  guint n_changed = 0;

  append_filler (a, 0);
  append_filler (b, 0);
  g_string_append (a, "|The dream is one: the river told the king what it is about to do. "
                      "|The seven fat fish are seven years, and the seven good nets are seven years. "
                      "|The seven thin fish that came up later are seven years, and the seven torn nets are seven years of hunger. "
                      "|This is the word: all that it will do it shows him. ");
  g_string_append (b, "|The dream is one. The river told him all that it will do. "
                      "|The seven fat trout are seven years, and the seven good webs of rope are seven years. "
                      "|The seven lean trout that came up afterwards are seven years and so are the seven torn webs. "
                      "|That is the word; our river showed his king what it is about to do. ");
  append_filler (a, 300);
  append_filler (b, 300);
  g_string_append (a, "|The end.");
  g_string_append (b, "|No more!");
  fixture = alignment_fixture_new (a->str, b->str);
  alignment = doublet_alignment_run (&fixture->a, &fixture->b, &fixture->symbols, NULL);
  alignment_fixture_check (fixture, alignment);
  for (guint32 i = 0; i < alignment->n_segments; i++)
    n_changed += alignment->segments[i].kind == DOUBLET_SEGMENT_CHANGED;
  /* The two between stayed: what was tied moved over them. */
  g_assert_cmpuint (n_changed, ==, 4);
  g_assert_cmpuint (alignment->n_moves, ==, 1);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strconcat ("/alignment/table/", cases[i].name, NULL);
      g_autofree char *mirrored_path = g_strconcat ("/alignment/table-mirrored/", cases[i].name, NULL);

      g_test_add_data_func (path, &cases[i], test_case);
      g_test_add_data_func (mirrored_path, &cases[i], test_mirrored);
    }
  g_test_add_func ("/alignment/long/two-made-alike-swapped", test_swapped_in_long);
  g_test_add_func ("/alignment/long/tied-by-chance", test_tied_by_chance);
  return g_test_run ();
}
