# SPDX-FileCopyrightText: 2026 The Doublet authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Files that other programs write while they are compared are offered to be read again, in
whichever of the three ways a program saves."""

import os
import re

from desktop import run
from documents import make_folder, write_docx, write_page

FOLDER = make_folder()
IN_PLACE = FOLDER / "in place.txt"
BY_NAME = FOLDER / "by name.docx"
WITH_COPY = FOLDER / "with copy.html"
IN_PLACE.write_text("The first text.\n", encoding="utf-8")
write_docx(BY_NAME, "The second text.")
write_page(WITH_COPY, "The third text is about a ferry.")


def scenario(window):
    for letter in "ABC":
        window.article(letter)
    window.find("label", re.compile("is also in A"))

    IN_PLACE.write_text("The first text, again.\n", encoding="utf-8")
    window.find("label", "in place.txt was changed by another program.")

    os.replace(write_docx(FOLDER / "lu1.tmp", "The second text, again."), BY_NAME)
    window.find("label", "2 files were changed by another program.")

    os.rename(WITH_COPY, FOLDER / "with copy.html~")
    write_page(WITH_COPY, "The third text is about a ferry, again.")
    window.find("label", "3 files were changed by another program.")

    window.click("push button", "Compare Again")
    for letter in "ABC":
        window.wait(lambda letter=letter: "again." in window.article(letter).text(), f"the new text in {letter}")
    window.wait_gone("label", re.compile("changed by another program"))


run(scenario, IN_PLACE, BY_NAME, WITH_COPY)
