#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The Doublet authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""White space is clang-format's: every C file is as it would write it.

Another version writes other white space, so it is the one that Debian 12 has.
"""

import subprocess

import source_tree

paths = source_tree.files(["src", "tests"], [".c", ".h"])
faults = []
if paths:
    run = subprocess.run(
        ["clang-format-14", "--dry-run", "--ferror-limit=1", *paths],
        cwd=source_tree.TOP, stderr=subprocess.PIPE, text=True, check=False)
    faults = [line for line in run.stderr.splitlines() if "clang-format-violations" in line]
    if run.returncode != 0 and not faults:
        faults = [run.stderr]
    faults = [fault.replace(f"{source_tree.TOP}/", "") for fault in faults]
source_tree.report(len(paths), faults)
