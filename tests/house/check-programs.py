#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The Doublet authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""check-programs.py PROGRAM...: doublet-cli starts with GLib and the C library alone,
since each further library takes longer to load than two short articles to be compared;
doublet-loader needs no GTK; and the readers of archives and PDF files, which meet what
strangers made, are in doublet-loader and doublet-pdf-loader alone."""

import pathlib
import re
import subprocess
import sys

import source_tree

FORBIDDEN = {
    "doublet": ["libarchive", "libpoppler"],
    "doublet-cli": [],
    "doublet-loader": ["libgtk", "libgdk", "libX11", "libwayland", "libpoppler"],
    "doublet-pdf-loader": ["libgtk", "libgdk", "libX11", "libwayland"],
}
# GLib itself needs libm; what is loaded when a text needs it stands in no list.
ALLOWED = {
    "doublet-cli": {"libglib-2.0", "libc", "libm", "libintl", "ld-linux-x86-64", "ld-linux-aarch64"},
}
# What the compiler's own checks bring with them.
CHECKERS = {"libasan", "libubsan", "libtsan", "liblsan"}


def list_needed(program):
    dynamic = subprocess.run(["readelf", "--dynamic", "--wide", program],
                             stdout=subprocess.PIPE, text=True, check=True).stdout
    return re.findall(r"\(NEEDED\).*\[(.*)\]", dynamic)


def find_faults(program):
    name = pathlib.Path(program).name
    needed = list_needed(program)
    stems = {library.split(".so")[0] for library in needed}
    if not needed:
        return [f"{name}: readelf shows no library"]

    faults = [f"{name} is linked to {library}" for library in needed
              if library.startswith(tuple(FORBIDDEN[name]))]
    # Linked statically, a program needs what its parts need, and no library takes long.
    if name in ALLOWED and "libglib-2.0" in stems and not CHECKERS & stems:
        faults += [f"{name} needs {stem} before it starts" for stem in sorted(stems - ALLOWED[name])]
    return faults


source_tree.report(len(sys.argv) - 1, [fault for program in sys.argv[1:] for fault in find_faults(program)])
