# SPDX-FileCopyrightText: 2026 The Doublet authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""A click on a passage shows its first copy, a further click the next one, and so does
Space; the status says where one is."""

import re

from desktop import SAMPLES, run


START = "The first steamer on Lake Verrow"


def check_in_sight(window, letter):
    article = window.article(letter)
    left, top, width, height = article.place()
    _, seen_top, _, seen_height = article.place_of_character(article.text().index(START))
    assert top <= seen_top and seen_top + seen_height <= top + height, \
        f"the copy in {letter} is out of sight: {seen_top} in {top} to {top + height}"


# The copies stand at different places among what both articles have, so in two rows.
def scenario(window):
    row = window.find("panel", re.compile(r"^Passage \d+, 80 words, in B and C"))
    window.press_at(row)
    window.find("status bar", re.compile(r"^Copy 1 of 2 · next: C, paragraph 3 "))
    check_in_sight(window, "B")

    window.press_at(row)
    window.find("status bar", re.compile(r"^Copy 2 of 2 · next: B, paragraph 10 "))
    check_in_sight(window, "C")
    window.key("space")
    window.find("status bar", re.compile(r"^Copy 1 of 2 "))
    window.key("alt+Down")
    window.find("label", re.compile(r"^2 of \d+$"))
    window.key("alt+Up")
    window.find("label", re.compile(r"^1 of \d+$"))


run(scenario, SAMPLES / "draft.txt", SAMPLES / "release.txt", SAMPLES / "story.txt")
