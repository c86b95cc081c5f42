#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Doublet authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Prints the table of speeds: summary.py BUILD [INPUTS] [--pairs N] [--only MARK,...]
                            [--static-build BUILD]

BUILD is a build folder, better an optimised one (-Dbuildtype=release).  INPUTS is what
make-inputs.py writes; without it they are made in a temporary folder.  What the start of
the program costs is mostly the work of the dynamic linker, which a second build folder
shows (-Dbuildtype=release -Dprefer_static=true -Dgtk=disabled -Dc_link_args='-no-pie -static-libgcc').  Each row is
measured as ours, theirs, ours, theirs …, in processor time, since machines are noisy: the
median of the ratios pair by pair, with the least and the greatest.  A program that is not
installed gives no row.  The curve is what time and memory do from 1 to 10 to 100 MB and
from 10 to 10,000 articles.

What is timed of ours: "align" is a whole process that reads two texts, tokenises and
aligns them, moved blocks included, and prints one line (bench-steps); "all" finds the
verbatim and edited passages as well; "passages" aligns nothing; "report" is doublet-cli writing HTML;
"doublet-cli" is that program with --passages=off, writing its summary.  git, wdiff and the others write their whole output, which is read and dropped.
"""
import argparse
import os
import re
import resource
import shutil
import statistics
import subprocess
import sys
import tempfile

NOTHING = os.open(os.devnull, os.O_RDWR)


def run_once(command):
    """Seconds of processor time, MiB at the most, and the last line of the output."""
    read_end, write_end = os.pipe()
    # Not forked: that would count the copy of this process's page tables as the program's.
    actions = [(os.POSIX_SPAWN_DUP2, NOTHING, 0), (os.POSIX_SPAWN_DUP2, write_end, 1), (os.POSIX_SPAWN_DUP2, NOTHING, 2)]
    pid = os.posix_spawnp(command[0], command, os.environ, file_actions=actions)
    os.close(write_end)
    tail = b''
    while piece := os.read(read_end, 1 << 20):
        tail = (tail + piece)[-4096:]
    os.close(read_end)
    _, _, usage = os.wait4(pid, 0)
    return usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024, tail.decode('utf-8', 'replace')


class Bench:
    def __init__(self, build, static_build, inputs, pairs, only):
        self.build, self.static_build = build, static_build
        self.inputs, self.pairs, self.only = inputs, pairs, only

    def wants(self, mark):
        return not self.only or any(mark.startswith(one) for one in self.only)

    def pair(self, name):
        return [os.path.join(self.inputs, f'{name}_{side}.txt') for side in 'ab']

    def folder(self, name):
        folder = os.path.join(self.inputs, name)
        return [os.path.join(folder, file) for file in sorted(os.listdir(folder))]

    def steps(self, step, files, *options, build=None):
        return [os.path.join(build or self.build, 'tests/bench/bench-steps'), *options, step, *files]

    def comparison(self, files, kind='json', *options):
        cli = os.path.join(self.build, 'src/cli/doublet-cli')
        return [cli, '--quiet', f'--format={kind}', '--output=-', *options, *files]

    def differences(self, files):
        return [os.path.join(self.build, 'src/cli/doublet-cli'), '--quiet', '--passages=off', *files]

    def say(self, mark, what, must, stretch, value, unit='', detail=''):
        verdict = '' if must is None else 'met' if value <= must else 'missed'
        if stretch is not None and value <= stretch:
            verdict = 'met, stretch'
        limits = ['' if limit is None else f'{limit:g}' for limit in (must, stretch)]
        print(f'{mark:5} {what:66} {limits[0]:>7} {limits[1]:>7}  {value:9.3f}{unit:4} {verdict:13} {detail}', flush=True)

    def say_at_least(self, mark, what, least, value, detail=''):
        verdict = 'met' if value >= least else 'missed'
        print(f'{mark:5} {what:66} {least:7g} {"":7}  {value:9.6f}     {verdict:13} {detail}', flush=True)

    def compare(self, mark, what, ours, theirs, must, stretch, pairs=None):
        if not self.wants(mark) or shutil.which(theirs[0]) is None:
            return
        run_once(ours), run_once(theirs)
        measured = [(run_once(ours), run_once(theirs)) for _ in range(pairs or self.pairs)]
        ratios = sorted(a[0] / max(b[0], 1e-6) for a, b in measured)
        milliseconds = [statistics.median(m[side][0] for m in measured) * 1000 for side in (0, 1)]
        memory = max(m[0][1] for m in measured)
        self.say(mark, what, must, stretch, statistics.median(ratios), 'x',
                 f'[{ratios[0]:.2f}..{ratios[-1]:.2f}]  ours {milliseconds[0]:.1f} ms, {memory:.0f} MiB; theirs {milliseconds[1]:.1f} ms')

    def time(self, command, times=3):
        measured = [run_once(command) for _ in range(times)]
        return statistics.median(m[0] for m in measured), max(m[1] for m in measured), measured[0][2]

    def kept(self, name):
        line = run_once(self.steps('align', self.pair(name)))[2]
        return int(line.split('kept ')[1].split(',')[0])


def git_words(files):
    return ['git', 'diff', '--no-index', '--no-color', '--word-diff=porcelain', '--patience', *files]


def longest_common_subsequence(files):
    """What GNU diff finds if it must be exact.  The made-up texts have no token that is
    more than a row of letters or digits, or one mark."""
    with tempfile.TemporaryDirectory() as folder:
        lists = [os.path.join(folder, side) for side in 'ab']
        for file, tokens in zip(files, lists):
            with open(file, encoding='utf-8') as text, open(tokens, 'w', encoding='utf-8') as out:
                out.writelines(token + '\n' for token in re.findall(r'\w+|[^\w\s]', text.read()))
        same = ['--minimal', '--unchanged-line-format==\n', '--old-line-format=', '--new-line-format=']
        return subprocess.run(['diff', *same, *lists], capture_output=True, check=False).stdout.count(b'=')


def size_of(files):
    return sum(os.path.getsize(file) for file in files)


def pairs_of_texts(bench):
    mid, news, big = bench.pair('mid'), bench.pair('news'), bench.pair('big')
    bench.compare('G1', '1 MB pair, aligned, to git --patience', bench.steps('align', mid), git_words(mid), 0.7, 0.4)
    bench.compare('G1', 'the same by doublet-cli, with its summary', bench.differences(mid), git_words(mid), 0.7, 0.4)
    for peer, must, stretch in (('wdiff', 0.10, 0.06), ('dwdiff', 0.05, 0.03)):
        bench.compare('G1b', f'the same to {peer}', bench.steps('align', mid), [peer, *mid], must, stretch, max(3, bench.pairs // 3))
    bench.compare('G2', 'with passages, to git --patience', bench.steps('all', mid), git_words(mid), 1.5, 1.0)
    if bench.wants('reworded'):
        for what, files in (('1 MB pair', mid), ('1,000 articles', bench.folder('c1000'))):
            rest, _, _ = bench.time(bench.comparison(files, 'json', '--reworded=off'))
            seconds, _, _ = bench.time(bench.comparison(files))
            bench.say('rew.', f'{what} compared, reworded on: time to without', 4, None, seconds / rest, 'x')
    bench.compare('G3', '10 MB pair, aligned, to git --patience', bench.steps('align', big), git_words(big), 1.0, 0.65)
    if bench.wants('G3'):
        seconds_mid, _, _ = bench.time(bench.steps('align', mid), 5)
        seconds, memory, _ = bench.time(bench.steps('align', big))
        bench.say('G3', '10 MB pair: memory to the input', 5, None, memory * (1 << 20) / size_of(big), 'x')
        bench.say('G3', '10 MB pair: time to that of 1 MB', 14, None, seconds / seconds_mid, 'x')
    for build, how in ((bench.build, 'whole process'), (bench.static_build, 'linked statically')):
        if build is not None:
            ours = bench.steps('align', news, build=build)
            bench.compare('G4', f'5 kB pair, {how}, to git --patience', ours, git_words(news), 0.8, 0.5, 3 * bench.pairs)
            bench.compare('G4', f'5 kB pair, {how}, to wdiff', ours, ['wdiff', *news], 0.6, 0.35, 3 * bench.pairs)
    bench.compare('G4', '5 kB pair, by doublet-cli, to git --patience', bench.differences(news), git_words(news), 0.8, 0.5, 3 * bench.pairs)
    bench.compare('G4', '5 kB pair, by doublet-cli, to wdiff', bench.differences(news), ['wdiff', *news], 0.6, 0.35, 3 * bench.pairs)
    # Nothing done: what GLib and the dynamic linker cost before main() is reached.
    bench.compare('G4', 'the same program, started for nothing, to git', bench.steps('align', []), git_words(news), None, None)
    if bench.wants('G4'):
        line = run_once(bench.steps('align', news, '-n', '200'))[2]
        bench.say('G4', '5 kB pair inside the process, warm, wall clock', 0.8, None, float(line.split()[0]), ' ms')
    if bench.wants('G1q'):
        for name, what, least in (('mid', '1 MB pair', 0.996), ('midx', 'the same without moved blocks', 1), ('news', '5 kB pair', 1)):
            kept, exact = bench.kept(name), longest_common_subsequence(bench.pair(name))
            bench.say_at_least('G1q', f'{what}: tokens kept, to the exact LCS', least, kept / exact, f'{kept} of {exact}')
        bench.say_at_least('G1q', '1 MB pair without line breaks: kept, to with', 1, bench.kept('p_line') / bench.kept('mid'))


def many_articles(bench):
    for mark, name in (('G5', 'c1000'), ('G6', 'c100')):
        files = bench.folder(name)
        bench.compare(mark, f'{len(files)} articles, verbatim, to sim_text', bench.steps('passages', files, '-w', '8', '-g', '0'),
                      ['sim_text', '-n', '-T', '-r', '8', *files], 0.75, 0.5)


def hard_pairs(bench):
    if bench.wants('G7'):
        ordinary, _, _ = bench.time(bench.steps('all', bench.pair('mid')))
        for name in ('rep', 'alt', 'per', 'line', 'cjk', 'rand', 'disj'):
            seconds, memory, _ = bench.time(bench.steps('all', bench.pair('p_' + name)))
            bench.say('G7', f'p_{name}: time to that of the ordinary pair', 20, 8, seconds / ordinary, 'x', f'{seconds * 1000:.0f} ms')
            bench.say('G7', f'p_{name}: memory', 64, None, memory, ' MiB')
    one = [bench.pair('p_rep')[0]]
    bench.compare('G7b', 'one word repeated, one text, to sim_text', bench.steps('passages', one), ['sim_text', '-n', '-T', '-r', '8', *one], 0.02, 0.005, 3)
    for name, must, stretch in (('line', 0.15, 0.07), ('rand', 0.6, 0.3)):
        files = bench.pair('p_' + name)
        bench.compare('G7c', f'p_{name}, aligned, to git --patience', bench.steps('align', files), git_words(files), must, stretch)
    disjoint = bench.pair('p_disj')
    bench.compare('G7c', 'p_disj, aligned, to wdiff', bench.steps('align', disjoint), ['wdiff', *disjoint], 0.12, 0.05, 3)


# What php-wikidiff2 is asked by; its table is the page that is compared.
WIKIDIFF = 'echo wikidiff2_do_diff(file_get_contents($argv[1]), file_get_contents($argv[2]), 2);'

AHA = ['sh', '-c', 'git diff --no-index --color=always --word-diff=color --patience "$0" "$1" | aha']


def reports(bench):
    mid, news, chinese = bench.pair('mid'), bench.pair('news'), bench.pair('p_cjk')
    php = subprocess.run(['php', '-m'], capture_output=True, text=True, check=False).stdout if shutil.which('php') else ''
    if 'wikidiff2' in php:
        bench.compare('G7d', 'p_cjk, aligned, to wikidiff2', bench.steps('align', chinese), ['php', '-r', WIKIDIFF, '--', *chinese], 0.3, 0.15, max(3, bench.pairs // 3))
    # The marks are for a page of differences, which is all that the peers write; what
    # the passages cost beside them is shown as well.
    kinds = (('differences alone', ['--passages=off'], True), ('with passages', ['--reworded=off'], False), ('with reworded passages, too', [], False))
    for peer, theirs, must, stretch, pairs in (
            ('wikidiff2', ['php', '-r', WIKIDIFF, '--', *mid] if 'wikidiff2' in php else None, 0.2, 0.12, max(3, bench.pairs // 3)),
            ('git | aha', AHA + mid if shutil.which('aha') else None, 1.0, 0.55, bench.pairs)):
        for what, options, marked in kinds if theirs is not None else ():
            bench.compare('G8', f'report of the 1 MB pair, {what}, to {peer}', bench.comparison(mid, 'html', *options), theirs,
                          must if marked else None, stretch if marked else None, pairs)
    if bench.wants('G8b'):
        for name, files, fixed, must, stretch in (('1 MB pair', mid, 0, 2.0, 1.6), ('5 kB pair, less 8 kB', news, 8192, 3.0, None)):
            page = subprocess.run(bench.comparison(files, 'html'), capture_output=True, check=True).stdout
            bench.say('G8b', f'page of the {name}, to its texts', must, stretch, (len(page) - fixed) / size_of(files), 'x', f'{len(page)} bytes')


def tokens(bench):
    if not bench.wants('G10'):
        return
    for name, file, must in (('English-like', bench.pair('mid')[0], 2.5), ('Chinese', os.path.join(bench.inputs, 'chinese.txt'), 8.0)):
        line = run_once([os.path.join(bench.build, 'tests/bench/bench-tokens'), file])[2].strip().split('\n')[-1]
        times = float(line.split(': ')[1].split()[0])
        verdict = 'met, stretch' if times >= {2.5: 4, 8.0: 12}[must] else 'met' if times >= must else 'missed'
        print(f'G10   {"tokenise and intern, " + name + ", faster than ICU":66} {must:7g} {1.6 * must if must == 2.5 else 12:7g}  {times:9.3f}x    {verdict:13} {line.strip()}', flush=True)


def curves(bench):
    """Linear if the last column stays the same."""
    if not bench.wants('curve'):
        return
    for name in ('mid', 'big', 'huge'):
        files = bench.pair(name)
        if not os.path.exists(files[0]):
            print(f'curve pair {name}: not there; make-inputs.py --huge makes it', flush=True)
        else:
            seconds, memory, _ = bench.time(bench.steps('all', files), 3 if name == 'mid' else 1)
            bench.say('curve', f'pair {name}, all: seconds, s per MB', None, None, seconds, ' s', f'{seconds / size_of(files) * 1e6:.4f} s/MB, {memory:.0f} MiB')
    for name, n in (('c1000', 10), ('c100', 100), ('c1000', 1000), ('c10000', 10000), ('near100', 100), ('near300', 300), ('near1000', 1000)):
        files = bench.folder(name)[:n]
        seconds, memory, _ = bench.time(bench.steps('passages', files), 1 if n > 300 else 3)
        bench.say('curve', f'{n} articles of {name}: seconds, s per MB', None, None, seconds, ' s', f'{seconds / size_of(files) * 1e6:.4f} s/MB, {memory:.0f} MiB')


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument('build')
    parser.add_argument('inputs', nargs='?')
    parser.add_argument('--pairs', type=int, default=9)
    parser.add_argument('--static-build', metavar='BUILD', help='the same, linked statically')
    parser.add_argument('--only', type=lambda text: text.split(','), default=[], help='marks, such as G1,G10,curve')
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory() as made:
        inputs = arguments.inputs
        if inputs is None:
            maker = os.path.join(os.path.dirname(os.path.abspath(__file__)), 'make-inputs.py')
            subprocess.run([sys.executable, maker, made], check=True)
            inputs = made
        bench = Bench(arguments.build, arguments.static_build, inputs, arguments.pairs, arguments.only)
        print(f'load {os.getloadavg()[0]:.1f} on {os.cpu_count()} processors')
        print(f'{"mark":5} {"what":66} {"must":>7} {"stretch":>7}  {"measured":>9}')
        for part in (pairs_of_texts, many_articles, hard_pairs, reports, tokens, curves):
            part(bench)


if __name__ == '__main__':
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    main()
