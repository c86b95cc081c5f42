#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The Doublet authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""check-docx.py PRINT-ARTICLE: how well Word documents are read, on the documents in
$DOUBLET_DATA/e-documents.

Tracked changes: every docx-powertools/RP file must give its -Accepted twin's text and,
read as original, its -Rejected twin's.  Loss: every letter of every w:t and m:t in the text
and in the notes of the mammoth and python-docx files must come out (comments, running heads
and what stands in a mc:Fallback must not)."""

import io
import os
import pathlib
import re
import subprocess
import sys
import zipfile
import xml.etree.ElementTree

DATA = pathlib.Path(os.environ["DOUBLET_DATA"]) / "e-documents"
ALTERNATE = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"


def read(path, *options):
    run = subprocess.run([sys.argv[1], "docx", path, *options], capture_output=True, timeout=60)
    return run.stdout.decode(), run.stderr.decode().strip()


def check_tracked():
    checked, faults = 0, []
    for path in sorted((DATA / "docx-powertools/RP").glob("*.docx")):
        for twin, option in (("-Accepted", "accepted"), ("-Rejected", "original")):
            other = path.with_name(path.stem + twin + ".docx")
            if not other.exists():
                continue
            checked += 1
            got, error = read(path, option)
            wanted, _ = read(other)
            if got != wanted or (error and "error" in error and wanted):
                faults.append(f"{path.name} as {option}: {got!r} is not {wanted!r} {error}")
    return checked, faults


def letters(text):
    return sorted(re.sub(r"\s", "", text))


def all_text(element):
    name = element.tag if isinstance(element.tag, str) else ""
    if name == ALTERNATE + "Fallback":
        return ""
    own = ""
    if re.match(r"\{.*(wordprocessingml/main|wordprocessingml/2006/main|/math|drawingml/2006/main)\}t$", name):
        own = element.text or ""
    elif name.endswith("}noBreakHyphen"):
        own = "\u2011"
    elif name.endswith("}softHyphen"):
        own = "\u00ad"
    elif name.endswith("}sym"):
        own = chr(int(next(value for key, value in element.items() if key.endswith("}char")), 16))
    return own + "".join(all_text(child) for child in element)


def text_of(package):
    """Of the body, the notes and diagrams, and of Word documents that are inserted."""
    text = ""
    for part in package.namelist():
        if re.search(r"^word/(document\d*|footnotes|endnotes|diagrams/data\d*)\.xml$", part):
            text += all_text(xml.etree.ElementTree.fromstring(package.read(part)))
        elif "afchunk" in part and package.read(part).startswith(b"PK"):
            with zipfile.ZipFile(io.BytesIO(package.read(part))) as inserted:
                text += text_of(inserted)
    return text


def check_loss():
    checked, faults = 0, []
    for folder in ("docx-mammoth", "docx-python-docx", "docx-python-redlines", "docx-powertools"):
        for path in sorted((DATA / folder).rglob("*.docx")):
            if folder == "docx-powertools" and path.parent.name == "RP":
                continue
            if folder == "docx-python-redlines" and "redline" in path.name:
                continue
            wanted = ""
            try:
                with zipfile.ZipFile(path) as package:
                    wanted = text_of(package)
            except Exception as error:
                print(f"{path.name} is not asked: {error}")
                continue
            checked += 1
            got, error = read(path)
            if letters(got) != letters(wanted):
                faults.append(f"{path.relative_to(DATA)}: {len(letters(got))} letters of {len(letters(wanted))} {error}")
            elif error and wanted.strip():
                faults.append(f"{path.relative_to(DATA)}: {error}")
    return checked, faults


for title, check in (("tracked changes", check_tracked), ("loss", check_loss)):
    count, found = check()
    for fault in found:
        print(fault)
    print(f"{title}: {count - len(found)} of {count} right")
