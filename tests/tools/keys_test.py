#!/usr/bin/env python3
"""keys_test.py PROGRAM SEEDS KEYS: holds the comparisons of the fictional events to what was reached.

Each event of KEYS has an answer key, KEYS/<event>/gold.json; its articles are SEEDS/<event>/*.txt.
KEYS/floors.json has for each figure the least (or, for mistakes, the most) that passes, over all
events together. A figure that has grown prints the floor it could now have: raise it by hand, with
the change that earned it. Standard library only.

Shares are in percent. Two spans touch when they share a byte. What each figure counts stands beside
its function.
"""
import collections
import json
import pathlib
import subprocess
import sys

TYPES = {"person": "PER", "organization": "ORG", "place": "LOC", "facility": "LOC", "event": "EVENT",
         "work": "WORK", "group": "NORP", "vessel": "PRODUCT"}
RAISED = {"update", "attributed_differently", "worded_differently", "differs", "conflict"}


class Share:
    """hits of found, hits of wanted; the figure is their harmonic mean, or one of the two."""

    def __init__(self):
        self.hits = self.found = self.wanted = 0

    def add(self, hits, found, wanted):
        self.hits, self.found, self.wanted = self.hits + hits, self.found + found, self.wanted + wanted

    def f1(self):
        return 200 * self.hits / max(1, self.found + self.wanted)

    def recall(self):
        return 100 * self.hits / max(1, self.wanted)


class Spans:
    """A key's spans and a result's, both as (article, start, end)."""

    @staticmethod
    def key(item):
        return item["article"], item["byte_start"], item["byte_end"]

    @staticmethod
    def result(item, article=None):
        return article or item["article"], item["start"], item["end"]


def touch(a, b):
    return a[0] == b[0] and a[1] < b[2] and b[1] < a[2]


def touches_any(span, spans):
    return any(touch(span, other) for other in spans)


class Event:
    def __init__(self, program, seeds, keys, name):
        self.name = name
        self.key = json.loads((keys / name / "gold.json").read_text(encoding="utf-8"))
        files = sorted((seeds / name).glob("*.txt"))
        done = subprocess.run([program, "compare", "--format", "json", *map(str, files)], capture_output=True, check=False)
        if done.returncode != 0:
            sys.exit(f"keys_test: compare of {name} ended with {done.returncode}: {done.stderr.decode()}")
        self.result = json.loads(done.stdout)
        # Ids of files given one by one are their paths or their stems; the key has the stems.
        self.stem = {a["id"]: pathlib.PurePath(a["id"]).name.removesuffix(".txt") for a in self.result["articles"]}

    def layer(self, name):
        return [(item, self.stem[a["id"]]) for a in self.result["articles"] for item in a[name]]

    def spans_of(self, items):
        return [(self.stem[i["article"]], i["start"], i["end"]) for i in items]

    def findings(self, verdicts):
        for finding in self.result["findings"]:
            if finding["verdict"] in verdicts:
                yield finding, self.spans_of(finding["values"] + finding["evidence"])


def key_names(event):
    return [(Spans.key(m), TYPES[e["type"]], e["id"]) for e in event.key["entities"] for m in e["mentions"]]


def names(event, share):
    """The same bytes and the same type; a facility is a place."""
    wanted = {(span, kind) for span, kind, _ in key_names(event)}
    found = {(Spans.result(m, article), {"FAC": "LOC", "LAW": "WORK"}.get(m["type"], m["type"])) for m, article in event.layer("mentions")}
    share.add(len(wanted & found), len(found), len(wanted))


def entities(event, share):
    """B-cubed across the articles: of each name in the key, how much of its entity is found, and right."""
    key_of = {span: entity for span, _, entity in key_names(event)}
    own = {}
    for number, entity in enumerate(event.result["entities"]):
        for span in event.spans_of(entity["mentions"]):
            hit = next((k for k in key_of if k[0] == span[0] and touch(k, span)), None)
            if hit is not None:
                own.setdefault(hit, number)
    together = collections.Counter((own[s], key_of[s]) for s in own)
    sizes, wanted = collections.Counter(own.values()), collections.Counter(key_of.values())
    precision = sum(together[own[s], key_of[s]] / sizes[own[s]] for s in own)
    recall = sum(together[own[s], key_of[s]] / wanted[key_of[s]] for s in own)
    share.precision = getattr(share, "precision", 0) + precision
    share.add(recall, len(own), len(key_of))


def b_cubed(share):
    p, r = share.precision / max(1, share.found), share.hits / max(1, share.wanted)
    return 200 * p * r / max(1e-9, p + r)


def times(event, share):
    """Times of the key, found with its value."""
    found = event.layer("times")
    wanted = [t for t in event.key["times"] if t["type"] != "RANGE" and t.get("value")]
    hits = sum(any(touch(Spans.key(t), Spans.result(own, article)) and own["value"] == t["value"] for own, article in found) for t in wanted)
    share.add(hits, len(found), len(wanted))


def quantities(event, share):
    """Plain numbers of the key, found with their value."""
    found = event.layer("quantities")
    wanted = [q for q in event.key["quantities"] if isinstance(q["value"], (int, float)) and q["kind"] not in ("score", "match_minute", "identifier")]
    hits = sum(any(touch(Spans.key(q), Spans.result(own, article)) and own["value"] is not None and abs(own["value"] - q["value"]) <= 1e-6 * abs(q["value"])
                   for own, article in found) for q in wanted)
    share.add(hits, len(found), len(wanted))


def quotes(event, share):
    """Bytes of what is quoted, direct or indirect."""
    def bytes_of(spans):
        return {(article, at) for article, start, end in spans for at in range(start, end)}

    wanted = bytes_of(Spans.key(s) for q in event.key["quotes"] for s in q["content"])
    found = bytes_of((article, start, end) for q, article in event.layer("quotes") for start, end in q["content"])
    share.add(len(wanted & found), len(found), len(wanted))


def meets_sides(spans, sides):
    """Two spans, neither holding the other, that touch members of two sides."""
    return any(touches_any(a, sides[i]) and touches_any(b, sides[j]) and not (a[0] == b[0] and a[1] <= b[1] and b[2] <= a[2])
               for i in range(len(sides)) for j in range(len(sides)) if i != j for a in spans for b in spans if a != b)


def sides_of(item):
    return [[Spans.key(m) for m in side["members"]] for side in item["sides"]]


def differences(event, share):
    """Contradictions and updates of the key that a finding sets out."""
    raised = [spans for _, spans in event.findings(RAISED)]
    wanted = [sides_of(c) for c in event.key["conflicts"] if c["verdict"] in ("conflict", "update")]
    share.add(sum(any(meets_sides(spans, sides) for spans in raised) for sides in wanted), len(raised), len(wanted))


def conflicts(event, share):
    """Findings with the verdict conflict: right ones are in the key as such."""
    wanted = [sides_of(c) for c in event.key["conflicts"] if c["verdict"] == "conflict"]
    raised = [spans for _, spans in event.findings({"conflict"})]
    share.add(sum(any(meets_sides(spans, sides) for sides in wanted) for spans in raised), len(raised), len(wanted))


def compatible(event, share):
    """Values that agree within their rounding, unit or granularity, and are set against each other."""
    wanted = [sides_of(c) for c in event.key["conflicts"] if c["verdict"] == "precision"]
    real = [sides_of(c) for c in event.key["conflicts"] if c["verdict"] != "precision"]
    raised = [s for _, s in event.findings({"differs", "conflict"}) if not any(meets_sides(s, sides) for sides in real)]
    share.add(sum(any(meets_sides(spans, sides) for spans in raised) for sides in wanted), len(raised), len(wanted))


def traps(event, share):
    """Members of a trap put into one entity, or set against each other, against its advice."""
    real = [sides_of(c) for c in event.key["conflicts"] if c["verdict"] != "precision"]
    raised = [s for _, s in event.findings({"differs", "conflict", "update"}) if not any(meets_sides(s, sides) for sides in real)]
    groups = [event.spans_of(e["mentions"]) for e in event.result["entities"]]
    for trap in event.key["traps"]:
        against = groups if trap["action"] == "keep_apart" else raised if trap["action"] in ("equal", "no_finding") else None
        if against is not None:
            members = [[Spans.key(m)] for m in trap["members"]]
            share.add(any(meets_sides(spans, members) for spans in against), 0, 1)


def facts(event, share):
    """Pairs of members of one fact of the key that stand in one fact of the result."""
    own = [event.spans_of(f["members"]) for f in event.result["facts"]]
    for fact in event.key["facts"]:
        members = [Spans.key(m) for m in fact["members"]]
        pairs = [(a, b) for i, a in enumerate(members) for b in members[i + 1:] if a[0] != b[0]]
        hits = sum(any(touches_any(a, group) and touches_any(b, group) for group in own) for a, b in pairs)
        share.add(hits, 0, len(pairs))


def reuse(event, share):
    """Passages that descend from another, found as a pair."""
    own = [(event.spans_of([r["a"]])[0], event.spans_of([r["b"]])[0]) for r in event.result["reuse"]]
    pairs = [(Spans.key(p["a"]), Spans.key(p["b"])) for r in event.key["reuse"] for p in r["pairs"]]
    hits = sum(any((touch(a, x) and touch(b, y)) or (touch(a, y) and touch(b, x)) for x, y in own) for a, b in pairs)
    share.add(hits, len(own), len(pairs))


def lineage(event, share):
    """Arrows from an article to one that was made from it."""
    known = {a["id"] for a in event.key["articles"]}
    gold = {(e["from"], e["to"]) for e in event.key["lineage"]}
    own = {(e["from"], e["to"]) for e in event.result["lineage"]["edges"]}
    own = {e for e in own if set(e) <= known}
    share.add(len(gold & own), len(own), len(gold))


# name, what counts it, how the figure is read off, is more of it better
FIGURES = [
    ("names", names, Share.f1, True), ("entities", entities, b_cubed, True), ("times", times, Share.recall, True),
    ("quantities", quantities, Share.recall, True), ("quotes", quotes, Share.f1, True), ("facts", facts, Share.recall, True),
    ("differences", differences, Share.recall, True),
    ("conflicts that are none", conflicts, lambda s: s.found - s.hits, False),
    ("compatible, set against each other", compatible, lambda s: s.hits, False),
    ("traps sprung", traps, lambda s: s.hits, False), ("reuse", reuse, Share.recall, True),
    ("lineage", lineage, Share.f1, True),
]


def main():
    program, seeds, keys = sys.argv[1], pathlib.Path(sys.argv[2]), pathlib.Path(sys.argv[3])
    floors = json.loads((keys / "floors.json").read_text(encoding="utf-8"))
    events = [Event(program, seeds, keys, path.parent.name) for path in sorted(keys.glob("*/gold.json"))]
    if len(events) < 6:
        sys.exit(f"keys_test: {keys} has {len(events)} answer keys, not six")
    failed = 0
    for name, count, read, more in FIGURES:
        share = Share()
        each = []
        for event in events:
            alone = Share()
            count(event, alone)
            count(event, share)
            each.append(f"{event.name} {read(alone):.4g}")
        figure, floor = round(read(share), 1), floors[name]
        good = figure >= floor if more else figure <= floor
        failed += not good
        word = "FAILED" if not good else "ok" if figure == floor else f"ok, could be {figure}"
        print(f"{name}: {figure} ({'at least' if more else 'at most'} {floor}) {word}   [{', '.join(each)}]")
    print(f"{len(FIGURES) - failed} passed, {failed} failed")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
