#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Doublet authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Writes made-up texts to time with: make-inputs.py FOLDER [SEED]

Words are syllables put together, drawn with the frequencies of a natural language
(Zipf), so that an index meets what it would meet in prose: a few words everywhere and
many only once.  b is a with words edited, paragraphs dropped and blocks moved.
"""
import os
import random
import sys

SYLLABLES = [c + v for c in 'b d f g h k l m n p r s t v w z br st tr pl'.split() for v in 'a e i o u ai ou'.split()]


class Prose:
    def __init__(self, rng, n_words=20000):
        self.rng = rng
        words = set()
        while len(words) < n_words:
            words.add(''.join(rng.choice(SYLLABLES) for _ in range(rng.choice((1, 1, 2, 2, 2, 3, 4)))))
        self.words = sorted(words)
        rng.shuffle(self.words)
        self.weights = [1 / (i + 2.7) for i in range(n_words)]
        self.cumulative = []
        total = 0
        for weight in self.weights:
            total += weight
            self.cumulative.append(total)

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


def main():
    folder = sys.argv[1]
    prose = Prose(random.Random(int(sys.argv[2]) if len(sys.argv) > 2 else 1))
    for name, n_bytes, n_moves in (('news', 5500, 3), ('mid', 1 << 20, 12), ('big', 10 << 20, 60)):
        original = prose.paragraphs(n_bytes)
        write(folder, name + '_a.txt', original)
        write(folder, name + '_b.txt', edit(prose, original, 0.05, n_moves))
    os.makedirs(os.path.join(folder, 'c1000'), exist_ok=True)
    articles = [prose.paragraphs(6500) for _ in range(1000)]
    for _ in range(2000):
        source, target = prose.rng.choice(articles), prose.rng.choice(articles)
        words = prose.rng.choice(source).split(' ')
        target.insert(prose.rng.randrange(len(target) + 1), ' '.join(words[:prose.rng.randint(12, 120)]))
    for i, article in enumerate(articles):
        write(os.path.join(folder, 'c1000'), f'{i:04}.txt', article)


if __name__ == '__main__':
    main()
