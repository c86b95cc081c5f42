# SPDX-FileCopyrightText: 2026 The Doublet authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The empty window offers the samples; with them, every thing that takes the keyboard has
a name that a screen reader can say."""

import re

from desktop import run

# Names that GTK makes up when none was given.
NO_NAME = re.compile(r"^(Gtk|Doublet)[A-Z]|^$")
# Of these GTK makes the parts, which say nothing themselves.
PARTS = {"GtkListItemWidget", "GtkPaned", "GtkToggleButton"}


def nameless_items(item):
    # An alert that is not up keeps its size.
    if item.role == "alert" or not item.is_shown():
        return
    if item.has_state("focusable") and item.role not in ("list item", "panel", "scroll pane") \
            and item.name not in PARTS and NO_NAME.search(item.name):
        yield str(item)
    for child in item.children:
        yield from nameless_items(child)


def scenario(window):
    window.find("label", "Compare Articles")
    window.click("push button", re.compile(r"^Try the Sample"))
    window.find("panel", re.compile(r"^Passage \d+, 80 words"))
    for lens in "Differences", "Overview", "Shared":
        window.click("push button", re.compile(rf"^{lens}(,|$)"))
        window.find("push button", re.compile(rf"^{lens}(,|$)"))
        nameless = list(nameless_items(window.find("frame")))
        assert not nameless, f"{lens}: without a name: {nameless}"


run(scenario)
