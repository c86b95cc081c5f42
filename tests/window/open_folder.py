# SPDX-FileCopyrightText: 2026 The Doublet authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""A folder gives its articles of every kind in natural order, those of the folders in it
too, and says how many files it left out; another one is added by the dialog.  An article
that could not be read whole says so."""

import re

from desktop import run
from documents import make_folder, run as words, write_docx, write_page

FOLDER = make_folder()
LATER = make_folder()
(FOLDER / "inner").mkdir()
write_page(FOLDER / "story 10.html", "The crossing takes twenty-two minutes, and the bus takes almost an hour.")
# Its note is in a part that is missing.
write_docx(FOLDER / "story 2.docx", "The ferry",
           words("The crossing takes twenty-two minutes, and nobody misses the bus.")
           + '<w:r><w:footnoteReference w:id="5"/></w:r>')
(FOLDER / "inner" / "note.md").write_text("# A *note*\n\nNobody misses the bus.\n", encoding="utf-8")
(FOLDER / "photo.jpg").write_bytes(b"\xff\xd8\xff\xe0")
(FOLDER / "table.xlsx").write_bytes(b"PK\3\4")
(LATER / "last.rtf").write_text(r"{\rtf1\ansi One more, in \b rich\b0  text.\par}", encoding="ascii")


def scenario(window):
    window.find("push button", "Article A: story 2.docx, menu")
    window.find("push button", "Article B: story 10.html, menu")
    window.find("push button", "Article C: note.md, menu")
    window.find("label", "2 files of other kinds were left out.")
    window.find("push button", re.compile("^Article A is incomplete: .*[.]$"))
    assert not window.has("push button", re.compile("^Article B is incomplete"))
    assert window.article("C").text().startswith("A note\n")

    window.key("ctrl+shift+o")
    window.choose_file(LATER, "Add Folder")
    window.find("push button", "Article D: last.rtf, menu")
    assert window.article("D").text() == "One more, in rich text."
    window.wait_gone("label", "2 files of other kinds were left out.")


run(scenario, FOLDER)
