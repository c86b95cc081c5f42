#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The Doublet authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""check-manuals.py [PROGRAM...]: the manual pages are free of faults, the completions
are read by bash, both know exactly the long options that each program has, and what the
options of a comparison take is the same wherever it is said."""

import json
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



def read(path):
    return (source_tree.TOP / path).read_text(encoding="utf-8")


def find(pattern, path):
    found = re.search(pattern, read(path), re.DOTALL)
    if not found:
        faults.append(f"{path}: nothing like {pattern}")
    return found.group(1) if found else ""


def compare(what, *sayings):
    """Every place says the same as the first, as a list of words."""
    for where, words in sayings[1:]:
        if words != sayings[0][1]:
            faults.append(f"{what}: {where} says {words}, {sayings[0][0]} {sayings[0][1]}")


# What the options say of themselves, in the code, the schemas and the papers.
COMPLETION, PAGE = "data/completions/doublet-cli", "data/man/doublet-cli.1"
plain_page = re.sub(r"\\f.|\n\.B[RI]? |\"", " ", read(PAGE).replace("\\-", "-"))
code = "src/collation/options.c"
schema = json.loads(read("data/doublet-comparison.schema.json"))["$defs"]["options"]
settings = dict(re.findall(r'<key name="([a-z-]+)" type="[a-z]+">\s*(?:<range[^>]*>\s*)?<default>\'?([^<\']*)',
                           read("data/io.github.doublet.Doublet.gschema.xml")))
ignorable = re.findall(r'\{ "([a-z]+)", DOUBLET_IGNORE', read(code))
compare("--ignore", (code, ignorable),
        (COMPLETION, find(r"-W '([a-z ]+) none'", COMPLETION).split()),
        (PAGE, re.findall(r"[a-z]+", find(r"parted by commas:(.*?);", PAGE).replace("BR", ""))),
        ("the schema", schema["properties"]["ignore"]["items"]["enum"]))
presets = re.findall(r'\{ "([a-z]+)", N_ \("[^"]*"\), (\d+), (\d+) \}', read(code))
compare("--preset", (code, [name for name, _, _ in presets]),
        (COMPLETION, find(r"--preset\)\s*COMPREPLY=\(\$\(compgen -W '([a-z ]+)'", COMPLETION).split()))
for name, words, gap in presets:
    for path, text in (PAGE, plain_page), ("src/cli/cli-options.c", read("src/cli/cli-options.c")):
        if not re.search(rf"{name}\s*\({words}, {gap}\)", text):
            faults.append(f"{path}: --preset {name} is not ({words}, {gap})")
compare("the presets' default", (code, list(presets[0][1:])),
        ("the settings", [settings["min-words"], settings["max-gap"]]),
        (PAGE, re.findall(r"(?:words|in a row) \((\d+)\)", plain_page)[:2]))
compare("--min-identical", (code, [find(r"DEFAULT_MIN_IDENTICAL (\d+)", code)]),
        ("the settings", [settings["min-identical"]]),
        (PAGE, re.findall(r"the same \((\d+)\)", plain_page)[:1]))
limits = {name: int(value) for name, value in re.findall(r"#define DOUBLET_(\w+) (\d+)", read("src/collation/options.h"))}
for name, low, high in (("min_words", limits["MIN_WORDS_LOWEST"], limits["MIN_WORDS_HIGHEST"]),
                        ("max_gap", 0, limits["MAX_GAP_HIGHEST"]),
                        ("min_identical", limits["MIN_IDENTICAL_LOWEST"], 100)):
    of_schema = schema["properties"][name]
    compare(name, ("src/collation/options.h", [low, high]), ("the schema", [of_schema["minimum"], of_schema["maximum"]]))
if set(schema["properties"]) != set(schema["required"]):
    faults.append("the schema does not require all options")
for name in schema["properties"]:
    option = "--" + name.replace("_", "-")
    if option not in plain_page:
        faults.append(f"{PAGE}: {option} of the schema is not there")
    if name.replace("_", "-") not in settings:
        faults.append(f"the settings: {name} of the schema is not there")

# What the README says of the programs, they have.
known = set(LONG_OPTION.findall(plain_page)) | {"--help"}
for option in set(re.findall("`(--[a-z-]+)", read("README.md"))) - known:
    faults.append(f"README.md: doublet-cli has no {option}")

source_tree.report(len(pages) + len(completions), faults)
