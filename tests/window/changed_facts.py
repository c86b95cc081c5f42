# SPDX-FileCopyrightText: 2026 The Doublet authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""A figure that differs between two copies of a passage is told in the list with both
readings, counted below, told at the caret, and the list can be narrowed to such passages."""

import pathlib
import re
import tempfile

from desktop import run

WORKS = "The works will cost {} million euros, and the state will pay for half of them."
QUAY = ("Ferries will run every ten minutes until midnight for as long as the swing span of the "
        "bridge is closed to all traffic.")


def scenario(window):
    window.key("ctrl+3")
    window.find("panel", re.compile(r"^Passage 1, \d+ words, in A and B: "))
    window.find("panel", re.compile(r"^Passage 2, .* in A and B\. Figure differs: A “14”, B “40”\. "))
    window.find("label", re.compile(r"⚑ 1 changed fact$"))

    window.click("push button", "Only changed facts")
    window.wait_gone("panel", re.compile(r"^Passage 1,"))
    window.key("alt+Down")
    window.find("status bar", re.compile(r"^Copy 1 of 2"))
    window.click("push button", "Only changed facts")
    window.find("panel", re.compile(r"^Passage 1,"))

    window.key("ctrl+2")
    window.find("panel", re.compile(r"^Change \d, Moved, changed in 1 place\. Figure differs\. "))


folder = pathlib.Path(tempfile.mkdtemp())
for name, figure, lines in (("a", 14, "{}\n\n{}\n"), ("b", 40, "{1}\n\nNothing else.\n\n{0}\n")):
    text = lines.format(WORKS.format(figure), QUAY)
    (folder / f"{name}.txt").write_text(text, encoding="utf-8")
run(scenario, folder / "a.txt", folder / "b.txt")
