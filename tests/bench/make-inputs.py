#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Doublet authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Writes made-up texts to time with: make-inputs.py FOLDER [SEED]

Words are syllables put together, drawn with the frequencies of a natural language
(Zipf), so that an index meets what it would meet in prose: a few words everywhere and
many only once.  b is a with words edited, paragraphs dropped and blocks moved.

    news, mid, big, huge    pairs of 5 kB, 1 MB, 10 MB and 47 MB each (huge with --huge)
    midx                    mid without a moved block
    c100, c1000, c10000     articles of 6.5 kB with planted passages (c10000 of 1 kB)
    near100, near300, near1000  articles of 800 words that differ in one word of a hundred
    chinese                 Han characters without spaces, 1 MB
    p_*                     pairs that are hard: a word repeated, two that alternate, a
                            sentence repeated, no line breaks, words shuffled, nothing but
                            function words in common, Chinese
"""
import argparse
import os
import random

SYLLABLES = [c + v for c in 'b d f g h k l m n p r s t v w z br st tr pl'.split() for v in 'a e i o u ai ou'.split()]

# Two texts of one language have these in common, whatever they are about.
FUNCTION_WORDS = 200

# An article has 50 million characters at the most; two of this size are some 100 MB.
HUGE_BYTES = 47 << 20


class Prose:
    def __init__(self, rng, n_words=20000, frequent=()):
        self.rng = rng
        words = set(frequent)
        while len(words) < n_words:
            words.add(''.join(rng.choice(SYLLABLES) for _ in range(rng.choice((1, 1, 2, 2, 2, 3, 4)))))
        rare = sorted(words.difference(frequent))
        rng.shuffle(rare)
        self.words = [*frequent, *rare]
        self.cumulative = accumulate(n_words)

    def draw(self, n):
        return self.rng.choices(self.words, cum_weights=self.cumulative, k=n)

    def sentence(self):
        words = self.draw(self.rng.randint(6, 30))
        words[0] = words[0].capitalize()
        return ' '.join(words) + '.'

    def paragraphs(self, n_bytes):
        paragraphs, size = [], 0
        while size < n_bytes:
            paragraphs.append(' '.join(self.sentence() for _ in range(self.rng.randint(1, 5))))
            size += len(paragraphs[-1]) + 1
        return paragraphs


def accumulate(n):
    cumulative, total = [], 0
    for i in range(n):
        total += 1 / (i + 2.7)
        cumulative.append(total)
    return cumulative


def edit(prose, paragraphs, rate, n_moves):
    rng = prose.rng
    edited = []
    for paragraph in paragraphs:
        if len(paragraphs) > 20 and rng.random() < 0.002:
            continue
        words = []
        for word in paragraph.split(' '):
            chance = rng.random()
            if chance >= rate * 0.2:
                words.append(word if chance >= rate * 0.8 else prose.draw(1)[0])
            if chance > 1 - rate * 0.2:
                words += prose.draw(1)
        edited.append(' '.join(words))
    for _ in range(n_moves):
        length = rng.randint(1, max(1, min(12, len(edited) // 4)))
        start = rng.randrange(len(edited) - length + 1)
        block = edited[start:start + length]
        del edited[start:start + length]
        at = rng.randrange(len(edited) + 1)
        edited[at:at] = block
    return edited


def write(folder, name, paragraphs):
    with open(os.path.join(folder, name), 'w', encoding='utf-8') as file:
        file.write('\n'.join(paragraphs) + '\n')


def write_pair(folder, name, a, b):
    write(folder, name + '_a.txt', a)
    write(folder, name + '_b.txt', b)


def write_articles(prose, folder, n, n_bytes):
    os.makedirs(folder, exist_ok=True)
    articles = [prose.paragraphs(n_bytes) for _ in range(n)]
    for _ in range(2 * n):
        source, target = prose.rng.choice(articles), prose.rng.choice(articles)
        words = prose.rng.choice(source).split(' ')
        target.insert(prose.rng.randrange(len(target) + 1), ' '.join(words[:prose.rng.randint(12, 120)]))
    for i, article in enumerate(articles):
        write(folder, f'{i:05}.txt', article)


def write_near(prose, folder, n, n_words=800):
    os.makedirs(folder, exist_ok=True)
    words = prose.draw(n_words)
    for i in range(n):
        changed = [w if prose.rng.random() >= 0.01 else prose.draw(1)[0] + 'x' for w in words]
        write(folder, f'{i:05}.txt', [' '.join(changed[k:k + 80]) for k in range(0, n_words, 80)])


def chinese(rng, n_bytes):
    characters = [chr(0x4e00 + rng.randrange(0x5000)) for _ in range(3000)]
    cumulative = accumulate(len(characters))
    paragraphs, size = [], 0
    while size < n_bytes:
        row = rng.choices(characters, cum_weights=cumulative, k=rng.randint(40, 200))
        for i in range(rng.randint(10, 25), len(row), rng.randint(10, 25)):
            row[i] = '，'
        row[-1] = '。'
        paragraphs.append(''.join(row))
        size += 3 * len(row) + 1
    return paragraphs


def edit_characters(rng, paragraphs, rate=0.05):
    pool = ''.join(paragraphs[:50])
    edited = []
    for paragraph in paragraphs:
        row = []
        for character in paragraph:
            chance = rng.random() / rate
            row.append(character if chance >= 0.8 else rng.choice(pool) if chance < 0.6 else '')
            if chance > 1 / rate - 0.2:
                row.append(rng.choice(pool))
        edited.append(''.join(row))
    return edited


def lines_of(words, n):
    return [' '.join(words[i:i + n]) for i in range(0, len(words), n)]


def with_strangers(words):
    words = list(words)
    for i in range(3):
        words[len(words) * (i + 1) // 4] = f'stranger{i}'
    return words


def write_hard(prose, folder, mid_a, mid_b):
    rng = prose.rng
    n_bytes = 1 << 20
    write_pair(folder, 'p_rep', lines_of(['spam'] * (n_bytes // 5), 12),
               lines_of(with_strangers(['spam'] * (n_bytes // 5 - n_bytes // 500)), 12))
    alternating = ['a', 'b'] * (n_bytes // 4)
    write_pair(folder, 'p_alt', lines_of(alternating, 12), lines_of(with_strangers(alternating[1:]), 12))
    sentence = prose.draw(40)
    row = sentence * (n_bytes // (len(' '.join(sentence)) + 1))
    write_pair(folder, 'p_per', lines_of(row, 40),
               lines_of([w if rng.random() > 1 / 2000 else prose.draw(1)[0] for w in row], 40))
    write_pair(folder, 'p_line', [' '.join(mid_a)], [' '.join(mid_b)])
    words = ' '.join(mid_a).split(' ')
    shuffled = rng.sample(words, len(words))
    write_pair(folder, 'p_rand', lines_of(shuffled, 80), lines_of(rng.sample(words, len(words)), 80))
    other = Prose(random.Random(rng.random()), frequent=prose.words[:FUNCTION_WORDS])
    write_pair(folder, 'p_disj', mid_a, other.paragraphs(n_bytes))
    characters = chinese(rng, n_bytes)
    write_pair(folder, 'p_cjk', characters, edit_characters(rng, characters))


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument('folder')
    parser.add_argument('seed', nargs='?', type=int, default=1)
    parser.add_argument('--huge', action='store_true', help='a pair of 47 MB each as well')
    arguments = parser.parse_args()
    folder = arguments.folder
    os.makedirs(folder, exist_ok=True)
    prose = Prose(random.Random(arguments.seed))
    sizes = [('news', 5500, 3), ('mid', 1 << 20, 12), ('big', 10 << 20, 60)]
    if arguments.huge:
        sizes.append(('huge', HUGE_BYTES, 600))
    for name, n_bytes, n_moves in sizes:
        original = prose.paragraphs(n_bytes)
        edited = edit(prose, original, 0.05, n_moves)
        write_pair(folder, name, original, edited)
        if name == 'mid':
            write_hard(prose, folder, original, edited)
            write_pair(folder, 'midx', original, edit(prose, original, 0.05, 0))
    write(folder, 'chinese.txt', chinese(prose.rng, 1 << 20))
    for n, n_bytes in ((100, 6500), (1000, 6500), (10000, 1000)):
        write_articles(prose, os.path.join(folder, f'c{n}'), n, n_bytes)
    for n in (100, 300, 1000):
        write_near(prose, os.path.join(folder, f'near{n}'), n)


if __name__ == '__main__':
    main()
