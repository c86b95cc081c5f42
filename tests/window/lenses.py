# SPDX-FileCopyrightText: 2026 The Doublet authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Each lens can be chosen by its button and by its key, from each other one, whether or
not something is selected, and its list and figures are its own."""

import re

from desktop import SAMPLES, run

LENSES = ["Overview", "Differences", "Shared", "Repeated"]
FIGURES = {
    "Overview": r"3 articles",
    "Differences": r"words only in A",
    "Shared": r"is also in A",
    "Repeated": r"stand in a second or later copy",
}


def choose(window, lens, by_key):
    button = window.find("push button", re.compile(rf"^{lens}(,|$)"))
    if by_key:
        window.key(f"ctrl+{LENSES.index(lens) + 1}")
    else:
        button.click()
    window.wait(button.is_pressed, f"{lens} to be chosen")
    window.find("label", re.compile(FIGURES[lens]))


def scenario(window):
    window.find("push button", re.compile(r"^Shared, \d+$"))
    for lens in LENSES + ["Overview"]:
        choose(window, lens, by_key=False)
    choose(window, "Shared", by_key=True)
    window.key("alt+Down")
    window.find("status bar", re.compile(r"^Copy 1 of "))
    for lens in ["Overview", "Repeated", "Overview", "Shared", "Differences", "Repeated"]:
        choose(window, lens, by_key=True)


run(scenario, SAMPLES / "draft.txt", SAMPLES / "release.txt", SAMPLES / "story.txt")
