"""event.py: spans, shares, and one event with its answer key and its comparison.

A span is (article, start, end) in UTF-8 bytes, the end excluded. Two spans touch when they share a
byte, and meet when they share half of the shorter one.
"""
import json
import pathlib
import subprocess
import sys

# A span that holds half an article proves nothing: what is longer than this is not counted.
LONGEST, LONGEST_PASSAGE, LONGEST_TERM = 400, 800, 100


def shared(a, b):
    return max(0, min(a[2], b[2]) - max(a[1], b[1])) if a[0] == b[0] else 0


def touches_any(span, spans):
    return any(shared(span, other) for other in spans)


def meet(a, b):
    return 2 * shared(a, b) >= min(a[2] - a[1], b[2] - b[1]) > 0


def meets_any(span, spans):
    return any(meet(span, other) for other in spans)


def bytes_of(spans):
    return {(article, at) for article, start, end in spans for at in range(start, end)}


def innermost(spans):
    """The spans that hold no other: what holds another is there as its context."""
    distinct = set(spans)
    return sorted(s for s in distinct
                  if not any(t != s and t[0] == s[0] and s[1] <= t[1] and t[2] <= s[2] for t in distinct))


def one_to_one(weights):
    """weights[i, j] of wanted i and found j: the pairs, the heaviest first, none used twice."""
    pairs, wanted, found = [], set(), set()
    for (i, j), weight in sorted(weights.items(), key=lambda item: (-item[1], item[0])):
        if weight and i not in wanted and j not in found:
            pairs.append((i, j))
            wanted.add(i)
            found.add(j)
    return pairs


class Share:
    """Of what the key wants so much was hit; of what the comparison says so much was right. In percent."""

    def __init__(self):
        self.hits = self.wanted = self.right = self.found = 0
        self.sorted_as = {}  # (sort in the key, sort in the comparison) → how often

    def add_recall(self, hits, wanted):
        self.hits, self.wanted = self.hits + hits, self.wanted + wanted

    def add_precision(self, right, found):
        self.right, self.found = self.right + right, self.found + found

    def add(self, hits, found, wanted):
        self.add_recall(hits, wanted)
        self.add_precision(hits, found)

    def join(self, other):
        self.add_recall(other.hits, other.wanted)
        self.add_precision(other.right, other.found)
        for (wanted, found), times in other.sorted_as.items():
            self.add_sort(wanted, found, times)

    def add_sort(self, wanted, found, times=1):
        self.sorted_as[wanted, found] = self.sorted_as.get((wanted, found), 0) + times

    def recall(self):
        return 100 * self.hits / max(1, self.wanted)

    def precision(self):
        return 100 * self.right / max(1, self.found)

    def f1(self):
        p, r = self.precision(), self.recall()
        return 2 * p * r / max(1e-9, p + r)

    def count(self):
        """How many; of mistakes."""
        return self.hits

    def macro_f1(self):
        """The mean of the F1 of each sort that the key has."""
        each = []
        for sort in sorted({wanted for wanted, _ in self.sorted_as}):
            wanted = sum(n for (w, _), n in self.sorted_as.items() if w == sort)
            found = sum(n for (_, f), n in self.sorted_as.items() if f == sort)
            each.append(200 * self.sorted_as.get((sort, sort), 0) / (wanted + found))
        return sum(each) / max(1, len(each))


def key_span(item):
    return item["article"], item["byte_start"], item["byte_end"]


def key_spans(items):
    return [key_span(item) for item in items]


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
        missing = {a["id"] for a in self.key["articles"]} - set(self.stem.values())
        if missing:
            sys.exit(f"keys_test: {name} was compared without {', '.join(sorted(missing))}")

    def layer(self, name):
        """What each article has of a layer, with the article."""
        return [(item, self.stem[a["id"]]) for a in self.result["articles"] for item in a[name]]

    def span(self, item):
        return self.stem[item["article"]], item["start"], item["end"]

    def spans(self, items, longest=LONGEST):
        return [s for s in map(self.span, items) if 0 < s[2] - s[1] <= longest]
