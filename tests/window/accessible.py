# SPDX-FileCopyrightText: 2026 The Doublet authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""A program's window as a screen reader knows it, read from the accessibility bus.

The bus is asked directly: a whole window is some hundred things with five questions about
each, and libatspi asks them one after the other (2.6 s for three articles; this takes
0.4 s), or remembers answers that have changed since.
"""

import gi

gi.require_version("Gio", "2.0")
from gi.repository import Gio, GLib  # noqa: E402

ACCESSIBLE = "org.a11y.atspi.Accessible"
ACTION = "org.a11y.atspi.Action"
COMPONENT = "org.a11y.atspi.Component"
EDITABLE_TEXT = "org.a11y.atspi.EditableText"
TEXT = "org.a11y.atspi.Text"
PROPERTIES = "org.freedesktop.DBus.Properties"

# As in AT-SPI's lists of roles and states.
ROLES = {2: "alert", 7: "check box", 11: "combo box", 16: "dialog", 19: "file chooser",
         20: "filler", 23: "frame", 27: "image", 29: "label", 31: "list", 32: "list item",
         35: "menu item", 39: "panel", 42: "progress bar", 43: "push button",
         44: "radio button", 49: "scroll pane", 52: "spin button", 54: "status bar",
         61: "text", 75: "application", 79: "entry"}
STATES = {"checked": 4, "focusable": 11, "focused": 12, "pressed": 20, "sensitive": 24,
          "showing": 25, "visible": 30}
IN_WINDOW = 1
# Some calls are never answered by GTK 4.8.
ANSWER_MS = 15000


class Gone(Exception):
    """The thing is no longer there, or never had what was asked for."""


class Item:
    """Something in a window."""

    def __init__(self, bus, owner, path):
        self.bus = bus
        self.owner = owner
        self.path = path
        self.name = self.role = ""
        self.states = 0
        self.box = (0, 0, 0, 0)
        self.children = []

    def ask(self, interface, method, *arguments):
        """Asks and waits for the answer."""
        try:
            answer = self.bus.connection.call_sync(
                self.owner, self.path, interface, method, pack(arguments), None,
                Gio.DBusCallFlags.NONE, ANSWER_MS, None).unpack()
        except GLib.Error as error:
            raise Gone(f"{self}: {method}: {error.message}") from error
        return answer[0] if len(answer) == 1 else answer

    def look_again(self):
        """Brings itself and what is inside up to date."""
        self.bus.look(self)
        return self

    def has_state(self, state):
        return bool(self.states >> STATES[state] & 1)

    def is_shown(self):
        # GTK 4.8 says of windows alone that they are showing.  What is hidden it leaves
        # out, but not the other pages of a stack: those have no size.
        return self.has_state("showing") or self.has_state("visible") and all(self.box[2:])

    def is_pressed(self):
        self.look_again()
        return self.has_state("pressed") or self.has_state("checked")

    def has_keyboard(self):
        """Whether it, or a part of it, takes what is typed."""
        self.look_again()
        return any(item.has_state("focused") for item in self.descendants())

    def descendants(self):
        yield self
        for child in self.children:
            yield from child.descendants()

    def click(self):
        if not self.ask(ACTION, "DoAction", ("i", 0)):
            raise AssertionError(f"{self} cannot be clicked")

    def text(self):
        n_characters = self.ask(PROPERTIES, "Get", ("s", TEXT), ("s", "CharacterCount"))
        return self.ask(TEXT, "GetText", ("i", 0), ("i", n_characters))

    def put_text(self, text):
        self.ask(EDITABLE_TEXT, "SetTextContents", ("s", text))

    def place(self):
        """Left, top, width and height within the window."""
        return self.ask(COMPONENT, "GetExtents", ("u", IN_WINDOW))

    def place_of_character(self, offset):
        return self.ask(TEXT, "GetCharacterExtents", ("i", offset), ("u", IN_WINDOW))

    def __str__(self):
        return f"{self.role} “{self.name}”"


def pack(arguments):
    if not arguments:
        return None
    return GLib.Variant(f"({''.join(kind for kind, value in arguments)})",
                        tuple(value for kind, value in arguments))


class Bus:
    """The accessibility bus of this session, which the session bus starts when asked."""

    def __init__(self):
        session = Gio.bus_get_sync(Gio.BusType.SESSION, None)
        address = session.call_sync("org.a11y.Bus", "/org/a11y/bus", "org.a11y.Bus", "GetAddress",
                                    None, None, Gio.DBusCallFlags.NONE, ANSWER_MS, None).unpack()[0]
        self.connection = Gio.DBusConnection.new_for_address_sync(
            address,
            Gio.DBusConnectionFlags.AUTHENTICATION_CLIENT
            | Gio.DBusConnectionFlags.MESSAGE_BUS_CONNECTION, None, None)
        self.n_asked = 0

    def ask(self, item, interface, method, arguments, take):
        """Asks without waiting; take() gets the answer, and nothing when there is none."""
        def answered(connection, result):
            self.n_asked -= 1
            try:
                take(connection.call_finish(result).unpack())
            except GLib.Error:
                pass
        self.n_asked += 1
        self.connection.call(item.owner, item.path, interface, method, pack(arguments), None,
                             Gio.DBusCallFlags.NONE, ANSWER_MS, None, answered)

    def ask_all(self, item):
        """Asks everything about the item, and then about what is inside it."""
        def set_name(answer):
            item.name = answer[0]

        def set_role(answer):
            item.role = ROLES.get(answer[0], f"role {answer[0]}")

        def set_states(answer):
            low, high = answer[0]
            item.states = low | high << 32

        def set_box(answer):
            item.box = answer[0]

        def set_children(answer):
            item.children = [Item(self, owner, path) for owner, path in answer[0]]
            for child in item.children:
                self.ask_all(child)

        self.ask(item, PROPERTIES, "Get", (("s", ACCESSIBLE), ("s", "Name")), set_name)
        self.ask(item, ACCESSIBLE, "GetRole", (), set_role)
        self.ask(item, ACCESSIBLE, "GetState", (), set_states)
        self.ask(item, COMPONENT, "GetExtents", (("u", IN_WINDOW),), set_box)
        self.ask(item, ACCESSIBLE, "GetChildren", (), set_children)

    def look(self, item):
        self.ask_all(item)
        while self.n_asked > 0:
            GLib.MainContext.default().iteration(True)

    def application(self, process_id):
        """The program with that number, as it is now; or None."""
        registry = Item(self, "org.a11y.atspi.Registry", "/org/a11y/atspi/accessible/root")
        for owner, path in registry.ask(ACCESSIBLE, "GetChildren"):
            try:
                number = self.connection.call_sync(
                    "org.freedesktop.DBus", "/org/freedesktop/DBus", "org.freedesktop.DBus",
                    "GetConnectionUnixProcessID", GLib.Variant("(s)", (owner,)), None,
                    Gio.DBusCallFlags.NONE, ANSWER_MS, None).unpack()[0]
            except GLib.Error:
                continue
            if number == process_id:
                return Item(self, owner, path).look_again()
        return None
