#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The Doublet authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""passages.py PRINT-PASSAGES [--every=N] [--set=pan|planted|FOLDER] [--unpacked=FOLDER] [--verbose]
        [OPTION=N...]

How well passages are found, against texts with known answers in $DOUBLET_DATA: the
training half of PAN 2013's text alignment (set pan: precision, recall, granularity and
plagdet by kind of obfuscation, false alarms) and passages planted with nine kinds of
alteration (set planted, or a folder with truth.json and its texts: recall by kind,
decoys reported).  --every=N takes every Nth pair; --unpacked names the folder that train_corpus.tar.gz was
unpacked to before, which saves doing it again.  PRINT-PASSAGES is the program of that
name beside this file; further words are options of it.

How a detection of two ranges is made from a result, which has passages of any number of
occurrences: each occurrence in the one article with each in the other; a detection that
lies inside another on both sides is left out, and detections that touch, or leave at most
MAX_GAP characters between, on both sides are one.  Shorter ones than MIN_LENGTH on both
sides are left out.
"""

import collections
import json
import os
import pathlib
import re
import subprocess
import sys
import tarfile
import tempfile

# Characters.  Passages with less between them are one to a reader who marks ranges.
MAX_GAP = 200
# A claim is shown from six words on; as evidence of copying the PAN campaign takes
# nothing below some 150 characters, and neither do its systems.
MIN_LENGTH = 150
SUBSETS = {"01": "clean", "02": "none", "03": "random", "04": "translation", "05": "summary"}


def find(program, options, pairs):
    lines = "".join(f"{a}\t{b}\n" for a, b in pairs)
    run = subprocess.run([program, *options], input=lines, stdout=subprocess.PIPE, text=True, check=True)
    return [json.loads(line) for line in run.stdout.splitlines()]


def detections(result):
    spans = []
    for _, _, places in result["passages"]:
        for article, start, end in places:
            if article == 0:
                spans += [(start, end, s, e) for other, s, e in places if other == 1]
    spans = sorted(set(spans), key=lambda s: (s[0] - s[1], s))
    merged = []
    for span in spans:
        if not any(m[0] <= span[0] and span[1] <= m[1] and m[2] <= span[2] and span[3] <= m[3] for m in merged):
            merged.append(span)
    changed = True
    while changed:
        changed = False
        merged.sort()
        for i, a in enumerate(merged):
            for j in range(i + 1, len(merged)):
                b = merged[j]
                if b[0] - a[1] > MAX_GAP:
                    break
                if max(a[2], b[2]) - min(a[3], b[3]) <= MAX_GAP:
                    merged[i] = (a[0], max(a[1], b[1]), min(a[2], b[2]), max(a[3], b[3]))
                    del merged[j]
                    changed = True
                    break
            if changed:
                break
    return [[s[0], s[1] - s[0], s[2], s[3] - s[2]] for s in merged
            if min(s[1] - s[0], s[3] - s[2]) >= MIN_LENGTH]


def print_scores(plagdet, truth, found):
    for subset in [*SUBSETS, None]:
        items = [(t["spans"], d) for t, d in zip(truth, found) if subset is None or t["subset"].startswith(subset)]
        score = plagdet.score(items)
        alarms = sum(bool(d) for s, d in items if not s)
        clean = sum(not s for s, _ in items)
        print(f"{SUBSETS.get(subset, 'all'):12} precision {score['precision']:.4f}  recall {score['recall']:.4f}  "
              f"granularity {score['granularity']:.4f}  plagdet {score['plagdet']:.4f}  "
              f"cases {score['cases']}, detected {score['detected']}, detections {score['detections']}; "
              f"false alarms in {alarms} of {clean} clean pairs")


def run_pan(data, program, options, every, corpus, verbose):
    sys.path.insert(0, str(data / "tools"))
    import plagdet
    folder = data / "a-labelled" / "pan13-training"
    truth = json.loads((folder / "train_truth.json").read_text())[::every]
    with tempfile.TemporaryDirectory() as scratch:
        if corpus is None:
            with tarfile.open(folder / "train_corpus.tar.gz") as archive:
                archive.extractall(scratch)
            corpus = f"{scratch}/train_corpus"
        results = find(program, options, [(f"{corpus}/{t['a']}", f"{corpus}/{t['b']}") for t in truth])
    found = [detections(r) for r in results]
    print_scores(plagdet, truth, found)
    if verbose:
        for t, d in zip(truth, found):
            if t["spans"] or d:
                print(t["subset"], t["a"], t["b"], "cases", [s[:4] for s in t["spans"]], "found", d)


def overlap(a, b, c, d):
    return max(0, min(b, d) - max(a, c))


def split_words(text, start, end):
    return [(start + m.start(), start + m.end()) for m in re.finditer(r"\w+", text[start:end])]


def run_planted(folder, program, options):
    truth = json.loads((folder / "truth.json").read_text())
    results = find(program, options, [(folder / t["a"], folder / t["b"]) for t in truth])
    covered, length, words, all_words, missed, cases, whole = (collections.Counter() for _ in range(7))
    false = collections.Counter()
    for t, result in zip(truth, results):
        text = (folder / t["a"]).read_text(encoding="utf-8")
        pairs = [(s, e, s2, e2, n) for _, n, places in result["passages"]
                 for x, s, e in places if x == 0 for y, s2, e2 in places if y == 1]
        for a, n, b, m, kind, *_ in t["spans"]:
            here = sorted((max(a, s), min(a + n, e)) for s, e, s2, e2, _ in pairs
                          if overlap(a, a + n, s, e) and overlap(b, b + m, s2, e2))
            done, end = 0, 0
            for s, e in here:
                done += max(0, e - max(s, end))
                end = max(end, e)
            covered[kind] += done
            length[kind] += n
            of_case = split_words(text, a, a + n)
            all_words[kind] += len(of_case)
            words[kind] += sum(any(s <= word[0] and word[1] <= e for s, e in here) for word in of_case)
            cases[kind] += 1
            missed[kind] += done == 0
            whole[kind] += any(e - s >= .9 * n for s, e in here)
        for s, e, s2, e2, n in pairs:
            if not any(overlap(a, a + k, s, e) and overlap(b, b + m, s2, e2) for a, k, b, m, *_ in t["spans"]):
                false[n] += 1
    for kind in sorted(cases):
        print(f"{kind:10} recall {covered[kind] / length[kind]:.4f} of the characters, "
              f"{words[kind] / all_words[kind]:.4f} of the words, "
              f"{cases[kind] - missed[kind]} of {cases[kind]} found, {whole[kind]} in one passage")
    print(f"elsewhere  {sum(false.values())} found in {len(truth)} pairs where nothing was planted; "
          f"the longest has {max(false, default=0)} words")


def main():
    data = os.environ.get("DOUBLET_DATA")
    words = sys.argv[1:]
    options = [w for w in words[1:] if not w.startswith("--")]
    every = next((int(w[8:]) for w in words if w.startswith("--every=")), 1)
    corpus = next((w[11:] for w in words if w.startswith("--unpacked=")), None)
    chosen = next((w[6:] for w in words if w.startswith("--set=")), "pan")
    if data is None or not words or words[0].startswith("--"):
        sys.exit("passages.py PRINT-PASSAGES [--every=N] [--set=pan|planted|FOLDER] [--unpacked=FOLDER] "
                 "[--verbose] [OPTION=N...], "
                 "and DOUBLET_DATA names the folder of the data")
    if chosen == "pan":
        run_pan(pathlib.Path(data), words[0], options, every, corpus, "--verbose" in words)
    elif chosen == "planted":
        run_planted(pathlib.Path(data) / "a-labelled" / "synthetic-pd", words[0], options)
    else:
        run_planted(pathlib.Path(chosen), words[0], options)


main()
