#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The Doublet authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""check-manuals.py [PROGRAM...]: the manual pages are free of faults, the completions
are read by bash, and both know exactly the long options that each program has."""

import os
import pathlib
import re
import subprocess
import sys

import source_tree

# GLib adds these to every program with options of a kind.
OF_GLIB = {"--help-all", "--help-gapplication", "--help-gtk", "--gapplication-service"}
LONG_OPTION = re.compile(r"(?<![\w-])--[a-z][a-z-]+")
ENVIRONMENT = {**os.environ, "LC_ALL": "C.UTF-8", "MANWIDTH": "80"}


def run(*command):
    return subprocess.run(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE,
                          stdin=subprocess.DEVNULL, text=True, env=ENVIRONMENT, check=False)


faults = []
pages = source_tree.files(["data/man"], [".1"])
for page in pages:
    warnings = run("man", "--warnings", "-E", "UTF-8", "-l", "-Tutf8", "-Z", page)
    faults += [f"{source_tree.name(page)}: {line}" for line in warnings.stderr.splitlines()]

completions = [path for path in sorted((source_tree.TOP / "data/completions").iterdir())]
for completion in completions:
    syntax = run("bash", "-n", completion)
    if syntax.returncode != 0:
        faults.append(f"{source_tree.name(completion)}: {syntax.stderr}")

for program in sys.argv[1:]:
    name = pathlib.Path(program).name
    has = set(LONG_OPTION.findall(run(program, "--help").stdout)) - OF_GLIB
    page = source_tree.TOP / "data/man" / f"{name}.1"
    written = set(LONG_OPTION.findall(page.read_text(encoding="utf-8").replace("\\-", "-")))
    completion = (source_tree.TOP / "data/completions" / name).read_text(encoding="utf-8")
    completed = set(LONG_OPTION.findall(completion))
    for known, where in (written, "manual page"), (completed, "completion"):
        faults += [f"{name}: {option} is not in the {where}" for option in sorted(has - known)]
        faults += [f"{name} has no {option}, but its {where} does"
                   for option in sorted(known - has)]

source_tree.report(len(pages) + len(completions), faults)
