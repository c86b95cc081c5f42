#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The Doublet authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Compares what is read of rich text documents with the text that is given for each,
but for white space.

usage: rtf-text.py PRINT-ARTICLE     (the data is in $DOUBLET_DATA)"""

import os
import pathlib
import re
import subprocess
import sys

# The given texts hold what is no text of an article: the targets of links, bars between
# the cells of tables, automatic numbers of lists.
LINK = re.compile(r'\("[^"\n]*"\)')
AUTOMATIC = {"issue_63": "10."}

# Behind the end of the first document in this file stands a second one.
END = {"encoding": "Text2:"}


def squeeze(text):
    return re.sub(r"\s+", "", text.replace("|", ""))


def main():
    if len(sys.argv) != 2 or "DOUBLET_DATA" not in os.environ:
        sys.exit(__doc__)
    data = pathlib.Path(os.environ["DOUBLET_DATA"]) / "e-documents" / "rtf-striprtf"
    good = total = 0
    for given in sorted((data / "text").glob("*.txt")):
        document = data / "rtf" / (given.stem + ".rtf")
        if not document.exists():
            continue
        result = subprocess.run([sys.argv[1], "rtf", document], capture_output=True, check=False)
        text = given.read_text(encoding="utf-8").split(END.get(given.stem, "\0"))[0]
        expected = squeeze(LINK.sub("", text))
        expected = expected.removeprefix(AUTOMATIC.get(given.stem, ""))
        found = squeeze(result.stdout.decode("utf-8"))
        total += 1
        if found == expected:
            good += 1
            continue
        at = next((i for i, (a, b) in enumerate(zip(found, expected)) if a != b), min(len(found), len(expected)))
        print(f"{given.stem}: differs at character {at}")
        print(f"  given: {expected[at - 20 if at > 20 else 0:at + 60]!r}")
        print(f"  found: {found[at - 20 if at > 20 else 0:at + 60]!r}")
    print(f"{good} of {total} texts as given")
    sys.exit(good < total)


main()
