# SPDX-FileCopyrightText: 2026 The Doublet authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""What stands in a file of the person's choice is marked as boilerplate and left out of
the figures; a file that cannot be read is said, and what was chosen can be given up."""

import pathlib
import re
import tempfile

from desktop import run

FOLDER = pathlib.Path(tempfile.mkdtemp())
FOOTER = "Reporting by the harbour desk, more on our pages tomorrow."
BRIDGE = "The swing span will be closed to road traffic from Monday while engineers replace the bearings."


def write(name, text):
    path = FOLDER / name
    path.write_text(text, encoding="utf-8")
    return path


CHOICE = re.compile("^(Choose a file of boilerplate|Boilerplate: )")


def choose(window, path):
    # They may still be open.
    if not window.has("push button", CHOICE):
        window.press_at(window.find(None, "Options"))
    window.click("push button", CHOICE)
    window.choose_file(path, "Choose Boilerplate")


def scenario(window):
    window.click("push button", re.compile(r"^Shared(,|$)"))
    window.find("panel", re.compile(r"^Passage \d+, 10 words, in A and B"))
    choose(window, write("footer.txt", FOOTER))
    window.find("panel", re.compile(r"^Passage \d+, 10 words, boilerplate, in A and B"))
    window.find("label", re.compile(r"share 1 passage .*10 words of boilerplate left out"))

    choose(window, write("empty.txt", ""))
    window.wait_gone("panel", re.compile("boilerplate"))
    if not window.has("push button", CHOICE):
        window.press_at(window.find(None, "Options"))
    window.find("label", re.compile("^The file is empty"))
    window.click("push button", "Use no boilerplate")
    window.wait_gone("label", re.compile("^The file is empty"))


run(scenario, write("a.txt", f"{BRIDGE}\n\nAn own paragraph of the first.\n\n{FOOTER}\n"),
    write("b.txt", f"{BRIDGE}\n\nWhat only the second says.\n\n{FOOTER}\n"))
