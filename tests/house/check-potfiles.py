#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The Doublet authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""check-potfiles.py [--update]: po/POTFILES is sorted and names exactly the files that
hold something to translate; or it is written so."""

import re
import sys

import source_tree

CALL = re.compile(r"\b(?:N?C?_|gettext|g?d?n?p?gettext|g_d?n?gettext|g_dpgettext2?) ?\(\s*[\"(]")
WITHOUT_LETTERS = re.compile(r"/\*.*?\*/|//[^\n]*", re.DOTALL)


def is_translated(path):
    text = path.read_text(encoding="utf-8")
    if path.suffix in (".c", ".h"):
        return bool(CALL.search(WITHOUT_LETTERS.sub("", text)))
    if path.suffix == ".ui":
        return 'translatable="yes"' in text
    return True


candidates = source_tree.files(["src"], [".c", ".h", ".ui"])
candidates += source_tree.files(["data"], [".desktop.in", ".metainfo.xml.in", ".gschema.xml"])
expected = {source_tree.name(path) for path in candidates if is_translated(path)}
if "--update" in sys.argv:
    (source_tree.TOP / "po/POTFILES").write_text("\n".join(sorted(expected)) + "\n", encoding="utf-8")
lines = (source_tree.TOP / "po/POTFILES").read_text(encoding="utf-8").splitlines()
listed = [line for line in lines if line and not line.startswith("#")]

faults = [f"po/POTFILES lacks {name}" for name in sorted(expected - set(listed))]
faults += [f"po/POTFILES names {name}, which holds nothing to translate"
           for name in sorted(set(listed) - expected)]
if listed != sorted(set(listed)):
    faults.append("po/POTFILES is not sorted, or names something twice")
source_tree.report(len(listed), faults)
