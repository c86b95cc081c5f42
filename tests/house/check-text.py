#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The Doublet authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Every source is UTF-8 without tabs, stray blanks or left-over notes, says whose it
is, names no folder of the machine it was written on, and is no longer than can be
read; and some calls that are known to lose data are not made."""

import re

import source_tree

SUFFIXES = [".c", ".h", ".ui", ".css", ".js", ".mjs", ".py", ".sh", ".xml", ".in",
            ".svg", ".build", ".1", ".po", "packages.txt", ".supp"]
WITHOUT_LICENCE = [".po", ".service.in", "packages.txt", ".supp", ".json"]
MAX_LINES = 600

NOTE = re.compile(r"\b(TODO|FIXME|XXX|HACK)\b")
MACHINE = re.compile(r"(?<![\w.])/(work|root|home|Users)/")
CALLS = {
    # Measured with GLib 2.74 and libxml2 2.9.14.
    "g_file_replace_contents": "loses the old file when the disk is full",
    "xmlNewChild": "drops text that holds an ampersand",
    "xmlNodeSetContent": "drops text that holds an ampersand",
    "XML_PARSE_NOENT": "lets a document read other files",
    "XML_PARSE_DTDLOAD": "lets a document read other files",
    "XML_PARSE_HUGE": "takes away libxml2's own limits",
}


def look_into(path):
    here = source_tree.name(path)
    try:
        text = path.read_bytes().decode("utf-8")
    except UnicodeDecodeError as error:
        return [f"{here}: not UTF-8: {error}"]

    faults = []
    if not here.endswith(tuple(WITHOUT_LICENCE)):
        head = text[:600]
        if "SPDX-FileCopyrightText: 2026 The Doublet authors" not in head \
                or "SPDX-License-Identifier: GPL-3.0-or-later" not in head:
            faults.append(f"{here}:1: does not say whose it is (SPDX)")
    if text and not text.endswith("\n") or text.endswith("\n\n"):
        faults.append(f"{here}: does not end with one newline")

    lines = text.splitlines()
    if here.startswith("src/") and here.endswith((".c", ".h")) and len(lines) > MAX_LINES:
        faults.append(f"{here}: {len(lines)} lines: which concern wants out?")
    own_words = here == "tests/house/check-text.py"
    for number, line in enumerate(lines, 1):
        place = f"{here}:{number}"
        if "\t" in line or "\r" in line:
            faults.append(f"{place}: a tab or a carriage return")
        if line != line.rstrip():
            faults.append(f"{place}: blanks at the end")
        if own_words:
            continue
        if NOTE.search(line):
            faults.append(f"{place}: a note to oneself")
        if MACHINE.search(line):
            faults.append(f"{place}: a folder of one machine")
        if here.startswith("src/"):
            for call, reason in CALLS.items():
                # A call has a space before its bracket; a comment that warns of it has none.
                if re.search(rf"\b{call}\b" if call.isupper() else rf"\b{call} \(", line):
                    faults.append(f"{place}: {call} {reason}")
    return faults


paths = source_tree.files(["src", "tests", "data", "po"], SUFFIXES)
paths.append(source_tree.TOP / "meson.build")
source_tree.report(len(paths), [fault for path in paths for fault in look_into(path)])
