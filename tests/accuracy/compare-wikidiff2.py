#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The Doublet authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""compare-wikidiff2.py DOUBLET-CLI [--show PAIR]: the revisions of Wikipedia pages in
$DOUBLET_DATA/c-multiwitness/wikidiff2, side by side with the differ that Wikipedia uses
(packages php-cli and php-wikidiff2).

For each pair: characters that each of them calls removed and added (blanks left out), in
how many places, and how many paragraphs moved.  --show prints the places of one pair."""

import json
import os
import pathlib
import re
import subprocess
import sys
import tempfile

PAIRS = pathlib.Path(os.environ["DOUBLET_DATA"]) / "c-multiwitness/wikidiff2/revision-pairs"
PHP = "echo wikidiff2_inline_json_diff(file_get_contents($argv[1]), file_get_contents($argv[2]), 0);"

# Types of lines and of marked ranges in its answer.
ADDED, DELETED, CHANGED, MOVED_FROM, MOVED_TO = 1, 2, 3, 4, 5
RANGE_ADDED = 0


def squeeze(text):
    return re.sub(r"\s+", "", text)


class Result:
    """Places are (removed, added); moves a number."""

    def __init__(self):
        self.places = []
        self.moves = 0

    def figures(self):
        removed, added = (sum(len(squeeze(place[i])) for place in self.places) for i in (0, 1))
        return removed, added, len(self.places), self.moves


def run_wikidiff2(old, new):
    result = Result()
    answer = subprocess.run(["php", "-r", PHP, old, new], capture_output=True, check=True).stdout
    for line in json.loads(answer)["diff"]:
        text, kind = line["text"], line["type"]
        if kind == ADDED:
            result.places.append(("", text))
        elif kind == DELETED:
            result.places.append((text, ""))
        elif kind in (CHANGED, MOVED_FROM, MOVED_TO):
            result.moves += kind == MOVED_TO
            data = text.encode()
            last = None
            for mark in line.get("highlightRanges", []):
                piece = data[mark["start"]:mark["start"] + mark["length"]].decode(errors="replace")
                added = mark["type"] == RANGE_ADDED
                # A word taken out and the one put in its place are one place.
                if added and last == mark["start"] and result.places and not result.places[-1][1]:
                    result.places[-1] = (result.places[-1][0], piece)
                else:
                    result.places.append(("", piece) if added else (piece, ""))
                last = mark["start"] + mark["length"]
    return result


def run_doublet(program, old, new):
    result = Result()
    answer = subprocess.run([program, "-q", "-f", "json", "--with-text", "-o", "-", old, new], capture_output=True, check=True)
    comparison = json.loads(answer.stdout)
    a, b = (article["text"] for article in comparison["articles"])
    for segment in comparison["alignments"][0]["segments"] if comparison["alignments"] else []:
        at, to = segment["a"], segment["b"]
        if segment["kind"] == "removed":
            result.places.append((a[at[0]:at[1]], ""))
        elif segment["kind"] == "added":
            result.places.append(("", b[to[0]:to[1]]))
        elif segment["kind"] == "moved" and at is None:
            result.moves += 1
        else:
            result.places += [(a[slice(*edit["a"])], b[slice(*edit["b"])]) for edit in segment["edits"]]
    return result


def show(name, result):
    print(f"== {name}")
    for removed, added in result.places:
        print(f"   [-{removed.strip()}-] {{+{added.strip()}+}}".replace("\n", " / ")[:600])


def main():
    wanted = sys.argv[sys.argv.index("--show") + 1] if "--show" in sys.argv else None
    print(f"{'':8}{'wikidiff2':>28}{'Doublet':>36}")
    print(f"{'pair':8}" + 2 * f"{'removed':>10}{'added':>8}{'places':>8}{'moved':>7}")
    with tempfile.TemporaryDirectory() as folder:
        for old in sorted(PAIRS.glob("*/*-old.wiki")):
            name = f"{old.parent.name}/{old.name[:2]}"
            if wanted not in (None, name):
                continue
            copies = [pathlib.Path(folder) / f"{side}.txt" for side in ("old", "new")]
            for side, copy in zip(("old", "new"), copies):
                copy.write_bytes(old.with_name(f"{old.name[:2]}-{side}.wiki").read_bytes())
            theirs, ours = run_wikidiff2(*copies), run_doublet(sys.argv[1], *copies)
            print(f"{name:8}" + "".join("{:10}{:8}{:8}{:7}".format(*result.figures()) for result in (theirs, ours)))
            if wanted:
                show("wikidiff2", theirs)
                show("Doublet", ours)


main()
