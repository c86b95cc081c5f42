#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The Doublet authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""check-archives.py PRINT-ARTICLE: whether any letter of the OpenDocument texts and
EPUB books in $DOUBLET_DATA/e-documents is lost, comes twice or, in a book, stands in
another place, against a plain walk through their XML.  Tables of contents of books,
numbers of their pages and signs that refer to notes must not come."""

import os
import pathlib
import posixpath
import re
import subprocess
import sys
import urllib.parse
import xml.etree.ElementTree
import zipfile
from collections import Counter

DATA = pathlib.Path(os.environ["DOUBLET_DATA"]) / "e-documents"
SKIPPED = {"tracked-changes", "annotation", "note-citation", "desc", "forms", "sequence-decls", "object",
           "head", "script", "style", "rt", "rp", "case", "svg"}
OF_THE_BOOK = {"toc", "landmarks", "page-list", "noteref", "pagebreak"}
TYPE = "{http://www.idpf.org/2007/ops}type"


def letters(text):
    return re.sub(r"\s", "", text)


def walk(element, is_text):
    name = element.tag.rsplit("}")[-1] if isinstance(element.tag, str) else "head"
    if name in SKIPPED or OF_THE_BOOK & set(element.get(TYPE, "").split()) or element.get("hidden") is not None:
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
        return "".join(walk(body, False) for name in chapters_of(package)
                       for body in parse(package.read(name)) if body.tag.endswith("body"))


def chapters_of(package):
    """In the order of the spine; what is not linear comes last, and a page that is
    nothing but navigation not at all."""
    container = parse(package.read("META-INF/container.xml"))
    path = next(e.get("full-path") for e in container.iter() if e.tag.endswith("rootfile"))
    book = parse(package.read(path))
    items = {e.get("id"): e for e in book.iter() if e.tag.endswith("}item")}
    spine = sorted((e for e in book.iter() if e.tag.endswith("}itemref")), key=lambda e: e.get("linear") == "no")
    wanted = [items[e.get("idref")] for e in spine]
    return [posixpath.normpath(posixpath.join(posixpath.dirname(path), urllib.parse.unquote(item.get("href"))))
            for item in wanted if "html" in item.get("media-type")]


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
        count += 1
        same = got == wanted if kind == "epub" else sorted(got) == sorted(wanted)
        right += same
        if not same:
            lost, added = Counter(wanted) - Counter(got), Counter(got) - Counter(wanted)
            print(f"{path.name}: {lost.total()} letters of {len(wanted)} lost, {added.total()} more, "
                  f"first at {len(os.path.commonprefix([got, wanted]))} {run.stderr.decode().strip()}")
print(f"{right} of {count} right")
