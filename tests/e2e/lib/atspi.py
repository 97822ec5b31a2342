#!/usr/bin/env python3
# SPDX-FileCopyrightText: Sprechtag contributors
# SPDX-License-Identifier: EUPL-1.2
"""Drives a desktop program the way a screen reader would. One JSON request a line, one JSON answer a line.

{"id": 1, "pid": 42, "do": "tree"}                                    every widget with role, name, states and text
{"id": 2, "pid": 42, "do": "press", "role": "push button", "name": "^Nächste"}   its first action
{"id": 3, "pid": 42, "do": "set", "role": "text", "name": "…", "text": "…"}
{"id": 4, "pid": 42, "do": "focus", "role": "…", "name": "…"}
{"id": 5, "pid": 42, "do": "select", "name": "^B 017$"}               the row of a table with this cell
{"id": 6, "pid": 42, "do": "wait", "role": "…", "name": "…", "ms": 9000}          until it is showing; says when it was

`press` and `wait` answer with the time `at` (ms since 1970): right before the press, right after the sight.

`name` is a regular expression. What is not showing is not found: nobody could press it either.

A program answers one question a turn of its event loop, and one that draws a call has few turns to spare. So all that is
to be known of a level of the tree is asked at once; one question after the other took half a minute on a busy machine.
"""
import json
import re
import sys
import time

import gi

gi.require_version("Gio", "2.0")
from gi.repository import Gio, GLib  # noqa: E402

# Pages of the web engine are asked through their own door.
FOREIGN = {"web document", "internal frame"}
WITH_TEXT = {"text", "password text", "spin button", "combo box"}
TABLES = {"table", "tree", "tree table"}
CELLS = {"cell", "table cell", "tree item"}
LIMIT = 3000
CHILDREN_LIMIT = 400
TEXT_LIMIT = 2000
ANSWER_MS = 4000
# A press that opens a dialog is answered when the dialog is closed.
PRESS_MS = 1000

# Bits of AtspiStateType.
STATES = {"showing": 25, "enabled": 8, "checked": 4, "focused": 12, "selected": 23}

ACCESSIBLE = "org.a11y.atspi.Accessible"
ACTION = "org.a11y.atspi.Action"
PROPERTIES = "org.freedesktop.DBus.Properties"
REGISTRY = ("org.a11y.atspi.Registry", "/org/a11y/atspi/accessible/root")


def accessibility_bus():
    session = Gio.bus_get_sync(Gio.BusType.SESSION, None)
    address = session.call_sync("org.a11y.Bus", "/org/a11y/bus", "org.a11y.Bus", "GetAddress", None, None,
                                Gio.DBusCallFlags.NONE, 10000, None).unpack()[0]
    flags = Gio.DBusConnectionFlags.AUTHENTICATION_CLIENT | Gio.DBusConnectionFlags.MESSAGE_BUS_CONNECTION
    return Gio.DBusConnection.new_for_address_sync(address, flags, None, None)


BUS = accessibility_bus()


def ask(questions, patience_ms=ANSWER_MS):
    """Asks all at once; gives the answers in the same order, None for each that had none in time."""
    answers = [None] * len(questions)
    open_questions = set(range(len(questions)))

    def answered(_bus, result, index):
        try:
            answers[index] = BUS.call_finish(result).unpack()
        except GLib.Error as problem:
            answers[index] = problem
        open_questions.discard(index)

    for index, ((owner, path), interface, method, arguments) in enumerate(questions):
        BUS.call(owner, path, interface, method, arguments, None, Gio.DBusCallFlags.NONE, patience_ms, None,
                 answered, index)
    while open_questions:
        GLib.MainContext.default().iteration(True)
    return [None if isinstance(answer, GLib.Error) else answer for answer in answers]


def application(pid):
    (programs,) = ask([(REGISTRY, ACCESSIBLE, "GetChildren", None)])[0] or ([],)
    bus = ("org.freedesktop.DBus", "/org/freedesktop/DBus")
    pids = ask([(bus, "org.freedesktop.DBus", "GetConnectionUnixProcessID", GLib.Variant("(s)", (owner,)))
                for owner, _path in programs])
    for program, answer in zip(programs, pids):
        if answer is not None and answer[0] == pid:
            return program
    raise LookupError(f"no accessible program with pid {pid}")


def states_of(bits):
    whole = bits[0] | (bits[1] << 32 if len(bits) > 1 else 0)
    return [name for name, bit in STATES.items() if whole >> bit & 1]


def look_at(nodes):
    """What is to be known of these, and their children; nothing of those that went away while we looked."""
    per_node = [("GetRoleName", None), ("GetState", None), ("GetChildren", None)]
    name = GLib.Variant("(ss)", (ACCESSIBLE, "Name"))
    questions = []
    for node in nodes:
        questions += [(node, ACCESSIBLE, method, arguments) for method, arguments in per_node]
        questions.append((node, PROPERTIES, "Get", name))
    answers = ask(questions)
    for index, node in enumerate(nodes):
        role, states, children, name_of = answers[index * 4:index * 4 + 4]
        if None not in (role, states, children, name_of):
            yield {"node": node, "role": role[0], "name": name_of[0], "states": states_of(states[0]), "text": "",
                   "children": children[0][:CHILDREN_LIMIT]}


def widgets(pid):
    """All that shows, from the top left to the bottom right."""
    root = application(pid)
    found, level = {}, [root]
    while level and len(found) < LIMIT:
        seen = [w for w in look_at(level) if "showing" in w["states"] and w["role"] not in FOREIGN]
        found.update({w["node"]: w for w in seen})
        level = [child for w in seen for child in w["children"] if child not in found]
    if root not in found:
        raise LookupError(f"the program with pid {pid} does not answer")
    ordered, stack = [], [root]
    while stack:
        widget = found.pop(stack.pop(), None)
        if widget is not None:
            ordered.append(widget)
            stack.extend(reversed(widget["children"]))
    return ordered


def tree(request):
    all_widgets = widgets(request["pid"])
    written = [w for w in all_widgets if w["role"] in WITH_TEXT]
    texts = ask([(w["node"], "org.a11y.atspi.Text", "GetText", GLib.Variant("(ii)", (0, -1))) for w in written])
    for widget, text in zip(written, texts):
        widget["text"] = text[0][:TEXT_LIMIT] if text else ""
    return [{key: w[key] for key in ("role", "name", "states", "text")} for w in all_widgets]


def find(request):
    for widget in widgets(request["pid"]):
        if request.get("role", widget["role"]) == widget["role"] and re.search(request.get("name", ""), widget["name"]):
            return widget
    raise LookupError(f"nothing showing with role {request.get('role')} and name {request.get('name')}")


def press(request):
    widget = find(request)
    if "enabled" not in widget["states"]:
        raise LookupError(f"{widget['name']} is not enabled")
    actions = ask([(widget["node"], ACTION, "GetActions", None)])[0]
    if not actions or not actions[0]:
        raise LookupError(f"{widget['name']} has no action")
    names = [action[0].lower() for action in actions[0]]
    wanted = next((names.index(name) for name in ("press", "click", "toggle") if name in names), 0)
    at = time.time() * 1000
    ask([(widget["node"], ACTION, "DoAction", GLib.Variant("(i)", (wanted,)))], PRESS_MS)
    return {"at": at}


def wait(request):
    deadline = time.time() + request["ms"] / 1000
    while True:
        try:
            find(request)
            return {"at": time.time() * 1000}
        except LookupError:  # The program is not there yet, or is still drawing.
            if time.time() > deadline:
                raise
            time.sleep(0.01)


def done(widget, interface, method, arguments):
    answer = ask([(widget["node"], interface, method, arguments)])[0]
    return answer is not None and answer[0]


def set_text(request):
    widget = find(request)
    if not done(widget, "org.a11y.atspi.EditableText", "SetTextContents", GLib.Variant("(s)", (request["text"],))):
        raise LookupError(f"{widget['name']} takes no text")
    return True


def focus(request):
    widget = find(request)
    if not done(widget, "org.a11y.atspi.Component", "GrabFocus", None):
        raise LookupError(f"{widget['name']} takes no focus")
    return True


def select(request):
    all_widgets = widgets(request["pid"])
    for table in [w for w in all_widgets if w["role"] in TABLES]:
        inside = [w for w in all_widgets if w["node"] in table["children"]]
        cells = [w for w in inside if w["role"] in CELLS]
        rows = ask([(table["node"], PROPERTIES, "Get", GLib.Variant("(ss)", ("org.a11y.atspi.Table", "NRows")))])[0]
        columns = max(len(cells) // max(rows[0] if rows else 1, 1), 1)
        for index, cell in enumerate(cells):
            if re.search(request["name"], cell["name"]):
                row = GLib.Variant("(i)", (index // columns,))
                if done(table, "org.a11y.atspi.Table", "AddRowSelection", row):
                    return True
                raise LookupError(f"the row of {request['name']} takes no selection")
    raise LookupError(f"no row with {request['name']}")


DO = {"tree": tree, "select": select, "press": press, "set": set_text, "focus": focus, "wait": wait}

for line in sys.stdin:
    asked = json.loads(line)
    try:
        answer = {"id": asked["id"], "ok": DO[asked["do"]](asked)}
    except Exception as problem:
        answer = {"id": asked["id"], "error": str(problem)}
    print(json.dumps(answer), flush=True)
