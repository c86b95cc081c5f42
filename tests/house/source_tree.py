# SPDX-FileCopyrightText: 2026 The Doublet authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""What the checks of the house rules share: the files, and how faults are told."""

import pathlib
import sys

TOP = pathlib.Path(__file__).resolve().parents[2]
# "node_modules" is what npm installs for the tests of the report.
FOREIGN = {"node_modules", "__pycache__", "corpus"}


def files(folders, suffixes):
    """The files below the folders of the top that end so, sorted."""
    found = []
    for folder in folders:
        for path in (TOP / folder).rglob("*"):
            if path.is_file() and path.name.endswith(tuple(suffixes)):
                if not FOREIGN.intersection(path.relative_to(TOP).parts):
                    found.append(path)
    return sorted(found)


def name(path):
    return str(path.relative_to(TOP))


def report(n_checked, faults):
    """Tells the faults and ends the program.  Having checked nothing is one."""
    for fault in faults:
        print(fault)
    if n_checked == 0:
        print("there was nothing to check")
    print(f"{n_checked} checked, {len(faults)} faults")
    sys.exit(1 if faults or n_checked == 0 else 0)
