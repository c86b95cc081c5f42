# SPDX-FileCopyrightText: 2026 The Doublet authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""A text on the clipboard becomes an article with Ctrl+V, and is compared, and so does a
piece of a web page; in an entry Ctrl+V pastes into the entry."""

import re

from desktop import SAMPLES, run

TEXT = ("A note on the ferry\n\nA single ticket costs 3.20 euros, and 1.60 euros for children "
        "and pensioners, which is what everybody had hoped for.\n")

PIECE = ("<meta charset='utf-8'><h2>A note on the quay</h2><p>A single <b>ticket</b> costs "
         "3.20&nbsp;euros,<br>as announced in Åre.</p><script>alert (1)</script>")


def scenario(window):
    window.article("A")
    window.copy(TEXT)
    window.key("F6")
    window.key("ctrl+v")
    article = window.article("B")
    assert article.text().split("\n") == [line for line in TEXT.splitlines() if line]
    window.key("ctrl+3")
    window.find("panel", re.compile(r"^Passage \d+, 13 words, in A and B: A single ticket costs"))

    window.copy(PIECE, "text/html", "utf-16")
    window.key("F6")
    window.key("ctrl+v")
    window.find("push button", "Article C: Pasted: A note on the quay, menu")
    text = window.article("C").text()
    assert text.startswith("A note on the quay\nA single ticket costs 3.20"), text
    assert "Åre" in text and "alert" not in text and "charset" not in text, text

    window.copy("ticket")
    window.key("ctrl+f")
    entry = window.find("entry", "Find in the texts")
    window.wait(entry.has_keyboard, "the entry to have the keyboard")
    window.key("ctrl+v")
    window.find("status bar", re.compile(r"\b\d+ found|\b\d+ of \d+"))
    assert not window.has("push button", re.compile(r"^Article D: .*, menu$"))


run(scenario, SAMPLES / "release.txt")
