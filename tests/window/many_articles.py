# SPDX-FileCopyrightText: 2026 The Doublet authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Of more articles than the overview has room for it shows the first, and says how many
more there are."""

import pathlib
import re
import tempfile

from desktop import run

FOLDER = pathlib.Path(tempfile.mkdtemp())
N_ARTICLES = 45
N_SHOWN = 40


def write(number):
    path = FOLDER / f"{number:02}.txt"
    path.write_text(" ".join(f"word{number}of{position}" for position in range(12)) + "\n", encoding="utf-8")
    return path


def scenario(window):
    window.find("label", re.compile(rf"^In no group: A, B, .* and {N_ARTICLES - N_SHOWN} more$"))
    window.find("label", re.compile(rf"^The table shows the first {N_SHOWN} of {N_ARTICLES} articles"))


run(scenario, *(write(number) for number in range(N_ARTICLES)))
