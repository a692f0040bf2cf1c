#!/usr/bin/env python3
"""Holds src/ to the rules of HACKING.md that a compiler does not know. Run by ctest.

    tools/check_layers.py [ROOT]      prints each break as file:line: why; exit 1 if there is one

- A file includes its own room and rooms further left: base < tables < text < ingest, mention <
  entity < claim < compare < engine < json, report. Never sideways, never up.
- Headers that have no place in an engine that gives the same bytes everywhere.
- nlohmann in json/ alone; libm's log, exp and pow nowhere.
- A header opens with a comment that names it and says what it is, and has `#pragma once`.
- The top level holds only what HACKING.md names.
"""
import os
import re
import sys

LEVEL = {"base": 0, "tables": 1, "text": 2, "ingest": 3, "mention": 3, "entity": 4, "claim": 5,
         "compare": 6, "engine": 7, "json": 8, "report": 8}

FORBIDDEN = {
    "regex": "5 seconds a file to compile, and its recursion overflows the stack of wasm",
    "iostream": "the engine neither reads nor prints; it takes bytes and returns text",
    "fstream": "the engine opens no files",
    "filesystem": "the engine opens no files",
    "sstream": "a stream follows the locale; see base/number.h",
    "iomanip": "a stream follows the locale; see base/number.h",
    "locale": "the output may not depend on the reader's locale",
    "clocale": "the output may not depend on the reader's locale",
    "random": "the same articles give the same bytes",
    "thread": "one analysis is one thread; callers run several",
    "mutex": "there is no shared state to lock",
    "format": "not in libstdc++ 12",
    "expected": "not in libstdc++ 12; see base/result.h",
    "ranges": "not in libc++ 13",
    "source_location": "not in libc++ 13",
}

INCLUDE = re.compile(r'\s*#\s*include\s*([<"])([^>"]+)[>"]')
LIBM = re.compile(r"(?:\bstd::|(?<![\w.:>]))(?:log|log2|log10|log1p|exp|exp2|expm1|pow|sin|cos|tanh)f?\s*\(")
STRING_OR_COMMENT = re.compile(r'"(?:\\.|[^"\\])*"|//.*')

TOP = set("""CMakeLists.txt CMakePresets.json README.md HACKING.md LICENSE NOTICE CHANGELOG.md
SECURITY.md CITATION.cff package.json package-lock.json .ci .clang-format .clang-tidy .gitignore
src wasm web tests seeds tools""".split())
MADE = {".git", "build", "node_modules", ".cache", "compile_commands.json", "__pycache__"}


def room_of(path):
    """The room of a path inside src/; files directly in src/ are the engine's."""
    return path.split("/")[0] if "/" in path else "engine"


def breaks_in(path, text):
    room = room_of(path)
    if room not in LEVEL:
        yield 1, f"src/{room}/ is no room; name it in tools/check_layers.py and HACKING.md"
        return
    for number, line in enumerate(text.split("\n"), 1):
        include = INCLUDE.match(line)
        if include:
            why = wrong_include(room, include.group(1) == '"', include.group(2))
            if why:
                yield number, why
        elif LIBM.search(STRING_OR_COMMENT.sub("", line)):
            yield number, "libm differs in the last bits between systems; see base/number.h"
    if path.endswith(".h"):
        name = path if room == "engine" else path.split("/", 1)[1]
        if not re.match(rf"// {re.escape(name)} — \S", text):
            yield 1, f"a header opens with: // {name} — what it is"
        if "\n#pragma once\n" not in text:
            yield 1, "no #pragma once"


def wrong_include(room, ours, header):
    if not ours:
        if header in FORBIDDEN:
            return f"<{header}>: {FORBIDDEN[header]}"
        if header.startswith("nlohmann/") and room != "json":
            return "nlohmann is for json/ alone: it costs seconds in every file that sees it"
        if header.endswith(".h") and os.path.dirname(header) in LEVEL:
            return f'<{header}> is ours: write "{header}"'
        return None
    other = room_of(header)
    if other not in LEVEL:
        return f'"{header}" names no room: paths begin at src/, other libraries stand in < >'
    if other != room and LEVEL[other] >= LEVEL[room]:
        return f"{room} may not include {other}"
    return None


def main():
    root = sys.argv[1] if len(sys.argv) > 1 else os.path.join(os.path.dirname(__file__), "..")
    found, read = [], 0
    for entry in sorted(os.listdir(root)):
        if entry not in TOP | MADE:
            found.append(f"{entry}: the top level has only what HACKING.md names")
    src = os.path.join(root, "src")
    for folder, folders, names in os.walk(src):
        folders.sort()
        for name in sorted(names):
            if not name.endswith((".h", ".cpp")):
                continue
            full = os.path.join(folder, name)
            path = os.path.relpath(full, src).replace(os.sep, "/")
            with open(full, encoding="utf-8") as file:
                found += [f"src/{path}:{line}: {why}" for line, why in breaks_in(path, file.read())]
            read += 1
    print("\n".join(found) if found else f"{read} files keep the rules")
    return 1 if found or not read else 0


if __name__ == "__main__":
    sys.exit(main())
