# SPDX-FileCopyrightText: 2026 The Doublet authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The report goes to the place that is chosen, holds the articles and their passages, and
the toast says so; it never goes over an article, even if the person agrees to replace it."""

import pathlib
import re
import shutil
import tempfile

from desktop import SAMPLES, run

FOLDER = pathlib.Path(tempfile.mkdtemp())
REPORT = FOLDER / "our report.html"
ARTICLE = pathlib.Path(tempfile.mkdtemp()) / "release.txt"


def scenario(window):
    window.find("panel", re.compile(r"^Passage \d+, 80 words"))
    window.key("ctrl+e")
    window.find("status bar", re.compile(r"^Contains the full text of 2 articles"))
    window.click("push button", re.compile(r"Choose Place"))
    window.choose_file(ARTICLE, "Export the Comparison", replaces=True)
    window.find("status bar", re.compile(r"^This file is one of those that are compared"))
    assert ARTICLE.read_bytes() == (SAMPLES / "release.txt").read_bytes(), "an article was overwritten"
    window.click("push button", re.compile(r"Choose Place"))
    window.choose_file(REPORT, "Export the Comparison")
    window.find("alert", re.compile(r"^our report\.html was written"))

    report = REPORT.read_text(encoding="utf-8")
    assert report.startswith("<!DOCTYPE html>"), report[:80]
    for text in "release.txt", "story.txt", "The first steamer on Lake Verrow", "</html>":
        assert text in report, f"the report lacks {text}"
    assert str(FOLDER) not in report and str(SAMPLES) not in report, "the report names a folder"
    assert [path.name for path in FOLDER.iterdir()] == [REPORT.name], "something was left behind"


shutil.copy(SAMPLES / "release.txt", ARTICLE)
run(scenario, ARTICLE, SAMPLES / "story.txt")
