# SPDX-FileCopyrightText: 2026 The Doublet authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The empty window explains itself, offers the samples, and opens a file by its dialog."""

import re

from desktop import SAMPLES, run


def scenario(window):
    window.find("label", "Compare Articles")
    window.click("push button", re.compile(r"^Open Articles…"))
    window.choose_file(SAMPLES / "story.txt", "Open Articles")
    window.find("push button", "Article A: story.txt, menu")
    window.key("ctrl+o")
    window.choose_file(SAMPLES / "release.txt", "Open Articles")
    window.find("push button", "Article B: release.txt, menu")
    window.find("panel", re.compile(r"^Passage \d+, 80 words, in A and B"))


run(scenario)
