# SPDX-FileCopyrightText: 2026 The Doublet authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""A second start hands its files to the first, which opens a window for them."""

import os
import subprocess
import sys

from desktop import SAMPLES, run


def scenario(window):
    window.find("push button", "Article A: draft.txt, menu")
    os.chdir(SAMPLES)
    second = subprocess.run([sys.argv[1], "story.txt"], timeout=60, check=False)
    assert second.returncode == 0
    window.find("push button", "Article A: story.txt, menu")
    titles = [child.name for child in window.bus.application(window.process.pid).children]
    assert sorted(titles) == ["draft.txt", "story.txt"], titles


run(scenario, SAMPLES / "draft.txt")
