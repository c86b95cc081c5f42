# SPDX-FileCopyrightText: 2026 The Doublet authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Drives the real window: sees it as a screen reader does, and uses it as a person does,
by its buttons and by keys.

A scenario is a function that takes a Window; run() calls it and keeps a picture of the
screen when it fails.  Nothing here sleeps for a fixed time and hopes: every step waits
for what it needs to see, and the longest wait is only a guard against hanging.
"""

import os
import pathlib
import re
import subprocess
import sys
import tempfile
import time
import traceback

from accessible import Bus, Gone

LONGEST_WAIT = float(os.environ.get("DOUBLET_LONGEST_WAIT", "60"))
SAMPLES = pathlib.Path(__file__).resolve().parents[2] / "data" / "samples"

COMPLAINT = re.compile(r"-(CRITICAL|WARNING) \*\*|AddressSanitizer|runtime error")
# GTK's own scroll bars say so while a text view still finds out how high it is.
HARMLESS = re.compile(r"Trying to snapshot GtkGizmo 0x[0-9a-f]+ without a current allocation")


class Missing(AssertionError):
    """What a step waited for did not come."""


def matches(name, wanted):
    if wanted is None:
        return True
    if isinstance(wanted, re.Pattern):
        return bool(wanted.search(name))
    return name == wanted


class Window:
    """The program, running with the given files."""

    def __init__(self, program, *files):
        self.bus = Bus()
        self.errors_path = pathlib.Path(tempfile.mkdtemp(prefix="doublet-window-")) / "errors"
        with open(self.errors_path, "w", encoding="utf-8") as errors:
            self.process = subprocess.Popen(
                [program, *map(str, files)], env={**os.environ, "G_DEBUG": "fatal-criticals"},
                stdin=subprocess.DEVNULL, stdout=errors, stderr=errors)
        self.find("frame")

    # What is there to see

    def items(self, role=None, name=None):
        """Everything shown of that role and name; name is a string or a pattern."""
        application = self.bus.application(self.process.pid)
        if application is None:
            return []
        return [item for item in application.descendants()
                if (role is None or item.role == role) and matches(item.name, name)
                and item.is_shown()]

    def wait(self, look, what):
        """Returns the first true value that look() gives."""
        end = time.monotonic() + LONGEST_WAIT
        while True:
            if self.process.poll() is not None:
                raise AssertionError(f"the program ended by itself: {self.process.returncode}")
            try:
                seen = look()
            except Gone:
                seen = None
            if seen:
                return seen
            if time.monotonic() > end:
                raise Missing(f"waited in vain for {what}")
            time.sleep(0.05)

    def find(self, role=None, name=None):
        """Waits until there is such an item and returns the first."""
        return self.wait(lambda: self.items(role, name), f"{role} {name}")[0]

    def wait_gone(self, role=None, name=None):
        self.wait(lambda: not self.items(role, name), f"{role} {name} to be gone")

    def has(self, role=None, name=None):
        return bool(self.items(role, name))

    def article(self, letter):
        """The text of that article as it stands in the window."""
        return self.find("text", re.compile(rf"^Article {letter}\b"))

    def describe(self):
        """The whole window in words, for whoever reads why a scenario failed."""
        def tell(item, depth):
            if item.is_shown() and item.name:
                yield f"{'  ' * depth}{item}"
            for child in item.children:
                yield from tell(child, depth + bool(item.name))
        try:
            application = self.bus.application(self.process.pid)
        except Gone:
            application = None
        return "\n".join(tell(application, 0)) if application else "no window"

    # What a person does

    def click(self, role, name):
        self.find(role, name).click()

    def focus(self, title=None):
        """Gives a window of the program the keyboard, which no window manager does here."""
        search = ["xdotool", "search", "--all", "--onlyvisible", "--pid", str(self.process.pid)]
        search += ["--name", re.escape(title) if title else ".*"]

        def look():
            return subprocess.run(search, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL,
                                  text=True, check=False).stdout.split()
        window = self.wait(look, f"a window {title or ''}")[-1]
        subprocess.run(["xdotool", "windowfocus", "--sync", window], check=True)
        return window

    def key(self, *keys, title=None):
        self.focus(title)
        subprocess.run(["xdotool", "key", "--clearmodifiers", "--delay", "30", *keys], check=True)

    def press_at(self, item, x=0.5, y=0.5):
        """Presses the mouse button on a thing that has no action of its own."""
        left, top, width, height = item.place()
        window = self.focus()
        subprocess.run(["xdotool", "mousemove", "--window", window,
                        str(int(left + x * width)), str(int(top + y * height)),
                        "click", "1"], check=True)

    def copy(self, text, mime_type="UTF8_STRING", encoding="utf-8"):
        """Puts the text on the clipboard, as another program would."""
        subprocess.run(["xclip", "-selection", "clipboard", "-t", mime_type, "-in"],
                       input=text.encode(encoding),
                       stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, check=True)

    def choose_file(self, path, title, replaces=False):
        """Gives the file dialog of that title the whole path, and accepts; and once more if
        it asks whether to replace what is there."""
        dialog = self.find(None, title)

        def entry():
            for item in dialog.look_again().descendants():
                if item.role == "text" and item.has_state("focused"):
                    return item
            # The dialog takes a while before it listens.
            return self.key("slash", title=title)
        self.wait(entry, "the entry for the path").put_text(str(path))
        self.key("Return", title=title)
        if replaces:
            self.click("push button", re.compile("Replace"))
        self.wait_gone(None, title)

    def close(self):
        """Ends the program and returns what it said."""
        if self.process.poll() is None:
            self.process.terminate()
            self.process.wait(LONGEST_WAIT)
        return self.errors_path.read_text(encoding="utf-8", errors="replace")


def keep_picture(path):
    subprocess.run(["import", "-silent", "-window", "root", str(path)], check=False)


def run(scenario, *files):
    """Runs the scenario on a window with the files, as a whole program."""
    picture = pathlib.Path.cwd() / f"{pathlib.Path(sys.argv[0]).stem}.png"
    window = Window(sys.argv[1], *files)
    try:
        scenario(window)
    except Exception:  # the picture is worth more than the kind of fault
        traceback.print_exc()
        keep_picture(picture)
        print(f"A picture of the screen is in {picture}; in words:\n{window.describe()}\n"
              f"The program said: {window.close()}", file=sys.stderr)
        sys.exit(1)
    complaints = [line for line in window.close().splitlines()
                  if COMPLAINT.search(line) and not HARMLESS.search(line)]
    if complaints:
        sys.exit("The program complained:\n" + "\n".join(complaints))
    picture.unlink(missing_ok=True)
