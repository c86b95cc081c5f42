# SPDX-FileCopyrightText: 2026 The Doublet authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Who switches passages off in the options keeps the differences; wherever passages or
figures of them would stand, it is said that nobody looked, and a button finds them again."""

import os
import pathlib
import re
import subprocess

from desktop import SAMPLES, keep_picture, run

TOLD = "Shared and repeated passages were not looked for."
SWITCH = "Shared and repeated passages"
# What says how passages are found.
DEPENDENT = [("spin button", re.compile("^At least so many words")), ("spin button", re.compile("^Up to so many")),
             (None, "Passages that say the same in other words as well"), (None, "Ignore capitals"),
             (None, re.compile("^General: "))]
FIGURES_OF_PASSAGES = re.compile(r"%|is also in|stand in a second|Nothing is shared|Nothing stands twice|No passage")


def look_at(window, name):
    """For whoever wants to see it: a picture in the folder that DOUBLET_PICTURES names."""
    if os.environ.get("DOUBLET_PICTURES"):
        window.find()
        keep_picture(pathlib.Path(os.environ["DOUBLET_PICTURES"]) / f"{name}.png")


def choose(window, lens):
    window.click("push button", re.compile(rf"^{lens}(,|$)"))
    window.wait(window.find("push button", re.compile(rf"^{lens}(,|$)")).is_pressed, f"{lens} to be chosen")


def open_options(window):
    if not window.has(None, SWITCH):
        window.press_at(window.find(None, "Options"))
    return window.find("check box", SWITCH)


def check_sensitive(window, sensitive):
    for role, name in DEPENDENT:
        window.wait(lambda: window.find(role, name).has_state("sensitive") == sensitive, f"{name} to be {sensitive}")


def scenario(window):
    changes = window.find("push button", re.compile(r"^Differences, \d+$")).name
    window.find("push button", re.compile(r"^Shared, \d+$"))
    switch = open_options(window)
    check_sensitive(window, True)
    window.key("alt+s")
    window.wait(lambda: not switch.is_pressed(), "the switch to be off")
    check_sensitive(window, False)
    look_at(window, "options")
    window.key("Escape")
    # Off the button, whose tooltip would be a window of its own.
    subprocess.run(["xdotool", "mousemove", "1590", "990"], check=True)

    for lens in ["Shared", "Repeated", "Overview"]:
        window.find("push button", lens)
        choose(window, lens)
        window.find("label", TOLD)
        window.find("push button", "Look for Passages")
        window.wait(lambda: not window.has("label", FIGURES_OF_PASSAGES), "figures of passages to be gone")
        look_at(window, lens)
    choose(window, "Differences")
    window.find("push button", changes)
    window.find("label", re.compile("words only in A"))
    window.wait_gone("label", TOLD)
    look_at(window, "Differences")

    # A table would have nothing in it.
    window.key("ctrl+e")
    window.find("status bar", re.compile("^Contains the full text"))
    for said in [re.compile("^Contains figures"), TOLD]:
        window.key("space", "Down", "Return", title="Export")
        window.find("status bar", said)
    assert not window.find("push button", "Choose Place…").has_state("sensitive"), "an empty table can be written"
    window.key("Escape", title="Export")
    window.wait_gone("status bar", TOLD)

    choose(window, "Repeated")
    window.click("push button", "Look for Passages")
    window.wait_gone("label", TOLD)
    window.find("push button", re.compile(r"^Shared, \d+$"))
    window.find("label", re.compile("stand in a second or later copy"))
    window.wait(window.find("list", "Findings").has_keyboard, "the list to have the keyboard")
    switch = open_options(window)
    window.wait(switch.is_pressed, "the switch to be on")
    check_sensitive(window, True)


run(scenario, SAMPLES / "draft.txt", SAMPLES / "release.txt", SAMPLES / "story.txt")
