# SPDX-FileCopyrightText: 2026 The Doublet authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""One article that holds a part of itself twice says so without being asked, and shows
both copies beside each other."""

import re

from desktop import SAMPLES, run

NOTICE = "256 words stand twice in draft.txt: paragraphs 2–6 and 7–11."


def scenario(window):
    window.find("status bar", NOTICE)
    repeated = window.find("push button", re.compile(r"^Repeated, 1$"))
    window.wait(repeated.is_pressed, "the lens for what is repeated")
    window.click("push button", "Show")
    window.find("status bar", re.compile(r"^Copy 1 of 2 "))
    window.wait(lambda: len(window.items("text", re.compile(r"^Article A"))) == 2,
                "the article beside itself")
    window.click("push button", "Close this notice")
    window.wait_gone("status bar", NOTICE)


run(scenario, SAMPLES / "draft.txt")
