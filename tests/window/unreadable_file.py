# SPDX-FileCopyrightText: 2026 The Doublet authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""What cannot be read is listed with its reason and can be tried again; the others are
compared meanwhile."""

import pathlib
import re
import tempfile

from desktop import SAMPLES, run

FOLDER = pathlib.Path(tempfile.mkdtemp())
PICTURE = FOLDER / "photo.png"
MISSING = FOLDER / "late.txt"
PICTURE.write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 8)


def scenario(window):
    window.article("A")
    window.article("B")
    window.find("label", "2 files could not be read")
    window.find("label", re.compile(r"^This is a picture\."))
    window.find("label", re.compile(r"^There is no such file\."))

    MISSING.write_text("Late, but here.\n\nTickets are sold on board, at both landing stages and "
                       "in the regional transport app.\n", encoding="utf-8")
    window.click("push button", "Try to read late.txt again")
    window.find("push button", re.compile(r"^Article [ABC]: late\.txt, menu$"))
    window.wait_gone("label", re.compile(r"^There is no such file\."))

    window.find("label", "1 file could not be read")
    window.click("push button", "Remove photo.png")
    window.wait_gone("label", re.compile(r"^This is a picture\."))
    # It was a slip, not the end of the comparison.
    assert window.has("text", re.compile(r"^Article A"))


run(scenario, SAMPLES / "release.txt", PICTURE, MISSING, SAMPLES / "story.txt")
