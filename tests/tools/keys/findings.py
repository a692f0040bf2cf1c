"""findings.py: what is set side by side: differences, conflicts, updates, what agrees, traps.

A finding is about a difference of the key when two of its spans touch two sides of it, and at least
half of its spans touch any: one that shows the whole event is about nothing.
"""
import itertools

from keys.event import innermost, key_spans, meets_any, touches_any

RAISED = {"update", "attributed_differently", "worded_differently", "differs", "conflict"}


class Difference:
    """Something that the key sets side by side; `members` of all sides together."""

    def __init__(self, item):
        self.verdict, self.kind = item["verdict"], item["kind"]
        self.sides = [key_spans(side["members"]) for side in item["sides"]]
        self.members = [m for side in self.sides for m in side]


class Finding:
    def __init__(self, event, item):
        self.verdict = item["verdict"]
        self.spans = innermost(event.spans(item["values"] + item["evidence"]))

    def across(self, sides):
        """Pairs of its spans that touch two of the sides."""
        touched = [(s, {n for n, side in enumerate(sides) if touches_any(s, side)}) for s in self.spans]
        return [(a, b) for (a, x), (b, y) in itertools.combinations(touched, 2) if x and y and len(x | y) > 1]

    def is_about(self, difference):
        on_it = sum(touches_any(s, difference.members) for s in self.spans)
        return 2 * on_it >= len(self.spans) and bool(self.across(difference.sides))

    def shows(self, difference):
        """A headline is set against the text under it: both spans lie in one article."""
        pairs = self.across(difference.sides) if self.is_about(difference) else []
        return any(difference.kind != "headline_body" or a[0] == b[0] for a, b in pairs)

    def strays(self, sides, differences):
        """It sets two of the sides against each other, and not as members of a difference it is about."""
        homes = [d.members for d in differences if self.is_about(d)]
        return any(not any(touches_any(a, home) and touches_any(b, home) for home in homes) for a, b in self.across(sides))


def wanted_of(event, *verdicts):
    return [d for d in map(Difference, event.key["conflicts"]) if d.verdict in verdicts]


def raised_of(event, verdicts):
    return [Finding(event, f) for f in event.result["findings"] if f["verdict"] in verdicts]


def compare(wanted, raised, share):
    share.add_recall(sum(any(f.shows(d) for f in raised) for d in wanted), len(wanted))
    share.add_precision(sum(any(f.is_about(d) for d in wanted) for f in raised), len(raised))


def differences(event, share):
    """Contradictions and updates of the key that a finding sets out, whatever it calls them."""
    compare(wanted_of(event, "conflict", "update"), raised_of(event, RAISED), share)


def headlines(event, share):
    """Headlines of the key that their own text contradicts."""
    wanted = [d for d in wanted_of(event, "conflict", "update") if d.kind == "headline_body"]
    compare(wanted, raised_of(event, RAISED), share)


def conflicts(event, share):
    """Findings with the verdict conflict, and contradictions of the key."""
    compare(wanted_of(event, "conflict"), raised_of(event, {"conflict"}), share)


def false_conflicts(event, share):
    """Findings with the verdict conflict that are none in the key."""
    wanted = wanted_of(event, "conflict")
    share.add_recall(sum(not any(f.is_about(d) for d in wanted) for f in raised_of(event, {"conflict"})), 0)


def updates(event, share):
    """Findings with the verdict update, and updates of the key."""
    compare(wanted_of(event, "update"), raised_of(event, {"update"}), share)


def linked(event, share):
    """Values that agree within their rounding, unit or granularity, and are said to agree."""
    compare(wanted_of(event, "precision"), raised_of(event, {"same", "compatible"}), share)


def compatible_set_apart(event, share):
    """The same values, set against each other."""
    wanted, real = wanted_of(event, "precision"), wanted_of(event, "conflict", "update")
    raised = raised_of(event, {"differs", "conflict"})
    share.add_recall(sum(any(f.strays(d.sides, real) for f in raised) for d in wanted), len(wanted))


def traps(event, share):
    """Members of a trap put into one entity, or set against each other, against its advice."""
    real = wanted_of(event, "conflict", "update")
    raised = raised_of(event, {"differs", "conflict", "update"})
    own = [event.spans(e["mentions"]) for e in event.result["entities"]]
    for trap in event.key["traps"]:
        members = [[m] for m in key_spans(trap["members"])]
        if trap["action"] == "keep_apart":
            share.add_recall(any(sum(meets_any(*m, spans) for m in members) > 1 for spans in own), 1)
        elif trap["action"] in ("equal", "no_finding"):
            share.add_recall(any(f.strays(members, real) for f in raised), 1)
