#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The Doublet authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""A folder of src/ includes only from itself and from the layers below it, GTK is for
the window alone, and no two headers share a name."""

import re

import source_tree

# Each layer with those right below it; what lies deeper is allowed as well.
BELOW = {
    "text": [],
    "tokens": ["text"],
    "loaders": ["text"],
    "readers": ["loaders"],
    "loader": ["readers"],
    "passages": ["tokens"],
    "alignment": ["tokens"],
    "collation": ["passages", "alignment"],
    "archive": ["collation"],
    "compare": ["archive", "loaders"],
    "report": ["archive", "compare"],
    "cli": ["report"],
    "workbench": ["report"],
    "ui": ["workbench"],
    "app": ["ui"],
}
WITH_GTK = {"ui", "app"}
INCLUDE = re.compile(r'^\s*#\s*include\s+(["<])([^">]+)[">]')


def reach(layer):
    reached = {layer}
    for below in BELOW[layer]:
        reached |= reach(below)
    return reached


paths = source_tree.files(["src"], [".c", ".h"])
faults = []

homes = {}
for path in paths:
    if path.suffix == ".h":
        if path.name in homes:
            faults.append(f"{source_tree.name(path)}: {homes[path.name]} has a {path.name} too")
        homes[path.name] = path.parent.name

for path in paths:
    here = source_tree.name(path)
    layer = path.parent.name
    if layer not in BELOW:
        faults.append(f"{here}: src/{layer} is no layer that check-layers.py knows")
        continue
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        include = INCLUDE.match(line)
        if not include:
            continue
        kind, header = include.groups()
        place = f"{here}:{number}"
        if kind == "<":
            if re.match(r"(gtk|gdk|gsk)/", header) and layer not in WITH_GTK:
                faults.append(f"{place}: only the window knows GTK")
        elif "/" in header:
            faults.append(f"{place}: a project header is included by its bare name")
        elif header in homes and homes[header] not in reach(layer):
            faults.append(f"{place}: {header} belongs to {homes[header]}, which is not below {layer}")

source_tree.report(len(paths), faults)
