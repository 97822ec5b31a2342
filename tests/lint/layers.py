#!/usr/bin/env python3
# SPDX-FileCopyrightText: Sprechtag contributors
# SPDX-License-Identifier: EUPL-1.2
"""Holds every #include against the table of layers: who may know whom, and who may use which library."""
import re
import sys
from pathlib import Path

ROOT = Path(sys.argv[1] if len(sys.argv) > 1 else ".").resolve()

# Layer -> layers of ours that it may include. A layer may always include itself.
MAY_INCLUDE = {
    "shared/base": set(),
    "shared/domain/office": {"shared/base"},
    "shared/domain/hours": {"shared/base"},
    "shared/domain/town": {"shared/base", "shared/domain"},
    "shared/domain/documents": {"shared/base"},
    "shared/protocol": {"shared/base", "shared/domain"},
    "server/broker": {"shared/base", "shared/domain"},
    "server/store": {"shared/base", "shared/domain", "server/broker"},
    "server/edge": {"shared/base"},
    "server/gateway": {"shared/base", "shared/domain", "shared/protocol", "server/broker"},
    "server/http": {"shared/base", "shared/domain", "shared/protocol", "server/broker"},
    "server/identity": {"shared/base", "shared/domain", "server/broker"},
    "server/media": {"shared/base", "shared/domain", "server/broker"},
    "server/documents": {"shared/base", "shared/domain", "server/broker"},
    "server/app": {"shared", "server"},
    "clerk-app/connection": {"shared"},
    "clerk-app/model": {"shared", "clerk-app/connection"},
    "clerk-app/view": {"shared/base", "shared/domain", "shared/protocol", "clerk-app/model", "clerk-app/platform",
                       "clerk-app/call/CallSurface.h"},
    "clerk-app/call": {"shared/base", "shared/domain", "shared/protocol", "clerk-app/model"},
    "clerk-app/platform": {"shared/base"},
    "clerk-app/app": {"shared", "clerk-app"},
}

# Library header -> layers that may use it.
LIBRARY = [
    (r"Q(Widget|Application|MainWindow|Dialog|Label|PushButton|TableView|ListView|Menu|SystemTrayIcon|StyledItemDelegate)",
     {"clerk-app/view", "clerk-app/call", "clerk-app/platform", "clerk-app/app"}),
    (r"QWebEngine\w*", {"clerk-app/call"}),
    (r"QWebChannel\w*", {"clerk-app/call"}),
    (r"QWebSocket\w*", {"clerk-app/connection"}),
    (r"boost/.*", {"server/edge"}),
    (r"sqlcipher/.*|sqlite3\.h", {"server/store"}),
    (r"sodium\.h|sodium/.*", {"server/identity", "server/documents"}),
    (r"qpdf/.*", {"server/documents"}),
    (r"qrencode\.h", {"clerk-app/view"}),
    (r"toml\+\+/.*", {"server/app"}),
    (r"QJson\w*", {"shared/protocol"}),
]
STANDARD_ONLY = "shared/domain/office"
INCLUDE = re.compile(r'^\s*#\s*include\s+([<"])([^>"]+)[>"]', re.M)


def layer_of(path):
    text = path.as_posix()
    best = ""
    for layer in MAY_INCLUDE:
        if text.startswith(layer + "/") and len(layer) > len(best):
            best = layer
    return best


def allowed(layer, target):
    return any(target == a or target.startswith(a + "/") for a in MAY_INCLUDE[layer] | {layer})


def problems_of(path):
    relative = path.relative_to(ROOT)
    layer = layer_of(relative)
    if not layer:
        yield f"{relative}: belongs to no layer of the table"
        return
    for kind, target in INCLUDE.findall(path.read_text(encoding="utf-8")):
        ours = target.split("/")[0] in ("shared", "server", "clerk-app")
        if ours and not allowed(layer, target):
            yield f"{relative}: {layer} may not include {target}"
        if kind == '"' and not ours and not target.endswith(".moc") and "/" in target:
            yield f"{relative}: include from the root: {target}"
        if layer == STANDARD_ONLY and not ours and (target.startswith("Q") or "/" in target):
            yield f"{relative}: {STANDARD_ONLY} uses the standard library alone, not {target}"
        for pattern, layers in LIBRARY:
            if re.fullmatch(pattern, target) and layer not in layers:
                yield f"{relative}: {target} is only for {', '.join(sorted(layers))}"


def cycles():
    graph = {layer: set() for layer in MAY_INCLUDE}
    for layer, targets in MAY_INCLUDE.items():
        for other in MAY_INCLUDE:
            if other != layer and any(other == t or other.startswith(t + "/") for t in targets):
                graph[layer].add(other)
    done, path = set(), []

    def visit(node):
        if node in path:
            yield "cycle in the table: " + " -> ".join(path[path.index(node):] + [node])
        elif node not in done:
            path.append(node)
            for following in sorted(graph[node]):
                yield from visit(following)
            path.pop()
            done.add(node)

    for layer in sorted(graph):
        yield from visit(layer)


def main():
    files = [p for top in ("shared", "server", "clerk-app") for p in sorted((ROOT / top).rglob("*"))
             if p.suffix in (".h", ".cpp")]
    if not files:
        sys.exit("no sources found: is this the root?")
    found = list(cycles()) + [problem for path in files for problem in problems_of(path)]
    print("\n".join(found) or f"{len(files)} files keep to their layers")
    sys.exit(1 if found else 0)


main()
