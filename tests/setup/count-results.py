#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The Doublet authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""count-results.py LOG...: adds up Meson's test logs.

Names what failed, closes with "N passed, M failed", and fails when anything did,
when a log is missing or when one holds no test.  A test that was skipped has
failed: the tests install what they need.
"""

import json
import sys

PASSED = {"OK", "EXPECTEDFAIL"}


def read(path):
    try:
        with open(path, encoding="utf-8") as log:
            return [json.loads(line) for line in log if line.strip()]
    except FileNotFoundError:
        return []


def main(paths):
    passed = failed = 0
    for path in paths:
        results = read(path)
        if not results:
            print(f"{path}: no test was run")
            failed += 1
        for result in results:
            if result["result"] in PASSED:
                passed += 1
            else:
                failed += 1
                print(f"{path}: {result['name']}: {result['result']}")
    print(f"{passed} passed, {failed} failed")
    return 1 if failed else 0


sys.exit(main(sys.argv[1:]))
