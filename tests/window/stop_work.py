# SPDX-FileCopyrightText: 2026 The Doublet authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Work that takes long can be stopped; what was found until then stays, and is said to be
incomplete, with the reason behind a button."""

import pathlib
import random
import re
import tempfile

from desktop import run

FOLDER = pathlib.Path(tempfile.mkdtemp())


def write(name, seed):
    """Long articles that have much in common: work for many seconds."""
    choose = random.Random(seed)
    words = [f"word{number}" for number in range(3000)]
    common = random.Random(0)
    parts = []
    for _ in range(20000):
        source = common if common.random() < 0.5 else choose
        parts.append(" ".join(source.choice(words) for _ in range(40)))
    path = FOLDER / name
    path.write_text("\n\n".join(parts), encoding="utf-8")
    return path


FILES = [write(f"{number}.txt", number) for number in range(1, 7)]


def scenario(window):
    window.find("push button", re.compile(r"^Stop"))
    window.key("Escape")
    window.press_at(window.find("push button", re.compile("^These figures are incomplete: The comparison was stopped")))
    window.find("label", re.compile("^The comparison was stopped"))
    window.wait_gone("push button", re.compile(r"^Stop"))


run(scenario, *FILES)
