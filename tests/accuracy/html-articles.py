#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The Doublet authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""html-articles.py LOADER [WORST]: how well articles are found in web pages.

For each page of the collection in $DOUBLET_DATA the F1 of the words of the article that
LOADER (doublet-loader) finds, against those of the article that is expected; the mean,
how many reach .95, and the worst.
"""

import collections
import html.parser
import os
import pathlib
import re
import struct
import subprocess
import sys

WORD = re.compile(r"\w+")
SILENT = {"script", "style", "template", "svg", "math", "noscript"}
INLINE = {"a", "b", "i", "em", "strong", "span", "font", "code", "u", "s", "small", "sub", "sup",
          "abbr", "cite", "q", "mark", "time", "label", "var", "kbd", "samp", "del", "ins", "wbr", "tt"}


class Text(html.parser.HTMLParser):
    def __init__(self):
        super().__init__()
        self.pieces = []
        self.silent = 0

    def handle_starttag(self, tag, attrs):
        if tag in SILENT:
            self.silent += 1
        if tag not in INLINE:
            self.pieces.append(" ")

    def handle_endtag(self, tag):
        if tag in SILENT and self.silent:
            self.silent -= 1
        if tag not in INLINE:
            self.pieces.append(" ")

    def handle_data(self, data):
        if not self.silent:
            self.pieces.append(data)


def words(text):
    return collections.Counter(WORD.findall(text.lower()))


def expected_words(path):
    parser = Text()
    parser.feed(path.read_text(encoding="utf-8"))
    return words("".join(parser.pieces))


def found_words(loader, path):
    with path.open("rb") as page:
        answer = subprocess.run([loader, "--format=html"], stdin=page, stdout=subprocess.PIPE,
                                check=False).stdout
    magic, version, kind = struct.unpack_from("<4sII", answer.ljust(12, b"\0"))
    if magic != b"DBLT" or version != 2 or kind != 1:
        return words("")
    at = 12
    for _ in range(5):
        length, = struct.unpack_from("<I", answer, at)
        at += 4 + (0 if length == 0xffffffff else length)
    length, = struct.unpack_from("<I", answer, at + 4)
    return words(answer[at + 8:at + 8 + length].decode("utf-8"))


def main():
    folder = os.environ.get("DOUBLET_DATA")
    if folder is None or len(sys.argv) < 2:
        sys.exit("html-articles.py LOADER [WORST], and DOUBLET_DATA names the folder of the data")
    scores = []
    for page in sorted(pathlib.Path(folder).glob("e-documents/readability/test-pages/*/source.html")):
        found = found_words(sys.argv[1], page)
        expected = expected_words(page.with_name("expected.html"))
        both = sum((found & expected).values())
        precision = both / max(1, sum(found.values()))
        recall = both / max(1, sum(expected.values()))
        f1 = 2 * precision * recall / max(1e-9, precision + recall)
        scores.append((f1, precision, recall, page.parent.name))
    if not scores:
        sys.exit("There are no pages in this folder.")
    print(f"{len(scores)} pages: F1 {sum(s[0] for s in scores) / len(scores):.4f}, "
          f"precision {sum(s[1] for s in scores) / len(scores):.4f}, "
          f"recall {sum(s[2] for s in scores) / len(scores):.4f}, "
          f"{sum(s[0] >= .95 for s in scores)} at .95 or more")
    for score in sorted(scores)[:int(sys.argv[2]) if len(sys.argv) > 2 else 20]:
        print("{:.3f}  precision {:.3f}  recall {:.3f}  {}".format(*score))


main()
