#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The Doublet authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""write-string.py NAME FILE HEADER: writes a header that has what stands in the file
as a string of C, line by line."""

import pathlib
import sys

ESCAPES = {"\\": "\\\\", '"': '\\"', "\n": "\\n", "?": "\\?"}


def quote(line):
    # Three digits, so that a digit behind them is not taken for one of theirs.
    return "".join(ESCAPES.get(character) or
                   (character if 32 <= ord(character) < 127
                    else "".join(f"\\{byte:03o}" for byte in character.encode()))
                   for character in line)


name, source, header = sys.argv[1:]
text = pathlib.Path(source).read_bytes().decode("utf-8")
lines = "\n".join(f'  "{quote(line)}"' for line in text.splitlines(keepends=True))
pathlib.Path(header).write_text(f"static const char {name}[] =\n{lines};\n", encoding="ascii")
