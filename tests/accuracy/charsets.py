#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The Doublet authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Counts how many texts in known character sets are read right: the text has to be
what the named set makes of the bytes, whatever name was found for it.

usage: charsets.py DOUBLET-CLI [-v]     (the data is in $DOUBLET_DATA)"""

import collections
import json
import os
import pathlib
import subprocess
import sys
import unicodedata

# What the names of the files mean.  Those named Latin2, Cyrillic and Arabic are in
# Windows' sets: as ISO's they hold control characters, and not the words of the same
# text in UTF-8.
SUFFIXES = {"Latin1": "cp1252", "Latin2": "cp1250", "Latin2-err": "cp1250", "UTF8": "utf-8",
            "Cyrillic": "cp1251", "Greek": "iso8859-7", "Turkish": "iso8859-9",
            "Hebrew": "iso8859-8", "Arabic": "cp1256", "SJIS": "cp932", "JIS": "iso2022-jp",
            "EUC": "euc-jp", "GB2312": "gb18030", "HZ": "hz", "VIQR": "VIQR", "TCVN": "TCVN5712-1",
            "VPS": "VPS"}
NAMES = {"iso-8859-1": "cp1252", "iso-8859-11": "cp874", "tis-620": "cp874", "shift_jis": "cp932",
         "viscii": "VISCII", "euc-tw": "EUC-TW", "big5": "big5hkscs", "euc-kr": "cp949"}


def decode(data, charset):
    """The text, or None if nobody here knows the set."""
    try:
        return data.decode(charset, errors="replace").removeprefix("\ufeff")
    except LookupError:
        done = subprocess.run(["iconv", "-c", "-f", charset, "-t", "UTF-8"], input=data,
                              stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, check=False)
        return done.stdout.decode() if done.returncode == 0 and done.stdout else None


# Named for UTF-8, but not valid.
WRONG = {"Czech_Cesky-UTF8": "cp1250"}


def samples(data):
    """Pairs of a file and the name of its character set."""
    for path in sorted((data / "uchardet").glob("*/*")):
        name = path.name.removesuffix(".txt").removesuffix(".smi")
        if name.endswith((".be", ".le")):
            name = name.replace(".", "")
        yield path, name, NAMES.get(name, name)
    for path in sorted((data / "udhr/by-encoding").iterdir()):
        suffix = path.name.split("-", 1)[1].removeprefix("ALRN-")
        yield path, suffix, WRONG.get(path.name, SUFFIXES.get(suffix, suffix))
    for path in sorted((data / "udhr/utf8").iterdir()):
        yield path, "UTF8", "utf-8"
    for path in sorted((data / "aozora-shiftjis").glob("*_ruby_*.txt")):
        yield path, "aozora", "cp932"
    for path in sorted((data / "wikipedia-mars").glob("*.txt")):
        if path.name != "SOURCE.txt":
            name = path.name.split(".")[-2]
            yield path, name, {"utf8": "utf-8", "latin1": "cp1252"}.get(name, name)


def same(a, b):
    """Some converters leave accents beside their letters."""
    return unicodedata.normalize("NFC", a) == unicodedata.normalize("NFC", b)


def read(program, path):
    done = subprocess.run([program, "--format=json", "--with-text", path], stdout=subprocess.PIPE,
                          stderr=subprocess.PIPE, text=True, check=False)
    if not done.stdout:
        return None, done.stderr.strip()
    article = json.loads(done.stdout)["articles"][0]
    return article["text"], article["charset"]


def main():
    if len(sys.argv) < 2 or "DOUBLET_DATA" not in os.environ:
        sys.exit(__doc__)
    good = collections.Counter()
    total = collections.Counter()
    for path, name, charset in samples(pathlib.Path(os.environ["DOUBLET_DATA"]) / "d-nonenglish"):
        expected = decode(path.read_bytes(), charset)
        text, found = read(sys.argv[1], path)
        total[name] += 1
        if text is not None and expected is not None and same(text, expected):
            good[name] += 1
            continue
        if text is None or expected is None:
            print(f"{path.parent.name}/{path.name}: {found}; {charset} cannot be decoded here"
                  if expected is None else f"{path.parent.name}/{path.name}: {found}")
            continue
        wrong = [(a, b) for a, b in zip(expected, text) if a != b]
        print(f"{path.parent.name}/{path.name}: read as {found}; {len(wrong)} of {len(expected)} characters differ, "
              f"{''.join(a for a, _ in wrong[:20])!r} as {''.join(b for _, b in wrong[:20])!r}")
    print(f"{'character set':<24}right  of")
    for name in sorted(total, key=str.lower):
        print(f"{name:<24}{good[name]:5}{total[name]:4}")
    n_good, n_total = sum(good.values()), sum(total.values())
    print(f"{'all':<24}{n_good:5}{n_total:4}  {100 * n_good / n_total:.1f} %")


main()
