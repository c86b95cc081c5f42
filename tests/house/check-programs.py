#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The Doublet authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""check-programs.py PROGRAM...: doublet-cli and doublet-loader need no GTK, and the
readers of archives and PDF files, which meet what strangers made, are in
doublet-loader and doublet-pdf-loader alone."""

import pathlib
import re
import subprocess
import sys

import source_tree

FORBIDDEN = {
    "doublet": ["libarchive", "libpoppler"],
    "doublet-cli": ["libgtk", "libgdk", "libpango", "libcairo", "libX11", "libwayland",
                    "libarchive", "libpoppler"],
    "doublet-loader": ["libgtk", "libgdk", "libX11", "libwayland", "libpoppler"],
    "doublet-pdf-loader": ["libgtk", "libgdk", "libX11", "libwayland"],
}

faults = []
for program in sys.argv[1:]:
    dynamic = subprocess.run(["readelf", "--dynamic", "--wide", program],
                             stdout=subprocess.PIPE, text=True, check=True).stdout
    needed = re.findall(r"\(NEEDED\).*\[(.*)\]", dynamic)
    name = pathlib.Path(program).name
    for library in needed:
        for forbidden in FORBIDDEN[name]:
            if library.startswith(forbidden):
                faults.append(f"{name} is linked to {library}")
    if not needed:
        faults.append(f"{name}: readelf shows no library")
source_tree.report(len(sys.argv) - 1, faults)
