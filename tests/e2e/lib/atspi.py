#!/usr/bin/env python3
# SPDX-FileCopyrightText: Sprechtag contributors
# SPDX-License-Identifier: EUPL-1.2
"""Drives a desktop program the way a screen reader would. One JSON request a line, one JSON answer a line.

{"id": 1, "pid": 42, "do": "tree"}                                    every widget with role, name, states and text
{"id": 2, "pid": 42, "do": "press", "role": "push button", "name": "^Nächste"}   its first action
{"id": 3, "pid": 42, "do": "set", "role": "text", "name": "…", "text": "…"}
{"id": 4, "pid": 42, "do": "focus", "role": "…", "name": "…"}
{"id": 5, "pid": 42, "do": "wait", "role": "…", "name": "…", "ms": 9000}          until it is showing; says when it was

`press` and `wait` answer with the time `at` (ms since 1970): right before the press, right after the sight.

`name` is a regular expression. What is not showing is not found: nobody could press it either.
"""
import json
import re
import sys
import time

import gi

gi.require_version("Atspi", "2.0")
from gi.repository import Atspi  # noqa: E402

# Pages of the web engine are asked through their own door.
FOREIGN = {"document web", "internal frame"}
LIMIT = 3000


def application(pid):
    desktop = Atspi.get_desktop(0)
    for index in range(desktop.get_child_count()):
        child = desktop.get_child_at_index(index)
        if child is not None and child.get_process_id() == pid:
            return child
    raise LookupError(f"no accessible program with pid {pid}")


def widgets(root):
    stack, seen = [root], 0
    while stack and seen < LIMIT:
        node = stack.pop()
        seen += 1
        try:
            role = node.get_role_name()
            if role in FOREIGN:
                continue
            yield node, role
            stack.extend(child for child in (node.get_child_at_index(i) for i in reversed(range(min(node.get_child_count(), 400))))
                         if child is not None)
        except Exception:  # A widget that goes away while we look is none of ours.
            continue


def states(node):
    found = node.get_state_set()
    return [s.value_nick for s in (Atspi.StateType.SHOWING, Atspi.StateType.ENABLED, Atspi.StateType.CHECKED,
                                   Atspi.StateType.FOCUSED, Atspi.StateType.SELECTED) if found.contains(s)]


def text_of(node):
    text = node.get_text_iface()
    return text.get_text(0, min(text.get_character_count(), 2000)) if text is not None else ""


def describe(node, role):
    return {"role": role, "name": node.get_name(), "states": states(node), "text": text_of(node)}


def find(request):
    for node, role in widgets(application(request["pid"])):
        if "role" in request and role != request["role"]:
            continue
        if re.search(request.get("name", ""), node.get_name() or "") and "showing" in states(node):
            return node, role
    raise LookupError(f"nothing showing with role {request.get('role')} and name {request.get('name')}")


def press(request):
    node, role = find(request)
    if "enabled" not in states(node):
        raise LookupError(f"{node.get_name()} is not enabled")
    action = node.get_action_iface()
    if action is None or action.get_n_actions() == 0:
        raise LookupError(f"{node.get_name()} has no action")
    names = [action.get_action_name(i).lower() for i in range(action.get_n_actions())]
    wanted = next((names.index(name) for name in ("press", "click", "toggle") if name in names), 0)
    at = time.time() * 1000
    action.do_action(wanted)
    return {"at": at}


def wait(request):
    deadline = time.time() + request["ms"] / 1000
    while True:
        try:
            find(request)
            return {"at": time.time() * 1000}
        except Exception:  # The program is not there yet, or is still drawing.
            if time.time() > deadline:
                raise
            time.sleep(0.01)


def set_text(request):
    node, role = find(request)
    editable = node.get_editable_text_iface()
    if editable is None or not editable.set_text_contents(request["text"]):
        raise LookupError(f"{node.get_name()} takes no text")
    return describe(node, role)


def focus(request):
    node, role = find(request)
    node.get_component_iface().grab_focus()
    return describe(node, role)


DO = {
    "tree": lambda request: [describe(n, r) for n, r in widgets(application(request["pid"])) if "showing" in states(n)],
    "press": press,
    "set": set_text,
    "focus": focus,
    "wait": wait,
}

Atspi.set_timeout(4000, 4000)
for line in sys.stdin:
    asked = json.loads(line)
    try:
        answer = {"id": asked["id"], "ok": DO[asked["do"]](asked)}
    except Exception as problem:
        answer = {"id": asked["id"], "error": str(problem)}
    print(json.dumps(answer), flush=True)
