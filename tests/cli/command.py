# SPDX-FileCopyrightText: 2026 The Doublet authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Running doublet-cli, for the tests of the command line.

The program is the first word of the command line: unittest takes the others.
"""

import os
import pathlib
import subprocess
import sys
import tempfile
import unittest

PROGRAM = None

# Long beyond any measure; only against a hang.
HANG = 120

HARBOUR = """Harbour bridge to close for nine weeks

The swing span will be closed to road traffic from Monday while engineers replace the
pivot bearings, the largest single repair to the crossing in its history.

Detours will add up to 14 minutes to a crossing at peak times, according to the
authority's own traffic model.

Ferries will run every ten minutes until midnight for the length of the works.
"""

BRIDGE = """Nine weeks without the bridge

Ferries will run every ten minutes until midnight for the length of the works.

Drivers have until Sunday night. The swing span will be closed to road traffic from
Monday while engineers replace the pivot bearings, the largest single repair to the
crossing in its history.

Detours will add up to 40 minutes to a crossing at peak times, according to the
authority's traffic model. Two bus lines will be cut short.

Shopkeepers on Quay Street have asked for a rent holiday.
"""

GARDEN = """The garden behind the station

Nobody had asked for the garden, and nobody knew who had planted it. One morning there
were beans between the rails of the old siding, and by the summer there were roses.

Nobody had asked for the garden, and nobody knew who had planted it. One morning there
were beans between the rails of the old siding, and by the summer there were roses.
"""


def run(*words, stdin=b"", env=None, cwd=None, stdout=subprocess.PIPE):
    """Runs the program; what it writes stays bytes."""
    environment = dict(os.environ, LC_ALL="C.UTF-8", TZ="UTC")
    environment.pop("SOURCE_DATE_EPOCH", None)
    environment.update(env or {})
    return subprocess.run([PROGRAM, *[str(word) for word in words]], input=stdin, env=environment,
                          cwd=cwd, stdout=stdout, stderr=subprocess.PIPE, timeout=HANG, check=False)


class CommandTest(unittest.TestCase):
    """A test with a folder of its own."""

    def setUp(self):
        folder = tempfile.TemporaryDirectory(prefix="doublet-cli-")
        self.addCleanup(folder.cleanup)
        self.folder = pathlib.Path(folder.name)

    def write(self, name, text):
        """A file of @text, which is str or bytes."""
        path = self.folder / name
        path.write_bytes(text if isinstance(text, bytes) else text.encode())
        return path

    def succeed(self, *words, **options):
        """What the program printed."""
        done = run(*words, **options)
        self.assertEqual(done.returncode, 0, done.stderr.decode())
        self.assertEqual(done.stderr, b"")
        return done.stdout

    def fail_with(self, status, message, *words, **options):
        """The program leaves with @status and a message that has @message in it."""
        done = run(*words, **options)
        self.assertEqual(done.returncode, status, done.stderr.decode())
        self.assertIn(message, done.stderr.decode())
        return done


def main():
    """Runs the tests of the module that was started."""
    global PROGRAM  # pylint: disable=global-statement
    PROGRAM = os.path.abspath(sys.argv.pop(1))
    unittest.main()
