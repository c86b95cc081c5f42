#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The Doublet authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""check-planted-edits.py DOUBLET-CLI [--per-kind N] [--seed N] [--faults] [--keep FOLDER]
                       [--least PERCENT] [TEXT...]

Plants edits of every kind in texts of several languages, compares and counts the planted
edits that come out as exactly one edit with the borders they were planted with; likewise
the moves, and what was claimed to have moved without having been.  An edit that could as
well stand a little further on ("the [big the] dog") counts wherever it comes to rest.

Without TEXT the articles are those of the folder planted beside this script; a TEXT is
any file in plain text.  Ends with 1 if less than --least percent came out clean, a move
was claimed falsely, or one in fifty was not found."""

import argparse
import collections
import json
import pathlib
import random
import re
import subprocess
import sys
import tempfile

import planted_edits
import planted_text

PLANTED = pathlib.Path(__file__).parent / "planted"

# Compared in one run, against the article they were made from.
BATCH = 24

# A stretch of a long text.
MAX_PARAGRAPHS = 14

Edit = collections.namedtuple("Edit", "a_start a_end b_start b_end")


def squeeze(text):
    return re.sub(r"\s+", "", text)


def tidy(text, start, end):
    """Without the blanks at either end."""
    while start < end and text[start].isspace():
        start += 1
    while start < end and text[end - 1].isspace():
        end -= 1
    return start, end


class Case:
    def __init__(self, kind, plan):
        self.kind = kind
        self.plan = plan
        self.a, a_places = planted_text.render(plan.a, {})
        self.b, b_places = planted_text.render(plan.b, plan.joints)
        self.written = planted_edits.wrap(plan.b) if plan.wrapped else self.b
        self.edits = [(edit.kind, self.locate(edit, a_places, b_places)) for edit in plan.edits]
        self.moves = [(move.kind, Edit(*self.span(move.a, a_places), *self.span(move.b, b_places)))
                      for move in plan.moves]

    @staticmethod
    def span(pieces, places):
        return places[id(pieces[0])], places[id(pieces[-1])] + len(pieces[-1].text)

    def locate(self, edit, a_places, b_places):
        def side(text, pieces, places):
            if pieces:
                return tidy(text, *self.span(pieces, places))
            for pieces, ahead in ((edit.before, 0), (edit.after, 1), (edit.earlier, 0)):
                for piece in pieces:
                    if id(piece) in places and piece.kind != "blank":
                        at = places[id(piece)] + (0 if ahead else len(piece.text))
                        return at, at
            return 0, 0
        return Edit(*side(self.a, edit.a, a_places), *side(self.b, edit.b, b_places))

    def trim(self, edit):
        """Where a character is a word, those that are the same at both ends did not change."""
        a_start, a_end, b_start, b_end = edit
        while a_start < a_end and b_start < b_end and self.a[a_start] == self.b[b_start]:
            a_start, b_start = a_start + 1, b_start + 1
        while a_start < a_end and b_start < b_end and self.a[a_end - 1] == self.b[b_end - 1]:
            a_end, b_end = a_end - 1, b_end - 1
        return Edit(a_start, a_end, b_start, b_end)

    def is_same(self, found, planted):
        """Whether one does to a what the other does, with as much text."""
        if found == planted:
            return True
        if not self.plan.source.has_spaces:
            planted = self.trim(planted)
        sizes = [(len(squeeze(self.a[e.a_start:e.a_end])), len(squeeze(self.b[e.b_start:e.b_end]))) for e in (found, planted)]
        if sizes[0] != sizes[1]:
            return False
        done = [squeeze(self.a[:e.a_start] + self.b[e.b_start:e.b_end] + self.a[e.a_end:]) for e in (found, planted)]
        return done[0] == done[1]


def read_alignment(case, alignment):
    edits, ends = [], collections.defaultdict(dict)
    for segment in alignment["segments"] if alignment else []:
        kind, a, b = segment["kind"], segment["a"], segment["b"]
        if kind == "moved":
            ends[segment["move"]]["a" if a else "b"] = a or b
        elif kind == "added":
            edits.append(Edit(-1, -1, *tidy(case.b, *b)))
        elif kind == "removed":
            edits.append(Edit(*tidy(case.a, *a), -1, -1))
        if kind != "moved" or a:
            for edit in segment["edits"]:
                edits.append(Edit(*tidy(case.a, *edit["a"]), *tidy(case.b, *edit["b"])))
    moves = [Edit(*tidy(case.a, *move["a"]), *tidy(case.b, *move["b"])) for move in ends.values()]
    return edits, moves


def place(case, edit):
    """A paragraph of one side alone says nothing about its place on the other."""
    if edit.a_start < 0:
        return [Edit(p.a_start, p.a_end, edit.b_start, edit.b_end) for _, p in case.edits if p.a_start == p.a_end] or \
            [Edit(0, 0, edit.b_start, edit.b_end)]
    if edit.b_start < 0:
        return [Edit(edit.a_start, edit.a_end, p.b_start, p.b_end) for _, p in case.edits if p.b_start == p.b_end] or \
            [Edit(edit.a_start, edit.a_end, 0, 0)]
    return [edit]


class Score:
    def __init__(self):
        self.clean = collections.Counter()    # by kind and language
        self.planted = collections.Counter()
        self.extra = collections.Counter()
        self.false_moves = 0
        self.faults = []

    def add(self, case, alignment):
        found, found_moves = read_alignment(case, alignment)
        language = case.plan.source.name
        left = list(found)
        fault = False

        for kind, planted in case.edits:
            match = next((edit for edit in left if any(case.is_same(as_if, planted) for as_if in place(case, edit))), None)
            if case.plan.quiet_edits:
                continue
            self.planted[kind, language] += 1
            if match is not None:
                left.remove(match)
                self.clean[kind, language] += 1
            else:
                fault = True
        for kind, planted in case.moves:
            self.planted[kind, language] += 1
            if planted in found_moves:
                found_moves.remove(planted)
                self.clean[kind, language] += 1
            else:
                fault = True
        if not case.edits and not case.moves:
            # Nothing may be found.
            self.planted[case.kind, language] += 1
            self.clean[case.kind, language] += not left and not found_moves
            fault |= bool(left)
        if not case.plan.quiet_edits:
            self.extra[case.kind, language] += len(left)
        wrong = [move for move in found_moves
                 if not any(move.a_start < p.a_end and p.a_start < move.a_end for _, p in case.moves)]
        self.false_moves += len(wrong)
        if fault or wrong or (left and not case.plan.quiet_edits):
            self.faults.append((case, describe(case, left, found_moves, wrong)))

    def print_table(self):
        languages = sorted({language for _, language in self.planted})
        kinds = list(dict.fromkeys(kind for kind, _ in self.planted))
        print(f"{'':22}" + "".join(f"{language[:8]:>9}" for language in languages) + "      all    extra")
        for kind in kinds:
            cells = [(self.clean[kind, language], self.planted[kind, language]) for language in languages]
            total = tuple(map(sum, zip(*cells)))
            extra = sum(self.extra[kind, language] for language in languages)
            print(f"{kind:22}" + "".join(f"{f'{x}/{n}' if n else '-':>9}" for x, n in cells) +
                  f"{f'{total[0]}/{total[1]}':>9}" + (f"{extra:9}" if extra else ""))

    def sum(self, of_moves):
        kinds = [key for key in self.planted if is_move(key[0]) == of_moves]
        return sum(self.clean[key] for key in kinds), sum(self.planted[key] for key in kinds)


def is_move(kind):
    return kind.startswith(("moved", "swapped", "reordered", "sentence moved", "mixed: move"))


def describe(case, left, moves, wrong):
    lines = [f"-- {case.plan.source.name}: {case.kind}"]
    lines += [f"   planted {kind}: {case.a[e.a_start:e.a_end]!r} > {case.b[e.b_start:e.b_end]!r}" for kind, e in case.edits]
    lines += [f"   planted {kind}: {case.a[e.a_start:e.a_end]!r}" for kind, e in case.moves]
    lines += [f"   found {case.a[e.a_start:e.a_end]!r} > {case.b[e.b_start:e.b_end]!r}" for e in left]
    lines += [f"   found {'false ' if e in wrong else ''}move: {case.a[e.a_start:e.a_end]!r} > {case.b[e.b_start:e.b_end]!r}" for e in moves]
    return "\n".join(lines)


def keep(faults, folder):
    folder.mkdir(parents=True, exist_ok=True)
    for i, (case, description) in enumerate(faults):
        name = f"{i:03}-{case.plan.source.name}-{case.kind.replace(' ', '-')}"
        for suffix, text in (("a.txt", case.a), ("b.txt", case.written), ("found", description)):
            (folder / f"{name}-{suffix}").write_text(text, encoding="utf-8")


def make_cases(source, per_kind, seed):
    for function in planted_edits.KINDS:
        name = function.__name__.replace("_", " ")
        rng = random.Random(f"{seed} {source.name} {name}")
        made = 0
        for _ in range(per_kind * 6):
            plan = planted_edits.Plan(source, rng)
            try:
                function(plan)
            except planted_edits.Declined:
                continue
            yield Case(name, plan)
            made += 1
            if made == per_kind:
                break


def compare(program, cases, folder):
    """All cases have the same a; yields their alignments with it."""
    paths = [folder / "a.txt"]
    paths[0].write_text(cases[0].a, encoding="utf-8", newline="")
    for i, case in enumerate(cases):
        paths.append(folder / f"b{i}.txt")
        paths[-1].write_text(case.written, encoding="utf-8", newline="")
    run = subprocess.run([program, "-q", "-f", "json", "-o", "-", *paths], capture_output=True, check=True)
    comparison = json.loads(run.stdout)
    labels = [article["id"] for article in comparison["articles"]]
    by_label = {alignment["b"]: alignment for alignment in comparison["alignments"]}
    return [by_label.get(label) for label in labels[1:]]


def unwrap_offsets(case, alignment):
    """Line breaks took the place of blanks, or came in between."""
    if case.written == case.b:
        return alignment
    places, at = [], 0
    for character in case.written:
        places.append(at)
        at += at < len(case.b) and (case.b[at] == character or case.b[at].isspace())
    places.append(at)
    for segment in alignment["segments"]:
        for holder in [segment, *segment["edits"]]:
            if holder["b"]:
                holder["b"] = [places[offset] for offset in holder["b"]]
    return alignment


def read_texts(paths):
    """Stretches of real texts; sentences of one are strange to the other stretch of it."""
    for path in paths:
        text = pathlib.Path(path).read_text(encoding="utf-8")
        paragraphs = [p for p in re.split(r"\n\s*\n", text) if len(p) > 40]
        if len(paragraphs) < 2 * MAX_PARAGRAPHS:
            paragraphs = [line for line in text.splitlines() if len(line) > 40]
        middle = len(paragraphs) // 3
        foreign = [" ".join(p.split())[:120] for p in paragraphs[-6:-1]]
        foreign = [re.split(r"(?<=[.!?。])\s", p)[0] for p in foreign]
        yield planted_text.from_text(pathlib.Path(path).stem, "\n\n".join(paragraphs[middle:middle + MAX_PARAGRAPHS]), foreign)


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("program")
    parser.add_argument("texts", nargs="*")
    parser.add_argument("--per-kind", type=int, default=3)
    parser.add_argument("--seed", default="1")
    parser.add_argument("--faults", action="store_true", help="print what did not come out clean")
    parser.add_argument("--keep", type=pathlib.Path, metavar="FOLDER", help="write what did not come out clean to files")
    parser.add_argument("--least", type=float, default=95)
    arguments = parser.parse_intermixed_args()

    sources = list(read_texts(arguments.texts)) or [planted_text.load(path) for path in sorted(PLANTED.glob("*.txt"))]
    score = Score()
    with tempfile.TemporaryDirectory() as folder:
        for source in sources:
            cases = list(make_cases(source, arguments.per_kind, arguments.seed))
            for i in range(0, len(cases), BATCH):
                batch = cases[i:i + BATCH]
                for case, alignment in zip(batch, compare(arguments.program, batch, pathlib.Path(folder))):
                    score.add(case, unwrap_offsets(case, alignment))

    score.print_table()
    if arguments.faults:
        print("\n".join(description for _, description in score.faults))
    if arguments.keep:
        keep(score.faults, arguments.keep)
    clean, planted = score.sum(False)
    found, moved = score.sum(True)
    print(f"edits clean: {clean} of {planted} ({100 * clean / planted:.1f} %), others reported: {sum(score.extra.values())}")
    print(f"moves found: {found} of {moved} ({100 * found / max(1, moved):.1f} %), falsely claimed: {score.false_moves}")
    return clean * 100 < arguments.least * planted or found * 50 < moved * 49 or score.false_moves > 0


sys.exit(main())
