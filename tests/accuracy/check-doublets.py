#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The Doublet authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""check-doublets.py DOUBLET-CLI [--verbose]: passages that are known to stand twice, in one
book of the King James Bible or in two (the synoptic gospels), in $DOUBLET_DATA.

For each: how many words of it are in passages that have the other place too, by kind."""

import json
import os
import pathlib
import re
import subprocess
import sys

BOOKS = pathlib.Path(os.environ["DOUBLET_DATA"]) / "c-multiwitness/bible/books"

# Verses of each chapter; a verse is a line.
CHAPTERS = {
    "Genesis": [31, 25, 24, 26, 32, 22, 24, 22, 29, 32, 32, 20, 18, 24, 21, 16, 27, 33, 38, 18, 34, 24, 20, 67, 34, 35, 46, 22,
                35, 43, 55, 32, 20, 31, 29, 43, 36, 30, 23, 23, 57, 38, 34, 34, 28, 34, 31, 22, 33, 26],
    "Matthew": [25, 23, 17, 25, 48, 34, 29, 34, 38, 42, 30, 50, 58, 36, 39, 28, 27, 35, 30, 34, 46, 46, 39, 51, 46, 75, 66, 20],
    "Mark": [45, 28, 35, 41, 43, 56, 37, 38, 50, 52, 33, 44, 37, 72, 47, 20],
    "Luke": [80, 52, 38, 44, 39, 49, 50, 56, 62, 42, 54, 59, 35, 35, 32, 31, 37, 43, 48, 47, 38, 71, 56, 53],
}

# What commentaries call doublets and parallels: first and last verse of either.
KNOWN = """
Genesis 24:12-21 Genesis 24:42-46
Genesis 41:1-7 Genesis 41:17-24
Genesis 1:27-28 Genesis 5:1-2
Genesis 42:10-20 Genesis 42:30-34
Genesis 43:2-5 Genesis 44:21-26
Matthew 5:29-30 Matthew 18:8-9
Matthew 3:10-10 Matthew 7:19-19
Matthew 13:12-12 Matthew 25:29-29
Matthew 16:19-19 Matthew 18:18-18
Matthew 12:39-39 Matthew 16:4-4
Matthew 10:22-22 Matthew 24:13-13
Luke 14:11-11 Luke 18:14-14
Luke 8:16-16 Luke 11:33-33
Matthew 3:7-10 Luke 3:7-9
Matthew 4:1-11 Luke 4:1-13
Matthew 6:25-33 Luke 12:22-31
Matthew 7:3-5 Luke 6:41-42
Matthew 7:7-11 Luke 11:9-13
Matthew 8:1-4 Mark 1:40-44
Matthew 8:5-13 Luke 7:1-10
Matthew 11:2-11 Luke 7:18-28
Matthew 11:20-24 Luke 10:12-15
Matthew 12:43-45 Luke 11:24-26
Matthew 13:1-9 Mark 4:1-9
Matthew 16:24-28 Mark 8:34-38
Matthew 21:23-27 Mark 11:27-33
Mark 11:27-33 Luke 20:1-8
Matthew 22:15-22 Mark 12:13-17
Matthew 23:37-39 Luke 13:34-35
Matthew 24:1-36 Mark 13:1-32
Matthew 24:45-51 Luke 12:42-46
Matthew 26:36-46 Mark 14:32-42
Mark 8:34-38 Luke 9:23-26
Mark 10:13-16 Luke 18:15-17
"""


def find_range(lines, reference):
    book, verses = reference
    chapter, first, last = map(int, re.findall(r"\d+", verses))
    before = sum(CHAPTERS[book][:chapter - 1])
    return lines[book][before + first - 1][0], lines[book][before + last - 1][1]


def main():
    texts, lines = {}, {}
    paths = [next(BOOKS.glob(f"kjv-*-{book}.txt")) for book in CHAPTERS]
    run = subprocess.run([sys.argv[1], "-q", "-f", "json", "-o", "-", "--with-text", *paths], capture_output=True, check=True)
    comparison = json.loads(run.stdout)
    book_of = {}
    for book, article in zip(CHAPTERS, comparison["articles"]):
        book_of[article["id"]] = book
        texts[book] = article["text"]
        lines[book] = [m.span() for m in re.finditer(r"[^\n]+", article["text"])]
        assert len(lines[book]) == sum(CHAPTERS[book]), book

    found = 0
    rows = [line.split() for line in KNOWN.split("\n") if line]
    for book_a, verses_a, book_b, verses_b in rows:
        a, b = find_range(lines, (book_a, verses_a)), find_range(lines, (book_b, verses_b))
        words = [m.span() for m in re.finditer(r"\w+", texts[book_a]) if a[0] <= m.start() < a[1]]
        covered = {}
        for passage in comparison["passages"]:
            places = [(book_of[o["article"]], o["start"], o["end"]) for o in passage["occurrences"]]
            if not any(book == book_b and start < b[1] and b[0] < end for book, start, end in places):
                continue
            for book, start, end in places:
                if book == book_a and start < a[1] and a[0] < end:
                    for word in words:
                        if start <= word[0] and word[1] <= end:
                            covered.setdefault(word, set()).add(passage["match"])
        found += bool(covered)
        kinds = ", ".join(f"{sum(kind in of for of in covered.values())} {kind}" for kind in ("verbatim", "edited", "reworded")
                          if any(kind in of for of in covered.values()))
        print(f"{book_a} {verses_a} = {book_b} {verses_b}: {len(covered)} of {len(words)} words" + (f" ({kinds})" if kinds else ""))
    print(f"{found} of {len(rows)} found")


main()
