# SPDX-FileCopyrightText: 2026 The Doublet authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""What an author does to a text, one function a kind.

Each function changes the second article of a plan and writes down what it did; it gives
up by Declined where the text offers no place for it.
"""

import planted_text
from planted_text import Piece

# Two edits are no nearer to each other than so many pieces that stay.
APART = 9


class Declined(Exception):
    pass


class Planted:
    """a and b are lists of neighbouring pieces, of which one may be empty.  Its place is
    told by its neighbours: before are the pieces that stand before it in its paragraph,
    nearest first, after those behind it, earlier those of the paragraphs before."""

    def __init__(self, kind, a, b, before=(), after=(), earlier=()):
        self.kind = kind
        self.a = a
        self.b = b
        self.before = before
        self.after = after
        self.earlier = earlier


class Move:
    def __init__(self, kind, a, b):
        self.kind = kind
        self.a = a
        self.b = b


class Plan:
    def __init__(self, source, rng):
        self.source = source
        self.rng = rng
        self.a = source.paragraphs
        self.b = [list(paragraph) for paragraph in source.paragraphs]
        self.joints = {}
        self.wrapped = False
        self.edits = []
        self.moves = []
        self.quiet_edits = False  # edits inside of moves are not asked for
        self.taken = set()        # ids of pieces near something planted

    def is_free(self, paragraph, start, end):
        near = paragraph[max(0, start - APART):end + APART]
        return not any(id(piece) in self.taken for piece in near)

    def take(self, pieces):
        self.taken.update(id(piece) for piece in pieces)

    def choose(self, accepts):
        """A paragraph of b and a range in it that accepts() yields."""
        places = [(paragraph, start, end) for paragraph in self.b
                  for start, end in accepts(paragraph) if self.is_free(paragraph, start, end)]
        if not places:
            raise Declined
        return self.rng.choice(places)

    def replace(self, kind, paragraph, start, end, new, glue_before=(), glue_after=()):
        old = paragraph[start:end]
        self.edits.append(Planted(kind, old, new, paragraph[:start][::-1], paragraph[end:]))
        paragraph[start:end] = [*glue_before, *new, *glue_after]
        self.take(new)
        self.take(paragraph[max(0, start - 1):start + len(new) + 2])

    def before(self, paragraph):
        return [piece for earlier in self.b[:paragraph][::-1] for piece in earlier[::-1]]

    def fresh_words(self, n, unlike):
        """n words with blanks between them, the first and the last unlike those given."""
        avoid = {piece.text.casefold() for piece in unlike}
        edges = {piece.text[0] for piece in unlike} | {piece.text[-1] for piece in unlike}
        pieces = []
        for i in range(n):
            for _ in range(200):
                word = self.rng.choice(self.source.words)
                if word.casefold() in avoid or (not self.source.has_spaces and edges & {word[0], word[-1]}):
                    continue
                break
            else:
                raise Declined
            if i > 0 and self.source.has_spaces:
                pieces.append(Piece(" "))
            pieces.append(Piece(word))
        return pieces


def around(paragraph, start, end, n=3):
    return [piece for piece in paragraph[max(0, start - n):end + n] if piece.kind != "blank"]


def single(kind_of_piece):
    return lambda paragraph: [(i, i + 1) for i, piece in enumerate(paragraph) if piece.kind == kind_of_piece]


def word_runs(plan, n):
    """Ranges of n words with nothing but blanks between them."""
    def accepts(paragraph):
        step = 2 if plan.source.has_spaces else 1
        size = step * (n - 1) + 1
        for i in range(len(paragraph) - size + 1):
            run = paragraph[i:i + size]
            if all(piece.kind == "word" for piece in run[::step]) and \
                    (step == 1 or all(piece.kind == "blank" for piece in run[1::2])):
                yield i, i + size
    return accepts


def substitute_word(plan):
    paragraph, start, end = plan.choose(single("word"))
    plan.replace("word", paragraph, start, end, plan.fresh_words(1, around(paragraph, start, end)))


def substitute_words(plan):
    n = plan.rng.randint(2, 5)
    paragraph, start, end = plan.choose(word_runs(plan, n))
    new = plan.fresh_words(plan.rng.randint(2, 5), around(paragraph, start, end))
    plan.replace("words", paragraph, start, end, new)


def insert_words(plan, kind="words inserted", n=None):
    def accepts(paragraph):
        for i, piece in enumerate(paragraph):
            if piece.kind == "word" and i > 0:
                yield i, i
    paragraph, start, end = plan.choose(accepts)
    new = plan.fresh_words(n or plan.rng.randint(2, 6), around(paragraph, start, end))
    plan.replace(kind, paragraph, start, end, new, glue_after=[Piece(" ")] if plan.source.has_spaces else [])


def insert_word(plan):
    insert_words(plan, "word inserted", 1)


def delete_words(plan, kind="words deleted", n=None):
    n = n or plan.rng.randint(2, 6)
    step = 1 if plan.source.has_spaces else 0

    def accepts(paragraph):
        for start, end in word_runs(plan, n)(paragraph):
            if end + step < len(paragraph) and start > 0 and (step == 0 or paragraph[end].kind == "blank"):
                yield start, end + step
    paragraph, start, end = plan.choose(accepts)
    plan.replace(kind, paragraph, start, end, [])


def delete_word(plan):
    delete_words(plan, "word deleted", 1)


def change_figure(plan):
    paragraph, start, end = plan.choose(single("number"))
    old = paragraph[start].text
    new = str(plan.rng.choice([n for n in (2, 9, 17, 45, 83, 350, 1750, 1979, 2031) if str(n) != old]))
    plan.replace("figure", paragraph, start, end, [Piece(new)])


def change_name(plan):
    if not plan.source.names:
        raise Declined

    def accepts(paragraph):
        for name in plan.source.names:
            wanted = [piece.text for piece in name]
            for i in range(len(paragraph) - len(wanted) + 1):
                if [piece.text for piece in paragraph[i:i + len(wanted)]] == wanted:
                    yield i, i + len(wanted)
    paragraph, start, end = plan.choose(accepts)
    same_length = [name for name in plan.source.other_names if len(name) == end - start]
    if not same_length:
        raise Declined
    plan.replace("name", paragraph, start, end, [Piece(piece.text) for piece in plan.rng.choice(same_length)])


def insert_comma(plan):
    if plan.source.comma is None:
        raise Declined

    def accepts(paragraph):
        for i in range(1, len(paragraph) - 2):
            following = paragraph[i:i + 2]
            if paragraph[i - 1].kind == "word" and \
                    (following[0].kind == "blank" and following[1].kind == "word" if plan.source.has_spaces else following[0].kind == "word"):
                yield i, i
    paragraph, start, end = plan.choose(accepts)
    plan.replace("comma inserted", paragraph, start, end, [Piece(plan.source.comma)])


def delete_comma(plan):
    def accepts(paragraph):
        for i, piece in enumerate(paragraph):
            if piece.text in planted_text.COMMAS and 0 < i < len(paragraph) - 1 and \
                    paragraph[i - 1].kind == "word" and paragraph[i + 1].kind != "mark":
                yield i, i + 1
    paragraph, start, end = plan.choose(accepts)
    plan.replace("comma deleted", paragraph, start, end, [])


def change_stop(plan):
    def accepts(paragraph):
        for i, piece in enumerate(paragraph):
            if piece.text in ".。" and piece.kind == "mark" and i > 0 and paragraph[i - 1].kind == "word":
                yield i, i + 1
    paragraph, start, end = plan.choose(accepts)
    full = paragraph[start].text == "。"
    plan.replace("full stop", paragraph, start, end, [Piece("！" if full else "!")])


def change_capitals(plan):
    def accepts(paragraph):
        for i, piece in enumerate(paragraph):
            if piece.kind == "word" and piece.text.islower() and piece.text.upper().lower() == piece.text and len(piece.text) > 2:
                yield i, i + 1
    paragraph, start, end = plan.choose(accepts)
    word = paragraph[start].text
    plan.replace("capitals", paragraph, start, end, [Piece(plan.rng.choice([word.upper(), word.capitalize()]))])


def inner_sentences(paragraph):
    ranges = planted_text.sentences(paragraph)
    return ranges if len(ranges) > 1 else []


def foreign_sentence(plan):
    if not plan.source.foreign:
        raise Declined
    return [Piece(piece.text) for piece in plan.rng.choice(plan.source.foreign)]


def insert_sentence(plan):
    paragraph, start, _ = plan.choose(inner_sentences)
    glue = [Piece(" ")] if plan.source.has_spaces else []
    plan.replace("sentence inserted", paragraph, start, start, foreign_sentence(plan), glue_after=glue)


def delete_sentence(plan):
    def accepts(paragraph):
        for start, end in inner_sentences(paragraph):
            if end < len(paragraph) and paragraph[end].kind == "blank":
                yield start, end + 1
            else:
                yield start, end
    paragraph, start, end = plan.choose(accepts)
    if all(piece.kind == "blank" for piece in paragraph[:start] + paragraph[end:]):
        raise Declined
    plan.replace("sentence deleted", paragraph, start, end, [])


def rewrite_sentence(plan):
    """Another sentence in the place of one; its full stop may stay."""
    paragraph, start, end = plan.choose(inner_sentences)
    new = foreign_sentence(plan)
    while new[-1].text == paragraph[end - 1].text and new[-1].kind == "mark":
        new.pop()
        end -= 1
    while new[0].text == paragraph[start].text and len(new) > 1:
        raise Declined
    plan.replace("sentence rewritten", paragraph, start, end, new)


def long_paragraphs(plan, least=None):
    least = least or (60 if plan.source.has_spaces else 25)
    return [i for i, paragraph in enumerate(plan.b)
            if planted_text.length(paragraph) >= least and not any(id(piece) in plan.taken for piece in paragraph)]


def insert_paragraph(plan):
    at = plan.rng.randint(1, len(plan.b))
    new = []
    for sentence in plan.rng.sample(plan.source.foreign, min(2, len(plan.source.foreign))):
        if new and plan.source.has_spaces:
            new.append(Piece(" "))
        new += [Piece(piece.text) for piece in sentence]
    if not new:
        raise Declined
    plan.edits.append(Planted("paragraph inserted", [], new, earlier=plan.before(at)))
    plan.b.insert(at, new)
    plan.take(new)


def delete_paragraph(plan):
    at = plan.rng.choice([i for i in long_paragraphs(plan) if i > 0] or [None])
    if at is None:
        raise Declined
    plan.edits.append(Planted("paragraph deleted", plan.b[at], [], earlier=plan.before(at)))
    del plan.b[at]


def split_paragraph(plan):
    places = [(i, start) for i in long_paragraphs(plan) for start, _ in planted_text.sentences(plan.b[i])[1:]]
    if not places:
        raise Declined
    at, start = plan.rng.choice(places)
    paragraph = plan.b[at]
    end = start - 1 if paragraph[start - 1].kind == "blank" else start
    plan.b[at:at + 1] = [paragraph[:end], paragraph[start:]]
    plan.take(paragraph)


def split_in_three(plan):
    places = [i for i in long_paragraphs(plan) if len(planted_text.sentences(plan.b[i])) >= 3]
    if not places:
        raise Declined
    at = plan.rng.choice(places)
    paragraph = plan.b[at]
    (first, first_end), (second, second_end), (third, _) = planted_text.sentences(paragraph)[:3]
    plan.b[at:at + 1] = [paragraph[first:first_end], paragraph[second:second_end], paragraph[third:]]
    plan.take(paragraph)


def join_paragraphs(plan):
    long = long_paragraphs(plan)
    places = [i for i in long if i + 1 in long]
    if not places:
        raise Declined
    at = plan.rng.choice(places)
    glue = [Piece(" ")] if plan.source.has_spaces else []
    joined = plan.b[at] + glue + plan.b[at + 1]
    plan.b[at:at + 2] = [joined]
    plan.take(joined)


def duplicate_paragraph(plan):
    at = plan.rng.choice(long_paragraphs(plan) or [None])
    if at is None:
        raise Declined
    copy = [Piece(piece.text) for piece in plan.b[at]]
    to = plan.rng.randint(1, len(plan.b))
    plan.edits.append(Planted("paragraph doubled", [], copy, earlier=plan.before(to)))
    plan.b.insert(to, copy)
    plan.take(copy)
    plan.take(plan.b[at])


def pick_move(plan):
    """A paragraph and a place so far off that nobody would say the others had moved."""
    sizes = [planted_text.length(paragraph) for paragraph in plan.b]
    places = []
    for at in long_paragraphs(plan):
        for to in range(len(plan.b)):
            over = sum(sizes[at + 1:to + 1]) if to > at else sum(sizes[to:at])
            if to != at and over > 1.5 * sizes[at]:
                places.append((at, to))
    if not places:
        raise Declined
    return plan.rng.choice(places)


def move_paragraph(plan, kind="moved"):
    at, to = pick_move(plan)
    paragraph = plan.b.pop(at)
    plan.b.insert(to, paragraph)
    plan.moves.append(Move(kind, list(paragraph), paragraph))
    plan.take(paragraph)
    return paragraph


def swap_paragraphs(plan):
    long = long_paragraphs(plan)
    sizes = {i: planted_text.length(plan.b[i]) for i in long}
    places = [i for i in long if i + 1 in long and not 0.8 < sizes[i] / sizes[i + 1] < 1.25]
    if not places:
        raise Declined
    at = plan.rng.choice(places)
    shorter = plan.b[at if sizes[at] < sizes[at + 1] else at + 1]
    plan.b[at], plan.b[at + 1] = plan.b[at + 1], plan.b[at]
    plan.moves.append(Move("swapped", list(shorter), shorter))


def move_and_edit(plan):
    paragraph = move_paragraph(plan, "moved and edited")
    plan.taken.difference_update(id(piece) for piece in paragraph)
    others = plan.b
    plan.b = [paragraph]
    try:
        for edit in plan.rng.sample([substitute_word, delete_word, insert_word, change_figure], 2):
            try:
                edit(plan)
            except Declined:
                pass
    finally:
        plan.b = others
    plan.moves[-1].b = paragraph


def move_and_rewrite(plan):
    """A third of the words of what moved are others."""
    paragraph = move_paragraph(plan, "moved and rewritten")
    words = [i for i, piece in enumerate(paragraph) if piece.kind == "word"]
    for i in plan.rng.sample(words, len(words) // 3):
        paragraph[i] = plan.fresh_words(1, [paragraph[i]])[0]
    plan.quiet_edits = True


def reorder_paragraphs(plan):
    for _ in range(2):
        move_paragraph(plan, "reordered")
    check_order(plan)


def check_order(plan):
    """Declines if somebody might say that the others had moved."""
    order = {id(piece): i for i, paragraph in enumerate(plan.a) for piece in paragraph}
    items = []
    for paragraph in plan.b:
        place = next((order[id(piece)] for piece in paragraph if id(piece) in order), None)
        if place is not None:
            items.append((place, planted_text.length(paragraph)))
    heaviest = max(chain_through(items, i) for i in range(len(items)))
    moved = {order[id(move.a[0])] for move in plan.moves}
    if any(chain_through(items, i) * 1.2 > heaviest for i, (at, _) in enumerate(items) if at in moved):
        raise Declined


def chain_through(items, at):
    """How much stays in its order at most if item @at does."""
    def heaviest(candidates, keeps_order):
        best = []
        for place, weight in candidates:
            before = max((total for other, total in best if keeps_order(other, place)), default=0)
            best.append((place, before + weight))
        return max((total for _, total in best), default=0)
    place, weight = items[at]
    before = [item for item in items[:at] if item[0] < place]
    after = [item for item in items[at + 1:] if item[0] > place]
    return heaviest(before, lambda x, y: x < y) + weight + heaviest(after, lambda x, y: x < y)


def move_sentence(plan):
    """Inside of its paragraph, over at least one that is longer."""
    places = []
    for i in long_paragraphs(plan):
        paragraph = plan.b[i]
        ranges = planted_text.sentences(paragraph)
        for start, end in ranges[:-1]:
            over = planted_text.length(paragraph[end:])
            size = planted_text.length(paragraph[start:end])
            words = sum(piece.kind == "word" for piece in paragraph[start:end])
            if over > 1.3 * size and words >= (8 if plan.source.has_spaces else 20):
                places.append((paragraph, start, end))
    if not places:
        raise Declined
    paragraph, start, end = plan.rng.choice(places)
    sentence = paragraph[start:end]
    rest = paragraph[:start] + paragraph[end + 1 if plan.source.has_spaces else end:]
    paragraph[:] = rest + ([Piece(" ")] if plan.source.has_spaces else []) + sentence
    plan.moves.append(Move("sentence moved", sentence, sentence))


def rewrap(plan):
    plan.wrapped = True


def leave_quotes_straight(plan):
    """Typographic quotes and apostrophes as a typewriter has them."""
    n = 0
    for paragraph in plan.b:
        for i, piece in enumerate(paragraph):
            straight = piece.text.translate({0x201c: '"', 0x201d: '"', 0x201e: '"', 0x2019: "'"})
            if straight != piece.text:
                paragraph[i] = Piece(straight)
                n += 1
    if n == 0:
        raise Declined


WORDS = [substitute_word, substitute_words, insert_word, insert_words, delete_word, delete_words, change_figure,
         change_name, insert_comma, delete_comma, change_stop, change_capitals]
SENTENCES = [insert_sentence, delete_sentence, rewrite_sentence]
PARAGRAPHS = [insert_paragraph, delete_paragraph, split_paragraph, split_in_three, join_paragraphs, duplicate_paragraph,
              rewrap, leave_quotes_straight]
MOVES = [move_paragraph, swap_paragraphs, move_and_edit, move_and_rewrite, reorder_paragraphs, move_sentence]


def mix(plan):
    """A round of editing: about one edit in two paragraphs, and something moved."""
    for edit in (move_paragraph, plan.rng.choice([insert_paragraph, delete_paragraph, split_paragraph, join_paragraphs]),
                 plan.rng.choice(SENTENCES)):
        try:
            edit(plan)
        except Declined:
            pass
    for _ in range(max(3, len(plan.b) // 2)):
        try:
            plan.rng.choice(WORDS)(plan)
        except Declined:
            pass
    check_order(plan)
    for planted in plan.edits + plan.moves:
        planted.kind = "mixed: " + ("move" if isinstance(planted, Move) else "edit")


KINDS = WORDS + SENTENCES + PARAGRAPHS + MOVES + [mix]


def wrap(paragraphs, width=62):
    """The same in lines, broken between two words."""
    wrapped = []
    for paragraph in paragraphs:
        lines = [""]
        for piece in paragraph:
            if len(lines[-1]) + len(piece.text) > width and piece.kind in ("word", "number"):
                lines.append("")
            lines[-1] += piece.text
        wrapped.append("\n".join(line.rstrip() for line in lines))
    return "\n\n".join(wrapped)
