# SPDX-FileCopyrightText: 2026 The Doublet authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The menu of a column says how its article is read: in which character set, the whole
page or the article in it, before or after the tracked changes; each document has the
choices that make sense for it."""

import re

from desktop import run
from documents import deleted, inserted, make_folder, run as words, write_docx, write_page

FOLDER = make_folder()
PAGE = write_page(FOLDER / "page.html",
                  "The new electric ferry will cross the lake up to sixteen times a day, all year round.",
                  "Nobody in the two towns had expected to see a boat again, and many came to the quay.")
DRAFT = write_docx(FOLDER / "draft.docx",
                   "The ferry",
                   words("A single ticket costs ") + deleted("three") + inserted("four") + words(" euros, as the operator said on Monday."))
RUSSIAN = FOLDER / "russian.txt"
RUSSIAN.write_bytes("Паром возвращается на озеро. Билет стоит три евро, дети платят половину.\n".encode("koi8-r"))


def open_menu(window, letter):
    # The button that is pressed stands inside the one that is named.
    window.find("push button", re.compile(rf"^Article {letter}: .*, menu$")).children[0].click()


def choose(window, letter, *items):
    """Goes through the menu of that column."""
    open_menu(window, letter)
    for name in items:
        window.click("menu item", name)


def wait_for_text(window, letter, pattern):
    window.wait(lambda: re.search(pattern, window.article(letter).text()), f"{pattern} in {letter}")


def scenario(window):
    wait_for_text(window, "A", "sixteen times")
    assert "Weather" not in window.article("A").text()
    choose(window, "A", "Whole Page")
    wait_for_text(window, "A", "Weather and tides")

    wait_for_text(window, "B", "^Паром возвращается")
    choose(window, "B", re.compile("^Character Set: KOI8-R"), "Western Europe and the Americas", "Windows-1252")
    wait_for_text(window, "B", "^ðÁÒÏÍ")
    choose(window, "B", "Character Set: Windows-1252", "Detect Automatically")
    wait_for_text(window, "B", "^Паром возвращается")

    wait_for_text(window, "C", "costs four euros")
    choose(window, "C", "As before the Tracked Changes")
    wait_for_text(window, "C", "costs three euros")

    # What does not fit a document is not offered for it.
    choose(window, "C", "Tracked Changes Accepted")
    wait_for_text(window, "C", "costs four euros")
    open_menu(window, "C")
    window.find("menu item", "Compare with the Original")
    assert not window.has("menu item", "Whole Page")
    assert not window.has("menu item", re.compile("^Character Set"))
    window.click("menu item", "Compare with the Original")
    choose(window, "B", "Remove from the Comparison")
    choose(window, "A", "Remove from the Comparison")
    window.find("push button", "Article A: draft.docx, menu")
    window.find("push button", "Article B: draft.docx (original), menu")
    wait_for_text(window, "B", "costs three euros")
    window.find("panel", re.compile("three.*four|four.*three"))


run(scenario, PAGE, RUSSIAN, DRAFT)
