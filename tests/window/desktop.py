# SPDX-FileCopyrightText: 2026 The Doublet authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Drives the real window: sees it as a screen reader does, through the accessibility
bus, and uses it as a person does, by its buttons and by keys.

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

import gi

gi.require_version("Atspi", "2.0")
from gi.repository import Atspi, GLib  # noqa: E402

LONGEST_WAIT = float(os.environ.get("DOUBLET_LONGEST_WAIT", "60"))
TOP = pathlib.Path(__file__).resolve().parents[2]
SAMPLES = TOP / "data" / "samples"
APPLICATION = "doublet"


class Missing(AssertionError):
    """What a step waited for did not come."""


def wait_for(look, what):
    """Returns the first true value that look() gives."""
    end = time.monotonic() + LONGEST_WAIT
    while True:
        try:
            seen = look()
        # An object may go away between two questions about it.
        except GLib.Error:
            seen = None
        if seen:
            return seen
        if time.monotonic() > end:
            raise Missing(f"waited in vain for {what}")
        time.sleep(0.05)


class Item:
    """Something in the window, as a screen reader knows it."""

    def __init__(self, accessible):
        self.accessible = accessible

    @property
    def name(self):
        return self.accessible.get_name() or ""

    @property
    def role(self):
        return self.accessible.get_role_name()

    @property
    def description(self):
        return self.accessible.get_description() or ""

    def has_state(self, state):
        return self.accessible.get_state_set().contains(getattr(Atspi.StateType, state))

    def is_shown(self):
        # GTK 4.8 says of windows alone that they are showing.  What is hidden it leaves
        # out, but not the other pages of a stack: those have no size.
        if self.has_state("SHOWING"):
            return True
        return self.has_state("VISIBLE") and all(self.place()[2:])

    def is_pressed(self):
        return self.has_state("PRESSED") or self.has_state("CHECKED")

    def children(self):
        for index in range(self.accessible.get_child_count()):
            child = self.accessible.get_child_at_index(index)
            if child is not None:
                yield Item(child)

    def descendants(self):
        yield self
        for child in self.children():
            yield from child.descendants()

    def click(self):
        action = self.accessible.get_action_iface()
        if action is None or not Atspi.Action.do_action(action, 0):
            raise AssertionError(f"{self}: cannot be clicked")

    def text(self):
        text = self.accessible.get_text_iface()
        if text is None:
            raise AssertionError(f"{self}: has no text")
        return Atspi.Text.get_text(text, 0, Atspi.Text.get_character_count(text))

    def caret(self):
        return Atspi.Text.get_caret_offset(self.accessible.get_text_iface())

    def attributes_at(self, offset):
        """What is set for the text at that place, and the range it is set for."""
        run = Atspi.Text.get_attribute_run(self.accessible.get_text_iface(), offset, False)
        return dict(run[0]), run[1], run[2]

    def put_text(self, text):
        Atspi.EditableText.set_text_contents(self.accessible.get_editable_text_iface(), text)

    def place(self):
        """Left, top, width and height within the window."""
        component = self.accessible.get_component_iface()
        if component is None:
            return 0, 0, 0, 0
        box = Atspi.Component.get_extents(component, Atspi.CoordType.WINDOW)
        return box.x, box.y, box.width, box.height

    def __str__(self):
        return f"{self.role} “{self.name}”"


def matches(name, wanted):
    if wanted is None:
        return True
    if isinstance(wanted, re.Pattern):
        return bool(wanted.search(name))
    return name == wanted


class Window:
    """The program, running with the given files."""

    def __init__(self, program, *files, environment=None):
        self.folder = pathlib.Path(tempfile.mkdtemp(prefix="doublet-window-"))
        self.errors = open(self.folder / "errors", "w+", encoding="utf-8")
        self.process = subprocess.Popen(
            [program, *map(str, files)],
            env={**os.environ, "G_DEBUG": "fatal-criticals", **(environment or {})},
            stdin=subprocess.DEVNULL, stdout=self.errors, stderr=self.errors)
        self.wait(lambda: self.application() and next(self.application().children(), None),
                  "the window")

    # What is there to see

    def application(self):
        desktop = Atspi.get_desktop(0)
        desktop.clear_cache()
        for index in range(desktop.get_child_count()):
            child = desktop.get_child_at_index(index)
            if child is not None and child.get_process_id() == self.process.pid:
                return Item(child)
        return None

    def items(self, role=None, name=None, shown=True):
        """Everything of that role and name; name is a string or a pattern."""
        application = self.application()
        found = []
        for item in application.descendants() if application else ():
            if (role is None or item.role == role) and matches(item.name, name):
                if not shown or item.is_shown():
                    found.append(item)
        return found

    def wait(self, look, what):
        def look_alive():
            if self.process.poll() is not None:
                raise AssertionError(f"the program ended by itself: {self.process.returncode}\n"
                                     + self.said())
            return look()
        return wait_for(look_alive, what)

    def find(self, role=None, name=None, shown=True):
        """Waits until there is one such item and returns the first."""
        def look():
            found = self.items(role, name, shown)
            return found[0] if found else None
        return self.wait(look, f"{role or 'anything'} {name or ''}".strip())

    def wait_gone(self, role=None, name=None):
        self.wait(lambda: not self.items(role, name), f"{role} {name} to be gone")

    def has(self, role=None, name=None):
        return bool(self.items(role, name))

    def names(self, role=None):
        return [item.name for item in self.items(role)]

    def article(self, letter):
        """The text of that article as it stands in the window."""
        return self.find("text", re.compile(rf"^Article {letter}\b"))

    def describe(self):
        """The whole window in words, for whoever reads why a scenario failed."""
        def tell(item, depth):
            try:
                if item.name or item.is_shown():
                    yield f"{'  ' * depth}{item}{'' if item.is_shown() else ' (hidden)'}"
                for child in item.children():
                    yield from tell(child, depth + 1)
            except GLib.Error:
                pass
        application = self.application()
        return "\n".join(tell(application, 0)) if application else "no window"

    def said(self):
        self.errors.flush()
        return (self.folder / "errors").read_text(encoding="utf-8", errors="replace")

    # What a person does

    def click(self, role, name):
        item = self.find(role, name)
        item.click()
        return item

    def focus(self, title=None):
        """Gives a window of the program the keyboard, which no window manager does here."""
        search = ["xdotool", "search", "--onlyvisible", "--pid", str(self.process.pid)]
        search += ["--name", title] if title else []

        def look():
            found = subprocess.run(search, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL,
                                   text=True, check=False).stdout.split()
            return found[-1] if found else None
        window = self.wait(look, f"a window {title or ''}")
        subprocess.run(["xdotool", "windowfocus", "--sync", window], check=True)
        return window

    def key(self, *keys, title=None):
        self.focus(title)
        subprocess.run(["xdotool", "key", "--clearmodifiers", "--delay", "30", *keys], check=True)

    def type(self, text, title=None):
        self.focus(title)
        subprocess.run(["xdotool", "type", "--delay", "5", text], check=True)

    def press_at(self, item, x=0.5, y=0.5):
        """Presses the mouse button on a thing that has no action of its own."""
        left, top, width, height = item.place()
        window = self.focus()
        subprocess.run(["xdotool", "mousemove", "--window", window,
                        str(int(left + x * width)), str(int(top + y * height)),
                        "click", "1"], check=True)

    def copy(self, text):
        """Puts the text on the clipboard, as another program would."""
        subprocess.run(["xclip", "-selection", "clipboard", "-in"], input=text.encode("utf-8"),
                       stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, check=True)

    def clipboard(self):
        return subprocess.run(["xclip", "-selection", "clipboard", "-out"], timeout=LONGEST_WAIT,
                              stdout=subprocess.PIPE, check=True).stdout.decode("utf-8")

    def close(self):
        """Asks the program to end, and sees that it ended well and kept silent."""
        if self.process.poll() is None:
            self.process.terminate()
            self.process.wait(LONGEST_WAIT)
        said = self.said()
        self.errors.close()
        return said


def picture(path):
    subprocess.run(["import", "-silent", "-window", "root", str(path)], check=False)


def run(scenario, *files, environment=None):
    """run.py's other half: the scenario on a window with the files, as a whole program."""
    program = sys.argv[1]
    name = pathlib.Path(sys.argv[0]).stem
    Atspi.init()
    window = None
    try:
        window = Window(program, *files, environment=environment)
        scenario(window)
        picture_path = os.environ.get("DOUBLET_PICTURES")
        if picture_path:
            picture(pathlib.Path(picture_path) / f"{name}.png")
    except Exception:  # the picture is worth more than the kind of fault
        traceback.print_exc()
        print(f"A picture of the screen is in {os.getcwd()}/{name}.png", file=sys.stderr)
        picture(f"{name}.png")
        if window is not None and window.process.poll() is not None:
            print(f"The program had ended: {window.process.returncode}", file=sys.stderr)
        if window is not None:
            print(window.describe(), file=sys.stderr)
            print(window.close(), file=sys.stderr)
        sys.exit(1)
    said = window.close()
    for line in said.splitlines():
        if re.search(r"-(CRITICAL|WARNING) \*\*|AddressSanitizer|runtime error", line):
            print(said, file=sys.stderr)
            sys.exit("The program complained.")
