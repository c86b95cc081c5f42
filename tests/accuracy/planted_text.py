# SPDX-FileCopyrightText: 2026 The Doublet authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Texts as pieces, so that an edit can be planted and found again.

A piece is a word, a number, a mark or a blank.  Both articles of a pair are made of the
same pieces but for what was planted, so where something stands follows from the pieces
and is never looked for in the text.
"""

import pathlib
import re

SENTENCE_ENDS = ".!?。！？؟…"
CLOSING = "”’\"'»」』)）"
COMMAS = ",，、،"

# One Han character, one run of letters or digits, one mark, one run of blanks.
PIECE = re.compile(r"\s+|\d+(?:[.,]\d+)*|[\u4e00-\u9fff]|[\u3040-\u309f]+|[\u30a0-\u30ff]+|"
                   r"[^\W\d_]+(?:['’-][^\W\d_]+)*|.", re.UNICODE)


# What stands between two bars; a Thai vowel sign is no letter, but of the word.
MARKED = re.compile(r"[“”。，、「」]|[^“”。，、「」]+")


class Piece:
    __slots__ = ("text", "kind")

    def __init__(self, text):
        self.text = text
        if text.isspace():
            self.kind = "blank"
        elif text[0].isdecimal():
            self.kind = "number"
        elif text[0].isalpha():
            self.kind = "word"
        else:
            self.kind = "mark"

    def __repr__(self):
        return self.text


def cut(text):
    return [Piece(part) for part in PIECE.findall(text)]


class Source:
    """What edits are planted in: paragraphs of pieces, names that stand in them, and
    words and sentences that do not."""

    def __init__(self, name, paragraphs, foreign, names=(), other_names=()):
        self.name = name
        self.paragraphs = paragraphs
        self.foreign = foreign
        self.names = names
        self.other_names = other_names
        text = "".join(piece.text for paragraph in paragraphs for piece in paragraph)
        self.has_spaces = text.count(" ") * 20 > len(text)
        self.comma = max(COMMAS, key=text.count)
        if self.comma not in text:
            self.comma = None
        self.words = sorted({piece.text for paragraph in paragraphs + foreign
                             for piece in paragraph if piece.kind == "word"})


def load(path):
    """A file of tests/accuracy/planted: names, the article, sentences that are not in
    it.  Where a script has no spaces a bar stands between two words."""
    def pieces(line):
        if "|" not in line:
            return cut(line)
        return [Piece(part) for word in line.split("|") for part in MARKED.findall(word)]

    head, body = pathlib.Path(path).read_text(encoding="utf-8").split("----\n")
    article, foreign = body.split("====\n")
    names = [[cut_name(name) for name in line.split(":")[1].split(",")] for line in head.splitlines()]
    return Source(pathlib.Path(path).stem,
                  [pieces(line) for line in article.splitlines() if line],
                  [pieces(line) for line in foreign.splitlines()], *names)


def cut_name(name):
    name = name.strip()
    return [Piece(part) for part in name.split("|")] if "|" in name else cut(name)


def from_text(name, text, foreign):
    """Any text whose paragraphs are parted by blank lines; numbers and bullets at their
    start are no text for the readers."""
    paragraphs = [re.sub(r"^[(\d.)*#+-]+ ", "", re.sub(r"\s+", " ", paragraph).strip()) for paragraph in re.split(r"\n\s*\n", text)]
    return Source(name, [cut(paragraph) for paragraph in paragraphs if paragraph], [cut(line) for line in foreign])


def sentences(paragraph):
    """Ranges of pieces, the blank after each left out."""
    ranges, start, i = [], 0, 0
    while i < len(paragraph):
        end = i + 1
        if paragraph[i].text in SENTENCE_ENDS:
            while end < len(paragraph) and paragraph[end].text in CLOSING:
                end += 1
            if end == len(paragraph) or paragraph[end].kind == "blank" or paragraph[i].text in "。！？":
                ranges.append((start, end))
                start = end + 1 if end < len(paragraph) and paragraph[end].kind == "blank" else end
        i = end
    if start < len(paragraph):
        ranges.append((start, len(paragraph)))
    return ranges


def length(pieces):
    return sum(len(piece.text) for piece in pieces)


def render(paragraphs, joints):
    """The text, and where each piece begins in it.  joints[i] stands after paragraph i."""
    text, places = [], {}
    at = 0
    for i, paragraph in enumerate(paragraphs):
        for piece in paragraph:
            places[id(piece)] = at
            text.append(piece.text)
            at += len(piece.text)
        joint = joints.get(i, "\n\n")
        text.append(joint)
        at += len(joint)
    return "".join(text), places
