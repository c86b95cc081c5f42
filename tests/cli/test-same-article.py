#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The Doublet authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""One article in every format that is read: no two of them differ.

The files of same-article/ were made from ferry.md, which was written for this test, with
Pandoc and LibreOffice; ferry-wrapped.txt has words parted at the ends of lines.
"""

import json
import pathlib

import command
from command import run

FOLDER = pathlib.Path(__file__).parent / "same-article"
FILES = sorted(path for path in FOLDER.iterdir() if path.name.startswith("ferry"))
TITLE = "The ferry that would not die"


class SameArticle(command.CommandTest):
    """What the formats hold is the same article."""

    maxDiff = None

    def compare(self, base):
        done = run("-f", "json", "--with-text", "-b", base, *FILES)
        self.assertEqual(done.returncode, 0, done.stderr.decode())
        return json.loads(done.stdout)

    def differences(self, comparison):
        """For people: which files differ, and where."""
        texts = {article["id"]: article["text"] for article in comparison["articles"]}
        names = {article["id"]: FILES[i].name for i, article in enumerate(comparison["articles"])}
        found = []
        for pair in comparison["alignments"]:
            a, b = texts[pair["a"]], texts[pair["b"]]
            for segment in pair["segments"]:
                if segment["kind"] != "same":
                    found.append((names[pair["a"]], names[pair["b"]], segment["kind"],
                                  a[slice(*segment["a"])] if segment["a"] else None,
                                  b[slice(*segment["b"])] if segment["b"] else None))
        return found

    def test_every_pair(self):
        self.assertGreaterEqual(len(FILES), 14)
        for base in range(1, len(FILES) + 1):
            comparison = self.compare(base)
            self.assertEqual(len(comparison["alignments"]), len(FILES) - 1)
            self.assertEqual(self.differences(comparison), [])

    def test_titles_and_formats(self):
        articles = self.compare(1)["articles"]
        self.assertEqual([article["title"] for article in articles], [TITLE] * len(FILES))
        self.assertEqual({article["format"] for article in articles},
                         {"text", "markdown", "html", "docx", "odt", "epub", "pdf", "rtf"})
        self.assertEqual([article["incomplete"] for article in articles], [None] * len(FILES))

    def test_figures(self):
        comparison = self.compare(1)
        self.assertEqual(len({article["words"] for article in comparison["articles"]}), 1)
        for pair in comparison["pairs"]:
            self.assertEqual((pair["share_of_a"], pair["share_of_b"]), (1, 1))


command.main()
