#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Doublet authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Times the steps of the comparison beside other programs, in turn: ours, theirs, ours …

    compare-peers.py BUILD INPUTS [--pairs N]

BUILD is the build folder.  INPUTS is a folder with news_a.txt and news_b.txt (5 kB),
mid_a.txt and mid_b.txt (1 MB), optionally big_a.txt and big_b.txt, and a folder c1000
with many short articles; without it, make-inputs.py writes such texts.  A row per
mark: the median of the ratios ours ÷ theirs, pair by pair, with the least and the
greatest, in processor time.  Machines are noisy: only ratios say something.
"""
import argparse
import os
import resource
import statistics
import subprocess
import sys
import tempfile


def processor_time(command):
    """Seconds of processor time that a command takes; its output is read and dropped."""
    read_end, write_end = os.pipe()
    pid = os.fork()
    if pid == 0:
        os.dup2(os.open(os.devnull, os.O_RDONLY), 0)
        os.dup2(write_end, 1)
        os.dup2(os.open(os.devnull, os.O_WRONLY), 2)
        os.close(read_end)
        os.execvp(command[0], command)
    os.close(write_end)
    while os.read(read_end, 1 << 20):
        pass
    os.close(read_end)
    _, _, usage = os.wait4(pid, 0)
    return usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024


def ratio_of(ours, theirs, pairs):
    processor_time(ours)
    processor_time(theirs)
    rows = [(processor_time(ours), processor_time(theirs)) for _ in range(pairs)]
    ratios = sorted(o[0] / t[0] for o, t in rows if t[0] > 0)
    return {
        'ratio': statistics.median(ratios), 'least': ratios[0], 'greatest': ratios[-1],
        'ours': statistics.median(o[0] for o, _ in rows) * 1000,
        'theirs': statistics.median(t[0] for _, t in rows) * 1000,
        'memory': max(o[1] for o, _ in rows),
    }


def steps(build, step, files, *options):
    return [os.path.join(build, 'tests/bench/bench-steps'), *options, step, *files]


def git_words(a, b):
    return ['git', 'diff', '--no-index', '--no-color', '--word-diff=porcelain', '--patience', a, b]


def inside(build, files):
    """The milliseconds of all steps inside the process, warm."""
    command = steps(build, 'align', files, '-n', '200')
    return float(subprocess.run(command, capture_output=True, text=True, check=True).stdout.split()[0])


def report(mark, name, limit, row):
    verdict = 'met' if row['ratio'] <= limit else 'within twice' if row['ratio'] <= 2 * limit else 'missed'
    print(f"{mark:4} {name:44} {row['ratio']:6.2f} [{row['least']:.2f}..{row['greatest']:.2f}]"
          f"  must {limit:5.2f}  {verdict:12}  ours {row['ours']:7.1f} ms {row['memory']:6.1f} MiB,"
          f" theirs {row['theirs']:7.1f} ms", flush=True)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument('build')
    parser.add_argument('inputs', nargs='?')
    parser.add_argument('--pairs', type=int, default=9)
    arguments = parser.parse_args()
    inputs = arguments.inputs
    with tempfile.TemporaryDirectory() as made:
        if inputs is None:
            maker = os.path.join(os.path.dirname(os.path.abspath(__file__)), 'make-inputs.py')
            subprocess.run([sys.executable, maker, made], check=True)
            inputs = made
        run(arguments.build, inputs, arguments.pairs)


def run(build, inputs, pairs):
    def path(name):
        return os.path.join(inputs, name)

    mid = [path('mid_a.txt'), path('mid_b.txt')]
    news = [path('news_a.txt'), path('news_b.txt')]
    report('G1', '1 MB pair, aligned, to git --patience', 0.7,
           ratio_of(steps(build, 'align', mid), git_words(*mid), pairs))
    report('G1b', '1 MB pair, aligned, to wdiff', 0.10,
           ratio_of(steps(build, 'align', mid), ['wdiff', *mid], max(3, pairs // 3)))
    report('G2', '1 MB pair, with passages, to git --patience', 1.5,
           ratio_of(steps(build, 'all', mid), git_words(*mid), pairs))
    if os.path.exists(path('big_a.txt')):
        big = [path('big_a.txt'), path('big_b.txt')]
        report('G3', 'large pair, aligned, to git --patience', 1.0,
               ratio_of(steps(build, 'align', big), git_words(*big), pairs))
    milliseconds = inside(build, news)
    print(f"G4   5 kB pair inside the process, warm            {milliseconds:.2f} ms          must  0.80 ms"
          f"  {'met' if milliseconds <= 0.8 else 'missed'}")
    report('G4', '5 kB pair, whole process, to git --patience', 0.8,
           ratio_of(steps(build, 'align', news), git_words(*news), pairs))
    articles = sorted(os.path.join(inputs, 'c1000', n) for n in os.listdir(path('c1000')))
    report('G5', f'{len(articles)} articles, verbatim, to sim_text', 0.75,
           ratio_of(steps(build, 'passages', articles, '-w', '8', '-g', '0'),
                    ['sim_text', '-n', '-T', '-r', '8', *articles], pairs))
    report('', f'{len(articles)} articles, with edited, to sim_text', 0.75,
           ratio_of(steps(build, 'passages', articles, '-w', '8'),
                    ['sim_text', '-n', '-T', '-r', '8', *articles], pairs))


if __name__ == '__main__':
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    main()
