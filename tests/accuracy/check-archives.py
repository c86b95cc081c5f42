#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The Doublet authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""check-archives.py PRINT-ARTICLE: whether any letter of the OpenDocument texts and
EPUB books in $DOUBLET_DATA/e-documents is lost or comes twice, against a plain walk
through their XML."""

import os
import pathlib
import re
import subprocess
import sys
import xml.etree.ElementTree
import zipfile
from collections import Counter

DATA = pathlib.Path(os.environ["DOUBLET_DATA"]) / "e-documents"
SKIPPED = {"tracked-changes", "annotation", "note-citation", "desc", "forms", "sequence-decls", "object",
           "head", "script", "style", "rt", "rp", "case", "svg"}
CHAPTERS = (".xhtml", ".html", ".htm")


def letters(text):
    return Counter(re.sub(r"\s", "", text))


def walk(element, is_text):
    name = element.tag.rsplit("}")[-1] if isinstance(element.tag, str) else "head"
    if name in SKIPPED or (name == "nav" and "toc" in str(element.attrib)):
        return ""
    is_text = is_text or name in ("p", "h", "body")
    text = (element.text or "") if is_text else ""
    return text + "".join(walk(child, is_text) + ((child.tail or "") if is_text else "") for child in element)


def parse(data):
    text = re.sub(r"&(?!amp;|lt;|gt;|quot;|apos;|#)\w+;", " ", data.decode())
    return xml.etree.ElementTree.fromstring(re.sub(r"<!DOCTYPE[^>]*>", "", text))


def wanted_of(path):
    with zipfile.ZipFile(path) as package:
        if path.suffix == ".odt":
            root = xml.etree.ElementTree.fromstring(package.read("content.xml"))
            return "".join(walk(p, False) for p in root.iter() if p.tag.endswith("office:1.0}text"))
        names = [n for n in package.namelist() if n.endswith(CHAPTERS) and "nav" not in n and "toc" not in n]
        return "".join(walk(body, False) for n in names for body in parse(package.read(n)) if body.tag.endswith("body"))


right = count = 0
for kind, folder in (("odt", "odt-odfpy"), ("epub", "epub-samples")):
    for path in sorted((DATA / folder).glob("*." + kind)):
        run = subprocess.run([sys.argv[1], kind, path], capture_output=True, timeout=60)
        try:
            wanted = letters(wanted_of(path))
        except Exception as error:
            print(f"{path.name} is not asked ({error}): {run.stderr.decode().strip()}")
            continue
        got = letters(run.stdout.decode())
        lost, added = (wanted - got).total(), (got - wanted).total()
        count += 1
        right += lost == 0 and added == 0
        if lost or added:
            print(f"{path.name}: {lost} letters of {wanted.total()} lost, {added} more {run.stderr.decode().strip()}")
print(f"{right} of {count} right")
