#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The Doublet authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""compare-revisions.py DOUBLET-CLI: how many revisions the pairs of Word documents in
$DOUBLET_DATA/e-documents/docx-powertools have, by their list and by the alignment.

A revision there is one insertion or one deletion, so a changed place counts twice; what
has no text (formats, pictures, formulas, borders of paragraphs) counts there as well and
is nothing that Doublet compares."""

import json
import os
import pathlib
import subprocess
import sys

FOLDER = pathlib.Path(os.environ["DOUBLET_DATA"]) / "e-documents/docx-powertools"


def count(a, b):
    run = subprocess.run([sys.argv[1], "-q", "-f", "json", "-o", "-", a, b], capture_output=True)
    if run.returncode != 0:
        return None
    n = 0
    for alignment in json.loads(run.stdout)["alignments"]:
        for segment in alignment["segments"]:
            if segment["kind"] in ("added", "removed", "moved"):
                n += 1
            if segment["kind"] != "moved" or segment["a"]:
                n += sum(2 if edit["kind"] == "changed" else 1 for edit in segment["edits"])
    return n


def main():
    same = near = asked = 0
    for pair in json.loads((FOLDER / "compare-pairs.json").read_text()):
        if not all((FOLDER / pair[side]).exists() for side in "ab"):
            continue
        asked += 1
        n = count(FOLDER / pair["a"], FOLDER / pair["b"])
        expected = pair["expected_revisions"]
        same += n == expected
        near += n is not None and n != expected and abs(n - expected) <= 1
        if n != expected:
            print(f"{pair['id']}: {n}, not {expected}: {pair['a']} {pair['b']}")
    print(f"{same} of {asked} pairs have as many revisions, {near} one more or less")


main()
