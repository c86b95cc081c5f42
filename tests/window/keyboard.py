# SPDX-FileCopyrightText: 2026 The Doublet authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The whole window can be gone through by keys: Tab leaves the list however long it is, F6
goes from pane to pane and back, Escape leaves the filter."""

import re

from desktop import SAMPLES, run

LINE = re.compile(r"^Passage \d+, ")


def has_keyboard(window, role, name):
    items = window.items(role, name)
    return any(item.has_keyboard() for item in items)


def press(window, key, role, name):
    window.key(key)
    window.wait(lambda: has_keyboard(window, role, name), f"{key} to lead to {role} {name}")


def scenario(window):
    window.find("list item", LINE)
    window.key("ctrl+3")
    press(window, "ctrl+l", "entry", "Filter the list")
    press(window, "Escape", "list item", LINE)
    press(window, "Tab", "push button", re.compile("^Article A: .*menu$"))
    press(window, "shift+Tab", "list item", LINE)
    press(window, "shift+Tab", "push button", "Order of the list")
    press(window, "Tab", "list item", LINE)
    for letter in ["A", "B", "C"]:
        press(window, "F6", "text", re.compile(f"^Article {letter}"))
    press(window, "F6", "list item", LINE)
    press(window, "shift+F6", "text", re.compile("^Article C"))


run(scenario, SAMPLES / "draft.txt", SAMPLES / "release.txt", SAMPLES / "story.txt")
