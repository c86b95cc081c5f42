#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The Doublet authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""check-editions.py DOUBLET-CLI: which paragraphs are set against which, where the answer
is known, on the texts in $DOUBLET_DATA/c-multiwitness.

Darwin: chapter 1 of the Origin of Species in all pairs of its six editions.
Bible: books of the King James and the World English Bible, a verse a line: aligned; and
which verses are found again as passages, reworded ones among them.  What passages claim of
other verses is mostly true, since much is told twice.
Diamond Sutra: how many characters differ, by alignment and by a common subsequence."""

import collections
import difflib
import itertools
import json
import os
import pathlib
import re
import subprocess
import sys

DATA = pathlib.Path(os.environ["DOUBLET_DATA"]) / "c-multiwitness"


def squeeze(text):
    return re.sub(r"\s+", " ", text).strip()


def compare(a, b):
    run = subprocess.run([sys.argv[1], "-q", "-f", "json", "--with-text", "-o", "-", a, b], capture_output=True, check=True)
    comparison = json.loads(run.stdout)
    texts = [article["text"] for article in comparison["articles"]]
    return *texts, comparison


def paragraphs(text):
    """Offsets of the lines that hold something."""
    return [(m.start(), m.end()) for m in re.finditer(r"[^\n]*\S[^\n]*", text)]


def pairs(a, b, comparison):
    """Which lines of both stand in one segment in place."""
    a_lines, b_lines = paragraphs(a), paragraphs(b)
    found = set()
    for segment in comparison["alignments"][0]["segments"]:
        if segment["a"] and segment["b"]:
            x, y = ([i for i, (start, end) in enumerate(lines) if start < span[1] and span[0] < end]
                    for lines, span in ((a_lines, segment["a"]), (b_lines, segment["b"])))
            found |= set(itertools.product(x, y))
    return found


def check_darwin():
    groups = json.loads((DATA / "darwin-origin/darwin_paragraphs.json").read_text())
    editions = sorted({witness["id"] for group in groups for witness in group["witnesses"]})
    group_of = {edition: {squeeze(witness["content"]): number for number, group in enumerate(groups)
                          for witness in group["witnesses"] if witness["id"] == edition} for edition in editions}
    right = wanted = wrong = moved = 0
    for x, y in itertools.combinations(editions, 2):
        a, b, comparison = compare(DATA / f"darwin-origin/{x}.txt", DATA / f"darwin-origin/{y}.txt")
        sides = [[group_of[edition].get(squeeze(text[start:end])) for start, end in paragraphs(text)]
                 for edition, text in ((x, a), (y, b))]
        truth = {(i, k) for i, group in enumerate(sides[0]) for k, other in enumerate(sides[1]) if group == other is not None}
        found = pairs(a, b, comparison)
        right += len(found & truth)
        wanted += len(truth)
        wrong += len(found - truth)
        moved += moves(comparison)
    print(f"Darwin: {right} of {wanted} pairs of paragraphs, {wrong} wrong ones, {moved} moves")


def held(lines, place):
    """Which lines a place holds a third of, or lies in."""
    start, end = place["start"], place["end"]
    return {i for i, (first, last) in enumerate(lines)
            if 3 * (min(end, last) - max(start, first)) >= last - first or first <= start and end <= last}


def print_verses(name, a, b, passages):
    a_lines, b_lines = paragraphs(a), paragraphs(b)
    found = set()
    claims = collections.Counter()
    right = collections.Counter()
    for passage in passages:
        sides = [[held(lines, place) for place in passage["occurrences"] if place["article"] == article]
                 for article, lines in (("A", a_lines), ("B", b_lines))]
        for x, y in itertools.product(*sides):
            claims[passage["match"]] += 1
            right[passage["match"]] += bool(x & y)
            found |= x & y
    kinds = ", ".join(f"{kind} {right[kind]} of {claims[kind]}" for kind in sorted(claims))
    print(f"{name}: passages hold {len(found)} of {len(a_lines)} verses ({100 * len(found) / len(a_lines):.1f} %); with the same verse: {kinds}")


def moves(comparison):
    return sum(segment["kind"] == "moved" for segment in comparison["alignments"][0]["segments"]) // 2


def check_bible():
    for kjv in sorted((DATA / "bible/books").glob("kjv-*.txt")):
        a, b, comparison = compare(kjv, kjv.with_name(kjv.name.replace("kjv", "web")))
        n_a, n_b = len(paragraphs(a)), len(paragraphs(b))
        found = pairs(a, b, comparison)
        if n_a != n_b:
            print(f"{kjv.stem[4:]}: {n_a} and {n_b} verses: numbered differently")
        right = len({(i, i) for i in range(n_a)} & found)
        wrong = len({(i, k) for i, k in found if i != k})
        print(f"{kjv.stem[4:]}: {right} of {n_a} verses ({100 * right / n_a:.1f} %), with another one {wrong}, moves {moves(comparison)}")
        print_verses(kjv.stem[4:], a, b, comparison["passages"])


def check_sutra():
    for kind in ("plain", "raw"):
        a, b, comparison = compare(DATA / f"diamond-sutra-zh/{kind}/T.txt", DATA / f"diamond-sutra-zh/{kind}/T-SONG.txt")
        segments = comparison["alignments"][0]["segments"]
        edits = [edit for segment in segments for edit in segment["edits"]]
        alone = [segment for segment in segments if segment["kind"] in ("added", "removed", "moved")]
        x, y = (re.sub(r"\s", "", text) for text in (a, b))
        blocks = difflib.SequenceMatcher(None, x, y, autojunk=False).get_opcodes()
        print(f"Diamond Sutra, {kind}: {len(edits)} places differ, {len(alone)} paragraphs alone or moved; "
              f"by characters {sum(tag != 'equal' for tag, *_ in blocks)}")
        for edit in edits[:40]:
            print(f"   {a[slice(*edit['a'])]} > {b[slice(*edit['b'])]}")


check_darwin()
check_bible()
check_sutra()
