#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The Doublet authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The JSON holds what its schema and its description promise.

test-json.py PROGRAM SCHEMA
"""

import itertools
import json
import pathlib
import random
import re
import sys
import textwrap

import jsonschema

import command
from command import BRIDGE, GARDEN, HARBOUR

WORDS = ("bridge", "harbour", "ferry", "night", "Monday", "road", "traffic", "repair", "engineers", "town", "council",
         "über", "naïve", "42", "3.14", "it’s", "close-up", "the", "of", "and", "a", "in", "was")

CASES = {
    "two": [HARBOUR, BRIDGE],
    "the same": [HARBOUR, HARBOUR],
    "one": [GARDEN],
    "one without repeats": [HARBOUR],
    "three": [HARBOUR, GARDEN, BRIDGE],
    "nothing in common": [HARBOUR, GARDEN],
    "windows newlines": [HARBOUR.replace("\n", "\r\n"), BRIDGE],
    "byte order mark": [b"\xef\xbb\xbf" + HARBOUR.encode(), BRIDGE],
    "wrong bytes": [HARBOUR.encode().replace(b"swing", b"s\xffing"), BRIDGE],
    "space around": ["\n\n  \t" + HARBOUR + "\n\n   \n", "\n" + BRIDGE.strip()],
    "a word": ["word", "word"],
    "beyond the first plane": ["\U0001f309 " + HARBOUR, BRIDGE + "\U0001f309\U0001f309 the end"],
    "combining marks": ["ȩ́ " * 30 + HARBOUR, BRIDGE],
    "a row of copies": ["tra la " * 200 + "\n" + HARBOUR, "tra la " * 30],
    "a sentence many times": ["The bell of the old tower rang once more over the harbour. " * 40, HARBOUR],
    "controls": ["\x01\x02 \"quoted\" \\ back\x7f\x1b[31m\n" + HARBOUR, BRIDGE],
    "Chinese": ["港口管理局昨天夜里因为暴风雨关闭了北码头的入口。\n\n渡轮每十分钟开一班。\n",
                "消息说,港口管理局昨天夜里因为暴风雨关闭了北码头的入口。\n"],
    "Hebrew": ["הגשר ייסגר לתנועה ביום שני למשך תשעה שבועות בגלל עבודות תיקון.\n",
               "הודעה: הגשר ייסגר לתנועה ביום שני למשך תשעה שבועות בגלל עבודות תיקון, נמסר.\n"],
    "Arabic": ["سيغلق الجسر أمام حركة المرور يوم الاثنين لمدة تسعة أسابيع بسبب أعمال الإصلاح.\n",
               "قالت البلدية: سيغلق الجسر أمام حركة المرور يوم الاثنين لمدة تسعة أسابيع بسبب أعمال الإصلاح.\n"],
    "Thai": ["สะพานท่าเรือจะปิดการจราจรตั้งแต่วันจันทร์เป็นเวลาเก้าสัปดาห์เพื่อซ่อมแซมครั้งใหญ่\n",
             "ประกาศ สะพานท่าเรือจะปิดการจราจรตั้งแต่วันจันทร์เป็นเวลาเก้าสัปดาห์เพื่อซ่อมแซมครั้งใหญ่\n"],
}


def random_text(generator, stock):
    """Paragraphs of own sentences and of those of @stock, which may be edited."""
    paragraphs = []
    for _ in range(generator.randrange(1, 12)):
        sentences = []
        for _ in range(generator.randrange(1, 4)):
            if generator.random() < 0.5:
                words = list(generator.choice(stock))
                for _ in range(generator.randrange(0, 3)):
                    words[generator.randrange(len(words))] = generator.choice(WORDS)
            else:
                words = generator.choices(WORDS, k=generator.randrange(1, 20))
            sentences.append(" ".join(words).capitalize() + ".")
        paragraphs.append(" ".join(sentences))
    generator.shuffle(paragraphs)
    return "\n\n".join(paragraphs) + "\n"


def random_case(seed):
    """Two to five related articles."""
    generator = random.Random(seed)
    stock = [generator.choices(WORDS, k=generator.randrange(6, 25)) for _ in range(6)]
    return [random_text(generator, stock) for _ in range(generator.randrange(2, 6))]


def squeeze(text):
    """@text without what is never a difference: white space and control characters."""
    return re.sub(r"[\s\x00-\x1f\x7f]+", "", text)


def without(text, start, end, ranges):
    """What is left of a stretch without the ranges in it."""
    left = []
    for first, last in ranges:
        left.append(text[start:first])
        start = last
    left.append(text[start:end])
    return squeeze("".join(left))


class Json(command.CommandTest):
    """Every case goes through every check."""

    def compare(self, texts, *words, order=None):
        paths = [self.write(f"article-{number}.txt", text) for number, text in enumerate(texts)]
        if order:
            paths = [paths[number] for number in order]
        return json.loads(self.succeed("-f", "json", "--with-text", *words, *paths))

    def test_byline(self):
        a = self.write("a.md", "---\nauthor: Ann Stone\n---\nThe bridge is closed.\n")
        b = self.write("b.txt", "The bridge is closed.\n")
        result = json.loads(self.succeed("-f", "json", a, b))
        self.assertEqual([article["byline"] for article in result["articles"]], ["Ann Stone", None])
        self.assertIn(b"Byline: <bdi>Ann Stone</bdi>", self.succeed("-f", "html", a, b))

    def check_articles(self, result):
        for number, article in enumerate(result["articles"]):
            self.assertEqual(article["id"], chr(ord("A") + number))
            self.assertEqual(article["characters"], len(article["text"]))

    def check_passages(self, result):
        texts = {article["id"]: article["text"] for article in result["articles"]}
        paragraphs = {article["id"]: article["paragraphs"] for article in result["articles"]}
        ids = [passage["id"] for passage in result["passages"]]
        fingerprints = set()
        self.assertEqual(ids, list(range(1, len(ids) + 1)))
        for passage in result["passages"]:
            places = passage["occurrences"]
            n_articles = len({place["article"] for place in places})
            self.assertEqual(passage["in_most_articles"], n_articles >= 3 and 2 * n_articles > len(texts))
            self.assertTrue(len(places) > 1 or passage["period"])
            self.assertEqual(places, sorted(places, key=lambda place: (place["article"], place["start"])))
            articles = [place["article"] for place in places]
            self.assertEqual("shared" in passage["kind"], len(set(articles)) > 1)
            for flag in passage["flags"]:
                there, here = flag["places"]
                for reading in flag["places"]:
                    self.assertTrue(any(place["article"] == reading["article"] and place["start"] <= reading["start"]
                                        and reading["end"] <= place["end"] for place in places))
                self.assertNotEqual(texts[there["article"]][there["start"]:there["end"]],
                                    texts[here["article"]][here["start"]:here["end"]])
            self.assertNotIn(passage["fingerprint"], fingerprints)
            fingerprints.add(passage["fingerprint"])
            words = set()
            for place in places:
                text = texts[place["article"]]
                self.assertTrue(0 <= place["start"] < place["end"] <= len(text))
                self.assertTrue(1 <= place["first_paragraph"] <= place["last_paragraph"] <= paragraphs[place["article"]])
                self.assertLessEqual(place["identical"], place["words"])
                self.assertEqual(text[place["start"]:place["end"]].strip(), text[place["start"]:place["end"]])
                self.assertEqual("times" in place, passage["period"] is not None)
                self.check_edits(passage, place)
                for around in place["inside"]:
                    self.assertTrue(any(other["article"] == place["article"] and other["start"] <= place["start"]
                                        and place["end"] <= other["end"]
                                        for other in result["passages"][around - 1]["occurrences"]))
                words.add("".join(re.findall(r"\w", text[place["start"]:place["end"]].casefold())))
            if passage["match"] == "verbatim" and not passage["period"]:
                self.assertEqual(len(words), 1)

    def check_edits(self, passage, place):
        self.assertFalse(passage["match"] in ("verbatim", "reworded") and place["edits"])
        at = place["start"]
        for edit in place["edits"]:
            start, end = edit["here"]
            self.assertTrue(at <= start <= end <= place["end"])
            self.assertEqual(edit["kind"] == "removed", start == end)
            self.assertEqual(edit["kind"] == "added", edit["reference"][0] == edit["reference"][1])
            at = end

    def check_figures(self, result):
        words = {article["id"]: article["words"] for article in result["articles"]}
        for pair in result["pairs"]:
            self.assertLess(pair["a"], pair["b"])
            self.assertGreater(pair["passages"] + pair["boilerplate_passages"] + pair["reworded_of_a"] + pair["reworded_of_b"], 0)
            for label, other in ("ab", "ba"):
                self.assertLessEqual(pair[f"words_of_{label}_in_{other}"] + pair[f"reworded_of_{label}"], words[pair[label]] + 1)
            for part, share, whole in [("words_of_a_in_b", "share_of_a", "a"), ("words_of_b_in_a", "share_of_b", "b")]:
                self.assertLessEqual(pair[part], words[pair[whole]])
                # Shares are of halves of words, the counts are rounded.
                self.assertAlmostEqual(pair[share], pair[part] / words[pair[whole]], delta=1 / words[pair[whole]])
                self.assertLessEqual(pair[f"quoted_of_{whole}"], pair[part])
                self.assertLessEqual(pair[f"in_most_of_{whole}"], pair[part])
                self.assertAlmostEqual(pair[f"unquoted_{share}"], (pair[part] - pair[f"quoted_of_{whole}"]) / words[pair[whole]],
                                       delta=2 / words[pair[whole]])
                if not result["options"]["boilerplate"]:
                    self.assertEqual(pair[f"boilerplate_of_{whole}"], 0)
                if len(words) < 3:
                    self.assertEqual(pair[f"in_most_of_{whole}"], 0)
        self.assertEqual([one["article"] for one in result["repeats"]], list(words))
        tied = {frozenset((pair["a"], pair["b"])) for pair in result["pairs"] for whole, other in ("ab", "ba")
                if (pair[f"share_of_{whole}"] or 0) > 0.2
                and (pair[f"in_most_of_{whole}"] == 0 or pair[f"words_of_{whole}_in_{other}"] > 50 or pair[f"share_of_{whole}"] > 0.8)}
        groups = [set(group["articles"]) for group in result["groups"]]
        self.assertEqual(len(set().union(*groups)), sum(map(len, groups)))
        for pair in tied:
            self.assertTrue(any(pair <= group for group in groups))
        for group in result["groups"]:
            self.assertEqual(group["articles"], sorted(group["articles"]))
            self.assertGreater(group["longest"], 0)

    def check_alignments(self, result):
        texts = {article["id"]: article["text"] for article in result["articles"]}
        others = [label for label in texts if label != result["base"]]
        self.assertEqual([alignment["b"] for alignment in result["alignments"]], others)
        for alignment in result["alignments"]:
            a, b = texts[alignment["a"]], texts[alignment["b"]]
            for side, text in [("a", a), ("b", b)]:
                ranges = [segment[side] for segment in alignment["segments"] if segment[side]]
                self.assertEqual("".join(text[start:end] for start, end in ranges), text)
            moves = {}
            for segment in alignment["segments"]:
                self.assertEqual(segment["move"] is not None, segment["kind"] == "moved")
                if segment["kind"] == "moved":
                    moves.setdefault(segment["move"], []).append(segment)
                elif segment["kind"] in ("same", "changed"):
                    self.check_segment(a, b, segment["a"], segment["b"], segment["edits"])
                else:
                    self.assertIsNone(segment["a" if segment["kind"] == "added" else "b"])
            self.assertEqual(sorted(moves), list(range(1, len(moves) + 1)))
            for ends in moves.values():
                (in_a,) = [segment for segment in ends if segment["a"]]
                (in_b,) = [segment for segment in ends if segment["b"]]
                self.assertEqual(in_a["edits"], in_b["edits"])
                self.check_segment(a, b, in_a["a"], in_b["b"], in_a["edits"])

    def check_segment(self, a, b, range_a, range_b, edits):
        """What is left without the edits is the same."""
        left = without(a, *range_a, [edit["a"] for edit in edits])
        right = without(b, *range_b, [edit["b"] for edit in edits])
        self.assertEqual(left, right)

    def check(self, result):
        jsonschema.validate(result, SCHEMA, cls=jsonschema.Draft202012Validator)
        self.check_articles(result)
        self.check_passages(result)
        self.check_figures(result)
        self.check_alignments(result)

    def test_cases(self):
        for name, texts in CASES.items():
            for words in [[], ["--preset", "phrases"], ["-w", "2", "-g", "10", "-i", "50", "--ignore", "none"], ["--typography"]]:
                with self.subTest(name=name, words=words):
                    self.check(self.compare(texts, *words))

    def test_flags(self):
        told = "The council of the town said on Friday that {} of its bridges are{} closed for repairs until the spring."
        result = self.compare([told.format(14, ""), told.format(40, " not")])
        self.check(result)
        texts = {article["id"]: article["text"] for article in result["articles"]}
        (passage,) = result["passages"]
        readings = [(flag["kind"], *sorted(texts[place["article"]][place["start"]:place["end"]] for place in flag["places"]))
                    for flag in passage["flags"]]
        self.assertEqual(sorted(readings), [("figure", "14", "40"), ("negation", "", "not")])

    def test_quotations(self):
        said = "Nobody here walks around the bay for a loaf of bread"
        told = "The ferries run every ten minutes until the repair of the bridge is done."
        result = self.compare([f"{told}\nThe baker was angry. “{said}”, she told the council.\n",
                               f"Said a shopkeeper: “{said}.”\n{told}\n"])
        self.check(result)
        self.assertEqual([[place["in_quotes"] for place in passage["occurrences"]] for passage in result["passages"]],
                         [[False, False], [True, True]])
        (pair,) = result["pairs"]
        self.assertEqual((pair["words_of_a_in_b"], pair["quoted_of_a"], pair["quoted_of_b"]), (25, 11, 11))
        self.assertEqual((pair["share_of_a"], pair["unquoted_share_of_a"]), (round(25 / 33, 4), round(14 / 33, 4)))

    def test_quotations_ignored(self):
        said = "“Nobody here walks around the {} for a loaf of bread”"
        texts = [f"The baker was angry and told the council: {said.format('bay')}, and then she left for good.\n",
                 f"The baker was angry and told the council: {said.format('lake')}, and then she left for good.\n"]
        result = self.compare(texts, "--ignore", "case,punctuation,quotations")
        # The prose goes on behind the quotation, which is no part of the passage.
        (passage,) = result["passages"]
        self.assertEqual((passage["words"], [place["words"] for place in passage["occurrences"]]), (14, [14, 14]))
        self.assertEqual([pair["words_of_a_in_b"] for pair in result["pairs"]], [14])
        self.assertEqual([pair["quoted_of_a"] for pair in result["pairs"]], [0])
        for text, place, word in zip(texts, passage["occurrences"], ("bay", "lake")):
            ((start, end),) = place["left_out"]
            self.assertEqual(text[start:end], said.format(word)[1:-1])
            self.assertEqual(text[place["start"]:start], "The baker was angry and told the council: “")
            self.assertEqual(text[end:place["end"]], "”, and then she left for good.")
        self.assertNotIn("left_out", self.compare(texts)["passages"][0]["occurrences"][0])
        # Nor does it come where the passage is shown.
        paths = [self.write(f"{number}.txt", text) for number, text in enumerate(texts)]
        prose = "council: “[…]”, and"
        for kind in ("csv", "text"):
            shown = self.succeed("-f", kind, "--ignore", "case,punctuation,quotations", *paths).decode()
            self.assertIn(prose, shown)
            self.assertNotIn("Nobody here", shown)
        self.assertIn(prose, self.succeed("-f", "html", "--ignore", "case,punctuation,quotations", *paths).decode())
        # What differs inside is still a difference.
        (segment,) = [segment for segment in result["alignments"][0]["segments"] if segment["edits"]]
        ((start, end),) = [edit["a"] for edit in segment["edits"]]
        self.assertEqual(texts[0][start:end], "bay")

    def test_boilerplate(self):
        footer = "Reporting by the harbour desk, more on our pages tomorrow.\nFollow us on Friday.\n"
        known = self.write("footer.txt", footer)
        texts = [HARBOUR + footer, BRIDGE + "Follow us on Friday.\nREPORTING by the  harbour desk: more on our pages tomorrow.\n",
                 "Follow us on Friday to the bridge that was closed before the summer.\n" + footer]
        without = self.compare(texts)
        result = self.compare(texts, "--boilerplate", known)
        self.check(result)
        self.assertEqual(result["options"]["boilerplate"], {"source": "footer.txt", "words": 14})
        self.assertIsNone(without["options"]["boilerplate"])
        marked = [passage for passage in result["passages"] if passage["boilerplate"]]
        self.assertEqual(marked, result["passages"][-len(marked):])
        self.assertFalse(any(passage["boilerplate"] for passage in without["passages"]))
        for pair, before in zip(result["pairs"], without["pairs"]):
            for side, other in ("ab", "ba"):
                part = f"words_of_{side}_in_{other}"
                self.assertEqual(pair[part] + pair[f"boilerplate_of_{side}"], before[part])
            self.assertEqual(pair["passages"] + pair["boilerplate_passages"], before["passages"])
        # The footer is all that the third has; four words of it inside a sentence are none.
        self.assertEqual([(pair["words_of_b_in_a"], pair["boilerplate_of_b"], pair["boilerplate_passages"] > 0)
                          for pair in result["pairs"] if pair["b"] == "C"], [(0, 14, True), (0, 10, True)])
        self.assertEqual([group["articles"] for group in result["groups"]], [["A", "B"]])

    def test_boilerplate_that_cannot_be_read(self):
        a, b = self.write("a.txt", HARBOUR), self.write("b.txt", BRIDGE)
        self.fail_with(1, "no such file", "-f", "json", "--boilerplate", self.folder / "missing.txt", a, b)
        self.fail_with(2, "takes a file", "--boilerplate", "-", a, b)
        self.fail_with(2, "the one with the boilerplate", "--boilerplate", a, "-o", a, "-f", "json", b)
        empty = self.write("empty.txt", "")
        self.fail_with(1, "The file is empty", "--boilerplate", empty, a, b)

    def test_most_articles(self):
        footer = "Reporting by the harbour desk, more on our pages tomorrow."
        texts = [f"{HARBOUR}\n{footer}\n", f"{GARDEN}\n{footer}\n", f"{BRIDGE}\n{footer}\n", "A short text of its own.\n"]
        result = self.compare(texts)
        self.check(result)
        self.assertEqual([passage["words"] for passage in result["passages"] if passage["in_most_articles"]], [10])
        for pair in result["pairs"]:
            self.assertEqual((pair["in_most_of_a"], pair["in_most_of_b"]), (10, 10))

    def test_random(self):
        for seed in range(60):
            with self.subTest(seed=seed):
                texts = random_case(seed)
                self.check(self.compare(texts, "-b", 1 + seed % len(texts)))

    def test_differences_only(self):
        for seed in range(30):
            with self.subTest(seed=seed):
                texts = random_case(seed)
                words = ["-b", 1 + seed % len(texts)]
                expected = self.compare(texts, *words)
                result = self.compare(texts, *words, "--passages=off")
                jsonschema.validate(result, SCHEMA, cls=jsonschema.Draft202012Validator)
                self.assertFalse(result["options"]["passages"] or result["options"]["reworded"])
                for name in ("passages", "pairs", "groups", "repeats"):
                    self.assertEqual(result[name], [])
                for name in ("base", "articles", "unreadable", "alignments"):
                    self.assertEqual(result[name], expected[name])

    def test_text_is_the_file(self):
        for name, texts in CASES.items():
            result = self.compare(texts)
            for article, text in zip(result["articles"], texts):
                if isinstance(text, str):
                    self.assertEqual(article["text"], text, name)

    def test_without_text(self):
        path = self.write("a.txt", HARBOUR)
        result = json.loads(self.succeed("-f", "json", path))
        self.assertNotIn("text", result["articles"][0])
        jsonschema.validate(result, SCHEMA, cls=jsonschema.Draft202012Validator)

    def test_unreadable(self):
        path = self.write("a.txt", HARBOUR)
        done = self.fail_with(3, "missing", "-f", "json", path, self.folder / "missing.txt")
        jsonschema.validate(json.loads(done.stdout), SCHEMA, cls=jsonschema.Draft202012Validator)

    def renamed(self, result):
        """@result with sources for labels, in an order of its own."""
        source = {article["id"]: article["source"] for article in result["articles"]}
        passages = []
        for passage in result["passages"]:
            places = sorted((source[place["article"]], place["start"], place["end"], place["words"], place["identical"])
                            for place in passage["occurrences"])
            passages.append((passage["kind"], passage["match"], passage["words"], passage["fingerprint"],
                             passage["period"], passage["times"], places))
        pairs = []
        for pair in result["pairs"]:
            sides = sorted([(source[pair["a"]], pair["words_of_a_in_b"], pair["share_of_a"]),
                            (source[pair["b"]], pair["words_of_b_in_a"], pair["share_of_b"])])
            pairs.append((sides, pair["longest"], pair["passages"]))
        repeats = [(source[one["article"]], one["repeated_words"], one["share"], one["passages"]) for one in result["repeats"]]
        alignments = [(source[one["a"]], source[one["b"]], one["segments"]) for one in result["alignments"]]
        return [sorted(part, key=repr) for part in (passages, pairs, repeats, alignments)]

    def test_fingerprints(self):
        texts = [HARBOUR, BRIDGE, GARDEN]
        rewrapped = ["\n\n".join(textwrap.fill(paragraph.replace("\n", " "), 50) for paragraph in text.split("\n\n"))
                     for text in texts]
        broken = HARBOUR.replace("engineers", "engi-\nneers")
        elsewhere = BRIDGE.replace("Shopkeepers on Quay Street", "Bakers in the old town")
        expected = {passage["fingerprint"] for passage in self.compare(texts)["passages"]}
        self.assertEqual(len(expected), 3)
        for others in (rewrapped, [broken, BRIDGE, GARDEN], [HARBOUR, elsewhere, GARDEN], [GARDEN, BRIDGE, HARBOUR],
                       [text.upper() for text in texts], texts + ["A short text of its own.\n"]):
            self.assertEqual({passage["fingerprint"] for passage in self.compare(others)["passages"]}, expected)
        for words in (["-b", "2"], ["-w", "8"], ["-g", "1"], ["--reworded", "off"], ["--typography"], ["--ignore", "case"]):
            self.assertEqual({passage["fingerprint"] for passage in self.compare(texts, *words)["passages"]}, expected, words)

    def test_order_only_renames(self):
        for seed in range(12):
            texts = random_case(1000 + seed)[:3]
            expected = self.renamed(self.compare(texts, "-b", 1))
            for order in itertools.permutations(range(len(texts))):
                with self.subTest(seed=seed, order=order):
                    result = self.compare(texts, "-b", 1 + order.index(0), order=order)
                    self.assertEqual(self.renamed(result), expected)


SCHEMA = json.loads(pathlib.Path(sys.argv.pop(2)).read_text(encoding="utf-8"))
jsonschema.Draft202012Validator.check_schema(SCHEMA)
command.main()
