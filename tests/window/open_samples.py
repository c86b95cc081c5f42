# SPDX-FileCopyrightText: 2026 The Doublet authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Three articles opened by the command line: their texts are shown as they are, what they
share is listed, longest first and what is only reworded last, and each has its letter and
its words."""

import re

from desktop import SAMPLES, run

FILES = [SAMPLES / name for name in ("draft.txt", "release.txt", "story.txt")]


def scenario(window):
    window.find("panel", re.compile(r"^Passage \d+, 80 words, in B and C: The first steamer"))
    for letter, path in zip("ABC", FILES):
        blocks = [line for line in path.read_text(encoding="utf-8").splitlines() if line]
        shown = window.article(letter).text().split("\n")
        assert shown == blocks, f"{path.name} is not shown as it is"
        window.find("push button", f"Article {letter}: {path.name}, menu")

    found = [("reworded" in row.name, -int(re.search(r", (?:\d+ of )?(\d+) words", row.name).group(1)))
             for row in window.items("panel", re.compile(r"^Passage \d+, "))]
    assert len(found) >= 5 and found == sorted(found), found


run(scenario, *FILES)
