#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The Doublet authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Each catalogue compiles, with the same placeholders as the originals, and po/LINGUAS
names them all."""

import subprocess

import source_tree

lines = (source_tree.TOP / "po/LINGUAS").read_text(encoding="utf-8").splitlines()
languages = [line for line in lines if line and not line.startswith("#")]
catalogues = source_tree.files(["po"], [".po"])
faults = []
if languages != sorted(path.stem for path in catalogues):
    faults.append("po/LINGUAS and the catalogues differ, or it is not sorted")
for path in catalogues:
    run = subprocess.run(["msgfmt", "--check", "--statistics", "--output-file=/dev/null", path],
                         stderr=subprocess.PIPE, text=True, check=False)
    print(f"{source_tree.name(path)}: {run.stderr.strip()}")
    if run.returncode != 0:
        faults.append(f"{source_tree.name(path)} does not compile")
source_tree.report(1 + len(catalogues), faults)
