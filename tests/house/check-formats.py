#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The Doublet authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""check-formats.py PRINT-FORMATS: what the desktop entry, the metainfo, the manual pages,
README and the completions say of formats and character sets is what the tables of the
loaders hold."""

import re
import subprocess
import sys
import xml.etree.ElementTree

import source_tree

DATA = source_tree.TOP / "data"
ID = "io.github.doublet.Doublet"
ENDING = re.compile(r"\.[a-z0-9]+\b")

faults = []


def compare(where, found, expected):
    if found != expected:
        faults.append(f"{where} has {found}, the table {expected}")


rows = [line.split("\t") for line in subprocess.run(
    [sys.argv[1]], stdout=subprocess.PIPE, text=True, check=True).stdout.splitlines()]
charsets = [row[1] for row in rows if row[0] == "charset"]
formats = [(row[3], row[4].split(), row[5].split()) for row in rows if row[:1] == ["format"] and row[2] == "read"]
types = [mime_type for _, _, mime_types in formats for mime_type in mime_types]

entry = (DATA / f"{ID}.desktop.in").read_text(encoding="utf-8")
compare("the desktop entry", re.search(r"^MimeType=(.*);$", entry, re.M)[1].split(";"), types)

metainfo = xml.etree.ElementTree.parse(DATA / f"{ID}.metainfo.xml.in")
compare("the metainfo", [element.text for element in metainfo.iterfind("provides/mediatype")], types)

# | Word document | `.docx` `.docm` | ... |
readme = (source_tree.TOP / "README.md").read_text(encoding="utf-8")
table = re.findall(r"^\| ([^|]+?) \| ((?:`\.[a-z0-9]+` ?)+)\|", readme, re.M)
compare("README", [(name, ENDING.findall(endings)) for name, endings in table],
        [(name, endings) for name, endings, _ in formats])

for page in ["doublet.1", "doublet-cli.1"]:
    text = (DATA / "man" / page).read_text(encoding="utf-8")
    section = re.search(r"^\.SH FORMATS\n(.*?)^\.SH", text, re.M | re.S)
    listed = re.findall(r"^\.TP\n\.B (.+)\n\\&(\..+)$", section[1], re.M) if section else []
    compare(page, [(name.strip('"'), ENDING.findall(endings)) for name, endings in listed],
            [(name, endings) for name, endings, _ in formats])

completion = (DATA / "completions" / "doublet-cli").read_text(encoding="utf-8")
words = re.search(r"--charset\).*?-W '(.*?)'", completion, re.S)[1].split()
compare("the completion of --charset", words, [name.lower() for name in charsets])

source_tree.report(len(rows), faults)
