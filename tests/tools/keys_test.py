#!/usr/bin/env python3
"""keys_test.py PROGRAM SEEDS KEYS: holds the comparisons of the fictional events to what was reached.

Each event of KEYS has an answer key, KEYS/<event>/gold.json; its articles are SEEDS/<event>/*.txt.
KEYS/floors.json has for each figure the least (or, for mistakes, the most) that passes, over all
events together; a figure without a floor is not asked (the keys of tests/heldout hold no names, dates or
quotes). A figure that has grown prints the floor it could now have: raise it by hand, with
the change that earned it. Standard library only.

What each figure counts stands beside its function, in keys/. Figures are rounded down.
"""
import functools
import json
import math
import pathlib
import sys

from keys import articles, descent, findings
from keys.event import Event, Share

MORE, LESS = True, False
# name, what counts it, how the figure is read off, which is better
FIGURES = [
    ("names", articles.names, Share.f1, MORE),
    ("entities", articles.entities, Share.f1, MORE),
    ("names and titles that belong together", articles.joined, Share.recall, MORE),
    ("times", articles.times, Share.recall, MORE),
    ("quantities", articles.quantities, Share.recall, MORE),
    ("quotes", articles.quotes, Share.f1, MORE),
    ("speakers of quotes", articles.speakers, Share.f1, MORE),
    ("quote changes", descent.quote_changes, Share.recall, MORE),
    ("facts", descent.facts, Share.recall, MORE),
    ("facts, precision", descent.facts, Share.precision, MORE),
    ("differences", findings.differences, Share.recall, MORE),
    ("differences, precision", findings.differences, Share.precision, MORE),
    ("headlines against their text", findings.headlines, Share.recall, MORE),
    ("conflicts", findings.conflicts, Share.recall, MORE),
    ("conflicts, precision", findings.conflicts, Share.precision, MORE),
    ("conflicts that are none", findings.false_conflicts, Share.count, LESS),
    ("updates", findings.updates, Share.f1, MORE),
    ("compatible, said to agree", findings.linked, Share.recall, MORE),
    ("compatible, set against each other", findings.compatible_set_apart, Share.count, LESS),
    ("traps sprung", findings.traps, Share.count, LESS),
    ("omissions", descent.omissions, Share.recall, MORE),
    ("omissions, precision", descent.omissions, Share.precision, MORE),
    ("wording", descent.wording, Share.f1, MORE),
    ("damage", articles.damage, Share.f1, MORE),
    ("reuse", descent.reuse, Share.recall, MORE),
    ("reuse, precision", descent.reuse, Share.precision, MORE),
    ("level of reuse", descent.level, Share.macro_f1, MORE),
    ("lineage", descent.lineage, Share.f1, MORE),
]


@functools.cache
def share_of(count, event):
    share = Share()
    count(event, share)
    return share


def main():
    program, seeds, keys = sys.argv[1], pathlib.Path(sys.argv[2]), pathlib.Path(sys.argv[3])
    floors = json.loads((keys / "floors.json").read_text(encoding="utf-8"))
    figures = [figure for figure in FIGURES if figure[0] in floors]
    if len(figures) < len(floors) or not figures:
        sys.exit(f"keys_test: no figure for the floors {set(floors) - {name for name, *_ in FIGURES}}")
    events = [Event(program, seeds, keys, path.parent.name) for path in sorted(keys.glob("*/gold.json"))]
    if not events:
        sys.exit(f"keys_test: {keys} has no answer keys")
    failed = 0
    for name, count, read, more in figures:
        total = Share()
        for event in events:
            total.join(share_of(count, event))
        each = ", ".join(f"{event.name} {read(share_of(count, event)):.4g}" for event in events)
        figure, floor = math.floor(10 * read(total) + 1e-6) / 10, floors[name]
        good = figure >= floor if more else figure <= floor
        failed += not good
        word = "FAILED" if not good else "ok" if figure == floor else f"ok, could be {figure}"
        print(f"{name}: {figure} ({'at least' if more else 'at most'} {floor}) {word}   [{each}]")
    print(f"{len(figures) - failed} passed, {failed} failed")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
