#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The Doublet authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Compares the words that are read of PDF documents, in their order, with those of the
source beside each.

usage: pdf-words.py PRINT-ARTICLE [FOLDER]

Without a folder the samples of pypdf are taken, from $DOUBLET_DATA: their sources are
LaTeX, of which only what stands in them as text can be found again.  In a folder each
X.pdf is compared with X.txt beside it, a line for each paragraph.

For each document: the words of the source, those that were read, and
2 * common in order / (source + read).  Of a LaTeX source: how many of its words were
found in order."""

import difflib
import os
import pathlib
import re
import subprocess
import sys

WORD = re.compile(r"[\w'’]+(?:-[\w'’]+)*|[^\w\s]")

# What LaTeX writes of its own, and what it reads and does not print.
UNPRINTED = re.compile(
    r"(?m)(?<!\\)%.*$|\\(?:documentclass|usepackage|begin|end|lipsum|blindtext|includegraphics|label|ref|addbibresource"
    r"|vspace|hspace|setlength|newcommand|renewcommand|hypersetup|author|date)\*?(?:\[[^\]]*\])*(?:\{[^{}]*\})*(?:\[[^\]]*\])*")
COMMAND = re.compile(r"\\[a-zA-Z]+\*?(?:\[[^\]]*\])?")


def words(text):
    return WORD.findall(text.replace("\u00ad", ""))


def latex_words(source):
    body = source.split(r"\begin{document}")[-1]
    body = COMMAND.sub(" ", UNPRINTED.sub(" ", body))
    return [word for word in words(re.sub(r"[{}$&~\\]", " ", body)) if word[0].isalnum()]


def common(first, second):
    matcher = difflib.SequenceMatcher(None, first, second, autojunk=False)
    return sum(block.size for block in matcher.get_matching_blocks())


def read(program, document):
    result = subprocess.run([program, "pdf", document], capture_output=True, check=False)
    return words(result.stdout.decode("utf-8"))


def main():
    if len(sys.argv) not in (2, 3) or (len(sys.argv) == 2 and "DOUBLET_DATA" not in os.environ):
        sys.exit(__doc__)
    if len(sys.argv) == 3:
        folder = pathlib.Path(sys.argv[2])
    else:
        folder = pathlib.Path(os.environ["DOUBLET_DATA"]) / "e-documents" / "pdf-pypdf-samples"

    for document in sorted(folder.rglob("*.pdf")):
        text, latex = document.with_suffix(".txt"), document.with_suffix(".tex")
        if text.exists():
            given, found = words(text.read_text(encoding="utf-8")), read(sys.argv[1], document)
            share = 2 * common(given, found) / max(len(given) + len(found), 1)
        elif latex.exists():
            given, found = latex_words(latex.read_text(encoding="utf-8")), read(sys.argv[1], document)
            share = common(given, found) / max(len(given), 1)
        else:
            continue
        if given:
            print(f"{document.name}: {len(given)} words given, {len(found)} read, {share:.4f}")


main()
